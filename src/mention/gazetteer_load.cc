// Part of dragoman; see LICENSE.
//
// Loading: rows of all tables become NameEntry structs in flat arrays, names go into one
// string pool and one token trie, and the rows of a name are put side by side so that a
// trie node is a range of them.  References between records (state=, actor=) are settled
// when all tables are read, so tables may come in any order.  Tables are sorted by id:
// most rows speak of the record that the row before spoke of.

#include <algorithm>
#include <bit>
#include <charconv>
#include <numeric>

#include <fmt/format.h>

#include "base/flat_map.h"
#include "mention/gazetteer_data.h"
#include "mention/name_row.h"
#include "mention/name_tokens.h"

namespace dragoman {

class GazetteerLoader {
  // A record while tables are read.
  struct Draft : RecordFacts {
    std::string id, family, short_name, klass;
  };
  // What becomes the arrays of a Gazetteer.
  struct Parts {
    std::vector<std::string> files;
    std::vector<Gazetteer::Impl::Row> rows;
    std::vector<Draft> records;
    FlatMap<Index> by_id;                      // hash of the id -> record + 1
    std::vector<char> pool;
    std::vector<std::uint32_t> text_begin{0, 0};   // 0: the empty string
    std::vector<NameEntry> entries;
  };

 public:
  using Impl = Gazetteer::Impl;

  std::optional<Error> add(Tsv& table) {
    constexpr std::size_t kBytesPerRow = 80;   // measured; only a guess for reserve()
    const std::size_t rows = parts_.rows.size() + table.bytes() / kBytesPerRow;
    parts_.rows.reserve(rows);
    parts_.entries.reserve(rows);
    by_key_.reserve(rows);
    file_ = std::uint32_t(parts_.files.size());
    parts_.files.push_back(table.name());
    more_column_.push_back(table.column(NameRow::kMore));
    NameRowReader reader;
    NameRow row;
    while (table.next()) {
      if (std::optional<Error> bad = reader.read(table, row)) return bad;
      if (std::optional<Error> bad = add_row(table, row)) return bad;
    }
    return table.error();
  }

  Result<std::unique_ptr<const Impl>> finish() && {
    for (std::size_t i = 0; i < sources_.size(); ++i) {
      if (sources_[i].preferred_line != 0) continue;
      return Error(ErrorCode::kBadData,
                   fmt::format("{}:{}: no table has a preferred name of \"{}\"",
                               parts_.files[sources_[i].file], sources_[i].first_line, parts_.records[i].id));
    }
    for (const Reference& reference : references_) {
      const std::string_view id = std::string_view(reference_ids_).substr(reference.id, reference.size);
      const Index* target = parts_.by_id.find(Impl::id_hash(id));
      if (target == nullptr) {
        return Error(ErrorCode::kBadData,
                     fmt::format("{}:{}: column {} (more): {}={}: no table has the id \"{}\"",
                                 parts_.files[reference.file], reference.line,
                                 more_column_[reference.file], reference.actor ? "actor" : "state", id, id));
      }
      Draft& record = parts_.records[reference.record];
      (reference.actor ? record.actor : record.state) = *target - 1;
    }
    return build();
  }

 private:
  struct Reference {
    Index record;
    std::uint32_t file, line;
    std::uint32_t id, size;      // in reference_ids_
    bool actor;
  };
  struct Source {                // where a record stands
    std::uint32_t file = 0;
    std::uint32_t first_line = 0;
    std::uint32_t preferred_file = 0;
    std::uint32_t preferred_line = 0;   // 0: none yet
    Index preferred_entry = kNone;
  };
  struct EntryIndex {
    Index value = kNone;
  };

