// Part of dragoman; see LICENSE.

#include "mention/tsv.h"

#include <random>

#include <gtest/gtest.h>

#include "text/utf8.h"

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

TEST(TsvTest, FilesThatAreNoTablesAreRefused) {
  EXPECT_EQ(read_all(std::string("\x7f" "ELF\x02\x01\0\0\0\n", 10)), "t.tsv:1: a NUL byte: is this a text file?");
  EXPECT_EQ(read_all(std::string("\xFF\xFEn\0a\0", 6)), "t.tsv:1: a NUL byte: is this a text file?");
  EXPECT_EQ(read_all("n\xE4me\tid\n"), "t.tsv:1: byte 2 is not UTF-8");
  EXPECT_EQ(read_all(std::string(2'000'000, 'x')), "t.tsv:1: a line of 2000000 bytes, expected at most 1048576");
  EXPECT_EQ(read_all("{\"name\": 1}"), "t.tsv:1: no column \"name\" in the header, expected name, id");
}

TEST(TsvTest, QuotesInMessagesAreShortAndWellFormed) {
  std::string cell;
  for (int i = 0; i < 40; ++i) cell += "\u00e9";
  std::string shown = cell.substr(0, 60);
  EXPECT_EQ(read_all("name\tid\n" + cell + "\n"),
            "t.tsv:2: 1 column, expected 2 (name, id): \"" + shown + "...\"");
}

// Random bytes, and a good table with random bytes thrown in: an answer or an error, no crash.
TEST(TsvTest, AnyBytesGiveRowsOrAnError) {
  std::mt19937 random(11);
  for (int round = 0; round < 5000; ++round) {
    std::string content = round % 2 == 0 ? "" : "# c\nname\tid\tfrom\nMali\tMLI\t-\n";
    for (unsigned n = random() % 40; n > 0; --n) {
      const std::size_t at = content.empty() ? 0 : random() % content.size();
      content.insert(content.begin() + std::ptrdiff_t(at), "\t\n\r#-n\0\xE4\xFF"[random() % 9]);
    }
    const std::string said = read_all(content);
    ASSERT_EQ(first_ill_formed(said), said.size()) << said;
  }
}

TEST(TsvTest, MissingFileAndDirectoryAreToldApart) {
  EXPECT_EQ(Tsv::open("/no/such/file.tsv", {"name"}).error().code(), ErrorCode::kNotFound);
  EXPECT_EQ(Tsv::open("/", {"name"}).error().code(), ErrorCode::kUnreadable);
}

std::string read_jsonl(std::string_view content) {
  Result<Tsv> table = Tsv::parse_jsonl("t.jsonl", content, {"name", "id"}, {"more"});
  if (!table.ok()) return table.error().message();
  std::string out;
  while (table->next()) {
    out += std::to_string(table->line()) + " " + std::string(table->cell(0)) + "|" + std::string(table->cell(1)) + "|" +
           std::string(table->cell(2)) + ";";
  }
  return out;
}

TEST(TsvTest, JsonLinesAreRowsWithTheirOwnLines) {
  EXPECT_EQ(read_jsonl("{\"name\": \"Mali\", \"id\": \"MLI\", \"x\": [1]}\n\r\n"
                       "{\"id\": \"TCD\", \"name\": \"Tchad \\u2014 Chad\", \"more\": null}"),
            "1 Mali|MLI|-;3 Tchad \u2014 Chad|TCD|-;");
  EXPECT_EQ(read_jsonl("{\"name\": \"Lima\", \"id\": \"c\", \"more\": {\"population\": 10, \"state\": \"PER\", \"capital\": true}}"),
            "1 Lima|c|capital=1;population=10;state=PER;");
  EXPECT_EQ(read_jsonl(""), "");
}

TEST(TsvTest, BadJsonLineIsSaidWithItsPlace) {
  EXPECT_EQ(read_jsonl("\n{\"name\": \"Mali\""), "t.jsonl:2: not a JSON object");
  EXPECT_EQ(read_jsonl("[1, 2]"), "t.jsonl:1: not a JSON object");
  EXPECT_EQ(read_jsonl("\xFF\xFE{}"), "t.jsonl:1: not a JSON object");
  EXPECT_EQ(read_jsonl("{\"name\": [\"a\"]}"), "t.jsonl:1: \"name\": a value that no cell can hold: [\"a\"]");
  EXPECT_EQ(read_jsonl("{\"name\": \"a\\tb\"}"), "t.jsonl:1: \"name\": a value that no cell can hold: \"a\\tb\"");
  EXPECT_EQ(read_jsonl("{\"more\": {\"a\": \"b;c=d\"}}"),
            "t.jsonl:1: \"more\": a value that no cell can hold: {\"a\":\"b;c=d\"}");
}

}  // namespace
}  // namespace dragoman
