// Part of dragoman; see LICENSE.
//
// What becomes of a linear model when its training ends: weights as int8 in a WeightTable.
//
//   WeightTable table = make_table(features, weights, row, labels, labels, 17, scale_of(weights));
//
// And an exp() of our own: with + - * / and sqrt alone, training gives the same bytes on every machine.

#ifndef DRAGOMAN_LEARN_LINEAR_H_
#define DRAGOMAN_LEARN_LINEAR_H_

#include <cstdint>
#include <span>
#include <vector>

#include "base/weight_table.h"

namespace dragoman {

// exp(x) for x <= 0, to 1e-7.
double own_exp(double x);

// The weights of many features as int8: rows of `row` floats, `labels` of them used, in a table
// of `columns` labels.
WeightTable make_table(std::span<const std::uint64_t> features, std::span<const float> weights, std::size_t row,
                       std::uint32_t labels, std::uint32_t columns, std::uint32_t bits, float scale);
// What the largest weight must be multiplied by to fit int8.
float scale_of(std::span<const float> weights);

}  // namespace dragoman

#endif  // DRAGOMAN_LEARN_LINEAR_H_
