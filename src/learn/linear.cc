// Part of dragoman; see LICENSE.
//
// AdaGrad: Duchi, Hazan, Singer 2011.  The sum over allowed labels makes it learn from sets,
// as a dynamic oracle gives them: any right action is right.

#include "learn/linear.h"

#include <algorithm>
#include <bit>
#include <cmath>

namespace dragoman {

double own_exp(double x) {
  if (x < -60) return 0;
  const double n = double(std::int64_t(x * 1.4426950408889634 - 0.5));
  const double r = x - n * 0.6931471805599453;
  double term = 1, sum = 1;   // the exponential series on [-ln2/2, ln2/2]
  for (int k = 1; k <= 9; ++k) {
    term = term * r / k;
    sum += term;
  }
  return sum * std::bit_cast<double>(std::uint64_t(std::int64_t(n) + 1023) << 52);
}

LinearTrainer::LinearTrainer(std::uint32_t labels, const LinearOptions& options)
    : labels_(labels), row_((labels + 3) / 4 * 4), options_(options), slope_(row_) {}

std::uint32_t LinearTrainer::id(std::uint64_t feature) {
  std::uint32_t& id = ids_[feature];
  if (id == 0) {
    hashes_.push_back(feature);
    weight_.resize(hashes_.size() * row_);
    square_.resize(hashes_.size() * row_);
    id = std::uint32_t(hashes_.size());
  }
  return id - 1;
}

void LinearTrainer::score(std::span<const std::uint32_t> ids, std::vector<float>& scores) const {
  scores.assign(row_, 0.0f);
  float* out = scores.data();
  for (const std::uint32_t id : ids) {
    const float* w = &weight_[std::size_t(id) * row_];
    for (std::size_t l = 0; l < row_; ++l) out[l] += w[l];
  }
}

void LinearTrainer::learn(std::span<const std::uint32_t> ids, const std::vector<float>& scores,
                          std::uint64_t candidates, std::uint64_t allowed) {
  float most = -1e30f;
  for (std::uint32_t l = 0; l < labels_; ++l) {
    if (candidates >> l & 1) most = std::max(most, scores[l]);
  }
  double all = 0, set = 0;
  thread_local std::vector<double> weight;
  weight.assign(labels_, 0.0);
  for (std::uint32_t l = 0; l < labels_; ++l) {
    if ((candidates >> l & 1) == 0) continue;
    weight[l] = own_exp(double(scores[l]) - double(most));
    all += weight[l];
    if (allowed >> l & 1) set += weight[l];
  }
  float steepest = 0;
  for (std::uint32_t l = 0; l < labels_; ++l) {
    double p = weight[l] / all;
    if ((allowed >> l & 1) && set > 1e-200) p -= weight[l] / set;
    else if ((allowed >> l & 1)) p -= 1;
    slope_[l] = float(p);
    steepest = std::max(steepest, std::fabs(slope_[l]));
  }
  if (steepest < 1e-3f) return;
  for (const std::uint32_t id : ids) {
    float* w = &weight_[std::size_t(id) * row_];
    float* g = &square_[std::size_t(id) * row_];
    for (std::size_t l = 0; l < row_; ++l) {
      g[l] += slope_[l] * slope_[l];
      w[l] -= options_.rate * slope_[l] / (std::sqrt(g[l]) + 0.1f);
    }
  }
}

void LinearTrainer::end_epoch(bool average) {
  const float keep = 1.0f - options_.decay;
  for (float& w : weight_) w *= keep;
  if (!average) return;
  sum_.resize(weight_.size());
  for (std::size_t i = 0; i < weight_.size(); ++i) sum_[i] += weight_[i];
  averaged_ = true;
}

WeightTable LinearTrainer::table(std::uint32_t bits, std::uint32_t columns) const {
  const std::vector<float>& w = averaged_ ? sum_ : weight_;
  return make_table(std::span(hashes_).first(w.size() / row_), w, row_, labels_,
                    std::max(columns, labels_), bits, scale_of(w));
}

float scale_of(std::span<const float> weights) {
  float largest = 1e-9f;
  for (const float w : weights) largest = std::max(largest, std::fabs(w));
  return 127.0f / largest;
}

WeightTable make_table(std::span<const std::uint64_t> features, std::span<const float> weights, std::size_t row,
                       std::uint32_t labels, std::uint32_t columns, std::uint32_t bits, float scale) {
  struct Ranked {
    float mass;
    std::uint32_t id;
  };
  std::vector<Ranked> ranked;
  for (std::uint32_t id = 0; id < features.size(); ++id) {
    float mass = 0;
    for (std::size_t l = 0; l < labels; ++l) mass += std::fabs(std::nearbyint(weights[id * row + l] * scale));
    if (mass > 0) ranked.push_back({mass, id});
  }
  std::sort(ranked.begin(), ranked.end(), [](const Ranked& a, const Ranked& b) {
    return a.mass != b.mass ? a.mass > b.mass : a.id < b.id;
  });
  WeightTable table(columns, bits);
  std::vector<std::int8_t> weight(columns);
  for (const Ranked& r : ranked) {
    for (std::size_t l = 0; l < labels; ++l) {
      weight[l] = std::int8_t(std::nearbyint(weights[r.id * row + l] * scale));
    }
    table.put(features[r.id], weight.data());
  }
  return table;
}

}  // namespace dragoman
