// Part of dragoman; see LICENSE.
//
// A sentence's triggers, and which frames of each could match: the words behind the trigger are there, something is in
// each set of slots that the frame asks for, and its needs hold.  Nothing here depends on what was found before, so that
// several sentences are asked one after the other while the code is in the processor's cache.

#include <algorithm>

#include "relation/extractor.h"

namespace dragoman {

void Extractor::find_candidates(Index mention) {
  if (work_) ++work_->parsed;
  first_mention_ = mention;
  const View view(frames_, *document_, clauses_, states_, names_, mention);
  if (parses_ && wants_tree(view)) {
    if (work_) ++work_->trees;
    const SyntaxTime time(work_);
    mend_links(trees_.read(*document_, document_->sentences()[clauses_.sentence]), clauses_);
  }
  slots_at_ = {};
  pass_->first_candidate = std::uint32_t(candidates_.size());
  for (Id v = 0; v < Id(clauses_.verbs.size()); ++v) {
    const VerbGroup& group = clauses_.verbs[v];
    if (group.lemma == kNoLemma) continue;
    look_for(view, group.lemma, TriggerKind::kVerb, {v, kNobody}, group.head);
    if (group.adjective != kNoLemma) look_for(view, group.adjective, TriggerKind::kAdjective, {v, kNobody}, group.head);
    if (group.modal != kNoLemma) look_for(view, group.modal, TriggerKind::kModal, {v, kNobody}, group.head);
  }
  for (Id n = 0; n < Id(clauses_.nouns.size()); ++n) look_at_noun(view, n);
  pass_->end_candidate = std::uint32_t(candidates_.size());
  if (work_) work_->steps += view.steps();
}

void Extractor::look_at_noun(const View& view, Id n) {
  const NounChunk& chunk = clauses_.nouns[n];
  if (chunk.date || chunk.pronoun || chunk.lemma == kNoLemma || chunk.role == NounRole::kPossessor) return;
  // A name is no event; a description ("the alliance") may be.
  if (chunk.mention != kNone && document_->mentions[chunk.mention].form == MentionForm::kNamed) {
    const MentionType type = document_->mentions[chunk.mention].type;
    if (type != MentionType::kGroup && type != MentionType::kEvent && type != MentionType::kWeapon && type != MentionType::kOffice) return;
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

// A tree costs more than all else of the stage.  It is made where token order left a trigger
// without its subject and a party without its verb, and some frame of the trigger could match
// if the one belonged to the other.  "Rebels" of nobody's alone are not worth it.
bool Extractor::wants_tree(const View& view) const {
  const auto somebody = [this](Index mention) {
    const Mention& m = document_->mentions[mention];
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
    if (pass_->given.meets(tests[i].asks) && stands(tests[i], triggers[i], occupied)) return true;
  }
  return false;
}

bool Extractor::stands(const TriggerTest& test, const Trigger& t, std::uint64_t occupied) const {
  if (!test.may_fill(occupied)) return false;
  if (test.more == 0) return true;
  const std::vector<std::uint64_t>& at_least = frames_.frames()[t.frame].at_least;
  return std::ranges::all_of(at_least, [occupied](std::uint64_t set) { return (set & occupied) != 0; });
}

// Holds one word against the frames that it triggers.
void Extractor::look_for(const View& view, LemmaId word, TriggerKind kind, At at, Index head) {
  if (word == kNoLemma) return;
  const std::span<const TriggerTest> tests = frames_.tests(word, kind);
  for (std::size_t i = 0; i < tests.size(); ++i) {
    if (trace_ || pass_->given.meets(tests[i].asks)) return keep_candidates(view, word, kind, at, head, i);
  }
}

// What stands in the trigger's slots is looked up once for all of its frames; most of them fail on a slot that nothing stands in.
void Extractor::keep_candidates(const View& view, LemmaId word, TriggerKind kind, At at, Index head, std::size_t first) {
  const std::span<const TriggerTest> tests = frames_.tests(word, kind);
  const Given& given = pass_->given;
  const std::span<const Trigger> triggers = frames_.triggers(word, kind);
  Candidate candidate;
  candidate.at = at;
  candidate.modal = kind == TriggerKind::kModal;
  candidate.occupied = view.occupied(at, frames_.reads(word));
  occupied_ = candidate.occupied;
  std::optional<bool> particle;      // asked of few
  for (std::size_t i = first; i < tests.size(); ++i) {
    if (!trace_ && (!tests[i].may_fill(candidate.occupied) || !given.meets(tests[i].asks))) continue;
    const Trigger& t = triggers[i];
    frames_.fetch(t.frame);
    const bool bare = kind == TriggerKind::kVerb && t.after_count == 0;
    if (bare && !particle) {
      const bool beside = frames_.asks_behind(word) && particle_follows(head) && opened_with_particle(triggers, head, at);
      particle = beside || opened_apart(triggers, tests, head, at);
    }
    candidate.frame = t.frame;
    candidate.fails.reset();
    candidate.need = 0;
    if ((bare && *particle) || !follows(t, head, at)) candidate.fails = RelationCheck::kWordsAfter;
    else if (!stands(tests[i], t, candidate.occupied)) candidate.fails = RelationCheck::kSlotEmpty;
    else check_needs(view, candidate);
    if (!candidate.fails || trace_) candidates_.push_back(candidate);
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
    if (t.after_count != 1 || !(trace_ || pass_->given.has(tests[i].asks.things[0]))) continue;
    if (lexicon.is_one_of(frames_.after(t)[0], kApart) && follows(t, head, at)) return true;
  }
  return false;
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

}  // namespace dragoman
