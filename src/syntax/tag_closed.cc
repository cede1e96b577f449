// Part of dragoman; see LICENSE.
//
// Closed classes: each word has one class, and a few of them take another tag in some company ("that",
// "to", "more than", "as well as", "back").

#include "syntax/tagger.h"

#include "token/word_set.h"

#include <algorithm>
#include <array>
#include <span>

namespace dragoman {

namespace {

// What says when or how, and governs nothing: "for the first time", "in turn".
class SetPhrases {
 public:
  using Phrase = std::array<std::uint64_t, 4>;   // hashes; words behind the first are 0 where it has fewer

  SetPhrases() {
    for (const Phrase& p : all_) pairs_[place(p[0], p[1]) / 64] |= std::uint64_t{1} << place(p[0], p[1]) % 64;
  }
  // May one begin with these two words?  Nearly never where none does.
  bool may_begin(std::uint64_t one, std::uint64_t two) const { return (pairs_[place(one, two) / 64] >> place(one, two) % 64 & 1) != 0; }
  std::span<const Phrase> all() const { return all_; }

 private:
  static Phrase phrase(const char* a, const char* b, const char* c = nullptr, const char* d = nullptr) {
    return {fold_hash(a), fold_hash(b), c ? fold_hash(c) : 0, d ? fold_hash(d) : 0};
  }
  static std::size_t place(std::uint64_t one, std::uint64_t two) { return (one ^ two * 0x9E3779B97F4A7C15ull) >> 55; }

