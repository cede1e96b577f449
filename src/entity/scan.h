// Part of dragoman; see LICENSE.
//
// Finds again, by a part, the names that a document has introduced in full: family
// names, acronyms.  One pass over the tokens; a token that is no such part
// costs one probe of a small table.

#ifndef DRAGOMAN_ENTITY_SCAN_H_
#define DRAGOMAN_ENTITY_SCAN_H_

#include "dragoman/document.h"
#include "entity/link.h"
#include "entity/persons.h"

namespace dragoman {

// Adds mentions, in order, to document.mentions.  Those of states and bodies come with
// their entity; those of persons are left to the caller, who knows the order of events.
void add_short_names(const LinkModel& model, const PersonIndex& persons, Document& document);

}  // namespace dragoman

#endif  // DRAGOMAN_ENTITY_SCAN_H_
