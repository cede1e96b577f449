// Part of dragoman; see LICENSE.
//
// RuleProgram: one pattern over units, compiled to a position automaton.
//
//   RuleProgram p = ...;                       // compile_pattern(), rule_pattern.h
//   RuleMatch m;
//   if (p.match(units, at, m)) use(m.last, m.pieces);
//
// A position is one atom of the pattern (Glushkov's construction); a set of positions is one
// 64-bit word, so a pattern may have at most 64 of them.

#ifndef DRAGOMAN_MENTION_RULE_PROGRAM_H_
#define DRAGOMAN_MENTION_RULE_PROGRAM_H_

#include <array>
#include <cstdint>
#include <span>
#include <vector>

#include "dragoman/mention.h"
#include "mention/feature.h"
#include "mention/unit.h"

namespace dragoman {

inline constexpr int kMaxPositions = 64;
inline constexpr int kMaxMatchUnits = 48;   // longest match; keeps the scan linear
inline constexpr int kMaxPieces = 8;        // marked parts of one match

// What one position accepts: a bit of `any`, one of `also` (if there), none of `none`.
struct Predicate {
  Features any;
  Features also;
  Features none;
  bool has_also = false;

  bool accepts(const Features& f) const {
    return any.any(f) && !none.any(f) && (!has_also || also.any(f));
  }
  friend bool operator==(const Predicate&, const Predicate&) = default;
};

// A marked part of the pattern: <...> or TYPE<...>.
struct RulePiece {
  MentionType type = MentionType::kPerson;
};

struct RuleMatch {
  Index last = 0;                     // units [start, last)
  int pieces = 0;
  struct Piece {
    Index first, last;                // units
    std::uint8_t capture;             // index into RuleProgram::captures
  };
  std::array<Piece, kMaxPieces> piece;   // not set beyond `pieces`
};

// Of one program: which of its positions accept a unit, as a set.  Units of one kind are
// accepted alike (unit_kinds.h), so the sets stand in a table by kind.
struct AcceptedPositions {
  const std::uint64_t* of_kind;        // set of kind k: of_kind[k * stride]
  std::size_t stride;
  const Unit* units;

  std::uint64_t operator[](Index unit) const { return of_kind[units[unit].kind * stride]; }
};

// What a match reads first stands in one cache line.
struct alignas(64) RuleProgram {
  std::uint64_t first = 0;
  std::uint64_t accept = 0;
  std::uint64_t marked = 0;             // positions inside a capture
  std::vector<std::uint64_t> follow;    // positions that may come next
  std::vector<Predicate> positions;
  std::vector<std::uint64_t> precede;   // the reverse
  std::vector<std::uint8_t> capture;    // of a position: 0 none, else 1 + index into captures
  std::vector<RulePiece> captures;
  std::vector<Predicate> needs;         // every match has a unit that each of these accepts

  // The longest match that starts at units[at]; false if there is none.  Where the pattern
  // leaves a choice, the marked part is as long as it can be.  Time: at most kMaxMatchUnits
  // units, each by the positions that are alive.
  bool match(std::span<const Features> units, Index at, RuleMatch& out) const;

  // The same where it is known already which positions accept which unit.
  bool match(const AcceptedPositions& accepted, Index unit_count, Index at, RuleMatch& out) const;

  // Fills `needs`; called once when compiled.
  void find_needs();

 private:
  template <typename Keep>
  bool run(const Keep& keep, Index unit_count, Index at, RuleMatch& out) const;
};

}  // namespace dragoman

#endif  // DRAGOMAN_MENTION_RULE_PROGRAM_H_
