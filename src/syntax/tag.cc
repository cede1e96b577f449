// Part of dragoman; see LICENSE.
//
// Parts of speech without a learned model: closed classes and mentions are certain; an open
// word takes the reading that its left neighbour allows ("to visit", "a visit"), then the
// one that its right neighbour supports ("Kim plans to", "arms talks resumed").  One pass,
// with one word of look-ahead.  Good enough to find chunks in news; the learned tagger will
// replace it.

#include "syntax/clauses.h"

#include <algorithm>
#include <array>
#include <span>

namespace dragoman {
namespace {

bool noun_mention(MentionType type) {
  return type != MentionType::kDate;
}

// An actor by name stands before the word, and behind it an article or a name, or "and" and such a verb.
bool arms_somebody(const Document& document, const Clauses& clauses, Index at) {
  const auto actor = [&](Index i) {
    if (i >= clauses.words.size() || clauses.words[i].mention == kNone) return false;
    const MentionType type = document.mentions[clauses.words[i].mention].type;
    return type == MentionType::kState || type == MentionType::kCity || type == MentionType::kPerson || is_a(type, MentionType::kOrganisation);
  };
  const auto object = [&](Index i) {
    if (actor(i)) return true;
    if (i >= clauses.words.size()) return false;
    const Index mention = clauses.words[i].mention;
    if (mention != kNone && (document.mentions[mention].type == MentionType::kNationality || document.mentions[mention].type == MentionType::kGroup)) {
      return true;
    }
    const Entry* e = clauses.words[i].entry;
    return e && (e->closed == Closed::kDeterminer || e->closed == Closed::kPossessiveDeterminer);
  };
  if (!actor(at - 1)) return false;
  if (object(at + 1)) return true;
  const Entry* and_word = at + 2 < clauses.words.size() ? clauses.words[at + 1].entry : nullptr;
  const Entry* verb = and_word && and_word->closed == Closed::kCoordinator ? clauses.words[at + 2].entry : nullptr;
  return verb && (verb->verb_forms & kThird) && object(at + 3);
}

Tag punctuation_tag(const Token& token, std::string_view text) {
  if (token.has(kPossessive)) return Tag::kPossessiveMark;
  if (token.has(kOpenQuote)) return Tag::kOpenQuote;
  if (token.has(kCloseQuote)) return Tag::kCloseQuote;
  if (text.size() == 1) {
    switch (text[0]) {
      case ',': return Tag::kComma;
      case '.': case '!': case '?': return Tag::kStop;
      case '-': return token.has(kSpaceBefore) ? Tag::kDash : Tag::kHyphen;
      case ';': return Tag::kSemicolon;
      case ':': return Tag::kColon;
      case '(': case '[': return Tag::kOpenBracket;
      case ')': case ']': return Tag::kCloseBracket;
      case '"': return Tag::kCloseQuote;
      default: return Tag::kOther;
    }
  }
  if (text == "—" || text == "–" || text == "--" || text == "―") return Tag::kDash;
  if (text == "‐" || text == "‑") {
    return token.has(kSpaceBefore) ? Tag::kDash : Tag::kHyphen;
  }
  if (text == "“" || text == "”") return Tag::kCloseQuote;
  if (text == "…") return Tag::kStop;
  return Tag::kOther;
}

bool ends_with(std::string_view word, std::string_view end) {
  if (word.size() < end.size() + 2) return false;
  for (std::size_t i = 0; i < end.size(); ++i) {
    if ((word[word.size() - end.size() + i] | 0x20) != end[i]) return false;
  }
  return true;
}

// Can a noun chunk start with this token?  Used for look-ahead.
bool starts_noun(const Word& word, const Token& token) {
  if (word.mention != kNone) return word.tag == Tag::kNoun || word.tag == Tag::kPossessive || word.tag == Tag::kPronoun;
  const Entry* e = word.entry;
  if (token.kind == TokenKind::kNumber || token.kind == TokenKind::kSymbol) return true;
  if (!e) return token.word();
  switch (e->closed) {
    case Closed::kDeterminer:
    case Closed::kPossessiveDeterminer:
    case Closed::kPronoun:
    case Closed::kNumber:
      return true;
    case Closed::kOpen:
      return e->noun || e->adjective_share;
    default:
      return false;
  }
}

class Tagger {
 public:
  Tagger(const Lexicon& lexicon, const Document& document, const Sentence& sentence, Clauses& clauses)
      : lexicon_(lexicon), document_(document), sentence_(sentence), words_(clauses.words),
        tokens_(document.tokens.tokens.data() + sentence.first) {}

  // quotes: some token opens a quotation.
  void run(bool quotes) {
    if (quotes) scare_quotes();
    for (std::size_t i = 0; i < words_.size(); ++i) {
      if (words_[i].tag == Tag::kOther) tag(i);
    }
    if (sentence_.title) headline_verb();
  }

 private:
  const Token& token(std::size_t i) const { return tokens_[i]; }

  // Marks round one to three words are no quotation: 'with "significant" quantities'.
  void scare_quotes() {
    for (std::size_t i = 0; i < words_.size(); ++i) {
      if (!token(i).has(kOpenQuote) || token(i).has(kPossessive)) continue;
      for (std::size_t j = i + 2; j < words_.size() && j <= i + 4; ++j) {
        if (token(j).has(kCloseQuote)) {
          if (!token(j - 1).word()) break;
          words_[i].tag = words_[j].tag = Tag::kIgnored;
          break;
        }
      }
    }
  }

  // "Thai, Cambodian troops [clash]", "Peru president [calls] for talks": a headline has a verb; where none was found, the
  // first word that agrees with an actor right before it and has something behind it.
  void headline_verb() {
    const auto verb = [](const Word& w) { return w.tag == Tag::kVerb && (w.form & (kPast | kThird | kBase)) != 0; };
    if (std::any_of(words_.begin(), words_.end(), verb)) return;
    for (std::size_t i = 1; i < words_.size(); ++i) {
      const Word& w = words_[i];
      if (w.mention != kNone || !w.entry || w.entry->closed != Closed::kOpen || (w.tag != Tag::kNoun && w.tag != Tag::kAdjective)) continue;
      const Word& subject = words_[i - 1];
      if (subject.tag != Tag::kNoun || subject.mention == kNone) continue;
      const Mention& who = document_.mentions[subject.mention];
      const bool many = who.plural;
      if (who.type == MentionType::kNationality || who.type == MentionType::kWeapon || who.type == MentionType::kQuantity ||
          who.type == MentionType::kMoney || who.type == MentionType::kDate || who.type == MentionType::kEvent) {
        continue;
      }
      if (!(w.entry->verb_forms & (many ? kBase : kThird))) continue;
      const bool last = i + 1 == words_.size() || token(i + 1).kind == TokenKind::kPunctuation;
      if (last ? !many : !(preposition_next(i) || object_next(i) || noun_next(i))) continue;
      return set(i, Tag::kVerb, w.entry->verb, many ? kBase : kThird);
    }
  }

  // "[re-]elected", "[co-]chairs": what the prefix stands before is tagged as it would be alone.
  bool prefix(std::size_t i) {
    static const std::uint64_t kRe = fold_hash("re"), kCo = fold_hash("co");
    if ((token(i).hash != kRe && token(i).hash != kCo) || i + 2 >= words_.size()) return false;
    const Entry* e = words_[i + 2].entry;
    if (!e || !e->verb || token(i + 1).start != token(i).end) return false;
    if (punctuation_tag(token(i + 1), document_.slice(token(i + 1).span())) != Tag::kHyphen) return false;
    words_[i].tag = words_[i + 1].tag = Tag::kIgnored;
    return true;
  }

