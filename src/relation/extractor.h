// Part of dragoman; see LICENSE.
//
// A document's way through the relation stage, for extract.cc and its neighbours: what each
// trigger is held against, what fills its roles, and what is reported of it.

#ifndef DRAGOMAN_RELATION_EXTRACTOR_H_
#define DRAGOMAN_RELATION_EXTRACTOR_H_

#include <algorithm>
#include <array>
#include <limits>
#include <optional>
#include <span>
#include <utility>
#include <vector>

#include "relation/extract.h"
#include "relation/kept_roles.h"
#include "relation/modality.h"
#include "relation/names.h"
#include "relation/speech.h"
#include "relation/trace.h"
#include "relation/view.h"
#include "syntax/tree_links.h"

namespace dragoman {

constexpr std::size_t kMostCombinations = 16, kMostRoles = 16, kMostWaiting = 24;

// What an Extractor keeps room in.
struct ExtractorScratch {
  Clauses clauses_;
  std::vector<Index> states_;
  std::vector<Quotation> quotations_;
  std::vector<Source> sources_;
  std::vector<At> trigger_at_;           // of the sentence's relations; neither: names side by side
  std::vector<Index> given_up_;
  std::vector<Index> by_verb_, by_noun_; // relation of an event by its trigger
  std::vector<Filler> fillers_;
  std::vector<Relation> relations_;      // the document's, while they are looked for
  std::vector<std::vector<Argument>> arguments_;   // theirs, that hold none now
  std::vector<Party> parties_, spare_;
  // By role.  Vectors, as the room changes hands with each document.
  std::vector<std::vector<Party>> filled_ = std::vector<std::vector<Party>>(kMostRoles);
  std::vector<std::vector<Index>> values_ = std::vector<std::vector<Index>>(kMostRoles);
  std::vector<std::pair<Party, Party>> pairs_;
  struct Choice {
    RoleId role;
    std::size_t at, count;
  };
  std::vector<Choice> choices_;
  std::vector<Filler> in_slots_;
  std::vector<NameRelation> name_relations_;
  // Sentences that passed the gate: they are chunked together.
  std::vector<ChunkFinder::Ask> waiting_;   // room that is kept; waits_ says how many wait; the last is for other sentences
  struct Pass {
    bool accord = false;                    // the sentence has "according"
    bool names = true, places = true;       // may names side by side, and places, make a relation in it?
    bool dated = true;                      // is a date in it?
    std::uint32_t first_candidate = 0, end_candidate = 0;   // into candidates_
    Given given;                            // what the sentence has
  };
  std::vector<Pass> passes_;                // of those that wait
  // A frame that a trigger could match.
  struct Candidate {
    At at;
    std::uint32_t frame = 0;
    bool modal = false;                     // the trigger is a modal
    enum : std::uint8_t { kNotTried, kMatched, kNoMatch } ahead = kNotTried;   // what became of it in match_ahead()
    std::optional<RelationCheck> fails;     // why it does not, where somebody asks
    std::size_t need = 0;                   // kNeed, kRefused: which of the frame's
    std::uint64_t occupied = 0;             // slots of the trigger, bit: SlotId
  };
  std::vector<Candidate> candidates_;       // in the order in which they are tried
  KeptRoles kept_;                          // of those that matched ahead
  std::vector<Index> noted_;                // words of the sentence at the gate that concern a frame
  std::vector<LemmaId> gate_triggers_;      // what of them triggers one
};

// Adds its lifetime to what syntax took, where somebody counts.
class SyntaxTime {
 public:
  explicit SyntaxTime(RelationWork* work) : work_(work) {
    if (work_) start_ = std::chrono::steady_clock::now();
  }
  ~SyntaxTime() {
    if (work_) work_->syntax += std::chrono::steady_clock::now() - start_;
  }
  SyntaxTime(const SyntaxTime&) = delete;
  SyntaxTime& operator=(const SyntaxTime&) = delete;

 private:
  RelationWork* work_;
  std::chrono::steady_clock::time_point start_;
};

class Extractor : private ExtractorScratch {
 public:
  Extractor(const Frames& frames, const Schema& schema, const Gazetteer* names, RelationWork* work, const Parser* parser,
            ExtractorScratch&& scratch);

  // What it had room in, for the next documents.
  ExtractorScratch take_scratch() { return std::move(static_cast<ExtractorScratch&>(*this)); }

  void run(Document& document);

 private:
  // gate.cc: which sentences are worth chunks, and what may be found there

