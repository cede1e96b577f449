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
  if (!is_object(m)) return kNone;
  for (Index i = mention; i-- > 0 && document_.mentions[i].sentence == m.sentence && document_.mentions[i].first + kFarthest > m.first;) {
    const Mention& owner = document_.mentions[i];
    if (owner.form != MentionForm::kPronominal) {
      const Entity* e = owner.entity == kNone ? nullptr : &document_.entities[owner.entity];
      const bool rival = e != nullptr && owner.last < m.first && owner.form == MentionForm::kNamed &&
                         (e->type == MentionType::kPerson) == (m.gender == 'm' || m.gender == 'f');
      if (rival && !m.plural) return kNone;  // "His opponents asked Annan to see him"
      continue;
    }
    if (owner.entity == kNone || !possessives().contains(head(owner)) || owner.plural != m.plural || owner.gender != m.gender) return kNone;
    const Index first = owner.first;
    const bool opens =
        first == document_.sentences()[m.sentence].first || !tokens[first - 1].word() || clause_openers().contains(tokens[first - 1].hash);
    return opens && on_their_own_words().contains(tokens[owner.last].hash) ? owner.entity : kNone;
  }
  return kNone;
}

// "his lawyer, Bo, said that [he] had been beaten": whoever those close to him speak of; kNone if nobody such speaks.
Index Anaphora::spoken_for(Index mention) const {
  static const HashSet kSays = word_set({"said", "says", "told", "added", "insisted", "claimed", "announced", "confirmed", "denied",
                                         "reported", "believes", "believed", "fear", "feared", "complained", "stated"});
  static const HashSet kHe = word_set({"he", "she"});
  const Mention& m = document_.mentions[mention];
  const std::vector<Token>& tokens = document_.tokens.tokens;
  const Sentence& sentence = document_.sentences()[m.sentence];
  constexpr Index kFarthest = 14;  // tokens, from whose lawyer it is to who he is
  if (!kHe.contains(head(m))) return kNone;
  for (Index i = mention; i-- > 0 && document_.mentions[i].sentence == m.sentence && document_.mentions[i].first + kFarthest > m.first;) {
    const Mention& owner = document_.mentions[i];
    if (owner.entity == kNone || owner.last >= m.first) continue;
    const bool named = owner.form == MentionForm::kNamed && tokens[owner.last].has(kPossessive);
    const bool his = owner.form == MentionForm::kPronominal && possessives().contains(head(owner));
    if (!named && !his) continue;
    const Entity& e = document_.entities[owner.entity];
    const bool somebody = e.type == MentionType::kPerson || (e.type == MentionType::kGroup && !e.plural && e.members.empty());
    if (!somebody || (e.gender != '-' && e.gender != m.gender)) continue;
    const Index begins = owner.first;
    const bool opens = begins == sentence.first || !tokens[begins - 1].word() || clause_openers().contains(tokens[begins - 1].hash);
    Index noun = owner.last;
    while (noun < m.first && noun < owner.last + 2 && !speaking_for().contains(tokens[noun].hash)) ++noun;
    if (!opens || noun >= m.first || !speaking_for().contains(tokens[noun].hash)) continue;
    for (Index t = noun + 1; t < m.first; ++t) {
      if (kSays.contains(tokens[t].hash)) return owner.entity;
    }
  }
  return kNone;
}

// "Blair said [his] troops would stay": the only one whom the sentence has named so far, if he acts in it.
Index Anaphora::only_one_here(Index mention) const {
  static const HashSet kOf =
      word_set({"of",    "for",   "from", "with", "in",    "at",     "by",   "on",   "against", "between", "to",      "near",
                "about", "under", "over", "into", "after", "before", "than", "like", "behind",  "without", "despite", "during"});
  const Mention& m = document_.mentions[mention];
  if ((m.gender != 'm' && m.gender != 'f') || m.plural) return kNone;
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
      if (possessives().contains(head(other)) && one == kNone && other.last < tokens.size() &&
          !on_their_own_words().contains(tokens[other.last].hash))
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
  if (one == kNone || known != one || !acts) return kNone;
  // "Blair called it 'an affront to [his] people'"
  const Index mark = marks_.last_before(m.first);
  constexpr Index kFarthestQuote = 120;  // tokens
  if (mark != kNone && m.first - mark <= kFarthestQuote && (tokens[mark].flags & kCloseQuote) == 0) return kNone;
  return one;
}

