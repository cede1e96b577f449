// Part of dragoman; see LICENSE.
//
// Known persons under another spelling: "Naim Qasim" is Naim Qassem.
//
//   SpellingIndex spellings(gazetteer, offices);
//   spellings.each_like(name, spelling_key(name), [&](Index record, NameLikeness like) { ... });
//
// Holds those of the offices that everyone knows (FamousPeople::rank_of).  Asked only for full
// names that nothing else explains.

#ifndef DRAGOMAN_ENTITY_SPELLING_H_
#define DRAGOMAN_ENTITY_SPELLING_H_

#include <cstdint>
#include <string_view>
#include <vector>

#include "base/flat_map.h"
#include "dragoman/gazetteer.h"
#include "dragoman/name_compare.h"
#include "mention/offices.h"

namespace dragoman {

// The skeletons of the first and the last word that is no particle, as one number; the same for
// both orders.  0: fewer than two words.
std::uint64_t spelling_key(std::string_view name);

class SpellingIndex {
 public:
  SpellingIndex(const Gazetteer& gazetteer, const Offices& offices);

  // visit(record, likeness) for persons with a name that scores kSamePerson or more.
  template <typename Visit>
  void each_like(std::string_view name, std::uint64_t key, const Visit& visit) const {
    const std::vector<Index>* records = by_key_.find(key);
    if (records == nullptr) return;
    for (const Index record : *records) {
      const NameLikeness like = best(name, record);
      if (like.score >= kSamePerson) visit(record, like);
    }
  }

 private:
  NameLikeness best(std::string_view name, Index record) const;

  const Gazetteer* gazetteer_;
  FlatMap<std::vector<Index>> by_key_;
};

}  // namespace dragoman

#endif  // DRAGOMAN_ENTITY_SPELLING_H_
