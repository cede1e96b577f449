// Part of dragoman; see LICENSE.
//
// Mentions are certain before any word of the sentence has a tag: each word gets the longest mention
// that covers it, and a noun's tag.  Names, titles and weapons that the words beside them show to be
// verbs give their words back.

#include "syntax/clauses.h"
#include "token/word_set.h"

#include <algorithm>
#include <array>

namespace dragoman {
namespace {

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

// "helped Ghana [bomb] Togo", "let it [shell] the town"
bool lets_somebody(const Document& document, const Clauses& clauses, Index at) {
  static constexpr std::array<std::uint64_t, 9> kLets = {word_hash("help"), word_hash("helped"), word_hash("helps"), word_hash("let"), word_hash("lets"),
                                                     word_hash("make"), word_hash("made"), word_hash("watched"), word_hash("helping")};
  if (at < 2 || !arms_somebody(document, clauses, at)) return false;
  const Index first = document.mentions[clauses.words[at - 1].mention].first;
  return first > clauses.base && std::find(kLets.begin(), kLets.end(), document.tokens.tokens[first - 1].hash) != kLets.end();
}

// Is a word of the lexicon that is a whole mention, an office or a weapon, the verb of its sentence?
bool shown_as_verb(const Document& document, const Clauses& clauses, const Word& word) {
  const MentionType type = document.mentions[word.mention].type;
  if (&word == clauses.words.data()) return false;
  const std::uint8_t forms = word.entry->verb_forms;
  const Word& left = *(&word - 1);
  // "will host", "to bomb"
  if ((forms & kBase) && left.entry && (left.entry->closed == Closed::kModal || left.entry->closed == Closed::kTo)) return true;
  // "did not bomb", "could yet shell", "would never arm"
  if (type == MentionType::kWeapon && (forms & kBase) && left.mention == kNone && left.entry &&
      (left.entry->closed == Closed::kNot || left.entry->closed == Closed::kAdverb || left.entry->adverb_share > 4) && &left != clauses.words.data()) {
    const Word& before = *(&left - 1);
    if (before.entry && (before.entry->closed == Closed::kModal || before.entry->closed == Closed::kDo || before.entry->closed == Closed::kTo)) return true;
  }
  if (type == MentionType::kWeapon && (forms & kBase) && lets_somebody(document, clauses, Index(&word - clauses.words.data()))) return true;
  if (!(forms & kThird)) return false;
  // "Iran [arms] the rebels", "Chad [arms] and pays them": between an actor and an object.
  if (type == MentionType::kWeapon) return arms_somebody(document, clauses, Index(&word - clauses.words.data()));
  if (&word == &clauses.words.back()) return false;
  const Word& right = *(&word + 1);
  // "whose country [chairs] ASEAN"
  if (left.mention == kNone && left.entry && left.entry->noun && (left.entry->noun_forms & kSingular) && right.mention != kNone) {
    const MentionType object = document.mentions[right.mention].type;
    if (object == MentionType::kState || is_a(object, MentionType::kOrganisation)) return true;
  }
  // "Christine Lagarde heads the bank": after a name and before an article, no title.
  const bool named = left.mention != kNone && document.mentions[left.mention].type == MentionType::kPerson;
  return named && right.entry &&
         (right.entry->closed == Closed::kDeterminer || right.entry->closed == Closed::kPossessiveDeterminer);
}

// "Ghana, [itself] an ally of Togo", "Ghana [itself] attacked it": says no more than what stands before it.
bool stressed(const Document& document, const Clauses& clauses, const Word& word) {
  static constexpr std::array<std::uint64_t, 4> kSelves = {word_hash("itself"), word_hash("himself"), word_hash("herself"), word_hash("themselves")};
  const Token& token = document.tokens.tokens[clauses.base + Index(&word - clauses.words.data())];
  if (std::find(kSelves.begin(), kSelves.end(), token.hash) == kSelves.end() || &word == clauses.words.data()) return false;
  const Word& left = *(&word - 1);
  if (left.mention != kNone) return document.mentions[left.mention].form != MentionForm::kPronominal;
  // "was [himself] put under guard", "had [itself] brokered it"
  const Closed before = left.entry ? left.entry->closed : Closed::kOpen;
  if (before == Closed::kBe || before == Closed::kHave || before == Closed::kModal) return true;
  const std::string_view mark = document.slice((&token - 1)->span());
  return mark == ",";
}

void tag_named(Word& word, Tag tag) {
  static constexpr Entry kUnknown;
  const Entry& known = word.entry ? *word.entry : kUnknown;
  word.tag = tag;
  word.lemma = known.noun != kNoLemma ? known.noun : known.other;
}

// The word at i, all of its mention.
void tag_alone(const Document& document, const Mention& mention, Index i, Clauses& clauses) {
  Word& word = clauses.words[i];
  const Entry* e = word.entry;
  if (mention.form == MentionForm::kPronominal) {
    if (stressed(document, clauses, word)) {
      word.mention = kNone;
      word.tag = Tag::kIgnored;
      return;
    }
    word.tag = e && e->closed == Closed::kPossessiveDeterminer ? Tag::kPossessive : Tag::kPronoun;
    word.lemma = e ? e->other : kNoLemma;
    if (e && (e->closed == Closed::kRelative || e->closed == Closed::kDeterminer)) {
      word.mention = kNone;
      word.tag = Tag::kOther;
    }
    return;
  }
  if (e && (mention.type == MentionType::kOffice || mention.type == MentionType::kWeapon) && shown_as_verb(document, clauses, word)) {
    word.mention = kNone;
    return;
  }
  // "France [supports] it", "[guards] the border": a group that may be a verb is what its place says.
  if (e && mention.type == MentionType::kGroup && e->noun && e->verb_share > 2 && (e->verb_forms & (kBase | kThird))) {
    clauses.unsure.push_back({i, word.mention});
    word.mention = kNone;
    return;
  }
  tag_named(word, mention.type == MentionType::kDate ? Tag::kDate : Tag::kNoun);
  word.may_be_verb = mention.type == MentionType::kWeapon;
}

}  // namespace

void tag_mentions(const Document& document, Index first_mention, Clauses& clauses) {
  const Sentence& s = document.sentences()[clauses.sentence];
  clauses.unsure.clear();
  Index last_mention = first_mention;
  for (; last_mention < document.mentions.size() && document.mentions[last_mention].first < s.last; ++last_mention) {
    const Mention& mention = document.mentions[last_mention];
    if (mention.first < s.first || mention.last > s.last || verb_behind_state(document, last_mention, s, clauses)) continue;
    for (Index t = mention.first; t < mention.last; ++t) {
      Word& word = clauses.words[t - s.first];
      if (word.mention != kNone) {
        const Mention& other = document.mentions[word.mention];
        if (other.last - other.first >= mention.last - mention.first) continue;
      }
      word.mention = last_mention;
    }
  }
  // From left to right, as what is longest begins first.
  for (Index m = first_mention; m < last_mention; ++m) {
    const Mention& mention = document.mentions[m];
    if (mention.first < s.first || mention.last > s.last) continue;
    if (mention.last - mention.first == 1) {
      if (clauses.words[mention.first - s.first].mention == m) tag_alone(document, mention, mention.first - s.first, clauses);
      continue;
    }
    const Tag tag = mention.type == MentionType::kDate ? Tag::kDate : Tag::kNoun;
    for (Index t = mention.first; t < mention.last; ++t) {
      if (Word& word = clauses.words[t - s.first]; word.mention == m) tag_named(word, tag);
    }
  }
}

}  // namespace dragoman
