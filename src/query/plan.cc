// Part of dragoman; see LICENSE.
//
// Each path is walked from its best known node outwards: one that is bound already, one
// whose id is given, one with a type, in this order; patterns are taken as written.
// Conditions joined by AND are asked apart, each as soon as it can be.

#include "query/plan.h"

#include <algorithm>

namespace dragoman::query_impl {

void split_and(const Query& query, ExprId id, std::vector<ExprId>& out) {
  const Expr& e = query.exprs[id];
  if (e.op != Op::kAnd) return out.push_back(id);
  for (const ExprId part : e.operands) split_and(query, part, out);
}

namespace {

class Planner {
 public:
  Planner(const Query& query, std::size_t part, const std::vector<bool>& bound)
      : query_(query), part_(query.parts[part]), given_(bound), bound_(bound) {
    for (const ExprId id : part_.conditions) split_and(query, id, conditions_);
    for (const ExprId id : conditions_) find_id(query.exprs[id]);
  }

  Plan plan() {
    for (const PathPattern& path : part_.paths) walk(path);
    place_conditions();
    return std::move(plan_);
  }

 private:
  // a.id = 'PRK', either way round.
  void find_id(const Expr& e) {
    if (e.op != Op::kEqual) return;
    for (const auto& [left, right] : {std::pair(e.operands[0], e.operands[1]),
                                      std::pair(e.operands[1], e.operands[0])}) {
      const Expr& field = query_.exprs[left];
      const Expr& value = query_.exprs[right];
      if (field.op != Op::kField || field.field.kind != FieldKind::kId) continue;
      if (value.op != Op::kValue) continue;
      if (const auto* text = value.value.get<std::string>()) ids_.emplace_back(field.variable, *text);
    }
  }

  std::optional<std::string> id_of(std::uint32_t variable) const {
    for (const auto& [of, id] : ids_) {
      if (of == variable) return id;
    }
    return std::nullopt;
  }

  int promise(const NodePattern& node) const {
    if (bound_[node.variable]) return 3;
    if (id_of(node.variable)) return 2;
    return node.types.empty() ? 0 : 1;
  }

  void walk(const PathPattern& path) {
    std::size_t start = 0;
    for (std::size_t i = 1; i < path.nodes.size(); ++i) {
      if (promise(path.nodes[i]) > promise(path.nodes[start])) start = i;
    }
    Step scan;
    scan.node = &path.nodes[start];
    add(std::move(scan));
    for (std::size_t i = start; i < path.edges.size(); ++i) {
      expand(path, path.edges[i], path.nodes[i], path.nodes[i + 1], false);
    }
    for (std::size_t i = start; i-- > 0;) {
      expand(path, path.edges[i], path.nodes[i + 1], path.nodes[i], true);
    }
  }

  void expand(const PathPattern& path, const EdgePattern& edge, const NodePattern& from,
              const NodePattern& to, bool backward) {
    Step step;
    step.kind = path.search != Search::kEvery ? Step::kSearch : edge.hops ? Step::kWalk : Step::kExpand;
    step.all = path.search == Search::kAllShortest;
    step.node = &to;
    step.edge = &edge;
    step.from = from.variable;
    step.backward = backward;
    step.arrow = edge.arrow;
    if (backward && edge.arrow != Arrow::kBoth) {
      step.arrow = edge.arrow == Arrow::kRight ? Arrow::kLeft : Arrow::kRight;
    }
    add(std::move(step));
  }

  void add(Step step) {
    step.node_bound = bound_[step.node->variable];
    step.id = id_of(step.node->variable);
    bound_[step.node->variable] = true;
    plan_.steps.push_back(std::move(step));
  }

  // What an expression needs, but for what it binds itself.
  void needs(ExprId id, std::vector<bool>& used) const {
    const Expr& e = query_.exprs[id];
    if (e.op == Op::kVariable || e.op == Op::kField) {
      const Variable& v = query_.variables[e.variable];
      if (v.kind == Kind::kPath) {
        const PathPattern& path = query_.parts[v.part].paths[v.path];
        for (const NodePattern& node : path.nodes) used[node.variable] = true;
        for (const EdgePattern& edge : path.edges) used[edge.variable] = true;
      } else {
        used[e.variable] = true;
      }
    }
    for (const ExprId part : e.operands) needs(part, used);
  }

  void place_conditions() {
    for (const ExprId id : conditions_) {
      std::vector<bool> used(query_.variables.size(), false);
      needs(id, used);
      std::vector<bool> known = given_;
      std::optional<std::size_t> last;
      for (std::size_t s = 0; s < plan_.steps.size(); ++s) {
        const Step& step = plan_.steps[s];
        for (const std::uint32_t v : {step.node->variable, step.edge ? step.edge->variable
                                                                     : step.node->variable}) {
          if (used[v] && !known[v]) last = s;
          known[v] = true;
        }
      }
      (last ? plan_.steps[*last].conditions : plan_.first).push_back(id);
    }
  }

  const Query& query_;
  const Part& part_;
  const std::vector<bool> given_;
  std::vector<bool> bound_;
  std::vector<ExprId> conditions_;
  std::vector<std::pair<std::uint32_t, std::string>> ids_;
  Plan plan_;
};

}  // namespace

Plan plan(const Query& query, std::size_t part, const std::vector<bool>& bound) {
  return Planner(query, part, bound).plan();
}

}  // namespace dragoman::query_impl