  const std::array<Phrase, 21> all_ = {
      phrase("at", "once"), phrase("at", "first"), phrase("at", "last"), phrase("in", "turn"), phrase("in", "response"), phrase("in", "return"),
      phrase("in", "effect"), phrase("in", "private"), phrase("in", "public"), phrase("in", "the", "end"), phrase("by", "contrast"),
      phrase("for", "the", "first", "time"), phrase("once", "more"), phrase("once", "again"), phrase("of", "late"), phrase("as", "ever"), phrase("as", "expected"),
      phrase("all", "but"), phrase("all", "along"), phrase("without", "delay"), phrase("with", "immediate", "effect")};
  std::array<std::uint64_t, 8> pairs_{};   // a bit a place
};

const SetPhrases& set_phrases() {
  static const SetPhrases kPhrases;
  return kPhrases;
}

}  // namespace

// "Togo signed it and [for the first time] condemned Mali", "had [in turn] accused it": before a verb it is as one adverb.
// Not "in turn for", "in private talks".
bool Tagger::set_phrase(std::size_t i) {
  for (const SetPhrases::Phrase& words : set_phrases().all()) {
    std::size_t length = 0;
    while (length < words.size() && words[length] != 0 && i + length < words_.size() && token(i + length).hash == words[length] &&
           words_[i + length].mention == kNone) {
      ++length;
    }
    if (length < words.size() && words[length] != 0) continue;
    const std::size_t next = i + length;
    // What it governs, and what it stands for: "in response to", "at last count", "all but one".
    const bool before_verb = next < words_.size() && words_[next].mention == kNone && words_[next].entry && (words_[next].entry->verb_forms & (kPast | kThird)) &&
                             words_[next].entry->verb_share >= words_[next].entry->noun_share;
    if (!before_verb) continue;
    for (std::size_t k = i; k < next; ++k) {
      words_[k].tag = Tag::kAdverb;
      words_[k].lemma = kNoLemma;
    }
    return true;
  }
  return false;
}

bool Tagger::tag_closed(std::size_t i, const Entry& e) {
  if (e.closed != Closed::kPronoun && i + 1 < words_.size() && set_phrases().may_begin(token(i).hash, token(i + 1).hash) && set_phrase(i)) return true;
  switch (e.closed) {
    case Closed::kOpen: return false;
    case Closed::kBe:
    case Closed::kHave:
    case Closed::kDo:
      set(i, Tag::kVerb, e.verb, e.verb_forms);
      auxiliary_ = i;
      return true;
    case Closed::kModal:
      if (e.noun_share && i > 0 && (words_[i - 1].tag == Tag::kDeterminer || words_[i - 1].tag == Tag::kPossessive)) return false;
      set(i, Tag::kModal, e.other);
      auxiliary_ = i;
      return true;
    case Closed::kTo: tag_to(i, e); return true;
    case Closed::kNot: {
      // "attacked [not only] Togo but also Mali"
      static constexpr FewWords kOnly = {"only", "just", "merely", "simply"};
      const bool only = i + 1 < words_.size() && words_[i + 1].entry && lexicon_.is_one_of(words_[i + 1].entry->other, kOnly);
      set(i, only ? Tag::kAdverb : Tag::kNot, e.other);
      return true;
    }
    case Closed::kDeterminer: tag_determiner(i, e); return true;
    case Closed::kPossessiveDeterminer: set(i, Tag::kPossessive, e.other); return true;
    case Closed::kPronoun: set(i, Tag::kPronoun, e.other); return true;
    case Closed::kPreposition: tag_preposition(i, e); return true;
    case Closed::kCoordinator: set(i, Tag::kCoordinator, e.other); return true;
    case Closed::kSubordinator: {
      // "has once again refused"
      static constexpr std::uint64_t kOnce = word_hash("once"), kAgain = word_hash("again");
      static constexpr std::uint64_t kAt = word_hash("at");
      const bool at_once = token(i).hash == kOnce && i > 0 && token(i - 1).hash == kAt;   // "Trump [at once] threatened it"
      if (at_once) words_[i - 1].tag = Tag::kAdverb;
      const bool adverb = at_once || (token(i).hash == kOnce && i + 1 < words_.size() && token(i + 1).hash == kAgain);
      // "gave it [until] the weekend to leave"
      static constexpr std::uint64_t kUntil = word_hash("until"), kThe = word_hash("the");
      if (token(i).hash == kUntil && i + 1 < words_.size()) {
        const std::size_t time = token(i + 1).hash == kThe ? i + 1 : i;
        if (time_next(time) && infinitive_next(time + 1)) return set(i, Tag::kPreposition, e.other), true;
        // "gave it [until] Friday to leave"
        if (const Index date = words_[i + 1].mention; date != kNone && document_.mentions[date].type == MentionType::kDate) {
          std::size_t last = i + 1;
          while (last + 1 < words_.size() && words_[last + 1].mention == date) ++last;
          if (infinitive_next(last)) return set(i, Tag::kPreposition, e.other), true;
        }
        // "until [the end of the month] to leave"
        static constexpr std::uint64_t kEnd = word_hash("end"), kOf = word_hash("of");
        if (i + 6 < words_.size() && token(i + 2).hash == kEnd && token(i + 3).hash == kOf) {
          const std::size_t month = token(i + 4).hash == kThe ? i + 4 : i + 3;
          if (infinitive_next(month + 1)) return set(i, Tag::kPreposition, e.other), true;
        }
      }
      set(i, adverb ? Tag::kAdverb : Tag::kSubordinator, e.other);
      return true;
    }
    case Closed::kRelative: set(i, Tag::kRelative, e.other); return true;
    case Closed::kThat: tag_that(i, e); return true;
    case Closed::kThere:
      // "its embassy [there] was ransacked"
      // "lent heavily [there], and": where, if the clause or a phrase ends it
      set(i, i > 0 && ((words_[i - 1].tag == Tag::kNoun && passive_next(i)) ||
                       (words_[i - 1].tag != Tag::kComma && (i + 1 >= words_.size() || token(i + 1).kind == TokenKind::kPunctuation ||
                                                             closed_next(i, Closed::kCoordinator) || (words_[i - 1].tag == Tag::kNoun && preposition_next(i)))))
                 ? Tag::kAdverb : Tag::kThere, e.other);
      return true;
    case Closed::kAdverb:
      if ((compares(token(i).hash) && estimate(i)) || adds(i)) return true;
      if (backs(i, e)) set(i, Tag::kVerb, e.verb, kBase);
      else if (as_soon_as(i)) set(i, Tag::kSubordinator, e.other);
      else set(i, Tag::kAdverb, e.other);
      return true;
    case Closed::kNumber: set(i, Tag::kNumber, e.noun ? e.noun : e.other); return true;
  }
  return false;
}

// An infinitive if a base form follows that can be read as a verb.
void Tagger::tag_to(std::size_t i, const Entry& e) {
  set(i, Tag::kPreposition, e.other);
  words_[i].prep = Prep::kTo;
  // "in response [to] rocket fire"
  static constexpr FewWords kNouns = {"response", "reaction", "opposition", "addition", "relation", "regard", "reference", "contrast"};
  if (i > 1 && words_[i - 2].prep == Prep::kIn && lexicon_.is_one_of(words_[i - 1].lemma, kNouns)) return;
  for (std::size_t j = i + 1; j < words_.size() && j < i + 3; ++j) {
    const Word& w = words_[j];
    if (token(j).has(kOpenQuote) && (w.tag == Tag::kIgnored || j == i + 1)) continue;   // 'to "crush" them'
    if (w.mention != kNone || !w.entry) break;
    if (w.entry->closed == Closed::kAdverb ||
        (w.entry->closed == Closed::kOpen && w.entry->adverb_share > 4)) {
      continue;
    }
    const bool base = w.entry->verb_forms & kBase;
    // "flew to [exile] in Lagos"
    static constexpr std::uint64_t kExile = word_hash("exile");
    if (token(j).hash == kExile && j == i + 1 && j + 1 < words_.size() && words_[j + 1].entry && words_[j + 1].entry->prep == Prep::kIn) break;
    // "to hand its jets over": no noun stands before a possessive or an article.
    if (base && w.entry->verb && j + 1 < words_.size() && words_[j + 1].entry &&
        (words_[j + 1].entry->closed == Closed::kPossessiveDeterminer ||
         words_[j + 1].entry->closed == Closed::kDeterminer)) {
      set(i, Tag::kTo, e.other);
      break;
    }
    // "to hand over the gunmen"
    if (base && w.entry->verb && (phrasal(w.entry->verb, j + 1) || particle(j + 1))) {
      set(i, Tag::kTo, e.other);
      break;
    }
    // "tried [to] murder him": no noun stands behind such verbs
    static constexpr FewWords kTry = {"try", "want", "plan", "attempt", "refuse", "fail", "vow", "threaten", "seek", "intend", "hope", "promise", "pledge",
                                      "decide", "manage", "struggle", "aim", "conspire", "plot", "dare", "hesitate", "prepare", "help"};
    if (base && w.entry->verb && i > 0 && words_[i - 1].tag == Tag::kVerb && lexicon_.is_one_of(words_[i - 1].lemma, kTry)) {
      set(i, Tag::kTo, e.other);
      break;
    }
    if (base && (w.entry->closed != Closed::kOpen || w.entry->verb_share >= 4 ||
                 (w.entry->verb_share >= 1 && (w.entry->noun_share < 7 || noun_next(j))))) {
      set(i, Tag::kTo, e.other);
    }
    break;
  }
}

void Tagger::tag_determiner(std::size_t i, const Entry& e) {
  if (compares(token(i).hash) && estimate(i)) return;   // "[more than] 50 soldiers"
  // "has [neither] backed nor opposed it"
  static constexpr std::uint64_t kNeither = word_hash("neither");
  if (token(i).hash == kNeither && i > 0 && next(i) && next(i)->mention == kNone && next(i)->entry &&
      next(i)->entry->closed == Closed::kOpen && next(i)->entry->verb_share > next(i)->entry->noun_share &&
      (next(i)->entry->verb_forms & (kPast | kPastParticiple | kThird))) {
    set(i, Tag::kNot, e.other);
    return;
  }
  // "would [neither] send troops nor"
  if (token(i).hash == kNeither && i > 0 && words_[i - 1].tag == Tag::kModal && next(i) && next(i)->mention == kNone && next(i)->entry &&
      (next(i)->entry->verb_forms & kBase) && next(i)->entry->verb_share >= next(i)->entry->noun_share) {
    set(i, Tag::kNot, e.other);
    return;
  }
  const std::uint64_t hash = token(i).hash;
  // "among [those] held by Chad", "[those] accused of it": people that the participle is said of
  static constexpr std::uint64_t kThose = word_hash("those");
  if (hash == kThose && i + 2 < words_.size() && words_[i + 1].mention == kNone && words_[i + 1].entry && (words_[i + 1].entry->verb_forms & kPastParticiple) &&
      preposition_next(i + 1)) {
    set(i, Tag::kPronoun, e.other);
    return;
  }
  // "[no longer] issues visas"
  static constexpr std::uint64_t kNo = word_hash("no"), kLonger = word_hash("longer");
  if (hash == kNo && i + 1 < words_.size() && token(i + 1).hash == kLonger) {
    set(i, Tag::kAdverb, e.other);
    set(i + 1, Tag::kAdverb, kNoLemma);
    return;
  }
  static constexpr std::uint64_t kCertain = word_hash("certain");
  if (hash == kCertain && closed_next(i, Closed::kThat)) return as_adjective(i, e);
  // "they will each withdraw", "have both signed", "Peru and Chile all denounced it": floated, and no part of a noun.
  static constexpr std::uint64_t kEach = word_hash("each"), kBoth = word_hash("both"), kAll = word_hash("all");
  const bool behind = i > 0 && words_[i - 1].tag == Tag::kNoun;
  const bool floats = (hash == kEach || hash == kBoth || hash == kAll) && (behind || verb_place(i)) && next(i) &&
                      next(i)->mention == kNone && next(i)->entry && next(i)->entry->closed == Closed::kOpen &&
                      (next(i)->entry->verb_forms & (behind ? kPast | kThird | kBase : 0xFF)) != 0 &&
                      (next(i)->entry->verb_share >= next(i)->entry->noun_share + (behind ? 3 : 0) || (hash == kEach && other_behind(i + 2)));
  // "signed it, but [each] accused the other", "and within hours [each] blamed the other"
  if (hash == kEach && i > 0 && words_[i - 1].tag != Tag::kVerb && next(i) && next(i)->mention == kNone && next(i)->entry &&
      (next(i)->entry->verb_forms & (kPast | kThird)) && other_behind(i + 2)) {
    return set(i, Tag::kAdverb, e.other);
  }
  // "has [either] fled or died"
  static constexpr std::uint64_t kEither = word_hash("either");
  if (hash == kEither && behind && past_next(i)) return set(i, Tag::kAdverb, e.other);
  set(i, floats ? Tag::kAdverb : Tag::kDeterminer, e.other);
}

// "each accused [the other]"
bool Tagger::other_behind(std::size_t i) const {
  static constexpr std::uint64_t kThe = word_hash("the"), kOther = word_hash("other");
  return i + 1 < words_.size() && token(i).hash == kThe && token(i + 1).hash == kOther;
}

void Tagger::tag_preposition(std::size_t i, const Entry& e) {
  if ((e.prep == Prep::kAs || e.prep == Prep::kAround) && adds(i)) return;
  if ((e.prep == Prep::kAt || e.prep == Prep::kAs || e.prep == Prep::kAbout || e.prep == Prep::kOver || e.prep == Prep::kUnder ||
       e.prep >= Prep::kAround) && estimate(i)) {
    return;
  }
  if (e.prep == Prep::kAs && as_long_as(i)) return;
  if (e.prep == Prep::kSince && since_then(i)) return set(i, Tag::kAdverb, e.other);
  // "was sworn in and [at once] named a cabinet"
  static constexpr std::uint64_t kOnce = word_hash("once");
  if (e.prep == Prep::kAt && i + 1 < words_.size() && token(i + 1).hash == kOnce) return set(i, Tag::kAdverb, e.other);
  set(i, Tag::kPreposition, e.other);
  words_[i].prep = e.prep;
}

// "would leave [once] they had disarmed", "[once] the truce held": a conjunction; but "once the capital", "once a rebel".
bool Tagger::as_soon_as(std::size_t i) const {
  static constexpr std::uint64_t kOnce = word_hash("once");
  static constexpr FewWords kWho = {"it", "he", "she", "they", "we"};
  static constexpr FewWords kThe = {"the", "its", "his", "her", "their", "all"};
  if (token(i).hash != kOnce || i + 1 >= words_.size()) return false;
  const std::string_view next = document_.slice(token(i + 1).span());
  if (kWho.has(next)) return true;
  if (!kThe.has(next)) return false;
  if (i == 0) return true;
  const Word& left = words_[i - 1];
  return left.tag == Tag::kNoun || left.tag == Tag::kDate || (left.tag == Tag::kVerb && left.entry && left.entry->closed != Closed::kBe);
}

// "would stay [as long as] he could": a conjunction of three words.
bool Tagger::as_long_as(std::size_t i) {
  static constexpr std::uint64_t kAs = word_hash("as"), kLong = word_hash("long"), kSoon = word_hash("soon");
  if (i + 3 >= words_.size() || (token(i + 1).hash != kLong && token(i + 1).hash != kSoon) || token(i + 2).hash != kAs ||
      !starts_noun(words_[i + 3], token(i + 3))) {
    return false;
  }
  set(i, Tag::kSubordinator, lexicon_.id("while"));
  set(i + 1, Tag::kIgnored, kNoLemma);
  set(i + 2, Tag::kIgnored, kNoLemma);
  return true;
}

// "[up to] 200 Serbs", "[at least] three", "[more than] a dozen": such words belong to the number, and open no phrase.
bool Tagger::estimate(std::size_t i) {
  const std::size_t number = estimated(i);
  for (; i < number; ++i) {
    if (words_[i].mention == kNone) words_[i].tag = Tag::kAdverb;
  }
  return number > 0;
}

// "Kenya, [along with] Uganda,", "France [as well as] Germany": behind a noun or its comma such words join, as "and" does.
bool Tagger::adds(std::size_t i) {
  static constexpr std::uint64_t kAlong = word_hash("along"), kTogether = word_hash("together"), kAlongside = word_hash("alongside"),
                             kWith = word_hash("with"), kAs = word_hash("as"), kWell = word_hash("well");
  const std::uint64_t one = token(i).hash;
  if (i == 0 || (one != kAlong && one != kTogether && one != kAlongside && one != kAs)) return false;
  const std::uint64_t two = i + 1 < words_.size() ? token(i + 1).hash : 0;
  const std::size_t length = one == kAlongside ? 1 : (one == kAlong || one == kTogether) && two == kWith ? 2
                             : one == kAs && two == kWell && i + 2 < words_.size() && token(i + 2).hash == kAs ? 3 : 0;
  if (length == 0 || i + length >= words_.size() || words_[i + length].tag == Tag::kVerb) return false;
  const bool comma = words_[i - 1].tag == Tag::kComma;
  const Word& left = words_[comma && i > 1 ? i - 2 : i - 1];
  if (left.tag != Tag::kNoun || (!comma && one != kAs && left.mention == kNone)) return false;
  if (one == kAlongside && !comma) return false;
  // "mediates between Israel and Hamas [together with] Egypt": two are between whom
  static constexpr std::uint64_t kBetween = word_hash("between");
  for (std::size_t k = i; k-- > 0 && k + 8 > i;) {
    if (token(k).hash == kBetween) return false;
  }
  words_[i].tag = Tag::kCoordinator;
  for (std::size_t k = i + 1; k < i + length; ++k) words_[k].tag = Tag::kIgnored;
  return true;
}

// "has [since] asked": no phrase, but since then.
bool Tagger::since_then(std::size_t i) const {
  if (i == 0 || i + 1 >= words_.size() || words_[i + 1].mention != kNone) return false;
  static constexpr std::uint64_t kEver = word_hash("ever");
  if (token(i - 1).hash == kEver) return true;   // "held ever [since] by rebels"
  const Entry* left = words_[i - 1].entry;
  const Entry* right = words_[i + 1].entry;
  if (!left || left->closed != Closed::kHave || !right) return false;
  return right->closed == Closed::kNot || right->closed == Closed::kAdverb || (right->verb_forms & kPastParticiple) != 0;
}

void Tagger::tag_that(std::size_t i, const Entry& e) {
  if (time_next(i)) return set(i, Tag::kDeterminer, e.other);
  const std::size_t b = before(i);
  const bool after_noun = b < words_.size() && (words_[b].tag == Tag::kNoun || words_[b].tag == Tag::kDate);
  // "called [that] a lie"
  static constexpr FewWords kCall = {"call", "brand", "label", "dub", "term"};
  if (b + 1 == i && b < words_.size() && words_[b].tag == Tag::kVerb && words_[b].lemma != kNoLemma && lexicon_.is_one_of(words_[b].lemma, kCall) &&
      closed_next(i, Closed::kDeterminer)) {
    return set(i, Tag::kPronoun, e.other);
  }
  // "It is Togo [that] Ghana attacked"
  if (after_noun && b + 1 == i && it_is(b)) return set(i, Tag::kRelative, e.other);
  const bool verb_after = next(i) && next(i)->mention == kNone && next(i)->entry &&
                          (auxiliary_next(i) ||
                           (next(i)->entry->verb_forms & (kThird | kPast) &&
                            !next(i)->entry->noun_share));
  if (after_noun && (verb_after || (i + 1 < words_.size() && third_with_object(i + 1, b)) || of_thing(i, b))) set(i, Tag::kRelative, e.other);
  else if (b < words_.size() && (words_[b].tag == Tag::kVerb || words_[b].tag == Tag::kAdjective || after_noun)) {
    set(i, Tag::kSubordinator, e.other);
  } else if (verb_after && b + 1 == i && b < words_.size() && words_[b].tag == Tag::kComma && participle_in_commas(b)) {
    set(i, Tag::kRelative, e.other);   // "a text, backed by Chad, [that] condemned it"
  } else if (verb_after) {
    set(i, Tag::kPronoun, e.other);
  } else {
    // "it emerged that [the army] had", "and that [Libya] had", "that [troops] were": it stands before no article, name or plural.
    const bool clause = closed_next(i, Closed::kDeterminer) || closed_next(i, Closed::kPossessiveDeterminer) || never_pointed_at(i + 1);
    set(i, noun_next(i) && !clause ? Tag::kDeterminer : Tag::kSubordinator, e.other);
  }
}

// ", whom they asked for help,": does the comma at b close a relative clause that a comma opens?
bool Tagger::relative_in_commas(std::size_t b) const {
  for (std::size_t j = b; j-- > 1 && j + 16 > b;) {
    if (words_[j].tag == Tag::kComma) return words_[j + 1].tag == Tag::kRelative;
  }
  return false;
}

// ", backed by Chad,": does the comma at b close a participle that a comma opens?
bool Tagger::participle_in_commas(std::size_t b) const {
  for (std::size_t j = b; j-- > 1 && j + 16 > b;) {
    if (words_[j].tag == Tag::kComma) {
      return words_[j + 1].tag == Tag::kVerb && (words_[j + 1].form & kPastParticiple) && words_[j - 1].tag == Tag::kNoun;
    }
  }
  return false;
}

// "It was [Togo] that": does the sentence begin so, with one name up to word b?
bool Tagger::it_is(std::size_t b) const {
  static constexpr std::uint64_t kIt = word_hash("it");
  if (words_[b].mention == kNone || b < 2 || token(0).hash != kIt || !words_[1].entry || words_[1].entry->closed != Closed::kBe) return false;
  const Mention& name = document_.mentions[words_[b].mention];
  return name.form == MentionForm::kNamed && name.first <= sentence_.first + 3 && name.last == sentence_.first + Index(b) + 1;
}

// "[that] morning", "[that] day"
bool Tagger::time_next(std::size_t i) const {
  static constexpr std::array<std::uint64_t, 9> kTimes = {
      word_hash("morning"), word_hash("afternoon"), word_hash("evening"), word_hash("night"), word_hash("day"),
      word_hash("week"), word_hash("weekend"), word_hash("month"), word_hash("year")};
  return i + 1 < words_.size() && std::find(kTimes.begin(), kTimes.end(), token(i + 1).hash) != kTimes.end();
}

// "states that [back] the plan", "will [back] Kenya", but "sent the troops [back]".
bool Tagger::backs(std::size_t i, const Entry& e) const {
  static constexpr std::uint64_t kBack = word_hash("back");
  if (token(i).hash != kBack || e.verb == kNoLemma || i == 0 || i + 1 >= words_.size()) return false;
  const Word& behind = words_[i + 1];
  const bool object = behind.mention != kNone ? behind.tag == Tag::kNoun && document_.mentions[behind.mention].type != MentionType::kDate
                                              : starts_noun(behind, token(i + 1));
  if (!object) return false;
  if (verb_place(i)) return true;
  const std::size_t b = before(i);
  if (b >= words_.size()) return false;
  const Word& left = words_[b];
  if (left.tag == Tag::kRelative) return true;
  const bool plural = left.mention != kNone ? document_.mentions[left.mention].plural
                                            : left.entry && (left.entry->noun_forms & kPlural) != 0;
  if (left.tag != Tag::kNoun || !(plural || (b > 0 && words_[b - 1].tag == Tag::kCoordinator))) return false;
  for (std::size_t j = b; j-- > 0;) {      // the clause has no other verb
    const Tag tag = words_[j].tag;
    if (tag == Tag::kVerb) return false;
    if (tag == Tag::kRelative || tag == Tag::kComma || tag == Tag::kSubordinator) break;
  }
  return true;
}

// "that [Libya]", "that [rebels]": no determiner.
bool Tagger::never_pointed_at(std::size_t i) const {
  if (i >= words_.size()) return false;
  const Word& w = words_[i];
  if (w.mention == kNone) return w.entry && w.entry->noun_only() && plural_noun(*w.entry);
  const Mention& m = document_.mentions[w.mention];
  if (m.type == MentionType::kGroup) return m.plural;
  return m.form != MentionForm::kNominal && (m.type == MentionType::kPerson || m.type == MentionType::kState || m.type == MentionType::kCity ||
                                             is_a(m.type, MentionType::kOrganisation));
}

// "the faction that [controls Kabul]": a form in -s before a name or an article, after one thing.
bool Tagger::third_with_object(std::size_t i, std::size_t noun) const {
  const Word& w = words_[i];
  if (w.mention != kNone || !w.entry || w.entry->closed != Closed::kOpen) return false;
  if (!(w.entry->verb_forms & kThird) || !object_next(i)) return false;
  const Word& thing = words_[noun];
  if (thing.lemma != kNoLemma && (lexicon_.is(thing.lemma, kThatClause) || lexicon_.is(thing.lemma, kSays))) return false;
  return thing.mention != kNone ? !document_.mentions[thing.mention].plural : !(thing.entry && (thing.entry->noun_forms & kPlural));
}

// "called off the delivery of missiles [that] it had bought": behind a thing that no clause fills out, and a verb that
// tells nobody that something is so.
bool Tagger::of_thing(std::size_t i, std::size_t b) const {
  const Word& thing = words_[b];
  if (b + 1 != i || i + 1 >= words_.size() || thing.tag != Tag::kNoun || thing.lemma == kNoLemma) return false;
  if (lexicon_.is(thing.lemma, kThatClause) || lexicon_.is(thing.lemma, kSays) || lexicon_.is(thing.lemma, kAgentNoun)) return false;
  // "repeated its complaint [that] Ghana jams its radio"
  static constexpr FewWords kTold = {"allegation", "accusation", "complaint", "suggestion", "insinuation", "assertion", "contention", "warning", "belief",
                                     "view", "news", "evidence", "idea", "concern", "rumour", "rumor", "denial", "assurance", "admission",
                                     "argument", "conclusion", "fact", "suspicion", "conviction", "impression", "sign", "condition", "declaration"};
  if (lexicon_.is_one_of(thing.lemma, kTold)) return false;
  if (thing.mention != kNone && document_.mentions[thing.mention].type != MentionType::kWeapon) return false;
  const Word& subject = words_[i + 1];
  if (subject.mention != kNone ? subject.tag != Tag::kNoun && subject.tag != Tag::kPronoun
                               : !subject.entry || subject.entry->closed != Closed::kPronoun) {
    return false;
  }
  static constexpr FewWords kTellers = {"tell", "warn", "assure", "inform", "remind", "convince", "persuade", "promise", "notify",
                                                  "advise", "show", "demand", "ask", "be", "make"};
  for (std::size_t j = b; j-- > 0;) {
    if (words_[j].tag != Tag::kVerb) continue;
    const LemmaId verb = words_[j].lemma;
    // "recalled its envoy over a memorandum [that] Togo had signed": the verb has an object
    static constexpr FewWords kRecall = {"recall", "find", "document", "post", "charge", "judge"};
    const Tag behind = words_[j + 1].tag;
    if (lexicon_.is_one_of(verb, kRecall) && j + 2 < b && (behind == Tag::kPossessive || behind == Tag::kDeterminer || behind == Tag::kNoun)) return true;
    return verb == kNoLemma || !(lexicon_.is(verb, kSays) || lexicon_.is(verb, kThatClause) || lexicon_.is_one_of(verb, kTellers));
  }
  return false;
}

}  // namespace dragoman
