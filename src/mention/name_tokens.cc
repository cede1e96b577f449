// Part of dragoman; see LICENSE.

#include "mention/name_tokens.h"

#include <string>

#include "dragoman/text.h"
#include "dragoman/token.h"

namespace dragoman {

// A blank line between names keeps each a paragraph of its own.
NameTokens::NameTokens(const std::vector<std::string_view>& names) {
  std::string joined;
  std::vector<std::uint32_t> ends;
  ends.reserve(names.size());
  for (const std::string_view name : names) {
    joined += name;
    ends.push_back(std::uint32_t(joined.size()));
    joined += "\n\n";
  }
  // Callers have checked that the names are UTF-8, so offsets stay as they are here.
  const Result<Text> text = Text::from_utf8(std::move(joined));
  begin_.assign(names.size() + 1, 0);
  if (!text.ok()) return;
  const Tokens tokens = tokenize(*text);
  std::size_t name = 0;
  hashes_.reserve(tokens.tokens.size());
  for (const Token& token : tokens.tokens) {
    while (name < names.size() && token.start >= ends[name]) begin_[++name] = std::uint32_t(hashes_.size());
    if (name == names.size()) break;
    if (!token.has(kJoiner)) hashes_.push_back(token.hash);
  }
  while (name < names.size()) begin_[++name] = std::uint32_t(hashes_.size());
}

}  // namespace dragoman
