// Part of dragoman; see LICENSE.
//
// Classes of words by which pronouns are told apart: what is done to others and what is one's own, who speaks for whom.

#ifndef DRAGOMAN_ENTITY_PRONOUN_WORDS_H_
#define DRAGOMAN_ENTITY_PRONOUN_WORDS_H_

#include "token/word_set.h"

namespace dragoman {

// What is done to others: "[killed] its troops", "vowed to [invade] its land".
inline constexpr auto kHurtingVerbs = word_set({"violated", "violating", "attacked", "attacking", "stormed", "storming", "raided", "raiding",
                                        "invaded", "invading", "bombed", "bombing", "shelled", "shelling", "breached", "breaching",
                                        "harassed", "harassing", "killed", "killing", "arrested", "arresting", "detained", "detaining",
                                        "abducted", "abducting", "kidnapped", "kidnapping", "seized", "seizing", "captured", "capturing",
                                        "targeted", "targeting", "jailed", "jailing", "wounded", "wounding", "rammed", "ramming", "sank",
                                        "sinking", "downed", "downing", "boarded", "boarding", "harboured", "harbouring", "sheltered",
                                        "sheltering", "arming", "backing", "shot", "shooting", "intercepted", "intercepting", "murdered",
                                        "murdering", "executed", "executing", "beheaded", "tortured", "torturing", "ambushed", "occupied",
                                        "occupying", "attack", "invade", "bomb", "shell", "blockade", "blockaded", "storm", "seize", "kill",
                                        "arrest", "capture", "occupy"});
// Whom and what it is done to.
inline constexpr auto kHurtNouns = word_set({"embassy", "consulate", "airspace", "territory", "border", "sovereignty", "waters", "troops",
                                        "soldiers", "forces", "positions", "bases", "ships", "citizens", "nationals", "fishermen",
                                        "diplomats", "people", "civilians", "vessels", "boats", "planes", "aircraft", "tankers", "jets",
                                        "officials", "workers", "students", "envoys", "enemies", "opponents", "rebels", "coast", "soil",
                                        "land", "leaders", "followers", "fighters", "members", "commanders", "peacekeepers", "guards",
                                        "pilots", "supporters", "generals", "ministers", "territorial", "tanker", "ship", "vessel",
                                        "trawler", "helicopters", "helicopter", "captives", "hostages", "convoy", "convoys", "country",
                                        "ports", "cities", "capital"});
// What is done with what others propose: "[opposed] its plan".
inline constexpr auto kAnsweringVerbs = word_set({"accepted", "accept", "accepts", "rejected", "reject", "rejects", "refused", "declined", "welcomed",
                                        "opposed", "opposes", "opposing", "backed", "supported", "endorsed", "vetoed", "blocked",
                                        "dismissed", "approved", "hailed", "praised", "spurned", "rebuffed", "ignored", "rejecting",
                                        "accepting", "disputed"});
// What others propose.
inline constexpr auto kProposalNouns = word_set({"resignation", "offer", "offers", "invitation", "proposal", "proposals", "request", "requests",
                                        "apology", "nomination", "credentials", "plan", "plans", "demand", "demands", "claim", "claims",
                                        "bid", "appeal", "appeals", "candidacy", "initiative", "ultimatum", "application", "terms",
                                        "conditions", "call", "calls", "overtures", "suggestion", "suggestions", "membership", "peace"});
// What is said of others: "[accused] its government", "[condemned] its raid".
inline constexpr auto kBlamingVerbs = word_set({"accused", "accuses", "accusing", "blamed", "blames", "blaming", "condemned", "condemns",
                                        "condemning", "denounced", "denounces", "denouncing", "criticised", "criticized", "criticises",
                                        "criticizes", "criticising", "criticizing", "deplored", "deplores", "slammed", "blasted", "decried",
                                        "assailed", "protested", "threatened", "threatens"});
// Those who are blamed for what a state does.
inline constexpr auto kRulingNouns = word_set({"government", "country", "regime", "administration", "military", "army", "troops", "soldiers",
                                        "forces", "nation", "rulers"});
// What is blamed.
inline constexpr auto kBlamedNouns = word_set({"invasion", "attack", "attacks", "raid", "raids", "decision", "decisions", "action", "actions",
                                        "policy", "policies", "arrest", "detention", "killing", "murder", "execution", "expulsion",
                                        "handling", "crackdown", "record", "refusal", "failure", "threat", "threats", "test", "tests",
                                        "launch", "annexation", "occupation", "bombing", "shelling", "conduct", "behaviour", "behavior",
                                        "role", "remarks", "comments", "treatment", "abuses", "violations", "blockade", "strikes",
                                        "incursion", "interference", "aggression", "removal", "overthrow", "ouster", "support", "use",
                                        "sentence", "conviction", "trial", "jailing", "imprisonment", "deportation"});
// What is demanded of others: "demanded his [release]".
inline constexpr auto kWantedNouns = word_set({"release", "resignation", "arrest", "extradition", "removal", "expulsion", "surrender", "departure",
                                        "ouster", "overthrow", "dismissal", "impeachment", "acquittal", "immediate", "unconditional",
                                        "freedom"});
// "[banned] its leaders", "[froze] its assets"
inline constexpr auto kPunishingVerbs = word_set({"banned", "bans", "banning", "barred", "barring", "blacklisted", "sanctioned", "froze", "freezing",
                                        "freezes", "recognised", "recognized"});
// Who and what is banned or frozen.
inline constexpr auto kPunishedNouns = word_set({"leader", "leaders", "officials", "generals", "ministers", "president", "banks", "bank", "ships",
                                        "aircraft", "airlines", "airline", "planes", "citizens", "nationals", "exports", "imports", "oil",
                                        "products", "assets", "goods", "government", "independence", "central", "foreign", "top", "senior",
                                        "diplomats", "envoys", "state"});
// Who does to somebody what they do of their own: "[his] opponents accused him".
inline constexpr auto kOnTheirOwnWords = word_set({"opponents", "critics", "opponent", "critic", "neighbours", "neighbour", "neighbors", "neighbor", "enemies", "rivals", "rival", "foes",
                                        "wife", "wives", "husband", "husbands", "family", "families", "lawyer", "lawyers", "captors", "kidnappers", "relatives",
                                        "parents", "brother", "son", "daughter", "mother", "father", "sister", "doctors", "colleagues", "creditors", "accusers",
                                        "detractors", "adversaries", "jailers", "guards", "executioners"});
// Who somebody is to somebody else: "[its] ally", "[his] deputy".
inline constexpr auto kRelationalWords = word_set({"ally", "allies", "neighbour", "neighbor", "neighbours", "neighbors", "partner", "partners", "rival", "rivals", "friend", "friends",
                                        "patron", "backer", "sponsor", "protector", "foe", "foes", "enemy", "enemies", "adversary", "supporter", "supporters", "creditor", "donor",
                                        "supplier", "customer", "opponent", "opponents", "critic", "critics", "successor", "predecessor", "deputy", "counterpart",
                                        "counterparts", "brother", "son", "wife", "husband", "daughter", "father", "mother", "sister", "widow", "aide", "aides",
                                        "adviser", "advisers", "lawyer", "spokesman", "spokeswoman", "lieutenant", "mentor", "boss", "host", "guest", "protege",
                                        "overlord", "benefactor", "buyer", "market", "nemesis", "antagonist", "challenger", "colleague", "colleagues"});
// Who speaks for somebody close: "his [lawyer] said he had been beaten".
inline constexpr auto kSpeakingFor = word_set({"lawyer", "lawyers", "attorney", "attorneys", "spokesman", "spokeswoman", "spokesperson", "wife",
                                        "husband", "brother", "sister", "son", "daughter", "father", "mother", "family", "widow", "aide",
                                        "aides", "doctor", "doctors", "physician", "relatives", "parents", "cousin", "nephew", "office",
                                        "supporters", "colleagues", "friend", "friends", "adviser"});
// What one does with one's own: "[sent] his army".
inline constexpr auto kSendingVerbs = word_set({"put", "sent", "recalled", "withdrew", "ordered", "mobilised", "mobilized", "deployed", "moved",
                                        "dispatched", "pulled", "placed", "massed", "sends", "ordering", "sending", "rallied", "told"});

}  // namespace dragoman

#endif  // DRAGOMAN_ENTITY_PRONOUN_WORDS_H_
