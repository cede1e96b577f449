// Part of dragoman; see LICENSE.
//
// The state of attach(): pieces of a sentence from left to right, what waits for its verb, which
// verb is open, whom relative clauses interrupted.  attach.cc holds the pass, attach_noun.cc,
// attach_verb.cc and attach_clause.cc what each kind of piece does.

#ifndef DRAGOMAN_SYNTAX_ATTACHER_H_
#define DRAGOMAN_SYNTAX_ATTACHER_H_

#include <cstddef>
#include <span>
#include <vector>

#include "syntax/clauses.h"

namespace dragoman {

class Attacher {
 public:
  Attacher(const Lexicon& lexicon, const Document& document, Clauses& clauses)
      : lexicon_(lexicon), document_(document), pieces_(clauses.pieces), kinds_(kinds_of(clauses)), c_(clauses),
        stack_(clauses.waiting) {
    stack_.clear();
  }

  void run();

 private:
  NounChunk& n(Id id) { return c_.nouns[id]; }
  VerbGroup& v(Id id) { return c_.verbs[id]; }
  // A byte a piece, with breaks on both sides: most questions are of the pieces around one, and none asks for more than
  // kMargin beyond the ends.
  static constexpr std::size_t kMargin = 16;
  static const PieceKind* kinds_of(Clauses& clauses);
  // kBreak beyond the ends; `at` may have been counted down below 0.
  PieceKind kind(std::size_t at) const { return kinds_[std::ptrdiff_t(at)]; }
  PieceKind before() const { return kind(at_ - 1); }
  PieceKind before2() const { return kind(at_ - 2); }
  Id id_at(std::size_t at, PieceKind want) const {
    return kind(at) == want ? pieces_[at].id : kNobody;
  }
  bool n_pronoun(Id id) const { return c_.nouns[id].pronoun; }
  Id v_object(Id id) const { return c_.verbs[id].object; }
  bool says(Id verb) { return verb != kNobody && lexicon_.is(v(verb).lemma, kSays); }

  // What kind of thing a chunk names, roughly; lists hold things of one family.
  int family(const NounChunk& chunk) const;
  void share_objects();
  bool finite_next(std::size_t at) const;
  // The piece behind phrases ("in the Gulf") that begin at a piece; behind so many at most.
  static constexpr std::size_t kAnyNumber = ~std::size_t{0};
  std::size_t behind_phrases(std::size_t at, std::size_t most = 4) const;

  // nouns

  void noun(Id id);

  // "carried [out] a test", "bailed [out] Ghana": the noun is an object.
  bool particle() const;
  bool be(const VerbGroup& verb) const;
  // "the arms which Peru [sold]": the verb of a relative clause, with the noun that it is said of for object.
  static bool acts_on_antecedent(const VerbGroup& verb) {
    return verb.link == Link::kRelative && verb.object != kNobody && verb.object == verb.parent_noun;
  }

  // "named Boris Johnson [foreign secretary]", "was elected [president]", "called Iran [a threat]": what
  // somebody is made or called stands as after "as".
  bool title_given(Id id);
  bool absolute(std::size_t preposition) const;
  void prepositional(Id id);

  // "A and B", "A, B and C".
  bool join_list(Id id);
  Id described_before(Id left, Id id);
  Id parallel_object(Id left, Id id) const;
  // "Maduro of Venezuela and [Ali] of Guyana": the person before, not his country.
  Id like_before(Id left, Id id) const;
  // "Deby, the president of Chad, and [Touadéra], ...": a subject that still waits gets another.
  bool join_subject(Id id);
  void append(Id first, Id id);
  // Does the list that goes on at a piece end at a verb of its own?
  bool list_is_subject(std::size_t at) const;
  bool ambiguous_past(std::size_t at);
  bool clause_behind_gerund(std::size_t at);
  bool waits_for_verb(Id noun);

