// Part of dragoman; see LICENSE.
//
// Each kind of description is a filter over the history; the word lists below say which
// kind a head noun asks for.  A description without anything that fits stays unlinked:
// a wrong actor is worse than none.

#include "entity/anaphora.h"

#include <algorithm>
#include <array>
#include <string_view>

#include "entity/anaphora_words.h"
#include "token/word_set.h"

namespace dragoman {
namespace {

// Professions of whom the news of states tells little.
constexpr auto kQuietWords = word_set({"economist", "actor", "actress", "author", "director", "painter", "musician", "composer", "player",
                                        "coach", "footballer", "chef", "historian", "architect", "analyst", "expert", "manager", "artist",
                                        "dancer", "trainer"});
constexpr auto kBusinessWords = word_set({"company", "firm", "manufacturer", "carmaker", "airline", "conglomerate", "university",
                                        "institute", "newspaper", "broadcaster", "bank"});
// "the three countries", "all four", "the trio": how many, from three on; else 0.
std::size_t more_than_two(std::uint64_t word) {
  struct Count {
    std::uint64_t word;
    std::size_t of;
  };
  static constexpr std::array<Count, 8> kCounts = {{{word_hash("three"), 3}, {word_hash("trio"), 3}, {word_hash("threesome"), 3},
                                                {word_hash("four"), 4}, {word_hash("quartet"), 4}, {word_hash("foursome"), 4},
                                                {word_hash("five"), 5}, {word_hash("six"), 6}}};
  static constexpr auto kMany = word_set({"three", "trio", "threesome", "four", "quartet", "foursome", "five", "six"});
  if (!kMany.contains(word)) return 0;
  const auto at = std::find_if(kCounts.begin(), kCounts.end(), [word](const Count& c) { return c.word == word; });
  return at->of;
}

}  // namespace

Index Anaphora::start_of(const Mention& m, bool cues) const {
  if (m.first == 0) return m.first;
  const std::uint64_t before = document_.tokens.tokens[m.first - 1].hash;
  return kDefiniteWords.contains(before) || (cues && kPairCues.contains(before)) ? m.first - 1 : m.first;
}

Index Anaphora::first_of_sentence(Index mention) const {
  Index first = mention;
  while (first > 0 && document_.mentions[first - 1].sentence == document_.mentions[mention].sentence) --first;
  return first;
}

bool Anaphora::definite(const Mention& m) const {
  const std::vector<Token>& tokens = document_.tokens.tokens;
  return kDefiniteWords.contains(tokens[m.first].hash) ||
         (m.first > 0 && kDefiniteWords.contains(tokens[m.first - 1].hash));
}

// "Hamas, [an Islamist movement], said it had": the body whose name stands before the comma; kNone if none does.
Index Anaphora::named_in_front(Index mention) const {
  static constexpr auto kBodies = word_set({"movement", "group", "militia", "faction", "army", "outfit", "organisation", "organization", "network", "sect", "gang",
                                           "cartel", "offshoot", "party", "wing", "front", "alliance", "force", "affiliate", "syndicate", "cell"});
  static constexpr auto kArticles = word_set({"a", "an", "the", "another"});
  static constexpr std::uint64_t kComma = word_hash(",");
  const Mention& m = document_.mentions[mention];
  if (m.type != MentionType::kGroup || m.form != MentionForm::kNominal || m.plural || mention == 0 || !kBodies.contains(head(m))) return kNone;
  const std::vector<Token>& tokens = document_.tokens.tokens;
  Index at = m.first;
  for (Index steps = 0; steps < 4 && at > 0 && tokens[at - 1].word() && !kArticles.contains(tokens[at].hash); ++steps) --at;
  if (at < 2 || !kArticles.contains(tokens[at].hash) || tokens[at - 1].hash != kComma) return kNone;
  // "the Justice and Equality Movement (JEM), [a rebel group],"
  static constexpr std::uint64_t kBracket = word_hash(")");
  const Index end = at > 2 && tokens[at - 2].hash == kBracket ? at - 2 : at - 1;
  for (Index i = mention; i-- > 0 && document_.mentions[i].sentence == m.sentence;) {
    const Mention& name = document_.mentions[i];
    if (name.last > end) continue;
    const bool body = name.last == end && name.form == MentionForm::kNamed && name.entity != kNone;
    return body && is_a(document_.entities[name.entity].type, MentionType::kOrganisation) ? name.entity : kNone;
  }
  return kNone;
}

void Anaphora::resolve(Index mention, const History& history) {
  const Mention& m = document_.mentions[mention];
  if (m.form == MentionForm::kPronominal) {
    pronoun(mention, history);
    return people_of_pair(mention);
  }
  if (const Index named = named_in_front(mention); named != kNone) return table_.attach(mention, named, Why::kNominalRecency);
  if (const Index state = governed_from(mention); state != kNone) return table_.attach(mention, state, Why::kNominalRecency);
  const std::uint64_t noun = head(m);
  const std::vector<Token>& tokens = document_.tokens.tokens;
  bool two = false;
  std::size_t many = 0;
  for (Index i = m.first > 0 ? m.first - 1 : m.first; i < m.last; ++i) {
    two = two || kPairCues.contains(tokens[i].hash);
    if (many == 0 && m.plural) many = more_than_two(tokens[i].hash);
  }
  // "the two Koreas"
  static constexpr std::uint64_t kKoreas = word_hash("koreas");
  if (noun == kKoreas && m.form == MentionForm::kNominal) {
    std::vector<Index> members = {table_.of_record(gazetteer_.record_of("PRK")), table_.of_record(gazetteer_.record_of("KOR"))};
    return table_.attach(mention, pair_of(members), Why::kNominalRecency);
  }
  // "each side": both of them
  static constexpr std::uint64_t kEach = word_hash("each");
  if (m.plural && tokens[m.first].hash == kEach) {
    if (m.type != MentionType::kPerson || kPersonPairWords.contains(noun)) pair(mention, history);
    return;
  }
  if (((two && definite(m)) || many > 2) && told_which(m)) {
    if (m.type == MentionType::kGroup) group(mention, history);
    return;
  }
  if (many > 2 && (more_than_two(noun) > 0 || kSidePairWords.contains(noun) || kCountryPairWords.contains(noun) ||
                   kPersonPairWords.contains(noun))) {
    several(mention, history, many);
    if (document_.mentions[mention].entity == kNone && m.type == MentionType::kGroup) group(mention, history);
    return;
  }
  // "sent [two ministers] to Harare": whoever they are
  static constexpr std::uint64_t kBoth = word_hash("both");
  static constexpr auto kServants = word_set({"diplomats", "officials", "ministers", "envoys", "generals", "commanders", "ambassadors", "negotiators"});
  const auto known = [&] {
    return definite(m) || tokens[m.first].hash == kBoth || (m.first > 0 && tokens[m.first - 1].hash == kBoth) ||
           (begins_clause(m) && !kServants.contains(noun)) ||
           (m.first > 1 && kDefiniteWords.contains(tokens[m.first - 2].hash));
  };
  if (two && (!known() || (m.state != kNone && !definite(m))) && (m.type == MentionType::kPerson || m.type == MentionType::kGroup) && kPersonPairWords.contains(noun)) {
    return group(mention, history);
  }
  if (two && (kSidePairWords.contains(noun) || kCountryPairWords.contains(noun) || kPersonPairWords.contains(noun))) {
    pair(mention, history);
    // "Two socialist ministers resigned": they are whoever they are.
    const bool persons = kPersonPairWords.contains(noun);
    if (document_.mentions[mention].entity == kNone && m.type == MentionType::kGroup && (!definite(m) || persons)) group(mention, history);
    return;
  }
  // "urged [the sides] to talk": the two who were joined just now, else whoever they are.
  static constexpr auto kSides = word_set({"sides", "parties", "factions", "belligerents"});
  if ((m.type == MentionType::kGroup || m.type == MentionType::kState) && m.plural && m.state == kNone && !two && many == 0 && kSides.contains(noun)) {
    std::vector<Index> members = history.last_joined(m.sentence, 2, [&](const Mention& other, const Entity& e) {
      return (is_state_like(other) || is_a(e.type, MentionType::kOrganisation) || e.type == MentionType::kGroup) && e.members.empty() && !acts_on(other, m);
    });
    static constexpr std::uint64_t kAll = word_hash("all");
    if (members.size() != 2 && tokens[m.first].hash != kAll) members = two_behind(m, history, Behind::kSides);
    if (members.size() == 2) return table_.attach(mention, pair_of(members), Why::kNominalRecency);
    return group(mention, history);
  }
  // "The neighbours restored relations", "The leaders embraced": the only two who were named just now.
  static constexpr auto kBothStates = word_set({"neighbours", "neighbors", "rivals", "foes", "adversaries", "enemies", "allies", "countries", "nations",
                                               "governments", "republics", "kingdoms", "armies", "superpowers", "powers"});
  static constexpr auto kBothPersons = word_set(
      {"leaders", "presidents", "ministers", "premiers", "diplomats", "statesmen", "monarchs"});
  if (m.plural && !two && many == 0 && (kBothStates.contains(noun) || kBothPersons.contains(noun)) && definite(m) && of_none_named(m)) {
    static constexpr auto kFoes = word_set({"rivals", "foes", "adversaries", "enemies", "allies"});
    const bool states = kBothStates.contains(noun);
    const auto one_of = [states](const Mention& other, const Entity& e) {
      return e.members.empty() && other.form != MentionForm::kPronominal &&
             (states ? is_state_like(other) : e.type == MentionType::kPerson);
    };
    // "Cambodia, Eritrea and Guinea refused. [The nations]": all of them
    std::vector<Index> list = history.last_list(m.sentence, 0, 0, one_of);
    if (!list.empty()) return table_.attach(mention, pair_of(list), Why::kNominalRecency);
    std::vector<Index> members =
        two_behind(m, history, states ? Behind::kStates : Behind::kPersons);
    list = history.last_list(m.sentence, 1, 0, one_of);
    const bool all = std::all_of(members.begin(), members.end(), [&list](Index e) {
      return std::find(list.begin(), list.end(), e) != list.end();
    });
    if (!list.empty() && all) return table_.attach(mention, pair_of(list), Why::kNominalRecency);
    if (members.size() < 2 && kFoes.contains(noun)) members = two_behind(m, history, Behind::kSides);   // "NATO and Russia ... the former foes"
    if (members.size() == 2) return table_.attach(mention, pair_of(members), Why::kNominalRecency);
  }
  // "will visit their [capitals]": those of both
  if (m.type == MentionType::kGroup && m.plural && mention > 0 &&
      kCountryPairWords.contains(noun)) {
    static constexpr std::uint64_t kTheir = word_hash("their");
    const Mention& their = document_.mentions[mention - 1];
    if (their.last == m.first && head(their) == kTheir && their.entity != kNone &&
        document_.entities[their.entity].members.size() > 1) {
      std::vector<Index> states = states_of(document_.entities[their.entity].members);
      return table_.attach(mention, pair_of(states), Why::kNominalRecency);
    }
  }
  // "accused his [former comrade], Isaias Afwerki, of it"
  if (m.type == MentionType::kGroup && m.form == MentionForm::kNominal && !m.plural &&
      m.gender != 'n' && m.state == kNone && m.first > 0) {
    const bool own = kPossessives.contains(tokens[m.first].hash) ||
                     kPossessives.contains(tokens[m.first - 1].hash);
    const Index beside = own ? person_beside(mention) : kNone;
    if (beside != kNone && document_.mentions[beside].entity != kNone)
      return table_.attach(mention, document_.mentions[beside].entity, Why::kNominalRecency);
  }
  if (m.type == MentionType::kGroup && other_person(mention, history) && document_.mentions[mention].entity != kNone) return;
  if (m.type == MentionType::kGroup && !m.plural && m.state == kNone) {
    kind_of_thing(mention, history);
    // not "the West", "the Sunni"
    static constexpr auto kBodies = word_set(
        {"coalition", "group",   "alliance", "movement",   "army",       "force",  "forces",
         "party",     "council", "front",    "government", "stronghold", "base",   "camp",
         "attack",    "regime",  "faction",  "factions",   "groups",     "militia"});
    const bool part = m.last < tokens.size() &&
                      kBodies.contains(tokens[m.last].hash);  // "the Seleka rebel coalition"
    const bool somebody = m.gender != 'n' && !tokens[m.last - 1].has(kInitialCapital) && !part;
    if (document_.mentions[mention].entity == kNone && somebody)
      person_in_mind(mention, history, kNone);
  }
  if (m.type == MentionType::kPerson) office_holder(mention, history);
  else if (m.type != MentionType::kGroup) kind_of_thing(mention, history);
  else if (m.plural && m.state == kNone && kFighterWords.contains(noun) && definite(m)) fighters(mention, history);
  // Whoever it is: one of its own, but for who seldom makes news.
  const bool actor = m.type == MentionType::kPerson || is_a(m.type, MentionType::kOrganisation);
  if (document_.mentions[mention].entity != kNone || (m.type != MentionType::kGroup && !actor)) return;
  const bool plain = (m.type == MentionType::kPerson && kQuietWords.contains(noun)) ||
                     (actor && kBusinessWords.contains(noun));
  if (!plain) group(mention, history);
}

// Does the phrase begin a clause, as a subject does: "said that [both leaders] agreed"?
bool Anaphora::begins_clause(const Mention& m) const {
  const std::vector<Token>& tokens = document_.tokens.tokens;
  const Index first = start_of(m, true);
  if (first == document_.sentences()[m.sentence].first) return true;
  const Token& before = tokens[first - 1];
  return !before.word() || kClauseOpeners.contains(before.hash);
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
  static constexpr auto kBreaks = word_set({"that", "but", "while", "because", "when", "as", "after", "before", "who", "which", "whose",
                                           "said", "says", "if", "although", "though", "since", "until", "where", ";"});
  const std::vector<Token>& tokens = document_.tokens.tokens;
  static constexpr std::uint64_t kComma = word_hash(","), kAnd = word_hash("and"), kWho = word_hash("who"), kWhich = word_hash("which");
  // "India, which sold [the country] missiles": whoever the clause is about.
  const Index behind = before.last + (tokens[before.last].hash == kComma ? 1 : 0);
  if (tokens[behind].hash == kWho || tokens[behind].hash == kWhich) return true;
  if (in_insertion(before, m)) return false;
  for (Index i = before.last; i < m.first; ++i) {
    if (kBreaks.contains(tokens[i].hash)) return false;
    // "dismissed Gutierrez on Wednesday, and [the president] fled"
    if (tokens[i].hash == kComma && tokens[i + 1].hash == kAnd && i > before.last &&
        start_of(m) == i + 2)
      return false;
    // "into Bahrain, and the Emirates lent [the kingdom] policemen"
    if (tokens[i].hash == kComma && tokens[i + 1].hash == kAnd && i + 3 < m.first) return false;
    // "shut its border with Rwanda, accusing [its neighbour]", "and accused [its neighbour]"
    const std::string_view next = document_.slice(tokens[i + 1].span());
    if ((tokens[i].hash == kComma && next.ends_with("ing")) || (tokens[i].hash == kAnd && next.ends_with("ed"))) return false;
  }
  return true;
}

// "China, which had opposed force in [Burma], urged the country": of whom only a relative clause in
// commas speaks.
bool Anaphora::in_insertion(const Mention& before, const Mention& m) const {
  const std::vector<Token>& tokens = document_.tokens.tokens;
  Index comma = before.last;
  while (comma < m.first && tokens[comma].hash != word_hash(",")) ++comma;
  return comma < m.first && comma_of_relative(document_, before) != kNone;
}

// "the three countries [that had abstained]": no others than those which its own words tell of.
bool Anaphora::told_which(const Mention& m) const {
  static constexpr auto kWhich = word_set({"that", "who", "which", "whose", "whom"});
  const std::vector<Token>& tokens = document_.tokens.tokens;
  return m.last < tokens.size() && kWhich.contains(tokens[m.last].hash);
}

// "Paris said it": the state that a city stands for; another city is what it is.
Index Anaphora::acting(Index entity) {
  const Entity& meant = document_.entities[entity];
  if (meant.type != MentionType::kCity || meant.record == kNone) return entity;
  const Index state = gazetteer_.facts(meant.record).actor;
  return state == kNone ? entity : table_.of_record(state);
}

}  // namespace dragoman