  // What the gate counts in a sentence.
  struct Named {
    int entities = 0, parties = 0;       // parties: those that stand for somebody
    int different = 0;                   // of those, at most
    std::uint64_t types = 0;             // of mentions, bit: MentionType
    bool person = false, office = false;
    bool known_person = false;           // by name or pronoun
    bool linked_person = false;          // whom the document knows, however named
    bool place = false;                  // that something may be in
    bool nation = false;                 // a state or nationality
    bool of_body = false;                // a body right behind a person
  };
  Named named(const Sentence& sentence, Index mention);
  // Begins pass_->given.
  void give_mentions(const Named& n);

  int parties_of(const Mention& mention) const;

  // Looks the sentence's words up where it will wait.
  bool gate(Index s, const Named& n);
  std::uint8_t read_words(std::span<const Word> all);
  bool may_report(const Named& n, std::uint8_t words) const;
  // Once its words are tagged: could a frame match, or names side by side make a relation?
  bool still_open(const Pass& pass, const Clauses& sentence) const;
  bool may_name(const Named& n, std::uint8_t words, std::span<const Word> all) const;

  // extract.cc: the sentences

  // Keeps a sentence that the gate let through; look_at_waiting() then looks at all of them.
  void wait(Index mention);
  void look_at_waiting();
  // One step of all that wait, each in clauses_ with its pass_.
  void with_each_waiting(void (Extractor::*step)(Index mention));

  // The sentence in clauses_, and its candidates.
  void look_at(Index mention);
  void try_candidate(const View& view, const Candidate& candidate);
  void finish();
  // Room for what a relation says; hand_over() takes it back.
  std::vector<Argument> room_for_arguments();
  void hand_over();

  // Tries the sentence's candidates before it is known what is found before them.
  void match_ahead(Index mention);
  // Is it not known yet?  Whoever would need to know gives up, and the candidate is tried again in its turn.
  bool unknown_yet() {
    asks_back_ |= ahead_;
    return ahead_;
  }

  // Valid until the next call.
  std::span<const Filler> slot(const View& view, At at, std::uint8_t slot);

  // candidate.cc: a sentence's triggers, and which of their frames could match

  // Of the sentence in clauses_.
  void find_candidates(Index mention);
  void look_at_noun(const View& view, Id noun);

  // A tree costs more than all else of the stage.  It is made where token order left a trigger
  // without its subject and a party without its verb, and some frame of the trigger could match
  // if the one belonged to the other.  "Rebels" of nobody's alone are not worth it.
  bool wants_tree(const View& view) const;
  bool could_match(LemmaId verb, std::uint64_t occupied) const;
  // Does something stand in each set of slots that the trigger's frame asks for?
  bool stands(const TriggerTest& test, const Trigger& t, std::uint64_t occupied) const;

  // Holds one word against the frames that it triggers.
  void look_for(const View& view, LemmaId word, TriggerKind kind, At at, Index head);
  // The frames from the first on whose company is in the sentence.
  void keep_candidates(const View& view, LemmaId word, TriggerKind kind, At at, Index head, std::size_t first);

  // "gave up", "called off": a particle that makes another verb of it.
  bool particle_follows(Index head) const;
  // Does a frame ask for the verb with that particle?  Then those of the bare verb mean another thing.
  bool opened_with_particle(std::span<const Trigger> triggers, Index head, At at) const;
  bool opened_apart(std::span<const Trigger> triggers, std::span<const TriggerTest> tests, Index head, At at) const;

  // "call [on]", "break [off]": the words after the trigger, or after its object: "pulled its
  // soldiers [out] of Mali".
  bool follows(const Trigger& t, Index head, At where) const;
  bool follows(const Trigger& t, Index at) const;

  // needs.cc: what a frame asks for

  // Do the frame's needs hold, and none of what it refuses?
  void check_needs(const View& view, Candidate& candidate);
  bool meets(const View& view, At at, const Need& need);
  // "said Togo [must] pay", "said Togo [has] to pay".
  bool mood_holds(const View& view, At at, const Need& need) const;
  bool stands_for(const View& view, const Filler& f, const Need& need) const;
  bool called_so(const View& view, At at, const Need& need) const;
  // Only the words before the head: "[missile] tests".
  bool inside_holds(const View& view, Id noun, const Need& need) const;

  // match.cc: a trigger and one frame

