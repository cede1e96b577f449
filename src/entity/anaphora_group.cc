// Part of dragoman; see LICENSE.
//
// Groups and bodies without a name: "the officials", "the army", "the militants", and whose they are.

#include "entity/anaphora.h"

#include <algorithm>
#include <string_view>

#include "entity/anaphora_words.h"
#include "mention/gazetteer_data.h"
#include "token/word_set.h"

namespace dragoman {
namespace {

constexpr auto kStateBodyWords = word_set({"army", "military", "navy", "junta", "parliament", "senate", "cabinet", "congress",
                                        "legislature", "administration", "leadership", "assembly", "ministry", "government",
                                        "regime", "authorities", "rulers"});
constexpr auto kTroopWords = word_set({"troops", "soldiers", "forces", "commandos", "paratroopers", "marines"});

}  // namespace

// "U.S. officials" and a later "the officials" or "U.S. officials" are one group; bare
// "officials" are whoever they are in this document.
void Anaphora::group(Index mention, const History& history) {
  const Mention& m = document_.mentions[mention];
  const std::uint64_t noun = head(m);
  static constexpr auto kNumbers = word_set(
      {"two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"});
  const std::vector<Token>& words = document_.tokens.tokens;
  // "[the two engineers]"
  const auto counted = [&] {
    return m.plural && m.first > 1 && kNumbers.contains(words[m.first - 1].hash) &&
           kDefiniteWords.contains(words[m.first - 2].hash);
  };
  const bool spoken_of = m.state == kNone && definite(m);
  if (spoken_of || (m.state == kNone && counted())) {
    // "its foreign ministry ... the ministry": of whatever type the words are
    const bool body = kStateBodyWords.contains(noun);
    const Index known = history.find(m.sentence, 5, false, [&](const Mention& other, const Entity&) {
      return head(other) == noun && (other.type == m.type || body) && other.form == MentionForm::kNominal &&
             other.plural == m.plural && !(body && told_apart(other, m));
    });
    if (known != kNone) return table_.attach(mention, known, Why::kNominalRecency);
    // "freed two engineers. [The hostages]": those of whom alone the sentence before spoke, but for
    // who speaks or fights
    static constexpr auto kPeople =
        word_set({"men", "women", "hostages", "captives", "detainees", "prisoners", "abductees"});
    if (m.plural && kPeople.contains(noun) && m.last - m.first <= 2) {
      static constexpr auto kOthers =
          word_set({"officials", "police", "authorities", "sources", "diplomats", "residents",
                    "witnesses", "relatives", "families", "employers", "comrades", "supporters",
                    "followers", "allies", "colleagues", "lawyers"});
      const bool held = noun != word_hash("men") && noun != word_hash("women");
      const Index them =
          history.only_one(m.sentence, held ? 2 : 1, [&](const Mention& other, const Entity& e) {
            if (other.form != MentionForm::kNominal || !other.plural ||
                e.type != MentionType::kGroup || !e.members.empty() ||
                kOthers.contains(head(other)))
              return false;
            return other.sentence != m.sentence &&
                   !(held && (kFighterWords.contains(head(other)) ||
                              kTroopWords.contains(head(other))));
          });
      if (them != kNone) return table_.attach(mention, them, Why::kNominalRecency);
    }
    // "Mexican soldiers shelled it ... [the troops]": the only ones who were spoken of.
    if (m.plural && kTroopWords.contains(noun) && m.last - m.first <= 2) {
      const Index same = history.only_one(m.sentence, 2, [&](const Mention& other, const Entity& e) {
        return other.type == MentionType::kGroup && other.form == MentionForm::kNominal && other.plural && e.type == MentionType::kGroup &&
               kTroopWords.contains(head(other)) && !same_clause(other, m);
      });
      if (same != kNone && !document_.entities[same].state.empty()) return table_.attach(mention, same, Why::kNominalRecency);
    }
  }
  const Index state_of = m.state == kNone ? owner_state(mention) : m.state;
  std::uint64_t key = noun ^ (std::uint64_t(state_of) * 0x9E3779B97F4A7C15ull);
  if (state_of == kNone) {
    key = name_key(document_, m);
  }
  const Index entity = table_.of_key(key, MentionType::kGroup);
  if (state_of == kNone && of_government(m)) {
    // "Government troops took Palmyra": they are at home.
    const Index record = state_of_places(m.sentence);
    const Index state = record == kNone ? state_of_lead(mention) : kNone;
    if (record != kNone) document_.entities[entity].state = gazetteer_.impl().id(record);
    else if (state != kNone) document_.entities[entity].state = document_.entities[state].id;
  }
  // "Niger's junta ... [the generals]": those who rule there
  static constexpr auto kRulers = word_set({"junta", "regime", "rulers", "generals", "authorities", "putschists", "colonels"});
  if (state_of == kNone && spoken_of && kRulers.contains(noun) && document_.entities[entity].state.empty()) {
    const Index body = history.find(m.sentence, 3, false, [&](const Mention& other, const Entity& e) {
      return other.form == MentionForm::kNominal && e.type == MentionType::kGroup && !e.state.empty() && kRulers.contains(head(other));
    });
    if (body != kNone) document_.entities[entity].state = document_.entities[body].state;
  }
  if (state_of == kNone && spoken_of && kStateBodyWords.contains(noun) && document_.entities[entity].state.empty()) {
    // "The army ..." of the only state that the sentence speaks of, else of the one that the text began with, or was spoken of last.
    // "[Norway] condemned the junta": another
    const auto by_name = [&](const Mention& other, const Entity&) {
      return other.type == MentionType::kState && !subject_of_clause(other, m) && !(other.sentence == m.sentence && done_by(other));
    };
    Index state = history.only_one(m.sentence, 0, by_name);
    if (state == kNone) state = state_of_lead(mention);
    if (state == kNone) {
      state = history.only_one(m.sentence, 3, [&](const Mention& other, const Entity& e) { 
        return e.type == MentionType::kState && !subject_of_clause(other, m) && !(other.sentence == m.sentence && done_by(other));
      });
    }
    if (state == kNone) {
      state = history.only_one(m.sentence, 1, [&](const Mention& other, const Entity& e) {
        return other.sentence != m.sentence && by_name(other, e) && begins_clause(other);
      });
    }
    if (state != kNone) document_.entities[entity].state = document_.entities[state].id;
    // "Rebels shelled Goma. [The army] said": at home where it happened
    if (state == kNone && m.sentence > 0) {
      Index home = state_of_places(m.sentence);
      if (home == kNone) home = state_of_places(m.sentence - 1);
      if (home != kNone) document_.entities[entity].state = gazetteer_.impl().id(home);
    }
  }
  Entity& made = document_.entities[entity];
  made.plural = made.plural || m.plural;
  if (state_of != kNone) made.state = gazetteer_.impl().id(state_of);
  table_.attach(mention, entity, Why::kSameName);
}

// "government forces", "security forces"
bool Anaphora::of_government(const Mention& m) const {
  static constexpr auto kOf = word_set({"government", "federal", "security"});
  return m.plural && m.last - m.first >= 2 && kTroopWords.contains(head(m)) && kOf.contains(document_.tokens.tokens[m.last - 2].hash);
}

std::vector<Mention>::const_iterator Anaphora::first_mention_from(Index sentence) const {
  const std::vector<Mention>& all = document_.mentions;
  return std::partition_point(all.begin(), all.end(), [sentence](const Mention& m) { return m.sentence < sentence; });
}

// The record of the state that all towns and places of a sentence are in; kNone: none, or several.
Index Anaphora::state_of_places(Index sentence) const {
  static constexpr auto kWhere = word_set({"in", "near", "at", "on", "into", "outside", "around"});
  std::string_view found;
  const std::vector<Mention>& all = document_.mentions;
  for (auto at = first_mention_from(sentence); at != all.end() && at->sentence == sentence; ++at) {
    const Mention& m = *at;
    if (m.form != MentionForm::kNamed || m.entity == kNone || (m.type != MentionType::kCity && m.type != MentionType::kPlace)) continue;
    // "pacts with [Paris]": it acts rather than that something happens there
    if (is_seat(gazetteer_, m) && (m.first == 0 || !kWhere.contains(document_.tokens.tokens[m.first - 1].hash))) continue;
    const std::string& state = document_.entities[m.entity].state;
    if (state.empty()) continue;
    if (!found.empty() && found != state) return kNone;
    found = state;
  }
  return found.empty() ? kNone : gazetteer_.record_of(found);
}

// "the foreign ministry", "the defence ministry"
bool Anaphora::told_apart(const Mention& a, const Mention& b) const {
  const std::vector<Token>& tokens = document_.tokens.tokens;
  if (a.last - a.first < 2 || b.last - b.first < 2) return false;
  const Token &before_a = tokens[a.last - 2], &before_b = tokens[b.last - 2];
  return !kDefiniteWords.contains(before_a.hash) && !kDefiniteWords.contains(before_b.hash) && before_a.hash != before_b.hash;
}

// The state of the first sentence that speaks of any, if it speaks of one, and of nobody of another.
Index Anaphora::state_of_lead(Index before) const {
  constexpr Index kLead = 24;   // mentions
  Index found = kNone, sentence = kNone;
  std::string_view code;
  for (Index i = 0; i < std::min(before, kLead); ++i) {
    const Mention& m = document_.mentions[i];
    if (sentence != kNone && m.sentence != sentence) break;
    if (m.entity == kNone) continue;
    const Entity& e = document_.entities[m.entity];
    const bool state = e.type == MentionType::kState;
    const std::string_view of = state ? std::string_view(e.id) : e.type == MentionType::kPerson ? std::string_view(e.state) : std::string_view();
    if (of.empty()) continue;
    if (!code.empty() && of != code) return kNone;
    code = of;
    if (!state) continue;
    found = m.entity;
    sentence = m.sentence;
  }
  return found;
}

// "the militants", "the guerrillas": those of the armed group that was named, or the only fighters who were spoken of.
void Anaphora::fighters(Index mention, const History& history) {
  constexpr Index kNear = 4;   // sentences
  const Mention& m = document_.mentions[mention];
  const std::uint64_t noun = head(m);
  if (m.last - m.first > 3 || (mention + 1 < document_.mentions.size() && document_.mentions[mention + 1].first < m.last)) return;
  const auto called = [&](const Mention& other) { return other.type == MentionType::kGroup && other.form == MentionForm::kNominal && other.plural; };
  Index entity = history.find(m.sentence, kNear, false, [&](const Mention& other, const Entity&) {
    return called(other) && head(other) == noun;
  });
  if (entity == kNone) {
    entity = history.find(m.sentence, kNear, true, [&](const Mention& other, const Entity& e) {
      return e.type == MentionType::kArmedGroup && !(same_clause(other, m) && begins_clause(other));
    });
  }
  if (entity == kNone) {
    entity = history.only_one(m.sentence, kNear, [&](const Mention& other, const Entity& e) {
      return called(other) && kFighterWords.contains(head(other)) && e.type == MentionType::kGroup && !same_clause(other, m);
    });
  }
  if (entity != kNone) table_.attach(mention, armed_group_of(entity, mention), Why::kNominalRecency);
}

// "[Boko Haram] gunmen": the armed group within what a group was called; else the group.
Index Anaphora::armed_group_of(Index group, Index before) const {
  constexpr Index kReach = 8;   // sentences: a long text is not read again for every pronoun
  if (document_.entities[group].type != MentionType::kGroup) return group;
  const std::vector<Mention>& all = document_.mentions;
  for (Index i = before; i-- > 0 && all[i].sentence + kReach >= all[before].sentence;) {
    if (all[i].entity != group || all[i].form != MentionForm::kNominal || !kFighterWords.contains(head(all[i]))) continue;
    for (Index k = i + 1; k < all.size() && all[k].first < all[i].last; ++k) {
      if (all[k].type == MentionType::kArmedGroup && all[k].entity != kNone && all[k].last + 1 == all[i].last) return all[k].entity;
    }
  }
  return group;
}

// "[Its] foreign ministry": the record of the state that a body of a state belongs to; kNone if it is not said.
Index Anaphora::owner_state(Index mention) const {
  const Mention& m = document_.mentions[mention];
  if (!kStateBodyWords.contains(head(m))) return kNone;
  // "[the government] in Khartoum"
  static constexpr std::uint64_t kIn = word_hash("in");
  if (definite(m) && mention + 1 < document_.mentions.size() && m.last < document_.tokens.tokens.size() && document_.tokens.tokens[m.last].hash == kIn) {
    const Mention& seat = document_.mentions[mention + 1];
    if (seat.first == m.last + 1 && is_seat(gazetteer_, seat)) {
      const Index actor = gazetteer_.impl().extra(seat.record).actor;
      if (gazetteer_.record(actor).type == MentionType::kState) return actor;
    }
  }
  if (mention == 0) return kNone;
  const Mention& owner = document_.mentions[mention - 1];
  if (owner.entity == kNone || owner.sentence != m.sentence || owner.last > m.first || owner.last + 1 < m.first) return kNone;
  if (!kPossessives.contains(head(owner)) && !document_.tokens.tokens[owner.last].has(kPossessive)) return kNone;
  const Entity& e = document_.entities[owner.entity];
  if (e.type == MentionType::kState) return e.record;
  // "[Sheikh Hasina]'s government": of the state that he leads
  static constexpr auto kLed = word_set({"government", "administration", "regime", "cabinet"});
  const bool leader = owner.form == MentionForm::kNamed && e.type == MentionType::kPerson &&
                      kLed.contains(head(m)) && offices_.leads(owner, e.record);
  return leader && !e.state.empty() ? gazetteer_.record_of(e.state) : kNone;
}

}  // namespace dragoman
