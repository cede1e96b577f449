// Part of dragoman; see LICENSE.
//
// What stands behind a Knowledge: each stage's loaded data, in the order of the stages.

#ifndef DRAGOMAN_PIPELINE_KNOWLEDGE_H_
#define DRAGOMAN_PIPELINE_KNOWLEDGE_H_

#include <optional>

#include "dragoman/knowledge.h"
#include "entity/famous.h"
#include "entity/link.h"
#include "entity/spelling.h"
#include "mention/find.h"
#include "mention/offices.h"
#include "mention/person_names.h"
#include "mention/rule_set.h"
#include "mention/titles.h"
#include "relation/frame.h"
#include "syntax/parser.h"

namespace dragoman {

struct Knowledge::Impl {
  Gazetteer gazetteer;
  Titles titles;
  Offices offices;
  std::unique_ptr<const PersonNames> person_names;   // rules keep its address
  RuleSet rules;
  Vocabulary vocabulary;
  FamousPeople famous;
  std::unique_ptr<const SpellingIndex> spellings;    // keeps the address of `gazetteer`
  Schema schema;
  Frames frames;
  OriginId title_origins;
  OriginId rule_origins;
  std::optional<NameTagger> names;       // none: gazetteer and rules alone
  OriginId name_origins;
  std::optional<Parser> parser;          // none: clauses are read off chunks alone

  MentionModel mention_model() const {
    return {gazetteer, titles, rules, vocabulary, title_origins, rule_origins,
            names ? &*names : nullptr, name_origins};
  }
  LinkModel link_model() const { return {gazetteer, vocabulary, famous, titles, offices, *spellings}; }
};

}  // namespace dragoman

#endif  // DRAGOMAN_PIPELINE_KNOWLEDGE_H_
