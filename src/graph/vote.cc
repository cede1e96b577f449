// Part of dragoman; see LICENSE.
//
// One document, one vote; ties are decided by the values themselves, never by order of
// arrival.  Most nodes have one row or equal ones, so that is asked first.

#include "graph/vote.h"

#include <algorithm>
#include <utility>

#include "graph/frozen.h"

namespace dragoman {
namespace {

// The value with most votes; `better` decides between equals.
template <typename Value, typename Better>
Value winner(std::vector<Value>& votes, Better better) {
  std::sort(votes.begin(), votes.end());
  Value best{};
  std::size_t most = 0;
  for (std::size_t i = 0; i < votes.size();) {
    std::size_t end = i;
    while (end < votes.size() && votes[end] == votes[i]) ++end;
    if (end - i > most || (end - i == most && better(votes[i], best))) {
      best = votes[i];
      most = end - i;
    }
    i = end;
  }
  return best;
}

}  // namespace

void elect(const Tables& tables, std::span<const std::uint32_t> rows, FrozenNode& node,
           std::vector<std::string_view>& aliases) {
  const auto& text = tables.texts;
  const AliasRow& first = tables.names[rows.front()];
  const bool agreed = std::all_of(rows.begin() + 1, rows.end(), [&](std::uint32_t i) {
    const AliasRow& row = tables.names[i];
    return row.name == first.name && row.aliases == first.aliases && row.state == first.state &&
           row.type == first.type;
  });
  if (agreed) {
    node.name = first.name;
    node.state = first.state;
    node.type = first.type;
    if (text[first.aliases].empty()) return;
    for (const std::string_view alias : unpack(text[first.aliases])) {   // sorted, each once
      if (alias != text[node.name] && !alias.empty()) aliases.push_back(alias);
    }
    return;
  }
  std::vector<StringId> names, states, others;
  std::vector<MentionType> types;
  for (const std::uint32_t i : rows) {
    const AliasRow& row = tables.names[i];
    names.push_back(row.name);
    if (!text[row.state].empty()) states.push_back(row.state);
    types.push_back(row.type);
    others.push_back(row.name);
  }
  node.name = winner(names, [&](StringId a, StringId b) {
    if (text[a].size() != text[b].size()) return text[a].size() > text[b].size();
    return text[a] < text[b];
  });
  const auto nothing = text.find("");
  node.state = states.empty() ? nothing.value_or(node.name)
                              : winner(states, [&](StringId a, StringId b) {
                                  return text[a] < text[b];
                                });
  node.type = winner(types, [](MentionType a, MentionType b) { return a < b; });

  std::vector<std::string_view> words;
  words.reserve(others.size());
  for (const StringId name : others) words.push_back(text[name]);
  for (const std::uint32_t i : rows) {
    for (const std::string_view alias : unpack(text[tables.names[i].aliases])) {
      words.push_back(alias);
    }
  }
  std::sort(words.begin(), words.end());
  words.erase(std::unique(words.begin(), words.end()), words.end());
  for (const std::string_view word : words) {
    if (word != text[node.name] && !word.empty()) aliases.push_back(word);
  }
}

}  // namespace dragoman
