// Part of dragoman; see LICENSE.
//
// Steps of several edges, paths as values, shortest paths, WITH.

#include <gtest/gtest.h>

#include "graph/edge_graph.h"
#include "graph/sample_facts.h"
#include "query/rows.h"

namespace dragoman {
namespace {

std::string rows(const std::string& edges, std::string_view text, const QueryOptions& options = {}) {
  return rows_of(edge_graph(edges), text, options);
}

const std::string kChain = "a visit b, b visit c, c visit d, d attack e";

TEST(QueryPathsTest, HopsAreCountedFromLeastToMost) {
  const auto ends = [](std::string_view hops) {
    return rows(kChain, "MATCH (x {id: 'a'})-[:visit" + std::string(hops) + "]->(y) RETURN y");
  };
  EXPECT_EQ(ends("*"), "B; C; D");
  EXPECT_EQ(ends("*2"), "C");
  EXPECT_EQ(ends("*2.."), "C; D");
  EXPECT_EQ(ends("*..2"), "B; C");
  EXPECT_EQ(ends("*0..1"), "A; B");
  EXPECT_EQ(ends("*1..1"), "B");
  EXPECT_EQ(ends("*4.."), "");
  EXPECT_EQ(rows(kChain, "MATCH (x {id: 'a'})-[*]->(y) RETURN y"), "B; C; D; E");
  EXPECT_EQ(rows(kChain, "MATCH (x {id: 'a'})-[:visit|attack*4]->(y) RETURN y"), "E");
}

TEST(QueryPathsTest, DirectionsHoldForEachStep) {
  EXPECT_EQ(rows(kChain, "MATCH (x {id: 'c'})<-[*]-(y) RETURN y"), "B; A");
  EXPECT_EQ(rows(kChain, "MATCH (x {id: 'c'})-[*1..2]-(y) RETURN y"), "D; E; B; A");
  EXPECT_EQ(rows("a meet b, c meet b", "MATCH (x {id: 'a'})-[:meet*2]->(y) RETURN y"), "C");
  // Walked from the end whose id is known, told from left to right.
  EXPECT_EQ(rows(kChain, "MATCH p = (x)-[r*2]->(y {id: 'd'}) RETURN p, [e IN r | startNode(e).name]"),
            "B -[visit]-> C -[visit]-> D|B, C");
}

TEST(QueryPathsTest, NoEdgeServesTwice) {
  EXPECT_EQ(rows("a visit b, b visit a", "MATCH (x {id: 'a'})-[r*]->(y) RETURN y, size(r)"),
            "B|1; A|2");
  EXPECT_EQ(rows("a visit b", "MATCH (x)-[*1..9]-(y)-[r]-(z) RETURN x"), "");
  EXPECT_EQ(rows("a visit a", "MATCH (x)-[r*]-(y) RETURN x, size(r)"), "A|1");
}

TEST(QueryPathsTest, PathsAreValues) {
  EXPECT_EQ(rows("a visit b, c attack b, c meet d",
                 "MATCH p = (x {id: 'a'})-[*1..3]-(y) RETURN p, length(p), nodes(p), relationships(p)"),
            "A -[visit]-> B|1|A, B|visit; "
            "A -[visit]-> B <-[attack]- C|2|A, B, C|visit, attack; "
            "A -[visit]-> B <-[attack]- C -[meet]- D|3|A, B, C, D|visit, attack, meet");
  EXPECT_EQ(rows("a visit b", "MATCH p = (x) RETURN p, length(p)"), "A|0; B|0");
  EXPECT_EQ(rows(kChain, "MATCH p = (x)-[:visit]->(y)-[*2]->(z) RETURN p"),
            "A -[visit]-> B -[visit]-> C -[visit]-> D; B -[visit]-> C -[visit]-> D -[attack]-> E");
  EXPECT_EQ(rows(kChain, "MATCH p = (x)-[*]->(y) RETURN p ORDER BY length(p) DESC LIMIT 1"),
            "A -[visit]-> B -[visit]-> C -[visit]-> D -[attack]-> E");
  EXPECT_EQ(rows(kChain, "MATCH p = (x)-[*]->(y) WHERE x.id = 'a' AND y.id = 'e' "
                         "RETURN nodes(p)[1].name, nodes(p)[-1], head(nodes(p)).id, last(relationships(p)).type"),
            "B|E|a|attack");
  const auto result = query(edge_graph("a visit b, c meet b"), "MATCH p = (x {id: 'a'})-[*2]-(y) RETURN p");
  ASSERT_TRUE(result.ok());
  EXPECT_EQ(to_json(*result),
            "[\n{\"p\":{\"nodes\":[{\"id\":\"a\",\"name\":\"A\"},{\"id\":\"b\",\"name\":\"B\"},"
            "{\"id\":\"c\",\"name\":\"C\"}],\"edges\":[{\"edge\":0,\"type\":\"visit\","
            "\"direction\":\"forward\"},{\"edge\":1,\"type\":\"meet\",\"direction\":\"none\"}]}}\n]\n");
}

TEST(QueryPathsTest, ListsAreAskedAndMapped) {
  const std::string all = "MATCH p = (x {id: 'a'})-[*]->(y) WHERE ";
  const auto ends = [&](const std::string& where) { return rows(kChain, all + where + " RETURN y"); };
  EXPECT_EQ(ends("all(e IN relationships(p) WHERE e.type = 'visit')"), "B; C; D");
  EXPECT_EQ(ends("any(n IN nodes(p) WHERE n.name = 'D')"), "D; E");
  EXPECT_EQ(ends("none(n IN nodes(p) WHERE n.id = 'c')"), "B");
  EXPECT_EQ(ends("single(e IN relationships(p) WHERE e.type = 'attack')"), "E");
  EXPECT_EQ(ends("size([e IN relationships(p) WHERE e.type = 'visit']) = 3 AND length(p) = 3"), "D");
  EXPECT_EQ(rows(kChain, "MATCH p = (x {id: 'a'})-[*2]->(y) RETURN [n IN nodes(p) WHERE n.id <> 'b' | toLower(n.name)]"),
            "a, c");
}

TEST(QueryPathsTest, FieldsInBracesHoldForSomeReportOfEachEdge) {
  const RelationGraph graph = sample_graph();
  EXPECT_EQ(rows_of(graph, "MATCH (a {id: 'MLI'})-[r* {status: 'planned'}]-(b) RETURN b"), "Turkey");
  EXPECT_EQ(rows_of(graph, "MATCH (a {id: 'MLI'})-[r*1..3 {status: 'happened'}]-(b) RETURN b"),
            "Turkey; Assimi Goita");
  // Both of one report, not one each of two.
  EXPECT_EQ(rows_of(graph, "MATCH (a {id: 'MLI'})-[r* {status: 'planned', outlet: 'Le Soir'}]-(b) RETURN b"), "");
  // An edge of a path has its reports' fields as lists.
  EXPECT_EQ(rows_of(graph, "MATCH p = (a {id: 'TUR'})-[:arms_transfer*]->(b) RETURN [e IN relationships(p) | e.status]"),
            "happened, planned");
}

TEST(QueryPathsTest, ShortestPathIsOneAndAllShortestAreAll) {
  const std::string diamond = "a visit b, a visit c, b visit d, c visit d, d visit e, a attack z, z attack y, y attack e";
  EXPECT_EQ(rows(diamond, "MATCH p = shortestPath((x {id: 'a'})-[:visit*]->(y {id: 'e'})) RETURN p"),
            "A -[visit]-> B -[visit]-> D -[visit]-> E");
  EXPECT_EQ(rows(diamond, "MATCH p = allShortestPaths((x {id: 'a'})-[:visit*]->(y {id: 'e'})) RETURN p"),
            "A -[visit]-> B -[visit]-> D -[visit]-> E; A -[visit]-> C -[visit]-> D -[visit]-> E");
  EXPECT_EQ(rows(diamond, "MATCH p = allShortestPaths((x {id: 'a'})-[*]->(y {id: 'e'})) RETURN count(*)"), "3");
  EXPECT_EQ(rows(diamond, "MATCH p = shortestPath((x {id: 'a'})-[*..2]->(y {id: 'e'})) RETURN p"), "");
  EXPECT_EQ(rows(diamond, "MATCH p = shortestPath((x {id: 'e'})-[*]-(y {id: 'a'})) RETURN length(p)"), "3");
  EXPECT_EQ(rows(diamond, "MATCH p = shortestPath((x {id: 'a'})-[*]->(y)) RETURN y, length(p)"),
            "Z|1; B|1; C|1; Y|2; D|2; E|3");
  EXPECT_EQ(rows(diamond, "MATCH (x {id: 'a'}), (y {id: 'd'}) MATCH p = shortestPath((y)<-[*]-(x)) RETURN p"),
            "D <-[visit]- B <-[visit]- A");
  EXPECT_EQ(rows(diamond, "MATCH p = shortestPath((x {id: 'a'})-[*]-(x)) RETURN p"), "");
  EXPECT_EQ(rows(diamond, "MATCH p = shortestPath((x)--(y)) RETURN p"),
            "1:11: shortestPath takes one step of variable length: shortestPath((a)-[*..4]-(b))");
}

TEST(QueryPathsTest, WithHandsOnWhatItNames) {
  const std::string hub = "a visit b, a visit c, b visit c, c meet d";
  EXPECT_EQ(rows(hub, "MATCH (x)-[:visit]->(y) WITH x, count(*) AS n WHERE n > 1 RETURN x, n"), "A|2");
  EXPECT_EQ(rows(hub, "MATCH (x)-[:visit]->(y) WITH y, count(*) AS n ORDER BY n DESC LIMIT 1 "
                      "MATCH (y)-[:meet]-(z) RETURN y, n, z"), "C|2|D");
  EXPECT_EQ(rows(hub, "MATCH (x {id: 'a'})-[:visit]->(y) WITH collect(y.name) AS names, count(*) AS n "
                      "RETURN names, n, size(names), names[1]"), "B, C|2|2|C");
  EXPECT_EQ(rows(hub, "MATCH (x)-[r:visit]->(y) WITH x AS y, r RETURN y, r.type"),
            "A|visit; A|visit; B|visit");
  EXPECT_EQ(rows(hub, "MATCH (x)-[r]->(y) WITH y RETURN x"),
            "1:34: \"x\" is not bound by WITH or a MATCH after it; text stands in quotes");
  EXPECT_EQ(rows(hub, "MATCH (x) WITH x.name RETURN x"), "1:16: after WITH, \"x.name\" needs a name: say AS");
  // An edge that ranges over its reports stays with its report.
  EXPECT_EQ(rows_of(sample_graph(), "MATCH (a)-[r:arms_transfer]->(b) WITH a, r WHERE r.status = 'planned' "
                                    "RETURN a, r.said_by, r.date"), "Turkey|AFP|2024-03-01");
}

// A star of stars: the number of paths grows with the fifth power of the rays.
TEST(QueryPathsTest, PathsAtAHubEndInTheLimit) {
  std::string edges;
  for (int i = 0; i < 300; ++i) {
    const std::string ray = "n" + std::to_string(i);
    edges += (i ? ", " : "") + ray + " visit hub, hub visit " + ray + ", " + ray + " attack hub";
  }
  const RelationGraph graph = edge_graph(edges);
  QueryOptions options;
  options.most_work = 2'000'000;
  for (const char* text : {"MATCH (a)-[*1..5]-(b) RETURN count(*)", "MATCH p = (a)-[*]-(b) RETURN p",
                           "MATCH (a {id: 'n1'})-[*1..6]-(b {id: 'n2'}) RETURN count(*)",
                           "MATCH p = allShortestPaths((a)-[*]-(b)) RETURN count(p)"}) {
    const auto result = query(graph, text, options);
    ASSERT_FALSE(result.ok()) << text;
    EXPECT_EQ(result.error().code(), ErrorCode::kLimit) << text;
  }
  options.most_work = 1'000'000'000;
  options.most_rows = 1000;
  const auto result = query(graph, "MATCH p = (a {id: 'hub'})-[*1..5]-(b) RETURN p", options);
  ASSERT_FALSE(result.ok());
  EXPECT_EQ(result.error().code(), ErrorCode::kLimit);
}

// A path through a hundred thousand nodes needs memory for a path, not a deep stack.
TEST(QueryPathsTest, LongPathsNeedNoDeepStack) {
  std::string edges;
  for (int i = 0; i < 20000; ++i) {
    edges += (i ? ", n" : "n") + std::to_string(i) + " visit n" + std::to_string(i + 1);
  }
  const RelationGraph graph = edge_graph(edges);
  EXPECT_EQ(rows_of(graph, "MATCH (a {id: 'n0'})-[r*]->(b {id: 'n20000'}) RETURN size(r)"), "20000");
  EXPECT_EQ(rows_of(graph, "MATCH p = shortestPath((a {id: 'n0'})-[*]->(b {id: 'n20000'})) RETURN length(p)"),
            "20000");
}

TEST(QueryPathsTest, ErrorsSayWhereAndWhatWasMeant) {
  const auto message = [](std::string_view text) { return rows("a visit b", text); };
  EXPECT_EQ(message("MATCH (a)-[r*3..1]->(b) RETURN a"),
            "1:13: *3..1 fits no path: the first number is the least, the second the most");
  EXPECT_EQ(message("MATCH (a)-[r*9999999]->(b) RETURN a"), "1:14: expected at most 1000000 steps");
  EXPECT_EQ(message("MATCH (a)-[r*1..2]->(b) RETURN r.type"),
            "1:33: \"r\" is a list of edges: ask any(e IN r WHERE e.type = ..) or size(..)");
  EXPECT_EQ(message("MATCH p = (a)-->(b) RETURN p.name"),
            "1:29: \"p\" is a path: ask nodes(p), relationships(p) or length(p)");
  EXPECT_EQ(message("MATCH (a)-->(b) RETURN lenght(a)"), "1:24: no function \"lenght\"; did you mean \"length\"?");
  EXPECT_EQ(message("MATCH (a) RETURN substring(a.name)"), "1:18: substring() takes 2 to 3 arguments, not 1");
  EXPECT_EQ(message("MATCH (a)-[r]->(b) WHERE overlaps(r.when, '2023-13') RETURN a"),
            "1:43: \"2023-13\" is not a period: expected '2023', '2023-07', '2023-07-05' or "
            "'2023-07-01/2023-07-15', with .. for an open end");
  EXPECT_EQ(message("MATCH p = (a)-->(b) RETURN nodes(p)[0].nmae"),
            "1:40: neither a node nor an edge has a field \"nmae\"; did you mean \"name\"?");
  EXPECT_EQ(message("MATCH p = (a)-->(b) WHERE all(n IN nodes(p)) RETURN a"),
            "1:44: expected WHERE, not \")\"");
  EXPECT_EQ(message("MATCH (a)-[r]->(b), (c)-[r]->(d) RETURN a"),
            "1:26: \"r\" is bound already; only a node can be named again, as a node");
}

}  // namespace
}  // namespace dragoman