  struct Try;
  // True if all roles are filled that must be, with what is then in filled_, values_ and pairs_.
  bool match(const View& view, std::uint32_t frame_index, At at);
  bool fill(const Try& t, const RoleSlots& role);
  void fill_from_slots(const Try& t, const RoleSlots& role);
  void state_of_envoy(std::vector<Party>& parties) const;
  void fill_from_slot(const Try& t, const RoleSlots& role, std::uint8_t slot);
  bool passes_slot(const Try& t, const RoleSlots& role, std::uint8_t slot, bool own);
  bool passes_filler(const Try& t, const RoleSlots& role, std::uint8_t slot, const Filler& f) const;
  bool drops(const Try& t, const RoleSlots& role, std::uint8_t slot, std::size_t before);
  void add_joined(const Try& t, const RoleSlots& role);
  void on_condition(const Try& t, const RoleSlots& role);
  Id wanted(const Try& t, const RoleSlots& role) const;
  void fill_doer(const Try& t, const RoleSlots& role);
  void asked_to(const Try& t);
  void captor();
  void blamed_or_charged(Try& t);
  void fill_target(const Try& t, const RoleSlots& role);
  void fill_from_deed(const Try& t);
  bool between_them(const Try& t);

  // Is the role, by its place among those of the type, a weapon?
  static bool takes_weapon(const RelationType& type, std::size_t role);
  bool unknown_name(const NounChunk& n) const;
  bool somebody_unknown(const View& view, At at, const RoleSlots& role);

  // roles.cc: who fills a role

  static bool among(const std::vector<Party>& parties, Index entity);
  void take_parties(std::vector<Party>& into, const std::vector<Party>& but) const;
  Id happened_in(const View& view, Id event) const;
  bool mediates(const View& view, Id noun) const;
  bool joins(const View& view, Id noun) const;
  void whose_attack(const View& view, Id died, const RelationType& type);
  void who_fell_in(const View& view, Id clash, const RelationType& type, RoleId a, RoleId b);
  void who_did_it_in(const View& view, Id attack, const RelationType& type);
  void of_the_other(const View& view, const Filler& f);
  bool is_victim(const View& view, const Filler& f) const;
  bool breaks(const View& view, Id noun) const;
  bool speaks_of(const View& view, Id noun, EventKind kind) const;
  bool stateless(const std::vector<Party>& parties) const;
  Id blamer(const View& view, Id deed) const;
  void who_is_charged(const View& view, Id deed, const RelationType& type, bool of_victim);
  Id charged_by_verb(const View& view, const NounChunk& deed) const;
  void charged_by_noun(const View& view, const NounChunk& deed, TypeSet types);
  void paid_back(const View& view, const NounChunk& deed);
  static bool in_course(const NounChunk& n);
  static Index start_of(const View& view, const NounChunk& deed);
  bool left_or_opposed(const View& view, const NounChunk& n) const;
  Id wanted_by(const View& view, Id noun) const;
  void asked_by(const View& view, Id verb);
  bool whence(const NounChunk& n) const;
  bool places_alone(const std::vector<Party>& parties) const;
  bool of_one_side(const Party& a, const Party& b) const;
  void what_it_hit(const View& view, Id verb, const RelationType& type);

  void fill_role(const View& view, const Frame& frame, const RelationType& type,
                 const RoleSlots& role, const Filler& f, bool near);

  bool of_one_phrase(const Frame& frame, RoleId role, const Party& party) const;
  bool of_own_state(const RelationType& type, RoleId role, const Party& party, bool near) const;
  // Is the party the state of whoever acts, named by a pronoun or within his title only?
  bool of_the_doer(const View& view, const Filler& f, const Party& party, bool between) const;

  // '"[We] ask Delhi to stop," Prachanda said': I and we inside a quotation are who is quoted.
  void who_is_quoted(const View& view, const Filler& f, TypeSet types);

  bool is_charge(const View& view, const Filler& f) const;
  void who_accused();

  // A group that stood for its state, as the group that it is.
  bool as_itself(TypeSet types, Party& party) const;

