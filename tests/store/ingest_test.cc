// Part of dragoman; see LICENSE.

#include "dragoman/ingest.h"

#include <gtest/gtest.h>

#include "dragoman/export.h"
#include "store/temp_folder.h"
#include "store/wire.h"

namespace dragoman {
namespace {

const Pipeline& pipeline() {
  static const Result<Pipeline> loaded = Pipeline::load();
  if (!loaded.ok()) std::abort();
  return *loaded;
}

class IngestTest : public testing::Test {
 protected:
  IngestReport run(const std::string& db, const std::vector<std::string>& names, IngestOptions options = {},
                   ArticleOptions article_options = {}) {
    std::vector<std::string> paths;
    for (const std::string& name : names) paths.push_back((folder_ / name).string());
    Result<Store> store = Store::open(folder_ / db, {.sync = false});
    ArticleReader articles(paths, article_options);
    Result<IngestReport> report = ingest(pipeline(), articles, *store, options);
    if (report.ok()) return *std::move(report);
    ADD_FAILURE() << report.error().message();
    return {};
  }

  static std::string say(const IngestReport& r) {
    return std::to_string(r.change.added) + " added, " + std::to_string(r.change.replaced) + " replaced, " +
           std::to_string(r.change.unchanged) + " unchanged, " + std::to_string(r.skipped) + " skipped, " +
           std::to_string(r.error_count) + " errors";
  }

  // Every row of every table, keys as well.
  std::string dump(const std::string& db) {
    std::string all;
    for (const std::string& table :
         rows_of(folder_ / db, "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'search_%' ORDER BY 1")) {
      all += "== " + table + "\n";
      for (const std::string& row : rows_of(folder_ / db, "SELECT * FROM " + table)) all += row + "\n";
    }
    return all;
  }

  void write_wire(const std::string& name, std::size_t first, std::size_t last) {
    std::string lines;
    for (std::size_t i = first; i < last; ++i) lines += Wire::line(Wire::report(i));
    folder_.write(name, lines);
  }

