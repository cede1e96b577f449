// Part of dragoman; see LICENSE.
//
// Whom "he", "she", "it" or "its" means: every entity of the last sentences that agrees is weighed by
// cues (distance, first in its sentence, behind a preposition, meant by the pronoun before ...), and the
// heaviest is taken.  A mention-ranking model (Denis and Baldridge 2008) with cues after Lappin and
// Leass (1994), on mentions alone: no syntax is needed.  The weights were fitted by
// eval/fit_pronouns.py on GUM's training part.
//
//   QuotationMarks marks(document);
//   PronounCandidates candidates(gazetteer, document, marks, mention, kNone);
//   const Index entity = candidates.best();   // kNone: nobody
//
// Cost: at most 64 mentions are looked at, back to the third sentence before.

#ifndef DRAGOMAN_ENTITY_PRONOUN_H_
#define DRAGOMAN_ENTITY_PRONOUN_H_

#include <array>
#include <cstdint>
#include <span>
#include <vector>

#include "dragoman/document.h"
#include "dragoman/gazetteer.h"

namespace dragoman {

// A capital, which may stand for its state?
bool is_seat(const Gazetteer& gazetteer, const Mention& mention);

// What speaks for or against one candidate.  Of its last mention before the pronoun, if not said otherwise.
enum class PronounCue : std::uint8_t {
  kSameSentence, kSentenceBefore, kTwoBefore, kFar,
  kNearest,            // nothing that fits stands between
  kFirst,              // no mention stands before it in its sentence
  kEarliest,           // the first of its sentence that fits
  kGoverned,           // a preposition stands before it
  kPossessor,          // "[Peru]'s"
  kByPronoun,          // it is a pronoun itself
  kContinued,          // the last pronoun of the kind meant it
  kTwice, kOften,      // two, four mentions or more
  kGenderKnown,
  kNominal,            // "the general"
  kOutsideQuotation,   // the pronoun stands in a quotation, the candidate beside it
  kInsideQuotation,    // both stand in one
  kSays,               // "[X] said he", "[X] left and said that he"
  kListed,             // "and" or a comma between it and another that fits
  kInTitle,
  kState, kOrganisation, kSeat,
  kPossessiveNearest, kPossessiveSame, kPossessiveFirst,
  kObjectNearest, kObjectSame, kObjectFirst,
  kOpeningFirst, kOpeningEarliest,   // the pronoun opens its sentence
  kSameClause,         // no verb of saying, "that", "and", "but" or semicolon between
  kCount
};
constexpr std::size_t kPronounCues = std::size_t(PronounCue::kCount);

// The quotation marks of a document, for who asks in the order of the text: each token is looked at once.
class QuotationMarks {
 public:
  explicit QuotationMarks(const Document& document) : tokens_(document.tokens.tokens) {}

  // The last one before a token, or kNone.
  Index last_before(Index token);

 private:
  const std::vector<Token>& tokens_;
  Index read_ = 0, last_ = kNone;  // of tokens [0, read_)
};

class PronounCandidates {
 public:
  struct Candidate {
    Index entity;
    std::uint64_t cues;   // bits, by PronounCue
    int mentions;
  };

  // mention: a pronoun of one.  Those before it have their entities.
  // never: an entity that it cannot mean, or kNone.
  PronounCandidates(const Gazetteer& gazetteer, const Document& document, QuotationMarks& marks, Index mention, Index never);

  std::span<const Candidate> all() const { return std::span(candidates_).first(count_); }
  // The heaviest; of equals the nearest.  kNone if none weighs enough.
  Index best() const;

 private:
  static constexpr std::size_t kMostLookedAt = 64, kMost = 24;
  static constexpr Index kSentences = 3;

  bool agrees(const Mention& other, const Entity& entity) const;
  bool titles_person(std::size_t i) const;
  bool listed_with(std::size_t i, Index never) const;
  bool of_members() const;
  bool of_land() const;
  bool of_fighters() const;
  bool asked_to(const Mention& other) const;
  bool of_states() const;
  bool of_followers() const;
  bool of_fighters_or_party(std::size_t i) const;
  bool places_subject(std::size_t i) const;
  std::size_t group_before(std::size_t i) const;
  bool yields_to_subject(std::size_t i) const;
  bool of_one_state(Index a, Index b) const;
  bool in_insertion(Index mention) const;
  bool claims(const Mention& other) const;
  bool who_says(const Mention& m) const;
  bool somebody(const Mention& other, const Entity& entity) const;
  void add(Index mention);
  void finish();
  Candidate* known(Index entity);

  const Gazetteer& gazetteer_;
  const Document& document_;
  const Index mention_;
  bool possessive_ = false, object_ = false, opening_ = false;
  Index quote_ = kNone;            // token that opens the quotation the pronoun stands in
  Index reported_ = kNone;         // the verb of saying before the pronoun
  Index inserted_ = kNone;  // the comma before the relative clause that stands before that verb
  Index continued_ = kNone;        // entity of the last pronoun of the kind
  Index beside_ = kNone;           // entity that "said" stands behind
  bool object_verb_ = false;       // "to free it"
  bool followers_ = false;         // "its leader", "its members"
  bool unknown_ = false;           // who says what it stands in is nobody known
  std::size_t count_ = 0;
  std::array<Candidate, kMost> candidates_;
  std::array<Index, kMost> last_;  // mention, of each
};

}  // namespace dragoman

#endif  // DRAGOMAN_ENTITY_PRONOUN_H_
