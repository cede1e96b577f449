// Part of dragoman; see LICENSE.
//
// What a node is called, where documents differ.

#ifndef DRAGOMAN_GRAPH_VOTE_H_
#define DRAGOMAN_GRAPH_VOTE_H_

#include <cstdint>
#include <span>
#include <vector>

#include "graph/tables.h"

namespace dragoman {

struct FrozenNode;

// rows: of Tables::names, all of one node, at least one.  Fills in name, type and state and
// appends all other names, sorted, to `aliases`.
void elect(const Tables& tables, std::span<const std::uint32_t> rows, FrozenNode& node,
           std::vector<std::string_view>& aliases);

}  // namespace dragoman

#endif  // DRAGOMAN_GRAPH_VOTE_H_
