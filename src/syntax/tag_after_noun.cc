// Part of dragoman; see LICENSE.
//
// An open word right behind a noun: its verb ("[Kim] plans to", "[Iran] attacks Iraq"), or the rest of a
// compound ("[arms] talks", "military [posts]").

#include "syntax/tagger.h"

#include "token/word_set.h"

namespace dragoman {

// "[Kim] plans to", "[Iran] attacks Iraq", "[arms] talks".
void Tagger::after_noun(std::size_t i, std::size_t b, const Entry& e, bool has_noun) {
  const std::uint8_t forms = e.verb_forms;
  if (!has_noun && (forms & ~kGerund)) {
    // "demands [drawn] up by Chad"
    static constexpr FewWords kBy = {"by"};
    const std::size_t behind = i + 1 < words_.size() && particle(i + 1) ? i + 2 : i + 1;
    const bool by = behind < words_.size() && words_[behind].entry && lexicon_.is_one_of(words_[behind].entry->other, kBy);
    if (e.adjective_share > 5 && !(forms & (kPast | kThird)) && !((forms & kPastParticiple) && by)) return as_adjective(i, e);
    return set(i, Tag::kVerb, e.verb, forms);
  }
  if (!has_noun) return set(i, Tag::kVerb, e.verb, forms);
  if (forms & kGerund) {
    if (kind_of_countryman(i)) return as_noun(i, e);
    // "hackers working for Iran"
    const bool people = words_[b].lemma != kNoLemma && lexicon_.is(words_[b].lemma, kAgentNoun);
    // "soldiers serving with", but "police training in"
    const bool many = people && words_[b].entry && (words_[b].entry->noun_forms & kPlural) && !(words_[b].entry->noun_forms & kSingular);
    if (!people && subject_of_past(i)) return as_noun(i, e);
    // "police [acting] on a warrant"
    static constexpr FewWords kActs = {"act", "operate", "work", "travel", "serve", "return", "flee", "fight", "march", "advance", "arrive", "live"};
    const bool doing = people && preposition_next(i) && (many || e.verb_share > e.noun_share || lexicon_.is_one_of(e.verb, kActs));
    return noun_next(i) || doing ? set(i, Tag::kVerb, e.verb, kGerund) : as_noun(i, e);
  }
  if ((forms & (kPast | kPastParticiple)) && !(forms & kBase)) {
    return e.verb_share >= e.noun_share ? set(i, Tag::kVerb, e.verb, forms) : as_noun(i, e);
  }
  // "Ghana [fears] being attacked"
  static constexpr std::uint64_t kBeing = word_hash("being");
  const bool being = i + 1 < words_.size() && token(i + 1).hash == kBeing;
  if (being && (forms & kThird) && e.verb_share >= 3 && words_[b].mention != kNone) return set(i, Tag::kVerb, e.verb, forms);
  if (auxiliary_next(i)) return as_noun(i, e);
  // "Chinese coast guard [ships] used cannon"
  static constexpr FewWords kCraft = {"ship", "force", "pilot", "shell", "rocket", "tank", "staff", "crew", "jet", "plane"};
  static constexpr std::uint64_t kUsed = word_hash("used");
  if ((forms & kThird) && lexicon_.is_one_of(e.noun, kCraft) && (past_next(i) || infinitive_next(i) || (i + 1 < words_.size() && token(i + 1).hash == kUsed))) return as_noun(i, e);
  if ((forms & kThird) && preposition_next(i) && done_to(b)) return as_noun(i, e);    // "attacked police [posts] on"
  if ((forms & kThird) && preposition_next(i) && governed(b)) return as_noun(i, e);   // "fired on Pakistani military [posts] along it"
  if ((forms & kThird) && preposition_next(i) && named_object(b)) return as_noun(i, e);  // "meet NATO [demands] for"
  const Word& subject = words_[b];
  const bool named = subject.mention != kNone;
  const MentionType type = named ? document_.mentions[subject.mention].type : MentionType::kWeapon;
  const bool person = named && type == MentionType::kPerson;
  const bool actor = named && type != MentionType::kWeapon && type != MentionType::kQuantity &&
                     type != MentionType::kMoney && (type != MentionType::kNationality || document_.mentions[subject.mention].plural);
  const bool plural_subject = subject.mention != kNone
                                  ? document_.mentions[subject.mention].plural
                                  : subject.entry && (subject.entry->noun_forms & kPlural);
  const bool listed = list_before(b);
  const bool to_next = closed_next(i, Closed::kTo);
  const bool that_next = closed_next(i, Closed::kThat);
  // "Sudan's army, which Burhan [commands], fought": a clause that has no other verb.
  if (named && (forms & (plural_subject ? kBase : kThird)) && verb_of_relative(b, i)) {
    return set(i, Tag::kVerb, e.verb, forms);
  }
  if (forms & kThird) {
    if (!person && subject_of_past(i)) return as_noun(i, e);
    // "the war [drags] on."
    if (!named && e.verb_share >= 5 && i + 1 < words_.size() && words_[i + 1].mention == kNone && words_[i + 1].entry &&
        words_[i + 1].entry->prep != Prep::kNone && verb_end(i, e)) {
      return set(i, Tag::kVerb, e.verb, forms);
    }
    // "whose country chairs the bloc"
    if (b > 0 && words_[b - 1].tag == Tag::kRelative && object_next(i)) return set(i, Tag::kVerb, e.verb, forms);
    if (plural_subject && !named && !listed) return as_noun(i, e);
    if (person && (noun_next(i) || to_next || that_next || preposition_next(i))) {
      return set(i, Tag::kVerb, e.verb, forms);
    }
    // "Ghana [faces] charges"
    static constexpr FewWords kFace = {"face"};
    if (actor && noun_next(i) && lexicon_.is_one_of(e.verb, kFace)) return set(i, Tag::kVerb, e.verb, forms);
    // "Ghana [imports] rice from": a bare noun behind it, and no other verb
    if (named && type == MentionType::kState && e.verb_share >= 2 && noun_next(i) && !verb_ahead_of(i + 1) && i + 2 < words_.size() &&
        preposition_next(i + 1)) {
      return set(i, Tag::kVerb, e.verb, forms);
    }
    // "says Tehran [arms] and trains them"
    if (actor && and_verb_next(i)) return set(i, Tag::kVerb, e.verb, forms);
    // "Mali's junta kicks out peacekeepers"
    if (actor && e.verb_share >= 2 && particle_next(i)) return set(i, Tag::kVerb, e.verb, forms);
    if (actor && (object_next(i) || that_next || infinitive_next(i) ||
                  (e.verb_share >= 5 && (noun_next(i) || gerund_next(i) || verb_end(i, e))) ||
                  (e.verb_share >= 2 && preposition_next(i) && !verb_ahead(i)))) {
      return set(i, Tag::kVerb, e.verb, forms);
    }
    // "the plan [calls] on Chad to leave", "a draft that [calls] for it"
    static constexpr FewWords kCall = {"call"};
    static constexpr FewWords kTexts = {"plan", "proposal", "resolution", "text", "draft", "statement", "deal", "accord", "agreement", "letter", "report", "communique",
                                        "bill", "motion", "declaration", "petition"};
    if (!named && preposition_next(i) && lexicon_.is_one_of(e.verb, kCall) && subject.lemma != kNoLemma && lexicon_.is_one_of(subject.lemma, kTexts)) {
      return set(i, Tag::kVerb, e.verb, forms);
    }
    // "the ministry plans to": only where the subject stands outside a prepositional phrase.
    if (!named && (infinitive_next(i) || that_next || object_next(i)) && e.verb_share >= 3 &&
        !bare_after_preposition(b) && !(that_next && behind_infinitive(b))) {
      return set(i, Tag::kVerb, e.verb, forms);
    }
    return as_noun(i, e);
  }
  // "drones [set] fire to a depot"
  static constexpr std::uint64_t kFire = word_hash("fire");
  if ((forms & kPast) && (forms & kBase) && i + 2 < words_.size() && token(i + 1).hash == kFire && closed_next(i + 1, Closed::kTo)) {
    return set(i, Tag::kVerb, e.verb, kPast);
  }
  // "a commission [set] up by Nepal"
  if ((forms & kPast) && (forms & kBase) && b + 1 == i && particle(i + 1)) return set(i, Tag::kVerb, e.verb, kPast | kPastParticiple);
  // "Mali quit", "Morocco cut": the past looks like the base form.
  if ((forms & kPast) && (forms & kBase) && actor && (noun_next(i) || preposition_next(i)) &&
      e.verb_share >= e.noun_share) {
    return set(i, Tag::kVerb, e.verb, kPast | kPastParticiple);
  }
  // "A rocket hit Kharkiv": no other verb follows.
  if ((forms & kPast) && (forms & kBase) && object_next(i) && e.verb_share > 2 * e.noun_share && !verb_ahead(i)) {
    return set(i, Tag::kVerb, e.verb, kPast);
  }
  // Base form: a plural subject.
  // But "a Taliban [gang] leader".
  const Index next_mention = i + 1 < words_.size() ? words_[i + 1].mention : kNone;
  const bool title_next = next_mention != kNone && document_.mentions[next_mention].type == MentionType::kOffice && e.verb_share <= 2;
  if ((plural_subject || listed) && !title_next && (object_next(i) || infinitive_next(i) || that_next)) {
    return set(i, Tag::kVerb, e.verb, forms);
  }
  if (e.noun_share == 0) return set(i, Tag::kVerb, e.verb, forms);
  // "help Chad [fight] rebels", "let Mali [use] its ports"
  if ((forms & kBase) && !plural_noun(e) && e.verb_share >= 2 && (object_next(i) || preposition_next(i)) && lets(b)) {
    return set(i, Tag::kVerb, e.verb, kBase);
  }
  // "demanded that Serbia [pull] its forces out", "[pay] for it"
  if (actor && (object_next(i) || (preposition_next(i) && e.verb_share >= 4)) && (forms & kBase)) {
    std::size_t first = b;
    while (first > 0 && words_[first - 1].mention == subject.mention) --first;
    // "asked in turn that Serbia [pay] for it"
    std::size_t verb = first > 1 ? first - 2 : first;
    while (verb + 5 > first && verb > 0 && words_[verb].tag != Tag::kVerb && words_[verb].tag != Tag::kComma) --verb;
    const bool wanted = object_next(i) || (first > 1 && words_[first - 2].lemma != kNoLemma && lexicon_.is(words_[first - 2].lemma, kThatClause)) ||
                        (first > 1 && words_[verb].tag == Tag::kVerb && words_[verb].lemma != kNoLemma && lexicon_.is(words_[verb].lemma, kThatClause));
    if (wanted && first > 0 && words_[first - 1].entry && words_[first - 1].entry->closed == Closed::kThat) {
      return set(i, Tag::kVerb, e.verb, forms);
    }
  }
  // "MALI AND NIGER SIGN PACT"
  if (listed && actor && (sentence_.title || sentence_.caps) && e.verb_share >= 3 && noun_next(i) && !verb_ahead_of(i)) {
    return set(i, Tag::kVerb, e.verb, forms);
  }
  if (listed && e.verb_share >= 3 && preposition_next(i)) return set(i, Tag::kVerb, e.verb, forms);
  if ((plural_subject || listed) && e.verb_share > 7 && !object_phrase(b)) return set(i, Tag::kVerb, e.verb, forms);
  as_noun(i, e);
}

// "must meet [NATO] demands": a name right behind a verb that no clause may follow.
bool Tagger::named_object(std::size_t b) const {
  static constexpr FewWords kShow = {"mean",    "show",    "prove", "see",        "know", "hear", "learn",
                                     "realise", "realize", "doubt", "understand", "feel", "be",   "ask"};
  if (words_[b].mention == kNone) return false;
  std::size_t first = b;
  while (first > 0 && words_[first - 1].mention == words_[b].mention) --first;
  // "condemned Malian and [French] raids on"
  if (first > 1 && words_[first - 1].tag == Tag::kCoordinator && words_[first - 2].mention != kNone &&
      document_.mentions[words_[first - 2].mention].type == MentionType::kNationality) {
    first -= 2;
    while (first > 0 && words_[first - 1].mention == words_[first].mention) --first;
  }
  if (first == 0 || words_[first - 1].tag != Tag::kVerb || words_[first - 1].lemma == kNoLemma) return false;
  const LemmaId verb = words_[first - 1].lemma;
  return !lexicon_.is(verb, kSays) && !lexicon_.is(verb, kThatClause) && !lexicon_.is_one_of(verb, kShow);
}

// "an Australian [mining] executive": what kind of one he is.
bool Tagger::kind_of_countryman(std::size_t i) const {
  const Index nation = i > 0 ? words_[i - 1].mention : kNone;
  return nation != kNone && noun_next(i) && document_.mentions[nation].type == MentionType::kNationality && !document_.mentions[nation].plural;
}

// Is the noun that ends at word b in a phrase behind the verb of its clause?  Then it is no subject.
bool Tagger::governed(std::size_t b) const {
  bool phrase = false;
  for (std::size_t j = b + 1; j-- > 0 && j + 16 > b;) {
    switch (words_[j].tag) {
      case Tag::kPreposition: phrase = true; break;
      case Tag::kVerb: return phrase && words_[j].lemma != kNoLemma && !lexicon_.is(words_[j].lemma, kSays) && !lexicon_.is(words_[j].lemma, kThatClause);
      case Tag::kNoun: case Tag::kAdjective: case Tag::kDeterminer: case Tag::kNumber: case Tag::kHyphen: case Tag::kAdverb: case Tag::kIgnored: break;
      default: return false;
    }
  }
  return false;
}

// Does a name that ends at word b stand behind a relative pronoun, and does the clause end with word i?
bool Tagger::verb_of_relative(std::size_t b, std::size_t i) const {
  const Index mention = words_[b].mention;
  std::size_t first = b;
  while (first > 0 && words_[first - 1].mention == mention) --first;
  if (first == 0 || words_[first - 1].tag != Tag::kRelative) return false;
  return i + 1 >= words_.size() || token(i + 1).kind == TokenKind::kPunctuation;
}

// "to suspend peace [talks] that": does the bare noun at b stand right behind an infinitive?
bool Tagger::behind_infinitive(std::size_t b) const {
  while (b > 0 && (words_[b].tag == Tag::kNoun || words_[b].tag == Tag::kAdjective)) --b;
  return words_[b].tag == Tag::kVerb && b > 0 && words_[b - 1].tag == Tag::kTo && !lexicon_.is(words_[b].lemma, kSays);
}

// "froze its minerals [deal]": does the noun at b stand behind a possessive or an article right after a verb of no speech?
bool Tagger::object_phrase(std::size_t b) const {
  while (b > 0 && (words_[b].tag == Tag::kNoun || words_[b].tag == Tag::kAdjective)) --b;
  return b > 0 && (words_[b].tag == Tag::kPossessive || words_[b].tag == Tag::kDeterminer) && words_[b - 1].tag == Tag::kVerb &&
         words_[b - 1].lemma != kNoLemma && !lexicon_.is_one_of(words_[b - 1].lemma, kTakeBareInfinitive) &&
         !lexicon_.is(words_[b - 1].lemma, kSays) && !lexicon_.is(words_[b - 1].lemma, kThatClause);
}

// Does what ends at word b stand right behind a past form of a verb of no speech, as its object?
bool Tagger::done_to(std::size_t b) const {
  std::size_t first = b;
  while (first > 0 && words_[b].mention != kNone && words_[first - 1].mention == words_[b].mention) --first;
  if (first == 0 || words_[first - 1].tag != Tag::kVerb || !(words_[first - 1].form & kPast)) return false;
  const LemmaId verb = words_[first - 1].lemma;
  return verb != kNoLemma && !lexicon_.is(verb, kSays) && !lexicon_.is(verb, kThatClause) && words_[first - 1].entry && words_[first - 1].entry->closed == Closed::kOpen;
}

// Does the noun that ends at word b stand right behind "help" or "let"?
bool Tagger::lets(std::size_t b) const {
  static constexpr FewWords kLets = {"help", "let", "make", "watch"};
  for (std::size_t j = b; j-- > 0 && j + 8 > b;) {
    if (words_[j].prep == Prep::kOf) continue;   // "let the captain [of] a trawler go"
    switch (words_[j].tag) {
      case Tag::kNoun: case Tag::kAdjective: case Tag::kDeterminer: case Tag::kPossessive: case Tag::kPossessiveMark: break;
      case Tag::kVerb: return lexicon_.is_one_of(words_[j].lemma, kLets);
      default: return false;
    }
  }
  return false;
}

// Nothing but a particle and the end of the clause follows: "drags on."
bool Tagger::verb_end(std::size_t i, const Entry& e) const {
  std::size_t j = i + 1;
  if (j < words_.size() && words_[j].mention == kNone && words_[j].entry && words_[j].entry->prep != Prep::kNone) ++j;
  return (j > i + 1 || e.verb_share >= 7) && (j >= words_.size() || token(j).kind == TokenKind::kPunctuation);
}

// "border [clashes] left nine dead", "India-Pakistan [talks] broke down": the past right behind it is the verb; not "demands reduced tariffs".
bool Tagger::subject_of_past(std::size_t i) const {
  if (i + 1 >= words_.size() || words_[i + 1].mention != kNone || !words_[i + 1].entry) return false;
  const Entry& e = *words_[i + 1].entry;
  if (e.closed != Closed::kOpen || !(e.verb_forms & kPast) || (e.verb_forms & kBase)) return false;
  if (!(e.verb_forms & kPastParticiple)) return true;
  // "stands [accused] by Mali", "remains [committed] to it"
  static constexpr FewWords kStays = {"remain", "stand", "appear", "look", "feel", "seem", "get"};
  if (words_[i].entry && lexicon_.is_one_of(words_[i].entry->verb, kStays)) return false;
  const Prep prep = i + 2 < words_.size() && words_[i + 2].entry ? words_[i + 2].entry->prep : Prep::kNone;
  if (prep == Prep::kBy || prep == Prep::kTo) return false;
  return i + 2 >= words_.size() || numeral(i + 2) || particle(i + 2) || preposition_next(i + 1) || token(i + 2).kind == TokenKind::kPunctuation;
}

// "[arms] and trains them": a verb of the same form that has an object.
bool Tagger::and_verb_next(std::size_t i) const {
  if (i + 2 >= words_.size() || !closed_next(i, Closed::kCoordinator)) return false;
  const Entry* verb = words_[i + 2].entry;
  return words_[i + 2].mention == kNone && verb != nullptr && verb->closed == Closed::kOpen && (verb->verb_forms & kThird) &&
         verb->verb_share > 0 && object_next(i + 2);
}

// "[kicks] out the envoys": a particle and its object.
bool Tagger::particle_next(std::size_t i) const {
  static constexpr FewWords kParticles = {"out", "up", "off", "down", "back", "away", "aside"};
  if (i + 2 >= words_.size() || words_[i + 1].entry == nullptr || words_[i + 1].mention != kNone) return false;
  const LemmaId lemma = words_[i + 1].entry->other != kNoLemma ? words_[i + 1].entry->other : words_[i + 1].entry->noun;
  if (!lexicon_.is_one_of(lemma, kParticles)) return false;
  // "hits back at"
  const bool at = words_[i + 2].entry != nullptr && words_[i + 2].entry->prep == Prep::kAt;
  return object_next(i + 1) || noun_next(i + 1) || (at && lexicon_.is(lemma, "back"));
}

// "accused of [firing] on a boat"
bool Tagger::fires_on(std::size_t i, const Entry& e) const {
  static constexpr FewWords kFire = {"fire"};
  if (!lexicon_.is_one_of(e.verb, kFire) || i + 2 >= words_.size() || !words_[i + 1].entry || words_[i + 1].mention != kNone) return false;
  const Prep prep = words_[i + 1].entry->prep;
  return (prep == Prep::kOn || prep == Prep::kAt || prep == Prep::kInto) && noun_next(i + 1);
}

// "accused of [arresting] ten men", "denied [demanding] it": what such gerunds have behind them is no more of that kind than others.
bool Tagger::does_deed(std::size_t i, const Entry& e) const {
  static constexpr FewWords kDeeds = {"arrest", "demand", "cut", "threaten", "punish", "torture", "abuse", "shoot", "oppose", "insult", "harass"};
  return lexicon_.is_one_of(e.verb, kDeeds) && object_next(i);
}

bool Tagger::bare_after_preposition(std::size_t b) const {
  for (std::size_t j = b; j-- > 0;) {
    const Tag t = words_[j].tag;
    if (t == Tag::kNoun || t == Tag::kAdjective || t == Tag::kNumber) continue;
    return t == Tag::kPreposition;
  }
  return false;
}

}  // namespace dragoman
