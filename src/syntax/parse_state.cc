// Part of dragoman; see LICENSE.
//
// The questions about actions follow Zhang and Nivre 2011: words and tags of the top of the
// stack and of what comes next, their children, the relations these have, and distances.

#include "syntax/parse_state.h"

#include <algorithm>

#include "base/weight_table.h"

namespace dragoman {
namespace {

std::uint64_t near(std::uint32_t a, std::uint32_t b) {
  const std::uint32_t distance = a < b ? b - a : a - b;
  return distance < 5 ? distance : distance < 8 ? 5 : distance < 13 ? 6 : 7;
}

}  // namespace

void ParseState::start(std::span<const std::uint64_t> words, std::span<const std::uint8_t> tags) {
  size_ = std::uint32_t(words.size());
  nodes_.assign(size_ + 1, Node{});
  nodes_[0].word = 2;
  nodes_[0].tag = 254;
  none_ = Node{};
  none_.word = 1;
  none_.tag = 255;
  for (std::uint32_t i = 0; i < size_; ++i) {
    nodes_[i + 1].word = words[i];
    nodes_[i + 1].tag = tags[i];
  }
  stack_.assign(1, 0);
  next_ = 1;
}

void ParseState::reduce(ParseAction action, std::uint8_t relation) {
  const std::uint32_t dependent = stack_.back();
  const std::uint32_t head = head_of(action);
  Node& h = nodes_[head];
  nodes_[dependent].head = head;
  nodes_[dependent].relation = relation;
  h.relations |= std::uint64_t{1} << (relation & 63);
  if (dependent < head) {
    if (h.left != 0) h.left2 = h.left;
    h.left = dependent;     // the latest is the outermost
    if (h.lefts < 6) ++h.lefts;
  } else {
    h.right = dependent;
    if (h.rights < 6) ++h.rights;
  }
  stack_.pop_back();
}

void ParseState::ask(std::uint64_t* out) const {
  const Node& s0 = stack_node(0);
  const Node& s1 = stack_node(1);
  const Node& s2 = stack_node(2);
  const Node& b0 = next_node(0);
  const Node& b1 = next_node(1);
  const Node& b2 = next_node(2);
  const Node& s0l = child(s0.left);
  const Node& s0r = child(s0.right);
  const Node& s1l = child(s1.left);
  const Node& s1r = child(s1.right);
  const Node& b0l = child(b0.left);
  const std::uint32_t i0 = stack_.back();
  const std::uint32_t i1 = stack_.size() > 1 ? stack_[stack_.size() - 2] : 0;
  const std::uint64_t d0 = near(i0, next_), d1 = near(i1, i0);
  const auto tags = [](std::uint64_t a, std::uint64_t b = 0, std::uint64_t c = 0, std::uint64_t d = 0) {
    return a | b << 8 | c << 16 | d << 24;
  };
  std::uint32_t q = 200;
  const auto ask = [&](std::uint64_t value) { *out++ = feature_hash(q++, value); };
  ask(stack_.size() > 2);
  ask(s0.word);
  ask(s0.tag);
  ask(join_hash(s0.word, s0.tag));
  ask(s1.word);
  ask(s1.tag);
  ask(join_hash(s1.word, s1.tag));
  ask(b0.word);
  ask(b0.tag);
  ask(join_hash(b0.word, b0.tag));
  ask(b1.word);
  ask(b1.tag);
  ask(join_hash(b1.word, b1.tag));
  ask(b2.word);
  ask(b2.tag);
  ask(s2.tag);
  ask(s2.word);
  ask(join_hash(s0.word, b0.word));
  ask(join_hash(s0.word, tags(s0.tag, b0.tag)));
  ask(join_hash(b0.word, tags(s0.tag, b0.tag)));
  ask(tags(s0.tag, b0.tag));
  ask(join_hash(s0.word, b0.tag));
  ask(join_hash(s0.tag, b0.word));
  ask(tags(s1.tag, s0.tag));
  ask(join_hash(s1.word, s0.word));
  ask(join_hash(s1.word, tags(s1.tag, s0.tag)));
  ask(join_hash(s0.word, tags(s1.tag, s0.tag)));
  ask(tags(b0.tag, b1.tag));
  ask(tags(s1.tag, s0.tag, b0.tag));
  ask(join_hash(s1.word, tags(s0.tag, b0.tag)));
  ask(join_hash(s0.word, tags(s1.tag, b0.tag)));
  ask(join_hash(b0.word, tags(s1.tag, s0.tag)));
  ask(tags(s0.tag, b0.tag, b1.tag));
  ask(join_hash(s0.word, tags(b0.tag, b1.tag)));
  ask(tags(b0.tag, b1.tag, b2.tag));
  ask(tags(s0.tag, b0.tag, b1.tag, b2.tag));
  ask(tags(s2.tag, s1.tag, s0.tag));
  ask(tags(s2.tag, s1.tag, s0.tag, b0.tag));
  ask(tags(s1.tag, s0.tag, b0.tag, b1.tag));
  // distances and numbers of children
  ask(tags(d0, s0.tag, b0.tag));
  ask(join_hash(s0.word, tags(d0, b0.tag)));
  ask(join_hash(b0.word, tags(d0, s0.tag)));
  ask(tags(d1, s1.tag, s0.tag));
  ask(join_hash(s1.word, tags(d1, s0.tag)));
  ask(tags(s0.lefts, s0.rights, s0.tag));
  ask(join_hash(s0.word, tags(s0.lefts, s0.rights)));
  ask(tags(s1.lefts, s1.rights, s1.tag, s0.tag));
  ask(tags(b0.lefts, b0.tag, s0.tag, s0.rights));
  // children
  ask(tags(s0l.tag, s0.tag, b0.tag));
  ask(tags(s0r.tag, s0.tag, b0.tag));
  ask(tags(b0l.tag, s0.tag, b0.tag));
  ask(tags(s1l.tag, s1.tag, s0.tag));
  ask(tags(s1r.tag, s1.tag, s0.tag));
  ask(tags(s0l.tag, s1.tag, s0.tag, 1));
  ask(tags(s0r.tag, s1.tag, s0.tag, 2));
  ask(join_hash(s0l.word, tags(s0.tag, b0.tag)));
  ask(join_hash(s0r.word, tags(s0.tag, b0.tag)));
  ask(join_hash(b0l.word, tags(s0.tag, b0.tag)));
  ask(join_hash(s0l.word, join_hash(s0.word, s1.tag)));
  ask(join_hash(s0l.word, join_hash(s1.word, s0.tag)));      // verb + preposition of its noun
  ask(join_hash(s0l.word, tags(s1.tag, s0.tag, b0.tag)));
  // relations
  ask(tags(s0l.relation, s0r.relation, s0.tag));
  ask(join_hash(s0.relations, tags(s0.tag, b0.tag)));
  ask(join_hash(s1.relations, tags(s1.tag, s0.tag)));
  ask(join_hash(s0.relations, join_hash(s1.relations, tags(s1.tag, s0.tag, b0.tag))));
  ask(join_hash(s0.word, s0.relations));
  ask(join_hash(s1.word, s1.relations));
  ask(join_hash(b0.relations, tags(b0.tag, s0.tag)));
  ask(tags(s1r.relation, s1.tag, s0.tag, s0l.relation));
  ask(join_hash(s0.word, tags(b0.tag, s1r.tag)));
  ask(join_hash(b1.word, tags(s0.tag, b0.tag)));
  ask(join_hash(s0.word, join_hash(b0.word, b1.tag)));
  static_assert(kActionQuestions == 72);
}

void ParseState::ask_relation(std::uint32_t head, std::uint32_t dependent, std::uint64_t* out) const {
  const Node& h = nodes_[head];
  const Node& d = nodes_[dependent];
  const Node& dl = child(d.left);
  const Node& dl2 = child(d.left2);
  const Node& dr = child(d.right);
  const Node& before = dependent > 1 ? nodes_[dependent - 1] : none_;
  const Node& after = dependent < size_ ? nodes_[dependent + 1] : none_;
  const Node& h_after = head < size_ ? nodes_[head + 1] : none_;
  const std::uint64_t side = dependent < head;
  const std::uint64_t far = side | near(head, dependent) << 1;
  const std::uint64_t both = std::uint64_t(h.tag) | std::uint64_t(d.tag) << 8 | side << 16;
  std::uint32_t q = 300;
  const auto ask = [&](std::uint64_t value) { *out++ = feature_hash(q++, value); };
  ask(side);
  ask(h.word << 1 | side);
  ask(d.word << 1 | side);
  ask(std::uint64_t(h.tag) << 1 | side);
  ask(std::uint64_t(d.tag) << 1 | side);
  ask(both);
  ask(join_hash(h.word, d.word));
  ask(join_hash(h.word, both));
  ask(join_hash(d.word, both));
  ask(join_hash(d.word, std::uint64_t(h.tag) << 1 | side));
  ask(join_hash(h.word, std::uint64_t(d.tag) << 1 | side));
  ask(both | far << 24);
  ask(join_hash(d.word, far << 8 | h.tag));
  ask(join_hash(dl.word, both));
  ask(join_hash(dl.word, join_hash(h.word, side)));
  ask(join_hash(dl.word, join_hash(d.word, h.tag)));
  ask(both | std::uint64_t(dl.tag) << 24 | std::uint64_t(dr.tag) << 32);
  ask(both | std::uint64_t(dl.relation) << 24);
  ask(both | std::uint64_t(dr.relation) << 24 | std::uint64_t(1) << 60);
  ask(join_hash(d.relations, both));
  ask(join_hash(h.relations, both));
  ask(join_hash(h.relations, join_hash(d.word, side)));
  ask(join_hash(h.relations, join_hash(h.word, d.tag)));
  ask(join_hash(h.relations, join_hash(d.relations, both)));
  ask(join_hash(dl2.word, both));
  ask(join_hash(join_hash(dl.word, dl2.word), both));
  ask(join_hash(before.word, both));
  ask(both | std::uint64_t(before.tag) << 24);
  ask(both | std::uint64_t(after.tag) << 24 | std::uint64_t(1) << 61);
  ask(both | std::uint64_t(before.tag) << 24 | std::uint64_t(after.tag) << 32 | std::uint64_t(1) << 62);
  ask(join_hash(h_after.word, both));
  ask(join_hash(dr.word, both));
  static_assert(kRelationQuestions == 32);
}

}  // namespace dragoman
