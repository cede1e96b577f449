// Part of dragoman; see LICENSE.
//
// Loading: rows of all tables become NameEntry structs in flat arrays, names go into one
// string pool and one token trie, and the rows of a name are put side by side so that a
// trie node is a range of them.  References between records (state=, actor=) are settled
// when all tables are read, so tables may come in any order.

#include "dragoman/gazetteer.h"

#include <algorithm>
#include <charconv>
#include <numeric>

#include <fmt/format.h>

#include "base/flat_map.h"
#include "mention/tsv.h"
#include "mention/name_tokens.h"
#include "mention/token_trie.h"

namespace dragoman {
namespace {

std::uint64_t id_hash(std::string_view id) {   // FNV-1a
  std::uint64_t hash = 0xCBF29CE484222325ull;
  for (const char c : id) hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001B3ull;
  return hash ^ (hash >> 32);
}

constexpr std::string_view kKindNames[] = {"preferred", "official", "short", "alias", "abbreviation",
                                           "former", "local", "adjective", "demonym",
                                           "demonym_plural", "metonym", "generic"};
constexpr std::string_view kGuardNames[] = {"-", "exact", "context"};

template <typename Enum, std::size_t N>
std::optional<Enum> parse_enum(const std::string_view (&names)[N], std::string_view text) {
  for (std::size_t i = 0; i < N; ++i) {
    if (names[i] == text) return Enum(i);
  }
  return std::nullopt;
}

std::optional<int> number(std::string_view text) {
  int value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc() || end != text.data() + text.size() || value < 0) return std::nullopt;
  return value;
}

// "1968", "1968-09" or nothing.
std::optional<YearMonth> parse_year_month(std::string_view text) {
  if (text.empty()) return YearMonth{};
  YearMonth out;
  const auto year = number(text.substr(0, 4));
  if (!year || text.size() < 4) return std::nullopt;
  out.year = std::int16_t(*year);
  if (text.size() == 4) return out;
  const auto month = text.size() == 7 && text[4] == '-' ? number(text.substr(5)) : std::nullopt;
  if (!month || *month < 1 || *month > 12) return std::nullopt;
  out.month = std::uint8_t(*month);
  return out;
}

bool has_capital_letter(std::string_view name) {
  return std::any_of(name.begin(), name.end(), [](char c) {
    // Scripts other than Latin have no capitals that news could lack.
    return (c >= 'A' && c <= 'Z') || static_cast<unsigned char>(c) == 0xC3;
  });
}

bool has_lower_letter(std::string_view name) {
  return std::any_of(name.begin(), name.end(), [](char c) {
    return (c >= 'a' && c <= 'z') || static_cast<unsigned char>(c) >= 0x80;
  });
}

// Has the first word no capital, so that it may be met in lower case?
bool starts_lower(std::string_view name) {
  return !has_capital_letter(name.substr(0, name.find_first_of(" -")));
}

bool valid_id(std::string_view id, MentionType type) {
  if (type == MentionType::kState || type == MentionType::kNationality) {
    return id.size() == 3 && std::all_of(id.begin(), id.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
  }
  const std::size_t colon = id.find(':');
  return colon != std::string_view::npos && colon > 0 && colon + 1 < id.size();
}

}  // namespace

struct Gazetteer::Impl {
  struct Row {
    std::uint32_t file;
    std::uint32_t line;
  };

  std::vector<std::string> files;
  std::vector<Row> rows;                       // OriginId -> place
  std::vector<Record> records;
  FlatMap<Index> by_id;                        // id hash -> record
  std::string pool;
  std::vector<std::uint32_t> text_begin{0};    // NameEntry::text -> pool
  std::vector<NameEntry> entries;              // side by side for each trie node
  std::vector<std::uint32_t> node_begin;       // trie node -> entries
  std::vector<NameEntry> by_record;            // side by side for each record, preferred first
  std::vector<std::uint32_t> record_begin;
  std::vector<std::uint32_t> origin_text;      // OriginId -> NameEntry::text
  TokenTrie trie;
};

// Collects rows; then settles references and order.
class GazetteerLoader {
 public:
  using Impl = Gazetteer::Impl;
  GazetteerLoader() : impl_(std::make_unique<Impl>()) {}

  static constexpr std::size_t kName = 0, kType = 1, kId = 2, kKind = 3, kGuard = 4, kFrom = 5,
                               kTo = 6, kMore = 7;

