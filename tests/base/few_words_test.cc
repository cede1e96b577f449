// Part of dragoman; see LICENSE.

#include "base/few_words.h"

#include <gtest/gtest.h>

#include <string>

namespace dragoman {
namespace {

TEST(FewWordsTest, HasItsWordsAndNoOthers) {
  static constexpr FewWords kParticles = {"up", "off", "out", "down", "away"};
  for (const char* word : {"up", "off", "out", "down", "away"}) EXPECT_TRUE(kParticles.has(word)) << word;
  for (const char* word : {"", "of", "oft", "upon", "Up", "ut", "aw"}) EXPECT_FALSE(kParticles.has(word)) << word;
}

// A word's mark never denies it; what shares the mark of a word is still told from it by its letters.
TEST(FewWordsTest, LettersDecideWhereMarksAgree) {
  static constexpr FewWords kWords = {"abc", "kilo", "seventeen"};
  std::size_t let_through = 0;
  for (int i = 0; i < 100000; ++i) {
    const std::string word = std::to_string(i);
    let_through += kWords.may_have(word_mark(word));
    EXPECT_FALSE(kWords.has(word));
  }
  EXPECT_GT(let_through, 0u);        // marks alone do not tell
  EXPECT_LT(let_through, 1000u);     // 9 of 4096 pairs of bits at most
  for (const std::string_view word : kWords.words()) EXPECT_TRUE(kWords.may_have(word_mark(word))) << word;
}

TEST(FewWordsTest, WordsOfAnyBytes) {
  static constexpr FewWords kWords = {"\xc3\xa9t\xc3\xa9", "a"};
  EXPECT_TRUE(kWords.has("\xc3\xa9t\xc3\xa9"));
  EXPECT_TRUE(kWords.has("a"));
  EXPECT_FALSE(kWords.has(std::string(300, 'a')));
}

}  // namespace
}  // namespace dragoman
