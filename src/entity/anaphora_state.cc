// Part of dragoman; see LICENSE.
//
// States, bodies and places by their kind: "the country", "its neighbour", "the agency".

#include "entity/anaphora.h"

#include <algorithm>
#include <optional>
#include <string_view>

#include "entity/anaphora_words.h"
#include "entity/borders.h"
#include "entity/pronoun.h"
#include "entity/state_kind.h"
#include "mention/gazetteer_data.h"
#include "token/word_set.h"

namespace dragoman {
namespace {

constexpr auto kStateWords = word_set({"country", "nation", "state", "kingdom", "republic",
                                        "government", "regime", "neighbour", "neighbor", "island", "emirate",
                                        "sultanate", "monarchy", "federation", "archipelago", "principality", "giant", "power", "heavyweight",
                                        "superpower", "member", "candidate", "aspirant"});
// What bodies of a kind are called: "the lender", "the tribunal".
constexpr auto kBlocWords = word_set({"alliance", "bloc", "union", "club", "grouping", "association", "commonwealth", "body", "lender", "watchdog"});
constexpr auto kInstituteWords = word_set({"organisation", "organization", "institute", "fund"});
constexpr auto kAgencyWords = word_set({"agency"});
constexpr auto kCompanyWords = word_set({"company", "firm", "group", "conglomerate", "manufacturer", "carmaker", "airline", "giant", "retailer",
                                         "consortium", "operator", "shipbuilder", "supplier", "insurer", "contractor"});
constexpr auto kMediaWords = word_set({"newspaper", "broadcaster", "channel", "station", "magazine", "network", "daily", "weekly"});
// only by a name that has the word
constexpr auto kNamedSoWords = word_set({"ministry", "council", "court", "party", "movement", "militia", "commission", "committee", "parliament", "bank",
                                         "tribunal", "senate", "congress", "assembly", "authority", "bureau", "university",
                                         "federation", "league", "coalition", "front", "foundation", "society"});
// The types of body that a noun may stand for whatever their names, as bits; nothing: for no body.
std::optional<std::uint32_t> bodies_called(std::uint64_t noun) {
  using T = MentionType;
  const auto bit = [](T type) { return std::uint32_t{1} << unsigned(type); };
  if (kBlocWords.contains(noun)) return bit(T::kInternationalOrg);
  if (kInstituteWords.contains(noun)) return bit(T::kInternationalOrg) | bit(T::kCompany) | bit(T::kMedia);
  if (kAgencyWords.contains(noun)) return bit(T::kInternationalOrg) | bit(T::kMedia);
  if (kCompanyWords.contains(noun)) return bit(T::kCompany);
  if (kMediaWords.contains(noun)) return bit(T::kMedia);
  if (kNamedSoWords.contains(noun)) return 0;
  return std::nullopt;
}
// What an armed group is called: "the movement", "the Palestinian group".
constexpr auto kArmedWords = word_set({"group", "movement", "militia", "organisation", "organization", "faction"});
// Of one state alone, whichever others stand beside it.
constexpr auto kGovernmentWords = word_set({"government", "regime"});
constexpr auto kSpotWords = word_set({"city", "town", "port", "village", "region", "province", "peninsula", "enclave", "territory"});
bool is_spot(MentionType type, std::uint64_t noun) {
  static constexpr auto kTowns = word_set({"city", "town", "port", "village"});
  return kTowns.contains(noun) ? type == MentionType::kCity : type == MentionType::kPlace;
}

}  // namespace

// "Two peacekeepers from [Ghana] were shot. The government": where somebody comes from is not where he is.
bool Anaphora::home_of_people(const Mention& state) const {
  static constexpr std::uint64_t kFrom = word_hash("from");
  const Index before = start_of(state);
  if (before < 2 || document_.tokens.tokens[before - 1].hash != kFrom) return false;
  for (Index i = Index(&state - document_.mentions.data()); i-- > 0 && document_.mentions[i].sentence == state.sentence;) {
    const Mention& people = document_.mentions[i];
    if (people.last == before - 1) return people.type == MentionType::kGroup && people.plural;
  }
  return false;
}

// "[Chadian]-backed rebels", "a region bordering [Chad]", "its border with [Chad]": told of
// something else, so that "the country" is another.
bool Anaphora::aside(const Mention& state) const {
  static constexpr auto kBordering =
      word_set({"bordering", "borders", "border", "abutting", "abuts", "adjoining"});
  static constexpr auto kBorders = word_set({"border", "borders", "frontier", "boundary"});
  static constexpr auto kTo = word_set({"to", "into", "for"});
  static constexpr auto kFled = word_set(
                           {"fled", "flee", "fleeing", "escaped", "exile", "asylum", "flight"});
  static constexpr std::uint64_t kHyphen = word_hash("-"), kWith = word_hash("with"),
                             kIn = word_hash("in");
  const std::vector<Token>& tokens = document_.tokens.tokens;
  if (state.last + 1 < tokens.size() && tokens[state.last].hash == kHyphen &&
      document_.slice(tokens[state.last + 1].span()).ends_with("ed"))
    return true;
  const Index before = start_of(state);
  if (before < 2) return false;
  const std::uint64_t word = tokens[before - 1].hash, second = tokens[before - 2].hash;
  if (kBordering.contains(word) || (word == kWith && kBorders.contains(second))) return true;
  return (kTo.contains(word) || word == kIn) && kFled.contains(second);
}

// "met in [Washington]", "talks in [Gabon]'s capital", "in Arusha, [Tanzania]": where something
// happens that may be about another.
bool Anaphora::scene(const Mention& state) const {
  static constexpr std::uint64_t kComma = word_hash(",");
  const std::vector<Token>& tokens = document_.tokens.tokens;
  const bool owner = tokens[state.last - 1].has(kPossessive) ||
                     (state.last < tokens.size() && tokens[state.last].has(kPossessive));
  if ((state.type == MentionType::kCity || owner) && where(state)) return true;
  const Index at = Index(&state - document_.mentions.data());
  if (at == 0 || state.first < 2 || tokens[state.first - 1].hash != kComma) return false;
  const Mention& city = document_.mentions[at - 1];
  return city.type == MentionType::kCity && city.last + 1 == state.first && where(city);
}

// "Togo said that [it] had attacked the country": another than who does it.
bool Anaphora::acts_by_pronoun(Index state, const Mention& m) const {
  static constexpr std::uint64_t kIt = word_hash("it");
  for (Index i = Index(&m - document_.mentions.data());
       i-- > 0 && document_.mentions[i].sentence == m.sentence;) {
    const Mention& other = document_.mentions[i];
    if (other.form == MentionForm::kPronominal && other.entity == state && head(other) == kIt &&
        !is_object(other) && same_clause(other, m))
      return true;
  }
  return false;
}

// "Kabul asked Rome to keep troops in [the country]": of whoever asks, not of those who are to do
// it.
bool Anaphora::asked_of_another(const Mention& m) const {
  static constexpr auto kWhere = word_set({"in", "of", "from", "into", "to"});
  static constexpr auto kAsks = word_set({"asked", "asks", "urged", "urges", "invited", "begged",
                                         "wants", "told", "ordered", "allowed"});
  static constexpr std::uint64_t kTo = word_hash("to");
  const std::vector<Token>& tokens = document_.tokens.tokens;
  const Index start = start_of(m), first = document_.sentences()[m.sentence].first;
  if (start < first + 5 || !kWhere.contains(tokens[start - 1].hash)) return false;
  bool to = false;
  for (Index t = start - 1; t-- > first;) {
    if (kAsks.contains(tokens[t].hash)) return to;
    if (kClauseOpeners.contains(tokens[t].hash) || !tokens[t].word()) return false;
    to = to || tokens[t].hash == kTo;
  }
  return false;
}

// "[Canadian] diplomats"
bool Anaphora::of_people(const Mention& nation) const {
  static constexpr auto kGuests =
      word_set({"diplomat",      "diplomats", "official",   "officials",   "ambassador",
                "envoy",         "attache",   "journalist", "journalists", "staff",
                "consul",        "troops",    "soldiers",   "reporters",   "reporter",
                "correspondent", "forces",    "inspectors", "nationals",   "citizens"});
  if (nation.type != MentionType::kNationality) return false;
  const std::vector<Token>& tokens = document_.tokens.tokens;
  for (Index t = nation.last; t < tokens.size() && t < nation.last + 3; ++t) {
    if (kGuests.contains(tokens[t].hash)) return true;
  }
  return false;
}

// "Rebels in [Chad] took two towns": the only state of the first sentence that names one, where it
// is no more than where that happens; else kNone.
Index Anaphora::scene_of_lead(Index before) const {
  const Index lead = state_of_lead(before);
  for (Index i = 0; lead != kNone && i < before; ++i) {
    if (document_.mentions[i].entity != lead) continue;
    return document_.mentions[i].type == MentionType::kState && where(document_.mentions[i])
               ? lead
               : kNone;
  }
  return kNone;
}

// "[U.S.] President Biden": a state that is part of somebody's title
bool Anaphora::titles_person(const Mention& state) const {
  const Index next = Index(&state - document_.mentions.data()) + 1;
  if (next >= document_.mentions.size() || document_.tokens.tokens[state.last - 1].has(kPossessive))
    return false;
  const auto named = [](const Mention& m) {
    return m.type == MentionType::kPerson && m.form == MentionForm::kNamed;
  };
  const Mention& behind = document_.mentions[next];
  if (behind.first != state.last) return false;
  if (behind.type != MentionType::kOffice || next + 1 >= document_.mentions.size())
    return named(behind);
  return document_.mentions[next + 1].first == behind.last && named(document_.mentions[next + 1]);
}

// "Clinton, who was visiting Beijing, asked [her hosts]": the state that she is in; kNone if she is
// in none, or in several.
Index Anaphora::hosts(Index mention, const History& history) const {
  static constexpr auto kIn =
      word_set({"in", "to", "visited", "visiting", "visit", "at", "reached", "toured", "touring"});
  const Mention& m = document_.mentions[mention];
  return history.only_one(m.sentence, 1, [&](const Mention& other, const Entity& e) {
    const Index before = start_of(other);
    if (other.form != MentionForm::kNamed || before == 0 ||
        !kIn.contains(document_.tokens.tokens[before - 1].hash))
      return false;
    return e.type == MentionType::kState ||
           (e.type == MentionType::kCity && is_seat(gazetteer_, other));
  });
}

// "a province bordering [Niger]", "its border with [Niger]": named for where another lies.
bool Anaphora::only_borders(const Mention& m) const {
  static constexpr auto kBorders = word_set({"bordering", "borders", "border", "frontier", "adjoining", "adjoins"});
  static constexpr std::uint64_t kWith = word_hash("with");
  const Index first = start_of(m);
  const std::vector<Token>& tokens = document_.tokens.tokens;
  if (first < 2) return false;
  return kBorders.contains(tokens[first - 1].hash == kWith ? tokens[first - 2].hash : tokens[first - 1].hash);
}

// "armed by [South Africa]"
bool Anaphora::done_by(const Mention& m) const {
  static constexpr std::uint64_t kBy = word_hash("by");
  const Index first = start_of(m);
  return first > 0 && document_.tokens.tokens[first - 1].hash == kBy;
}

// "the government of [President Hugo Chavez]": of his state, and no other; false: nobody leads it by name.
bool Anaphora::led_by(Index mention) {
  static constexpr std::uint64_t kOf = word_hash("of");
  const Mention& m = document_.mentions[mention];
  if (m.last >= document_.tokens.tokens.size() || document_.tokens.tokens[m.last].hash != kOf) return false;
  Index next = m.last + 1;   // behind his office
  for (Index i = mention + 1; i < document_.mentions.size() && document_.mentions[i].first <= next; ++i) {
    const Mention& leader = document_.mentions[i];
    if (leader.type == MentionType::kOffice && leader.first == next) next = leader.last;
    if (leader.first < m.last + 1 || leader.type != MentionType::kPerson || leader.form != MentionForm::kNamed) continue;
    const Index state = leader.entity == kNone ? kNone : gazetteer_.record_of(document_.entities[leader.entity].state);
    if (state != kNone) table_.attach(mention, table_.of_record(state), Why::kNominalRecency);
    return true;
  }
  return false;
}

// "[the government] in Bamako": the state whose seat stands behind it; kNone: none does, or a town that is no seat.
Index Anaphora::governed_from(Index mention) {
  static constexpr auto kRulers = word_set({"government", "regime", "junta", "authorities", "rulers", "leadership", "administration"});
  static constexpr std::uint64_t kIn = word_hash("in");
  const Mention& m = document_.mentions[mention];
  const std::vector<Token>& tokens = document_.tokens.tokens;
  if (m.form != MentionForm::kNominal || m.state != kNone || m.last >= tokens.size() || tokens[m.last].hash != kIn || !kRulers.contains(head(m))) return kNone;
  // "Petro's government in Havana", "its rulers in Suva"
  if (m.first > 0 && (tokens[m.first - 1].has(kPossessive) || kPossessives.contains(tokens[m.first - 1].hash))) return kNone;
  for (Index i = mention + 1; i < document_.mentions.size() && document_.mentions[i].first <= m.last + 1; ++i) {
    const Mention& seat = document_.mentions[i];
    if (seat.first != m.last + 1 || seat.type != MentionType::kCity || seat.record == kNone) continue;
    const Index state = gazetteer_.facts(seat.record).actor;
    return state == kNone ? kNone : table_.of_record(state);
  }
  return kNone;
}

// "drove into [the capital]", "[the Ethiopian capital], Addis Ababa": the city that is named beside
// it or was spoken of, else the state whose it is.
Index Anaphora::capital_meant(Index mention, const History& history) {
  const Mention& m = document_.mentions[mention];
  const std::vector<Token>& tokens = document_.tokens.tokens;
  Index nation = kNone;
  for (Index i = mention + 1;
       i < document_.mentions.size() && document_.mentions[i].first <= m.last + 1; ++i) {
    const Mention& other = document_.mentions[i];
    if (other.first < m.last && other.state != kNone) nation = other.state;
    if (other.first >= m.last && other.type == MentionType::kCity) return other.entity;
  }
  static constexpr std::uint64_t kOf = word_hash("of");
  if (m.last < tokens.size() && tokens[m.last].hash == kOf) return kNone;
  const std::string_view of = nation == kNone ? std::string_view() : gazetteer_.impl().id(nation);
  const Index city = history.find(m.sentence, 3, false, [&](const Mention& other, const Entity& e) {
    return e.type == MentionType::kCity && other.form == MentionForm::kNamed &&
           is_seat(gazetteer_, other) && (of.empty() || e.state == of);
  });
  if (city != kNone || nation == kNone) return city;
  return table_.of_record(nation);
}

// "the country", "the agency": the last thing of that kind.
void Anaphora::kind_of_thing(Index mention, const History& history) {
  const Mention& m = document_.mentions[mention];
  const std::uint64_t noun = head(m);
  const std::vector<Token>& tokens = document_.tokens.tokens;
  if (kGovernmentWords.contains(noun) && led_by(mention)) return;
  if (m.type == MentionType::kState) return state_described(mention, history);
  if (!definite(m)) return;
  static constexpr std::uint64_t kCapital = word_hash("capital");
  if (noun == kCapital && m.type == MentionType::kPlace) {
    const Index city = capital_meant(mention, history);
    return city == kNone ? void() : table_.attach(mention, city, Why::kNominalRecency);
  }
  if (kGovernmentWords.contains(noun)) {
    if (const Index own = state_of_opponents(m); own != kNone) return table_.attach(mention, own, Why::kNominalRecency);
  }
  const bool state = kStateWords.contains(noun);
  const bool spot = m.type == MentionType::kPlace && kSpotWords.contains(noun);
  static constexpr auto kSmall = word_set({"town", "village"});   // a capital is called neither
  const bool small = kSmall.contains(noun);
  const std::optional<std::uint32_t> body = bodies_called(noun);
  // "[the paramilitary force]"
  static constexpr auto kUnruly = word_set({"paramilitary", "rebel", "militant", "insurgent", "guerrilla", "separatist", "jihadist", "islamist", "militia"});
  static constexpr std::uint64_t kForce = word_hash("force");
  const bool force = noun == kForce && m.last - m.first >= 2 && kUnruly.contains(tokens[m.last - 2].hash);
  if (!state && !spot && !body && !force) return;
  const bool armed = kArmedWords.contains(noun) || force;
  const auto has_word = [&](const Mention& other) {
    for (Index i = other.first; i < other.last; ++i) {
      if (tokens[i].hash == noun) return true;
    }
    return false;
  };
  if (tells_kind(noun)) return state_described(mention, history);
  std::string_view nation;
  for (Index i = mention + 1; body && i < document_.mentions.size() && document_.mentions[i].first < m.last; ++i) {
    const Mention& inner = document_.mentions[i];
    if (inner.type == MentionType::kNationality && inner.state != kNone) nation = gazetteer_.impl().id(inner.state);
  }
  const bool governs = kGovernmentWords.contains(noun);
  // "the government [of President Biya]": it says itself whose it is
  static constexpr std::uint64_t kOf = word_hash("of");
  if (governs && m.last < tokens.size() && tokens[m.last].hash == kOf) return;
  Index entity = history.find(m.sentence, state || spot ? 2 : 4, state || armed, [&](const Mention& other, const Entity& e) {
    if (spot) return other.form == MentionForm::kNamed && is_spot(e.type, noun) && !(small && is_seat(gazetteer_, other));
    if (governs && (listed(other) || only_borders(other))) return false;
    if (state && aside(other)) return false;
    if (state && scene(other)) return false;
    // "[Sudanese] President Bashir": at home
    static constexpr auto kFormer = word_set({"former", "ex", "visiting"});
    const bool former = other.first > 0 && kFormer.contains(tokens[other.first - 1].hash);
    if (state && other.type == MentionType::kNationality) return titles_person(other) && !former;
    if (state) return is_state_like(other) && !subject_of_clause(other, m) && !home_of_people(other) && !(other.sentence == m.sentence && done_by(other));
    // "[The United Nations] asked the alliance": another
    if (other.sentence == m.sentence && !behind_preposition(m) && begins_clause(other) &&
        same_clause(other, m))
      return false;
    static constexpr auto kFew = word_set({"alliance", "bloc", "club", "union"});
    static const std::string_view kAll = "org:united-nations";
    if (e.id == kAll && kFew.contains(noun)) return false;
    if (armed && e.type == MentionType::kArmedGroup && other.form == MentionForm::kNamed) return true;
    if (!is_a(e.type, MentionType::kOrganisation) || other.form != MentionForm::kNamed) return false;
    const bool word = has_word(other);
    if (!nation.empty() && !e.state.empty() && e.state != nation) return false;   // "the Australian airline" is not British Airways
    if (word && told_apart(other, m)) return false;
    return word || (body && (*body >> unsigned(e.type) & 1) != 0);
  });
  if (entity == kNone && governs) entity = called_so_before(m, history);
  if (entity != kNone) table_.attach(mention, entity, Why::kNominalRecency);
}

// "the country", "the landlocked kingdom", "its neighbour": the last state that the phrase fits and that
// does not act on it.
void Anaphora::state_described(Index mention, const History& history) {
  static constexpr auto kNeighbours = word_set({"neighbour", "neighbor", "colony", "protectorate"});
  static constexpr auto kFoes = word_set({"foe", "rival", "enemy", "adversary", "archrival", "archenemy", "archfoe", "ally", "patron", "nemesis", "antagonist",
                                         "protector", "benefactor", "friend", "partner"});
  static constexpr auto kAnyState = word_set({"state", "nation", "country", "government", "regime"});
  const Mention& m = document_.mentions[mention];
  const std::vector<Token>& tokens = document_.tokens.tokens;
  const std::uint64_t noun = head(m);
  const bool owned = kPossessives.contains(tokens[m.first].hash);
  if (!definite(m) && !owned) return;
  // "Singapore said [its visitor] had not asked for asylum"
  static constexpr auto kGuests = word_set({"visitor", "guest"});
  if (owned && kGuests.contains(noun)) {
    const Index person = history.only_one(m.sentence, 2, [&](const Mention& other, const Entity& e) {
      return e.type == MentionType::kPerson && other.form != MentionForm::kPronominal && !same_clause(other, m);
    });
    if (person != kNone) table_.attach(mention, person, Why::kNominalRecency);
    return;
  }
  static constexpr auto kBorders = word_set({"neighbour", "neighbor"});
  const bool borders = kBorders.contains(noun);
  const bool foe = owned && kFoes.contains(noun), neighbour = foe || kNeighbours.contains(noun);
  if (!kStateWords.contains(noun) && !tells_kind(noun) && !neighbour) return;
  const std::string_view described = states_described(tokens, m.first, m.last);
  // "the Chinese state"
  const bool any_state = described.empty() && kAnyState.contains(noun);
  for (Index i = mention + 1; any_state && i < document_.mentions.size() && document_.mentions[i].first < m.last; ++i) {
    const Mention& inner = document_.mentions[i];
    if (inner.type == MentionType::kNationality && inner.state != kNone) {
      return table_.attach(mention, table_.of_record(inner.state), Why::kDemonymOfState);
    }
  }
  Index owner = kNone;   // whose it is
  const bool pronoun = owned && mention + 1 < document_.mentions.size() && document_.mentions[mention + 1].first == m.first;
  if (pronoun) owner = PronounCandidates(gazetteer_, document_, marks_, mention + 1, kNone).best();
  // "condemned Sudan's raid and accused [its neighbour]": of whoever accuses
  if (pronoun && neighbour && m.first > 0 && document_.slice(tokens[m.first - 1].span()).ends_with("ed")) {
    if (const Index subject = own_subject(mention); subject != kNone && document_.entities[subject].type == MentionType::kState) owner = subject;
  }
  // "Tusk said [his country] had": the state of whoever he is
  if (any_state && pronoun && m.last == m.first + 2 && document_.mentions[mention + 1].type == MentionType::kPerson) {
    const Index state = owner == kNone ? kNone : gazetteer_.record_of(document_.entities[owner].state);
    if (state != kNone) table_.attach(mention, table_.of_record(state), Why::kNominalRecency);
    return;
  }
  if (any_state && (crossed(m.first) || asked_of_another(m))) {
    // "Lima barred him from entering [the country]": whoever the clause is about.
    const auto opens = [&](const Mention& other, const Entity& e) {
      return other.form != MentionForm::kPronominal && !of_people(other) && begins_clause(other) &&
             same_clause(other, m) &&
             (e.type == MentionType::kState ||
              (e.type == MentionType::kCity && is_seat(gazetteer_, other)));
    };
    const Index subject = history.find(m.sentence, 0, false, opens);
    if (subject != kNone) return table_.attach(mention, acting(subject), Why::kNominalRecency);
  }
  // Whose neighbour: no state of that name, nor of who acts.
  const std::string_view owner_id = owner == kNone ? std::string_view() : std::string_view(document_.entities[owner].state);
  std::string_view actor;
  if (neighbour) {
    const Index person = history.find(m.sentence, 0, true, [](const Mention& other, const Entity& e) {
      return e.type == MentionType::kPerson && other.form != MentionForm::kNominal;
    });
    if (person != kNone) actor = document_.entities[person].state;
  }
  const Index far = described.empty() && !tells_kind(noun) && !borders ? 2 : 6;   // sentences
  const bool governs = kGovernmentWords.contains(noun) && !owned;
  const Index home = any_state && !owned ? scene_of_lead(mention) : kNone;
  // "[Canadian] diplomats have to leave the country": not the one that they are from
  std::string_view leaver;
  for (Index i = mention; any_state && crossed(m.first) && i-- > 0 &&
                          document_.mentions[i].sentence == m.sentence &&
                          same_clause(document_.mentions[i], m);) {
    if (of_people(document_.mentions[i]))
      leaver = gazetteer_.impl().id(document_.mentions[i].state);
  }
  const bool possessor = m.last < tokens.size() && tokens[m.last].has(kPossessive);
  const auto fits = [&](const Mention& other, const Entity& e) {
    if (other.form == MentionForm::kPronominal && !neighbour &&
        !(any_state && !governs && other.sentence != m.sentence &&
          kPossessives.contains(head(other)))) {
      return false;
    }
    // "the [Saudi] embassy ... because the kingdom"
    // "[Saudi Arabia's foreign ministry] said the kingdom", known by name or not
    const bool of_state = e.record == kNone ? other.state != kNone : e.type == MentionType::kGovernmentBody && !e.state.empty();
    const bool body = is_a(e.type, MentionType::kOrganisation) &&
                      other.form == MentionForm::kNamed && of_state &&
                      (tells_kind(noun) || !described.empty() || (any_state && !governs));
    if (e.type != MentionType::kState && !body &&
        !(e.type == MentionType::kCity && is_seat(gazetteer_, other)))
      return false;
    const std::string_view id =
        e.type == MentionType::kState ? std::string_view(e.id) : std::string_view(e.state);
    if (any_state && (scene(other) || (!leaver.empty() && id == leaver))) return false;
    // "Rebels in [Chad] said ... talks in Gabon ... [the country]": where the news is from, not
    // another place in passing
    if (any_state && home != kNone && other.entity != home && where(other)) return false;
    if (other.entity == owner || (any_state && acts_by_pronoun(other.entity, m))) return false;
    // "It accused [Paris]. France left the country": a capital of whoever acts
    if (e.type == MentionType::kCity &&
        acts_in_clause(table_.known(gazetteer_.facts(other.record).actor), m))
      return false;
    if (neighbour && (id == owner_id || id == actor)) return false;
    if (borders && !owner_id.empty() && !may_border(owner_id, id)) return false;
    // "expel [India]'s envoy and suspend trade with its neighbour": of another than who does it
    const bool goes_on = neighbour && owner != kNone && joined_behind(other.last, m.first);
    if (governs && (listed(other) || only_borders(other))) return false;
    if (any_state && (aside(other) || home_of_people(other))) return false;
    // "sent soldiers to [Bahrain] at the request of the island's king"
    const bool apart = goes_on ||
                       (possessor && other.type == MentionType::kState && !begins_clause(other)) ||
                       !same_clause(other, m);
    return (described.empty() || is_of(described, id)) && state_may_be(id, noun) && apart;
  };
  const auto firm = [&](const Mention& other, const Entity& e) {
    const bool body =
        any_state && is_a(e.type, MentionType::kOrganisation);  // "[A Ghanaian court] freed him"
    return !body && !titles_person(other) && fits(other, e);
  };
  // Who is named stands before whom an adjective names: "[Saudi] troops entered Bahrain, and Kuwait lent the kingdom tanks".
  const auto named = [&](const Mention& other, const Entity& e) {
    return other.type == MentionType::kState && firm(other, e);
  };
  Index entity = foe ? history.only_one(m.sentence, far, fits) : history.find(m.sentence, 0, true, named);
  for (Index back = 0; entity == kNone && !foe && back <= far; ++back) {
    entity = history.find(m.sentence, back, true, firm);
    if (entity == kNone) entity = history.find(m.sentence, back, true, fits);
  }
  if (entity == kNone && governs) entity = called_so_before(m, history);
  // "ECOWAS suspended [the country]": whose news the text tells
  static constexpr auto kCountry = word_set({"country", "nation"});
  if (entity == kNone && any_state && !owned && kCountry.contains(noun)) {
    entity = state_of_lead(mention);
    for (Index i = mention; entity != kNone && i-- > 0 && document_.mentions[i].sentence == m.sentence;) {
      if (document_.mentions[i].entity == entity) entity = kNone;
    }
  }
  if (entity == kNone) return;
  if (is_a(document_.entities[entity].type, MentionType::kOrganisation)) {
    const Index state = gazetteer_.record_of(document_.entities[entity].state);
    return state == kNone ? void() : table_.attach(mention, table_.of_record(state), Why::kNominalRecency);
  }
  table_.attach(mention, acting(entity), Why::kNominalRecency);
}

// "Georgian opposition parties accused [the government]", "The opposition in Quito accused it": the state of those who are against
// it; kNone: nobody is, or of none that is told.
Index Anaphora::state_of_opponents(const Mention& m) {
  static constexpr auto kAgainst = word_set({"opposition", "party", "parties", "rebels", "guerrillas", "insurgents", "separatists", "critics", "dissidents", "unions",
                                            "protesters", "demonstrators", "activists", "lawmakers", "deputies", "bishops", "strikers", "students", "monks"});
  static constexpr std::uint64_t kIn = word_hash("in");
  const std::vector<Token>& tokens = document_.tokens.tokens;
  const std::vector<Mention>& all = document_.mentions;
  for (Index i = Index(&m - all.data()); i-- > 0 && all[i].sentence == m.sentence;) {
    const Mention& who = all[i];
    if (who.type != MentionType::kGroup || who.form != MentionForm::kNominal || who.last > m.first || who.entity == kNone) continue;
    if (!begins_clause(who) || !same_clause(who, m)) continue;
    if (std::none_of(tokens.begin() + who.first, tokens.begin() + who.last, [](const Token& t) { return kAgainst.contains(t.hash); })) return kNone;
    std::string_view code = who.state != kNone ? gazetteer_.impl().id(who.state) : std::string_view(document_.entities[who.entity].state);
    for (Index k = i + 1; code.empty() && k < all.size() && all[k].first <= who.last + 1; ++k) {
      const Mention& where = all[k];
      if (where.first != who.last + 1 || tokens[who.last].hash != kIn || where.entity == kNone || where.form != MentionForm::kNamed) continue;
      const Entity& e = document_.entities[where.entity];
      code = e.type == MentionType::kState ? std::string_view(e.id) : std::string_view(e.state);
    }
    const Index record = code.empty() ? kNone : gazetteer_.record_of(code);
    return record == kNone ? kNone : table_.of_record(record);
  }
  return kNone;
}

// "talks with the government of Colombia ... [The government]": the last state that was called so.
Index Anaphora::called_so_before(const Mention& m, const History& history) const {
  constexpr Index kNear = 6;   // sentences
  return history.find(m.sentence, kNear, true, [&](const Mention& other, const Entity& e) {
    return e.type == MentionType::kState && other.form == MentionForm::kNominal && head(other) == head(m) && !same_clause(other, m);
  });
}

// "[Britain] and Spain welcomed it. The government": one of several states side by side, none of which is "the" one.
bool Anaphora::listed(const Mention& m) const {
  const Index at = Index(&m - document_.mentions.data());
  const auto beside = [this](const Mention& a, const Mention& b) {
    return a.sentence == b.sentence && a.type == MentionType::kState && b.type == MentionType::kState && b.first >= a.last && b.first <= a.last + 3 &&
           (joined_behind(a.last, b.first) || document_.slice(document_.tokens.tokens[a.last].span()) == ",");
  };
  return (at > 0 && beside(document_.mentions[at - 1], m)) || (at + 1 < document_.mentions.size() && beside(m, document_.mentions[at + 1]));
}

// Does "and" or "but" stand between two words?
bool Anaphora::joined_behind(Index from, Index to) const {
  static constexpr auto kAnd = word_set({"and", "but"});
  for (Index t = from; t < to; ++t) {
    if (kAnd.contains(document_.tokens.tokens[t].hash)) return true;
  }
  return false;
}

bool Anaphora::acts_in_clause(Index state, const Mention& m) const {
  for (Index i = Index(&m - document_.mentions.data()); state != kNone && i-- > 0 && document_.mentions[i].sentence == m.sentence;) {
    if (document_.mentions[i].entity == state && subject_of_clause(document_.mentions[i], m)) return true;
  }
  return false;
}

// "entering [the country]", "out of [the country]": is it what a border is crossed to?
bool Anaphora::crossed(Index first) const {
  static constexpr auto kCrossing = word_set({"entering", "leaving", "enter", "leave", "into", "re-entering", "quit", "quitting"});
  static constexpr std::uint64_t kOut = word_hash("out"), kOf = word_hash("of");
  const std::vector<Token>& tokens = document_.tokens.tokens;
  if (first > 0 && kDefiniteWords.contains(tokens[first - 1].hash)) --first;
  // "ordered the consul out of the country", not "pulled its troops out of the country"
  static constexpr auto kSends =
      word_set({"ordered", "orders", "ordering", "threw", "thrown", "kicked", "told", "deported",
                "drove", "chased", "barred"});
  constexpr Index kFarthest = 8;  // tokens
  if (first > kFarthest && tokens[first - 1].hash == kOf && tokens[first - 2].hash == kOut) {
    for (Index t = first - 2; t-- > first - kFarthest;) {
      if (kSends.contains(tokens[t].hash)) return true;
    }
  }
  return first > 0 && kCrossing.contains(tokens[first - 1].hash);
}

}  // namespace dragoman
