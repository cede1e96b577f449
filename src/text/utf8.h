// Part of dragoman; see LICENSE.
//
// UTF-8: checking, repairing, and reading one code point.
//
//   if (first_ill_formed(bytes) != bytes.size()) bytes = repair(bytes, loss);

#ifndef DRAGOMAN_SRC_TEXT_UTF8_H_
#define DRAGOMAN_SRC_TEXT_UTF8_H_

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "dragoman/text.h"

namespace dragoman {

// Returns the offset of the first byte of the first ill-formed sequence, or
// size().  Pure ASCII is passed 32 bytes at a time.
std::size_t first_ill_formed(std::string_view bytes);

// Returns bytes with one U+FFFD for each maximal ill-formed sequence, and counts
// them in loss.  At most three times as long as the input.
std::string repair(std::string_view bytes, LossReport& loss);

// Length in bytes of the well-formed sequence at p (1 to 4), or 0.  If 0, *bad is
// the length of the maximal ill-formed sequence that one U+FFFD stands for.
std::size_t sequence_length(const char* p, const char* end, std::size_t* bad);

// Reads the code point at text[i] of valid UTF-8 and moves i past it.
inline char32_t next_code_point(std::string_view text, std::size_t& i) {
  const auto byte = [&](std::size_t k) {
    return static_cast<char32_t>(static_cast<unsigned char>(text[k]));
  };
  const char32_t lead = byte(i);
  if (lead < 0x80) return i += 1, lead;
  if (lead < 0xE0) {
    const char32_t c = (lead & 0x1F) << 6 | (byte(i + 1) & 0x3F);
    return i += 2, c;
  }
  if (lead < 0xF0) {
    const char32_t c = (lead & 0x0F) << 12 | (byte(i + 1) & 0x3F) << 6 | (byte(i + 2) & 0x3F);
    return i += 3, c;
  }
  const char32_t c = (lead & 0x07) << 18 | (byte(i + 1) & 0x3F) << 12 |
                     (byte(i + 2) & 0x3F) << 6 | (byte(i + 3) & 0x3F);
  return i += 4, c;
}

// Appends c, which must be a scalar value.
void append_code_point(std::string& out, char32_t c);

inline bool is_continuation(char c) { return (static_cast<unsigned char>(c) & 0xC0) == 0x80; }

}  // namespace dragoman

#endif  // DRAGOMAN_SRC_TEXT_UTF8_H_
