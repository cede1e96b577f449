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
#include <type_traits>
#include <utility>
#include <vector>

#include "base/weight_table.h"
#include "mention/name_features.h"

namespace dragoman {

using NameTransitions = std::array<std::array<std::int16_t, kNameLabels>, kNameLabels>;

// A number for each of the four kinds of name; vectors of the compiler's own.  (Of 32 bytes, for two
// parts at once, compilers make single numbers where the processor has none.)
using PerKind = std::int32_t __attribute__((vector_size(16)));

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
    PerKind begin, inside, end, single;
    std::uint8_t outside;
  };
  // The sum of the best sequence that ends in the n-th closed label.
  std::int32_t closed(std::size_t n) const {
    if (n == 0) return outside_;
    return n % 2 == 1 ? end_[n / 2] : single_[n / 2 - 1];
  }
  std::uint8_t before(std::size_t i, std::uint8_t label) const;
  void grow();
  void lower();

  const NameChainWeights& weights_;
  std::vector<Back>& back_;
  PerKind begin_, inside_, end_, single_;
  std::int32_t outside_ = 0;
  std::size_t count_ = 0;
};

class NameChain::Room {
  friend class NameChain;
  std::vector<Back> back_;
};

// A step tries the nine labels that close a name before "begin", "single" and "outside", and two
// before "inside" and "end"; the four kinds go side by side in one vector, without a branch.  Here,
// so that a caller that may use more instructions makes it of these.
[[gnu::always_inline]] inline void NameChain::add(const Scores<kNameLabels>& score) {
  using Weights = NameChainWeights;
  if (count_ == back_.size()) grow();
  Back& from = back_[count_++];
  PerKind begin = PerKind{} + 2 * kNever, single = begin, begin_label{}, single_label{};
  std::int32_t outside = 2 * kNever;
  std::uint8_t outside_label = 0;
  const auto behind = [&](auto number) __attribute__((always_inline)) {
    constexpr std::size_t n = number;
    const std::int32_t here = closed(n);
    const PerKind label = PerKind{} + Weights::label(n);
    const PerKind b = weights_.begin[n] + here, s = weights_.single[n] + here;
    begin_label = b > begin ? label : begin_label;
    begin = b > begin ? b : begin;
    single_label = s > single ? label : single_label;
    single = s > single ? s : single;
    const std::int32_t o = weights_.outside[n] + here;
    outside_label = o > outside ? Weights::label(n) : outside_label;
    outside = o > outside ? o : outside;
  };
  [&]<std::size_t... n>(std::index_sequence<n...>) __attribute__((always_inline)) {
    (behind(std::integral_constant<std::size_t, n>()), ...);
  }(std::make_index_sequence<Weights::kClosed>());
  from.begin = begin_label;
  from.single = single_label;
  from.outside = outside_label;
  constexpr PerKind kBegin = {name_label(TagKind(0), TagPart::kBegin), name_label(TagKind(1), TagPart::kBegin),
                              name_label(TagKind(2), TagPart::kBegin), name_label(TagKind(3), TagPart::kBegin)};
  const auto part = [&](TagPart p) __attribute__((always_inline)) {
    return PerKind{score[name_label(TagKind(0), p)], score[name_label(TagKind(1), p)],
                   score[name_label(TagKind(2), p)], score[name_label(TagKind(3), p)]};
  };
  const PerKind begin_inside = begin_ + weights_.begin_inside, inside_inside = inside_ + weights_.inside_inside;
  const PerKind begin_end = begin_ + weights_.begin_end, inside_end = inside_ + weights_.inside_end;
  from.inside = kBegin - (inside_inside > begin_inside) * std::int32_t(TagPart::kInside);   // true is -1
  from.end = kBegin - (inside_end > begin_end) * std::int32_t(TagPart::kInside);
  inside_ = (inside_inside > begin_inside ? inside_inside : begin_inside) + part(TagPart::kInside);
  end_ = (inside_end > begin_end ? inside_end : begin_end) + part(TagPart::kEnd);
  begin_ = begin + part(TagPart::kBegin);
  single_ = single + part(TagPart::kSingle);
  outside_ = outside + score[0];
  if (count_ % 1024 == 0) lower();
}

}  // namespace dragoman

#endif  // DRAGOMAN_MENTION_NAME_CHAIN_H_
