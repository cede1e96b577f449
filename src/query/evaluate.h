// Part of dragoman; see LICENSE.
//
// Expressions over bound variables.

#ifndef DRAGOMAN_QUERY_EVALUATE_H_
#define DRAGOMAN_QUERY_EVALUATE_H_

#include <vector>

#include "query/ast.h"

namespace dragoman::query_impl {

// What one variable stands for at the moment.
struct Binding {
  std::uint32_t index = 0;              // NodeIndex or EdgeIndex
  std::uint32_t report_number = 0;
  const Report* report = nullptr;       // of an edge that ranges over its reports
  bool bound = false;
  std::vector<EdgeIndex> edges;         // of a step with hops, from the pattern's left to right
  QueryValue value;                     // Kind::kValue
};
using Bindings = std::vector<Binding>;

// Three-valued, as in SQL: a comparison with null is neither true nor false.
enum class Truth : std::uint8_t { kFalse, kTrue, kUnknown };

class Evaluator {
 public:
  Evaluator(const RelationGraph& graph, const Query& query, std::uint64_t& work)
      : graph_(graph), query_(query), work_(work) {}

  // Bindings change while an expression binds its own variable, and are then as before.
  QueryValue value(ExprId id, Bindings& bindings) const;
  Truth truth(ExprId id, Bindings& bindings) const;
  bool holds(const std::vector<ExprId>& conditions, Bindings& bindings) const;

  // Whether an edge that ranges over its reports is that report of it: for WITH.
  void keep_reports(bool keep) { keep_reports_ = keep; }

 private:
  QueryValue variable(const Expr& e, const Bindings& bindings) const;
  QueryValue path(const Variable& v, const Bindings& bindings) const;
  QueryValue property(const Expr& e, Bindings& bindings) const;
  QueryValue element(const Expr& e, Bindings& bindings) const;
  QueryValue filter(const Expr& e, Bindings& bindings) const;
  Truth quantified(const Expr& e, Bindings& bindings) const;
  Truth compare(const Expr& e, Bindings& bindings) const;
  Truth contains(const Expr& e, Bindings& bindings) const;
  Truth in(const Expr& e, Bindings& bindings) const;

  const RelationGraph& graph_;
  const Query& query_;
  std::uint64_t& work_;
  bool keep_reports_ = false;
};

}  // namespace dragoman::query_impl

#endif  // DRAGOMAN_QUERY_EVALUATE_H_
