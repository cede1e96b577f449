// Part of dragoman; see LICENSE.
//
// Words that more than one kind of description asks for: the head noun says which kind it is.

#ifndef DRAGOMAN_ENTITY_ANAPHORA_WORDS_H_
#define DRAGOMAN_ENTITY_ANAPHORA_WORDS_H_

#include "dragoman/document.h"
#include "token/word_set.h"

namespace dragoman {

// Pairs of whatever kind, and of states only.
inline constexpr auto kSidePairWords = word_set({"sides", "allies", "rivals", "camps", "foes", "enemies", "adversaries", "belligerents",
                                        "antagonists", "combatants", "parties", "factions", "opponents", "teams", "two", "both",
                                        "side", "camp", "party", "faction"});
inline constexpr auto kCountryPairWords = word_set({"countries", "nations", "states", "neighbours", "neighbors", "governments", "powers", "capitals",
                                        "republics", "kingdoms", "superpowers", "giants", "armies", "militaries", "navies", "delegations",
                                        "peoples", "monarchies", "emirates", "democracies", "economies"});
inline constexpr auto kPersonPairWords = word_set({"leaders", "presidents", "ministers", "men", "pair",
                                        "diplomats", "officials", "women", "generals", "politicians",
                                        "envoys", "statesmen", "warlords", "brothers", "commanders", "premiers",
                                        "monarchs", "candidates", "ambassadors", "chancellors", "kings", "negotiators", "duo", "leader", "president", "minister", "man"});
inline constexpr auto kClauseOpeners = word_set(
      {"that", "and", "but", "or", "as", "when", "while", "after", "before", "because", "since", "if", "until",
       "whether", "how", "where", "why", "although", "though", "said", "says", "so", "once", "unless"});
// What those who fight for an armed group are called.
inline constexpr auto kFighterWords = word_set({"rebels", "insurgents", "guerrillas", "guerillas", "militants", "fighters", "gunmen", "jihadists",
                                        "jihadis", "islamists", "extremists", "separatists", "terrorists", "militiamen", "paramilitaries",
                                        "combatants", "attackers", "assailants", "kidnappers", "abductors", "raiders", "mutineers"});
// "the", "that": what stands before somebody spoken of.
inline constexpr auto kDefiniteWords = word_set({"the", "that", "those", "these", "this"});
inline constexpr auto kPossessives = word_set({"its", "his", "her", "their", "whose"});
// "telephoned [her] on Monday", not "[her] envoy": what may stand behind an object.
inline bool object_her(const Document& document, const Mention& m) {
  static constexpr std::uint64_t kHer = word_hash("her");
  static constexpr auto kBehind = word_set({"to", "on", "in", "at", "of", "for", "with", "from", "by", "as", "and", "but", "or", "that",
                                           "after", "before", "when", "while", "during", "over", "about", "into", "out", "off", "up",
                                           "back", "down", "because", "since", "until", "if", "whether", "last", "this", "earlier", "later",
                                           "again", "yesterday", "today", "monday", "tuesday", "wednesday", "thursday", "friday",
                                           "saturday", "sunday", "the", "a", "an", "his", "who", "where", "not", "under", "against",
                                           "near"});
  const std::vector<Token>& tokens = document.tokens.tokens;
  if (tokens[m.first].hash != kHer || m.first == 0 || m.last != m.first + 1) return false;
  return m.last >= tokens.size() || !tokens[m.last].word() || kBehind.contains(tokens[m.last].hash);
}
// "Kenya, [which] borders Somalia, said it": the comma in front of the relative clause that a mention
// stands in; kNone: none within the length of such a clause.
inline Index comma_of_relative(const Document& document, const Mention& m) {
  static constexpr auto kWho = word_set({"which", "who", "whose"});
  constexpr Index kLongest = 16;  // tokens
  const std::vector<Token>& tokens = document.tokens.tokens;
  const Index first = document.sentences()[m.sentence].first;
  for (Index t = m.first; t > first + 1 && t + kLongest > m.first; --t) {
    if (tokens[t - 1].hash == word_hash(",")) return kWho.contains(tokens[t].hash) ? t - 1 : kNone;
  }
  return kNone;
}
inline constexpr auto kPairCues = word_set({"two", "both", "pair"});
inline bool is_state_like(const Mention& m) {
  return m.type == MentionType::kState && m.form != MentionForm::kPronominal;
}

}  // namespace dragoman

#endif  // DRAGOMAN_ENTITY_ANAPHORA_WORDS_H_
