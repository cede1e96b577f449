// Part of dragoman; see LICENSE.
//
// Random patterns over random small graphs: the engine against one that tries every edge.

#include <algorithm>

#include <gtest/gtest.h>

#include "dragoman/query.h"
#include "graph/random_facts.h"
#include "reference/slow_match.h"

namespace dragoman {
namespace {

class RandomPattern {
 public:
  explicit RandomPattern(RandomFacts& random) : random_(random) {}

  SlowPattern pattern() {
    SlowPattern out;
    const std::size_t edges = random_.below(4);
    for (std::size_t i = 0; i <= edges; ++i) out.nodes.push_back(node(i));
    for (std::size_t i = 0; i < edges; ++i) out.edges.push_back(edge());
    return out;
  }

 private:
  SlowNode node(std::size_t i) {
    SlowNode out;
    // Now and then a name that stands in the pattern already.
    out.name = "n" + std::to_string(i > 0 && random_.below(5) == 0 ? random_.below(i) : i);
    if (random_.below(4) == 0) out.type = MentionType(random_.below(std::size_t(MentionType::kCount)));
    if (random_.below(5) == 0) out.id = "n" + std::to_string(random_.below(18));
    return out;
  }

  SlowEdge edge() {
    static const char* const kTypes[] = {"visit", "meet", "attack", "arms_transfer"};
    SlowEdge out;
    for (std::size_t i = random_.below(3); i > 0; --i) out.types.emplace_back(kTypes[random_.below(4)]);
    out.arrow = "<>-"[random_.below(3)];
    out.several = random_.below(2) == 0;
    if (out.several) {
      out.least = random_.below(3);
      out.most = out.least + random_.below(3);
    }
    return out;
  }