  bool of_whom(std::size_t at) const;
  bool of_somebody(Id verb) const;
  bool verbs_go_on(std::size_t at) const;
  bool of_nation(const NounChunk& chunk) const;
  void stand_for(Id id);
  // "sent troops to Libya, [a step] that": a noun of what was done, and no party.
  bool names_deed(const NounChunk& chunk) const;
  bool adjective_of_nation(const NounChunk& chunk) const;
  bool begins_with_nation(const NounChunk& chunk) const;
  // "Speight, [the businessman]": whom an apposition describes, unless it names a deed; else the noun itself.
  Id described(Id noun) const;
  // Does ", X" go on to "and Y" with things of the same family?
  // One look-ahead serves the whole list, so that long lists cost linear time.
  bool list_goes_on(std::size_t at, int family_now, int family_left);
  bool role_like(const NounChunk& chunk) const;

  // "Dmitry Peskov, the Kremlin spokesman", "Iran's foreign minister, Abbas Araghchi".
  bool apposition(Id id);
  bool kin_by_name(Id id);
  bool described_by_participle(std::size_t at) const;
  bool behind_apposed(Id id);
  bool behind_inserted_phrase(Id id);
  bool named_by(const NounChunk& what, const NounChunk& name) const;
  // "his German [colleague], Frank-Walter Steinmeier"
  bool somebody(const NounChunk& chunk) const;
  // Is the next verb, behind phrases alone, one of saying that ends its clause?
  bool says_behind() const;
  // ", [diplomats] in the Gulf say,": a subject waits, and a clause in commas tells the source.
  bool parenthesis() const;
  // One person or body without a name: "a terrorist", "the garrison".
  bool nameless(const NounChunk& chunk) const;
  // "Gazprom, [the state company]": a description beside a name.
  bool describes(const NounChunk& chunk, const NounChunk& name) const;
  bool charges(LemmaId noun) const;
  bool shapes_clause(LemmaId lemma) const { return lemma != kNoLemma && lexicon_.is(lemma, kThatClause); }
  // Does a verb say what a clause behind it holds?
  bool says_clause(Id verb) const { return lexicon_.is(c_.verbs[verb].lemma, kSays) || shapes_clause(c_.verbs[verb].lemma); }
  bool says_at(std::size_t at) const;

  // "after [Riyadh cut ties]": a noun and its verb follow, and so a clause.
  bool opens_clause(std::size_t at) const;
  bool clause_behind(std::size_t at) const;
  bool acts(Id noun) const;
  bool named_actor(Id noun) const;
  bool nominative(const NounChunk& chunk) const;

  // verbs

  void verb(Id id);
  bool no_subject_due(Id id);
  bool echoes(Id id) const;
  bool inserted(std::size_t at) const;
  bool before_subject(Id id) const;
  bool has_done(Id id) const;
  void take_done(Id id);
  void take_before(Id id);
  bool inserted_passive(Id id) const;
  void take_inserted(Id id);

  // A noun of the kind "plan", "decision" that an infinitive explains.
  bool takes_infinitive(Id noun);
  // Does the word say something of the status of its infinitive?
  bool shapes(LemmaId lemma) const;

  bool ordinal(const NounChunk& chunk) const;
  // "Pakistan was the first country [to congratulate Kabul]": it did.
  bool of_predicate(Id id, Id noun);
  Id controlled_list(PieceKind prev);
  Id asked_for(Id noun, LemmaId deed) const;
  Id addressed(Id of) const;
  Id given_to(Id noun) const;
  Id doer_of(Id verb) const;
  Id asks_leave(Id noun) const;
  bool waits_before(std::size_t comma) const;
  void infinitive(Id id);
  bool by_whom(PieceKind prev) const;
  bool comma_ahead(std::size_t at) const;
  bool gerunds_go_on() const;
  bool answerable(std::size_t at) const;
  void gerund(Id id);
  bool acts_besides(LemmaId participle) const;
  bool speaks_besides(Id noun, LemmaId participle) const;
  Id armed_to(const VerbGroup& supply, LemmaId deed) const;
  Id answers_for(Id governor, Id noun);

