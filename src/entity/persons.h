// Part of dragoman; see LICENSE.
//
// The persons of one document, found again by any part of their names.
//
//   PersonIndex persons;
//   persons.add(name, entity);
//   persons.same_as(other_name);       // the entity of a compatible full name, or kNone
//   persons.each_of_family(hash, visit);

#ifndef DRAGOMAN_ENTITY_PERSONS_H_
#define DRAGOMAN_ENTITY_PERSONS_H_

#include <unordered_set>
#include <vector>

#include "base/flat_map.h"
#include "entity/person_name.h"

namespace dragoman {

class PersonIndex {
 public:
  void add(const PersonName& name, Index entity);
  void clear();

  // A single word that stands for the person as a family name does.
  void also_called(std::uint64_t hash, Index entity) { add(families_, hash, entity); }

  // The entity whose name can be the same person's; kNone if there is none.
  Index same_as(const PersonName& name) const;

  // Has any person this family name?
  bool knows_family(std::uint64_t hash) const { return families_.find(hash) != nullptr; }

  // visit(entity) for all persons of that family (or given) name, in the order they came.
  template <typename Visit>
  void each_of_family(std::uint64_t hash, Visit&& visit) const { each(families_, hash, visit); }
  template <typename Visit>
  void each_of_given(std::uint64_t hash, Visit&& visit) const { each(givens_, hash, visit); }

 private:
  // Lists of small numbers that share one array: a map gives the first and last link.
  struct Ends {
    Index first = kNone;
    Index last = kNone;
  };
  struct Link {
    Index value;
    Index next;
  };
  // False if it was there.
  bool add(FlatMap<Ends>& map, std::uint64_t hash, Index value);
  template <typename Visit>
  void each(const FlatMap<Ends>& map, std::uint64_t hash, Visit&& visit) const {
    const Ends* ends = map.find(hash);
    for (Index at = ends == nullptr ? kNone : ends->first; at != kNone; at = links_[at].next) {
      visit(links_[at].value);
    }
  }

  struct Known {
    PersonName name;
    Index entity;
  };
  std::vector<Known> known_;
  std::vector<Link> links_;
  FlatMap<Ends> by_part_;      // any part -> indexes into known_
  FlatMap<Ends> families_;     // family name -> entities
  FlatMap<Ends> givens_;
  std::unordered_set<std::uint64_t> far_links_;   // list and value of links that are far down a list
};

}  // namespace dragoman

#endif  // DRAGOMAN_ENTITY_PERSONS_H_
