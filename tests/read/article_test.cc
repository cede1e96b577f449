// Part of dragoman; see LICENSE.

#include "dragoman/article.h"

#include <gtest/gtest.h>
#include <zlib.h>
#include <zstd.h>

#include "read/byte_stream.h"
#include "store/temp_folder.h"

namespace dragoman {
namespace {

std::string gzip(std::string_view bytes) {
  z_stream z{};
  deflateInit2(&z, 9, Z_DEFLATED, 16 + MAX_WBITS, 8, Z_DEFAULT_STRATEGY);
  std::string out(deflateBound(&z, uLong(bytes.size())) + 64, '\0');
  z.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(bytes.data()));
  z.avail_in = uInt(bytes.size());
  z.next_out = reinterpret_cast<Bytef*>(out.data());
  z.avail_out = uInt(out.size());
  deflate(&z, Z_FINISH);
  out.resize(z.total_out);
  deflateEnd(&z);
  return out;
}

std::string zstd(std::string_view bytes) {
  std::string out(ZSTD_compressBound(bytes.size()), '\0');
  out.resize(ZSTD_compress(out.data(), out.size(), bytes.data(), bytes.size(), 3));
  return out;
}

class ArticleTest : public testing::Test {
 protected:
  // Each article as "id | date | outlet | title | text", or its error; the folder's name left out.
  std::vector<std::string> all(const std::vector<std::string>& names, ArticleOptions options = {}) {
    std::vector<std::string> paths;
    for (const std::string& name : names) paths.push_back(name == "-" ? name : (folder_ / name).string());
    ArticleReader reader(paths, options);
    std::vector<std::string> out;
    while (std::optional<RawArticle> raw = reader.next()) {
      const Result<Article> article = read_article(*std::move(raw), reader.options());
      std::string line = !article.ok() ? "! " + article.error().message()
                                       : article->info.id + " | " + (article->info.date ? to_string(*article->info.date) : "-") +
                                             " | " + article->info.outlet + " | " + article->title + " | " +
                                             std::string(article->text.view());
      const std::string path = folder_.path().string() + "/";
      for (std::size_t at; (at = line.find(path)) != std::string::npos;) line.erase(at, path.size());
      out.push_back(std::move(line));
    }
    passed_over_ = reader.passed_over();
    if (reader.bytes_total() != 0) {
      EXPECT_EQ(reader.bytes_read(), reader.bytes_total());
    }
    return out;
  }
  using Lines = std::vector<std::string>;

