// Part of dragoman; see LICENSE.
//
// Classes of offices and titles, as in the columns role_class and class of the tables.

#ifndef DRAGOMAN_MENTION_ROLE_CLASS_H_
#define DRAGOMAN_MENTION_ROLE_CLASS_H_

#include <array>
#include <cstdint>
#include <optional>
#include <string_view>

namespace dragoman {

enum class RoleClass : std::uint8_t {
  kHeadOfState, kHeadOfGovernment, kDefenceMinister, kForeignMinister, kMinister, kSpokesperson,
  kAmbassador, kHeadOfAgency, kMilitaryCommander, kPartyLeader, kDeputy, kLegislator, kGovernor,
  kCentralBankGovernor, kInternationalOfficial, kLeader, kOther,
  // titles only
  kHonorific, kRank, kProfession,
  kCount
};

inline constexpr std::array<std::string_view, std::size_t(RoleClass::kCount)> kRoleClassNames = {
    "head_of_state", "head_of_government", "defence_minister", "foreign_minister", "minister",
    "spokesperson", "ambassador", "head_of_agency", "military_commander", "party_leader", "deputy",
    "legislator", "governor", "central_bank_governor", "international_official", "leader", "other",
    "honorific", "rank", "profession"};

constexpr std::optional<RoleClass> role_class(std::string_view name) {
  for (std::size_t i = 0; i < kRoleClassNames.size(); ++i) {
    if (kRoleClassNames[i] == name) return RoleClass(i);
  }
  return std::nullopt;
}

}  // namespace dragoman

#endif  // DRAGOMAN_MENTION_ROLE_CLASS_H_
