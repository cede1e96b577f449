// Part of dragoman; see LICENSE.
//
// The mention stage: known names, titles, rules, and one choice among their readings.
//
//   find_mentions(model, document);   // fills mentions, rejected, dates, amounts

#ifndef DRAGOMAN_MENTION_FIND_H_
#define DRAGOMAN_MENTION_FIND_H_

#include "dragoman/document.h"
#include "mention/name_tagger.h"
#include "mention/rule_set.h"
#include "mention/select.h"
#include "mention/titles.h"
#include "mention/vocabulary.h"

namespace dragoman {

// What the stage reads; all of it immutable and shared.
struct MentionModel {
  const Gazetteer& gazetteer;
  const Titles& titles;
  const RuleSet& rules;
  const Vocabulary& vocabulary;   // of the three above
  OriginId title_origins = 0;   // origin of a title: this + its number
  OriginId rule_origins = 0;    // origin of a rule: this + its index
  const NameTagger* names = nullptr;   // learned; none: gazetteer and rules alone
  OriginId name_origins = 0;    // origin of a name that only the tagger found
};

void find_mentions(const MentionModel& model, Document& document);

// What the gazetteer, the titles and the rules read, before one of them is chosen; the
// tagger's trainer needs it.  words: facts of all tokens.
void find_readings(const MentionModel& model, Document& document, std::vector<WordFacts>& words,
                   std::vector<Reading>& readings);

}  // namespace dragoman

#endif  // DRAGOMAN_MENTION_FIND_H_
