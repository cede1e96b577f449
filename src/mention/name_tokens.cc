// Part of dragoman; see LICENSE.
//
// All names go through the scanner and the corrector as the paragraphs of one text.  Lines
// and sentences are not judged, as they change no token: for lines of two words that would
// cost three times as much as all the rest.

#include "mention/name_tokens.h"

#include <string>

#include "dragoman/token.h"
#include "mention/token_trie.h"
#include "token/correct.h"
#include "token/scan.h"

namespace dragoman {

NameTokens::NameTokens(const std::vector<std::string_view>& names) {
  std::size_t bytes = 0;
  for (const std::string_view name : names) bytes += name.size() + 2;
  std::string joined;
  joined.reserve(bytes);
  std::vector<std::uint32_t> ends;
  ends.reserve(names.size());
  for (const std::string_view name : names) {
    joined += name;
    ends.push_back(std::uint32_t(joined.size()));
    joined += "\n\n";   // a blank line keeps each a paragraph of its own
  }
  Tokens cut;
  cut.tokens.reserve(bytes / 5 + 16);
  std::vector<std::uint32_t> stops;
  Corrector corrector(joined, cut, stops);
  WordScanner scanner(joined);
  while (scanner.next()) corrector.add(scanner.words(), scanner.special());

  begin_.assign(names.size() + 1, 0);
  starts_lower_.assign(names.size(), 0);
  hashes_.reserve(cut.tokens.size());
  std::size_t name = 0;
  for (const Token& token : cut.tokens) {
    while (name < names.size() && token.start >= ends[name]) {
      begin_[++name] = std::uint32_t(hashes_.size());
    }
    if (name == names.size()) break;
    if (token.has(kJoiner)) continue;
    if (hashes_.size() == begin_[name]) starts_lower_[name] = TokenTrie::lower(token);
    hashes_.push_back(token.hash);
  }
  while (name < names.size()) begin_[++name] = std::uint32_t(hashes_.size());
}

}  // namespace dragoman