  std::optional<Error> add(Tsv& table) {
    const std::uint32_t file = std::uint32_t(impl_->files.size());
    impl_->files.push_back(table.name());
    while (table.next()) {
      if (std::optional<Error> bad = add_row(table, file)) return bad;
    }
    return table.error();
  }

  Result<std::unique_ptr<const Impl>> finish() && {
    for (const Reference& reference : references_) {
      const Index* target = impl_->by_id.find(id_hash(reference.id));
      if (target == nullptr) return reference.error;
      Record& record = impl_->records[reference.record];
      (reference.actor ? record.actor : record.state) = *target;
    }
    for (Record& record : impl_->records) {
      if (record.name.empty()) record.name = record.id;
    }
    order_entries();
    return std::unique_ptr<const Impl>(std::move(impl_));
  }

 private:
  struct Reference {
    Index record;
    bool actor;
    std::string id;
    Error error;
  };

  std::optional<Error> add_row(const Tsv& table, std::uint32_t file) {
    NameEntry entry;
    const std::string_view name = table.cell(kName);
    if (name.empty() || name.size() > 255) return table.bad_cell(kName, "a name of 1 to 255 bytes");
    if (std::count_if(name.begin(), name.end(), [](char c) { return static_cast<unsigned char>(c) < 0x20; })) {
      return table.bad_cell(kName, "a name without control characters");
    }
    const auto type = mention_type(table.cell(kType));
    if (!type) return table.bad_cell(kType, "a mention type, as STATE or PERSON");
    const auto kind = parse_enum<NameKind>(kKindNames, table.cell(kKind));
    if (!kind) return table.bad_cell(kKind, "a kind of name (preferred, official, alias, ...)");
    const auto guard = parse_enum<Guard>(kGuardNames, table.cell(kGuard));
    if (!guard) return table.bad_cell(kGuard, "a guard (-, exact, context)");
    const auto from = parse_year_month(table.value(kFrom));
    if (!from) return table.bad_cell(kFrom, "YYYY, YYYY-MM or -");
    const auto to = parse_year_month(table.value(kTo));
    if (!to) return table.bad_cell(kTo, "YYYY, YYYY-MM or -");
    const std::string_view id = table.cell(kId);
    if (!valid_id(id, *type)) {
      return table.bad_cell(kId, *type == MentionType::kState || *type == MentionType::kNationality
                                     ? "a country code (three letters A-Z)"
                                     : "an id (kind:slug, as person:vladimir-putin)");
    }
    const OriginId origin = OriginId(impl_->rows.size());
    entry.type = *type;
    entry.kind = *kind;
    entry.guard = *guard;
    entry.from = *from;
    entry.to = *to;
    entry.has_capital = has_capital_letter(name);
    entry.acronym = entry.has_capital && !has_lower_letter(name);
    entry.record = record_of(id, *type);
    entry.origin = origin;
    if (std::optional<Error> bad = read_preferred(table, file, entry)) return bad;
    // The same name of the same thing again: a later table's row replaces an earlier one,
    // within a table the first stands ("Aruban", adjective and noun).
    const std::uint64_t key = (id_hash(id) ^ id_hash(name) * 3) + std::uint64_t(*type);
    const Index* known = by_key_.find(key);
    if (known == nullptr) {
      entry.text = std::uint32_t(impl_->text_begin.size() - 1);
      impl_->pool += name;
      impl_->text_begin.push_back(std::uint32_t(impl_->pool.size()));
      by_key_[key] = Index(impl_->entries.size());
      impl_->entries.push_back(entry);
    } else {
      NameEntry& before = impl_->entries[*known];
      entry.text = before.text;
      if (impl_->rows[before.origin].file != file) before = entry;
    }
    impl_->rows.push_back({file, table.line()});
    impl_->origin_text.push_back(entry.text);
    return std::nullopt;
  }

  Index record_of(std::string_view id, MentionType type) {
    Index& index = impl_->by_id[id_hash(id)];
    if (impl_->records.size() == 0 || impl_->records[index].id != id) {
      index = Index(impl_->records.size());
      Record& made = impl_->records.emplace_back();
      made.id = id;
      made.type = type == MentionType::kNationality ? MentionType::kState : type;
      preferred_.push_back({});
    }
    return index;
  }

