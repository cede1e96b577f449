// Part of dragoman; see LICENSE.
//
// A chunk stands for the entity of its head.  Where the head is a common noun that acts for
// a state or body (troops, envoy, government), it stands for that state or body: possessor
// first, then names inside the chunk, then "of".  Any other common noun stands for nothing:
// "Russia's economy" bombs nobody.

#include "relation/view.h"

#include <algorithm>
#include <optional>

#include "dragoman/gazetteer.h"
#include "mention/helped.h"
#include "relation/role_types.h"

namespace dragoman {

// "Chad": no more than the name of a state.  Most of those who are asked for are that, and none of the rest is of them.
bool View::names_state(const NounChunk& n) const {
  if (n.mention == kNone || n.apposition != kNobody) return false;
  const Mention& m = document_.mentions[n.mention];
  return m.type == MentionType::kState && m.form == MentionForm::kNamed && m.entity != kNone && document_.entities[m.entity].type == MentionType::kState;
}

bool View::resolve(Id id, TypeSet types, int depth, Party& out) const {
  const NounChunk& n = noun(id);
  // "no party" is nobody; in "neither Chad nor Mali has signed" the verb is denied.
  if (n.date || (n.negated && (n.mention == kNone || document_.mentions[n.mention].form != MentionForm::kNamed))) return false;
  if (names_state(n) && accept(n.mention, types, out)) return true;
  // "the northern [town] of Mekele": the name says which.
  if (const Id which = place_behind(id); which != kNobody && depth < 3) return resolve(which, types, depth + 1, out);
  // "Gazprom, [the state company] headed by X": who has the name.
  // "sent troops to Libya, [a step] that Egypt condemned": no name of Libya's.
  if (n.apposition_of != kNobody && depth == 0 && !is(n.lemma, kDeedNoun) && noun(n.apposition_of).mention != kNone &&
      (n.mention == kNone || document_.mentions[n.mention].form != MentionForm::kNamed) &&
      resolve(n.apposition_of, types, depth + 1, out)) {
    return true;
  }
  // "Mali's foreign minister, Abdoulaye Diop": the name says who.
  if (n.apposition != kNobody) {
    const NounChunk& other = noun(n.apposition);
    if (other.mention != kNone &&
        document_.mentions[other.mention].type == MentionType::kPerson &&
        document_.mentions[other.mention].form == MentionForm::kNamed &&
        accept(other.mention, types, out)) {
      return true;
    }
    // "its neighbour, [Niger],": the name says which.
    const bool kind = n.mention == kNone || document_.mentions[n.mention].form != MentionForm::kNamed ||
                      document_.mentions[n.mention].type == MentionType::kOffice;
    if (other.mention != kNone && kind && !n.plural &&
        document_.mentions[other.mention].form == MentionForm::kNamed &&
        (document_.mentions[other.mention].type == MentionType::kState ||
         is_a(document_.mentions[other.mention].type, MentionType::kOrganisation)) &&
        accept(other.mention, types, out)) {
      return true;
    }
  }
  // "Tony Blair's [spokesman]", "her envoy": whom he acts for
  static constexpr FewWords kEnvoys = {"envoy", "emissary", "representative", "spokesman", "spokeswoman", "spokesperson", "negotiator"};
  if (n.mention != kNone && n.possessor != kNobody && n.apposition == kNobody && depth < 3 && words_.is_one_of(n.lemma, kEnvoys) &&
      document_.mentions[n.mention].entity == kNone && somebody(noun(n.possessor))) {
    return resolve(n.possessor, types, depth + 1, out);
  }
  // "soldiers led by General X": who leads them acts.
  const bool body = n.mention != kNone && document_.mentions[n.mention].form == MentionForm::kNamed &&
                    is_a(document_.mentions[n.mention].type, MentionType::kOrganisation);
  std::optional<Index> own_state;
  const auto state_of_mention = [&] {   // looked up once, where it is asked for
    if (!own_state) own_state = n.mention == kNone ? kNone : state_entity(document_.mentions[n.mention]);
    return *own_state;
  };
  // "Bangladesh's government, led by X": its own state acts.
  if (!body && depth == 0 && n.possessor == kNobody && (types.first() != MentionType::kState || allows(types, MentionType::kPerson))) {
    static constexpr FewWords kLed = {"lead", "command", "head"};
    const auto next = std::partition_point(c_.verbs.begin(), c_.verbs.end(),
                                           [&n](const VerbGroup& g) { return g.first < n.last; });
    if (next != c_.verbs.end() && next->reduced_passive && next->parent_noun == id && words_.is_one_of(next->lemma, kLed) &&
        state_of_mention() == kNone) {
      std::vector<Filler> leaders;
      prepositional({Id(next - c_.verbs.begin()), kNobody}, Prep::kBy, leaders);
      for (const Filler& f : leaders) {
        Party leader;
        if (!resolve(f.noun, types, depth + 1, leader)) continue;
        // "soldiers led by [a captain]": they, as long as nobody knows him
        const bool nameless = n.mention != kNone && allows(types, MentionType::kGroup) && leader.entity != kNone && document_.entities[leader.entity].type == MentionType::kGroup;
        if (nameless) continue;
        out = leader;
        return true;
      }
    }
  }
  // "rebels in Chad" are Chad's as "Chadian rebels" are; "troops in Chad" may be anybody's.
  if (n.mention != kNone && n.possessor == kNobody && group(document_.mentions[n.mention]) &&
      allows(types, MentionType::kState) && !abroad(n) && depth < 3 && state_of_mention() == kNone && !of_body(n.mention)) {
    Party home;
    if (at_home(id, home)) {
      out = {n.mention, home.entity};
      return true;
    }
  }
  // "the crew of an American plane"
  static constexpr FewWords kAboard = {"crew", "captain", "pilot", "sailor", "crewman", "skipper", "seaman", "airman", "passenger", "occupant", "deckhand"};
  // "seized a tanker and arrested [its crew]": the ship's
  if (n.mention != kNone && n.possessor != kNobody && noun(n.possessor).pronoun && words_.is_one_of(n.lemma, kAboard) && allows(types, MentionType::kGroup) &&
      document_.mentions[n.mention].entity != kNone && document_.entities[document_.mentions[n.mention].entity].type == MentionType::kGroup) {
    out = {n.mention, document_.mentions[n.mention].entity};
    return true;
  }
  if (n.mention != kNone && depth < 3 && n.possessor == kNobody && words_.is_one_of(n.lemma, kAboard) && allows(types, MentionType::kState) &&
      state_of_mention() == kNone && id + 1 < Id(c_.nouns.size()) && noun(id + 1).noun == id && noun(id + 1).prep == Prep::kOf) {
    if (resolve(id + 1, types, depth + 1, out)) return true;
  }
  // "Peru's troops", "its planes", "inspectors of the agency": whose they are, where the group's
  // own words do not say.
  if (n.mention != kNone && depth < 3 && group(document_.mentions[n.mention]) &&
      document_.mentions[n.mention].form == MentionForm::kNominal &&
      state_of_mention() == kNone && !of_body(n.mention)) {
    Party owner;
    if (!of_other_side(n) && (owner_of(id, types, depth, owner) ||
                                (!(allows(types, MentionType::kGroup) && against_state(document_.mentions[n.mention])) && named_before(id, types, owner)))) {
      // "President Petro's government", "his troops": those of the state that he leads
      static constexpr FewWords kOfState = {"government", "administration", "cabinet", "regime", "troop", "force", "army", "military", "police"};
      if (document_.entities[owner.entity].type == MentionType::kPerson && allows(types, MentionType::kState) &&
          words_.is_one_of(n.lemma, kOfState) && owner.mention != kNone) {
        const Index leader = owner.entity;
        owner.entity = state_by_code(document_.entities[leader].state);
        if (owner.entity == kNone && allows(types, MentionType::kPerson)) {
          out = {n.mention, leader};
          return true;
        }
      }
      if (owner.entity != kNone && document_.entities[owner.entity].type != MentionType::kPerson) {
        out = {n.mention, owner.entity};
        return true;
      }
    }
  }
  // "the government of Ivan Duque": his state.
  if (n.mention != kNone && depth < 3 && allows(types, MentionType::kState) && governs(n.lemma) && id + 1 < Id(c_.nouns.size()) &&
      document_.mentions[n.mention].form == MentionForm::kNominal && state_of_mention() == kNone) {
    const NounChunk& of = noun(id + 1);
    if (of.noun == id && of.prep == Prep::kOf && of.mention != kNone && document_.mentions[of.mention].type == MentionType::kPerson) {
      if (const Index state = state_entity(document_.mentions[of.mention]); state != kNone) {
        out = {n.mention, state};
        return true;
      }
    }
  }
  // "a torpedo [fired by the North] sank it": whoever fires acts.
  if (n.mention != kNone && document_.mentions[n.mention].type == MentionType::kWeapon && depth == 0 &&
      allows(types, MentionType::kState)) {
    const auto next = std::partition_point(c_.verbs.begin(), c_.verbs.end(),
                                           [&n](const VerbGroup& g) { return g.first < n.last; });
    if (next != c_.verbs.end() && next->reduced_passive && next->parent_noun == id) {
      std::vector<Filler> users;
      prepositional({Id(next - c_.verbs.begin()), kNobody}, Prep::kBy, users);
      // "a missile [launched from Armenia]": whose land it is.
      static constexpr FewWords kFired = {"launch", "fire", "shoot", "lob"};
      for (const Filler& f : users) {
        if (resolve(f.noun, types, depth + 1, out)) return true;
      }
      if (users.empty() && words_.is_one_of(next->lemma, kFired)) {
        static constexpr TypeSet kLand = {MentionType::kState, MentionType::kCity, MentionType::kPlace};
        prepositional({Id(next - c_.verbs.begin()), kNobody}, Prep::kFrom, users);
        for (const Filler& f : users) {
          if (resolve(f.noun, kLand, depth + 1, out) && document_.entities[out.entity].type == MentionType::kState) return true;
        }
        // "a missile fired [from American ships]"
        out = {};
        for (const Filler& f : users) {
          if (noun(f.noun).mention != kNone && by_common_noun(f.noun, types, depth + 1, out)) return true;
        }
        out = {};
      }
    }
  }
  if (n.mention != kNone && accept(n.mention, types, out)) return true;
  // "The two countries restored relations": each of them may, where a group may not.
  if (n.mention != kNone && depth == 0 && document_.mentions[n.mention].entity != kNone) {
    const Index all = document_.mentions[n.mention].entity;
    const std::vector<Index>& members = document_.entities[all].members;
    if (std::ranges::any_of(members, [&](Index e) { return takes(types, document_.entities[e].type); })) {
      out = {n.mention, all};
      return true;
    }
  }
  if (is_sum(n)) return false;   // "[NZ]$3 million"
  return by_common_noun(id, types, depth, out);
}

// Where the chunk's head is no name and no mention that the role takes: its possessor, the names inside it, what stands
// behind it with "of".
bool View::by_common_noun(Id id, TypeSet types, int depth, Party& out) const {
  const NounChunk& n = noun(id);
  const bool named = n.mention != kNone && document_.mentions[n.mention].form == MentionForm::kNamed &&
                     document_.mentions[n.mention].type != MentionType::kGroup &&
                     document_.mentions[n.mention].type != MentionType::kOffice &&
                     document_.mentions[n.mention].type != MentionType::kQuantity &&   // "hundreds of Serbs"
                     document_.mentions[n.mention].type != MentionType::kWeapon;
  // "shot down [one] of its drones"
  const bool some = n.pronoun && n.role != NounRole::kApposition && !n.after_comma && is(n.lemma, kContainerNoun);
  if (named || (n.pronoun && !some)) return false;
  // "a Thai F-16", "Armenian tanks": arms with a state in front of them are its own.
  const bool agent = is(n.lemma, kAgentNoun) ||
                     (n.mention != kNone && document_.mentions[n.mention].type != MentionType::kQuantity);
  const bool place = is(n.lemma, kPlaceNoun) &&
                     (allows(types, MentionType::kPlace) || allows(types, MentionType::kCity));
  // "more than 60 Houthi targets"
  if (n.last < c_.base + c_.words.size() && id + 1 < Id(c_.nouns.size()) && depth < 3) {
    const LemmaId than = c_.word(n.last).lemma;
    if (than != kNoLemma && words_.lemma(than) == "than" && noun(id + 1).first == n.last + 1) {
      return resolve(id + 1, types, depth + 1, out);
    }
  }
  if (is(n.lemma, kContainerNoun) || n.lemma == kNoLemma || c_.word(n.head).tag == Tag::kNumber ||
      (n.mention != kNone && document_.mentions[n.mention].type == MentionType::kQuantity)) {
    // "dozens of Russian soldiers": what follows "of".
    for (Id k = id + 1; k < Id(c_.nouns.size()) && k < id + 3; ++k) {
      if (noun(k).prep == Prep::kOf && noun(k).noun == id && depth < 3) {
        if (!resolve(k, types, depth + 1, out)) continue;
        // "threw out two [of his]": of his state's, not him
        const Entry* whose = c_.word(noun(k).head).entry;
        if (whose && whose->closed == Closed::kPossessiveDeterminer && document_.entities[out.entity].type == MentionType::kPerson) {
          out.entity = allows(types, MentionType::kState) ? state_by_code(document_.entities[out.entity].state) : kNone;
          if (out.entity == kNone) return false;
        }
        return true;
      }
    }
  }
  if (is_land(n.lemma) && n.mention == kNone && n.possessor != kNobody && depth < 3 && allows(types, MentionType::kState)) {
    return land_of(n.possessor, out);
  }
  // "denied Ghana's [claim]"
  static constexpr FewWords kClaims = {"claim", "allegation", "accusation", "charge", "assertion", "denial", "version", "account"};
  if (n.possessor != kNobody && depth < 3 && n.mention == kNone && words_.is_one_of(n.lemma, kClaims)) return resolve(n.possessor, types, depth + 1, out);
  if (!agent && !place) return false;
  // "bunkers [held by Pakistani soldiers]", "a camp run by Hamas"
  if (place && depth < 3 && n.possessor == kNobody && held_by(id, types, depth, out)) return true;
  if (place && depth < 3 && n.possessor == kNobody && aboard(id, types, depth, out)) return true;
  // "his [Egyptian] colleague" is no side of his.
  const bool other_side = of_other_side(n);
  static constexpr FewWords kUsers = {"child", "woman", "man", "girl", "boy", "people", "teacher", "user", "visitor"};
  const bool kind = place && n.possessor != kNobody && words_.is_one_of(noun(n.possessor).lemma, kUsers);   // "a children's hospital"
  // "Yemen's [Houthi] movement": the body, not the land that it is in
  static constexpr FewWords kBands = {"group",   "movement", "militia", "organisation", "organization",
                                      "faction", "army",     "force",   "guerrilla",    "rebel"};
  if (n.possessor != kNobody && n.head > n.first && c_.word(n.head - 1).mention != kNone && words_.is_one_of(n.lemma, kBands)) {
    const Index band = c_.word(n.head - 1).mention;
    if (document_.mentions[band].type == MentionType::kArmedGroup && document_.mentions[band].form == MentionForm::kNamed &&
        accept(band, types, out))
      return true;
  }
  if (n.possessor != kNobody && depth < 3 && !other_side && !kind) {
    // "the prince's [generals]" are not the prince: whoever holds an office is somebody.
    if (resolve(n.possessor, types, depth + 1, out) &&
        !((is(n.lemma, kRoleNoun) ? office(n) || n.mention == kNone : office(n) && !n.plural) &&
          document_.entities[out.entity].type == MentionType::kPerson)) {
      return true;
    }
  }
  // "appointed [Annalena Baerbock] foreign minister"
  if (allows(types, MentionType::kPerson) && n.mention != kNone && document_.mentions[n.mention].type == MentionType::kOffice) {
    bool person = false;
    inner_actors(n.first, n.head, [&](Index m) {
      const Mention& mention = document_.mentions[m];
      person = mention.type == MentionType::kPerson && mention.form == MentionForm::kNamed && accept(m, types, out);
      return !person;
    });
    if (person) return true;
  }
  // The last name inside is the nearest to the head.
  bool inside = false;
  inner_actors(n.first, n.last, [&](Index m) {
    Party party;
    if (other_side && document_.mentions[m].form == MentionForm::kPronominal) return true;   // "[its] neighbour" is not it
    // "an Iran-backed group", "a pro-Iran group": whom it helps, or whom it sides with
    if (only_helps(document_, document_.mentions[m].last, n.last) || sides_with(document_, document_.mentions[m].first)) return true;
    if (n.role == NounRole::kSubject && only_makes(document_, document_.mentions[m].last)) return true;   // "an [Iranian]-made drone hit it"
    if (document_.mentions[m].type != MentionType::kPerson && accept(m, types, party)) {
      out = party;
      inside = true;
    }
    return true;
  });
  // "the Donbas region"
  for (Index m = from(n.first); place && !inside && m < document_.mentions.size() && document_.mentions[m].first < n.last; ++m) {
    const Mention& spot = document_.mentions[m];
    inside = spot.type == MentionType::kPlace && spot.form == MentionForm::kNamed && spot.first >= n.first && spot.last <= n.last &&
             accept(m, types, out);
  }
  // "the Moscow office [of Alexei Navalny]": a town in front says where it is, not whose.
  static constexpr FewWords kSeats = {"office", "headquarters", "headquarter", "base", "branch", "bureau", "compound"};
  if (inside && (place || words_.is_one_of(n.lemma, kSeats)) && out.mention != kNone) {
    const MentionType where = document_.mentions[out.mention].type;
    const bool town = where == MentionType::kCity || where == MentionType::kPlace;
    Party owner;
    for (Id k = id + 1; town && k < Id(c_.nouns.size()) && k < id + 3 && depth < 3; ++k) {
      if (noun(k).noun == id && noun(k).prep == Prep::kOf && resolve(k, types, depth + 1, owner)) out = owner;
    }
  }
  if (inside) return true;
  // "the [Modi] government": he, or his state
  if (n.head > n.first + 1 && c_.word(n.first).tag == Tag::kDeterminer && c_.word(n.head - 1).mention != kNone) {
    const Index leader = c_.word(n.head - 1).mention;
    const Mention& mention = document_.mentions[leader];
    if (mention.type == MentionType::kPerson && mention.form == MentionForm::kNamed) {
      if (accept(leader, types, out)) return true;
      const Index state = allows(types, MentionType::kState) ? state_entity(mention) : kNone;
      if (state != kNone) {
        out = {leader, state};
        return true;
      }
    }
  }
  // "a camp, an airfield and offices [in Achham]": all of a list are where the last of it is
  const auto of_list = [&](Id other) {
    return place && other != kNobody && other > id && noun(other).first_conjunct == n.first_conjunct && noun(other).next_conjunct == kNobody;
  };
  const Id reach = id + (place && n.next_conjunct != kNobody ? 7 : 4);
  for (Id k = id + 1; k < Id(c_.nouns.size()) && k < reach; ++k) {
    const NounChunk& of = noun(k);
    // "arms depots in Syria": what is hit there is the place.
    const bool voice = of.prep == Prep::kFor && speaks_for(n.lemma);   // "a spokesman for the army"
    static constexpr FewWords kInside = {"inside", "outside", "around"};
    static constexpr FewWords kAlong = {"along", "across", "off", "beside", "behind"};   // "villages along the Orontes", but not "along the Chinese frontier"
    const LemmaId before = of.prep == Prep::kAround && of.first > c_.base ? c_.word(of.first - 1).lemma : kNoLemma;
    bool around = words_.is_one_of(before, kInside);
    if (!around && place && words_.is_one_of(before, kAlong)) {
      for (Index m = from(of.first); !around && m < document_.mentions.size() && document_.mentions[m].first < of.last; ++m) {
        around = document_.mentions[m].type == MentionType::kPlace && document_.mentions[m].form == MentionForm::kNamed;
      }
    }
    const bool at = place && (of.prep == Prep::kFor || of.prep == Prep::kIn || (of.prep == Prep::kNear && !is_border(of.lemma)) || of.prep == Prep::kAt ||
                              (of.prep == Prep::kAround && around));
    if (other_side && of.prep == Prep::kOf) continue;   // "allies of [the president]" are not he
    if (((of.noun == id && (of.prep == Prep::kOf || of.prep == Prep::kFrom || at || voice)) || (at && of_list(of.noun))) && depth < 3) {
      if (resolve(k, types, depth + 1, out)) return true;
    }
  }
  // "[rebel] positions", "two [guerrilla] camps": of fighters without a name
  for (Index m = from(n.first); place && allows(types, MentionType::kGroup) && m < document_.mentions.size() && document_.mentions[m].first < n.head; ++m) {
    const Mention& fighters = document_.mentions[m];
    if (fighters.type == MentionType::kGroup && fighters.form == MentionForm::kNominal && fighters.first >= n.first && fighters.last <= n.head &&
        against_state(fighters) && accept(m, types, out)) {
      return true;
    }
  }
  // "a car bomb in Doha" is nobody's for being there
  if (n.mention != kNone && document_.mentions[n.mention].type == MentionType::kWeapon) return false;
  return allows(types, MentionType::kState) && agent && !abroad(n) && at_home(id, out);
}

Party View::state_behind(const Party& party) const {
  if (!names_ || party.mention == kNone) return party;
  const Mention& mention = document_.mentions[party.mention];
  if (mention.record == kNone) return party;
  const Index actor = names_->facts(mention.record).actor;
  if (actor == kNone) return party;
  for (const Index e : states_) {
    if (document_.entities[e].record == actor) return {party.mention, e};
  }
  return party;
}

}  // namespace dragoman
