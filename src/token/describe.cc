// Part of dragoman; see LICENSE.
//
// The slow and general way: one look at each code point.  The ASCII path computes
// the same from bit masks.

#include "token/describe.h"

#include <unicode/uchar.h>

#include <array>

#include "text/utf8.h"

namespace dragoman {
namespace {

// An ASCII character's part in a description.
enum : unsigned char { kLetterByte = 1, kCapitalByte = 2, kDigitByte = 4, kSymbolByte = 8 };

constexpr std::array<unsigned char, 128> kAscii = [] {
  std::array<unsigned char, 128> table{};
  for (int c = 'a'; c <= 'z'; ++c) table[c] = kLetterByte;
  for (int c = 'A'; c <= 'Z'; ++c) table[c] = kLetterByte | kCapitalByte;
  for (int c = '0'; c <= '9'; ++c) table[c] = kDigitByte;
  for (const char c : {'$', '+', '<', '=', '>', '^', '`', '|', '~'}) {
    table[static_cast<unsigned char>(c)] = kSymbolByte;
  }
  return table;
}();

// Three bytes of punctuation, by far the most frequent words beyond ASCII: “ ” ’ —.
bool general_punctuation(std::string_view word) {
  return word.size() == 3 && word[0] == '\xE2' && word[1] == '\x80' &&
         static_cast<unsigned char>(word[2]) >= 0x90 && static_cast<unsigned char>(word[2]) < 0xA7;
}

bool symbol(char32_t c) {
  if (c < 0x80) return (kAscii[c] & kSymbolByte) != 0;
  const auto mask = U_GET_GC_MASK(static_cast<UChar32>(c));
  return (mask & (U_GC_S_MASK | U_GC_CN_MASK | U_GC_CO_MASK)) != 0;
}

}  // namespace

bool blank(char32_t c) {
  if (c < 0x80) return c <= ' ' || c == 0x7F;
  if (c == 0x200B || c == 0xFEFF) return true;
  return u_isUWhiteSpace(static_cast<UChar32>(c)) || u_charType(static_cast<UChar32>(c)) == U_CONTROL_CHAR;
}

Token describe(std::string_view text, std::uint32_t start, std::uint32_t end) {
  Token token;
  token.start = start;
  token.end = end;
  unsigned letters = 0, upper = 0, lower = 0, flags = 0;
  bool number = false, digit = false;
  char32_t first = 0;
  for (std::size_t i = start; i < end;) {
    const auto byte = static_cast<unsigned char>(text[i]);
    if (byte < 0x80) {
      const unsigned what = kAscii[byte];
      if (first == 0) first = byte;
      const bool letter = (what & kLetterByte) != 0, capital = (what & kCapitalByte) != 0;
      if (letters == 0 && capital) flags |= kInitialCapital;
      letters += letter;
      upper += capital;
      lower += letter && !capital;
      if ((what & kDigitByte) != 0) {
        if (letters == 0) number = true;
        digit = true;
      }
      ++i;
      continue;
    }
    const char32_t code = next_code_point(text, i);
    if (first == 0) first = code;
    flags |= kNonAscii;
    if (general_punctuation(text.substr(start, end - start))) break;
    const auto c = static_cast<UChar32>(code);
    if (first == 0) first = code;
    if (code >= 0x80) flags |= kNonAscii;
    if (u_isalpha(c)) {
      const bool capital = u_isupper(c) || u_istitle(c);
      if (letters == 0 && capital) flags |= kInitialCapital;
      ++letters;
      upper += capital;
      lower += u_islower(c) != 0;
    } else if (u_isdigit(c)) {
      if (letters == 0) number = true;
      digit = true;
    }
  }
  if (lower != 0) flags |= kHasLower;
  if (digit) flags |= kHasDigit;
  if (letters >= 2 && upper == letters) flags |= kAllCapitals;
  if (letters != 0 && !number) {
    token.kind = TokenKind::kWord;
  } else if (digit) {
    token.kind = TokenKind::kNumber;
  } else {
    token.kind = symbol(first) ? TokenKind::kSymbol : TokenKind::kPunctuation;
  }
  token.letters = static_cast<std::uint8_t>(letters < 255 ? letters : 255);
  if (start == 0) {
    flags |= kSpaceBefore;
  } else {
    std::size_t before = start - 1;
    while (before > 0 && is_continuation(text[before])) --before;
    const auto byte = static_cast<unsigned char>(text[before]);
    if (byte < 0x80 ? byte <= ' ' || byte == 0x7F : blank(next_code_point(text, before))) flags |= kSpaceBefore;
  }
  token.flags = static_cast<std::uint16_t>(flags);
  token.hash = fold_hash(text.substr(start, end - start));
  return token;
}

}  // namespace dragoman
