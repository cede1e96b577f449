// Part of dragoman; see LICENSE.
//
// Pronouns that their own sentence explains: "Blair said [his] troops", "[his] lawyer said he", "warned Chad that if [it]".

#include "entity/anaphora.h"

#include <string_view>

#include "entity/anaphora_words.h"
#include "entity/pronoun.h"
#include "entity/pronoun_words.h"
#include "token/word_set.h"

namespace dragoman {

// "His opponents accused [him]", "Its neighbours threatened [it]": whose they are; kNone if they act for him.
Index Anaphora::done_by_his(Index mention) const {
  const Mention& m = document_.mentions[mention];
  const std::vector<Token>& tokens = document_.tokens.tokens;
  constexpr Index kFarthest = 12;  // tokens
  for (Index i = mention; i-- > 0 && document_.mentions[i].sentence == m.sentence && document_.mentions[i].first + kFarthest > m.first;) {
    const Mention& owner = document_.mentions[i];
    if (owner.form != MentionForm::kPronominal) {
      const Entity* e = owner.entity == kNone ? nullptr : &document_.entities[owner.entity];
      const bool rival = e != nullptr && owner.last < m.first && owner.form == MentionForm::kNamed &&
                         (e->type == MentionType::kPerson) == (m.gender == 'm' || m.gender == 'f');
      if (rival && !m.plural) return kNone;  // "His opponents asked Annan to see him"
      continue;
    }
    if (owner.entity == kNone || !kPossessives.contains(head(owner)) || owner.plural != m.plural || owner.gender != m.gender) return kNone;
    const Index first = owner.first;
    const bool opens =
        first == document_.sentences()[m.sentence].first || !tokens[first - 1].word() || kClauseOpeners.contains(tokens[first - 1].hash);
    return opens && kOnTheirOwnWords.contains(tokens[owner.last].hash) ? owner.entity : kNone;
  }
  return kNone;
}

// "his lawyer, Bo, said that [he] had been beaten": whoever those close to him speak of; kNone if nobody such speaks.
Index Anaphora::spoken_for(Index mention) const {
  static constexpr auto kSays =
      word_set({"said",       "says",   "told",     "added",    "insisted", "claimed", "announced",
                "confirmed",  "denied", "reported", "believes", "believed", "fear",    "feared",
                "complained", "stated", "say",      "insist",   "claim",    "deny",    "argue"});
  const Mention& m = document_.mentions[mention];
  const std::vector<Token>& tokens = document_.tokens.tokens;
  const Sentence& sentence = document_.sentences()[m.sentence];
  constexpr Index kFarthest = 14;  // tokens, from whose lawyer it is to who he is
  for (Index i = mention; i-- > 0 && document_.mentions[i].sentence == m.sentence && document_.mentions[i].first + kFarthest > m.first;) {
    const Mention& owner = document_.mentions[i];
    if (owner.entity == kNone || owner.last >= m.first) continue;
    const bool named = owner.form == MentionForm::kNamed && tokens[owner.last].has(kPossessive);
    const bool his = owner.form == MentionForm::kPronominal && kPossessives.contains(head(owner));
    if (!named && !his) continue;
    const Entity& e = document_.entities[owner.entity];
    const bool somebody = e.type == MentionType::kPerson || (e.type == MentionType::kGroup && !e.plural && e.members.empty());
    if (!somebody || (e.gender != '-' && e.gender != m.gender)) continue;
    const Index begins = owner.first;
    const bool opens = begins == sentence.first || !tokens[begins - 1].word() || kClauseOpeners.contains(tokens[begins - 1].hash);
    Index noun = owner.last;
    while (noun < m.first && noun < owner.last + 2 && !kSpeakingFor.contains(tokens[noun].hash)) ++noun;
    if (!opens || noun >= m.first || !kSpeakingFor.contains(tokens[noun].hash)) continue;
    for (Index t = noun + 1; t < m.first; ++t) {
      if (kSays.contains(tokens[t].hash)) return owner.entity;
    }
  }
  return kNone;
}

// "Blair said [his] troops would stay": the only one whom the sentence has named so far, if he acts in it.
Index Anaphora::only_one_here(Index mention) const {
  static constexpr auto kOf =
      word_set({"of",    "for",   "from", "with", "in",    "at",     "by",   "on",   "against", "between", "to",      "near",
                "about", "under", "over", "into", "after", "before", "than", "like", "behind",  "without", "despite", "during"});
  const Mention& m = document_.mentions[mention];
  const std::vector<Token>& tokens = document_.tokens.tokens;
  Index one = kNone, known = kNone;
  bool acts = false;
  for (Index i = first_of_sentence(mention); i < mention; ++i) {
    const Mention& other = document_.mentions[i];
    if (other.last > m.first || other.entity == kNone || other.type == MentionType::kDate) continue;
    const Entity& e = document_.entities[other.entity];
    if (!e.members.empty() || e.plural || other.plural) continue;
    const bool person = e.type == MentionType::kPerson || (e.type == MentionType::kGroup && other.type == MentionType::kPerson);
    if (!person || (e.gender != '-' && e.gender != m.gender)) continue;
    // "[His] ally, Chavez, sent his": of whoever owns nothing is said
    if (other.form == MentionForm::kPronominal) {
      // "[His] ally, Chavez, sent his tanks", but "his brother said his health was poor"
      if (kPossessives.contains(head(other)) && one == kNone && other.last < tokens.size() &&
          !kOnTheirOwnWords.contains(tokens[other.last].hash))
        continue;
      if (other.gender != m.gender || known == kNone) return kNone;
      if (other.entity != one) return kNone;
      continue;
    }
    if (one != kNone && other.entity != one) return kNone;
    if (other.form != MentionForm::kNamed) {
      if (one != kNone) continue;  // "Blair, the prime minister"
      return kNone;
    }
    one = other.entity;
    known = e.gender == '-' ? known : one;
    const Index before = start_of(other);
    const bool governed = before > 0 && kOf.contains(tokens[before - 1].hash);
    acts = acts ||
           (!governed && !tokens[other.last - 1].has(kPossessive) && !(other.last < tokens.size() && tokens[other.last].has(kPossessive)));
  }
  if (one == kNone || !acts) return kNone;
  // whose sex nothing tells: only where he begins the sentence
  if (known != one && (!kPossessives.contains(head(m)) || opens_main_clause(mention) != one))
    return kNone;
  // "Blair called it 'an affront to [his] people'"
  const Index mark = marks_.last_before(m.first);
  constexpr Index kFarthestQuote = 120;  // tokens
  if (mark != kNone && m.first - mark <= kFarthestQuote && (tokens[mark].flags & kCloseQuote) == 0) return kNone;
  return one;
}

// "Togo asked Mali to help [it]", "the rebels begged Chad to send [them] guns": who asks; kNone if nobody does.
Index Anaphora::asked_for_himself(Index mention) const {
  static constexpr auto kAsks =
      word_set({"asked", "asks", "asking", "urged", "begged", "begs", "on", "upon", "wants", "wanted", "implored", "pressed", "requested"});
  static constexpr auto kGives =
      word_set({"help", "assist", "support", "back",      "protect",   "defend", "join", "arm",     "send",  "give",    "lend",  "supply",
                "let",  "allow",  "rescue",  "recognise", "recognize", "grant",  "sell", "provide", "spare", "receive", "trust", "pay"});
  const Mention& m = document_.mentions[mention];
  const std::vector<Token>& tokens = document_.tokens.tokens;
  if (m.first < 4 || !kGives.contains(tokens[m.first - 1].hash)) return kNone;
  const bool person = m.gender == 'm' || m.gender == 'f';
  // "asked its partners to help it"
  bool asked = m.first > 5 && kPossessives.contains(tokens[m.first - 4].hash) && kAsks.contains(tokens[m.first - 5].hash);
  for (Index i = mention; i-- > 0 && document_.mentions[i].sentence == m.sentence && !asked;) {
    const Index start = start_of(document_.mentions[i]);
    asked = document_.mentions[i].last == m.first - 2 && start > 0 &&
            (kAsks.contains(tokens[start - 1].hash) || kPossessives.contains(tokens[start - 1].hash));
  }
  if (!asked) return kNone;
  for (Index i = first_of_sentence(mention); i < mention; ++i) {
    const Mention& other = document_.mentions[i];
    if (other.last + 2 >= m.first) break;
    if (other.entity == kNone || other.type == MentionType::kDate || other.form == MentionForm::kPronominal) continue;
    const Entity& e = document_.entities[other.entity];
    const bool many = other.plural || !e.members.empty();
    if (tokens[other.last].has(kPossessive) || tokens[other.last - 1].has(kPossessive) || many != m.plural) continue;
    if (person ? e.type != MentionType::kPerson || (e.gender != '-' && e.gender != m.gender)
               : e.type == MentionType::kPerson || !(m.plural || other.type == MentionType::kState || is_seat(gazetteer_, other) ||
                                                     is_a(e.type, MentionType::kOrganisation))) {
      continue;
    }
    return begins_clause(other) || person ? other.entity : kNone;
  }
  return kNone;
}

// "and [Tony Blair] broke off his holiday": who begins the clause right before; kNone if nobody does.
Index Anaphora::of_new_subject(Index mention) const {
  constexpr Index kFarthest = 3;  // tokens
  const Mention& m = document_.mentions[mention];
  const std::vector<Token>& tokens = document_.tokens.tokens;
  if (mention == 0) return kNone;
  const Mention& other =
      document_.mentions[mention - 1].last > m.first && mention > 1 ? document_.mentions[mention - 2] : document_.mentions[mention - 1];
  if (other.sentence != m.sentence || other.entity == kNone || other.last >= m.first || other.last + kFarthest < m.first) return kNone;
  if (other.form != MentionForm::kNamed || other.type != MentionType::kPerson || tokens[other.last].has(kPossessive)) return kNone;
  const Entity& e = document_.entities[other.entity];
  if (e.type != MentionType::kPerson || (e.gender != '-' && e.gender != m.gender)) return kNone;
  for (Index t = other.last; t < m.first; ++t) {
    if (!tokens[t].word() || kClauseOpeners.contains(tokens[t].hash)) return kNone;
  }
  // "Bush and [Blair] praised his"
  static constexpr std::uint64_t kAnd = word_hash("and"), kComma = word_hash(",");
  const Index start = start_of(other), first = document_.sentences()[m.sentence].first;
  if (start == first) return other.entity;
  return tokens[start - 1].hash == kAnd && start > first + 1 && tokens[start - 2].hash == kComma ? other.entity : kNone;
}

// "telephoned his Malian counterpart and told [him]": somebody whom nobody names.
Index Anaphora::of_counterpart(Index mention) const {
  static constexpr auto kCounterparts = word_set({"counterpart", "colleague", "opposite"});
  const Mention& m = document_.mentions[mention];
  const std::vector<Token>& tokens = document_.tokens.tokens;
  return m.first > 3 && kCounterparts.contains(tokens[m.first - 3].hash) ? kNobody : kNone;
}

// "met Syahnakri, who promised to withdraw [his] troops": whom the relative clause is about; kNone if it is about nobody named.
Index Anaphora::of_relative(Index mention) const {
  static constexpr std::uint64_t kWho = word_hash("who"), kComma = word_hash(",");
  constexpr Index kFarthest = 12;  // tokens
  const Mention& m = document_.mentions[mention];
  const std::vector<Token>& tokens = document_.tokens.tokens;
  const Index first = document_.sentences()[m.sentence].first;
  Index who = m.first;
  while (who > first + 1 && who + kFarthest > m.first && tokens[who].hash != kWho) {
    if (tokens[who].hash == kComma) return kNone;
    --who;
  }
  if (tokens[who].hash != kWho) return kNone;
  Index about = kNone;
  for (Index i = mention; i-- > 0 && document_.mentions[i].sentence == m.sentence;) {
    const Mention& other = document_.mentions[i];
    if (other.last > m.first || other.entity == kNone) continue;
    const Entity& e = document_.entities[other.entity];
    const bool person = e.type == MentionType::kPerson && (e.gender == '-' || e.gender == m.gender);
    if (other.first > who) {
      if (person) return kNone;  // "Syahnakri, who told Bo that his"
      continue;
    }
    const bool beside = other.last == who || (other.last + 1 == who && tokens[other.last].hash == kComma);
    if (beside && person && other.form == MentionForm::kNamed) about = other.entity;
    break;
  }
  return about;
}

// "Congress named [its] speaker": of a body that is no mention, and of nobody named before.
Index Anaphora::of_unnamed_body(Index mention) const {
  static constexpr auto kBodies = word_set({"congress", "parliament", "senate", "cabinet", "court", "assembly", "council", "party",
                                           "company", "commission", "committee", "tribunal"});
  static constexpr std::uint64_t kThe = word_hash("the");
  const Mention& m = document_.mentions[mention];
  const std::vector<Token>& tokens = document_.tokens.tokens;
  Index first = document_.sentences()[m.sentence].first;
  if (m.first < first + 2) return kNone;
  if (tokens[first].hash == kThe) ++first;
  if (!kBodies.contains(tokens[first].hash)) return kNone;
  for (Index i = first_of_sentence(mention); i < mention; ++i) {
    if (document_.mentions[i].last <= m.first && document_.mentions[i].type != MentionType::kDate) return kNone;
  }
  return kNobody;
}

// Whoever the sentence begins with, ", the president," and the like passed over; kNone if that is nobody that agrees with the pronoun.
Index Anaphora::opens_main_clause(Index mention) const {
  const Mention& m = document_.mentions[mention];
  const std::vector<Token>& tokens = document_.tokens.tokens;
  const Sentence& sentence = document_.sentences()[m.sentence];
  const bool thing = m.gender != 'm' && m.gender != 'f';
  for (Index i = first_of_sentence(mention); i < mention; ++i) {
    const Mention& other = document_.mentions[i];
    if (other.entity == kNone || other.plural || other.last >= m.first || other.type == MentionType::kDate) continue;
    const Index start = start_of(other);
    const bool opens = start == sentence.first;
    // "Japan's prime minister, [Shinzo Abe],", "Russian President [Putin]"
    const bool named = !thing && other.form == MentionForm::kNamed && other.type == MentionType::kPerson && start <= sentence.first + 7;
    if (!opens && !named) continue;
    const Entity& e = document_.entities[other.entity];
    const bool person = e.type == MentionType::kPerson;
    if (person == thing || (!person && e.type == MentionType::kGroup) || tokens[other.last].has(kPossessive) ||
        tokens[other.last - 1].has(kPossessive))
      continue;
    if (person && e.gender != '-' && e.gender != m.gender) return kNone;
    return other.entity;
  }
  return kNone;
}

// "Chavez threatened Micheletti and put [his] army on alert": who sends, sends his own; kNone if the words do not say so.
Index Anaphora::sends_own(Index mention) const {
  static constexpr auto kOwn =
      word_set({"army",  "troops",   "forces",    "soldiers",  "envoy",    "envoys",   "ambassador", "foreign", "navy",
                "tanks", "police",   "generals",  "ministers", "minister", "special",  "defence",    "defense", "deputy",
                "air",   "warships", "officials", "son",       "brother",  "fighters", "men",        "security"});
  static constexpr auto kElsewhere =
      word_set({"that", "said", "says", "who", "which", "whose", "after", "before", "when", "while", "because", "where", "as", "if", ";"});
  const Mention& m = document_.mentions[mention];
  const std::vector<Token>& tokens = document_.tokens.tokens;
  if (m.first < 2 || m.last >= tokens.size()) return kNone;
  // "but urged [its] citizens to stay"
  static constexpr auto kTells = word_set({"urged", "advised", "told", "warned", "evacuated", "ordered"});
  static constexpr auto kCitizens = word_set({"citizens", "nationals"});
  const bool citizens = kTells.contains(tokens[m.first - 1].hash) && kCitizens.contains(tokens[m.last].hash);
  if (!citizens && (!kSendingVerbs.contains(tokens[m.first - 1].hash) || !kOwn.contains(tokens[m.last].hash))) return kNone;
  for (Index t = document_.sentences()[m.sentence].first; t < m.first; ++t) {
    if (kElsewhere.contains(tokens[t].hash)) return kNone;
  }
  // "Oslo blamed Syria, and [Denmark] told its nationals": whoever stands before the verb
  const bool thing = m.gender != 'm' && m.gender != 'f';
  for (Index k = mention; k-- > 0 && document_.mentions[k].sentence == m.sentence;) {
    const Mention& doer = document_.mentions[k];
    if (doer.last != m.first - 1 || doer.entity == kNone) continue;
    const bool fits = thing ? doer.type == MentionType::kState || is_seat(gazetteer_, doer) : doer.type == MentionType::kPerson;
    return fits && !doer.plural && begins_clause(doer) ? doer.entity : kNone;
  }
  return opens_main_clause(mention);
}

// "Khar telephoned Clinton and told her that it had violated [her] country's airspace": of who speaks; kNone if nobody is told.
Index Anaphora::tells_of_own(Index mention) const {
  static constexpr auto kTells = word_set({"told", "tells", "assured", "informed"});
  static constexpr auto kPronouns = word_set({"him", "her", "them", "reporters", "journalists"});
  static constexpr auto kOwn = word_set({"country", "nation", "government", "people", "army", "troops", "forces", "soldiers"});
  static constexpr std::uint64_t kThat = word_hash("that");
  const Mention& m = document_.mentions[mention];
  const std::vector<Token>& tokens = document_.tokens.tokens;
  const Index first = document_.sentences()[m.sentence].first;
  if (m.last >= tokens.size() || !kOwn.contains(tokens[m.last].hash)) return kNone;
  for (Index t = m.first; t-- > first + 2;) {
    if (tokens[t].hash != kThat) continue;
    if (!kPronouns.contains(tokens[t - 1].hash) || !kTells.contains(tokens[t - 2].hash)) return kNone;
    if (t + 1 != m.first && !kHurtingVerbs.contains(tokens[m.first - 1].hash)) return kNone;  // "talks with [his] country"
    return opens_main_clause(mention);
  }
  return kNone;
}

// "Togo told Ghana that [it] would attack": who tells says what he himself will do; kNone if nobody is told, or it is to be done to him.
Index Anaphora::tells_of_his_plan(Index mention) const {
  static constexpr auto kTells =
                           word_set({"told", "tells", "assured", "assures", "informed", "informs", "notified", "promised", "promises"});
  static constexpr auto kTellsTo = word_set({"indicated", "signalled", "signaled", "confirmed", "promised", "pledged", "conveyed"});
  static constexpr auto kHelpers = word_set({"has", "had", "also", "later", "then", "reportedly", "already", "repeatedly", "privately"});
  static constexpr auto kWill = word_set({"will", "would"});
  static constexpr auto kPlans = word_set({"intends", "intended", "plans", "planned"});
  static constexpr auto kIs = word_set({"is", "was", "be"});
  static constexpr auto kReady = word_set({"ready", "prepared", "willing", "planning", "determined"});
  static constexpr auto kBetween = word_set({"not", "never", "soon", "also", "no", "longer", "still", "only"});
  static constexpr auto kBefalls = word_set({"be", "have", "face", "get", "receive", "need", "suffer", "lose", "pay"});
  static constexpr std::uint64_t kThat = word_hash("that"), kTo = word_hash("to"), kComma = word_hash(",");
  const Mention& m = document_.mentions[mention];
  const std::vector<Token>& tokens = document_.tokens.tokens;
  if (m.first < 3 || m.last + 1 >= tokens.size()) return kNone;
  Index next = m.last;
  const bool will = kWill.contains(tokens[next].hash);
  if (will) ++next;
  while (next + 1 < tokens.size() && kBetween.contains(tokens[next].hash)) ++next;
  // "warned Togo that it would strike", but not "that it would regret it"
  static constexpr auto kWarns = word_set({"warned", "warns", "cautioned"});
  static constexpr auto kActs = word_set({"attack", "strike", "bomb",   "invade", "retaliate", "respond",  "cut",  "suspend",
                                         "sever",  "expel",  "recall", "impose", "use",       "withdraw", "take", "tolerate",
                                         "shoot",  "close",  "send",   "block",  "defend",    "hit",      "halt", "act"});
  const bool acts = will && kActs.contains(tokens[next].hash);
  const bool ready = kIs.contains(tokens[next].hash) && next + 1 < tokens.size() && kReady.contains(tokens[next + 1].hash);
  if (!ready && !(will ? !kBefalls.contains(tokens[next].hash) : kPlans.contains(tokens[next].hash))) return kNone;
  const Index end = tokens[m.first - 1].hash == kThat ? m.first - 1 : m.first;
  Index verb = kNone;
  for (Index i = first_of_sentence(mention); i < mention; ++i) {
    const Mention& hearer = document_.mentions[i];
    if (hearer.last != end) continue;
    // "told [French President Nicolas Sarkozy]", "told the president of [Peru]"
    constexpr Index kTitle = 5;  // tokens
    for (Index t = hearer.first; t-- > 1 && t + kTitle >= hearer.first && tokens[t].word() && verb == kNone;) {
      if (kTells.contains(tokens[t].hash) || (acts && kWarns.contains(tokens[t].hash))) verb = t;
      if (tokens[t].hash == kTo && kTellsTo.contains(tokens[t - 1].hash)) verb = t - 1;
    }
  }
  if (verb == kNone) return kNone;
  while (verb > 0 && kHelpers.contains(tokens[verb - 1].hash)) --verb;
  if (verb > 0 && tokens[verb - 1].hash == kComma) return opens_main_clause(mention);
  const bool thing = m.gender != 'm' && m.gender != 'f';
  for (Index i = first_of_sentence(mention); i < mention; ++i) {
    const Mention& teller = document_.mentions[i];
    if (teller.last != verb || teller.entity == kNone || teller.plural) continue;
    const Entity& e = document_.entities[teller.entity];
    const bool person = e.type == MentionType::kPerson;
    if (person == thing) continue;
    return !person || e.gender == '-' || e.gender == m.gender ? teller.entity : kNone;
  }
  return kNone;
}

// "warned Saddam that it would strike if [he]", "told Chad not to arm [its] foes": whoever is warned; kNone if nobody is.
Index Anaphora::warned_of(Index mention) const {
  static constexpr auto kWarns = word_set({"warned", "warns", "warning", "threatened", "threatens", "threatening", "cautioned"});
  static constexpr auto kIf = word_set({"if", "unless", "until"});
  static constexpr auto kMust = word_set({"must", "should", "faced", "faces", "risked", "risks", "risk"});
  const Mention& m = document_.mentions[mention];
  const std::vector<Token>& tokens = document_.tokens.tokens;
  if (m.first < 3 || m.last >= tokens.size()) return kNone;
  if (!kIf.contains(tokens[m.first - 1].hash) && !kMust.contains(tokens[m.last].hash)) return kNone;
  const bool thing = m.gender == 'n' || m.gender == '-';
  for (Index i = mention; i-- > 0 && document_.mentions[i].sentence == m.sentence;) {
    const Mention& hearer = document_.mentions[i];
    if (hearer.entity == kNone || hearer.last > m.first) continue;
    const Index start = start_of(hearer);
    if (start == 0 || !kWarns.contains(tokens[start - 1].hash) || hearer.plural) continue;
    const Entity& e = document_.entities[hearer.entity];
    const bool person = e.type == MentionType::kPerson;
    if (person == thing || e.plural || !e.members.empty()) return kNone;
    return !person || e.gender == '-' || e.gender == m.gender ? hearer.entity : kNone;
  }
  return kNone;
}

// "urged Peru to withdraw [its] troops", "told the rebels to lay down [their] arms": who is to do
// it with what is his own; kNone if nobody is.
Index Anaphora::told_to_do(Index mention) const {
  static constexpr auto kAsks = word_set(
      {"asked",     "asks",      "asking",     "ask",        "urged",     "urges",   "urging",
       "urge",      "told",      "tells",      "telling",    "ordered",   "orders",  "ordering",
       "pressed",   "presses",   "pressing",   "on",         "upon",      "forced",  "forces",
       "forcing",   "force",     "allowed",    "persuaded",  "wanted",    "wants",   "requires",
       "required",  "invited",   "begged",     "instructed", "advised",   "warned",  "implored",
       "pushed",    "convinced", "encouraged", "permitted",  "compelled", "obliged", "directed",
       "commanded", "exhorted",  "for"});
  static constexpr auto kOwn = word_set(
      {"withdraw", "pull",      "recall",     "halt",     "stop",      "end",      "cease",
       "suspend",  "freeze",    "abandon",    "scrap",    "dismantle", "lay",      "put",
       "give",     "surrender", "hand",       "open",     "reopen",    "close",    "shut",
       "lift",     "ease",      "keep",       "honour",   "honor",     "fulfil",   "fulfill",
       "reverse",  "drop",      "renounce",   "change",   "remove",    "restrain", "control",
       "rein",     "call",      "break",      "cancel",   "review",    "leave",    "hold",
       "quit",     "resume",    "reconsider", "postpone", "delay",     "declare",  "show",
       "share",    "evacuate",  "curb",       "limit",    "use",       "stick",    "live",
       "meet",     "move",      "confine",    "destroy",  "settle",    "disband",  "down"});
  static constexpr std::uint64_t kTo = word_hash("to"), kNot = word_hash("not");
  static constexpr auto kCounterparts = word_set({"counterpart", "colleague"});
  constexpr Index kFarthest = 6;  // tokens
  const Mention& m = document_.mentions[mention];
  const std::vector<Token>& tokens = document_.tokens.tokens;
  const Index first = document_.sentences()[m.sentence].first;
  if (m.first < first + 4) return kNone;
  Index to = m.first - 1;
  while (to > first + 1 && to + kFarthest > m.first && tokens[to].word() &&
         tokens[to].hash != kTo && !kClauseOpeners.contains(tokens[to].hash))
    --to;
  if (tokens[to].hash != kTo || to + 1 >= m.first || !kOwn.contains(tokens[to + 1].hash))
    return kNone;
  if (kHurtNouns.contains(tokens[m.last].hash) &&
      kHurtingVerbs.contains(tokens[m.first - 1].hash))
    return kNone;
  const Index end = tokens[to - 1].hash == kNot ? to - 1 : to;
  const bool person = m.gender == 'm' || m.gender == 'f';
  for (Index i = mention; i-- > 0 && document_.mentions[i].sentence == m.sentence;) {
    const Mention& asked = document_.mentions[i];
    if (asked.entity == kNone || asked.last > end) continue;
    const bool counterpart = asked.type == MentionType::kNationality && asked.last + 1 == end &&
                             kCounterparts.contains(tokens[asked.last].hash);
    if (asked.last != end && !counterpart) return kNone;
    Index start = start_of(asked, true);
    if (start > 0 && kPossessives.contains(tokens[start - 1].hash)) --start;
    if (start == 0 || !kAsks.contains(tokens[start - 1].hash)) return kNone;
    const Entity& e = document_.entities[asked.entity];
    if (counterpart) return person ? asked.entity : kNone;
    if (m.plural)
      return asked.plural || !e.members.empty() || asked.type == MentionType::kNationality
                 ? asked.entity
                 : kNone;
    if (person)
      return e.type == MentionType::kPerson && (e.gender == '-' || e.gender == m.gender)
                 ? asked.entity
                 : kNone;
    return e.type != MentionType::kPerson && e.members.empty() ? asked.entity : kNone;
  }
  return kNone;
}

// "help Somalia cope with [its] drought", "helped the rebels rebuild [their] army": who is helped;
// kNone if nobody is.
Index Anaphora::helped_to_do(Index mention) const {
  static constexpr auto kHelps = word_set(
      {"help", "helps", "helped", "helping", "let", "lets", "letting", "make", "makes", "made"});
  static constexpr auto kNoVerbs =
      word_set({"with", "in", "by", "from", "for", "on", "at", "and", "or", "of", "during", "after",
                "before", "as", "but", "that"});
  static constexpr std::uint64_t kTo = word_hash("to"), kAnd = word_hash("and");
  constexpr Index kFarthest = 6;  // tokens
  const Mention& m = document_.mentions[mention];
  const std::vector<Token>& tokens = document_.tokens.tokens;
  if (mention == 0) return kNone;
  Index before = mention;
  while (before > 0 && document_.mentions[before - 1].last > m.first) --before;
  if (before == 0) return kNone;
  const Mention& helped = document_.mentions[before - 1];
  if (helped.sentence != m.sentence || helped.entity == kNone || helped.last >= m.first ||
      helped.last + kFarthest < m.first)
    return kNone;
  const Index start = start_of(helped),
              verb = tokens[helped.last].hash == kTo ? helped.last + 1 : helped.last;
  if (start == 0 || !kHelps.contains(tokens[start - 1].hash) || verb >= m.first ||
      !tokens[verb].word() || kNoVerbs.contains(tokens[verb].hash))
    return kNone;
  for (Index t = verb; t < m.first; ++t) {
    if (!tokens[t].word() || kClauseOpeners.contains(tokens[t].hash) || tokens[t].hash == kAnd)
      return kNone;
  }
  const Entity& e = document_.entities[helped.entity];
  const bool person = e.type == MentionType::kPerson;
  if (m.plural) return helped.plural || !e.members.empty() ? helped.entity : kNone;
  if (m.gender == 'm' || m.gender == 'f')
    return person && (e.gender == '-' || e.gender == m.gender) ? helped.entity : kNone;
  return person ? kNone : helped.entity;
}

// "told the Dutch that he would kill [them]", "warned Togo that it would bomb [it]": who is told,
// where it is to be done to him.
Index Anaphora::hearer_done_to(Index mention) const {
  static constexpr auto kTells = word_set({"told", "tells", "telling", "warned", "warns", "warning",
                                          "assured", "assures", "assuring", "informed", "promised",
                                          "reminded", "notified", "cautioned", "advised"});
  static constexpr auto kHe = word_set({"he", "she", "it", "they"});
  static constexpr std::uint64_t kThat = word_hash("that"), kThe = word_hash("the");
  constexpr Index kFarthest = 10;  // tokens
  const Mention& m = document_.mentions[mention];
  const std::vector<Token>& tokens = document_.tokens.tokens;
  const Index first = document_.sentences()[m.sentence].first;
  if (mention == 0 || m.first < first + 5) return kNone;
  Index that = m.first - 1;
  while (that > first + 2 && that + kFarthest > m.first && tokens[that].word() &&
         !kClauseOpeners.contains(tokens[that].hash))
    --that;
  if (tokens[that].hash != kThat || !kHe.contains(tokens[that + 1].hash) || that + 1 == m.first)
    return kNone;
  for (Index i = mention; i-- > 0 && document_.mentions[i].sentence == m.sentence;) {
    const Mention& hearer = document_.mentions[i];
    if (hearer.first > that || hearer.entity == kNone) continue;
    if (hearer.last != that) return kNone;
    const Index start = start_of(hearer);
    if (start == 0 || !kTells.contains(tokens[start - 1].hash)) return kNone;
    const Entity& e = document_.entities[hearer.entity];
    const bool people = hearer.type == MentionType::kNationality && tokens[start].hash == kThe;
    if (m.plural) return hearer.plural || people || !e.members.empty() ? hearer.entity : kNone;
    if (m.gender == 'm' || m.gender == 'f')
      return e.type == MentionType::kPerson && (e.gender == '-' || e.gender == m.gender)
                 ? hearer.entity
                 : kNone;
    return e.type == MentionType::kState || is_seat(gazetteer_, hearer) ||
                   is_a(e.type, MentionType::kOrganisation)
               ? hearer.entity
               : kNone;
  }
  return kNone;
}

// "two hostages [they] held", "the president [he] ousted": whom the phrase right in front names is
// somebody else.
Index Anaphora::in_front_of_it(Index mention) const {
  const Mention& m = document_.mentions[mention];
  if (mention == 0) return kNone;
  Index before = mention;
  while (before > 0 && document_.mentions[before - 1].last > m.first) --before;
  if (before == 0) return kNone;
  const Mention& other = document_.mentions[before - 1];
  const bool described =
      other.form == MentionForm::kNominal && other.last == m.first && other.sentence == m.sentence;
  return described ? other.entity : kNone;
}

// "In [his] speech, Bo said", "On [their] way back, the soldiers were": what is told of whoever the
// clause behind it is about; kNone if nothing is.
Index Anaphora::of_coming(Index mention) const {
  static constexpr auto kTold = word_set(
      {"speech",  "address",    "remarks",    "statement", "letter",  "report", "memoir",
       "memoirs", "testimony",  "message",    "appeal",    "sermon",  "way",    "first",
       "annual",  "weekly",     "return",     "talks",     "meeting", "debut",  "latest",
       "ruling",  "verdict",    "manifesto",  "opening",   "last",    "final",  "inaugural",
       "new",     "confession", "communique", "broadcast", "column"});
  static constexpr auto kOpeners =
      word_set({"in", "on", "at", "during", "after", "before", "with", "for"});
  static constexpr auto kDone =
      word_set({"death", "arrest", "visit", "capture", "removal", "overthrow", "resignation",
                "invasion", "attack", "trip", "stay"});
  const Mention& m = document_.mentions[mention];
  const std::vector<Token>& tokens = document_.tokens.tokens;
  const Sentence& sentence = document_.sentences()[m.sentence];
  if (m.first != sentence.first + 1 || !kOpeners.contains(tokens[sentence.first].hash) ||
      m.last + 2 >= sentence.last)
    return kNone;
  if (!kTold.contains(tokens[m.last].hash) || kDone.contains(tokens[m.last + 1].hash)) return kNone;
  if (!m.plural) return named_later(mention);
  static constexpr std::uint64_t kComma = word_hash(",");
  Index comma = m.last;
  while (comma < sentence.last && tokens[comma].hash != kComma) ++comma;
  for (Index i = mention + 1;
       i < document_.mentions.size() && document_.mentions[i].first <= comma + 2; ++i) {
    const Mention& other = document_.mentions[i];
    if (other.first <= comma || other.sentence != m.sentence || !other.plural ||
        other.type != MentionType::kGroup)
      continue;
    return other.entity;
  }
  return kNone;
}

// "detained fishermen while [they] were out", "shot soldiers as [they] slept": those it was done
// to; kNone if nothing was.
Index Anaphora::done_to_while(const Mention& m, const History& history) const {
  static constexpr auto kWhile = word_set({"while", "as", "when"});
  static constexpr std::uint64_t kThey = word_hash("they");
  const std::vector<Token>& tokens = document_.tokens.tokens;
  if (head(m) != kThey || m.first < 3 || !kWhile.contains(tokens[m.first - 1].hash)) return kNone;
  constexpr Index kFarthest = 5;  // tokens
  return history.find(m.sentence, 0, false, [&](const Mention& other, const Entity& e) {
    if (!other.plural || e.type == MentionType::kPerson || other.form == MentionForm::kPronominal)
      return false;
    const Index first = document_.sentences()[m.sentence].first;
    for (Index t = other.last; t-- > first && t + kFarthest > other.first && tokens[t].word();) {
      if (kHurtingVerbs.contains(tokens[t].hash)) return true;
    }
    return false;
  });
}

// Do number, kind and sex of a pronoun and of what is named or described fit?
bool Anaphora::agrees_with(const Mention& m, const Mention& other) const {
  if (other.entity == kNone) return false;
  const Entity& e = document_.entities[other.entity];
  if (m.plural) return (other.plural && e.type != MentionType::kPerson) || !e.members.empty();
  if (other.plural || !e.members.empty()) return false;
  if (m.gender == 'm' || m.gender == 'f') {
    const bool somebody =
        e.type == MentionType::kPerson ||
        (e.type == MentionType::kGroup && !e.plural && other.type == MentionType::kPerson);
    return somebody && (e.gender == '-' || e.gender == m.gender) &&
           (other.gender == '-' || other.gender == m.gender);
  }
  return other.type == MentionType::kState || is_seat(gazetteer_, other) ||
         is_a(e.type, MentionType::kOrganisation);
}

// "summoned the ambassador and told [him]", "invaded Kuwait and annexed [it]": whom the verb before
// has for its object; kNone if that says nothing.
Index Anaphora::object_of_both(Index mention) const {
  static constexpr auto kNoObjects = word_set(
      {"by", "with", "in", "from", "of", "and", "or", "between", "than", "as", "at", "for"});
  static constexpr auto kPast =
      word_set({"told", "sent", "took", "gave", "held", "shot", "beat", "put", "brought", "threw",
                "drove", "met", "handed", "flew", "led", "hit", "struck"});
  const Mention& m = document_.mentions[mention];
  const std::vector<Token>& tokens = document_.tokens.tokens;
  if (m.first < 4) return kNone;
  constexpr Index kLongest = 7;  // tokens
  if (!kPast.contains(tokens[m.first - 1].hash) &&
      !document_.slice(tokens[m.first - 1].span()).ends_with("ed"))
    return kNone;
  for (Index i = mention; i-- > 0 && document_.mentions[i].sentence == m.sentence;) {
    const Mention& object = document_.mentions[i];
    if (object.entity == kNone || object.last > m.first - 2 ||
        (object.last < m.first - 2 && object.last + kLongest > m.first))
      continue;  // "the [Russian] ambassador"
    if (object.last != m.first - 2 || object.form == MentionForm::kPronominal) return kNone;
    const Index start = start_of(object, true);
    if (begins_clause(object) || start == 0 || kNoObjects.contains(tokens[start - 1].hash))
      return kNone;
    return agrees_with(m, object) ? object.entity : kNone;
  }
  return kNone;
}

// "The envoy met a commander, who assured [him]": whom the sentence begins with; kNone if the words
// do not say so.
Index Anaphora::meets_whom(Index mention) const {
  static constexpr std::uint64_t kComma = word_hash(",");
  const Mention& m = document_.mentions[mention];
  const std::vector<Token>& tokens = document_.tokens.tokens;
  const Sentence& sentence = document_.sentences()[m.sentence];
  const Index who = m.first - 2;
  if (m.first < sentence.first + 5 || tokens[who - 1].hash != kComma) return kNone;
  const Mention& about = document_.mentions[first_of_sentence(mention)];
  if (start_of(about) != sentence.first || about.last >= who - 1 || !tokens[about.last].word() ||
      tokens[about.last].has(kPossessive))
    return kNone;
  bool object = false;  // who does it
  for (Index i = first_of_sentence(mention) + 1; i < mention; ++i) {
    object = object || (document_.mentions[i].last == who - 1 &&
                        document_.mentions[i].entity != about.entity);
  }
  return object && agrees_with(m, about) ? about.entity : kNone;
}

// "Khamenei told Abe on Thursday that [he] would not": who tells him; kNone where the words do not
// say so.
Index Anaphora::tells_of_himself(Index mention) const {
  static constexpr auto kTold = word_set({"told", "assured", "informed", "promised"});
  static constexpr auto kPlans =
      word_set({"would", "will", "had", "has", "wanted", "planned", "intended", "expected",
                "believed", "hoped", "did", "hopes", "wants", "plans"});
  constexpr Index kFarthest = 9;  // tokens
  const Mention& m = document_.mentions[mention];
  const std::vector<Token>& tokens = document_.tokens.tokens;
  const Index first = document_.sentences()[m.sentence].first;
  if (m.first < first + 4 || m.last >= tokens.size() || !kPlans.contains(tokens[m.last].hash))
    return kNone;
  Index told = m.first - 2;
  while (told > first && told + kFarthest > m.first && tokens[told].word() &&
         !kTold.contains(tokens[told].hash) && !kClauseOpeners.contains(tokens[told].hash))
    --told;
  if (!kTold.contains(tokens[told].hash)) return kNone;
  for (Index i = mention; i-- > 0 && document_.mentions[i].sentence == m.sentence;) {
    const Mention& teller = document_.mentions[i];
    if (teller.last != told || teller.entity == kNone) continue;
    return agrees_with(m, teller) && !speaks_for_others(teller) ? teller.entity : kNone;
  }
  return kNone;
}

// "Turkey demanded that Washington hand over Gulen, whom [it] accuses": whom the sentence begins
// with; kNone if the words do not say so.
Index Anaphora::accuses_whom(Index mention) const {
  static constexpr auto kAccuses =
      word_set({"accuses", "accused", "blames", "blamed", "suspects", "suspected", "wants",
                "wanted", "regards", "considers", "holds", "called", "calls"});
  const Mention& m = document_.mentions[mention];
  const std::vector<Token>& tokens = document_.tokens.tokens;
  const Sentence& sentence = document_.sentences()[m.sentence];
  if (m.first < sentence.first + 4 || m.last >= tokens.size()) return kNone;
  if (!kAccuses.contains(tokens[m.last].hash)) return kNone;
  const Mention& about = document_.mentions[first_of_sentence(mention)];
  if (start_of(about) != sentence.first || about.last + 1 >= m.first ||
      !tokens[about.last].word() || tokens[about.last].has(kPossessive))
    return kNone;
  if (agrees_with(m, about)) return about.entity;
  const bool body = about.type == MentionType::kGroup && !about.plural &&
                    about.gender == 'n';  // "Turkey's government"
  return m.gender == 'n' && body ? about.entity : kNone;
}

// "In a call with Erdogan, Obama offered to help [him]": whom the phrase before the clause names;
// kNone if it names nobody.
Index Anaphora::fronted_object(Index mention) const {
  static constexpr auto kFronts = word_set({"in", "during", "after", "at"});
  static constexpr auto kToward = word_set({"with", "to"});
  static constexpr auto kSpeech =
      word_set({"letter", "talks", "call", "message", "conversation", "meeting", "telegram",
                "summit", "dinner", "lunch", "letters", "consultations"});
  static constexpr std::uint64_t kComma = word_hash(",");
  const Mention& m = document_.mentions[mention];
  const std::vector<Token>& tokens = document_.tokens.tokens;
  const Sentence& sentence = document_.sentences()[m.sentence];
  if (!kFronts.contains(tokens[sentence.first].hash)) return kNone;
  Index speech = kNone, comma = sentence.first;
  for (; comma < m.first && tokens[comma].hash != kComma; ++comma) {
    if (kSpeech.contains(tokens[comma].hash)) speech = comma;
  }
  if (speech == kNone || comma == m.first) return kNone;
  Index met = kNone, subjects = 0;
  for (Index i = first_of_sentence(mention); i < mention; ++i) {
    const Mention& other = document_.mentions[i];
    const bool person = other.type == MentionType::kPerson && other.form == MentionForm::kNamed &&
                        other.entity != kNone;
    if (!person) continue;
    if (other.last <= comma && other.first > speech && met == kNone && agrees_with(m, other))
      met = i;
    if (other.first > comma && other.last < m.first && met != kNone &&
        other.entity != document_.mentions[met].entity)
      ++subjects;
  }
  if (met == kNone || subjects != 1) return kNone;
  for (Index t = speech; t < document_.mentions[met].first; ++t) {
    if (kToward.contains(tokens[t].hash)) return document_.mentions[met].entity;
  }
  return kNone;
}

// "Russia vetoed a bid to condemn [its] annexations": whom the sentence begins with, whose they
// are; kNone if nobody turns anything down.
Index Anaphora::turns_down(Index mention) const {
  static constexpr auto kTurnsDown = word_set(
      {"rejected", "rejects", "dismissed", "vetoed", "vetoes", "blocked", "blocks", "denounced",
       "denounces", "condemned", "opposed", "opposes", "resisted", "scuppered", "thwarted"});
  static constexpr auto kBids =
      word_set({"bid", "resolution", "motion", "draft", "proposal", "attempt", "attempts", "effort",
                "efforts", "push", "move", "initiative", "plan"});
  const Mention& m = document_.mentions[mention];
  const std::vector<Token>& tokens = document_.tokens.tokens;
  const Sentence& sentence = document_.sentences()[m.sentence];
  if (m.first < sentence.first + 5 || m.last >= tokens.size()) return kNone;
  const std::uint64_t verb = tokens[m.first - 1].hash;
  static constexpr auto kJudges = word_set(
      {"condemn", "denounce", "criticise", "criticize", "deplore", "censure", "punish", "isolate",
       "investigate", "limit", "curb", "ban", "block", "stop", "freeze", "seize", "end"});
  if (!kJudges.contains(verb)) return kNone;
  bool met = false, bid = false;
  for (Index t = sentence.first; t < m.first - 2; ++t) {
    if (!met)
      met = kTurnsDown.contains(tokens[t].hash);
    else
      bid = bid || kBids.contains(tokens[t].hash);
    if (kClauseOpeners.contains(tokens[t].hash)) return kNone;
  }
  return bid ? opens_main_clause(mention) : kNone;
}

}  // namespace dragoman
