// Part of dragoman; see LICENSE.
//
// Block (text/blocks.h) for processors with AVX2, 32 bytes an instruction; and the
// facts of words, looked up by position.

#ifndef DRAGOMAN_SRC_TOKEN_WIDE_BLOCK_H_
#define DRAGOMAN_SRC_TOKEN_WIDE_BLOCK_H_

#include <cstddef>
#include <cstdint>

#include "base/simd.h"
#include "text/blocks.h"

namespace dragoman {

// Four facts of a window's words, set at the byte behind each word: bit 0 for the first
// mask, bit 1 for the second ...
struct Facts {
  std::uint64_t masks[4];

  Facts(std::uint64_t a, std::uint64_t b, std::uint64_t c, std::uint64_t d) : masks{a, b, c, d} {}
  unsigned at(std::size_t i) const {
    return static_cast<unsigned>((masks[0] >> i & 1) | (masks[1] >> i & 1) << 1 |
                                 (masks[2] >> i & 1) << 2 | (masks[3] >> i & 1) << 3);
  }
};

#ifdef DRAGOMAN_X86

struct WideBlock {
  __m256i low, high_half;

  DRAGOMAN_AVX2 explicit WideBlock(const char* p)
      : low(_mm256_loadu_si256(reinterpret_cast<const __m256i*>(p))),
        high_half(_mm256_loadu_si256(reinterpret_cast<const __m256i*>(p) + 1)) {}

  DRAGOMAN_AVX2 std::uint64_t equal(char c) const {
    const __m256i wanted = _mm256_set1_epi8(c);
    return bits(_mm256_cmpeq_epi8(low, wanted), _mm256_cmpeq_epi8(high_half, wanted));
  }
  DRAGOMAN_AVX2 bool any(char c, char d, char e) const {
    return _mm256_movemask_epi8(_mm256_or_si256(one_of(low, c, d, e), one_of(high_half, c, d, e))) != 0;
  }
  DRAGOMAN_AVX2 std::uint64_t letters() const {
    const __m256i small = _mm256_set1_epi8(0x20);
    return bits(from(_mm256_or_si256(low, small), 'a', 26), from(_mm256_or_si256(high_half, small), 'a', 26));
  }
  DRAGOMAN_AVX2 std::uint64_t digits() const { return bits(from(low, '0', 10), from(high_half, '0', 10)); }
  DRAGOMAN_AVX2 std::uint64_t high() const { return bits(low, high_half); }
  DRAGOMAN_AVX2 std::uint64_t capitals() const { return bits(from(low, 'A', 26), from(high_half, 'A', 26)); }
  DRAGOMAN_AVX2 std::uint64_t blanks() const { return bits(blank(low), blank(high_half)); }
  DRAGOMAN_AVX2 void folded(char* out) const {
    _mm256_storeu_si256(reinterpret_cast<__m256i*>(out), small(low));
    _mm256_storeu_si256(reinterpret_cast<__m256i*>(out) + 1, small(high_half));
  }

 private:
  DRAGOMAN_AVX2 static std::uint64_t bits(__m256i a, __m256i b) {
    return static_cast<std::uint32_t>(_mm256_movemask_epi8(a)) |
           static_cast<std::uint64_t>(static_cast<std::uint32_t>(_mm256_movemask_epi8(b))) << 32;
  }
  // The `count` bytes from `first` on: moved to the bottom of the signed range.
  DRAGOMAN_AVX2 static __m256i from(__m256i x, char first, int count) {
    return _mm256_cmpgt_epi8(_mm256_set1_epi8(static_cast<char>(-128 + count)),
                             _mm256_add_epi8(x, _mm256_set1_epi8(static_cast<char>(-128 - first))));
  }
  DRAGOMAN_AVX2 static __m256i one_of(__m256i x, char c, char d, char e) {
    return _mm256_or_si256(_mm256_cmpeq_epi8(x, _mm256_set1_epi8(c)),
                           _mm256_or_si256(_mm256_cmpeq_epi8(x, _mm256_set1_epi8(d)),
                                           _mm256_cmpeq_epi8(x, _mm256_set1_epi8(e))));
  }
  DRAGOMAN_AVX2 static __m256i blank(__m256i x) {
    return _mm256_or_si256(_mm256_cmpeq_epi8(_mm256_min_epu8(x, _mm256_set1_epi8(0x20)), x),
                           _mm256_cmpeq_epi8(x, _mm256_set1_epi8(0x7F)));
  }
  DRAGOMAN_AVX2 static __m256i small(__m256i x) {
    return _mm256_or_si256(x, _mm256_and_si256(from(x, 'A', 26), _mm256_set1_epi8(0x20)));
  }
};

// Facts with one byte for each position: a word's facts are one load.
struct WideFacts {
  unsigned char bytes[64];

  DRAGOMAN_AVX2 WideFacts(std::uint64_t a, std::uint64_t b, std::uint64_t c, std::uint64_t d) {
    for (int half = 0; half < 2; ++half) {
      const int shift = 32 * half;
      const __m256i ab = _mm256_or_si256(spread(a >> shift, 1), spread(b >> shift, 2));
      const __m256i cd = _mm256_or_si256(spread(c >> shift, 4), spread(d >> shift, 8));
      _mm256_storeu_si256(reinterpret_cast<__m256i*>(bytes) + half, _mm256_or_si256(ab, cd));
    }
  }
  unsigned at(std::size_t i) const { return bytes[i]; }

 private:
  // A byte for each of the low 32 bits: `value` where it is set.
  DRAGOMAN_AVX2 static __m256i spread(std::uint64_t bits, char value) {
    const __m256i which = _mm256_setr_epi64x(0, 0x0101010101010101, 0x0202020202020202, 0x0303030303030303);
    const __m256i one = _mm256_set1_epi64x(static_cast<long long>(0x8040201008040201u));
    const __m256i all = _mm256_shuffle_epi8(_mm256_set1_epi32(static_cast<int>(bits)), which);
    return _mm256_and_si256(_mm256_cmpeq_epi8(_mm256_and_si256(all, one), one), _mm256_set1_epi8(value));
  }
};

#endif

}  // namespace dragoman

#endif  // DRAGOMAN_SRC_TOKEN_WIDE_BLOCK_H_
