// Part of dragoman; see LICENSE.
//
// Latin letters with accents, and what stands in names beside them, in ASCII: "é" = "e", "ß" = "ss".
//
//   std::string ascii;
//   if (latin_letters("Erdoğan", ascii)) ...       // "Erdogan"
//
// What ICU 72's "Any-Latin; Latin-ASCII; Lower" makes of each letter, which looks at no neighbour here; to ask ICU itself
// takes 10 ms once, and microseconds a letter.  tests/entity/name_compare_test.cc compares the two.

#ifndef DRAGOMAN_ENTITY_LATIN_LETTERS_H_
#define DRAGOMAN_ENTITY_LATIN_LETTERS_H_

#include <array>
#include <cstdint>
#include <string>
#include <string_view>

#include <unicode/utf8.h>

namespace dragoman {

// Letters of [first, first + kCount), each ended by a bar.
template <std::size_t kCount>
class LetterTable {
 public:
  constexpr LetterTable(UChar32 first, std::string_view letters) : letters_(letters), first_(first) {
    std::size_t at = 0;
    for (std::size_t i = 0; i < kCount; ++i) {
      begin_[i] = std::uint16_t(at);
      at = letters.find('|', at) + 1;
    }
    begin_[kCount] = std::uint16_t(at);
  }
  constexpr bool has(UChar32 letter) const { return letter >= first_ && letter < first_ + UChar32(kCount); }
  constexpr std::string_view operator[](UChar32 letter) const {
    const auto i = std::size_t(letter - first_);
    return letters_.substr(begin_[i], std::size_t(begin_[i + 1] - begin_[i] - 1));
  }

 private:
  std::string_view letters_;
  UChar32 first_;
  std::array<std::uint16_t, kCount + 1> begin_{};
};

// Latin-1, Extended-A, Extended-B.
inline constexpr LetterTable<0x250 - 0xC0> kLatinLetters(0xC0,
    "a|a|a|a|a|a|ae|c|e|e|e|e|i|i|i|i|"
    "d|n|o|o|o|o|o|*|o|u|u|u|u|y|th|ss|"
    "a|a|a|a|a|a|ae|c|e|e|e|e|i|i|i|i|"
    "d|n|o|o|o|o|o|/|o|u|u|u|u|y|th|y|"
    "a|a|a|a|a|a|c|c|c|c|c|c|c|c|d|d|"
    "d|d|e|e|e|e|e|e|e|e|e|e|g|g|g|g|"
    "g|g|g|g|h|h|h|h|i|i|i|i|i|i|i|i|"
    "i|i|ij|ij|j|j|k|k|q|l|l|l|l|l|l|l|"
    "l|l|l|n|n|n|n|n|n|'n|n|n|o|o|o|o|"
    "o|o|oe|oe|r|r|r|r|r|r|s|s|s|s|s|s|"
    "s|s|t|t|t|t|t|t|u|u|u|u|u|u|u|u|"
    "u|u|u|u|w|w|y|y|y|z|z|z|z|z|z|s|"
    "b|b|b|b|ƅ|ƅ|ɔ|c|c|d|d|d|d|ƍ|ǝ|ə|"
    "e|f|f|g|ɣ|hv|i|i|k|k|l|ƛ|ɯ|n|n|ɵ|"
    "o|o|oi|oi|p|p|ʀ|ƨ|ƨ|ʃ|ƪ|t|t|t|t|u|"
    "u|ʊ|v|y|y|z|z|ʒ|ƹ|ƹ|ƺ|ƻ|ƽ|ƽ|ƾ|ƿ|"
    "ǀ|ǁ|ǂ|ǃ|dz|dz|dz|lj|lj|lj|nj|nj|nj|a|a|i|"
    "i|o|o|u|u|u|u|u|u|u|u|u|u|ǝ|a|a|"
    "a|a|ae|ae|g|g|g|g|k|k|o|o|o|o|ʒ|ʒ|"
    "j|dz|dz|dz|g|g|ƕ|ƿ|n|n|a|a|ae|ae|o|o|"
    "a|a|a|a|e|e|e|e|i|i|i|i|o|o|o|o|"
    "r|r|r|r|u|u|u|u|s|s|t|t|ȝ|ȝ|h|h|"
    "ƞ|d|ȣ|ȣ|z|z|a|a|e|e|o|o|o|o|o|o|"
    "o|o|y|y|l|n|t|j|db|qp|a|c|c|l|t|s|"
    "z|ɂ|ɂ|b|u|ʌ|e|e|j|j|ɋ|ɋ|r|r|y|y|");

// Extended Additional.
inline constexpr LetterTable<0x1F00 - 0x1E00> kMoreLatinLetters(0x1E00,
    "a|a|b|b|b|b|b|b|c|c|d|d|d|d|d|d|"
    "d|d|d|d|e|e|e|e|e|e|e|e|e|e|f|f|"
    "g|g|h|h|h|h|h|h|h|h|h|h|i|i|i|i|"
    "k|k|k|k|k|k|l|l|l|l|l|l|l|l|m|m|"
    "m|m|m|m|n|n|n|n|n|n|n|n|o|o|o|o|"
    "o|o|o|o|p|p|p|p|r|r|r|r|r|r|r|r|"
    "s|s|s|s|s|s|s|s|s|s|t|t|t|t|t|t|"
    "t|t|u|u|u|u|u|u|u|u|u|u|v|v|v|v|"
    "w|w|w|w|w|w|w|w|w|w|x|x|x|x|y|y|"
    "z|z|z|z|z|z|h|t|w|y|a|s|s|s|ss|ẟ|"
    "a|a|a|a|a|a|a|a|a|a|a|a|a|a|a|a|"
    "a|a|a|a|a|a|a|a|e|e|e|e|e|e|e|e|"
    "e|e|e|e|e|e|e|e|i|i|i|i|o|o|o|o|"
    "o|o|o|o|o|o|o|o|o|o|o|o|o|o|o|o|"
    "o|o|o|o|u|u|u|u|u|u|u|u|u|u|u|u|"
    "u|u|y|y|y|y|y|y|y|y|ll|ll|v|v|y|y|");

// Adds the name to `out`, ASCII as it is.  False if it has characters that are not known here; then `out` is not of use.
inline bool latin_letters(std::string_view name, std::string& out) {
  out.reserve(out.size() + name.size());
  for (std::int32_t i = 0, size = std::int32_t(name.size()); i < size;) {
    std::int32_t end = i;
    while (end < size && static_cast<unsigned char>(name[std::size_t(end)]) < 0x80) ++end;
    out.append(name, std::size_t(i), std::size_t(end - i));
    i = end;
    if (i == size) break;
    UChar32 c;
    U8_NEXT(name.data(), i, size, c);
    if (kLatinLetters.has(c)) out += kLatinLetters[c];
    else if (kMoreLatinLetters.has(c)) out += kMoreLatinLetters[c];
    else if (c >= 0x2010 && c <= 0x2015) out += '-';     // hyphens and dashes
    else if (c == 0x2018 || c == 0x2019) out += '\'';
    else if (c == 0x201C || c == 0x201D) out += '"';
    else if (c == 0xA0) out += ' ';
    else return false;
  }
  return true;
}

}  // namespace dragoman

#endif  // DRAGOMAN_ENTITY_LATIN_LETTERS_H_
