// Part of dragoman; see LICENSE.

#include "entity/famous.h"

#include <algorithm>

#include "token/generation.h"

namespace dragoman {
namespace {

// A leader who left is still written about by family name for a while.
constexpr std::int32_t kAfterglowDays = 366;

}  // namespace

int FamousPeople::rank_of(RoleClass role_class) {
  switch (role_class) {
    case RoleClass::kHeadOfState: return 3;
    case RoleClass::kHeadOfGovernment: return 2;
    case RoleClass::kForeignMinister:
    case RoleClass::kDefenceMinister: return 1;
    case RoleClass::kSpokesperson:
    case RoleClass::kLeader:
    case RoleClass::kInternationalOfficial:
    case RoleClass::kMilitaryCommander: return 0;
    default: return -1;
  }
}

FamousPeople::FamousPeople(const Gazetteer& gazetteer, const Offices& offices) {
  FlatMap<std::vector<Term>> by_family;
  const auto add = [&by_family](std::uint64_t family, const Term& term) {
    std::vector<Term>& terms = by_family[family];
    const auto same = [&term](const Term& t) {
      return t.person == term.person && t.from == term.from && t.role_class == term.role_class;
    };
    if (terms.empty() || !same(terms.back())) terms.push_back(term);
  };
  for (const Office& office : offices.all()) {
    const Record person = gazetteer.record(office.person);
    if (person.family.empty()) continue;
    const Term term{.person = office.person, .state = office.state, .from = office.from, .to = office.to,
                    .role_class = office.role_class, .end_unknown = office.end_unknown};
    const std::string_view family = person.family;
    // Of "van der Leyen" or "al-Assad" the last word counts, as in PersonName.
    const std::size_t cut = family.find_last_of(" -");
    add(fold_hash(family.substr(cut == std::string::npos ? 0 : cut + 1)), term);
    if (family.find(' ') != std::string::npos) {
      std::uint64_t words = 0;
      for (std::size_t at = 0; at < family.size();) {
        const std::size_t end = std::min(family.find_first_of(" -", at), family.size());
        words = join(words, fold_hash(family.substr(at, end - at)));
        at = end + 1;
      }
      add(words, term);
    }
    if (!person.short_name.empty()) add(fold_hash(person.short_name), term);
    if (rank_of(office.role_class) < 0) continue;
    // Other spellings have their own family names: Zelensky, Zelenskiy.
    for (const NameEntry& entry : gazetteer.names_of(office.person)) {
      const std::string_view name = without_generation(gazetteer.name(entry));
      const std::size_t space = person.family_first ? name.find(' ') : name.find_last_of(" -");
      if (space == std::string_view::npos) continue;
      add(fold_hash(person.family_first ? name.substr(0, space) : name.substr(space + 1)), term);
    }
  }
  by_family_ = FlatLists<Term>::of(by_family);
}

void FamousPeople::add_to(BundleWriter& bundle) const { by_family_.add_to(bundle, "famous"); }

Result<FamousPeople> FamousPeople::from_bundle(const Bundle& bundle, const Gazetteer& gazetteer) {
  Result<FlatLists<Term>> lists = FlatLists<Term>::from_bundle(bundle, "famous");
  if (!lists.ok()) return lists.error();
  const std::size_t records = gazetteer.record_count();
  const auto right = [records](const Term& term) {
    return term.person < records && (term.state == kNone || term.state < records) &&
           term.role_class < RoleClass::kCount && reinterpret_cast<const std::uint8_t&>(term.end_unknown) <= 1;
  };
  if (bundle.checked() && !std::all_of(lists->values().begin(), lists->values().end(), right)) {
    return bundle.damaged("famous");
  }
  FamousPeople famous;
  famous.by_family_ = *std::move(lists);
  return famous;
}

std::vector<std::uint64_t> FamousPeople::families() const {
  std::vector<std::uint64_t> all;
  by_family_.each_key([&all](std::uint64_t hash) { all.push_back(hash); });
  return all;
}

template <typename Rank>
Index FamousPeople::pick(std::uint64_t family, const Rank& rank) const {
  const std::span<const Term> terms = by_family_.find(family);
  Index found = kNone;
  int best = -1;
  for (const Term& term : terms) {
    const int r = rank(term);
    if (r < 0 || r < best) continue;
    if (r > best) {
      best = r;
      found = term.person;
    } else if (found != term.person) {
      found = kNone;
    }
  }
  return found;
}

Index FamousPeople::once_led(std::span<const Term> terms, std::int32_t day) {
  constexpr std::int32_t kRemembered = 8 * 366;   // days
  Index found = kNone;
  bool led = false;
  for (const Term& term : terms) {
    const int rank = rank_of(term.role_class);
    if (rank <= 0 || term.state == kNone || term.from > day) continue;
    if (found != kNone && found != term.person) return kNone;
    found = term.person;
    led = led || (rank == 3 && !term.end_unknown && day - kRemembered <= term.to);
  }
  return led ? found : kNone;
}

Index FamousPeople::unique(std::uint64_t family, std::optional<std::int32_t> day) const {
  const Index highest = pick(family, [&](const Term& term) {
    const int rank = rank_of(term.role_class);
    if (rank <= 0 || term.state == kNone) return -1;
    if (!day) return 0;
    if (*day < term.from || *day - kAfterglowDays > term.to) return -1;
    return 2 * rank + (*day <= term.to);
  });
  if (highest != kNone || !day) return highest;
  const std::span<const Term> terms = by_family_.find(family);
  if (const Index past = once_led(terms, *day); past != kNone) return past;
  bool now = false;
  for (const Term& term : terms) {
    if (term.person != terms.front().person) return kNone;
    now = now || (rank_of(term.role_class) == 0 && term.from <= *day && *day - kAfterglowDays <= term.to &&
                  !term.end_unknown);
  }
  return now ? terms.front().person : kNone;
}

Index FamousPeople::holder(std::uint64_t family, Index state, std::optional<RoleClass> wanted,
                           std::optional<std::int32_t> day) const {
  return pick(family, [&](const Term& term) {
    if (state != kNone && term.state != state) return -1;
    if (day && (*day < term.from || *day - kAfterglowDays > term.to)) return -1;
    const bool same = wanted && (term.role_class == *wanted || (*wanted == RoleClass::kLeader && rank_of(term.role_class) == 3));
    if (state == kNone && !same) return -1;
    return 2 * same + (day && *day <= term.to);
  });
}

}  // namespace dragoman