  std::optional<Error> add_row(const Tsv& table, const NameRow& row) {
    if (std::optional<Error> bad = find_record(table, row)) return bad;
    const OriginId origin = OriginId(parts_.rows.size());
    NameEntry entry;
    entry.record = last_record_;
    entry.kind = row.kind;
    entry.guard = row.guard;
    entry.type = row.type;
    entry.has_capital = row.has_capital;
    entry.acronym = row.has_capital && !row.has_lower;
    entry.from = row.from;
    entry.to = row.to;
    entry.origin = origin;
    const Index index = add_entry(row.name, entry);
    parts_.rows.push_back({file_, table.line(), parts_.entries[index].text});
    if (row.kind == NameKind::kPreferred && row.type != MentionType::kNationality) {
      return set_preferred(table, row, index, origin);
    }
    return std::nullopt;
  }

  // Sets last_record_, last_hash_.
  std::optional<Error> find_record(const Tsv& table, const NameRow& row) {
    if (last_record_ != kNone && parts_.records[last_record_].id == row.id) return std::nullopt;
    last_hash_ = Impl::id_hash(row.id);
    Index& index = parts_.by_id[last_hash_];
    if (index == 0) {
      index = Index(parts_.records.size()) + 1;
      Draft& made = parts_.records.emplace_back();
      made.id = row.id;
      made.type = row.type == MentionType::kNationality ? MentionType::kState : row.type;
      Source& source = sources_.emplace_back();
      source.file = file_;
      source.first_line = table.line();
    } else if (parts_.records[index - 1].id != row.id) {   // one pair of 10^12 hashes a million
      return table.bad_cell(NameRow::kId, fmt::format("to be told from \"{}\": choose another id",
                                                      parts_.records[index - 1].id));
    }
    last_record_ = index - 1;
    return std::nullopt;
  }

  // A new string's number.
  std::uint32_t add_text(std::string_view text) {
    if (text.empty()) return 0;
    const std::uint32_t number = std::uint32_t(parts_.text_begin.size() - 1);
    parts_.pool.insert(parts_.pool.end(), text.begin(), text.end());
    parts_.text_begin.push_back(std::uint32_t(parts_.pool.size()));
    return number;
  }
  // There are few classes: each string once.
  std::uint32_t add_class(std::string_view text) {
    std::uint32_t& number = classes_[hash_bytes(text)];
    if (number == 0) number = add_text(text);
    return number;
  }
  std::string_view text(std::uint32_t number) const {
    const std::vector<std::uint32_t>& begin = parts_.text_begin;
    return {parts_.pool.data() + begin[number], begin[number + 1] - begin[number]};
  }

  // The same name of the same thing again: a later table's row replaces an earlier one,
  // within a table the first stands ("Aruban", adjective and noun).  A preferred name
  // stays preferred.
  Index add_entry(std::string_view name, NameEntry& entry) {
    const std::uint64_t key = (last_hash_ ^ hash_bytes(name) * 3) + std::uint64_t(entry.type);
    Index& index = by_key_[key].value;
    if (index == kNone) {
      index = Index(parts_.entries.size());
      entry.text = add_text(name);
      parts_.entries.push_back(entry);
      return index;
    }
    NameEntry& before = parts_.entries[index];
    entry.text = before.text;
    const bool preferred = before.kind == NameKind::kPreferred || entry.kind == NameKind::kPreferred;
    if (parts_.rows[before.origin].file != file_) before = entry;
    if (preferred) before.kind = NameKind::kPreferred;
    return index;
  }

  // The preferred row gives the record its name and facts.  A later table may give another:
  // then the earlier one is an alias, and facts that only the earlier row told stay.
  std::optional<Error> set_preferred(const Tsv& table, const NameRow& row, Index entry, OriginId origin) {
    Draft& record = parts_.records[last_record_];
    Source& source = sources_[last_record_];
    if (source.preferred_line != 0) {
      if (source.preferred_file == file_) {
        return table.bad_row(fmt::format("a second preferred name of {}, the first is in line {}",
                                         record.id, source.preferred_line));
      }
      if (source.preferred_entry != entry) parts_.entries[source.preferred_entry].kind = NameKind::kAlias;
    }
    source.preferred_file = file_;
    source.preferred_line = table.line();
    source.preferred_entry = entry;
    record.type = row.type;
    record.origin = origin;
    return read_more(table, row.more, record);
  }

