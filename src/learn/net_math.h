// Part of dragoman; see LICENSE.
//
// The arithmetic of training a small network: products of matrices, and steps of Adam (Kingma,
// Ba 2015).
//
//   Layer layer(rows, columns, 0.1f, random);
//   add_product(n, rows, columns, in, rows, 1, layer.weight.data(), columns, out, columns);
//   ... layer.slope ...
//   layer.step(adam);
//
// Each sum is added up in one order by multiplications and additions that are rounded one by
// one: the same bytes on every machine, with wide registers or without.

#ifndef DRAGOMAN_LEARN_NET_MATH_H_
#define DRAGOMAN_LEARN_NET_MATH_H_

#include <cstddef>
#include <cstdint>
#include <vector>

#include "learn/random.h"
#include "learn/training_state.h"

namespace dragoman {

// [0, 1)
float random_share(Random& random);

// c[r * c_row + o] += sum over k of a[r * a_row + k * a_step] * b[k * b_row + o], for r < rows,
// k < inner, o < outputs; outputs: a multiple of 8.
void add_product(std::size_t rows, std::size_t inner, std::size_t outputs, const float* a, std::size_t a_row,
                 std::size_t a_step, const float* b, std::size_t b_row, float* c, std::size_t c_row);

struct Adam {
  float rate = 0;               // of this step, with the corrections of the first ones
  float mean_decay = 0.9f, square_decay = 0.999f;
};

// Weights and what is needed to learn them.
struct Layer {
  std::size_t rows = 0, columns = 0;
  std::vector<float> weight, slope, mean, square;

  Layer() = default;
  // Weights in [-spread, spread].
  Layer(std::size_t rows, std::size_t columns, float spread, Random& random);

  float* row(std::size_t r) { return weight.data() + r * columns; }
  const float* row(std::size_t r) const { return weight.data() + r * columns; }
  // For adding to; rows that were asked for are those that step_touched() changes.
  float* slope_row(std::size_t r);

  // All but the slope, which is zero between steps.
  void keep(TrainingState& state);

  // One step against the slope, which is zero then.
  void step(const Adam& adam);
  void step_touched(const Adam& adam);

 private:
  std::vector<std::uint32_t> touched_;
  std::vector<bool> is_touched_;
};

// out[c * rows + r] = in[r * columns + c]
void transpose(const Layer& in, std::vector<float>& out);

}  // namespace dragoman

#endif  // DRAGOMAN_LEARN_NET_MATH_H_
