// Part of dragoman; see LICENSE.
//
// Whose a common noun is: "Peru's troops", "envoys from Seoul", "bunkers held by soldiers", "farmers in
// northern Peru"; and which nouns tell that.

#include "relation/view.h"

#include <algorithm>

#include "relation/role_types.h"

namespace dragoman {

// Who stands before the group as its possessor, or after it with "of".
bool View::owner_of(Id id, TypeSet types, int depth, Party& out) const {
  const NounChunk& n = noun(id);
  if (n.possessor != kNobody && allows(types, MentionType::kState) && resolve(n.possessor, types, depth + 1, out)) return true;
  // "instructors from [Lebanon's] Hezbollah"
  const Id next = id + 2 < Id(c_.nouns.size()) && noun(id + 1).role == NounRole::kPossessor && noun(id + 2).possessor == id + 1 ? id + 2 : id + 1;
  if (next >= Id(c_.nouns.size())) return false;
  const NounChunk& of = noun(next);
  // "a group of [Yoruba leaders]"
  if (of.noun == id && of.prep == Prep::kOf && of.mention != kNone && document_.mentions[of.mention].type == MentionType::kGroup &&
      document_.mentions[of.mention].plural) {
    return resolve(next, types, depth + 1, out);
  }
  // "a spokesman for [the coalition]"
  if (of.noun == id && of.prep == Prep::kFor && of.mention != kNone && speaks_for(n.lemma)) return resolve(next, types, depth + 1, out);
  if (of.noun != id || (of.prep != Prep::kOf && of.prep != Prep::kFrom) || of.mention == kNone) return false;
  const Mention& owner = document_.mentions[of.mention];
  // "the jihadists from Niger" are not Niger, nor is who is driven from Niamey
  if ((owner.type == MentionType::kState || owner.type == MentionType::kCity) && n.mention != kNone && against_state(document_.mentions[n.mention])) return false;
  // "envoys from Seoul"
  const bool seat = of.prep == Prep::kFrom && owner.type == MentionType::kCity;
  if (owner.type != MentionType::kState && !seat && !is_a(owner.type, MentionType::kOrganisation)) return false;
  return resolve(next, types, depth + 1, out);
}

// "[Chadian] church volunteers": the last name in front of a group in its chunk.
bool View::named_before(Id id, TypeSet types, Party& out) const {
  const NounChunk& n = noun(id);
  bool found = false;
  inner_actors(n.first, document_.mentions[n.mention].first, [&](Index m) {
    Party party;
    const Mention& name = document_.mentions[m];
    if (name.form == MentionForm::kNamed && name.type != MentionType::kPerson && accept(m, types, party)) {
      out = party;
      found = true;
    }
    return true;
  });
  return found;
}

// "a bus [carrying Indian pilgrims]": who is aboard what is no state's by its name.
bool View::aboard(Id id, TypeSet types, int depth, Party& out) const {
  static constexpr FewWords kCarry = {"carry", "ferry", "transport", "take", "bring", "bear", "evacuate"};
  const NounChunk& n = noun(id);
  bool nation = false;
  inner_actors(n.first, n.head, [&](Index) { return !(nation = true); });
  if (nation) return false;   // "a Turkish bus carrying"
  const Id v = first_verb_after(n.last);
  if (v >= Id(c_.verbs.size()) || verb(v).parent_noun != id || verb(v).link != Link::kReduced || verb(v).passive || verb(v).object == kNobody) return false;
  return words_.is_one_of(verb(v).lemma, kCarry) && resolve(verb(v).object, types, depth + 1, out);
}

// Whoever holds, runs or owns a place.
bool View::held_by(Id id, TypeSet types, int depth, Party& out) const {
  static constexpr FewWords kHolds = {"hold", "run", "own", "occupy", "control", "use", "operate", "man", "build"};
  const NounChunk& n = noun(id);
  const Id v = first_verb_after(n.last);
  if (v >= Id(c_.verbs.size()) || !verb(v).reduced_passive || verb(v).parent_noun != id) return false;
  if (!words_.is_one_of(verb(v).lemma, kHolds)) return false;
  std::vector<Filler> holders;
  prepositional({v, kNobody}, Prep::kBy, holders);
  return std::ranges::any_of(holders, [&](const Filler& f) { return resolve(f.noun, types, depth + 1, out); });
}

// The state of the place where a chunk's people are: "farmers [in northern Peru]".  Not of those who act on
// their own or against it: "mobs in Kinshasa".
bool View::at_home(Id id, Party& out) const {
  static constexpr FewWords kOnTheirOwn = {
      "mob", "crowd", "protester", "demonstrator", "rioter", "looter", "striker", "gunman", "gunner", "rebel", "insurgent",
      "guerrilla", "guerilla", "militant", "militia", "militiaman", "separatist", "extremist", "terrorist", "islamist", "jihadist",
      "paramilitary", "kidnapper", "inmate", "prisoner", "convict", "robber", "thief", "gang", "gangster", "suspect", "hijacker", "hacker", "pirate", "bandit", "attacker", "bomber", "mutineer", "dissident", "opposition", "party"};
  if (words_.is_one_of(noun(id).lemma, kOnTheirOwn)) return false;
  if (noun(id).mention != kNone && against_state(document_.mentions[noun(id).mention])) return false;
  // "armed men in northern Cameroon"
  static constexpr FewWords kArmed = {"armed", "masked", "hooded", "unidentified", "unknown"};
  for (Index t = noun(id).first; t < noun(id).head; ++t) {
    if (kArmed.has_in_any_case(document_.slice(document_.tokens.tokens[t].span()))) return false;
  }
  // "leaders [in Kingston]" are there for a meeting.
  static constexpr FewWords kGuests = {"leader", "president", "minister", "delegate", "envoy", "negotiator", "diplomat", "mediator", "ally",
                                       "people", "person"};   // "20 people [in Dhaka]" may be anybody's
  const bool guests = noun(id).plural && words_.is_one_of(noun(id).lemma, kGuests);
  for (Id k = id + 1; k < Id(c_.nouns.size()) && k < id + 3; ++k) {
    const NounChunk& in = noun(k);
    if (in.noun != id || in.mention == kNone) continue;
    // "Kurds [from London] to Moscow": all over the place
    if (in.prep == Prep::kFrom && k + 1 < Id(c_.nouns.size()) && noun(k + 1).prep == Prep::kTo && noun(k + 1).first == in.last + 1) continue;
    if (guests && in.prep == Prep::kIn && document_.mentions[in.mention].type == MentionType::kCity) continue;
    // "a court [in The Hague]": of no state
    static constexpr FewWords kCourts = {"court", "tribunal", "judge", "prosecutor", "arbitrator", "panel"};
    const Index city = document_.mentions[in.mention].record;
    if (names_ && city != kNone && words_.is_one_of(noun(id).lemma, kCourts) && names_->record(city).klass == "world-courts") continue;
    if (in.prep != Prep::kIn && in.prep != Prep::kFrom && in.prep != Prep::kOf && in.prep != Prep::kAround &&
        in.prep != Prep::kOther)
      continue;
    if (document_.mentions[in.mention].form == MentionForm::kNominal &&
        document_.mentions[in.mention].type == MentionType::kPlace)
      continue;  // "monks in the capital"
    if (place_state(in.mention, out)) return true;
  }
  return false;
}

// The state of whoever has it.
bool View::land_of(Id owner, Party& out) const {
  static constexpr TypeSet kAnybody = {MentionType::kState, MentionType::kPerson, MentionType::kOrganisation, MentionType::kGroup};
  if (!resolve(owner, kAnybody, 1, out)) return false;
  const Entity& who = document_.entities[out.entity];
  if (who.type == MentionType::kState) return true;
  const Index holder = out.entity;
  out.entity = state_by_code(who.state);
  // "Togo's president, Kofi Mensah, said [his country]": whose president the text has called him.
  if (out.entity == kNone) out.entity = office_told(holder);
  return out.entity != kNone;
}

Index View::office_told(Index person) const {
  ++asked_back_;
  for (std::size_t i = document_.relations.size(); i-- > 0;) {
    const Relation& r = document_.relations[i];
    if (frames_.known_types().holds_office != r.type || r.arguments.size() < 2 || r.arguments[0].role != 0 || r.arguments[0].entity != person) continue;
    const Index of = r.arguments.back().entity;
    if (of != kNone && document_.entities[of].type == MentionType::kState) return of;
  }
  return kNone;
}

// The city or place that stands behind a common noun for one, with "of"; kNobody if none does.
Id View::place_behind(Id id) const {
  const NounChunk& n = noun(id);
  if (!is(n.lemma, kPlaceNoun) || (n.mention != kNone && document_.mentions[n.mention].form == MentionForm::kNamed)) return kNobody;
  if (id + 1 >= Id(c_.nouns.size())) return kNobody;
  const NounChunk& of = noun(id + 1);
  if (of.noun != id || of.prep != Prep::kOf || of.mention == kNone || of.possessor != kNobody) return kNobody;
  const Mention& name = document_.mentions[of.mention];
  const bool place = name.type == MentionType::kCity || name.type == MentionType::kPlace;
  return place && name.form == MentionForm::kNamed && is_spot(n.lemma) ? id + 1 : kNobody;
}

// Troops may be anywhere, security forces are at home.
bool View::abroad(const NounChunk& n) const {
  if (!is(n.lemma, kAbroadNoun)) return false;
  if (n.head == n.first) return true;
  const LemmaId before = c_.word(n.head - 1).lemma;
  return before == kNoLemma || (words_.lemma(before) != "security" && words_.lemma(before) != "police");
}

bool View::governs(LemmaId lemma) const {
  static constexpr FewWords kBodies = {"government", "regime", "administration", "cabinet", "army", "junta"};
  return words_.is_one_of(lemma, kBodies);
}

// "his [country]"
bool View::is_land(LemmaId lemma) const {
  static constexpr FewWords kLands = {"country", "nation", "homeland", "republic", "kingdom", "emirate", "sultanate"};
  return words_.is_one_of(lemma, kLands);
}

// What may have the same name as the place: "the town of Mekele", not "the airport of Mekele".
bool View::is_spot(LemmaId lemma) const {
  static constexpr FewWords kSpots = {"city", "town", "village", "port", "province", "region", "district", "island",
                                                "capital", "area", "suburb", "territory", "peninsula", "valley", "stronghold"};
  return words_.is_one_of(lemma, kSpots);
}

bool View::of_other_side(const NounChunk& n) const {
  static constexpr FewWords kOthers = {"colleague", "counterpart", "rival", "foe", "neighbour", "neighbor", "enemy", "supporter", "follower",
                                       "backer", "critic", "opponent", "sympathiser", "sympathizer", "detractor", "ally", "friend", "patron",
                                       "victim", "captor", "predecessor", "successor", "lender", "creditor", "attacker", "relative"};
  // "their wives", "his lawyer", but "Togo's lawyers"
  static constexpr FewWords kTheirs = {"wife", "husband", "widow", "parent", "family", "son", "daughter", "brother", "sister", "father", "mother",
                                       "lawyer", "attorney", "kidnapper", "abductor", "doctor", "cousin", "nephew"};
  if (words_.is_one_of(n.lemma, kOthers)) return true;
  if (n.possessor == kNobody || !words_.is_one_of(n.lemma, kTheirs)) return false;
  const Index owner = noun(n.possessor).mention;
  return owner != kNone && document_.mentions[owner].entity != kNone && document_.entities[document_.mentions[owner].entity].type != MentionType::kState;
}

bool View::speaks_for(LemmaId lemma) const {
  static constexpr FewWords kVoices = {"spokesman", "spokeswoman", "spokesperson", "negotiator", "mouthpiece", "lobbyist"};
  return words_.is_one_of(lemma, kVoices);
}

// A person by his office.
bool View::office(const NounChunk& n) const {
  return n.mention != kNone && (document_.mentions[n.mention].type == MentionType::kOffice ||
                                document_.mentions[n.mention].type == MentionType::kPerson);
}

bool View::somebody(const NounChunk& n) const {
  return n.mention != kNone && document_.mentions[n.mention].type == MentionType::kPerson;
}

}  // namespace dragoman
