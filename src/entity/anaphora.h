// Part of dragoman; see LICENSE.
//
// Pronouns and descriptions: "he", "its", "the minister", "the officials", "the two
// countries".

#ifndef DRAGOMAN_ENTITY_ANAPHORA_H_
#define DRAGOMAN_ENTITY_ANAPHORA_H_

#include "base/hash_set.h"
#include "dragoman/document.h"
#include "entity/entity_table.h"
#include "entity/history.h"
#include "entity/office_holder.h"
#include "entity/pronoun.h"

namespace dragoman {

class Anaphora {
 public:
  Anaphora(const Gazetteer& gazetteer, const OfficeHolders& offices, Document& document,
           EntityTable& table)
      : gazetteer_(gazetteer), offices_(offices), document_(document), table_(table) {}

  // Links a nominal or pronominal mention if something before it fits; leaves it alone
  // otherwise.  A GROUP that nothing before it fits becomes an entity of its own.
  void resolve(Index mention, const History& history);

 private:
  // What a rule for pronouns gives that means nobody who is named; kNone: nothing is known.
  static constexpr Index kNobody = kNone - 1;
  void pronoun(Index mention, const History& history);
  std::uint32_t around(const Mention& m) const;
  Index plural_pronoun(const Mention& m, const History& history, Index subject);
  bool done_together(const Mention& m) const;
  Index two_named(const Mention& m, const History& history, Index sentences);
  bool of_same_state(const Entity& group, Index body) const;
  bool of_victims(const Mention& m) const;
  bool acts_on_them(const Mention& other, const Mention& m) const;
  bool sent_to(const Mention& other, const Mention& m) const;
  Index of_unnamed_body(Index mention) const;
  Index sends_own(Index mention) const;
  Index tells_of_own(Index mention) const;
  Index tells_of_his_plan(Index mention) const;
  Index opens_main_clause(Index mention) const;
  bool between_commas(const Mention& a, const Mention& b) const;
  bool behind_preposition(const Mention& m) const;
  bool begins_sentence(Index entity, Index sentence) const;
  std::vector<Mention>::const_iterator first_mention_from(Index sentence) const;
  bool is_object(const Mention& m) const;
  bool of_another(const Mention& m) const;
  bool judged_by_another(const Mention& m) const;
  Index called_beside(Index mention) const;
  Index topic_before(Index mention, Index called) const;
  bool has_envoy(const Mention& m) const;
  bool is_paper(const Mention& m) const;
  Index named_in_front(Index mention) const;
  Index opens_clause_of(Index mention) const;
  Index blamed_for(Index mention) const;
  Index host_of_mission(Index mention) const;
  Index of_the_doer(Index mention) const;
  Index whose_speaker(Index mention) const;
  Index own_subject(Index mention);
  bool of_participle(const Mention& m) const;
  Index led_by_relative(Index mention) const;
  void group(Index mention, const History& history);
  void fighters(Index mention, const History& history);
  Index armed_group_of(Index group, Index before) const;
  Index named_behind(Index mention) const;
  Index said_before(const Mention& m) const;
  Index before_insertion(Index mention) const;
  Index asked_for_himself(Index mention) const;
  Index of_new_subject(Index mention) const;
  Index of_counterpart(Index mention) const;
  Index of_relative(Index mention) const;
  Index done_by_his(Index mention) const;
  Index spoken_for(Index mention) const;
  Index only_one_here(Index mention) const;
  Index warned_of(Index mention) const;
  bool pair_acts(const std::vector<Index>& members, const Mention& m) const;
  Index says_at_end(Index mention) const;
  Index charged_in_turn(Index mention) const;
  Index says_of_himself(Index mention) const;
  bool speaks_for_others(const Mention& speaker) const;
  Index voice_before(Index mention) const;
  bool agrees_with(const Mention& m, const Mention& other) const;
  Index object_of_both(Index mention) const;
  Index meets_whom(Index mention) const;
  Index tells_of_himself(Index mention) const;
  Index joined_with_own(Index mention) const;
  Index of_whose_effort(Index mention) const;
  Index accuses_whom(Index mention) const;
  Index turns_down(Index mention) const;
  Index fronted_object(Index mention) const;
  Index of_unknown_doer(Index mention) const;
  bool has_minister(const Mention& m) const;
  Index fronted_other(Index mention) const;
  Index goes_on(Index mention) const;
  Index of_verb_beside(Index mention) const;
  Index named_later(Index mention) const;
  Index done_in_return(Index mention) const;
  Index said_besides(Index mention) const;
  Index closes_own(Index mention) const;
  Index told_to_do(Index mention) const;
  Index helped_to_do(Index mention) const;
  Index hearer_done_to(Index mention) const;
  Index in_front_of_it(Index mention) const;
  Index of_coming(Index mention) const;
  Index done_to_while(const Mention& m, const History& history) const;
  bool of_government(const Mention& m) const;
  Index state_of_places(Index sentence) const;
  std::vector<Index> army_and_rebels(const Mention& m, const History& history) const;
  bool fighters_called(const Mention& m) const;
  bool acts_on(const Mention& other, const Mention& m) const;
  Index joined_pair(const Mention& m, const History& history, Index sentences, Index subject);
  bool is_member(Index pair, Index entity) const;
  Index pair_of(std::vector<Index>& members);
  void person_in_mind(Index mention, const History& history, Index state);
  void pair(Index mention, const History& history);
  enum class Behind { kStates, kSides, kPersons };
  std::vector<Index> two_behind(const Mention& m, const History& history, Behind kind);
  void people_of_pair(Index pronoun);
  std::vector<Index> states_of(std::vector<Index> members);
  bool of_none_named(const Mention& m) const;
  bool where(const Mention& m) const;
  bool told(const Mention& m) const;
  bool outside(const Mention& other, const Mention& m) const;
  bool done_by(const Mention& m) const;
  bool only_borders(const Mention& m) const;
  bool leads(const Mention& m) const;
  bool opens(const Mention& m) const;
  bool led_by_person(Index sentence) const;
  void several(Index mention, const History& history, std::size_t count);
  template <typename Fits>
  std::vector<Index> two_in_mind(const Mention& m, const History& history, const Fits& fits) const;
  bool begins_clause(const Mention& m) const;
  void office_holder(Index mention, const History& history);
  Index only_home(Index before) const;
  void once_held(Index mention, const OfficeHolders::Description& office, const History& history);
  bool told_as(const Mention& person, const OfficeHolders::Description& office) const;
  bool has_other_title(Index person, std::uint64_t noun, Index before) const;
  bool of_party(Index mention);
  bool other_person(Index mention, const History& history);
  Index person_beside(Index mention) const;
  bool may_be_envoy(Index person, Index before);
  Index owner_state(Index mention) const;
  Index state_of_lead(Index before) const;
  bool told_apart(const Mention& a, const Mention& b) const;
  void kind_of_thing(Index mention, const History& history);
  bool led_by(Index mention);
  Index governed_from(Index mention);
  bool crossed(Index first) const;
  Index capital_meant(Index mention, const History& history);
  bool aside(const Mention& state) const;
  bool scene(const Mention& state) const;
  Index scene_of_lead(Index before) const;
  bool of_people(const Mention& nation) const;
  bool asked_of_another(const Mention& m) const;
  bool acts_by_pronoun(Index state, const Mention& m) const;
  bool titles_person(const Mention& state) const;
  bool in_insertion(const Mention& before, const Mention& m) const;
  bool told_which(const Mention& m) const;
  Index hosts(Index mention, const History& history) const;
  bool home_of_people(const Mention& state) const;
  bool joined_behind(Index from, Index to) const;
  bool listed(const Mention& m) const;
  Index called_so_before(const Mention& m, const History& history) const;
  Index state_of_opponents(const Mention& m);
  bool acts_in_clause(Index state, const Mention& m) const;
  void state_described(Index mention, const History& history);
  bool subject_of_clause(const Mention& first, const Mention& m) const;
  bool same_clause(const Mention& before, const Mention& m) const;
  // "Pyongyang ... its army": a capital that acts is its state.
  Index acting(Index entity);

  std::uint64_t head(const Mention& m) const { return document_.tokens.tokens[m.last - 1].hash; }
  // Where its phrase begins: at the article or, where `cues`, at "both" and "two" before it, too.
  Index start_of(const Mention& m, bool cues = false) const;
  // The first mention of the sentence that one stands in.
  Index first_of_sentence(Index mention) const;
  bool definite(const Mention& m) const;

  const Gazetteer& gazetteer_;
  const OfficeHolders& offices_;
  Document& document_;
  mutable QuotationMarks marks_{document_};   // remembers how far it has read
  EntityTable& table_;
  struct Role {
    Index person;  // entity
    RoleClass role;
    std::uint64_t noun;
  };
  std::vector<Role> roles_;        // that the text gave to persons beside their names
  HashSet no_envoys_;              // of the persons that mentions [0, titles_read_) name
  Index titles_read_ = 0;
};

}  // namespace dragoman

#endif  // DRAGOMAN_ENTITY_ANAPHORA_H_
