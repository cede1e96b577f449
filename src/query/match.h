// Part of dragoman; see LICENSE.
//
// Walks the graph along a plan and hands over each complete binding.

#ifndef DRAGOMAN_QUERY_MATCH_H_
#define DRAGOMAN_QUERY_MATCH_H_

#include <functional>

#include "query/evaluate.h"
#include "query/plan.h"

namespace dragoman::query_impl {

// use returns false to end the walk.  False if the work ran out.
bool match(const RelationGraph& graph, const Query& query, const Evaluator& evaluator,
           std::uint64_t& work, std::uint64_t most_work,
           const std::function<bool(const std::vector<Binding>&)>& use);

}  // namespace dragoman::query_impl

#endif  // DRAGOMAN_QUERY_MATCH_H_
