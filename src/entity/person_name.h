// Part of dragoman; see LICENSE.
//
// The parts of a person's name, and whether two names can be one person's.
//
//   PersonName a = person_name(document, mention, family_first);
//   same_person(a, b);   // "Vladimir Putin" / "Vladimir Vladimirovich Putin": yes
//
// Parts are token hashes, so hyphens, accents and case do not matter: "Kim Jong-un" and
// "KIM JONG UN" have the same parts.

#ifndef DRAGOMAN_ENTITY_PERSON_NAME_H_
#define DRAGOMAN_ENTITY_PERSON_NAME_H_

#include <array>
#include <cstdint>

#include "dragoman/document.h"

namespace dragoman {

struct PersonName {
  static constexpr int kMostParts = 8;      // further parts are left out
  std::array<std::uint64_t, kMostParts> parts{};
  std::array<char, kMostParts> initials{};  // 'J' for "J."; 0 for a full part
  std::array<char, kMostParts> first{};     // first letter of a part, lower case, if ASCII
  int count = 0;
  int family = 0;                           // index of the part that is the family name

  std::uint64_t family_hash() const { return count > 0 ? parts[family] : 0; }
  std::uint64_t given_hash() const;         // 0 if the name has one part only
};

// family_first: the first part is the family name (Kim Jong Un).
PersonName person_name(const Document& document, const Mention& mention, bool family_first);

// Same family name, and given names that agree: equal, or one the initial of the other, or
// all parts of the shorter name in the longer one in the same order.
bool same_person(const PersonName& a, const PersonName& b);

}  // namespace dragoman

#endif  // DRAGOMAN_ENTITY_PERSON_NAME_H_
