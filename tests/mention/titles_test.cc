// Part of dragoman; see LICENSE.

#include "mention/titles.h"

#include <gtest/gtest.h>

namespace dragoman {
namespace {

constexpr const char* kTable =
    "title\tclass\tposition\tgender\tplural\tofficial\n"
    "Minister\tminister\tboth\t-\tMinisters\t1\n"
    "Defense Minister\tdefence_minister\tboth\t-\tDefense Ministers\t1\n"
    "spokeswoman\tspokesperson\tboth\tf\tspokeswomen\t1\n";

std::string longest(const Titles& titles, const std::string& line) {
  const Text text = *Text::from_utf8(line);
  const Tokens tokens = tokenize(text);
  const auto match = titles.longest_at(tokens.tokens, 0, Index(tokens.tokens.size()));
  if (match.info == nullptr) return "none";
  return std::string(kRoleClassNames[std::size_t(match.info->role_class)]) + " " +
         std::to_string(match.last) + (match.info->plural ? " plural" : "") + " " + match.info->gender;
}

TEST(TitlesTest, LongestTitleAndItsPlural) {
  const auto titles = Titles::parse("titles.tsv", kTable);
  ASSERT_TRUE(titles.ok()) << titles.error().message();
  EXPECT_EQ(longest(*titles, "Defense Minister Shoigu"), "defence_minister 2 -");
  EXPECT_EQ(longest(*titles, "DEFENSE MINISTERS MET"), "defence_minister 2 plural -");
  EXPECT_EQ(longest(*titles, "spokeswoman said"), "spokesperson 1 f");
  EXPECT_EQ(longest(*titles, "Defense budget"), "none");
}

TEST(TitlesTest, BadCellsSayWhere) {
  const auto complaint = [](const char* row) {
    const auto titles = Titles::parse("t.tsv", "title\tclass\tposition\tgender\tplural\tofficial\n" + std::string(row));
    return titles.ok() ? "loaded" : titles.error().message();
  };
  EXPECT_EQ(complaint("X\tking\tboth\t-\t-\t1\n"),
            "t.tsv:2: column 2 (class): \"king\" is not a class of titles (head_of_state, honorific, rank, ...)");
  EXPECT_EQ(complaint("X\trank\tbelow\t-\t-\t1\n"),
            "t.tsv:2: column 3 (position): \"below\" is not before, after or both");
  EXPECT_EQ(complaint("X\trank\tboth\tx\t-\t1\n"), "t.tsv:2: column 4 (gender): \"x\" is not m, f or -");
  EXPECT_EQ(complaint("X\trank\tboth\t-\t-\tyes\n"), "t.tsv:2: column 6 (official): \"yes\" is not 1, 0 or -");
  EXPECT_EQ(complaint("-\trank\tboth\t-\t-\t1\n"), "t.tsv:2: column 1 (title): \"-\" is not a title");
  EXPECT_EQ(complaint("X\trank\n"),
            "t.tsv:2: 2 columns, expected 6 (title, class, position, gender, plural, official): \"X\\x09rank\"");
}

}  // namespace
}  // namespace dragoman
