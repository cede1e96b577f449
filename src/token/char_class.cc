// Part of dragoman; see LICENSE.
//
// Latin, Greek and Cyrillic letters, quotes, dashes and currency signs are all that
// most news has beyond ASCII.  Their classes are asked of ICU once, at first use, so
// they follow whatever Unicode version ICU is built for.

#include "token/char_class.h"

#include <unicode/uchar.h>

#include <array>

#include "token/describe.h"

namespace dragoman {
namespace {

CharClass ask_icu(char32_t code) {
  const auto c = static_cast<UChar32>(code);
  const int line_break = u_getIntPropertyValue(c, UCHAR_LINE_BREAK);
  if (line_break == U_LB_COMPLEX_CONTEXT) return CharClass::kComplex;
  switch (u_getIntPropertyValue(c, UCHAR_WORD_BREAK)) {
    case U_WB_ALETTER:
      if (!u_isalpha(c)) return CharClass::kComplex;
      if (u_isupper(c) || u_istitle(c)) return CharClass::kUpper;
      return u_islower(c) ? CharClass::kLower : CharClass::kComplex;
    case U_WB_MIDNUMLET:
      return CharClass::kMiddle;
    case U_WB_OTHER:
    case U_WB_NEWLINE:
    case U_WB_WSEGSPACE:
      return blank(code) ? CharClass::kBlank : CharClass::kOther;
    default:
      return CharClass::kComplex;
  }
}

// Ranges of the table: [0x80, 0x530) and [0x1E00, 0x2100).
constexpr char32_t kEndOfLow = 0x530, kHigh = 0x1E00, kEndOfHigh = 0x2100;

struct Table {
  std::array<CharClass, kEndOfLow> low;
  std::array<CharClass, kEndOfHigh - kHigh> high;

  Table() {
    for (char32_t c = 0; c < kEndOfLow; ++c) low[c] = ask_icu(c);
    for (char32_t c = kHigh; c < kEndOfHigh; ++c) high[c - kHigh] = ask_icu(c);
  }
};

}  // namespace

CharClass char_class(char32_t c) {
  static const Table table;
  if (c < kEndOfLow) return table.low[c];
  if (c >= kHigh && c < kEndOfHigh) return table.high[c - kHigh];
  return CharClass::kComplex;
}

}  // namespace dragoman
