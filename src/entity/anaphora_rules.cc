// Part of dragoman; see LICENSE.
//
// The rules for pronouns in the order in which they are asked; the first that knows whom the pronoun
// means decides.  Nearly all want a certain pronoun and a certain word beside it, so that is looked at
// once, and of the forty rules the few are called that what stands there leaves.

#include "entity/anaphora.h"

#include <iterator>

#include "entity/anaphora_words.h"
#include "mention/gazetteer_data.h"

namespace dragoman {
namespace {

// Of the pronoun, and of the first and the second word in front of it.
enum Around : std::uint32_t {
  kOwns = 1 << 0,           // "its", "his", "whose"
  kOwnsNoun = 1 << 1,       // the same, but not "telephoned [her] on Monday"
  kOwnsNothing = 1 << 2,    // another word than those
  kIts = 1 << 3,
  kIt = 1 << 4,
  kItOrIts = 1 << 5,
  kHe = 1 << 6,             // "he", "she"
  kHeOrIt = 1 << 7,         // "he", "she", "it"
  kSubject = 1 << 8,        // those and "they", "we", "I"
  kSelf = 1 << 9,           // "himself"
  kObject = 1 << 10,        // is_object()
  kOwnDeed = 1 << 11,       // what is said to be done is nothing that one does to others (of_another())
  kOne = 1 << 12,           // no plural
  kSomebody = 1 << 13,      // man or woman
  kSomething = 1 << 14,     // neither
  kAfterComma = 1 << 15,
  kAfterAnd = 1 << 16,
  kAfterTurn = 1 << 17,     // "and", "but", "which": what joins clauses
  kAfterThat = 1 << 18,
  kAfterWhom = 1 << 19,
  kAfterIn = 1 << 20,
  kAfterOf = 1 << 21,       // "of", "for"
  kSecondComma = 1 << 22,
  kSecondAnd = 1 << 23,
  kSecondTo = 1 << 24,
  kSecondWho = 1 << 25,     // "who", "which"
};

}  // namespace

std::uint32_t Anaphora::around(const Mention& m) const {
  static constexpr auto kHeWords = word_set({"he", "she"});
  static constexpr auto kOthers = word_set({"they", "we", "i"});
  static constexpr auto kSelves = word_set({"himself", "herself", "itself", "themselves"});
  static constexpr auto kTurns = word_set({"but", "and", "though", "although", "yet", "which", "whom"});
  static constexpr auto kOfWords = word_set({"of", "for"});
  static constexpr auto kWhoWords = word_set({"who", "which"});
  const std::vector<Token>& tokens = document_.tokens.tokens;
  const std::uint64_t word = head(m);
  const std::uint64_t before = m.first > 0 ? tokens[m.first - 1].hash : 0, second = m.first > 1 ? tokens[m.first - 2].hash : 0;
  std::uint32_t found = 0;
  const auto note = [&found](Around what, bool there) { found |= std::uint32_t{there} * what; };
  const bool owns = kPossessives.contains(word), he = kHeWords.contains(word), it = word == word_hash("it"), its = word == word_hash("its");
  const bool somebody = m.gender == 'm' || m.gender == 'f', object = is_object(m);
  note(kOwns, owns);
  note(kOwnsNoun, owns && !object);
  note(kOwnsNothing, !owns);
  note(kIts, its);
  note(kIt, it);
  note(kItOrIts, it || its);
  note(kHe, he);
  note(kHeOrIt, he || it);
  note(kSubject, he || it || kOthers.contains(word));
  note(kSelf, kSelves.contains(word));
  note(kObject, object);
  note(kOwnDeed, object || !of_another(m));
  note(kOne, !m.plural);
  note(kSomebody, somebody);
  note(kSomething, !somebody);
  note(kAfterComma, before == word_hash(","));
  note(kAfterAnd, before == word_hash("and"));
  note(kAfterTurn, kTurns.contains(before));
  note(kAfterThat, before == word_hash("that"));
  note(kAfterWhom, before == word_hash("whom"));
  note(kAfterIn, before == word_hash("in"));
  note(kAfterOf, kOfWords.contains(before));
  note(kSecondComma, second == word_hash(","));
  note(kSecondAnd, second == word_hash("and"));
  note(kSecondTo, second == word_hash("to"));
  note(kSecondWho, kWhoWords.contains(second));
  return found;
}

void Anaphora::pronoun(Index mention, const History& history) {
  struct Rule {
    std::uint32_t needs;
    Index (Anaphora::*means)(Index mention) const;
  };
  // Whom it means.
  static constexpr Rule kMeans[] = {
      {kIts | kOwnDeed, &Anaphora::of_verb_beside},
      {kOwnsNoun, &Anaphora::told_to_do},
      {kOwnsNoun, &Anaphora::helped_to_do},
      {kObject, &Anaphora::hearer_done_to},
      {kOwns | kOne | kSecondTo, &Anaphora::turns_down},
      {kHeOrIt | kAfterWhom, &Anaphora::accuses_whom},
      {kObject | kSomebody | kOne, &Anaphora::fronted_object},
      {kOwns | kOne | kAfterIn, &Anaphora::of_whose_effort},
      {kOwnsNoun | kAfterAnd | kOwnDeed, &Anaphora::joined_with_own},
      {kObject | kSecondAnd, &Anaphora::object_of_both},
      {kObject | kOne | kSecondWho, &Anaphora::meets_whom},
      {kHe | kAfterThat, &Anaphora::tells_of_himself},
      {kObject, &Anaphora::done_by_his},
      {kObject | kSomebody | kSecondAnd, &Anaphora::of_counterpart},
      {kOwnsNothing | kSecondTo, &Anaphora::asked_for_himself},
      {kOwnsNoun | kSomebody | kOne | kOwnDeed, &Anaphora::of_new_subject},
      {kOwnsNoun | kSomebody | kOne | kOwnDeed, &Anaphora::of_relative},
      {kHe, &Anaphora::spoken_for},
      {kOwnsNothing | kOne, &Anaphora::warned_of},
      {kOwnsNothing | kOne, &Anaphora::tells_of_his_plan},
      {kHe, &Anaphora::says_of_himself},
      {kOne | kSecondComma, &Anaphora::charged_in_turn},
      {kSomething | kAfterComma, &Anaphora::says_at_end},
      {kIts, &Anaphora::closes_own},
      {kOwnsNothing | kOne | kAfterThat, &Anaphora::said_besides},
      {kIts, &Anaphora::of_unnamed_body},
      {kIts | kOwnDeed, &Anaphora::of_unknown_doer},
      {kOwns | kOne, &Anaphora::sends_own},
      {kOwns | kSomebody | kOne, &Anaphora::tells_of_own},
      {kItOrIts | kAfterTurn, &Anaphora::goes_on},
  };
  // Whom it cannot mean.
  static constexpr Rule kNever[] = {
      {kHe, &Anaphora::voice_before},
      {kSubject, &Anaphora::in_front_of_it},
      {kOwnsNothing | kOne, &Anaphora::fronted_other},
      {kOwnsNothing, &Anaphora::named_behind},
      {kOwns, &Anaphora::done_in_return},
  };
  const Mention& m = document_.mentions[mention];
  const std::uint32_t there = around(m);
  const auto has = [there](std::uint32_t needs) { return (there & needs) == needs; };
  const auto attach = [&](Index entity) { table_.attach(mention, acting(entity), Why::kPronounRecency); };
  if (has(kIts)) {
    if (const Index whose = has(kAfterComma) ? whose_speaker(mention) : kNone; whose != kNone) return attach(whose);
    if (const Index doer = of_the_doer(mention); doer != kNone) return attach(doer);
  }
  if (has(kSelf)) {
    const Index self = opens_clause_of(mention);
    if (self != kNone) table_.attach(mention, self, Why::kPronounRecency);
    return;
  }
  if (has(kIt) && is_paper(m)) return;
  // "She thanked him": an object is not the subject of its own clause (principle B).
  Index subject = kNone;
  if (has(kObject) || !has(kOwnDeed)) subject = own_subject(mention);
  else if (has(kOwnsNothing)) subject = led_by_relative(mention);
  // "Bainimarama expelled [its] envoy": not of his own state
  if (subject != kNone && m.gender == 'n' && document_.entities[subject].type == MentionType::kPerson && has_envoy(m)) {
    const Index state = gazetteer_.record_of(document_.entities[subject].state);
    if (state != kNone && table_.known(state) != kNone) subject = table_.known(state);
  }
  if (has(kOwns)) {
    if (const Index blamed = has(kAfterOf) ? blamed_for(mention) : kNone; blamed != kNone) subject = blamed;
    if (const Index host = host_of_mission(mention); host != kNone) subject = host;
    if (const Index called = has(kAfterComma) ? called_beside(mention) : kNone; called != kNone) {
      if (const Index about = m.plural ? kNone : topic_before(mention, called); about != kNone) return attach(about);
      subject = called;
    }
    if (const Index coming = of_coming(mention); coming != kNone) return table_.attach(mention, coming, Why::kPronounRecency);
  }
  for (const Rule& rule : kMeans) {
    if (!has(rule.needs)) continue;
    const Index meant = (this->*rule.means)(mention);
    if (meant == kNobody) return;
    if (meant != kNone) return attach(meant);
  }
  for (const Rule* rule = kNever; subject == kNone && rule != std::end(kNever); ++rule) {
    if (has(rule->needs)) subject = (this->*rule->means)(mention);
  }
  if (subject == kNone && has(kSomebody | kOne)) {
    if (const Index one = only_one_here(mention); one != kNone) return attach(one);
  }
  Index entity = m.plural ? plural_pronoun(m, history, subject)
                          : PronounCandidates(gazetteer_, document_, marks_, mention, subject).best();
  if (entity == kNone) entity = named_later(mention);
  if (entity == kNone) return;
  entity = acting(entity);
  table_.attach(mention, m.plural ? armed_group_of(entity, mention) : entity, Why::kPronounRecency);
}

}  // namespace dragoman
