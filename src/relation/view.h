// Part of dragoman; see LICENSE.
//
// What the relation stage asks of one sentence's clauses: which chunks stand in a slot of
// a trigger, and which entity a chunk stands for.
//
//   View view(frames, document, clauses);
//   view.fill({.verb = 3}, kSubj, fillers);
//   view.parties(fillers, role, parties);

#ifndef DRAGOMAN_RELATION_VIEW_H_
#define DRAGOMAN_RELATION_VIEW_H_

#include <span>
#include <vector>

#include "dragoman/document.h"
#include "relation/frame.h"
#include "relation/role_types.h"
#include "syntax/clauses.h"

namespace dragoman {

// The word that a frame was looked up by: a verb group or a noun chunk.
struct At {
  Id verb = kNobody;
  Id noun = kNobody;
  bool operator==(const At&) const = default;
};

// What stands in a slot: a chunk (the first of a list), or a bare mention inside one.
struct Filler {
  Id noun = kNobody;
  Index mention = kNone;
  bool also = false;    // beside the one before it: "tanks to Chad and rifles [to Mali]"
  bool alone = false;   // without the list that it opens: "[A], a reporter for B, and C"
};

// Who is held to have done what a noun says, and the verb that says so.
struct Blame {
  Id judge = kNobody;
  Id whom = kNobody;      // a chunk; kNobody, too, where the noun says whose deed it was
};

struct Party {
  Index mention = kNone;
  Index entity = kNone;
};

// The first mention that starts at or after a token, where none before `first` does.
Index mention_from(std::span<const Mention> mentions, Index first, Index token);

class View {
 public:
  // states: the entities of the document that are states.
  // names: tells capitals from other cities; may be null.
  // first_mention: the first of the document's mentions that starts in the sentence.
  View(const Frames& frames, const Document& document, const Clauses& clauses,
       const std::vector<Index>& states, const Gazetteer* names, Index first_mention)
      : frames_(frames), words_(frames.lexicon()), document_(document), c_(clauses),
        states_(states), names_(names), first_mention_(first_mention) {}

  const Clauses& clauses() const { return c_; }
  const Document& document() const { return document_; }
  const Lexicon& words() const { return words_; }
  LemmaId accord() const { return frames_.accord(); }
  const NounChunk& noun(Id id) const { return c_.nouns[id]; }
  const VerbGroup& verb(Id id) const { return c_.verbs[id]; }

  // Appends what stands in a slot, nearest first.
  void fill(At at, std::uint8_t slot, std::vector<Filler>& out) const;
  // Slots (bit: SlotId) that something may stand in; fill() leaves all others empty.  Costs
  // less than filling one.  reads: those of Frames::reads() that are asked for; others of them are left out.
  std::uint64_t occupied(At at, std::uint64_t reads) const;
  // The same of a verb group without a subject, if it had one.
  std::uint64_t with_subject(Id verb, std::uint64_t reads) const;

  // The parties a filler stands for, each of a list; empty if any reading is unclear.
  // types: what the role may hold.
  void parties(const Filler& filler, TypeSet types,
               std::vector<Party>& out) const;

  // The mentions of weapons, sums ... in a filler, behind "dozens of" too.
  void values(const Filler& filler, TypeSet types,
              std::vector<Index>& out) const;

  // Does a filler hold a word or mention that the need names?
  bool holds(const Filler& filler, const Need& need) const;
  void named_in_relative(const VerbGroup& deed, Index end, std::vector<Filler>& out) const;
  Id joining(Id id) const;
  void gapped(Id object, std::vector<Filler>& out) const;
  bool says_what_of(const NounChunk& n, Index token) const;
  bool names_whose(const NounChunk& n, Index token) const;
  bool whose(Index mention) const;

  // Who a chunk names as a speaker: a person, body or group, never widened to the state.
  Party speaker(Id noun) const;

