// Part of dragoman; see LICENSE.
//
// Features that matter most are placed first: where a line is full, the others are lost.

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