  std::optional<Error> read_more(const Tsv& table, std::string_view more, Draft& record) {
    while (!more.empty()) {
      const std::size_t end = std::min(more.find(';'), more.size());
      const std::string_view pair = more.substr(0, end);
      more.remove_prefix(std::min(end + 1, more.size()));
      const std::size_t equals = pair.find('=');
      if (equals == std::string_view::npos || equals == 0) {
        return table.bad_cell(NameRow::kMore, "key=value pairs with ; between");
      }
      const std::string_view key = pair.substr(0, equals), value = pair.substr(equals + 1);
      const auto wrong = [&](const char* expected) {
        return table.wrong(NameRow::kMore, fmt::format("{}={}, expected {}", key, value, expected));
      };
      if (key == "state" || key == "actor") {
        references_.push_back({last_record_, file_, table.line(), std::uint32_t(reference_ids_.size()),
                               std::uint32_t(value.size()), key == "actor"});
        reference_ids_ += value;
      } else if (key == "gender") {
        if (value != "m" && value != "f") return wrong("m or f");
        record.gender = value.front();
      } else if (key == "population") {
        const auto [last, error] = std::from_chars(value.data(), value.data() + value.size(), record.population);
        if (error != std::errc() || last != value.data() + value.size()) return wrong("a whole number");
      } else if (key == "capital") {
        record.capital = value == "1";
      } else if (key == "order") {
        if (value != "family-first") return wrong("family-first");
        record.family_first = true;
      } else if (key == "number") {
        if (value != "plural") return wrong("plural");
        record.plural = true;
      } else if (key == "past") {
        record.past = value == "1";
      } else if (key == "generic") {
        record.generic = value == "1";
      } else if (key == "family") {
        record.family = value;
      } else if (key == "short") {
        record.short_name = value;
      } else if (key == "class" || key == "sector") {
        record.klass = value;
      }   // further keys are facts that this version does not use
    }
    return std::nullopt;
  }

  std::unique_ptr<const Impl> build() {
    auto out = std::make_unique<Impl>();
    std::vector<std::string_view> names;
    names.reserve(parts_.entries.size());
    for (const NameEntry& entry : parts_.entries) names.push_back(text(entry.text));
    const NameTokens tokens(names);
    TokenTrie::Builder builder(tokens.token_count());
    std::vector<std::uint32_t> node(names.size());
    for (std::size_t i = 0; i < names.size(); ++i) {
      node[i] = builder.add(tokens.of(i), tokens.starts_lower(i));   // kRoot, never met: no tokens
    }
    // Entries side by side by node; then each record's, as places of those.
    std::vector<std::uint32_t> node_begin, record_begin;
    const std::vector<std::uint32_t> order =
        grouped(parts_.entries.size(), builder.node_count(), node_begin, [&node](std::size_t i) { return node[i]; });
    std::vector<NameEntry> entries;
    std::vector<std::uint32_t> place(order.size());
    entries.reserve(order.size());
    for (const std::uint32_t from : order) {
      place[from] = std::uint32_t(entries.size());
      entries.push_back(parts_.entries[from]);
    }
    std::vector<std::uint32_t> by_record =
        grouped(parts_.entries.size(), parts_.records.size(), record_begin,
                [this](std::size_t i) { return parts_.entries[i].record; });
    for (std::uint32_t& i : by_record) i = place[i];
    for (std::size_t r = 0; r < parts_.records.size(); ++r) {
      std::stable_sort(by_record.begin() + record_begin[r], by_record.begin() + record_begin[r + 1],
                       [&entries](std::uint32_t a, std::uint32_t b) { return entries[a].kind < entries[b].kind; });
    }
    add_records(*out);
    out->files = std::move(parts_.files);
    out->rows = std::move(parts_.rows);
    out->pool = std::move(parts_.pool);
    out->text_begin = std::move(parts_.text_begin);
    out->entries = std::move(entries);
    out->node_begin = std::move(node_begin);
    out->by_record = std::move(by_record);
    out->record_begin = std::move(record_begin);
    out->trie = std::move(builder).build();
    return out;
  }

