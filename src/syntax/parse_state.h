// Part of dragoman; see LICENSE.
//
// The state of the parser, its three actions, and what it asks of a state.
//
//   ParseState state;
//   state.start(words, tags);
//   while (!state.done()) { state.ask(hashes); state.act(choose(state.legal(), hashes)); }
//
// Arc-hybrid (Kuhlmann, Gomez-Rodriguez, Satta 2011): SHIFT moves the next word on the stack;
// LEFT makes the next word the head of the topmost one; RIGHT makes the second the head of the
// topmost.  A word leaves the stack with its head, when all its dependents are known.
// The trainer and the parser use the same code.

#ifndef DRAGOMAN_SYNTAX_PARSE_STATE_H_
#define DRAGOMAN_SYNTAX_PARSE_STATE_H_

#include <array>
#include <cstdint>
#include <span>
#include <vector>

namespace dragoman {

enum ParseAction : std::uint8_t { kShift, kLeft, kRight };
inline constexpr std::uint32_t kParseActions = 3;
inline constexpr std::size_t kActionQuestions = 72;
inline constexpr std::size_t kRelationQuestions = 32;

class ParseState {
 public:
  // words: hashes; tags: any numbers below 255.  Node 0 is the root, word i is node i + 1.
  void start(std::span<const std::uint64_t> words, std::span<const std::uint8_t> tags);

  bool done() const { return next_ > size_ && stack_.size() == 1; }
  // Actions that may be taken, a bit each; one of them always may until done().
  std::uint32_t legal() const {
    const bool top = stack_.size() > 1;
    const bool rest = next_ <= size_;
    // The root takes its one word at the very end.
    const bool right = top && (stack_.size() > 2 || !rest);
    return std::uint32_t(rest) << kShift | std::uint32_t(top && rest) << kLeft | std::uint32_t(right) << kRight;
  }

  void ask(std::uint64_t* hashes) const;

  // The arc that LEFT or RIGHT would make.
  std::uint32_t head_of(ParseAction action) const { return action == kLeft ? next_ : stack_[stack_.size() - 2]; }
  std::uint32_t dependent() const { return stack_.back(); }
  void ask_relation(std::uint32_t head, std::uint32_t dependent, std::uint64_t* hashes) const;

  void shift() { stack_.push_back(next_++); }
  // LEFT or RIGHT with the relation, 1 and more.
  void reduce(ParseAction action, std::uint8_t relation);

  std::uint32_t size() const { return size_; }
  std::uint32_t next() const { return next_; }
  const std::vector<std::uint32_t>& stack() const { return stack_; }
  std::uint32_t head(std::uint32_t node) const { return nodes_[node].head; }
  std::uint8_t relation(std::uint32_t node) const { return nodes_[node].relation; }

 private:
  struct Node {
    std::uint64_t word = 0;
    std::uint32_t head = 0;
    std::uint32_t left = 0, right = 0, left2 = 0;    // outermost children; 0: none (the root is nobody's child)
    std::uint8_t tag = 0, relation = 0, lefts = 0, rights = 0;
    std::uint64_t relations = 0;          // of its children, a bit each
  };

  const Node& stack_node(std::size_t depth) const {
    return depth < stack_.size() ? nodes_[stack_[stack_.size() - 1 - depth]] : none_;
  }
  const Node& next_node(std::size_t ahead) const {
    return next_ + ahead <= size_ ? nodes_[next_ + ahead] : none_;
  }
  const Node& child(std::uint32_t index) const { return index == 0 ? none_ : nodes_[index]; }

  std::vector<Node> nodes_;
  Node none_;
  std::vector<std::uint32_t> stack_;
  std::uint32_t size_ = 0, next_ = 1;
};

}  // namespace dragoman

#endif  // DRAGOMAN_SYNTAX_PARSE_STATE_H_
