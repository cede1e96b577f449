// Part of dragoman; see LICENSE.
//
// The entity stage: decides which mentions are the same thing.
//
//   link_entities(model, document);   // fills document.entities, mention.entity
//
// Adds the mentions that only the document's own names explain: "Putin" after "Vladimir
// Putin", "IAEA" after the long form.

#ifndef DRAGOMAN_ENTITY_LINK_H_
#define DRAGOMAN_ENTITY_LINK_H_

#include "dragoman/document.h"
#include "mention/offices.h"
#include "mention/titles.h"
#include "mention/vocabulary.h"

namespace dragoman {

class FamousPeople;
class SpellingIndex;

// What linking reads; all of it immutable and shared.
struct LinkModel {
  const Gazetteer& gazetteer;
  const Vocabulary& vocabulary;      // for names of persons and common words
  const FamousPeople& famous;
  const Titles& titles;
  const Offices& offices;
  const SpellingIndex& spellings;
};

void link_entities(const LinkModel& model, Document& document);

}  // namespace dragoman

#endif  // DRAGOMAN_ENTITY_LINK_H_
