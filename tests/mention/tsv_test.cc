// Part of dragoman; see LICENSE.

#include "mention/tsv.h"

#include <gtest/gtest.h>

namespace dragoman {
namespace {

// All rows as "a|b;a|b;", then the error if there is one.
std::string read_all(std::string content) {
  Result<Tsv> table = Tsv::parse("t.tsv", std::move(content), {"name", "id"}, {"from"});
  if (!table.ok()) return table.error().message();
  std::string out;
  while (table->next()) {
    out += std::string(table->cell(0)) + "|" + std::string(table->cell(1)) + "|" +
           std::string(table->cell(2)) + ";";
  }
  return table->error() ? out + table->error()->message() : out;
}

TEST(TsvTest, ColumnsAreReadByNameInAnyOrder) {
  EXPECT_EQ(read_all("# head\nid\tname\nPRK\tNorth Korea\n"), "North Korea|PRK|-;");
  EXPECT_EQ(read_all("from\tx\tname\tid\n1948\ty\tNorth Korea\tPRK"), "North Korea|PRK|1948;");
}

TEST(TsvTest, LineEndsMarksAndCommentsDoNotMatter) {
  EXPECT_EQ(read_all("\xEF\xBB\xBF# c\r\nname\tid\r\n\r\nMali\tMLI\r\n# c\r\nChad\tTCD"),
            "Mali|MLI|-;Chad|TCD|-;");
}

TEST(TsvTest, EveryDefectIsSaidWithItsPlace) {
  EXPECT_EQ(read_all(""), "t.tsv:1: no header row, expected the columns name, id");
  EXPECT_EQ(read_all("# only\n"), "t.tsv:2: no header row, expected the columns name, id");
  EXPECT_EQ(read_all("name\tnmae\n"), "t.tsv:1: no column \"id\" in the header, expected name, id");
  EXPECT_EQ(read_all("name\tid\tname\n"), "t.tsv:1: column \"name\" stands twice in the header");
  EXPECT_EQ(read_all("name\tid\nMali\tMLI\nChad\n"),
            "Mali|MLI|-;t.tsv:3: 1 column, expected 2 (name, id): \"Chad\"");
  EXPECT_EQ(read_all("name\tid\na\tb\tc\n"), "t.tsv:2: 3 columns, expected 2 (name, id): \"a\\x09b\\x09c\"");
  EXPECT_EQ(read_all(std::string("name\tid\na\0\tb\n", 13)), "t.tsv:2: a NUL byte: is this a text file?");
  EXPECT_EQ(read_all("name\tid\nMal\xE9\tMLI\n"), "t.tsv:2: byte 4 is not UTF-8");
  EXPECT_EQ(read_all("name\tid\n" + std::string(2'000'000, 'x')),
            "t.tsv:2: a line of 2000000 bytes, expected at most 1048576");
}

TEST(TsvTest, MissingFileAndDirectoryAreToldApart) {
  EXPECT_EQ(Tsv::open("/no/such/file.tsv", {"name"}).error().code(), ErrorCode::kNotFound);
  EXPECT_EQ(Tsv::open("/", {"name"}).error().code(), ErrorCode::kUnreadable);
}

}  // namespace
}  // namespace dragoman
