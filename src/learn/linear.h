// Part of dragoman; see LICENSE.
//
// A linear classifier while it is trained: one row of weights a feature, exact (no two features
// share a row), made into a WeightTable at the end.
//
//   LinearTrainer linear(labels, {});
//   linear.score(ids, scores);                       // ids: linear.id(hash)
//   linear.learn(ids, scores, allowed);              // a step towards the allowed labels
//   WeightTable table = linear.table(17);
//
// Log-linear loss over a set of allowed labels, AdaGrad, weights averaged over epochs.  Only
// + - * / and sqrt are used, exp() is our own: the same bytes on every machine.

#ifndef DRAGOMAN_LEARN_LINEAR_H_
#define DRAGOMAN_LEARN_LINEAR_H_

#include <cstdint>
#include <span>
#include <vector>

#include "base/flat_map.h"
#include "base/weight_table.h"

namespace dragoman {

// exp(x) for x <= 0, to 1e-7.
double own_exp(double x);

struct LinearOptions {
  float rate = 0.1f;
  float decay = 0.01f;           // of all weights after each epoch
};

class LinearTrainer {
 public:
  LinearTrainer(std::uint32_t labels, const LinearOptions& options);

  // The number of a feature; a new one has weights of zero.
  std::uint32_t id(std::uint64_t feature);

  // scores: one a label.
  void score(std::span<const std::uint32_t> ids, std::vector<float>& scores) const;

  // candidates: labels that were possible; allowed: those of them that are right (not empty).
  void learn(std::span<const std::uint32_t> ids, const std::vector<float>& scores, std::uint64_t candidates,
             std::uint64_t allowed);

  // Ends an epoch.  average: take its weights into the average.
  void end_epoch(bool average);

  // Averaged weights as int8 in 2^bits lines; features that matter most are placed first.
  // columns: room for so many labels, at least labels; 0: no more than needed.
  WeightTable table(std::uint32_t bits, std::uint32_t columns = 0) const;

  std::size_t size() const { return hashes_.size(); }

 private:
  std::uint32_t labels_;
  std::size_t row_;
  LinearOptions options_;
  FlatMap<std::uint32_t> ids_;
  std::vector<std::uint64_t> hashes_;
  std::vector<float> weight_, square_, sum_;
  std::vector<float> slope_;
  bool averaged_ = false;
};

// The weights of many features as int8: rows of `row` floats, `labels` of them used, in a table
// of `columns` labels.
WeightTable make_table(std::span<const std::uint64_t> features, std::span<const float> weights, std::size_t row,
                       std::uint32_t labels, std::uint32_t columns, std::uint32_t bits, float scale);
// What the largest weight must be multiplied by to fit int8.
float scale_of(std::span<const float> weights);

}  // namespace dragoman

#endif  // DRAGOMAN_LEARN_LINEAR_H_