  RandomFacts& random_;
};

std::string text_of(const SlowNode& node) {
  std::string out = "(" + node.name;
  if (node.type) out += ":" + std::string(to_string(*node.type));
  if (!node.id.empty()) out += " {id: '" + node.id + "'}";
  return out + ")";
}

std::string text_of(const SlowEdge& edge, std::size_t i) {
  std::string out = edge.arrow == '<' ? "<-[e" : "-[e";
  out += std::to_string(i);
  for (std::size_t t = 0; t < edge.types.size(); ++t) out += (t ? "|" : ":") + edge.types[t];
  if (edge.several) out += "*" + std::to_string(edge.least) + ".." + std::to_string(edge.most);
  return out + (edge.arrow == '>' ? "]->" : "]-");
}

std::string text_of(const SlowPattern& pattern) {
  std::string out = "MATCH p = ";
  for (std::size_t i = 0; i < pattern.nodes.size(); ++i) {
    out += text_of(pattern.nodes[i]);
    if (i < pattern.edges.size()) out += text_of(pattern.edges[i], i);
  }
  out += " RETURN p";
  for (std::size_t i = 0; i < pattern.nodes.size(); ++i) out += ", " + pattern.nodes[i].name + ".id AS a" + std::to_string(i);
  for (std::size_t i = 0; i < pattern.edges.size(); ++i) {
    const std::string e = "e" + std::to_string(i);
    out += (pattern.edges[i].several ? ", [x IN " + e + " | id(x)]" : ", [id(" + e + ")]") + " AS b" + std::to_string(i);
  }
  return out;
}

std::string spaced(const QueryValue& list) {
  std::string out;
  for (const QueryValue& each : *list.get<QueryValue::List>()) out += (out.empty() ? "" : " ") + each.text();
  return out;
}

// The rows as the reference writes them; the path must pass what the columns say.
std::multiset<std::string> rows_of(const RelationGraph& graph, const QueryResult& result,
                                   const SlowPattern& pattern) {
  std::multiset<std::string> rows;
  for (const QueryRow& row : result.rows) {
    std::string nodes, edges, all;
    for (std::size_t i = 0; i < pattern.nodes.size(); ++i) nodes += (i ? " " : "") + row[1 + i].text();
    for (std::size_t i = 0; i < pattern.edges.size(); ++i) {
      const std::string step = spaced(row[1 + pattern.nodes.size() + i]);
      edges += "|" + step;
      if (!step.empty()) all += (all.empty() ? "" : " ") + step;
    }
    const auto& path = *row[0].get<QueryValue::Path>();
    std::string passed;
    for (std::size_t i = 0; i < path.edges.size(); ++i) {
      passed += (i ? " " : "") + std::to_string(path.edges[i].index);
      const GraphEdge edge = graph.edge(path.edges[i].index);
      const std::set ends = {path.nodes[i].index, path.nodes[i + 1].index};
      EXPECT_EQ(ends, (std::set{edge.source, edge.target}));
    }
    EXPECT_EQ(passed, all);
    rows.insert(nodes + edges);
  }
  return rows;
}

RelationGraph random_graph(RandomFacts& random, int documents) {
  RelationGraph graph;
  for (int i = 0; i < documents; ++i) (void)graph.add(random.document("d" + std::to_string(i))).ok();
  return graph;
}

TEST(QueryReferenceTest, PatternsFindWhatTryingEveryEdgeFinds) {
  std::size_t found = 0;
  for (unsigned seed = 0; seed < 1500; ++seed) {
    RandomFacts random(seed);
    const RelationGraph graph = random_graph(random, 1 + int(random.below(5)));
    const SlowPattern pattern = RandomPattern(random).pattern();
    const std::string text = text_of(pattern);
    const auto result = query(graph, text);
    ASSERT_TRUE(result.ok()) << text << "\n" << result.error().message();
    const auto expected = SlowMatch(graph, pattern).rows();
    ASSERT_EQ(rows_of(graph, *result, pattern), expected) << "seed " << seed << " " << text;
    found += expected.size();
  }
  EXPECT_GT(found, 10000u);
}

// All walks of the reference by length: the shortest to each node is what the search finds.
TEST(QueryReferenceTest, ShortestPathsAreTheShortestOfAll) {
  std::size_t found = 0;
  for (unsigned seed = 0; seed < 150; ++seed) {
    RandomFacts random(seed + 9000);
    const RelationGraph graph = random_graph(random, 3);
    SlowPattern pattern;
    pattern.nodes = {{"n0", {}, ""}, {"n1", {}, ""}};
    SlowEdge edge;
    edge.arrow = "<>-"[random.below(3)];
    edge.several = true;
    edge.most = 4;
    pattern.edges = {edge};
    std::map<std::string, std::multiset<std::size_t>> lengths;   // by the two ends
    for (const std::string& row : SlowMatch(graph, pattern).rows()) {
      const std::string ends = row.substr(0, row.find('|'));
      lengths[ends].insert(std::size_t(std::count(row.begin() + std::ptrdiff_t(ends.size()), row.end(), ' ')) + 1);
    }
    const std::string step = text_of(edge, 0);
    for (const bool all : {false, true}) {
      const auto result = query(graph, std::string("MATCH p = ") + (all ? "allShortestPaths" : "shortestPath") +
                                           "((n0)" + step + "(n1)) RETURN n0.id, n1.id, length(p)");
      ASSERT_TRUE(result.ok()) << result.error().message();
      std::map<std::string, std::multiset<std::size_t>> shortest;
      for (const QueryRow& row : result->rows) {
        shortest[row[0].text() + " " + row[1].text()].insert(std::size_t(*row[2].get<std::int64_t>()));
      }
      for (const auto& [ends, all_lengths] : lengths) {
        const std::size_t space = ends.find(' ');
        if (ends.substr(0, space) == ends.substr(space + 1)) continue;   // no path to itself
        const std::size_t least = *all_lengths.begin();
        const std::size_t wanted = all ? all_lengths.count(least) : 1;
        ASSERT_EQ(shortest[ends].size(), wanted) << "seed " << seed << " " << ends;
        ASSERT_EQ(shortest[ends].count(least), wanted) << "seed " << seed << " " << ends;
        found += wanted;
      }
    }
  }
  EXPECT_GT(found, 1000u);
}

}  // namespace
}  // namespace dragoman
