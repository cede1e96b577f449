// Part of dragoman; see LICENSE.
//
// Titles and their plurals stand in a token trie as names do (token_trie.h).  Of two rows
// of one table with the same words the first counts.

#include "mention/titles.h"

#include <algorithm>
#include <unordered_map>
#include <utility>

#include "base/fields.h"
#include "mention/name_tokens.h"
#include "mention/tsv.h"

namespace dragoman {
namespace {

enum Column : std::size_t { kTitle, kClass, kPosition, kGender, kPlural, kOfficial };
const Tsv::Columns kColumns = {"title", "class", "position", "gender", "plural", "official"};

}  // namespace

Result<Titles> Titles::load(const std::filesystem::path& path) {
  Result<Tsv> table = Tsv::open(path, kColumns);
  if (!table.ok()) return table.error();
  return read({&*table, 1});
}

Result<Titles> Titles::parse(std::string name, std::string content) {
  return parse(std::vector<TextFile>{{std::move(name), std::move(content)}});
}

Result<Titles> Titles::parse(const std::vector<TextFile>& files) {
  std::vector<Tsv> tables;
  for (const TextFile& file : files) {
    Result<Tsv> table = Tsv::parse(file.name, file.content, kColumns);
    if (!table.ok()) return table.error();
    tables.push_back(*std::move(table));
  }
  return read(tables);
}

Result<Titles> Titles::read(std::span<Tsv> tables) {
  Titles titles;
  struct Row {
    std::string_view name;     // empty: replaced
    TitleInfo info;
  };
  std::vector<Row> rows;
  std::unordered_map<std::string_view, std::pair<Tsv*, std::vector<std::size_t>>> by_title;   // rows of its last table
  for (Tsv& table : tables) {
    titles.tables_.push_back({table.name(), titles.origin_count_});
    while (table.next()) {
      const std::string_view title = table.value(kTitle);
      if (title.empty()) return table.bad_cell(kTitle, "a title");
      auto& [last, known] = by_title[title];
      const bool removed = table.cell(kClass) == "removed";
      if (removed && known.empty()) return table.bad_cell(kTitle, "a title that a table before has");
      if (last != &table) {
        for (const std::size_t row : known) rows[row].name = {};
        known.clear();
        last = &table;
      }
      if (removed) continue;
      TitleInfo info;
      const auto role = role_class(table.cell(kClass));
      if (!role) return table.bad_cell(kClass, "a class of titles (head_of_state, honorific, rank, ...)");
      info.role_class = *role;
      const std::string_view position = table.cell(kPosition);
      info.before = position == "before" || position == "both";
      info.after = position == "after" || position == "both";
      if (!info.before && !info.after) return table.bad_cell(kPosition, "before, after or both");
      const std::string_view gender = table.value(kGender);
      if (!gender.empty() && gender != "m" && gender != "f") return table.bad_cell(kGender, "m, f or -");
      info.gender = gender.empty() ? '-' : gender.front();
      const std::string_view official = table.value(kOfficial);
      if (!official.empty() && official != "0" && official != "1") return table.bad_cell(kOfficial, "1, 0 or -");
      info.official = official == "1";
      info.number = titles.tables_.back().first + table.line();
      known.push_back(rows.size());
      rows.push_back({title, info});
      if (const std::string_view plural = table.value(kPlural); !plural.empty()) {
        info.plural = true;
        known.push_back(rows.size());
        rows.push_back({plural, info});
      }
    }
    if (table.error()) return *table.error();
    titles.origin_count_ += table.line() + 1;
  }
  std::vector<std::string_view> names;
  std::vector<TitleInfo> infos;
  for (const Row& row : rows) {
    if (row.name.empty()) continue;
    names.push_back(row.name);
    infos.push_back(row.info);
  }
  titles.infos_ = std::move(infos);
  const NameTokens tokens(names);
  TokenTrie::Builder builder(tokens.token_count());
  std::vector<std::uint32_t> info_at;          // of each node
  for (std::size_t i = 0; i < names.size(); ++i) {
    if (tokens.of(i).empty()) continue;
    const std::uint32_t node = builder.add(tokens.of(i), true);
    if (node >= info_at.size()) info_at.resize(node + 1, kNone);
    if (info_at[node] == kNone) info_at[node] = std::uint32_t(i);
  }
  info_at.resize(builder.node_count(), kNone);
  titles.trie_ = std::move(builder).build(info_at);
  return titles;
}

void Titles::add_to(BundleWriter& bundle) const {
  ByteWriter head;
  write_value(head, tables_);
  head.u32(origin_count_);
  bundle.add("titles.head", std::span<const char>(head.bytes()));
  bundle.add("titles.infos", infos_.span());
  trie_.add_to(bundle, "titles.trie");
}

Result<Titles> Titles::from_bundle(const Bundle& bundle) {
  const auto head = bundle.section<char>("titles.head");
  if (!head.ok()) return head.error();
  const auto infos = bundle.section<TitleInfo>("titles.infos");
  if (!infos.ok()) return infos.error();
  Result<TokenTrie> trie = TokenTrie::from_bundle(bundle, "titles.trie");
  if (!trie.ok()) return trie.error();
  Titles titles;
  ByteReader in({head->data(), head->size()}, bundle.name());
  read_value(in, titles.tables_);
  titles.origin_count_ = in.u32();
  titles.infos_ = *infos;
  titles.trie_ = *std::move(trie);
  if (!in.ok() || titles.tables_.empty() || titles.tables_[0].first != 0) return bundle.damaged("titles.head");
  if (!bundle.checked()) return titles;
  // Truth values are looked at as bytes: others than 0 and 1 are no bool.
  const auto truth = [](const bool& flag) { return reinterpret_cast<const std::uint8_t&>(flag) <= 1; };
  const bool right =
      std::all_of(infos->begin(), infos->end(), [&](const TitleInfo& info) {
        return info.role_class < RoleClass::kCount && truth(info.before) && truth(info.after) && truth(info.plural) &&
               truth(info.official) && info.number < titles.origin_count_;
      }) &&
      titles.trie_.each_value([&](std::uint32_t value) { return value < infos->size(); });
  if (!right) return bundle.damaged("titles");
  return titles;
}

Origin Titles::origin(std::uint32_t number) const {
  const auto table = std::upper_bound(tables_.begin(), tables_.end(), number,
                                      [](std::uint32_t n, const Table& t) { return n < t.first; }) - 1;
  return {table->name, number - table->first, "title"};
}

Titles::Match Titles::longest_at(const std::vector<Token>& tokens, Index at, Index last) const {
  const TokenTrie::Match match = trie_.longest_at(tokens, at, last);
  if (!match.found()) return {};
  return {&infos_[match.value], match.last};
}

}  // namespace dragoman
