// Part of dragoman; see LICENSE.
//
// Depth-first over the plan's steps; a step binds one node (and the edge that led to it),
// asks the conditions that can be asked, and goes on.  The depth is that of the pattern, at
// most 64.  As in openCypher no edge serves twice in one match.  A symmetric edge fits an
// arrow in both directions.

#include "query/match.h"

#include <algorithm>
#include <span>

namespace dragoman::query_impl {
namespace {

class Matcher {
 public:
  Matcher(const RelationGraph& graph, const Query& query, const Evaluator& evaluator,
          std::uint64_t& work, std::uint64_t most_work,
          const std::function<bool(const std::vector<Binding>&)>& use)
      : graph_(graph), query_(query), evaluator_(evaluator), work_(work), most_work_(most_work),
        use_(use), steps_(plan(query)), bindings_(query.variables.size()) {}

  bool run() {
    step(0);
    return work_ <= most_work_;
  }

 private:
  // False ends everything.
  bool step(std::size_t at) {
    if (++work_ > most_work_) return false;
    if (at == steps_.size()) return use_(bindings_);
    const Step& s = steps_[at];
    return s.kind == Step::kScan ? scan(s, at) : expand(s, at);
  }

  bool fits(const NodePattern& pattern, NodeIndex index) const {
    if (pattern.types.empty()) return true;
    const GraphNode node = graph_.node(index);
    return !node.blank && std::any_of(pattern.types.begin(), pattern.types.end(),
                                      [&](MentionType type) { return is_a(node.type, type); });
  }

  bool asked(const Step& s) const {
    return std::all_of(s.conditions.begin(), s.conditions.end(), [&](ExprId id) {
      return evaluator_.truth(id, bindings_) == Truth::kTrue;
    });
  }

  // Binds the step's node, then goes on; false ends everything.
  bool try_node(const Step& s, std::size_t at, NodeIndex node) {
    if (++work_ > most_work_) return false;
    Binding& b = bindings_[s.node->variable];
    if (s.node_bound && b.index != node) return true;
    if (!fits(*s.node, node)) return true;
    b = {node, nullptr, true};
    return asked(s) ? step(at + 1) : true;
  }

  bool scan(const Step& s, std::size_t at) {
    if (s.node_bound) return try_node(s, at, bindings_[s.node->variable].index);
    if (s.id) {
      const auto node = graph_.find_node(*s.id);
      return node ? try_node(s, at, *node) : true;
    }
    for (NodeIndex n = 0; n < graph_.node_count(); ++n) {
      if (!try_node(s, at, n)) return false;
    }
    return true;
  }

  bool expand(const Step& s, std::size_t at) {
    const NodeIndex from = bindings_[s.from].index;
    if (s.edge->types.empty()) {
      return along(s, at, graph_.out(from), true) &&
             along(s, at, graph_.in(from), false);
    }
    for (std::size_t i = 0; i < s.edge->types.size(); ++i) {
      const std::string& type = s.edge->types[i];
      if (std::find(s.edge->types.begin(), s.edge->types.begin() + std::ptrdiff_t(i), type) !=
          s.edge->types.begin() + std::ptrdiff_t(i)) {
        continue;   // r:visit|visit
      }
      if (!along(s, at, graph_.out(from, type), true) ||
          !along(s, at, graph_.in(from, type), false)) {
        return false;
      }
    }
    return true;
  }

  bool along(const Step& s, std::size_t at, std::span<const EdgeIndex> edges, bool outward) {
    const bool wanted = s.arrow == Arrow::kBoth || (s.arrow == Arrow::kRight) == outward;
    for (const EdgeIndex e : edges) {
      if (++work_ > most_work_) return false;
      const GraphEdge edge = graph_.edge(e);
      if (!wanted && !edge.symmetric) continue;
      // A loop stands in both lists; it is one match.
      if (edge.source == edge.target && outward != (s.arrow != Arrow::kLeft)) continue;
      if (used(e)) continue;
      if (!along_edge(s, at, e, outward ? edge.target : edge.source)) return false;
    }
    return true;
  }

  bool used(EdgeIndex e) const {
    for (std::size_t v = 0; v < bindings_.size(); ++v) {
      if (query_.variables[v].edge && bindings_[v].bound && bindings_[v].index == e) return true;
    }
    return false;
  }

  bool along_edge(const Step& s, std::size_t at, EdgeIndex e, NodeIndex to) {
    // Cheap checks before the reports are looked at.
    if (s.node_bound && bindings_[s.node->variable].index != to) return true;
    if (!fits(*s.node, to)) return true;
    Binding& b = bindings_[s.edge->variable];
    b = {e, nullptr, true};
    bool go_on = true;
    if (!query_.variables[s.edge->variable].per_report) {
      go_on = try_node(s, at, to);
    } else {
      const std::vector<Report> reports = graph_.reports(e);
      for (const Report& report : reports) {
        b.report = &report;
        go_on = try_node(s, at, to);
        if (!go_on) break;
      }
    }
    b = {};
    return go_on;
  }

  const RelationGraph& graph_;
  const Query& query_;
  const Evaluator& evaluator_;
  std::uint64_t& work_;
  const std::uint64_t most_work_;
  const std::function<bool(const std::vector<Binding>&)>& use_;
  const std::vector<Step> steps_;
  std::vector<Binding> bindings_;
};

}  // namespace

bool match(const RelationGraph& graph, const Query& query, const Evaluator& evaluator,
           std::uint64_t& work, std::uint64_t most_work,
           const std::function<bool(const std::vector<Binding>&)>& use) {
  return Matcher(graph, query, evaluator, work, most_work, use).run();
}

}  // namespace dragoman::query_impl
