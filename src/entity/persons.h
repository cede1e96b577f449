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

#include <unordered_map>
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
  void also_called(std::uint64_t hash, Index entity) { add_person(families_, hash, entity); }

  // The entity whose name can be the same person's; kNone if there is none.
  Index same_as(const PersonName& name) const;

  // Has any person this family name?
  bool knows_family(std::uint64_t hash) const { return families_.find(hash) != nullptr; }

  // Has any person this name among others?
  bool knows(std::uint64_t hash) const { return by_part_.find(hash) != nullptr; }

  // visit(entity) for all persons of that family (or given) name, in the order they came.
  template <typename Visit>
  void each_of_family(std::uint64_t hash, Visit&& visit) const { each(families_, hash, visit); }
  template <typename Visit>
  void each_of_given(std::uint64_t hash, Visit&& visit) const { each(givens_, hash, visit); }

  // Of a name that many share: who of them was spoken of last, so that a text of a hundred Petrovs does not walk through
  // them at each.  kNone if few share it, or nobody was spoken of yet.
  Index last_of_family(std::uint64_t hash) const { return last(families_, hash); }
  Index last_of_given(std::uint64_t hash) const { return last(givens_, hash); }

  // To be called for each mention of a person, in order.
  void spoken_of(Index entity) {
    if (!crowds_.empty()) tell_crowds(entity);
  }

 private:
  // Lists of small numbers that share one array: a map gives the first and last link.
  struct Ends {
    Index first = kNone;
    Index last = kNone;
    Index count = 0;
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

  // The same for a family or given name, whose list is a crowd once it is long.
  bool add_person(FlatMap<Ends>& map, std::uint64_t hash, Index entity);
  Index last(const FlatMap<Ends>& map, std::uint64_t hash) const;
  void tell_crowds(Index entity);

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
  // Long lists, by their first link: who was spoken of last; and the long lists that a person is in.
  std::unordered_map<Index, Index> crowds_;
  std::unordered_map<Index, std::vector<Index>> crowds_of_;
};

}  // namespace dragoman

#endif  // DRAGOMAN_ENTITY_PERSONS_H_
