// Part of dragoman; see LICENSE.
//
// The persons of one document, found again by any part of their names.
//
//   PersonIndex persons;
//   persons.add(name, entity);
//   persons.same_as(other_name);       // the entity of a compatible full name, or kNone
//   persons.by_family(hash, gender);   // the last one seen of that family name

#ifndef DRAGOMAN_ENTITY_PERSONS_H_
#define DRAGOMAN_ENTITY_PERSONS_H_

#include <vector>

#include "base/flat_map.h"
#include "entity/person_name.h"

namespace dragoman {

class PersonIndex {
 public:
  void add(const PersonName& name, Index entity);

  // The entity whose name can be the same person's; kNone if there is none.
  Index same_as(const PersonName& name) const;

  // Has any person this family (or given) name?
  bool knows_family(std::uint64_t hash) const { return families_.find(hash) != nullptr; }
  bool knows_given(std::uint64_t hash) const { return givens_.find(hash) != nullptr; }

  // All persons of that family name, in the order they were added.
  const std::vector<Index>* family(std::uint64_t hash) const { return families_.find(hash); }
  const std::vector<Index>* given(std::uint64_t hash) const { return givens_.find(hash); }

 private:
  struct Known {
    PersonName name;
    Index entity;
  };
  std::vector<Known> known_;
  FlatMap<std::vector<Index>> by_part_;    // any part -> indexes into known_
  FlatMap<std::vector<Index>> families_;   // family name -> entities
  FlatMap<std::vector<Index>> givens_;
};

}  // namespace dragoman

#endif  // DRAGOMAN_ENTITY_PERSONS_H_
