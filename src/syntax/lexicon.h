// Part of dragoman; see LICENSE.
//
// What is known of English words: parts of speech, lemmas, forms, and the classes that
// tell what a word does to what depends on it ("plan to", "refuse to", "said that").
//
//   Lexicon words = *Lexicon::load("data/syntax");
//   const Entry* e = words.find(token.hash);
//   if (e && (e->verb_forms & kPast)) use(words.lemma(e->verb));
//
// Immutable once loaded, but for add_*() while frames are read.

#ifndef DRAGOMAN_SYNTAX_LEXICON_H_
#define DRAGOMAN_SYNTAX_LEXICON_H_

#include <array>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "base/few_words.h"
#include "base/flat_map.h"
#include "base/flat_table.h"
#include "base/string_table.h"
#include "dragoman/result.h"
#include "dragoman/token.h"

namespace dragoman {

using LemmaId = std::uint32_t;
inline constexpr LemmaId kNoLemma = 0;

enum VerbForm : std::uint8_t {
  kBase = 1, kThird = 2, kPast = 4, kPastParticiple = 8, kGerund = 16,
};
enum NounForm : std::uint8_t { kSingular = 1, kPlural = 2 };

// Closed word classes; `kOpen` for all others.
enum class Closed : std::uint8_t {
  kOpen, kBe, kHave, kDo, kModal, kTo, kNot, kDeterminer, kPossessiveDeterminer, kPronoun,
  kPreposition, kCoordinator, kSubordinator, kRelative, kThat, kThere, kAdverb, kNumber,
};

// Prepositions that frames may name as slots; the order is that of preposition_name().
enum class Prep : std::uint8_t {
  kNone, kTo, kFrom, kWith, kBy, kIn, kAt, kOn, kAgainst, kOf, kFor, kBetween, kOver, kAbout,
  kInto, kDuring, kAfter, kBefore, kAs, kAmong, kUnder, kThrough, kNear, kAmid, kSince,
  kAround,   // beside a place or party: along, off, behind, alongside ... too
  kOther,
  kCount,
};
std::string_view preposition_name(Prep prep);
// "after", "before", "since": says when, of a day or a clause.
constexpr bool tells_order(Prep prep) { return prep == Prep::kAfter || prep == Prep::kBefore || prep == Prep::kSince; }

// What words do to what they govern.  The names are those of data/syntax/classes.yaml.
enum WordClass : std::uint8_t {
  // verbs, nouns ("its plan to") and adjectives ("ready to", "possible") alike
  kIsPlanned, kIsPotential, kIsRequested, kIsOffered, kIsThreatened, kIsPromised, kIsAgreed,
  kIsCancelled, kIsDenied, kIsOngoing, kIsHearsay, kIsCounterfactual,
  // verbs
  kSays,            // its subject is the source of its complement
  kObjectControl,   // the object does what the infinitive or gerund says: ask, accuse
  kDative,          // may take two objects: give, send
  kLight,           // carries a noun that means the event: hold talks, pay a visit
  kRaising,         // no meaning of its own: begin, continue, seem, appear
  // nouns
  kAgentNoun,       // acts for the state or body it belongs to: troops, government, side
  kPlaceNoun,       // a place of the state it belongs to: territory, border, soil
  kOccurs,          // says that its subject takes place: talks begin, advance, stall
  kContainerNoun,   // "a series of tests", "dozens of": what counts follows "of"
  kRoleNoun,        // a person's function: minister, spokesman, analyst
  kOfficeNoun,      // a role that is an office of a state or body: minister, ambassador
  kDeedNoun,        // "the strike", "the decision": what somebody just did
  // adverbs
  kHearsayAdverb,   // reportedly, allegedly
  kNegativeAdverb,  // never, hardly
  // verbs and nouns
  kThatClause,      // shapes a clause with "that": demand, threaten, its promise that
  kPhrasal,         // verb and particle: hand_over, call_in
  // nouns
  kEffortNoun,      // its modifier says what is done: "mediation effort"
  kAbroadNoun,      // may be in a state that is not its own: troops, embassy, inspectors
  // verbs
  kNaming,          // says what somebody is made or called: appoint, elect, name
  kAnswers,         // what whoever was asked, offered or accused does with it: reject, heed
  kClassCount,
};

struct Entry {
  LemmaId noun = kNoLemma, verb = kNoLemma, other = kNoLemma;   // other: adjective, adverb
  std::uint8_t noun_forms = 0, verb_forms = 0;
  std::uint8_t noun_share = 0, verb_share = 0, adjective_share = 0, adverb_share = 0;
  Closed closed = Closed::kOpen;
  Prep prep = Prep::kNone;
  std::uint32_t note = 0;          // Lexicon::note()

  bool noun_only() const { return noun && !verb && !adjective_share && !adverb_share; }
};

class Lexicon {
 public:
  // Reads words.tsv and classes.yaml of a folder; file:line in the message of kBadData.
  static Result<Lexicon> load(const std::filesystem::path& folder);
  static Result<Lexicon> parse(std::string_view words, std::string_view words_name,
                               std::string_view classes, std::string_view classes_name);

