// Part of dragoman; see LICENSE.
//
// Does a filler hold what a frame's need names: a word, a word of a list, a type of mention?

#include "relation/view.h"

#include <algorithm>

#include "relation/role_types.h"

namespace dragoman {

bool View::holds(const Filler& filler, const Need& need) const {
  if (need.any) return true;
  const TypeSet types = need.kinds;
  if (filler.mention != kNone) return takes(types, document_.mentions[filler.mention].type);
  if (filler.noun == kNobody) return false;
  const bool armed = allows(types, MentionType::kArmedGroup);
  const bool nation = !need.refuse && allows(types, MentionType::kNationality);
  // "the [army] chief" is no army: the lists are of things, and his kind stands last.
  const auto word = [&](const NounChunk& n, Index token, bool kind) {
    const Word& w = c_.word(token);
    // "the West African [bloc] ECOWAS" is the body that it names.
    const bool named_else = need.refuse && w.mention != kNone && w.mention != n.mention && n.mention != kNone && token < n.head &&
                            document_.mentions[w.mention].type == MentionType::kGroup &&
                            is_a(document_.mentions[n.mention].type, MentionType::kOrganisation);
    if (w.mention != kNone && !named_else && takes(types, document_.mentions[w.mention].type)) return true;
    // "arming [them]": what they are
    if (armed && w.mention != kNone && document_.mentions[w.mention].form == MentionForm::kPronominal &&
        document_.mentions[w.mention].entity != kNone &&
        document_.entities[document_.mentions[w.mention].entity].type == MentionType::kArmedGroup) {
      return true;
    }
    // "bought a dozen [French] jets"
    if (nation && w.mention != kNone && document_.mentions[w.mention].type == MentionType::kGroup &&
        document_.mentions[w.mention].state != kNone) {
      return true;
    }
    if (w.lemma == kNoLemma) return false;
    if (kind && (frames_.lists(w.lemma) & need.lists)) return true;
    return std::ranges::find(need.words, w.lemma) != need.words.end();
  };
  const auto chunk = [&](const NounChunk& n) {
    const bool role = is(n.lemma, kRoleNoun);
    const bool people = need.refuse && is(n.lemma, kAgentNoun);
    const bool spot = need.refuse && is_spot(n.lemma);
    for (Index t = n.first; t < n.last; ++t) {
      // "a [U.S.] citizen" is no state
      if (people && t < n.head && names_whose(n, t)) continue;
      // "the [arms] dealer", "a [missile] scientist" are no arms
      if (need.refuse && t < n.head && says_what_of(n, t)) continue;
      // "the [Tigrayan] town of Shire" is no group
      if (spot && t < n.head && c_.word(t).mention != kNone && document_.mentions[c_.word(t).mention].last <= n.head) continue;
      if (word(n, t, !role || t >= n.head)) return true;
    }
    // "[M23] fighters"
    bool inside = false;
    if (armed) {
      inner_actors(n.first, n.last, [&](Index m) {
        inside |= document_.mentions[m].type == MentionType::kArmedGroup;
        return !inside;
      });
    }
    return inside;
  };
  for (Id id = filler.noun; id != kNobody; id = noun(id).next_conjunct) {
    if (chunk(noun(id))) return true;
    // "Libya's former spy chief, [Abdullah al-Senussi]"
    if (!need.refuse && noun(id).apposition != kNobody && chunk(noun(noun(id).apposition))) return true;
    // "a [declaration] of principles that they signed"
    if (!need.refuse && noun(id).prep == Prep::kOf && noun(id).noun != kNobody && noun(id).mention == kNone && id == filler.noun &&
        noun(noun(id).noun).mention == kNone && chunk(noun(noun(id).noun))) {
      return true;
    }
    // "the president of Mali", "a citizen of Mali" are no state
    if (need.refuse && (is(noun(id).lemma, kRoleNoun) || somebody(noun(id)))) continue;
    const bool people = need.refuse && is(noun(id).lemma, kAgentNoun);
    // "froze 30 million euros [in] military aid"
    const bool amount = is_sum(noun(id));
    Id part = kNobody;   // "delivery of the last [batch] of missiles"
    for (Id k = id + 1; k < Id(c_.nouns.size()) && k < id + 4; ++k) {
      const NounChunk& of = noun(k);
      if (of.noun == id && of.prep == Prep::kOf && is(of.lemma, kContainerNoun)) part = k;
      if ((of.noun != id && (of.noun != part || part == kNobody)) || (of.prep != Prep::kOf && !(amount && of.prep == Prep::kIn)) || of.first_conjunct != k) continue;
      for (Id j = k; j != kNobody; j = noun(j).next_conjunct) {
        if (!(people && whose(noun(j).mention)) && chunk(noun(j))) return true;
      }
    }
  }
  return false;
}

// Is the word a noun for a thing in front of a word for people: "the [arms] dealer", "a [weapons] inspector"?
bool View::says_what_of(const NounChunk& n, Index token) const {
  const LemmaId own = c_.word(token).lemma, next = c_.word(token + 1).lemma;
  if (next == kNoLemma || token + 1 >= n.last || c_.word(token).tag != Tag::kNoun || !(is(next, kRoleNoun) || is(next, kAgentNoun))) return false;
  return own == kNoLemma || !(is(own, kRoleNoun) || is(own, kAgentNoun) || is(own, kOfficeNoun));
}

// Does the word belong to a name of a state, place or body that stands in front of a chunk's own noun?
bool View::names_whose(const NounChunk& n, Index token) const {
  const Index m = c_.word(token).mention;
  return m != kNone && document_.mentions[m].last <= n.head && whose(m);
}

bool View::whose(Index mention) const {
  if (mention == kNone) return false;
  const MentionType type = document_.mentions[mention].type;
  return type == MentionType::kState || type == MentionType::kCity || type == MentionType::kPlace || is_a(type, MentionType::kOrganisation);
}

}  // namespace dragoman
