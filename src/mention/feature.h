// Part of dragoman; see LICENSE.
//
// Features: what is true of a unit of a sentence, as a set of bits.
//
//   Features f;
//   f.set(kCap);
//   if (f.any(kPunctuation)) ...
//
// The first 64 bits are facts that the program finds out (shape, gazetteer types, names of
// persons); the rest are word lists and quoted words of the rules.

#ifndef DRAGOMAN_MENTION_FEATURE_H_
#define DRAGOMAN_MENTION_FEATURE_H_

#include <array>
#include <bit>
#include <cstdint>
#include <string_view>

namespace dragoman {

using Bit = std::uint16_t;

// 320 word lists and quoted words, of which the shipped rules take some 250; each further word of 64 bits makes every test slower.
inline constexpr int kFeatureWords = 6;
inline constexpr Bit kFirstListBit = 64;
inline constexpr Bit kBitCount = kFeatureWords * 64;

struct Features {
  std::array<std::uint64_t, kFeatureWords> words{};

  void set(Bit bit) { words[bit >> 6] |= std::uint64_t{1} << (bit & 63); }
  bool has(Bit bit) const { return (words[bit >> 6] >> (bit & 63)) & 1; }

  // Have the two a bit in common?
  bool any(const Features& other) const {
    std::uint64_t both = 0;
    for (int i = 0; i < kFeatureWords; ++i) both |= words[i] & other.words[i];
    return both != 0;
  }
  // visit(bit) for each that is set.
  template <typename Visit>
  void each(const Visit& visit) const {
    for (int i = 0; i < kFeatureWords; ++i) {
      for (std::uint64_t left = words[i]; left != 0; left &= left - 1) visit(Bit(i * 64 + std::countr_zero(left)));
    }
  }
  bool empty() const {
    std::uint64_t all = 0;
    for (std::uint64_t w : words) all |= w;
    return all == 0;
  }
  Features& operator|=(const Features& other) {
    for (int i = 0; i < kFeatureWords; ++i) words[i] |= other.words[i];
    return *this;
  }
  friend bool operator==(const Features&, const Features&) = default;
};

// Facts found by the program, under the names that rules use (kFactNames).
enum Fact : Bit {
  kAny,            // true of every unit
  kWord,           // has a letter
  kCap,            // written as a name: a capital that the start of a sentence does not explain; in
                   // capitals and headings: not a common word
  kUpper,          // may be a name as far as case goes: a capital; in capitals: any word
  kLower,          // may be no name: lower case; in capitals and headings: any word
  kNameCap,        // Cap, or a word of list NAME_WORD that case allows to be a part of a name
  kAllCaps,        // NATO: all capitals in a sentence that is not
  kInitial,        // "J."
  kStart,          // first word of a sentence or of a quotation
  kCommon,         // an English word; known only where case does not tell a name
  kMulti,          // a unit of several tokens
  kNumber,         // 3,000  1.5
  kYear,           // 1900 .. 2100 in four digits
  kDayNumber,      // 1 .. 31
  kOrdinalNumber,  // 7th
  kDecade,         // 1990s
  kScaledNumber,   // 1.5bn  300m
  kMixed,          // a digit and something else, none of the above: 152mm
  kComma,
  kHyphen,         // tight on both sides
  kDash,           // any other dash
  kOpenQuote_,
  kCloseQuote_,
  kOpenBracket,
  kCloseBracket,
  kColon,          // : and ;
  kStop,           // . ! ?
  kSlash,
  kAmpersand,
  kCurrencySign,
  kPercentSign,
  kPossessive_,    // 's
  kPunctuation_,   // any token without letter or digit
  kPersonName,     // the gazetteer knows it as ...
  kStateName,
  kCityName,
  kPlaceName,
  kOrganisationName,   // of any kind
  kGovernmentName,
  kInternationalName,
  kArmedGroupName,
  kCompanyName,
  kMediaName,
  kThinkTankName,
  kNationalityName,
  kOfficeName,
  kWeaponName,
  kEventName,
  kTitle,          // any of the next four
  kHonorific,
  kRank,
  kRole,
  kProfession,
  kGiven,          // a given name (for a common word: only with a capital that says something)
  kSurname,
  kFamilyFirst,    // a surname that stands first: Kim, Xi, Nguyen
  kFactCount,
};
static_assert(kFactCount < kFirstListBit);

inline constexpr Bit kNeverBit = kFirstListBit - 1;   // no unit has it

// "Cap", "NATIONALITY": the name of a fact in a rule, in the order of Fact.
extern const std::array<std::string_view, kFactCount> kFactNames;

}  // namespace dragoman

#endif  // DRAGOMAN_MENTION_FEATURE_H_
