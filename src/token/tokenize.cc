// Part of dragoman; see LICENSE.
//
// Words, corrections, sentences.

#include "dragoman/token.h"

#include "text/utf8.h"
#include "token/correct.h"
#include "token/describe.h"
#include "token/sentence.h"
#include "token/words.h"

namespace dragoman {
namespace {

bool plain(std::string_view word) {
  for (const char c : word) {
    const char low = static_cast<char>(c | 0x20);
    if (!((low >= 'a' && low <= 'z') || (c >= '0' && c <= '9'))) return false;
  }
  return true;
}

}  // namespace

Tokens tokenize(const Text& text) {
  static_assert(sizeof(Token) == 24);
  const std::string_view bytes = text.view();
  Tokens out;
  std::vector<std::uint32_t> stops;
  std::vector<std::uint32_t> ends;
  std::vector<Token> words;
  std::vector<std::uint32_t> special;
  icu_words(bytes, 0, ends);
  std::uint32_t start = 0;
  for (const std::uint32_t end : ends) {
    std::size_t first = start;  // behind leading blanks
    for (std::size_t i = start; i < end;) {
      if (!blank(next_code_point(bytes, i))) break;
      first = i;
    }
    if (first < end) {
      words.push_back(describe(bytes, static_cast<std::uint32_t>(first), end));
      if (!plain(bytes.substr(first, end - first))) {
        special.push_back(static_cast<std::uint32_t>(words.size() - 1));
      }
    }
    start = end;
  }
  Corrector(bytes, out, stops).add(words, special);
  split_sentences(text, stops, out);
  return out;
}

}  // namespace dragoman
