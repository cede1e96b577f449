// Part of dragoman; see LICENSE.
//
// Known persons under another spelling: "Naim Qasim" is Naim Qassem.
//
//   SpellingIndex spellings(gazetteer, offices);
//   spellings.each_like(gazetteer, name, spelling_key(name), [&](Index record, NameLikeness like) { ... });
//
// Holds those of the offices that everyone knows (FamousPeople::rank_of).  Asked only for full
// names that nothing else explains.

#ifndef DRAGOMAN_ENTITY_SPELLING_H_
#define DRAGOMAN_ENTITY_SPELLING_H_

#include <cstdint>
#include <string_view>
#include <vector>

#include "base/flat_table.h"
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

  // As sections "spellings.*" of a bundle, and back without copying; the bundle must outlive them.
  void add_to(BundleWriter& bundle) const;
  static Result<SpellingIndex> from_bundle(const Bundle& bundle, const Gazetteer& gazetteer);

  // gazetteer: the one that it was made from.
  // visit(record, likeness) for persons with a name that scores kSamePerson or more.
  template <typename Visit>
  void each_like(const Gazetteer& gazetteer, std::string_view name, std::uint64_t key, const Visit& visit) const {
    for (const Index record : by_key_.find(key)) {
      const NameLikeness like = best(gazetteer, name, record);
      if (like.score >= kSamePerson) visit(record, like);
    }
  }

 private:
  SpellingIndex() = default;
  static NameLikeness best(const Gazetteer& gazetteer, std::string_view name, Index record);

  FlatLists<Index> by_key_;
};

}  // namespace dragoman

#endif  // DRAGOMAN_ENTITY_SPELLING_H_
