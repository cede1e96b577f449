// Part of dragoman; see LICENSE.
//
// Loading: rows of all tables become NameEntry structs in flat arrays, names go into one
// string pool and one token trie, and the rows of a name are put side by side so that a
// trie node is a range of them.  References between records (state=, actor=) are settled
// when all tables are read, so tables may come in any order.  Tables are sorted by id:
// most rows speak of the record that the row before spoke of.

#include <algorithm>
#include <charconv>
#include <numeric>

#include <fmt/format.h>

#include "mention/gazetteer_data.h"
#include "mention/name_row.h"
#include "mention/name_tokens.h"

namespace dragoman {

class GazetteerLoader {
 public:
  using Impl = Gazetteer::Impl;

  std::optional<Error> add(Tsv& table) {
    constexpr std::size_t kBytesPerRow = 80;   // measured; only a guess for reserve()
    const std::size_t rows = impl_->rows.size() + table.bytes() / kBytesPerRow;
    impl_->rows.reserve(rows);
    impl_->entries.reserve(rows);
    by_key_.reserve(rows);
    file_ = std::uint32_t(impl_->files.size());
    impl_->files.push_back(table.name());
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
                               impl_->files[sources_[i].file], sources_[i].first_line, impl_->records[i].id));
    }
    for (const Reference& reference : references_) {
      const std::string_view id = std::string_view(reference_ids_).substr(reference.id, reference.size);
      const Impl::RecordIndex* target = impl_->by_id.find(Impl::id_hash(id));
      if (target == nullptr) {
        return Error(ErrorCode::kBadData,
                     fmt::format("{}:{}: column {} (more): {}={}: no table has the id \"{}\"",
                                 impl_->files[reference.file], reference.line,
                                 more_column_[reference.file], reference.actor ? "actor" : "state", id, id));
      }
      Record& record = impl_->records[reference.record];
      (reference.actor ? record.actor : record.state) = target->value;
    }
    build();
    return std::unique_ptr<const Impl>(std::move(impl_));
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
    const OriginId origin = OriginId(impl_->rows.size());
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
    impl_->rows.push_back({file_, table.line(), impl_->entries[index].text});
    if (row.kind == NameKind::kPreferred && row.type != MentionType::kNationality) {
      return set_preferred(table, row, index, origin);
    }
    return std::nullopt;
  }

  // Sets last_record_, last_hash_.
  std::optional<Error> find_record(const Tsv& table, const NameRow& row) {
    if (last_record_ != kNone && impl_->records[last_record_].id == row.id) return std::nullopt;
    last_hash_ = Impl::id_hash(row.id);
    Index& index = impl_->by_id[last_hash_].value;
    if (index == kNone) {
      index = Index(impl_->records.size());
      Record& made = impl_->records.emplace_back();
      made.id = row.id;
      made.type = row.type == MentionType::kNationality ? MentionType::kState : row.type;
      Source& source = sources_.emplace_back();
      source.file = file_;
      source.first_line = table.line();
    } else if (impl_->records[index].id != row.id) {   // one pair of 10^12 hashes a million
      return table.bad_cell(NameRow::kId, fmt::format("to be told from \"{}\": choose another id",
                                                      impl_->records[index].id));
    }
    last_record_ = index;
    return std::nullopt;
  }

  // The same name of the same thing again: a later table's row replaces an earlier one,
  // within a table the first stands ("Aruban", adjective and noun).  A preferred name
  // stays preferred.
  Index add_entry(std::string_view name, NameEntry& entry) {
    const std::uint64_t key = (last_hash_ ^ hash_bytes(name) * 3) + std::uint64_t(entry.type);
    Index& index = by_key_[key].value;
    if (index == kNone) {
      index = Index(impl_->entries.size());
      entry.text = std::uint32_t(impl_->text_begin.size() - 1);
      impl_->pool += name;
      impl_->text_begin.push_back(std::uint32_t(impl_->pool.size()));
      impl_->entries.push_back(entry);
      return index;
    }
    NameEntry& before = impl_->entries[index];
    entry.text = before.text;
    const bool preferred = before.kind == NameKind::kPreferred || entry.kind == NameKind::kPreferred;
    if (impl_->rows[before.origin].file != file_) before = entry;
    if (preferred) before.kind = NameKind::kPreferred;
    return index;
  }

  // The preferred row gives the record its name and facts.  A later table may give another:
  // then the earlier one is an alias, and facts that only the earlier row told stay.
  std::optional<Error> set_preferred(const Tsv& table, const NameRow& row, Index entry, OriginId origin) {
    Record& record = impl_->records[last_record_];
    Source& source = sources_[last_record_];
    if (source.preferred_line != 0) {
      if (source.preferred_file == file_) {
        return table.bad_row(fmt::format("a second preferred name of {}, the first is in line {}",
                                         record.id, source.preferred_line));
      }
      if (source.preferred_entry != entry) impl_->entries[source.preferred_entry].kind = NameKind::kAlias;
    }
    source.preferred_file = file_;
    source.preferred_line = table.line();
    source.preferred_entry = entry;
    record.name = row.name;
    record.type = row.type;
    record.origin = origin;
    return read_more(table, row.more, record);
  }

  std::optional<Error> read_more(const Tsv& table, std::string_view more, Record& record) {
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

  void build() {
    std::vector<std::string_view> names;
    names.reserve(impl_->entries.size());
    for (const NameEntry& entry : impl_->entries) names.push_back(impl_->text(entry.text));
    const NameTokens tokens(names);
    TokenTrie::Builder builder(tokens.token_count());
    std::vector<std::uint32_t> node(names.size());
    for (std::size_t i = 0; i < names.size(); ++i) {
      node[i] = builder.add(tokens.of(i), tokens.starts_lower(i));   // kRoot, never met: no tokens
    }
    const std::vector<NameEntry>& rows = impl_->entries;
    impl_->by_record = grouped(impl_->record_begin, impl_->records.size(),
                               [&rows](std::size_t i) { return rows[i].record; });
    for (std::size_t r = 0; r < impl_->records.size(); ++r) {
      const auto first = impl_->by_record.begin() + impl_->record_begin[r];
      const auto last = impl_->by_record.begin() + impl_->record_begin[r + 1];
      if (last - first < 2) continue;
      std::stable_sort(first, last, [](const NameEntry& a, const NameEntry& b) { return a.kind < b.kind; });
    }
    impl_->entries = grouped(impl_->node_begin, builder.node_count(), [&node](std::size_t i) { return node[i]; });
    impl_->trie = std::move(builder).build();
    impl_->fill_id_bits();
  }

  // Counting sort: the entries with the same key side by side, in table order.
  template <typename Key>
  std::vector<NameEntry> grouped(std::vector<std::uint32_t>& begin, std::size_t keys, Key key) {
    const std::vector<NameEntry>& entries = impl_->entries;
    begin.assign(keys + 1, 0);
    for (std::size_t i = 0; i < entries.size(); ++i) ++begin[key(i) + 1];
    std::partial_sum(begin.begin(), begin.end(), begin.begin());
    std::vector<std::uint32_t> next(begin.begin(), begin.end() - 1);
    std::vector<NameEntry> sorted(entries.size());
    for (std::size_t i = 0; i < entries.size(); ++i) sorted[next[key(i)]++] = entries[i];
    return sorted;
  }

  std::unique_ptr<Impl> impl_ = std::make_unique<Impl>();
  std::uint32_t file_ = 0;
  Index last_record_ = kNone;
  std::uint64_t last_hash_ = 0;
  std::vector<Source> sources_;              // of each record
  std::vector<Reference> references_;
  std::string reference_ids_;
  std::vector<std::size_t> more_column_;     // of each file, for messages
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