  // "Turkey condemned [the coup]", "Doha turned down [the demands]": the doers of what was reported last, in this
  // sentence or the one before; of what the noun names, in the three before.
  void doers_of_deed(const View& view, const Filler& f);
  void judged_in_it(const View& view, const Filler& f);
  // "[Spain] recognised it, prompting Israel to recall its envoy", "angering China, which cut ties": whoever provokes an
  // unfriendly act is whom it is done to.
  void provoker(const View& view, const RelationType& type, At at);
  // "called for the release of [Bongo]": he is not asked.
  bool set_free(const View& view, const Filler& f) const;
  bool is_to_be_freed(const View& view, At at, const Filler& f) const;
  // "Ecuador stormed Mexico's embassy. Mexico broke off relations": with whoever was just said to have wronged it, or
  // with whom another just broke.
  void offender(const VerbGroup& deed);
  void done_before(RelationTypeId type);
  // "praised [the government's restraint]", "deplored French arrogance": whose it is.
  void owner_of_conduct(const View& view, const Filler& f, TypeSet types);
  // "[Israeli] raid"
  void named_before_head(const View& view, const NounChunk& n, TypeSet types);
  void summoned(const View& view, Id asking, const RelationType& type);
  bool is_means(const NounChunk& n) const;
  // "fired a [missile] that hit a school", "a [missile] fired by rebels hit one": no test of it.
  bool struck(const View& view, Id fired) const;
  // "[Mali] fired a rocket that killed ten": whoever did it or used it.
  void whose_means(const View& view, Id means, TypeSet types);
  // "[An Israeli raid] killed him", "an ambush by rebels": whoever did the deed.
  void whose_deed(const View& view, const Filler& f, TypeSet types);

  // "A, B and C met": with one side empty, every two of the other are a pair.
  void pair_up(RelationTypeId type);

  // "Chad and Sudan accused [each other]", "expelled [each other]'s envoys", "each side blamed [the other]"
  bool each_other(const View& view, At at, const RoleSlots& role);
  // Each of those who do it, to each of the others.
  void each_to_others();

  // implied.cc: who is meant where no slot names him

  bool within_wish(const View& view, At at, const Filler& f) const;
  void of_the_sayer(const View& view, const Filler& f, Id answer, TypeSet types);
  void dealt_with_before(const View& view);
  void whose_settlement(const View& view, Id mediates, TypeSet types);
  bool goes_on_behind(const View& view, At at, std::uint8_t slot, const Filler& f);
  void whose_dispute(const View& view, const Filler& f, TypeSet types);
  void does_it_too(const View& view, const Filler& f);
  bool own_people(const View& view, Id asking) const;

  // report.cc: relations from filled roles, and their order

  bool complete(const View& view, std::uint32_t frame_index, const RelationType& type, At at);
  void emit(const View& view, std::uint32_t frame_index, const RelationType& type, At at);
  // The present choice as arguments, by role.
  void arguments(const RelationType& type, int role_a, int role_b, std::vector<Argument>& out) const;

  // Keeps one relation of several that say the same in one sentence.
  void add(const RelationType& type, Relation&& relation);

  // Does `big` hold every party of `small`?
  static bool covers(const RelationType& type, const Relation& big, const Relation& small);

  // "This would not be the first shipment from the North — supplying rockets to Wagner":
  // a participle without a subject of its own has that of the same kind of event before it.
  void elaborate(const View& view);
  void whose_office(const View& view);

  // Which reports fill out others, and which stand in the background.
  void order(const View& view);

  // Does another frame say more of the same denied word: "will not recognise"?
  bool beside(std::size_t i) const;
  // Does another type say more of the same word and parties: "fought"?
  bool told_by_another(std::size_t i) const;
  bool returned(const Relation& r) const;
  bool told_by_its_verb(const View& view, std::size_t i) const;
  bool told_by_its_blast(const View& view, std::size_t i) const;
  // "gave Fiji a million to [help] it recover": what the gift between the two is for.
  bool says_what_for(const View& view, std::size_t i) const;

  // Says the inner report all that the outer one does?
  bool yields(const Relation& outer, const Relation& inner) const;
  void give_up();

  // circumstance.cc: status, source, date, place

  void set_modality(const View& view, const Frame& frame, const RelationType& type, At at,
                    Index head, Relation& relation);

  // "wants", "opposes": a state of mind, no act of speech.
  bool lasts(LemmaId verb) const;
  static bool reads_answerer(const Frame& frame);

  void set_source(const View& view, const Modality& m, Index head, Relation& relation);

  // The speaker of a quotation: named beside its end, beside its start, or before it.
  Party quoted(Quotation& quote);

