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
  const auto pipeline = Pipeline::load({.data = {}, .overlays = {names}});
  ASSERT_TRUE(pipeline.ok()) << pipeline.error().message();
  EXPECT_EQ(entities(*pipeline, "Mali fought the Kuzala Front."), "Mali: STATE MLI\nKuzala Front: ARMED_GROUP org:kuzala-front\n");
}

TEST_F(OverlayTest, ShippedNameIsRemoved) {
  const fs::path names = file("mine.tsv", "name\ttype\tid\tkind\n*\tSTATE\tMLI\tremoved\n");
  const auto pipeline = Pipeline::load({.data = {}, .overlays = {names}});
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
  const auto pipeline = Pipeline::load({.data = {}, .overlays = {rules}});
  ASSERT_TRUE(pipeline.ok()) << pipeline.error().message();
  const auto document = pipeline->analyze("They saw convoy 17 near the border.");
  ASSERT_TRUE(document.ok());
  std::string found;
  for (const Mention& m : document->mentions) {
    if (pipeline->knowledge()->origin(m.because).name == "mine_convoy") found += document->slice(m.span);
  }
  EXPECT_EQ(found, "convoy 17");
}

// "holder: person:x", of the mention of those words.
std::string link_of(const Pipeline& pipeline, const std::string& text, const std::string& words, Date date) {
  const Result<Document> document = pipeline.analyze(text, {.id = "", .date = date, .outlet = "", .url = ""});
  if (!document.ok()) return document.error().message();
  for (const Mention& m : document->mentions) {
    if (document->slice(m.span) == words) return m.entity == kNone ? "none" : document->entities[m.entity].id;
  }
  return "not found";
}

TEST_F(OverlayTest, OfficesAddAndReplaceTerms) {
  const fs::path names = file("who.tsv",
                              "name\ttype\tid\tkind\nOdrin Valk\tPERSON\tperson:odrin-valk\tpreferred\n");
  const fs::path terms = file("terms.jsonl",
                              "{\"person\": \"person:odrin-valk\", \"role\": \"Minister of Defence\", \"role_class\": "
                              "\"defence_minister\", \"organisation\": null, \"state\": \"NRU\", \"from\": \"2031\", \"to\": null}\n");
  const std::string text = "The Nauruan defence minister left on Monday.";
  const auto added = Pipeline::load({.data = {}, .overlays = {names, terms}});
  ASSERT_TRUE(added.ok()) << added.error().message();
  EXPECT_EQ(link_of(*added, text, "The Nauruan defence minister", {2032, 5, 1}), "person:odrin-valk");
  EXPECT_NE(link_of(*added, text, "The Nauruan defence minister", {2005, 5, 1}), "person:odrin-valk");
  const fs::path gone = file("gone.tsv",
                             "person\trole\trole_class\torganisation\tstate\tfrom\tto\n"
                             "person:odrin-valk\tMinister of Defence\tdefence_minister\t-\tNRU\t2031\tremoved\n");
  const auto removed = Pipeline::load({.data = {}, .overlays = {names, terms, gone}});
  ASSERT_TRUE(removed.ok()) << removed.error().message();
  EXPECT_NE(link_of(*removed, text, "The Nauruan defence minister", {2032, 5, 1}), "person:odrin-valk");
}

TEST_F(OverlayTest, TitlesAddAndRemove) {
  const fs::path titles = file("titles.tsv",
                               "title\tclass\tposition\tgender\tplural\tofficial\n"
                               "Archkeeper\tminister\tboth\t-\t-\t1\n");
  const auto found = [&](const std::vector<fs::path>& files) {
    const auto pipeline = Pipeline::load({.data = {}, .overlays = files});
    if (!pipeline.ok()) return pipeline.error().message();
    return link_of(*pipeline, "They met Archkeeper Tumelo Zabriski in the hall.", "Tumelo Zabriski", {2024, 5, 1});
  };
  EXPECT_EQ(found({titles}), "person:tumelo-zabriski");
  const auto pipeline = Pipeline::load({.data = {}, .overlays = {titles}});
  const auto document = pipeline->analyze("They met Archkeeper Tumelo Zabriski in the hall.");
  std::string origin;
  for (const Mention& m : document->mentions) {
    if (m.type == MentionType::kOffice) origin = pipeline->knowledge()->origin(m.because).file;
  }
  EXPECT_EQ(origin, titles.string());
  const fs::path wrong = file("wrong.tsv",
                              "title\tclass\tposition\tgender\tplural\tofficial\nGrand Oompah\tremoved\t-\t-\t-\t-\n");
  EXPECT_NE(found({wrong}).find("wrong.tsv:2: column 1 (title)"), std::string::npos) << found({wrong});
}

