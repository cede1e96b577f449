// Part of dragoman; see LICENSE.

#include "token/word_set.h"

#include <gtest/gtest.h>

#include <string>

#include "dragoman/token.h"

namespace dragoman {
namespace {

TEST(WordSetTest, HashesOfTheCodeAreThoseOfTokens) {
  EXPECT_EQ(word_hash(""), fold_hash(""));
  EXPECT_EQ(word_hash(","), fold_hash(","));
  EXPECT_EQ(word_hash("."), fold_hash("."));
  EXPECT_EQ(word_hash("-"), fold_hash("-"));
  EXPECT_EQ(word_hash("the"), fold_hash("The"));
  EXPECT_EQ(word_hash("eightlet"), fold_hash("eightlet"));
  EXPECT_EQ(word_hash("o'clock"), fold_hash("o’clock"));
  EXPECT_EQ(word_hash("vice-president"), fold_hash("Vice-President"));
  EXPECT_EQ(word_hash("sixteen--letters"), fold_hash("sixteen--letters"));
  EXPECT_EQ(word_hash("counterintelligence-counterinsurgency"), fold_hash("Counterintelligence-counterinsurgency"));
  EXPECT_EQ(word_hash("senor"), fold_hash("señor"));
}

TEST(WordSetTest, HasItsWordsAndNoOthers) {
  static constexpr auto kOne = word_set({"whom"});
  EXPECT_TRUE(kOne.contains(fold_hash("whom")));
  EXPECT_FALSE(kOne.contains(fold_hash("who")));
  static constexpr auto kSome = word_set({"a", "b", "c", "d", "e", "f", "g", "h", "i", "j", "k", "l", "m", "n", "o", "p", "q", "r"});
  for (char c = 'a'; c <= 'z'; ++c) EXPECT_EQ(kSome.contains(fold_hash(std::string(1, c))), c <= 'r') << c;
  for (int i = 0; i < 10000; ++i) EXPECT_FALSE(kSome.contains(fold_hash(std::to_string(i)))) << i;
}

TEST(WordSetTest, AWordMayBeToldTwice) {
  static constexpr auto kTwice = word_set({"two", "both", "two"});
  EXPECT_TRUE(kTwice.contains(fold_hash("two")));
  EXPECT_TRUE(kTwice.contains(fold_hash("both")));
}

TEST(WordSetTest, AnyOfHasTheWordsOfAll) {
  static constexpr auto kOne = word_set({"of", "for", "of"});
  static constexpr auto kOther = word_set({"for", "with", "at", "by", "in"});
  static constexpr auto kAny = any_of(kOne, kOther);
  for (const char* word : {"of", "for", "with", "at", "by", "in"}) EXPECT_TRUE(kAny.contains(fold_hash(word))) << word;
  EXPECT_FALSE(kAny.contains(fold_hash("on")));
}

}  // namespace
}  // namespace dragoman
