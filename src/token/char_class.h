// Part of dragoman; see LICENSE.
//
// Characters whose word boundaries need only the two characters beside them.

#ifndef DRAGOMAN_SRC_TOKEN_CHAR_CLASS_H_
#define DRAGOMAN_SRC_TOKEN_CHAR_CLASS_H_

#include <cstdint>

namespace dragoman {

enum class CharClass : std::uint8_t {
  kComplex,  // marks, emoji, Han, Thai, Hebrew ...: ICU decides
  kBlank,    // white space
  kUpper,    // a letter with case; title case counts as upper
  kLower,
  kMiddle,   // ’ ‘: joins two letters or two digits (MidNumLet)
  kOther,    // “ — € ...: a word of its own
};

// The class of a character beyond ASCII.  Constant time.
CharClass char_class(char32_t c);

}  // namespace dragoman

#endif  // DRAGOMAN_SRC_TOKEN_CHAR_CLASS_H_
