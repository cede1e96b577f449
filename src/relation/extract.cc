// Part of dragoman; see LICENSE.
//
// One pass over the sentences.  Only those that a frame could match in are chunked (gate.cc), several
// together; likewise, which frames their triggers could match is found for all of them (candidate.cc:
// needs first), and who fills their roles, before any is reported, with status, source and date: the
// code of one step stays in the processor's cache, that of all steps would not.  Few roles depend on
// what was reported before; those wait for their turn.  Work grows with tokens and triggers, never
// with pairs of entities.

#include "relation/extract.h"

#include <algorithm>
#include <string_view>

#include "relation/extractor.h"
#include "relation/role_types.h"
#include "relation/seats.h"

namespace dragoman {

Extractor::Extractor(const Frames& frames, const Schema& schema, const Gazetteer* names, RelationWork* work, const Parser* parser,
                     ExtractorScratch&& scratch)
    : ExtractorScratch(std::move(scratch)), frames_(frames), schema_(schema), names_(names), work_(work), trace_(work ? work->trace : nullptr),
      finder_(frames.lexicon()), parses_(parser != nullptr), trees_(parser, frames.lexicon()) {
  for (const std::uint32_t f : frames_.constructions()) {
    const Frame& frame = frames_.frames()[f];
    if (frame.construction == Construction::kPlace) place_frame_ = &frame;
    if (frame.construction == Construction::kUnit) unit_frame_ = &frame;
    if (frame.construction == Construction::kBacked) backed_frame_ = &frame;
  }
  waiting_.resize(kMostWaiting + 1);
  passes_.resize(kMostWaiting);
}

void Extractor::run(Document& document) {
  document_ = &document;
  today_ = document.info.date ? to_days(*document.info.date) : std::numeric_limits<std::int32_t>::max();
  states_.clear();
  document.relations.clear();
  document.relations.swap(relations_);
  for (Index e = 0; e < document_->entities.size(); ++e) {
    if (document_->entities[e].type == MentionType::kState) states_.push_back(e);
  }
  find_quotations(*document_, quotations_);
  Index mention = 0;
  const std::span<const Mention> mentions = document_->mentions;
  const std::span<const Sentence> sentences = document_->sentences();
  for (Index s = 0; s < sentences.size(); ++s) {
    const Sentence& sentence = sentences[s];
    while (mention < mentions.size() && mentions[mention].first < sentence.first) ++mention;
    if (!sentence.prose) continue;
    if (work_) ++work_->sentences;
    pass_ = &passes_[waits_];
    if (gate(s, named(sentence, mention))) wait(mention);
    else if (trace_) look_behind_gate(s, mention);
  }
  look_at_waiting();
  finish();
}

void Extractor::wait(Index mention) {
  waiting_[waits_++].first_mention = mention;
  if (waits_ == kMostWaiting || trace_) look_at_waiting();   // a trace goes sentence by sentence
}

void Extractor::look_at_waiting() {
  if (waits_ == 0) return;
  const std::span<ChunkFinder::Ask> asks = std::span(waiting_).first(waits_);
  {
    const SyntaxTime time(work_);
    finder_.tag(*document_, asks);
  }
  for (std::size_t i = 0; i < waits_; ++i) asks[i].wanted = still_open(passes_[i], asks[i].clauses);
  {
    const SyntaxTime time(work_);
    finder_.chunk(*document_, asks);
  }
  few_ = false;
  candidates_.clear();
  with_each_waiting(&Extractor::find_candidates);
  kept_.clear();
  if (!trace_) with_each_waiting(&Extractor::match_ahead);
  with_each_waiting(&Extractor::look_at);
  waits_ = 0;
}

void Extractor::with_each_waiting(void (Extractor::*step)(Index mention)) {
  for (std::size_t i = 0; i < waits_; ++i) {
    ChunkFinder::Ask& ask = waiting_[i];
    if (!ask.wanted) continue;
    pass_ = &passes_[i];
    clauses_.swap_found(ask.clauses);
    (this->*step)(ask.first_mention);
    clauses_.swap_found(ask.clauses);
  }
}

void Extractor::look_at(Index mention) {
  first_mention_ = mention;
  const View view(frames_, *document_, clauses_, states_, names_, mention);
  sources_read_ = false;
  first_of_sentence_ = document_->relations.size();
  trigger_at_.clear();
  slots_at_ = {};
  const Candidate* next = candidates_.data() + pass_->first_candidate;
  const Candidate* const end = candidates_.data() + pass_->end_candidate;
  for (; next != end && next->at.verb != kNobody; ++next) try_candidate(view, *next);
  for (Id n = 0; n < Id(clauses_.nouns.size()); ++n) {
    const NounChunk& chunk = clauses_.nouns[n];
    if (chunk.date || chunk.pronoun) continue;
    if (pass_->names && !stands_alone(*document_, chunk)) names(view, n);
    if (pass_->places) places(view, n);
    if (backed_frame_ && chunk.mention != kNone) backed(view, n);
    for (; next != end && next->at.noun == n; ++next) try_candidate(view, *next);
  }
  elaborate(view);
  whose_office(view);
  order(view);
  if (work_) work_->steps += view.steps();
}

void Extractor::try_candidate(const View& view, const Candidate& candidate) {
  occupied_ = candidate.occupied;
  on_modal_ = candidate.modal;
  traced_.clear();
  if (candidate.fails) return note_failure(view, candidate);
  if (candidate.ahead == Candidate::kNoMatch) return;
  const RelationType& type = schema_.type(frames_.frames()[candidate.frame].type);
  if (candidate.ahead == Candidate::kMatched) {
    current_ = candidate.at;
    kept_.take(type.roles.size(), filled_, values_, pairs_);
  } else if (!match(view, candidate.frame, candidate.at)) {
    return;
  }
  emit(view, candidate.frame, type, candidate.at);
}

void Extractor::match_ahead(Index mention) {
  first_mention_ = mention;
  slots_at_ = {};
  const View view(frames_, *document_, clauses_, states_, names_, mention);
  ahead_ = true;
  for (std::uint32_t c = pass_->first_candidate; c < pass_->end_candidate; ++c) {
    Candidate& candidate = candidates_[c];
    occupied_ = candidate.occupied;
    asks_back_ = false;
    const std::size_t asked = view.asked_back();
    const bool matched = match(view, candidate.frame, candidate.at);
    if (asks_back_ || view.asked_back() != asked) continue;
    candidate.ahead = matched ? Candidate::kMatched : Candidate::kNoMatch;
    if (matched) kept_.put(schema_.type(frames_.frames()[candidate.frame].type).roles.size(), filled_, values_, pairs_);
  }
  ahead_ = false;
  if (work_) work_->steps += view.steps();
}

// Valid until another slot is filled: one that was asked for before is kept, as long as the trigger stays.
std::span<const Filler> Extractor::slot(const View& view, At at, std::uint8_t slot) {
  const std::uint64_t bit = std::uint64_t{1} << slot;
  if ((occupied_ & bit) == 0) return {};
  if (slots_at_ != at) {
    slots_at_ = at;
    known_ = 0;
    in_slots_.clear();
  }
  auto& [from, to] = slots_[slot];
  if ((known_ & bit) == 0) {
    known_ |= bit;
    from = std::uint32_t(in_slots_.size());
    view.fill(at, slot, in_slots_);
    to = std::uint32_t(in_slots_.size());
  }
  return std::span<const Filler>(in_slots_).subspan(from, to - from);
}

void Extractor::finish() {
  const auto before = [](const Relation& a, const Relation& b) {
    return a.trigger.start != b.trigger.start ? a.trigger.start < b.trigger.start : a.type < b.type;
  };
  std::vector<Relation>& all = document_->relations;
  if (!std::is_sorted(all.begin(), all.end(), before)) std::stable_sort(all.begin(), all.end(), before);
  hand_over();
}

std::vector<Argument> Extractor::room_for_arguments() {
  if (arguments_.empty()) return {};
  std::vector<Argument> room = std::move(arguments_.back());
  arguments_.pop_back();
  room.clear();
  return room;
}

// Leaves the document relations that hold no more room than they need.  All of it is asked for here, one piece after the
// other: between the tries of frames each would cost several times as much.
void Extractor::hand_over() {
  relations_.swap(document_->relations);
  document_->relations.reserve(relations_.size());
  for (Relation& relation : relations_) {
    arguments_.emplace_back(relation.arguments.begin(), relation.arguments.end()).swap(relation.arguments);
    document_->relations.push_back(std::move(relation));
  }
  relations_.clear();
}

void find_relations(const Frames& frames, const Schema& schema, std::span<Document> documents,
                    const Gazetteer* names, RelationWork* work, const Parser* parser) {
  thread_local ExtractorScratch scratch;
  Extractor extractor(frames, schema, names, work, parser, std::move(scratch));
  for (Document& document : documents) {
    const Index lent = names ? lend_states(*names, document) : kNone;
    extractor.run(document);
    if (!names) continue;
    let_states_speak(*names, document);
    keep_used_states(lent, document);
  }
  scratch = extractor.take_scratch();
}

}  // namespace dragoman
