// Part of dragoman; see LICENSE.
//
// The state of the parser, its three actions, and what is looked at in a state.
//
//   ParseState state;
//   state.start(words);
//   while (!state.done()) { state.look(view); state.act(choose(state.legal(), view)); }
//
// Arc-hybrid (Kuhlmann, Gomez-Rodriguez, Satta 2011): SHIFT moves the next word on the stack;
// LEFT makes the next word the head of the topmost one; RIGHT makes the second the head of the
// topmost.  A word leaves the stack with its head, when all its dependents are known.
// The trainer and the parser use the same code.

#ifndef DRAGOMAN_SYNTAX_PARSE_STATE_H_
#define DRAGOMAN_SYNTAX_PARSE_STATE_H_

#include <array>
#include <cstdint>
#include <vector>

namespace dragoman {

enum ParseAction : std::uint8_t { kShift, kLeft, kRight };
inline constexpr std::uint32_t kParseActions = 3;

// What the next action depends on: words at certain seats, and facts.
struct ParseView {
  // The topmost, the second, the next word; outermost children of these.
  static constexpr std::size_t kSeats = 7, kMainSeats = 3;
  // Relations of seven children, counts of children of four, two distances.
  static constexpr std::size_t kFacts = 13;
  static constexpr std::uint32_t kRelationValues = 64, kCountValues = 17, kDistanceValues = 9;
  static constexpr std::uint32_t kFactValues = 7 * kRelationValues + 4 * kCountValues + 2 * kDistanceValues;
  static constexpr std::uint32_t kNobody = ~std::uint32_t{0};

  std::array<std::uint32_t, kSeats> seat;     // node or kNobody
  std::array<std::uint32_t, kFacts> fact;     // each below kFactValues, each of its own range
};

class ParseState {
 public:
  // Node 0 is the root, word i is node i + 1.
  void start(std::uint32_t words);

  bool done() const { return next_ > size_ && stack_.size() == 1; }
  // Actions that may be taken, a bit each; one of them always may until done().
  std::uint32_t legal() const {
    const bool top = stack_.size() > 1;
    const bool rest = next_ <= size_;
    // The root takes its one word at the very end.
    const bool right = top && (stack_.size() > 2 || !rest);
    return std::uint32_t(rest) << kShift | std::uint32_t(top && rest) << kLeft | std::uint32_t(right) << kRight;
  }

  void look(ParseView& view) const;

  // The arc that LEFT or RIGHT would make.
  std::uint32_t head_of(ParseAction action) const { return action == kLeft ? next_ : stack_[stack_.size() - 2]; }
  std::uint32_t dependent() const { return stack_.back(); }

  void shift() { stack_.push_back(next_++); }
  // LEFT or RIGHT with the relation, 1 to 63.
  void reduce(ParseAction action, std::uint8_t relation);

  std::uint32_t size() const { return size_; }
  std::uint32_t next() const { return next_; }
  const std::vector<std::uint32_t>& stack() const { return stack_; }
  std::uint32_t head(std::uint32_t node) const { return nodes_[node].head; }
  std::uint8_t relation(std::uint32_t node) const { return nodes_[node].relation; }

 private:
  struct Node {
    std::uint32_t head = 0;
    // Children, the outermost and the one before it; 0: none (the root is nobody's child).
    std::uint32_t left = 0, right = 0, left2 = 0, right2 = 0;
    std::uint8_t relation = 0, lefts = 0, rights = 0;
  };

  std::vector<Node> nodes_;
  std::vector<std::uint32_t> stack_;
  std::uint32_t size_ = 0, next_ = 1;
};

}  // namespace dragoman

#endif  // DRAGOMAN_SYNTAX_PARSE_STATE_H_
