// Part of dragoman; see LICENSE.
//
// What the scanner looks up for each word: its kind by its first byte, its flags by five facts.

#ifndef DRAGOMAN_SRC_TOKEN_WORD_TABLES_H_
#define DRAGOMAN_SRC_TOKEN_WORD_TABLES_H_

#include <array>
#include <cstdint>

#include "dragoman/token.h"

namespace dragoman {

// Flags of a word by five facts: space before, capital first, has lower, has digit, two
// letters or more.
inline constexpr std::array<std::uint16_t, 32> kFlagsOfFacts = [] {
  std::array<std::uint16_t, 32> flags{};
  for (unsigned i = 0; i < 32; ++i) {
    unsigned f = 0;
    if ((i & 1) != 0) f |= kSpaceBefore;
    if ((i & 2) != 0) f |= kInitialCapital;
    if ((i & 4) != 0) f |= kHasLower;
    if ((i & 8) != 0) f |= kHasDigit;
    if ((i & 16) != 0 && (i & 4) == 0) f |= kAllCapitals;
    flags[i] = static_cast<std::uint16_t>(f);
  }
  return flags;
}();

// What an ASCII word of one character, or beginning with it, is.
inline constexpr std::array<TokenKind, 128> kKindOfFirst = [] {
  std::array<TokenKind, 128> kinds{};
  kinds.fill(TokenKind::kPunctuation);
  for (int c = 'a'; c <= 'z'; ++c) kinds[c] = kinds[c - 0x20] = TokenKind::kWord;
  for (int c = '0'; c <= '9'; ++c) kinds[c] = TokenKind::kNumber;
  for (const char c : {'$', '+', '<', '=', '>', '^', '`', '|', '~'}) {
    kinds[static_cast<unsigned char>(c)] = TokenKind::kSymbol;
  }
  return kinds;
}();

// Words of a window of 64 bytes.
struct WordWindow {
  std::uint64_t starts, ends;  // of words: first byte, and byte behind; starts may be more
  std::uint64_t letters;
  const char* folded;          // the window in lower case
  std::uint32_t base;          // byte of the text at which the window begins
};

// An odd word of a piece: its index, and whether it is to be described anew.
struct OddWord {
  std::uint32_t index : 31;
  std::uint32_t slow : 1;
};

}  // namespace dragoman

#endif  // DRAGOMAN_SRC_TOKEN_WORD_TABLES_H_
