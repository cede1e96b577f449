// Part of dragoman; see LICENSE.
//
// Block (text/blocks.h) for processors with AVX-512, where a comparison of 64 bytes is one
// instruction and its answer is the mask itself; and the words of a window described eight at a
// time instead of one by one.
//
// The window's bytes stay in a register: "the eight bytes from s on" is one permutation for eight
// words at once, and so are kinds and flags, which are tables of 128 bytes and of 32 numbers.
// Products of 64 x 64 bits are put together from four of 32 x 32.

#ifndef DRAGOMAN_SRC_TOKEN_AVX512_BLOCK_H_
#define DRAGOMAN_SRC_TOKEN_AVX512_BLOCK_H_

#include "base/simd.h"
#include "token/fold.h"
#include "token/word_tables.h"

#ifdef DRAGOMAN_X86

namespace dragoman {

struct Avx512Block {
  __m512i bytes;

  DRAGOMAN_AVX512 explicit Avx512Block(const char* p) : bytes(_mm512_loadu_si512(p)) {}

  DRAGOMAN_AVX512 std::uint64_t equal(char c) const { return _mm512_cmpeq_epi8_mask(bytes, _mm512_set1_epi8(c)); }
  DRAGOMAN_AVX512 bool any(char c, char d, char e) const { return (equal(c) | equal(d) | equal(e)) != 0; }
  DRAGOMAN_AVX512 std::uint64_t letters() const { return from(_mm512_or_si512(bytes, _mm512_set1_epi8(0x20)), 'a', 26); }
  DRAGOMAN_AVX512 std::uint64_t digits() const { return from(bytes, '0', 10); }
  DRAGOMAN_AVX512 std::uint64_t high() const { return _mm512_movepi8_mask(bytes); }
  DRAGOMAN_AVX512 std::uint64_t capitals() const { return from(bytes, 'A', 26); }
  DRAGOMAN_AVX512 std::uint64_t blanks() const {
    return _mm512_cmple_epu8_mask(bytes, _mm512_set1_epi8(0x20)) | equal(0x7F);
  }
  DRAGOMAN_AVX512 __m512i folded() const {
    return _mm512_or_si512(bytes, _mm512_maskz_set1_epi8(capitals(), 0x20));
  }

 private:
  // The `count` bytes from `first` on.
  DRAGOMAN_AVX512 static std::uint64_t from(__m512i x, char first, char count) {
    return _mm512_cmplt_epu8_mask(_mm512_sub_epi8(x, _mm512_set1_epi8(first)), _mm512_set1_epi8(count));
  }
};

// Four facts of a window's words; bit 0 of a word's for the first mask, bit 1 for the second ...
struct Avx512Facts {
  std::uint64_t masks[4];
  Avx512Facts(std::uint64_t a, std::uint64_t b, std::uint64_t c, std::uint64_t d) : masks{a, b, c, d} {}