TEST_F(OverlayTest, RulesAreReplacedAndRemovedByName) {
  const auto rule = [](const std::string& word) {
    return "- rule: mine_convoy\n  about: convoys.\n  type: EVENT\n  pattern: <\"" + word + "\" Number>\n"
           "  finds: [\"[EVENT " + word + " 17] left.\", \"[EVENT " + word + " 3] left.\"]\n  ignores: [\"Nothing.\"]\n";
  };
  const fs::path first = file("a.yaml", rule("convoy")), second = file("b.yaml", rule("flotilla"));
  const fs::path none = file("c.yaml", "- rule: mine_convoy\n  removed: true\n");
  const auto found = [&](const std::vector<fs::path>& files) {
    const auto pipeline = Pipeline::load({.data = {}, .overlays = files});
    if (!pipeline.ok()) return pipeline.error().message();
    const auto document = pipeline->analyze("They saw convoy 17 and flotilla 18 near the border.");
    std::string out;
    for (const Mention& m : document->mentions) {
      if (pipeline->knowledge()->origin(m.because).name == "mine_convoy") out += document->slice(m.span);
    }
    return out;
  };
  EXPECT_EQ(found({first}), "convoy 17");
  EXPECT_EQ(found({first, second}), "flotilla 18");
  EXPECT_EQ(found({first, none}), "");
  EXPECT_EQ(found({none}), none.string() + ":1: no file before has the rule \"mine_convoy\" to remove");
}

// The shipped rules leave room for what users quote (docs/limits.md).
TEST_F(OverlayTest, RulesOfUsersHaveRoomForWords) {
  std::string words;
  for (char c = 'a'; c < 'a' + 24; ++c) words += std::string(words.empty() ? "" : "|") + "\"zq" + c + "\"";
  const fs::path many = file("many.yaml", "- rule: mine_many\n  about: words.\n  type: EVENT\n  pattern: <" + words + ">\n"
                                          "  finds: [\"They saw [EVENT zqa].\", \"They saw [EVENT zqx].\"]\n  ignores: [\"Nothing.\"]\n");
  const auto pipeline = Pipeline::load({.data = {}, .overlays = {many}});
  EXPECT_TRUE(pipeline.ok()) << pipeline.error().message();
}

TEST_F(OverlayTest, FramesAddReplaceAndRemove) {
  const auto relations = [&](const std::vector<fs::path>& files) {
    const auto pipeline = Pipeline::load({.data = {}, .overlays = files});
    if (!pipeline.ok()) return pipeline.error().message();
    const auto document = pipeline->analyze("Ghana frobnicated Togo on Monday.");
    std::string out;
    for (const Relation& r : document->relations) {
      out.append(document->knowledge->schema().type(r.type).name).append(" by ");
      out.append(document->knowledge->origin(r.because).name).append(" ");
    }
    return out;
  };
  const auto frame = [](const std::string& relation, const std::string& roles) {
    return "relation: " + relation + "\nframes:\n- frame: frobnicate\n  about: Invented.\n  triggers: {verb: [frobnicate]}\n"
           "  roles: " + roles + "\n";
  };
  const fs::path visit = file("visit.yaml", frame("visit", "{visitor: subj, destination: obj}"));
  const fs::path attack = file("attack.yaml", frame("attack", "{agent: subj, target: obj}"));
  const fs::path none = file("none.yaml", "relation: visit\nframes:\n- frame: frobnicate\n  removed: true\n");
  EXPECT_EQ(relations({}), "");
  EXPECT_EQ(relations({visit}), "visit by frobnicate ");
  EXPECT_EQ(relations({visit, attack}), "attack by frobnicate ");
  EXPECT_EQ(relations({visit, none}), "");
  EXPECT_EQ(relations({none}), none.string() + ":3: no file before has the frame \"frobnicate\" to remove");
}

TEST_F(OverlayTest, WhatIsWrongIsSaidWithFileAndLine) {
  const auto complaint = [&](const fs::path& path) {
    const auto pipeline = Pipeline::load({.data = {}, .overlays = {path}});
    return pipeline.ok() ? "read" : pipeline.error().message();
  };
  const fs::path row = file("row.tsv", "name\ttype\tid\tkind\nX\tSTAET\tXXX\tpreferred\n");
  EXPECT_EQ(complaint(row).find(row.string() + ":2: column 2 (type)"), 0u) << complaint(row);
  const fs::path term = file("term.tsv",
                             "person\trole\trole_class\torganisation\tstate\tfrom\tto\nperson:nobody-here\tx\tother\t-\t-\t-\t-\n");
  EXPECT_EQ(complaint(term).find(term.string() + ":2: column 1 (person)"), 0u) << complaint(term);
  const fs::path word = file("word.txt", "x");
  EXPECT_NE(complaint(word).find("a table (.tsv, .jsonl), rules or frames (.yaml) expected"), std::string::npos);
  EXPECT_EQ(complaint(folder_ / "none.tsv"), (folder_ / "none.tsv").string() + ": no such file");
  const fs::path broken = file("broken.yaml", "- rule: [\n");
  EXPECT_EQ(complaint(broken).find(broken.string() + ":"), 0u) << complaint(broken);
}

// Each article is read with one knowledge or with the other, never with both.
TEST_F(OverlayTest, KnowledgeChangesWhileOthersAnalyse) {
  const fs::path names = file("mine.tsv",
                              "name\ttype\tid\tkind\n"
                              "Kuzala Front\tARMED_GROUP\torg:kuzala-front\tpreferred\n"
                              "Bratu Pact\tINTERNATIONAL_ORG\torg:bratu-pact\tpreferred\n");
  const auto without = Knowledge::load({.data = {}, .overlays = {}, .models = false});
  const auto with = Knowledge::load({.data = {}, .overlays = {names}, .models = false});
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
