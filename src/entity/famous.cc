// Part of dragoman; see LICENSE.

#include "entity/famous.h"

namespace dragoman {
namespace {

// A leader who left is still written about by family name for a while.
constexpr std::int32_t kAfterglowDays = 366;

}  // namespace

FamousPeople::FamousPeople(const Gazetteer& gazetteer, const Offices& offices) {
  for (const Office& office : offices.all()) {
    const Record& person = gazetteer.record(office.person);
    if (person.family.empty() || office.state == kNone) continue;
    const bool highest = office.role_class == RoleClass::kHeadOfState ||
                         office.role_class == RoleClass::kHeadOfGovernment ||
                         office.role_class == RoleClass::kForeignMinister ||
                         office.role_class == RoleClass::kDefenceMinister;
    // Of "van der Leyen" or "al-Assad" the last word counts, as in PersonName.
    const std::size_t cut = person.family.find_last_of(" -");
    const std::string_view family = std::string_view(person.family).substr(cut == std::string::npos ? 0 : cut + 1);
    by_family_[fold_hash(family)].push_back(
        {office.person, office.state, office.from, office.to, highest});
  }
}

std::vector<std::uint64_t> FamousPeople::families() const {
  std::vector<std::uint64_t> all;
  all.reserve(by_family_.size());
  by_family_.each([&all](std::uint64_t hash, const std::vector<Term>&) { all.push_back(hash); });
  return all;
}

Index FamousPeople::pick(const std::vector<Term>& terms, Index state, bool highest_only,
                         std::optional<std::int32_t> day) const {
  Index found = kNone;
  for (const Term& term : terms) {
    if (highest_only && !term.highest) continue;
    if (state != kNone && term.state != state) continue;
    if (day && (*day < term.from || *day - kAfterglowDays > term.to)) continue;
    if (found != kNone && found != term.person) return kNone;
    found = term.person;
  }
  return found;
}

Index FamousPeople::unique(std::uint64_t family, std::optional<std::int32_t> day) const {
  const std::vector<Term>* terms = by_family_.find(family);
  return terms == nullptr ? kNone : pick(*terms, kNone, true, day);
}

Index FamousPeople::holder(std::uint64_t family, Index state,
                           std::optional<std::int32_t> day) const {
  const std::vector<Term>* terms = by_family_.find(family);
  return terms == nullptr ? kNone : pick(*terms, state, false, day);
}

}  // namespace dragoman
