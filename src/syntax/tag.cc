// Part of dragoman; see LICENSE.
//
// Parts of speech without a learned model: closed classes and mentions are certain; an open
// word takes the reading that its left neighbour allows ("to visit", "a visit"), then the
// one that its right neighbour supports ("Kim plans to", "arms talks resumed").  One pass,
// with one word of look-ahead.  Good enough to find chunks in news.

#include <algorithm>

#include "base/indices_where.h"
#include "syntax/tagger.h"
#include "token/word_set.h"

namespace dragoman {
namespace {

bool ends_with(std::string_view word, std::string_view end) {
  if (word.size() < end.size() + 2) return false;
  for (std::size_t i = 0; i < end.size(); ++i) {
    if ((word[word.size() - end.size() + i] | 0x20) != end[i]) return false;
  }
  return true;
}

}  // namespace

// quotes: some token opens a quotation.
void Tagger::run(bool quotes) {
  if (quotes) scare_quotes();
  skip_asides();
  const auto open = [this](Index i) { return int{words_[i].tag == Tag::kOther} | int{words_[i].may_be_verb}; };
  for (const Index i : indices_where(0, Index(words_.size()), some_words_, open)) {
    if (words_[i].tag == Tag::kOther) tag(i);
    else if (auxiliary_ != kNoWord && words_[i].tag == Tag::kNoun && words_[i].entry) parted(i, *words_[i].entry);
  }
  if (sentence_.title) headline_verb();
}

void Tagger::tag(std::size_t i) {
  const Token& t = token(i);
  if (t.kind != TokenKind::kWord || t.has(kPossessive)) return tag_mark(i);
  const Entry* e = words_[i].entry;
  if (t.letters == 2 && i + 2 < words_.size() && token(i + 1).start == t.end && prefix(i)) return;
  if (!e) return tag_unknown(i);
  if (i == inverted_) return set(i, Tag::kVerb, e->verb, kPast);
  if (i <= 2 && e->closed != Closed::kOpen && inverted(i)) return;
  if (auxiliary_ != kNoWord && i >= auxiliary_ + 2 && e->verb_forms != 0 && parted(i, *e)) return;
  if (e->closed != Closed::kOpen && tag_closed(i, *e)) return;
  open(i, *e);
}

// Punctuation, numbers, symbols.
void Tagger::tag_mark(std::size_t i) {
  const Token& t = token(i);
  if (t.kind == TokenKind::kNumber) return set(i, Tag::kNumber, kNoLemma);
  const std::string_view text = document_.slice(t.span());
  if (t.kind == TokenKind::kSymbol) return set(i, joins_names(i, text) ? Tag::kCoordinator : Tag::kNumber, kNoLemma);
  Tag p = punctuation_tag(t, text);
  if (p == Tag::kOpenBracket || p == Tag::kCloseBracket) p = square(i, text, p);
  if (p == Tag::kOther && joins_names(i, text)) p = Tag::kCoordinator;
  set(i, p, kNoLemma);
}

// "[Togo] has [since] left": what an editor put into a quotation reads on; but "in Goma [2]" is a note.
Tag Tagger::square(std::size_t i, std::string_view text, Tag bracket) const {
  if (text != "[" && text != "]") return bracket;
  const std::size_t inside = text == "[" ? i + 1 : i - 1;
  return inside < words_.size() && token(inside).kind == TokenKind::kNumber ? bracket : Tag::kIgnored;
}

// "Togo & Mali", "Togo/Mali"
bool Tagger::joins_names(std::size_t i, std::string_view text) const {
  if ((text != "&" && text != "/") || i == 0 || i + 1 >= words_.size()) return false;
  const Index left = words_[i - 1].mention, right = words_[i + 1].mention;
  return left != kNone && right != kNone && left != right && same_kind(left, right);
}

void Tagger::tag_unknown(std::size_t i) {
  const std::string_view text = document_.slice(token(i).span());
  if (ends_with(text, "ly") && !token(i).has(kInitialCapital)) return set(i, Tag::kAdverb, kNoLemma);
  const bool lower = !token(i).has(kInitialCapital);
  // "its [largest] trading partner"
  if (lower && ends_with(text, "est") && text.size() > 5 && i > 0 && i + 1 < words_.size() && token(i + 1).word() && !preposition_next(i) &&
      (words_[i - 1].tag == Tag::kDeterminer || words_[i - 1].tag == Tag::kPossessive || words_[i - 1].tag == Tag::kPossessiveMark)) {
    return set(i, Tag::kAdjective, kNoLemma);
  }
  if (lower && ends_with(text, "ing")) {
    return set(i, verb_place(i) ? Tag::kVerb : Tag::kNoun, kNoLemma, kGerund);
  }
  if (lower && ends_with(text, "ed")) {
    // "landed [unopposed] in": how, and no verb
    const bool how = text.starts_with("un") && i > 0 && (words_[i - 1].tag == Tag::kVerb || words_[i - 1].tag == Tag::kNoun) && !after(i, Closed::kBe) &&
                     !after(i, Closed::kHave) && !noun_next(i);
    if (how) return set(i, Tag::kAdverb, kNoLemma);
    if (nominal_left(i) && noun_next(i)) return set(i, Tag::kAdjective, kNoLemma);
    return set(i, Tag::kVerb, kNoLemma, kPast | kPastParticiple);
  }
  set(i, Tag::kNoun, kNoLemma);
}

// Marks round one to three words are no quotation: 'with "significant" quantities'.
void Tagger::scare_quotes() {
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

// "[re-]elected", "[co-]chairs": what the prefix stands before is tagged as it would be alone.
bool Tagger::prefix(std::size_t i) {
  static constexpr std::uint64_t kRe = word_hash("re"), kCo = word_hash("co");
  if (token(i).hash != kRe && token(i).hash != kCo) return false;
  const Entry* e = words_[i + 2].entry;
  if (!e || !e->verb) return false;
  if (punctuation_tag(token(i + 1), document_.slice(token(i + 1).span())) != Tag::kHyphen) return false;
  words_[i].tag = words_[i + 1].tag = Tag::kIgnored;
  return true;
}

// "Thai, Cambodian troops [clash]", "Peru president [calls] for talks": a headline has a verb; where none was found, the
// first word that agrees with an actor right before it and has something behind it.
void Tagger::headline_verb() {
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

void tag_words(const Lexicon& lexicon, const Document& document, Index first_mention, Clauses& clauses) {
  const Sentence& s = document.sentences()[clauses.sentence];
  clauses.nouns.clear();
  clauses.verbs.clear();
  clauses.parted.clear();
  tag_mentions(document, first_mention, clauses);
  Tagger(lexicon, document, s, clauses).run((clauses.flags & kOpenQuote) != 0);
  for (const auto& [at, mention] : clauses.unsure) {
    if (clauses.words[at].tag == Tag::kNoun) clauses.words[at].mention = mention;
  }
}

}  // namespace dragoman
