// Part of dragoman; see LICENSE.
//
// The products of int_matrix.h with AVX-512 VNNI: one instruction multiplies 32 pairs of numbers
// and adds each two products to a sum.  A block of 16 outputs is one register; the sums of
// 8 rows x 2 blocks stay in registers, so that each weight, which comes from the second-level cache,
// is read once for eight rows: 64 products a cycle where a processor has two such units.

#ifndef DRAGOMAN_BASE_INT_MATRIX_AVX512_H_
#define DRAGOMAN_BASE_INT_MATRIX_AVX512_H_

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <span>

#include "base/int_matrix.h"
#include "base/simd.h"

#ifdef DRAGOMAN_X86

namespace dragoman::avx512 {

DRAGOMAN_AVX512 inline __m512i load(const std::int16_t* at) { return _mm512_loadu_si512(at); }

// Two neighbours in every lane; `in` need not be aligned.
DRAGOMAN_AVX512 inline __m512i pair(const std::int16_t* in) {
  std::int32_t both;
  std::memcpy(&both, in, sizeof both);
  return _mm512_set1_epi32(both);
}

// kRows rows by kBlocks blocks of 16 outputs.  pairs, bias, out: of the first of these blocks.
template <int kRows, int kBlocks>
DRAGOMAN_AVX512 inline void multiply_blocks(const std::int16_t* in, std::size_t stride, std::size_t inputs,
                                            const std::int16_t* pairs, const std::int32_t* bias, const Narrowing& n,
                                            std::int16_t* out, std::size_t outputs) {
  __m512i sums[kRows][kBlocks];
#pragma GCC unroll 8
  for (int b = 0; b < kBlocks; ++b) {
#pragma GCC unroll 8
    for (int r = 0; r < kRows; ++r) sums[r][b] = _mm512_loadu_si512(bias + 16 * b);
  }
  const std::size_t block = 16 * inputs;
  for (std::size_t k = 0; k < inputs; k += 2, pairs += 32) {
    __m512i x[kRows];
#pragma GCC unroll 8
    for (int r = 0; r < kRows; ++r) x[r] = pair(in + std::size_t(r) * stride + k);
#pragma GCC unroll 8
    for (int b = 0; b < kBlocks; ++b) {
      const __m512i w = load(pairs + std::size_t(b) * block);
#pragma GCC unroll 8
      for (int r = 0; r < kRows; ++r) sums[r][b] = _mm512_dpwssd_epi32(sums[r][b], x[r], w);
    }
  }
  const __m512i half = _mm512_set1_epi32(n.shift == 0 ? 0 : 1 << (n.shift - 1));
  const __m128i shift = _mm_cvtsi32_si128(n.shift);
  const __m512i least = _mm512_set1_epi32(n.low), most = _mm512_set1_epi32(n.high);
#pragma GCC unroll 8
  for (int b = 0; b < kBlocks; ++b) {
#pragma GCC unroll 8
    for (int r = 0; r < kRows; ++r) {
      const __m512i divided = _mm512_sra_epi32(_mm512_add_epi32(sums[r][b], half), shift);
      const __m512i kept = _mm512_min_epi32(_mm512_max_epi32(divided, least), most);
      _mm256_storeu_si256(reinterpret_cast<__m256i*>(out + std::size_t(r) * outputs + 16 * b), _mm512_cvtepi32_epi16(kept));
    }
  }
}

template <int kRows>
DRAGOMAN_AVX512 inline void multiply_rows(const std::int16_t* in, std::size_t stride, std::size_t inputs,
                                          const std::int16_t* pairs, std::span<const std::int32_t> bias,
                                          const Narrowing& n, std::int16_t* out) {
  const std::size_t outputs = bias.size();
  std::size_t o = 0;
  for (; o + 32 <= outputs; o += 32) {
    multiply_blocks<kRows, 2>(in, stride, inputs, pairs + o * inputs, bias.data() + o, n, out + o, outputs);
  }
  if (o < outputs) multiply_blocks<kRows, 1>(in, stride, inputs, pairs + o * inputs, bias.data() + o, n, out + o, outputs);
}

DRAGOMAN_AVX512 inline void multiply(const std::int16_t* in, std::size_t stride, std::size_t rows, std::size_t inputs,
                                     const std::int16_t* pairs, std::span<const std::int32_t> bias, const Narrowing& n,
                                     std::int16_t* out) {
  for (; rows >= 8; rows -= 8, in += 8 * stride, out += 8 * bias.size()) {
    multiply_rows<8>(in, stride, inputs, pairs, bias, n, out);
  }
  switch (rows) {
    case 7: return multiply_rows<7>(in, stride, inputs, pairs, bias, n, out);
    case 6: return multiply_rows<6>(in, stride, inputs, pairs, bias, n, out);
    case 5: return multiply_rows<5>(in, stride, inputs, pairs, bias, n, out);
    case 4: return multiply_rows<4>(in, stride, inputs, pairs, bias, n, out);
    case 3: return multiply_rows<3>(in, stride, inputs, pairs, bias, n, out);
    case 2: return multiply_rows<2>(in, stride, inputs, pairs, bias, n, out);
    case 1: return multiply_rows<1>(in, stride, inputs, pairs, bias, n, out);
    default: return;
  }
}

// All sums of one row.  Zeros are not skipped: which inputs are zero cannot be foreseen.  Four
// chains of sums, since each product waits for the one before it.
template <int kBlocks>
DRAGOMAN_AVX512 inline void sums_of_row(const std::int16_t* in, std::size_t inputs, const std::int16_t* pairs,
                                        const std::int32_t* bias, std::int32_t* out) {
  constexpr int kChains = 4;
  __m512i sums[kChains][kBlocks];
#pragma GCC unroll 4
  for (int b = 0; b < kBlocks; ++b) {
    sums[0][b] = _mm512_loadu_si512(bias + 16 * b);
#pragma GCC unroll 4
    for (int c = 1; c < kChains; ++c) sums[c][b] = _mm512_setzero_si512();
  }
  const std::size_t block = 16 * inputs;
  std::size_t k = 0;
  for (; k + 2 * kChains <= inputs; k += 2 * kChains) {
#pragma GCC unroll 4
    for (int c = 0; c < kChains; ++c) {
      const __m512i x = pair(in + k + 2 * std::size_t(c));
#pragma GCC unroll 4
      for (int b = 0; b < kBlocks; ++b) {
        const __m512i w = load(pairs + std::size_t(b) * block + 16 * k + 32 * std::size_t(c));
        sums[c][b] = _mm512_dpwssd_epi32(sums[c][b], x, w);
      }
    }
  }
  for (; k < inputs; k += 2) {
    const __m512i x = pair(in + k);
#pragma GCC unroll 4
    for (int b = 0; b < kBlocks; ++b) {
      sums[0][b] = _mm512_dpwssd_epi32(sums[0][b], x, load(pairs + std::size_t(b) * block + 16 * k));
    }
  }
#pragma GCC unroll 4
  for (int b = 0; b < kBlocks; ++b) {
    const __m512i sum = _mm512_add_epi32(_mm512_add_epi32(sums[0][b], sums[1][b]), _mm512_add_epi32(sums[2][b], sums[3][b]));
    _mm512_storeu_si512(out + 16 * b, sum);
  }
}

DRAGOMAN_AVX512 inline __m512i kept(__m512i sum, __m512i least, __m512i most) {
  return _mm512_min_epi16(_mm512_max_epi16(sum, least), most);
}

DRAGOMAN_AVX512 inline void sum_rows(std::span<const std::int16_t* const> rows, std::size_t size, std::int16_t low,
                                     std::int16_t high, std::int16_t* out) {
  const __m512i least = _mm512_set1_epi16(low), most = _mm512_set1_epi16(high);
  std::size_t i = 0;
  for (; i + 64 <= size; i += 64) {
    __m512i a = load(rows[0] + i), b = load(rows[0] + i + 32);
    for (const std::int16_t* row : rows.subspan(1)) {
      a = _mm512_add_epi16(a, load(row + i));
      b = _mm512_add_epi16(b, load(row + i + 32));
    }
    _mm512_storeu_si512(out + i, kept(a, least, most));
    _mm512_storeu_si512(out + i + 32, kept(b, least, most));
  }
  for (; i < size; i += 16) {
    constexpr __mmask32 kSixteen = 0xFFFF;
    __m512i a = _mm512_maskz_loadu_epi16(kSixteen, rows[0] + i);
    for (const std::int16_t* row : rows.subspan(1)) a = _mm512_add_epi16(a, _mm512_maskz_loadu_epi16(kSixteen, row + i));
    _mm512_mask_storeu_epi16(out + i, kSixteen, kept(a, least, most));
  }
}

DRAGOMAN_AVX512 inline void add_rows(std::span<const std::int8_t* const> rows, std::size_t size, int shift,
                                     std::int16_t* out) {
  const __m128i bits = _mm_cvtsi32_si128(shift);
  for (std::size_t i = 0; i < size; i += 32) {
    const __mmask32 here = size - i >= 32 ? ~__mmask32{0} : 0xFFFF;
    __m512i sum = _mm512_setzero_si512();
    for (const std::int8_t* row : rows) {
      sum = _mm512_add_epi16(sum, _mm512_cvtepi8_epi16(_mm256_maskz_loadu_epi8(here, row + i)));
    }
    const __m512i before = _mm512_maskz_loadu_epi16(here, out + i);
    _mm512_mask_storeu_epi16(out + i, here, _mm512_add_epi16(before, _mm512_sll_epi16(sum, bits)));
  }
}

DRAGOMAN_AVX512 inline std::int32_t dot(const std::int16_t* a, const std::int16_t* b, std::size_t size) {
  __m512i sum = _mm512_setzero_si512();
  for (std::size_t i = 0; i < size; i += 32) {
    const __mmask32 here = size - i >= 32 ? ~__mmask32{0} : 0xFFFF;
    sum = _mm512_dpwssd_epi32(sum, _mm512_maskz_loadu_epi16(here, a + i), _mm512_maskz_loadu_epi16(here, b + i));
  }
  return _mm512_reduce_add_epi32(sum);
}

}  // namespace dragoman::avx512

#endif  // DRAGOMAN_X86

#endif  // DRAGOMAN_BASE_INT_MATRIX_AVX512_H_
