// Part of dragoman; see LICENSE.
//
// In which order a query's nodes and edges are bound, and when each condition can be asked.

#ifndef DRAGOMAN_QUERY_PLAN_H_
#define DRAGOMAN_QUERY_PLAN_H_

#include <optional>
#include <string>
#include <vector>

#include "query/ast.h"

namespace dragoman::query_impl {

struct Step {
  enum Kind : std::uint8_t { kScan, kExpand } kind = kScan;
  const NodePattern* node = nullptr;     // bound (or checked) by this step
  const EdgePattern* edge = nullptr;     // kExpand
  std::uint32_t from = 0;                // kExpand: the node variable that is bound already
  Arrow arrow = Arrow::kBoth;            // as seen from there
  bool node_bound = false;               // an earlier step has bound the node
  std::optional<std::string> id;         // a condition says that the node's id is this
  std::vector<ExprId> conditions;        // all of whose variables are bound after this step
};

// The query must outlive the plan.
std::vector<Step> plan(const Query& query);

}  // namespace dragoman::query_impl

#endif  // DRAGOMAN_QUERY_PLAN_H_
