// Part of dragoman; see LICENSE.
//
// Digits with English separators, then at most one known suffix.  A comma counts as a
// separator only before groups of three, so that "1,5" is not 15.

#include "mention/number.h"

#include <array>
#include <cmath>
#include <string>
#include <utility>

#include "base/ascii.h"

namespace dragoman {
namespace {

constexpr std::array<std::pair<std::string_view, double>, 9> kScales = {{
    {"k", 1e3}, {"m", 1e6}, {"mn", 1e6}, {"mln", 1e6}, {"b", 1e9}, {"bn", 1e9}, {"bln", 1e9},
    {"t", 1e12}, {"tn", 1e12}}};

}  // namespace

NumberForm number_form(std::string_view word) {
  NumberForm form;
  std::size_t at = 0;
  double value = 0;
  while (at < word.size() && is_ascii_digit(word[at])) {
    value = value * 10 + (word[at] - '0');
    if (form.digits < 255) ++form.digits;
    ++at;
    if (at + 3 < word.size() && word[at] == ',' && is_ascii_digit(word[at + 1]) &&
        is_ascii_digit(word[at + 2]) && is_ascii_digit(word[at + 3]) &&
        (at + 4 >= word.size() || !is_ascii_digit(word[at + 4]))) {
      form.integer = false;
      ++at;
    }
  }
  if (form.digits == 0) return form;
  if (at + 1 < word.size() && word[at] == '.' && is_ascii_digit(word[at + 1])) {
    form.integer = false;
    double unit = 0.1;
    for (++at; at < word.size() && is_ascii_digit(word[at]); ++at, unit /= 10) {
      value += (word[at] - '0') * unit;
    }
  }
  form.value = value;
  std::string suffix;
  for (char c : word.substr(at)) suffix.push_back(ascii_lower(c));
  if (suffix.empty()) {
    form.kind = NumberKind::kPlain;
  } else if (suffix == "st" || suffix == "nd" || suffix == "rd" || suffix == "th") {
    if (form.integer) form.kind = NumberKind::kOrdinal;
  } else if (suffix == "s") {
    // "1990s", "90s", but "16s" is what follows "F-"
    if (form.integer && (form.digits == 4 || form.digits == 2) && std::fmod(form.value, 10) == 0) form.kind = NumberKind::kDecade;
  } else if (suffix == "trn") {
    form.kind = NumberKind::kScaled;
    form.value *= 1e12;
  } else {
    for (const auto& [name, scale] : kScales) {
      if (suffix != name) continue;
      form.kind = NumberKind::kScaled;
      form.value *= scale;
    }
  }
  return form;
}

}  // namespace dragoman
