// Part of dragoman; see LICENSE.
//
// "Riyadh accused Tehran of ...": two states act here that the text never names otherwise.  A
// capital keeps its reading as a place; if a clause makes it an actor, its state becomes an
// entity of the document, one without mentions of its own.
//
//   const Index first = lend_states(names, document);
//   ... find relations ...
//   let_states_speak(names, document);
//   keep_used_states(first, document);

#ifndef DRAGOMAN_RELATION_SEATS_H_
#define DRAGOMAN_RELATION_SEATS_H_

#include "dragoman/document.h"

namespace dragoman {

// Adds, behind all entities, the states whose capital or seat of government is mentioned and
// that are not there yet.  Returns where they begin.
Index lend_states(const Gazetteer& names, Document& document);

// Who says something in a city's name: the state of a capital; of any other city nobody, as of
// the dateline "PORT SUDAN - ".  Call between the two.
void let_states_speak(const Gazetteer& names, Document& document);

// The body that a city stands for where it acts, or kNone: the European Union for Brussels, unless
// Belgium is named in the text.
Index body_of_seat(const Document& document, Index city);

// Drops those from `first` on that no relation speaks of.
void keep_used_states(Index first, Document& document);

}  // namespace dragoman

#endif  // DRAGOMAN_RELATION_SEATS_H_
