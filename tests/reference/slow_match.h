// Part of dragoman; see LICENSE.
//
// Pattern matching without an index, a plan or a search: tries every edge of the graph at
// every step.  A row is the ids of the nodes and the edges of each step.

#ifndef DRAGOMAN_TESTS_REFERENCE_SLOW_MATCH_H_
#define DRAGOMAN_TESTS_REFERENCE_SLOW_MATCH_H_

#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "dragoman/graph.h"

namespace dragoman {

struct SlowNode {
  std::string name;                    // "n0"; twice the same name is the same node
  std::optional<MentionType> type;
  std::string id;                      // empty: any
};

struct SlowEdge {
  std::vector<std::string> types;      // empty: all
  char arrow = '-';                    // '>', '<' or '-'
  bool several = false;
  std::size_t least = 1, most = 1;
};

struct SlowPattern {
  std::vector<SlowNode> nodes;
  std::vector<SlowEdge> edges;
};

class SlowMatch {
 public:
  SlowMatch(const RelationGraph& graph, const SlowPattern& pattern) : graph_(graph), pattern_(pattern) {}

  // "n0 n1|3|4 5": nodes, then the edges of each step.
  std::multiset<std::string> rows() {
    for (NodeIndex n = 0; n < graph_.node_count(); ++n) node(0, n);
    return rows_;
  }

 private:
  void node(std::size_t i, NodeIndex n) {
    const SlowNode& wanted = pattern_.nodes[i];
    const GraphNode node = graph_.node(n);
    if (wanted.type && (node.blank || !is_a(node.type, *wanted.type))) return;
    if (!wanted.id.empty() && node.id != wanted.id) return;
    const auto bound = bound_.find(wanted.name);
    if (bound != bound_.end() && bound->second != n) return;
    const bool fresh = bound == bound_.end();
    bound_[wanted.name] = n;
    at_.push_back(n);
    if (i == pattern_.edges.size()) {
      row();
    } else {
      taken_.emplace_back();
      step(i, n);
      taken_.pop_back();
    }
    at_.pop_back();
    if (fresh) bound_.erase(wanted.name);
  }

  void step(std::size_t i, NodeIndex from) {
    const SlowEdge& wanted = pattern_.edges[i];
    if (taken_[i].size() >= wanted.least) node(i + 1, from);
    if (taken_[i].size() == wanted.most) return;
    for (EdgeIndex e = 0; e < graph_.edge_count(); ++e) {
      const GraphEdge edge = graph_.edge(e);
      if (used_.contains(e)) continue;
      bool type = wanted.types.empty();
      for (const std::string& each : wanted.types) type = type || each == edge.type;
      if (!type) continue;
      std::set<NodeIndex> ends;
      if (edge.source == from && (wanted.arrow != '<' || edge.symmetric)) ends.insert(edge.target);
      if (edge.target == from && (wanted.arrow != '>' || edge.symmetric)) ends.insert(edge.source);
      for (const NodeIndex to : ends) {
        used_.insert(e);
        taken_[i].push_back(e);
        step(i, to);
        taken_[i].pop_back();
        used_.erase(e);
      }
    }
  }

  void row() {
    std::string out;
    for (const NodeIndex n : at_) out += (out.empty() ? "" : " ") + std::string(graph_.node(n).id);
    for (const auto& edges : taken_) {
      out += "|";
      for (std::size_t k = 0; k < edges.size(); ++k) out += (k ? " " : "") + std::to_string(edges[k]);
    }
    rows_.insert(out);
  }

  const RelationGraph& graph_;
  const SlowPattern& pattern_;
  std::map<std::string, NodeIndex> bound_;
  std::vector<NodeIndex> at_;
  std::vector<std::vector<EdgeIndex>> taken_;
  std::set<EdgeIndex> used_;
  std::multiset<std::string> rows_;
};

}  // namespace dragoman

#endif  // DRAGOMAN_TESTS_REFERENCE_SLOW_MATCH_H_