  // "It was shelled after rebels ambushed a patrol, [killing] two", "rebels who took the town, [killing] two, fled": of
  // the nearest clause; else of the main one.
  Id participle_of(LemmaId participle);
  Id of_speaker(Id verb, LemmaId participle);
  Id charged(Id noun, const VerbGroup& parent);
  Id told_before(Id said) const;
  Id told_of(Id verb) const;
  bool some_of_told() const;
  bool speaks(LemmaId verb) const;
  bool provokes(LemmaId verb) const;

  // A bare past form that must be a participle: "rockets supplied by Iran".
  bool reduced(Id id);
  bool reduced_behind_comma(Id id, std::size_t behind);
  bool reduced_behind_noun(Id id, std::size_t behind);
  bool own_verb_ahead(std::size_t at) const;
  bool takes_clause(LemmaId verb) const;
  bool judges(Id verb) const;
  bool captive(Id noun) const;
  bool said_object() const;
  bool trailing_participle() const;
  // "Paris, [alarmed] by what it read, rang": a verb that has no subject of its own follows a comma.
  bool verb_behind_comma(std::size_t at) const;
  bool protests(const VerbGroup& group, Id said, Id told) const;
  bool ends_apposition(Id noun) const;
  bool intransitive(LemmaId verb) const;

  // "let him [land]", "made it [sail] north"
  bool bare_infinitive(Id id);
  void take_bare_infinitive(Id id);
  // "[Accused] by Rome of theft, Mali said": a bare participle that opens the sentence.
  bool fronted_participle(Id id);
  void take_fronted(Id id);
  // Marks a verb group as a past participle without auxiliary.
  VerbGroup& as_participle(Id id, Link link);
  bool takes_object_along(std::size_t at) const;
  // Is the piece a date: "[last week]"?
  bool date_at(std::size_t at) const { return kind(at) == PieceKind::kNoun && c_.nouns[pieces_[at].id].date; }
  // "after [gunmen had fired]"
  bool begins_clause(std::size_t at) const;
  bool done_by_somebody(std::size_t at) const;
  void take_reduced(Id id);
  bool ends_verb_before(Id id);
  void finite(Id id);
  bool waits_on(Id noun) const;
  Id in_list_of_participles(Id verb) const;
  Id behind_governed(Id id) const;
  Id deadly(Id antecedent, const VerbGroup& group) const;

  bool in_place(Id noun);
  bool of_relative(const VerbGroup& group);
  Id behind_reduced(Id id) const;
  // A form in -s after a subject that is more than one.
  bool disagrees(const VerbGroup& group, const VerbGroup& left);
  Id finite_above(Id id);
  // "went west, met him, who had fled, and [left]": what goes on behind a comma is the main clause.
  Id behind_comma(const VerbGroup& group, Id left) const;
  bool phrase_behind_and() const;
  bool governs_gap(Id id) const;
  bool tangible(std::size_t at) const;
  bool lacks_in_governed(std::size_t at) const;
  bool lacks_object(std::size_t at) const;
  bool nothing_behind(std::size_t at) const;
  bool named_in_commas(PieceKind prev) const;
  Id give_up_object(Id verb);
  void goes_on_as_participle(Id id);
  Id interrupted_by_speech(PieceKind prev);
  Closed auxiliary_of(const VerbGroup& verb) const;
  void take_auxiliary(Id id, Id left);
  bool inserted_speech(Id id);
  bool addresses(LemmaId verb) const;
  bool may_speak(const NounChunk& chunk) const;
  // "said it would go and [accused] Mali": no past goes on behind "would"; the verb above does.
  Id same_tense(const VerbGroup& group, Id left);
  // The infinitive that another, behind "and" or a comma, goes on with: "to bar them, [to shut] their camps and".
  Id infinitive_before(PieceKind prev) const;
  // "was accepted by Chad but [spurned] by Mali"
  bool passive_too(const VerbGroup& group, const VerbGroup& left) const;
  bool passive_conjunct(Id id) const;
  bool passive_list(Id id) const;
  void copy_conjunct(Id id, Id left);

