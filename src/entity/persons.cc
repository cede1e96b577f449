// Part of dragoman; see LICENSE.

#include "entity/persons.h"

namespace dragoman {
void PersonIndex::add(FlatMap<Ends>& map, std::uint64_t hash, Index value) {
  Ends& ends = map[hash];
  for (Index at = ends.first; at != kNone; at = links_[at].next) {
    if (links_[at].value == value) return;
    if (links_[at].next == kNone) break;
  }
  const Index link = Index(links_.size());
  links_.push_back({value, kNone});
  if (ends.first == kNone) ends.first = link;
  else links_[ends.last].next = link;
  ends.last = link;
}

// The same name again adds nothing; a text that repeats a name for ever stays small.
void PersonIndex::add(const PersonName& name, Index entity) {
  if (name.count == 0) return;
  bool known = false;
  each(families_, name.family_hash(), [&](Index other) { known = known || other == entity; });
  add(families_, name.family_hash(), entity);
  if (name.count > 1) add(givens_, name.given_hash(), entity);
  if (known && same_as(name) == entity) return;
  const Index slot = Index(known_.size());
  known_.push_back({name, entity});
  for (int i = 0; i < name.count; ++i) add(by_part_, name.parts[i], slot);
}

// Names that can be one person's share a part, so only those that share one are compared;
// the family name is the rarest, and long lists of a common one are cut.
Index PersonIndex::same_as(const PersonName& name) const {
  constexpr int kMostCompared = 64;
  for (int i = name.count - 1; i >= 0; --i) {
    const Ends* ends = by_part_.find(name.parts[i]);
    Index at = ends == nullptr ? kNone : ends->first;
    for (int k = 0; at != kNone && k < kMostCompared; at = links_[at].next, ++k) {
      const Known& known = known_[links_[at].value];
      if (same_person(known.name, name)) return known.entity;
    }
  }
  return kNone;
}

}  // namespace dragoman
