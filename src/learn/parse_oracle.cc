// Part of dragoman; see LICENSE.
//
// The dynamic oracle of the arc-hybrid system (Goldberg, Nivre 2013): an arc is reachable as long
// as its dependent is still on the stack or to come and its head can still meet it.  A tree that
// crosses itself has arcs that are never reachable; they cost the same whatever is done.

#include "learn/parse_oracle.h"

#include <algorithm>

namespace dragoman {

std::uint32_t cheapest_actions(const ParseState& state, const std::vector<std::uint32_t>& heads) {
  const std::uint32_t legal = state.legal();
  if ((legal & (legal - 1)) == 0) return legal;
  const std::vector<std::uint32_t>& stack = state.stack();
  const std::uint32_t next = state.next(), size = state.size();
  const std::uint32_t top = stack.back();
  std::uint32_t cost[kParseActions] = {};
  if (stack.size() > 1) {
    // Popping the top loses its dependents to come, and its head unless that is the one it gets.
    std::uint32_t dependents = 0;
    for (std::uint32_t i = next; i <= size; ++i) dependents += heads[i] == top;
    const std::uint32_t second = stack[stack.size() - 2];
    const std::uint32_t head = heads[top];
    const bool head_to_come = head >= next;
    cost[kLeft] = dependents + (head == second || (head_to_come && head != next));
    cost[kRight] = dependents + head_to_come;
  }
  if (next <= size) {
    for (std::size_t i = 0; i + 1 < stack.size(); ++i) cost[kShift] += heads[next] == stack[i];
    for (std::size_t i = 1; i < stack.size(); ++i) cost[kShift] += heads[stack[i]] == next;
  }
  std::uint32_t least = ~std::uint32_t{0}, best = 0;
  for (std::uint32_t a = 0; a < kParseActions; ++a) {
    if ((legal >> a & 1) == 0 || cost[a] > least) continue;
    if (cost[a] < least) best = 0;
    least = cost[a];
    best |= 1u << a;
  }
  return best;
}

}  // namespace dragoman
