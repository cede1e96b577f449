// Part of dragoman; see LICENSE.
//
// Why a relation was found, and why one was not.
//
//   for (const RelationWhy& why : explain_relations(document)) show(why.frame, why.arguments);
//
//   Result<WhyNot> miss = why_not(document, {"arms_transfer", "PRK", "RUS"});
//   if (miss.ok()) print(to_string(miss->check), miss->detail);
//
// Both look at the document's sentences again, and so cost about as much as finding its
// relations did.  Safe to call from several threads.

#ifndef DRAGOMAN_EXPLAIN_H_
#define DRAGOMAN_EXPLAIN_H_

#include <string>
#include <vector>

#include "dragoman/api.h"
#include "dragoman/document.h"
#include "dragoman/result.h"

namespace dragoman {

// What stopped a relation, from the farthest miss to the nearest.
enum class RelationCheck : std::uint8_t {
  kNotMentioned,   // a party is no entity of the document
  kApart,          // no sentence mentions both parties
  kNotProse,       // the sentence is a menu, a list of tags
  kNoTrigger,      // none of its words opens a frame of the type
  kOneEntity,      // a word would, but its frames ask for a second entity in the sentence
  kWordsAfter,     // the trigger needs words after it that are not there: "call [on]"
  kSlotEmpty,      // a slot that the frame reads is empty
  kNeed,           // a slot does not hold what the frame needs
  kRefused,        // a slot holds what the frame refuses
  kRoleEmpty,      // nothing stands in the slots of a role that must be filled
  kRoleType,       // something does, but not what the role takes
  kOtherParties,   // the frame matched for others
  kTurned,         // it matched with the parties exchanged
  kDenied,         // it was found, and is denied
  kFound,          // it was found
};
DRAGOMAN_EXPORT std::string_view to_string(RelationCheck check);   // a clause in words

// One step from the words of the text to an entity: "he", by pronoun, is "Shoigu".
struct LinkStep {
  Index mention = kNone;
  Why why = Why::kNotSaid;
  bool stands_for = false;   // a group or office that acts for the next: "Russian troops"
};

struct ArgumentWhy {
  RoleId role = 0;
  std::string slot;              // "subj", "with"; "title" for names that need no trigger word
  std::vector<LinkStep> chain;   // the last step's mention names the entity; never empty
  Index entity = kNone;          // kNone: a value
};

struct RelationWhy {
  Index relation = kNone;        // into Document::relations
  Origin frame;                  // file, line, name
  std::vector<ArgumentWhy> arguments;
};

// One answer for each relation of the document, in their order.
DRAGOMAN_EXPORT std::vector<RelationWhy> explain_relations(const Document& document);

// The steps by which a mention, as an argument, came to its entity.  A path through the
// mentions of the entity; the earliest step that names it comes last.
DRAGOMAN_EXPORT std::vector<LinkStep> link_chain(const Document& document, Index mention, Index entity);

struct WhyNotQuery {
  std::string type;   // of data/schema/relations.yaml
  std::string a, b;   // ids or names of entities, the doer first; empty: anyone
};

struct WhyNot {
  RelationCheck check = RelationCheck::kNoTrigger;
  std::string detail;              // what was looked for and what stood there
  Index sentence = kNone;          // of the nearest miss
  Span trigger;                    // empty if there was none
  OriginId frame = kNoOrigin;
  std::vector<Index> relations;    // that join the two parties, of any type
};

// The nearest miss.  kBadArgument if there is no such type; a party that the document does
// not mention is an answer, not an error.
DRAGOMAN_EXPORT Result<WhyNot> why_not(const Document& document, const WhyNotQuery& query);

}  // namespace dragoman

#endif  // DRAGOMAN_EXPLAIN_H_
