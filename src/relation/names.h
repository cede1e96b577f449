// Part of dragoman; see LICENSE.
//
// Relations that come from how names and roles stand together: "Russian Defense Minister
// Sergei Shoigu", "Omar Touray, president of the Commission", "U.S. ally Japan".

#ifndef DRAGOMAN_RELATION_NAMES_H_
#define DRAGOMAN_RELATION_NAMES_H_

#include "base/few_words.h"
#include "relation/view.h"

namespace dragoman {

// What names side by side say of a person: holds_office, works_for, founded, citizen_of.
enum class PersonTie : std::uint8_t { kNone, kOffice, kEmployee, kFounder, kCitizen };

struct NameRelation {
  PersonTie tie = PersonTie::kNone;
  bool former = false;
  Construction construction = Construction::kTitle;
  Party person;
  Party body;                   // state or body; may be empty
  Index office_mention = kNone;
  Span office_words = {};       // of it, where it is more than the office; else empty
  Span trigger;
};

// Words for whoever holds an office on the other side: "his counterpart", "his opposite number".
inline constexpr FewWords kOtherSide = {"counterpart", "colleague", "opposite"};

// Most chunks name no person and say nothing of who is named: they make none.
inline bool stands_alone(const Document& document, const NounChunk& n) {
  const bool person = n.mention != kNone && document.mentions[n.mention].type == MentionType::kPerson;
  return !person && !n.plural && n.apposition_of == kNobody && n.role != NounRole::kPredicate;
}

// The relations that one noun chunk makes with its own words and its apposition.
void name_relations(const View& view, Id noun, std::vector<NameRelation>& out);

// "Prime Minister Nawaz Sharif", "sworn in as president", no state beside it: that of the person, if he is known and the
// document speaks of it; of somebody unknown the only state that was spoken of.
// sent: as an envoy, who is not of the state that receives him.
Party own_state(const View& view, bool sent, Index person);

// Those of a plural office, a chunk, with the persons in apposition to it.
// office: its mention, if it has one.
void shared_offices(const View& view, Id noun, Index office, Span trigger, std::vector<NameRelation>& out);

}  // namespace dragoman

#endif  // DRAGOMAN_RELATION_NAMES_H_