  // "[up to] 200 Serbs", "[at least] three", "[more than] a dozen": such words belong to the number, and open no phrase.
  bool estimate(std::size_t i) {
    const std::size_t number = estimated(i);
    for (; i < number; ++i) {
      if (words_[i].mention == kNone) words_[i].tag = Tag::kAdverb;
    }
    return number > 0;
  }
  // The number, or the article before it, that an estimate at i is of; 0: none.
  std::size_t estimated(std::size_t i) const {
    static const std::uint64_t kUp = fold_hash("up"), kTo = fold_hash("to"), kAt = fold_hash("at"),
                               kLeast = fold_hash("least"), kMost = fold_hash("most"), kAs = fold_hash("as"),
                               kMany = fold_hash("many"), kMuch = fold_hash("much"), kThan = fold_hash("than"), kA = fold_hash("a");
    if (i + 2 >= words_.size()) return 0;
    const std::uint64_t one = token(i).hash, two = token(i + 1).hash;
    std::size_t number = 0;
    if (two == kThan && compares(one)) number = i + 2;
    else if (about(one) && !governs_about(i)) number = i + 1;
    else if ((one == kUp && two == kTo) || (one == kAt && (two == kLeast || two == kMost))) number = i + 2;
    else if (one == kAs && (two == kMany || two == kMuch) && token(i + 2).hash == kAs) number = i + 3;
    if (number == 0 || number >= words_.size()) return 0;
    const bool article = token(number).hash == kA && number + 1 < words_.size() && numeral(number + 1);
    return numeral(number) || article ? number : 0;
  }
  // "Kenya, [along with] Uganda,", "France [as well as] Germany": behind a noun or its comma such words join, as "and" does.
  bool adds(std::size_t i) {
    static const std::uint64_t kAlong = fold_hash("along"), kTogether = fold_hash("together"), kAlongside = fold_hash("alongside"),
                               kWith = fold_hash("with"), kAs = fold_hash("as"), kWell = fold_hash("well");
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
    words_[i].tag = Tag::kCoordinator;
    for (std::size_t k = i + 1; k < i + length; ++k) words_[k].tag = Tag::kIgnored;
    return true;
  }
  static bool compares(std::uint64_t word) {
    static const std::array<std::uint64_t, 3> kWords = {fold_hash("more"), fold_hash("fewer"), fold_hash("less")};
    return std::find(kWords.begin(), kWords.end(), word) != kWords.end();
  }
  static bool about(std::uint64_t word) {
    static const std::array<std::uint64_t, 4> kWords = {fold_hash("about"), fold_hash("around"), fold_hash("over"), fold_hash("under")};
    return std::find(kWords.begin(), kWords.end(), word) != kWords.end();
  }
  // "talks [about] 12 captives", "spoke [about] two ships", "a row [over] two islands", "[about] 2 p.m."
  bool governs_about(std::size_t i) const {
    if (words_[i + 1].mention != kNone && document_.mentions[words_[i + 1].mention].type == MentionType::kDate) return true;
    if (i == 0) return false;
    const Word& left = words_[i - 1];
    if (left.mention != kNone) {
      const MentionType type = document_.mentions[left.mention].type;
      return type != MentionType::kDate && type != MentionType::kCity && type != MentionType::kState;
    }
    static constexpr FewWords kSpeak = {"talk", "speak", "ask", "worry", "complain", "know", "think", "lie", "hear", "write", "argue", "quarrel",
                                        "tell", "feud", "bicker", "preside", "fly", "clash", "row", "differ"};
    return left.tag == Tag::kNoun || left.tag == Tag::kPronoun || (left.entry && left.entry->verb != kNoLemma && lexicon_.is_one_of(left.entry->verb, kSpeak));
  }
  // "has [since] asked": no phrase, but since then.
  bool since_then(std::size_t i) const {
    if (i == 0 || i + 1 >= words_.size() || words_[i + 1].mention != kNone) return false;
    const Entry* left = words_[i - 1].entry;
    const Entry* right = words_[i + 1].entry;
    if (!left || left->closed != Closed::kHave || !right) return false;
    return right->closed == Closed::kNot || right->closed == Closed::kAdverb || (right->verb_forms & kPastParticiple) != 0;
  }
  // "[that] morning", "[that] day"
  bool time_next(std::size_t i) const {
    static const std::array<std::uint64_t, 9> kTimes = {
        fold_hash("morning"), fold_hash("afternoon"), fold_hash("evening"), fold_hash("night"), fold_hash("day"),
        fold_hash("week"), fold_hash("weekend"), fold_hash("month"), fold_hash("year")};
    return i + 1 < words_.size() && std::find(kTimes.begin(), kTimes.end(), token(i + 1).hash) != kTimes.end();
  }
  bool numeral(std::size_t i) const {
    return token(i).kind == TokenKind::kNumber || (words_[i].entry && words_[i].entry->closed == Closed::kNumber) ||
           (words_[i].mention != kNone && document_.mentions[words_[i].mention].type == MentionType::kQuantity);
  }

  // The last word before i that is no adverb or "not"; words_.size() if none.
  std::size_t before(std::size_t i) const {
    while (i-- > 0) {
      if (words_[i].tag != Tag::kAdverb && words_[i].tag != Tag::kNot &&
          words_[i].tag != Tag::kIgnored) {
        return i;
      }
    }
    return words_.size();
  }
  const Word* next(std::size_t i) const {
    while (++i < words_.size()) {
      const Entry* e = words_[i].entry;
      if (words_[i].mention == kNone && e && e->closed == Closed::kAdverb) continue;
      return &words_[i];
    }
    return nullptr;
  }
  bool noun_next(std::size_t i) const {
    for (std::size_t j = i + 1; j < words_.size(); ++j) {
      if (words_[j].mention == kNone && words_[j].entry &&
          words_[j].entry->closed == Closed::kAdverb) {
        continue;
      }
      return starts_noun(words_[j], token(j)) || estimated(j) > 0;   // "killing [at least eight] people"
    }
    return false;
  }
  bool closed_next(std::size_t i, Closed closed) const {
    const Word* n = next(i);
    return n && n->mention == kNone && n->entry && n->entry->closed == closed;
  }
  // The next word is "will", "has", "were": i is the end of its subject.
  bool auxiliary_next(std::size_t i) const {
    const Word* n = next(i);
    if (!n || n->mention != kNone || !n->entry) return false;
    const Closed c = n->entry->closed;
    return c == Closed::kBe || c == Closed::kHave || c == Closed::kModal || c == Closed::kDo;
  }

  void set(std::size_t i, Tag tag, LemmaId lemma, std::uint8_t form = 0) {
    words_[i].tag = tag;
    words_[i].lemma = lemma;
    words_[i].form = form;
  }

