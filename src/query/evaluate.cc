// Part of dragoman; see LICENSE.

#include "query/evaluate.h"

#include <algorithm>

#include "query/value.h"

namespace dragoman::query_impl {
namespace {

Truth truth_of(bool value) { return value ? Truth::kTrue : Truth::kFalse; }

QueryValue value_of(Truth truth) {
  if (truth == Truth::kUnknown) return {};
  return truth == Truth::kTrue;
}

}  // namespace

QueryValue Evaluator::value(ExprId id, Bindings& bindings) const {
  ++work_;
  const Expr& e = query_.exprs[id];
  switch (e.op) {
    case Op::kValue: return e.value;
    case Op::kList: {
      QueryValue::List list;
      for (const ExprId part : e.operands) list.push_back(value(part, bindings));
      return list;
    }
    case Op::kVariable: return variable(e, bindings);
    case Op::kField: {
      const Binding& b = bindings[e.variable];
      if (query_.variables[e.variable].kind == Kind::kNode) return field_of_node(graph_, b.index, e.field);
      if (e.field.of_report()) {
        return field_of_report(graph_, b.index, b.report_number, *b.report, e.field);
      }
      return field_of_edge(graph_, b.index, e.field);
    }
    case Op::kProperty: return property(e, bindings);
    case Op::kElement: return element(e, bindings);
    case Op::kFilter: return filter(e, bindings);
    case Op::kCall: {
      std::vector<QueryValue> arguments;
      for (const ExprId part : e.operands) arguments.push_back(value(part, bindings));
      return call(graph_, e.function, arguments, work_);
    }
    default: return value_of(truth(id, bindings));
  }
}

QueryValue Evaluator::variable(const Expr& e, const Bindings& bindings) const {
  const Variable& v = query_.variables[e.variable];
  const Binding& b = bindings[e.variable];
  const auto edge = [&](EdgeIndex index) {
    return QueryValue::Edge{index, std::string(graph_.edge(index).type)};
  };
  switch (v.kind) {
    case Kind::kNode: return node_value(graph_, b.index);
    case Kind::kEdge: {
      QueryValue::Edge one = edge(b.index);
      if (keep_reports_ && b.report != nullptr) one.report = b.report_number;
      return one;
    }
    case Kind::kEdges: {
      QueryValue::List list;
      work_ += b.edges.size();
      for (const EdgeIndex each : b.edges) list.push_back(edge(each));
      return list;
    }
    case Kind::kPath: return path(v, bindings);
    case Kind::kValue: break;
  }
  return b.value;
}

QueryValue Evaluator::path(const Variable& v, const Bindings& bindings) const {
  const PathPattern& pattern = query_.parts[v.part].paths[v.path];
  QueryValue::Path out;
  NodeIndex at = bindings[pattern.nodes[0].variable].index;
  const auto go = [&](EdgeIndex index) {
    const GraphEdge edge = graph_.edge(index);
    const bool forward = edge.source == at;
    out.edges.push_back({index, std::string(edge.type)});
    out.directions.push_back(edge.symmetric ? QueryValue::Direction::kNone
                             : forward      ? QueryValue::Direction::kForward
                                            : QueryValue::Direction::kBackward);
    at = forward ? edge.target : edge.source;
    out.nodes.push_back(*node_value(graph_, at).get<QueryValue::Node>());
    ++work_;
  };
  out.nodes.push_back(*node_value(graph_, at).get<QueryValue::Node>());
  for (const EdgePattern& step : pattern.edges) {
    const Binding& b = bindings[step.variable];
    if (!step.hops) {
      go(b.index);
    } else {
      for (const EdgeIndex each : b.edges) go(each);
    }
  }
  return out;
}

// A field of whatever the value turns out to be.  An edge that does not range over its reports
// has its report fields as lists: what they say, each value once.
QueryValue Evaluator::property(const Expr& e, Bindings& bindings) const {
  const QueryValue of = value(e.operands[0], bindings);
  if (const auto* node = of.get<QueryValue::Node>()) {
    return e.of_node ? field_of_node(graph_, node->index, *e.of_node) : QueryValue();
  }
  const auto* edge = of.get<QueryValue::Edge>();
  if (edge == nullptr) return {};
  if (!e.field.of_report()) return field_of_edge(graph_, edge->index, e.field);
  const std::vector<Report> reports = graph_.reports(edge->index);
  work_ += reports.size();
  if (edge->report < reports.size()) {
    return field_of_report(graph_, edge->index, edge->report, reports[edge->report], e.field);
  }
  QueryValue::List list;
  for (std::uint32_t i = 0; i < reports.size(); ++i) {
    QueryValue each = field_of_report(graph_, edge->index, i, reports[i], e.field);
    if (!each.null()) list.push_back(std::move(each));
  }
  const auto less = [](const QueryValue& a, const QueryValue& b) { return order(a, b) < 0; };
  std::sort(list.begin(), list.end(), less);
  const auto same = [](const QueryValue& a, const QueryValue& b) { return order(a, b) == 0; };
  list.erase(std::unique(list.begin(), list.end(), same), list.end());
  return list;
}

// Counted from 0; from the end below 0.
QueryValue Evaluator::element(const Expr& e, Bindings& bindings) const {
  const QueryValue of = value(e.operands[0], bindings);
  const QueryValue at = value(e.operands[1], bindings);
  const auto* list = of.get<QueryValue::List>();
  const auto* place = at.get<std::int64_t>();
  if (list == nullptr || place == nullptr) return {};
  const std::int64_t size = std::int64_t(list->size());
  const std::int64_t i = *place < 0 ? *place + size : *place;
  return i >= 0 && i < size ? (*list)[std::size_t(i)] : QueryValue();
}

QueryValue Evaluator::filter(const Expr& e, Bindings& bindings) const {
  const QueryValue of = value(e.operands[0], bindings);
  const auto* list = of.get<QueryValue::List>();
  if (list == nullptr) return {};
  QueryValue::List out;
  for (const QueryValue& each : *list) {
    bindings[e.variable].value = each;
    const bool asked = e.operands.size() > (e.mapped ? 2u : 1u);
    if (asked && truth(e.operands[1], bindings) != Truth::kTrue) continue;
    out.push_back(e.mapped ? value(e.operands.back(), bindings) : each);
  }
  bindings[e.variable].value = {};
  return out;
}

// Three-valued: all() of a list with an unknown and no false is unknown.
Truth Evaluator::quantified(const Expr& e, Bindings& bindings) const {
  const QueryValue of = value(e.operands[0], bindings);
  const auto* list = of.get<QueryValue::List>();
  if (list == nullptr) return Truth::kUnknown;
  std::size_t yes = 0, no = 0, unknown = 0;
  for (const QueryValue& each : *list) {
    bindings[e.variable].value = each;
    switch (truth(e.operands[1], bindings)) {
      case Truth::kTrue: ++yes; break;
      case Truth::kFalse: ++no; break;
      case Truth::kUnknown: ++unknown; break;
    }
  }
  bindings[e.variable].value = {};
  const auto decide = [&](bool decided, bool otherwise) {
    if (decided) return truth_of(!otherwise);
    return unknown > 0 ? Truth::kUnknown : truth_of(otherwise);
  };
  switch (e.op) {
    case Op::kAll: return decide(no > 0, true);
    case Op::kAny: return decide(yes > 0, false);
    case Op::kNone: return decide(yes > 0, true);
    default: return yes > 1 ? Truth::kFalse : unknown > 0 ? Truth::kUnknown : truth_of(yes == 1);
  }
}

bool Evaluator::holds(const std::vector<ExprId>& conditions, Bindings& bindings) const {
  return std::all_of(conditions.begin(), conditions.end(),
                     [&](ExprId id) { return truth(id, bindings) == Truth::kTrue; });
}

Truth Evaluator::truth(ExprId id, Bindings& bindings) const {
  ++work_;
  const Expr& e = query_.exprs[id];
  switch (e.op) {
    case Op::kNot: {
      const Truth inner = truth(e.operands[0], bindings);
      if (inner == Truth::kUnknown) return inner;
      return truth_of(inner == Truth::kFalse);
    }
    case Op::kAnd:
    case Op::kOr: {
      const Truth decides = e.op == Op::kAnd ? Truth::kFalse : Truth::kTrue;
      Truth all = e.op == Op::kAnd ? Truth::kTrue : Truth::kFalse;
      for (const ExprId part : e.operands) {
        const Truth each = truth(part, bindings);
        if (each == decides) return each;
        if (each == Truth::kUnknown) all = each;
      }
      return all;
    }
    case Op::kEqual: case Op::kNotEqual: case Op::kLess: case Op::kLessEqual: case Op::kGreater:
    case Op::kGreaterEqual:
      return compare(e, bindings);
    case Op::kAll: case Op::kAny: case Op::kNone: case Op::kSingle: return quantified(e, bindings);
    case Op::kIn: return in(e, bindings);
    case Op::kStartsWith: case Op::kEndsWith: case Op::kContains: return contains(e, bindings);
    case Op::kIsNull: return truth_of(value(e.operands[0], bindings).null());
    case Op::kIsNotNull: return truth_of(!value(e.operands[0], bindings).null());
    default: {
      const QueryValue v = value(id, bindings);
      if (const auto* flag = v.get<bool>()) return truth_of(*flag);
      return Truth::kUnknown;
    }
  }
}

Truth Evaluator::compare(const Expr& e, Bindings& bindings) const {
  const auto result = query_impl::compare(value(e.operands[0], bindings),
                                          value(e.operands[1], bindings));
  if (!result) return Truth::kUnknown;
  switch (e.op) {
    case Op::kEqual: return truth_of(*result == 0);
    case Op::kNotEqual: return truth_of(*result != 0);
    case Op::kLess: return truth_of(*result < 0);
    case Op::kLessEqual: return truth_of(*result <= 0);
    case Op::kGreater: return truth_of(*result > 0);
    default: return truth_of(*result >= 0);
  }
}

Truth Evaluator::in(const Expr& e, Bindings& bindings) const {
  const QueryValue wanted = value(e.operands[0], bindings);
  const QueryValue right = value(e.operands[1], bindings);
  const auto* list = right.get<QueryValue::List>();
  if (list == nullptr || wanted.null()) return Truth::kUnknown;
  work_ += list->size();
  bool unknown = false;
  for (const QueryValue& each : *list) {
    const auto result = query_impl::compare(wanted, each);
    if (result && *result == 0) return Truth::kTrue;
    unknown = unknown || each.null();
  }
  return unknown ? Truth::kUnknown : Truth::kFalse;
}

// Of text; of a list CONTAINS asks for a member.
Truth Evaluator::contains(const Expr& e, Bindings& bindings) const {
  const QueryValue left = value(e.operands[0], bindings);
  const QueryValue right = value(e.operands[1], bindings);
  if (const auto* list = left.get<QueryValue::List>(); list && e.op == Op::kContains) {
    work_ += list->size();
    for (const QueryValue& each : *list) {
      const auto result = query_impl::compare(each, right);
      if (result && *result == 0) return Truth::kTrue;
    }
    return right.null() ? Truth::kUnknown : Truth::kFalse;
  }
  const auto* node = left.get<QueryValue::Node>();
  const std::string* text = node ? &node->name : left.get<std::string>();
  const std::string* part = right.get<std::string>();
  if (text == nullptr || part == nullptr) return Truth::kUnknown;
  work_ += text->size() / 64;
  if (e.op == Op::kStartsWith) return truth_of(text->starts_with(*part));
  if (e.op == Op::kEndsWith) return truth_of(text->ends_with(*part));
  return truth_of(text->find(*part) != std::string::npos);
}

}  // namespace dragoman::query_impl
