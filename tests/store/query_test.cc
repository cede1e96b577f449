// Part of dragoman; see LICENSE.
//
// Questions to a store read a part of it and answer as if they had read all.

#include <gtest/gtest.h>

#include "dragoman/query.h"
#include "dragoman/store.h"
#include "graph/random_facts.h"
#include "store/temp_folder.h"

namespace dragoman {
namespace {

std::string answer(const Result<QueryResult>& result) {
  return result.ok() ? to_json(*result) : result.error().message();
}

class StoreQueryTest : public testing::Test {
 protected:
  // Documents that name the same entities differently, replace one another, and go.
  void fill(unsigned seed) {
    store_.emplace(*Store::open(folder_ / ("q" + std::to_string(seed) + ".db"), {.sync = false}));
    graph_ = RelationGraph();
    RandomFacts random(seed);
    for (int i = 0; i < 25; ++i) {
      const DocumentFacts d = random.document("d" + std::to_string(random.below(20)));
      ASSERT_TRUE(store_->put(d).ok());
      ASSERT_TRUE(graph_.add(d).ok());
    }
    ASSERT_TRUE(store_->remove("d3").ok());
    graph_.remove("d3");
  }

  // The answer of the store is that of the graph; returns how many relations were read for it.
  std::size_t ask(const std::string& text) {
    RelationGraph part;
    EXPECT_EQ(answer(query(*store_, text, {}, &part)), answer(query(graph_, text))) << text;
    return part.edge_count();
  }

  TempFolder folder_;
  std::optional<Store> store_;
  RelationGraph graph_;
};

const char* const kReturned =
    " RETURN a, a.id, a.name, a.type, a.state, a.aliases, b, b.id, b.name, b.aliases, r.type, r.reports, r.status,"
    " r.said_by, r.where, r.date, r.evidence, r.item, r.agent";

TEST_F(StoreQueryTest, OfRandomStoresAnswersAreThoseOfTheWholeGraph) {
  static const char* const kTypes[] = {"", ":visit", ":meet", ":attack|arms_transfer", ":visit|meet"};
  static const char* const kArrows[][2] = {{"-", "->"}, {"<-", "-"}, {"-", "-"}};
  std::size_t read = 0, whole = 0;
  for (unsigned seed = 1; seed <= 6; ++seed) {
    fill(seed);
    RandomFacts random(1000 + seed);
    for (int i = 0; i < 30; ++i) {
      const std::string id = "n" + std::to_string(random.below(18));
      const auto node = graph_.find_node(id);
      const std::string name = node ? std::string(graph_.node(*node).name) : std::string();
      const bool plain = !name.empty() && name.find_first_of("'\\\n\t\x01\x1b") == std::string::npos;
      const std::string start = plain && random.below(2) == 0 ? "{name: '" + name + "'}" : "{id: '" + id + "'}";
      const char* const* arrow = kArrows[random.below(3)];
      const std::string edge = std::string(arrow[0]) + "[r" + kTypes[random.below(5)] + "]" + arrow[1];
      const std::string more = std::string("-[s") + kTypes[random.below(5)] + "]-";
      read += ask("MATCH (a " + start + ")" + edge + "(b)" + kReturned);
      read += ask("MATCH (b)" + edge + "(a)" + more + "(c) WHERE c.id = '" + id + "'" + kReturned + ", c, s.type");
      read += ask("MATCH (a " + start + ")" + edge + "(b), (c)" + more + "(b)" + kReturned + ", c, c.type, s.status");
      read += ask("MATCH p = (a " + start + ")-[e" + kTypes[random.below(5)] + "*0..2]-(b) RETURN nodes(p), length(p), [x IN e | type(x)], b.name, b.type");
      read += ask("MATCH (a)-[r:meet]-(b) WHERE r.status <> 'planned'" + std::string(kReturned));
      read += ask("MATCH (a)-[r:visit]->(b) WITH b, count(*) AS n MATCH (b)-[s:attack]-(c) RETURN b, n, s.type, c ORDER BY n");
      whole += 6 * graph_.edge_count();
    }
  }
  EXPECT_LT(read, whole / 2);
}

TEST_F(StoreQueryTest, WhatAsksForNumbersOfTheGraphReadsAllOfIt) {
  fill(40);
  EXPECT_EQ(ask("MATCH (a {id: 'n1'})-[r]->(b) RETURN id(r), b"), graph_.edge_count());
  EXPECT_EQ(ask("MATCH (a {id: 'n1'})-[r]->(b) RETURN r.happening, b"), graph_.edge_count());
  EXPECT_EQ(ask("MATCH (a {id: 'n1'})-[r]->(b) RETURN DISTINCT b, r.happenings"), graph_.edge_count());
  EXPECT_EQ(ask("MATCH (a {id: 'n1'})-[r]->(b) RETURN r, b"), graph_.edge_count());
  EXPECT_EQ(ask("MATCH (a {id: 'n1'})-[r]->(b) RETURN a, collect(r)"), graph_.edge_count());
  EXPECT_EQ(ask("MATCH p = (a {id: 'n1'})-[e*1..2]->(b) RETURN [x IN e WHERE x.reports > 0], length(p)"), graph_.edge_count());
  EXPECT_EQ(ask("MATCH (a)-[r:visit]->(b) WITH collect(r) AS all MATCH (c)-[s:meet]-(d) RETURN all, c"), graph_.edge_count());
  EXPECT_EQ(ask("MATCH (a) RETURN a ORDER BY a.name, a.id"), graph_.edge_count());
  EXPECT_EQ(ask("MATCH (a {id: 'n1'}), (b)-[r]->(c) RETURN count(*)"), graph_.edge_count());
}

TEST_F(StoreQueryTest, AnEntityWithoutRelationsIsFound) {
  DocumentFacts facts;
  facts.document.id = "d";
  facts.nodes = {{"KEN", MentionType::kState, "Kenya", {"the Republic"}, ""}};
  store_.emplace(*Store::open(folder_ / "one.db"));
  ASSERT_TRUE(store_->put(facts).ok());
  ASSERT_TRUE(graph_.add(facts).ok());
  ask("MATCH (a {name: 'Kenya'}) RETURN a, a.aliases, a.type");
  EXPECT_NE(answer(query(*store_, "MATCH (a {id: 'KEN'}) RETURN a.name")).find("Kenya"), std::string::npos);
}

TEST_F(StoreQueryTest, WrongNamesAreSuggestedFromAllOfTheStore) {
  DocumentFacts facts;
  facts.document.id = "d";
  facts.nodes = {{"KEN", MentionType::kState, "Kenya", {}, ""}};
  facts.edges.push_back({"lends_ships", false, "KEN", "", {{"lender", "KEN", true}}, {}});
  store_.emplace(*Store::open(folder_ / "one.db"));
  ASSERT_TRUE(store_->put(facts).ok());
  ASSERT_TRUE(graph_.add(facts).ok());
  for (const char* text : {"MATCH (a {id: 'UGA'})-[r:lends_ships]->(b) RETURN r.lender", "MATCH (a)-[r:lend_ships]->(b) RETURN a",
                           "MATCH (a {id: 'KEN'})-[r]->(b) RETURN r.lendr", "MATCH (a RETURN a"}) {
    ask(text);
  }
  EXPECT_NE(answer(query(*store_, "MATCH (a)-[r:lend_ships]->(b) RETURN a")).find("lends_ships"), std::string::npos);
}

}  // namespace
}  // namespace dragoman
