// Part of dragoman; see LICENSE.
//
// Entities: one node for one thing.  Mentions that name, describe or point at the same
// thing share an entity.
//
//   for (const Entity& e : document.entities)
//     print(e.id, e.name, e.mentions.size());

#ifndef DRAGOMAN_ENTITY_H_
#define DRAGOMAN_ENTITY_H_

#include <string>
#include <vector>

#include "dragoman/mention.h"

namespace dragoman {

struct Entity {
  std::string id;                     // "PRK", "person:kim-jong-un"; unknown ones get a slug of their name
  MentionType type = MentionType::kPerson;
  std::string name;                   // the fullest or preferred one
  std::vector<std::string> aliases;   // other forms met in this document, in order
  std::vector<Index> mentions;        // into Document::mentions, in order
  Index record = kNone;               // into the gazetteer; kNone: not known before
  std::string state;                  // alpha-3 of the state it belongs to, or empty
  char gender = '-';
  bool plural = false;                // a group: "U.S. officials"
  std::vector<Index> members;         // "the two countries": the entities meant
};

}  // namespace dragoman

#endif  // DRAGOMAN_ENTITY_H_
