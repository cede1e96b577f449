// Part of dragoman; see LICENSE.
//
// In which order a part's nodes and edges are bound, and when each condition can be asked.

#ifndef DRAGOMAN_QUERY_PLAN_H_
#define DRAGOMAN_QUERY_PLAN_H_

#include <optional>
#include <string>
#include <vector>

#include "query/ast.h"

namespace dragoman::query_impl {

struct Step {
  enum Kind : std::uint8_t {
    kScan,       // a node of its own
    kExpand,     // one edge further
    kWalk,       // several edges further
    kSearch,     // a shortest path
  } kind = kScan;
  const NodePattern* node = nullptr;     // bound (or checked) by this step
  const EdgePattern* edge = nullptr;     // all but kScan
  std::uint32_t from = 0;                // all but kScan: the node variable that is bound already
  Arrow arrow = Arrow::kBoth;            // as seen from there
  bool backward = false;                 // walked from the pattern's right to its left
  bool all = false;                      // kSearch: all shortest ones
  bool node_bound = false;               // an earlier step has bound the node
  std::optional<std::string> id;         // a condition says that the node's id is this
  std::vector<ExprId> conditions;        // all of whose variables are bound after this step
};

struct Plan {
  std::vector<ExprId> first;             // conditions that need no step
  std::vector<Step> steps;
};

// Conditions that must all hold, taken apart at AND.
void split_and(const Query& query, ExprId id, std::vector<ExprId>& out);

// bound: by variable, what earlier parts have bound.  The query must outlive the plan.
Plan plan(const Query& query, std::size_t part, const std::vector<bool>& bound);

}  // namespace dragoman::query_impl

#endif  // DRAGOMAN_QUERY_PLAN_H_