  bool tag_closed(std::size_t i, const Entry& e) {
    switch (e.closed) {
      case Closed::kOpen: return false;
      case Closed::kBe:
      case Closed::kHave:
      case Closed::kDo: set(i, Tag::kVerb, e.verb, e.verb_forms); return true;
      case Closed::kModal:
        if (e.noun_share && i > 0 && words_[i - 1].tag == Tag::kDeterminer) return false;
        set(i, Tag::kModal, e.other);
        return true;
      case Closed::kTo: {
        // An infinitive if a base form follows that can be read as a verb.
        set(i, Tag::kPreposition, e.other);
        words_[i].prep = Prep::kTo;
        for (std::size_t j = i + 1; j < words_.size() && j < i + 3; ++j) {
          const Word& w = words_[j];
          if (w.mention != kNone || !w.entry) break;
          if (w.entry->closed == Closed::kAdverb ||
              (w.entry->closed == Closed::kOpen && w.entry->adverb_share > 4)) {
            continue;
          }
          const bool base = w.entry->verb_forms & kBase;
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
          if (base && (w.entry->closed != Closed::kOpen || w.entry->verb_share >= 4 ||
                       (w.entry->verb_share >= 1 && (w.entry->noun_share < 7 || noun_next(j))))) {
            set(i, Tag::kTo, e.other);
          }
          break;
        }
        return true;
      }
      case Closed::kNot: set(i, Tag::kNot, e.other); return true;
      case Closed::kDeterminer: {
        if (compares(token(i).hash) && estimate(i)) return true;   // "[more than] 50 soldiers"
        // "has [neither] backed nor opposed it"
        static const std::uint64_t kNeither = fold_hash("neither");
        if (token(i).hash == kNeither && i > 0 && next(i) && next(i)->mention == kNone && next(i)->entry &&
            next(i)->entry->closed == Closed::kOpen && next(i)->entry->verb_share > next(i)->entry->noun_share && (next(i)->entry->verb_forms & (kPast | kPastParticiple | kThird))) {
          set(i, Tag::kNot, e.other);
          return true;
        }
        // "they will each withdraw", "have both signed": floated, and no part of a noun.
        static const std::uint64_t kEach = fold_hash("each"), kBoth = fold_hash("both"), kAll = fold_hash("all");
        const std::uint64_t hash = token(i).hash;
        // "[no longer] issues visas"
        static const std::uint64_t kNo = fold_hash("no"), kLonger = fold_hash("longer");
        if (hash == kNo && i + 1 < words_.size() && token(i + 1).hash == kLonger) {
          set(i, Tag::kAdverb, e.other);
          set(i + 1, Tag::kAdverb, kNoLemma);
          return true;
        }
        static const std::uint64_t kCertain = fold_hash("certain");
        if (hash == kCertain && closed_next(i, Closed::kThat)) return as_adjective(i, e), true;
        // "Peru and Chile all [denounced] it": behind its subject.
        const bool behind = i > 0 && words_[i - 1].tag == Tag::kNoun;
        const bool floats = (hash == kEach || hash == kBoth || hash == kAll) && (behind || verb_place(i)) && next(i) &&
                            next(i)->mention == kNone && next(i)->entry && next(i)->entry->closed == Closed::kOpen &&
                            (next(i)->entry->verb_forms & (behind ? kPast | kThird | kBase : 0xFF)) != 0 &&
                            next(i)->entry->verb_share >= next(i)->entry->noun_share + (behind ? 3 : 0);
        set(i, floats ? Tag::kAdverb : Tag::kDeterminer, e.other);
        return true;
      }
      case Closed::kPossessiveDeterminer: set(i, Tag::kPossessive, e.other); return true;
      case Closed::kPronoun: set(i, Tag::kPronoun, e.other); return true;
      case Closed::kPreposition: {
        if ((e.prep == Prep::kAs || e.prep == Prep::kAround) && adds(i)) return true;
        if ((e.prep == Prep::kAt || e.prep == Prep::kAs || e.prep == Prep::kAbout || e.prep == Prep::kOver || e.prep == Prep::kUnder ||
             e.prep >= Prep::kAround) && estimate(i)) {
          return true;
        }
        if (e.prep == Prep::kSince && since_then(i)) return set(i, Tag::kAdverb, e.other), true;
        set(i, Tag::kPreposition, e.other);
        words_[i].prep = e.prep;
        return true;
      }
      case Closed::kCoordinator: set(i, Tag::kCoordinator, e.other); return true;
      case Closed::kSubordinator: {
        // "has once again refused"
        static const std::uint64_t kOnce = fold_hash("once"), kAgain = fold_hash("again");
        const bool adverb = token(i).hash == kOnce && i + 1 < words_.size() && token(i + 1).hash == kAgain;
        set(i, adverb ? Tag::kAdverb : Tag::kSubordinator, e.other);
        return true;
      }
      case Closed::kRelative: set(i, Tag::kRelative, e.other); return true;
      case Closed::kThat: {
        if (time_next(i)) return set(i, Tag::kDeterminer, e.other), true;
        const std::size_t b = before(i);
        const bool after_noun = b < words_.size() && (words_[b].tag == Tag::kNoun || words_[b].tag == Tag::kDate);
        const bool verb_after = next(i) && next(i)->mention == kNone && next(i)->entry &&
                                (auxiliary_next(i) ||
                                 (next(i)->entry->verb_forms & (kThird | kPast) &&
                                  !next(i)->entry->noun_share));
        if (after_noun && (verb_after || (i + 1 < words_.size() && third_with_object(i + 1, b)) || of_thing(i, b))) set(i, Tag::kRelative, e.other);
        else if (b < words_.size() && (words_[b].tag == Tag::kVerb || words_[b].tag == Tag::kAdjective || after_noun)) {
          set(i, Tag::kSubordinator, e.other);
        } else if (verb_after) {
          set(i, Tag::kPronoun, e.other);
        } else {
          // "it emerged that [the army] had", "and that [Libya] had", "that [troops] were": it stands before no article, name or plural.
          const bool clause = closed_next(i, Closed::kDeterminer) || closed_next(i, Closed::kPossessiveDeterminer) || never_pointed_at(i + 1);
          set(i, noun_next(i) && !clause ? Tag::kDeterminer : Tag::kSubordinator, e.other);
        }
        return true;
      }
      case Closed::kThere:
        // "its embassy [there] was ransacked"
        set(i, i > 0 && words_[i - 1].tag == Tag::kNoun && passive_next(i) ? Tag::kAdverb : Tag::kThere, e.other);
        return true;
      case Closed::kAdverb:
        if ((compares(token(i).hash) && estimate(i)) || adds(i)) return true;
        if (backs(i, e)) set(i, Tag::kVerb, e.verb, kBase);
        else set(i, Tag::kAdverb, e.other);
        return true;
      case Closed::kNumber: set(i, Tag::kNumber, e.noun ? e.noun : e.other); return true;
    }
    return false;
  }

  // Does "was ransacked", "have been freed" follow?
  bool passive_next(std::size_t i) const {
    std::size_t j = i + 1;
    while (j < words_.size() && words_[j].mention == kNone && words_[j].entry && (words_[j].entry->closed == Closed::kBe || words_[j].entry->closed == Closed::kHave)) ++j;
    if (j == i + 1 || j >= words_.size() || words_[j].mention != kNone || !words_[j].entry) return false;
    const Entry& e = *words_[j].entry;
    return (e.verb_forms & kPastParticiple) && e.verb_share > e.noun_share && e.verb_share > e.adjective_share;
  }
  // "that [Libya]", "that [rebels]": no determiner.
  bool never_pointed_at(std::size_t i) const {
    if (i >= words_.size()) return false;
    const Word& w = words_[i];
    if (w.mention == kNone) return w.entry && w.entry->noun_only() && plural_noun(*w.entry);
    const Mention& m = document_.mentions[w.mention];
    if (m.type == MentionType::kGroup) return m.plural;
    return m.form != MentionForm::kNominal && (m.type == MentionType::kPerson || m.type == MentionType::kState || m.type == MentionType::kCity ||
                                               is_a(m.type, MentionType::kOrganisation));
  }

