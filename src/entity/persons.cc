// Part of dragoman; see LICENSE.

#include "entity/persons.h"

namespace dragoman {
namespace {

constexpr Index kWalked = 16;   // lists are mostly shorter

}  // namespace

// A list is walked as far as lists mostly are; of the links behind that a set knows which are
// there, so that a text of a hundred thousand Petrovs stays linear.
bool PersonIndex::add(FlatMap<Ends>& map, std::uint64_t hash, Index value) {
  Ends& ends = map[hash];
  Index walked = 0;
  for (Index at = ends.first; at != kNone && walked < kWalked; at = links_[at].next, ++walked) {
    if (links_[at].value == value) return false;
  }
  // The first link is the list's number.
  if (walked == kWalked && !far_links_.insert(std::uint64_t{ends.first} << 32 | value).second) return false;
  const Index link = Index(links_.size());
  links_.push_back({value, kNone});
  if (ends.first == kNone) ends.first = link;
  else links_[ends.last].next = link;
  ends.last = link;
  ++ends.count;
  return true;
}

bool PersonIndex::add_person(FlatMap<Ends>& map, std::uint64_t hash, Index entity) {
  if (!add(map, hash, entity)) return false;
  const Ends& ends = *map.find(hash);
  if (ends.count <= kWalked) return true;
  const auto [crowd, first] = crowds_.emplace(ends.first, kNone);
  if (!first) crowds_of_[entity].push_back(ends.first);
  else each(map, hash, [&](Index member) { crowds_of_[member].push_back(ends.first); });
  return true;
}

void PersonIndex::tell_crowds(Index entity) {
  const auto lists = crowds_of_.find(entity);
  if (lists == crowds_of_.end()) return;
  for (const Index list : lists->second) crowds_[list] = entity;
}

Index PersonIndex::last(const FlatMap<Ends>& map, std::uint64_t hash) const {
  if (crowds_.empty()) return kNone;
  const Ends* ends = map.find(hash);
  const auto crowd = ends == nullptr ? crowds_.end() : crowds_.find(ends->first);
  return crowd == crowds_.end() ? kNone : crowd->second;
}

// The same name again adds nothing; a text that repeats a name for ever stays small.
void PersonIndex::add(const PersonName& name, Index entity) {
  if (name.count == 0) return;
  const bool known = !add_person(families_, name.family_hash(), entity);
  if (name.count > 1) add_person(givens_, name.given_hash(), entity);
  if (known && same_as(name) == entity) return;
  const Index slot = Index(known_.size());
  known_.push_back({name, entity});
  for (int i = 0; i < name.count; ++i) add(by_part_, name.parts[i], slot);
}

void PersonIndex::clear() {
  known_.clear();
  links_.clear();
  by_part_.clear();
  families_.clear();
  givens_.clear();
  if (!far_links_.empty()) far_links_.clear();   // costs its size, used or not
  if (crowds_.empty()) return;
  crowds_.clear();
  crowds_of_.clear();
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
