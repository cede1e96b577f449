// Part of dragoman; see LICENSE.
//
// Open words: what an auxiliary, a modal, a relative pronoun or an article on the left makes of a word
// that may be noun, verb, adjective or adverb.  Behind a noun: tag_after_noun.cc; behind anything else:
// tag_verb_or_participle.cc.

#include "syntax/tagger.h"
#include "token/word_set.h"

namespace dragoman {

// An adverb that stands before a verb, of words that are other things as well.
bool Tagger::adverb_before_verb(std::size_t i, const Entry& e) {
  // "has [outright] rejected", "had [long] backed"
  if (verb_place(i) && i + 1 < words_.size() && words_[i + 1].mention == kNone && words_[i + 1].entry &&
      words_[i + 1].entry->closed == Closed::kOpen && (words_[i + 1].entry->verb_forms & (kPast | kPastParticiple)) &&
      words_[i + 1].entry->verb_share >= words_[i + 1].entry->noun_share && !(e.verb_forms & kPastParticiple) && after(i, Closed::kHave)) {
    return set(i, Tag::kAdverb, e.other), true;
  }
  // "Chad [first] threatened Togo": between a name and its verb
  if (e.adverb_share >= 3 && !e.verb && i > 0 && words_[i - 1].tag == Tag::kNoun && words_[i - 1].mention != kNone && past_next(i) &&
      document_.mentions[words_[i - 1].mention].type != MentionType::kNationality) {
    return set(i, Tag::kAdverb, e.other), true;
  }
  // "was [first] attacked by Togo"
  if (e.adverb_share >= 3 && !e.verb && after(i, Closed::kBe) && past_next(i) && i + 2 < words_.size() && words_[i + 2].entry &&
      words_[i + 2].entry->prep != Prep::kNone) {
    return set(i, Tag::kAdverb, e.other), true;
  }
  return false;
}

// Words that go their own way.
bool Tagger::own_way(std::size_t i, const Entry& e) {
  // "called [home] its envoy", "flew [home]", "called its diplomats [home]"
  static constexpr std::uint64_t kHome = word_hash("home");
  if (token(i).hash == kHome && i > 0 && words_[i - 1].tag == Tag::kVerb) return set(i, Tag::kAdverb, e.noun), true;
  if (token(i).hash == kHome && i > 0 && words_[i - 1].tag == Tag::kNoun && !noun_next(i) && people(i - 1)) return set(i, Tag::kAdverb, e.noun), true;
  // "was freed [thanks to] Mali": one preposition; but "gave thanks to Mali"
  static constexpr std::uint64_t kThanks = word_hash("thanks"), kTo = word_hash("to");
  if (i + 1 < words_.size() && token(i).hash == kThanks && token(i + 1).hash == kTo &&
      (i == 0 || words_[i - 1].tag == Tag::kComma || words_[i - 1].tag == Tag::kNoun || words_[i - 1].tag == Tag::kDate || words_[i - 1].tag == Tag::kAdverb)) {
    set(i, Tag::kPreposition, e.other ? e.other : e.noun);
    words_[i].prep = Prep::kOther;
    words_[i + 1].tag = Tag::kIgnored;
    return true;
  }
  // "shelled a convoy [north of] Goma": one preposition
  static constexpr FewWords kSides = {"north", "south", "east", "west", "northeast", "northwest", "southeast", "southwest", "outside"};
  static constexpr std::uint64_t kOf = word_hash("of");
  if (i > 0 && i + 1 < words_.size() && token(i + 1).hash == kOf && kSides.has_in_any_case(document_.slice(token(i).span())) &&
      (words_[i - 1].tag == Tag::kNoun || words_[i - 1].tag == Tag::kVerb || words_[i - 1].tag == Tag::kAdverb || words_[i - 1].tag == Tag::kNumber)) {
    set(i, Tag::kPreposition, e.other ? e.other : e.noun);
    words_[i].prep = Prep::kNear;
    words_[i + 1].tag = Tag::kIgnored;
    return true;
  }
  // "deals with Tehran [worth] a billion"
  static constexpr std::uint64_t kWorth = word_hash("worth");
  if (token(i).hash == kWorth && i > 0 && words_[i - 1].mention != kNone && document_.mentions[words_[i - 1].mention].form == MentionForm::kNamed &&
      i + 1 < words_.size() && words_[i + 1].mention != kNone) {
    return set(i, Tag::kPreposition, e.other), true;
  }
  // "stopped [short] of sending", "came [close] to signing"
  static constexpr std::uint64_t kShort = word_hash("short"), kClose = word_hash("close");
  if ((token(i).hash == kShort || token(i).hash == kClose) && i > 0 && words_[i - 1].tag == Tag::kVerb && i + 1 < words_.size() &&
      words_[i + 1].entry && words_[i + 1].entry->prep == (token(i).hash == kShort ? Prep::kOf : Prep::kTo)) {
    return set(i, Tag::kAdverb, e.other), true;
  }
  // "shot [dead] at least six men"
  static constexpr std::uint64_t kDead = word_hash("dead");
  if (token(i).hash == kDead && i > 0 && words_[i - 1].tag == Tag::kVerb && i + 1 < words_.size() && estimated(i + 1) != 0) return set(i, Tag::kAdverb, e.other), true;
  // ", [long] a patron of the rebels,"
  static constexpr std::uint64_t kLong = word_hash("long");
  if (token(i).hash == kLong && i > 0 && words_[i - 1].tag == Tag::kComma && closed_next(i, Closed::kDeterminer)) {
    return set(i, Tag::kAdverb, e.other), true;
  }
  // "called its envoy to Togo [home]"
  if (token(i).hash == kHome && i > 1 && words_[i - 1].mention != kNone && words_[i - 2].tag == Tag::kPreposition && !noun_next(i)) {
    const MentionType where = document_.mentions[words_[i - 1].mention].type;
    if (where == MentionType::kState || where == MentionType::kCity) return set(i, Tag::kAdverb, e.noun), true;
  }
  return false;
}

// An adjective right behind its noun.
bool Tagger::adjective_behind_noun(std::size_t i, const Entry& e) {
  // "officials [familiar] with the matter", "a man [close] to the junta"
  static constexpr FewWords kWithPhrase = {"familiar", "sympathetic", "privy", "native", "worthy"};
  if ((lexicon_.is_one_of(e.other, kWithPhrase) && preposition_next(i)) ||
      (lexicon_.is(e.other, "close") && preposition_next(i) && words_[i + 1].entry && words_[i + 1].entry->prep == Prep::kTo)) {
    return as_adjective(i, e), true;
  }
  // "exercises [due] to be held", "men [willing] to fight"
  static constexpr FewWords kWithTo = {"due", "likely", "unlikely", "able", "unable", "ready", "keen", "eager", "willing", "unwilling", "reluctant", "loath", "anxious",
                                       "liable", "determined", "afraid", "prone"};
  if (lexicon_.is_one_of(e.other, kWithTo) && infinitive_next(i)) return as_adjective(i, e), true;
  return false;
}

void Tagger::open(std::size_t i, const Entry& e) {
  const std::uint8_t forms = e.verb_forms;
  static constexpr auto kOwnWay = word_set({"home", "thanks", "north", "south", "east", "west", "northeast", "northwest", "southeast", "southwest",
                                           "outside", "worth", "short", "close", "dead", "long"});
  if (e.adverb_share > 0 && adverb_before_verb(i, e)) return;
  if (kOwnWay.contains(token(i).hash) && own_way(i, e)) return;
  if (e.adjective_share > 0 && i > 0 && words_[i - 1].tag == Tag::kNoun && adjective_behind_noun(i, e)) return;
  if (!e.verb || !forms) {
    if (e.adverb_share >= 5 && !(nominal_left(i) && e.adjective_share)) {
      return set(i, Tag::kAdverb, e.other);
    }
    // "are [due] to meet"
    if (e.adjective_share > e.noun_share && after(i, Closed::kBe)) return as_adjective(i, e);
    // "Haiti's [first] freely elected president"
    if (e.adjective_share > e.noun_share && i + 2 < words_.size() && words_[i + 1].mention == kNone && words_[i + 1].entry &&
        words_[i + 1].entry->adverb_share > 7 && words_[i + 2].entry && (words_[i + 2].entry->verb_forms & kPastParticiple) && noun_next(i + 2)) {
      return as_adjective(i, e);
    }
    if (e.noun && !(e.adjective_share && noun_next(i) && e.adjective_share >= e.noun_share)) {
      return as_noun(i, e);
    }
    if (e.adjective_share) return as_adjective(i, e);
    if (e.adverb_share) return set(i, Tag::kAdverb, e.other);
    return as_noun(i, e);
  }
  const std::size_t b = before(i);
  const Tag left = b < words_.size() ? words_[b].tag : Tag::kStop;
  // "fled to Syria and [continues] to lead it"
  static constexpr FewWords kGoOn = {"continue", "want", "seek", "refuse", "intend", "threaten", "try", "agree", "strive", "deserve", "remain", "appear", "seem", "tend"};
  if ((forms & kThird) && left == Tag::kCoordinator && infinitive_next(i) && lexicon_.is_one_of(e.verb, kGoOn)) return set(i, Tag::kVerb, e.verb, kThird);
  // "live-fire drills"
  if ((forms & kBase) && e.adjective_share > 0 && left != Tag::kTo && left != Tag::kModal && hyphen_next(i)) {
    return as_adjective(i, e);
  }
  // "two [sit]-ins"
  if ((forms & kBase) && (left == Tag::kNumber || left == Tag::kDeterminer || left == Tag::kPossessive || left == Tag::kAdjective) && hyphen_next(i)) return as_noun(i, e);
  // A capital inside a sentence, not after a mention: part of some name.
  if (left == Tag::kTo || left == Tag::kModal) {
    if (forms & kBase) return set(i, Tag::kVerb, e.verb, kBase);
  }
  if (left == Tag::kVerb && words_[b].entry) {
    const Closed aux = words_[b].entry->closed;
    if (aux == Closed::kHave && (forms & kPastParticiple) && i - b <= 3) {
      return set(i, Tag::kVerb, e.verb, kPastParticiple);
    }
    // "is willing to", "is determined to": said of the subject.  "is expected to" is a verb that governs.
    const bool governs = (forms & kPastParticiple) && lexicon_.classes(e.verb) != 0;
    if (aux == Closed::kBe && e.adjective_share > 6 && !governs && infinitive_next(i)) return as_adjective(i, e);
    // "is [unfit] to": no form that follows "be".
    if (aux == Closed::kBe && e.adjective_share > 0 && !(forms & (kPastParticiple | kGerund))) return as_adjective(i, e);
    if (aux == Closed::kBe && (forms & (kPastParticiple | kGerund)) &&
        !(e.adjective_share > 6 && !(forms & kGerund) && !noun_next(i) && !preposition_next(i))) {
      return set(i, Tag::kVerb, e.verb, forms & (kPastParticiple | kGerund));
    }
    if (aux == Closed::kDo && (forms & kBase) && i > 0 &&
        (words_[i - 1].tag == Tag::kNot || words_[i - 1].tag == Tag::kVerb) &&
        (e.noun_share < 7 || words_[i - 1].tag == Tag::kNot)) {
      return set(i, Tag::kVerb, e.verb, kBase);
    }
  }
  if (left == Tag::kPronoun && (forms & ~(kGerund))) {
    return set(i, Tag::kVerb, e.verb, forms);
  }
  if (left == Tag::kRelative) {
    static constexpr std::uint64_t kWhose = word_hash("whose");
    if (b + 1 == i) {
      const bool whose = token(b).hash == kWhose;
      // "whose [forces] crossed": as after a possessive.  "whom [rebels] had held"
      if (e.noun && e.noun_share > 0 && (whose || auxiliary_next(i))) return as_noun(i, e);
      if (whose && (forms & kGerund)) return as_noun(i, e);
    }
    if (forms & ~kGerund) return set(i, Tag::kVerb, e.verb, forms);
  }
  // "which on Monday [cut] its ties"
  if (left == Tag::kDate && (forms & ~kGerund) && relative_before(b) && (object_next(i) || preposition_next(i))) {
    return set(i, Tag::kVerb, e.verb, forms);
  }
  const bool has_noun = e.noun != kNoLemma && e.noun_share > 0;
  // "the 2002 [attacks]"
  if (left == Tag::kDate && has_noun && b > 0 && b + 1 == i && words_[b - 1].tag == Tag::kDeterminer && !(forms & kPast) && preposition_next(i)) {
    return as_noun(i, e);
  }
  // "told [visiting] U.S. minister Austin", "met [visiting] President Lula"
  static constexpr std::uint64_t kVisiting = word_hash("visiting");
  if (forms & kGerund) {
    if (left == Tag::kVerb && b + 1 == i && token(i).hash == kVisiting && titled_next(i)) return set(i, Tag::kAdjective, e.verb);
    // "[Visiting] Zambian minister Walubita said", but "Visiting Lusaka, he said"
    if (i == 0 && token(i).hash == kVisiting && titled_next(i) && verb_before_comma(i + 1)) return set(i, Tag::kAdjective, e.verb);
    if (left == Tag::kNoun && b + 1 == i && behind_nation(b) && noun_next(i)) return set(i, Tag::kAdjective, e.verb);
  }
  // "the first freely [elected] president"
  if ((forms & kPastParticiple) && i > 0 && words_[i - 1].tag == Tag::kAdverb &&
      (left == Tag::kAdjective || left == Tag::kPossessive || left == Tag::kPossessiveMark) && noun_next(i)) {
    return set(i, Tag::kAdjective, e.other ? e.other : e.verb);
  }
  if (nominal_left(i) || left == Tag::kDeterminer) {
    const bool preposition = words_[i - 1].tag == Tag::kPreposition;
    if (preposition && (forms & kGerund)) return gerund_behind_preposition(i, e, has_noun);
    if ((forms & (kPastParticiple | kGerund)) && !has_noun) {
      if ((forms & kGerund) && kind_of_countryman(i)) return set(i, Tag::kAdjective, e.verb);
      if (words_[i - 1].tag == Tag::kNoun) return verb_or_participle(i, e);
      if (preposition && !noun_next(i)) return set(i, Tag::kVerb, e.verb, forms);
      if (words_[i - 1].tag == Tag::kHyphen) return set(i, Tag::kAdjective, e.verb);
      return set(i, Tag::kAdjective, e.other ? e.other : e.verb);
    }
    // "many Lebanese [believe] he was"
    if (!has_noun && !e.adjective_share && (forms & kBase) && !preposition && words_[i - 1].mention != kNone &&
        document_.mentions[words_[i - 1].mention].type == MentionType::kNationality) {
      return set(i, Tag::kVerb, e.verb, forms);
    }
    if (!has_noun && e.adjective_share) return as_adjective(i, e);
    if (!has_noun && (forms & (kPast | kThird))) return set(i, Tag::kVerb, e.verb, forms);
    if (has_noun && e.adjective_share > e.noun_share && noun_next(i)) return as_adjective(i, e);
    // "The French troops left": a past form after a whole subject.
    if ((forms & kPast) && !(forms & kBase) && e.verb_share > e.noun_share &&
        words_[i - 1].tag != Tag::kDeterminer && !preposition) {
      return set(i, Tag::kVerb, e.verb, forms);
    }
    return as_noun(i, e);
  }
  if (left == Tag::kNoun || left == Tag::kCloseBracket || left == Tag::kDate) {
    return after_noun(i, b, e, has_noun);
  }
  verb_or_participle(i, e);
}

// "for [arresting] a man", "since [fighting] broke out"
void Tagger::gerund_behind_preposition(std::size_t i, const Entry& e, bool has_noun) {
  static constexpr std::uint64_t kVisiting = word_hash("visiting");
  // "talks with [visiting] Zambian minister Walubita"
  if (token(i).hash == kVisiting && i + 1 < words_.size() && words_[i + 1].mention != kNone && between_sides(i - 1)) {
    return set(i, Tag::kAdjective, e.verb);
  }
  if ((fires_on(i, e) || does_deed(i, e))) return set(i, Tag::kVerb, e.verb, kGerund);
  if (e.adjective_share > e.verb_share && !closed_next(i, Closed::kDeterminer) &&
      !closed_next(i, Closed::kPossessiveDeterminer) && !closed_next(i, Closed::kNumber))
    return as_adjective(i, e);  // "for [arresting] a man"
  // "since [fighting] broke out", "after [shelling] resumed"
  if (tells_order(words_[i - 1].prep) && subject_alone(i)) return as_noun(i, e);
  if (says_what(i, e)) return set(i, Tag::kVerb, e.verb, kGerund);
  if (and_gerund_next(i)) return set(i, Tag::kVerb, e.verb, kGerund);
  if (words_[i - 1].prep == Prep::kOf && accused_in_relative(i)) return set(i, Tag::kVerb, e.verb, kGerund);
  const bool verb = !has_noun || noun_next(i) || particle_next(i);
  set(i, verb ? Tag::kVerb : Tag::kNoun, verb ? e.verb : e.noun, kGerund);
}

// "[Vietnamese] fishing boats", but not "Frenchmen selling arms": is the word an adjective of a nation?
bool Tagger::behind_nation(std::size_t i) const {
  if (words_[i].mention == kNone) return false;
  const Mention& nation = document_.mentions[words_[i].mention];
  return nation.type == MentionType::kNationality && !nation.plural && !document_.slice(nation).ends_with('s');
}

// "the rebels, whom Chad accuses Mali of [arming], fled": what the clause is about has stood before.
bool Tagger::accused_in_relative(std::size_t i) const {
  static constexpr FewWords kAccuse = {"accuse", "suspect"};
  bool accused = false;
  for (std::size_t j = i; j-- > 0 && j + 14 > i;) {
    if (words_[j].tag == Tag::kRelative) return accused;
    if (words_[j].tag == Tag::kVerb) accused = accused || lexicon_.is_one_of(words_[j].lemma, kAccuse);
  }
  return false;
}

// "diplomats", "the men", "Chadian troops": not "a nursing"
bool Tagger::people(std::size_t i) const {
  const Word& w = words_[i];
  if (w.mention == kNone) return w.lemma != kNoLemma && lexicon_.is(w.lemma, kAgentNoun);
  const MentionType type = document_.mentions[w.mention].type;
  return type == MentionType::kGroup || type == MentionType::kPerson || type == MentionType::kOffice;
}

// "President Lula", "U.S. Defense Secretary Austin"
bool Tagger::titled_next(std::size_t i) const {
  const auto type = [&](std::size_t j) { return document_.mentions[words_[j].mention].type; };
  std::size_t j = i + 1;
  if (j < words_.size() && words_[j].mention != kNone && type(j) == MentionType::kState) {
    for (const Index state = words_[j].mention; j < words_.size() && words_[j].mention == state;) ++j;
  }
  return j < words_.size() && words_[j].mention != kNone && (type(j) == MentionType::kOffice || type(j) == MentionType::kPerson ||
                                                             (j == i + 1 && type(j) == MentionType::kNationality));
}

// Does a past form of a verb come before the first comma?
bool Tagger::verb_before_comma(std::size_t i) const {
  for (; i < words_.size() && i < 30; ++i) {
    if (words_[i].mention != kNone) continue;
    if (token(i).kind == TokenKind::kPunctuation && document_.slice(token(i).span()) == ",") return false;
    const Entry* e = words_[i].entry;
    if (e && ((e->verb_forms & kPast) || e->closed == Closed::kModal || e->closed == Closed::kHave) && e->verb_share >= e->noun_share) return true;
  }
  return false;
}

// "with", "between", "to": not "after" or "by", which have clauses.
bool Tagger::between_sides(std::size_t i) const {
  const Prep prep = words_[i].entry ? words_[i].entry->prep : Prep::kNone;
  return prep == Prep::kWith || prep == Prep::kBetween || prep == Prep::kTo || prep == Prep::kFrom;
}

// "which [on Monday]": does a date stand right behind a relative pronoun?
bool Tagger::relative_before(std::size_t date) const {
  std::size_t j = date;
  while (j > 0 && (words_[j].tag == Tag::kDate || words_[j].prep == Prep::kOn || words_[j].prep == Prep::kIn)) --j;
  return words_[j].tag == Tag::kRelative;
}

void Tagger::as_noun(std::size_t i, const Entry& e) {
  set(i, Tag::kNoun, e.noun ? e.noun : e.verb ? e.verb : e.other);
}

void Tagger::as_adjective(std::size_t i, const Entry& e) {
  set(i, Tag::kAdjective, e.other ? e.other : e.verb ? e.verb : e.noun);
}

}  // namespace dragoman
