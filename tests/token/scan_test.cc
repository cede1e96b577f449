// Part of dragoman; see LICENSE.

#include "token/scan.h"

#include <gtest/gtest.h>

#include "base/simd.h"
#include "reference/random_text.h"
#include "reference/slow_tokens.h"
#include "rounds.h"

namespace dragoman {
namespace {

std::string mark(std::string_view text, const std::vector<Span>& words) {
  std::string out;
  for (const Span w : words) {
    out.append("[").append(text.substr(w.start, w.size())).append("]");
  }
  return out;
}

// Each with the vector instructions that it names, or less if the processor has less.
class ScanTest : public testing::TestWithParam<Simd> {
  const SimdLimit limit_{GetParam()};
};

TEST_P(ScanTest, BoundariesEqualIcuOnRandomText) {
  RandomText random(29);
  for (int round = 0; round < rounds(100000); ++round) {
    const std::string text = random.text(random.below(round % 100 == 0 ? 2000 : 90));
    const std::vector<Span> fast = uax29_words(text);
    const std::vector<Span> icu = uax29_words_by_icu(text);
    ASSERT_EQ(mark(text, fast), mark(text, icu)) << "round " << round << ": " << text;
    ASSERT_EQ(fast, icu);
  }
}

TEST_P(ScanTest, BoundariesEqualIcuAtEveryOffsetInABlock) {
  const std::string samples[] = {"a’b", "1,2", "x.y ", "é’é", "“Łódź’s”", "3.5.", "a\r\nb", "n't ",
                                 "Ё.Ё", "1’2", "a.é", "é.1", "🇰🇪🇺🇬", "e\u0301.", " \u0301", "१,२"};
  for (const std::string& sample : samples) {
    for (std::size_t pad = 0; pad < 140; ++pad) {
      for (const char fill : {' ', 'z', '7', '-'}) {
        std::string text(pad, fill);
        text.append(sample).append(sample).append(pad % 7, fill);
        ASSERT_EQ(uax29_words(text), uax29_words_by_icu(text)) << text;
      }
    }
  }
}

TEST_P(ScanTest, LongRunsWithoutABlankEqualIcu) {
  for (const char* piece : {"a", "7", ".", "a.", "1,", "é", "’", "漢", "-x", "ก", "🙂"}) {
    std::string text = "go ";
    while (text.size() < 9000) text.append(piece);
    text.append(" on");
    ASSERT_EQ(uax29_words(text), uax29_words_by_icu(text)) << piece;
  }
}

TEST_P(ScanTest, TokensEqualTheSlowWayOnRandomText) {
  RandomText random(31);
  for (int round = 0; round < rounds(30000); ++round) {
    const Text text = *Text::from_utf8(random.text(random.below(round % 100 == 0 ? 3000 : 90)));
    const Tokens fast = tokenize(text);
    const Tokens slow = slow_tokenize(text);
    ASSERT_EQ(fast.tokens.size(), slow.tokens.size()) << text.view();
    for (std::size_t i = 0; i < fast.tokens.size(); ++i) {
      ASSERT_TRUE(same(fast.tokens[i], slow.tokens[i]))
          << text.slice(fast.tokens[i].span()) << " in " << text.view();
    }
    ASSERT_EQ(fast.sentences.size(), slow.sentences.size());
    for (std::size_t i = 0; i < fast.sentences.size(); ++i) {
      ASSERT_TRUE(same(fast.sentences[i], slow.sentences[i]));
    }
  }
}

std::string name_of(const testing::TestParamInfo<Simd>& info) {
  constexpr const char* kNames[] = {"Plain", "Sse2", "Avx2", "Avx512"};
  return kNames[int(info.param)];
}
INSTANTIATE_TEST_SUITE_P(Simd, ScanTest, testing::Values(Simd::kPlain, Simd::kAvx2, Simd::kAvx512), name_of);

}  // namespace
}  // namespace dragoman
