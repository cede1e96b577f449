// Part of dragoman; see LICENSE.
//
// Slopes of a whole sentence are gathered at the seats, so that the products with the seats'
// matrix, the costly ones, are taken once a sentence and not once an action.

#include "learn/float_net.h"

#include <algorithm>
#include <cmath>

#include "learn/linear.h"

namespace dragoman {
namespace {

constexpr std::size_t kSeats = ParseView::kSeats;

float spread_for(std::size_t in, std::size_t out) { return std::sqrt(6.0f / float(in + out)); }

void add(float* to, const float* more, std::size_t count) {
  for (std::size_t i = 0; i < count; ++i) to[i] += more[i];
}

template <typename Whole>
void to_whole(const std::vector<float>& weights, int bits, std::int32_t most, std::vector<Whole>& out) {
  out.clear();
  for (const float w : weights) {
    out.push_back(Whole(std::clamp(std::int32_t(std::nearbyint(w * float(1 << bits))), -most, most)));
  }
}

// Columns [first, first + count) of each row.
std::vector<float> columns(const Layer& layer, std::size_t first, std::size_t count) {
  std::vector<float> out;
  for (std::size_t r = 0; r < layer.rows; ++r) {
    out.insert(out.end(), layer.row(r) + first, layer.row(r) + first + count);
  }
  return out;
}

}  // namespace

FloatNet::FloatNet(const NetSizes& sizes, Random& random) : sizes_(sizes), width_(sizes.width), hidden_(sizes.hidden) {
  const std::size_t w = width_, h = hidden_;
  rows_ = Layer(sizes.rows, w, 0.1f, random);
  start_ = Layer(1, w, 0, random);
  edges_ = Layer(2, w, 0.1f, random);
  root_ = Layer(1, w, 0.5f, random);
  for (std::uint32_t l = 0; l < sizes.layers; ++l) {
    layers_.emplace_back(3 * w, w, spread_for(3 * w, w), random);
    layer_bias_.emplace_back(1, w, 0.0f, random);
  }
  tag_ = Layer(w, NetWeights::kTagColumns, 0.2f, random);
  tag_bias_ = Layer(1, NetWeights::kTagColumns, 0, random);
  seats_ = Layer(w, NetWeights::seat_at(kSeats, h), spread_for(3 * w, h), random);
  facts_ = Layer(ParseView::kFactValues, h, 0.1f, random);
  hidden_bias_ = Layer(1, h, 0, random);
  output_ = Layer(h, kOutputs, spread_for(h, kOutputs), random);
  output_bias_ = Layer(1, kOutputs, 0, random);
  for (std::vector<float>* numbers : {&sum_, &active_, &active_kept_, &active_slope_}) numbers->resize(h);
  out_.resize(kOutputs);
  layer_turned_.resize(sizes.layers);
  flow_.resize(sizes.layers + 1);
  flow_slope_.resize(sizes.layers + 1);
  before_.resize(sizes.layers);
  turn();
}

void FloatNet::keep(TrainingState& state) {
  for (Layer* layer : {&rows_, &start_, &edges_, &root_, &tag_, &tag_bias_, &seats_, &facts_, &hidden_bias_, &output_,
                       &output_bias_}) {
    layer->keep(state);
  }
  for (Layer& layer : layers_) layer.keep(state);
  for (Layer& layer : layer_bias_) layer.keep(state);
  if (state.reading()) turn();
}

void FloatNet::turn() {
  for (std::size_t l = 0; l < layers_.size(); ++l) transpose(layers_[l], layer_turned_[l]);
  transpose(tag_, tag_turned_);
  transpose(seats_, seats_turned_);
  transpose(output_, output_turned_);
}

void FloatNet::read_sentence(const std::vector<WordRows>& words, Random& random) {
  words_ = words;
  const std::size_t n = words.size(), w = width_;
  for (auto& flow : flow_) flow.assign((n + 2) * w, 0.0f);
  for (auto& slope : flow_slope_) slope.assign((n + 2) * w, 0.0f);
  std::vector<float>& first = flow_[0];
  std::copy_n(edges_.row(0), w, first.data());
  std::copy_n(edges_.row(1), w, first.data() + (n + 1) * w);
  for (std::size_t i = 0; i < n; ++i) {
    float* x = first.data() + (i + 1) * w;
    std::copy_n(start_.row(0), w, x);
    for (const std::uint32_t row : words[i]) add(x, rows_.row(row), w);
  }
  kept_.resize(first.size());
  for (std::size_t i = 0; i < first.size(); ++i) {
    kept_[i] = random_share(random) < sizes_.drop_words ? 0.0f : 1 / (1 - sizes_.drop_words);
    first[i] *= kept_[i];
  }
  for (std::size_t l = 0; l < layers_.size(); ++l) {
    before_[l].resize(n * w);
    for (std::size_t i = 0; i < n; ++i) std::copy_n(layer_bias_[l].row(0), w, &before_[l][i * w]);
    add_product(n, 3 * w, w, flow_[l].data(), w, 1, layers_[l].weight.data(), w, before_[l].data(), w);
    for (std::size_t i = 0; i < n * w; ++i) {
      flow_[l + 1][i + w] = std::max(before_[l][i], 0.0f) + (l > 0 ? flow_[l][i + w] : 0.0f);
    }
  }
  std::vector<float>& last = flow_.back();
  std::copy_n(root_.row(0), w, last.data());
  const std::size_t seats = seats_.columns;
  seat_.assign((n + 1) * seats, 0.0f);
  seat_slope_.assign(seat_.size(), 0.0f);
  add_product(n + 1, w, seats, last.data(), w, 1, seats_.weight.data(), seats, seat_.data(), seats);
}

void FloatNet::learn_tags(const std::vector<std::uint8_t>& gold, std::uint32_t tags) {
  constexpr std::size_t kColumns = NetWeights::kTagColumns;
  const std::size_t n = gold.size(), w = width_;
  scratch_.resize(n * kColumns);
  for (std::size_t i = 0; i < n; ++i) std::copy_n(tag_bias_.row(0), kColumns, &scratch_[i * kColumns]);
  const float* last = flow_.back().data() + w;
  add_product(n, w, kColumns, last, w, 1, tag_.weight.data(), kColumns, scratch_.data(), kColumns);
  for (std::size_t i = 0; i < n; ++i) {
    float* score = &scratch_[i * kColumns];
    softmax_slope(score, tags, gold[i]);
    std::fill(score + tags, score + kColumns, 0.0f);
    add(tag_bias_.slope.data(), score, kColumns);
  }
  add_product(w, n, kColumns, last, 1, w, scratch_.data(), kColumns, tag_.slope.data(), kColumns);
  add_product(n, kColumns, w, scratch_.data(), kColumns, 1, tag_turned_.data(), w, flow_slope_.back().data() + w, w);
}

void FloatNet::judge(const ParseView& view, Random& random) {
  const std::size_t h = hidden_;
  std::copy_n(hidden_bias_.row(0), h, sum_.data());
  for (std::size_t seat = 0; seat < kSeats; ++seat) {
    if (view.seat[seat] == ParseView::kNobody) continue;
    add(sum_.data(), &seat_[seat_of(view, seat)], NetWeights::seat_size(seat, h));
  }
  for (const std::uint32_t fact : view.fact) add(sum_.data(), facts_.row(fact), h);
  for (std::size_t i = 0; i < h; ++i) {
    const bool keep = sum_[i] > 0 && random_share(random) >= sizes_.drop_hidden;
    active_kept_[i] = keep ? 1 / (1 - sizes_.drop_hidden) : 0.0f;
    active_[i] = keep ? sum_[i] * active_kept_[i] : 0.0f;
  }
}

const float* FloatNet::compute(std::size_t first, std::size_t count) {
  std::copy_n(output_bias_.row(0) + first, count, &out_[first]);
  add_product(1, hidden_, count, active_.data(), hidden_, 1, output_.weight.data() + first, kOutputs, &out_[first],
              kOutputs);
  return &out_[first];
}

void FloatNet::learn(const ParseView& view, const float* slope) {
  const std::size_t h = hidden_;
  add_product(h, 1, kOutputs, active_.data(), 1, 1, slope, kOutputs, output_.slope.data(), kOutputs);
  add(output_bias_.slope.data(), slope, kOutputs);
  std::fill(active_slope_.begin(), active_slope_.end(), 0.0f);
  add_product(1, kOutputs, h, slope, kOutputs, 1, output_turned_.data(), h, active_slope_.data(), h);
  for (std::size_t i = 0; i < h; ++i) active_slope_[i] *= active_kept_[i];
  add(hidden_bias_.slope.data(), active_slope_.data(), h);
  for (std::size_t seat = 0; seat < kSeats; ++seat) {
    if (view.seat[seat] == ParseView::kNobody) continue;
    add(&seat_slope_[seat_of(view, seat)], active_slope_.data(), NetWeights::seat_size(seat, h));
  }
  for (const std::uint32_t fact : view.fact) add(facts_.slope_row(fact), active_slope_.data(), h);
}

void FloatNet::end_sentence() {
  const std::size_t n = words_.size(), w = width_, seats = seats_.columns;
  add_product(w, n + 1, seats, flow_.back().data(), 1, w, seat_slope_.data(), seats, seats_.slope.data(), seats);
  add_product(n + 1, seats, w, seat_slope_.data(), seats, 1, seats_turned_.data(), w, flow_slope_.back().data(), w);
  add(root_.slope.data(), flow_slope_.back().data(), w);
  for (std::size_t l = layers_.size(); l-- > 0;) {
    const std::vector<float>& above = flow_slope_[l + 1];
    std::vector<float>& below = flow_slope_[l];
    std::vector<float>& before = before_[l];      // becomes its slope
    for (std::size_t i = 0; i < n * w; ++i) {
      if (l > 0) below[i + w] += above[i + w];
      before[i] = before[i] > 0 ? above[i + w] : 0.0f;
    }
    for (std::size_t i = 0; i < n; ++i) add(layer_bias_[l].slope.data(), &before[i * w], w);
    add_product(3 * w, n, w, flow_[l].data(), 1, w, before.data(), w, layers_[l].slope.data(), w);
    scratch_.assign(n * 3 * w, 0.0f);
    add_product(n, w, 3 * w, before.data(), w, 1, layer_turned_[l].data(), 3 * w, scratch_.data(), 3 * w);
    for (std::size_t i = 0; i < n; ++i) add(&below[i * w], &scratch_[i * 3 * w], 3 * w);
  }
  std::vector<float>& first = flow_slope_[0];
  for (std::size_t i = 0; i < first.size(); ++i) first[i] *= kept_[i];
  add(edges_.slope.data(), first.data(), w);
  add(edges_.slope.data() + w, first.data() + (n + 1) * w, w);
  for (std::size_t i = 0; i < n; ++i) {
    const float* slope = first.data() + (i + 1) * w;
    add(start_.slope.data(), slope, w);
    for (const std::uint32_t row : words_[i]) add(rows_.slope_row(row), slope, w);
  }
}

void FloatNet::step(const Adam& adam) {
  rows_.step_touched(adam);
  facts_.step_touched(adam);
  for (Layer* layer : {&start_, &edges_, &root_, &tag_, &tag_bias_, &seats_, &hidden_bias_, &output_, &output_bias_}) {
    layer->step(adam);
  }
  for (Layer& layer : layers_) layer.step(adam);
  for (Layer& bias : layer_bias_) bias.step(adam);
  turn();
}

NetWeights FloatNet::weights(const std::vector<std::uint32_t>& keys) const {
  constexpr int kPoint = NetWeights::kPointBits, kWeight = NetWeights::kWeightBits;
  constexpr std::int32_t kFlow = NetWeights::kMostFlow, kWhole = 32767;
  NetWeights w;
  w.width = sizes_.width;
  w.hidden = sizes_.hidden;
  w.layers = sizes_.layers;
  w.keys = keys;
  to_whole(rows_.weight, NetWeights::kRowBits, 127, w.rows);
  to_whole(start_.weight, kPoint, kFlow, w.start);
  to_whole(edges_.weight, kPoint, kFlow, w.edges);
  to_whole(root_.weight, kPoint, kFlow, w.root);
  for (std::size_t l = 0; l < layers_.size(); ++l) {
    to_whole(layers_[l].weight, kWeight, kWhole, w.layer[l]);
    to_whole(layer_bias_[l].weight, kPoint, kFlow, w.layer_bias[l]);
  }
  to_whole(tag_.weight, kWeight, kWhole, w.tag);
  to_whole(tag_bias_.weight, kPoint, kFlow, w.tag_bias);
  to_whole(seats_.weight, kWeight, kWhole, w.seats);
  to_whole(facts_.weight, kPoint, NetWeights::kMostFact, w.facts);
  to_whole(hidden_bias_.weight, kPoint, NetWeights::kMostFact, w.hidden_bias);
  std::vector<float> action;      // each action's weights in a row
  for (std::size_t a = 0; a < kParseActions; ++a) {
    const std::vector<float> one = columns(output_, a, 1);
    action.insert(action.end(), one.begin(), one.end());
  }
  to_whole(action, kWeight, kWhole, w.action);
  to_whole(columns(output_bias_, 0, kParseActions), kPoint, kFlow, w.action_bias);
  for (int side = 0; side < 2; ++side) {
    const std::size_t first = side == 0 ? kLeftColumn : kRightColumn;
    to_whole(columns(output_, first, NetWeights::kRelationColumns), kWeight, kWhole, w.relation[side]);
    to_whole(columns(output_bias_, first, NetWeights::kRelationColumns), kPoint, kFlow, w.relation_bias[side]);
  }
  return w;
}

void softmax_slope(float* scores, std::size_t count, std::size_t gold) {
  const float most = *std::max_element(scores, scores + count);
  double all = 0;
  std::array<double, 64> weight;
  for (std::size_t i = 0; i < count; ++i) all += weight[i] = own_exp(double(scores[i]) - double(most));
  for (std::size_t i = 0; i < count; ++i) scores[i] = float(weight[i] / all - double(i == gold));
}

}  // namespace dragoman
