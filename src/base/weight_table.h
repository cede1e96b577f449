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
#include <span>
#include <string>
#include <vector>

#include "base/byte_stream.h"
#include "base/simd.h"

namespace dragoman {

// The sums of weights of each of kLabels labels; each stays within 16 bits.
template <std::uint32_t kLabels>
class Scores {
 public:
  static constexpr std::size_t kLanes = (kLabels + 7) / 8 * 8;

  std::int16_t operator[](std::size_t label) const { return lanes_[label / 8][label % 8]; }
  // row: at least kLanes bytes.
  void add(const std::int8_t* row) {
#ifdef DRAGOMAN_X86
    // A byte twice, and the lower one shifted out: fewer steps than the compilers' own way.
    std::size_t v = 0;
    for (; v + 1 < kVectors; v += 2) {
      const __m128i bytes = _mm_loadu_si128(reinterpret_cast<const __m128i*>(row + v * 8));
      lanes_[v] += Words(_mm_srai_epi16(_mm_unpacklo_epi8(bytes, bytes), 8));
      lanes_[v + 1] += Words(_mm_srai_epi16(_mm_unpackhi_epi8(bytes, bytes), 8));
    }
    if (v < kVectors) {
      const __m128i bytes = _mm_loadl_epi64(reinterpret_cast<const __m128i*>(row + v * 8));
      lanes_[v] += Words(_mm_srai_epi16(_mm_unpacklo_epi8(bytes, bytes), 8));
    }
#else
    for (std::size_t v = 0; v < kVectors; ++v) {
      Bytes bytes;
      std::memcpy(&bytes, row + v * 8, 8);
      lanes_[v] += __builtin_convertvector(bytes, Words);
    }
#endif
  }
  // What the sums are: kLanes numbers.
  void set(const std::int16_t* sums) { std::memcpy(lanes_, sums, sizeof lanes_); }
  void store(std::int16_t* sums) const { std::memcpy(sums, lanes_, sizeof lanes_); }

 private:
  // Vectors of the compiler's own (GCC and Clang), eight labels each.
  using Bytes = std::int8_t __attribute__((vector_size(8)));
  using Words = std::int16_t __attribute__((vector_size(16)));
  static constexpr std::size_t kVectors = kLanes / 8;
  Words lanes_[kVectors] = {};
};

#ifdef DRAGOMAN_X86

// The sums of up to 32 labels, whose rows have 32 bytes, in one register; the bytes behind the
// labels are summed too and never read.
class Avx512Sums {
 public:
  // sums: those of the labels in front, 64 bytes.
  DRAGOMAN_AVX512 explicit Avx512Sums(const std::int16_t* sums) : sums_(_mm512_load_si512(sums)) {}
  DRAGOMAN_AVX512 void add(const std::int8_t* row) {
    const __m256i bytes = _mm256_load_si256(reinterpret_cast<const __m256i*>(row));
    sums_ = _mm512_add_epi16(sums_, _mm512_cvtepi8_epi16(bytes));
  }
  DRAGOMAN_AVX512 void store(std::int16_t* out) const { _mm512_storeu_si512(out, sums_); }

 private:
  __m512i sums_;
};

#endif

class WeightTable {
 public:
  static constexpr std::uint32_t kMostLabels = 62;
  static constexpr std::uint32_t kMostBits = 20;

  // An empty table of 2^bits lines.
  WeightTable(std::uint32_t labels = 1, std::uint32_t bits = 0);
  WeightTable(WeightTable&&) noexcept = default;
  WeightTable& operator=(WeightTable&&) noexcept = default;

  // As sections "NAME.shape" and "NAME.lines" of a bundle, as they are used: larger than what
  // write() gives, and ready at once; the bundle must outlive it.
  void add_to(BundleWriter& bundle, const std::string& name) const;
  static Result<WeightTable> from_bundle(const Bundle& bundle, const std::string& name);

  static Result<WeightTable> read(ByteReader& in);
  void write(ByteWriter& out) const;

  // Places a row; weights: one a label.  False if its line is full or holds such a row.
  bool put(std::uint64_t feature, const std::int8_t* weights);

  void prefetch(std::uint64_t feature) const { __builtin_prefetch(line(feature)); }

  // The feature's row, or one of zeros; the table has that many labels.  Without a branch: whether
  // a model has seen a feature is what no processor can foresee.
  template <std::uint32_t kLabels>
  const std::int8_t* row(std::uint64_t feature) const {
    constexpr std::size_t kStride = stride_for(kLabels);
    const std::int8_t* at = line(feature);
    const std::uint16_t mark = mark_of(feature);
    const std::int8_t* row = kNoRow.at;
    for (std::size_t slot = 0; slot < kLine / kStride; ++slot, at += kStride) {
      std::uint16_t here;
      std::memcpy(&here, at + kStride - 2, 2);
      row = here == mark ? at : row;
    }
    return row;
  }

  // Adds the feature's row, if there is one.
  template <std::uint32_t kLabels>
  bool add(std::uint64_t feature, Scores<kLabels>& score) const {
    const std::int8_t* its = row<kLabels>(feature);
    score.add(its);
    return its != kNoRow.at;
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

  static const Line kNoRow;

  const std::int8_t* line(std::uint64_t feature) const { return lines_[index(feature)].at; }
  std::size_t index(std::uint64_t feature) const {
    return std::size_t(feature >> 1 >> (63 - bits_));   // of no bits: 0
  }
  // Zero marks a free row.
  static std::uint16_t mark_of(std::uint64_t feature) { return std::uint16_t(feature >> 20 | 1); }

  std::uint32_t labels_, bits_;
  std::size_t stride_;
  std::vector<Line> own_;         // empty: lines_ lie in a bundle
  std::span<const Line> lines_;
};

inline constexpr WeightTable::Line WeightTable::kNoRow{};

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
