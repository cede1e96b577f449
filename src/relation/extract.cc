// Part of dragoman; see LICENSE.
//
// One pass over the sentences.  Only those that a frame could match in are chunked (gate.cc), several
// together.  Each trigger is then held against its
// frames: needs first, then roles, then status, source and date.  Work grows with tokens
// and triggers, never with pairs of entities.

#include "relation/extract.h"

#include <algorithm>
#include <string_view>

#include "relation/extractor.h"
#include "relation/role_types.h"
#include "relation/seats.h"

namespace dragoman {
namespace {

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

}  // namespace

void Extractor::run() {
  states_.clear();
  document_.relations.swap(relations_);
  for (const std::uint32_t f : frames_.constructions()) {
    const Frame& frame = frames_.frames()[f];
    if (frame.construction == Construction::kPlace) place_frame_ = &frame;
    if (frame.construction == Construction::kUnit) unit_frame_ = &frame;
  }
  for (Index e = 0; e < document_.entities.size(); ++e) {
    if (document_.entities[e].type == MentionType::kState) states_.push_back(e);
  }
  find_quotations(document_, quotations_);
  Index mention = 0;
  const std::span<const Mention> mentions = document_.mentions;
  const std::span<const Sentence> sentences = document_.sentences();
  for (Index s = 0; s < sentences.size(); ++s) {
    const Sentence& sentence = sentences[s];
    while (mention < mentions.size() && mentions[mention].first < sentence.first) ++mention;
    if (!sentence.prose) continue;
    if (work_) ++work_->sentences;
    if (gate(s, named(sentence, mention))) wait(mention);
    else if (trace_) look_behind_gate(s, mention);
  }
  look_at_waiting();
  finish();
}

// A tree costs more than all else of the stage.  It is made where token order left a trigger
// without its subject and a party without its verb, and some frame of the trigger could match
// if the one belonged to the other.  "Rebels" of nobody's alone are not worth it.
bool Extractor::wants_tree(const View& view) const {
  const auto somebody = [this](Index mention) {
    const Mention& m = document_.mentions[mention];
    return m.form == MentionForm::kNamed || m.state != kNone;
  };
  const auto waits = [&](const NounChunk& n) {
    return n.role == NounRole::kFree && n.verb == kNobody && !n.date && !n.pronoun &&
           n.mention != kNone && somebody(n.mention);
  };
  const auto first = std::ranges::find_if(clauses_.nouns, waits);
  if (first == clauses_.nouns.end()) return false;
  for (Id v = 0; v < Id(clauses_.verbs.size()); ++v) {
    const VerbGroup& g = clauses_.verbs[v];
    if (g.subject != kNobody || (g.passive && g.infinitive) || g.lemma == kNoLemma || g.first < first->first) continue;
    if (could_match(g.lemma, view.with_subject(v, frames_.reads(g.lemma)))) return true;
  }
  return false;
}

bool Extractor::could_match(LemmaId verb, std::uint64_t occupied) const {
  const std::span<const Trigger> triggers = frames_.triggers(verb, TriggerKind::kVerb);
  const std::span<const TriggerTest> tests = frames_.tests(verb, TriggerKind::kVerb);
  for (std::size_t i = 0; i < triggers.size(); ++i) {
    if (given_.meets(tests[i].asks) && stands(tests[i], triggers[i], occupied)) return true;
  }
  return false;
}

bool Extractor::stands(const TriggerTest& test, const Trigger& t, std::uint64_t occupied) const {
  if (!test.may_fill(occupied)) return false;
  if (test.more == 0) return true;
  const std::vector<std::uint64_t>& at_least = frames_.frames()[t.frame].at_least;
  return std::ranges::all_of(at_least, [occupied](std::uint64_t set) { return (set & occupied) != 0; });
}

ChunkFinder::Ask& Extractor::next_ask() {
  if (waiting_.size() == passes_.size()) waiting_.emplace_back();
  return waiting_[passes_.size()];
}

void Extractor::wait(Index mention) {
  next_ask().first_mention = mention;
  passes_.push_back({accord_, names_here_, places_here_, dated_, given_});
  if (passes_.size() == kMostWaiting || trace_) look_at_waiting();   // a trace goes sentence by sentence
}

void Extractor::look_at_waiting() {
  if (passes_.empty()) return;
  const std::span<ChunkFinder::Ask> asks = std::span(waiting_).first(passes_.size());
  {
    const SyntaxTime time(work_);
    finder_.tag(document_, asks);
  }
  for (std::size_t i = 0; i < passes_.size(); ++i) asks[i].wanted = still_open(passes_[i], asks[i].clauses);
  {
    const SyntaxTime time(work_);
    finder_.chunk(document_, asks);
  }
  few_ = false;
  for (std::size_t i = 0; i < passes_.size(); ++i) {
    if (!asks[i].wanted) continue;
    accord_ = passes_[i].accord;
    names_here_ = passes_[i].names;
    places_here_ = passes_[i].places;
    dated_ = passes_[i].dated;
    given_ = passes_[i].given;
    clauses_.swap_found(waiting_[i].clauses);
    look_at(waiting_[i].first_mention);
  }
  passes_.clear();
}

void Extractor::look_at(Index mention) {
  if (work_) ++work_->parsed;
  first_mention_ = mention;
  const View view(frames_, document_, clauses_, states_, names_, mention);
  if (parses_ && wants_tree(view)) {
    if (work_) ++work_->trees;
    const SyntaxTime time(work_);
    mend_links(trees_.read(document_, document_.sentences()[clauses_.sentence]), clauses_);
  }
  sources_read_ = false;
  first_of_sentence_ = document_.relations.size();
  trigger_at_.clear();
  for (Id v = 0; v < Id(clauses_.verbs.size()); ++v) {
    const VerbGroup& group = clauses_.verbs[v];
    if (group.lemma == kNoLemma) continue;
    look_for(view, group.lemma, TriggerKind::kVerb, {v, kNobody}, group.head);
    if (group.adjective != kNoLemma) look_for(view, group.adjective, TriggerKind::kAdjective, {v, kNobody}, group.head);
    if (group.modal != kNoLemma) look_for(view, group.modal, TriggerKind::kModal, {v, kNobody}, group.head);
  }
  for (Id n = 0; n < Id(clauses_.nouns.size()); ++n) {
    const NounChunk& chunk = clauses_.nouns[n];
    if (chunk.date || chunk.pronoun) continue;
    if (names_here_ && !stands_alone(chunk)) names(view, n);
    if (places_here_) places(view, n);
    if (chunk.lemma == kNoLemma || chunk.role == NounRole::kPossessor) continue;
    // A name is no event; a description ("the alliance") may be.
    if (chunk.mention != kNone && document_.mentions[chunk.mention].form == MentionForm::kNamed) {
      const MentionType type = document_.mentions[chunk.mention].type;
      if (type != MentionType::kGroup && type != MentionType::kEvent && type != MentionType::kWeapon &&
          type != MentionType::kOffice) {
        continue;
      }
    }
    look_for(view, chunk.lemma, TriggerKind::kNoun, {kNobody, n}, chunk.head);
    // "a mediation effort", "the withdrawal process": the word before says what it is.
    if (chunk.head > chunk.first && view.is(chunk.lemma, kEffortNoun)) {
      const Word& before = clauses_.word(chunk.head - 1);
      if (before.tag == Tag::kNoun && before.mention == kNone) {
        look_for(view, before.lemma, TriggerKind::kNoun, {kNobody, n}, chunk.head - 1);
      }
    }
  }
  elaborate(view);
  whose_office(view);
  order(view);
  if (work_) work_->steps += view.steps();
}

// Holds one word against the frames that it triggers.  What stands in its slots is looked
// up once for all of them; most frames fail on a slot that nothing stands in.
void Extractor::look_for(const View& view, LemmaId word, TriggerKind kind, At at, Index head) {
  if (word == kNoLemma) return;
  const std::span<const TriggerTest> tests = frames_.tests(word, kind);
  for (std::size_t i = 0; i < tests.size(); ++i) {
    if (trace_ || given_.meets(tests[i].asks)) return try_frames(view, word, kind, at, head, i);
  }
}

void Extractor::try_frames(const View& view, LemmaId word, TriggerKind kind, At at, Index head, std::size_t first) {
  const std::span<const TriggerTest> tests = frames_.tests(word, kind);
  const auto opens = [this](const TriggerTest& test) { return trace_ != nullptr || given_.meets(test.asks); };
  const std::span<const Trigger> triggers = frames_.triggers(word, kind);
  on_modal_ = kind == TriggerKind::kModal;
  occupied_ = view.occupied(at, frames_.reads(word));
  known_ = 0;
  in_slots_.clear();
  std::optional<bool> particle;      // asked of few
  for (std::size_t i = first; i < tests.size(); ++i) {
    if (!trace_ && (!tests[i].may_fill(occupied_) || !opens(tests[i]))) continue;
    const Trigger& t = triggers[i];
    frames_.fetch(t);
    traced_.clear();
    const bool bare = kind == TriggerKind::kVerb && t.after_count == 0;
    if (bare && !particle) {
      const bool beside = frames_.asks_behind(word) && particle_follows(head) && opened_with_particle(triggers, head, at);
      particle = beside || opened_apart(triggers, tests, head, at);
    }
    if ((bare && *particle) || !follows(t, head, at)) {
      note(view, t.frame, at, RelationCheck::kWordsAfter);
      continue;
    }
    if (stands(tests[i], t, occupied_)) {
      match(view, t.frame, at);
    } else if (trace_) {
      const std::vector<std::uint64_t>& at_least = frames_.frames()[t.frame].at_least;
      note(view, t.frame, at, RelationCheck::kSlotEmpty)->slots = *std::find_if(
          at_least.begin(), at_least.end(), [this](std::uint64_t set) { return (set & occupied_) == 0; });
    }
  }
}

// "gave up", "called off": a particle that makes another verb of it.
bool Extractor::particle_follows(Index head) const {
  const Index next = head + 1 - clauses_.base;
  if (next >= clauses_.words.size() || clauses_.words[next].lemma == kNoLemma) return false;
  const Lexicon& lexicon = frames_.lexicon();
  const LemmaId particle = clauses_.words[next].lemma;
  static constexpr FewWords kOfAnyTag = {"dead", "home", "go", "behind", "around"};   // "shot dead", "called home", "let go", "rallied behind him"
  if (lexicon.is_one_of(particle, kOfAnyTag)) return true;
  if (clauses_.words[next].tag != Tag::kPreposition && clauses_.words[next].tag != Tag::kAdverb) return false;
  static constexpr FewWords kParticles = {"up", "off", "out", "down", "away"};
  if (lexicon.is_one_of(particle, kParticles)) return true;
  // "handed over the general"
  static constexpr FewWords kOfSome = {"over", "back", "in", "on", "aside"};
  const LemmaId verb = clauses_.word(head).lemma;
  return lexicon.is_one_of(particle, kOfSome) && verb != kNoLemma && lexicon.phrasal(verb, lexicon.lemma(particle));
}

// Does a frame ask for the verb with that particle?  Then those of the bare verb mean another thing.
bool Extractor::opened_with_particle(std::span<const Trigger> triggers, Index head, At at) const {
  return std::ranges::any_of(triggers, [&](const Trigger& t) {
    return t.after_count != 0 && follows(t, head, at);
  });
}

// "shot two men [dead]": likewise, where the object stands between.
bool Extractor::opened_apart(std::span<const Trigger> triggers, std::span<const TriggerTest> tests, Index head, At at) const {
  static constexpr FewWords kApart = {"dead", "home", "packing", "responsible", "accountable", "liable", "answerable"};
  if (at.verb == kNobody || clauses_.verbs[at.verb].object == kNobody) return false;
  // "took Cuba [off] a blacklist": no taking.
  static constexpr FewWords kTake = {"take", "strike", "remove", "drop", "wipe"};
  static constexpr FewWords kOff = {"off"};
  const Lexicon& lexicon = frames_.lexicon();
  const NounChunk& object = clauses_.nouns[clauses_.verbs[at.verb].object];
  const Index behind = object.last - clauses_.base;
  if (object.first > head && behind < clauses_.words.size() && lexicon.is_one_of(clauses_.word(head).lemma, kTake) &&
      lexicon.is_one_of(clauses_.words[behind].lemma, kOff)) {
    static constexpr FewWords kAir = {"air"};   // a frame of its own
    const Id from = behind + 1 < clauses_.words.size() ? clauses_.noun_of[behind + 1] : kNobody;
    return from == kNobody || !lexicon.is_one_of(clauses_.nouns[from].lemma, kAir);
  }
  // "strike it [down]": no striking.
  if (object.pronoun && object.first == head + 1 && object.last == head + 2) {
    const Index next = head + 2 - clauses_.base;
    static constexpr FewWords kParticles = {"down", "up", "off", "out", "away", "over", "back", "aside"};
    if (next < clauses_.words.size() && clauses_.noun_of[next] == kNobody && lexicon.is_one_of(clauses_.words[next].lemma, kParticles) &&
        (next + 1 >= clauses_.words.size() || clauses_.noun_of[next + 1] == kNobody)) {
      return true;
    }
  }
  if (!frames_.asks_behind(clauses_.verbs[at.verb].lemma)) return false;
  for (std::size_t i = 0; i < triggers.size(); ++i) {
    const Trigger& t = triggers[i];
    // The first thing that it asks for is the word behind it.
    if (t.after_count != 1 || !(trace_ || given_.has(tests[i].asks.things[0]))) continue;
    if (lexicon.is_one_of(frames_.after(t)[0], kApart) && follows(t, head, at)) return true;
  }
  return false;
}

// Valid until another slot is filled: one that was asked for before is kept.
std::span<const Filler> Extractor::slot(const View& view, At at, std::uint8_t slot) {
  const std::uint64_t bit = std::uint64_t{1} << slot;
  if ((occupied_ & bit) == 0) return {};
  auto& [from, to] = slots_[slot];
  if ((known_ & bit) == 0) {
    known_ |= bit;
    from = std::uint32_t(in_slots_.size());
    view.fill(at, slot, in_slots_);
    to = std::uint32_t(in_slots_.size());
  }
  return std::span<const Filler>(in_slots_).subspan(from, to - from);
}

// "call [on]", "break [off]": the words after the trigger, or after its object: "pulled its
// soldiers [out] of Mali".
bool Extractor::follows(const Trigger& t, Index head, At where) const {
  if (t.after_count == 0 || follows(t, head + 1 - clauses_.base)) return true;
  // "agreed [on Monday] to": a date between changes nothing.
  if (const Index next = head + 1 - clauses_.base; next + 1 < clauses_.words.size()) {
    const Id date = clauses_.words[next].tag == Tag::kPreposition ? clauses_.noun_of[next + 1] : clauses_.noun_of[next];
    if (date != kNobody && clauses_.nouns[date].date && follows(t, clauses_.nouns[date].last - clauses_.base)) return true;
  }
  if (where.verb == kNobody || t.after_count > 1) return false;
  Id object = clauses_.verbs[where.verb].object;
  if (object == kNobody || clauses_.nouns[object].first < head) return false;
  static constexpr FewWords kHome = {"home", "back"};
  // "brought Peru [and Chile] together"
  while (clauses_.nouns[object].next_conjunct != kNobody) object = clauses_.nouns[object].next_conjunct;
  // "the last [of its soldiers]", "called its envoy [to Lima] home"
  const bool home = frames_.lexicon().is_one_of(frames_.after(t)[0], kHome);
  while (object + 1 < Id(clauses_.nouns.size()) && (clauses_.nouns[object + 1].noun == object || (home && clauses_.nouns[object + 1].verb == where.verb))) {
    const NounChunk& next = clauses_.nouns[object + 1];
    if (next.prep != Prep::kOf && !(home && next.role == NounRole::kPrepositional && !follows(t, clauses_.nouns[object].last - clauses_.base))) break;
    ++object;
  }
  if (!follows(t, clauses_.nouns[object].last - clauses_.base)) return false;
  // "beat a rival [backed] by Chad" is not beating back
  static constexpr FewWords kAlsoVerbs = {"back", "down", "out", "up"};
  const Word& particle = clauses_.words[clauses_.nouns[object].last - clauses_.base];
  if (particle.tag == Tag::kVerb && (particle.form & kPastParticiple) && frames_.lexicon().is_one_of(frames_.after(t)[0], kAlsoVerbs)) return false;
  // "worked the telephones with Peru", "turned off sales to it": such words lead a phrase, they are no particles.
  static constexpr FewWords kLeadPhrases = {"to", "with", "of", "from", "at", "upon", "about", "against", "alongside", "for"};
  if (frames_.lexicon().is_one_of(frames_.after(t)[0], kLeadPhrases)) return false;
  // "called the raid [on Lima] a crime", "took peacekeepers hostage [in Makeni]"
  static constexpr FewWords kPlaces = {"on", "in"};
  const Index after = clauses_.nouns[object].last + 1 - clauses_.base;
  return after >= clauses_.words.size() || clauses_.noun_of[after] == kNobody || !frames_.lexicon().is_one_of(frames_.after(t)[0], kPlaces);
}

bool Extractor::follows(const Trigger& t, Index at) const {
  for (const LemmaId word : frames_.after(t)) {
    if (at >= clauses_.words.size()) return false;
    const Word& w = clauses_.words[at];
    const bool same = w.lemma == word || (w.entry && (w.entry->other == word || w.entry->noun == word));
    if (!same) return false;
    ++at;
  }
  return true;
}

void Extractor::finish() {
  const auto before = [](const Relation& a, const Relation& b) {
    return a.trigger.start != b.trigger.start ? a.trigger.start < b.trigger.start : a.type < b.type;
  };
  std::vector<Relation>& all = document_.relations;
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
  relations_.swap(document_.relations);
  document_.relations.reserve(relations_.size());
  for (Relation& relation : relations_) {
    arguments_.emplace_back(relation.arguments.begin(), relation.arguments.end()).swap(relation.arguments);
    document_.relations.push_back(std::move(relation));
  }
  relations_.clear();
}

void find_relations(const Frames& frames, const Schema& schema, Document& document,
                    const Gazetteer* names, RelationWork* work, const Parser* parser) {
  document.relations.clear();
  const Index lent = names ? lend_states(*names, document) : kNone;
  thread_local ExtractorScratch scratch;
  Extractor extractor(frames, schema, document, names, work, parser, std::move(scratch));
  extractor.run();
  scratch = extractor.take_scratch();
  if (!names) return;
  let_states_speak(*names, document);
  keep_used_states(lent, document);
}

}  // namespace dragoman
