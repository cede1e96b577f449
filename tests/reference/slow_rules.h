// Part of dragoman; see LICENSE.
//
// The slow, obvious way to match a compiled pattern: try every path by recursion.  Holds
// RuleProgram::match() to its promises: the longest match, and of the paths that read it one
// that the automaton allows.

#ifndef DRAGOMAN_TESTS_REFERENCE_SLOW_RULES_H_
#define DRAGOMAN_TESTS_REFERENCE_SLOW_RULES_H_

#include <algorithm>
#include <span>

#include "mention/rule_program.h"

namespace dragoman {

// Length of the longest match from units[at] with `position` reading it; 0: none.
inline Index slow_longest(const RuleProgram& p, std::span<const Features> units, Index at,
                          int position) {
  if (at >= units.size() || !p.positions[position].accepts(units[at])) return 0;
  Index longest = (p.accept >> position) & 1 ? 1 : 0;
  for (int next = 0; next < int(p.positions.size()); ++next) {
    if (((p.follow[position] >> next) & 1) == 0) continue;
    const Index rest = slow_longest(p, units, at + 1, next);
    if (rest != 0) longest = std::max(longest, rest + 1);
  }
  return longest;
}

inline Index slow_longest(const RuleProgram& p, std::span<const Features> units, Index at) {
  Index longest = 0;
  for (int first = 0; first < int(p.positions.size()); ++first) {
    if ((p.first >> first) & 1) longest = std::max(longest, slow_longest(p, units, at, first));
  }
  return longest;
}

}  // namespace dragoman

#endif  // DRAGOMAN_TESTS_REFERENCE_SLOW_RULES_H_
