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
#include "relation/seats.h"
#include "token/word_set.h"

namespace dragoman {
namespace {

bool any(const std::vector<MentionType>& types, MentionType type) {
  return std::any_of(types.begin(), types.end(), [type](MentionType t) { return is_a(type, t); });
}
bool allows(const std::vector<MentionType>& types, MentionType type) {
  return std::find(types.begin(), types.end(), type) != types.end();
}

}  // namespace

Index View::state_by_code(std::string_view code) const {
  const auto named = [&](Index e) { return document_.entities[e].id == code; };
  const auto at = std::find_if(states_.begin(), states_.end(), named);
  return code.empty() || at == states_.end() ? kNone : *at;
}

// The entity of the state that a mention is tied to.
Index View::state_entity(const Mention& mention) const {
  if (mention.entity != kNone) {
    const Entity& own = document_.entities[mention.entity];
    if (own.type == MentionType::kState) return mention.entity;
    if (const Index state = state_by_code(own.state); state != kNone) return state;
  }
  if (mention.state != kNone) {
    for (const Index e : states_) {
      if (document_.entities[e].record == mention.state) return e;
    }
  }
  // "[U.S.] officials": the state's own mention inside the group's.
  for (Index m = from(mention.first); m < document_.mentions.size(); ++m) {
    const Mention& inner = document_.mentions[m];
    if (inner.first >= mention.last) break;
    if (inner.first < mention.first || inner.last > mention.last) continue;
    if (inner.entity != kNone && document_.entities[inner.entity].type == MentionType::kState &&
        !only_helps(document_, inner.last, mention.last) && !sides_with(document_, inner.first)) {
      return inner.entity;
    }
  }
  return kNone;
}

// A group or description that is nobody who was named.
bool View::group(const Mention& mention) const {
  const bool known = mention.entity != kNone;
  if (known && document_.entities[mention.entity].type != MentionType::kGroup) return false;
  return mention.type == MentionType::kGroup || (known && mention.form == MentionForm::kNominal);
}

// "[Syrian rebels]", "Somali pirates" act for no state.
bool View::against_state(const Mention& mention) const {
  static const HashSet kAgainst = word_set({"rebel", "rebels", "guerrilla", "guerrillas", "guerilla", "guerillas", "insurgent", "insurgents", "separatist",
                                            "separatists", "pirate", "pirates", "mutineers", "jihadists", "militants", "militant", "gunmen", "hijackers",
                                            "kidnappers", "bandits", "secessionists"});
  // "they": what they were called
  if (mention.form == MentionForm::kPronominal && mention.entity != kNone && document_.entities[mention.entity].type == MentionType::kGroup) {
    for (const Index m : document_.entities[mention.entity].mentions) {
      if (document_.mentions[m].form == MentionForm::kNominal) return against_state(document_.mentions[m]);
    }
    return false;
  }
  return mention.form == MentionForm::kNominal && mention.entity != kNone && kAgainst.contains(document_.tokens.tokens[mention.last - 1].hash);
}

bool View::was_once(const Mention& mention) const {
  static const HashSet kOnce = word_set({"former", "ex", "retired", "renegade", "onetime", "one-time", "dismissed", "fugitive"});
  const std::vector<Token>& tokens = document_.tokens.tokens;
  for (Index t = mention.first > 0 ? mention.first - 1 : 0; t < mention.last; ++t) {
    if (kOnce.contains(tokens[t].hash)) return true;
  }
  return false;
}

bool View::accept(Index index, const std::vector<MentionType>& types, Party& out) const {
  const Mention& mention = document_.mentions[index];
  const MentionType type =
      mention.entity != kNone ? document_.entities[mention.entity].type : mention.type;
  const bool state_ok = allows(types, MentionType::kState);
  switch (mention.type) {
    case MentionType::kDate: case MentionType::kMoney: case MentionType::kQuantity:
    case MentionType::kWeapon:
      return false;
    default: break;
  }
  if (type == MentionType::kGroup) {   // "the winner" may be a person who was named
    // "a [former] CIA officer" is neither the CIA nor its state any more
    if (allows(types, MentionType::kGroup) && mention.entity != kNone && mention.form == MentionForm::kNominal && !mention.plural && was_once(mention)) {
      out = {index, mention.entity};
      return true;
    }
    // A named body inside ("Wagner forces") acts before the state does.
    if (any(types, MentionType::kOrganisation)) {
      for (Index m = from(mention.first); m < document_.mentions.size(); ++m) {
        const Mention& inner = document_.mentions[m];
        if (inner.first >= mention.last) break;
        if (m != index && inner.first >= mention.first && inner.last <= mention.last &&
            is_a(inner.type, MentionType::kOrganisation) && inner.entity != kNone && !only_helps(document_, inner.last, mention.last)) {
          out = {index, inner.entity};
          return true;
        }
      }
    }
    if (state_ok && !others_of(mention) && !(allows(types, MentionType::kGroup) && against_state(mention))) {
      const Index state = state_entity(mention);
      if (state != kNone) {
        out = {index, state};
        return true;
      }
    }
    if (allows(types, MentionType::kGroup) && mention.entity != kNone) {
      out = {index, mention.entity};
      return true;
    }
    return false;
  }
  if (mention.type == MentionType::kNationality) {
    if (mention.entity == kNone) return false;
    if (state_ok || (allows(types, MentionType::kGroup))) {
      const Index state = state_entity(mention);
      out = {index, state != kNone ? state : mention.entity};
      return true;
    }
    return false;
  }
  if (mention.entity == kNone) return false;
  if (any(types, type)) {
    out = {index, mention.entity};
    return true;
  }
  // A capital or a seat of government where a state is due: "urged Tehran to".
  if (state_ok && (type == MentionType::kCity || type == MentionType::kPlace)) {
    if (names_ && mention.record != kNone) {
      const Record record = names_->record(mention.record);
      // Somaliland, Abkhazia: they act as states do.
      if (record.klass == "self-governing") {
        out = {index, mention.entity};
        return true;
      }
      if (record.actor == kNone && !record.capital) return false;
    }
    if (const Index body = body_of_seat(document_, mention.entity); body != kNone && any(types, document_.entities[body].type)) {
      out = {index, body};
      return true;
    }
    const Index state = state_entity(mention);
    if (state == kNone) return false;
    out = {index, state};
    return true;
  }
  // A person where only a state or body may stand: the state is not the person.
  return false;
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

bool View::resolve(Id id, const std::vector<MentionType>& types, int depth, Party& out) const {
  const NounChunk& n = noun(id);
  // "no party" is nobody; in "neither Chad nor Mali has signed" the verb is denied.
  if (n.date || (n.negated && (n.mention == kNone || document_.mentions[n.mention].form != MentionForm::kNamed))) return false;
  // "the northern [town] of Mekele": the name says which.
  if (const Id which = named_place(id); which != kNobody && depth < 3) return resolve(which, types, depth + 1, out);
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
  // "soldiers led by General X": who leads them acts.
  const bool body = n.mention != kNone && document_.mentions[n.mention].form == MentionForm::kNamed &&
                    is_a(document_.mentions[n.mention].type, MentionType::kOrganisation);
  std::optional<Index> own_state;
  const auto state_of_mention = [&] {   // looked up once, where it is asked for
    if (!own_state) own_state = n.mention == kNone ? kNone : state_entity(document_.mentions[n.mention]);
    return *own_state;
  };
  // "Bangladesh's government, led by X": its own state acts.
  if (!body && depth == 0 && n.possessor == kNobody && (types[0] != MentionType::kState || allows(types, MentionType::kPerson))) {
    static constexpr FewWords kLed = {"lead", "command", "head"};
    const auto next = std::partition_point(c_.verbs.begin(), c_.verbs.end(),
                                           [&n](const VerbGroup& g) { return g.first < n.last; });
    if (next != c_.verbs.end() && next->reduced_passive && next->parent_noun == id && words_.is_one_of(next->lemma, kLed) &&
        state_of_mention() == kNone) {
      std::vector<Filler> leaders;
      prepositional({Id(next - c_.verbs.begin()), kNobody}, Prep::kBy, leaders);
      for (const Filler& f : leaders) {
        if (resolve(f.noun, types, depth + 1, out)) return true;
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
  // "Peru's troops", "its planes", "inspectors of the agency": whose they are, where the group's
  // own words do not say.
  if (n.mention != kNone && depth < 3 && group(document_.mentions[n.mention]) &&
      document_.mentions[n.mention].form == MentionForm::kNominal &&
      state_of_mention() == kNone && !of_body(n.mention)) {
    Party owner;
    if (!of_other_side(n) && (owner_of(id, types, depth, owner) || named_before(id, types, owner))) {
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
      for (const Filler& f : users) {
        if (resolve(f.noun, types, depth + 1, out)) return true;
      }
    }
  }
  if (n.mention != kNone && accept(n.mention, types, out)) return true;
  // "The two countries restored relations": each of them may, where a group may not.
  if (n.mention != kNone && depth == 0 && document_.mentions[n.mention].entity != kNone) {
    const Index all = document_.mentions[n.mention].entity;
    const std::vector<Index>& members = document_.entities[all].members;
    if (std::any_of(members.begin(), members.end(), [&](Index e) { return any(types, document_.entities[e].type); })) {
      out = {n.mention, all};
      return true;
    }
  }
  if (n.mention != kNone && document_.mentions[n.mention].type == MentionType::kMoney) return false;   // "[NZ]$3 million"
  const bool named = n.mention != kNone && document_.mentions[n.mention].form == MentionForm::kNamed &&
                     document_.mentions[n.mention].type != MentionType::kGroup &&
                     document_.mentions[n.mention].type != MentionType::kOffice &&
                     document_.mentions[n.mention].type != MentionType::kQuantity &&   // "hundreds of Serbs"
                     document_.mentions[n.mention].type != MentionType::kWeapon;
  if (named || n.pronoun) return false;
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
  if (!agent && !place) return false;
  // "bunkers [held by Pakistani soldiers]", "a camp run by Hamas"
  if (place && depth < 3 && n.possessor == kNobody && held_by(id, types, depth, out)) return true;
  // "his [Egyptian] colleague" is no side of his.
  const bool other_side = of_other_side(n);
  static constexpr FewWords kUsers = {"child", "woman", "man", "girl", "boy", "people", "teacher", "user", "visitor"};
  const bool kind = place && n.possessor != kNobody && words_.is_one_of(noun(n.possessor).lemma, kUsers);   // "a children's hospital"
  if (n.possessor != kNobody && depth < 3 && !other_side && !kind) {
    // "the prince's [generals]" are not the prince: whoever holds an office is somebody.
    if (resolve(n.possessor, types, depth + 1, out) &&
        !(is(n.lemma, kRoleNoun) && (office(n) || n.mention == kNone) && document_.entities[out.entity].type == MentionType::kPerson)) {
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
  for (Id k = id + 1; k < Id(c_.nouns.size()) && k < id + 4; ++k) {
    const NounChunk& of = noun(k);
    // "arms depots in Syria": what is hit there is the place.
    const bool voice = of.prep == Prep::kFor && speaks_for(n.lemma);   // "a spokesman for the army"
    const bool at = place && (of.prep == Prep::kFor || of.prep == Prep::kIn || of.prep == Prep::kNear || of.prep == Prep::kAt);
    if (of.noun == id && (of.prep == Prep::kOf || of.prep == Prep::kFrom || at || voice) && depth < 3) {
      if (resolve(k, types, depth + 1, out)) return true;
    }
  }
  return allows(types, MentionType::kState) && agent && !abroad(n) && at_home(id, out);
}

// The city or place that stands behind a common noun for one, with "of"; kNobody if none does.
Id View::named_place(Id id) const {
  const NounChunk& n = noun(id);
  if (!is(n.lemma, kPlaceNoun) || (n.mention != kNone && document_.mentions[n.mention].form == MentionForm::kNamed)) return kNobody;
  if (id + 1 >= Id(c_.nouns.size())) return kNobody;
  const NounChunk& of = noun(id + 1);
  if (of.noun != id || of.prep != Prep::kOf || of.mention == kNone || of.possessor != kNobody) return kNobody;
  const Mention& name = document_.mentions[of.mention];
  const bool place = name.type == MentionType::kCity || name.type == MentionType::kPlace;
  return place && name.form == MentionForm::kNamed && is_spot(n.lemma) ? id + 1 : kNobody;
}

// What may have the same name as the place: "the town of Mekele", not "the airport of Mekele".
bool View::is_spot(LemmaId lemma) const {
  static constexpr FewWords kSpots = {"city", "town", "village", "port", "province", "region", "district", "island",
                                                "capital", "area", "suburb", "territory", "peninsula", "valley", "stronghold"};
  return words_.is_one_of(lemma, kSpots);
}

// A person by his office.
bool View::office(const NounChunk& n) const {
  return n.mention != kNone && (document_.mentions[n.mention].type == MentionType::kOffice ||
                                document_.mentions[n.mention].type == MentionType::kPerson);
}

// "his [country]"
bool View::is_land(LemmaId lemma) const {
  static constexpr FewWords kLands = {"country", "nation", "homeland", "republic", "kingdom", "emirate", "sultanate"};
  return words_.is_one_of(lemma, kLands);
}

// The state of whoever has it.
bool View::land_of(Id owner, Party& out) const {
  static const std::vector<MentionType> kAnybody = {MentionType::kState, MentionType::kPerson, MentionType::kOrganisation, MentionType::kGroup};
  if (!resolve(owner, kAnybody, 1, out)) return false;
  const Entity& who = document_.entities[out.entity];
  if (who.type == MentionType::kState) return true;
  out.entity = state_by_code(who.state);
  return out.entity != kNone;
}

bool View::governs(LemmaId lemma) const {
  static constexpr FewWords kBodies = {"government", "regime", "administration", "cabinet", "army", "junta"};
  return words_.is_one_of(lemma, kBodies);
}

bool View::somebody(const NounChunk& n) const {
  return n.mention != kNone && document_.mentions[n.mention].type == MentionType::kPerson;
}

bool View::of_other_side(const NounChunk& n) const {
  static constexpr FewWords kOthers = {"colleague", "counterpart", "rival", "foe", "neighbour", "neighbor", "enemy", "supporter", "follower",
                                       "backer", "critic", "opponent", "sympathiser", "sympathizer", "detractor", "ally", "friend", "patron",
                                       "victim", "captor", "predecessor", "successor", "lender", "creditor", "attacker", "relative"};
  return words_.is_one_of(n.lemma, kOthers);
}

// "Bangkok's allies": they are not Bangkok.
bool View::others_of(const Mention& mention) const {
  static constexpr FewWords kOthers = {"ally", "rival", "foe", "enemy", "neighbour", "neighbor", "critic", "opponent", "adversary", "backer", "creditor", "lender"};
  const Index head = mention.last - 1;
  if (head < c_.base || head >= c_.base + c_.words.size() || !words_.is_one_of(c_.word(head).lemma, kOthers)) return false;
  for (Index t = mention.first; t < head; ++t) {
    if (document_.tokens.tokens[t].has(kPossessive)) return true;
  }
  return false;
}

bool View::speaks_for(LemmaId lemma) const {
  static constexpr FewWords kVoices = {"spokesman", "spokeswoman", "spokesperson", "negotiator", "mouthpiece", "lobbyist"};
  return words_.is_one_of(lemma, kVoices);
}

// Whoever holds, runs or owns a place.
bool View::held_by(Id id, const std::vector<MentionType>& types, int depth, Party& out) const {
  static constexpr FewWords kHolds = {"hold", "run", "own", "occupy", "control", "use", "operate", "man", "build"};
  const NounChunk& n = noun(id);
  const Id v = first_verb_after(n.last);
  if (v >= Id(c_.verbs.size()) || !verb(v).reduced_passive || verb(v).parent_noun != id) return false;
  if (!words_.is_one_of(verb(v).lemma, kHolds)) return false;
  std::vector<Filler> holders;
  prepositional({v, kNobody}, Prep::kBy, holders);
  return std::any_of(holders.begin(), holders.end(),
                     [&](const Filler& f) { return resolve(f.noun, types, depth + 1, out); });
}

// Who stands before the group as its possessor, or after it with "of".
bool View::owner_of(Id id, const std::vector<MentionType>& types, int depth, Party& out) const {
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
  // "the jihadists from Niger" are not Niger
  if (owner.type == MentionType::kState && n.mention != kNone && against_state(document_.mentions[n.mention])) return false;
  // "envoys from Seoul"
  const bool seat = of.prep == Prep::kFrom && owner.type == MentionType::kCity;
  if (owner.type != MentionType::kState && !seat && !is_a(owner.type, MentionType::kOrganisation)) return false;
  return resolve(next, types, depth + 1, out);
}

// "[Chadian] church volunteers": the last name in front of a group in its chunk.
bool View::named_before(Id id, const std::vector<MentionType>& types, Party& out) const {
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

// Troops may be anywhere, security forces are at home.
bool View::abroad(const NounChunk& n) const {
  if (!is(n.lemma, kAbroadNoun)) return false;
  if (n.head == n.first) return true;
  const LemmaId before = c_.word(n.head - 1).lemma;
  return before == kNoLemma || (words_.lemma(before) != "security" && words_.lemma(before) != "police");
}

// "[ISIL] terrorists": a body's people, wherever they are.
bool View::of_body(Index group) const {
  const Mention& mention = document_.mentions[group];
  for (Index m = from(mention.first); m < document_.mentions.size(); ++m) {
    const Mention& inner = document_.mentions[m];
    if (inner.first >= mention.last) break;
    if (m != group && inner.last <= mention.last && is_a(inner.type, MentionType::kOrganisation)) return true;
  }
  return false;
}

// The state of the place where a chunk's people are: "farmers [in northern Peru]".  Not of those who act on
// their own or against it: "mobs in Kinshasa".
bool View::at_home(Id id, Party& out) const {
  static constexpr FewWords kOnTheirOwn = {
      "mob", "crowd", "protester", "demonstrator", "rioter", "looter", "striker", "gunman", "gunner", "rebel", "insurgent",
      "guerrilla", "guerilla", "militant", "militia", "militiaman", "separatist", "extremist", "terrorist", "islamist", "jihadist",
      "paramilitary", "kidnapper", "inmate", "prisoner", "convict", "robber", "thief", "gang", "gangster", "suspect", "hijacker", "hacker", "pirate", "bandit", "attacker", "bomber", "mutineer", "dissident", "opposition"};
  if (words_.is_one_of(noun(id).lemma, kOnTheirOwn)) return false;
  // "armed men in northern Cameroon"
  static constexpr FewWords kArmed = {"armed", "masked", "hooded", "unidentified", "unknown"};
  for (Index t = noun(id).first; t < noun(id).head; ++t) {
    if (kArmed.has(document_.slice(document_.tokens.tokens[t].span()))) return false;
  }
  // "leaders [in Kingston]" are there for a meeting.
  static constexpr FewWords kGuests = {"leader", "president", "minister", "delegate", "envoy", "negotiator", "diplomat", "mediator", "ally"};
  const bool guests = noun(id).plural && words_.is_one_of(noun(id).lemma, kGuests);
  for (Id k = id + 1; k < Id(c_.nouns.size()) && k < id + 3; ++k) {
    const NounChunk& in = noun(k);
    if (in.noun != id || in.mention == kNone) continue;
    if (guests && in.prep == Prep::kIn && document_.mentions[in.mention].type == MentionType::kCity) continue;
    if (in.prep != Prep::kIn && in.prep != Prep::kFrom && in.prep != Prep::kOf && in.prep != Prep::kAround &&
        in.prep != Prep::kOther)
      continue;
    if (place_state(in.mention, out)) return true;
  }
  return false;
}

bool View::place_state(Index index, Party& out) const {
  const Mention& mention = document_.mentions[index];
  const MentionType type = mention.entity != kNone ? document_.entities[mention.entity].type : mention.type;
  if (type != MentionType::kState && type != MentionType::kCity && type != MentionType::kPlace) return false;
  const Index state = state_entity(mention);
  if (state == kNone) return false;
  out = {index, state};
  return true;
}

// "creditors [including China] and France", "allies from Europe, among them [Peru]": the first of those whom a plural
// names as some of its own; kNobody if it names none.
Id View::some_of(Id id) const {
  static constexpr FewWords kIncluding = {"including", "notably"};
  Index t = noun(id).last;
  for (Id k = id + 1; k < Id(c_.nouns.size()) && k < id + 4 && noun(k).first <= t + 2; ++k) {
    const NounChunk& next = noun(k);
    if (next.noun == kNobody || next.noun < id || (next.prep != Prep::kOf && next.prep != Prep::kFrom && next.prep != Prep::kIn)) break;
    t = next.last;
  }
  const Index end = c_.base + Index(c_.words.size());
  const auto lemma = [&](Index i) { return i < end && c_.word(i).lemma != kNoLemma ? words_.lemma(c_.word(i).lemma) : std::string_view(); };
  if (t < end && c_.word(t).tag == Tag::kComma) {
    if (const Id all = named_in_commas(++t); all != kNobody) return all;
  }
  Index open = kNone;
  if (t < end && c_.word(t).lemma != kNoLemma && words_.is_one_of(c_.word(t).lemma, kIncluding)) open = t + 1;
  else if ((lemma(t) == "such" && lemma(t + 1) == "as") || (lemma(t) == "among" && lemma(t + 1) == "them")) open = t + 2;
  if (open >= end || open == kNone) return kNobody;
  Id first = first_noun_after(open);
  if (first >= Id(c_.nouns.size()) || noun(first).first != open) return kNobody;
  while (noun(first).role == NounRole::kPossessor && first + 1 < Id(c_.nouns.size())) ++first;   // "[Chad]'s ministers"
  // "peacekeepers, including [their deputy commander]": who has no name does not say who they are.
  if (noun(first).mention != kNone) {
    const Mention& m = document_.mentions[noun(first).mention];
    if (m.form != MentionForm::kNamed && m.type != MentionType::kNationality && m.state == kNone && noun(first).possessor == kNobody) return kNobody;
  }
  return first;
}

// "the two ministers, [Sergei Lavrov] and Wang Yi, met": the first of a list of names that stands in commas, or kNobody.
Id View::named_in_commas(Index token) const {
  if (token >= c_.base + c_.words.size()) return kNobody;
  const Id first = c_.noun_of[token - c_.base];
  if (first == kNobody || noun(first).first != token || noun(first).role != NounRole::kFree || noun(first).next_conjunct == kNobody) return kNobody;
  Id last = first;
  for (Id id = first; id != kNobody; id = noun(id).next_conjunct) {
    last = id;
    if (noun(id).mention == kNone || noun(id).possessor != kNobody) return kNobody;
    const Mention& m = document_.mentions[noun(id).mention];
    if (m.form != MentionForm::kNamed || m.type == MentionType::kOffice || m.type == MentionType::kGroup) return kNobody;
  }
  const Index end = noun(last).last;
  const Tag closes = end < c_.base + c_.words.size() ? c_.word(end).tag : Tag::kStop;
  return closes == Tag::kComma || closes == Tag::kDash || closes == Tag::kStop ? first : kNobody;
}

void View::parties(const Filler& filler, const std::vector<MentionType>& types,
                   std::vector<Party>& out) const {
  if (filler.mention != kNone) {
    Party party;
    if (document_.mentions[filler.mention].type != MentionType::kPerson &&
        accept(filler.mention, types, party)) {
      out.push_back(party);
    }
    return;
  }
  constexpr std::size_t kMostParties = 8;
  const auto add = [&](Id id) {
    Party party;
    if (!resolve(id, types, 0, party)) return kNone;
    // "both men": each of them.
    const std::vector<Index>& members = document_.entities[party.entity].members;
    for (const Index member : members) {
      const bool there = std::any_of(out.begin(), out.end(), [&](const Party& p) { return p.entity == member; });
      if (!there && any(types, document_.entities[member].type)) out.push_back({party.mention, member});
    }
    if (!members.empty()) return party.entity;
    const auto known = [&](Index entity) {
      return std::any_of(out.begin(), out.end(), [entity](const Party& p) { return p.entity == entity; });
    };
    // "the government and the rebels of Bougainville": two, though both are of one state.
    if (known(party.entity) && allows(types, MentionType::kGroup) && party.mention != kNone) {
      const Mention& m = document_.mentions[party.mention];
      if (m.type == MentionType::kGroup && m.entity != kNone && document_.entities[m.entity].type == MentionType::kGroup) {
        party.entity = m.entity;
      }
    }
    if (out.size() < kMostParties && !known(party.entity)) out.push_back(party);
    return party.entity;
  };
  for (Id id = filler.noun; id != kNobody && out.size() < kMostParties; id = noun(id).next_conjunct) {
    const Index entity = add(id);
    const Index said = noun(id).mention;
    const bool plural = noun(id).plural || (said != kNone && document_.mentions[said].plural);
    if (!plural) continue;
    if (const Id some = some_of(id); some != kNobody) {
      const std::size_t before = out.size();
      for (Id j = some; j != kNobody && out.size() < kMostParties; j = noun(j).next_conjunct) add(j);
      // A group of no state is they.
      if (out.size() > before && entity != kNone && document_.entities[entity].type == MentionType::kGroup) {
        out.erase(out.begin() + std::ptrdiff_t(before) - 1);
      }
      continue;
    }
    if (entity == kNone) continue;
    // "A and B, whose armies": each of them has one.
    const Id owner = noun(id).possessor;
    Party his;
    if (owner != kNobody && noun(owner).next_conjunct != kNobody && resolve(owner, types, 1, his) && his.entity == entity) {
      for (Id j = noun(owner).next_conjunct; j != kNobody; j = noun(j).next_conjunct) add(j);
    }
    // "the presidents of A and B": of each of them, if the first stands for one.
    for (Id k = id + 1; k < Id(c_.nouns.size()) && k < id + 3; ++k) {
      Party first;
      if ((noun(k).prep != Prep::kOf && noun(k).prep != Prep::kFrom) || noun(k).noun != id || !resolve(k, types, 1, first)) continue;
      if (first.entity != entity) break;
      for (Id j = noun(k).next_conjunct; j != kNobody; j = noun(j).next_conjunct) add(j);
      break;
    }
  }
}

void View::values(const Filler& filler, const std::vector<MentionType>& types,
                  std::vector<Index>& out) const {
  if (filler.noun == kNobody) return;
  const auto inside = [&](const NounChunk& n) {
    for (Index m = from(n.first); m < document_.mentions.size(); ++m) {
      const Mention& mention = document_.mentions[m];
      if (mention.first >= n.last) break;
      if (mention.first >= n.first && mention.last <= n.last && any(types, mention.type) &&
          std::find(out.begin(), out.end(), m) == out.end()) {
        out.push_back(m);
      }
    }
  };
  for (Id id = filler.noun; id != kNobody && out.size() < 8; id = noun(id).next_conjunct) {
    inside(noun(id));
    for (Id k = id + 1; k < Id(c_.nouns.size()) && k < id + 4; ++k) {
      const NounChunk& of = noun(k);
      if (of.noun == id && of.prep == Prep::kOf && of.first_conjunct == k) {
        for (Id j = k; j != kNobody && out.size() < 8; j = noun(j).next_conjunct) inside(noun(j));
      }
    }
  }
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

bool View::holds(const Filler& filler, const Need& need) const {
  if (need.any) return true;
  if (filler.mention != kNone) return any(need.types, document_.mentions[filler.mention].type);
  if (filler.noun == kNobody) return false;
  const bool armed = allows(need.types, MentionType::kArmedGroup);
  const bool nation = !need.refuse && allows(need.types, MentionType::kNationality);
  // "the [army] chief" is no army: the lists are of things, and his kind stands last.
  const auto word = [&](const NounChunk& n, Index token, bool kind) {
    const Word& w = c_.word(token);
    // "the West African [bloc] ECOWAS" is the body that it names.
    const bool named_else = need.refuse && w.mention != kNone && w.mention != n.mention && n.mention != kNone && token < n.head &&
                            document_.mentions[w.mention].type == MentionType::kGroup &&
                            is_a(document_.mentions[n.mention].type, MentionType::kOrganisation);
    if (w.mention != kNone && !named_else && any(need.types, document_.mentions[w.mention].type)) return true;
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
    return std::find(need.words.begin(), need.words.end(), w.lemma) != need.words.end();
  };
  const auto chunk = [&](const NounChunk& n) {
    const bool role = is(n.lemma, kRoleNoun);
    const bool people = need.refuse && is(n.lemma, kAgentNoun);
    const bool spot = need.refuse && is_spot(n.lemma);
    for (Index t = n.first; t < n.last; ++t) {
      // "a [U.S.] citizen" is no state
      if (people && t < n.head && names_whose(n, t)) continue;
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
    // "the president of Mali", "a citizen of Mali" are no state
    if (need.refuse && (is(noun(id).lemma, kRoleNoun) || somebody(noun(id)))) continue;
    const bool people = need.refuse && is(noun(id).lemma, kAgentNoun);
    for (Id k = id + 1; k < Id(c_.nouns.size()) && k < id + 4; ++k) {
      const NounChunk& of = noun(k);
      if (of.noun != id || of.prep != Prep::kOf || of.first_conjunct != k) continue;
      for (Id j = k; j != kNobody; j = noun(j).next_conjunct) {
        if (!(people && whose(noun(j).mention)) && chunk(noun(j))) return true;
      }
    }
  }
  return false;
}

Party View::speaker(Id id) const {
  static const std::vector<MentionType> kSpeakers = {
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
  if (n.mention != kNone) {
    const Mention& mention = document_.mentions[n.mention];
    if (any(kSpeakers, mention.type) || mention.entity != kNone) return {n.mention, mention.entity};
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
