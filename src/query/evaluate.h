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
  const Report* report = nullptr;       // of an edge that ranges over its reports
  bool bound = false;
};

// Three-valued, as in SQL: a comparison with null is neither true nor false.
enum class Truth : std::uint8_t { kFalse, kTrue, kUnknown };

class Evaluator {
 public:
  Evaluator(const RelationGraph& graph, const Query& query, std::uint64_t& work)
      : graph_(graph), query_(query), work_(work) {}

  QueryValue value(ExprId id, const std::vector<Binding>& bindings) const;
  Truth truth(ExprId id, const std::vector<Binding>& bindings) const;

 private:
  Truth compare(const Expr& e, const std::vector<Binding>& bindings) const;
  Truth contains(const Expr& e, const std::vector<Binding>& bindings) const;
  Truth in(const Expr& e, const std::vector<Binding>& bindings) const;

  const RelationGraph& graph_;
  const Query& query_;
  std::uint64_t& work_;
};

}  // namespace dragoman::query_impl

#endif  // DRAGOMAN_QUERY_EVALUATE_H_
