// Part of dragoman; see LICENSE.

#include "mention/no_capitals.h"

namespace dragoman {

bool without_capitals(const Document& document) {
  constexpr std::size_t kWordsACapital = 32;
  constexpr std::size_t kSurely = 4;          // so many among as many times eight words: not without
  std::size_t words = 0, capitals = 0;
  for (const Sentence& sentence : document.sentences()) {
    if (!sentence.prose) continue;
    for (Index i = sentence.first; i < sentence.last; ++i) {
      const Token& token = document.tokens.tokens[i];
      if (!token.word()) continue;
      ++words;
      capitals += token.has(kInitialCapital);
      if (capitals >= kSurely && words < capitals * kSurely * 2) return false;
    }
  }
  return words > 0 && capitals * kWordsACapital <= words;
}

}  // namespace dragoman
