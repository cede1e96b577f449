// Part of dragoman; see LICENSE.
//
// Folding and hashing of tokens.  The public fold() and fold_hash() are in token.h.

#ifndef DRAGOMAN_SRC_TOKEN_FOLD_H_
#define DRAGOMAN_SRC_TOKEN_FOLD_H_

#include <cstdint>
#include <cstring>
#include <string>
#include <string_view>

#include "dragoman/token.h"

namespace dragoman {

namespace hash_detail {

constexpr std::uint64_t kMix0 = 0x9E6C63D0876A9A35u;
constexpr std::uint64_t kMix1 = 0xC3A5C85C97CB3127u;
constexpr std::uint64_t kMix2 = 0xB492B66FBE98F273u;
constexpr std::uint64_t kMix3 = 0xD6E8FEB86659FD93u;

// High and low half of a 64 x 64 bit product, folded onto each other.
constexpr std::uint64_t mix(std::uint64_t a, std::uint64_t b) {
#ifdef __SIZEOF_INT128__
  __extension__ using Wide = unsigned __int128;
  const Wide product = static_cast<Wide>(a) * b;
  return static_cast<std::uint64_t>(product) ^ static_cast<std::uint64_t>(product >> 64);
#else
  const std::uint64_t al = a & 0xFFFFFFFFu, ah = a >> 32, bl = b & 0xFFFFFFFFu, bh = b >> 32;
  const std::uint64_t ll = al * bl, lh = al * bh, hl = ah * bl, hh = ah * bh;
  const std::uint64_t middle = (ll >> 32) + (lh & 0xFFFFFFFFu) + (hl & 0xFFFFFFFFu);
  const std::uint64_t high = hh + (lh >> 32) + (hl >> 32) + (middle >> 32);
  return (middle << 32 | (ll & 0xFFFFFFFFu)) ^ high;
#endif
}

// Eight bytes as a little-endian number on every machine.
inline std::uint64_t load8(const char* p) {
  std::uint64_t word;
  std::memcpy(&word, p, 8);
#if defined(__BYTE_ORDER__) && __BYTE_ORDER__ == __ORDER_BIG_ENDIAN__
  word = __builtin_bswap64(word);
#endif
  return word;
}

// One round over a block of 16 bytes, and the end; the padding of the last block is
// zero, so the length goes in as well.
constexpr std::uint64_t round(std::uint64_t h, std::uint64_t a, std::uint64_t b) {
  return mix(a ^ kMix0 ^ h, b ^ kMix1 ^ (h << 32 | h >> 32));
}
constexpr std::uint64_t finish(std::uint64_t h, std::uint64_t length) {
  return mix(h ^ kMix2, length ^ kMix3);
}

}  // namespace hash_detail

namespace hash_detail {

constexpr std::uint64_t low_bytes(std::size_t n) {
  return n >= 8 ? ~std::uint64_t{0} : (std::uint64_t{1} << (8 * n)) - 1;
}

// Masks of the first and the second eight bytes of a word; of a longer one than 16, all.
struct Masks {
  std::uint64_t first[65] = {}, second[65] = {};
  std::uint64_t length[65] = {};  // what the length adds to the hash
  constexpr Masks() {
    for (std::size_t n = 0; n <= 64; ++n) {
      first[n] = low_bytes(n);
      second[n] = n <= 8 ? 0 : low_bytes(n - 8);
      length[n] = n ^ kMix3;
    }
  }
};
inline constexpr Masks kMasks;

}  // namespace hash_detail

// hash_bytes() of length <= 16 bytes at p, where 16 can be read.
inline std::uint64_t hash_short(const char* p, std::size_t length) {
  using namespace hash_detail;
  return mix(round(0, load8(p) & kMasks.first[length], load8(p + 8) & kMasks.second[length]) ^ kMix2,
             kMasks.length[length]);
}

// A 64-bit hash of the bytes: two multiplications for a word of up to 16 bytes.
// The value is part of the data format: compiled name tables contain it.
std::uint64_t hash_bytes(std::string_view bytes);

}  // namespace dragoman

#endif  // DRAGOMAN_SRC_TOKEN_FOLD_H_
