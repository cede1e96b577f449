// Part of dragoman; see LICENSE.
//
// The best sequence of name labels of a stretch of tokens: a chain whose neighbours have
// weights, solved exactly (Viterbi 1967), four kinds of name at a time.
//
//   NameChain chain(weights, room, tokens);   // weights: NameChainWeights(transitions), once a model
//   for (each token) chain.add(scores);
//   chain.finish(labels);                 // one a token
//
// Sums are whole numbers, so every machine finds the same; of two equally good sequences the
// one of smaller labels is taken.

#ifndef DRAGOMAN_MENTION_NAME_CHAIN_H_
#define DRAGOMAN_MENTION_NAME_CHAIN_H_

#include <algorithm>
#include <array>
#include <cstdint>
#include <cstring>
#include <type_traits>
#include <utility>
#include <vector>

#include "base/weight_table.h"
#include "mention/name_features.h"

namespace dragoman {

using NameTransitions = std::array<std::array<std::int16_t, kNameLabels>, kNameLabels>;

// A number for each of the four kinds of name; vectors of the compiler's own.  Whole numbers of up to
// 24 bits, which a float holds exactly; and of floats every processor has a maximum.
using PerKind = float __attribute__((vector_size(16)));

// Weights of neighbours, as a step needs them.  A name starts, and no name stands, only behind
// a label that closes one: outside, an end or a single word, nine in all; it goes on only behind
// its own kind.
struct NameChainWeights {
  explicit NameChainWeights(const NameTransitions& transitions);

  // The nine, in the order of labels: outside, then end and single word of each kind.
  static constexpr std::size_t kClosed = 9;
  static constexpr std::uint8_t label(std::size_t n) {
    return std::uint8_t(n == 0 ? 0 : name_label(TagKind((n - 1) / 2), n % 2 == 1 ? TagPart::kEnd : TagPart::kSingle));
  }
  std::array<PerKind, kClosed> begin, single;      // behind each of them
  std::array<float, kClosed> outside;
  PerKind end_outside, single_outside;             // the same but for the first of them
  PerKind begin_inside, inside_inside, begin_end, inside_end;
};

class NameChain {
 public:
  class Room;                  // memory, kept from one stretch to the next
  NameChain(const NameChainWeights& weights, Room& room, std::size_t tokens);

  // The next token's: kNameLabels numbers.
  void add(const std::int16_t* scores);
  void finish(std::vector<std::uint8_t>& labels) const;

 private:
  static constexpr float kNever = -(1 << 28);
  // Of the best sequence that ends in each label.
  struct Sums {
    PerKind begin, inside, end, single;
    float outside;

    // In the n-th label that closes a name.
    float closed(std::size_t n) const {
      if (n == 0) return outside;
      return n % 2 == 1 ? end[n / 2] : single[n / 2 - 1];
    }
  };
  std::uint8_t before(std::uint8_t label, const Sums& sums) const;
  void lower();

  const NameChainWeights& weights_;
  std::vector<Sums>& sums_;    // before the first token, then one a token
  std::size_t count_ = 0;
};

class NameChain::Room {
  friend class NameChain;
  std::vector<Sums> sums_;
};

// A step tries the nine labels that close a name before "begin", "single" and "outside", and two
// before "inside" and "end"; the four kinds go side by side in one vector, without a branch.  Which
// of them was the best is asked again of the few that the best sequence takes (finish).  Here, so
// that a caller that may use more instructions makes it of these.
[[gnu::always_inline]] inline void NameChain::add(const std::int16_t* scores) {
  const Sums& last = sums_[count_];
  const auto larger = [](PerKind a, PerKind b) __attribute__((always_inline)) { return a > b ? a : b; };
  PerKind begin = weights_.begin[0] + last.outside, single = weights_.single[0] + last.outside;
  const auto behind = [&](auto number) __attribute__((always_inline)) {
    constexpr std::size_t n = number + 1;
    const float sum = last.closed(n);
    const PerKind here = {sum, sum, sum, sum};
    begin = larger(weights_.begin[n] + here, begin);
    single = larger(weights_.single[n] + here, single);
  };
  [&]<std::size_t... n>(std::index_sequence<n...>) __attribute__((always_inline)) {
    (behind(std::integral_constant<std::size_t, n>()), ...);
  }(std::make_index_sequence<NameChainWeights::kClosed - 1>());
  const PerKind closed = larger(last.end + weights_.end_outside, last.single + weights_.single_outside);
  const float named = std::max(std::max(closed[0], closed[1]), std::max(closed[2], closed[3]));
  const float outside = std::max(last.outside + weights_.outside[0], named);

  // Four scores a kind: by part they are wanted.
  using Words = std::int16_t __attribute__((vector_size(16)));
  using Numbers = std::int32_t __attribute__((vector_size(16)));
  Words kinds01, kinds23;
  std::memcpy(&kinds01, scores + 1, sizeof kinds01);
  std::memcpy(&kinds23, scores + 9, sizeof kinds23);
  const auto first_halves = [](Words a, Words b) __attribute__((always_inline)) {
    return __builtin_shufflevector(a, b, 0, 8, 1, 9, 2, 10, 3, 11);
  };
  const auto last_halves = [](Words a, Words b) __attribute__((always_inline)) {
    return __builtin_shufflevector(a, b, 4, 12, 5, 13, 6, 14, 7, 15);
  };
  const Words kinds02 = first_halves(kinds01, kinds23), kinds13 = last_halves(kinds01, kinds23);
  const Words begin_and_inside = first_halves(kinds02, kinds13), end_and_single = last_halves(kinds02, kinds13);
  const auto number = [](Words twice) __attribute__((always_inline)) {   // sign and all
    return __builtin_convertvector(Numbers(twice) >> 16, PerKind);
  };
  Sums& next = sums_[++count_];
  next.begin = begin + number(first_halves(begin_and_inside, begin_and_inside));
  next.inside = larger(last.inside + weights_.inside_inside, last.begin + weights_.begin_inside) +
                number(last_halves(begin_and_inside, begin_and_inside));
  next.end = larger(last.inside + weights_.inside_end, last.begin + weights_.begin_end) +
             number(first_halves(end_and_single, end_and_single));
  next.single = single + number(last_halves(end_and_single, end_and_single));
  next.outside = outside + scores[0];
  if (count_ % 256 == 0) lower();
}

}  // namespace dragoman

#endif  // DRAGOMAN_MENTION_NAME_CHAIN_H_
