// Part of dragoman; see LICENSE.
//
// Units: a sentence as rules see it.  A unit is a known name or title, else one token.
//
//   UnitSource iran{.first = 4, .last = 5, .types = type_bit(MentionType::kState)};

#ifndef DRAGOMAN_MENTION_UNIT_H_
#define DRAGOMAN_MENTION_UNIT_H_

#include <cstdint>

#include "dragoman/mention.h"
#include "mention/feature.h"

namespace dragoman {

constexpr std::uint32_t type_bit(MentionType type) { return std::uint32_t{1} << int(type); }

// What a title says; the classes of titles.tsv in four groups.
enum TitleBit : std::uint8_t {
  kTitleHonorific = 1,    // Mr., Sir
  kTitleRank = 2,         // Gen., Captain
  kTitleRole = 4,         // President, spokesman
  kTitleProfession = 8,   // analyst, journalist
};

// A stretch that an earlier step knows: a gazetteer match whose guards hold, or a title.
struct UnitSource {
  Index first = 0;               // tokens [first, last)
  Index last = 0;
  std::uint32_t types = 0;       // type_bit() of each reading
  std::uint8_t titles = 0;       // TitleBit
  char gender = '-';             // of the title, or of the person
};

// What is true of a unit: facts of feature.h as bits of one word, and which combination of
// word lists its word stands in (RuleLexicon::lists_of); regexes: those it matches, as bits.
// Equal forms are the same to every rule.
struct UnitForm {
  std::uint64_t facts = 0;
  std::uint32_t lists = 0;
  std::uint32_t regexes = 0;

  void set(Fact fact) { facts |= std::uint64_t{1} << fact; }
  bool has(Fact fact) const { return (facts >> fact) & 1; }
  // A word in lower case, nothing else known of it but its lists: what most units are.
  static constexpr std::uint64_t kPlain =
      std::uint64_t{1} << kAny | std::uint64_t{1} << kWord | std::uint64_t{1} << kLower;
  // A mark, to which what it is must be added.
  static constexpr std::uint64_t kSign = std::uint64_t{1} << kAny | std::uint64_t{1} << kPunctuation_;
  friend bool operator==(const UnitForm&, const UnitForm&) = default;
};

struct Unit {
  Index first = 0;               // tokens [first, last)
  Index last = 0;
  std::uint32_t kind = 0;        // its form's number (unit_kinds.h)
  char gender = '-';             // of a title or given name
};

}  // namespace dragoman

#endif  // DRAGOMAN_MENTION_UNIT_H_
