// Part of dragoman; see LICENSE.
//
// The network behind the parser: what each word is like in its sentence, and what the next action
// of the parser should be.
//
//   SyntaxNet net = *SyntaxNet::load("data/models/syntax.model");
//   SyntaxNet::Scratch scratch;                    // one a thread, kept between sentences
//   net.read_sentence(keys, scratch);              // keys: word_features() of each word
//   scratch.tag[0];                                // the best part of speech of the first word
//   state.look(view);
//   net.judge(view, scratch);                      // then scratch.action[kShift] ...
//   net.judge_relation(kLeft, scratch);            // then scratch.relation[r]
//
// Numbers are 16-bit with 8 bits behind the point, weights likewise with kWeightBits: the same
// answer on every machine.  Immutable once read.

#ifndef DRAGOMAN_SYNTAX_SYNTAX_NET_H_
#define DRAGOMAN_SYNTAX_SYNTAX_NET_H_

#include <array>
#include <cstdint>
#include <filesystem>
#include <span>
#include <vector>

#include "base/int_matrix.h"
#include "base/byte_stream.h"
#include "syntax/parse_state.h"
#include "syntax/word_features.h"

namespace dragoman {

// Sizes and weights, as they are stored.  Matrices: weights[input * outputs + output].
struct NetWeights {
  static constexpr int kPointBits = 8;      // of the numbers that flow
  static constexpr int kRowBits = 6;        // of the rows of features
  static constexpr int kWeightBits = 11;    // of the matrices
  // Numbers that flow stay below these, so that no sum of them overflows.
  static constexpr std::int16_t kMostFlow = 4095, kMostSeat = 2047, kMostFact = 1023;
  // Children speak to the first half of the hidden layer only.
  static constexpr std::size_t seat_size(std::size_t seat, std::size_t hidden) {
    return seat < ParseView::kMainSeats ? hidden : hidden / 2;
  }
  // Where a seat's numbers begin among those of a word; of kSeats: how many there are.
  static constexpr std::size_t seat_at(std::size_t seat, std::size_t hidden) {
    return seat < ParseView::kMainSeats ? seat * hidden : (seat + ParseView::kMainSeats) * hidden / 2;
  }

  static constexpr std::uint32_t kMostLayers = 4, kTagColumns = 32, kRelationColumns = 48;

  std::uint32_t width = 0, hidden = 0, layers = 0;
  // Rows of features; the first kWordFeatures are those of values that are not known.
  std::vector<std::uint32_t> keys;                  // upper half of the key, of the rows behind those
  std::vector<std::int8_t> rows;
  std::vector<std::int16_t> start;                  // of each word: width
  std::vector<std::int16_t> edges;                  // before and behind the sentence: 2 * width
  std::vector<std::int16_t> root;                   // width
  std::array<std::vector<std::int16_t>, kMostLayers> layer;    // 3 * width inputs, width outputs
  std::array<std::vector<std::int16_t>, kMostLayers> layer_bias;
  std::vector<std::int16_t> tag, tag_bias;          // width, kTagColumns
  std::vector<std::int16_t> seats;                  // width, seat_at(kSeats, hidden)
  std::vector<std::int16_t> facts;                  // kFactValues rows of hidden
  std::vector<std::int16_t> hidden_bias;
  std::vector<std::int16_t> action, action_bias;    // kParseActions rows of hidden; one each
  std::array<std::vector<std::int16_t>, 2> relation, relation_bias;   // left, right: hidden, kRelationColumns

  void write(ByteWriter& out) const;
  static Result<NetWeights> read(ByteReader& in);
};

class SyntaxNet {
 public:
  struct Scratch {
    std::vector<std::uint8_t> tag;                                  // one a word
    std::array<std::int32_t, kParseActions> action;
    std::array<std::int32_t, NetWeights::kRelationColumns> relation;
    // inner
    std::vector<std::int16_t> flow, next, tags, seats, hidden;
  };

  // tags, relations: how many of the columns are in use.
  SyntaxNet(NetWeights weights, std::uint32_t tags, std::uint32_t relations);
  // As sections "syntax.*" of a bundle, as it is used, and back without copying; the bundle must outlive it.
  void add_to(BundleWriter& bundle) const;
  static Result<SyntaxNet> from_bundle(const Bundle& bundle, std::uint32_t tags, std::uint32_t relations);

  void read_sentence(std::span<const WordFeatureKeys> words, Scratch& scratch) const;
  void judge(const ParseView& view, Scratch& scratch) const;
  // After judge(); action: kLeft or kRight.
  void judge_relation(ParseAction action, Scratch& scratch) const;

  std::uint32_t tags() const { return tags_; }
  std::uint32_t relations() const { return relations_; }

 private:
  struct Slot {
    std::uint32_t key = 0, row = 0;    // row 0: free
  };
  SyntaxNet() = default;
  std::uint32_t row_of(std::uint64_t key, WordFeature feature) const;
  void use_slots(FlatArray<Slot> slots);
  // Is every slot's row there, one slot free, and every number so small that no sum overflows?
  bool sound() const;
  // visit(numbers, how many) for each array, visit(matrix, inputs, outputs) for each matrix, in one order.
  template <typename Net, typename Visit>
  static void each_part(Net& net, Visit&& visit);

  std::uint32_t width_ = 0, hidden_ = 0, layers_ = 0, tags_ = 0, relations_ = 0;
  FlatArray<Slot> slots_;              // a power of two
  int slot_shift_ = 0;
  FlatArray<std::int8_t> rows_;
  FlatArray<std::int16_t> start_, edges_, root_, facts_, hidden_bias_;
  std::array<IntMatrix, NetWeights::kMostLayers> layer_;
  IntMatrix tag_, seats_;
  FlatArray<std::int16_t> action_, action_bias_;
  std::array<IntMatrix, 2> relation_;
};

}  // namespace dragoman

#endif  // DRAGOMAN_SYNTAX_SYNTAX_NET_H_