  // The verb that governs a noun, through "of" chains: "a series of talks was held".
  Id governor(Id noun) const;
  // The chunk that stands for the noun in its clause: "series" for "talks".
  Id container(Id noun) const;
  Id light_noun(Id noun) const;
  Id holder(Id noun) const;
  Id owned_holder(Id noun) const;
  Id shared_possessor(Id noun) const;
  bool state_of_war(const NounChunk& state, const NounChunk& what) const;
  bool recalls(const VerbGroup& verb) const;
  // The nearest finite verb at or above a verb group.
  Id finite_above(Id verb) const;
  // The light verb that carries a noun, or kNobody.
  Id carrier(Id noun) const;
  bool calls_it(Id verb, const NounChunk& object) const;
  // The verb by which somebody answers a request, offer or charge, or kNobody.
  Id answering(Id noun) const;
  // "a pledge [made] to him": the participle that carries a noun before it, or kNobody.
  Id made(Id noun) const;
  // "condemned [Togo] for the raid", "charged [him] with murder", "blamed the attack on [rebels]"
  Blame blamed_for(Id noun) const;
  bool joins_in(const VerbGroup& verb) const;
  bool done_with(const NounChunk& n) const;
  bool passes_of_on(Id left, Id head, Id of) const;
  // The name of a state, city or place?
  bool is_place_name(const NounChunk& n) const { return is_place(n) && document_.mentions[n.mention].form == MentionForm::kNamed; }
  // The verb of the clause or infinitive that a trigger governs, or kNobody.
  Id complement_verb(At at) const;
  Id content_before(Id id) const;
  bool is_scene(const NounChunk& n) const;
  Id summoned_to_hear(Id verb_id) const;
  Id whom_met(Id id) const;          // the noun of the other party to what the verb group says
  void whose_words(Id id, std::vector<Filler>& out) const;
  Id joined_in(Id id) const;
  Id gerund(Id id) const;            // "barred them from [leaving]" of the verb group id, or kNobody
  // Subject of the verb of saying that a verb group's clause depends on, or kNobody.
  Id said(Id verb) const;
  // Does a verb with its subject stand behind a comma or turned round: ", X said", "said X"?
  bool stands_apart(const VerbGroup& verb) const;
  // Does a verb of saying govern a clause behind it?  "X alleged, citing files": a participle is none.
  bool has_clause(Id verb) const;
  // Subject of the verb of saying that ends the sentence of a main verb, or kNobody.
  Id said_after(Id verb) const;
  // The token where what a trigger governs ends.
  Index complement_end(At at) const;
  // The first verb group that starts at or after a token.
  Id first_verb_after(Index token) const;

  // Visits the mentions inside tokens [first, last) that may act: states, bodies,
  // nationalities, persons.  visit(mention) returns false to stop.
  template <typename Visit>
  void inner_actors(Index first, Index last, Visit&& visit) const {
    if (first >= last) return;
    for (Index m = from(first); m < document_.mentions.size(); ++m) {
      const Mention& mention = document_.mentions[m];
      if (mention.first >= last) break;
      if (mention.first < first || mention.last > last || brings_about(mention.last) || names_pact(mention)) continue;
      if (mention.type == MentionType::kState || mention.type == MentionType::kNationality ||
          mention.type == MentionType::kCity || is_a(mention.type, MentionType::kOrganisation) ||
          mention.type == MentionType::kPerson) {
        if (!visit(m)) return;
      }
    }
  }
  // "[UN]-brokered talks": whoever brings about what others do.
  bool brings_about(Index end) const {
    static constexpr FewWords kBy = {"broker", "mediate", "sponsor", "monitor", "supervise", "facilitate", "moderate"};
    if (end + 1 >= c_.base + c_.words.size() || c_.word(end).tag != Tag::kHyphen) return false;
    const Word& w = c_.word(end + 1);
    return words_.is_one_of(w.lemma, kBy) || (w.entry && words_.is_one_of(w.entry->verb, kBy));
  }
  // Visits who is said so to have brought about what [first, last) names: "an [Omani]-mediated exchange".
  template <class Visit>
  void bringers(Index first, Index last, Visit&& visit) const {
    if (first >= last) return;
    for (Index m = from(first); m < document_.mentions.size() && document_.mentions[m].first < last; ++m) {
      if (document_.mentions[m].first >= first && brings_about(document_.mentions[m].last)) visit(m);
    }
  }
  // Does one of the words, as they are written, stand right before a token of the sentence?
  template <std::size_t kCount>
  bool follows_one_of(Index token, const FewWords<kCount>& words) const {
    return token > c_.base && words.has_in_any_case(document_.slice(document_.tokens.tokens[token - 1].span()));
  }
  // "the [Pretoria] truce": where it was made.
  bool names_pact(const Mention& mention) const {
    static constexpr FewWords kPacts = {"truce", "ceasefire", "accord", "agreement", "treaty", "deal", "pact", "protocol", "declaration", "convention",
                                        "memorandum", "process", "talk", "summit", "conference", "formula"};
    return mention.type == MentionType::kCity && mention.last < c_.base + c_.words.size() && words_.is_one_of(c_.word(mention.last).lemma, kPacts);
  }
  // The entities that are states, and that of one by its code ("KEN"), or kNone.
  const std::vector<Index>& states() const { return states_; }
  Index state_by_code(std::string_view code) const;
  // The state whose office the document has said that a person holds; kNone if none.
  Index office_told(Index person) const;
  // Rebels and the like, who act for no state?
  bool against_state(const Mention& mention) const;
  bool of_many(const Mention& mention) const;
  // A former or retired one?
  bool was_once(const Mention& mention) const;
  // A mention as a party, if the role's types allow it.
  bool accept(Index mention, TypeSet types, Party& out) const;
  // The state whose government a party's name stands for ("the Kremlin"), else the party.
  Party state_behind(const Party& party) const;
  // How often it was asked so far what the document has said of somebody.
  std::size_t asked_back() const { return asked_back_; }
  // Chunks and verb groups looked at so far, for tests of cost.
  std::size_t steps() const { return steps_; }
  bool is(LemmaId lemma, WordClass c) const { return lemma != kNoLemma && words_.is(lemma, c); }

