// Part of dragoman; see LICENSE.

#include <gtest/gtest.h>

#include "dragoman/token.h"
#include "token/marked.h"

namespace dragoman {
namespace {

TEST(TokenTest, FullStopsOfAbbreviationsBelongToThem) {
  EXPECT_EQ(mark_tokens("The U.S. envoy left at 5 p.m. with Gen. Diallo."),
            "[The] [U.S.] [envoy] [left] [at] [5] [p.m.] [with] [Gen.] [Diallo][.]");
  EXPECT_EQ(mark_tokens("On Sept. 5, J. Okafor of Oro Mining Inc. met him."),
            "[On] [Sept.] [5][,] [J.] [Okafor] [of] [Oro] [Mining] [Inc.] [met] [him][.]");
  EXPECT_EQ(mark_tokens("a U.S.-led force"), "[a] [U.S.][-][led] [force]");
}

TEST(TokenTest, PossessivesAndClosedNegationsStandApart) {
  EXPECT_EQ(mark_tokens("Chile's army"), "[Chile]['s] [army]");
  EXPECT_EQ(mark_tokens("PERU’S ARMY WON’T MOVE"), "[PERU][’S] [ARMY] [WO][N’T] [MOVE]");
  EXPECT_EQ(mark_tokens("the troops' pay, the G20's plan, the U.S.'s aid"),
            "[the] [troops]['] [pay][,] [the] [G20]['s] [plan][,] [the] [U.S.]['s] [aid]");
  EXPECT_EQ(mark_tokens("They don't; we'll see"), "[They] [do][n't][;] [we]['ll] [see]");
  EXPECT_EQ(mark_tokens("O'Hara in Sana'a, Côte d’Ivoire"),
            "[O'Hara] [in] [Sana'a][,] [Côte] [d’Ivoire]");
}

TEST(TokenTest, HyphensJoinWordsThatStayApart) {
  EXPECT_EQ(mark_tokens("the U-S sent a KN-23"), "[the] [U-S] [sent] [a] [KN][-][23]");
  EXPECT_EQ(mark_tokens("Ban Ki-moon, AT&T"), "[Ban] [Ki][-][moon][,] [AT&T]");
  const Text text = *Text::from_utf8("Ban Ki-moon left - quickly");
  const Tokens tokens = tokenize(text);
  EXPECT_TRUE(tokens.tokens[2].has(kJoiner));
  EXPECT_FALSE(tokens.tokens[5].has(kJoiner));
}

TEST(TokenTest, MoneyKeepsItsSignApart) {
  EXPECT_EQ(mark_tokens("$1.5bn, €3m and 1,000 rials"),
            "[$][1.5bn][,] [€][3m] [and] [1,000] [rials]");
}

TEST(TokenTest, MissingSpacesAreSeen) {
  EXPECT_EQ(mark_tokens("Mr.Mbeki ended the war.The army left."),
            "[Mr.][Mbeki] [ended] [the] [war][.][The] [army] [left][.]");
}

TEST(SentenceTest, AbbreviationsDoNotEndSentences) {
  EXPECT_EQ(mark_sentences("Gen. Diallo met U.S. Ambassador J. Reyes. He left at 5 p.m. for Oran."),
            "Gen. Diallo met U.S. Ambassador J. Reyes.| He left at 5 p.m. for Oran.");
  EXPECT_EQ(mark_sentences("It was shipped from the U.S. The minister denied it."),
            "It was shipped from the U.S.| The minister denied it.");
}

TEST(SentenceTest, ClosingQuotesBelongToTheSentence) {
  EXPECT_EQ(mark_sentences("“We are ready.” He then left. \"Go!\" she said."),
            "“We are ready.”| He then left.| \"Go!\" she said.");
}

TEST(SentenceTest, BlankLinesEndSentences) {
  EXPECT_EQ(mark_sentences("A first paragraph without its stop\n\nA second one."),
            "A first paragraph without its stop|\n\nA second one.");
}

TEST(FoldTest, IllFormedBytesAreReplaced) {
  for (const char* word : {"green\xFF", "\xC3", "ab\xF0\x9F\x92", "\xE2\x80\xE2\x80\xE2"}) {
    const std::string valid(Text::from_utf8(word)->view());
    EXPECT_EQ(fold(word), fold(valid)) << valid;
    EXPECT_EQ(fold_hash(word), fold_hash(valid)) << valid;
  }
  EXPECT_EQ(fold("Green\xFF"), "green\uFFFD");
}

TEST(FoldTest, SpellingsOfOneNameAreOne) {
  EXPECT_EQ(fold("U.S."), "us");
  EXPECT_EQ(fold("U-S"), "us");
  EXPECT_EQ(fold("Gen."), "gen");
  EXPECT_EQ(fold("p.m."), "pm");
  EXPECT_EQ(fold("ERDOĞAN"), "erdogan");
  EXPECT_EQ(fold("’S"), "'s");
  EXPECT_EQ(fold("—"), "-");
  EXPECT_EQ(fold_hash("Erdoğan"), fold_hash("ERDOGAN"));
}

}  // namespace
}  // namespace dragoman