  // The preferred row gives the record its name and facts.
  std::optional<Error> read_preferred(const Tsv& table, std::uint32_t file, const NameEntry& entry) {
    if (entry.kind != NameKind::kPreferred) return std::nullopt;
    if (entry.type == MentionType::kNationality) return std::nullopt;
    Record& record = impl_->records[entry.record];
    Seen& seen = preferred_[entry.record];
    if (seen.line != 0 && seen.file == file) {
      return table.bad_row(fmt::format("a second preferred name of {}, the first is in line {}",
                                       record.id, seen.line));
    }
    seen = {file, table.line()};
    record.name = table.cell(kName);
    record.type = entry.type;
    record.origin = entry.origin;
    return read_more(table, entry.record);
  }

  std::optional<Error> read_more(const Tsv& table, Index index) {
    Record& record = impl_->records[index];
    std::string_view more = table.value(kMore);
    while (!more.empty()) {
      const std::size_t end = std::min(more.find(';'), more.size());
      const std::string_view pair = more.substr(0, end);
      more.remove_prefix(std::min(end + 1, more.size()));
      const std::size_t equals = pair.find('=');
      if (equals == std::string_view::npos) return table.bad_cell(kMore, "key=value;key=value");
      const std::string_view key = pair.substr(0, equals), value = pair.substr(equals + 1);
      if (key == "state" || key == "actor") {
        references_.push_back({index, key == "actor", std::string(value),
                               table.bad_cell(kMore, fmt::format("right: no id \"{}\" in the tables", value))});
      } else if (key == "gender") {
        if (value != "m" && value != "f") return table.bad_cell(kMore, "right: gender is m or f");
        record.gender = value.front();
      } else if (key == "capital") {
        record.capital = value == "1";
      } else if (key == "population") {
        const auto people = number(value);
        if (!people) return table.bad_cell(kMore, "right: population is a number");
        record.population = std::uint32_t(*people);
      } else if (key == "order") {
        record.family_first = value == "family-first";
      } else if (key == "number") {
        record.plural = value == "plural";
      } else if (key == "family") {
        record.family = value;
      } else if (key == "class" || key == "sector") {
        record.klass = value;
      }   // further keys are facts that this version does not use
    }
    return std::nullopt;
  }

  void order_entries() {
    std::vector<std::string_view> names;
    names.reserve(impl_->entries.size());
    for (const NameEntry& entry : impl_->entries) {
      const std::uint32_t begin = impl_->text_begin[entry.text];
      names.push_back(std::string_view(impl_->pool).substr(begin, impl_->text_begin[entry.text + 1] - begin));
    }
    const NameTokens tokens(names);
    TokenTrie::Builder builder;
    std::vector<std::uint32_t> node(names.size());
    std::uint32_t most = 0;
    for (std::size_t i = 0; i < names.size(); ++i) {
      node[i] = tokens.of(i).empty() ? TokenTrie::kRoot : builder.add(tokens.of(i), starts_lower(names[i]));
      most = std::max(most, node[i]);
    }
    impl_->trie = std::move(builder).build();
    impl_->by_record = impl_->entries;
    group(impl_->by_record, impl_->record_begin, impl_->records.size(),
          [this](std::size_t i) { return impl_->entries[i].record; });
    for (std::size_t r = 0; r < impl_->records.size(); ++r) {
      const auto first = impl_->by_record.begin();
      std::stable_sort(first + impl_->record_begin[r], first + impl_->record_begin[r + 1],
                       [](const NameEntry& a, const NameEntry& b) { return a.kind < b.kind; });
    }
    std::vector<NameEntry> by_node = impl_->entries;
    group(by_node, impl_->node_begin, std::size_t(most) + 1, [&node](std::size_t i) { return node[i]; });
    impl_->entries = std::move(by_node);
  }

  // Counting sort: puts entries with the same key side by side, in table order.
  template <typename Key>
  void group(std::vector<NameEntry>& out, std::vector<std::uint32_t>& begin, std::size_t keys, Key key) {
    begin.assign(keys + 1, 0);
    for (std::size_t i = 0; i < out.size(); ++i) ++begin[key(i) + 1];
    std::partial_sum(begin.begin(), begin.end(), begin.begin());
    std::vector<std::uint32_t> next(begin.begin(), begin.end() - 1);
    std::vector<NameEntry> sorted(out.size());
    for (std::size_t i = 0; i < out.size(); ++i) sorted[next[key(i)]++] = out[i];
    out = std::move(sorted);
  }