  // "states that [back] the plan", "will [back] Kenya", but "sent the troops [back]".
  bool backs(std::size_t i, const Entry& e) const {
    static const std::uint64_t kBack = fold_hash("back");
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

  void tag_unknown(std::size_t i) {
    const std::string_view text = document_.slice(token(i).span());
    if (ends_with(text, "ly") && !token(i).has(kInitialCapital)) return set(i, Tag::kAdverb, kNoLemma);
    const bool lower = !token(i).has(kInitialCapital);
    if (lower && ends_with(text, "ing")) {
      return set(i, verb_place(i) ? Tag::kVerb : Tag::kNoun, kNoLemma, kGerund);
    }
    if (lower && ends_with(text, "ed")) {
      if (nominal_left(i) && noun_next(i)) return set(i, Tag::kAdjective, kNoLemma);
      return set(i, Tag::kVerb, kNoLemma, kPast | kPastParticiple);
    }
    set(i, Tag::kNoun, kNoLemma);
  }

  // Do this verb and the word at j make another verb: "hand over"?
  bool phrasal(LemmaId verb, std::size_t j) const {
    if (j >= words_.size()) return false;
    const std::string_view particle = document_.slice(token(j).span());
    if (particle.size() > 5) return false;
    return lexicon_.phrasal(verb, particle);
  }

  // "to step [down]", "to face [off]": no noun has it behind it.
  bool particle(std::size_t j) const {
    if (j >= words_.size()) return false;
    const std::string_view word = document_.slice(token(j).span());
    return word == "down" || word == "up" || word == "off" || word == "out" || word == "aside" || word == "away";
  }

  // After an auxiliary, a modal or "to": a verb is due.
  bool verb_place(std::size_t i) const {
    const std::size_t b = before(i);
    if (b >= words_.size()) return false;
    if (words_[b].tag == Tag::kModal || words_[b].tag == Tag::kTo) return true;
    return after(i, Closed::kBe) || after(i, Closed::kHave) || after(i, Closed::kDo);
  }
  bool after(std::size_t i, Closed auxiliary) const {
    const std::size_t b = before(i);
    return b < words_.size() && words_[b].tag == Tag::kVerb && words_[b].entry && words_[b].entry->closed == auxiliary;
  }
  // "the faction that [controls Kabul]": a form in -s before a name or an article, after one thing.
  bool third_with_object(std::size_t i, std::size_t noun) const {
    const Word& w = words_[i];
    if (w.mention != kNone || !w.entry || w.entry->closed != Closed::kOpen) return false;
    if (!(w.entry->verb_forms & kThird) || !object_next(i)) return false;
    const Word& thing = words_[noun];
    if (thing.lemma != kNoLemma && (lexicon_.is(thing.lemma, kThatClause) || lexicon_.is(thing.lemma, kSays))) return false;
    return thing.mention != kNone ? !document_.mentions[thing.mention].plural : !(thing.entry && (thing.entry->noun_forms & kPlural));
  }
  // "called off the delivery of missiles [that] it had bought": behind a thing that no clause fills out, and a verb that
  // tells nobody that something is so.
  bool of_thing(std::size_t i, std::size_t b) const {
    const Word& thing = words_[b];
    if (b + 1 != i || i + 1 >= words_.size() || thing.tag != Tag::kNoun || thing.lemma == kNoLemma) return false;
    if (lexicon_.is(thing.lemma, kThatClause) || lexicon_.is(thing.lemma, kSays) || lexicon_.is(thing.lemma, kAgentNoun)) return false;
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
      return verb == kNoLemma || !(lexicon_.is(verb, kSays) || lexicon_.is(verb, kThatClause) || lexicon_.is_one_of(verb, kTellers));
    }
    return false;
  }
  // After a determiner, adjective, possessive or preposition: a noun is due.
  bool nominal_left(std::size_t i) const {
    if (i == 0) return false;
    const Word& p = words_[i - 1];
    switch (p.tag) {
      case Tag::kDeterminer: case Tag::kPossessive: case Tag::kAdjective: case Tag::kNumber:
      case Tag::kPreposition: case Tag::kPossessiveMark: case Tag::kHyphen:
        return true;
      case Tag::kNoun:
        return p.mention != kNone &&
               document_.mentions[p.mention].type == MentionType::kNationality &&
               !document_.mentions[p.mention].plural;
      default:
        return false;
    }
  }

  void tag(std::size_t i) {
    const Token& t = token(i);
    if (t.kind == TokenKind::kPunctuation || t.has(kPossessive)) {
      const Tag p = punctuation_tag(t, document_.slice(t.span()));
      return set(i, p, kNoLemma);
    }
    if (t.kind == TokenKind::kNumber) return set(i, Tag::kNumber, kNoLemma);
    if (t.kind == TokenKind::kSymbol) return set(i, Tag::kNumber, kNoLemma);
    if (t.letters == 2 && prefix(i)) return;
    const Entry* e = words_[i].entry;
    if (!e) return tag_unknown(i);
    if (tag_closed(i, *e)) return;
    open(i, *e);
  }

  void as_noun(std::size_t i, const Entry& e) {
    set(i, Tag::kNoun, e.noun ? e.noun : e.verb ? e.verb : e.other);
  }
  void as_adjective(std::size_t i, const Entry& e) {
    set(i, Tag::kAdjective, e.other ? e.other : e.verb ? e.verb : e.noun);
  }

