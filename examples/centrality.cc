// Part of dragoman; see LICENSE.
//
// Boost's algorithms on a relation graph: who stands between others, and how far away who is.
//
//   centrality GRAPH FROM        a file written by dragoman graph, an entity's id or name
//
// dragoman/boost_graph.h is a view of the graph's own structure: a vertex is a NodeIndex, and
// every edge descriptor knows its EdgeIndex.  An edge leads from the doer to the target, a
// symmetric one from the smaller id to the larger.  To walk edges both ways, as here, copy the
// ends into an undirected graph first: vertices keep their numbers.

#include <algorithm>
#include <cstdio>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

#include <boost/graph/adjacency_list.hpp>
#include <boost/graph/betweenness_centrality.hpp>
#include <boost/graph/dijkstra_shortest_paths.hpp>

#include "dragoman/analysis.h"
#include "dragoman/boost_graph.h"
#include "dragoman/export.h"

using dragoman::NodeIndex;
using Weighted = boost::property<boost::edge_weight_t, double>;
using Undirected =
    boost::adjacency_list<boost::vecS, boost::vecS, boost::undirectedS, boost::no_property, Weighted>;

int fail(const std::string& what) {
  std::fprintf(stderr, "centrality: %s\n", what.c_str());
  return 2;
}

int main(int argc, char** argv) {
  if (argc != 3) return fail("usage: centrality GRAPH FROM");
  std::ifstream file(argv[1], std::ios::binary);
  const std::string bytes((std::istreambuf_iterator<char>(file)), {});
  const std::string path = argv[1];
  const auto format = dragoman::graph_format(path.substr(path.rfind('.') + 1));
  if (!format) return fail(path + ": expected .json, .jsonl or .graphml");
  const auto graph = dragoman::read_graph(bytes, *format, path);
  if (!graph.ok()) return fail(graph.error().message());
  const auto from = dragoman::find_entity(*graph, argv[2]);
  if (!from.ok()) return fail(from.error().message());

  // The view takes any algorithm for directed graphs as it is.
  const dragoman::BoostGraph& view = dragoman::boost_graph(*graph);
  std::vector<double> between(num_vertices(view));
  boost::brandes_betweenness_centrality(
      view, boost::make_iterator_property_map(between.begin(), get(boost::vertex_index, view)));

  // Undirected, each edge as long as it is badly attested: 1 for one report, 1/3 for three.
  Undirected both(num_vertices(view));
  for (auto [e, end] = edges(view); e != end; ++e) {
    const dragoman::EdgeIndex index = get(boost::edge_index, view, *e);
    add_edge(source(*e, view), target(*e, view), 1.0 / double(graph->report_count(index)), both);
  }
  std::vector<double> distance(num_vertices(both));
  boost::dijkstra_shortest_paths(both, *from, boost::distance_map(distance.data()));

  std::vector<NodeIndex> nodes;
  for (NodeIndex n = 0; n < graph->node_count(); ++n) {
    if (!graph->node(n).blank) nodes.push_back(n);
  }
  const auto name = [&](NodeIndex n) { return std::string(graph->node(n).name); };
  std::stable_sort(nodes.begin(), nodes.end(), [&](NodeIndex a, NodeIndex b) { return between[a] > between[b]; });
  std::puts("stands between others:");
  for (std::size_t i = 0; i < nodes.size() && between[nodes[i]] > 0; ++i) {
    std::printf("  %-14s %.1f\n", name(nodes[i]).c_str(), between[nodes[i]]);
  }
  std::stable_sort(nodes.begin(), nodes.end(), [&](NodeIndex a, NodeIndex b) { return distance[a] < distance[b]; });
  std::printf("nearest to %s:\n", name(*from).c_str());
  for (std::size_t i = 1; i < nodes.size() && i <= 5; ++i) {
    std::printf("  %-14s %.2f\n", name(nodes[i]).c_str(), distance[nodes[i]]);
  }
  return 0;
}
