// Part of dragoman; see LICENSE.
//
// Each path is walked from its best known node outwards: one that is bound already, one
// whose id is given, one with a type, in this order; patterns are taken as written.
// Conditions joined by AND are asked apart, each as soon as it can be.

#include "query/plan.h"

#include <algorithm>

namespace dragoman::query_impl {
namespace {

void split(const Query& query, ExprId id, std::vector<ExprId>& out) {
  const Expr& e = query.exprs[id];
  if (e.op != Op::kAnd) return out.push_back(id);
  for (const ExprId part : e.operands) split(query, part, out);
}

void variables_of(const Query& query, ExprId id, std::vector<bool>& used) {
  const Expr& e = query.exprs[id];
  if (e.op == Op::kVariable || e.op == Op::kField) used[e.variable] = true;
  for (const ExprId part : e.operands) variables_of(query, part, used);
}

class Planner {
 public:
  explicit Planner(const Query& query) : query_(query), bound_(query.variables.size(), false) {
    for (const ExprId id : query.conditions) split(query, id, conditions_);
    for (const ExprId id : conditions_) find_id(query.exprs[id]);
  }

  std::vector<Step> steps() {
    for (const PathPattern& path : query_.paths) walk(path);
    place_conditions();
    return std::move(steps_);
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
      expand(path.edges[i], path.nodes[i], path.nodes[i + 1], path.edges[i].arrow);
    }
    for (std::size_t i = start; i-- > 0;) {
      const Arrow arrow = path.edges[i].arrow;
      expand(path.edges[i], path.nodes[i + 1], path.nodes[i],
             arrow == Arrow::kRight ? Arrow::kLeft : arrow == Arrow::kLeft ? Arrow::kRight : arrow);
    }
  }

  void expand(const EdgePattern& edge, const NodePattern& from, const NodePattern& to,
              Arrow arrow) {
    Step step;
    step.kind = Step::kExpand;
    step.node = &to;
    step.edge = &edge;
    step.from = from.variable;
    step.arrow = arrow;
    add(std::move(step));
    bound_[edge.variable] = true;
  }

  void add(Step step) {
    step.node_bound = bound_[step.node->variable];
    step.id = id_of(step.node->variable);
    bound_[step.node->variable] = true;
    steps_.push_back(std::move(step));
  }

  void place_conditions() {
    for (const ExprId id : conditions_) {
      std::vector<bool> used(query_.variables.size(), false);
      variables_of(query_, id, used);
      std::size_t last = 0;
      std::vector<bool> known(query_.variables.size(), false);
      for (std::size_t s = 0; s < steps_.size(); ++s) {
        for (const std::uint32_t v : {steps_[s].node->variable,
                                      steps_[s].edge ? steps_[s].edge->variable
                                                     : steps_[s].node->variable}) {
          if (used[v] && !known[v]) last = s;
          known[v] = true;
        }
      }
      steps_[last].conditions.push_back(id);
    }
  }

  const Query& query_;
  std::vector<bool> bound_;
  std::vector<ExprId> conditions_;
  std::vector<std::pair<std::uint32_t, std::string>> ids_;
  std::vector<Step> steps_;
};

}  // namespace

std::vector<Step> plan(const Query& query) { return Planner(query).steps(); }

}  // namespace dragoman::query_impl