  const Entry* find(std::uint64_t hash) const {
    return draft_ ? draft_->entries.find(hash) : entries_.find(hash);
  }

  // visit(entry or nullptr) for each token.  All are fetched ahead.
  template <typename Visit>
  void find_each(std::span<const Token> tokens, Visit&& visit) const {
    if (draft_) {
      for (const Token& token : tokens) visit(draft_->entries.find(token.hash));
      return;
    }
    const typename FlatTable<Entry>::Finder finder = entries_.finder();
    for (const Token& token : tokens) finder.prefetch(token.hash);
    for (const Token& token : tokens) visit(finder.find(token.hash));
  }

  // visit(hash, entry) for each form.
  template <typename Visit>
  void each(Visit&& visit) const {
    if (draft_) draft_->entries.each(visit);
    else entries_.each(visit);
  }

  bool is(LemmaId lemma, WordClass c) const { return (classes(lemma) >> c) & 1; }
  std::uint32_t classes(LemmaId lemma) const { return facts_at_[lemma].classes; }
  std::string_view lemma(LemmaId id) const;
  std::size_t lemma_count() const { return draft_ ? draft_->lemmas.size() : lemmas_.size(); }
  LemmaId id(std::string_view lemma) const;      // kNoLemma if unknown
  // "call", "off": the verb that the two make; kNoLemma if nothing is said of it.
  LemmaId with_particle(LemmaId verb, std::string_view particle) const;
  // Of class kPhrasal.
  bool phrasal(LemmaId verb, std::string_view particle) const { return is(with_particle(verb, particle), kPhrasal); }
  // lexicon.is(id, "say"), lexicon.is_one_of(id, kArticles): what is nearly always false is told by the mark.
  bool is(LemmaId id, const MarkedWord& word) const { return facts_at_[id].mark == word.mark && lemma(id) == word.text; }
  template <std::size_t kCount>
  bool is_one_of(LemmaId id, const FewWords<kCount>& words) const {
    return words.may_have(facts_at_[id].mark) && is_marked(id, words.marks(), words.words().data());
  }

  // To be called once all words are in; add_*() and intern() must not be called afterwards.
  void freeze();
  // A frozen one as sections "lexicon.*" of a bundle, and back without copying; the bundle must
  // outlive it.
  void add_to(BundleWriter& bundle) const;
  static Result<Lexicon> from_bundle(const Bundle& bundle);

  // Makes sure that a word and its forms are known.
  LemmaId add_verb(const std::string& lemma);
  LemmaId add_noun(const std::string& lemma);
  LemmaId intern(const std::string& lemma);
  // Keeps a number beside a form that is known, for whoever looks words up and asks more of them.
  void note(std::uint64_t hash, std::uint32_t number) { draft_->entries.find(hash)->note = number; }
  // All forms of a verb that was read or added, the lemma first.
  const std::vector<std::string>& verb_forms(LemmaId lemma) const;

 private:
  struct Irregular {
    std::vector<std::string> past, part, gerund, third, plural;
  };
  Lexicon() = default;
  static Lexicon draft();        // with the closed classes
  void add_forms_of_verb(const std::string& lemma, const Irregular& irregular, std::uint8_t share);
  void add_forms_of_noun(const std::string& lemma, const Irregular& irregular, std::uint8_t share);
  // Of a verb that no file has.
  Irregular as_without_prefix(const std::string& lemma) const;
  void add_verb_form(const std::string& form, LemmaId lemma, std::uint8_t bits, std::uint8_t share);
  void add_closed();
  Status read_words(std::string_view content, std::string_view name);
  Status read_classes(std::string_view content, std::string_view name);

  bool is_marked(LemmaId id, std::span<const std::uint32_t> marks, const std::string_view* words) const;

  struct LemmaFacts {
    std::uint32_t classes = 0;         // bits: WordClass
    std::uint32_t mark = 0;            // word_mark()
  };
  // What is read, until freeze().
  struct Draft {
    FlatMap<Entry> entries;
    std::vector<std::string> lemmas;
    std::vector<LemmaFacts> facts;
    std::unordered_map<std::string, LemmaId> ids;
    std::unordered_map<LemmaId, std::vector<std::string>> verb_forms;
  };
  std::unique_ptr<Draft> draft_;
  struct Place {
    LemmaId id = kNoLemma;
    std::uint32_t reserved = 0;
  };
  FlatTable<Entry> entries_;
  FlatTable<Place> ids_;               // by hash of the lemma
  StringTable lemmas_;
  FlatArray<LemmaFacts> facts_;
  const LemmaFacts* facts_at_ = nullptr;   // facts_ or those of the draft
};

}  // namespace dragoman

#endif  // DRAGOMAN_SYNTAX_LEXICON_H_