  TempFolder folder_;
};

TEST_F(IngestTest, TheStoreIsTheSameWithAnyNumberOfThreads) {
  write_wire("wire.jsonl", 0, 400);
  EXPECT_EQ(say(run("one.db", {"wire.jsonl"}, {.threads = 1})), "400 added, 0 replaced, 0 unchanged, 0 skipped, 0 errors");
  run("four.db", {"wire.jsonl"}, {.threads = 4});
  run("small.db", {"wire.jsonl"}, {.threads = 3, .batch = 7});
  const std::string one = dump("one.db");
  EXPECT_GT(one.size(), 100'000u);
  EXPECT_TRUE(one == dump("four.db"));
  // The graph is that of the documents themselves.
  RelationGraph graph;
  for (std::size_t i = 0; i < 400; ++i) {
    const WireReport r = Wire::report(i);
    DocumentInfo info{.id = r.id, .date = *parse_date(r.date), .outlet = r.outlet, .url = {}};
    ASSERT_TRUE(graph.add(*pipeline().analyze(r.text, info)).ok());
  }
  EXPECT_GT(graph.edge_count(), 100u);
  for (const char* db : {"one.db", "small.db"}) {
    EXPECT_TRUE(write_graph(*Store::open(folder_ / db)->graph(), GraphFormat::kJson) == write_graph(graph, GraphFormat::kJson));
  }
}

TEST_F(IngestTest, AnInterruptedRunIsTakenUp) {
  write_wire("wire.jsonl", 0, 100);
  run("whole.db", {"wire.jsonl"});
  std::size_t calls = 0;
  const IngestReport part = run("parts.db", {"wire.jsonl"}, {.batch = 10, .progress = [&](const IngestProgress& p) {
                                  EXPECT_LE(p.bytes_read, p.bytes_total);
                                  return ++calls < 35;
                                }});
  EXPECT_EQ(say(part), "35 added, 0 replaced, 0 unchanged, 0 skipped, 0 errors");
  EXPECT_EQ(say(run("parts.db", {"wire.jsonl"})), "65 added, 0 replaced, 0 unchanged, 35 skipped, 0 errors");
  EXPECT_TRUE(dump("parts.db") == dump("whole.db"));
  EXPECT_EQ(say(run("parts.db", {"wire.jsonl"})), "0 added, 0 replaced, 0 unchanged, 100 skipped, 0 errors");
  EXPECT_EQ(say(run("parts.db", {"wire.jsonl"}, {.again = true})), "0 added, 0 replaced, 100 unchanged, 0 skipped, 0 errors");
}

TEST_F(IngestTest, WhatChangedIsReadAgain) {
  folder_.write("a.txt", "Turkey delivered drones to Mali.");
  folder_.write("b.txt", "Kenya accused Peru of spying.");
  run("news.db", {"a.txt", "b.txt"});
  folder_.write("a.txt", "Turkey delivered drones to Ghana.");
  EXPECT_EQ(say(run("news.db", {"a.txt", "b.txt"})), "0 added, 1 replaced, 0 unchanged, 1 skipped, 0 errors");
  EXPECT_EQ(rows_of(folder_ / "news.db", "SELECT target FROM v_relations WHERE type = 'arms_transfer'"),
            std::vector<std::string>{"GHA"});
  // Another day makes it another document.
  EXPECT_EQ(say(run("news.db", {"b.txt"}, {}, {.date = Date{2024, 1, 1}})),
            "0 added, 1 replaced, 0 unchanged, 0 skipped, 0 errors");
}

TEST_F(IngestTest, ErrorsAreKeptUntilTheirPlaceIsMended) {
  folder_.write("wire.jsonl", "{\"text\": \"Kenya accused Peru of spying.\", \"id\": \"1\"}\nno JSON\n");
  folder_.write("bad.txt", std::string("\0\0binary", 8));
  const IngestReport report = run("news.db", {"wire.jsonl", "bad.txt", "missing.txt"});
  EXPECT_EQ(say(report), "1 added, 0 replaced, 0 unchanged, 0 skipped, 3 errors");
  const std::string folder = folder_.path().string() + "/";
  ASSERT_EQ(report.errors.size(), 3u);
  EXPECT_EQ(report.errors[0].place, folder + "wire.jsonl:2");
  EXPECT_EQ(report.errors[2].message, folder + "missing.txt: no such file");
  EXPECT_EQ(report.errors[2].code, ErrorCode::kNotFound);
  EXPECT_EQ(rows_of(folder_ / "news.db", "SELECT count(*) FROM errors"), std::vector<std::string>{"3"});
  folder_.write("bad.txt", "Norway sent boats to Kenya.");
  EXPECT_EQ(say(run("news.db", {"wire.jsonl", "bad.txt"})), "1 added, 0 replaced, 0 unchanged, 1 skipped, 1 errors");
  const std::vector<StoreError> left = *Store::open(folder_ / "news.db")->errors();
  ASSERT_EQ(left.size(), 2u);
  EXPECT_EQ(left[0].read_from, folder + "missing.txt");
  EXPECT_EQ(left[1].message, folder + "wire.jsonl:2: no JSON at byte 2, expected an object a line");
}

TEST_F(IngestTest, WhatWasNotReadInFullIsReported) {
  folder_.write("a.txt", "Norway sent boats to Ken\xFFya.");
  folder_.write("b.txt", "Norway sent boats to Kenya.");
  folder_.write("c.txt", "Norway sent boats to Kenya on Monday.\n\nSkip to main content\n");
  const IngestReport report = run("news.db", {"a.txt", "b.txt", "c.txt"}, {.threads = 2});
  EXPECT_EQ(say(report), "3 added, 0 replaced, 0 unchanged, 0 skipped, 0 errors");
  EXPECT_EQ(report.loss_count, 2u);
  ASSERT_EQ(report.losses.size(), 2u);
  EXPECT_EQ(report.losses[0].place, (folder_ / "a.txt").string());
  EXPECT_EQ(report.losses[0].what, "1 ill-formed byte replaced, the first at byte 24");
  EXPECT_EQ(report.losses[1].what, "1 line (20 bytes) not read as prose");
}

TEST_F(IngestTest, OfTwoArticlesOfOneIdTheFirstCounts) {
  folder_.write("wire.jsonl",
                "{\"text\": \"Kenya accused Peru of spying.\", \"id\": \"1\"}\n"
                "{\"text\": \"Norway accused Mali of spying.\", \"id\": \"1\"}\n"
                "{\"text\": \"Kenya accused Peru of spying.\", \"id\": \"1\"}\n");
  for (const char* expected : {"1 added, 0 replaced, 0 unchanged, 1 skipped, 1 errors",
                               "0 added, 0 replaced, 0 unchanged, 2 skipped, 1 errors"}) {
    const IngestReport report = run("news.db", {"wire.jsonl"});
    EXPECT_EQ(say(report), expected);
    ASSERT_EQ(report.errors.size(), 1u);
    EXPECT_EQ(report.errors[0].message,
              folder_.path().string() + "/wire.jsonl:2: a second article with the id \"1\" in this run");
  }
  EXPECT_EQ(rows_of(folder_ / "news.db", "SELECT DISTINCT source FROM v_relations WHERE type = 'accuse'"),
            std::vector<std::string>{"KEN"});
}

TEST_F(IngestTest, APageIsStoredWithWhatItSays) {
  folder_.write("page.html", "<html lang=en><title>Boats</title><meta property=og:site_name content=Post>"
                             "<meta property=article:published_time content=2024-03-05><nav><p>Chad invaded Mali.</p></nav>"
                             "<p>Norway delivered missiles to Kenya.</p>");
  run("news.db", {"page.html"});
  EXPECT_EQ(rows_of(folder_ / "news.db", "SELECT title, language, outlet, date, reports FROM v_documents"),
            std::vector<std::string>{"Boats\x1f" "en\x1fPost\x1f" "2024-03-05\x1f" "1"});
  // Offsets count bytes of the extracted text.
  EXPECT_EQ(rows_of(folder_ / "news.db", "SELECT evidence, start, \"end\" FROM v_reports"),
            std::vector<std::string>{"Norway delivered missiles to Kenya.\x1f" "0\x1f" "35"});
}

}  // namespace
}  // namespace dragoman
