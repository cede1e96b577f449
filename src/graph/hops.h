// Part of dragoman; see LICENSE.
//
// One edge further from a node: by type, in a direction, a symmetric edge in both.  What
// queries and walks over the graph share.

#ifndef DRAGOMAN_GRAPH_HOPS_H_
#define DRAGOMAN_GRAPH_HOPS_H_

#include <algorithm>
#include <span>
#include <string>
#include <vector>

#include "dragoman/graph.h"

namespace dragoman {

enum class Along : std::uint8_t { kOut, kIn, kBoth };

inline Along opposite(Along along) {
  return along == Along::kOut ? Along::kIn : along == Along::kIn ? Along::kOut : along;
}

struct Hop {
  EdgeIndex edge = 0;
  NodeIndex to = 0;
};

// One hop after the other: edges that start here first, by type as listed (all, by name, if
// none is).  Holds no list of them, so that a deep walk past a hub costs no memory.
class HopCursor {
 public:
  // graph and types must outlive the cursor.
  HopCursor(const RelationGraph& graph, NodeIndex from, const std::vector<std::string>& types, Along along)
      : graph_(&graph), types_(&types), from_(from), along_(along) {
    open();
  }

  // False after the last.
  bool next(Hop& hop) {
    for (;; ++place_) {
      while (place_ == edges_.size()) {
        if (++part_ >= parts()) return false;
        place_ = 0;
        open();
      }
      const GraphEdge edge = graph_->edge(edges_[place_]);
      const bool outward = part_ % 2 == 0;
      const bool wanted = along_ == Along::kBoth || (along_ == Along::kOut) == outward;
      if (!wanted && !edge.symmetric) continue;
      // A loop stands in both lists; it is one hop.
      if (edge.source == edge.target && outward != (along_ != Along::kIn)) continue;
      hop = {edges_[place_++], outward ? edge.target : edge.source};
      return true;
    }
  }

 private:
  std::size_t parts() const { return 2 * std::max<std::size_t>(1, types_->size()); }

  // A part is a type, outward or inward.
  void open() {
    const bool outward = part_ % 2 == 0;
    if (types_->empty()) {
      edges_ = outward ? graph_->out(from_) : graph_->in(from_);
      return;
    }
    const auto type = types_->begin() + std::ptrdiff_t(part_ / 2);
    edges_ = {};
    if (std::find(types_->begin(), type, *type) != type) return;   // visit|visit
    edges_ = outward ? graph_->out(from_, *type) : graph_->in(from_, *type);
  }

  const RelationGraph* graph_;
  const std::vector<std::string>* types_;
  NodeIndex from_;
  Along along_;
  std::size_t part_ = 0;
  std::size_t place_ = 0;
  std::span<const EdgeIndex> edges_;
};

// Calls use(hop) for each.  Stops and returns false once use does.
template <typename Use>
bool each_hop(const RelationGraph& graph, NodeIndex from, const std::vector<std::string>& types,
              Along along, Use use) {
  HopCursor cursor(graph, from, types, along);
  for (Hop hop; cursor.next(hop);) {
    if (!use(hop)) return false;
  }
  return true;
}

}  // namespace dragoman

#endif  // DRAGOMAN_GRAPH_HOPS_H_
