// Part of dragoman; see LICENSE.
//
// 20,000 reports of a made-up wire service, read into a store; then every question of docs/questions.md
// is asked three ways: of a graph in memory that never saw the store (C++), of the file through the
// command, and of the file in SQL.  The rows must be the same, in the same order.

#include <cstdio>
#include <fstream>
#include <sstream>
#include <thread>

#include <gtest/gtest.h>

#include "dragoman/export.h"
#include "dragoman/ingest.h"
#include "dragoman/query.h"
#include "rounds.h"
#include "store/temp_folder.h"
#include "store/wire.h"

namespace dragoman {
namespace {

constexpr std::size_t kReports = rounds(20'000);

struct Question {
  std::string title, cypher, sql;
};

// One under each "## " heading; of several blocks of a kind each is a question of its own.
std::vector<Question> questions(const char* page) {
  std::ifstream in(std::string(DRAGOMAN_SOURCE_DIR "/docs/") + page);
  std::vector<Question> all;
  std::string* block = nullptr;
  for (std::string line; std::getline(in, line);) {
    if (line.starts_with("## ")) all.push_back({line.substr(3), "", ""});
    else if (line == "```cypher") block = &all.back().cypher;
    else if (line == "```sql") {
      if (!all.back().sql.empty()) all.push_back({all.back().title, "", ""});
      block = &all.back().sql;
    }
    else if (line == "```") block = nullptr;
    else if (block != nullptr) *block += line + "\n";
  }
  return all;
}

std::string shell_word(std::string_view text) {
  std::string out = "'";
  for (const char c : text) out += c == '\'' ? std::string("'\\''") : std::string(1, c);
  return out + "'";
}

std::string output_of(const std::string& command) {
  std::string out;
  std::FILE* pipe = ::popen(command.c_str(), "r");
  char buffer[4096];
  for (std::size_t got; (got = std::fread(buffer, 1, sizeof buffer, pipe)) > 0;) out.append(buffer, got);
  EXPECT_EQ(::pclose(pipe), 0) << command;
  return out;
}

class QuestionsTest : public testing::Test {
 protected:
  static void SetUpTestSuite() {
    folder_ = new TempFolder;
    std::ofstream wire(*folder_ / "wire.jsonl", std::ios::binary);
    for (std::size_t i = 0; i < kReports; ++i) wire << Wire::line(Wire::report(i));
    wire.close();
    const Result<Pipeline> pipeline = Pipeline::load();
    ASSERT_TRUE(pipeline.ok());
    Result<Store> store = Store::open(*folder_ / "news.db");
    ASSERT_TRUE(store.ok());
    ArticleReader articles({(*folder_ / "wire.jsonl").string()});
    const Result<IngestReport> report = ingest(*pipeline, articles, *store);
    ASSERT_TRUE(report.ok());
    ASSERT_EQ(report->change.added, kReports);

    graph_ = new RelationGraph;
    for (std::size_t i = kReports; i-- > 0;) {
      const WireReport r = Wire::report(i);
      const DocumentInfo info{.id = r.id, .date = *parse_date(r.date), .outlet = r.outlet, .url = {}};
      ASSERT_TRUE(graph_->add(*pipeline->analyze(r.text, info)).ok());
    }
  }
  static void TearDownTestSuite() {
    delete graph_;
    delete folder_;
  }

  static TempFolder* folder_;
  static RelationGraph* graph_;
};
TempFolder* QuestionsTest::folder_;
RelationGraph* QuestionsTest::graph_;

TEST_F(QuestionsTest, TheStoreGivesTheSameGraph) {
  const Result<RelationGraph> stored = Store::open(*folder_ / "news.db", {.mode = StoreMode::kRead})->graph();
  ASSERT_TRUE(stored.ok());
  EXPECT_EQ(stored->document_ids().size(), kReports);
  EXPECT_TRUE(write_graph(*stored, GraphFormat::kJsonLines) == write_graph(*graph_, GraphFormat::kJsonLines));
}

TEST_F(QuestionsTest, ProgramCommandAndSqlAgreeRowByRow) {
  const std::vector<Question> all = questions("questions.md");
  ASSERT_GE(all.size(), 30u);
  for (const Question& q : all) {
    SCOPED_TRACE(q.title);
    const Result<QueryResult> result = query(*graph_, q.cypher);
    ASSERT_TRUE(result.ok()) << result.error().message();
    if (kReports >= 20'000) {
      EXPECT_FALSE(result->rows.empty()) << "a question without an answer shows nothing";
    }

    std::vector<std::string> rows;
    for (const QueryRow& row : result->rows) {
      std::string& line = rows.emplace_back();
      for (const QueryValue& value : row) {
        const std::string text = value.text();   // of a blank node: nothing
        line += (line.empty() ? "" : "\x1f") + (text.empty() ? "NULL" : text);
      }
    }
    EXPECT_EQ(rows_of(*folder_ / "news.db", q.sql), rows);

    const std::string command = shell_word(DRAGOMAN_COMMAND) + " query " + shell_word((*folder_ / "news.db").string()) +
                                " " + shell_word(q.cypher) + " --format json";
    EXPECT_EQ(output_of(command), to_json(*result));
  }
}

TEST_F(QuestionsTest, ExamplesOfTheDocumentAnswer) {
  std::size_t asked = 0;
  for (const Question& q : questions("store.md")) {
    if (q.sql.empty()) continue;
    ++asked;
    const std::vector<std::string> rows = rows_of(*folder_ / "news.db", q.sql);
    if (kReports >= 20'000) {
      EXPECT_FALSE(rows.empty()) << q.sql;
    }
  }
  EXPECT_GE(asked, 7u);
}

TEST_F(QuestionsTest, EveryTableAndColumnIsDescribed) {
  std::stringstream page;
  page << std::ifstream(DRAGOMAN_SOURCE_DIR "/docs/store.md").rdbuf();
  for (const std::string& name :
       rows_of(*folder_ / "news.db", "SELECT name FROM sqlite_schema WHERE type IN ('table', 'view')")) {
    EXPECT_NE(page.str().find("`" + name + "`"), std::string::npos) << name;
    if (!name.starts_with("v_")) continue;
    for (const std::string& column : rows_of(*folder_ / "news.db", "SELECT name FROM pragma_table_info('" + name + "')")) {
      const bool end = column.starts_with("target_");   // "target, …", as source's
      EXPECT_TRUE(end || page.str().find("`" + column + "`") != std::string::npos) << name << "." << column;
    }
  }
}

}  // namespace
}  // namespace dragoman
