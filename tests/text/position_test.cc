// Part of dragoman; see LICENSE.

#include <gtest/gtest.h>

#include "dragoman/text.h"
#include "reference/random_text.h"
#include "text/utf8.h"
#include "rounds.h"

namespace dragoman {
namespace {

// One position for each character and one for the end, counted in the obvious way.
std::vector<Position> slow_positions(std::string_view text) {
  std::vector<Position> all;
  Position p;
  while (true) {
    all.push_back(p);
    if (p.byte == text.size()) return all;
    const char32_t c = next_code_point(text, p.byte);
    ++p.code_point;
    p.utf16 += c >= 0x10000 ? 2 : 1;
    ++p.column;
    const bool crlf = c == '\r' && p.byte < text.size() && text[p.byte] == '\n';
    if ((c == '\n' || c == '\r' || c == 0x85 || c == 0x2028 || c == 0x2029) && !crlf) {
      ++p.line;
      p.column = 1;
    }
  }
}

TEST(PositionsTest, CountsAsEditorsDo) {
  const std::string text = "Łódź\r\n🇵🇱 b\u2028c";
  const Positions at(text);
  EXPECT_EQ(at.code_point(5), 3u);
  EXPECT_EQ(at.at_byte(9).line, 2u);
  EXPECT_EQ(at.utf16(9 + 8), 6u + 4u);
  EXPECT_EQ(at.at_byte(text.size()).line, 3u);
  EXPECT_EQ(at.at_byte(text.size()).column, 2u);
}

TEST(PositionsTest, InsideACharacterIsItsStart) {
  const Positions at("é🇵");
  EXPECT_EQ(at.at_byte(1).byte, 0u);
  EXPECT_EQ(at.code_point(4), 1u);
  EXPECT_EQ(at.byte_of_utf16(2), 2u);
  EXPECT_EQ(at.byte_of_utf16(99), 6u);
  EXPECT_EQ(at.byte_of_code_point(99), 6u);
}

TEST(PositionsTest, EqualTheSlowCountOnRandomText) {
  RandomText random(5);
  for (int round = 0; round < rounds(10000); ++round) {
    const std::string text = random.text(random.below(round % 50 == 0 ? 3000 : 60));
    const Positions at(text);
    for (const Position& p : slow_positions(text)) {
      const Position found = at.at_byte(p.byte);
      ASSERT_EQ(found.byte, p.byte);
      ASSERT_EQ(found.code_point, p.code_point);
      ASSERT_EQ(found.utf16, p.utf16);
      ASSERT_EQ(found.line, p.line) << text;
      ASSERT_EQ(found.column, p.column);
      ASSERT_EQ(at.code_point(p.byte), p.code_point);
      ASSERT_EQ(at.utf16(p.byte), p.utf16);
      ASSERT_EQ(at.byte_of_code_point(p.code_point), p.byte);
      ASSERT_EQ(at.byte_of_utf16(p.utf16), p.byte);
    }
  }
}

}  // namespace
}  // namespace dragoman
