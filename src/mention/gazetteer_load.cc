// Part of dragoman; see LICENSE.
//
// Loading: rows of all tables become drafts, one for each name of a record; when all tables are
// read, references between records (state=, actor=) are settled, so that tables may come in any
// order, and the drafts are numbered anew by record and written to the arrays of
// gazetteer_data.h.  Tables are sorted by id: most rows speak of the record that the row before
// spoke of.

#include <algorithm>
#include <bit>
#include <charconv>
#include <numeric>
#include <tuple>

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
  // A name of a record while tables are read; its place in them.
  struct Row : NameEntry {
    std::uint32_t text, size;    // in names_
    std::uint32_t file, line;
    bool removed;
  };

 public:
  using Impl = Gazetteer::Impl;

  GazetteerLoader() = default;

  // Begins with what a gazetteer holds, as if its tables had been read: its rows in their order.
  explicit GazetteerLoader(const Gazetteer& base) : files_(base.impl_->files), file_(std::uint32_t(files_.size())) {
    const Impl& from = *base.impl_;
    more_column_.resize(files_.size());
    records_.reserve(from.things.size());
    sources_.reserve(from.things.size());
    std::vector<Row> rows(from.row_bits.size());
    names_.reserve(from.pool.size());
    for (const Impl::Run& run : from.runs) {
      const std::size_t end = &run == &from.runs[from.runs.size() - 1] ? rows.size() : (&run + 1)->first;
      for (OriginId n = run.first; n < end; ++n) {
        static_cast<NameEntry&>(rows[n]) = base.entry(n);
        rows[n].file = run.file;
        rows[n].line = run.line + (n - run.first);
        rows[n].text = std::uint32_t(names_.size());
        rows[n].size = std::uint32_t(from.text(n).size());
        names_ += from.text(n);
      }
    }
    std::vector<std::uint32_t> order(rows.size()), place(rows.size());
    std::iota(order.begin(), order.end(), 0u);
    std::sort(order.begin(), order.end(), [&rows](std::uint32_t a, std::uint32_t b) {
      return std::tuple(rows[a].file, rows[a].line, a) < std::tuple(rows[b].file, rows[b].line, b);
    });
    rows_.reserve(rows.size());
    for (const std::uint32_t n : order) {
      place[n] = std::uint32_t(rows_.size());
      rows_.push_back(rows[n]);
    }
    by_id_.reserve(from.things.size());
    by_key_.reserve(rows_.size());
    for (Index i = 0; i < from.things.size(); ++i) {
      const Record record = base.record(i);
      Draft& draft = records_.emplace_back();
      static_cast<RecordFacts&>(draft) = static_cast<const RecordFacts&>(record);
      draft.id = record.id;
      draft.family = record.family;
      draft.short_name = record.short_name;
      draft.klass = record.klass;
      const OriginId first = from.rows.begin(i);
      sources_.push_back({rows[first].file, rows[first].line, rows[first].file, rows[first].line, place[first]});
      const std::uint64_t hash = Impl::id_hash(record.id);
      by_id_[hash] = i + 1;
      for (OriginId n = first; n < from.rows.end(i); ++n) {
        by_key_[key_of(hash, from.text(n), rows[n].type)].value = place[n];
      }
    }
  }

  std::optional<Error> add(Tsv& table) {
    constexpr std::size_t kBytesPerRow = 80;   // measured; only a guess for reserve()
    const std::size_t rows = rows_.size() + table.bytes() / kBytesPerRow;
    rows_.reserve(rows);
    by_key_.reserve(rows);
    file_ = std::uint32_t(files_.size());
    files_.push_back(table.name());
    more_column_.push_back(table.column(NameRow::kMore));
    NameRowReader reader;
    NameRow row;
    while (table.next()) {
      if (std::optional<Error> bad = reader.read(table, row)) return bad;
      if (std::optional<Error> bad = row.removed ? remove(table, row) : add_row(table, row)) return bad;
    }
    return table.error();
  }

  Result<std::unique_ptr<const Impl>> finish() && {
    for (std::size_t i = 0; i < sources_.size(); ++i) {
      if (sources_[i].preferred_line != 0) continue;
      return Error(ErrorCode::kBadData,
                   fmt::format("{}:{}: no table has a preferred name of \"{}\"",
                               files_[sources_[i].file], sources_[i].first_line, records_[i].id));
    }
    for (const Reference& reference : references_) {
      const std::string_view id = std::string_view(reference_ids_).substr(reference.id, reference.size);
      const Index* target = by_id_.find(Impl::id_hash(id));
      if (target == nullptr) {
        return Error(ErrorCode::kBadData,
                     fmt::format("{}:{}: column {} (more): {}={}: no table has the id \"{}\"",
                                 files_[reference.file], reference.line,
                                 more_column_[reference.file], reference.actor ? "actor" : "state", id, id));
      }
      Draft& record = records_[reference.record];
      (reference.actor ? record.actor : record.state) = *target - 1;
    }
    return write();
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
    Row entry{};
    entry.record = last_record_;
    entry.kind = row.kind;
    entry.guard = row.guard;
    entry.type = row.type;
    entry.has_capital = row.has_capital;
    entry.acronym = row.has_capital && !row.has_lower;
    entry.from = row.from;
    entry.to = row.to;
    entry.file = file_;
    entry.line = table.line();
    const Index index = add_entry(row.name, key_of(last_hash_, row), entry);
    if (row.kind == NameKind::kPreferred && row.type != MentionType::kNationality) {
      return set_preferred(table, row, index);
    }
    return std::nullopt;
  }

  // A removed name is not found any more; the preferred one still shows what the id is.
  std::optional<Error> remove(const Tsv& table, const NameRow& row) {
    const std::uint64_t id_hash = Impl::id_hash(row.id);
    const Index* record = by_id_.find(id_hash);
    if (record == nullptr || records_[*record - 1].id != row.id) {
      return table.bad_cell(NameRow::kId, "the id of a thing that a table before has");
    }
    bool found = false;
    if (row.name == "*") {
      for (Row& other : rows_) {
        if (other.record == *record - 1) found = other.removed = true;
      }
    } else if (const EntryIndex* index = by_key_.find(key_of(id_hash, row)); index != nullptr && index->value != kNone) {
      found = rows_[index->value].removed = true;
    }
    if (found) return std::nullopt;
    return table.bad_cell(NameRow::kName, fmt::format("a {} name of {} that a table before has", to_string(row.type), row.id));
  }

  static std::uint64_t key_of(std::uint64_t id_hash, std::string_view name, MentionType type) {
    return (id_hash ^ hash_bytes(name) * 3) + std::uint64_t(type);
  }
  static std::uint64_t key_of(std::uint64_t id_hash, const NameRow& row) {
    return key_of(id_hash, row.name, row.type);
  }

  // Sets last_record_, last_hash_.
  std::optional<Error> find_record(const Tsv& table, const NameRow& row) {
    if (last_record_ != kNone && records_[last_record_].id == row.id) return std::nullopt;
    last_hash_ = Impl::id_hash(row.id);
    Index& index = by_id_[last_hash_];
    if (index == 0) {
      index = Index(records_.size()) + 1;
      Draft& made = records_.emplace_back();
      made.id = row.id;
      made.type = row.type == MentionType::kNationality ? MentionType::kState : row.type;
      Source& source = sources_.emplace_back();
      source.file = file_;
      source.first_line = table.line();
    } else if (records_[index - 1].id != row.id) {   // one pair of 10^12 hashes a million
      return table.bad_cell(NameRow::kId, fmt::format("to be told from \"{}\": choose another id",
                                                      records_[index - 1].id));
    }
    last_record_ = index - 1;
    return std::nullopt;
  }

  // The same name of the same thing again: a later table's row replaces an earlier one,
  // within a table the first stands ("Aruban", adjective and noun).  A preferred name
  // stays preferred.
  Index add_entry(std::string_view name, std::uint64_t key, Row& entry) {
    Index& index = by_key_[key].value;
    if (index == kNone) {
      index = Index(rows_.size());
      entry.text = std::uint32_t(names_.size());
      entry.size = std::uint32_t(name.size());
      names_ += name;
      rows_.push_back(entry);
      return index;
    }
    Row& before = rows_[index];
    entry.text = before.text;
    entry.size = before.size;
    const bool preferred = before.kind == NameKind::kPreferred || entry.kind == NameKind::kPreferred;
    if (before.file != file_) before = entry;
    if (preferred) before.kind = NameKind::kPreferred;
    return index;
  }

  // The preferred row gives the record its name and facts.  A later table may give another:
  // then the earlier one is an alias, and facts that only the earlier row told stay.
  std::optional<Error> set_preferred(const Tsv& table, const NameRow& row, Index entry) {
    Draft& record = records_[last_record_];
    Source& source = sources_[last_record_];
    if (source.preferred_line != 0) {
      if (source.preferred_file == file_) {
        return table.bad_row(fmt::format("a second preferred name of {}, the first is in line {}",
                                         record.id, source.preferred_line));
      }
      if (source.preferred_entry != entry) rows_[source.preferred_entry].kind = NameKind::kAlias;
    }
    source.preferred_file = file_;
    source.preferred_line = table.line();
    source.preferred_entry = entry;
    record.type = row.type;
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

  // Strings in the order of their numbers.
  struct Texts {
    std::vector<char> pool;
    std::vector<std::uint32_t> ends;
    std::uint32_t add(std::string_view text) {
      pool.insert(pool.end(), text.begin(), text.end());
      ends.push_back(std::uint32_t(pool.size()));
      return std::uint32_t(ends.size() - 1);
    }
  };
  std::string_view name(const Row& row) const { return std::string_view(names_).substr(row.text, row.size); }

  Result<std::unique_ptr<const Impl>> write() {
    std::erase_if(rows_, [](const Row& row) { return row.removed && row.kind != NameKind::kPreferred; });
    auto out = std::make_unique<Impl>();
    // Each record's rows, side by side; preferred first, else as the tables have them.
    std::vector<std::uint32_t> begin;
    std::vector<std::uint32_t> order =
        grouped(rows_.size(), records_.size(), begin, [this](std::size_t i) { return rows_[i].record; });
    for (std::size_t r = 0; r < records_.size(); ++r) {
      std::stable_sort(order.begin() + begin[r], order.begin() + begin[r + 1],
                       [this](std::uint32_t a, std::uint32_t b) { return rows_[a].kind < rows_[b].kind; });
    }
    out->rows = OffsetTable::of(std::span(begin).subspan(1));
    Texts texts;
    texts.pool.reserve(names_.size() * 2);
    texts.ends.reserve(rows_.size() + records_.size());
    write_rows(*out, order, texts);
    write_trie(*out, order);
    if (std::optional<Error> bad = write_records(*out, texts)) return *bad;
    out->pool = std::move(texts.pool);
    out->texts = OffsetTable::of(texts.ends);
    out->files = std::move(files_);
    return std::unique_ptr<const Impl>(std::move(out));
  }

  void write_rows(Impl& out, const std::vector<std::uint32_t>& order, Texts& texts) const {
    std::vector<Index> record_of_row;
    std::vector<std::uint16_t> bits;
    std::vector<Impl::Dates> dates;
    std::vector<Impl::Run> runs;
    record_of_row.reserve(order.size());
    bits.reserve(order.size());
    for (OriginId n = 0; n < order.size(); ++n) {
      const Row& row = rows_[order[n]];
      texts.add(name(row));
      record_of_row.push_back(row.record);
      const bool dated = row.from != YearMonth{} || row.to != YearMonth{};
      bits.push_back(Impl::pack(row, dated));
      if (dated) dates.push_back({n, row.from, row.to});
      if (runs.empty() || runs.back().file != row.file || runs.back().line + (n - runs.back().first) != row.line) {
        runs.push_back({n, row.file, row.line});
      }
    }
    out.record_of_row = std::move(record_of_row);
    out.row_bits = std::move(bits);
    out.dates = std::move(dates);
    out.runs = std::move(runs);
  }

  void write_trie(Impl& out, const std::vector<std::uint32_t>& order) const {
    std::vector<std::string_view> names;
    names.reserve(rows_.size());
    for (const Row& row : rows_) names.push_back(name(row));
    const NameTokens tokens(names);
    TokenTrie::Builder builder(tokens.token_count());
    std::vector<std::uint32_t> node(names.size());
    for (std::size_t i = 0; i < names.size(); ++i) {
      node[i] = rows_[i].removed ? 0 : builder.add(tokens.of(i), tokens.starts_lower(i));
    }
    std::vector<OriginId> number(order.size());   // of each row
    for (OriginId n = 0; n < order.size(); ++n) number[order[n]] = n;
    // Rows side by side by node, in the order of the tables.
    std::vector<std::uint32_t> begin, values(builder.node_count()), shared;
    const std::vector<std::uint32_t> by_node =
        grouped(rows_.size(), builder.node_count(), begin, [&node](std::size_t i) { return node[i]; });
    for (std::uint32_t n = 1; n < builder.node_count(); ++n) {
      const std::uint32_t count = begin[n + 1] - begin[n];
      if (count == 1) values[n] = number[by_node[begin[n]]];
      if (count < 2) continue;
      values[n] = Impl::kShared | std::uint32_t(shared.size());
      shared.push_back(count);
      for (std::uint32_t i = begin[n]; i < begin[n + 1]; ++i) shared.push_back(number[by_node[i]]);
    }
    out.trie = std::move(builder).build(values);
    out.shared = std::move(shared);
  }

  std::optional<Error> write_records(Impl& out, Texts& texts) {
    std::vector<Impl::Thing> things;
    std::vector<Index> states{kNone};
    std::vector<Impl::HaveExtra> have_extra((records_.size() + 63) / 64);
    std::vector<Impl::Extra> extras;
    FlatMap<std::uint16_t> state_numbers;
    FlatMap<std::uint32_t> classes;            // hash -> number of the string: there are few
    std::vector<Index> ids(records_.size() * 5 / 4 + 2, kNone);
    std::vector<std::uint64_t> bits(std::bit_ceil(std::max<std::size_t>(records_.size() / 12, 1)));
    for (const Draft& record : records_) {
      const std::uint64_t hash = Impl::id_hash(record.id);
      std::size_t at = Impl::id_place(hash, ids.size());
      while (ids[at] != kNone) at = at + 1 == ids.size() ? 0 : at + 1;
      ids[at] = Index(things.size());
      bits[(hash & (bits.size() * 64 - 1)) >> 6] |= std::uint64_t{1} << (hash & 63);
      texts.add(record.id);
      Impl::Thing thing{};
      thing.type = record.type;
      thing.flags = std::uint8_t((record.gender == 'm' ? Impl::kMale : record.gender == 'f' ? Impl::kFemale : 0) |
                                 (record.capital ? Impl::kCapital : 0) | (record.family_first ? Impl::kFamilyFirst : 0) |
                                 (record.plural ? Impl::kPlural : 0) | (record.past ? Impl::kPast : 0) |
                                 (record.generic ? Impl::kGeneric : 0));
      if (record.state != kNone) {
        std::uint16_t& number = state_numbers[index_key(record.state)];
        if (number == 0) {
          if (states.size() > 0xFFFF) {
            return Error(ErrorCode::kBadData, fmt::format("{}: more than 65535 things are given as state=",
                                                          files_[sources_[things.size()].file]));
          }
          number = std::uint16_t(states.size());
          states.push_back(record.state);
        }
        thing.state = number;
      }
      things.push_back(thing);
    }
    for (std::size_t r = 0; r < records_.size(); ++r) {
      const Draft& record = records_[r];
      if (r % 64 == 0) have_extra[r / 64].before = extras.size();
      if (record.actor == kNone && record.population == 0 && record.family.empty() &&
          record.short_name.empty() && record.klass.empty()) {
        continue;
      }
      things[r].flags |= Impl::kHasExtra;
      have_extra[r / 64].bits |= std::uint64_t{1} << (r % 64);
      Impl::Extra& extra = extras.emplace_back();
      extra.actor = record.actor;
      extra.population = record.population;
      if (!record.family.empty()) extra.family = texts.add(record.family);
      if (!record.short_name.empty()) extra.short_name = texts.add(record.short_name);
      if (!record.klass.empty()) {
        std::uint32_t& number = classes[hash_bytes(record.klass)];
        if (number == 0) number = texts.add(record.klass);
        extra.klass = number;
      }
    }
    out.things = std::move(things);
    out.states = std::move(states);
    out.have_extra = std::move(have_extra);
    out.extras = std::move(extras);
    out.ids = std::move(ids);
    out.id_bits = std::move(bits);
    return std::nullopt;
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

  std::vector<std::string> files_;
  std::vector<Row> rows_;
  std::string names_;                        // of the rows, one after another
  std::vector<Draft> records_;
  FlatMap<Index> by_id_;                     // hash of the id -> record + 1
  std::uint32_t file_ = 0;
  Index last_record_ = kNone;
  std::uint64_t last_hash_ = 0;
  std::vector<Source> sources_;              // of each record
  std::vector<Reference> references_;
  std::string reference_ids_;
  std::vector<std::size_t> more_column_;     // of each file, for messages
  FlatMap<EntryIndex> by_key_;               // (id, type, name) -> entry
};

namespace {

Result<std::unique_ptr<const Gazetteer::Impl>> read_all(GazetteerLoader&& loader,
                                                        const std::vector<std::filesystem::path>& tables) {
  for (const std::filesystem::path& path : tables) {
    Result<Tsv> table = Tsv::open(path, NameRow::kRequired, NameRow::kOptional);
    if (!table.ok()) return table.error();
    if (std::optional<Error> bad = loader.add(*table)) return *bad;
  }
  return std::move(loader).finish();
}

}  // namespace

Result<Gazetteer> Gazetteer::load(const std::vector<std::filesystem::path>& tables) {
  auto impl = read_all(GazetteerLoader(), tables);
  if (!impl.ok()) return impl.error();
  return Gazetteer(*std::move(impl));
}

Result<Gazetteer> Gazetteer::with(const std::vector<std::filesystem::path>& tables) const {
  auto impl = read_all(GazetteerLoader(*this), tables);
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
