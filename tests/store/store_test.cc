// Part of dragoman; see LICENSE.

#include "dragoman/store.h"

#include <cstdlib>
#include <fstream>

#include <gtest/gtest.h>
#include <sqlite3.h>

#include "dragoman/export.h"
#include "graph/random_facts.h"
#include "graph/sample_facts.h"
#include "store/schema.h"
#include "store/temp_folder.h"

namespace dragoman {
namespace {

std::string bytes(const RelationGraph& graph) { return write_graph(graph, GraphFormat::kJson); }

std::string bytes(const Store& store, const StoreFilter& filter = {}) {
  const Result<RelationGraph> graph = store.graph(filter);
  return graph.ok() ? bytes(*graph) : graph.error().message();
}

class StoreTest : public testing::Test {
 protected:
  Store open(StoreOptions options = {}, const char* name = "news.db") {
    options.sync = false;
    Result<Store> store = Store::open(folder_ / name, options);
    if (!store.ok()) {
      ADD_FAILURE() << store.error().message();
      std::abort();
    }
    return *std::move(store);
  }

  std::string refusal(const std::string& name, const StoreOptions& options = {}) {
    const Result<Store> store = Store::open(folder_ / name, options);
    if (store.ok()) return "opened";
    std::string message = store.error().message();
    const std::string path = folder_.path().string() + "/";
    for (std::size_t at; (at = message.find(path)) != std::string::npos;) message.erase(at, path.size());
    return message;
  }

  std::vector<std::string> sql(const std::string& query, const char* name = "news.db") {
    return rows_of(folder_ / name, query);
  }

  // Everything but keys, which depend on what was added before.
  std::vector<std::string> content(const char* name = "news.db") {
    std::vector<std::string> all;
    for (const char* query :
         {"SELECT * FROM v_documents ORDER BY id", "SELECT * FROM v_entities ORDER BY id",
          "SELECT * FROM v_aliases ORDER BY id, alias",
          "SELECT e.id, field, value, votes FROM votes v JOIN entities e ON e.key = v.entity ORDER BY 1, 2, 3",
          "SELECT type, symmetric, reports, source, target, (SELECT group_concat(place || role || "
          "coalesce(entity, '-') || coalesce(name, ''), '|') FROM v_arguments a WHERE a.relation = r.relation) AS x "
          "FROM v_relations r ORDER BY 1, 2, 3, 4, 5, 6",
          "SELECT document, place, type, source, target, status, polarity, said_by, hearsay, date, when_, from_day, "
          "to_day, precision, where_, outlet, evidence, start, \"end\", because FROM v_reports ORDER BY 1, 2"}) {
      for (std::string& row : sql(query, name)) all.push_back(std::move(row));
    }
    return all;
  }

