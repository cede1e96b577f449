// Part of dragoman; see LICENSE.
//
// Letters: what they are and their case, which do not depend on the locale.

#ifndef DRAGOMAN_BASE_ASCII_H_
#define DRAGOMAN_BASE_ASCII_H_

#include <string>
#include <string_view>

namespace dragoman {

constexpr bool is_ascii_upper(char c) { return c >= 'A' && c <= 'Z'; }
constexpr bool is_ascii_lower(char c) { return c >= 'a' && c <= 'z'; }
constexpr bool is_ascii_letter(char c) { return is_ascii_upper(c) || is_ascii_lower(c); }
constexpr bool is_ascii_digit(char c) { return c >= '0' && c <= '9'; }
constexpr char ascii_lower(char c) { return is_ascii_upper(c) ? char(c + ('a' - 'A')) : c; }

// With capitals made small, where case is no mistake.
inline std::string ascii_lowered(std::string_view text) {
  std::string out(text);
  for (char& c : out) c = ascii_lower(c);
  return out;
}

}  // namespace dragoman

#endif  // DRAGOMAN_BASE_ASCII_H_
