// Part of dragoman; see LICENSE.
//
// Persons who are written by family name alone because everyone knows them: holders of
// the highest offices at a date.  "Putin said" in a text that never says "Vladimir".
//
//   famous.unique(hash_of("putin"), day);          // the record, if only one fits
//   famous.holder(hash_of("bush"), usa, day);      // of one state

#ifndef DRAGOMAN_ENTITY_FAMOUS_H_
#define DRAGOMAN_ENTITY_FAMOUS_H_

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "base/flat_table.h"
#include "dragoman/gazetteer.h"
#include "mention/offices.h"

namespace dragoman {

class FamousPeople {
 public:
  // Reads all terms of office once; 0.2 µs a term.
  FamousPeople(const Gazetteer& gazetteer, const Offices& offices);

  // As sections "famous.*" of a bundle, and back without copying; the bundle must outlive them.
  void add_to(BundleWriter& bundle) const;
  static Result<FamousPeople> from_bundle(const Bundle& bundle, const Gazetteer& gazetteer);

  // Hashes of all family names here, for the gate of every token (mention/vocabulary.h).
  std::vector<std::uint64_t> families() const;

  // The one person of that family name who holds (or, within a year, held) one of the
  // highest offices on that day; kNone if nobody or several do.  A head of state goes before
  // a minister, who holds office before who held it.  One who speaks for a body, or leads it,
  // counts where nobody else ever had that family name, and so does who led a state in the eight years before.  Without a day only a name that a
  // single person ever bore there is taken.
  Index unique(std::uint64_t family, std::optional<std::int32_t> day) const;

  // The same among all office holders of one state (kNone: any), those with an office of the
  // wanted class first: "President Park", "Defence Minister Barak".
  Index holder(std::uint64_t family, Index state, std::optional<RoleClass> wanted,
               std::optional<std::int32_t> day) const;

  // 3, 2, 1: offices whose holders everyone knows; 0: who speaks for a body or leads it; -1.
  static int rank_of(RoleClass role_class);

  // Hash of a family name of several words, "Ben Ali", "von der Leyen", from its words' hashes.
  static std::uint64_t join(std::uint64_t words, std::uint64_t next) {
    return (words * 0x9E3779B97F4A7C15ull) ^ next;
  }

 private:
  struct Term {
    Index person;
    Index state;
    std::int32_t from, to;   // days
    RoleClass role_class;
    bool end_unknown;
    std::uint16_t reserved = 0;
  };
  FamousPeople() = default;
  // "Trump" in 2023: the only one of that name who ever held a high office, and led a state at most eight years before.
  static Index once_led(std::span<const Term> terms, std::int32_t day);
  // The only person of the best rank; rank(term) below 0: not at all.
  template <typename Rank>
  Index pick(std::uint64_t family, const Rank& rank) const;

  FlatLists<Term> by_family_;
};

}  // namespace dragoman

#endif  // DRAGOMAN_ENTITY_FAMOUS_H_
