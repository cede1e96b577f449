// Part of dragoman; see LICENSE.
//
// Names are sorted by their folded form, so that rows of one name stand together; each group is
// judged by itself.

#include "cli/doctor_checks.h"

#include <algorithm>
#include <fstream>
#include <map>
#include <tuple>

#include <fmt/format.h>

#include "dragoman/document.h"
#include "mention/tsv.h"

namespace dragoman::cli {
namespace {

struct Row {
  std::uint64_t name;          // hash of the folded name
  NameEntry entry;
};

std::string place(const Gazetteer& names, OriginId origin) {
  const Origin at = names.origin(origin);
  return fmt::format("{}:{}", at.file, at.line);
}

bool is_state_name(const NameEntry& entry) {
  return entry.type == MentionType::kState || entry.type == MentionType::kNationality;
}

std::vector<Row> all_rows(const Gazetteer& names) {
  std::vector<Row> rows;
  rows.reserve(names.name_count());
  for (Index record = 0; record < names.record_count(); ++record) {
    for (const NameEntry& entry : names.names_of(record)) {
      rows.push_back({fold_hash(names.name(entry)), entry});
    }
  }
  std::stable_sort(rows.begin(), rows.end(), [&names](const Row& a, const Row& b) {
    return std::tuple(a.name, names.name(a.entry)) < std::tuple(b.name, names.name(b.entry));
  });
  return rows;
}

// Rows of one name.
void judge(const Gazetteer& names, const std::vector<Row>& rows, std::size_t begin, std::size_t end,
           std::vector<Finding>& out) {
  for (std::size_t i = begin; i < end; ++i) {
    const NameEntry& row = rows[i].entry;
    std::string others;
    const NameEntry* before = nullptr;
    for (std::size_t k = begin; k < end; ++k) {
      const NameEntry& other = rows[k].entry;
      if (other.record == row.record) continue;
      if (other.guard == Guard::kNone && is_state_name(other) && !is_state_name(row)) before = &other;
      // Things of different states are told apart by the states that a text speaks of; cities
      // also by their size.
      const Index state = names.facts(row.record).state, other_state = names.facts(other.record).state;
      const bool by_state = row.type == MentionType::kCity || row.type == MentionType::kPlace ||
                            (state != kNone && other_state != kNone && state != other_state);
      if (k > i && !by_state && other.type == row.type && other.guard == Guard::kNone && row.guard == Guard::kNone) {
        others += fmt::format("{}{} ({})", others.empty() ? "" : ", ", names.record(other.record).id,
                              place(names, other.origin));
      }
    }
    if (!others.empty()) {
      out.push_back({FindingKind::kClash, place(names, row.origin),
                     fmt::format("\"{}\" is {} and {}", names.name(row), names.record(row.record).id, others)});
    }
    if (before != nullptr) {
      out.push_back({FindingKind::kHidden, place(names, row.origin),
                     fmt::format("\"{}\" of {} never counts: {} ({}) goes before", names.name(row),
                                 names.record(row.record).id, names.record(before->record).id,
                                 place(names, before->origin))});
    }
  }
}

}  // namespace

std::vector<Finding> name_findings(const Knowledge& known) {
  const Gazetteer& names = known.names();
  const Vocabulary& words = known.impl().vocabulary;
  std::vector<Finding> out;
  const std::vector<Row> rows = all_rows(names);
  for (std::size_t begin = 0; begin < rows.size();) {
    std::size_t end = begin + 1;
    while (end < rows.size() && rows[end].name == rows[begin].name) ++end;
    judge(names, rows, begin, end, out);
    for (std::size_t i = begin; i < end; ++i) {
      const NameEntry& row = rows[i].entry;
      const std::string_view name = names.name(row);
      const bool word = name.find_first_of(" -.'") == std::string_view::npos && !row.acronym &&
                        words.of(rows[i].name).common();
      if (row.guard != Guard::kNone || !row.has_capital || !word || is_state_name(row)) continue;
      out.push_back({FindingKind::kCommonWord, place(names, row.origin),
                     fmt::format("\"{}\" ({}) is a word of every day and has no guard", name,
                                 names.record(row.record).id)});
    }
    begin = end;
  }
  std::stable_sort(out.begin(), out.end(), [](const Finding& a, const Finding& b) { return a.kind < b.kind; });
  return out;
}

std::vector<Finding> stale_offices(const Knowledge& known, std::int32_t day, int years) {
  const Offices& offices = known.impl().offices;
  const Gazetteer& names = known.names();
  const std::int32_t oldest = day - years * 365;
  // The newest day on which something is known to have happened to an office.
  using Post = std::tuple<Index, RoleClass, std::string_view>;
  std::map<Post, std::int32_t> newest;
  const auto post = [&offices](const Office& o) { return Post(o.state, o.role_class, offices.role(o)); };
  for (const Office& office : offices.all()) {
    std::int32_t& last = newest.try_emplace(post(office), std::numeric_limits<std::int32_t>::min()).first->second;
    for (const std::int32_t at : {office.from, office.to}) {
      if (at <= day) last = std::max(last, at);
    }
  }
  std::vector<Finding> out;
  for (const Office& office : offices.all()) {
    const bool open = office.to == std::numeric_limits<std::int32_t>::max();
    const std::int32_t last = newest.at(post(office));
    if (!open || last >= oldest) continue;
    out.push_back({FindingKind::kStale, fmt::format("{}:{}", offices.file(office), office.line),
                   fmt::format("{}, {}{}: no end, newest fact {}{}", names.record(office.person).name, offices.role(office),
                               office.state == kNone ? std::string() : ", " + std::string(names.record(office.state).id),
                               last == std::numeric_limits<std::int32_t>::min() ? "undated" : to_string(from_days(last)),
                               office.end_unknown ? " (source closed)" : "")});
  }
  return out;
}

Result<std::vector<Finding>> rows_without_source(const std::vector<std::filesystem::path>& tables) {
  std::vector<Finding> out;
  for (const std::filesystem::path& path : tables) {
    std::ifstream file(path);
    bool source = false;
    for (std::string line; std::getline(file, line) && line.starts_with('#');) {
      source = source || line.starts_with("# source:");
    }
    if (!source) {
      out.push_back({FindingKind::kNoSource, path.string() + ":1", "the head has no line \"# source:\""});
    }
    Result<Tsv> table = Tsv::open(path, {}, {"source"});
    if (!table.ok()) return table.error();
    if (table->column(0) == 0) continue;
    while (table->next()) {
      if (!table->value(0).empty()) continue;
      out.push_back({FindingKind::kNoSource, fmt::format("{}:{}", path.string(), table->line()), "column source is empty"});
    }
    if (table->error()) return *table->error();
  }
  return out;
}

}  // namespace dragoman::cli