  DRAGOMAN_AVX512 __m512i by_place() const {
    return _mm512_or_si512(
        _mm512_or_si512(_mm512_maskz_set1_epi8(masks[0], 1), _mm512_maskz_set1_epi8(masks[1], 2)),
        _mm512_or_si512(_mm512_maskz_set1_epi8(masks[2], 4), _mm512_maskz_set1_epi8(masks[3], 8)));
  }
};

namespace avx512_detail {

// hash_detail::mix() of eight pairs, b given with its upper halves.
DRAGOMAN_AVX512 inline __m512i mix(__m512i a, __m512i b, __m512i bh) {
  const __m512i low32 = _mm512_set1_epi64(0xFFFFFFFF);
  const __m512i ah = _mm512_srli_epi64(a, 32);
  const __m512i ll = _mm512_mul_epu32(a, b), lh = _mm512_mul_epu32(a, bh);
  const __m512i hl = _mm512_mul_epu32(ah, b), hh = _mm512_mul_epu32(ah, bh);
  // A product of 32 bits and another number of 32 bits do not leave 64.
  const __m512i middle = _mm512_add_epi64(_mm512_srli_epi64(ll, 32), lh);
  const __m512i upper = _mm512_add_epi64(_mm512_and_si512(middle, low32), hl);
  const __m512i high = _mm512_add_epi64(_mm512_add_epi64(hh, _mm512_srli_epi64(middle, 32)), _mm512_srli_epi64(upper, 32));
  return _mm512_xor_si512(_mm512_slli_epi64(upper, 32), _mm512_xor_si512(high, _mm512_and_si512(ll, low32)));
}

DRAGOMAN_AVX512 inline __m512i number(std::uint64_t n) { return _mm512_set1_epi64(static_cast<long long>(n)); }

// 0, 1, 2 ... 63
DRAGOMAN_AVX512 inline __m512i places() {
  return _mm512_set_epi8(63, 62, 61, 60, 59, 58, 57, 56, 55, 54, 53, 52, 51, 50, 49, 48, 47, 46, 45, 44, 43, 42, 41, 40,
                         39, 38, 37, 36, 35, 34, 33, 32, 31, 30, 29, 28, 27, 26, 25, 24, 23, 22, 21, 20, 19, 18, 17, 16,
                         15, 14, 13, 12, 11, 10, 9, 8, 7, 6, 5, 4, 3, 2, 1, 0);
}

// Interleaves what eight tokens consist of.
DRAGOMAN_AVX512 inline void store_tokens(__m512i place, __m512i hash, __m512i form, Token* out) {
  // The first two, where 8 and more stand for the second; then the third into its lanes.
  const __m512i a = _mm512_permutex2var_epi64(place, _mm512_set_epi64(10, 2, 0, 9, 1, 0, 8, 0), hash);
  const __m512i b = _mm512_permutex2var_epi64(place, _mm512_set_epi64(5, 0, 12, 4, 0, 11, 3, 0), hash);
  const __m512i c = _mm512_permutex2var_epi64(place, _mm512_set_epi64(0, 15, 7, 0, 14, 6, 0, 13), hash);
  auto* const bytes = reinterpret_cast<char*>(out);
  _mm512_storeu_si512(bytes, _mm512_mask_permutexvar_epi64(a, 0x24, _mm512_set_epi64(0, 0, 1, 0, 0, 0, 0, 0), form));
  _mm512_storeu_si512(bytes + 64, _mm512_mask_permutexvar_epi64(b, 0x49, _mm512_set_epi64(0, 4, 0, 0, 3, 0, 0, 2), form));
  _mm512_storeu_si512(bytes + 128, _mm512_mask_permutexvar_epi64(c, 0x92, _mm512_set_epi64(7, 0, 0, 6, 0, 0, 5, 0), form));
}

}  // namespace avx512_detail

// Describes the window's words; writes sixteen tokens at least, and up to seven too many.  The hash of words of more
// than 16 bytes is of no meaning.
[[gnu::always_inline]] DRAGOMAN_AVX512 inline void describe_words(const Avx512Block& block, const WordWindow& w,
                                                                  const Avx512Facts& facts, Token* token) {
  using namespace avx512_detail;
  static_assert(sizeof(Token) == 24 && sizeof(TokenKind) == 1);
  const __m512i folded = block.folded();
  // A byte a word: where it starts, its length, its facts, its kind.
  const __m512i starts = _mm512_maskz_compress_epi8(w.starts, places());
  const __m512i ends = _mm512_maskz_compress_epi8(w.ends, places());
  const __m512i lengths = _mm512_sub_epi8(ends, starts);
  const __m512i word_facts = _mm512_permutexvar_epi8(ends, facts.by_place());
  const __m512i kinds = _mm512_permutex2var_epi8(_mm512_loadu_si512(kKindOfFirst.data()),
                                                 _mm512_permutexvar_epi8(starts, folded),
                                                 _mm512_loadu_si512(kKindOfFirst.data() + 64));
  const __m512i flag_table = _mm512_loadu_si512(kFlagsOfFacts.data());

  const __m512i eight = _mm512_set1_epi64(0x0706050403020100);    // places within a word
  const __m512i sixteen = _mm512_add_epi8(eight, _mm512_set1_epi8(8));
  // In all bytes of lane k: k.
  constexpr long long kEach = 0x0101010101010101;
  constexpr __mmask64 kLowest = 0x0101010101010101;   // byte of each lane
  __m512i spread = _mm512_set_epi64(7 * kEach, 6 * kEach, 5 * kEach, 4 * kEach, 3 * kEach, 2 * kEach, kEach, 0);
  const __m512i letters = number(w.letters), one = number(1), base = number(w.base);
  const auto words = static_cast<unsigned>(__builtin_popcountll(w.ends));
  // Sixteen at least, as most windows hold nine to sixteen words: a loop whose length is guessed
  // wrong costs more than eight words.
  for (unsigned done = 0; done < 16 || done < words; done += 8, token += 8) {
    const __m512i start_bytes = _mm512_permutexvar_epi8(spread, starts);
    const __m512i length_bytes = _mm512_permutexvar_epi8(spread, lengths);
    const __m512i first = _mm512_maskz_permutexvar_epi8(_mm512_cmplt_epu8_mask(eight, length_bytes),
                                                        _mm512_add_epi8(start_bytes, eight), folded);
    const __m512i second = _mm512_maskz_permutexvar_epi8(_mm512_cmplt_epu8_mask(sixteen, length_bytes),
                                                         _mm512_add_epi8(start_bytes, sixteen), folded);
    const __m512i byte = number(0xFF);
    const __m512i start = _mm512_and_si512(start_bytes, byte), length = _mm512_and_si512(length_bytes, byte);
    const __m512i end = _mm512_xor_si512(second, number(hash_detail::kMix1));
    const __m512i round = mix(_mm512_xor_si512(first, number(hash_detail::kMix0)), end, _mm512_srli_epi64(end, 32));
    const __m512i hash = mix(_mm512_xor_si512(round, number(hash_detail::kMix2)),
                             _mm512_xor_si512(length, number(hash_detail::kMix3)), number(hash_detail::kMix3 >> 32));
    const __m512i within = _mm512_sub_epi64(_mm512_sllv_epi64(one, length), one);
    const __m512i letter_count = _mm512_popcnt_epi64(_mm512_and_si512(_mm512_srlv_epi64(letters, start), within));
    const __m512i more_letters = _mm512_maskz_set1_epi64(_mm512_cmpgt_epu64_mask(letter_count, one), 16);
    const __m512i its_facts = _mm512_maskz_permutexvar_epi8(kLowest, spread, word_facts);
    const __m512i its_kind = _mm512_maskz_permutexvar_epi8(kLowest, spread, kinds);
    // The other words of each lane ask for the flags of no facts, which are none.
    const __m512i flags = _mm512_permutexvar_epi16(_mm512_or_si512(its_facts, more_letters), flag_table);
    const __m512i from = _mm512_add_epi64(start, base);
    const __m512i place = _mm512_or_si512(from, _mm512_slli_epi64(_mm512_add_epi64(from, length), 32));
    const __m512i form = _mm512_or_si512(_mm512_or_si512(its_kind, _mm512_slli_epi64(letter_count, 8)),
                                         _mm512_slli_epi64(flags, 16));
    store_tokens(place, hash, form, token);
    spread = _mm512_add_epi8(spread, _mm512_set1_epi8(8));
  }
}

// Lists the odd words of a window: their indexes from `count` on.  Writes 16 at least, and up to 15 too many.
[[gnu::always_inline]] DRAGOMAN_AVX512 inline void list_odd_words(std::uint64_t odd, std::uint64_t slow,
                                                                  std::uint64_t ends, std::size_t count, OddWord* out) {
  // From a bit a byte to a bit a word.
  const std::uint64_t odd_words = _pext_u64(odd, ends), slow_words = _pext_u64(slow, ends);
  const __m512i marked =
      _mm512_or_si512(avx512_detail::places(), _mm512_maskz_set1_epi8(slow_words, static_cast<char>(0x80)));
  const __m512i listed = _mm512_maskz_compress_epi8(odd_words, marked);
  const auto all = static_cast<unsigned>(__builtin_popcountll(odd_words));
  alignas(64) std::uint8_t bytes[64];
  _mm512_store_si512(bytes, listed);
  unsigned done = 0;
  do {
    const __m512i some = _mm512_cvtepu8_epi32(_mm_load_si128(reinterpret_cast<const __m128i*>(bytes + done)));
    const __m512i index = _mm512_add_epi32(_mm512_and_si512(some, _mm512_set1_epi32(0x7F)),
                                           _mm512_set1_epi32(static_cast<int>(count)));
    const __m512i slow_bit = _mm512_slli_epi32(_mm512_srli_epi32(some, 7), 31);
    _mm512_storeu_si512(out + done, _mm512_or_si512(index, slow_bit));
    done += 16;
  } while (done < all);
}

}  // namespace dragoman

#endif  // DRAGOMAN_X86

#endif  // DRAGOMAN_SRC_TOKEN_AVX512_BLOCK_H_
