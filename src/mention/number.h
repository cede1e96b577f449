// Part of dragoman; see LICENSE.
//
// The form of a token that has a digit.
//
//   number_form("1.5bn");   // kScaled, 1.5e9
//   number_form("7th");     // kOrdinal, 7
//   number_form("152mm");   // kOther

#ifndef DRAGOMAN_MENTION_NUMBER_H_
#define DRAGOMAN_MENTION_NUMBER_H_

#include <cstdint>
#include <string_view>

namespace dragoman {

enum class NumberKind : std::uint8_t {
  kPlain,     // 3  1,000  0.5
  kScaled,    // 1.5bn  300m  20k
  kOrdinal,   // 1st  22nd
  kDecade,    // 1990s  90s
  kOther,     // anything else with a digit
};

struct NumberForm {
  NumberKind kind = NumberKind::kOther;
  double value = 0;
  std::uint8_t digits = 0;     // before a decimal point
  bool integer = true;         // digits alone: no separator, no decimal point

  bool is_year() const { return integer && digits == 4 && value >= 1900 && value <= 2100; }
  bool is_day() const { return integer && digits <= 2 && value >= 1 && value <= 31; }
};

// Linear in the word; never fails.
NumberForm number_form(std::string_view word);

}  // namespace dragoman

#endif  // DRAGOMAN_MENTION_NUMBER_H_