  struct Seen {
    std::uint32_t file = 0;
    std::uint32_t line = 0;
  };
  std::unique_ptr<Impl> impl_;
  std::vector<Seen> preferred_;              // record -> its preferred row
  std::vector<Reference> references_;
  FlatMap<Index> by_key_;                    // (id, type, name) -> entry
};

namespace {

const Tsv::Columns kRequired = {"name", "type", "id", "kind"};
const Tsv::Columns kOptional = {"guard", "from", "to", "more"};

}  // namespace

Result<Gazetteer> Gazetteer::load(const std::vector<std::filesystem::path>& tables) {
  GazetteerLoader loader;
  for (const std::filesystem::path& path : tables) {
    Result<Tsv> table = Tsv::open(path, kRequired, kOptional);
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
    Result<Tsv> table = Tsv::parse(source.name, source.content, kRequired, kOptional);
    if (!table.ok()) return table.error();
    if (std::optional<Error> bad = loader.add(*table)) return *bad;
  }
  auto impl = std::move(loader).finish();
  if (!impl.ok()) return impl.error();
  return Gazetteer(*std::move(impl));
}

Gazetteer::Gazetteer(std::unique_ptr<const Impl> impl) : impl_(std::move(impl)) {}
Gazetteer::Gazetteer(Gazetteer&&) noexcept = default;
Gazetteer& Gazetteer::operator=(Gazetteer&&) noexcept = default;
Gazetteer::~Gazetteer() = default;

void Gazetteer::find(const std::vector<Token>& tokens, Index first, Index last,
                     std::vector<GazetteerMatch>& out) const {
  constexpr Index kAhead = 8;
  const TokenTrie& trie = impl_->trie;
  for (Index i = first; i < last;) {
    if (i + kAhead < last) trie.prefetch(tokens[i + kAhead]);
    const TokenTrie::Match match = trie.longest_at(tokens, i, last);
    if (match.found()) {
      out.push_back({i, match.last, match.node});
      i = match.last;
    } else {
      ++i;
    }
  }
}

GazetteerMatch Gazetteer::longest_at(const std::vector<Token>& tokens, Index at, Index last) const {
  const TokenTrie::Match match = impl_->trie.longest_at(tokens, at, last);
  return match.found() ? GazetteerMatch{at, match.last, match.node} : GazetteerMatch{at, at, 0};
}

void Gazetteer::all_at(const std::vector<Token>& tokens, Index at, Index last,
                       std::vector<GazetteerMatch>& out) const {
  impl_->trie.each_at(tokens, at, last, [&](const TokenTrie::Match& match) {
    out.push_back({at, match.last, match.node});
  });
}

std::span<const NameEntry> Gazetteer::entries(const GazetteerMatch& match) const {
  const std::vector<std::uint32_t>& begin = impl_->node_begin;
  if (match.first == match.last || match.node + 1 >= begin.size()) return {};
  return std::span(impl_->entries).subspan(begin[match.node], begin[match.node + 1] - begin[match.node]);
}

const std::vector<Record>& Gazetteer::records() const { return impl_->records; }

Index Gazetteer::record_of(std::string_view id) const {
  const Index* index = impl_->by_id.find(id_hash(id));
  return index != nullptr && impl_->records[*index].id == id ? *index : kNone;
}

std::span<const NameEntry> Gazetteer::names_of(Index record) const {
  const std::vector<std::uint32_t>& begin = impl_->record_begin;
  return std::span(impl_->by_record).subspan(begin[record], begin[record + 1] - begin[record]);
}

std::string_view Gazetteer::name(const NameEntry& entry) const {
  const std::uint32_t begin = impl_->text_begin[entry.text];
  return std::string_view(impl_->pool).substr(begin, impl_->text_begin[entry.text + 1] - begin);
}

Origin Gazetteer::origin(OriginId id) const {
  if (id >= impl_->rows.size()) return {};
  const Impl::Row& row = impl_->rows[id];
  const std::uint32_t text = impl_->origin_text[id];
  const std::uint32_t begin = impl_->text_begin[text];
  return {impl_->files[row.file], row.line,
          std::string_view(impl_->pool).substr(begin, impl_->text_begin[text + 1] - begin)};
}

std::size_t Gazetteer::name_count() const { return impl_->entries.size(); }
OriginId Gazetteer::origin_count() const { return OriginId(impl_->rows.size()); }

}  // namespace dragoman
