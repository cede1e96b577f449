// Part of dragoman; see LICENSE.
//
// Each kind of description is a filter over the history; the word lists below say which
// kind a head noun asks for.  A description without anything that fits stays unlinked:
// a wrong actor is worse than none.

#include "entity/anaphora.h"

#include <algorithm>
#include <array>

#include "entity/pronoun.h"
#include "entity/state_kind.h"
#include "mention/gazetteer_data.h"
#include "token/word_set.h"

namespace dragoman {
namespace {

const HashSet& state_words() {
  static const HashSet kSet = word_set({"country", "nation", "state", "kingdom", "republic",
                                        "government", "regime", "neighbour", "neighbor", "island", "emirate",
                                        "sultanate", "monarchy", "federation", "archipelago", "principality", "giant", "power", "heavyweight"});
  return kSet;
}
// Pairs of whatever kind, and of states only.
const HashSet& side_pair_words() {
  static const HashSet kSet = word_set({"sides", "allies", "rivals", "camps", "foes", "enemies", "adversaries", "belligerents",
                                        "antagonists", "combatants", "parties", "factions", "opponents", "teams", "two", "both"});
  return kSet;
}
const HashSet& country_pair_words() {
  static const HashSet kSet = word_set({"countries", "nations", "states", "neighbours", "neighbors", "governments", "powers", "capitals",
                                        "republics", "kingdoms", "superpowers", "giants"});
  return kSet;
}
const HashSet& person_pair_words() {
  static const HashSet kSet = word_set({"leaders", "presidents", "ministers", "men", "pair",
                                        "diplomats", "officials", "women", "duo", "generals", "politicians",
                                        "envoys", "statesmen", "warlords", "brothers", "commanders", "premiers",
                                        "monarchs", "candidates"});
  return kSet;
}
const HashSet& leader_words() {
  static const HashSet kSet = word_set({"leaders", "presidents"});
  return kSet;
}
// Who leads, and who does not; of others ("the general", "the winner") either may be.
const HashSet& head_words() {
  static const HashSet kSet = word_set({"president", "leader", "ruler", "premier", "strongman", "dictator", "king", "queen",
                                        "monarch", "emir", "sultan", "chancellor", "emperor", "tsar", "shah", "autocrat", "despot"});
  return kSet;
}
const HashSet& follower_words() {
  static const HashSet kSet = word_set({"minister", "envoy", "ambassador", "mediator", "negotiator", "diplomat", "governor",
                                        "mayor", "judge", "senator", "prosecutor", "lawmaker", "deputy", "cleric", "bishop",
                                        "lawyer", "attorney", "activist", "journalist"});
  return kSet;
}
// Of whom there are many: nobody who was named.
const HashSet& nobody_words() {
  static const HashSet kSet = word_set({"official", "spokesman", "spokeswoman", "spokesperson", "source", "analyst", "expert",
                                        "officer", "aide", "soldier", "guard", "policeman", "reporter", "witness", "resident",
                                        "man", "woman", "child", "boy", "girl", "driver", "doctor", "nurse", "victim", "worker",
                                        "father", "mother", "brother", "sister", "son", "daughter", "wife", "husband", "widow", "uncle",
                                        "cousin", "nephew", "niece", "grandson", "grandfather"});
  return kSet;
}
// Those who speak for a state elsewhere: no minister, and no ruler.
const HashSet& envoy_words() {
  static const HashSet kSet = word_set({"ambassador", "envoy", "d'affaires", "chargé", "consul", "attaché", "attache", "emissary", "diplomat"});
  return kSet;
}
// Professions of whom the news of states tells little.
const HashSet& quiet_words() {
  static const HashSet kSet = word_set({"nurse", "teacher", "doctor", "professor", "economist", "singer", "actor", "actress", "writer",
                                        "author", "novelist", "poet", "director", "painter", "musician", "composer", "player",
                                        "coach", "footballer", "chef", "driver", "historian", "architect", "analyst", "expert",
                                        "researcher", "lecturer", "editor", "manager", "student", "artist", "dancer", "trainer"});
  return kSet;
}
const HashSet& business_words() {
  static const HashSet kSet = word_set({"company", "firm", "manufacturer", "carmaker", "airline", "conglomerate", "university",
                                        "institute", "newspaper", "broadcaster", "bank"});
  return kSet;
}
const HashSet& state_body_words() {
  static const HashSet kSet = word_set({"army", "military", "navy", "junta", "parliament", "senate", "cabinet", "congress",
                                        "legislature", "administration", "leadership", "assembly", "ministry", "government"});
  return kSet;
}
const HashSet& clause_openers() {
  static const HashSet kSet = word_set(
      {"that", "and", "but", "or", "as", "when", "while", "after", "before", "because", "since", "if", "until",
       "whether", "how", "where", "why", "although", "though", "said", "says", "so", "once", "unless"});
  return kSet;
}
// What bodies of a kind are called: "the lender", "the tribunal".
struct BodyWords {
  HashSet words;
  std::vector<MentionType> types;   // that may be called so whatever their name
};
const std::array<BodyWords, 5>& body_words() {
  using T = MentionType;
  static const std::array<BodyWords, 5> kAll = {{
      {word_set({"alliance", "bloc", "union", "club", "grouping", "association", "commonwealth", "body", "lender", "watchdog"}),
       {T::kInternationalOrg}},
      {word_set({"agency", "organisation", "organization", "institute", "fund"}),
       {T::kInternationalOrg, T::kCompany, T::kMedia}},
      {word_set({"company", "firm", "group", "conglomerate", "manufacturer", "carmaker", "airline", "giant", "retailer",
                 "consortium", "operator", "shipbuilder", "supplier", "insurer", "contractor"}),
       {T::kCompany}},
      {word_set({"newspaper", "broadcaster", "channel", "station", "magazine", "network", "daily", "weekly"}), {T::kMedia}},
      // only by a name that has the word
      {word_set({"ministry", "council", "court", "party", "movement", "militia", "commission", "committee", "parliament", "bank",
                 "tribunal", "senate", "congress", "assembly", "authority", "bureau", "institute", "university",
                 "federation", "league", "coalition", "front", "foundation", "society"}),
       {}},
  }};
  return kAll;
}
const BodyWords* body_words(std::uint64_t noun) {
  for (const BodyWords& kind : body_words()) {
    if (kind.words.contains(noun)) return &kind;
  }
  return nullptr;
}
// What an armed group is called: "the movement", "the Palestinian group".
const HashSet& armed_words() {
  static const HashSet kSet = word_set({"group", "movement", "militia", "organisation", "organization", "faction"});
  return kSet;
}
// What those who fight for an armed group are called.
const HashSet& fighter_words() {
  static const HashSet kSet = word_set({"rebels", "insurgents", "guerrillas", "guerillas", "militants", "fighters", "gunmen", "jihadists",
                                        "jihadis", "islamists", "extremists", "separatists", "terrorists", "militiamen", "paramilitaries",
                                        "combatants", "attackers", "assailants", "kidnappers", "abductors", "raiders", "mutineers"});
  return kSet;
}
const HashSet& troop_words() {
  static const HashSet kSet = word_set({"troops", "soldiers", "forces", "commandos", "paratroopers", "marines"});
  return kSet;
}
const HashSet& spot_words() {
  static const HashSet kSet = word_set({"city", "town", "port", "village", "region", "province", "peninsula", "enclave", "territory"});
  return kSet;
}
bool is_spot(MentionType type, std::uint64_t noun) {
  static const HashSet kTowns = word_set({"city", "town", "port", "village"});
  return kTowns.contains(noun) ? type == MentionType::kCity : type == MentionType::kPlace;
}
const HashSet& articles() {
  static const HashSet kSet = word_set({"the", "that", "those", "these", "this"});
  return kSet;
}
const HashSet& object_pronouns() {
  static const HashSet kSet = word_set({"him", "them"});
  return kSet;
}
const HashSet& possessives() {
  static const HashSet kSet = word_set({"its", "his", "her", "their", "whose"});
  return kSet;
}
const HashSet& copulas() {
  static const HashSet kSet = word_set({"is", "was", "became", "becomes", "remains", "remained"});
  return kSet;
}
const HashSet& pair_cues() {
  static const HashSet kSet = word_set({"two", "both", "pair"});
  return kSet;
}
// "the three countries", "all four", "the trio": how many, from three on; else 0.
std::size_t more_than_two(std::uint64_t word) {
  struct Count {
    std::uint64_t word;
    std::size_t of;
  };
  static const std::array<Count, 8> kCounts = {{{fold_hash("three"), 3}, {fold_hash("trio"), 3}, {fold_hash("threesome"), 3},
                                                {fold_hash("four"), 4}, {fold_hash("quartet"), 4}, {fold_hash("foursome"), 4},
                                                {fold_hash("five"), 5}, {fold_hash("six"), 6}}};
  const auto at = std::find_if(kCounts.begin(), kCounts.end(), [word](const Count& c) { return c.word == word; });
  return at == kCounts.end() ? 0 : at->of;
}

bool is_state_like(const Mention& m) {
  return m.type == MentionType::kState && m.form != MentionForm::kPronominal;
}

}  // namespace

std::uint64_t Anaphora::head(const Mention& m) const {
  return document_.tokens.tokens[m.last - 1].hash;
}

bool Anaphora::definite(const Mention& m) const {
  const std::vector<Token>& tokens = document_.tokens.tokens;
  return articles().contains(tokens[m.first].hash) ||
         (m.first > 0 && articles().contains(tokens[m.first - 1].hash));
}

void Anaphora::resolve(Index mention, const History& history) {
  const Mention& m = document_.mentions[mention];
  if (m.form == MentionForm::kPronominal) return pronoun(mention, history);
  const std::uint64_t noun = head(m);
  const std::vector<Token>& tokens = document_.tokens.tokens;
  const HashSet& cues = pair_cues();
  bool two = false;
  std::size_t many = 0;
  for (Index i = m.first > 0 ? m.first - 1 : m.first; i < m.last; ++i) {
    two = two || cues.contains(tokens[i].hash);
    if (many == 0 && m.plural) many = more_than_two(tokens[i].hash);
  }
  // "each side": both of them
  static const std::uint64_t kEach = fold_hash("each");
  if (m.plural && tokens[m.first].hash == kEach) return pair(mention, history);
  if (many > 2 && (more_than_two(noun) > 0 || side_pair_words().contains(noun) || country_pair_words().contains(noun) ||
                   person_pair_words().contains(noun))) {
    several(mention, history, many);
    if (document_.mentions[mention].entity == kNone && m.type == MentionType::kGroup) group(mention, history);
    return;
  }
  if (two && (side_pair_words().contains(noun) || country_pair_words().contains(noun) || person_pair_words().contains(noun))) {
    pair(mention, history);
    // "Two socialist ministers resigned": they are whoever they are.
    if (document_.mentions[mention].entity == kNone && m.type == MentionType::kGroup && !definite(m)) group(mention, history);
    return;
  }
  // "urged [the sides] to talk": the two who were joined just now, else whoever they are.
  static const HashSet kSides = word_set({"sides", "parties", "factions", "belligerents"});
  if ((m.type == MentionType::kGroup || m.type == MentionType::kState) && m.plural && m.state == kNone && !two && many == 0 && kSides.contains(noun)) {
    std::vector<Index> members = history.last_joined(m.sentence, 2, [&](const Mention& other, const Entity& e) {
      return (is_state_like(other) || is_a(e.type, MentionType::kOrganisation) || e.type == MentionType::kGroup) && e.members.empty() && !acts_on(other, m);
    });
    if (members.size() == 2) return table_.attach(mention, pair_of(members), Why::kNominalRecency);
    return group(mention, history);
  }
  // "The neighbours restored relations": the only two states that were named just now.
  static const HashSet kBothStates = word_set({"neighbours", "neighbors", "rivals", "foes", "adversaries"});
  if ((m.type == MentionType::kGroup || m.type == MentionType::kState) && m.plural && m.state == kNone && m.last - m.first <= 2 && definite(m) && kBothStates.contains(noun) &&
      !two && many == 0) {
    std::vector<Index> members = history.exactly(m.sentence, 1, 2, [](const Mention& other, const Entity& e) {
      return is_state_like(other) && e.members.empty();
    });
    if (members.size() == 2) return table_.attach(mention, pair_of(members), Why::kNominalRecency);
  }
  if (m.type == MentionType::kGroup && !m.plural && m.state == kNone) {
    kind_of_thing(mention, history);
    if (document_.mentions[mention].entity == kNone && m.gender != 'n') person_in_mind(mention, history, kNone);
  }
  if (m.type == MentionType::kPerson) office_holder(mention, history);
  else if (m.type != MentionType::kGroup) kind_of_thing(mention, history);
  else if (m.plural && m.state == kNone && fighter_words().contains(noun) && definite(m)) fighters(mention, history);
  // Whoever it is: one of its own, but for who seldom makes news.
  const bool actor = m.type == MentionType::kPerson || is_a(m.type, MentionType::kOrganisation);
  if (document_.mentions[mention].entity != kNone || (m.type != MentionType::kGroup && !actor)) return;
  const bool plain = (m.type == MentionType::kPerson && quiet_words().contains(noun)) ||
                     (actor && business_words().contains(noun));
  if (!plain) group(mention, history);
}

// "rebels holding [nine Turks]", "gunmen who had kidnapped [six miners]": what a clause inside the sentence has for its object.
bool Anaphora::of_participle(const Mention& m) const {
  static const HashSet kHave = word_set({"had", "have", "has"});
  static const HashSet kNumbers = word_set({"two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "dozens",
                                            "several", "some", "hundreds"});
  const std::vector<Token>& tokens = document_.tokens.tokens;
  const Index first = document_.sentences()[m.sentence].first;
  Index at = m.first;
  while (at > first && (articles().contains(tokens[at - 1].hash) || tokens[at - 1].kind == TokenKind::kNumber || kNumbers.contains(tokens[at - 1].hash))) --at;
  if (at < first + 2) return false;
  const std::string_view verb = document_.slice(tokens[at - 1].span());
  constexpr std::size_t kShortest = 6;
  if (verb.size() >= kShortest && verb.ends_with("ing")) return tokens[at - 2].word() && (at - 2 == first || !tokens[at - 2].has(kInitialCapital));
  if (!verb.ends_with("ed") || !kHave.contains(tokens[at - 2].hash) || at < first + 3) return false;
  static const HashSet kWho = word_set({"who", "which", "that"});
  return kWho.contains(tokens[at - 3].hash);
}

// Whom an object pronoun cannot mean: the mention before it that no preposition governs; in
// "telephoned Sharon to thank him" the one before that, who does both, and so in "beat Uganda and
// expelled them".
Index Anaphora::own_subject(Index mention) {
  static const std::uint64_t kTo = fold_hash("to"), kAnd = fold_hash("and"), kBut = fold_hash("but");
  static const HashSet kPrepositions = word_set({"of", "for", "from", "with", "in", "at", "by", "on", "against", "between",
                                                 "near", "about", "under", "over", "into", "through", "among", "aboard"});
  static const HashSet kRelatives = word_set({"who", "which", "that"});
  const Mention& m = document_.mentions[mention];
  const std::vector<Token>& tokens = document_.tokens.tokens;
  const auto in_sentence = [&](Index i) { return i > 0 && document_.mentions[i - 1].sentence == m.sentence; };
  const auto governed = [&](const Mention& other) {
    Index before = other.first;
    if (before > 0 && articles().contains(tokens[before - 1].hash)) --before;
    return before > 0 && kPrepositions.contains(tokens[before - 1].hash);
  };
  const auto object = [&](const Mention& other) {
    return (other.form == MentionForm::kPronominal && object_pronouns().contains(head(other))) || of_participle(other);
  };
  // "[Turkish [engineers]]"
  const auto inner = [&](Index i) {
    const Mention& other = document_.mentions[i];
    if (other.entity == kNone) return true;
    for (Index k = i; k-- > 0 && k + 4 > i;) {
      if (document_.mentions[k].last >= other.last && document_.mentions[k].sentence == other.sentence) return true;
    }
    return false;
  };
  // "against [the junta] that is holding him": who acts in the relative clause.
  const auto heads_clause = [&](const Mention& other) {
    return other.last < m.first && kRelatives.contains(tokens[other.last].hash);
  };
  Index at = mention;
  while (at > 0 && document_.mentions[at - 1].last > m.first) --at;   // "[[its] ambassador]"
  while (in_sentence(at) && !heads_clause(document_.mentions[at - 1]) &&
         (governed(document_.mentions[at - 1]) || object(document_.mentions[at - 1]) || inner(at - 1))) {
    --at;
  }
  if (!in_sentence(at)) return kNone;
  // "Morales told the envoy to leave, [accusing] him", "after [accusing] him": the participle has the sentence's subject.
  static const HashSet kOrder = word_set({",", "after", "before", "while", "without", "since"});
  if (m.first > 2 && kOrder.contains(tokens[m.first - 2].hash) && document_.slice(tokens[m.first - 1].span()).ends_with("ing")) {
    Index first = kNone;
    for (Index i = mention; in_sentence(i); --i) {
      const Mention& other = document_.mentions[i - 1];
      if (other.entity != kNone && !governed(other) && !object(other) && !tokens[other.last - 1].has(kPossessive)) first = other.entity;
    }
    if (first != kNone) return acting(first);
  }
  const Mention& before = document_.mentions[at - 1];
  // "to" and one word; "and" in between
  bool shared = m.first >= before.last + 2 && m.first <= before.last + 3 && tokens[m.first - 2].hash == kTo;
  for (Index i = before.last; i < m.first; ++i) shared = shared || tokens[i].hash == kAnd || tokens[i].hash == kBut;
  if (!shared) return before.entity;
  // The earliest of the clause: "Kenya summoned the envoy, accused Somalia of it and urged [it]".
  Index subject = kNone, end = before.first;
  for (Index i = at - 1; i-- > 0;) {
    const Mention& other = document_.mentions[i];
    if (other.sentence != m.sentence) break;
    bool broken = false;
    for (Index t = other.last; t < end && subject != kNone && !broken; ++t) broken = clause_openers().contains(tokens[t].hash) && tokens[t].hash != kAnd;
    if (broken) break;
    if (other.entity == kNone || other.entity == before.entity || governed(other) || object(other) || inner(i)) continue;
    subject = other.entity;
    end = other.first;
  }
  if (subject != kNone) return subject;
  // The only one before it does both.
  return before.entity;
}

// "him", "them"; "accusing [it]", "attacked [it]", but not "claimed it had".
bool Anaphora::is_object(const Mention& m) const {
  static const std::uint64_t kIt = fold_hash("it");
  static const HashSet kThat = word_set({"claimed", "announced", "denied", "insisted", "confirmed", "believed", "argued", "warned", "stated",
                                         "declared", "claiming", "announcing", "denying", "insisting", "confirming", "believing", "arguing",
                                         "warning", "stating", "declaring", "saying", "maintained", "maintaining", "admitted", "admitting",
                                         "suspected", "alleged", "alleging", "asserted", "asserting", "feared", "fearing", "hoped", "hoping",
                                         "indicated", "indicating", "acknowledged", "acknowledging", "signalled", "pledged", "promised",
                                         "vowed", "agreed", "conceded", "noted", "noting", "reported", "reporting", "showed", "decided"});
  // "has sold [it] rockets"
  static const HashSet kActs = word_set({"sold", "gave", "given", "sent", "lent", "told", "dealt", "hit", "shot", "struck", "beat", "fought", "paid", "built",
                                         "met", "left", "fed", "led", "taught", "bought", "brought", "overran", "forbade", "forgave", "withdrew", "shown"});
  const std::uint64_t word = head(m);
  if (object_pronouns().contains(word)) return true;
  if (word != kIt || m.first == 0) return false;
  const Token& before = document_.tokens.tokens[m.first - 1];
  if (kActs.contains(before.hash)) return true;
  if (!before.word() || before.letters < 5 || kThat.contains(before.hash)) return false;
  const std::string_view text = document_.slice(before.span());
  return text.ends_with("ing") || text.ends_with("ed");
}

// "accepted [his] resignation", "rejected [its] offer": of somebody else than who does so.
bool Anaphora::of_another(const Mention& m) const {
  static const HashSet kAnswers = word_set({"accepted", "accept", "accepts", "rejected", "reject", "rejects", "refused", "declined", "welcomed"});
  static const HashSet kWords = word_set({"resignation", "offer", "invitation", "proposal", "request", "apology", "nomination", "credentials"});
  // "expelled [its] envoys": nobody expels his own.
  static const HashSet kSendsAway = word_set({"expelled", "expels", "expel", "expelling", "summoned", "summons", "summoning", "deported", "evicted"});
  const std::vector<Token>& tokens = document_.tokens.tokens;
  if (m.first == 0 || m.last >= tokens.size()) return false;
  const std::uint64_t verb = tokens[m.first - 1].hash;
  // "said Ecuador had violated [its] embassy", "attacked [its] troops": nor hurts his own.
  static const HashSet kHurts = word_set({"violated", "violating", "attacked", "attacking", "stormed", "raided", "invaded", "bombed", "shelled", "breached"});
  static const HashSet kHurt = word_set({"embassy", "consulate", "airspace", "territory", "border", "sovereignty", "waters", "troops", "soldiers", "forces",
                                         "positions", "bases", "airspace", "ships"});
  if (kHurts.contains(verb) && kHurt.contains(tokens[m.last].hash)) return true;
  return (kAnswers.contains(verb) && kWords.contains(tokens[m.last].hash)) || (kSendsAway.contains(verb) && has_envoy(m));
}

// "[its] ambassador", "[its] military attache"
bool Anaphora::has_envoy(const Mention& m) const {
  static const HashSet kEnvoys = word_set({"ambassador", "ambassadors", "envoy", "envoys", "diplomat", "diplomats", "consul", "attache", "diplomatic"});
  const std::vector<Token>& tokens = document_.tokens.tokens;
  return (m.last < tokens.size() && kEnvoys.contains(tokens[m.last].hash)) ||
         (m.last + 1 < tokens.size() && kEnvoys.contains(tokens[m.last + 1].hash));
}

// "Chad helped Cameroon fight the rebels, [its] information minister said": whose sentence it is.  kNone if nobody says so.
Index Anaphora::whose_speaker(Index mention) const {
  static const std::uint64_t kIts = fold_hash("its"), kComma = fold_hash(","), kStop = fold_hash("."), kOn = fold_hash("on"), kTold = fold_hash("told");
  static const HashSet kSays = word_set({"said", "says", "announced", "reported", "added"});
  const Mention& m = document_.mentions[mention];
  const std::vector<Token>& tokens = document_.tokens.tokens;
  const Sentence& sentence = document_.sentences()[m.sentence];
  if (m.first < sentence.first + 2 || tokens[m.first].hash != kIts || tokens[m.first - 1].hash != kComma) return kNone;
  Index verb = m.first + 1;
  while (verb < sentence.last && verb < m.first + 6 && !kSays.contains(tokens[verb].hash) && tokens[verb].hash != kTold) ++verb;
  if (verb + 1 >= sentence.last || verb == m.first + 6) return kNone;
  const std::uint64_t after = tokens[verb + 1].hash;
  if (tokens[verb].hash != kTold && after != kStop && after != kOn && after != kComma) return kNone;
  for (Index i = 0; i < mention; ++i) {
    const Mention& other = document_.mentions[i];
    if (other.sentence != m.sentence || other.entity == kNone || other.form != MentionForm::kNamed) continue;
    const MentionType type = document_.entities[other.entity].type;
    const bool body = type == MentionType::kState || is_a(type, MentionType::kOrganisation);
    return body && other.first <= sentence.first + 1 && other.type != MentionType::kNationality ? other.entity : kNone;
  }
  return kNone;
}

// "Britain recalled [its] ambassador": whoever stands before the verb recalls his own.  kNone if it says nothing of it.
Index Anaphora::of_the_doer(Index mention) const {
  static const HashSet kCallsBack = word_set({"recalled", "recalls", "recalling", "withdrew", "withdraws", "withdrawn"});
  static const std::uint64_t kIts = fold_hash("its");
  const Mention& m = document_.mentions[mention];
  const std::vector<Token>& tokens = document_.tokens.tokens;
  if (mention == 0 || m.first < 2 || tokens[m.first].hash != kIts || !kCallsBack.contains(tokens[m.first - 1].hash) || !has_envoy(m)) return kNone;
  Index at = mention;
  while (at > 0 && document_.mentions[at - 1].last > m.first) --at;   // "[[its] ambassador]"
  if (at == 0) return kNone;
  const Mention& doer = document_.mentions[at - 1];
  const bool state = doer.type == MentionType::kState || doer.type == MentionType::kCity;
  return doer.last + 1 == m.first && state ? doer.entity : kNone;
}

// "blamed Israel, which [it] said had": whom the clause is about is somebody else.
Index Anaphora::led_by_relative(Index mention) const {
  static const HashSet kRelatives = word_set({"which", "whom", "who"});
  const Mention& m = document_.mentions[mention];
  const std::vector<Token>& tokens = document_.tokens.tokens;
  if (mention == 0 || m.first < 2 || !kRelatives.contains(tokens[m.first - 1].hash)) return kNone;
  const Mention& before = document_.mentions[mention - 1];
  return before.sentence == m.sentence && before.last + 2 >= m.first - 1 ? before.entity : kNone;
}

// "[It] urged Kabul to act", "[they] fired at Israel": not whom the clause names right behind its verb (principle C).
Index Anaphora::named_behind(Index mention) const {
  constexpr Index kFarthest = 3;   // tokens
  const Mention& m = document_.mentions[mention];
  if (possessives().contains(head(m)) || mention + 1 >= document_.mentions.size()) return kNone;
  const Mention& next = document_.mentions[mention + 1];
  if (next.sentence != m.sentence || next.first <= m.last || next.first > m.last + kFarthest || next.form != MentionForm::kNamed) return kNone;
  for (Index t = m.last; t < next.first; ++t) {
    const Token& token = document_.tokens.tokens[t];
    if (!token.word() || clause_openers().contains(token.hash)) return kNone;
  }
  if (next.type != MentionType::kCity || !is_seat(gazetteer_, next)) return next.entity;
  const Index actor = gazetteer_.impl().extra(next.record).actor;
  for (Index e = 0; e < document_.entities.size(); ++e) {
    if (document_.entities[e].record == actor) return e;
  }
  return next.entity;
}

// "The army killed four rebels in Iraq, [it] said in a statement": whom the sentence began with.
Index Anaphora::says_at_end(Index mention) const {
  static const HashSet kSaid = word_set({"said", "says", "added", "announced"});
  static const HashSet kBehind = word_set({"in", "on", ".", "late", "early", ",", "through"});
  static const HashSet kNoNames = word_set({"on", "in", "at", "after", "for", "with", "by", "from", "of"});
  const Mention& m = document_.mentions[mention];
  const std::vector<Token>& tokens = document_.tokens.tokens;
  if (m.gender == 'm' || m.gender == 'f' || m.first == 0 || m.last + 1 >= tokens.size() || document_.slice(tokens[m.first - 1].span()) != ",") return kNone;
  if (!kSaid.contains(tokens[m.last].hash) || !kBehind.contains(tokens[m.last + 1].hash)) return kNone;
  Index first = mention;
  while (first > 0 && document_.mentions[first - 1].sentence == m.sentence) --first;
  for (Index i = first; i < mention; ++i) {
    const Mention& other = document_.mentions[i];
    if (other.type == MentionType::kDate || other.entity == kNone) continue;
    const Index start = other.first > 0 && articles().contains(tokens[other.first - 1].hash) ? other.first - 1 : other.first;
    if (start > document_.sentences()[m.sentence].first && kNoNames.contains(tokens[start - 1].hash)) return kNone;
    const bool one = other.plural == m.plural || is_a(other.type, MentionType::kOrganisation);
    return one && document_.entities[other.entity].type != MentionType::kPerson ? other.entity : kNone;
  }
  return kNone;
}

void Anaphora::pronoun(Index mention, const History& history) {
  const Mention& m = document_.mentions[mention];
  if (const Index whose = whose_speaker(mention); whose != kNone) return table_.attach(mention, acting(whose), Why::kPronounRecency);
  if (const Index doer = of_the_doer(mention); doer != kNone) return table_.attach(mention, acting(doer), Why::kPronounRecency);
  // "She thanked him": an object is not the subject of its own clause (principle B).
  Index subject = is_object(m) || of_another(m) ? own_subject(mention) : led_by_relative(mention);
  if (subject == kNone) subject = named_behind(mention);
  if (const Index speaker = says_at_end(mention); speaker != kNone) return table_.attach(mention, acting(speaker), Why::kPronounRecency);
  const Index entity = m.plural ? plural_pronoun(m, history, subject)
                                : PronounCandidates(gazetteer_, document_, marks_, mention, subject).best();
  if (entity == kNone) return;
  table_.attach(mention, m.plural ? armed_group_of(acting(entity)) : acting(entity), Why::kPronounRecency);
}

// "they", "their": many of one kind, or the pair that was named.
Index Anaphora::plural_pronoun(const Mention& m, const History& history, Index subject) {
  const auto agrees = [&m, subject](const Mention& other, const Entity& entity) {
    // "They said so ... They did it": it goes on through another.
    if (other.form == MentionForm::kPronominal && !(other.plural && m.sentence != other.sentence)) return false;
    if (subject != kNone && other.entity == subject) return false;
    return (other.plural && (other.type == MentionType::kGroup || other.type == MentionType::kNationality ||
                             other.type == MentionType::kArmedGroup)) ||
           !entity.members.empty();
  };
  // A possessive belongs to what its own clause speaks of, which is the nearest before it.
  // At the head of a clause there is nothing before it.
  const bool possessive = possessives().contains(head(m));
  Index entity = possessive && !behind_semicolon(document_, m.first) ? history.find(m.sentence, 0, false, agrees) : kNone;
  // "fighting between [A and B], the worst that [their] border has seen"
  if (possessive) {
    const Index pair = joined_pair(m, history, 0, subject);
    const auto after = [&](const Mention& other, const Entity&) {
      return other.entity == entity || (pair != kNone && is_member(pair, other.entity));
    };
    if (pair != kNone && (entity == kNone || is_member(pair, history.find(m.sentence, 0, false, after)))) entity = pair;
  }
  // "X and Y signed ... they": whichever was said last, the plural or the pair.
  for (Index back = 0; back < 2 && entity == kNone; ++back) {
    entity = history.find(m.sentence, back, true, agrees);
    const Index pair = joined_pair(m, history, back, subject);
    if (entity == kNone || (pair != kNone && is_member(pair, entity))) entity = pair;
  }
  // "Hezbollah said they had fired first": a group of fighters is many, where nobody else is.
  if (entity == kNone) {
    entity = history.find(m.sentence, 1, true, [subject](const Mention& other, const Entity&) {
      return other.type == MentionType::kArmedGroup && other.form == MentionForm::kNamed && other.entity != subject;
    });
  }
  return entity;
}

// "U.S. officials" and a later "the officials" or "U.S. officials" are one group; bare
// "officials" are whoever they are in this document.
void Anaphora::group(Index mention, const History& history) {
  const Mention& m = document_.mentions[mention];
  const std::uint64_t noun = head(m);
  if (m.state == kNone && definite(m)) {
    // "its foreign ministry ... the ministry": of whatever type the words are
    const bool body = state_body_words().contains(noun);
    const Index known = history.find(m.sentence, 5, false, [&](const Mention& other, const Entity&) {
      return (other.type == m.type || body) && other.form == MentionForm::kNominal && other.plural == m.plural &&
             head(other) == noun;
    });
    if (known != kNone) return table_.attach(mention, known, Why::kNominalRecency);
    // "Mexican soldiers shelled it ... [the troops]": the only ones who were spoken of.
    if (m.plural && troop_words().contains(noun) && m.last - m.first <= 2) {
      const Index same = history.only_one(m.sentence, 2, [&](const Mention& other, const Entity& e) {
        return other.type == MentionType::kGroup && other.form == MentionForm::kNominal && other.plural && e.type == MentionType::kGroup &&
               troop_words().contains(head(other)) && !same_clause(other, m);
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
  if (state_of == kNone && definite(m) && state_body_words().contains(noun)) {
    // "The army ..." of the only state that the sentence speaks of, else of the one that the text began with, or was spoken of last.
    const auto by_name = [](const Mention& other, const Entity&) { return other.type == MentionType::kState; };
    Index state = history.only_one(m.sentence, 0, by_name);
    if (state == kNone) state = state_of_lead(mention);
    if (state == kNone) state = history.only_one(m.sentence, 3, [](const Mention&, const Entity& e) { return e.type == MentionType::kState; });
    if (state != kNone) document_.entities[entity].state = document_.entities[state].id;
  }
  Entity& made = document_.entities[entity];
  made.plural = made.plural || m.plural;
  if (state_of != kNone) made.state = gazetteer_.impl().id(state_of);
  table_.attach(mention, entity, Why::kSameName);
}

// "government forces", "security forces"
bool Anaphora::of_government(const Mention& m) const {
  static const HashSet kOf = word_set({"government", "federal", "security"});
  return m.plural && m.last - m.first >= 2 && troop_words().contains(head(m)) && kOf.contains(document_.tokens.tokens[m.last - 2].hash);
}

// The record of the state that all towns and places of a sentence are in; kNone: none, or several.
Index Anaphora::state_of_places(Index sentence) const {
  std::string_view found;
  for (const Mention& m : document_.mentions) {
    if (m.sentence > sentence) break;
    if (m.sentence < sentence || m.form != MentionForm::kNamed || m.entity == kNone || (m.type != MentionType::kCity && m.type != MentionType::kPlace)) continue;
    const std::string& state = document_.entities[m.entity].state;
    if (state.empty()) continue;
    if (!found.empty() && found != state) return kNone;
    found = state;
  }
  return found.empty() ? kNone : gazetteer_.record_of(found);
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
      return called(other) && fighter_words().contains(head(other)) && e.type == MentionType::kGroup && !same_clause(other, m);
    });
  }
  if (entity != kNone) table_.attach(mention, armed_group_of(entity), Why::kNominalRecency);
}

// "[Boko Haram] gunmen": the armed group within what a group was called; else the group.
Index Anaphora::armed_group_of(Index group) const {
  if (document_.entities[group].type != MentionType::kGroup) return group;
  const std::vector<Mention>& all = document_.mentions;
  for (Index i = 0; i + 1 < all.size(); ++i) {
    if (all[i].entity != group || all[i].form != MentionForm::kNominal || !fighter_words().contains(head(all[i]))) continue;
    for (Index k = i + 1; k < all.size() && all[k].first < all[i].last; ++k) {
      if (all[k].type == MentionType::kArmedGroup && all[k].entity != kNone && all[k].last + 1 == all[i].last) return all[k].entity;
    }
  }
  return group;
}

// "[Its] foreign ministry": the record of the state that a body of a state belongs to; kNone if it is not said.
Index Anaphora::owner_state(Index mention) const {
  const Mention& m = document_.mentions[mention];
  if (mention == 0 || !state_body_words().contains(head(m))) return kNone;
  const Mention& owner = document_.mentions[mention - 1];
  if (owner.entity == kNone || owner.sentence != m.sentence || owner.last > m.first || owner.last + 1 < m.first) return kNone;
  if (!possessives().contains(head(owner)) && !document_.tokens.tokens[owner.last].has(kPossessive)) return kNone;
  const Entity& e = document_.entities[owner.entity];
  return e.type == MentionType::kState ? e.record : kNone;
}

// Does the phrase begin a clause, as a subject does: "said that [both leaders] agreed"?
bool Anaphora::begins_clause(const Mention& m) const {
  const std::vector<Token>& tokens = document_.tokens.tokens;
  Index first = m.first;
  if (first > 0 && (articles().contains(tokens[first - 1].hash) || pair_cues().contains(tokens[first - 1].hash))) --first;
  if (first == document_.sentences()[m.sentence].first) return true;
  const Token& before = tokens[first - 1];
  return !before.word() || clause_openers().contains(before.hash);
}

// Two of this sentence; two that were named side by side; or those most in mind.  "Kenya mediated
// between [the two neighbours]": whoever acts alone on a pair is not of it.
template <typename Fits>
std::vector<Index> Anaphora::two_in_mind(const Mention& m, const History& history, const Fits& fits) const {
  constexpr Index kNear = 4, kFar = 12;   // sentences
  const bool subject = begins_clause(m);
  // "An envoy of [Chad] and [Rwanda]'s vice-president shuttled between the two capitals"
  const auto owner = [&](const Mention& other) {
    static const std::uint64_t kOf = fold_hash("of");
    const std::vector<Token>& tokens = document_.tokens.tokens;
    if (tokens[other.last].has(kPossessive)) return true;
    Index of = other.first;
    if (of > 0 && articles().contains(tokens[of - 1].hash)) --of;
    if (of == 0 || tokens[of - 1].hash != kOf) return false;
    for (Index i = Index(&other - document_.mentions.data()); i-- > 0;) {
      const Mention& before = document_.mentions[i];
      if (before.last + 6 < of) break;
      if (before.last == of - 1 && before.type == MentionType::kPerson) return true;
    }
    return false;
  };
  std::vector<Index> found = history.last_two(m.sentence, 0, [&](const Mention& other, const Entity& entity) {
    return (subject || !owner(other)) && fits(other, entity);
  });
  if (found.size() < 2) {
    found = history.last_joined(m.sentence, kNear, [&](const Mention& other, const Entity& entity) {
      return (subject || other.sentence != m.sentence || !owner(other)) && fits(other, entity);
    });
  }
  if (found.size() == 2) return found;
  return history.most_salient(m.sentence, kFar, [&](const Mention& other, const Entity& entity) {
    return (subject || other.sentence != m.sentence) && fits(other, entity);
  });
}

// "[Egypt and Qatar] pressed both sides": who acts on the pair that a verb has for its object is not of it.
bool Anaphora::acts_on(const Mention& other, const Mention& m) const {
  static const HashSet kJoins = word_set({"and", ",", "the", "as", "well"});
  static const HashSet kNoVerbs = word_set({"on", "in", "by", "with", "for", "from", "to", "of", "between", "among", "at", "against", "about", "over",
                                            "and", "or", "as", "than", ",", "that", "into", "after", "before", "including"});
  if (other.sentence != m.sentence || begins_clause(m)) return false;
  const std::vector<Token>& tokens = document_.tokens.tokens;
  Index before = m.first;
  if (before > 0 && (articles().contains(tokens[before - 1].hash) || pair_cues().contains(tokens[before - 1].hash))) --before;
  if (before == 0 || kNoVerbs.contains(tokens[before - 1].hash)) return false;
  Index first = Index(&other - document_.mentions.data());
  const auto joined = [&](Index a, Index b) {
    if (document_.mentions[a].sentence != m.sentence) return false;
    for (Index t = document_.mentions[a].last; t < document_.mentions[b].first; ++t) {
      if (!kJoins.contains(tokens[t].hash)) return false;
    }
    return true;
  };
  while (first > 0 && joined(first - 1, first)) --first;
  return begins_clause(document_.mentions[first]) && same_clause(document_.mentions[first], m);
}

// "the two countries", "both leaders": an entity with two members.
void Anaphora::pair(Index mention, const History& history) {
  const Mention& m = document_.mentions[mention];
  const std::uint64_t noun = head(m);
  const bool persons = person_pair_words().contains(noun);
  const auto state = [this, &m](const Mention& other, const Entity&) {
    return (is_state_like(other) || other.type == MentionType::kNationality) && !acts_on(other, m);
  };
  const auto person = [this, &m](const Mention& other, const Entity& entity) { return entity.type == MentionType::kPerson && !acts_on(other, m); };
  const auto leader = [this](const Mention& other, const Entity& entity) {
    return entity.type == MentionType::kPerson && offices_.leads(other, entity.record);
  };
  std::vector<Index> members;
  // "both leaders" are no spokesmen, if the text speaks of leaders.
  if (leader_words().contains(noun)) members = two_in_mind(m, history, leader);
  // "both sides": of whatever kind, if they were joined by "and" just now.
  const auto side = [&](const Mention& other, const Entity& entity) {
    return state(other, entity) || ((entity.type == MentionType::kPerson || entity.type == MentionType::kGroup ||
           is_a(entity.type, MentionType::kOrganisation)) && !acts_on(other, m));
  };
  if (side_pair_words().contains(noun)) members = history.last_joined(m.sentence, 2, side);
  if (members.size() < 2) members = persons ? two_in_mind(m, history, person) : two_in_mind(m, history, state);
  // "the two rivals" may be persons; "the two presidents" whom nobody named, their states.
  if (members.size() < 2 && !persons) members = two_in_mind(m, history, person);
  if (members.size() < 2 && leader_words().contains(noun)) members = two_in_mind(m, history, state);
  if (members.size() < 2) return;
  table_.attach(mention, pair_of(members), Why::kNominalRecency);
}

// "the three countries", "all four": the last list of so many.
void Anaphora::several(Index mention, const History& history, std::size_t count) {
  constexpr Index kNear = 3;   // sentences
  const Mention& m = document_.mentions[mention];
  const std::uint64_t noun = head(m);
  const bool persons = person_pair_words().contains(noun), states = country_pair_words().contains(noun);
  std::vector<Index> members = history.last_list(m.sentence, kNear, count, [&](const Mention& other, const Entity& e) {
    const bool state = is_state_like(other), person = e.type == MentionType::kPerson;
    if (other.form == MentionForm::kPronominal || !e.members.empty()) return false;
    return persons ? person : state || (!states && (person || is_a(e.type, MentionType::kOrganisation)));
  });
  if (members.empty() && !persons) {
    // "China eased its loans; India and Japan had done so": whoever is named in the sentence before.
    members = history.exactly(m.sentence, 1, count, [&](const Mention& other, const Entity&) {
      return other.sentence != m.sentence && is_state_like(other) && other.form == MentionForm::kNamed;
    });
  }
  if (members.size() == count) table_.attach(mention, pair_of(members), Why::kNominalRecency);
}

// The last two of one kind that were joined by "and", or the last list of one kind; not with `subject` in it.
Index Anaphora::joined_pair(const Mention& m, const History& history, Index sentences, Index subject) {
  const auto kind = [](const Entity& e) {
    if (e.type == MentionType::kState) return 1;
    if (e.type == MentionType::kPerson) return 2;
    return e.type == MentionType::kGroup || is_a(e.type, MentionType::kOrganisation) ? 3 : 0;
  };
  const auto fits = [&](const Mention& other, const Entity& e) {
    return kind(e) != 0 && other.form != MentionForm::kPronominal && other.entity != subject && e.members.empty();
  };
  std::vector<Index> members = history.last_joined(m.sentence, sentences, fits);
  if (members.empty()) {
    members = history.last_list(m.sentence, sentences, 0, fits);
    const auto same = [&](Index e) { return kind(document_.entities[e]) == kind(document_.entities[members[0]]); };
    if (!std::all_of(members.begin(), members.end(), same)) return kNone;
  }
  // A person is no party beside a state.
  if (members.size() < 2 || (kind(document_.entities[members[0]]) == 2) != (kind(document_.entities[members[1]]) == 2)) return kNone;
  return pair_of(members);
}

bool Anaphora::is_member(Index pair, Index entity) const {
  const std::vector<Index>& members = document_.entities[pair].members;
  return std::find(members.begin(), members.end(), entity) != members.end();
}

// The entity that has these members.
Index Anaphora::pair_of(std::vector<Index>& members) {
  std::sort(members.begin(), members.end());
  std::uint64_t key = 0;
  for (const Index member : members) key = (key << 32 ^ key >> 32 ^ member) * 0x9E3779B97F4A7C15ull;
  const Index entity = table_.of_key(key, MentionType::kGroup);
  Entity& made = document_.entities[entity];
  made.members = members;
  made.plural = true;
  return entity;
}

// "Hugh Todd, [its foreign minister]," and "[the foreign minister], Hugh Todd,": the mention of
// the person named beside a description.
Index Anaphora::person_beside(Index mention) const {
  static const std::uint64_t kComma = fold_hash(",");
  const Mention& m = document_.mentions[mention];
  const std::vector<Token>& tokens = document_.tokens.tokens;
  const auto named = [](const Mention& other) {
    return other.type == MentionType::kPerson && other.form == MentionForm::kNamed;
  };
  // "[Iran's envoy] to the United Nations, Amir Iravani,": behind what the office is for.
  static const HashSet kPosted = word_set({"to", "at", "for", "of", "in"});
  Index end = m.last;
  for (Index i = mention + 1; i < document_.mentions.size() && end < tokens.size() && kPosted.contains(tokens[end].hash); ++i) {
    const Mention& other = document_.mentions[i];
    if (other.first > end + 2) break;
    if (other.first <= end) continue;
    if (other.form != MentionForm::kNamed || (other.first == end + 2 && !articles().contains(tokens[end + 1].hash))) break;
    end = other.last;
  }
  if (end < tokens.size() && tokens[end].hash == kComma) {
    static const HashSet kOne = word_set({"a", "an"});
    static const HashSet kEnds = word_set({",", ".", ";"});
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
  // "[Zeine] is [its prime minister]"
  if (m.first > 1 && copulas().contains(tokens[m.first - 1].hash) && mention > 0) {
    const Mention& subject = document_.mentions[mention - 1];
    if (subject.last + 1 == m.first && named(subject)) return mention - 1;
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

// "the Russian defence minister": who holds that office at the date; "the minister": the last
// person who was called minister, else nobody.
void Anaphora::office_holder(Index mention, const History& history) {
  const Mention& m = document_.mentions[mention];
  const Index beside = person_beside(mention);
  const OfficeHolders::Description office = offices_.read(mention, history);
  // "[Its foreign minister], Hugh Todd": whose, for the relation stage.
  if (m.state == kNone) document_.mentions[mention].state = office.state;
  if (beside != kNone) {
    const Index person = document_.mentions[beside].entity;
    if (person != kNone) table_.attach(mention, person, Why::kNominalRecency);
    return;
  }
  if (office.other_time) {
    // "Liberia's former president": who led it then and was just spoken of.
    if (office.title != nullptr && head_words().contains(head(m))) person_in_mind(mention, history, office.state);
    return;
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
}

// "the general", "the ousted leader": the only person whom the sentences before named and who may
// be one.  state: a record, or kNone.
void Anaphora::person_in_mind(Index mention, const History& history, Index state) {
  constexpr Index kNear = 4;   // sentences
  static const std::uint64_t kThe = fold_hash("the");
  const Mention& m = document_.mentions[mention];
  const std::vector<Token>& tokens = document_.tokens.tokens;
  const bool the = tokens[m.first].hash == kThe || (m.first > 0 && tokens[m.first - 1].hash == kThe);
  const std::uint64_t noun = head(m);
  if ((!the && state == kNone) || m.plural || nobody_words().contains(noun)) return;
  const bool leader = head_words().contains(noun), follower = follower_words().contains(noun), envoy = envoy_words().contains(noun);
  const std::string_view of = state == kNone ? std::string_view() : gazetteer_.impl().id(state);
  const Index entity = history.only_one(m.sentence, kNear, [&](const Mention& other, const Entity& e) {
    if (other.sentence == m.sentence) return false;
    // "sent [his foreign minister] ... [the envoy]"
    if (other.type == MentionType::kPerson && other.form == MentionForm::kNominal && e.type == MentionType::kGroup) {
      return of.empty() || e.state == of;   // "a Russian official ... [the Ghanaian envoy]" are two
    }
    if (e.type != MentionType::kPerson || other.form != MentionForm::kNamed) return false;
    if (!of.empty() && e.state != of) return false;   // "the Israeli ambassador" is nobody of an unknown state
    if ((m.gender == 'm' || m.gender == 'f') && e.gender != '-' && e.gender != m.gender) return false;
    if (leader || follower) return offices_.leads(other, e.record) == leader;
    return !envoy || may_be_envoy(other.entity, mention);
  });
  // Beside the name it is somebody else.
  const auto here = [&](const Mention& other, const Entity&) { return other.entity == entity; };
  if (entity != kNone && history.find(m.sentence, 0, false, here) == kNone) table_.attach(mention, entity, Why::kNominalRecency);
}

// Not who was called minister or president before.  `before`: a mention.
bool Anaphora::may_be_envoy(Index person, Index before) const {
  const Index record = document_.entities[person].record;
  return std::none_of(document_.mentions.begin(), document_.mentions.begin() + before, [&](const Mention& named) {
    if (named.entity != person || named.form != MentionForm::kNamed) return false;
    const OfficeHolders::Title title = offices_.title_before(named.first);
    return offices_.leads(named, record) ||
           (title.info != nullptr && !envoy_words().contains(document_.tokens.tokens[title.last - 1].hash));
  });
}

// "the country", "the agency": the last thing of that kind.
void Anaphora::kind_of_thing(Index mention, const History& history) {
  const Mention& m = document_.mentions[mention];
  const std::uint64_t noun = head(m);
  const std::vector<Token>& tokens = document_.tokens.tokens;
  if (m.type == MentionType::kState) return state_described(mention, history);
  if (!definite(m)) return;
  const bool state = state_words().contains(noun);
  const bool spot = m.type == MentionType::kPlace && spot_words().contains(noun);
  const BodyWords* body = body_words(noun);
  if (!state && !spot && body == nullptr) return;
  const bool armed = armed_words().contains(noun);
  const auto has_word = [&](const Mention& other) {
    for (Index i = other.first; i < other.last; ++i) {
      if (tokens[i].hash == noun) return true;
    }
    return false;
  };
  if (tells_kind(noun)) return state_described(mention, history);
  const Index entity = history.find(m.sentence, state || spot ? 2 : 4, state || armed, [&](const Mention& other, const Entity& e) {
    if (spot) return other.form == MentionForm::kNamed && is_spot(e.type, noun);
    if (state) return is_state_like(other) && !subject_of_clause(other, m);
    if (armed && e.type == MentionType::kArmedGroup && other.form == MentionForm::kNamed) return true;
    if (!is_a(e.type, MentionType::kOrganisation) || other.form != MentionForm::kNamed) return false;
    return has_word(other) || std::find(body->types.begin(), body->types.end(), e.type) != body->types.end();
  });
  if (entity != kNone) table_.attach(mention, entity, Why::kNominalRecency);
}

// "[Iran] accused the government": does the first begin the clause that the second ends, so that they are two?
bool Anaphora::subject_of_clause(const Mention& first, const Mention& m) const {
  const std::vector<Token>& tokens = document_.tokens.tokens;
  const bool owner = tokens[first.last - 1].has(kPossessive) || tokens[first.last].has(kPossessive);
  return !owner && first.type == MentionType::kState && begins_clause(first) && same_clause(first, m);
}

// Do both stand in one clause?  Then two noun phrases of it mean different things.
bool Anaphora::same_clause(const Mention& before, const Mention& m) const {
  if (before.sentence != m.sentence) return false;
  static const HashSet kBreaks = word_set({"that", "but", "while", "because", "when", "as", "after", "before", "who", "which", "whose",
                                           "said", "says", "if", "although", "though", "since", "until", "where", ";"});
  const std::vector<Token>& tokens = document_.tokens.tokens;
  static const std::uint64_t kComma = fold_hash(","), kAnd = fold_hash("and"), kWho = fold_hash("who"), kWhich = fold_hash("which");
  // "India, which sold [the country] missiles": whoever the clause is about.
  const Index behind = before.last + (tokens[before.last].hash == kComma ? 1 : 0);
  if (tokens[behind].hash == kWho || tokens[behind].hash == kWhich) return true;
  for (Index i = before.last; i < m.first; ++i) {
    if (kBreaks.contains(tokens[i].hash)) return false;
    // "into Bahrain, and the Emirates lent [the kingdom] policemen"
    if (tokens[i].hash == kComma && tokens[i + 1].hash == kAnd && i + 3 < m.first) return false;
    // "shut its border with Rwanda, accusing [its neighbour]", "and accused [its neighbour]"
    const std::string_view next = document_.slice(tokens[i + 1].span());
    if ((tokens[i].hash == kComma && next.ends_with("ing")) || (tokens[i].hash == kAnd && next.ends_with("ed"))) return false;
  }
  return true;
}

// "the country", "the landlocked kingdom", "its neighbour": the last state that the phrase fits and that
// does not act on it.
void Anaphora::state_described(Index mention, const History& history) {
  static const HashSet kNeighbours = word_set({"neighbour", "neighbor", "colony", "protectorate"});
  static const HashSet kFoes = word_set({"foe", "rival", "enemy", "adversary", "archrival", "archenemy"});
  static const HashSet kAnyState = word_set({"state", "nation", "country", "government", "regime"});
  const Mention& m = document_.mentions[mention];
  const std::vector<Token>& tokens = document_.tokens.tokens;
  const std::uint64_t noun = head(m);
  const bool owned = possessives().contains(tokens[m.first].hash);
  if (!definite(m) && !owned) return;
  const bool foe = owned && kFoes.contains(noun), neighbour = foe || kNeighbours.contains(noun);
  if (!state_words().contains(noun) && !tells_kind(noun) && !neighbour) return;
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
  if (any_state && crossed(m.first)) {
    // "Lima barred him from entering [the country]": whoever the clause is about.
    const auto opens = [&](const Mention& other, const Entity& e) {
      return other.form != MentionForm::kPronominal && begins_clause(other) && same_clause(other, m) &&
             (e.type == MentionType::kState || (e.type == MentionType::kCity && is_seat(gazetteer_, other)));
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
  const Index far = described.empty() && !tells_kind(noun) ? 2 : 6;   // sentences
  const auto fits = [&](const Mention& other, const Entity& e) {
    if (other.form == MentionForm::kPronominal && !neighbour) return false;
    // "the [Saudi] embassy ... because the kingdom"
    const bool body = is_a(e.type, MentionType::kOrganisation) && other.form == MentionForm::kNamed && e.record == kNone &&
                      other.state != kNone && tells_kind(noun);
    if (e.type != MentionType::kState && !body && !(e.type == MentionType::kCity && is_seat(gazetteer_, other))) return false;
    if (other.entity == owner) return false;
    const std::string_view id = e.type == MentionType::kState ? std::string_view(e.id) : std::string_view(e.state);
    if (neighbour && (id == owner_id || id == actor)) return false;
    return (described.empty() || is_of(described, id)) && state_may_be(id, noun) && !same_clause(other, m);
  };
  // Who is named stands before whom an adjective names: "[Saudi] troops entered Bahrain, and Kuwait lent the kingdom tanks".
  const auto named = [&](const Mention& other, const Entity& e) {
    return other.type == MentionType::kState && fits(other, e);
  };
  Index entity = foe ? history.only_one(m.sentence, far, fits) : history.find(m.sentence, 0, true, named);
  if (entity == kNone && !foe) entity = history.find(m.sentence, far, true, fits);
  if (entity == kNone) return;
  if (is_a(document_.entities[entity].type, MentionType::kOrganisation)) {
    const Index state = gazetteer_.record_of(document_.entities[entity].state);
    return state == kNone ? void() : table_.attach(mention, table_.of_record(state), Why::kNominalRecency);
  }
  table_.attach(mention, acting(entity), Why::kNominalRecency);
}

// "entering [the country]", "out of [the country]": is it what a border is crossed to?
bool Anaphora::crossed(Index first) const {
  static const HashSet kCrossing = word_set({"entering", "leaving", "enter", "leave", "into", "re-entering", "quit", "quitting"});
  const std::vector<Token>& tokens = document_.tokens.tokens;
  if (first > 0 && articles().contains(tokens[first - 1].hash)) --first;
  return first > 0 && kCrossing.contains(tokens[first - 1].hash);
}

Index Anaphora::acting(Index entity) {
  const Entity& meant = document_.entities[entity];
  return meant.type == MentionType::kCity ? table_.of_record(gazetteer_.facts(meant.record).actor) : entity;
}

}  // namespace dragoman
