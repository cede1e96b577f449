// Part of dragoman; see LICENSE.

#include "syntax/parse_state.h"

#include <algorithm>

namespace dragoman {
namespace {

std::uint32_t steps(std::uint32_t from, std::uint32_t to) {
  const std::uint32_t distance = to - from;
  return distance < 5 ? distance : distance < 8 ? 5 : distance < 13 ? 6 : 7;
}

}  // namespace

void ParseState::start(std::uint32_t words) {
  size_ = words;
  nodes_.assign(size_ + 1, Node{});
  stack_.assign(1, 0);
  next_ = 1;
}

void ParseState::reduce(ParseAction action, std::uint8_t relation) {
  const std::uint32_t dependent = stack_.back();
  const std::uint32_t head = head_of(action);
  Node& h = nodes_[head];
  nodes_[dependent].head = head;
  nodes_[dependent].relation = relation;
  if (dependent < head) {
    h.left2 = h.left;
    h.left = dependent;     // the latest is the outermost
    if (h.lefts < 3) ++h.lefts;
  } else {
    h.right2 = h.right;
    h.right = dependent;
    if (h.rights < 3) ++h.rights;
  }
  stack_.pop_back();
}

void ParseState::look(ParseView& view) const {
  static constexpr Node kNoNode{};
  constexpr std::uint32_t kNobody = ParseView::kNobody;
  const std::uint32_t top = stack_.back();
  const std::uint32_t second = stack_.size() > 1 ? stack_[stack_.size() - 2] : kNobody;
  const std::uint32_t next = next_ <= size_ ? next_ : kNobody;
  const Node& t = nodes_[top];
  const Node& s = second == kNobody ? kNoNode : nodes_[second];
  const Node& n = next == kNobody ? kNoNode : nodes_[next];
  const auto child = [](std::uint32_t node) { return node == 0 ? kNobody : node; };
  view.seat = {top, second, next, child(t.left), child(t.right), child(s.right), child(n.left)};

  std::uint32_t base = 0;
  std::size_t at = 0;
  for (const std::uint32_t node : {t.left, t.right, s.left, s.right, n.left, t.left2, s.right2}) {
    view.fact[at++] = base + (node == 0 ? 0 : nodes_[node].relation);
    base += ParseView::kRelationValues;
  }
  for (const std::uint32_t count : {std::uint32_t(t.lefts * 4 + t.rights),
                                    second == kNobody ? 16u : std::uint32_t(s.lefts * 4 + s.rights),
                                    next == kNobody ? 16u : std::uint32_t(n.lefts),
                                    std::uint32_t(std::min<std::size_t>(stack_.size(), 3))}) {
    view.fact[at++] = base + count;
    base += ParseView::kCountValues;
  }
  for (const std::uint32_t distance : {next == kNobody ? 8u : steps(top, next),
                                       second == kNobody ? 8u : steps(second, top)}) {
    view.fact[at++] = base + distance;
    base += ParseView::kDistanceValues;
  }
}

}  // namespace dragoman
