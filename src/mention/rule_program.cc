// Part of dragoman; see LICENSE.
//
// The automaton has no empty moves: position p may be followed by the positions in follow[p].
// A step takes the union of follow over the live positions and keeps those that accept the
// next unit: one look into a table, since units of the same kind are accepted alike.  The
// live sets are kept; once the longest
// match is known, one pass over them counts how many marked units a path to each position can
// have, and a walk back follows the best: no backtracking, since any live position that may
// precede is on some path from the start.
//
// Glushkov, V. M.: The abstract theory of automata.  Russian Math. Surveys 16 (1961).

#include "mention/rule_program.h"

#include <algorithm>
#include <bit>

namespace dragoman {
namespace {

std::uint64_t next_of(const std::vector<std::uint64_t>& follow, std::uint64_t set) {
  std::uint64_t next = 0;
  for (; set != 0; set &= set - 1) next |= follow[std::countr_zero(set)];
  return next;
}

}  // namespace

bool RuleProgram::match(std::span<const Features> units, Index at, RuleMatch& out) const {
  const auto keep = [&](std::uint64_t from, Index unit) {
    std::uint64_t kept = 0;
    for (; from != 0; from &= from - 1) {
      if (positions[std::size_t(std::countr_zero(from))].accepts(units[unit])) kept |= from & (~from + 1);
    }
    return kept;
  };
  return run(keep, Index(units.size()), at, out);
}

bool RuleProgram::match(const AcceptedPositions& accepted, Index unit_count, Index at,
                        RuleMatch& out) const {
  const auto keep = [&](std::uint64_t from, Index unit) { return from & accepted[unit]; };
  return run(keep, unit_count, at, out);
}

template <typename Keep>
bool RuleProgram::run(const Keep& keep, Index unit_count, Index at, RuleMatch& out) const {
  std::uint64_t alive[kMaxMatchUnits];
  std::uint64_t set = keep(first, at);
  if (set == 0) return false;
  const int limit = int(std::min<Index>(kMaxMatchUnits, unit_count - at));
  int count = 0;      // units read
  int longest = 0;
  for (;;) {
    alive[count++] = set;
    if (set & accept) longest = count;
    if (count == limit) break;
    set = keep(next_of(follow, set), at + Index(count));
    if (set == 0) break;
  }
  if (longest == 0) return false;
  out.last = at + longest;
  out.pieces = 0;

  const std::uint64_t everything = ~std::uint64_t{0} >> (64 - positions.size());
  if (marked == everything && captures.size() == 1) {
    out.piece[out.pieces++] = {at, out.last, 0};
    return true;
  }

  // How many marked units a path to each live position can have at most; then back from the
  // end along such a path.  Pieces come last first.
  std::uint8_t most[kMaxMatchUnits][kMaxPositions];
  for (int i = 0; i < longest; ++i) {
    for (std::uint64_t live = alive[i]; live != 0; live &= live - 1) {
      const int position = std::countr_zero(live);
      std::uint8_t before = 0;
      if (i > 0) {
        for (std::uint64_t from = alive[i - 1] & precede[position]; from != 0; from &= from - 1) {
          before = std::max(before, most[i - 1][std::countr_zero(from)]);
        }
      }
      most[i][position] = std::uint8_t(before + ((marked >> position) & 1));
    }
  }
  std::uint64_t choice = alive[longest - 1] & accept;
  std::uint8_t open = 0;
  for (int i = longest - 1; i >= 0; --i) {
    int position = std::countr_zero(choice);
    for (std::uint64_t rest = choice & (choice - 1); rest != 0; rest &= rest - 1) {
      const int other = std::countr_zero(rest);
      if (most[i][other] > most[i][position]) position = other;
    }
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
  // A predicate is needed if, without the positions that ask for it, no match is left.
  std::vector<Predicate> tried;
  for (const Predicate& p : positions) {
    if (std::find(tried.begin(), tried.end(), p) != tried.end()) continue;
    tried.push_back(p);
    std::uint64_t rest = 0;
    for (std::size_t i = 0; i < positions.size(); ++i) {
      if (!(positions[i] == p)) rest |= std::uint64_t{1} << i;
    }
    if ((first & rest) == 0) continue;   // where it starts, it is met
    std::uint64_t reached = first & rest;
    for (std::uint64_t before = 0; before != reached;) {
      before = reached;
      reached |= next_of(follow, reached) & rest;
    }
    if ((reached & accept) == 0) needs.push_back(p);
  }
  // Word lists are met less often than facts such as case: ask for them first.
  const auto rare = [](const Predicate& p) {
    return p.any.words[0] == 0 || (p.has_also && p.also.words[0] == 0);
  };
  std::stable_partition(needs.begin(), needs.end(), rare);
}

}  // namespace dragoman
