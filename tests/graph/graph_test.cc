// Part of dragoman; see LICENSE.

#include "dragoman/graph.h"

#include <map>

#include <boost/graph/breadth_first_search.hpp>
#include <gtest/gtest.h>

#include "dragoman/boost_graph.h"
#include "dragoman/export.h"
#include "graph/random_facts.h"
#include "graph/sample_facts.h"
#include "rounds.h"

namespace dragoman {
namespace {

std::string bytes(const RelationGraph& graph) { return write_graph(graph, GraphFormat::kJson); }

TEST(GraphTest, OrderOfAddingLeavesNoTrace) {
  for (unsigned seed = 0; seed < unsigned(rounds(60)); ++seed) {
    RandomFacts random(seed);
    std::vector<DocumentFacts> documents;
    for (int i = 0; i < 12; ++i) documents.push_back(random.document("d" + std::to_string(i)));
    RelationGraph forward;
    for (const auto& d : documents) ASSERT_TRUE(forward.add(d).ok());
    random.shuffle(documents);
    RelationGraph shuffled;
    for (const auto& d : documents) ASSERT_TRUE(shuffled.add(d).ok());
    ASSERT_TRUE(bytes(forward) == bytes(shuffled)) << "seed " << seed;
  }
}

TEST(GraphTest, RemovedIsAsNeverAdded) {
  for (unsigned seed = 0; seed < unsigned(rounds(60)); ++seed) {
    RandomFacts random(seed);
    RelationGraph graph, without;
    std::vector<std::string> extra;
    for (int i = 0; i < 40; ++i) {
      const DocumentFacts d = random.document("d" + std::to_string(i));
      ASSERT_TRUE(graph.add(d).ok());
      if (random.below(2) == 0) {
        ASSERT_TRUE(without.add(d).ok());
      } else {
        extra.push_back(d.document.id);
      }
      if (random.below(5) == 0) bytes(graph);   // frozen in between
    }
    random.shuffle(extra);
    for (const std::string& id : extra) ASSERT_TRUE(graph.remove(id));
    ASSERT_TRUE(bytes(graph) == bytes(without)) << "seed " << seed;
    EXPECT_FALSE(graph.remove("never added"));
  }
}

// Adding, replacing, removing and merging in whatever order: only what is left counts.
TEST(GraphTest, AnySequenceOfChangesIsTheSetThatIsLeft) {
  for (unsigned seed = 0; seed < unsigned(rounds(60)); ++seed) {
    RandomFacts random(seed + 500);
    RelationGraph graph;
    std::map<std::string, DocumentFacts> left;
    for (int i = 0; i < 60; ++i) {
      const std::string id = "d" + std::to_string(random.below(12));
      switch (random.below(4)) {
        case 0: {   // add, or replace
          const DocumentFacts d = random.document(id);
          ASSERT_TRUE(graph.add(d).ok());
          left[id] = d;
          break;
        }
        case 1: {   // add and think better of it
          const DocumentFacts d = random.document("extra");
          const std::string before = bytes(graph);
          ASSERT_TRUE(graph.add(d).ok());
          ASSERT_TRUE(graph.remove("extra"));
          ASSERT_TRUE(bytes(graph) == before) << "seed " << seed;
          break;
        }
        case 2: ASSERT_EQ(graph.remove(id), left.erase(id) > 0); break;
        case 3: {   // merge what is not there yet
          RelationGraph other;
          const DocumentFacts d = random.document(id);
          ASSERT_TRUE(other.add(d).ok());
          if (left.contains(id)) break;
          graph.merge(other);
          left[id] = d;
          break;
        }
      }
    }
    RelationGraph fresh;
    for (const auto& [id, d] : left) ASSERT_TRUE(fresh.add(d).ok());
    ASSERT_TRUE(bytes(graph) == bytes(fresh)) << "seed " << seed;
  }
}

TEST(GraphTest, RemovingMostDocumentsDropsTheirRows) {
  RandomFacts random(7);
  RelationGraph graph, one;
  for (int i = 0; i < 600; ++i) {
    const DocumentFacts d = random.document("d" + std::to_string(i));
    ASSERT_TRUE(graph.add(d).ok());
    if (i == 300) {
      ASSERT_TRUE(one.add(d).ok());
    }
  }
  for (int i = 0; i < 600; ++i) {
    if (i != 300) {
      ASSERT_TRUE(graph.remove("d" + std::to_string(i)));
    }
  }
  EXPECT_TRUE(bytes(graph) == bytes(one));
}

TEST(GraphTest, MergeIsTheUnionEitherWay) {
  for (unsigned seed = 0; seed < unsigned(rounds(40)); ++seed) {
    RandomFacts random(seed);
    RelationGraph a, b, all, a2, b2;
    for (int i = 0; i < 10; ++i) {
      const DocumentFacts d = random.document("d" + std::to_string(i));
      ASSERT_TRUE((random.below(2) ? a : b).add(d).ok());
      ASSERT_TRUE(all.add(d).ok());
    }
    // One id with different facts on both sides.
    ASSERT_TRUE(a.add(random.document("both")).ok());
    ASSERT_TRUE(b.add(random.document("both")).ok());
    a2.merge(a);
    a2.merge(b);
    b2.merge(b);
    b2.merge(a);
    ASSERT_TRUE(bytes(a2) == bytes(b2)) << "seed " << seed;
    ASSERT_TRUE(a2.remove("both"));
    ASSERT_TRUE(bytes(a2) == bytes(all)) << "seed " << seed;
    RelationGraph again = std::move(a2);
    again.merge(all);
    ASSERT_TRUE(bytes(again) == bytes(all));
  }
}

TEST(GraphTest, IndexAgreesWithAWalkOverAllEdges) {
  RandomFacts random(3);
  RelationGraph graph;
  for (int i = 0; i < 200; ++i) ASSERT_TRUE(graph.add(random.document("d" + std::to_string(i))).ok());
  for (NodeIndex n = 0; n < graph.node_count(); ++n) {
    for (const std::string_view type : graph.relation_types()) {
      std::vector<EdgeIndex> out, in;
      for (EdgeIndex e = 0; e < graph.edge_count(); ++e) {
        if (graph.edge(e).type != type) continue;
        if (graph.edge(e).source == n) out.push_back(e);
        if (graph.edge(e).target == n) in.push_back(e);
      }
      const auto o = graph.out(n, type), i = graph.in(n, type);
      ASSERT_EQ(std::vector(o.begin(), o.end()), out);
      ASSERT_EQ(std::vector(i.begin(), i.end()), in);
      for (const EdgeIndex e : out) {
        const auto between = graph.between(n, graph.edge(e).target, type);
        ASSERT_NE(std::find(between.begin(), between.end(), e), between.end());
      }
    }
  }
}

TEST(GraphTest, ReportsOfOneEdgeComeTogether) {
  const RelationGraph graph = sample_graph();
  const auto turkey = graph.find_node("TUR");
  ASSERT_TRUE(turkey);
  EXPECT_EQ(graph.node(*turkey).name, "Turkey");
  EXPECT_EQ(graph.aliases(*turkey), (std::vector<std::string_view>{"Ankara", "Türkiye"}));
  const auto edges = graph.out(*turkey, "arms_transfer");
  ASSERT_EQ(edges.size(), 1u);
  const std::vector<Report> reports = graph.reports(edges[0]);
  ASSERT_EQ(reports.size(), 2u);
  EXPECT_EQ(reports[0].document, "a.txt");
  EXPECT_EQ(graph.said_by(reports[0]), "AFP");
  EXPECT_EQ(reports[1].status, RelationStatus::kHappened);
}

TEST(GraphTest, SymmetricEdgesStandOnceAndKeepTheirRoles) {
  const RelationGraph graph = sample_graph();
  const auto goita = graph.find_node("person:assimi-goita");
  EXPECT_TRUE(graph.out(*goita, "meet").empty());
  ASSERT_EQ(graph.in(*goita, "meet").size(), 1u);
  const EdgeIndex e = graph.in(*goita, "meet")[0];
  EXPECT_EQ(graph.node(graph.edge(e).source).id, "TUR");
  EXPECT_EQ(graph.arguments(e)[0], (GraphArgument{"party_a", "TUR", true}));
  EXPECT_EQ(graph.arguments(e)[1], (GraphArgument{"party_b", "person:assimi-goita", true}));
}

TEST(GraphTest, NobodyNamedIsABlankNodeOfItsOwn) {
  const RelationGraph graph = sample_graph();
  const auto test = graph.out(*graph.find_node("TUR"), "weapon_test");
  ASSERT_EQ(test.size(), 1u);
  const GraphNode nobody = graph.node(graph.edge(test[0]).target);
  EXPECT_TRUE(nobody.blank);
  EXPECT_EQ(nobody.id, "_:TUR");
  const auto strike = graph.in(*graph.find_node("city:mli-gao"), "attack");
  ASSERT_EQ(strike.size(), 1u);
  EXPECT_EQ(graph.node(graph.edge(strike[0]).source).id, "_:city:mli-gao");
}

TEST(GraphTest, BadFactsAreRefusedWhole) {
  RelationGraph graph;
  const std::string before = bytes(graph);
  DocumentFacts facts;
  const auto message = [&] {
    const Status status = graph.add(facts);
    return status.ok() ? std::string("added") : status.error().message();
  };
  EXPECT_EQ(message(), "a document without an id: expected one that tells it apart from the others");
  facts.document.id = "d";
  facts.edges.push_back({"visit", false, "TUR", "", {}, {}});
  EXPECT_EQ(message(), "document \"d\": relation \"visit\": \"TUR\" is not among the entities");
  facts.nodes.push_back({"_:x", MentionType::kState, "x", {}, ""});
  EXPECT_EQ(message(), "document \"d\": \"_:x\" is not an id for an entity");
  EXPECT_TRUE(bytes(graph) == before);
}

TEST(GraphTest, BoostViewHasTheSameEdges) {
  const RelationGraph graph = sample_graph();
  const BoostGraph& g = boost_graph(graph);
  ASSERT_EQ(num_vertices(g), graph.node_count());
  ASSERT_EQ(num_edges(g), graph.edge_count());
  for (auto [e, end] = edges(g); e != end; ++e) {
    const EdgeIndex index = get(boost::edge_index, g, *e);
    EXPECT_EQ(source(*e, g), graph.edge(index).source);
    EXPECT_EQ(target(*e, g), graph.edge(index).target);
  }
  std::vector<int> distance(num_vertices(g), -1);
  const NodeIndex from = *graph.find_node("TUR");
  distance[from] = 0;
  boost::breadth_first_search(
      g, from,
      boost::visitor(boost::make_bfs_visitor(boost::record_distances(
          boost::make_iterator_property_map(distance.begin(), get(boost::vertex_index, g)),
          boost::on_tree_edge()))));
  EXPECT_EQ(distance[*graph.find_node("MLI")], 1);
}

}  // namespace
}  // namespace dragoman
