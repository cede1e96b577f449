// Part of dragoman; see LICENSE.
//
// The best sequence of name labels of a stretch of tokens: a chain whose neighbours have
// weights, solved exactly (Viterbi 1967), four kinds of name at a time.
//
//   NameChain chain(weights, room);       // weights: NameChainWeights(transitions), once a model
//   for (each token) chain.add(scores);
//   chain.finish(labels);                 // one a token
//
// Sums are whole numbers, so every machine finds the same; of two equally good sequences the
// one of smaller labels is taken.

#ifndef DRAGOMAN_MENTION_NAME_CHAIN_H_
#define DRAGOMAN_MENTION_NAME_CHAIN_H_

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

// A number for each of the four kinds of name, a vector of the compiler's own; and two for each, of
// its beginning, then of its single word: no vector where it is kept, as what one of 32 bytes is
// aligned to depends on the processor that a function is compiled for.
using PerKind = std::int32_t __attribute__((vector_size(16)));
using PerStart = std::array<std::int32_t, 8>;

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
  std::array<PerStart, kClosed> start;       // behind each of them
  std::array<std::int32_t, kClosed> outside;
  PerKind begin_inside, inside_inside, begin_end, inside_end;
};

class NameChain {
 public:
  class Room;                  // memory, kept from one stretch to the next
  NameChain(const NameChainWeights& weights, Room& room);

  // The next token's.
  void add(const Scores<kNameLabels>& scores);
  void finish(std::vector<std::uint8_t>& labels) const;

 private:
  static constexpr std::int32_t kNever = -(1 << 28);
  struct Back {                // the label before, if this part of a kind is taken
    PerStart start;
    PerKind inside, end;
    std::uint8_t outside;
  };
  // The sum of the best sequence that ends in the n-th closed label.
  std::int32_t closed(std::size_t n) const {
    if (n == 0) return outside_;
    return n % 2 == 1 ? end_[n / 2] : start_[4 + n / 2 - 1];
  }
  std::uint8_t before(std::size_t i, std::uint8_t label) const;
  void grow();
  void lower();

  const NameChainWeights& weights_;
  std::vector<Back>& back_;
  PerStart start_;
  PerKind inside_, end_;
  std::int32_t outside_ = 0;
  std::size_t count_ = 0;
};

class NameChain::Room {
  friend class NameChain;
  std::vector<Back> back_;
};

// A step tries the nine labels that close a name before "begin", "single" and "outside", and two
// before "inside" and "end"; kinds and parts go side by side in one vector, without a branch.  Here,
// so that a caller that may use wider vectors makes it of these.
[[gnu::always_inline]] inline void NameChain::add(const Scores<kNameLabels>& score) {
  using Weights = NameChainWeights;
  using Eight = std::int32_t __attribute__((vector_size(32)));
  if (count_ == back_.size()) grow();
  Back& from = back_[count_++];
  const PerKind begin = {start_[0], start_[1], start_[2], start_[3]};
  Eight start = Eight{} + 2 * kNever, start_label{};
  std::int32_t outside = 2 * kNever;
  std::uint8_t outside_label = 0;
  const auto behind = [&](auto number) __attribute__((always_inline)) {
    constexpr std::size_t n = number;
    const std::int32_t here = closed(n);
    Eight sum;
    std::memcpy(&sum, weights_.start[n].data(), sizeof sum);
    sum += here;
    start_label = sum > start ? Eight{} + Weights::label(n) : start_label;
    start = sum > start ? sum : start;
    const std::int32_t o = weights_.outside[n] + here;
    outside_label = o > outside ? Weights::label(n) : outside_label;
    outside = o > outside ? o : outside;
  };
  [&]<std::size_t... n>(std::index_sequence<n...>) __attribute__((always_inline)) {
    (behind(std::integral_constant<std::size_t, n>()), ...);
  }(std::make_index_sequence<Weights::kClosed>());
  std::memcpy(from.start.data(), &start_label, sizeof start_label);
  from.outside = outside_label;
  constexpr PerKind kBegin = {name_label(TagKind(0), TagPart::kBegin), name_label(TagKind(1), TagPart::kBegin),
                              name_label(TagKind(2), TagPart::kBegin), name_label(TagKind(3), TagPart::kBegin)};
  const auto part = [&](TagPart p) __attribute__((always_inline)) {
    return PerKind{score[name_label(TagKind(0), p)], score[name_label(TagKind(1), p)],
                   score[name_label(TagKind(2), p)], score[name_label(TagKind(3), p)]};
  };
  const PerKind begin_inside = begin + weights_.begin_inside, inside_inside = inside_ + weights_.inside_inside;
  const PerKind begin_end = begin + weights_.begin_end, inside_end = inside_ + weights_.inside_end;
  from.inside = kBegin - (inside_inside > begin_inside) * std::int32_t(TagPart::kInside);   // true is -1
  from.end = kBegin - (inside_end > begin_end) * std::int32_t(TagPart::kInside);
  inside_ = (inside_inside > begin_inside ? inside_inside : begin_inside) + part(TagPart::kInside);
  end_ = (inside_end > begin_end ? inside_end : begin_end) + part(TagPart::kEnd);
  const PerKind b = part(TagPart::kBegin), s = part(TagPart::kSingle);
  start += Eight{b[0], b[1], b[2], b[3], s[0], s[1], s[2], s[3]};
  std::memcpy(start_.data(), &start, sizeof start);
  outside_ = outside + score[0];
  if (count_ % 1024 == 0) lower();
}

}  // namespace dragoman

#endif  // DRAGOMAN_MENTION_NAME_CHAIN_H_
