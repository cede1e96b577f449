// Part of dragoman; see LICENSE.

#include "dragoman/analysis.h"

#include <algorithm>
#include <set>

#include <gtest/gtest.h>

#include "dragoman/export.h"
#include "dragoman/query.h"
#include "graph/edge_graph.h"
#include "graph/random_facts.h"
#include "graph/sample_facts.h"

namespace dragoman {
namespace {

NodeIndex at(const RelationGraph& graph, std::string_view id) { return *graph.find_node(id); }

std::string ids(const RelationGraph& graph, const std::vector<NodeIndex>& nodes) {
  std::string out;
  for (const NodeIndex n : nodes) out += (out.empty() ? "" : " ") + std::string(graph.node(n).id);
  return out;
}

std::string paths(const RelationGraph& graph, std::string_view a, std::string_view b, PathOptions options = {}) {
  const auto found = paths_between(graph, at(graph, a), at(graph, b), options);
  if (!found.ok()) return found.error().message();
  std::string out;
  for (const GraphPath& path : *found) out += (out.empty() ? "" : "; ") + ids(graph, path.nodes);
  return out;
}

TEST(AnalysisTest, EntitiesAreFoundByIdNameAndAlias) {
  const RelationGraph graph = sample_graph();
  EXPECT_EQ(*find_entity(graph, "TUR"), at(graph, "TUR"));
  EXPECT_EQ(*find_entity(graph, "turkey"), at(graph, "TUR"));
  EXPECT_EQ(*find_entity(graph, "TÜRKIYE"), at(graph, "TUR"));
  EXPECT_EQ(*find_entity(graph, "Goita"), at(graph, "person:assimi-goita"));
  EXPECT_EQ(find_entity(graph, "Turkye").error().message(), "no entity \"Turkye\" in the graph; did you mean \"Turkey\"?");
  EXPECT_EQ(find_entity(graph, "_:TUR").error().code(), ErrorCode::kNotFound);
  EXPECT_EQ(find_entity(graph, "").error().code(), ErrorCode::kNotFound);
  DocumentFacts facts;
  facts.document.id = "d";
  facts.nodes = {{"city:a", MentionType::kCity, "Springfield", {}, ""}, {"city:b", MentionType::kCity, "Springfield", {}, ""}};
  RelationGraph two;
  ASSERT_TRUE(two.add(facts).ok());
  EXPECT_EQ(find_entity(two, "springfield").error().message(),
            "2 entities are called \"springfield\": say which by id: city:a, city:b");
}

TEST(AnalysisTest, PartnersAreCountedByHappeningsAndReports) {
  const RelationGraph graph = sample_graph();
  const auto all = neighbours(graph, at(graph, "TUR"));
  ASSERT_EQ(all.size(), 2u);   // nobody named is no partner
  EXPECT_EQ(graph.node(all[0].node).id, "MLI");
  EXPECT_EQ(all[0].reports, 2u);
  EXPECT_EQ(all[0].edges.size(), 1u);
  EXPECT_EQ(all[0].happenings, 1u);   // planned, then happened
  const auto top = top_partners(graph, at(graph, "TUR"), 1);
  ASSERT_EQ(top.size(), 1u);
  EXPECT_EQ(graph.node(top[0].node).id, "MLI");
  EXPECT_EQ(neighbours(graph, at(graph, "TUR"), {.types = {"meet"}}).size(), 1u);
  EXPECT_EQ(neighbours(graph, at(graph, "TUR"), {.statuses = {RelationStatus::kPlanned}})[0].reports, 1u);
  EXPECT_TRUE(top_partners(graph, at(graph, "TUR"), 0).empty());
}

TEST(AnalysisTest, FiltersAskDaysSourcesAndOutlets) {
  const RelationGraph graph = sample_graph();
  const auto reports = [&](const ReportFilter& filter) {
    const auto found = neighbours(graph, at(graph, "MLI"), filter);
    return found.empty() ? 0 : found[0].reports;
  };
  EXPECT_EQ(reports({.told_from = Date{2024, 3, 2}}), 1u);
  EXPECT_EQ(reports({.told_to = Date{2024, 3, 1}}), 1u);
  EXPECT_EQ(reports({.from = Date{2024, 4, 30}, .to = Date{2024, 5, 1}}), 1u);   // April, as told
  EXPECT_EQ(reports({.from = Date{2024, 5, 2}}), 1u);                              // by its document's date
  EXPECT_EQ(reports({.to = Date{2024, 3, 31}}), 0u);
  EXPECT_EQ(reports({.said_by = "org:afp"}), 1u);
  EXPECT_EQ(reports({.outlet = "Le Soir"}), 1u);
  EXPECT_EQ(reports({.polarity = Polarity::kDenied}), 0u);
}

TEST(AnalysisTest, PathsComeShortestFirstAndPassNoNodeTwice) {
  const RelationGraph graph = edge_graph("a visit b, b visit c, a meet c, c visit d, d visit b, c visit a");
  EXPECT_EQ(paths(graph, "a", "c"), "a c; a c; a b c; a b d c");
  EXPECT_EQ(paths(graph, "a", "c", {.most_hops = 1}), "a c; a c");
  EXPECT_EQ(paths(graph, "a", "d", {.directed = true}), "a c d; a b c d");
  EXPECT_EQ(paths(graph, "a", "c", {.directed = true, .filter = {.types = {"visit"}}}), "a b c");
  EXPECT_EQ(paths(graph, "a", "a"), "");
  EXPECT_EQ(paths(graph, "a", "c", {.most_paths = 2}), "more than 2 paths; ask for fewer hops, or name a type");
  EXPECT_EQ(paths(graph, "a", "d", {.most_work = 3}).substr(0, 28), "more than 3 edges looked at;");
  EXPECT_FALSE(paths_between(graph, 0, 1, {.most_hops = 65}).ok());
}

TEST(AnalysisTest, PathsAgreeWithQueries) {
  for (unsigned seed = 0; seed < 60; ++seed) {
    RandomFacts random(seed);
    RelationGraph graph;
    for (int i = 0; i < 5; ++i) ASSERT_TRUE(graph.add(random.document("d" + std::to_string(i))).ok());
    const NodeIndex a = NodeIndex(random.below(graph.node_count())), b = NodeIndex(random.below(graph.node_count()));
    if (a == b || graph.node(a).blank || graph.node(b).blank) continue;
    const auto found = paths_between(graph, a, b, {.most_hops = 4});
    ASSERT_TRUE(found.ok());
    const auto rows = query(graph, "MATCH p = (a {id: $a})-[*1..4]-(b {id: $b}) WHERE none(n IN nodes(p) WHERE n.blank) "
                                   "RETURN nodes(p)",
                            {.parameters = {{"a", std::string(graph.node(a).id)}, {"b", std::string(graph.node(b).id)}}});
    ASSERT_TRUE(rows.ok());
    std::size_t simple = 0;
    for (const QueryRow& row : rows->rows) {
      std::set<std::string> seen;
      const auto& nodes = *row[0].get<QueryValue::List>();
      for (const QueryValue& node : nodes) seen.insert(node.get<QueryValue::Node>()->id);
      simple += seen.size() == nodes.size();
    }
    EXPECT_EQ(found->size(), simple) << seed;
  }
}

TEST(AnalysisTest, EgoNetworkHasTheEdgesBetweenItsMembers) {
  const RelationGraph graph = edge_graph("a visit b, b visit c, a meet d, d attack b, c visit e");
  const EgoNetwork one = ego_network(graph, at(graph, "a"), 1);
  std::vector<NodeIndex> nodes;
  for (const auto& member : one.nodes) nodes.push_back(member.node);
  EXPECT_EQ(ids(graph, nodes), "a b d");
  EXPECT_EQ(one.edges.size(), 3u);
  EXPECT_EQ(ego_network(graph, at(graph, "a"), 0).nodes.size(), 1u);
  EXPECT_EQ(ego_network(graph, at(graph, "a"), 2).nodes.size(), 4u);
  EXPECT_EQ(ego_network(graph, at(graph, "a"), 9, {.types = {"meet"}}).nodes.size(), 2u);
}

TEST(AnalysisTest, TimelineOfAPairIsByDayEitherWay) {
  const RelationGraph graph = sample_graph();
  const auto both = timeline(graph, at(graph, "MLI"), at(graph, "TUR"));
  ASSERT_EQ(both.size(), 1u);
  ASSERT_EQ(both[0].reports.size(), 2u);
  EXPECT_EQ(graph.reports(both[0].reports[0].edge)[both[0].reports[0].report].status, RelationStatus::kPlanned);
  EXPECT_EQ(timeline(graph, at(graph, "TUR"), at(graph, "MLI"), {.outlet = "Le Soir"})[0].reports.size(), 1u);
  EXPECT_TRUE(timeline(graph, at(graph, "TUR"), at(graph, "city:mli-gao")).empty());
}

TEST(AnalysisTest, AsOfIsTheGraphOfEarlierDocuments) {
  RelationGraph graph = sample_graph();
  const RelationGraph then = as_of(graph, {2024, 3, 1});
  ASSERT_TRUE(graph.remove("b.txt"));
  EXPECT_EQ(write_graph(then, GraphFormat::kJson), write_graph(graph, GraphFormat::kJson));
  EXPECT_EQ(as_of(graph, {2024, 2, 29}).node_count(), 0u);
}

TEST(AnalysisTest, ChangesSayWhatWasAddedAndWhatTurned) {
  const RelationGraph graph = sample_graph();
  const auto spring = changes(graph, {2024, 3, 1}, {2024, 6, 1});
  ASSERT_EQ(spring.size(), 1u);
  EXPECT_EQ(spring[0].reports_before, 1u);
  EXPECT_EQ(spring[0].reports_added, 1u);
  EXPECT_EQ(spring[0].status_before, RelationStatus::kPlanned);
  EXPECT_EQ(spring[0].status_after, RelationStatus::kHappened);
  const auto first = changes(graph, {2024, 1, 1}, {2024, 3, 31});
  EXPECT_EQ(first.size(), 4u);
  EXPECT_EQ(std::count_if(first.begin(), first.end(), [](const EdgeChange& c) { return c.newly_denied; }), 1);
  EXPECT_FALSE(first[0].status_before);
  EXPECT_TRUE(changes(graph, {2024, 5, 2}, {2025, 1, 1}).empty());
}

TEST(AnalysisTest, DisagreementNeedsTwoSources) {
  const auto graph_with = [](const char* denier) {
    DocumentFacts facts;
    facts.document = {.id = "a", .date = Date{2024, 3, 1}, .outlet = "Daily Nation", .url = ""};
    facts.nodes = {{"x", MentionType::kState, "X", {}, ""}, {"y", MentionType::kState, "Y", {}, ""}};
    DocumentFacts::Edge e;
    e.type = "attack";
    e.source = "x";
    e.target = "y";
    e.arguments = {{"agent", "x", true}, {"target", "y", true}};
    facts.edges = {e, e};
    facts.edges[1].report.polarity = Polarity::kDenied;
    facts.edges[1].report.said_by = denier;
    RelationGraph graph;
    (void)graph.add(facts).ok();
    return graph;
  };
  const RelationGraph graph = graph_with("the ministry");
  const auto found = disagreements(graph);
  ASSERT_EQ(found.size(), 1u);
  EXPECT_EQ(found[0].asserted.size(), 1u);
  EXPECT_EQ(found[0].denied.size(), 1u);
  EXPECT_TRUE(disagreements(graph_with("")).empty());   // one outlet, both in its own voice
  EXPECT_TRUE(disagreements(graph, {.types = {"visit"}}).empty());
}

}  // namespace
}  // namespace dragoman
