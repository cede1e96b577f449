// Part of dragoman; see LICENSE.
//
// Clauses whose auxiliary stands before the subject: "Had Togo attacked", "Not only did Togo attack", "Did Togo attack?"
// The auxiliary becomes a conjunction or nothing, and the verb is what it would be behind its subject.

#include "syntax/tagger.h"

#include "token/word_set.h"

namespace dragoman {

// Is the word at i an auxiliary before its subject?  Tags it, and notes the verb that it belongs to.
bool Tagger::inverted(std::size_t i) {
  constexpr std::size_t kLongest = 8;   // words of a subject
  const Closed closed = words_[i].entry->closed;
  if (closed != Closed::kHave && closed != Closed::kDo && closed != Closed::kModal) return false;
  static constexpr std::uint64_t kSooner = word_hash("sooner"), kOnly = word_hash("only"), kHad = word_hash("had"), kShould = word_hash("should");
  const bool opens = i == 0 || words_[i - 1].tag == Tag::kOpenQuote;
  const bool behind = i == 2 && (token(1).hash == kSooner || token(1).hash == kOnly);
  const bool asks = opens && document_.slice(token(words_.size() - 1).span()) == "?";
  if (!behind && !asks && !(opens && (token(i).hash == kHad || token(i).hash == kShould))) return false;
  const std::uint8_t form = closed == Closed::kHave ? kPastParticiple : kBase;
  if (i + 2 >= words_.size() || !starts_noun(words_[i + 1], token(i + 1))) return false;
  std::size_t j = i + 1;
  for (; j < words_.size() && j < i + kLongest; ++j) {
    const Word& w = words_[j];
    if (token(j).kind == TokenKind::kPunctuation && !token(j).has(kPossessive)) return false;
    // "Did Togo [bomb] Ghana?"
    if (j > i + 1 && (w.mention == kNone || w.may_be_verb) && w.entry && w.entry->closed == Closed::kOpen && (w.entry->verb_forms & form) && w.entry->verb_share > 0) break;
  }
  if (j >= words_.size() || j == i + kLongest) return false;
  if (behind) {
    for (std::size_t k = 0; k <= i; ++k) set(k, Tag::kIgnored, kNoLemma);
  } else {
    set(i, Tag::kSubordinator, lexicon_.id("if"));
  }
  words_[j].mention = kNone;
  words_[j].tag = Tag::kOther;
  inverted_ = j;
  return true;
}

// ", and, [to a lesser degree,] Benin", "without [first] telling Ghana", "[in order] to stop it": says nothing of who acts.
void Tagger::skip_asides() {
  static constexpr std::uint64_t kTo = word_hash("to"), kA = word_hash("a"), kDegree = word_hash("degree"), kExtent = word_hash("extent");
  static constexpr std::uint64_t kFirst = word_hash("first"), kWithout = word_hash("without");
  static constexpr std::uint64_t kIn = word_hash("in"), kOrder = word_hash("order");
  const auto comma = [this](std::size_t k) { return document_.slice(token(k).span()) == ","; };
  for (std::size_t i = 1; i + 1 < words_.size(); ++i) {
    if (token(i + 1).hash != kTo && token(i).hash != kFirst) continue;
    if (token(i).hash == kFirst && token(i - 1).hash == kWithout) set(i, Tag::kIgnored, kNoLemma);
    if (token(i + 1).hash == kTo && token(i).hash == kOrder && token(i - 1).hash == kIn) {
      set(i - 1, Tag::kIgnored, kNoLemma);
      set(i, Tag::kIgnored, kNoLemma);
    }
    if (token(i + 1).hash != kTo || i + 6 >= words_.size() || token(i + 2).hash != kA) continue;
    if (token(i + 4).hash != kDegree && token(i + 4).hash != kExtent) continue;
    if (!comma(i) || !comma(i + 5) || !words_[i - 1].entry || words_[i - 1].entry->closed != Closed::kCoordinator) continue;
    for (std::size_t k = i; k <= i + 5; ++k) set(k, Tag::kIgnored, kNoLemma);
  }
}

}  // namespace dragoman
