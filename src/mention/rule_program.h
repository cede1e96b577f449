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

// Answers of predicates about the units of one sentence, each found out once: rules share
// most of their predicates.
class PredicateMemo {
 public:
  // all: the predicates by number; they must outlive the memo's use.
  void reset(const std::vector<Predicate>& all, std::span<const Unit> units) {
    all_ = all.data();
    units_ = units;
    stride_ = 2 * ((all.size() + 63) / 64);
    bits_.assign(stride_ * units.size(), 0);
  }
  bool test(Index unit, std::uint32_t predicate) {
    // Known bits and answer bits of 64 predicates side by side.
    std::uint64_t* at = &bits_[unit * stride_ + 2 * (predicate / 64)];
    const std::uint64_t bit = std::uint64_t{1} << (predicate % 64);
    if ((at[0] & bit) == 0) {
      at[0] |= bit;
      if (all_[predicate].accepts(units_[unit].features)) at[1] |= bit;
    }
    return (at[1] & bit) != 0;
  }

 private:
  const Predicate* all_ = nullptr;
  std::span<const Unit> units_;
  std::size_t stride_ = 0;
  std::vector<std::uint64_t> bits_;
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

struct RuleProgram {
  std::vector<Predicate> positions;
  std::vector<std::uint64_t> follow;    // positions that may come next
  std::vector<std::uint64_t> precede;   // the reverse
  std::vector<std::uint8_t> capture;    // of a position: 0 none, else 1 + index into captures
  std::vector<RulePiece> captures;
  std::uint64_t first = 0;
  std::uint64_t accept = 0;
  std::uint64_t marked = 0;             // positions inside a capture
  std::vector<Predicate> needs;         // every match has a unit that each of these accepts

  // Filled by the rule set: numbers of predicates that all rules share.
  std::vector<std::uint16_t> predicate;
  std::vector<std::uint16_t> need;

  // The longest match that starts at units[at]; false if there is none.  Where the pattern
  // leaves a choice, the marked part is as long as it can be.  Time: at most kMaxMatchUnits
  // units, each by the positions that are alive.
  bool match(std::span<const Unit> units, Index at, RuleMatch& out) const;

  // The same; predicates are asked through the memo, which knows the units.
  bool match(PredicateMemo& memo, Index unit_count, Index at, RuleMatch& out) const;

  // Fills `needs`; called once when compiled.
  void find_needs();

 private:
  template <typename Accepts>
  bool run(const Accepts& accepts, Index unit_count, Index at, RuleMatch& out) const;
};

}  // namespace dragoman

#endif  // DRAGOMAN_MENTION_RULE_PROGRAM_H_
