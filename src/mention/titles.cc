// Part of dragoman; see LICENSE.
//
// Titles and their plurals stand in a token trie as names do (token_trie.h).  Of two rows
// with the same words the first counts.

#include "mention/titles.h"

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
  return read(*table);
}

Result<Titles> Titles::parse(std::string name, std::string content) {
  Result<Tsv> table = Tsv::parse(std::move(name), std::move(content), kColumns);
  if (!table.ok()) return table.error();
  return read(*table);
}

Result<Titles> Titles::read(Tsv& table) {
  Titles titles;
  titles.file_ = table.name();
  std::vector<std::string_view> names;
  while (table.next()) {
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
    info.line = table.line();
    if (table.value(kTitle).empty()) return table.bad_cell(kTitle, "a title");
    names.push_back(table.cell(kTitle));
    titles.infos_.push_back(info);
    if (!table.value(kPlural).empty()) {
      info.plural = true;
      names.push_back(table.cell(kPlural));
      titles.infos_.push_back(info);
    }
  }
  if (table.error()) return *table.error();
  titles.last_line_ = table.line();
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

Titles::Match Titles::longest_at(const std::vector<Token>& tokens, Index at, Index last) const {
  const TokenTrie::Match match = trie_.longest_at(tokens, at, last);
  if (!match.found()) return {};
  return {&infos_[match.value], match.last};
}

}  // namespace dragoman
