// Part of dragoman; see LICENSE.
//
// News in English is nearly all ASCII, so the check asks 32 bytes at a time whether
// any has its high bit, and walks sequence by sequence only through the 32 bytes
// where one has.  That reads text with 2 % of curly quotes and accents at some GB/s,
// which is as fast as the rest can use, without a table of vector instructions.
//
// What one U+FFFD stands for follows the practice of the WHATWG Encoding standard:
// the longest start of a well-formed sequence, or else a single byte.

#include "text/utf8.h"

#include <cstring>

namespace dragoman {

std::size_t sequence_length(const char* p, const char* end, std::size_t* bad) {
  const auto byte = [p](int i) { return static_cast<unsigned char>(p[i]); };
  const unsigned char lead = byte(0);
  *bad = 1;
  if (lead < 0x80) return 1;
  if (lead < 0xC2 || lead > 0xF4) return 0;
  const std::size_t length = lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
  // The second byte's range keeps out overlong forms, surrogates and > U+10FFFF.
  unsigned char low = 0x80, high = 0xBF;
  if (lead == 0xE0) low = 0xA0;
  if (lead == 0xED) high = 0x9F;
  if (lead == 0xF0) low = 0x90;
  if (lead == 0xF4) high = 0x8F;
  for (std::size_t i = 1; i < length; ++i) {
    if (p + i == end || byte(static_cast<int>(i)) < low || byte(static_cast<int>(i)) > high) {
      *bad = i;
      return 0;
    }
    low = 0x80;
    high = 0xBF;
  }
  return length;
}

std::size_t first_ill_formed(std::string_view bytes) {
  constexpr std::uint64_t kHigh = 0x8080808080808080u;
  const char* const begin = bytes.data();
  const char* const end = begin + bytes.size();
  const char* p = begin;
  std::size_t bad = 0;
  while (p != end) {
    while (end - p >= 32) {
      std::uint64_t words[4];
      std::memcpy(words, p, sizeof words);
      if (((words[0] | words[1] | words[2] | words[3]) & kHigh) != 0) break;
      p += 32;
    }
    const char* const stop = end - p >= 32 ? p + 32 : end;
    while (p < stop) {
      const std::size_t length = sequence_length(p, end, &bad);
      if (length == 0) return static_cast<std::size_t>(p - begin);
      p += length;
    }
  }
  return bytes.size();
}

std::string repair(std::string_view bytes, LossReport& loss) {
  std::string out;
  out.reserve(bytes.size() + 64);
  std::size_t at = 0;
  while (true) {
    const std::size_t good = first_ill_formed(bytes.substr(at));
    out.append(bytes.substr(at, good));
    at += good;
    if (at == bytes.size()) return out;
    std::size_t bad = 0;
    sequence_length(bytes.data() + at, bytes.data() + bytes.size(), &bad);
    if (loss.replacements == 0) loss.first_replaced_at = at;
    ++loss.replacements;
    loss.replaced_bytes += bad;
    out.append("\xEF\xBF\xBD");
    at += bad;
  }
}

void append_code_point(std::string& out, char32_t c) {
  const auto put = [&out](char32_t byte) { out.push_back(static_cast<char>(byte)); };
  if (c < 0x80) {
    put(c);
  } else if (c < 0x800) {
    put(0xC0 | c >> 6);
    put(0x80 | (c & 0x3F));
  } else if (c < 0x10000) {
    put(0xE0 | c >> 12);
    put(0x80 | (c >> 6 & 0x3F));
    put(0x80 | (c & 0x3F));
  } else {
    put(0xF0 | c >> 18);
    put(0x80 | (c >> 12 & 0x3F));
    put(0x80 | (c >> 6 & 0x3F));
    put(0x80 | (c & 0x3F));
  }
}

}  // namespace dragoman
