// Part of dragoman; see LICENSE.
//
// Persons by their office or by what they are: "the Russian defence minister", "the general".

#include "entity/anaphora.h"

#include <algorithm>
#include <string_view>

#include "entity/anaphora_words.h"
#include "mention/gazetteer_data.h"
#include "token/word_set.h"

namespace dragoman {
namespace {

// Who leads, and who does not; of others ("the general", "the winner") either may be.
constexpr auto kHeadWords = word_set({"president", "leader", "ruler", "premier", "strongman", "dictator", "king", "queen",
                                        "monarch", "emir", "sultan", "chancellor", "emperor", "tsar", "shah", "autocrat", "despot"});
constexpr auto kFollowerWords = word_set({"minister", "envoy", "ambassador", "mediator", "negotiator", "diplomat", "governor",
                                        "mayor", "judge", "senator", "prosecutor", "lawmaker", "deputy", "cleric", "bishop",
                                        "lawyer", "attorney", "activist", "journalist"});
// Of whom there are many: nobody who was named.
constexpr auto kNobodyWords = word_set({"official", "spokesman", "spokeswoman", "spokesperson", "source", "analyst", "expert",
                                        "officer", "aide", "soldier", "guard", "policeman", "reporter", "witness", "resident",
                                        "man", "woman", "child", "boy", "girl", "driver", "doctor", "nurse", "victim", "worker",
                                        "father", "mother", "brother", "sister", "son", "daughter", "wife", "husband", "widow", "uncle",
                                        "cousin", "nephew", "niece", "grandson", "grandfather"});
// Those who speak for a state elsewhere: no minister, and no ruler.
constexpr auto kEnvoyWords = word_set({"ambassador", "envoy", "d'affaires", "charge", "consul", "attache", "emissary", "diplomat"});
// What people are by trade: seldom those who rule.
constexpr auto kTrades =
      word_set({"scientist", "physicist", "cleric", "bishop", "priest", "businessman", "tycoon",
                "dissident", "activist", "banker", "publisher", "oligarch", "financier", "warlord",
                "lawyer", "exile", "fugitive"});
constexpr auto kRoyals = word_set({"monarch", "king", "queen", "emir", "sultan", "emperor",
                                        "sheikh", "prince", "princess", "empress"});
constexpr auto kCopulas =
      word_set({"is", "was", "been", "became", "becomes", "remains", "remained"});

// Others than the one whose they are.
constexpr auto kOtherWords = word_set({"rival", "opponent", "challenger", "foe", "enemy", "adversary", "nemesis", "ally", "friend", "host", "guest", "visitor",
                                        "captor", "husband", "wife", "successor", "predecessor", "mentor", "patron", "tormentor", "usurper", "deputy",
                                        "boss", "superior", "interlocutor", "counterpart", "colleague"});

}  // namespace

// "Hugh Todd, [its foreign minister]," and "[the foreign minister], Hugh Todd,": the mention of
// the person named beside a description.
Index Anaphora::person_beside(Index mention) const {
  static constexpr std::uint64_t kComma = word_hash(",");
  const Mention& m = document_.mentions[mention];
  const std::vector<Token>& tokens = document_.tokens.tokens;
  const auto named = [](const Mention& other) {
    return other.type == MentionType::kPerson && other.form == MentionForm::kNamed;
  };
  // "[Iran's envoy] to the United Nations, Amir Iravani,": behind what the office is for.
  static constexpr auto kPosted = word_set({"to", "at", "for", "of", "in"});
  Index end = m.last;
  for (Index i = mention + 1; i < document_.mentions.size() && end < tokens.size() && kPosted.contains(tokens[end].hash); ++i) {
    const Mention& other = document_.mentions[i];
    if (other.first > end + 2) break;
    if (other.first <= end) continue;
    if (other.form != MentionForm::kNamed || (other.first == end + 2 && !kDefiniteWords.contains(tokens[end + 1].hash))) break;
    end = other.last;
  }
  if (end < tokens.size() && tokens[end].hash == kComma) {
    static constexpr auto kOne = word_set({"a", "an"});
    static constexpr auto kEnds = word_set({",", ".", ";"});
    // "to send [an envoy], Minister X said": somebody else, unless a comma closes it.
    bool closed = kOne.contains(tokens[m.first].hash) || (m.first > 0 && kOne.contains(tokens[m.first - 1].hash));
    for (Index i = mention + 1; i < document_.mentions.size(); ++i) {
      const Mention& other = document_.mentions[i];
      if (other.first > end + 1) break;
      if (other.first != end + 1) continue;
      if (named(other)) {
        if (!closed || other.last >= tokens.size() || kEnds.contains(tokens[other.last].hash)) return i;
        break;
      }
      if (other.type == MentionType::kOffice) {   // ", Ambassador X,"
        end = other.last - 1;
        closed = true;
      }
    }
  }
  // "[Zeine] is [its prime minister]", "has been"
  if (m.first > 1 && kCopulas.contains(tokens[m.first - 1].hash) && mention > 0) {
    static constexpr auto kHas = word_set({"has", "had"});
    const Mention& subject = document_.mentions[mention - 1];
    const Index verb = kHas.contains(tokens[m.first - 2].hash) ? m.first - 2 : m.first - 1;
    if (subject.last == verb && named(subject)) return mention - 1;
  }
  if (m.first > 1 && tokens[m.first - 1].hash == kComma) {
    for (Index i = mention; i-- > 0;) {
      const Mention& other = document_.mentions[i];
      if (other.sentence != m.sentence || other.last + 6 < m.first) break;
      if (other.last == m.first - 1 && named(other)) return i;
    }
  }
  return kNone;
}

// "The party marched. [Its leader], Aba Sow, spoke": of no state's office.
bool Anaphora::of_party(Index mention) {
  const Mention& m = document_.mentions[mention];
  if (!kPossessives.contains(document_.tokens.tokens[m.first].hash) || mention + 1 >= document_.mentions.size()) return false;
  const Mention& pronoun = document_.mentions[mention + 1];
  if (pronoun.first != m.first || pronoun.form != MentionForm::kPronominal || pronoun.gender != 'n') return false;
  const Index owner = PronounCandidates(gazetteer_, document_, marks_, mention + 1, kNone).best();
  if (owner == kNone) return false;
  const MentionType type = document_.entities[owner].type;
  return type == MentionType::kGroup || type == MentionType::kArmedGroup;
}

// "[his rival] conceded", "freed [her husband]": the only other person whom this sentence or the one before names.
bool Anaphora::other_person(Index mention, const History& history) {
  constexpr Index kNear = 2;   // sentences
  const Mention& m = document_.mentions[mention];
  const std::vector<Token>& tokens = document_.tokens.tokens;
  static constexpr auto kHosts = word_set({"host", "hosts"});
  const auto owned = [&] {
    return kPossessives.contains(tokens[m.first].hash) || (m.first > 0 && kPossessives.contains(tokens[m.first - 1].hash));
  };
  if (m.plural && kHosts.contains(head(m)) && owned()) {
    const Index state = hosts(mention, history);
    if (state != kNone) table_.attach(mention, acting(state), Why::kNominalRecency);
    return state != kNone;
  }
  if (m.plural || !kOtherWords.contains(head(m)) || person_beside(mention) != kNone) return false;
  // "his [wife], Ani": named, though nobody knows the name
  static constexpr std::uint64_t kComma = word_hash(",");
  const bool named = m.last + 1 < tokens.size() && tokens[m.last].hash == kComma && tokens[m.last + 1].word() && tokens[m.last + 1].has(kInitialCapital);
  if (named && owned() && !document_.sentences()[m.sentence].caps && !document_.sentences()[m.sentence].title) {
    group(mention, history);
    return true;
  }
  // "freed her [husband]": the pronoun within, or right in front
  const bool within = kPossessives.contains(tokens[m.first].hash);
  const Index at = within ? mention + 1 : mention - 1;
  if ((!within && mention == 0) || at >= document_.mentions.size()) return false;
  const Mention& pronoun = document_.mentions[at];
  static constexpr auto kWhere = word_set({"in", "from", "at"});
  if (m.last < tokens.size() && kWhere.contains(tokens[m.last].hash)) return false;   // "his counterpart in Manila"
  if (pronoun.form != MentionForm::kPronominal || pronoun.gender == 'n' || (within ? pronoun.first != m.first : pronoun.last != m.first)) return false;
  const Index owner = within ? PronounCandidates(gazetteer_, document_, marks_, at, kNone).best() : pronoun.entity;
  if (owner == kNone || (document_.entities[owner].type != MentionType::kPerson && document_.entities[owner].type != MentionType::kGroup)) return false;
  const char gender = head(m) == word_hash("husband") ? 'm' : head(m) == word_hash("wife") ? 'f' : '-';
  // "criticised his [American colleague]": somebody of that state
  std::string_view nation;
  for (Index i = mention + 1; i < document_.mentions.size() && document_.mentions[i].first < m.last; ++i) {
    const Mention& inner = document_.mentions[i];
    if (inner.type == MentionType::kNationality && inner.state != kNone) nation = gazetteer_.impl().id(inner.state);
  }
  const auto other_than = [&](const Mention& other, const Entity& e) {
    if (!nation.empty() && e.state != nation) return false;
    const bool another = other.entity != owner || (!nation.empty() && document_.entities[owner].state == nation);
    return another && e.type == MentionType::kPerson && other.form != MentionForm::kPronominal && !same_clause(other, m) &&
           (gender == '-' || e.gender == '-' || e.gender == gender);
  };
  Index entity = history.only_one(m.sentence, 1, other_than);
  if (entity == kNone) entity = history.only_one(m.sentence, kNear, other_than);
  if (entity == kNone) return false;
  table_.attach(mention, entity, Why::kNominalRecency);
  return true;
}

// "the Russian defence minister": who holds that office at the date; "the minister": the last
// person who was called minister, else nobody.
void Anaphora::office_holder(Index mention, const History& history) {
  const Mention& m = document_.mentions[mention];
  const Index beside = person_beside(mention);
  if (of_party(mention)) {
    const Index person = beside == kNone ? kNone : document_.mentions[beside].entity;
    return person == kNone ? void() : table_.attach(mention, person, Why::kNominalRecency);
  }
  static constexpr auto kHis = word_set({"his", "her"});
  if (other_person(mention, history) || (m.state == kNone && kHis.contains(document_.tokens.tokens[m.first].hash) && kOtherWords.contains(head(m)) && beside == kNone)) return;
  const OfficeHolders::Description office = offices_.read(mention, history);
  // "[Its foreign minister], Hugh Todd": whose, for the relation stage.
  if (m.state == kNone) document_.mentions[mention].state = office.state;
  if (beside != kNone) {
    const Index person = document_.mentions[beside].entity;
    if (person == kNone) return;
    table_.attach(mention, person, Why::kNominalRecency);
    // "Peru's president, [Hugo Carrasco],": whom no table knows has that office of that state here
    Entity& told = document_.entities[person];
    if (office.title == nullptr || office.other_time || office.body != kNone ||
        told.type != MentionType::kPerson)
      return;
    // not "their leader", of whomever
    const bool owned = kPossessives.contains(document_.tokens.tokens[m.first].hash);
    const bool of_state = office.title->role_class < RoleClass::kSpokesperson ||
                          office.title->role_class == RoleClass::kAmbassador;
    static constexpr std::uint64_t kTheirs = word_hash("their");
    if (document_.tokens.tokens[m.first].hash == kTheirs || (owned && !of_state)) return;
    if (told.record == kNone && told.state.empty() && office.state != kNone && of_state)
      told.state = gazetteer_.impl().id(office.state);
    roles_.push_back({person, office.title->role_class, head(m)});
    return;
  }
  // "Police beat protesters. Ghana jailed [their leader]": nobody who holds an office
  static constexpr std::uint64_t kTheir = word_hash("their");
  if (document_.tokens.tokens[m.first].hash == kTheir && !m.plural && kHeadWords.contains(head(m))) return;
  if (office.other_time) {
    // "Liberia's former president": who led it then and was just spoken of.
    static constexpr std::uint64_t kPrime = word_hash("prime");
    const bool prime = m.last - m.first >= 2 && document_.tokens.tokens[m.last - 2].hash == kPrime;
    if (office.title != nullptr && (prime || kHeadWords.contains(head(m)))) person_in_mind(mention, history, office.state);
    // "The deposed [president] remains in custody"
    if (definite(m)) once_held(mention, office, history);
    return;
  }
  // "Gorbachev met Bush. [The Soviet leader]": who was named goes before whom the tables name
  static constexpr auto kLoose = word_set({"leader", "ruler", "strongman", "dictator"});
  if (office.state != kNone && definite(m) && kLoose.contains(head(m))) {
    const std::string_view code = gazetteer_.impl().id(office.state);
    const Index named = history.only_one(m.sentence, 2, [&](const Mention& other, const Entity& e) {
      return e.type == MentionType::kPerson && other.form == MentionForm::kNamed && e.state == code && offices_.leads(other, e.record);
    });
    if (named != kNone) return table_.attach(mention, named, Why::kNominalRecency);
  }
  // "Peru's president, Hugo Carrasco, ... [The Peruvian president]"
  if (office.title != nullptr && office.state != kNone && office.body == kNone) {
    const std::string_view code = gazetteer_.impl().id(office.state);
    const Index named = history.only_one(m.sentence, 6, [&](const Mention& other, const Entity& e) {
      return e.type == MentionType::kPerson && other.form == MentionForm::kNamed &&
             e.state == code && told_as(other, office);
    });
    if (named != kNone) return table_.attach(mention, named, Why::kNominalRecency);
  }
  if (const Index record = offices_.holder(office); record != kNone) {
    return table_.attach(mention, table_.of_record(record), Why::kOfficeAtDate);
  }
  if (!definite(m)) return;
  const std::string_view state = office.state == kNone ? std::string_view() : gazetteer_.impl().id(office.state);
  const std::uint64_t noun = head(m);
  const std::vector<Token>& tokens = document_.tokens.tokens;
  const auto called_so = [&](const Mention& other, const Entity& e) {
    if (e.type != MentionType::kPerson || other.form != MentionForm::kNamed) return false;
    if (!state.empty() && !e.state.empty() && e.state != state) return false;
    // "Minister Shoigu"; or "Shoigu, the Russian defence minister,"
    if (other.first > 0 && tokens[other.first - 1].hash == noun) return true;
    const Index end = std::min(document_.sentences()[other.sentence].last, m.first);
    for (Index i = other.last; i < end && i < other.last + 8; ++i) {
      if (tokens[i].hash == noun) return true;
    }
    return false;
  };
  // "Maduro's government says they meant to kill [the president]": of two who were called so, whom this sentence names.
  Index entity = history.only_one(m.sentence, 6, [&](const Mention& other, const Entity& e) {
    return called_so(other, e) &&
           history.find(m.sentence, 0, true, [&other](const Mention& here, const Entity&) { return here.entity == other.entity; }) != kNone;
  });
  if (entity == kNone) entity = history.find(m.sentence, 6, false, called_so);
  if (entity != kNone) return table_.attach(mention, entity, Why::kNominalRecency);
  const Index seat = office.body == kNone || office.state != kNone ? office.state : gazetteer_.facts(office.body).state;
  // "the United Nations secretary-general" is nobody who serves a state.
  if (office.body != kNone && seat == kNone) return;
  person_in_mind(mention, history, seat);
  once_held(mention, office, history);
  // "Venezuelan police arrested students. [The president]": of the only state that the text has
  // spoken of
  if (document_.mentions[mention].entity != kNone || office.title == nullptr ||
      office.state != kNone || office.body != kNone)
    return;
  if (office.title->role_class != RoleClass::kHeadOfState &&
      office.title->role_class != RoleClass::kHeadOfGovernment)
    return;
  OfficeHolders::Description there = office;
  there.state = only_home(mention);
  const Index record = there.state == kNone ? kNone : offices_.holder(there);
  if (record == kNone) return;
  document_.mentions[mention].state = there.state;
  table_.attach(mention, table_.of_record(record), Why::kOfficeAtDate);
}

// The record of the only state that whatever was named before is, or is of; kNone: none, or
// several.
Index Anaphora::only_home(Index before) const {
  constexpr Index kMost = 24;  // mentions
  std::string_view code;
  if (before > kMost) return kNone;
  for (Index i = 0; i < before; ++i) {
    if (document_.mentions[i].entity == kNone) continue;
    const Entity& e = document_.entities[document_.mentions[i].entity];
    if (!e.members.empty()) return kNone;
    const std::string_view of =
        e.type == MentionType::kState ? std::string_view(e.id) : std::string_view(e.state);
    if (of.empty()) continue;
    if (!code.empty() && of != code) return kNone;
    code = of;
  }
  return code.empty() ? kNone : gazetteer_.record_of(code);
}

// "Musharraf overthrew Sharif after [the prime minister] had": who of those named here once held
// that office.
void Anaphora::once_held(Index mention, const OfficeHolders::Description& office,
                         const History& history) {
  const Mention& m = document_.mentions[mention];
  if (m.entity != kNone || office.title == nullptr || office.state != kNone ||
      office.body != kNone || office.title->role_class >= RoleClass::kMinister)
    return;
  const Index held = history.only_one(m.sentence, 1, [&](const Mention& other, const Entity& e) {
    return e.type == MentionType::kPerson && other.form == MentionForm::kNamed &&
           e.record != kNone && offices_.held(e.record, office.title->role_class);
  });
  const auto beside_it = [&](const Mention& other, const Entity&) {
    return other.entity == held && same_clause(other, m);
  };
  if (held != kNone && history.find(m.sentence, 0, true, beside_it) == kNone)
    table_.attach(mention, held, Why::kNominalRecency);
}

// Has the text given a person that office, in front of this mention of the name or beside an
// earlier one?
bool Anaphora::told_as(const Mention& person, const OfficeHolders::Description& office) const {
  const auto same = [&office](RoleClass role) {
    const RoleClass wanted = office.title->role_class;
    const bool leads = role == RoleClass::kHeadOfState || role == RoleClass::kHeadOfGovernment ||
                       role == RoleClass::kLeader;
    return role == wanted || (wanted == RoleClass::kLeader && leads);
  };
  if (std::any_of(roles_.begin(), roles_.end(),
                  [&](const Role& r) { return r.person == person.entity && same(r.role); }))
    return true;
  static constexpr auto kFormer =
      word_set({"former", "ex", "late", "then", "deputy", "vice", "opposition"});
  static constexpr auto kCounterparts = word_set({"counterpart", "colleague"});
  static constexpr std::uint64_t kHyphen = word_hash("-"), kComma = word_hash(",");
  const std::vector<Token>& tokens = document_.tokens.tokens;
  // "his Ghanaian counterpart, [Kwabena Osei-Tutu],": as whoever was named before
  const Index end =
      person.first > 1 && tokens[person.first - 1].hash == kComma ? person.first - 1 : person.first;
  if (end > 0 && kCounterparts.contains(tokens[end - 1].hash)) {
    for (Index i = Index(&person - document_.mentions.data());
         i-- > 0 && document_.mentions[i].sentence == person.sentence;) {
      const Mention& other = document_.mentions[i];
      if (other.type == MentionType::kPerson && other.form == MentionForm::kNamed)
        return told_as(other, office);
    }
    return false;
  }
  const OfficeHolders::Title title = offices_.title_beside(person);
  if (title.info == nullptr || !same(title.info->role_class)) return false;
  for (Index t = title.first;
       t > 0 && t + 4 > title.first && (tokens[t - 1].word() || tokens[t - 1].hash == kHyphen);
       --t) {
    if (kFormer.contains(tokens[t - 1].hash)) return false;
  }
  return true;
}

// "Chile's foreign minister, [Insulza], ... [the general]": is a person called something else than
// that everywhere?
bool Anaphora::has_other_title(Index person, std::uint64_t noun, Index before) const {
  constexpr Index kReach = 24;  // mentions
  static constexpr auto kCommands = word_set({"chief", "commander", "ruler", "leader", "strongman",
                                             "dictator", "head"});  // as generals may be
  const std::vector<Token>& tokens = document_.tokens.tokens;
  if (std::any_of(roles_.begin(), roles_.end(),
                  [&](const Role& r) { return r.person == person && r.noun == noun; }))
    return false;
  bool other = std::any_of(roles_.begin(), roles_.end(),
                           [person](const Role& r) { return r.person == person; });
  for (Index i = before; i-- > 0 && i + kReach > before;) {
    const Mention& m = document_.mentions[i];
    if (m.entity != person) continue;
    // "the prime minister had tried to dismiss him. ... the general"
    if (m.form == MentionForm::kNominal && m.type == MentionType::kPerson) {
      if (head(m) == noun) return false;
      other = other || !kCommands.contains(head(m));
    }
    if (m.form != MentionForm::kNamed) continue;
    const OfficeHolders::Title title = offices_.title_beside(m);
    if (title.info == nullptr) continue;
    if (tokens[title.last - 1].hash == noun) return false;
    other = other || !kCommands.contains(tokens[title.last - 1].hash);
  }
  return other;
}

// "the general", "the ousted leader": the only person whom the sentences before named and who may
// be one.  state: a record, or kNone.
void Anaphora::person_in_mind(Index mention, const History& history, Index state) {
  constexpr Index kNear = 4;   // sentences
  static constexpr std::uint64_t kThe = word_hash("the");
  const Mention& m = document_.mentions[mention];
  const std::vector<Token>& tokens = document_.tokens.tokens;
  const bool the = tokens[m.first].hash == kThe || (m.first > 0 && tokens[m.first - 1].hash == kThe);
  const std::uint64_t noun = head(m);
  static constexpr auto kOne = word_set({"a", "an"});
  const bool any = kOne.contains(tokens[m.first].hash) ||
                   (m.first > 0 &&
                    kOne.contains(tokens[m.first - 1].hash));  // "visits by [a Russian president]"
  static constexpr std::uint64_t kOf = word_hash("of");
  static constexpr auto kWhole = word_set({"force", "forces", "army", "unit", "brigade", "group",
                                          "mission", "company", "team", "party", "town", "region"});
  // "[the commander] of the force, Hugh Shelton": of a thing that is not spoken of
  if (m.last + 2 < tokens.size() && tokens[m.last].hash == kOf && state == kNone &&
      kWhole.contains(tokens[m.last + 2].hash))
    return;
  if ((!the && state == kNone) || any || m.plural || kNobodyWords.contains(noun)) return;
  static constexpr std::uint64_t kPrime = word_hash("prime");
  const bool prime = m.last - m.first >= 2 && tokens[m.last - 2].hash == kPrime;
  static constexpr auto kSent = word_set({"official", "mediator", "negotiator", "visitor",
                                         "minister"});  // whom an unnamed minister may be called
  const bool leader = prime || kHeadWords.contains(noun), follower = kFollowerWords.contains(noun), envoy = kEnvoyWords.contains(noun);
  const std::string_view of = state == kNone ? std::string_view() : gazetteer_.impl().id(state);
  const auto noun_of = [&tokens](const OfficeHolders::Title& title) {
    return title.info == nullptr ? 0 : tokens[title.last - 1].hash;
  };
  const bool royal = kRoyals.contains(noun);
  static constexpr auto kOwn = word_set({"chancellor", "king", "queen", "emir", "sultan", "emperor", "shah", "tsar", "pope"});
  const auto fits = [&](const Mention& other, const Entity& e) {
    // "Merkel rang Putin; [the chancellor] told Obama": in one sentence only who is known to be one
    if (other.sentence == m.sentence &&
        ((!kOwn.contains(noun) && !kTrades.contains(noun)) || same_clause(other, m)))
      return false;
    // "sent [his foreign minister] ... [the envoy]"
    if (!leader &&
        (kEnvoyWords.contains(noun) || kFollowerWords.contains(noun) || kSent.contains(noun)) &&
        other.type == MentionType::kPerson && other.form == MentionForm::kNominal &&
        e.type == MentionType::kGroup) {
      return !kHeadWords.contains(head(other)) &&
             (of.empty() ||
              e.state == of);  // "a Russian official ... [the Ghanaian envoy]" are two
    }
    if (e.type != MentionType::kPerson || other.form != MentionForm::kNamed) return false;
    if (!of.empty() && e.state != of) return false;   // "the Israeli ambassador" is nobody of an unknown state
    if ((m.gender == 'm' || m.gender == 'f') && e.gender != '-' && e.gender != m.gender) return false;
    if (royal && (kRoyals.contains(noun_of(offices_.title_beside(other))) ||
                  kRoyals.contains(tokens[other.first].hash)))
      return true;
    if (e.record != kNone && (royal || kOwn.contains(noun)))
      return offices_.was_called(e.record, noun);
    if (royal && !kOwn.contains(noun))
      return false;  // "to meet [the crown prince]": whom nothing calls so
    // "his information minister, George Kordahi ... [the Lebanese ambassador]": another
    static constexpr auto kApart =
        word_set({"ambassador", "judge", "governor", "mayor", "bishop", "lawyer", "attorney",
                  "journalist", "prosecutor", "senator"});
    if (kApart.contains(noun) && has_other_title(other.entity, noun, mention)) return false;
    // "Pelosi landed in Taipei. [The American ambassador]": whom the tables know as nobody's envoy
    static constexpr auto kPosted = word_set({"ambassador", "consul", "attache"});
    if (envoy && !of.empty() && e.record != kNone && kPosted.contains(noun)) return false;
    if (leader || follower) return offices_.leads(other, e.record) == leader;
    return !envoy || may_be_envoy(other.entity, mention);
  };
  Index entity = history.only_one(m.sentence, kNear, fits);
  // "King Hussein met Rabin. [The monarch]"
  if (entity == kNone && royal) {
    entity = history.only_one(m.sentence, kNear, [&](const Mention& other, const Entity& e) {
      return e.type == MentionType::kPerson &&
             kRoyals.contains(noun_of(offices_.title_beside(other))) && fits(other, e);
    });
  }
  // of several the one who has no other office
  static constexpr auto kRanks =
      word_set({"general",   "colonel",  "major",  "captain", "admiral",     "marshal",
                "brigadier", "cleric",   "bishop", "priest",  "businessman", "tycoon",
                "dissident", "activist", "sheikh", "warlord", "ayatollah",   "imam",
                "commander", "lawyer",   "judge",  "elect",   "designate"});
  if (entity == kNone && kRanks.contains(noun)) {
    entity = history.only_one(m.sentence, kNear, [&](const Mention& other, const Entity& e) {
      return !(e.type == MentionType::kPerson && has_other_title(other.entity, noun, mention)) &&
             fits(other, e);
    });
  }
  // "Musharraf pardoned Khan ... [the scientist]": of several the one who leads nothing
  if (entity == kNone && kTrades.contains(noun)) {
    entity = history.only_one(m.sentence, kNear, [&](const Mention& other, const Entity& e) {
      return !(e.type == MentionType::kPerson && offices_.leads(other, e.record)) && fits(other, e);
    });
  }
  // Beside the name it is somebody else.
  const auto here = [&](const Mention& other, const Entity&) {
    if (other.entity != entity || other.form == MentionForm::kPronominal) return false;
    // "[Portillo]'s lawyers said police put the former president on a plane"
    const bool owner = other.last < tokens.size() && (tokens[other.last].has(kPossessive) ||
                                                      tokens[other.last - 1].has(kPossessive));
    return (!kOwn.contains(noun) && !kTrades.contains(noun) && !owner) || same_clause(other, m);
  };
  if (entity != kNone && history.find(m.sentence, 0, false, here) == kNone) table_.attach(mention, entity, Why::kNominalRecency);
}

// Not who was called minister or president before.  `before`: a mention.
bool Anaphora::may_be_envoy(Index person, Index before) {
  for (; titles_read_ < before; ++titles_read_) {
    const Mention& named = document_.mentions[titles_read_];
    if (named.entity == kNone || named.form != MentionForm::kNamed || document_.entities[named.entity].type != MentionType::kPerson) continue;
    const OfficeHolders::Title title = offices_.title_before(named.first);
    if (offices_.leads(named, document_.entities[named.entity].record) ||
        (title.info != nullptr && !kEnvoyWords.contains(document_.tokens.tokens[title.last - 1].hash))) {
      no_envoys_.insert(index_key(named.entity));
    }
  }
  const auto other = [person](const Role& r) {
    return r.person == person && r.role != RoleClass::kAmbassador;
  };
  return !no_envoys_.contains(index_key(person)) &&
         std::none_of(roles_.begin(), roles_.end(), other);
}

}  // namespace dragoman
