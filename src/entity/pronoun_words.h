// Part of dragoman; see LICENSE.
//
// Classes of words by which pronouns are told apart: what is done to others and what is one's own, who speaks for whom.

#ifndef DRAGOMAN_ENTITY_PRONOUN_WORDS_H_
#define DRAGOMAN_ENTITY_PRONOUN_WORDS_H_

#include "token/word_set.h"

namespace dragoman {

// What is done to others: "[killed] its troops", "vowed to [invade] its land".
inline const HashSet& hurting_verbs() {
  static const HashSet kSet = word_set({"violated", "violating", "attacked", "attacking", "stormed", "storming", "raided", "raiding",
                                        "invaded", "invading", "bombed", "bombing", "shelled", "shelling", "breached", "breaching",
                                        "harassed", "harassing", "killed", "killing", "arrested", "arresting", "detained", "detaining",
                                        "abducted", "abducting", "kidnapped", "kidnapping", "seized", "seizing", "captured", "capturing",
                                        "targeted", "targeting", "jailed", "jailing", "wounded", "wounding", "rammed", "ramming", "sank",
                                        "sinking", "downed", "downing", "boarded", "boarding", "harboured", "harbouring", "sheltered",
                                        "sheltering", "arming", "backing", "shot", "shooting", "intercepted", "intercepting", "murdered",
                                        "murdering", "executed", "executing", "beheaded", "tortured", "torturing", "ambushed", "occupied",
                                        "occupying", "attack", "invade", "bomb", "shell", "blockade", "blockaded", "storm", "seize", "kill",
                                        "arrest", "capture", "occupy"});
  return kSet;
}
// Whom and what it is done to.
inline const HashSet& hurt_nouns() {
  static const HashSet kSet = word_set({"embassy", "consulate", "airspace", "territory", "border", "sovereignty", "waters", "troops",
                                        "soldiers", "forces", "positions", "bases", "ships", "citizens", "nationals", "fishermen",
                                        "diplomats", "people", "civilians", "vessels", "boats", "planes", "aircraft", "tankers", "jets",
                                        "officials", "workers", "students", "envoys", "enemies", "opponents", "rebels", "coast", "soil",
                                        "land", "leaders", "followers", "fighters", "members", "commanders", "peacekeepers", "guards",
                                        "pilots", "supporters", "generals", "ministers", "territorial", "tanker", "ship", "vessel",
                                        "trawler", "helicopters", "helicopter", "captives", "hostages", "convoy", "convoys", "country",
                                        "ports", "cities", "capital"});
  return kSet;
}
// What is done with what others propose: "[opposed] its plan".
inline const HashSet& answering_verbs() {
  static const HashSet kSet = word_set({"accepted", "accept", "accepts", "rejected", "reject", "rejects", "refused", "declined", "welcomed",
                                        "opposed", "opposes", "opposing", "backed", "supported", "endorsed", "vetoed", "blocked",
                                        "dismissed", "approved", "hailed", "praised", "spurned", "rebuffed", "ignored", "rejecting",
                                        "accepting", "disputed"});
  return kSet;
}
// What others propose.
inline const HashSet& proposal_nouns() {
  static const HashSet kSet = word_set({"resignation", "offer", "offers", "invitation", "proposal", "proposals", "request", "requests",
                                        "apology", "nomination", "credentials", "plan", "plans", "demand", "demands", "claim", "claims",
                                        "bid", "appeal", "appeals", "candidacy", "initiative", "ultimatum", "application", "terms",
                                        "conditions", "call", "calls", "overtures", "suggestion", "suggestions", "membership", "peace"});
  return kSet;
}
// What is said of others: "[accused] its government", "[condemned] its raid".
inline const HashSet& blaming_verbs() {
  static const HashSet kSet = word_set({"accused", "accuses", "accusing", "blamed", "blames", "blaming", "condemned", "condemns",
                                        "condemning", "denounced", "denounces", "denouncing", "criticised", "criticized", "criticises",
                                        "criticizes", "criticising", "criticizing", "deplored", "deplores", "slammed", "blasted", "decried",
                                        "assailed", "protested", "threatened", "threatens"});
  return kSet;
}
// Those who are blamed for what a state does.
inline const HashSet& ruling_nouns() {
  static const HashSet kSet = word_set({"government", "country", "regime", "administration", "military", "army", "troops", "soldiers",
                                        "forces", "nation", "rulers"});
  return kSet;
}
// What is blamed.
inline const HashSet& blamed_nouns() {
  static const HashSet kSet = word_set({"invasion", "attack", "attacks", "raid", "raids", "decision", "decisions", "action", "actions",
                                        "policy", "policies", "arrest", "detention", "killing", "murder", "execution", "expulsion",
                                        "handling", "crackdown", "record", "refusal", "failure", "threat", "threats", "test", "tests",
                                        "launch", "annexation", "occupation", "bombing", "shelling", "conduct", "behaviour", "behavior",
                                        "role", "remarks", "comments", "treatment", "abuses", "violations", "blockade", "strikes",
                                        "incursion", "interference", "aggression", "removal", "overthrow", "ouster", "support", "use",
                                        "sentence", "conviction", "trial", "jailing", "imprisonment", "deportation"});
  return kSet;
}
// What is demanded of others: "demanded his [release]".
inline const HashSet& wanted_nouns() {
  static const HashSet kSet = word_set({"release", "resignation", "arrest", "extradition", "removal", "expulsion", "surrender", "departure",
                                        "ouster", "overthrow", "dismissal", "impeachment", "acquittal", "immediate", "unconditional",
                                        "freedom"});
  return kSet;
}
// "[banned] its leaders", "[froze] its assets"
inline const HashSet& punishing_verbs() {
  static const HashSet kSet = word_set({"banned", "bans", "banning", "barred", "barring", "blacklisted", "sanctioned", "froze", "freezing",
                                        "freezes", "recognised", "recognized"});
  return kSet;
}
// Who and what is banned or frozen.
inline const HashSet& punished_nouns() {
  static const HashSet kSet = word_set({"leader", "leaders", "officials", "generals", "ministers", "president", "banks", "bank", "ships",
                                        "aircraft", "airlines", "airline", "planes", "citizens", "nationals", "exports", "imports", "oil",
                                        "products", "assets", "goods", "government", "independence", "central", "foreign", "top", "senior",
                                        "diplomats", "envoys", "state"});
  return kSet;
}
// Who does to somebody what they do of their own: "[his] opponents accused him".
inline const HashSet& on_their_own_words() {
  static const HashSet kSet = word_set({"opponents", "critics", "opponent", "critic", "neighbours", "neighbour", "neighbors", "neighbor", "enemies", "rivals", "rival", "foes",
                                        "wife", "wives", "husband", "husbands", "family", "families", "lawyer", "lawyers", "captors", "kidnappers", "relatives",
                                        "parents", "brother", "son", "daughter", "mother", "father", "sister", "doctors", "colleagues", "creditors", "accusers",
                                        "detractors", "adversaries", "jailers", "guards", "executioners"});
  return kSet;
}
// Who somebody is to somebody else: "[its] ally", "[his] deputy".
inline const HashSet& relational_words() {
  static const HashSet kSet = word_set({"ally", "allies", "neighbour", "neighbor", "neighbours", "neighbors", "partner", "partners", "rival", "rivals", "friend", "friends",
                                        "patron", "backer", "sponsor", "protector", "foe", "foes", "enemy", "enemies", "adversary", "supporter", "supporters", "creditor", "donor",
                                        "supplier", "customer", "opponent", "opponents", "critic", "critics", "successor", "predecessor", "deputy", "counterpart",
                                        "counterparts", "brother", "son", "wife", "husband", "daughter", "father", "mother", "sister", "widow", "aide", "aides",
                                        "adviser", "advisers", "lawyer", "spokesman", "spokeswoman", "lieutenant", "mentor", "boss", "host", "guest", "protege",
                                        "overlord", "benefactor", "buyer", "market", "nemesis", "antagonist", "challenger", "colleague", "colleagues"});
  return kSet;
}
// Who speaks for somebody close: "his [lawyer] said he had been beaten".
inline const HashSet& speaking_for() {
  static const HashSet kSet = word_set({"lawyer", "lawyers", "attorney", "attorneys", "spokesman", "spokeswoman", "spokesperson", "wife",
                                        "husband", "brother", "sister", "son", "daughter", "father", "mother", "family", "widow", "aide",
                                        "aides", "doctor", "doctors", "physician", "relatives", "parents", "cousin", "nephew", "office",
                                        "supporters", "colleagues", "friend", "friends", "adviser"});
  return kSet;
}
// What one does with one's own: "[sent] his army".
inline const HashSet& sending_verbs() {
  static const HashSet kSet = word_set({"put", "sent", "recalled", "withdrew", "ordered", "mobilised", "mobilized", "deployed", "moved",
                                        "dispatched", "pulled", "placed", "massed", "sends", "ordering", "sending", "rallied", "told"});
  return kSet;
}

}  // namespace dragoman

#endif  // DRAGOMAN_ENTITY_PRONOUN_WORDS_H_
