// Part of dragoman; see LICENSE.
//
// 64 bytes at a time: one bit for each byte that belongs to a class.  SSE2 is part of
// every x86-64; elsewhere plain 64-bit arithmetic does the same on 8 bytes.

#ifndef DRAGOMAN_SRC_TEXT_BLOCKS_H_
#define DRAGOMAN_SRC_TEXT_BLOCKS_H_

#include <cstdint>
#include <cstring>

#if defined(__SSE2__) && !defined(DRAGOMAN_PORTABLE)
#include <emmintrin.h>
#endif

namespace dragoman {

struct Block {
#if defined(__SSE2__) && !defined(DRAGOMAN_PORTABLE)
  __m128i v[4];

  explicit Block(const char* p) {
    for (int i = 0; i < 4; ++i) {
      v[i] = _mm_loadu_si128(reinterpret_cast<const __m128i*>(p) + i);
    }
  }
  std::uint64_t equal(char c) const {
    const __m128i wanted = _mm_set1_epi8(c);
    return gather([&](__m128i x) { return _mm_cmpeq_epi8(x, wanted); });
  }
  std::uint64_t equal(char c, char d) const {
    const __m128i first = _mm_set1_epi8(c), second = _mm_set1_epi8(d);
    return gather([&](__m128i x) {
      return _mm_or_si128(_mm_cmpeq_epi8(x, first), _mm_cmpeq_epi8(x, second));
    });
  }
  // Is any of the three in the block?
  bool any(char c, char d, char e) const {
    const __m128i first = _mm_set1_epi8(c), second = _mm_set1_epi8(d), third = _mm_set1_epi8(e);
    __m128i found = _mm_setzero_si128();
    for (const __m128i x : v) {
      found = _mm_or_si128(
          found, _mm_or_si128(_mm_cmpeq_epi8(x, third), _mm_or_si128(_mm_cmpeq_epi8(x, first),
                                                                     _mm_cmpeq_epi8(x, second))));
    }
    return _mm_movemask_epi8(found) != 0;
  }
  // ASCII letters of both cases.
  std::uint64_t letters() const {
    return gather([](__m128i x) {
      const __m128i low = _mm_or_si128(x, _mm_set1_epi8(0x20));
      // Signed comparison: shift 'a'..'z' to the bottom of the range.
      const __m128i moved = _mm_add_epi8(low, _mm_set1_epi8(static_cast<char>(-128 - 'a')));
      return _mm_cmplt_epi8(moved, _mm_set1_epi8(-128 + 26));
    });
  }
  std::uint64_t digits() const {
    return gather([](__m128i x) {
      const __m128i moved = _mm_add_epi8(x, _mm_set1_epi8(static_cast<char>(-128 - '0')));
      return _mm_cmplt_epi8(moved, _mm_set1_epi8(-128 + 10));
    });
  }
  std::uint64_t high() const {
    return gather([](__m128i x) { return x; });
  }
  std::uint64_t capitals() const { return gather(capital); }
  // Control characters and the space.
  std::uint64_t blanks() const {
    return gather([](__m128i x) {
      return _mm_or_si128(_mm_cmpeq_epi8(_mm_min_epu8(x, _mm_set1_epi8(0x20)), x),
                          _mm_cmpeq_epi8(x, _mm_set1_epi8(0x7F)));
    });
  }
  // Writes the bytes with ASCII capitals made small.
  void folded(char* out) const {
    for (int i = 0; i < 4; ++i) {
      const __m128i bit = _mm_and_si128(capital(v[i]), _mm_set1_epi8(0x20));
      _mm_storeu_si128(reinterpret_cast<__m128i*>(out) + i, _mm_or_si128(v[i], bit));
    }
  }

 private:
  static __m128i capital(__m128i x) {
    const __m128i moved = _mm_add_epi8(x, _mm_set1_epi8(static_cast<char>(-128 - 'A')));
    return _mm_cmplt_epi8(moved, _mm_set1_epi8(-128 + 26));
  }
  template <typename F>
  std::uint64_t gather(F f) const {
    std::uint64_t bits = 0;
    for (int i = 0; i < 4; ++i) {
      bits |= static_cast<std::uint64_t>(static_cast<unsigned>(_mm_movemask_epi8(f(v[i]))))
              << (16 * i);
    }
    return bits;
  }
#else
  unsigned char v[64];

  explicit Block(const char* p) { std::memcpy(v, p, 64); }
  std::uint64_t equal(char c) const {
    return gather([c](unsigned char x) { return x == static_cast<unsigned char>(c); });
  }
  std::uint64_t equal(char c, char d) const { return equal(c) | equal(d); }
  bool any(char c, char d, char e) const { return (equal(c) | equal(d) | equal(e)) != 0; }
  std::uint64_t letters() const {
    return gather([](unsigned char x) { return static_cast<unsigned char>((x | 0x20) - 'a') < 26; });
  }
  std::uint64_t digits() const {
    return gather([](unsigned char x) { return static_cast<unsigned char>(x - '0') < 10; });
  }
  std::uint64_t high() const {
    return gather([](unsigned char x) { return x >= 0x80; });
  }
  std::uint64_t capitals() const {
    return gather([](unsigned char x) { return static_cast<unsigned char>(x - 'A') < 26; });
  }
  std::uint64_t blanks() const {
    return gather([](unsigned char x) { return x <= 0x20 || x == 0x7F; });
  }
  void folded(char* out) const {
    for (int i = 0; i < 64; ++i) {
      const bool capital = static_cast<unsigned char>(v[i] - 'A') < 26;
      out[i] = static_cast<char>(v[i] | (capital ? 0x20 : 0));
    }
  }

 private:
  // Compilers turn the inner loop into vector code; the product collects eight
  // bytes of 0 or 1 into one byte.
  template <typename F>
  std::uint64_t gather(F f) const {
    unsigned char ones[64];
    for (int i = 0; i < 64; ++i) ones[i] = f(v[i]) ? 1 : 0;
    std::uint64_t bits = 0;
    for (int i = 0; i < 8; ++i) {
      std::uint64_t word;
      std::memcpy(&word, ones + 8 * i, 8);
#if defined(__BYTE_ORDER__) && __BYTE_ORDER__ == __ORDER_BIG_ENDIAN__
      word = __builtin_bswap64(word);
#endif
      bits |= (word * 0x0102040810204080u >> 56) << (8 * i);
    }
    return bits;
  }
#endif
};

}  // namespace dragoman

#endif  // DRAGOMAN_SRC_TEXT_BLOCKS_H_
