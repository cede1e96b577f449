// Part of dragoman; see LICENSE.
//
// What users put over the shipped knowledge, and knowledge that changes under way.

#include <atomic>
#include <fstream>
#include <thread>

#include <gtest/gtest.h>

#include "dragoman/pipeline.h"
#include "rounds.h"

namespace dragoman {
namespace {

namespace fs = std::filesystem;

class OverlayTest : public testing::Test {
 protected:
  void SetUp() override {
    folder_ = fs::temp_directory_path() / ("dragoman_overlay_" + std::to_string(::getpid()));
    fs::create_directories(folder_);
  }
  void TearDown() override { fs::remove_all(folder_); }

  fs::path file(const std::string& name, const std::string& content) const {
    std::ofstream(folder_ / name, std::ios::binary) << content;
    return folder_ / name;
  }
  fs::path folder_;
};

// "Kuzala Front: ARMED_GROUP org:kuzala-front", a line each entity.
std::string entities(const Pipeline& pipeline, const std::string& text) {
  const Result<Document> document = pipeline.analyze(text, {.id = "", .date = Date{2024, 3, 1}, .outlet = "", .url = ""});
  if (!document.ok()) return document.error().message();
  std::string out;
  for (const Entity& entity : document->entities) {
    out += entity.name + ": " + std::string(to_string(entity.type)) + " " + entity.id + "\n";
  }
  return out;
}

TEST_F(OverlayTest, JsonLinesAddNames) {
  const fs::path names = file("mine.jsonl",
                              "{\"name\": \"Kuzala Front\", \"type\": \"ARMED_GROUP\", \"id\": \"org:kuzala-front\", "
                              "\"kind\": \"preferred\", \"more\": {\"state\": \"MLI\"}}\n");
  const auto pipeline = Pipeline::load({.data = {}, .tables = {names}, .rules = {}});
  ASSERT_TRUE(pipeline.ok()) << pipeline.error().message();
  EXPECT_EQ(entities(*pipeline, "Mali fought the Kuzala Front."), "Mali: STATE MLI\nKuzala Front: ARMED_GROUP org:kuzala-front\n");
}

TEST_F(OverlayTest, ShippedNameIsRemoved) {
  const fs::path names = file("mine.tsv", "name\ttype\tid\tkind\n*\tSTATE\tMLI\tremoved\n");
  const auto pipeline = Pipeline::load({.data = {}, .tables = {names}, .rules = {}});
  ASSERT_TRUE(pipeline.ok()) << pipeline.error().message();
  EXPECT_EQ(entities(*pipeline, "Mali is beside Niger.").find("STATE MLI"), std::string::npos);
}

TEST_F(OverlayTest, RulesOfTheUserFindMore) {
  const fs::path rules = file("mine.yaml",
                              "- rule: mine_convoy\n"
                              "  about: numbered convoys.\n"
                              "  type: EVENT\n"
                              "  pattern: <\"convoy\" Number>\n"
                              "  finds:\n"
                              "    - \"They met [EVENT convoy 17].\"\n"
                              "    - \"[EVENT Convoy 3] left at noon.\"\n"
                              "  ignores:\n"
                              "    - \"They met a convoy.\"\n");
  const auto pipeline = Pipeline::load({.data = {}, .tables = {}, .rules = {rules}});
  ASSERT_TRUE(pipeline.ok()) << pipeline.error().message();
  const auto document = pipeline->analyze("They saw convoy 17 near the border.");
  ASSERT_TRUE(document.ok());
  std::string found;
  for (const Mention& m : document->mentions) {
    if (pipeline->knowledge()->origin(m.because).name == "mine_convoy") found += document->slice(m.span);
  }
  EXPECT_EQ(found, "convoy 17");
}

// Each article is read with one knowledge or with the other, never with both.
TEST_F(OverlayTest, KnowledgeChangesWhileOthersAnalyse) {
  const fs::path names = file("mine.tsv",
                              "name\ttype\tid\tkind\n"
                              "Kuzala Front\tARMED_GROUP\torg:kuzala-front\tpreferred\n"
                              "Bratu Pact\tINTERNATIONAL_ORG\torg:bratu-pact\tpreferred\n");
  const auto without = Knowledge::load({.data = {}, .tables = {}, .rules = {}, .use_bundle = true, .models = false});
  const auto with = Knowledge::load({.data = {}, .tables = {names}, .rules = {}, .use_bundle = true, .models = false});
  ASSERT_TRUE(without.ok() && with.ok());
  Pipeline pipeline(*without);
  const std::string text = "The Kuzala Front left the Bratu Pact.";
  const std::string a = entities(Pipeline(*without), text), b = entities(Pipeline(*with), text);
  ASSERT_NE(a, b);
  std::atomic<bool> stop = false;
  std::atomic<int> wrong = 0;
  std::vector<std::thread> readers;
  for (int t = 0; t < 3; ++t) {
    readers.emplace_back([&] {
      while (!stop) {
        const std::string read = entities(pipeline, text);
        if (read != a && read != b) ++wrong;
      }
    });
  }
  for (int i = 0; i < rounds(400); ++i) pipeline.use(i % 2 == 0 ? *with : *without);
  stop = true;
  for (std::thread& reader : readers) reader.join();
  EXPECT_EQ(wrong, 0);
  pipeline.use(*with);
  EXPECT_EQ(entities(pipeline, text), b);
}

}  // namespace
}  // namespace dragoman
