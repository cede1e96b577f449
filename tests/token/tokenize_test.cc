// Part of dragoman; see LICENSE.
//
// What holds for any bytes whatever.

#include <gtest/gtest.h>

#include <thread>

#include "dragoman/token.h"
#include "reference/random_text.h"
#include "text/utf8.h"
#include "token/describe.h"
#include "token/marked.h"
#include "rounds.h"

namespace dragoman {
namespace {

bool on_boundary(const Text& text, std::uint32_t at) {
  return at == text.size() || !is_continuation(text.view()[at]);
}

void check(const Text& text) {
  const Tokens tokens = tokenize(text);
  std::uint32_t at = 0;
  for (const Token& t : tokens.tokens) {
    ASSERT_LE(at, t.start);
    ASSERT_LT(t.start, t.end);
    ASSERT_LE(t.end, text.size());
    ASSERT_TRUE(on_boundary(text, t.start) && on_boundary(text, t.end));
    for (std::size_t i = at; i < t.start;) ASSERT_TRUE(blank(next_code_point(text.view(), i)));
    ASSERT_EQ(t.hash, fold_hash(text.slice(t.span()))) << text.slice(t.span());
    ASSERT_EQ(t.hash, fold_hash(fold(text.slice(t.span()))));
    at = t.end;
  }
  for (std::size_t i = at; i < text.size();) ASSERT_TRUE(blank(next_code_point(text.view(), i)));

  std::uint32_t first = 0;
  for (const Sentence& s : tokens.sentences) {
    ASSERT_EQ(s.first, first);
    ASSERT_LT(s.first, s.last);
    ASSERT_LE(s.last, tokens.tokens.size());
    ASSERT_EQ(s.span.start, tokens.tokens[s.first].start);
    ASSERT_EQ(s.span.end, tokens.tokens[s.last - 1].end);
    ASSERT_TRUE(tokens.tokens[s.first].has(kSentenceStart));
    first = s.last;
  }
  ASSERT_EQ(first, tokens.tokens.size());
}

TEST(TokenizeTest, AnyBytesGiveOrderedTokensThatCoverAllButBlanks) {
  RandomText random(41);
  for (int round = 0; round < rounds(20000); ++round) {
    check(*Text::from_utf8(random.bytes(random.below(round % 100 == 0 ? 5000 : 150))));
    if (HasFatalFailure()) return;
  }
}

TEST(TokenizeTest, AnyTextGivesOrderedTokensThatCoverAllButBlanks) {
  RandomText random(43);
  for (int round = 0; round < rounds(20000); ++round) {
    check(*Text::from_utf8(random.text(random.below(round % 100 == 0 ? 5000 : 150))));
    if (HasFatalFailure()) return;
  }
}

TEST(TokenizeTest, NothingComesOfNothing) {
  EXPECT_TRUE(tokenize(Text()).tokens.empty());
  EXPECT_TRUE(tokenize(*Text::from_utf8(" \n\t\u00A0\r\n")).sentences.empty());
}

TEST(TokenizeTest, ThreadsGiveTheSameTokens) {
  RandomText random(47);
  const Text text = *Text::from_utf8(random.text(20000));
  const Tokens expected = tokenize(text);
  std::vector<std::thread> threads;
  std::vector<int> differing(4, 0);
  for (int& count : differing) {
    threads.emplace_back([&text, &expected, &count] {
      const Tokens tokens = tokenize(text);
      for (std::size_t i = 0; i < expected.tokens.size(); ++i) {
        count += tokens.tokens[i].hash != expected.tokens[i].hash;
      }
    });
  }
  for (std::thread& thread : threads) thread.join();
  EXPECT_EQ(differing, std::vector<int>(4, 0));
}

TEST(SentenceTest, StopsThatEndNothing) {
  for (const char* one :
       {"He paid $3.5 billion to Meridian Arms Inc. for the ships.", "Brig. Gen. A. B. Njoroge left.",
        "Talks opened on Sept. 5 in Accra.", "It was, he said... rather late.",
        "Rep. Ana Ruiz, D-Calif., voted no.", "“Will you stay?” he asked the king.",
        "The case, Silva vs. Peru, is No. 12 on the list.", "The U.S. Navy sent two ships.",
        "It opens at 9 a.m. local time.", "Visit bbc.co.uk for it.", "At about 5 a.m. Togo shelled Lome.", "She left on Tues. 7 May by sea."}) {
    EXPECT_EQ(mark_sentences(one), one);
  }
}

TEST(SentenceTest, StopsThatEndASentence) {
  EXPECT_EQ(mark_sentences("He met Kim Jr. The two spoke. \"No.\" They left (at 5 p.m.). It rained."),
            "He met Kim Jr.| The two spoke.| \"No.\"| They left (at 5 p.m.).| It rained.");
  EXPECT_EQ(mark_sentences("Oslo joined NATO in 1949. In 2023, Helsinki did."),
            "Oslo joined NATO in 1949.| In 2023, Helsinki did.");
  EXPECT_EQ(mark_sentences("The raid killed 12. al-Shabaab claimed it."),
            "The raid killed 12.| al-Shabaab claimed it.");
  EXPECT_EQ(mark_sentences("IRAN DENIED IT. THE U-S DID NOT."), "IRAN DENIED IT.| THE U-S DID NOT.");
}

TEST(SentenceTest, WrappedLinesGoOn) {
  const char* wrapped =
      "The government of Ghana said on Monday that it would send engineers and\n"
      "Medical staff of the army to the north after floods destroyed bridges there.";
  EXPECT_EQ(mark_sentences(wrapped), wrapped);
  EXPECT_EQ(mark_sentences("Points of the accord:\n- Peru opens its ports.\n- Chile ends its tariffs."),
            "Points of the accord:|\n- Peru opens its ports.|\n- Chile ends its tariffs.");
}

TEST(SentenceTest, MenusAreSentencesThatAreNotProse) {
  const Text text = *Text::from_utf8(
      "Sign in\n\nPeru and Chile reopen border after talks\n\n"
      "THE MINISTERS OF BOTH COUNTRIES MET IN LIMA ON TUESDAY. They shook hands.\n");
  const Tokens tokens = tokenize(text);
  ASSERT_EQ(tokens.sentences.size(), 4u);
  EXPECT_FALSE(tokens.sentences[0].prose);
  EXPECT_TRUE(tokens.sentences[1].prose && tokens.sentences[1].title);
  EXPECT_TRUE(tokens.sentences[2].caps);
  EXPECT_FALSE(tokens.sentences[3].caps || tokens.sentences[3].title);
}

TEST(TokenTest, QuotesOpenAndClose) {
  const Text text = *Text::from_utf8("He said \"no\" and “yes” to the troops' 'plan'.");
  std::string marks;
  for (const Token& t : tokenize(text).tokens) {
    if (t.has(kOpenQuote)) marks += "<";
    if (t.has(kCloseQuote)) marks += ">";
    if (t.has(kPossessive)) marks += "p";
  }
  EXPECT_EQ(marks, "<><>p<>");
}

}  // namespace
}  // namespace dragoman
