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
#include <vector>

#include "base/weight_table.h"
#include "mention/name_features.h"

namespace dragoman {

using NameTransitions = std::array<std::array<std::int16_t, kNameLabels>, kNameLabels>;

// A number for each of the four kinds of name; vectors of the compiler's own.
using PerKind = std::int32_t __attribute__((vector_size(16)));

// Weights of neighbours, as a step needs them.  A name starts, and no name stands, only behind
// a label that closes one: outside, an end or a single word, nine in all; it goes on only behind
// its own kind.
struct NameChainWeights {
  explicit NameChainWeights(const NameTransitions& transitions);

  std::array<std::uint8_t, 9> closed;        // the nine, in the order of labels
  std::array<PerKind, 9> begin, single;      // behind each of them
  std::array<std::int32_t, 9> outside;
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
  struct Back {                // the label before, if this part of a kind is taken
    PerKind begin, inside, end, single;
    std::uint8_t outside;
  };
  std::int32_t closed(std::size_t n) const;
  std::uint8_t before(std::size_t i, std::uint8_t label) const;
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

}  // namespace dragoman

#endif  // DRAGOMAN_MENTION_NAME_CHAIN_H_
