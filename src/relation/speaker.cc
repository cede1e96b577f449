// Part of dragoman; see LICENSE.
//
// Whom a chunk names as a speaker: a person, body or group, or whose words "a report by the UN" are.

#include "relation/view.h"

#include "relation/role_types.h"

namespace dragoman {

Party View::speaker(Id id) const {
  static constexpr TypeSet kSpeakers = {
      MentionType::kPerson, MentionType::kState, MentionType::kOrganisation, MentionType::kGroup,
      MentionType::kCity, MentionType::kOffice, MentionType::kPlace};
  const NounChunk& n = noun(id);
  if (n.apposition != kNobody) {
    const NounChunk& other = noun(n.apposition);
    if (other.mention != kNone && document_.mentions[other.mention].type == MentionType::kPerson &&
        document_.mentions[other.mention].form == MentionForm::kNamed) {
      return {other.mention, document_.mentions[other.mention].entity};
    }
  }
  // "a spokesman for [the Houthis]": for whom he speaks
  if (n.mention != kNone && speaks_for(n.lemma) && document_.mentions[n.mention].form == MentionForm::kNominal &&
      document_.mentions[n.mention].state == kNone && id + 1 < Id(c_.nouns.size())) {
    const NounChunk& body = noun(id + 1);
    Party party;
    if (body.noun == id && (body.prep == Prep::kFor || body.prep == Prep::kOf) && resolve(id + 1, kSpeakers, 0, party)) return party;
  }
  if (n.mention != kNone) {
    const Mention& mention = document_.mentions[n.mention];
    if (takes(kSpeakers, mention.type) || mention.entity != kNone) return {n.mention, mention.entity};
  }
  Party party;
  if (resolve(id, kSpeakers, 0, party)) return party;
  return author(id);
}

// "a report by [the UN]", "[Amnesty]'s study", "a [UN] statement": whose words they are.
Party View::author(Id id) const {
  static constexpr FewWords kWords = {"report", "statement", "study", "letter", "communique", "investigation", "inquiry", "survey", "document", "dossier",
                                      "declaration", "assessment", "memo", "memorandum", "cable", "bulletin", "broadcast", "message", "post", "tweet",
                                      "article", "editorial", "dispatch", "despatch", "account", "version", "testimony", "analysis", "probe", "audit",
                                      "notice", "commentary", "press", "radio", "television", "newspaper", "release", "source", "paper"};
  const NounChunk& n = noun(id);
  if (n.mention != kNone || !words_.is_one_of(n.lemma, kWords)) return {};
  if (n.possessor != kNobody) return speaker(n.possessor);
  Party owner;
  inner_actors(n.first, n.head, [&](Index m) {
    owner = {m, document_.mentions[m].entity};
    return false;
  });
  if (owner.mention != kNone) return owner;
  for (Id k = id + 1; k < Id(c_.nouns.size()) && k < id + 4; ++k) {
    const NounChunk& next = noun(k);
    if (next.role == NounRole::kPossessor) continue;
    if (next.noun != id || next.role != NounRole::kPrepositional) break;
    if (next.prep == Prep::kBy || next.prep == Prep::kFrom || next.prep == Prep::kOf || (next.prep == Prep::kIn && !next.date)) return speaker(k);
  }
  return {};
}

}  // namespace dragoman
