// Part of dragoman; see LICENSE.

#include "query/evaluate.h"

#include "query/value.h"

namespace dragoman::query_impl {
namespace {

Truth truth_of(bool value) { return value ? Truth::kTrue : Truth::kFalse; }

QueryValue value_of(Truth truth) {
  if (truth == Truth::kUnknown) return {};
  return truth == Truth::kTrue;
}

}  // namespace

QueryValue Evaluator::value(ExprId id, const std::vector<Binding>& bindings) const {
  ++work_;
  const Expr& e = query_.exprs[id];
  switch (e.op) {
    case Op::kValue: return e.value;
    case Op::kList: {
      QueryValue::List list;
      for (const ExprId part : e.operands) list.push_back(value(part, bindings));
      return list;
    }
    case Op::kVariable: {
      const Binding& b = bindings[e.variable];
      if (!query_.variables[e.variable].edge) return node_value(graph_, b.index);
      return QueryValue::Edge{b.index, std::string(graph_.edge(b.index).type)};
    }
    case Op::kField: {
      const Binding& b = bindings[e.variable];
      if (!query_.variables[e.variable].edge) return field_of_node(graph_, b.index, e.field);
      if (e.field.of_report()) return field_of_report(graph_, *b.report, e.field);
      return field_of_edge(graph_, b.index, e.field);
    }
    default: return value_of(truth(id, bindings));
  }
}

Truth Evaluator::truth(ExprId id, const std::vector<Binding>& bindings) const {
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

Truth Evaluator::compare(const Expr& e, const std::vector<Binding>& bindings) const {
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

Truth Evaluator::in(const Expr& e, const std::vector<Binding>& bindings) const {
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
Truth Evaluator::contains(const Expr& e, const std::vector<Binding>& bindings) const {
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
