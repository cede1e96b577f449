// Part of dragoman; see LICENSE.
//
// An open word at the start of a sentence or behind a comma, conjunction, quotation mark or verb: a
// verb that goes on with a list or with an interrupted clause, a participle, a gerund, or a noun.

#include "syntax/tagger.h"

namespace dragoman {

// Start of the sentence, after a comma, conjunction, quote or verb.
void Tagger::verb_or_participle(std::size_t i, const Entry& e) {
  const std::uint8_t forms = e.verb_forms;
  const bool has_noun = e.noun != kNoLemma && e.noun_share > 0;
  const std::size_t b = before(i);
  const Tag left = b < words_.size() ? words_[b].tag : Tag::kStop;
  if (forms & kGerund) {
    if (left == Tag::kVerb && b + 1 == i && (fires_on(i, e) || does_deed(i, e) || (has_noun && particle_next(i)))) return set(i, Tag::kVerb, e.verb, kGerund);
    // "accused [neighbouring] Ghana"
    if (left == Tag::kVerb && e.adjective_share > e.verb_share && noun_next(i)) return as_adjective(i, e);
    if (left == Tag::kVerb && b + 1 == i && says_what_kind(b, i, e)) return set(i, Tag::kAdjective, e.verb);
    if (says_what(i, e)) return set(i, Tag::kVerb, e.verb, kGerund);
    // ", [ending] 36 years of war"
    const bool many = left == Tag::kComma && i + 1 < words_.size() && token(i + 1).kind == TokenKind::kNumber;
    if (has_noun && !noun_next(i) && !many && e.noun_share >= e.verb_share) return as_noun(i, e);
    // "[Fighting] between the two"
    const Word* right = next(i);
    if (right && right->entry && right->entry->prep == Prep::kBetween) return as_noun(i, e);
    if ((left == Tag::kStop || left == Tag::kComma || left == Tag::kSubordinator) && subject_alone(i)) return as_noun(i, e);
    return set(i, Tag::kVerb, e.verb, kGerund);
  }
  // "Mbeki, whom they asked for help, [flies] to Abidjan"
  if (left == Tag::kComma && b + 1 == i && (forms & kThird) && has_noun && relative_in_commas(b) && (preposition_next(i) || object_next(i))) {
    return set(i, Tag::kVerb, e.verb, kThird);
  }
  if (left == Tag::kVerb && (forms & (kPast | kThird)) && e.verb_share >= e.noun_share && said_in_relative(b)) {
    return set(i, Tag::kVerb, e.verb, forms);
  }
  // "The rebels Uganda armed [took] Goma"
  if (left == Tag::kVerb && b + 1 == i && (forms & (kPast | kThird)) && e.verb_share >= e.noun_share && ends_contact_clause(b)) {
    return set(i, Tag::kVerb, e.verb, forms);
  }
  if (forms & (kPast | kPastParticiple)) {
    if (has_noun && e.noun_share > e.verb_share) return as_noun(i, e);
    if (left == Tag::kVerb && noun_next(i) && !(forms & kBase)) {
      return set(i, Tag::kAdjective, e.other ? e.other : e.verb);
    }
    return set(i, Tag::kVerb, e.verb, forms);
  }
  // "helped [broker] a truce", "helps [arm] the rebels"
  static constexpr FewWords kHelp = {"help"};
  if (left == Tag::kVerb && b + 1 == i && (forms & kBase) && words_[b].lemma != kNoLemma && lexicon_.is_one_of(words_[b].lemma, kHelp) && object_next(i)) {
    return set(i, Tag::kVerb, e.verb, kBase);
  }
  if (e.adjective_share > e.verb_share) return as_adjective(i, e);
  if (left == Tag::kVerb && e.adjective_share > 0 && (forms & kBase) && noun_next(i)) return as_adjective(i, e);
  // "who led a coup and now [control] the north"
  if (left == Tag::kCoordinator && b + 1 < i && (forms & (kBase | kThird)) && object_next(i)) return set(i, Tag::kVerb, e.verb, forms);
  if (left == Tag::kCoordinator || left == Tag::kComma) {
    // "to meet Kim and sign", "visits Oslo and meets": as the verb before.
    for (std::size_t j = b; j-- > 0;) {
      if (words_[j].tag != Tag::kVerb || !words_[j].form) continue;
      const bool parallel = (words_[j].form & forms & (kBase | kThird)) != 0;
      if (parallel && (noun_next(i) || e.verb_share > e.noun_share)) {
        return set(i, Tag::kVerb, e.verb, forms);
      }
      break;
    }
    static constexpr FewWords kFace = {"face"};
    if ((forms & kThird) && (!has_noun || (left == Tag::kComma && noun_next(i) && lexicon_.is_one_of(e.verb, kFace)))) return set(i, Tag::kVerb, e.verb, forms);
    // "Fiji's president, Epeli Ganilau, visits Apia": what a name in commas interrupted goes on.
    if ((forms & kThird) && left == Tag::kComma && ends_name(b) && (object_next(i) || infinitive_next(i))) {
      return set(i, Tag::kVerb, e.verb, forms);
    }
    // "Algeria, which cut its ties, blames Rabat", "The rebels, routed, chop off hands"
    if (left == Tag::kComma && (object_next(i) || closed_next(i, Closed::kThat))) {
      const std::size_t subject = subject_waits(b);
      if (subject < words_.size() && agrees(subject, forms)) return set(i, Tag::kVerb, e.verb, forms);
    }
    // "Campbell, the envoy to Fiji, flies to Suva"
    if ((forms & kThird) && left == Tag::kComma && b + 1 == i && e.verb_share > 0 && described_waits(b) &&
        (preposition_next(i) || object_next(i) || infinitive_next(i) || closed_next(i, Closed::kThat)) && !verb_ahead_of(i)) {
      return set(i, Tag::kVerb, e.verb, forms);
    }
  }
  if (has_noun) return as_noun(i, e);
  set(i, Tag::kVerb, e.verb, forms);
}

// "[Fighting] broke out", "[Shelling] has resumed": a finite verb follows that has no bare noun behind it ("using stolen cars").
bool Tagger::subject_alone(std::size_t i) const {
  if (auxiliary_next(i)) return true;
  if (i + 2 >= words_.size()) return false;
  const Word& verb = words_[i + 1];
  const Word& behind = words_[i + 2];
  if (verb.mention != kNone || !verb.entry || !(verb.entry->verb_forms & kPast) || verb.entry->verb_share <= verb.entry->noun_share) return false;
  return behind.mention == kNone && (!behind.entry ? token(i + 2).kind == TokenKind::kPunctuation : behind.entry->prep != Prep::kNone);
}

// ", [saying] that", "as [warning] that", "[adding]: 'We'": what is said follows.
bool Tagger::says_what(std::size_t i, const Entry& e) const {
  if (e.verb == kNoLemma || !(lexicon_.is(e.verb, kSays) || lexicon_.is(e.verb, kThatClause))) return false;
  return closed_next(i, Closed::kThat) || closed_next(i, Closed::kPronoun) || (i + 1 < words_.size() && token(i + 1).has(kOpenQuote));
}

// "imposed [crippling] sanctions", "shelled [advancing] Iraqi troops", but "stopped shelling troops": what such things are
// that the verb at b is done to.
bool Tagger::says_what_kind(std::size_t b, std::size_t i, const Entry& e) const {
  static constexpr FewWords kKinds = {"warn", "sweep", "cripple", "punish", "devastate", "last", "exist", "remain", "survive", "grow", "rise", "mount", "escalate",
                                      "blister", "sting", "damn", "bind", "war", "pend", "stagger", "shatter", "spiral", "lead", "rule", "humiliate"};
  static constexpr FewWords kFighters = {"invade", "occupy", "advance", "retreat", "flee", "attack", "protest", "riot", "rampage", "maraud", "withdraw",
                                         "visit", "oppose", "rebel"};
  static constexpr FewWords kDoneTo = {"attack", "repel", "bomb", "shell", "strafe", "fight", "engage", "face", "confront", "ambush", "hit", "arm", "kill",
                                       "capture", "repulse", "pound", "rout", "surround", "encircle", "harass", "evacuate", "shelter", "disperse"};
  static constexpr FewWords kGoOn = {"stop", "start", "begin", "keep", "continue", "resume", "deny", "admit", "avoid", "consider", "risk", "quit", "cease",
                                     "finish", "end", "suggest", "recommend", "involve", "mean", "include", "oppose", "support", "come", "go", "be"};
  if (e.verb == kNoLemma || !noun_next(i) || i + 1 >= words_.size() || words_[b].lemma == kNoLemma) return false;
  if (words_[i + 1].mention == kNone && words_[i + 1].entry && words_[i + 1].entry->closed != Closed::kOpen) return false;
  if (lexicon_.is_one_of(e.verb, kKinds)) return !lexicon_.is_one_of(words_[b].lemma, kGoOn);
  return lexicon_.is_one_of(e.verb, kFighters) && lexicon_.is_one_of(words_[b].lemma, kDoneTo);
}

// "who the government [says] killed him": the verb of whoever tells it, inside a relative clause.
bool Tagger::said_in_relative(std::size_t b) const {
  if (words_[b].lemma == kNoLemma || !lexicon_.is(words_[b].lemma, kSays)) return false;
  for (std::size_t j = b; j-- > 0 && j + 8 > b;) {
    if (words_[j].tag == Tag::kRelative) return j + 1 < b;
    if (words_[j].tag == Tag::kVerb || words_[j].tag == Tag::kComma) return false;
  }
  return false;
}

// The last word before the first comma of a clause, if no verb stands before it, so that its subject waits behind the
// insertion that the comma at b closes; words_.size() else.
std::size_t Tagger::subject_waits(std::size_t b) const {
  std::size_t start = b, comma = b;
  for (std::size_t j = b; j-- > 0;) {
    const Tag tag = words_[j].tag;
    if (tag == Tag::kSemicolon || tag == Tag::kColon) break;
    if ((tag == Tag::kCoordinator || tag == Tag::kSubordinator) && j > 0 && words_[j - 1].tag == Tag::kComma && comma != b &&
        j + 1 != comma) {
      break;
    }
    start = j;
    if (tag == Tag::kComma) comma = j;
  }
  if (comma == b || comma == start) return words_.size();
  for (std::size_t j = start; j < comma; ++j) {
    if (words_[j].tag == Tag::kVerb || words_[j].tag == Tag::kModal) return words_.size();
  }
  // An insertion: a relative clause, a participle.
  const Word& opens = words_[comma + 1];
  const bool inserted = opens.tag == Tag::kRelative || (opens.tag == Tag::kVerb && opens.form && !(opens.form & (kThird | kBase)));
  if (!inserted || words_[start].tag == Tag::kPreposition || words_[start].tag == Tag::kSubordinator) return words_.size();
  for (std::size_t j = comma + 1; j < b; ++j) {      // the verb has come already
    if (words_[j].tag == Tag::kComma && j + 1 < b && words_[j + 1].tag == Tag::kVerb) return words_.size();
  }
  return comma - 1;
}

// Does the comma at b close a description, or the name, of one person or body that opens the clause and waits for its verb?
bool Tagger::described_waits(std::size_t b) const {
  std::size_t comma = b, start = b;
  for (std::size_t j = b; j-- > 0;) {
    const Tag tag = words_[j].tag;
    if (tag == Tag::kVerb || tag == Tag::kModal || tag == Tag::kRelative) return false;
    if (tag == Tag::kSemicolon || tag == Tag::kColon || tag == Tag::kSubordinator) break;
    if (tag == Tag::kComma) {
      if (comma != b) return false;   // a list
      comma = j;
    }
    start = j;
  }
  if (comma == b || comma == start || words_[start].tag == Tag::kPreposition) return false;
  const auto kind = [this](std::size_t j) { return words_[j].mention == kNone ? MentionType::kDate : document_.mentions[words_[j].mention].type; };
  const auto named = [&](std::size_t j) {
    return words_[j].mention != kNone && (kind(j) == MentionType::kPerson || kind(j) == MentionType::kState || is_a(kind(j), MentionType::kOrganisation));
  };
  if (words_[comma - 1].tag != Tag::kNoun || words_[b - 1].tag != Tag::kNoun || list_before(comma - 1)) return false;
  if (words_[comma - 1].mention != kNone && document_.mentions[words_[comma - 1].mention].plural) return false;
  const Word& opens = words_[comma + 1];
  const bool nominal = opens.mention != kNone && document_.mentions[opens.mention].form != MentionForm::kNamed;
  const bool described = opens.tag == Tag::kDeterminer || opens.tag == Tag::kPossessive || nominal;
  return (named(comma - 1) && described) || kind(b - 1) == MentionType::kPerson || (named(b - 1) && !named(comma - 1) && b == comma + 2);
}

// Is the verb at b the last word of a clause that has neither a pronoun nor an object of its own: "the arms [Peru] sold"?
bool Tagger::ends_contact_clause(std::size_t b) const {
  const Word& verb = words_[b];
  if (b < 2 || (verb.entry && verb.entry->closed != Closed::kOpen) || !(verb.form & (kPast | kThird | kBase))) return false;
  if (verb.lemma == kNoLemma || lexicon_.is(verb.lemma, kSays)) return false;
  std::size_t subject = b - 1;
  if (words_[subject].tag != Tag::kPronoun && (words_[subject].tag != Tag::kNoun || words_[subject].mention == kNone)) return false;
  while (subject > 0 && words_[subject].mention != kNone && words_[subject - 1].mention == words_[subject].mention) --subject;
  if (subject == 0 || words_[subject - 1].tag != Tag::kNoun || token(subject - 1).has(kInitialCapital)) return false;
  // "Malian [leader Goita] rejected demands": a title and its name
  const LemmaId title = words_[subject - 1].lemma;
  if (words_[subject].mention != kNone && document_.mentions[words_[subject].mention].type == MentionType::kPerson && title != kNoLemma &&
      (lexicon_.is(title, kRoleNoun) || lexicon_.is(title, kOfficeNoun) || lexicon_.is(title, kAgentNoun) || words_[subject - 1].mention != kNone)) {
    return false;
  }
  for (std::size_t j = subject; j-- > 0 && j + 8 > subject;) {      // a subject: no verb stands before it
    if (words_[j].tag == Tag::kVerb) return false;
    if (words_[j].tag == Tag::kComma || words_[j].tag == Tag::kSubordinator) break;
  }
  return true;
}

bool Tagger::agrees(std::size_t subject, std::uint8_t forms) const {
  const Word& w = words_[subject];
  const bool plural = w.mention != kNone ? document_.mentions[w.mention].plural : w.entry && (w.entry->noun_forms & kPlural);
  return (forms & (plural || list_before(subject) ? kBase : kThird)) != 0;
}

// Is the word before the comma the last of a person's name?
bool Tagger::ends_name(std::size_t comma) const {
  if (comma == 0 || words_[comma - 1].mention == kNone) return false;
  return document_.mentions[words_[comma - 1].mention].type == MentionType::kPerson;
}

}  // namespace dragoman
