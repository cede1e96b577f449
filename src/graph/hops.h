// Part of dragoman; see LICENSE.
//
// One edge further from a node: by type, in a direction, a symmetric edge in both.  What
// queries and walks over the graph share.

#ifndef DRAGOMAN_GRAPH_HOPS_H_
#define DRAGOMAN_GRAPH_HOPS_H_

#include <algorithm>
#include <string>
#include <vector>

#include "dragoman/graph.h"

namespace dragoman {

enum class Along : std::uint8_t { kOut, kIn, kBoth };

inline Along opposite(Along along) {
  return along == Along::kOut ? Along::kIn : along == Along::kIn ? Along::kOut : along;
}

inline NodeIndex other_end(const GraphEdge& edge, NodeIndex one) {
  return edge.source == one ? edge.target : edge.source;
}

// Calls use(edge index, edge, node at its other end) for each, edges that start here first,
// by type as listed (all, by name, if none is).  Stops and returns false once use does.
template <typename Use>
bool each_hop(const RelationGraph& graph, NodeIndex from, const std::vector<std::string>& types,
              Along along, Use use) {
  const auto go = [&](std::span<const EdgeIndex> edges, bool outward) {
    const bool wanted = along == Along::kBoth || (along == Along::kOut) == outward;
    for (const EdgeIndex e : edges) {
      const GraphEdge edge = graph.edge(e);
      if (!wanted && !edge.symmetric) continue;
      // A loop stands in both lists; it is one hop.
      if (edge.source == edge.target && outward != (along != Along::kIn)) continue;
      if (!use(e, edge, outward ? edge.target : edge.source)) return false;
    }
    return true;
  };
  if (types.empty()) return go(graph.out(from), true) && go(graph.in(from), false);
  for (auto type = types.begin(); type != types.end(); ++type) {
    if (std::find(types.begin(), type, *type) != type) continue;   // visit|visit
    if (!go(graph.out(from, *type), true) || !go(graph.in(from, *type), false)) return false;
  }
  return true;
}

}  // namespace dragoman

#endif  // DRAGOMAN_GRAPH_HOPS_H_