  // other pieces

  void subordinator();

  // "the drones that [Iran sold to Mali]", "a speech that [lasted two hours]": the clause lacks a
  // subject or an object, and so is no complement.
  bool lacks_argument() const;
  void relative();
  bool made_so(std::size_t at) const;
  Id one_of_those(Id those) const;
  Id deed_of_which(Id person, const Word& word) const;
  bool named(const NounChunk& chunk) const;
  bool nominal_group(const NounChunk& chunk) const;
  // "a state [he] has not forgiven": a relative clause without a pronoun.
  bool contact_clause(Id id) const;
  // "Peru expelled him, [a step] that Chile condemned": what was told, said again; the clause from `at` lacks it.
  bool tells_again(Id id, std::size_t at) const;
  // "on the tarmac, and [the feud] that split the Gulf was": a clause of its own.
  bool clause_behind_relative(std::size_t at) const;
  // Back over dates and their prepositions: "the raid on Monday which".
  std::size_t skip_dates(std::size_t left);
  // "some [of whom]"
  bool partitive(Id id);
  // "the men, [two] of whom": the men
  Id whole_of(std::size_t part);
  bool is_who(const Word& word) const;
  // "Koirala, the prime minister, and [Prachanda], who leads the Maoists": that one alone; else the whole list.
  Id who_of(Id antecedent) { return antecedent == joined_ ? antecedent : n(antecedent).first_conjunct; }
  // "the commander of Chad's army who fled": no state or body is a who.
  Id whoever(Id antecedent);
  void adjective();
  void open_quote();
  void break_clause();

  const Lexicon& lexicon_;
  const Document& document_;
  const std::span<const Piece> pieces_;
  const PieceKind* const kinds_;
  Clauses& c_;
  static constexpr std::size_t kFarthestVerb = 7;
  std::size_t at_ = 0;
  std::size_t clause_at_ = ~std::size_t{0} - 1;   // the last preposition that opened a clause
  Id pending_ = kNobody;          // a noun that waits for its verb
  std::size_t pending_at_ = 0;
  Id verb_ = kNobody;             // the last verb
  Id main_ = kNobody;             // the last main-clause verb
  Id root_ = kNobody;             // the last that depends on no other
  Id gap_ = kNobody;              // whom a relative clause is about, object of the verb that its verb governs
  Id echoed_ = kNobody;           // the subject that another joins: "as did [Chad]"
  Id before_ = kNobody;           // an auxiliary that stands before its subject: "nor [did] it"
  Id resumed_ = kNobody;          // the verb whose list goes on behind a clause: "fired and, when it was dark, [fled]"
  Id last_ = kNobody;             // the last noun
  bool open_ = false;             // may nouns still become arguments of verb_?
  bool comma_ = false;            // a comma since verb_
  bool there_ = false;
  bool in_relative_ = false;
  Id relative_ = kNobody;         // antecedent of a relative clause that has no verb yet
  std::size_t relative_at_ = 0;
  Id said_by_ = kNobody;          // the verb of saying inside a relative clause whose own verb comes next
  Id antecedent_ = kNobody;       // of the last relative clause: "who went and [whose] men stayed"
  Id joined_ = kNobody;           // the last that join_subject() took
  bool whose_ = false;            // the relative clause begins with "whose"
  bool all_of_ = false;           // ... with "each of which"
  Prep led_by_ = Prep::kNone;     // the preposition that it begins with
  Id complement_of_ = kNobody;    // the next finite verb is what this one says
  Id last_complement_ = kNobody;
  Id complement_noun_ = kNobody;  // "its demand that": the noun that says it
  bool conditional_ = false, adverbial_ = false;
  std::size_t list_until_ = 0, no_list_until_ = 0;
  Id fronted_ = kNobody;          // participle before the main subject
  std::vector<Id>& stack_;        // subjects that a relative clause interrupted
};

}  // namespace dragoman

#endif  // DRAGOMAN_SYNTAX_ATTACHER_H_