// "Togo asked Mali to help [it]", "the rebels begged Chad to send [them] guns": who asks; kNone if nobody does.
Index Anaphora::asked_for_himself(Index mention) const {
  static const HashSet kAsks =
      word_set({"asked", "asks", "asking", "urged", "begged", "begs", "on", "upon", "wants", "wanted", "implored", "pressed", "requested"});
  static const HashSet kGives =
      word_set({"help", "assist", "support", "back",      "protect",   "defend", "join", "arm",     "send",  "give",    "lend",  "supply",
                "let",  "allow",  "rescue",  "recognise", "recognize", "grant",  "sell", "provide", "spare", "receive", "trust", "pay"});
  static const std::uint64_t kTo = fold_hash("to");
  const Mention& m = document_.mentions[mention];
  const std::vector<Token>& tokens = document_.tokens.tokens;
  if (m.first < 4 || tokens[m.first - 2].hash != kTo || !kGives.contains(tokens[m.first - 1].hash) || possessives().contains(head(m)))
    return kNone;
  const bool person = m.gender == 'm' || m.gender == 'f';
  // "asked its partners to help it"
  bool asked = m.first > 5 && possessives().contains(tokens[m.first - 4].hash) && kAsks.contains(tokens[m.first - 5].hash);
  for (Index i = mention; i-- > 0 && document_.mentions[i].sentence == m.sentence && !asked;) {
    const Index start = start_of(document_.mentions[i]);
    asked = document_.mentions[i].last == m.first - 2 && start > 0 &&
            (kAsks.contains(tokens[start - 1].hash) || possessives().contains(tokens[start - 1].hash));
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
  if (mention == 0 || (m.gender != 'm' && m.gender != 'f') || m.plural || !possessives().contains(head(m)) || object_her(document_, m))
    return kNone;
  const Mention& other =
      document_.mentions[mention - 1].last > m.first && mention > 1 ? document_.mentions[mention - 2] : document_.mentions[mention - 1];
  if (other.sentence != m.sentence || other.entity == kNone || other.last >= m.first || other.last + kFarthest < m.first) return kNone;
  if (other.form != MentionForm::kNamed || other.type != MentionType::kPerson || tokens[other.last].has(kPossessive)) return kNone;
  const Entity& e = document_.entities[other.entity];
  if (e.type != MentionType::kPerson || (e.gender != '-' && e.gender != m.gender)) return kNone;
  for (Index t = other.last; t < m.first; ++t) {
    if (!tokens[t].word() || clause_openers().contains(tokens[t].hash)) return kNone;
  }
  // "Bush and [Blair] praised his"
  static const std::uint64_t kAnd = fold_hash("and"), kComma = fold_hash(",");
  const Index start = start_of(other), first = document_.sentences()[m.sentence].first;
  if (start == first) return other.entity;
  return tokens[start - 1].hash == kAnd && start > first + 1 && tokens[start - 2].hash == kComma ? other.entity : kNone;
}

// "telephoned his Malian counterpart and told [him]": somebody whom nobody names.
bool Anaphora::of_counterpart(Index mention) const {
  static const HashSet kCounterparts = word_set({"counterpart", "colleague", "opposite"});
  static const std::uint64_t kAnd = fold_hash("and");
  const Mention& m = document_.mentions[mention];
  const std::vector<Token>& tokens = document_.tokens.tokens;
  if (m.first < 4 || (m.gender != 'm' && m.gender != 'f') || !is_object(m) || tokens[m.first - 2].hash != kAnd) return false;
  return kCounterparts.contains(tokens[m.first - 3].hash);
}

// "met Syahnakri, who promised to withdraw [his] troops": whom the relative clause is about; kNone if it is about nobody named.
Index Anaphora::of_relative(Index mention) const {
  static const std::uint64_t kWho = fold_hash("who"), kComma = fold_hash(",");
  constexpr Index kFarthest = 12;  // tokens
  const Mention& m = document_.mentions[mention];
  const std::vector<Token>& tokens = document_.tokens.tokens;
  const Index first = document_.sentences()[m.sentence].first;
  if ((m.gender != 'm' && m.gender != 'f') || m.plural || !possessives().contains(head(m)) || object_her(document_, m)) return kNone;
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
bool Anaphora::of_unnamed_body(Index mention) const {
  static const HashSet kBodies = word_set({"congress", "parliament", "senate", "cabinet", "court", "assembly", "council", "party",
                                           "company", "commission", "committee", "tribunal"});
  static const std::uint64_t kIts = fold_hash("its"), kThe = fold_hash("the");
  const Mention& m = document_.mentions[mention];
  const std::vector<Token>& tokens = document_.tokens.tokens;
  Index first = document_.sentences()[m.sentence].first;
  if (head(m) != kIts || m.first < first + 2) return false;
  if (tokens[first].hash == kThe) ++first;
  if (!kBodies.contains(tokens[first].hash)) return false;
  for (Index i = first_of_sentence(mention); i < mention; ++i) {
    if (document_.mentions[i].last <= m.first && document_.mentions[i].type != MentionType::kDate) return false;
  }
  return true;
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
  static const HashSet kOwn =
      word_set({"army",  "troops",   "forces",    "soldiers",  "envoy",    "envoys",   "ambassador", "foreign", "navy",
                "tanks", "police",   "generals",  "ministers", "minister", "special",  "defence",    "defense", "deputy",
                "air",   "warships", "officials", "son",       "brother",  "fighters", "men",        "security"});
  static const HashSet kElsewhere =
      word_set({"that", "said", "says", "who", "which", "whose", "after", "before", "when", "while", "because", "where", "as", "if", ";"});
  const Mention& m = document_.mentions[mention];
  const std::vector<Token>& tokens = document_.tokens.tokens;
  if (m.plural || m.first < 2 || m.last >= tokens.size() || !possessives().contains(head(m))) return kNone;
  // "but urged [its] citizens to stay"
  static const HashSet kTells = word_set({"urged", "advised", "told", "warned", "evacuated", "ordered"}), kCitizens = word_set({"citizens", "nationals"});
  const bool citizens = kTells.contains(tokens[m.first - 1].hash) && kCitizens.contains(tokens[m.last].hash);
  if (!citizens && (!sending_verbs().contains(tokens[m.first - 1].hash) || !kOwn.contains(tokens[m.last].hash))) return kNone;
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
  static const HashSet kTells = word_set({"told", "tells", "assured", "informed"}),
                       kPronouns = word_set({"him", "her", "them", "reporters", "journalists"});
  static const HashSet kOwn = word_set({"country", "nation", "government", "people", "army", "troops", "forces", "soldiers"});
  static const std::uint64_t kThat = fold_hash("that");
  const Mention& m = document_.mentions[mention];
  const std::vector<Token>& tokens = document_.tokens.tokens;
  const Index first = document_.sentences()[m.sentence].first;
  if (m.plural || m.last >= tokens.size() || !possessives().contains(head(m)) || (m.gender != 'm' && m.gender != 'f') ||
      !kOwn.contains(tokens[m.last].hash))
    return kNone;
  for (Index t = m.first; t-- > first + 2;) {
    if (tokens[t].hash != kThat) continue;
    if (!kPronouns.contains(tokens[t - 1].hash) || !kTells.contains(tokens[t - 2].hash)) return kNone;
    if (t + 1 != m.first && !hurting_verbs().contains(tokens[m.first - 1].hash)) return kNone;  // "talks with [his] country"
    return opens_main_clause(mention);
  }
  return kNone;
}

// "Togo told Ghana that [it] would attack": who tells says what he himself will do; kNone if nobody is told, or it is to be done to him.
Index Anaphora::tells_of_his_plan(Index mention) const {
  static const HashSet kTells =
                           word_set({"told", "tells", "assured", "assures", "informed", "informs", "notified", "promised", "promises"}),
                       kTellsTo = word_set({"indicated", "signalled", "signaled", "confirmed", "promised", "pledged", "conveyed"});
  static const HashSet kHelpers = word_set({"has", "had", "also", "later", "then", "reportedly", "already", "repeatedly", "privately"});
  static const HashSet kWill = word_set({"will", "would"}), kPlans = word_set({"intends", "intended", "plans", "planned"}),
                       kIs = word_set({"is", "was", "be"}), kReady = word_set({"ready", "prepared", "willing", "planning", "determined"});
  static const HashSet kBetween = word_set({"not", "never", "soon", "also", "no", "longer", "still", "only"}),
                       kBefalls = word_set({"be", "have", "face", "get", "receive", "need", "suffer", "lose", "pay"});
  static const std::uint64_t kThat = fold_hash("that"), kTo = fold_hash("to"), kComma = fold_hash(",");
  const Mention& m = document_.mentions[mention];
  const std::vector<Token>& tokens = document_.tokens.tokens;
  if (m.plural || m.first < 3 || m.last + 1 >= tokens.size() || possessives().contains(head(m))) return kNone;
  Index next = m.last;
  const bool will = kWill.contains(tokens[next].hash);
  if (will) ++next;
  while (next + 1 < tokens.size() && kBetween.contains(tokens[next].hash)) ++next;
  // "warned Togo that it would strike", but not "that it would regret it"
  static const HashSet kWarns = word_set({"warned", "warns", "cautioned"}),
                       kActs = word_set({"attack", "strike", "bomb",   "invade", "retaliate", "respond",  "cut",  "suspend",
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
  static const HashSet kWarns = word_set({"warned", "warns", "warning", "threatened", "threatens", "threatening", "cautioned"});
  static const HashSet kIf = word_set({"if", "unless", "until"}),
                       kMust = word_set({"must", "should", "faced", "faces", "risked", "risks", "risk"});
  const Mention& m = document_.mentions[mention];
  const std::vector<Token>& tokens = document_.tokens.tokens;
  if (m.first < 3 || m.plural || possessives().contains(head(m)) || m.last >= tokens.size()) return kNone;
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

}  // namespace dragoman