  TempFolder folder_;
  std::size_t passed_over_ = 0;
};

TEST_F(ArticleTest, PackedOrNotItIsTheSame) {
  std::string text;
  for (int i = 0; i < 20'000; ++i) text += "Line " + std::to_string(i) + " of a longer text.\n";
  folder_.write("a.txt", text);
  folder_.write("b.txt.gz", gzip(text));
  folder_.write("c.txt.zst", zstd(text));
  // Members follow one another, as `cat a.gz b.gz` makes them; the ending need not say it.
  const std::size_t half = text.size() / 2;
  folder_.write("d.txt", gzip(text.substr(0, half)) + gzip(text.substr(half)) + std::string(512, '\0'));
  folder_.write("e.txt.zst", zstd(text.substr(0, half)) + zstd(text.substr(half)));
  const Lines read = all({"a.txt", "b.txt.gz", "c.txt.zst", "d.txt", "e.txt.zst"});
  ASSERT_EQ(read.size(), 5u);
  for (const std::string& line : read) EXPECT_EQ(line.substr(line.find(" | ")), " | - |  |  | " + text);
}

TEST_F(ArticleTest, WhatDoesNotUnpackSaysSo) {
  const std::string text(5000, 'x');
  folder_.write("cut.txt.gz", gzip("North Korea " + text).substr(0, 25));
  folder_.write("bad.txt.gz", gzip(text).replace(12, 8, "whatever"));
  folder_.write("cut.txt.zst", zstd(text).substr(0, 10));
  folder_.write("tail.txt.gz", gzip(text) + "not gzip");
  const Lines read = all({"cut.txt.gz", "bad.txt.gz", "cut.txt.zst", "tail.txt.gz"});
  ASSERT_EQ(read.size(), 4u);
  EXPECT_EQ(read[0], "! cut.txt.gz: packed, and it ends too early");
  EXPECT_EQ(read[1].substr(0, 27), "! bad.txt.gz: damaged gzip:");
  EXPECT_EQ(read[2], "! cut.txt.zst: packed, and it ends too early");
  EXPECT_EQ(read[3].substr(0, 28), "! tail.txt.gz: damaged gzip:");
}

TEST_F(ArticleTest, BombsAreRefused) {
  const std::string zeros(60'000'000, 'x');
  folder_.write("bomb.jsonl.gz", gzip(zeros));        // 1 : 1000
  folder_.write("bomb.txt.zst", zstd(zeros));
  folder_.write("large.txt.gz", gzip(zeros.substr(0, 200'000)));
  EXPECT_EQ(all({"bomb.jsonl.gz"}), Lines{"! bomb.jsonl.gz: unpacks to more than 400 times its size; is it a bomb?"});
  EXPECT_EQ(all({"bomb.txt.zst"}), Lines{"! bomb.txt.zst: unpacks to more than 400 times its size; is it a bomb?"});
  EXPECT_EQ(all({"large.txt.gz"}, {.max_bytes = 100'000}),
            Lines{"! large.txt.gz: more than 100000 bytes, expected at most 100000"});
}

TEST_F(ArticleTest, LinesOfJson) {
  folder_.write("wire.jsonl",
                "\xEF\xBB\xBF{\"id\": \"w1\", \"text\": \"Oslo.\", \"date\": \"2024-03-05T10:00:00Z\", \"source\": \"Wire\", "
                "\"title\": \"T\", \"url\": \"u\"}\r\n"
                "\n"
                "{\"text\": \"Without id.\", \"id\": null, \"outlet\": \"Post\"}\n"
                "{\"id\": 17, \"text\": \"A number.\", \"extra\": [1, {}]}");
  const Lines read = all({"wire.jsonl"}, {.date = Date{2020, 1, 1}, .outlet = "Default"});
  ASSERT_EQ(read.size(), 3u);
  EXPECT_EQ(read[0], "w1 | 2024-03-05 | Wire | T | Oslo.");
  EXPECT_EQ(read[1].substr(0, 11), "wire.jsonl#");
  EXPECT_EQ(read[1].substr(27), " | 2020-01-01 | Post |  | Without id.");
  EXPECT_EQ(read[2], "17 | 2020-01-01 | Default |  | A number.");
}

TEST_F(ArticleTest, ABadLineDoesNotStopTheNext) {
  folder_.write("wire.jsonl",
                "{\"text\": \"fine\", \"id\": \"1\"}\n"
                "{\"text\": \"cut\n"
                "[1, 2]\n"
                "{\"text\": 5, \"id\": []}\n"
                "{\"id\": \"5\"}\n"
                "{\"text\": \"x\", \"date\": \"last Tuesday\"}\n"
                "{\"text\": \"x\", \"date\": \"2023-02-30\"}\n"
                "{\"text\": \"nul \\u0000\"}\n"
                "{\"text\": \"bad \xFF utf-8\"}\n"
                "{\"text\": \"" + std::string(3000, 'y') + "\"}\n"
                "{\"text\": \"n\", \"id\": 1e999}\n"
                "{\"text\": \"last\", \"id\": \"l\"}\n");
  EXPECT_EQ(all({"wire.jsonl"}, {.max_bytes = 1000}),
            (Lines{"1 | - |  |  | fine", "! wire.jsonl:2: no JSON at byte 14, expected an object a line",
                   "! wire.jsonl:3: a JSON array, expected an object with \"text\"",
                   "! wire.jsonl:4: \"id\" is a array, expected text", "! wire.jsonl:5: no \"text\"",
                   "! wire.jsonl:6: \"last Tuesday\" is not a date: expected YYYY-MM-DD, as 2023-09-05",
                   "! wire.jsonl:7: \"2023-02-30\" is not a date: expected YYYY-MM-DD, as 2023-09-05",
                   "! wire.jsonl:8: binary: 1 NUL bytes, expected text; UTF-16 must be named as its encoding",
                   "! wire.jsonl:9: no JSON at byte 15, expected an object a line",
                   "! wire.jsonl:10: a line of more than 1000 bytes",
                   "! wire.jsonl:11: [json.exception.out_of_range.406] number overflow parsing '1e999'",
                   "l | - |  |  | last"}));
}

// Lines longer than what is read at once, and one that does not end.
TEST_F(ArticleTest, LongLinesAreReadWhole) {
  std::string lines, expected;
  for (int i = 0; i < 5; ++i) {
    const std::string text(std::size_t(90'000 + 7 * i), char('a' + i));
    lines += "{\"id\": \"" + std::to_string(i) + "\", \"text\": \"" + text + "\"}\n";
  }
  folder_.write("long.ndjson.gz", gzip(lines));
  const Lines read = all({"long.ndjson.gz"});
  ASSERT_EQ(read.size(), 5u);
  EXPECT_EQ(read[4].size(), std::string("4 | - |  |  | ").size() + 90'028);
  folder_.write("endless.jsonl", "{\"id\": \"1\", \"text\": \"fine\"}\n{\"text\": \"" + std::string(500'000, 'x'));
  EXPECT_EQ(all({"endless.jsonl"}, {.max_bytes = 1000}),
            (Lines{"1 | - |  |  | fine", "! endless.jsonl:2: a line of more than 1000 bytes"}));
}

TEST_F(ArticleTest, PagesAreReadInTheirEncoding) {
  folder_.write("a.html", "<meta charset=windows-1251><title>\xCC\xE8\xF0</title><p>\xCC\xE8\xF0 Kyiv.");
  folder_.write("b.html", "<meta charset=no-such><p>Caf\xC3\xA9 in Oslo.");
  folder_.write("c.bin", "<!doctype html><p>No ending says it.");
  folder_.write("d.html", "<script>only</script>");
  folder_.write("e.html.gz", gzip("<p>Packed."));
  EXPECT_EQ(all({"a.html", "b.html", "c.bin", "d.html", "e.html.gz"}),
            (Lines{"a.html | - |  | Мир | Мир Kyiv.\n", "b.html | - |  |  | Café in Oslo.\n",
                   "c.bin | - |  |  | No ending says it.\n", "! d.html: a page without text",
                   "e.html.gz | - |  |  | Packed.\n"}));
}

TEST_F(ArticleTest, WhatAPageLostIsTold) {
  const auto loss = [](const char* page) {
    return read_article({.place = "p", .bytes = page, .format = ArticleFormat::kHtml, .error = {}},
                        {.encoding = "UTF-8"})->text.loss();
  };
  const LossReport clean = loss("<title>T</title><script>var x;</script><p>Norway sent boats to Kenya.");
  EXPECT_TRUE(clean.complete());
  EXPECT_EQ(clean.left_out_bytes, 0u);
  const LossReport menu = loss("<nav><a>Home</a> <a>News</a></nav><p>Norway sent boats to Kenya.<footer>End</footer>");
  EXPECT_TRUE(menu.complete());
  EXPECT_EQ(menu.left_out_bytes, 11u);
  const LossReport bad = loss("<p>Norway sent \xFF boats to \xC3 Kenya.");
  EXPECT_EQ(to_string(bad), "2 ill-formed bytes replaced, the first at byte 15");
  EXPECT_EQ(bad.encoding, "UTF-8");
}

TEST_F(ArticleTest, APageInALine) {
  folder_.write("pages.jsonl", "{\"id\": \"p\", \"html\": \"<title>T</title><meta property='og:site_name' content='Site'><p>Words.\"}\n"
                               "{\"id\": \"q\", \"html\": \"<title>T</title><p>Words.\", \"title\": \"Mine\", \"outlet\": \"Ours\"}\n");
  EXPECT_EQ(all({"pages.jsonl"}), (Lines{"p | - | Site | T | Words.\n", "q | - | Ours | Mine | Words.\n"}));
}

TEST_F(ArticleTest, FoldersAreReadInOrderOfNames) {
  for (const char* name : {"news/b/2.txt", "news/a.txt", "news/b/1.txt", "news/picture.jpg", "news/b/notes"}) {
    folder_.write(name, "Text.");
  }
  std::filesystem::create_directory_symlink(folder_ / "news", folder_ / "news/b/loop");
  std::filesystem::create_directory(folder_ / "empty");
  EXPECT_EQ(all({"news"}), (Lines{"news/a.txt | - |  |  | Text.", "news/b/1.txt | - |  |  | Text.", "news/b/2.txt | - |  |  | Text."}));
  EXPECT_EQ(passed_over_, 2u);
  const Lines none = all({"empty", "missing.txt", "news/a.txt"});
  ASSERT_EQ(none.size(), 3u);
  EXPECT_EQ(none[0].substr(0, 34), "! empty: a folder without articles");
  EXPECT_EQ(none[1], "! missing.txt: no such file");
  EXPECT_EQ(none[2], "news/a.txt | - |  |  | Text.");
}

TEST_F(ArticleTest, FormatsAreGuessedFromTheBeginning) {
  folder_.write("lines", "  {\"id\": \"1\", \"text\": \"x\"}\n");
  folder_.write("words", "{not quite} JSON");
  folder_.write("empty", "");
  EXPECT_EQ(all({"lines", "words", "empty"}),
            (Lines{"1 | - |  |  | x", "words | - |  |  | {not quite} JSON", "! empty: empty, expected text"}));
  EXPECT_EQ(all({"lines"}, {.format = ArticleFormat::kText}),
            Lines{"lines | - |  |  |   {\"id\": \"1\", \"text\": \"x\"}\n"});
}

}  // namespace
}  // namespace dragoman
