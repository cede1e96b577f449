// Part of dragoman; see LICENSE.
//
// What became of each frame that was tried, for who asks why.

#include "relation/extractor.h"

#include <algorithm>
#include <string_view>


namespace dragoman {

// What would have been found, had the gate let the sentence through.
void Extractor::look_behind_gate(Index s, Index mention) {
  const std::size_t relations = document_->relations.size(), tries = trace_->tries.size();
  finder_.find(*document_, s, mention, clauses_);
  candidates_.clear();
  find_candidates(mention);
  look_at(mention);
  document_->relations.resize(relations);
  for (FrameTry& t : std::span(trace_->tries).subspan(tries)) {
    if (few_ && t.check >= RelationCheck::kSlotEmpty) t.check = RelationCheck::kOneEntity;
  }
}

// All of these are called if anybody asked.
FrameTry& Extractor::trace_try(const View& view, std::uint32_t frame, At at, RelationCheck check) {
  FrameTry& t = trace_->tries.emplace_back();
  t.frame = frame;
  t.sentence = clauses_.sentence;
  const Index head = at.verb != kNobody ? view.verb(at.verb).head : view.noun(at.noun).head;
  t.trigger = document_->tokens.tokens[head].span();
  t.check = check;
  t.roles = traced_;
  return t;
}

void Extractor::note_failure(const View& view, const Candidate& candidate) {
  FrameTry* const t = note(view, candidate.frame, candidate.at, *candidate.fails);
  if (!t) return;
  t->need = candidate.need;
  if (t->check != RelationCheck::kSlotEmpty) return;
  const std::vector<std::uint64_t>& at_least = frames_.frames()[candidate.frame].at_least;
  t->slots = *std::ranges::find_if(at_least, [&candidate](std::uint64_t set) { return (set & candidate.occupied) == 0; });
}

void Extractor::trace_role(const View& view, std::uint32_t frame, At at, RoleId role) {
  const bool refused = std::ranges::any_of(traced_, [role](const TracedRole& r) {
    return r.role == role && r.mention == kNone;
  });
  trace_try(view, frame, at, refused ? RelationCheck::kRoleType : RelationCheck::kRoleEmpty).role = role;
}

// What a filler gave a role; nothing, if it is not what the role takes.
void Extractor::trace_filler(const View& view, const RoleSlots& role, std::uint8_t slot, const Filler& f,
                  std::size_t parties, std::size_t values) {
  const auto keep = [&](Index mention, Index entity) {
    TracedRole r{role.role, slot, mention, entity, {}};
    if (mention != kNone) {
      r.words = document_->mentions[mention].span;
    } else if (f.noun != kNobody) {
      const NounChunk& n = view.noun(f.noun);
      const auto& tokens = document_->tokens.tokens;
      r.words = {tokens[n.first].start, tokens[n.last - 1].end};
    } else if (f.mention != kNone) {
      r.words = document_->mentions[f.mention].span;
    }
    traced_.push_back(r);
  };
  const auto& filled = filled_[role.role];
  const auto& given = values_[role.role];
  for (std::size_t i = parties; i < filled.size(); ++i) keep(filled[i].mention, filled[i].entity);
  for (std::size_t i = values; i < given.size(); ++i) keep(given[i], document_->mentions[given[i]].entity);
  if (filled.size() == parties && given.size() == values) keep(kNone, kNone);
}

void Extractor::trace_found(const View& view, std::uint32_t frame, At at, const Relation& relation) {
  FrameTry& t = trace_try(view, frame, at, RelationCheck::kFound);
  t.denied = relation.polarity == Polarity::kDenied;
  t.roles.clear();
  for (const Argument& a : relation.arguments) {
    const auto from = std::ranges::find_if(traced_, [&a](const TracedRole& r) {
      return r.mention == a.mention;
    });
    TracedRole r{a.role, kSlotCount, a.mention, a.entity, {}};
    if (from != traced_.end()) r.slot = from->slot;
    t.roles.push_back(r);
  }
}

}  // namespace dragoman
