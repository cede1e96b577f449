// Part of dragoman; see LICENSE.
//
// Abbreviations whose full stop belongs to them, and what may follow it.

#ifndef DRAGOMAN_SRC_TOKEN_ABBREVIATION_H_
#define DRAGOMAN_SRC_TOKEN_ABBREVIATION_H_

#include <cstdint>
#include <string_view>

namespace dragoman {

enum class Abbreviation : std::uint8_t {
  kNone,
  kTitle,     // a name follows: Gen. Sen. Mr. St.
  kNumbered,  // only if a digit follows: No. Art. Fig.
  kMonth,     // Sept. 5; otherwise a sentence may end there
  kName,      // Inc. Corp. Calif.: mostly inside a name or after one
  kOther,     // vs. approx. e.g.
  kEtc,       // often the last word: etc. al. Jr.
  kClock,     // p.m.
  kAcronym,   // single letters: U.S. D.C.
  kInitial,   // J.
};

// What the word before a full stop is.  hash: of the word without that stop; word:
// its text.  after: the text behind the stop.  Constant time.
Abbreviation abbreviation(std::uint64_t hash, std::string_view word, std::string_view after);

}  // namespace dragoman

#endif  // DRAGOMAN_SRC_TOKEN_ABBREVIATION_H_