  Id behind_done_to(const VerbGroup& v) const;
  // Phrases of a verb or noun that a preposition leads.
  void prepositional(At at, Prep prep, std::vector<Filler>& out) const;
  // "country", "homeland": his is that of his state.
  bool is_land(LemmaId lemma) const;

 private:
  // The first mention that starts at or after a token.
  Index from(Index token) const { return mention_from(document_.mentions, first_mention_, token); }
  Id first_noun_after(Index token) const;
  Id buyer(const VerbGroup& v) const;
  Id done_by(Id verb) const;
  void doers(Id passive, std::vector<Filler>& out) const;
  Id by_further_on(Id verb) const;
  Id shared_by(Id verb) const;
  Id by_behind_infinitive(Id verb) const;
  bool group(const Mention& mention) const;
  Party author(Id noun) const;
  bool of_body(Index group) const;
  bool machines(const Mention& mention) const;
  bool is_sum(const NounChunk& n) const {
    return n.mention != kNone && document_.mentions[n.mention].type == MentionType::kMoney;
  }
  bool office(const NounChunk& n) const;
  // A state, city or place, by a name or not?
  bool is_place(const NounChunk& n) const {
    if (n.mention == kNone) return false;
    const MentionType type = document_.mentions[n.mention].type;
    return type == MentionType::kState || type == MentionType::kCity || type == MentionType::kPlace;
  }
  Id place_behind(Id noun) const;
  bool is_spot(LemmaId lemma) const;
  // "a post near the Malian [border]" is not Mali's for that.
  bool is_border(LemmaId lemma) const {
    static constexpr FewWords kBorders = {"border", "frontier", "boundary", "coast"};
    return words_.is_one_of(lemma, kBorders);
  }
  bool somebody(const NounChunk& n) const;
  bool governs(LemmaId lemma) const;
  bool land_of(Id owner, Party& out) const;
  bool of_other_side(const NounChunk& n) const;
  bool others_of(const Mention& mention) const;
  bool speaks_for(LemmaId lemma) const;
  bool named_behind(Id id) const;
  Id some_of(Id noun) const;
  bool some_of_victims(Id noun) const;
  Id named_in_commas(Index token) const;
  bool names_state(const NounChunk& n) const;
  bool resolve(Id noun, TypeSet types, int depth, Party& out) const;
  bool by_common_noun(Id noun, TypeSet types, int depth, Party& out) const;
  bool owner_of(Id noun, TypeSet types, int depth, Party& out) const;
  bool named_before(Id noun, TypeSet types, Party& out) const;
  bool aboard(Id noun, TypeSet types, int depth, Party& out) const;
  bool held_by(Id noun, TypeSet types, int depth, Party& out) const;
  bool at_home(Id noun, Party& out) const;
  bool abroad(const NounChunk& n) const;
  bool place_state(Index mention, Party& out) const;
  Index state_entity(const Mention& mention) const;
  void complement(At at, std::vector<Filler>& out) const;
  bool spoken_in(Id noun) const;
  bool apart_in_time(const VerbGroup& g) const;
  bool stands_for_himself(Id possessor) const;

  const Frames& frames_;
  const Lexicon& words_;
  const Document& document_;
  const Clauses& c_;
  const std::vector<Index>& states_;
  const Gazetteer* names_;
  Index first_mention_;
  mutable std::size_t steps_ = 0, asked_back_ = 0;
};

}  // namespace dragoman

#endif  // DRAGOMAN_RELATION_VIEW_H_
