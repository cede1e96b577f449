// Part of dragoman; see LICENSE.
//
// Two bounds, both safe: every edge of a match is of a type that the query names, if all its
// edges name one; and every path that hangs together with an entity given by id or name lies
// within as many relations of it as all paths are long.  What shows numbers of the whole graph
// has no bound: id(r), happenings, and edges and paths themselves, which JSON writes by number.

#include "query/store_part.h"

#include <algorithm>

#include "query/plan.h"

namespace dragoman::query_impl {
namespace {

// Beyond, a walk meets most of a graph of news anyway.
constexpr std::uint64_t kFarthest = 3;

// Can its value be an edge or a path, or hold one?
bool shows_edges(const Query& query, ExprId id) {
  const Expr& e = query.exprs[id];
  const auto shows = [&](ExprId operand) { return shows_edges(query, operand); };
  switch (e.op) {
    case Op::kVariable: {
      const Kind kind = query.variables[e.variable].kind;
      return kind == Kind::kEdge || kind == Kind::kEdges || kind == Kind::kPath;
    }
    case Op::kFilter: {
      const bool itself = !e.mapped || query.exprs[e.operands.back()].op == Op::kVariable;
      return shows(itself ? e.operands.front() : e.operands.back());
    }
    case Op::kCall:
      switch (e.function) {
        case Function::kType: case Function::kLength: case Function::kSize: case Function::kNodes:
        case Function::kStartNode: case Function::kEndNode: case Function::kLabels: return false;
        default: break;
      }
      break;
    case Op::kList: case Op::kElement: case Op::kMin: case Op::kMax: case Op::kCollect: break;
    default: return false;
  }
  return std::any_of(e.operands.begin(), e.operands.end(), shows);
}

// An edge that WITH hands on is an edge there too; in anything else it would go unseen.
bool shows_edges(const Query& query) {
  for (const Part& part : query.parts) {
    const bool last = &part == &query.parts.back();
    for (const ReturnItem& item : part.items) {
      const bool handed_on = !last && query.exprs[item.expr].op == Op::kVariable &&
                             query.variables[item.variable].kind == Kind::kEdge;
      if (!handed_on && shows_edges(query, item.expr)) return true;
    }
  }
  return false;
}

bool asks_beyond(const Query& query) {
  if (shows_edges(query)) return true;
  const auto of_graph = [](const Field& f) {
    return f.kind == FieldKind::kHappening || f.kind == FieldKind::kHappenings;
  };
  return std::any_of(query.exprs.begin(), query.exprs.end(), [&](const Expr& e) {
    if (e.op == Op::kCall) return e.function == Function::kId;
    return (e.op == Op::kField || e.op == Op::kProperty) && of_graph(e.field);
  });
}

// a.id = 'PRK' or a.name = 'Iran', either way round: marks a, and notes where to begin.
void find_starts(const Query& query, std::vector<bool>& known, StorePart& part) {
  std::vector<ExprId> conditions;
  for (const ExprId id : query.parts.front().conditions) split_and(query, id, conditions);
  for (const ExprId id : conditions) {
    const Expr& e = query.exprs[id];
    if (e.op != Op::kEqual) continue;
    for (const auto& [left, right] : {std::pair(e.operands[0], e.operands[1]), std::pair(e.operands[1], e.operands[0])}) {
      const Expr& field = query.exprs[left];
      const Expr& value = query.exprs[right];
      const auto* text = value.op == Op::kValue ? value.value.get<std::string>() : nullptr;
      if (field.op != Op::kField || text == nullptr || query.variables[field.variable].kind != Kind::kNode) continue;
      if (field.field.kind != FieldKind::kId && field.field.kind != FieldKind::kName) continue;
      if (text->starts_with("_:")) continue;   // a blank node: no document names it
      (field.field.kind == FieldKind::kId ? part.ids : part.names).push_back(*text);
      known[field.variable] = true;
    }
  }
}

// Do all paths hang together with what is known?
bool all_reached(const Part& part, std::vector<bool> known) {
  std::vector<bool> reached(part.paths.size(), false);
  for (bool more = true; more;) {
    more = false;
    for (std::size_t i = 0; i < part.paths.size(); ++i) {
      const std::vector<NodePattern>& nodes = part.paths[i].nodes;
      if (reached[i] || std::none_of(nodes.begin(), nodes.end(), [&](const auto& n) { return known[n.variable]; })) continue;
      for (const NodePattern& node : nodes) known[node.variable] = true;
      reached[i] = more = true;
    }
  }
  return std::find(reached.begin(), reached.end(), false) == reached.end();
}

}  // namespace

std::optional<StorePart> part_of(const Query& query) {
  if (asks_beyond(query)) return std::nullopt;
  StorePart part;
  bool typed = true, all_edges = true;   // all_edges: no node stands without one
  std::uint64_t hops = 0;
  for (const Part& p : query.parts) {
    for (const PathPattern& path : p.paths) {
      if (path.edges.empty()) all_edges = false;
      for (const EdgePattern& edge : path.edges) {
        if (edge.types.empty()) typed = false;
        if (edge.hops && edge.hops->least == 0) all_edges = false;
        hops += edge.hops ? edge.hops->most : 1;
        part.types.insert(part.types.end(), edge.types.begin(), edge.types.end());
      }
    }
  }
  if (!typed) part.types.clear();
  std::vector<bool> known(query.variables.size(), false);
  find_starts(query, known, part);
  if (query.parts.size() == 1 && hops <= kFarthest && all_reached(query.parts.front(), known)) {
    part.hops = std::uint32_t(hops);
    return part;
  }
  if (!typed || !all_edges) return std::nullopt;
  part.ids.clear();
  part.names.clear();
  return part;
}

}  // namespace dragoman::query_impl
