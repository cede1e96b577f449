// Part of dragoman; see LICENSE.
//
// Tokens the slow and obvious way: ICU's iterator over the whole text, each word
// described by itself, and the corrections given every word at once.

#ifndef DRAGOMAN_TESTS_REFERENCE_SLOW_TOKENS_H_
#define DRAGOMAN_TESTS_REFERENCE_SLOW_TOKENS_H_

#include "token/correct.h"
#include "token/describe.h"
#include "token/scan.h"
#include "token/sentence.h"

namespace dragoman {

inline Tokens slow_tokenize(const Text& text) {
  Tokens out;
  std::vector<Token> words;
  std::vector<std::uint32_t> special, stops;
  for (const Span span : uax29_words_by_icu(text.view())) {
    words.push_back(describe(text.view(), span.start, span.end));
    words.back().hash = fold_hash(fold(text.slice(span)));  // folding twice changes nothing
    bool plain = true;
    for (const char c : text.slice(span)) {
      const char low = static_cast<char>(c | 0x20);
      plain = plain && ((low >= 'a' && low <= 'z') || (c >= '0' && c <= '9'));
    }
    if (!plain) special.push_back(static_cast<std::uint32_t>(words.size() - 1));
  }
  Corrector(text.view(), out, stops).add(words, special);
  split_sentences(text, stops, out);
  return out;
}

inline bool same(const Token& a, const Token& b) {
  return a.start == b.start && a.end == b.end && a.hash == b.hash && a.kind == b.kind &&
         a.letters == b.letters && a.flags == b.flags;
}

inline bool same(const Sentence& a, const Sentence& b) {
  return a.span == b.span && a.first == b.first && a.last == b.last && a.caps == b.caps &&
         a.title == b.title && a.prose == b.prose;
}

}  // namespace dragoman

#endif  // DRAGOMAN_TESTS_REFERENCE_SLOW_TOKENS_H_