  void take_tense_of(const View& view, Id verb, const RelationType& type, Relation& relation);
  // The date nearest in the trigger's own stretch: from its verb group to the next one.
  void set_when(const View& view, At at, Relation& relation);
  // "fell on Friday, two days after [rebels had come]": two days before Friday.
  void told_by_clause(Id v, Relation& relation) const;
  Index shared_date(Id v) const;
  bool of_cause(const View& view, Id v, Index date) const;
  bool is_cause(const View& view, const NounChunk& n) const;
  static bool goes_on(const VerbGroup& a, const VerbGroup& b);
  // "shelled it on Monday, and Mali [protested]": a date before what joins the clauses is the other's.
  Index clause_start(Index from, const VerbGroup& g) const;
  // "[hours] after rebels took it": on the day that is named already.
  bool same_day(LemmaId lemma) const;
  bool within_apposition(Index date, const VerbGroup& g) const;
  // Does a clause stand between a verb and its subject?
  bool interrupts(Id inner, const VerbGroup& outer) const;
  // A following clause's subject is not ours, nor is a date right before it.
  Index stop_before(Id next) const;
  // Where the stretch of a verb ends: before the next one.
  Index stretch_end(Id v) const;
  Index date_between(Index from, Index to) const;
  bool tells_which(const Mention& date, Index from) const;
  void set_date(Index mention, const DateValue& value, Relation& relation) const;

  void set_where(const View& view, At at, Relation& relation);
  bool place(const View& view, Id noun, Relation& relation) const;

  // apposed.cc: names side by side

  void names(const View& view, Id noun);

  // "ISIL in Iraq and Syria", "Raqqa, Syria": what a name or group stands in.
  void places(const View& view, Id id);
  void stands_in(const View& view, Id id, const NounChunk& n);
  // "Syria's Raqqa", "the Syrian city of Raqqa"
  void place_of_state(const View& view, const NounChunk& n);
  // "the Iran-backed Houthis": who backs whom.
  void backed(const View& view, Id id);
  bool loyal_to(const View& view, const NounChunk& n) const;
  void located(const NounChunk& what, const NounChunk& place);
  void located(Index what, const Party& place, Index at) { beside(*place_frame_, what, place, at); }
  void beside(const Frame& frame, Index what, const Party& whole, Index at);
  void beside(const Frame& frame, const Party& first, const Party& second, Span trigger);
  bool of_larger_unit(Id id, const NounChunk& next) const;


  // trace.cc

  // Keeps what became of a frame, if anybody asked; the caller may say more of it.
  FrameTry* note(const View& view, std::uint32_t frame, At at, RelationCheck check) {
    return trace_ ? &trace_try(view, frame, at, check) : nullptr;
  }
  void note_failure(const View& view, const Candidate& candidate);
  FrameTry& trace_try(const View& view, std::uint32_t frame, At at, RelationCheck check);
  void trace_role(const View& view, std::uint32_t frame, At at, RoleId role);
  // What a filler gave a role; nothing, if it is not what the role takes.
  void trace_filler(const View& view, const RoleSlots& role, std::uint8_t slot, const Filler& f,
                    std::size_t parties, std::size_t values);
  void trace_found(const View& view, std::uint32_t frame, At at, const Relation& relation);
  // What would have been found, had the gate let the sentence through.
  void look_behind_gate(Index s, Index mention);

  const Frames& frames_;
  const Schema& schema_;
  Document* document_ = nullptr;
  const Gazetteer* names_;
  RelationWork* work_;
  RelationTrace* trace_;                 // null: nobody asks
  std::vector<TracedRole> traced_;       // of the frame that is being tried
  ChunkFinder finder_;
  bool parses_;
  SentenceTrees trees_;
  const Frame* place_frame_ = nullptr;
  const Frame* backed_frame_ = nullptr;  // "the Iran-backed Houthis"
  const Frame* unit_frame_ = nullptr;   // "3rd Battalion, 12th Regiment"
  std::int32_t today_ = 0;               // day of publication; the last of all if it is not known
  std::size_t first_of_sentence_ = 0;    // of the document's relations
  Index first_mention_ = 0;              // of the sentence
  At current_;
  bool on_modal_ = false;                // the trigger is a modal
  bool sources_read_ = false;            // are sources_ those of the sentence?
  bool few_ = false;                     // too few are named for the triggers that there are
  std::size_t waits_ = 0;                // sentences
  Pass* pass_ = nullptr;                 // of the sentence that is looked at
  std::uint64_t occupied_ = 0, known_ = 0;   // slots of the trigger, bit: SlotId
  bool ahead_ = false, asks_back_ = false;   // unknown_yet()
  At slots_at_;                          // whose slots are known
  std::array<std::pair<std::uint32_t, std::uint32_t>, kSlotCount> slots_;   // of those known: into in_slots_
};

}  // namespace dragoman

#endif  // DRAGOMAN_RELATION_EXTRACTOR_H_
