// Part of dragoman; see LICENSE.

#include "entity/persons.h"

#include <algorithm>

namespace dragoman {
namespace {

void add_once(std::vector<Index>& list, Index item) {
  if (std::find(list.begin(), list.end(), item) == list.end()) list.push_back(item);
}

}  // namespace

void PersonIndex::add(const PersonName& name, Index entity) {
  const Index slot = Index(known_.size());
  known_.push_back({name, entity});
  for (int i = 0; i < name.count; ++i) add_once(by_part_[name.parts[i]], slot);
  if (name.count == 0) return;
  add_once(families_[name.family_hash()], entity);
  if (name.count > 1) add_once(givens_[name.given_hash()], entity);
}

// Names that can be one person's share a part, so only those that share one are compared;
// the family name is the rarest, and long lists of a common one are cut.
Index PersonIndex::same_as(const PersonName& name) const {
  constexpr std::size_t kMostCompared = 64;
  for (int i = name.count - 1; i >= 0; --i) {
    const std::vector<Index>* slots = by_part_.find(name.parts[i]);
    if (slots == nullptr) continue;
    const std::size_t count = std::min(slots->size(), kMostCompared);
    for (std::size_t k = 0; k < count; ++k) {
      const Known& known = known_[(*slots)[k]];
      if (same_person(known.name, name)) return known.entity;
    }
  }
  return kNone;
}

}  // namespace dragoman
