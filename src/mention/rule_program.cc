// Part of dragoman; see LICENSE.
//
// The automaton has no empty moves: position p may be followed by the positions in follow[p].
// A step takes the union of follow over the live positions and keeps those whose predicate
// accepts the next unit.  Few are alive at a time, so that testing those few predicates is
// cheaper than a table of all positions by feature.  The live sets are kept; once the longest
// match is known, a walk back over them finds which position read which unit, without
// backtracking: any live position that may precede is on some path from the start.
//
// Glushkov, V. M.: The abstract theory of automata.  Russian Math. Surveys 16 (1961).

#include "mention/rule_program.h"

#include <algorithm>
#include <bit>

namespace dragoman {
namespace {

std::uint64_t keep_accepting(const RuleProgram& p, std::uint64_t set, const Features& f) {
  std::uint64_t kept = 0;
  for (; set != 0; set &= set - 1) {
    const int at = std::countr_zero(set);
    if (p.positions[at].accepts(f)) kept |= std::uint64_t{1} << at;
  }
  return kept;
}

std::uint64_t next_of(const std::vector<std::uint64_t>& follow, std::uint64_t set) {
  std::uint64_t next = 0;
  for (; set != 0; set &= set - 1) next |= follow[std::countr_zero(set)];
  return next;
}

}  // namespace

bool RuleProgram::match(std::span<const Unit> units, Index at, RuleMatch& out) const {
  std::uint64_t alive[kMaxMatchUnits];
  std::uint64_t set = keep_accepting(*this, first, units[at].features);
  if (set == 0) return false;
  const int limit = int(std::min<std::size_t>(kMaxMatchUnits, units.size() - at));
  int count = 0;      // units read
  int longest = 0;
  for (;;) {
    alive[count++] = set;
    if (set & accept) longest = count;
    if (count == limit) break;
    set = keep_accepting(*this, next_of(follow, set), units[at + count].features);
    if (set == 0) break;
  }
  if (longest == 0) return false;
  out.last = at + longest;
  out.pieces = 0;

  // Back from the end; pieces come last first.
  std::uint64_t choice = alive[longest - 1] & accept;
  std::uint8_t open = 0;
  for (int i = longest - 1; i >= 0; --i) {
    const std::uint64_t best = (choice & marked) ? choice & marked : choice;
    const int position = std::countr_zero(best);
    const std::uint8_t here = capture[position];
    if (here != 0 && here == open) {
      out.piece[out.pieces - 1].first = at + i;
    } else if (here != 0 && out.pieces < kMaxPieces) {
      out.piece[out.pieces++] = {Index(at + i), Index(at + i + 1), std::uint8_t(here - 1)};
      open = here;
    } else {
      open = 0;
    }
    if (i > 0) choice = alive[i - 1] & precede[position];
  }
  std::reverse(out.piece.begin(), out.piece.begin() + out.pieces);
  return true;
}

void RuleProgram::find_needs() {
  // A set of bits is needed if, without the positions that want it, no match is left.
  std::vector<Features> candidates;
  for (const Predicate& p : positions) {
    for (const Features& f : {p.any, p.also}) {
      if (f.empty() || f.has(kAny)) continue;
      if (std::find(candidates.begin(), candidates.end(), f) == candidates.end()) {
        candidates.push_back(f);
      }
    }
  }
  for (const Features& f : candidates) {
    std::uint64_t rest = 0;
    for (std::size_t i = 0; i < positions.size(); ++i) {
      const Predicate& p = positions[i];
      const bool wants = p.any.subset_of(f) || (p.has_also && p.also.subset_of(f));
      if (!wants) rest |= std::uint64_t{1} << i;
    }
    std::uint64_t reached = first & rest;
    for (std::uint64_t before = 0; before != reached;) {
      before = reached;
      reached |= next_of(follow, reached) & rest;
    }
    if ((reached & accept) == 0) needs.push_back(f);
  }
}

}  // namespace dragoman