  TempFolder folder_;
};

TEST_F(StoreTest, GivesBackWhatWasPut) {
  for (unsigned seed = 0; seed < 15; ++seed) {
    RandomFacts random(seed);
    Store store = open({}, ("s" + std::to_string(seed)).c_str());
    RelationGraph graph;
    for (int i = 0; i < 25; ++i) {
      std::vector<DocumentFacts> batch;
      for (std::size_t k = 0; k <= random.below(4); ++k) {
        batch.push_back(random.document("d" + std::to_string(random.below(30))));
      }
      ASSERT_TRUE(store.put(batch).ok());
      for (const DocumentFacts& d : batch) ASSERT_TRUE(graph.add(d).ok());
      if (random.below(3) == 0) {
        const std::string gone = "d" + std::to_string(random.below(30));
        const Result<bool> removed = store.remove(gone);
        ASSERT_TRUE(removed.ok());
        ASSERT_EQ(*removed, graph.remove(gone));
      }
    }
    ASSERT_TRUE(bytes(store) == bytes(graph)) << "seed " << seed << bytes(store).substr(0, 200);
    for (const std::string_view id : graph.document_ids()) {
      RelationGraph ours, theirs;
      const auto facts = store.facts(id);
      ASSERT_TRUE(facts.ok() && *facts);
      ASSERT_TRUE(ours.add(**facts).ok() && theirs.add(*graph.facts(id)).ok());
      ASSERT_TRUE(bytes(ours) == bytes(theirs));
    }
  }
}

// What is kept beside the documents (names, votes, relations, the index over sentences) follows from them
// alone: not from their order, nor from what was there before.
TEST_F(StoreTest, ContentDependsOnTheSetOfDocumentsAlone) {
  for (unsigned seed = 0; seed < 12; ++seed) {
    const std::string a = "a" + std::to_string(seed), b = "b" + std::to_string(seed);
    RandomFacts random(seed);
    std::vector<DocumentFacts> documents;
    for (int i = 0; i < 15; ++i) documents.push_back(random.document("d" + std::to_string(i)));
    {
      Store straight = open({}, a.c_str()), crooked = open({}, b.c_str());
      ASSERT_TRUE(straight.put(documents).ok());
      random.shuffle(documents);
      for (const DocumentFacts& d : documents) {
        ASSERT_TRUE(crooked.put(random.document(d.document.id)).ok());
        ASSERT_TRUE(crooked.put(random.document("extra" + std::to_string(random.below(5)))).ok());
      }
      for (int i = 0; i < 5; ++i) ASSERT_TRUE(crooked.remove("extra" + std::to_string(i)).ok());
      for (const DocumentFacts& d : documents) ASSERT_TRUE(crooked.put(d).ok());
    }
    ASSERT_EQ(content(a.c_str()), content(b.c_str())) << "seed " << seed;
    ASSERT_EQ(sql("PRAGMA foreign_key_check", b.c_str()), std::vector<std::string>{});
    ASSERT_EQ(sql("PRAGMA integrity_check", b.c_str()), std::vector<std::string>{"ok"});
    // FTS5 compares its index with the sentences.
    ASSERT_EQ(sql("INSERT INTO search(search, rank) VALUES ('integrity-check', 1)", b.c_str()),
              std::vector<std::string>{});
  }
}

// Names, types and states are elected in SQL; RelationGraph elects in C++.
TEST_F(StoreTest, ViewsAgreeWithTheGraph) {
  for (unsigned seed = 100; seed < 110; ++seed) {
    const std::string name = "v" + std::to_string(seed);
    RandomFacts random(seed);
    RelationGraph graph;
    {
      Store store = open({}, name.c_str());
      for (int i = 0; i < 30; ++i) {
        const DocumentFacts d = random.document("d" + std::to_string(random.below(20)));
        ASSERT_TRUE(store.put(d).ok());
        ASSERT_TRUE(graph.add(d).ok());
      }
    }
    std::vector<std::string> nodes, aliases, edges;
    const auto or_null = [](std::string_view text) { return text.empty() ? "NULL" : std::string(text); };
    for (NodeIndex n = 0; n < graph.node_count(); ++n) {
      const GraphNode node = graph.node(n);
      nodes.push_back(std::string(node.id) + "\x1f" + or_null(node.name) + "\x1f" +
                      (node.blank ? "NULL" : std::string(to_string(node.type))) + "\x1f" + or_null(node.state) +
                      "\x1f" + (node.blank ? "1" : "0"));
      for (const std::string_view alias : graph.aliases(n)) {
        aliases.push_back(std::string(node.id) + "\x1f" + std::string(alias));
      }
    }
    for (EdgeIndex e = 0; e < graph.edge_count(); ++e) {
      const GraphEdge edge = graph.edge(e);
      edges.push_back(std::string(graph.node(edge.source).id) + "\x1f" + std::string(edge.type) + "\x1f" +
                      std::string(graph.node(edge.target).id) + "\x1f" + std::to_string(graph.report_count(e)));
    }
    std::sort(edges.begin(), edges.end());
    ASSERT_EQ(sql("SELECT id, name, type, state, blank FROM v_entities ORDER BY id", name.c_str()), nodes);
    ASSERT_EQ(sql("SELECT id, alias FROM v_aliases ORDER BY id, alias", name.c_str()), aliases);
    std::vector<std::string> stored = sql("SELECT source, type, target, reports FROM v_relations", name.c_str());
    std::sort(stored.begin(), stored.end());
    ASSERT_EQ(stored, edges);
  }
}

TEST_F(StoreTest, TheSameAgainChangesNothing) {
  RandomFacts random(1);
  DocumentFacts d = random.document("d");
  Store store = open();
  EXPECT_EQ(store.put(d)->added, 1u);
  const auto before = content();
  std::reverse(d.nodes.begin(), d.nodes.end());   // another order says the same
  EXPECT_EQ(store.put(d)->unchanged, 1u);
  EXPECT_EQ(content(), before);
  d.document.outlet = "Another";
  EXPECT_EQ(store.put(d)->replaced, 1u);
  EXPECT_EQ(store.counts()->documents, 1u);
}

TEST_F(StoreTest, FiltersByDayAndOutlet) {
  RandomFacts random(5);
  Store store = open();
  RelationGraph june, tagblatt;
  for (int i = 0; i < 60; ++i) {
    DocumentFacts d = random.document("d" + std::to_string(i));
    d.document.date = i % 7 == 0 ? std::nullopt : std::optional(Date{2023, 5 + i % 3, 1 + i % 28});
    d.document.outlet = i % 2 ? "Tagblatt" : "Dagens";
    ASSERT_TRUE(store.put(d).ok());
    if (d.document.date && d.document.date->month == 6) {
      ASSERT_TRUE(june.add(d).ok());
    }
    if (i % 2) {
      ASSERT_TRUE(tagblatt.add(d).ok());
    }
  }
  EXPECT_TRUE(bytes(store, {.from = Date{2023, 6, 1}, .to = Date{2023, 6, 30}, .outlets = {}}) == bytes(june));
  EXPECT_TRUE(bytes(store, {.from = {}, .to = {}, .outlets = {"Nobody", "Tagblatt"}}) == bytes(tagblatt));
  EXPECT_EQ(store.document_ids({.from = {}, .to = {}, .outlets = {"Nobody"}})->size(), 0u);
}

TEST_F(StoreTest, BadFactsLeaveNothingOfTheirBatch) {
  Store store = open();
  RandomFacts random(2);
  std::vector<DocumentFacts> batch = {random.document("good"), random.document("bad")};
  batch[1].edges.push_back({"visit", false, "nobody", "", {}, {}});
  const auto refused = store.put(batch);
  ASSERT_FALSE(refused.ok());
  EXPECT_EQ(refused.error().code(), ErrorCode::kBadArgument);
  EXPECT_EQ(refused.error().message(), "document \"bad\": relation \"visit\": \"nobody\" is not among the entities");
  batch[1] = random.document("late");
  batch[1].document.date = Date{12345, 1, 1};
  EXPECT_EQ(store.put(batch).error().message(),
            "document \"late\": the date 12345-01-01 is outside of the years 1 to 9999");
  EXPECT_EQ(store.counts()->documents, 0u);
}

TEST_F(StoreTest, EvidenceIsFoundByItsWords) {
  Store store = open();
  for (const char* id : {"a.txt", "b.txt"}) ASSERT_TRUE(store.put(*sample_graph().facts(id)).ok());
  EXPECT_EQ(sql("SELECT r.document, r.status FROM search JOIN v_reports r ON r.sentence = search.rowid "
                "WHERE search MATCH 'drone AND deliver' ORDER BY 1"),
            (std::vector<std::string>{"a.txt\x1fplanned", "b.txt\x1fhappened"}));
  ASSERT_TRUE(*store.remove("a.txt"));
  EXPECT_EQ(sql("SELECT count(*) FROM search WHERE search MATCH 'drone'"), std::vector<std::string>{"1"});
}

// ---- Opening.

TEST_F(StoreTest, SaysWhatIsNoStore) {
  EXPECT_EQ(refusal("none.db", {.mode = StoreMode::kRead}), "none.db: no such file");
  EXPECT_EQ(refusal("none.db", {.mode = StoreMode::kWrite}), "none.db: no such file");
  EXPECT_EQ(refusal("no/news.db").substr(0, 30), "no/news.db: there is no folder");
  std::filesystem::create_directory(folder_ / "folder");
  EXPECT_EQ(refusal("folder"), "folder: a directory, expected a file");
  folder_.write("text.db", "North Korea shipped shells to Russia.");
  EXPECT_EQ(refusal("text.db"), "text.db: no dragoman store: expected an SQLite file");
  EXPECT_FALSE(Store::looks_like_one(folder_ / "text.db"));
  rows_of(folder_ / "other.db", "CREATE TABLE documents (id)");
  EXPECT_TRUE(Store::looks_like_one(folder_ / "other.db"));
  EXPECT_EQ(refusal("other.db"), "other.db: an SQLite file, but no dragoman store");
  EXPECT_EQ(refusal("other.db", {.mode = StoreMode::kRead}), "other.db: an SQLite file, but no dragoman store");
  folder_.write("empty.db", "");
  EXPECT_EQ(refusal("empty.db", {.mode = StoreMode::kRead}), "empty.db: no dragoman store: empty");
  EXPECT_EQ(refusal("empty.db"), "opened");
}

TEST_F(StoreTest, ANewerStoreIsLeftAlone) {
  (void)open();
  sql("PRAGMA user_version = 1000");
  const std::string expected = "news.db: a store of version 1000, from a newer dragoman: this one knows versions up to " +
                               std::to_string(store_impl::kSchemaVersion);
  EXPECT_EQ(refusal("news.db"), expected);
  EXPECT_EQ(refusal("news.db", {.mode = StoreMode::kRead}), expected);
}

TEST_F(StoreTest, DamageIsReported) {
  {
    Store store = open();
    RandomFacts random(3);
    for (int i = 0; i < 300; ++i) ASSERT_TRUE(store.put(random.document("d" + std::to_string(i))).ok());
  }
  std::string whole = folder_.read("news.db");
  const auto try_it = [&](const std::string& content) {
    folder_.write("bad.db", content);
    const Result<Store> store = Store::open(folder_ / "bad.db", {.mode = StoreMode::kRead});
    if (!store.ok()) return store.error().code();
    const Result<RelationGraph> graph = store->graph();
    return graph.ok() ? ErrorCode::kBadArgument : graph.error().code();
  };
  EXPECT_EQ(try_it(whole.substr(0, 50)), ErrorCode::kBadData);
  EXPECT_EQ(try_it(whole.substr(0, whole.size() / 2)), ErrorCode::kBadData);
  // Any bytes at all: an answer or an error, never a crash.
  RandomFacts random(9);
  for (int i = 0; i < 200; ++i) {
    std::string damaged = whole;
    for (int k = 0; k < 40; ++k) damaged[100 + random.below(damaged.size() - 100)] = char(random.below(256));
    (void)try_it(damaged);
  }
}

TEST_F(StoreTest, ReadersSeeOneMomentWhileOthersWrite) {
  Store writer = open();
  RandomFacts random(4);
  for (int i = 0; i < 20; ++i) ASSERT_TRUE(writer.put(random.document("d" + std::to_string(i))).ok());
  Store reader = open({.mode = StoreMode::kRead});
  std::size_t seen = 0;
  ASSERT_TRUE(reader.for_each({}, [&](const DocumentFacts&) {
    if (++seen == 5) {
      EXPECT_TRUE(*writer.remove("d10") && writer.put(random.document("new")).ok());
    }
    return true;
  }).ok());
  EXPECT_EQ(seen, 20u);
  EXPECT_TRUE(*reader.has_document("new"));
  EXPECT_EQ(reader.put(random.document("x")).error().code(), ErrorCode::kUnreadable);
}

// ---- Migration.

TEST_F(StoreTest, AnOlderStoreIsBroughtToThisVersion) {
  RandomFacts random(6);
  RelationGraph graph;
  {
    Store store = open();
    for (int i = 0; i < 20; ++i) {
      const DocumentFacts d = random.document("d" + std::to_string(i));
      ASSERT_TRUE(store.put(d).ok() && graph.add(d).ok());
    }
  }
  // The same documents as version 1 kept them: its tables are made by its own migration.
  {
    store_impl::Database old((folder_ / "old.db").string(), store_impl::Database::Mode::kCreate,
                             std::chrono::milliseconds(1000));
    store_impl::migrate(old, 1);
    EXPECT_EQ(old.integer("PRAGMA user_version"), 1);
    old.run(("ATTACH '" + (folder_ / "news.db").string() + "' AS now").c_str());
    for (const char* copy :
         {"documents (key, id, date, outlet, url, facts) SELECT key, id, date, outlet, url, facts FROM now.documents",
          "entities (key, id, blank, name, type, state) SELECT key, id, blank, name, type, state FROM now.entities",
          "document_entities SELECT * FROM now.document_entities", "document_aliases SELECT * FROM now.document_aliases",
          "votes SELECT * FROM now.votes", "relations SELECT * FROM now.relations",
          "arguments SELECT * FROM now.arguments", "sentences SELECT * FROM now.sentences",
          "rules SELECT * FROM now.rules", "reports SELECT * FROM now.reports"}) {
      old.run((std::string("INSERT INTO main.") + copy).c_str());
    }
  }
  if (store_impl::kSchemaVersion > 1) {
    EXPECT_EQ(refusal("old.db", {.mode = StoreMode::kRead}),
              "old.db: a store of version 1, expected " + std::to_string(store_impl::kSchemaVersion) +
                  ": opening it for writing once brings it there");
  }
  const Store store = open({.mode = StoreMode::kWrite}, "old.db");
  EXPECT_EQ(sql("PRAGMA user_version", "old.db"), sql("PRAGMA user_version"));
  const char* const schema = "SELECT type, name, sql FROM sqlite_schema ORDER BY type, name";
  EXPECT_EQ(sql(schema, "old.db"), sql(schema));
  EXPECT_TRUE(bytes(store) == bytes(graph));
  EXPECT_EQ(content("old.db"), content());
}

}  // namespace
}  // namespace dragoman
