// Part of dragoman; see LICENSE.
//
// Words, corrections, sentences.

#include "dragoman/token.h"

#include "token/correct.h"
#include "token/scan.h"
#include "token/sentence.h"

namespace dragoman {

Tokens tokenize(const Text& text) {
  static_assert(sizeof(Token) == 24);
  Tokens out;
  // English has a token for each 5.5 bytes or so.
  out.tokens.reserve(text.size() / 5 + 16);
  std::vector<std::uint32_t> stops;
  stops.reserve(text.size() / 64 + 16);
  Corrector corrector(text.view(), out, stops);
  WordScanner scanner(text.view());
  while (scanner.next()) corrector.add(scanner.words(), scanner.special());
  split_sentences(text, stops, out);
  return out;
}

}  // namespace dragoman
