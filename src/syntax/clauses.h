// Part of dragoman; see LICENSE.
//
// Clauses: what a sentence says about who does what, as far as frames ask for it: noun
// chunks, verb groups, and the links between them.  ChunkFinder reads them off token order;
// where that leaves a verb without its subject, a tree mends the links (tree_links.h).
//
//   ChunkFinder finder(lexicon);
//   Clauses clauses;                       // kept and reused
//   finder.find(document, sentence, clauses);
//   for (const VerbGroup& v : clauses.verbs) use(v.subject, v.object, v.parent);

#ifndef DRAGOMAN_SYNTAX_CLAUSES_H_
#define DRAGOMAN_SYNTAX_CLAUSES_H_

#include <cstdint>
#include <span>
#include <utility>
#include <vector>

#include "dragoman/document.h"
#include "syntax/lexicon.h"

namespace dragoman {

enum class Tag : std::uint8_t {
  kNoun, kVerb, kModal, kAdjective, kAdverb, kDeterminer, kPossessive, kPronoun, kNumber,
  kPreposition, kTo, kNot, kCoordinator, kSubordinator, kRelative, kThere, kDate,
  kComma, kDash, kSemicolon, kColon, kOpenQuote, kCloseQuote, kOpenBracket, kCloseBracket,
  kHyphen, kPossessiveMark, kStop, kIgnored, kOther,
};

// "let Chad go", "saw troops leave": verbs that have a bare infinitive behind their object.
inline constexpr FewWords kTakeBareInfinitive = {"let", "make", "help", "watch", "see", "hear", "have", "bid"};

// One token of the sentence as the syntax stage sees it.
struct Word {
  Tag tag = Tag::kOther;
  std::uint8_t form = 0;           // of a verb: the readings left, VerbForm bits
  Prep prep = Prep::kNone;
  bool may_be_verb = false;        // though it is a mention: "will on Monday [bomb] it"
  LemmaId lemma = kNoLemma;        // of the reading chosen
  Index mention = kNone;           // outermost mention that covers it
  const Entry* entry = nullptr;
};

using Id = std::int32_t;           // of a chunk or group; -1: none
inline constexpr Id kNobody = -1;

enum class NounRole : std::uint8_t { kFree, kSubject, kObject, kIndirect, kPrepositional,
                                     kApposition, kPossessor, kPredicate };

struct NounChunk {
  Index first = 0, last = 0;       // tokens of the document [first, last)
  Index head = 0;
  LemmaId lemma = kNoLemma;        // of the head
  Index mention = kNone;           // that the head belongs to
  NounRole role = NounRole::kFree;
  Prep prep = Prep::kNone;         // kPrepositional: which
  Id verb = kNobody;               // that governs it, if any
  Id noun = kNobody;               // kPrepositional: the chunk right before the preposition
  Id possessor = kNobody;          // "[Russia]'s war", "[its] allies"
  Id apposition_of = kNobody;
  Id apposition = kNobody;         // the chunk that stands in apposition to this one
  Id first_conjunct = kNobody;     // of a list; itself when it is the first or alone
  Id next_conjunct = kNobody;
  bool plural = false;
  bool date = false;
  bool after_comma = false;        // a comma or dash stands before it
  bool negated = false;            // "no talks", "neither"
  bool fronted = false;            // prepositional, before the clause's verb
  bool pronoun = false;
  bool contact = false;            // "the arms [Peru] sold": begins a relative clause that has no pronoun
};

// How a verb group hangs on its parent.
enum class Link : std::uint8_t {
  kRoot, kInfinitive, kPurpose, kGerund, kParticiple, kRelative, kReduced, kComplement,
  kConjunct, kAdverbial, kConditional,
};

struct VerbGroup {
  Index first = 0, last = 0, head = 0;
  LemmaId lemma = kNoLemma;
  std::uint8_t form = 0;           // VerbForm of the head, one bit
  Link link = Link::kRoot;
  Id subject = kNobody, object = kNobody, indirect = kNobody;
  Id parent = kNobody;             // verb group it depends on
  Id parent_noun = kNobody;        // "its plan [to visit]", "weapons [supplied]"
  Id led_noun = kNobody;           // "the [bloc] to which it belongs", with the preposition below
  Prep led_prep = Prep::kNone;
  LemmaId modal = kNoLemma;
  LemmaId adjective = kNoLemma;    // "is [ready] to": what the copula says
  LemmaId auxiliary = kNoLemma;    // last auxiliary before the head: be, have, do
  bool passive = false, progressive = false, perfect = false, past = false;
  bool negated = false, infinitive = false, finite = false, hearsay = false;
  bool reduced_passive = false;    // "rockets [supplied by Iran]": no auxiliary
};

enum class PieceKind : std::uint8_t { kNoun, kVerb, kPreposition, kCoordinator, kSubordinator,
                                      kRelative, kComma, kDash, kBreak, kQuote, kAdjective,
                                      kThere, kOther };
struct Piece {
  PieceKind kind;
  Id id = kNobody;                 // of the chunk or group
  Index token = 0;                 // of the document
};

struct Clauses {
  Index sentence = 0;
  Index base = 0;                  // token of the document that words[0] is
  std::uint16_t flags = 0;         // that some token has
  std::vector<Word> words;
  std::vector<NounChunk> nouns;    // left to right
  std::vector<VerbGroup> verbs;    // left to right
  std::vector<Id> noun_of;         // by word: chunk that covers it, or kNobody
  // Room that the steps of ChunkFinder keep from one sentence to the next.
  std::vector<Piece> pieces;
  std::vector<PieceKind> kinds;    // of the pieces, with breaks around them
  std::vector<Id> waiting;
  std::vector<Index> some_words;   // of indices_where()
  struct Unsure {
    Index word, mention;
  };
  std::vector<Unsure> unsure;      // groups of one word that may be a verb
  struct Parted {
    Index auxiliary, verb;         // words
  };
  std::vector<Parted> parted;      // "[was] on Tuesday [attacked]"

