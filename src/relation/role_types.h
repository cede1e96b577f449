// Part of dragoman; see LICENSE.
//
// What a role may hold, held against what something is.

#ifndef DRAGOMAN_RELATION_ROLE_TYPES_H_
#define DRAGOMAN_RELATION_ROLE_TYPES_H_

#include <cstdint>
#include <initializer_list>
#include <vector>

#include "dragoman/mention.h"

namespace dragoman {

// Types as bits: whom a role takes is asked several times of every phrase.
class TypeSet {
 public:
  constexpr TypeSet() = default;
  constexpr TypeSet(std::initializer_list<MentionType> types) {
    for (const MentionType type : types) add(type);
  }
  TypeSet(const std::vector<MentionType>& types);

  constexpr bool has(MentionType type) const { return (own_ >> unsigned(type) & 1) != 0; }
  constexpr bool has_or_above(MentionType type) const { return (below_ >> unsigned(type) & 1) != 0; }
  // The first that was named.
  constexpr MentionType first() const { return first_; }

 private:
  constexpr void add(MentionType type) {
    if (own_ == 0) first_ = type;
    own_ |= std::uint32_t{1} << unsigned(type);
    below_ |= type == MentionType::kOrganisation ? kBodies : std::uint32_t{1} << unsigned(type);
  }
  static_assert(unsigned(MentionType::kCount) <= 32);
  // ORGANISATION and what is one, as is_a() has it.
  static constexpr std::uint32_t kBodies = (2u << unsigned(MentionType::kThinkTank)) - (1u << unsigned(MentionType::kOrganisation));

  std::uint32_t own_ = 0, below_ = 0;      // below_: with all types that are one of those
  MentionType first_ = MentionType::kCount;
};

// Is it of one of the types, or of a type below one?
inline bool takes(TypeSet types, MentionType type) { return types.has_or_above(type); }
// Is the type itself among them?
inline bool allows(TypeSet types, MentionType type) { return types.has(type); }

}  // namespace dragoman

#endif  // DRAGOMAN_RELATION_ROLE_TYPES_H_