  void add_records(Impl& out) {
    std::vector<RecordFacts> facts;
    std::vector<Impl::Strings> strings;
    std::vector<Index> ids(std::bit_ceil(parts_.records.size() * 3 / 2 + 2), kNone);
    std::vector<std::uint64_t> bits(std::bit_ceil(std::max<std::size_t>(parts_.records.size() / 8, 1)));
    for (const Draft& record : parts_.records) {
      const std::uint64_t hash = Impl::id_hash(record.id);
      std::size_t at = (hash ^ (hash >> 32)) & (ids.size() - 1);
      while (ids[at] != kNone) at = (at + 1) & (ids.size() - 1);
      ids[at] = Index(facts.size());
      bits[(hash & (bits.size() * 64 - 1)) >> 6] |= std::uint64_t{1} << (hash & 63);
      const NameEntry& preferred = parts_.entries[sources_[facts.size()].preferred_entry];
      strings.push_back({add_text(record.id), preferred.text, add_text(record.family),
                         add_text(record.short_name), add_class(record.klass)});
      facts.push_back(record);
    }
    out.facts = std::move(facts);
    out.strings = std::move(strings);
    out.ids = std::move(ids);
    out.id_bits = std::move(bits);
  }

  // Counting sort: the numbers 0 .. count - 1 by key, those of a key in their order.
  template <typename Key>
  static std::vector<std::uint32_t> grouped(std::size_t count, std::size_t keys,
                                            std::vector<std::uint32_t>& begin, Key key) {
    begin.assign(keys + 1, 0);
    for (std::size_t i = 0; i < count; ++i) ++begin[key(i) + 1];
    std::partial_sum(begin.begin(), begin.end(), begin.begin());
    std::vector<std::uint32_t> next(begin.begin(), begin.end() - 1);
    std::vector<std::uint32_t> sorted(count);
    for (std::size_t i = 0; i < count; ++i) sorted[next[key(i)]++] = std::uint32_t(i);
    return sorted;
  }

  Parts parts_;
  std::uint32_t file_ = 0;
  Index last_record_ = kNone;
  std::uint64_t last_hash_ = 0;
  std::vector<Source> sources_;              // of each record
  std::vector<Reference> references_;
  std::string reference_ids_;
  std::vector<std::size_t> more_column_;     // of each file, for messages
  FlatMap<std::uint32_t> classes_;           // hash -> number of the string
  FlatMap<EntryIndex> by_key_;               // (id, type, name) -> entry
};

Result<Gazetteer> Gazetteer::load(const std::vector<std::filesystem::path>& tables) {
  GazetteerLoader loader;
  for (const std::filesystem::path& path : tables) {
    Result<Tsv> table = Tsv::open(path, NameRow::kRequired, NameRow::kOptional);
    if (!table.ok()) return table.error();
    if (std::optional<Error> bad = loader.add(*table)) return *bad;
  }
  auto impl = std::move(loader).finish();
  if (!impl.ok()) return impl.error();
  return Gazetteer(*std::move(impl));
}

Result<Gazetteer> Gazetteer::parse(const std::vector<Table>& tables) {
  GazetteerLoader loader;
  for (const Table& source : tables) {
    Result<Tsv> table = Tsv::parse(source.name, source.content, NameRow::kRequired, NameRow::kOptional);
    if (!table.ok()) return table.error();
    if (std::optional<Error> bad = loader.add(*table)) return *bad;
  }
  auto impl = std::move(loader).finish();
  if (!impl.ok()) return impl.error();
  return Gazetteer(*std::move(impl));
}

}  // namespace dragoman
