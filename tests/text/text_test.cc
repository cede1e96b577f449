// Part of dragoman; see LICENSE.

#include <gtest/gtest.h>

#include "dragoman/text.h"
#include "reference/random_text.h"
#include "text/utf8.h"
#include "rounds.h"

namespace dragoman {
namespace {

std::string read(std::string bytes) { return std::string(Text::from_utf8(bytes)->view()); }

TEST(TextTest, ValidTextIsKept) {
  const Text text = *Text::from_utf8("Café in São Tomé — 🇸🇹");
  EXPECT_EQ(text.view(), "Café in São Tomé — 🇸🇹");
  EXPECT_TRUE(text.loss().lossless());
  EXPECT_EQ(text.loss().encoding, "UTF-8");
}

TEST(TextTest, EachMaximalIllFormedSequenceBecomesOneReplacement) {
  EXPECT_EQ(read("a\xFFz"), "a\uFFFDz");
  EXPECT_EQ(read("a\xE2\x82z"), "a\uFFFDz");               // cut short
  EXPECT_EQ(read("a\xC0\xAFz"), "a\uFFFD\uFFFDz");         // overlong
  EXPECT_EQ(read("\xED\xA0\x80"), "\uFFFD\uFFFD\uFFFD");   // a surrogate
  EXPECT_EQ(read("\xF4\x90\x80\x80"), "\uFFFD\uFFFD\uFFFD\uFFFD");  // over U+10FFFF
  EXPECT_EQ(read("\xF0\x9F\x92"), "\uFFFD");
  EXPECT_EQ(read("\xE1\x80\xE2\xF0\x91\x92\xF1\xBF" "A"), "\uFFFD\uFFFD\uFFFD\uFFFDA");
}

TEST(TextTest, ReplacementsAreCounted) {
  const Text text = *Text::from_utf8("Mali \xE2\x82 and \xFF.");
  EXPECT_EQ(text.loss().replacements, 2u);
  EXPECT_EQ(text.loss().replaced_bytes, 3u);
  EXPECT_EQ(text.loss().first_replaced_at, 5u);
  EXPECT_FALSE(text.loss().lossless());
}

TEST(TextTest, LeadingByteOrderMarkIsDropped) {
  const Text text = *Text::from_utf8("\xEF\xBB\xBFOslo\xFF");
  EXPECT_EQ(text.view(), "Oslo\uFFFD");
  EXPECT_EQ(text.loss().byte_order_mark, 3u);
  EXPECT_EQ(text.loss().first_replaced_at, 7u);
}

TEST(TextTest, NulBytesAreKeptAndCounted) {
  const Text text = *Text::from_utf8(std::string("a\0b\0", 4));
  EXPECT_EQ(text.size(), 4u);
  EXPECT_EQ(text.loss().nul_bytes, 2u);
  EXPECT_EQ(Text::from_utf8("")->loss().nul_bytes, 0u);
}

TEST(TextTest, LossIsSaidInWords) {
  EXPECT_EQ(to_string(Text::from_utf8("Kenya sent two ships to Peru.")->loss()), "");
  EXPECT_EQ(to_string(Text::from_utf8("Mali\xFF and \xC0\xC0 others.")->loss()),
            "3 ill-formed bytes replaced, the first at byte 4");
  const Text text = *Text::from_utf8("Kenya sent two ships to Peru, officials said.\n\nSkip to main content\nTags: , , \xFF\n");
  EXPECT_EQ(to_string(text.loss()),
            "1 ill-formed byte replaced, the first at byte 78; 2 lines (33 bytes) not read as prose");
  EXPECT_FALSE(text.loss().complete());
}

TEST(TextTest, AnyBytesBecomeValidTextWithinThreeTimesTheirSize) {
  RandomText random(11);
  for (int round = 0; round < rounds(20000); ++round) {
    const std::string bytes = random.bytes(random.below(120));
    const Text text = *Text::from_utf8(bytes);
    ASSERT_EQ(first_ill_formed(text.view()), text.size());
    ASSERT_LE(text.size(), 3 * bytes.size());
    ASSERT_EQ(text.loss().lossless(), first_ill_formed(bytes) == bytes.size());
  }
}

TEST(DecodeTest, NamedEncodingsAreRead) {
  const Text text = *Text::decode("\xCA\xE8\xE5\xE2", "windows-1251");
  EXPECT_EQ(text.view(), "Киев");
  EXPECT_EQ(text.loss().encoding, "windows-1251");
}

TEST(DecodeTest, ByteOrderMarksChooseUtf16) {
  const Text little = *Text::decode(std::string_view("\xFF\xFEL\0i\0m\0a\0", 10), "");
  EXPECT_EQ(little.view(), "Lima");
  EXPECT_EQ(little.loss().encoding, "UTF-16LE");
  EXPECT_EQ(little.loss().byte_order_mark, 2u);
  const Text big = *Text::decode(std::string_view("\xFE\xFF\0L\0i\0m\0a", 10), "");
  EXPECT_EQ(big.view(), "Lima");
  const Text named = *Text::decode(std::string_view("\xFE\xFF\0L\0i\0m\0a", 10), "UTF-16");
  EXPECT_EQ(named.view(), "Lima");
}

TEST(DecodeTest, ValidUtf8IsNotGuessedToBeAnythingElse) {
  EXPECT_EQ(Text::decode("Brasília", "")->view(), "Brasília");
  EXPECT_EQ(Text::decode("", "")->view(), "");
}

TEST(DecodeTest, OldEncodingsAreDetected) {
  const std::string latin =
      "Le pr\xE9sident a re\xE7u la ministre des Affaires \xE9trang\xE8res du S\xE9n\xE9gal "
      "apr\xE8s la r\xE9union; les deux pays ont sign\xE9 un accord de coop\xE9ration.";
  const Text text = *Text::decode(latin, "");
  EXPECT_TRUE(text.view().starts_with("Le président a reçu")) << text.loss().encoding;
}

TEST(DecodeTest, IllFormedInputOfOtherEncodingsIsCounted) {
  const Text text = *Text::decode("\x82\xA0\xFF\x41", "Shift_JIS");
  EXPECT_EQ(text.loss().replacements, 1u);
  EXPECT_FALSE(text.loss().lossless());
}

TEST(DecodeTest, SurrogatesAreNotCutBetweenPieces) {
  std::string utf16;
  for (int i = 0; i < 5000; ++i) utf16.append("\x3D\xD8\x00\xDE", 4);  // U+1F600
  std::string odd = std::string("a\0", 2) + utf16;
  const Text text = *Text::decode(odd, "UTF-16LE");
  EXPECT_EQ(text.size(), 1u + 4u * 5000);
  EXPECT_TRUE(text.loss().lossless());
}

TEST(DecodeTest, UnknownEncodingIsABadArgument) {
  const Result<Text> text = Text::decode("abc", "utf-nine");
  ASSERT_FALSE(text.ok());
  EXPECT_EQ(text.error().code(), ErrorCode::kBadArgument);
  EXPECT_EQ(text.error().message(),
            "encoding \"utf-nine\" is not known, expected an IANA name as \"UTF-16\"");
}

}  // namespace
}  // namespace dragoman
