// Part of dragoman; see LICENSE.
//
// Which actions are right in a state of the parser, whatever happened before.
//
//   const std::uint32_t right = cheapest_actions(state, heads);   // a bit an action

#ifndef DRAGOMAN_LEARN_PARSE_ORACLE_H_
#define DRAGOMAN_LEARN_PARSE_ORACLE_H_

#include <cstdint>
#include <vector>

#include "syntax/parse_state.h"

namespace dragoman {

// Of the legal actions, those after which the fewest arcs of the tree are out of reach.
// heads: of node i at i; 0 is the root; heads[0] is not read.  Linear time.
std::uint32_t cheapest_actions(const ParseState& state, const std::vector<std::uint32_t>& heads);

}  // namespace dragoman

#endif  // DRAGOMAN_LEARN_PARSE_ORACLE_H_
