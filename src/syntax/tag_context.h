// Part of dragoman; see LICENSE.
//
// What stands around a word of a sentence that is being tagged: to its left words with tags, to its
// right words with readings only.  All questions, each of a few words; Tagger decides.

#ifndef DRAGOMAN_SYNTAX_TAG_CONTEXT_H_
#define DRAGOMAN_SYNTAX_TAG_CONTEXT_H_

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>

#include "syntax/clauses.h"

namespace dragoman {

Tag punctuation_tag(const Token& token, std::string_view text);

// Can a noun chunk start with this token?  Used for look-ahead.
bool starts_noun(const Word& word, const Token& token);

// No form of the word is a singular: "rebels".
inline bool plural_noun(const Entry& e) { return (e.noun_forms & kPlural) != 0 && (e.noun_forms & kSingular) == 0; }

class TagContext {
 protected:
  TagContext(const Lexicon& lexicon, const Document& document, const Sentence& sentence, Clauses& clauses)
      : lexicon_(lexicon), document_(document), sentence_(sentence), words_(clauses.words),
        tokens_(document.tokens.tokens.data() + sentence.first) {}

  const Token& token(std::size_t i) const { return tokens_[i]; }

  // To the left.

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
  // "has [met]": is the word before a form of this auxiliary?
  bool after(std::size_t i, Closed auxiliary) const {
    const std::size_t b = before(i);
    return b < words_.size() && words_[b].tag == Tag::kVerb && words_[b].entry && words_[b].entry->closed == auxiliary;
  }
  // After an auxiliary, a modal or "to": a verb is due.
  bool verb_place(std::size_t i) const;
  // After a determiner, adjective, possessive or preposition: a noun is due.
  bool nominal_left(std::size_t i) const;
  // "Poland and Latvia [plan]": the subject is a list; in a headline "Poland, Latvia [plan]" is one.
  bool list_before(std::size_t b) const;

  // To the right.

  // The next word that is no adverb.
  const Word* next(std::size_t i) const {
    while (++i < words_.size()) {
      const Entry* e = words_[i].entry;
      if (words_[i].mention == kNone && e && e->closed == Closed::kAdverb) continue;
      return &words_[i];
    }
    return nullptr;
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
  bool preposition_next(std::size_t i) const {
    const Word* n = next(i);
    return n && n->mention == kNone && n->entry && n->entry->prep != Prep::kNone;
  }
  // "first [accused] it": a past form that is hardly anything else.
  bool past_next(std::size_t i) const {
    const Word* n = next(i);
    return n && n->mention == kNone && n->entry && n->entry->closed == Closed::kOpen && (n->entry->verb_forms & kPast) &&
           !(n->entry->verb_forms & kBase) && n->entry->verb_share >= n->entry->noun_share && n->entry->verb_share >= n->entry->adjective_share;
  }
  bool gerund_next(std::size_t i) const {
    const Word* n = next(i);
    return n && n->mention == kNone && n->entry && (n->entry->verb_forms & kGerund);
  }
  bool noun_next(std::size_t i) const;
  // An object that cannot be the rest of a compound: determiner, name, number.
  bool object_next(std::size_t i) const;
  bool and_gerund_next(std::size_t i) const;
  // "[plans] to visit"
  bool infinitive_next(std::size_t i) const;
  // Does "was ransacked", "have been freed" follow?
  bool passive_next(std::size_t i) const;
  // A number, in figures or in letters?
  bool numeral(std::size_t i) const;
  // Does a hyphen follow without a space?
  bool hyphen_next(std::size_t i) const;
  // Do this verb and the word at j make another verb: "hand over"?
  bool phrasal(LemmaId verb, std::size_t j) const;
  // "to step [down]", "to face [off]": no noun has it behind it.
  bool particle(std::size_t j) const;
  // Does another verb that is surely finite follow in this clause?  Headlines leave verbs out.
  bool verb_ahead(std::size_t i) const { return sentence_.title || verb_ahead_of(i); }
  bool verb_ahead_of(std::size_t i) const;

  // Numbers: "[up to] 200 Serbs".

  // The number, or the article before it, that an estimate at i is of; 0: none.
  std::size_t estimated(std::size_t i) const;
  static bool compares(std::uint64_t word);   // "more", "fewer"

  // Are two mentions of one kind of thing, as the members of a list are?
  bool same_kind(Index a, Index b) const;

  const Lexicon& lexicon_;
  const Document& document_;
  const Sentence& sentence_;
  const std::span<Word> words_;
  const Token* const tokens_;   // words_[0] is tokens_[0]

 private:
  // How many words before i its mention has.
  std::size_t extent(std::size_t i) const;
  // "talks [about] 12 captives", "spoke [about] two ships", "a row [over] two islands", "[about] 2 p.m."
  bool governs_about(std::size_t i) const;
};

}  // namespace dragoman

#endif  // DRAGOMAN_SYNTAX_TAG_CONTEXT_H_
