// Part of dragoman; see LICENSE.
//
// The form of a word as learned models ask for it: its shape and its ends, from its bytes.
//
//   word_shape("Jong-un");    // capital, small letters, hyphen, small letters
//   word_end("minister", 3);  // the number of "ter"

#ifndef DRAGOMAN_BASE_WORD_FORM_H_
#define DRAGOMAN_BASE_WORD_FORM_H_

#include <algorithm>
#include <cstdint>
#include <string_view>

namespace dragoman {

// Of at most 7 bytes; ASCII capitals count as small letters.
inline std::uint64_t affix_hash(std::string_view bytes) {
  std::uint64_t value = bytes.size();
  for (const char c : bytes) {
    const std::uint8_t b = std::uint8_t(c);
    value = value << 8 | (b >= 'A' && b <= 'Z' ? b + 32u : b);
  }
  return value;
}

inline std::uint64_t word_end(std::string_view bytes, std::size_t length) {
  return affix_hash(bytes.substr(bytes.size() - std::min(length, bytes.size())));
}

// Aa, AA, a, A., 9, Aa-Aa: each byte by its class, of a run the first two.
inline std::uint32_t word_shape(std::string_view bytes) {
  std::uint32_t shape = 1;
  std::uint32_t before = 0;
  int run = 0;
  for (const char c : bytes) {
    const std::uint8_t b = std::uint8_t(c);
    const std::uint32_t cls = b >= 'a' && b <= 'z' ? 1 : b >= 'A' && b <= 'Z' ? 2 : b >= '0' && b <= '9' ? 3
                              : b >= 0x80 ? 4 : b == '.' ? 5 : b == '-' ? 6 : 7;
    run = cls == before ? run + 1 : 1;
    before = cls;
    if (run <= 2 && shape < (1u << 28)) shape = shape * 8 + cls;
  }
  return shape;
}

}  // namespace dragoman

#endif  // DRAGOMAN_BASE_WORD_FORM_H_
