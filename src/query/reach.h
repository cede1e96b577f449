// Part of dragoman; see LICENSE.
//
// Breadth-first searches for steps of several edges.

#ifndef DRAGOMAN_QUERY_REACH_H_
#define DRAGOMAN_QUERY_REACH_H_

#include <unordered_map>
#include <utility>
#include <vector>

#include "graph/hops.h"
#include "query/match.h"

namespace dragoman::query_impl {

// How far nodes are from one, up to a distance.
class Reach {
 public:
  Reach(const RelationGraph& graph, NodeIndex from, const std::vector<std::string>& types,
        Along along, std::uint32_t most, Budget& budget) {
    std::vector<NodeIndex> frontier = {from};
    distance_[from] = 0;
    for (std::uint32_t depth = 1; depth <= most && !frontier.empty(); ++depth) {
      std::vector<NodeIndex> next;
      for (const NodeIndex node : frontier) {
        const bool go_on = each_hop(graph, node, types, along, [&](const Hop& hop) {
          if (distance_.try_emplace(hop.to, depth).second) next.push_back(hop.to);
          return budget.step();
        });
        if (!go_on) return;
      }
      frontier = std::move(next);
    }
  }

  bool within(NodeIndex node, std::uint32_t hops) const {
    const auto found = distance_.find(node);
    return found != distance_.end() && found->second <= hops;
  }

 private:
  std::unordered_map<NodeIndex, std::uint32_t> distance_;
};

// The tree (or, for all shortest paths, the layers) of a search.  Nodes are found in the
// order of the graph, so the same path is taken every time.
class ShortestPaths {
 public:
  ShortestPaths(NodeIndex from, bool all) : from_(from), all_(all), frontier_{from} {
    seen_[from] = {0, {}};
  }

  std::uint32_t depth() const { return depth_; }
  const std::vector<NodeIndex>& frontier() const { return frontier_; }
  std::vector<NodeIndex> take_frontier() {
    ++depth_;
    return std::exchange(frontier_, {});
  }
  bool reached(NodeIndex node) const { return seen_.contains(node); }
  // Whether a further edge to this node would make a shortest path.
  bool wants(NodeIndex to) const {
    const auto found = seen_.find(to);
    return found == seen_.end() || (all_ && found->second.depth == depth_);
  }
  void add(NodeIndex node, EdgeIndex edge, NodeIndex to) {
    const auto [at, fresh] = seen_.try_emplace(to, Seen{depth_, {}});
    at->second.from.emplace_back(node, edge);
    if (!fresh) return;
    frontier_.push_back(to);
    found_.push_back(to);
  }
  // All but the start, nearest first.
  const std::vector<NodeIndex>& found() const { return found_; }

  // Calls use(edges, from the start on) for each shortest path to a node that was reached.
  template <typename Use>
  bool each_to(NodeIndex node, Use use) const {
    struct Place {
      NodeIndex node;
      std::size_t next = 0;
    };
    std::vector<Place> stack = {{node}};
    std::vector<EdgeIndex> backward;
    while (!stack.empty()) {
      Place& top = stack.back();
      if (top.node == from_) {
        if (!use(std::vector<EdgeIndex>(backward.rbegin(), backward.rend()))) return false;
      }
      const auto& from = seen_.at(top.node).from;
      if (top.node == from_ || top.next == from.size()) {
        stack.pop_back();
        if (!backward.empty()) backward.pop_back();
        continue;
      }
      const auto [before, edge] = from[top.next++];
      backward.push_back(edge);
      stack.push_back({before});
    }
    return true;
  }

 private:
  struct Seen {
    std::uint32_t depth;
    std::vector<std::pair<NodeIndex, EdgeIndex>> from;
  };
  NodeIndex from_;
  bool all_;
  std::uint32_t depth_ = 0;
  std::vector<NodeIndex> frontier_, found_;
  std::unordered_map<NodeIndex, Seen> seen_;
};

}  // namespace dragoman::query_impl

#endif  // DRAGOMAN_QUERY_REACH_H_
