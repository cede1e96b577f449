// Part of dragoman; see LICENSE.
//
// Three ways, by how often they are needed: words of up to 16 ASCII bytes are looked at
// as two numbers of eight bytes; marks such as “ and — come from a table; the rest gets
// one look at each code point.  The scanner describes most words before any of this, by
// its bit masks; what is here sees parts of words, abbreviations and accents.

#include "token/describe.h"

#include <unicode/uchar.h>

#include <array>
#include <cstring>
#include <string>

#include "text/utf8.h"
#include "token/char_class.h"
#include "token/fold.h"

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

namespace {

bool space_before(std::string_view text, std::size_t start) {
  if (start == 0) return true;
  const auto byte = static_cast<unsigned char>(text[start - 1]);
  if (byte < 0x80) return byte <= ' ' || byte == 0x7F;
  std::size_t before = start - 1;
  while (before > 0 && is_continuation(text[before])) --before;
  return blank(next_code_point(text, before));
}

// One look at each code point.
Token describe_slowly(std::string_view text, std::uint32_t start, std::uint32_t end) {
  Token token;
  token.start = start;
  token.end = end;
  unsigned letters = 0, upper = 0, lower = 0, flags = 0;
  bool number = false, digit = false;
  char32_t first = 0;
  for (std::size_t i = start; i < end;) {
    const char32_t code = next_code_point(text, i);
    const auto c = static_cast<UChar32>(code);
    if (first == 0) first = code;
    bool letter, capital, small, figure = false;
    if (code < 0x80) {
      const unsigned what = kAscii[code];
      letter = (what & kLetterByte) != 0;
      capital = (what & kCapitalByte) != 0;
      small = letter && !capital;
      figure = (what & kDigitByte) != 0;
    } else {
      flags |= kNonAscii;
      const CharClass known = char_class(code);
      if (known == CharClass::kUpper || known == CharClass::kLower) {
        letter = true;
        capital = known == CharClass::kUpper;
        small = !capital;
      } else {
        letter = u_isalpha(c);
        capital = letter && (u_isupper(c) || u_istitle(c));
        small = letter && u_islower(c);
        figure = !letter && u_isdigit(c);
      }
    }
    if (letters == 0 && capital) flags |= kInitialCapital;
    letters += letter;
    upper += capital;
    lower += small;
    if (figure) {
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
  if (space_before(text, start)) flags |= kSpaceBefore;
  token.flags = static_cast<std::uint16_t>(flags);
  token.hash = fold_hash(text.substr(start, end - start));
  return token;
}

// The number's top bits: bytes of x, none above 0x7F, that are from `first` to `last`.
constexpr std::uint64_t kEach = 0x0101010101010101u, kTops = 0x80 * kEach;
constexpr std::uint64_t within(std::uint64_t x, unsigned first, unsigned last) {
  return (x + (0x80 - first) * kEach) & ~(x + (0x7F - last) * kEach) & kTops;
}

// What eight bytes hold, one top bit a byte.
struct Eight {
  std::uint64_t upper, letters, digits, lowered;

  explicit Eight(std::uint64_t x)
      : upper(within(x, 'A', 'Z')),
        letters(within(x | 0x20 * kEach, 'a', 'z')),
        digits(within(x, '0', '9')),
        lowered(x | upper >> 2) {}
};

// Number of top bits.
unsigned count(std::uint64_t tops) { return static_cast<unsigned>((tops >> 7) * kEach >> 56); }

// Describes an ASCII word of `length` <= 16 bytes, blanks before it aside: lo and hi
// are its bytes, zero behind its end.
Token describe_short(const char* word, std::size_t length, std::uint64_t lo, std::uint64_t hi) {
  const Eight a(lo), b(hi);
  Token token;
  const std::uint64_t letters = a.letters | b.letters, upper = a.upper | b.upper;
  const std::uint64_t digits = a.digits | b.digits;
  const unsigned letter_count = count(a.letters) + count(b.letters);
  const unsigned upper_count = count(a.upper) + count(b.upper);
  unsigned flags = 0;
  // A number lower than the lowest letter's: does a digit come first?
  const auto first = [](std::uint64_t x, std::uint64_t y) {
    return x != 0 ? __builtin_ctzll(x) : y != 0 ? 64 + __builtin_ctzll(y) : 128;
  };
  const int first_letter = first(a.letters, b.letters);
  if (letters != 0 && upper != 0 && first(a.upper, b.upper) == first_letter) flags |= kInitialCapital;
  if (letter_count != upper_count) flags |= kHasLower;
  if (letter_count >= 2 && upper_count == letter_count) flags |= kAllCapitals;
  if (digits != 0) flags |= kHasDigit;
  const bool number = digits != 0 && first(a.digits, b.digits) < first_letter;
  token.kind = letters != 0 && !number ? TokenKind::kWord
               : digits != 0           ? TokenKind::kNumber
               : symbol(static_cast<unsigned char>(*word)) ? TokenKind::kSymbol
                                                           : TokenKind::kPunctuation;
  token.letters = static_cast<std::uint8_t>(letter_count);
  token.flags = static_cast<std::uint16_t>(flags);
  // Folding has more to do than lower case where other characters are than apostrophes
  // within the word.
  if (letter_count + count(a.digits) + count(b.digits) + (*word == '\'' ? 1u : 0u) == length) {
    using namespace hash_detail;
    token.hash = finish(round(0, a.lowered, b.lowered), length);
  } else {
    token.hash = fold_hash(std::string_view(word, length));
  }
  return token;
}

// U+2000..U+203F: dashes and quotes, by far the most frequent words beyond ASCII.
class PrintMarks {
 public:
  PrintMarks() {
    for (unsigned i = 0; i < 64; ++i) {
      std::string mark;
      append_code_point(mark, 0x2000 + i);
      marks_[i] = describe_slowly(mark, 0, 3);
      marks_[i].flags &= static_cast<std::uint16_t>(~kSpaceBefore);
    }
  }
  const Token& operator[](char last) const { return marks_[static_cast<unsigned char>(last) & 0x3F]; }

 private:
  std::array<Token, 64> marks_;
};

}  // namespace

Token describe(std::string_view text, std::uint32_t start, std::uint32_t end) {
  const char* const word = text.data() + start;
  const std::size_t length = end - start;
  Token token;
  if (length <= 16 && length != 0) {
    char bytes[16] = {};
    if (text.size() - start >= 16) {
      std::memcpy(bytes, word, 16);
    } else {
      std::memcpy(bytes, word, text.size() - start);
    }
    const std::uint64_t lo = hash_detail::load8(bytes) & hash_detail::kMasks.first[length];
    const std::uint64_t hi = hash_detail::load8(bytes + 8) & hash_detail::kMasks.second[length];
    if (((lo | hi) & kTops) == 0) {
      token = describe_short(word, length, lo, hi);
    } else if (length == 3 && word[0] == '\xE2' && word[1] == '\x80') {
      static const PrintMarks marks;
      token = marks[word[2]];
    } else {
      return describe_slowly(text, start, end);
    }
    token.start = start;
    token.end = end;
    if (space_before(text, start)) token.flags |= kSpaceBefore;
    return token;
  }
  return describe_slowly(text, start, end);
}

}  // namespace dragoman
