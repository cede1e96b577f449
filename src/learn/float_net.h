// Part of dragoman; see LICENSE.
//
// The network of syntax/syntax_net.h while it is trained: the same layers in floating point, and
// how each weight should change.
//
//   FloatNet net(sizes, random);
//   net.read_sentence(rows, random);        // rows of each word's features; some numbers dropped
//   net.learn_tags(gold);
//   net.judge(view, random);                // then net.action, net.relation(kLeft)
//   net.learn(...);                         // slopes at the outputs
//   net.end_sentence();                     // back through the layers
//   net.step(rate);                         // after some sentences
//   SyntaxNet small(net.weights(keys), tags, relations);

#ifndef DRAGOMAN_LEARN_FLOAT_NET_H_
#define DRAGOMAN_LEARN_FLOAT_NET_H_

#include <array>
#include <cstdint>
#include <vector>

#include "learn/net_math.h"
#include "syntax/syntax_net.h"

namespace dragoman {

using WordRows = std::array<std::uint32_t, kWordFeatures>;

struct NetSizes {
  std::uint32_t rows = 0;         // of features
  std::uint32_t width = 64, hidden = 128, layers = 2;
  float drop_words = 0.2f;        // of the numbers of a word, in training
  float drop_hidden = 0.2f;       // of the hidden layer
};

// Turns the scores of `count` labels, at most 64, into the slope of the logistic loss.
void softmax_slope(float* scores, std::size_t count, std::size_t gold);

class FloatNet {
 public:
  // Columns of the outputs: actions, then relations to the left, then to the right.
  static constexpr std::size_t kLeftColumn = 16, kRightColumn = kLeftColumn + NetWeights::kRelationColumns;
  static constexpr std::size_t kOutputs = kRightColumn + NetWeights::kRelationColumns;

  FloatNet(const NetSizes& sizes, Random& random);

  void read_sentence(const std::vector<WordRows>& words, Random& random);
  // gold: below `tags`.
  void learn_tags(const std::vector<std::uint8_t>& gold, std::uint32_t tags);

  // Computes the hidden layer; outputs() are valid after compute().
  void judge(const ParseView& view, Random& random);
  const float* compute(std::size_t first, std::size_t count);
  // slope: kOutputs numbers, of the outputs of the last judge().
  void learn(const ParseView& view, const float* slope);

  void end_sentence();
  void step(const Adam& adam);

  // Between two steps.
  void keep(TrainingState& state);

  // As whole numbers.  keys: of the rows behind the first kWordFeatures.
  NetWeights weights(const std::vector<std::uint32_t>& keys) const;

 private:
  void turn();
  std::size_t seat_of(const ParseView& view, std::size_t seat) const {
    return view.seat[seat] * seats_.columns + NetWeights::seat_at(seat, hidden_);
  }

  NetSizes sizes_;
  std::size_t width_, hidden_;
  Layer rows_, start_, edges_, root_, tag_, tag_bias_, seats_, facts_, hidden_bias_, output_, output_bias_;
  std::vector<Layer> layers_, layer_bias_;
  std::vector<float> tag_turned_, seats_turned_, output_turned_;
  std::vector<std::vector<float>> layer_turned_;

  // Of the sentence: numbers of each layer with a row at both ends, and their slopes.
  std::vector<WordRows> words_;
  std::vector<std::vector<float>> flow_, flow_slope_, before_;
  std::vector<float> kept_, seat_, seat_slope_, scratch_;
  // Of the last judge().
  std::vector<float> sum_, active_, active_kept_, active_slope_, out_;
};

}  // namespace dragoman

#endif  // DRAGOMAN_LEARN_FLOAT_NET_H_
