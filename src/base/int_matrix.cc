// Part of dragoman; see LICENSE.
//
// With AVX2 four rows and sixteen outputs are summed at a time in registers: each weight is read once
// for four rows.  int_matrix_avx512.h does so with wider ones; plain loops do the same slowly.

#include "base/int_matrix.h"

#include <algorithm>
#include <cstring>

#include "base/int_matrix_avx512.h"
#include "base/simd.h"

namespace dragoman {
namespace {

// Two neighbours as one number; `in` need not be aligned.
std::int32_t pair_at(const std::int16_t* in) {
  std::int32_t pair;
  std::memcpy(&pair, in, sizeof pair);
  return pair;
}

void multiply_plain(const std::int16_t* in, std::size_t inputs, const std::int16_t* pairs,
                    std::span<const std::int32_t> bias, std::int32_t* out) {
  std::copy(bias.begin(), bias.end(), out);
  for (std::size_t o = 0; o < bias.size(); o += 16, out += 16) {
    for (std::size_t k = 0; k < inputs; k += 2, pairs += 32) {
      const std::int32_t a = in[k], b = in[k + 1];
      for (std::size_t i = 0; i < 16; ++i) out[i] += a * pairs[2 * i] + b * pairs[2 * i + 1];
    }
  }
}

std::int16_t narrow(std::int32_t sum, const Narrowing& n) {
  const std::int32_t half = n.shift == 0 ? 0 : 1 << (n.shift - 1);
  return std::int16_t(std::clamp<std::int32_t>((sum + half) >> n.shift, n.low, n.high));
}

#ifdef DRAGOMAN_X86

// Four registers hold the sums of sixteen outputs of a row.
void multiply_sse2(const std::int16_t* in, std::size_t stride, std::size_t rows, std::size_t inputs,
                   const std::int16_t* pairs, std::span<const std::int32_t> bias, const Narrowing& n,
                   std::int16_t* out) {
  const std::size_t outputs = bias.size();
  for (std::size_t o = 0; o < outputs; o += 16) {
    for (std::size_t r = 0; r < rows; ++r) {
      __m128i sums[4];
      for (int v = 0; v < 4; ++v) sums[v] = _mm_loadu_si128(reinterpret_cast<const __m128i*>(bias.data() + o) + v);
      const std::int16_t* w = pairs + o * inputs;
      for (std::size_t k = 0; k < inputs; k += 2, w += 32) {
        const __m128i x = _mm_set1_epi32(pair_at(in + r * stride + k));
        for (int v = 0; v < 4; ++v) {
          const __m128i weights = _mm_loadu_si128(reinterpret_cast<const __m128i*>(w) + v);
          sums[v] = _mm_add_epi32(sums[v], _mm_madd_epi16(x, weights));
        }
      }
      std::int32_t whole[16];
      for (int v = 0; v < 4; ++v) _mm_storeu_si128(reinterpret_cast<__m128i*>(whole) + v, sums[v]);
      for (std::size_t i = 0; i < 16; ++i) out[r * outputs + o + i] = narrow(whole[i], n);
    }
  }
}

DRAGOMAN_AVX2 inline __m256i load(const std::int16_t* at) {
  return _mm256_loadu_si256(reinterpret_cast<const __m256i*>(at));
}

// Divides, narrows and stores sixteen sums.
DRAGOMAN_AVX2 inline void store_narrow(__m256i low, __m256i high, __m256i half, __m128i shift, __m256i least,
                                       __m256i most, std::int16_t* out) {
  low = _mm256_sra_epi32(_mm256_add_epi32(low, half), shift);
  high = _mm256_sra_epi32(_mm256_add_epi32(high, half), shift);
  // Packing goes by halves of 128 bits; the permutation puts the quarters in order again.
  const __m256i both = _mm256_permute4x64_epi64(_mm256_packs_epi32(low, high), 0xD8);
  _mm256_storeu_si256(reinterpret_cast<__m256i*>(out), _mm256_min_epi16(_mm256_max_epi16(both, least), most));
}

// Up to four rows; the sums are variables of their own, which stay in registers.
template <int kRows>
DRAGOMAN_AVX2 void multiply_rows(const std::int16_t* in, std::size_t stride, std::size_t inputs,
                                 const std::int16_t* pairs, std::span<const std::int32_t> bias,
                                 const Narrowing& n, std::int16_t* out) {
  const std::size_t outputs = bias.size();
  const __m256i half = _mm256_set1_epi32(n.shift == 0 ? 0 : 1 << (n.shift - 1));
  const __m128i shift = _mm_cvtsi32_si128(n.shift);
  const __m256i least = _mm256_set1_epi16(n.low), most = _mm256_set1_epi16(n.high);
  const std::int16_t* in1 = in + (kRows > 1 ? stride : 0);
  const std::int16_t* in2 = in + (kRows > 2 ? 2 * stride : 0);
  const std::int16_t* in3 = in + (kRows > 3 ? 3 * stride : 0);
  const std::int16_t* w = pairs;
  for (std::size_t o = 0; o < outputs; o += 16) {
    __m256i low0 = _mm256_loadu_si256(reinterpret_cast<const __m256i*>(bias.data() + o));
    __m256i high0 = _mm256_loadu_si256(reinterpret_cast<const __m256i*>(bias.data() + o + 8));
    __m256i low1 = low0, low2 = low0, low3 = low0, high1 = high0, high2 = high0, high3 = high0;
    for (std::size_t k = 0; k < inputs; k += 2, w += 32) {
      const __m256i w0 = load(w), w1 = load(w + 16);
      const __m256i x0 = _mm256_set1_epi32(pair_at(in + k));
      low0 = _mm256_add_epi32(low0, _mm256_madd_epi16(x0, w0));
      high0 = _mm256_add_epi32(high0, _mm256_madd_epi16(x0, w1));
      if constexpr (kRows > 1) {
        const __m256i x1 = _mm256_set1_epi32(pair_at(in1 + k));
        low1 = _mm256_add_epi32(low1, _mm256_madd_epi16(x1, w0));
        high1 = _mm256_add_epi32(high1, _mm256_madd_epi16(x1, w1));
      }
      if constexpr (kRows > 2) {
        const __m256i x2 = _mm256_set1_epi32(pair_at(in2 + k));
        low2 = _mm256_add_epi32(low2, _mm256_madd_epi16(x2, w0));
        high2 = _mm256_add_epi32(high2, _mm256_madd_epi16(x2, w1));
      }
      if constexpr (kRows > 3) {
        const __m256i x3 = _mm256_set1_epi32(pair_at(in3 + k));
        low3 = _mm256_add_epi32(low3, _mm256_madd_epi16(x3, w0));
        high3 = _mm256_add_epi32(high3, _mm256_madd_epi16(x3, w1));
      }
    }
    store_narrow(low0, high0, half, shift, least, most, out + o);
    if constexpr (kRows > 1) store_narrow(low1, high1, half, shift, least, most, out + outputs + o);
    if constexpr (kRows > 2) store_narrow(low2, high2, half, shift, least, most, out + 2 * outputs + o);
    if constexpr (kRows > 3) store_narrow(low3, high3, half, shift, least, most, out + 3 * outputs + o);
  }
}

template <int kVectors>
DRAGOMAN_AVX2 void multiply_sparse_row(const std::int16_t* in, std::size_t inputs, const std::int16_t* pairs,
                                       const std::int32_t* bias, std::int32_t* out) {
  __m256i sums[kVectors];
#pragma GCC unroll 8
  for (int v = 0; v < kVectors; ++v) sums[v] = _mm256_loadu_si256(reinterpret_cast<const __m256i*>(bias + 8 * v));
  for (std::size_t k = 0; k < inputs; k += 2, pairs += 32) {
    const std::int32_t pair = pair_at(in + k);
    if (pair == 0) continue;
    const __m256i x = _mm256_set1_epi32(pair);
#pragma GCC unroll 8
    for (int v = 0; v < kVectors; ++v) {
      const std::int16_t* w = pairs + std::size_t(v / 2) * 16 * inputs + v % 2 * 16;
      sums[v] = _mm256_add_epi32(sums[v], _mm256_madd_epi16(x, load(w)));
    }
  }
#pragma GCC unroll 8
  for (int v = 0; v < kVectors; ++v) _mm256_storeu_si256(reinterpret_cast<__m256i*>(out + 8 * v), sums[v]);
}

DRAGOMAN_AVX2 void sum_rows_wide(std::span<const std::int16_t* const> rows, std::size_t size, std::int16_t low,
                                 std::int16_t high, std::int16_t* out) {
  const __m256i least = _mm256_set1_epi16(low), most = _mm256_set1_epi16(high);
  std::size_t i = 0;
  for (; i + 64 <= size; i += 64) {
    __m256i a = load(rows[0] + i), b = load(rows[0] + i + 16), c = load(rows[0] + i + 32), d = load(rows[0] + i + 48);
    for (const std::int16_t* row : rows.subspan(1)) {
      a = _mm256_add_epi16(a, load(row + i));
      b = _mm256_add_epi16(b, load(row + i + 16));
      c = _mm256_add_epi16(c, load(row + i + 32));
      d = _mm256_add_epi16(d, load(row + i + 48));
    }
    auto* at = reinterpret_cast<__m256i*>(out + i);
    _mm256_storeu_si256(at, _mm256_min_epi16(_mm256_max_epi16(a, least), most));
    _mm256_storeu_si256(at + 1, _mm256_min_epi16(_mm256_max_epi16(b, least), most));
    _mm256_storeu_si256(at + 2, _mm256_min_epi16(_mm256_max_epi16(c, least), most));
    _mm256_storeu_si256(at + 3, _mm256_min_epi16(_mm256_max_epi16(d, least), most));
  }
  for (; i < size; i += 16) {
    __m256i a = load(rows[0] + i);
    for (const std::int16_t* row : rows.subspan(1)) a = _mm256_add_epi16(a, load(row + i));
    _mm256_storeu_si256(reinterpret_cast<__m256i*>(out + i), _mm256_min_epi16(_mm256_max_epi16(a, least), most));
  }
}

DRAGOMAN_AVX2 void add_rows_wide(std::span<const std::int8_t* const> rows, std::size_t size, int shift,
                                 std::int16_t* out) {
  const __m128i bits = _mm_cvtsi32_si128(shift);
  for (std::size_t i = 0; i < size; i += 16) {
    __m256i sum = _mm256_setzero_si256();
    for (const std::int8_t* row : rows) {
      const __m128i narrow = _mm_loadu_si128(reinterpret_cast<const __m128i*>(row + i));
      sum = _mm256_add_epi16(sum, _mm256_cvtepi8_epi16(narrow));
    }
    auto* at = reinterpret_cast<__m256i*>(out + i);
    _mm256_storeu_si256(at, _mm256_add_epi16(_mm256_loadu_si256(at), _mm256_sll_epi16(sum, bits)));
  }
}

DRAGOMAN_AVX2 std::int32_t dot_wide(const std::int16_t* a, const std::int16_t* b, std::size_t size) {
  __m256i sum = _mm256_setzero_si256();
  for (std::size_t i = 0; i < size; i += 16) {
    sum = _mm256_add_epi32(sum, _mm256_madd_epi16(load(a + i), load(b + i)));
  }
  __m128i half = _mm_add_epi32(_mm256_castsi256_si128(sum), _mm256_extracti128_si256(sum, 1));
  half = _mm_add_epi32(half, _mm_shuffle_epi32(half, 0x4E));
  half = _mm_add_epi32(half, _mm_shuffle_epi32(half, 0xB1));
  return _mm_cvtsi128_si32(half);
}

#endif

}  // namespace

void sum_rows(std::span<const std::int16_t* const> rows, std::size_t size, std::int16_t low, std::int16_t high,
              std::int16_t* out) {
#ifdef DRAGOMAN_X86
  if (simd() == Simd::kAvx512) return avx512::sum_rows(rows, size, low, high, out);
  if (simd() >= Simd::kAvx2) return sum_rows_wide(rows, size, low, high, out);
#endif
  for (std::size_t i = 0; i < size; ++i) {
    std::int32_t sum = 0;
    for (const std::int16_t* row : rows) sum += row[i];
    out[i] = std::int16_t(std::clamp<std::int32_t>(sum, low, high));
  }
}

void add_rows(std::span<const std::int8_t* const> rows, std::size_t size, int shift, std::int16_t* out) {
#ifdef DRAGOMAN_X86
  if (simd() == Simd::kAvx512) return avx512::add_rows(rows, size, shift, out);
  if (simd() >= Simd::kAvx2) return add_rows_wide(rows, size, shift, out);
#endif
  for (const std::int8_t* row : rows) {
    for (std::size_t i = 0; i < size; ++i) out[i] = std::int16_t(out[i] + row[i] * (1 << shift));
  }
}

std::int32_t dot(const std::int16_t* a, const std::int16_t* b, std::size_t size) {
#ifdef DRAGOMAN_X86
  if (simd() == Simd::kAvx512) return avx512::dot(a, b, size);
  if (simd() >= Simd::kAvx2) return dot_wide(a, b, size);
#endif
  std::int32_t sum = 0;
  for (std::size_t i = 0; i < size; ++i) sum += a[i] * b[i];
  return sum;
}

IntMatrix::IntMatrix(std::size_t inputs, std::size_t outputs, std::span<const std::int16_t> weights,
                     std::vector<std::int32_t> bias)
    : inputs_(inputs), outputs_(outputs) {
  std::vector<std::int16_t> pairs(inputs * outputs);
  for (std::size_t k = 0; k < inputs; ++k) {
    for (std::size_t o = 0; o < outputs; ++o) {
      pairs[o / 16 * 16 * inputs + k / 2 * 32 + o % 16 * 2 + k % 2] = weights[k * outputs + o];
    }
  }
  bias.resize(outputs);
  pairs_ = std::move(pairs);
  bias_ = std::move(bias);
}

IntMatrix IntMatrix::of(std::size_t inputs, std::size_t outputs, FlatArray<std::int16_t> pairs,
                        FlatArray<std::int32_t> bias) {
  IntMatrix matrix;
  matrix.inputs_ = inputs;
  matrix.outputs_ = outputs;
  matrix.pairs_ = std::move(pairs);
  matrix.bias_ = std::move(bias);
  return matrix;
}

void IntMatrix::multiply(const std::int16_t* in, std::size_t stride, std::size_t rows, const Narrowing& narrowing,
                         std::int16_t* out) const {
#ifdef DRAGOMAN_X86
  if (simd() == Simd::kAvx512) {
    return avx512::multiply(in, stride, rows, inputs_, pairs_.data(), bias(), narrowing, out);
  }
  if (simd() >= Simd::kAvx2) {
    const auto some = [&]<int kRows>(std::size_t r) {
      multiply_rows<kRows>(in + r * stride, stride, inputs_, pairs_.data(), bias(), narrowing, out + r * outputs_);
      return r + kRows;
    };
    std::size_t r = 0;
    while (r + 4 <= rows) r = some.operator()<4>(r);
    if (r + 3 <= rows) r = some.operator()<3>(r);
    if (r + 2 <= rows) r = some.operator()<2>(r);
    if (r < rows) some.operator()<1>(r);
    return;
  }
  if (simd() >= Simd::kSse2) {
    return multiply_sse2(in, stride, rows, inputs_, pairs_.data(), bias(), narrowing, out);
  }
#endif
  std::vector<std::int32_t> sums(outputs_);
  for (std::size_t r = 0; r < rows; ++r) {
    multiply_plain(in + r * stride, inputs_, pairs_.data(), bias(), sums.data());
    for (std::size_t o = 0; o < outputs_; ++o) out[r * outputs_ + o] = narrow(sums[o], narrowing);
  }
}

void IntMatrix::multiply_sparse(const std::int16_t* in, std::int32_t* out) const {
#ifdef DRAGOMAN_X86
  if (simd() == Simd::kAvx512) {
    if (outputs_ == 48) return avx512::sums_of_row<3>(in, inputs_, pairs_.data(), bias_.data(), out);
    if (outputs_ == 64) return avx512::sums_of_row<4>(in, inputs_, pairs_.data(), bias_.data(), out);
  }
  if (simd() >= Simd::kAvx2) {
    if (outputs_ == 48) return multiply_sparse_row<6>(in, inputs_, pairs_.data(), bias_.data(), out);
    if (outputs_ == 64) return multiply_sparse_row<8>(in, inputs_, pairs_.data(), bias_.data(), out);
  }
#endif
  multiply_plain(in, inputs_, pairs_.data(), bias(), out);
}

}  // namespace dragoman
