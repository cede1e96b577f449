// Part of dragoman; see LICENSE.
//
// Pronouns: whom "it", "him" and "they" mean, and whom they cannot mean.

#include "entity/anaphora.h"

#include <algorithm>
#include <string_view>

#include "entity/anaphora_words.h"
#include "entity/pronoun.h"
#include "entity/pronoun_words.h"
#include "mention/gazetteer_data.h"
#include "token/word_set.h"

namespace dragoman {
namespace {

// What states have and call by their own names.
constexpr auto kForcesOfState = word_set({"police", "troops", "soldiers", "officers", "policemen", "peacekeepers", "guards", "marines",
                                        "commandos", "warplanes", "jets", "tanks"});

constexpr auto kObjectPronouns = word_set({"him", "them"});

// "demanded [her] release"
constexpr auto kWants = word_set({"demanded", "demands", "demanding", "sought", "seeks", "seeking", "requested", "requests", "requesting", "for"});
// "expelled [its] envoys": nobody expels his own.
constexpr auto kSendsAway = word_set({"expelled", "expels", "expel", "expelling", "summoned", "summons", "summoning", "deported", "evicted"});

}  // namespace

// "rebels holding [nine Turks]", "gunmen who had kidnapped [six miners]": what a clause inside the sentence has for its object.
bool Anaphora::of_participle(const Mention& m) const {
  static constexpr auto kHave = word_set({"had", "have", "has"});
  static constexpr auto kNumbers = word_set({"two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "dozens",
                                            "several", "some", "hundreds"});
  const std::vector<Token>& tokens = document_.tokens.tokens;
  const Index first = document_.sentences()[m.sentence].first;
  Index at = m.first;
  while (at > first && (kDefiniteWords.contains(tokens[at - 1].hash) || tokens[at - 1].kind == TokenKind::kNumber || kNumbers.contains(tokens[at - 1].hash))) --at;
  if (at < first + 2) return false;
  const std::string_view verb = document_.slice(tokens[at - 1].span());
  constexpr std::size_t kShortest = 6;
  if (verb.size() >= kShortest && verb.ends_with("ing")) return tokens[at - 2].word() && (at - 2 == first || !tokens[at - 2].has(kInitialCapital));
  if (!verb.ends_with("ed") || !kHave.contains(tokens[at - 2].hash) || at < first + 3) return false;
  static constexpr auto kWho = word_set({"who", "which", "that"});
  return kWho.contains(tokens[at - 3].hash);
}

// Whom an object pronoun cannot mean: the mention before it that no preposition governs; in
// "telephoned Sharon to thank him" the one before that, who does both, and so in "beat Uganda and
// expelled them".
Index Anaphora::own_subject(Index mention) {
  static constexpr std::uint64_t kTo = word_hash("to"), kAnd = word_hash("and"), kBut = word_hash("but");
  static constexpr auto kPrepositions = word_set({"of", "for", "from", "with", "in", "at", "by", "on", "against", "between",
                                                 "near", "about", "under", "over", "into", "through", "among", "aboard"});
  static constexpr auto kRelatives = word_set({"who", "which", "that"});
  const Mention& m = document_.mentions[mention];
  const std::vector<Token>& tokens = document_.tokens.tokens;
  const auto in_sentence = [&](Index i) { return i > 0 && document_.mentions[i - 1].sentence == m.sentence; };
  // "wrote to [Putin] asking him"
  static constexpr auto kAddressed = word_set({"wrote", "written", "writing", "writes", "spoke", "spoken", "letter", "letters", "message", "telegram", "note", "cable",
                                              "appealed", "turned", "talked", "call"});
  const auto governed = [&](const Mention& other) {
    const Index before = start_of(other);
    if (before > 1 && tokens[before - 1].hash == kTo && kAddressed.contains(tokens[before - 2].hash)) return true;
    return before > 0 && kPrepositions.contains(tokens[before - 1].hash);
  };
  const auto object = [&](const Mention& other) {
    if (other.form != MentionForm::kPronominal) return of_participle(other);
    // "[Their] wives asked Spain to free them"
    const bool owner = kPossessives.contains(head(other)) && other.last < tokens.size() && !object_her(document_, other) &&
                       (kOnTheirOwnWords.contains(tokens[other.last].hash) || !begins_clause(other));   // "broke off [his] holiday to meet him"
    return owner || kObjectPronouns.contains(head(other)) || of_participle(other);
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
  if (const Index about = before_insertion(mention); about != kNone) return acting(about);
  Index at = mention;
  while (at > 0 && document_.mentions[at - 1].last > m.first) --at;   // "[[its] ambassador]"
  while (in_sentence(at) && !heads_clause(document_.mentions[at - 1]) &&
         (governed(document_.mentions[at - 1]) || object(document_.mentions[at - 1]) || inner(at - 1))) {
    --at;
  }
  if (!in_sentence(at)) return kNone;
  // "Morales told the envoy to leave, [accusing] him", "after [accusing] him": the participle has the sentence's subject.
  static constexpr auto kOrder = word_set({",", "after", "before", "while", "without", "since"});
  if (m.first > 2 && kOrder.contains(tokens[m.first - 2].hash) && document_.slice(tokens[m.first - 1].span()).ends_with("ing")) {
    Index first = kNone;
    for (Index i = mention; in_sentence(i); --i) {
      const Mention& other = document_.mentions[i - 1];
      if (other.entity != kNone && !governed(other) && !object(other) && !tokens[other.last - 1].has(kPossessive)) first = other.entity;
    }
    if (first != kNone) return acting(first);
  }
  // "Guaido, who accused the government of it, asked [him] to stay": behind the comma, whoever the sentence is about
  static constexpr std::uint64_t kComma = word_hash(",");
  if (m.first > 2 && tokens[m.first - 2].hash == kComma && document_.slice(tokens[m.first - 1].span()).ends_with("ed")) {
    Index first = kNone;
    bool relative = false;
    for (Index i = mention; in_sentence(i); --i) {
      const Mention& other = document_.mentions[i - 1];
      if (behind_semicolon(document_, start_of(other)) || start_of(other) == document_.sentences()[m.sentence].first) first = i - 1;
      if (first != kNone) break;
    }
    for (Index t = first == kNone ? m.first : document_.mentions[first].last; t < m.first && t < document_.mentions[first].last + 2; ++t) {
      relative = relative || kRelatives.contains(tokens[t].hash);
    }
    if (relative && document_.mentions[first].entity != kNone) return acting(document_.mentions[first].entity);
  }
  const Mention& before = document_.mentions[at - 1];
  // "Mali rejected a [report] accusing it": the report does, and is not Mali's.
  static constexpr auto kPapers = word_set({"report", "statement", "resolution", "letter", "motion", "article", "message", "document", "ruling", "verdict",
                                           "note", "draft", "text", "communique", "claim", "complaint", "lawsuit", "dossier", "memo", "editorial", "book"});
  static constexpr auto kMeetsWith = word_set({"rejected", "rejects", "dismissed", "dismisses", "vetoed", "vetoes", "blocked", "blocks", "denounced", "denounces",
                                              "condemned", "condemns", "ignored", "ignores", "received", "disputed", "disputes", "criticised", "criticized",
                                              "protested", "rubbished", "scorned", "mocked", "banned", "deplored", "opposed", "opposes", "called"});
  if (m.first > 2 && kPapers.contains(tokens[m.first - 2].hash) && document_.slice(tokens[m.first - 1].span()).ends_with("ing")) {
    for (Index t = before.last; t < m.first; ++t) {
      if (kMeetsWith.contains(tokens[t].hash)) return kNone;
    }
  }
  // "Sharon to thank [him]", "Sharon not to join him", but "Sharon refused to see him"; "and" in between
  static constexpr std::uint64_t kNot = word_hash("not");
  bool shared = m.first >= before.last + 2 && tokens[m.first - 2].hash == kTo &&
                (m.first == before.last + 2 || (m.first == before.last + 3 && (tokens[before.last].hash == kNot || !tokens[before.last].word())));
  for (Index i = before.last; i < m.first; ++i) {
    // "accused Palacio of stealing and fabricating charges against [him]": the accused does both
    const bool gerund = tokens[i].hash == kAnd && i + 1 < m.first &&
                        document_.slice(tokens[i + 1].span()).ends_with("ing");
    shared = shared || (tokens[i].hash == kAnd && !gerund) || tokens[i].hash == kBut;
  }
  if (!shared) return before.entity;
  // The earliest of the clause: "Kenya summoned the envoy, accused Somalia of it and urged [it]".
  Index subject = kNone, end = before.first;
  for (Index i = at - 1; i-- > 0;) {
    const Mention& other = document_.mentions[i];
    if (other.sentence != m.sentence) break;
    bool broken = false;
    for (Index t = other.last; t < end && subject != kNone && !broken; ++t) broken = kClauseOpeners.contains(tokens[t].hash) && tokens[t].hash != kAnd;
    if (broken) break;
    if (other.entity == kNone || other.entity == before.entity || governed(other) || object(other) || inner(i)) continue;
    // "[Japan]'s premier, Abe, telephoned Sellal and asked him"
    const bool owner = tokens[other.last - 1].has(kPossessive) || tokens[other.last].has(kPossessive);
    if (subject != kNone && owner && document_.entities[other.entity].type != MentionType::kPerson) continue;
    subject = other.entity;
    end = other.first;
  }
  if (subject != kNone) return subject;
  // The only one before it does both.
  return before.entity;
}

// "Abiy, who made peace with his neighbour, has vowed to arrest [him]": whom the sentence is about, if its verb stands behind the comma.
Index Anaphora::before_insertion(Index mention) const {
  static constexpr std::uint64_t kComma = word_hash(",");
  static constexpr auto kWho = word_set({"who", "which", "whose"});
  const Mention& m = document_.mentions[mention];
  const std::vector<Token>& tokens = document_.tokens.tokens;
  const Sentence& sentence = document_.sentences()[m.sentence];
  const Mention& about = document_.mentions[first_of_sentence(mention)];
  if (about.entity == kNone || about.form != MentionForm::kNamed || start_of(about) != sentence.first || about.last + 2 >= m.first) return kNone;
  if (tokens[about.last].hash != kComma || !kWho.contains(tokens[about.last + 1].hash)) return kNone;
  Index comma = m.first;
  while (comma > about.last + 1 && tokens[comma].hash != kComma) --comma;
  if (comma <= about.last + 1) return kNone;
  for (Index i = mention; i-- > 0 && document_.mentions[i].first > comma;) {
    if (document_.mentions[i].last <= m.first && document_.mentions[i].type != MentionType::kDate) return kNone;
  }
  return about.entity;
}

// "Philippe, whose rebels chased the president, declared [himself] chief": whoever the clause begins with; kNone if nobody.
Index Anaphora::opens_clause_of(Index mention) const {
  static constexpr std::uint64_t kComma = word_hash(",");
  static constexpr auto kJoins = word_set({"and", "but", "while", "after", "when", "that", "as", "because"});
  static constexpr std::uint64_t kAnd = word_hash("and");
  const Mention& m = document_.mentions[mention];
  const std::vector<Token>& tokens = document_.tokens.tokens;
  // "His lawyer said he had threatened to shoot [himself]"
  static constexpr auto kSubjects = word_set({"he", "she", "it", "they"});
  if (mention > 0) {
    const Mention& before = document_.mentions[mention - 1];
    if (before.form == MentionForm::kPronominal && before.sentence == m.sentence && before.entity != kNone && kSubjects.contains(head(before)) &&
        before.plural == m.plural && before.gender == m.gender) {
      return before.entity;
    }
  }
  Index from = document_.sentences()[m.sentence].first;
  for (Index t = m.first; t-- > from + 1;) {
    if (kJoins.contains(tokens[t].hash) && (tokens[t - 1].hash == kComma || tokens[t].hash != kAnd)) from = t;
  }
  for (Index i = first_of_sentence(mention); i < mention; ++i) {
    const Mention& other = document_.mentions[i];
    if (other.first < from || other.entity == kNone || other.type == MentionType::kDate) continue;
    // "under which the rebels would confine [themselves]"
    if (m.plural && !other.plural && document_.entities[other.entity].members.empty() &&
        document_.entities[other.entity].type == MentionType::kPerson)
      continue;
    const MentionType type = document_.entities[other.entity].type;
    if (type == MentionType::kPerson || type == MentionType::kGroup || type == MentionType::kState || is_a(type, MentionType::kOrganisation)) return other.entity;
  }
  return kNone;
}

// "him", "them"; "accusing [it]", "attacked [it]", but not "claimed it had".
bool Anaphora::is_object(const Mention& m) const {
  static constexpr std::uint64_t kIt = word_hash("it");
  static constexpr auto kThat = word_set({"claimed", "announced", "denied", "insisted", "confirmed", "believed", "argued", "warned", "stated",
                                         "declared", "claiming", "announcing", "denying", "insisting", "confirming", "believing", "arguing",
                                         "warning", "stating", "declaring", "saying", "maintained", "maintaining", "admitted", "admitting",
                                         "suspected", "alleged", "alleging", "asserted", "asserting", "feared", "fearing", "hoped", "hoping",
                                         "indicated", "indicating", "acknowledged", "acknowledging", "signalled", "pledged", "promised",
                                         "vowed", "agreed", "conceded", "noted", "noting", "reported", "reporting", "showed", "decided"});
  // "has sold [it] rockets"
  static constexpr auto kActs = word_set({"sold", "gave", "given", "sent", "lent", "told", "dealt", "hit", "shot", "struck", "beat", "fought", "paid", "built",
                                         "met", "left", "fed", "led", "taught", "bought", "brought", "overran", "forbade", "forgave", "withdrew", "shown"});
  const std::uint64_t word = head(m);
  if (kObjectPronouns.contains(word) || object_her(document_, m)) return true;
  if (word != kIt || m.first == 0) return false;
  // "stopped all aid to [it]"
  static constexpr auto kToward = word_set({"to", "with", "from", "against", "into", "toward", "towards", "on", "upon"});
  if (kToward.contains(document_.tokens.tokens[m.first - 1].hash)) return true;
  const Token& before = document_.tokens.tokens[m.first - 1];
  if (kActs.contains(before.hash)) return true;
  // "will attack [it]", but not "will say it"
  static constexpr auto kModals = word_set({"will", "would", "could", "may", "might", "must", "can", "should", "shall"});
  static constexpr auto kTells = word_set({"say",  "claim",  "believe",  "think", "argue", "insist", "hope",  "fear",    "ensure", "mean",
                                          "make", "find",   "announce", "admit", "deny",  "show",   "prove", "suggest", "decide", "agree",
                                          "be",   "become", "when",     "if",    "that",  "not",    "also",  "only",  "whom",   "which"});
  // "vowed to retake [it]"
  static constexpr std::uint64_t kTo = word_hash("to");
  const std::uint64_t two_before = m.first > 1 ? document_.tokens.tokens[m.first - 2].hash : 0;
  if (m.first > 1 && (two_before == kTo || kModals.contains(two_before)) && before.word() && !before.has(kInitialCapital) &&
      before.letters > 3 && !kTells.contains(before.hash)) {
    return true;
  }
  // "denied [it] and", "announced [it]."
  static constexpr auto kBehind = word_set({"and", "but", "as", "on", "in", "at"});
  const std::vector<Token>& all = document_.tokens.tokens;
  const bool ends = m.last >= all.size() || !all[m.last].word() || kBehind.contains(all[m.last].hash);
  if (!before.word() || before.letters < 5 || (kThat.contains(before.hash) && !ends)) return false;
  const std::string_view text = document_.slice(before.span());
  return text.ends_with("ing") || text.ends_with("ed");
}

// "accused [his] government", "condemned [its] invasion", "demanded [her] release": of somebody else than who says so.
bool Anaphora::judged_by_another(const Mention& m) const {
  static constexpr auto kCalls = word_set({"called", "calls", "calling", "call", "pressed", "pressing", "pleaded", "appealed", "campaigned",
                                          "asked", "asking", "demonstrated"});
  static constexpr std::uint64_t kFor = word_hash("for");
  const std::vector<Token>& tokens = document_.tokens.tokens;
  if (m.first < 2 || m.last >= tokens.size()) return false;
  const std::uint64_t verb = tokens[m.first - 1].hash, noun = tokens[m.last].hash;
  // "banned [its] leaders", "froze [its] assets"
  if (kPunishingVerbs.contains(verb)) return kPunishedNouns.contains(noun);
  if (kBlamingVerbs.contains(verb)) return kRulingNouns.contains(noun) || kBlamedNouns.contains(noun);
  if (!kWants.contains(verb) || !kWantedNouns.contains(noun)) return false;
  return verb != kFor || kCalls.contains(tokens[m.first - 2].hash);
}

// "China, [its] only ally, urged", "Blah, [his] deputy,": not of whoever is called so.  Whose name stands before the comma; kNone if it says
// nothing of it.
Index Anaphora::called_beside(Index mention) const {
  constexpr Index kLongest = 4;   // tokens
  const Mention& m = document_.mentions[mention];
  const std::vector<Token>& tokens = document_.tokens.tokens;
  if (mention == 0 || m.first < 2) return kNone;
  Index before = mention;
  while (before > 0 && document_.mentions[before - 1].last > m.first) --before;
  if (before == 0) return kNone;
  const Mention& named = document_.mentions[before - 1];
  if (named.last != m.first - 1 || named.sentence != m.sentence || named.form != MentionForm::kNamed || named.type == MentionType::kDate) return kNone;
  for (Index t = m.last; t < tokens.size() && t < m.last + kLongest && tokens[t].word(); ++t) {
    if (!kRelationalWords.contains(tokens[t].hash)) continue;
    static constexpr auto kWhere = word_set({"in", "on", "at", "for", "since", "within", "outside", "and"});
    return t + 1 < tokens.size() && (!tokens[t + 1].word() || kWhere.contains(tokens[t + 1].hash)) ? named.entity : kNone;
  }
  return kNone;
}

// "Togo shelled Mali. China, [its] ally, urged": whom the sentence before begins with, if it is one that fits and this one begins with whoever
// is called so.
Index Anaphora::topic_before(Index mention, Index called) const {
  const Mention& m = document_.mentions[mention];
  const Index here = first_of_sentence(mention);
  if (here == 0 || document_.mentions[here].entity != called) return kNone;
  const Index sentence = m.sentence == 0 ? kNone : m.sentence - 1;
  const Index first = first_of_sentence(here - 1);
  const Mention& about = document_.mentions[first];
  if (about.sentence != sentence || about.entity == kNone || about.entity == called || about.plural) return kNone;
  if (start_of(about) != document_.sentences()[sentence].first || document_.tokens.tokens[about.last].has(kPossessive)) return kNone;
  const Entity& e = document_.entities[about.entity];
  if (m.gender == 'm' || m.gender == 'f') return e.type == MentionType::kPerson && (e.gender == '-' || e.gender == m.gender) ? about.entity : kNone;
  const bool body = about.type == MentionType::kState || is_seat(gazetteer_, about) || is_a(e.type, MentionType::kOrganisation);
  return body ? about.entity : kNone;
}

// "ordered a strike but called [it] off", "refused to sign [it]": no party.
bool Anaphora::is_paper(const Mention& m) const {
  static constexpr auto kSigned = word_set({"sign", "signed", "signing", "ratify", "ratified", "ratifying", "read", "reading",
                                            "initialled", "wrote", "drafted", "veto", "vetoed"});
  const std::vector<Token>& tokens = document_.tokens.tokens;
  if (m.last < tokens.size() && tokens[m.last].hash == word_hash("off")) return true;
  return m.first > 0 && kSigned.contains(tokens[m.first - 1].hash);
}

// "accepted [his] resignation", "rejected [its] offer": of somebody else than who does so.
bool Anaphora::of_another(const Mention& m) const {
  const std::vector<Token>& tokens = document_.tokens.tokens;
  if (m.first == 0 || m.last >= tokens.size()) return false;
  const std::uint64_t verb = tokens[m.first - 1].hash;
  static constexpr auto kAt = word_set({"at", "on", "into"});
  static constexpr auto kAny = any_of(word_set({"of"}), kAt, kHurtingVerbs, kPunishingVerbs, kBlamingVerbs, kWants, kAnsweringVerbs, kSendsAway);
  if (!kAny.contains(verb)) return false;
  // "detained 21 of [its] fishermen"
  static constexpr auto kCount = word_set({"one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
                                          "some", "several", "dozens", "hundreds", "many", "scores", "both", "all"});
  static constexpr std::uint64_t kOf = word_hash("of"), kAnd = word_hash("and");
  if (m.first > 2 && verb == kOf && (kCount.contains(tokens[m.first - 2].hash) || tokens[m.first - 2].kind == TokenKind::kNumber)) {
    // "killing 11 of them and at least 30 of [their] captives"
    constexpr Index kFarthest = 9;   // tokens
    const Index first = document_.sentences()[m.sentence].first;
    for (Index t = m.first - 2; t-- > first && t + kFarthest > m.first && tokens[t].word();) {
      if (kHurtingVerbs.contains(tokens[t].hash)) return tokens[t + 1].hash != kOf;   // not "the killing of two of its soldiers"
      if (kClauseOpeners.contains(tokens[t].hash) && tokens[t].hash != kAnd) break;
    }
  }
  // "fired at [its] helicopters"
  static constexpr auto kFired = word_set({"fired", "shot", "firing", "shooting", "fire", "rockets", "missiles"});
  if (m.first > 2 && kAt.contains(verb) && kFired.contains(tokens[m.first - 2].hash)) return kHurtNouns.contains(tokens[m.last].hash);
  // "said Ecuador had violated [its] embassy", "attacked [its] troops": nor hurts his own.
  if (kHurtingVerbs.contains(verb) && kHurtNouns.contains(tokens[m.last].hash)) return true;
  if (judged_by_another(m)) return true;
  return (kAnsweringVerbs.contains(verb) && kProposalNouns.contains(tokens[m.last].hash)) || (kSendsAway.contains(verb) && has_envoy(m));
}

// "accused Putin of [his] murder", "blamed Chad for [its] ruin": not of whoever is blamed, who is returned.
Index Anaphora::blamed_for(Index mention) const {
  static constexpr auto kHarms = word_set({"murder", "death", "killing", "assassination", "poisoning", "abduction", "kidnapping", "ouster", "overthrow",
                                          "downfall", "arrest", "imprisonment", "torture", "shooting", "disappearance", "ruin"});
  const Mention& m = document_.mentions[mention];
  const std::vector<Token>& tokens = document_.tokens.tokens;
  if (mention == 0 || m.first < 2 || m.last >= tokens.size() || !kHarms.contains(tokens[m.last].hash)) return kNone;
  Index before = mention;
  while (before > 0 && document_.mentions[before - 1].last > m.first) --before;   // "[[his] murder]"
  if (before == 0) return kNone;
  const Mention& blamed = document_.mentions[before - 1];
  return blamed.last + 1 == m.first ? blamed.entity : kNone;
}

// "a police [spokesman] said he had been arrested": somebody whom nobody names speaks of another.
bool Anaphora::speaks_for_others(const Mention& speaker) const {
  static constexpr auto kVoices = word_set({"spokesman", "spokeswoman", "spokesperson", "prosecutor",
                                           "lawyer", "attorney", "doctor", "witness", "source"});
  return speaker.form == MentionForm::kNominal &&
         document_.entities[speaker.entity].type == MentionType::kGroup &&
         kVoices.contains(head(speaker));
}

// "a police spokesman said that [he] had": who says so; kNone if it is nobody such.
Index Anaphora::voice_before(Index mention) const {
  static constexpr auto kSays =
      word_set({"said", "says", "told", "added", "confirmed", "announced", "insisted", "claimed"});
  static constexpr std::uint64_t kThat = word_hash("that");
  const Mention& m = document_.mentions[mention];
  const std::vector<Token>& tokens = document_.tokens.tokens;
  if (m.first < 2) return kNone;
  Index verb = m.first - 1;
  if (tokens[verb].hash == kThat) --verb;
  if (!kSays.contains(tokens[verb].hash)) return kNone;
  for (Index i = mention;
       i-- > 0 && i + 4 > mention && document_.mentions[i].sentence == m.sentence;) {
    const Mention& speaker = document_.mentions[i];
    if (speaker.last == verb && speaker.entity != kNone && speaks_for_others(speaker))
      return speaker.entity;
  }
  return kNone;
}

// "Cordovez met Wakil in Kabul in [his] effort to": whom the sentence is about; kNone if it is no
// effort.
Index Anaphora::of_whose_effort(Index mention) const {
  static constexpr auto kEfforts =
      word_set({"effort", "efforts", "bid", "attempt", "attempts", "quest", "campaign", "drive"});
  const Mention& m = document_.mentions[mention];
  const std::vector<Token>& tokens = document_.tokens.tokens;
  if (m.first < 2 || m.last >= tokens.size()) return kNone;
  return kEfforts.contains(tokens[m.last].hash) ? opens_main_clause(mention) : kNone;
}

// "after the firm withdrew [its] services": of somebody whom nothing links to what was named.
Index Anaphora::of_unknown_doer(Index mention) const {
  const Mention& m = document_.mentions[mention];
  const std::vector<Token>& tokens = document_.tokens.tokens;
  if (m.first < 3 || !document_.slice(tokens[m.first - 1].span()).ends_with("ed")) return kNone;
  static constexpr auto kBodies =
      word_set({"company", "firm", "ministry", "court", "commission", "agency", "bank", "airline",
                "committee", "party", "parliament", "tribunal"});
  if (!kBodies.contains(tokens[m.first - 2].hash) ||
      !kDefiniteWords.contains(tokens[m.first - 3].hash))
    return kNone;
  for (Index i = mention; i-- > 0 && document_.mentions[i].last + 4 > m.first;) {
    if (document_.mentions[i].last == m.first - 1 && document_.mentions[i].entity != kNone)
      return kNone;
  }
  return kNobody;
}

// "Kono and [his] Russian counterpart", "Iran and [its] proxies": whoever stands in front of "and";
// kNone if nobody does.
Index Anaphora::joined_with_own(Index mention) const {
  const Mention& m = document_.mentions[mention];
  if (mention == 0 || m.first < 2) return kNone;
  Index before = mention;
  while (before > 0 && document_.mentions[before - 1].last > m.first) --before;
  if (before == 0) return kNone;
  const Mention& own = document_.mentions[before - 1];
  if (own.last != m.first - 1 || own.entity == kNone || own.form == MentionForm::kPronominal ||
      own.type == MentionType::kNationality)
    return kNone;
  return agrees_with(m, own) ? own.entity : kNone;
}

// "Kenya's president said on Monday that [he] would": whoever says so, if no more than a day stands between.
Index Anaphora::says_of_himself(Index mention) const {
  static constexpr auto kSays = word_set({"said", "says", "insisted", "insists", "added", "announced", "claimed", "claims", "declared", "warned", "promised", "stated",
                                         "believes", "believed", "hopes", "hoped", "confirmed", "admitted", "denied", "argued", "vowed", "pledged", "thought", "thinks"});
  static constexpr std::uint64_t kThat = word_hash("that"), kOn = word_hash("on");
  const Mention& m = document_.mentions[mention];
  const std::vector<Token>& tokens = document_.tokens.tokens;
  const Sentence& sentence = document_.sentences()[m.sentence];
  if (mention == 0 || m.first < sentence.first + 2) return kNone;
  Index verb = m.first - 1, before = mention;
  if (tokens[verb].hash == kThat) --verb;
  if (const Mention& day = document_.mentions[before - 1]; day.type == MentionType::kDate && day.last == verb + 1 && day.first > sentence.first + 1) {
    verb = day.first - 1;
    if (tokens[verb].hash == kOn) --verb;
    --before;
  }
  // "said in an interview that he"
  static constexpr auto kWhere = word_set({"in", "at", "on", "during", "after", "through", "by"});
  constexpr Index kLongest = 8;  // tokens
  if (verb > sentence.first && !kSays.contains(tokens[verb].hash) &&
      tokens[m.first - 1].hash == kThat) {
    Index t = verb;
    while (t > sentence.first && t + kLongest > verb && tokens[t].word() &&
           !kSays.contains(tokens[t].hash) && !kClauseOpeners.contains(tokens[t].hash))
      --t;
    if (kSays.contains(tokens[t].hash) && kWhere.contains(tokens[t + 1].hash)) {
      verb = t;
      while (before > 0 && document_.mentions[before - 1].first > verb) --before;
    }
  }
  if (verb <= sentence.first || !kSays.contains(tokens[verb].hash)) return kNone;
  // "the president [of Kenya] said"
  static constexpr std::uint64_t kOf = word_hash("of");
  if (before == 0) return kNone;
  if (const Mention& of = document_.mentions[before - 1]; of.last == verb && of.first > sentence.first + 1 && tokens[of.first - 1].hash == kOf) {
    verb = of.first - 1;
    --before;
  }
  for (Index i = before; i-- > 0 && document_.mentions[i].sentence == m.sentence && i + 4 > before;) {
    const Mention& speaker = document_.mentions[i];
    const bool insertion = speaker.last + 1 == verb && document_.slice(tokens[speaker.last].span()) == ",";
    if ((speaker.last != verb && !insertion) || speaker.type != MentionType::kPerson || speaker.entity == kNone || speaker.plural) continue;
    const Entity& e = document_.entities[speaker.entity];
    if (e.plural || !e.members.empty() || (e.gender != '-' && e.gender != m.gender)) return kNone;
    if (speaks_for_others(speaker)) return kNone;
    return e.type == MentionType::kPerson || e.type == MentionType::kGroup ? speaker.entity : kNone;
  }
  return kNone;
}

// "Chile took Peru to the court, accusing [it]": whom the sentence has for its object, not where he is taken.
Index Anaphora::charged_in_turn(Index mention) const {
  static constexpr auto kCharging = word_set({"accusing", "blaming", "suspecting", "alleging", "claiming", "saying", "charging"});
  static constexpr auto kTaken = word_set({"took", "taken", "referred", "reported", "hauled", "dragged", "sued", "takes", "refers", "reports", "taking"});
  static constexpr std::uint64_t kTo = word_hash("to");
  const Mention& m = document_.mentions[mention];
  const std::vector<Token>& tokens = document_.tokens.tokens;
  if (!kCharging.contains(tokens[m.first - 1].hash)) return kNone;
  for (Index i = first_of_sentence(mention); i < mention; ++i) {
    const Mention& object = document_.mentions[i];
    const Index start = start_of(object);
    if (object.entity == kNone || start == 0 || !kTaken.contains(tokens[start - 1].hash)) continue;
    return object.last < tokens.size() && tokens[object.last].hash == kTo ? object.entity : kNone;
  }
  return kNone;
}

// "[its] ambassador", "[its] military attache"
bool Anaphora::has_envoy(const Mention& m) const {
  static constexpr auto kEnvoys = word_set({"ambassador", "ambassadors", "envoy", "envoys", "diplomat", "diplomats", "consul", "attache", "diplomatic"});
  const std::vector<Token>& tokens = document_.tokens.tokens;
  return (m.last < tokens.size() && kEnvoys.contains(tokens[m.last].hash)) ||
         (m.last + 1 < tokens.size() && kEnvoys.contains(tokens[m.last + 1].hash));
}

// "Mexico broke with Ecuador after police stormed [its] embassy in Quito": not of the state that it stands in.
Index Anaphora::host_of_mission(Index mention) const {
  static constexpr auto kMissions = word_set({"embassy", "embassies", "consulate", "consulates", "mission", "ambassador", "envoy", "chancery"});
  static constexpr auto kAt = word_set({"in", "to", "at"});
  const Mention& m = document_.mentions[mention];
  const std::vector<Token>& tokens = document_.tokens.tokens;
  if (m.last + 2 >= tokens.size() || !kMissions.contains(tokens[m.last].hash) || !kAt.contains(tokens[m.last + 1].hash)) return kNone;
  for (Index i = mention + 1; i < document_.mentions.size() && document_.mentions[i].first <= m.last + 3; ++i) {
    const Mention& place = document_.mentions[i];
    if (place.first < m.last + 2 || place.entity == kNone) continue;
    const Entity& e = document_.entities[place.entity];
    if (e.type == MentionType::kState) return place.entity;
    if (e.type != MentionType::kCity && e.type != MentionType::kPlace) continue;
    const Index state = e.record == kNone ? kNone : gazetteer_.facts(e.record).state;
    return state == kNone ? kNone : table_.known(state);
  }
  return kNone;
}

// "Chad helped Cameroon fight the rebels, [its] information minister said": whose sentence it is.  kNone if nobody says so.
Index Anaphora::whose_speaker(Index mention) const {
  static constexpr std::uint64_t kComma = word_hash(","), kStop = word_hash("."), kOn = word_hash("on"), kTold = word_hash("told");
  static constexpr auto kSays = word_set({"said", "says", "announced", "reported", "added"});
  const Mention& m = document_.mentions[mention];
  const std::vector<Token>& tokens = document_.tokens.tokens;
  const Sentence& sentence = document_.sentences()[m.sentence];
  if (m.first < sentence.first + 2) return kNone;
  constexpr Index kFarthest = 10;   // tokens
  Index verb = m.first + 1;
  while (verb < sentence.last && verb < m.first + kFarthest && !kSays.contains(tokens[verb].hash) && tokens[verb].hash != kTold) ++verb;
  if (verb + 1 >= sentence.last || verb == m.first + kFarthest) return kNone;
  const std::uint64_t after = tokens[verb + 1].hash;
  if (tokens[verb].hash != kTold && after != kStop && after != kOn && after != kComma) return kNone;
  for (Index i = first_of_sentence(mention); i < mention; ++i) {
    const Mention& other = document_.mentions[i];
    if (other.entity == kNone || other.form != MentionForm::kNamed) continue;
    const MentionType type = document_.entities[other.entity].type;
    const bool body = type == MentionType::kState || is_a(type, MentionType::kOrganisation);
    return body && other.first <= sentence.first + 1 && other.type != MentionType::kNationality ? other.entity : kNone;
  }
  return kNone;
}

// "Britain recalled [its] ambassador": whoever stands before the verb recalls his own.  kNone if it says nothing of it.
Index Anaphora::of_the_doer(Index mention) const {
  static constexpr auto kCallsBack = word_set({"recalled", "recalls", "recalling", "withdrew", "withdraws", "withdrawn"});
  const Mention& m = document_.mentions[mention];
  const std::vector<Token>& tokens = document_.tokens.tokens;
  if (mention == 0 || m.first < 2 || !kCallsBack.contains(tokens[m.first - 1].hash) || !has_envoy(m)) return kNone;
  Index at = mention;
  while (at > 0 && document_.mentions[at - 1].last > m.first) --at;   // "[[its] ambassador]"
  if (at == 0) return kNone;
  const Mention& doer = document_.mentions[at - 1];
  const bool state = doer.type == MentionType::kState || doer.type == MentionType::kCity;
  return doer.last + 1 == m.first && state ? doer.entity : kNone;
}

// "blamed Israel, which [it] said had", "Israel, whose forces [it] accuses": whom the clause is about is somebody else.
Index Anaphora::led_by_relative(Index mention) const {
  static constexpr auto kRelatives = word_set({"which", "whom", "who"});
  static constexpr std::uint64_t kWhose = word_hash("whose");
  constexpr Index kFarthest = 5;   // tokens
  const Mention& m = document_.mentions[mention];
  const std::vector<Token>& tokens = document_.tokens.tokens;
  const Index first = document_.sentences()[m.sentence].first;
  if (mention == 0 || m.first < first + 2) return kNone;
  Index at = m.first - 1;
  // "a company that [it] said had helped": so is whoever is said to do it
  static constexpr std::uint64_t kThat = word_hash("that");
  static constexpr auto kSays = word_set({"said", "says", "say", "believes", "believed", "claimed", "claims", "alleged", "alleges", "thinks", "suspects", "insists"});
  static constexpr auto kDoes = word_set({"had", "has", "have", "was", "were", "is", "are", "would", "will", "could", "may", "might", "did", "helped", "backed"});
  const bool said = tokens[at].hash == kThat && m.last + 1 < tokens.size() && kSays.contains(tokens[m.last].hash) && kDoes.contains(tokens[m.last + 1].hash);
  if (!said && !kRelatives.contains(tokens[at].hash)) {
    while (at > first && at + kFarthest > m.first && tokens[at].word() && tokens[at].hash != kWhose) --at;
    if (tokens[at].hash != kWhose) return kNone;
  }
  Index before = mention;
  while (before > 0 && document_.mentions[before - 1].last > at) --before;
  if (before == 0) return kNone;
  // "a [[Chinese] company] that"
  while (said && before > 1 && document_.mentions[before - 2].last >= document_.mentions[before - 1].last) --before;
  const Mention& about = document_.mentions[before - 1];
  return about.sentence == m.sentence && about.last + 2 >= at ? about.entity : kNone;
}

// "[It] urged Kabul to act", "[they] fired at Israel": not whom the clause names right behind its verb (principle C).
Index Anaphora::named_behind(Index mention) const {
  constexpr Index kFarthest = 3;   // tokens
  const Mention& m = document_.mentions[mention];
  if (mention + 1 >= document_.mentions.size()) return kNone;
  const Mention& next = document_.mentions[mention + 1];
  if (next.sentence != m.sentence || next.first <= m.last || next.first > m.last + kFarthest || next.form != MentionForm::kNamed) return kNone;
  // "[They] flew to Moscow", "[they] live in Chad": people of that state may
  static constexpr auto kWhere = word_set({"to", "in", "from", "into", "for", "near", "via", "through"});
  for (Index t = m.last; t < next.first; ++t) {
    const Token& token = document_.tokens.tokens[t];
    if (!token.word() || kClauseOpeners.contains(token.hash) || (m.plural && kWhere.contains(token.hash))) return kNone;
  }
  if (next.type != MentionType::kCity || !is_seat(gazetteer_, next)) return next.entity;
  const Index actor = gazetteer_.impl().extra(next.record).actor;
  const Index state = table_.known(actor);
  return state != kNone ? state : next.entity;
}

// "Chad said rebels had fled. They crossed from Sudan, [it] added": who said what the sentence before tells; kNone if nobody did.
Index Anaphora::said_before(const Mention& m) const {
  static constexpr auto kSaid = word_set({"said", "says", "announced", "reported", "claimed", "stated"});
  if (m.plural || m.sentence == 0) return kNone;
  const std::vector<Token>& tokens = document_.tokens.tokens;
  const Sentence& before = document_.sentences()[m.sentence - 1];
  for (auto other = first_mention_from(m.sentence - 1); other != document_.mentions.end() && other->sentence == m.sentence - 1; ++other) {
    if (other->entity == kNone || other->plural || other->last >= before.last || !kSaid.contains(tokens[other->last].hash)) continue;
    if (tokens[other->last - 1].has(kPossessive)) continue;
    const Entity& e = document_.entities[other->entity];
    const bool body = e.type == MentionType::kState || is_a(e.type, MentionType::kOrganisation) || is_seat(gazetteer_, *other) ||
                      (e.type == MentionType::kGroup && other->gender == 'n');
    return body && start_of(*other) == before.first ? other->entity : kNone;
  }
  return kNone;
}

// "The army killed four rebels in Iraq, [it] said in a statement": whom the sentence began with.
Index Anaphora::says_at_end(Index mention) const {
  static constexpr auto kSaid = word_set({"said", "says", "added", "announced"});
  static constexpr auto kBehind = word_set({"in", "on", ".", "late", "early", ",", "through"});
  static constexpr auto kNoNames = word_set({"on", "in", "at", "after", "for", "with", "by", "from", "of"});
  const Mention& m = document_.mentions[mention];
  const std::vector<Token>& tokens = document_.tokens.tokens;
  if (m.last + 1 >= tokens.size()) return kNone;
  if (!kSaid.contains(tokens[m.last].hash) || !kBehind.contains(tokens[m.last + 1].hash)) return kNone;
  for (Index i = first_of_sentence(mention); i < mention; ++i) {
    const Mention& other = document_.mentions[i];
    if (other.type == MentionType::kDate || other.entity == kNone) continue;
    const Index start = start_of(other);
    if (start > document_.sentences()[m.sentence].first && kNoNames.contains(tokens[start - 1].hash)) return said_before(m);
    const bool one = other.plural == m.plural || is_a(other.type, MentionType::kOrganisation);
    return one && document_.entities[other.entity].type != MentionType::kPerson ? other.entity : said_before(m);
  }
  return said_before(m);
}

// "[its] foreign minister", "[its] president"
bool Anaphora::has_minister(const Mention& m) const {
  static constexpr auto kOffices = word_set({"minister", "president", "premier", "foreign", "prime", "defence", "defense", "interior", "envoy", "ambassador",
                                            "government", "parliament", "spokesman", "spokeswoman", "leader", "army"});
  const std::vector<Token>& tokens = document_.tokens.tokens;
  return m.last < tokens.size() && kOffices.contains(tokens[m.last].hash);
}

// "In a letter to [Putin] he called", "In talks with [Mukherjee] he praised": whom the phrase before the clause names is
// somebody else.
Index Anaphora::fronted_other(Index mention) const {
  static constexpr auto kFronts = word_set({"in", "during", "after", "at", "over"});
  static constexpr auto kSpeech = word_set({"letter", "talks", "call", "calls", "message", "conversation", "meeting", "telegram", "note", "cable", "negotiations",
                                           "discussions", "summit", "dinner", "lunch", "letters", "consultations", "statement"});
  static constexpr auto kToward = word_set({"to", "with"});
  const Mention& m = document_.mentions[mention];
  const std::vector<Token>& tokens = document_.tokens.tokens;
  const Sentence& sentence = document_.sentences()[m.sentence];
  constexpr Index kFarthest = 16;   // tokens
  if (m.first < sentence.first + 4 || m.first > sentence.first + kFarthest || !kFronts.contains(tokens[sentence.first].hash)) return kNone;
  Index speech = kNone, toward = kNone;
  for (Index t = sentence.first + 1; t < m.first; ++t) {
    if (kSpeech.contains(tokens[t].hash)) speech = t;
    if (speech != kNone && kToward.contains(tokens[t].hash)) toward = t;
  }
  if (toward == kNone) return kNone;
  Index other = kNone;
  for (Index i = first_of_sentence(mention); i < mention; ++i) {
    const Mention& before = document_.mentions[i];
    if (before.first <= toward || before.last > m.first || before.entity == kNone) continue;
    if (document_.entities[before.entity].type == MentionType::kPerson || other == kNone) other = before.entity;
  }
  return other;
}

// "Kenya left, and Chad has ended [its] support": whoever stands at the head of the clause, right before its verb.
Index Anaphora::of_verb_beside(Index mention) const {
  static constexpr auto kOpens = word_set({"and", "but", "while", "whereas", "as", "after", "before", "when", "because", "that", "though", "although", "once", "if"});
  static constexpr auto kHelps = word_set({"must", "will", "would", "may", "might", "can", "could", "should", "shall", "has", "had", "did", "does", "is", "was",
                                           "not", "also", "then", "never", "already", "since", "soon", "now", "later", "still", "be", "been"});
  static constexpr auto kNoVerbs = word_set({"and", "or", "but", "with", "of", "in", "on", "for", "from", "to", "by", "at", "over", "under", "about", "against", "as",
                                             "after", "before", "like", "into", "than", "that", "while", "when", "because", "who", "which", "whose", "near", "is", "was",
                                             "said", "says", "say", "claims", "claimed", "believes", "fears", "hopes", "insisted", "insists", "announced", "warned", "confirmed"});
  constexpr Index kLongest = 4;   // tokens
  const Mention& m = document_.mentions[mention];
  const std::vector<Token>& tokens = document_.tokens.tokens;
  if (mention == 0) return kNone;
  Index at = mention - 1;
  while (at > 0 && document_.mentions[at].sentence == m.sentence && document_.mentions[at - 1].last == document_.mentions[at].last) --at;   // the longest that ends there
  const Mention& subject = document_.mentions[at];
  if (subject.sentence != m.sentence || subject.entity == kNone || subject.form != MentionForm::kNamed || subject.last >= m.first || m.first - subject.last > kLongest) return kNone;
  const bool acts = subject.type == MentionType::kState || is_a(subject.type, MentionType::kOrganisation) || is_seat(gazetteer_, subject);
  if (!acts || tokens[subject.last - 1].has(kPossessive)) return kNone;
  const Index first = start_of(subject), sentence = document_.sentences()[m.sentence].first;
  if (first != sentence && tokens[first - 1].word() && !kOpens.contains(tokens[first - 1].hash)) return kNone;
  // "hopes that Mali and [Chad] end its war"
  static constexpr std::uint64_t kAnd = word_hash("and");
  if (first > sentence && tokens[first - 1].hash == kAnd && at > 0 && document_.mentions[at - 1].last + 1 == first && document_.mentions[at - 1].sentence == m.sentence) {
    return kNone;
  }
  for (Index t = subject.last; t + 1 < m.first; ++t) {
    if (!kHelps.contains(tokens[t].hash)) return kNone;
  }
  const Token& verb = tokens[m.first - 1];
  return verb.word() && !verb.has(kInitialCapital) && !verb.has(kPossessive) && !kNoVerbs.contains(verb.hash) ? subject.entity : kNone;
}

// "Kenya sent rice to Chad, but [it] kept the maize": whoever began the sentence goes on, if nobody says or qualifies anything in between.
Index Anaphora::goes_on(Index mention) const {
  static constexpr auto kAnd = word_set({"but", "and", "though", "although", "yet"});
  static constexpr auto kOthers = word_set({"that", "said", "says", "who", "which", "whose", "when", "as", "because", "while", "if", "where", "told", "accused",
                                           "accuses", "denied", "warned", "believes", "claims", "claimed"});
  static constexpr std::uint64_t kIt = word_hash("it"), kIts = word_hash("its");
  const Mention& m = document_.mentions[mention];
  const std::vector<Token>& tokens = document_.tokens.tokens;
  const Sentence& sentence = document_.sentences()[m.sentence];
  static constexpr auto kWhich = word_set({"which", "whom"});
  if (m.first < sentence.first + 3) return kNone;
  // "Kenya has quarrelled with Britain, which [it] accuses"; "Cairo appealed to the bloc, and [its] foreign minister said"
  const bool relative = head(m) == kIt && kWhich.contains(tokens[m.first - 1].hash) && document_.slice(tokens[m.first - 2].span()) == ",";
  const bool office = head(m) == kIts && kAnd.contains(tokens[m.first - 1].hash) && document_.slice(tokens[m.first - 2].span()) == "," && has_minister(m);
  if (!relative && !office && (head(m) != kIt || !kAnd.contains(tokens[m.first - 1].hash))) return kNone;
  const Index first = first_of_sentence(mention);
  if (first == mention) return kNone;
  const Mention& subject = document_.mentions[first];
  if (start_of(subject) != sentence.first || subject.entity == kNone || subject.plural || tokens[subject.last - 1].has(kPossessive) || tokens[subject.last].has(kPossessive)) return kNone;
  if (!tokens[subject.last].word()) return kNone;   // "Kenya, Chad and", "In Kenya,"
  for (Index t = subject.last; t + (relative ? 1 : 0) < m.first; ++t) {
    if (kOthers.contains(tokens[t].hash) || document_.slice(tokens[t].span()) == ";") return kNone;
    // "Kenya and [Chad]": two
    if (t == subject.last && kAnd.contains(tokens[t].hash)) return kNone;
  }
  const bool state = subject.type == MentionType::kState || is_seat(gazetteer_, subject);
  return state || (is_a(document_.entities[subject.entity].type, MentionType::kOrganisation)) ? subject.entity : kNone;
}

// "Before [it] left the bloc, Togo signed": whom the main clause is about, where nobody has been named yet; kNone if nobody is.
Index Anaphora::named_later(Index mention) const {
  static constexpr auto kOpeners =
      word_set({"after",  "before", "although", "though",  "while", "since", "when",   "as", "because", "if",     "once", "until",
                "unless", "in",     "with",     "despite", "by",    "at",    "during", "on", "for",     "having", "even"});
  static constexpr std::uint64_t kComma = word_hash(",");
  constexpr Index kInside = 7, kFarthest = 40, kTitle = 6;   // tokens
  const Mention& m = document_.mentions[mention];
  const std::vector<Token>& tokens = document_.tokens.tokens;
  const Sentence& sentence = document_.sentences()[m.sentence];
  Index first = sentence.first;
  if (!tokens[first].word() && first + 1 < sentence.last) ++first;
  if (m.first > first + kInside || !kOpeners.contains(tokens[first].hash)) return kNone;
  if (!kPossessives.contains(head(m)) && is_object(m)) return kNone;
  Index comma = m.last;
  while (comma < sentence.last && comma < m.last + kFarthest && tokens[comma].hash != kComma) ++comma;
  if (comma + 1 >= sentence.last || tokens[comma].hash != kComma) return kNone;
  for (Index i = mention + 1; i < document_.mentions.size() && document_.mentions[i].first <= comma + kTitle; ++i) {
    const Mention& other = document_.mentions[i];
    if (other.first <= comma || other.sentence != m.sentence || other.type == MentionType::kDate) continue;
    for (Index t = comma + 1; t < other.first; ++t) {
      if (!tokens[t].word() || kClauseOpeners.contains(tokens[t].hash)) return kNone;
    }
    if (other.form != MentionForm::kNamed || other.entity == kNone) continue;
    // "Togo's president": not the state; "Togo, Benin and": a list that goes on
    if (other.last < tokens.size() && (tokens[other.last].has(kPossessive) || tokens[other.last - 1].has(kPossessive))) continue;
    const Entity& e = document_.entities[other.entity];
    const bool person = e.type == MentionType::kPerson;
    if (m.plural) return kNone;
    if (m.gender == 'm' || m.gender == 'f') {
      if (!person) continue;
      return e.gender == '-' || e.gender == m.gender ? other.entity : kNone;
    }
    if (person) return kNone;
    const bool body = other.type == MentionType::kState || other.type == MentionType::kCity || is_a(other.type, MentionType::kOrganisation);
    if (!body) continue;
    // "U.S. President Bush": the state is part of his title
    const bool titled = i + 1 < document_.mentions.size() && document_.mentions[i + 1].first == other.last &&
                        (document_.mentions[i + 1].type == MentionType::kOffice || document_.mentions[i + 1].type == MentionType::kPerson);
    return titled ? kNone : other.entity;
  }
  return kNone;
}

// "fired at Chad in retaliation for the killing of two of [its] generals": not theirs whom it was done to.
Index Anaphora::done_in_return(Index mention) const {
  static constexpr auto kReturn = word_set({"retaliation", "revenge", "reprisal", "retribution", "response"});
  constexpr Index kFarthest = 9;   // tokens
  const Mention& m = document_.mentions[mention];
  const std::vector<Token>& tokens = document_.tokens.tokens;
  const Index from = std::max(document_.sentences()[m.sentence].first, m.first > kFarthest ? m.first - kFarthest : 0);
  Index word = m.first;
  while (word > from && !kReturn.contains(tokens[word - 1].hash)) --word;
  if (word == from) return kNone;
  for (Index i = mention; i-- > 0 && document_.mentions[i].sentence == m.sentence;) {
    const Mention& other = document_.mentions[i];
    if (other.last > word - 1 || other.entity == kNone || other.type == MentionType::kDate) continue;
    return other.entity;
  }
  return kNone;
}

// "Togo, accusing Ghana of theft, closed [its] border": nobody closes another's; whoever the sentence begins with, kNone where it says nothing.
Index Anaphora::closes_own(Index mention) const {
  static constexpr auto kCloses =
      word_set({"closed", "closes", "shut", "shuts", "sealed", "seals", "reopened", "reopens", "reinforced", "closing", "reopening"});
  static constexpr auto kOwn = word_set({"border", "borders", "embassy", "consulate", "airspace", "frontier", "ports", "land", "mission", "skies"});
  static constexpr auto kOthers =
      word_set({"that", "said", "says", "and", "who", "which", "but", "after", "when", "because", ";", "while", "as", "before"});
  const Mention& m = document_.mentions[mention];
  const std::vector<Token>& tokens = document_.tokens.tokens;
  const Sentence& sentence = document_.sentences()[m.sentence];
  if (m.first < sentence.first + 2 || m.last >= tokens.size() || !kCloses.contains(tokens[m.first - 1].hash) ||
      !kOwn.contains(tokens[m.last].hash)) {
    return kNone;
  }
  const Mention& subject = document_.mentions[first_of_sentence(mention)];
  if (start_of(subject) != sentence.first || subject.entity == kNone || subject.plural || tokens[subject.last].has(kPossessive)) return kNone;
  for (Index t = subject.last; t < m.first; ++t) {
    if (kOthers.contains(tokens[t].hash)) return kNone;
  }
  const bool state = subject.type == MentionType::kState || is_seat(gazetteer_, subject);
  return state ? subject.entity : kNone;
}

// "Chad said that Mali had fired and that [it] would": who says so would; kNone where the words say nothing of it.
Index Anaphora::said_besides(Index mention) const {
  static constexpr std::uint64_t kThat = word_hash("that");
  static constexpr auto kAnd = word_set({"and", "but"});
  static constexpr auto kSaid = word_set({"said", "says"});
  static constexpr auto kWould = word_set({"would", "will"});
  const Mention& m = document_.mentions[mention];
  const std::vector<Token>& tokens = document_.tokens.tokens;
  const Sentence& sentence = document_.sentences()[m.sentence];
  if (m.first < sentence.first + 5 || !kAnd.contains(tokens[m.first - 2].hash) || m.last >= sentence.last) return kNone;
  const bool plans = kWould.contains(tokens[m.last].hash);
  Index that = m.first - 2;
  while (that > sentence.first && tokens[that].hash != kThat) --that;
  if (that == sentence.first || !kSaid.contains(tokens[that - 1].hash)) return kNone;
  const bool thing = m.gender == 'n' || m.gender == '-';
  Index speaker = kNone, subject = kNone;
  for (Index i = first_of_sentence(mention); i < mention && subject == kNone; ++i) {
    const Mention& other = document_.mentions[i];
    if (other.entity == kNone || other.type == MentionType::kDate || other.plural) continue;
    const bool person = document_.entities[other.entity].type == MentionType::kPerson;
    if (person == thing || (tokens[other.last].has(kPossessive))) continue;
    const Index start = start_of(other);
    if (other.last + 1 == that && other.last < that) speaker = other.entity;
    else if (start == that + 1 || other.first == that + 1) subject = other.entity;   // "that [Togo]", "that the [bloc]"
  }
  return plans ? speaker : subject;
}

// "Egyptian police shot four men. The ministry accused [them]": no state's body does it to its own.
bool Anaphora::of_same_state(const Entity& group, Index body) const {
  const Entity& other = document_.entities[body];
  const std::string_view code = other.type == MentionType::kState ? std::string_view(other.id) : std::string_view(other.state);
  return group.type == MentionType::kGroup && other.type != MentionType::kPerson && !code.empty() && group.state == code;
}

bool Anaphora::begins_sentence(Index entity, Index sentence) const {
  const auto first = first_mention_from(sentence);
  return first != document_.mentions.end() && first->sentence == sentence && first->entity == entity;
}

// "[Rebels] told Togo to free them", "Their [wives] asked Spain to": who begins the clause is not who it ends with.
bool Anaphora::acts_on_them(const Mention& other, const Mention& m) const {
  const std::vector<Token>& tokens = document_.tokens.tokens;
  if (other.first > 0 && tokens[other.first - 1].kind == TokenKind::kNumber) return false;   // "captured 12 [men] and held them"
  const Index first = document_.sentences()[m.sentence].first;
  const bool own = other.first == first + 1 && kPossessives.contains(tokens[first].hash);
  if (!own && !begins_clause(other)) return false;
  if (same_clause(other, m)) return true;
  // ", killing hundreds of [them]": of the same clause
  static constexpr auto kGiving = word_set({"killing", "wounding", "arresting", "injuring", "detaining", "capturing", "hurting", "taking",
                                           "freeing", "leaving", "forcing"});
  bool participle = false, whole = true;
  for (Index t = other.last; t < m.first; ++t) {
    participle = participle || kGiving.contains(tokens[t].hash);
    whole = whole && !kClauseOpeners.contains(tokens[t].hash);
  }
  return participle && whole;
}

// "sent [troops] to help them", "asked the Council to stop [it]": who is to do it is not who it is done to.
bool Anaphora::sent_to(const Mention& other, const Mention& m) const {
  static constexpr auto kHelps = word_set({"help", "free", "protect", "support", "assist", "replace", "fight", "rescue", "train", "back",
                                          "stop", "guard", "catch", "arrest", "attack", "kill", "join", "drive", "hunt", "punish", "defend",
                                          "release", "expel", "condemn", "recognise", "recognize"});
  static constexpr std::uint64_t kTo = word_hash("to");
  const std::vector<Token>& tokens = document_.tokens.tokens;
  return m.first == other.last + 2 && tokens[other.last].hash == kTo && kHelps.contains(tokens[m.first - 1].hash);
}

// Does a comma stand between them?
bool Anaphora::between_commas(const Mention& a, const Mention& b) const {
  static constexpr auto kBreaks = word_set({",", ";", "and", "but", "said", "says"});
  for (Index t = a.last; t < b.first; ++t) {
    if (kBreaks.contains(document_.tokens.tokens[t].hash)) return true;
  }
  return false;
}

// "between [Togo and Mali]"
bool Anaphora::behind_preposition(const Mention& m) const {
  static constexpr auto kSet = word_set({"of", "for", "from", "with", "in", "at", "by", "on", "against", "between", "among", "to", "near",
                                        "about", "under", "into"});
  const Index start = start_of(m, true);
  return start > 0 && kSet.contains(document_.tokens.tokens[start - 1].hash);
}

// "Police fired at protesters. Five of [them] were killed", "[They] were arrested", "demanded [their] release": those it was done to.
bool Anaphora::of_victims(const Mention& m) const {
  static constexpr std::uint64_t kOf = word_hash("of");
  static constexpr auto kWere = word_set({"were", "was", "are", "have", "been", "later", "also", "not", "both", "all", "then",
                                        "had", "would", "will", "could", "should", "must", "may", "might", "be", "being", "only", "still"});
  static constexpr auto kHarmed = word_set({"seen", "tortured", "charged", "tried", "jailed", "deported", "expelled", "rescued", "sentenced", "abducted", "kidnapped", "held", "taken",
                                           "killed", "shot", "wounded", "injured", "arrested", "detained", "captured", "hurt", "beaten", "hanged", "executed",
                                           "freed", "released", "died", "dead"});
  const std::vector<Token>& tokens = document_.tokens.tokens;
  static constexpr std::uint64_t kThey = word_hash("they"), kTheir = word_hash("their"), kAmong = word_hash("among");
  static constexpr auto kDone = word_set({"release", "freedom", "deaths", "killing", "killings", "rescue", "captors", "abduction",
                                         "kidnapping", "detention", "arrest", "arrests", "execution", "executions", "murder", "return",
                                         "immediate", "trial", "deportation", "extradition"});
  if (head(m) == kTheir) return m.last < tokens.size() && kDone.contains(tokens[m.last].hash);
  if (m.first > 1 && tokens[m.first - 1].hash == kAmong) return true;
  if (m.first < 2 || (tokens[m.first - 1].hash != kOf && head(m) != kThey)) return false;
  static constexpr auto kBe = word_set({"were", "was", "are", "been", "be", "being"});
  bool passive = false;
  Index at = m.last;
  for (; at < tokens.size() && kWere.contains(tokens[at].hash); ++at) passive = passive || kBe.contains(tokens[at].hash);
  return passive && at < tokens.size() && kHarmed.contains(tokens[at].hash);
}

// "[They] agreed on it", "talks between [them]": what two do with each other.
bool Anaphora::done_together(const Mention& m) const {
  static constexpr auto kTogether =
      word_set({"agree",      "meet",      "discuss",    "sign",      "negotiate",  "speak",
                "agreed",     "discussed", "met",        "signed",    "exchanged",  "shook",
                "negotiated", "spoke",     "talked",     "conferred", "initialled", "hugged",
                "embraced",   "clashed",   "quarrelled", "dined",     "reviewed",   "disagreed"});
  static constexpr auto kAlso =
      word_set({"also",  "both",  "later", "then",  "had",    "have", "last", "first",
                "again", "would", "will",  "could", "should", "must", "may",  "might",
                "are",   "were",  "to",    "due",   "did",    "not"});
  static constexpr std::uint64_t kThey = word_hash("they"), kBetween = word_hash("between");
  const std::vector<Token>& tokens = document_.tokens.tokens;
  if (head(m) != kThey) return m.first > 0 && tokens[m.first - 1].hash == kBetween;
  Index at = m.last;
  while (at < tokens.size() && at < m.last + 3 && kAlso.contains(tokens[at].hash)) ++at;
  return at < tokens.size() && kTogether.contains(tokens[at].hash);
}

// "Peres telephoned Arafat and [they] agreed", "Chad's minister met his Togolese colleague": the only two of a sentence; kNone if there are more.
Index Anaphora::two_named(const Mention& m, const History& history, Index sentences) {
  // "his [Togolese] counterpart"
  static constexpr auto kCounterparts = word_set({"counterpart", "colleague"});
  const auto person = [&](const Mention& other, const Entity& e) {
    const std::vector<Token>& tokens = document_.tokens.tokens;
    if (sentences > 0 && other.sentence == m.sentence) return false;   // "Bo and Li quarrelled. Ma mediated between [them]"
    if (other.type == MentionType::kNationality) {
      return e.members.empty() && other.last + 1 < tokens.size() && kCounterparts.contains(tokens[other.last].hash) &&
             document_.slice(tokens[other.last + 1].span()) != ",";   // "his Togolese counterpart, Kofi Mensah,"
    }
    return e.members.empty() && !e.plural && !other.plural &&
           (e.type == MentionType::kPerson || (e.type == MentionType::kGroup && other.type == MentionType::kPerson));
  };
  const auto state = [&](const Mention& other, const Entity& e) {
    return is_state_like(other) && e.members.empty() && (sentences == 0 || other.sentence != m.sentence);
  };
  std::vector<Index> two = history.exactly(m.sentence, sentences, 2, person);
  if (two.empty() && history.find(m.sentence, sentences, true, person) == kNone) two = history.exactly(m.sentence, sentences, 2, state);
  return two.size() == 2 ? pair_of(two) : kNone;
}

// "they", "their": many of one kind, or the pair that was named.
Index Anaphora::plural_pronoun(const Mention& m, const History& history, Index subject) {
  // "Police fired at [the protesters]. Their leader": police have none
  static constexpr auto kLeaders = word_set({"leader", "leaders", "supporters", "spiritual"});
  const std::vector<Token>& tokens = document_.tokens.tokens;
  const bool object = kObjectPronouns.contains(head(m));
  const bool leader = kPossessives.contains(head(m)) && m.last < tokens.size() && kLeaders.contains(tokens[m.last].hash);
  const auto agrees = [this, &m, subject, object, leader](const Mention& other, const Entity& entity) {
    const bool many = other.plural && (other.type == MentionType::kGroup || other.type == MentionType::kNationality ||
                                       other.type == MentionType::kArmedGroup);
    if (!many && entity.members.empty()) return false;
    // "They said so ... They did it": it goes on through another.
    if (other.form == MentionForm::kPronominal && !(other.plural && m.sentence != other.sentence)) return false;
    if (subject != kNone && (other.entity == subject || of_same_state(entity, subject))) return false;
    if (object && other.sentence == m.sentence && (acts_on_them(other, m) || sent_to(other, m))) return false;   // "[Rebels] told Togo to free them"
    return !leader || (entity.state.empty() && !kForcesOfState.contains(head(other)));
  };
  // A possessive belongs to what its own clause speaks of, which is the nearest before it.
  // At the head of a clause there is nothing before it.
  const bool possessive = kPossessives.contains(head(m));
  if (const Index victims = done_to_while(m, history); victims != kNone) return victims;
  if (of_victims(m)) {
    const auto group = [&](const Mention& other, const Entity& e) { return agrees(other, e) && other.sentence != m.sentence && e.type == MentionType::kGroup; };
    // "[The gunmen] hold six miners whom they caught": not those who did it, where there are others
    Index victims = history.find(m.sentence, 1, false, [&](const Mention& other, const Entity& e) {
      return group(other, e) && !begins_sentence(other.entity, other.sentence) && other.form != MentionForm::kPronominal;
    });
    if (victims == kNone) victims = history.find(m.sentence, 1, false, group);
    // "arrested [two monks, Bo and Li]. They were beaten": who is named last
    const Index pair = m.sentence == 0 ? kNone : joined_pair(m, history, 1, subject);
    if (pair != kNone && begins_sentence(victims, m.sentence - 1)) return pair;
    if (victims != kNone) return victims;
  }
  Index entity = possessive && !behind_semicolon(document_, m.first) ? history.find(m.sentence, 0, subject != kNone, agrees) : kNone;
  // "fighting between [A and B], the worst that [their] border has seen"
  if (possessive) {
    const Index pair = joined_pair(m, history, 0, subject);
    const auto after = [&](const Mention& other, const Entity&) {
      return other.entity == entity || (pair != kNone && is_member(pair, other.entity));
    };
    if (pair != kNone && (entity == kNone || is_member(pair, history.find(m.sentence, 0, false, after)))) entity = pair;
  }
  const bool together = done_together(m);
  // "X and Y signed ... they": whichever was said last, the plural or the pair.
  for (Index back = 0; back < 2 && entity == kNone; ++back) {
    // "Relations between [the two countries] soured when it jailed [writers]. They": first those behind no preposition
    if (back > 0 && !possessive) {
      entity = history.find(m.sentence, back, true, [&](const Mention& other, const Entity& e) {
        const bool fighters = other.type == MentionType::kArmedGroup && other.form == MentionForm::kNamed &&
                              other.entity != subject && document_.slice(other).ends_with('s');
        return (fighters || agrees(other, e)) && !behind_preposition(other);
      });
    }
    // "from [gunmen] who fled after they": whom the relative clause is about
    if (back == 0 && !possessive && !object) {
      static constexpr std::uint64_t kWho = word_hash("who");
      entity = history.find(m.sentence, 0, false, [&](const Mention& other, const Entity& e) {
        return agrees(other, e) && other.sentence == m.sentence && other.last < m.first && tokens[other.last].hash == kWho && !between_commas(other, m);
      });
    }
    if (entity == kNone) entity = history.find(m.sentence, back, true, agrees);
    const Index pair = joined_pair(m, history, back, subject);
    if (entity == kNone || (pair != kNone && is_member(pair, entity))) entity = pair;
    if (entity == kNone && together) entity = two_named(m, history, back);
  }
  // "Hezbollah said they had fired first", "the Guards said they had": fighters, or a body by a plural name, are many, where nobody else is.
  if (entity == kNone) {
    entity = history.find(m.sentence, 1, true, [this, subject](const Mention& other, const Entity& e) {
      if (other.form != MentionForm::kNamed || other.entity == subject) return false;
      return other.type == MentionType::kArmedGroup || (is_a(e.type, MentionType::kOrganisation) && document_.slice(other).ends_with('s'));
    });
  }
  return entity;
}

}  // namespace dragoman