  const Word& word(Index token) const { return words[token - base]; }
  // What was found, each the other's; the room stays where it is.
  void swap_found(Clauses& other) {
    std::swap(sentence, other.sentence);
    std::swap(base, other.base);
    words.swap(other.words);
    nouns.swap(other.nouns);
    verbs.swap(other.verbs);
    noun_of.swap(other.noun_of);
  }
};

class ChunkFinder {
 public:
  explicit ChunkFinder(const Lexicon& lexicon) : lexicon_(lexicon) {}
  // Fills `clauses` for one sentence.  first_mention: the first of Document::mentions
  // that starts in it.  Linear in the sentence.
  void find(const Document& document, Index sentence, Index first_mention, Clauses& clauses) const;

  struct Ask {
    Index first_mention = 0;
    bool wanted = true;            // chunk() leaves out what is not
    Clauses clauses;
  };
  // The same of several sentences whose words are looked up, all of them step by step: the code of
  // one step stays in the processor's cache, that of all steps would not.
  void tag(const Document& document, std::span<Ask> asks) const;
  void chunk(const Document& document, std::span<Ask> asks) const;

 private:
  const Lexicon& lexicon_;
};

// "brother", "daughter": a word for a relative.
bool is_kin(const Lexicon& lexicon, LemmaId lemma);
bool is_friend(const Lexicon& lexicon, LemmaId lemma);   // "his ally"

// The steps of ChunkFinder.
void look_up_words(const Lexicon& lexicon, const Document& document, Index sentence, Clauses& clauses);
void tag_mentions(const Document& document, Index first_mention, Clauses& clauses);   // the first part of the next
void tag_words(const Lexicon& lexicon, const Document& document, Index first_mention, Clauses& clauses);
void chunk_words(const Lexicon& lexicon, const Document& document, Clauses& clauses);
void attach(const Lexicon& lexicon, const Document& document, Clauses& clauses);

}  // namespace dragoman

#endif  // DRAGOMAN_SYNTAX_CLAUSES_H_
