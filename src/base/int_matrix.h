// Part of dragoman; see LICENSE.
//
// A matrix of 16-bit whole numbers that vectors are multiplied by: one layer of a small network.
//
//   IntMatrix layer(inputs, outputs, weights);     // weights[input * outputs + output]
//   layer.multiply(in, stride, rows, {.shift = 12, .low = 0, .high = 4095}, out);   // out[r * outputs + o]
//
// Whole numbers give the same sums in every order, so every machine gives the same answer.
// With AVX2 about 16 products a cycle.  The caller sees to it that no sum leaves 32 bits.

#ifndef DRAGOMAN_BASE_INT_MATRIX_H_
#define DRAGOMAN_BASE_INT_MATRIX_H_

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "base/flat_array.h"

namespace dragoman {

// What becomes of a 32-bit sum: divided by 2^shift and rounded, then kept within [low, high].
struct Narrowing {
  int shift = 0;
  std::int16_t low = -32767, high = 32767;
};

class IntMatrix {
 public:
  IntMatrix() = default;
  // inputs: even; outputs: a multiple of 16; bias: one an output, what sums begin with, or empty.
  IntMatrix(std::size_t inputs, std::size_t outputs, std::span<const std::int16_t> weights,
            std::vector<std::int32_t> bias = {});
  // Of what pairs() and bias() gave; such an array may lie in a bundle.
  static IntMatrix of(std::size_t inputs, std::size_t outputs, FlatArray<std::int16_t> pairs,
                      FlatArray<std::int32_t> bias);

  // Row r of the input begins at in + r * stride.
  void multiply(const std::int16_t* in, std::size_t stride, std::size_t rows, const Narrowing& narrowing,
                std::int16_t* out) const;
  // The sums for one row of which much is zero.
  void multiply_sparse(const std::int16_t* in, std::int32_t* out) const;

  std::size_t inputs() const { return inputs_; }
  std::size_t outputs() const { return outputs_; }
  std::span<const std::int16_t> pairs() const { return pairs_.span(); }
  std::span<const std::int32_t> bias() const { return bias_.span(); }

 private:
  std::size_t inputs_ = 0, outputs_ = 0;
  // Blocks of 16 outputs; in a block, two inputs side by side for each output, as the
  // processor's multiply-add of pairs reads them.
  FlatArray<std::int16_t> pairs_;
  FlatArray<std::int32_t> bias_;
};

// out[i]: the sum of rows[r][i] over all r, kept within [low, high].  size: a multiple of 16.
// No partial sum may leave 16 bits.
void sum_rows(std::span<const std::int16_t* const> rows, std::size_t size, std::int16_t low, std::int16_t high,
              std::int16_t* out);
// out[i] += rows[r][i] * 2^shift, for rows of 8 bits.
void add_rows(std::span<const std::int8_t* const> rows, std::size_t size, int shift, std::int16_t* out);
// The sum of a[i] * b[i].
std::int32_t dot(const std::int16_t* a, const std::int16_t* b, std::size_t size);

}  // namespace dragoman

#endif  // DRAGOMAN_BASE_INT_MATRIX_H_
