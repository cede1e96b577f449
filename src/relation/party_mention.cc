// Part of dragoman; see LICENSE.
//
// Which party a mention stands for, by itself: what its entity is, the state that a group or a capital
// acts for, and who acts for none ("Syrian rebels", "a former officer").

#include "relation/view.h"

#include <algorithm>

#include "dragoman/gazetteer.h"
#include "mention/helped.h"
#include "relation/role_types.h"
#include "relation/seats.h"
#include "token/word_set.h"

namespace dragoman {

bool View::accept(Index index, TypeSet types, Party& out) const {
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
    if (takes(types, MentionType::kOrganisation) && !of_many(mention)) {
      for (Index m = from(mention.first); m < document_.mentions.size(); ++m) {
        const Mention& inner = document_.mentions[m];
        if (inner.first >= mention.last) break;
        if (inner.type == MentionType::kCompany && machines(mention)) continue;
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
    // "the Venezuelan": somebody who was named
    if (document_.entities[mention.entity].type == MentionType::kPerson && takes(types, MentionType::kPerson)) {
      out = {index, mention.entity};
      return true;
    }
    if (state_ok || (allows(types, MentionType::kGroup))) {
      const Index state = state_entity(mention);
      out = {index, state != kNone ? state : mention.entity};
      return true;
    }
    return false;
  }
  if (mention.entity == kNone) return false;
  if (takes(types, type)) {
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
    if (const Index body = body_of_seat(document_, mention.entity); body != kNone && takes(types, document_.entities[body].type)) {
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

Index View::state_by_code(std::string_view code) const {
  const auto named = [&](Index e) { return document_.entities[e].id == code; };
  const auto at = std::ranges::find_if(states_, named);
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

// "[Sukhoi jets]": whoever made them does not fly them.
bool View::machines(const Mention& mention) const {
  static constexpr auto kMade = word_set({"jet", "jets", "helicopter", "helicopters", "aircraft", "plane", "planes", "tank", "tanks", "drone", "drones", "bomber", "bombers",
                                         "gunship", "gunships", "truck", "trucks", "warplane", "warplanes", "airliner", "airliners", "fighters"});
  return kMade.contains(document_.tokens.tokens[mention.last - 1].hash);
}

// "its NATO [ally]", "an EU [member]": one of those that the body has, not the body.
bool View::of_many(const Mention& mention) const {
  static constexpr auto kMembers = word_set({"ally", "allies", "member", "members", "partner", "partners", "country", "countries", "nation", "nations", "state", "states",
                                            "candidate", "candidates", "aspirant", "aspirants"});
  return kMembers.contains(document_.tokens.tokens[mention.last - 1].hash);
}

// A group or description that is nobody who was named.
bool View::group(const Mention& mention) const {
  const bool known = mention.entity != kNone;
  if (known && (document_.entities[mention.entity].type != MentionType::kGroup || !document_.entities[mention.entity].members.empty())) return false;
  return mention.type == MentionType::kGroup || (known && mention.form == MentionForm::kNominal);
}

// "[Syrian rebels]", "Somali pirates", "Togo's [opposition]" act for no state.
bool View::against_state(const Mention& mention) const {
  static constexpr auto kAgainst = word_set({"rebel", "rebels", "guerrilla", "guerrillas", "guerilla", "guerillas", "insurgent", "insurgents", "separatist",
                                            "separatists", "pirate", "pirates", "mutineers", "jihadists", "militants", "militant", "gunmen", "hijackers",
                                            "kidnappers", "bandits", "secessionists", "party", "maoists", "gang", "gangs", "militia", "militias",
                                            "cartel", "cartels", "extremists", "mutineer", "gangsters", "smugglers", "traffickers", "islamists", "jihadist", "islamist", "terrorist", "paramilitary"});
  // "they": what they were called
  if (mention.form == MentionForm::kPronominal && mention.entity != kNone && document_.entities[mention.entity].type == MentionType::kGroup) {
    for (const Index m : document_.entities[mention.entity].mentions) {
      if (document_.mentions[m].form == MentionForm::kNominal) return against_state(document_.mentions[m]);
    }
    return false;
  }
  if (mention.form != MentionForm::kNominal || mention.entity == kNone) return false;
  // "Chad's main [opposition] alliance"
  static constexpr std::uint64_t kOpposition = word_hash("opposition");
  const std::vector<Token>& tokens = document_.tokens.tokens;
  for (Index t = mention.first; t < mention.last; ++t) {
    if (tokens[t].hash == kOpposition) return true;
  }
  // "Bosnian [Serbs]", "Kosovo [Albanians]", "Syrian [Kurds]": a people of its own
  static constexpr auto kPeoples =
      word_set({"abkhazians", "albanians", "arabs", "armenians", "azeris", "basques", "catalans", "chechens", "christians", "croats", "cypriots", "druze", "hungarians",
                "hutus", "jews", "kashmiris", "kurds", "madhesis", "muslims", "ossetians", "russians", "serbs", "shias", "shiites", "sikhs", "sunnis", "tamils", "tatars",
                "tibetans", "tuaregs", "turks", "tutsis", "uighurs", "uyghurs"});
  return kAgainst.contains(tokens[mention.last - 1].hash) || kPeoples.contains(tokens[mention.last - 1].hash);
}

bool View::was_once(const Mention& mention) const {
  static constexpr auto kOnce = word_set({"former", "ex", "retired", "renegade", "onetime", "one-time", "dismissed", "fugitive"});
  const std::vector<Token>& tokens = document_.tokens.tokens;
  for (Index t = mention.first > 0 ? mention.first - 1 : 0; t < mention.last; ++t) {
    if (kOnce.contains(tokens[t].hash)) return true;
  }
  return false;
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

// "[ISIL] terrorists": a body's people, wherever they are.
bool View::of_body(Index group) const {
  const Mention& mention = document_.mentions[group];
  for (Index m = from(mention.first); m < document_.mentions.size(); ++m) {
    const Mention& inner = document_.mentions[m];
    if (inner.first >= mention.last) break;
    if (inner.type == MentionType::kCompany && machines(mention)) continue;
    if (m != group && inner.last <= mention.last && is_a(inner.type, MentionType::kOrganisation)) return true;
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

}  // namespace dragoman
