// Part of dragoman; see LICENSE.
//
// What a text says of who holds which office, and whether the tables know it.
//
//   for (const OfficialPair& p : unknown_officials(model, document))
//     print(document.slice(p.name), document.slice(p.title));
//
// News names new ministers long before a table does: these pairs are what to add.

#ifndef DRAGOMAN_ENTITY_OFFICIALS_H_
#define DRAGOMAN_ENTITY_OFFICIALS_H_

#include <vector>

#include "dragoman/document.h"
#include "entity/link.h"

namespace dragoman {

struct OfficialPair {
  Span name, title;
  Index entity = kNone;        // of the document
  Index state = kNone;         // record, if the text says of which state
  RoleClass role_class = RoleClass::kOther;
  bool person_known = false;   // the person is in the tables, but not this office at the date
};

// Persons with the title of an office before the name ("Guyanese Foreign Minister Hugh Todd") or
// beside it ("Hugh Todd, Guyana's foreign minister,"), for whom no term of office of that class
// and state covers the document's date; each pair once, in the order of the text.
std::vector<OfficialPair> unknown_officials(const LinkModel& model, const Document& document);

}  // namespace dragoman

#endif  // DRAGOMAN_ENTITY_OFFICIALS_H_
