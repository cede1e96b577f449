// Part of dragoman; see LICENSE.
//
// Events: relations as records of event data, in the codes of PLOVER and CAMEO, with the states
// of who acts and who is acted on.
//
//   for (const Event& e : document.events)
//     if (!e.background) print(e.source.state, e.code->plover, e.target.state);
//
// A relation says what a sentence reports and how sure it is; event data has one code for both: aid
// that is promised is AGREE, aid that is asked for DEMAND.  data/schema/relations.yaml holds that
// table.  What only fills out another report ("demanded that Togo *withdraw*") makes no event.

#ifndef DRAGOMAN_EVENT_H_
#define DRAGOMAN_EVENT_H_

#include <string>
#include <vector>

#include "dragoman/relation.h"

namespace dragoman {

struct Document;

// An actor as event data codes it.
struct EventActor {
  Index entity = kNone;      // into Document::entities; kNone: nobody is named
  std::string state;         // ISO 3166-1 alpha-3; "IGO": an international body; empty: unknown
  bool by_place = false;     // the state is that of the place or of the other actor: "police", nobody named
};

struct Event {
  Index relation = 0;        // into Document::relations
  const EventCode* code = nullptr;   // of the document's schema
  EventActor source, target;
  bool symmetric = false;    // source and target may be exchanged
  bool background = false;   // in a clause or phrase that the sentence only adds: "after it attacked"
};

// The events of a document whose relations stand, in their order.  Time: relations and mentions of
// their sentences.  Cannot fail.
DRAGOMAN_EXPORT std::vector<Event> find_events(const Document& document, const Schema& schema);

}  // namespace dragoman

#endif  // DRAGOMAN_EVENT_H_
