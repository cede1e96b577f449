// Part of dragoman; see LICENSE.
//
// Names side by side: offices, employers and places that no verb tells.

#include "relation/extractor.h"

#include <algorithm>
#include <string_view>

#include "token/word_set.h"

namespace dragoman {

void Extractor::names(const View& view, Id noun) {
  current_ = {};
  const Frames::KnownTypes& known = frames_.known_types();
  if (frames_.constructions().empty()) return;
  name_relations_.clear();
  name_relations(view, noun, name_relations_);
  for (const NameRelation& n : name_relations_) {
    std::optional<RelationTypeId> type_id;
    switch (n.tie) {
      case PersonTie::kNone: continue;
      case PersonTie::kOffice: type_id = known.holds_office; break;
      case PersonTie::kEmployee: type_id = known.works_for; break;
      case PersonTie::kFounder: type_id = known.founded; break;
      case PersonTie::kCitizen: type_id = known.citizen_of; break;
    }
    if (!type_id) continue;
    const Frame* frame = nullptr;
    for (const std::uint32_t i : frames_.constructions()) {
      const Frame& f = frames_.frames()[i];
      if (f.type == *type_id && f.construction == n.construction) frame = &f;
    }
    if (!frame) continue;
    const RelationType& type = schema_.type(*type_id);
    Relation relation;
    relation.type = *type_id;
    relation.because = frame->origin;
    relation.sentence = clauses_.sentence;
    relation.evidence = document_->sentences()[clauses_.sentence].span;
    relation.trigger = n.trigger;
    relation.status = n.former || n.tie == PersonTie::kFounder ? RelationStatus::kHappened : RelationStatus::kOngoing;
    relation.arguments = room_for_arguments();
    relation.arguments.push_back({0, n.person.mention, n.person.entity});
    if (n.tie == PersonTie::kOffice) {
      if (n.office_mention != kNone) relation.arguments.push_back({1, n.office_mention, kNone, n.office_words});
      relation.arguments.push_back({2, n.body.mention, n.body.entity});
    } else {
      relation.arguments.push_back({1, n.body.mention, n.body.entity});
    }
    add(type, std::move(relation));
  }
}

// "loyal [to X]", "allied to X"
bool Extractor::loyal_to(const View& view, const NounChunk& n) const {
  static constexpr FewWords kLoyal = {"loyal", "allied", "close", "linked", "sympathetic", "opposed", "faithful"};
  return n.first > clauses_.base && view.follows_one_of(n.first - 1, kLoyal);
}

// "ISIL in Iraq and Syria", "Raqqa, Syria": what a name or group stands in.
void Extractor::places(const View& view, Id id) {
  if (!place_frame_) return;
  const NounChunk& n = view.noun(id);
  if (n.mention != kNone) return stands_in(view, id, n);
  // "[Taliban] targets in Helmand and Kunar"
  static constexpr FewWords kHeld = {"target", "position", "base", "camp", "stronghold", "hideout", "cell", "training"};
  if (!frames_.lexicon().is_one_of(n.lemma, kHeld)) return;
  NounChunk held = n;
  view.inner_actors(n.first, n.head, [&](Index m) {
    if (document_->mentions[m].type == MentionType::kArmedGroup) held.mention = m;
    return true;
  });
  if (held.mention != kNone) stands_in(view, id, held);
}

void Extractor::backed(const View& view, Id id) {
  static constexpr TypeSet kStates = {MentionType::kState};
  static constexpr auto kBacks = word_set({"backed", "supported", "sponsored", "trained", "equipped", "armed"});
  const NounChunk& n = view.noun(id);
  const Mention& whom = document_->mentions[n.mention];
  if (n.head < n.first + 3 || whom.entity == kNone || (whom.type != MentionType::kGroup && !is_a(whom.type, MentionType::kOrganisation))) return;
  const std::vector<Token>& tokens = document_->tokens.tokens;
  for (Index t = n.first + 1; t + 1 < n.head; ++t) {
    if (!tokens[t].has(kJoiner) || !kBacks.contains(tokens[t + 1].hash)) continue;
    for (Index m = mention_from(document_->mentions, first_mention_, n.first); m < document_->mentions.size() && document_->mentions[m].first < t; ++m) {
      Party state;
      if (document_->mentions[m].last != t || !view.accept(m, kStates, state)) continue;
      current_ = {};
      parties_.clear();
      view.parties({id}, schema_.type(backed_frame_->type).roles[1].types, parties_);
      if (!parties_.empty()) beside(*backed_frame_, {m, state.entity}, parties_[0], tokens[t + 1].span());
      return;
    }
  }
}

// n: the chunk, whose mention may be one inside it.
void Extractor::stands_in(const View& view, Id id, const NounChunk& n) {
  current_ = {};
  const Mention& what = document_->mentions[n.mention];
  if (what.entity == kNone || what.form == MentionForm::kPronominal) return;
  const bool spot = what.type == MentionType::kCity || what.type == MentionType::kPlace;
  if (spot && what.form == MentionForm::kNamed) place_of_state(view, n);
  if (id + 1 >= Id(clauses_.nouns.size())) return;
  // "the government in Bamako" stands for the state, which is nowhere.
  if (!spot && document_->entities[what.entity].type == MentionType::kState) return;
  const NounChunk& next = view.noun(id + 1);
  // Of groups, those of a state or body: "police in Lagos" tells nothing, "French soldiers in Mali" does.
  const auto of_somebody = [&] {
    bool somebody = false;
    view.inner_actors(what.first, what.last, [&](Index) { return !(somebody = true); });
    return somebody;
  };
  const auto thing = [&] {
    return spot || is_a(what.type, MentionType::kOrganisation) || (what.type == MentionType::kPerson && what.form == MentionForm::kNamed) ||
           (what.type == MentionType::kGroup && of_somebody());
  };
  if (unit_frame_ && is_a(what.type, MentionType::kOrganisation) && of_larger_unit(id, next)) {
    beside(*unit_frame_, n.mention, {next.mention, document_->mentions[next.mention].entity}, next.first);
  }
  const auto within = [this](const NounChunk& p) {
    if (p.mention == kNone) return false;
    const MentionType type = document_->mentions[p.mention].type;
    return document_->mentions[p.mention].entity != kNone &&
           (type == MentionType::kState || type == MentionType::kCity || type == MentionType::kPlace);
  };
  if (next.noun == id && (next.prep == Prep::kIn || next.prep == Prep::kAt || next.prep == Prep::kNear)) {
    // "gunmen loyal to [the general] near Latakia": they are.
    if (what.type == MentionType::kPerson && n.role == NounRole::kPrepositional && n.prep == Prep::kTo && loyal_to(view, n)) return;
    // "met [Javier Milei] in Buenos Aires": the meeting was there.
    if (what.type == MentionType::kPerson && n.role == NounRole::kObject) return;
    if (!thing()) return;
    for (Id k = id + 1; k != kNobody; k = view.noun(k).next_conjunct) {
      // "talks between Kyiv and Moscow in Istanbul": no town is in another.
      const bool towns = what.type == MentionType::kCity && next.prep != Prep::kNear && view.noun(k).mention != kNone &&
                         document_->mentions[view.noun(k).mention].type == MentionType::kCity;
      if (!towns && within(view.noun(k))) located(n, view.noun(k));
    }
  } else if (spot && next.first == n.last + 1 && next.after_comma && within(next)) {
    // Only where the tables agree: lists of cities look the same.
    const Entity& whole = document_->entities[document_->mentions[next.mention].entity];
    if (whole.type == MentionType::kState && document_->entities[what.entity].state == whole.id) located(n, next);
  }
}

// "Syria's Raqqa", "the Syrian city of Raqqa"
void Extractor::place_of_state(const View& view, const NounChunk& n) {
  static constexpr TypeSet kStates = {MentionType::kState};
  parties_.clear();
  if (n.possessor != kNobody) {
    view.parties({n.possessor}, kStates, parties_);
  } else if (n.role == NounRole::kPrepositional && n.prep == Prep::kOf && n.noun != kNobody &&
             view.is(view.noun(n.noun).lemma, kPlaceNoun)) {
    const NounChunk& kind = view.noun(n.noun);
    view.inner_actors(kind.first, kind.head, [&](Index m) {
      Party state;
      if (view.accept(m, kStates, state)) parties_.push_back(state);
      return parties_.empty();
    });
  }
  // "the Russian-held city of Mariupol": where the tables know better, they do.
  const std::string& known = document_->entities[document_->mentions[n.mention].entity].state;
  if (!parties_.empty() && (known.empty() || known == document_->entities[parties_[0].entity].id)) {
    located(n.mention, parties_[0], n.first);
  }
}

void Extractor::located(const NounChunk& what, const NounChunk& place) {
  located(what.mention, {place.mention, document_->mentions[place.mention].entity}, place.first);
}

// "3rd Battalion, [12th Infantry Regiment]", "the 2nd Squadron of the [5th Wing]": formations that stand side by side, the
// smaller one first.
bool Extractor::of_larger_unit(Id id, const NounChunk& next) const {
  const NounChunk& unit = clauses_.nouns[id];
  static constexpr FewWords kSmall = {"company", "battery", "troop", "platoon", "battalion", "squadron", "detachment"};
  static constexpr FewWords kLarge = {"battalion", "regiment", "group", "wing", "brigade", "division", "corps", "command", "fleet", "army"};
  const auto numbered = [this](const NounChunk& n) {
    const Mention& m = document_->mentions[n.mention];
    return m.form == MentionForm::kNamed && m.entity != kNone && is_a(m.type, MentionType::kOrganisation);
  };
  if (unit.mention == kNone || next.mention == kNone || !numbered(unit) || !numbered(next)) return false;
  const bool beside = (next.after_comma && next.first == unit.last + 1) || (next.prep == Prep::kOf && next.noun == id);
  return beside && frames_.lexicon().is_one_of(unit.lemma, kSmall) && frames_.lexicon().is_one_of(next.lemma, kLarge);
}

void Extractor::beside(const Frame& frame, Index what, const Party& place, Index at) {
  beside(frame, {what, document_->mentions[what].entity}, place, document_->tokens.tokens[at > 0 ? at - 1 : 0].span());
}

void Extractor::beside(const Frame& frame, const Party& first, const Party& second, Span trigger) {
  if (first.entity == second.entity) return;
  Relation relation;
  relation.type = frame.type;
  relation.because = frame.origin;
  relation.sentence = clauses_.sentence;
  relation.evidence = document_->sentences()[clauses_.sentence].span;
  relation.trigger = trigger;
  relation.status = RelationStatus::kOngoing;
  relation.background = schema_.type(frame.type).kind != EventKind::kNone;   // said in passing
  relation.arguments = room_for_arguments();
  relation.arguments.assign({{0, first.mention, first.entity}, {1, second.mention, second.entity}});
  add(schema_.type(frame.type), std::move(relation));
}

}  // namespace dragoman
