// Part of dragoman; see LICENSE.
//
// Verb groups that a phrase parts: "was [on Tuesday] attacked", "will, [for the first time,] send arms", "has [since May]
// expelled ten".  The auxiliary and its verb are noted; chunk_words() makes one group of them, behind the phrase.

#include "syntax/tagger.h"

namespace dragoman {

// Is the word at i the verb of the last auxiliary, parted from it by a phrase?  Tags it.
bool Tagger::parted(std::size_t i, const Entry& e) {
  constexpr std::size_t kLongest = 12;   // words from auxiliary to verb
  const std::size_t auxiliary = auxiliary_;
  if (i < auxiliary + 2) return false;
  if (i > auxiliary + kLongest) {
    auxiliary_ = kNoWord;
    return false;
  }
  // "will on Monday [bomb] it"
  const Index mention = words_[i].mention;
  const bool weapon = mention != kNone && words_[i].may_be_verb && object_next(i);
  if ((mention != kNone && !weapon) || !e.verb || !e.verb_forms || token(i).has(kInitialCapital)) return false;
  const bool modal = words_[auxiliary].tag == Tag::kModal;
  const Closed closed = modal ? Closed::kModal : words_[auxiliary].entry->closed;
  const std::uint8_t wanted = closed == Closed::kBe ? kPastParticiple | kGerund : closed == Closed::kHave ? kPastParticiple : kBase;
  const std::uint8_t form = e.verb_forms & wanted;
  if (!form) return false;
  const std::size_t first = phrase_behind(auxiliary, i);
  if (first == kNoWord) return false;
  const std::size_t last = before(i);
  const bool dated = words_[last].tag == Tag::kDate;
  const bool comma = words_[last].tag == Tag::kComma;
  // "has in custody men [accused] by Togo", "is in talks [brokered] by Oman": said of the noun
  if (!comma && closed == Closed::kHave && preposition_next(i) && next(i)->entry->prep == Prep::kBy) return false;
  if (!comma && closed == Closed::kBe && !says_when(first, last + 1)) return false;
  // "will in peace [talks] ask": the rest of a compound
  if (!dated && !comma && e.closed == Closed::kOpen && e.noun_share > e.verb_share && !object_next(i)) return false;
  words_[i].mention = kNone;
  set(i, Tag::kVerb, e.verb, form);
  parted_.push_back({Index(auxiliary), Index(i)});
  const bool goes_on = e.closed == Closed::kBe || e.closed == Closed::kHave;   // "will on Monday [be] tried"
  auxiliary_ = goes_on ? i : kNoWord;
  return true;
}

// The word that the phrase between an auxiliary and a verb begins with; kNoWord: there stands no phrase, or more than phrases.
std::size_t Tagger::phrase_behind(std::size_t auxiliary, std::size_t verb) const {
  std::size_t j = auxiliary + 1;
  const auto skip = [&] {
    while (j < verb && (words_[j].tag == Tag::kAdverb || words_[j].tag == Tag::kNot || words_[j].tag == Tag::kIgnored)) ++j;
  };
  skip();
  const bool comma = words_[j].tag == Tag::kComma;
  if (comma) ++j;
  skip();
  if (j >= verb || (words_[j].tag != Tag::kPreposition && words_[j].tag != Tag::kDate)) return kNoWord;
  const std::size_t first = j;
  bool noun = false;     // the phrase has its noun
  for (; j < verb; ++j) {
    switch (words_[j].tag) {
      case Tag::kPreposition: noun = false; break;
      case Tag::kDate: case Tag::kNoun: noun = true; break;
      case Tag::kDeterminer: case Tag::kPossessive: case Tag::kNumber:
        if (noun) return kNoWord;   // "had in custody [three] men accused of it"
        break;
      case Tag::kAdjective: case Tag::kPossessiveMark: case Tag::kHyphen: case Tag::kAdverb: case Tag::kIgnored: break;
      case Tag::kComma: {
        if (!comma || !noun) return kNoWord;
        ++j;
        skip();
        return j == verb ? first : kNoWord;
      }
      default: return kNoWord;
    }
  }
  return noun && !comma ? first : kNoWord;
}

// "on Tuesday", "for the first time", "at the weekend", "in turn": no place, talks or convoy that something may be said of.
bool Tagger::says_when(std::size_t first, std::size_t end) const {
  static constexpr FewWords kTimes = {"time", "week", "weekend", "month", "year", "day", "hour", "morning", "night", "moment", "point", "decade", "past", "turn",
                                      "return", "effect", "addition", "response", "principle", "practice", "fact", "absentia", "secret", "private",
                                      "public", "particular", "future", "meantime", "meanwhile", "occasion", "outset", "part", "least", "request"};
  bool noun = false;
  for (std::size_t j = end; j-- > first;) {
    if (words_[j].tag == Tag::kDate) return true;
    if (words_[j].tag == Tag::kNoun && !noun) {
      if (lexicon_.is_one_of(words_[j].lemma, kTimes)) return true;
      noun = true;
    }
  }
  return false;
}

}  // namespace dragoman
