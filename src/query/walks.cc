// Part of dragoman; see LICENSE.
//
// Paths are sought length by length, depth first, and only into nodes from which the end can
// still be reached: a breadth-first search from the end says how far each is.

#include <algorithm>
#include <set>
#include <unordered_map>

#include <fmt/format.h>

#include "graph/hops.h"
#include "query/counted.h"

namespace dragoman {
namespace {

using Distances = std::unordered_map<NodeIndex, std::uint32_t>;

// False from `admit` leaves an edge out; nodes that are blank are never entered.
template <typename Admit>
Distances distances(const RelationGraph& graph, NodeIndex from, std::size_t most, Along along,
                    Admit admit) {
  Distances out = {{from, 0}};
  std::vector<NodeIndex> frontier = {from};
  for (std::uint32_t depth = 1; depth <= most && !frontier.empty(); ++depth) {
    std::vector<NodeIndex> next;
    for (const NodeIndex node : frontier) {
      const bool go_on = each_hop(graph, node, {}, along, [&](const Hop& hop) {
        const auto [e, to] = hop;
        if (out.contains(to) || graph.node(to).blank) return true;
        const auto admitted = admit(e);
        if (!admitted) return false;
        if (*admitted && out.try_emplace(to, depth).second) next.push_back(to);
        return true;
      });
      if (!go_on) return out;
    }
    frontier = std::move(next);
  }
  return out;
}

class PathSearch {
 public:
  PathSearch(const RelationGraph& graph, NodeIndex from, NodeIndex to, const PathOptions& options)
      : graph_(graph), to_(to), options_(options),
        along_(options.directed ? Along::kOut : Along::kBoth) {
    distance_ = distances(graph, to, options.most_hops, opposite(along_), [&](EdgeIndex e) {
      return work() ? std::optional(counts(graph_, e, options_.filter)) : std::nullopt;
    });
    path_.nodes = {from};
    on_path_ = {from};
  }

  Result<std::vector<GraphPath>> all() {
    if (path_.nodes[0] != to_ && distance_.contains(path_.nodes[0])) {
      for (std::size_t length = 1; length <= options_.most_hops && go_on_; ++length) extend(length);
    }
    if (over_work_) {
      return Error(ErrorCode::kLimit, fmt::format("more than {} edges looked at; ask for fewer hops, "
                                                  "or name a type", options_.most_work));
    }
    if (found_.size() > options_.most_paths) {
      return Error(ErrorCode::kLimit, fmt::format("more than {} paths; ask for fewer hops, or name a "
                                                  "type", options_.most_paths));
    }
    return std::move(found_);
  }

 private:
  bool work() {
    over_work_ = over_work_ || ++work_ > options_.most_work;
    go_on_ = go_on_ && !over_work_;
    return go_on_;
  }

  // Depth first with at most most_hops levels.
  void extend(std::size_t left) {
    const NodeIndex at = path_.nodes.back();
    if (left == 0) {
      if (at != to_) return;
      found_.push_back(path_);
      go_on_ = found_.size() <= options_.most_paths;
      return;
    }
    if (at == to_) return;
    each_hop(graph_, at, {}, along_, [&](const Hop& hop) {
      const auto [e, next] = hop;
      if (!work()) return false;
      const auto distance = distance_.find(next);
      if (distance == distance_.end() || distance->second > left - 1) return true;
      if (on_path_.contains(next) || !counts(graph_, e, options_.filter)) return true;
      path_.nodes.push_back(next);
      path_.edges.push_back(e);
      on_path_.insert(next);
      extend(left - 1);
      on_path_.erase(next);
      path_.edges.pop_back();
      path_.nodes.pop_back();
      return go_on_;
    });
  }

  const RelationGraph& graph_;
  const NodeIndex to_;
  const PathOptions& options_;
  const Along along_;
  Distances distance_;
  GraphPath path_;
  std::set<NodeIndex> on_path_;
  std::vector<GraphPath> found_;
  std::uint64_t work_ = 0;
  bool over_work_ = false;
  bool go_on_ = true;
};

}  // namespace

Result<std::vector<GraphPath>> paths_between(const RelationGraph& graph, NodeIndex from,
                                             NodeIndex to, const PathOptions& options) {
  if (options.most_hops > 64) {
    return Error(ErrorCode::kBadArgument, "paths of more than 64 hops: expected at most 64");
  }
  return PathSearch(graph, from, to, options).all();
}

EgoNetwork ego_network(const RelationGraph& graph, NodeIndex node, std::uint32_t hops,
                       const ReportFilter& filter) {
  const Distances all = distances(graph, node, hops, Along::kBoth, [&](EdgeIndex e) {
    return std::optional(counts(graph, e, filter));
  });
  EgoNetwork out;
  for (const auto& [member, distance] : all) out.nodes.push_back({member, distance});
  std::sort(out.nodes.begin(), out.nodes.end(), [](const auto& a, const auto& b) {
    return std::tie(a.distance, a.node) < std::tie(b.distance, b.node);
  });
  for (const auto& [member, distance] : out.nodes) {
    for (const EdgeIndex e : graph.out(member)) {
      if (all.contains(graph.edge(e).target) && counts(graph, e, filter)) out.edges.push_back(e);
    }
  }
  std::sort(out.edges.begin(), out.edges.end());
  return out;
}

}  // namespace dragoman
