// Part of dragoman; see LICENSE.
//
// WeightTable: the weights of a linear model, found by the hash of a feature.
//
//   Scores<17> score;                       // of 17 labels
//   table.prefetch(feature);                // some tokens ahead
//   table.add(feature, score);              // score[l] += weight(feature, l)
//
// A row holds the weights of one feature for all labels as int8, and 16 bits of the feature's
// hash that tell it from others of the same place.  The rows that a hash may stand in share one
// cache line, so a feature costs one miss at most, and one that the model has never seen adds
// nothing: unlike in a table without the 16 bits, rare words make no noise.
// Immutable once read; any number of threads may use it.

#ifndef DRAGOMAN_BASE_WEIGHT_TABLE_H_
#define DRAGOMAN_BASE_WEIGHT_TABLE_H_

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <vector>

#include "base/byte_stream.h"

namespace dragoman {

// The sums of weights of each of kLabels labels; each stays within 16 bits.
template <std::uint32_t kLabels>
class Scores {
 public:
  std::int16_t operator[](std::size_t label) const { return lanes_[label / 8][label % 8]; }
  // row: at least kLabels bytes, rounded up to 8; mask: -1, or 0 to add nothing.
  void add(const std::int8_t* row, std::int16_t mask) {
    for (std::size_t v = 0; v < kVectors; ++v) {
      Bytes bytes;
      std::memcpy(&bytes, row + v * 8, 8);
      lanes_[v] += __builtin_convertvector(bytes, Words) & mask;
    }
  }

 private:
  // Vectors of the compiler's own (GCC and Clang), eight labels each.
  using Bytes = std::int8_t __attribute__((vector_size(8)));
  using Words = std::int16_t __attribute__((vector_size(16)));
  static constexpr std::size_t kVectors = (kLabels + 7) / 8;
  Words lanes_[kVectors] = {};
};

class WeightTable {
 public:
  static constexpr std::uint32_t kMostLabels = 62;
  static constexpr std::uint32_t kMostBits = 20;

  // An empty table of 2^bits lines.
  WeightTable(std::uint32_t labels = 1, std::uint32_t bits = 0);

  static Result<WeightTable> read(ByteReader& in);
  void write(ByteWriter& out) const;

  // Places a row; weights: one a label.  False if its line is full or holds such a row.
  bool put(std::uint64_t feature, const std::int8_t* weights);

  void prefetch(std::uint64_t feature) const { __builtin_prefetch(line(feature)); }

  // Adds the feature's row, if there is one; the table has that many labels.  Without a branch:
  // whether a model has seen a feature is what no processor can foresee.
  template <std::uint32_t kLabels>
  bool add(std::uint64_t feature, Scores<kLabels>& score) const {
    constexpr std::size_t kStride = stride_for(kLabels);
    const std::int8_t* at = line(feature);
    const std::uint16_t mark = mark_of(feature);
    std::size_t row = 0;
    std::uint32_t found = 0;
    for (std::size_t slot = 0; slot < kLine / kStride; ++slot) {
      std::uint16_t here;
      std::memcpy(&here, at + slot * kStride + kStride - 2, 2);
      row |= here == mark ? slot * kStride : 0;
      found |= here == mark;
    }
    score.add(at + row, std::int16_t(0 - found));
    return found != 0;
  }

  // Adds the feature's row, if there is one; kWidth: stride(), known when compiling.
  template <std::size_t kWidth>
  bool add(std::uint64_t feature, std::int16_t* score) const {
    const std::int8_t* at = line(feature);
    const std::uint16_t mark = mark_of(feature);
    for (std::size_t slot = 0; slot < kLine / kWidth; ++slot, at += kWidth) {
      std::uint16_t found;
      std::memcpy(&found, at + kWidth - 2, 2);
      if (found != mark) continue;
      for (std::size_t l = 0; l < kWidth - 2; ++l) score[l] = std::int16_t(score[l] + at[l]);
      return true;
    }
    return false;
  }

  std::uint32_t labels() const { return labels_; }
  std::size_t stride() const { return stride_; }
  // Bytes of a row: a power of two that holds the labels and the mark.
  static constexpr std::size_t stride_for(std::uint32_t labels) {
    std::size_t stride = 8;
    while (stride < labels + 2) stride *= 2;
    return stride;
  }
  std::size_t bytes() const { return std::size_t{1} << bits_ << 6; }

 private:
  static constexpr std::size_t kLine = 64;
  struct alignas(kLine) Line {
    std::int8_t at[kLine] = {};
  };

  const std::int8_t* line(std::uint64_t feature) const { return lines_[index(feature)].at; }
  std::size_t index(std::uint64_t feature) const {
    return bits_ == 0 ? 0 : std::size_t(feature >> (64 - bits_));
  }
  // Zero marks a free row.
  static std::uint16_t mark_of(std::uint64_t feature) { return std::uint16_t(feature >> 20 | 1); }

  std::uint32_t labels_, bits_;
  std::size_t stride_;
  std::vector<Line> lines_;
};

// Feature hashes: the number of the question and the value it found.  Values are hashes or
// small numbers; the upper half of the product depends on every bit of both.
inline std::uint64_t feature_hash(std::uint32_t question, std::uint64_t value) {
  std::uint64_t x = (value + 0x2545F4914F6CDD1Dull * (question + 1)) * 0x9E3779B97F4A7C15ull;
  x ^= x >> 32;
  return x * 0xD6E8FEB86659FD93ull;
}
inline std::uint64_t join_hash(std::uint64_t a, std::uint64_t b) {
  return (a ^ (a >> 29)) * 0xBF58476D1CE4E5B9ull + (b ^ (b >> 31)) * 0x94D049BB133111EBull;
}

}  // namespace dragoman

#endif  // DRAGOMAN_BASE_WEIGHT_TABLE_H_