  void open(std::size_t i, const Entry& e) {
    const std::uint8_t forms = e.verb_forms;
    // "has [outright] rejected", "had [long] backed"
    if (e.adverb_share > 0 && verb_place(i) && i + 1 < words_.size() && words_[i + 1].mention == kNone && words_[i + 1].entry &&
        words_[i + 1].entry->closed == Closed::kOpen && (words_[i + 1].entry->verb_forms & (kPast | kPastParticiple)) &&
        words_[i + 1].entry->verb_share >= words_[i + 1].entry->noun_share && !(forms & kPastParticiple) && after(i, Closed::kHave)) {
      return set(i, Tag::kAdverb, e.other);
    }
    // "called [home] its envoy", "flew [home]"
    static const std::uint64_t kHome = fold_hash("home");
    if (token(i).hash == kHome && i > 0 && words_[i - 1].tag == Tag::kVerb) return set(i, Tag::kAdverb, e.noun);
    // ", [long] a patron of the rebels,"
    static const std::uint64_t kLong = fold_hash("long");
    if (token(i).hash == kLong && i > 0 && words_[i - 1].tag == Tag::kComma && closed_next(i, Closed::kDeterminer)) {
      return set(i, Tag::kAdverb, e.other);
    }
    if (!e.verb || !forms) {
      if (e.adverb_share >= 5 && !(nominal_left(i) && e.adjective_share)) {
        return set(i, Tag::kAdverb, e.other);
      }
      // "are [due] to meet"
      if (e.adjective_share > e.noun_share && after(i, Closed::kBe)) return as_adjective(i, e);
      if (e.noun && !(e.adjective_share && noun_next(i) && e.adjective_share >= e.noun_share)) {
        return as_noun(i, e);
      }
      if (e.adjective_share) return as_adjective(i, e);
      if (e.adverb_share) return set(i, Tag::kAdverb, e.other);
      return as_noun(i, e);
    }
    const std::size_t b = before(i);
    const Tag left = b < words_.size() ? words_[b].tag : Tag::kStop;
    // "live-fire drills"
    if ((forms & kBase) && e.adjective_share > 0 && left != Tag::kTo && left != Tag::kModal && hyphen_next(i)) {
      return as_adjective(i, e);
    }
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
    // "whose [forces] crossed": as after a possessive.
    static const std::uint64_t kWhose = fold_hash("whose");
    if (left == Tag::kRelative && b + 1 == i && token(b).hash == kWhose && e.noun && e.noun_share > 0) return as_noun(i, e);
    // "whom [rebels] had held"
    if (left == Tag::kRelative && b + 1 == i && e.noun && e.noun_share > 0 && auxiliary_next(i)) return as_noun(i, e);
    if (left == Tag::kRelative && b + 1 == i && token(b).hash == kWhose && (forms & kGerund)) return as_noun(i, e);
    if (left == Tag::kRelative && (forms & ~kGerund)) return set(i, Tag::kVerb, e.verb, forms);
    // "which on Monday [cut] its ties"
    if (left == Tag::kDate && (forms & ~kGerund) && relative_before(b) && (object_next(i) || preposition_next(i))) {
      return set(i, Tag::kVerb, e.verb, forms);
    }
    const bool has_noun = e.noun != kNoLemma && e.noun_share > 0;
    // "the 2002 [attacks]"
    if (left == Tag::kDate && has_noun && b > 0 && b + 1 == i && words_[b - 1].tag == Tag::kDeterminer && !(forms & kPast) && preposition_next(i)) {
      return as_noun(i, e);
    }
    if (nominal_left(i) || left == Tag::kDeterminer) {
      const bool preposition = words_[i - 1].tag == Tag::kPreposition;
      // "talks with [visiting] Zambian minister Walubita"
      static const std::uint64_t kVisiting = fold_hash("visiting");
      if (preposition && token(i).hash == kVisiting && i + 1 < words_.size() && words_[i + 1].mention != kNone && between_sides(i - 1)) {
        return set(i, Tag::kAdjective, e.verb);
      }
      if (preposition && (forms & kGerund) && e.adjective_share > e.verb_share) return as_adjective(i, e);
      if (preposition && (forms & kGerund) && says_what(i, e)) return set(i, Tag::kVerb, e.verb, kGerund);
      if (preposition && (forms & kGerund)) {
        return set(i, noun_next(i) || !has_noun ? Tag::kVerb : Tag::kNoun,
                   noun_next(i) || !has_noun ? e.verb : e.noun, kGerund);
      }
      if ((forms & (kPastParticiple | kGerund)) && !has_noun) {
        if (words_[i - 1].tag == Tag::kNoun) return verb_or_participle(i, e);
        if (preposition && !noun_next(i)) return set(i, Tag::kVerb, e.verb, forms);
        if (words_[i - 1].tag == Tag::kHyphen) return set(i, Tag::kAdjective, e.verb);
        return set(i, Tag::kAdjective, e.other ? e.other : e.verb);
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

  // "with", "between", "to": not "after" or "by", which have clauses.
  bool between_sides(std::size_t i) const {
    const Prep prep = words_[i].entry ? words_[i].entry->prep : Prep::kNone;
    return prep == Prep::kWith || prep == Prep::kBetween || prep == Prep::kTo || prep == Prep::kFrom;
  }

  // "[Fighting] broke out", "[Shelling] has resumed": a finite verb follows that has no bare noun behind it ("using stolen cars").
  bool subject_alone(std::size_t i) const {
    if (auxiliary_next(i)) return true;
    if (i + 2 >= words_.size()) return false;
    const Word& verb = words_[i + 1];
    const Word& behind = words_[i + 2];
    if (verb.mention != kNone || !verb.entry || !(verb.entry->verb_forms & kPast) || verb.entry->verb_share <= verb.entry->noun_share) return false;
    return behind.mention == kNone && (!behind.entry ? token(i + 2).kind == TokenKind::kPunctuation : behind.entry->prep != Prep::kNone);
  }

  // ", [saying] that", "as [warning] that", "[adding]: 'We'": what is said follows.
  bool says_what(std::size_t i, const Entry& e) const {
    if (e.verb == kNoLemma || !(lexicon_.is(e.verb, kSays) || lexicon_.is(e.verb, kThatClause))) return false;
    return closed_next(i, Closed::kThat) || closed_next(i, Closed::kPronoun) || (i + 1 < words_.size() && token(i + 1).has(kOpenQuote));
  }

  // "imposed [crippling] sanctions", "shelled [advancing] Iraqi troops", but "stopped shelling troops": what such things are
  // that the verb at b is done to.
  bool says_what_kind(std::size_t b, std::size_t i, const Entry& e) const {
    static constexpr FewWords kKinds = {"sweep", "cripple", "punish", "devastate", "last", "exist", "remain", "survive", "grow", "rise", "mount", "escalate",
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

  // Start of the sentence, after a comma, conjunction, quote or verb.
  void verb_or_participle(std::size_t i, const Entry& e) {
    const std::uint8_t forms = e.verb_forms;
    const bool has_noun = e.noun != kNoLemma && e.noun_share > 0;
    const std::size_t b = before(i);
    const Tag left = b < words_.size() ? words_[b].tag : Tag::kStop;
    if (forms & kGerund) {
      // "accused [neighbouring] Ghana"
      if (left == Tag::kVerb && e.adjective_share > e.verb_share && noun_next(i)) return as_adjective(i, e);
      if (left == Tag::kVerb && b + 1 == i && says_what_kind(b, i, e)) return set(i, Tag::kAdjective, e.verb);
      if (says_what(i, e)) return set(i, Tag::kVerb, e.verb, kGerund);
      if (has_noun && !noun_next(i) && e.noun_share >= e.verb_share) return as_noun(i, e);
      // "[Fighting] between the two"
      const Word* right = next(i);
      if (right && right->entry && right->entry->prep == Prep::kBetween) return as_noun(i, e);
      if ((left == Tag::kStop || left == Tag::kComma) && subject_alone(i)) return as_noun(i, e);
      return set(i, Tag::kVerb, e.verb, kGerund);
    }
    if (left == Tag::kVerb && (forms & (kPast | kThird)) && e.verb_share >= e.noun_share && said_in_relative(b)) {
      return set(i, Tag::kVerb, e.verb, forms);
    }
    if (forms & (kPast | kPastParticiple)) {
      if (has_noun && e.noun_share > e.verb_share) return as_noun(i, e);
      if (left == Tag::kVerb && noun_next(i) && !(forms & kBase)) {
        return set(i, Tag::kAdjective, e.other ? e.other : e.verb);
      }
      return set(i, Tag::kVerb, e.verb, forms);
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
      if ((forms & kThird) && !has_noun) return set(i, Tag::kVerb, e.verb, forms);
      // "Fiji's president, Epeli Ganilau, visits Apia": what a name in commas interrupted goes on.
      if ((forms & kThird) && left == Tag::kComma && ends_name(b) && (object_next(i) || infinitive_next(i))) {
        return set(i, Tag::kVerb, e.verb, forms);
      }
      // "Algeria, which cut its ties, blames Rabat", "The rebels, routed, chop off hands"
      if (left == Tag::kComma && (object_next(i) || closed_next(i, Closed::kThat))) {
        const std::size_t subject = subject_waits(b);
        if (subject < words_.size() && agrees(subject, forms)) return set(i, Tag::kVerb, e.verb, forms);
      }
    }
    if (has_noun) return as_noun(i, e);
    set(i, Tag::kVerb, e.verb, forms);
  }

  // "who the government [says] killed him": the verb of whoever tells it, inside a relative clause.
  bool said_in_relative(std::size_t b) const {
    if (words_[b].lemma == kNoLemma || !lexicon_.is(words_[b].lemma, kSays)) return false;
    for (std::size_t j = b; j-- > 0 && j + 8 > b;) {
      if (words_[j].tag == Tag::kRelative) return j + 1 < b;
      if (words_[j].tag == Tag::kVerb || words_[j].tag == Tag::kComma) return false;
    }
    return false;
  }

  // Is the noun that ends at word b in a phrase behind the verb of its clause?  Then it is no subject.
  bool governed(std::size_t b) const {
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
  bool verb_of_relative(std::size_t b, std::size_t i) const {
    const Index mention = words_[b].mention;
    std::size_t first = b;
    while (first > 0 && words_[first - 1].mention == mention) --first;
    if (first == 0 || words_[first - 1].tag != Tag::kRelative) return false;
    return i + 1 >= words_.size() || token(i + 1).kind == TokenKind::kPunctuation;
  }

  // "[Kim] plans to", "[Iran] attacks Iraq", "[arms] talks".
  void after_noun(std::size_t i, std::size_t b, const Entry& e, bool has_noun) {
    const std::uint8_t forms = e.verb_forms;
    if (!has_noun && (forms & ~kGerund)) {
      if (e.adjective_share > 5 && !(forms & (kPast | kThird))) return as_adjective(i, e);
      return set(i, Tag::kVerb, e.verb, forms);
    }
    if (!has_noun) return set(i, Tag::kVerb, e.verb, forms);
    if (forms & kGerund) {
      // "hackers working for Iran"
      const bool people = words_[b].lemma != kNoLemma && lexicon_.is(words_[b].lemma, kAgentNoun);
      // "soldiers serving with", but "police training in"
      const bool many = people && words_[b].entry && (words_[b].entry->noun_forms & kPlural) && !(words_[b].entry->noun_forms & kSingular);
      const bool doing = people && preposition_next(i) && (many || e.verb_share > e.noun_share);
      return noun_next(i) || doing ? set(i, Tag::kVerb, e.verb, kGerund) : as_noun(i, e);
    }
    if ((forms & (kPast | kPastParticiple)) && !(forms & kBase)) {
      return e.verb_share >= e.noun_share ? set(i, Tag::kVerb, e.verb, forms) : as_noun(i, e);
    }
    if (auxiliary_next(i)) return as_noun(i, e);
    if ((forms & kThird) && preposition_next(i) && governed(b)) return as_noun(i, e);   // "fired on Pakistani military [posts] along it"
    const Word& subject = words_[b];
    const bool named = subject.mention != kNone;
    const MentionType type = named ? document_.mentions[subject.mention].type : MentionType::kWeapon;
    const bool person = named && type == MentionType::kPerson;
    const bool actor = named && type != MentionType::kWeapon && type != MentionType::kQuantity &&
                       type != MentionType::kMoney && type != MentionType::kNationality;
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
      // "whose country chairs the bloc"
      if (b > 0 && words_[b - 1].tag == Tag::kRelative && object_next(i)) return set(i, Tag::kVerb, e.verb, forms);
      if (plural_subject && !named && !listed) return as_noun(i, e);
      if (person && (noun_next(i) || to_next || that_next || preposition_next(i))) {
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
      // "the ministry plans to": only where the subject stands outside a prepositional phrase.
      if (!named && (infinitive_next(i) || that_next || object_next(i)) && e.verb_share >= 3 &&
          !bare_after_preposition(b)) {
        return set(i, Tag::kVerb, e.verb, forms);
      }
      return as_noun(i, e);
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
    if ((plural_subject || listed) && (object_next(i) || infinitive_next(i) || that_next)) {
      return set(i, Tag::kVerb, e.verb, forms);
    }
    if (e.noun_share == 0) return set(i, Tag::kVerb, e.verb, forms);
    // "help Chad [fight] rebels", "let Mali [use] its ports"
    if ((forms & kBase) && !plural_noun(e) && e.verb_share >= 2 && (object_next(i) || preposition_next(i)) && lets(b)) {
      return set(i, Tag::kVerb, e.verb, kBase);
    }
    // "demanded that Serbia [pull] its forces out"
    if (actor && object_next(i) && (forms & kBase)) {
      std::size_t first = b;
      while (first > 0 && words_[first - 1].mention == subject.mention) --first;
      if (first > 0 && words_[first - 1].entry && words_[first - 1].entry->closed == Closed::kThat) return set(i, Tag::kVerb, e.verb, forms);
    }
    // "MALI AND NIGER SIGN PACT"
    if (listed && actor && (sentence_.title || sentence_.caps) && e.verb_share >= 3 && noun_next(i) && !verb_ahead_of(i)) {
      return set(i, Tag::kVerb, e.verb, forms);
    }
    if (listed && e.verb_share >= 3 && preposition_next(i)) return set(i, Tag::kVerb, e.verb, forms);
    if ((plural_subject || listed) && e.verb_share > 7 && !object_phrase(b)) return set(i, Tag::kVerb, e.verb, forms);
    as_noun(i, e);
  }

  // "froze its minerals [deal]": does the noun at b stand behind a possessive or an article right after a verb of no speech?
  bool object_phrase(std::size_t b) const {
    static constexpr FewWords kGovern = {"let", "make", "help", "watch", "see", "hear", "have", "bid"};
    while (b > 0 && (words_[b].tag == Tag::kNoun || words_[b].tag == Tag::kAdjective)) --b;
    return b > 0 && (words_[b].tag == Tag::kPossessive || words_[b].tag == Tag::kDeterminer) && words_[b - 1].tag == Tag::kVerb &&
           words_[b - 1].lemma != kNoLemma && !lexicon_.is_one_of(words_[b - 1].lemma, kGovern) && !lexicon_.is(words_[b - 1].lemma, kSays) && !lexicon_.is(words_[b - 1].lemma, kThatClause);
  }
  static bool plural_noun(const Entry& e) { return (e.noun_forms & kPlural) != 0 && (e.noun_forms & kSingular) == 0; }
  // Does the noun that ends at word b stand right behind "help" or "let"?
  bool lets(std::size_t b) const {
    static constexpr FewWords kLets = {"help", "let"};
    for (std::size_t j = b; j-- > 0 && j + 6 > b;) {
      switch (words_[j].tag) {
        case Tag::kNoun: case Tag::kAdjective: case Tag::kDeterminer: case Tag::kPossessive: case Tag::kPossessiveMark: break;
        case Tag::kVerb: return lexicon_.is_one_of(words_[j].lemma, kLets);
        default: return false;
      }
    }
    return false;
  }

  // "which [on Monday]": does a date stand right behind a relative pronoun?
  bool relative_before(std::size_t date) const {
    std::size_t j = date;
    while (j > 0 && (words_[j].tag == Tag::kDate || words_[j].prep == Prep::kOn || words_[j].prep == Prep::kIn)) --j;
    return words_[j].tag == Tag::kRelative;
  }
  // The last word before the first comma of a clause, if no verb stands before it, so that its subject waits behind the
  // insertion that the comma at b closes; words_.size() else.
  std::size_t subject_waits(std::size_t b) const {
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
  bool agrees(std::size_t subject, std::uint8_t forms) const {
    const Word& w = words_[subject];
    const bool plural = w.mention != kNone ? document_.mentions[w.mention].plural : w.entry && (w.entry->noun_forms & kPlural);
    return (forms & (plural || list_before(subject) ? kBase : kThird)) != 0;
  }

  // Does a hyphen follow without a space?
  bool hyphen_next(std::size_t i) const {
    return i + 2 < words_.size() && token(i + 1).start == token(i).end && token(i + 2).start == token(i + 1).end &&
           punctuation_tag(token(i + 1), document_.slice(token(i + 1).span())) == Tag::kHyphen;
  }
  // Does another verb that is surely finite follow in this clause?  Headlines leave verbs out.
  bool verb_ahead(std::size_t i) const { return sentence_.title || verb_ahead_of(i); }
  bool verb_ahead_of(std::size_t i) const {
    for (std::size_t j = i + 1; j < words_.size() && j < i + 14; ++j) {
      if (words_[j].mention != kNone) continue;
      if (token(j).kind == TokenKind::kPunctuation) return false;
      const Entry* e = words_[j].entry;
      if (!e) continue;
      switch (e->closed) {
        case Closed::kBe: case Closed::kHave: case Closed::kDo: case Closed::kModal: return true;
        case Closed::kTo: return false;   // what follows is an infinitive
        case Closed::kOpen:
          if ((e->verb_forms & (kPast | kThird)) && e->verb_share > e->noun_share) return true;
          break;
        default: break;
      }
    }
    return false;
  }
  // Nothing but a particle and the end of the clause follows: "drags on."
  bool gerund_next(std::size_t i) const {
    const Word* n = next(i);
    return n && n->mention == kNone && n->entry && (n->entry->verb_forms & kGerund);
  }
  bool verb_end(std::size_t i, const Entry& e) const {
    std::size_t j = i + 1;
    if (j < words_.size() && words_[j].mention == kNone && words_[j].entry && words_[j].entry->prep != Prep::kNone) ++j;
    return (j > i + 1 || e.verb_share >= 7) && (j >= words_.size() || token(j).kind == TokenKind::kPunctuation);
  }
  // "[arms] and trains them": a verb of the same form that has an object.
  bool and_verb_next(std::size_t i) const {
    if (i + 2 >= words_.size() || !closed_next(i, Closed::kCoordinator)) return false;
    const Entry* verb = words_[i + 2].entry;
    return words_[i + 2].mention == kNone && verb != nullptr && verb->closed == Closed::kOpen && (verb->verb_forms & kThird) &&
           verb->verb_share > 0 && object_next(i + 2);
  }
  // "[kicks] out the envoys": a particle and its object.
  bool particle_next(std::size_t i) const {
    static constexpr FewWords kParticles = {"out", "up", "off", "down", "back", "away", "aside"};
    if (i + 2 >= words_.size() || words_[i + 1].entry == nullptr || words_[i + 1].mention != kNone) return false;
    const LemmaId lemma = words_[i + 1].entry->other != kNoLemma ? words_[i + 1].entry->other : words_[i + 1].entry->noun;
    if (!lexicon_.is_one_of(lemma, kParticles)) return false;
    // "hits back at"
    const bool at = words_[i + 2].entry != nullptr && words_[i + 2].entry->prep == Prep::kAt;
    return object_next(i + 1) || noun_next(i + 1) || (at && lexicon_.lemma(lemma) == "back");
  }
  bool preposition_next(std::size_t i) const {
    const Word* n = next(i);
    return n && n->mention == kNone && n->entry && n->entry->prep != Prep::kNone;
  }
  // An object that cannot be the rest of a compound: determiner, name, number.
  bool object_next(std::size_t i) const {
    for (std::size_t j = i + 1; j < words_.size(); ++j) {
      const Word& w = words_[j];
      if (w.mention != kNone) return w.tag == Tag::kNoun || w.tag == Tag::kPossessive || w.tag == Tag::kPronoun;
      if (token(j).kind == TokenKind::kNumber) return true;
      if (!w.entry) return false;
      if (w.entry->closed == Closed::kAdverb) continue;
      return w.entry->closed == Closed::kDeterminer || w.entry->closed == Closed::kNumber ||
             w.entry->closed == Closed::kPossessiveDeterminer || w.entry->closed == Closed::kPronoun ||
             (w.entry->closed == Closed::kOpen && w.entry->adjective_share > 5) ||
             (w.entry->noun_only() && sentence_.title);
    }
    return false;
  }
  bool infinitive_next(std::size_t i) const {
    if (!closed_next(i, Closed::kTo)) return false;
    for (std::size_t j = i + 1; j + 1 < words_.size() && j < i + 4; ++j) {
      if (words_[j].entry && words_[j].entry->closed == Closed::kTo) {
        return words_[j + 1].mention == kNone && words_[j + 1].entry &&
               (words_[j + 1].entry->verb_forms & kBase);
      }
    }
    return false;
  }
  // "Poland and Latvia [plan]": the subject is a list; in a headline "Poland, Latvia [plan]" is one.
  bool list_before(std::size_t b) const {
    const Index m = words_[b].mention;
    std::size_t j = b;
    while (j > 0 && m != kNone && words_[j - 1].mention == m) --j;
    if (j == 0) return false;
    if (words_[j - 1].tag == Tag::kCoordinator) return true;
    return sentence_.title && m != kNone && words_[j - 1].tag == Tag::kComma && j == 2 + extent(j - 2) &&
           same_kind(words_[j - 2].mention, m);
  }
  // How many words before i its mention has.
  std::size_t extent(std::size_t i) const {
    std::size_t j = i;
    while (j > 0 && words_[i].mention != kNone && words_[j - 1].mention == words_[i].mention) --j;
    return i - j;
  }
  bool same_kind(Index a, Index b) const {
    return a != kNone && document_.mentions[a].type == document_.mentions[b].type;
  }
  // Is the word before the comma the last of a person's name?
  bool ends_name(std::size_t comma) const {
    if (comma == 0 || words_[comma - 1].mention == kNone) return false;
    return document_.mentions[words_[comma - 1].mention].type == MentionType::kPerson;
  }
  bool bare_after_preposition(std::size_t b) const {
    for (std::size_t j = b; j-- > 0;) {
      const Tag t = words_[j].tag;
      if (t == Tag::kNoun || t == Tag::kAdjective || t == Tag::kNumber) continue;
      return t == Tag::kPreposition;
    }
    return false;
  }

  const Lexicon& lexicon_;
  const Document& document_;
  const Sentence& sentence_;
  const std::span<Word> words_;
  const Token* const tokens_;   // words_[0] is tokens_[0]
};

// "Britain [suspects] Iran": a state and a verb that read like a group of the state.
bool verb_behind_state(const Document& document, Index m, const Sentence& s, const Clauses& clauses) {
  const Mention& group = document.mentions[m];
  if (group.type != MentionType::kGroup || group.last - group.first != 2 || group.last >= s.last) return false;
  const Entry* verb = clauses.words[group.last - 1 - s.first].entry;
  if (!verb || !(verb->verb_forms & kThird) || verb->verb_share <= 2 * verb->noun_share) return false;
  if (m + 1 >= document.mentions.size()) return false;
  const Mention& state = document.mentions[m + 1];
  if (state.first != group.first || state.type != MentionType::kState) return false;
  for (Index k = m + 2; k < document.mentions.size() && document.mentions[k].first <= group.last; ++k) {
    if (document.mentions[k].first == group.last) return document.mentions[k].type != MentionType::kDate;
  }
  const Entry* right = clauses.words[group.last - s.first].entry;
  return right && (right->closed == Closed::kDeterminer || right->closed == Closed::kPossessiveDeterminer || right->closed == Closed::kThat);
}

// "cease[-]fire", "go[-]between": looked up as one word, with the hyphen or without; its last part then stands for it.
void join_compounds(const Lexicon& lexicon, const Document& document, const Sentence& s, Clauses& clauses) {
  const std::string_view text = document.slice(s.span);
  for (std::size_t at = text.find('-', 1); at != text.npos; at = text.find('-', at + 1)) {
    const std::span<const Token> tokens = document.tokens.of(s);
    const std::uint32_t start = s.span.start + std::uint32_t(at);
    const auto found = std::lower_bound(tokens.begin(), tokens.end(), start,
                                        [](const Token& token, std::uint32_t byte) { return token.start < byte; });
    const auto i = std::size_t(found - tokens.begin());
    if (i == 0 || i + 1 >= tokens.size() || found->start != start || found->end != start + 1) continue;
    const Token &before = tokens[i - 1], &after = tokens[i + 1];
    static const std::uint64_t kRe = fold_hash("re");      // what Tagger::prefix() looks at
    if (before.end != start || after.start != start + 1 || !before.word() || !after.word() || before.hash == kRe) continue;
    std::string word(document.slice(Span{before.start, after.end}));
    const Entry* entry = lexicon.find(fold_hash(word));
    if (!entry) entry = lexicon.find(fold_hash(word.erase(before.end - before.start, 1)));
    if (!entry || entry->closed != Closed::kOpen) continue;
    clauses.words[i - 1].tag = clauses.words[i].tag = Tag::kIgnored;
    clauses.words[i - 1].entry = nullptr;
    clauses.words[i + 1].entry = entry;
  }
}

}  // namespace

// Begins a sentence: each word's readings, one look-up a word.
void look_up_words(const Lexicon& lexicon, const Document& document, Index sentence, Clauses& clauses) {
  const Sentence& s = document.sentences()[sentence];
  clauses.sentence = sentence;
  clauses.base = s.first;
  clauses.words.resize(s.last - s.first);
  Word* word = clauses.words.data();
  lexicon.find_each(document.tokens.of(s), [&word](const Entry* entry) {
    *word = {};
    word++->entry = entry;
  });
  join_compounds(lexicon, document, s, clauses);
}

void tag_words(const Lexicon& lexicon, const Document& document, Index first_mention, Clauses& clauses) {
  const Sentence& s = document.sentences()[clauses.sentence];
  clauses.nouns.clear();
  clauses.verbs.clear();
  clauses.unsure.clear();
  std::uint16_t flags = 0;
  for (const Token& token : document.tokens.of(s)) flags |= token.flags;
  for (Index m = first_mention; m < document.mentions.size(); ++m) {
    const Mention& mention = document.mentions[m];
    if (mention.first >= s.last) break;
    if (mention.first < s.first || mention.last > s.last || verb_behind_state(document, m, s, clauses)) continue;
    for (Index t = mention.first; t < mention.last; ++t) {
      Word& word = clauses.words[t - s.first];
      if (word.mention != kNone) {
        const Mention& other = document.mentions[word.mention];
        if (other.last - other.first >= mention.last - mention.first) continue;
      }
      word.mention = m;
    }
  }
  for (Word& word : clauses.words) {
    if (word.mention == kNone) continue;
    const Mention& mention = document.mentions[word.mention];
    const Entry* e = word.entry;
    if (mention.form == MentionForm::kPronominal && mention.last - mention.first == 1) {
      word.tag = e && e->closed == Closed::kPossessiveDeterminer ? Tag::kPossessive : Tag::kPronoun;
      word.lemma = e ? e->other : kNoLemma;
      if (e && (e->closed == Closed::kRelative || e->closed == Closed::kDeterminer)) {
        word.mention = kNone;
        word.tag = Tag::kOther;
      }
      continue;
    }
    // "will host", "to bomb": a word for an office or weapon after a modal or "to" is a verb.
    if ((mention.type == MentionType::kOffice || mention.type == MentionType::kWeapon) && mention.last - mention.first == 1 && &word != clauses.words.data() &&
        e && (e->verb_forms & kBase)) {
      const Entry* left = (&word - 1)->entry;
      if (left && (left->closed == Closed::kModal || left->closed == Closed::kTo)) {
        word.mention = kNone;
        continue;
      }
    }
    // "Iran [arms] the rebels", "Chad [arms] and pays them": between an actor and an object.
    if (mention.type == MentionType::kWeapon && mention.last - mention.first == 1 && e && (e->verb_forms & kThird) &&
        &word != clauses.words.data() && arms_somebody(document, clauses, Index(&word - clauses.words.data()))) {
      word.mention = kNone;
      continue;
    }
    // "France [supports] it", "[guards] the border": a group that may be a verb is what its place says.
    if (mention.type == MentionType::kGroup && mention.last - mention.first == 1 && e && e->noun && e->verb_share > 2 &&
        (e->verb_forms & (kBase | kThird))) {
      clauses.unsure.push_back({Index(&word - clauses.words.data()), word.mention});
      word.mention = kNone;
      continue;
    }
    // "Christine Lagarde heads the bank": after a name and before an article, no title.
    if (mention.type == MentionType::kOffice && mention.last - mention.first == 1 && e && (e->verb_forms & kThird) &&
        &word != clauses.words.data() && &word != &clauses.words.back()) {
      const Word& left = *(&word - 1);
      const Entry* right = (&word + 1)->entry;
      const bool named = left.mention != kNone && document.mentions[left.mention].type == MentionType::kPerson;
      // "whose country [chairs] ASEAN"
      const Index object = (&word + 1)->mention;
      const bool one = left.mention == kNone && left.entry && left.entry->noun && (left.entry->noun_forms & kSingular);
      if (one && object != kNone && (document.mentions[object].type == MentionType::kState ||
                                     is_a(document.mentions[object].type, MentionType::kOrganisation))) {
        word.mention = kNone;
        continue;
      }
      if (named && right && (right->closed == Closed::kDeterminer || right->closed == Closed::kPossessiveDeterminer)) {
        word.mention = kNone;
        continue;
      }
    }
    word.tag = noun_mention(mention.type) ? Tag::kNoun : Tag::kDate;
    word.lemma = e ? (e->noun ? e->noun : e->other) : kNoLemma;
  }
  Tagger(lexicon, document, s, clauses).run((flags & kOpenQuote) != 0);
  for (const auto& [at, mention] : clauses.unsure) {
    if (clauses.words[at].tag == Tag::kNoun) clauses.words[at].mention = mention;
  }
}

}  // namespace dragoman
