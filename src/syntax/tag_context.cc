// Part of dragoman; see LICENSE.
//
// What stands around a word: see tag_context.h.

#include "syntax/tag_context.h"

#include "token/word_set.h"

#include <algorithm>
#include <array>

namespace dragoman {
namespace {

bool about(std::uint64_t word) {
  static constexpr std::array<std::uint64_t, 4> kWords = {word_hash("about"), word_hash("around"), word_hash("over"), word_hash("under")};
  return std::find(kWords.begin(), kWords.end(), word) != kWords.end();
}

}  // namespace

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

bool TagContext::verb_place(std::size_t i) const {
  const std::size_t b = before(i);
  if (b >= words_.size()) return false;
  if (words_[b].tag == Tag::kModal || words_[b].tag == Tag::kTo) return true;
  return after(i, Closed::kBe) || after(i, Closed::kHave) || after(i, Closed::kDo);
}

bool TagContext::nominal_left(std::size_t i) const {
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

bool TagContext::list_before(std::size_t b) const {
  const Index m = words_[b].mention;
  std::size_t j = b;
  while (j > 0 && m != kNone && words_[j - 1].mention == m) --j;
  if (j == 0) return false;
  if (words_[j - 1].tag == Tag::kCoordinator) return true;
  return sentence_.title && m != kNone && words_[j - 1].tag == Tag::kComma && j == 2 + extent(j - 2) &&
         same_kind(words_[j - 2].mention, m);
}

std::size_t TagContext::extent(std::size_t i) const {
  std::size_t j = i;
  while (j > 0 && words_[i].mention != kNone && words_[j - 1].mention == words_[i].mention) --j;
  return i - j;
}

bool TagContext::same_kind(Index a, Index b) const {
  return a != kNone && document_.mentions[a].type == document_.mentions[b].type;
}

bool TagContext::noun_next(std::size_t i) const {
  for (std::size_t j = i + 1; j < words_.size(); ++j) {
    if (words_[j].mention == kNone && words_[j].entry &&
        words_[j].entry->closed == Closed::kAdverb) {
      continue;
    }
    return starts_noun(words_[j], token(j)) || estimated(j) > 0;   // "killing [at least eight] people"
  }
  return false;
}

bool TagContext::object_next(std::size_t i) const {
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

// "of [financing] and arming rebels": two things done to one object
bool TagContext::and_gerund_next(std::size_t i) const {
  if (!closed_next(i, Closed::kCoordinator) || i + 2 >= words_.size() || words_[i + 2].mention != kNone || !words_[i + 2].entry) return false;
  return (words_[i + 2].entry->verb_forms & kGerund) != 0 && noun_next(i + 2);
}

bool TagContext::infinitive_next(std::size_t i) const {
  if (!closed_next(i, Closed::kTo)) return false;
  for (std::size_t j = i + 1; j + 1 < words_.size() && j < i + 4; ++j) {
    if (words_[j].entry && words_[j].entry->closed == Closed::kTo) {
      return words_[j + 1].mention == kNone && words_[j + 1].entry &&
             (words_[j + 1].entry->verb_forms & kBase);
    }
  }
  return false;
}

bool TagContext::passive_next(std::size_t i) const {
  std::size_t j = i + 1;
  while (j < words_.size() && words_[j].mention == kNone && words_[j].entry && (words_[j].entry->closed == Closed::kBe || words_[j].entry->closed == Closed::kHave)) ++j;
  if (j == i + 1 || j >= words_.size() || words_[j].mention != kNone || !words_[j].entry) return false;
  const Entry& e = *words_[j].entry;
  return (e.verb_forms & kPastParticiple) && e.verb_share > e.noun_share && e.verb_share > e.adjective_share;
}

bool TagContext::hyphen_next(std::size_t i) const {
  return i + 2 < words_.size() && token(i + 1).start == token(i).end && token(i + 2).start == token(i + 1).end &&
         punctuation_tag(token(i + 1), document_.slice(token(i + 1).span())) == Tag::kHyphen;
}

bool TagContext::phrasal(LemmaId verb, std::size_t j) const {
  if (j >= words_.size()) return false;
  std::array<char, 5> room;
  const std::string_view particle = document_.slice(token(j).span());
  return particle.size() <= room.size() && lexicon_.phrasal(verb, lowered(particle, room));
}

bool TagContext::particle(std::size_t j) const {
  if (j >= words_.size()) return false;
  static constexpr FewWords kParticles = {"down", "up", "off", "out", "aside", "away"};
  return kParticles.has_in_any_case(document_.slice(token(j).span()));
}

bool TagContext::verb_ahead_of(std::size_t i) const {
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

std::size_t TagContext::estimated(std::size_t i) const {
  static constexpr std::uint64_t kUp = word_hash("up"), kTo = word_hash("to"), kAt = word_hash("at"),
                             kLeast = word_hash("least"), kMost = word_hash("most"), kAs = word_hash("as"),
                             kMany = word_hash("many"), kMuch = word_hash("much"), kThan = word_hash("than"), kA = word_hash("a");
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

bool TagContext::numeral(std::size_t i) const {
  return token(i).kind == TokenKind::kNumber || (words_[i].entry && words_[i].entry->closed == Closed::kNumber) ||
         (words_[i].mention != kNone && document_.mentions[words_[i].mention].type == MentionType::kQuantity);
}

bool TagContext::compares(std::uint64_t word) {
  static constexpr std::array<std::uint64_t, 3> kWords = {word_hash("more"), word_hash("fewer"), word_hash("less")};
  return std::find(kWords.begin(), kWords.end(), word) != kWords.end();
}

bool TagContext::governs_about(std::size_t i) const {
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

}  // namespace dragoman
