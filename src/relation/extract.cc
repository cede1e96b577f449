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

void Extractor::run() {
  states_.clear();
  for (const std::uint32_t f : frames_.constructions()) {
    if (frames_.frames()[f].construction != Construction::kPlace) continue;
    (schema_.type(frames_.frames()[f].type).name == "part_of" ? unit_frame_ : place_frame_) = &frames_.frames()[f];
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
  const auto first = std::find_if(clauses_.nouns.begin(), clauses_.nouns.end(), waits);
  if (first == clauses_.nouns.end()) return false;
  for (Id v = 0; v < Id(clauses_.verbs.size()); ++v) {
    const VerbGroup& g = clauses_.verbs[v];
    if (g.subject != kNobody || (g.passive && g.infinitive) || g.lemma == kNoLemma || g.first < first->first) continue;
    if (could_match(g.lemma, view.with_subject(v))) return true;
  }
  return false;
}

bool Extractor::could_match(LemmaId verb, std::uint64_t occupied) const {
  const std::span<const Trigger> triggers = frames_.triggers(verb, TriggerKind::kVerb);
  const std::span<const TriggerTest> tests = frames_.tests(verb, TriggerKind::kVerb);
  for (std::size_t i = 0; i < triggers.size(); ++i) {
    if (given_.meets(tests[i].asks) && tests[i].may_fill(occupied) && stands(tests[i], triggers[i], occupied)) return true;
  }
  return false;
}

bool Extractor::stands(const TriggerTest& test, const Trigger& t, std::uint64_t occupied) const {
  if (test.more == 0) return test.may_fill(occupied);
  const std::vector<std::uint64_t>& at_least = frames_.frames()[t.frame].at_least;
  return std::all_of(at_least.begin(), at_least.end(), [occupied](std::uint64_t set) { return (set & occupied) != 0; });
}

ChunkFinder::Ask& Extractor::next_ask() {
  if (waiting_.size() == passes_.size()) waiting_.emplace_back();
  return waiting_[passes_.size()];
}

void Extractor::wait(Index mention) {
  next_ask().first_mention = mention;
  passes_.push_back({accord_, names_here_, places_here_, given_});
  if (passes_.size() == kMostWaiting || trace_) look_at_waiting();   // a trace goes sentence by sentence
}

void Extractor::look_at_waiting() {
  const std::span<ChunkFinder::Ask> asks = std::span(waiting_).first(passes_.size());
  finder_.tag(document_, asks);
  for (std::size_t i = 0; i < passes_.size(); ++i) asks[i].wanted = still_open(passes_[i], asks[i].clauses);
  finder_.chunk(document_, asks);
  few_ = false;
  for (std::size_t i = 0; i < passes_.size(); ++i) {
    if (!asks[i].wanted) continue;
    accord_ = passes_[i].accord;
    names_here_ = passes_[i].names;
    places_here_ = passes_[i].places;
    given_ = passes_[i].given;
    std::swap(clauses_, waiting_[i].clauses);
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
    mend_links(trees_.read(document_, document_.sentences()[clauses_.sentence]), clauses_);
  }
  sources_read_ = false;
  first_of_sentence_ = document_.relations.size();
  trigger_at_.clear();
  for (Id v = 0; v < Id(clauses_.verbs.size()); ++v) {
    const VerbGroup& group = clauses_.verbs[v];
    if (group.lemma == kNoLemma) continue;
    look_for(view, group.lemma, TriggerKind::kVerb, {v, kNobody}, group.head);
    look_for(view, group.adjective, TriggerKind::kAdjective, {v, kNobody}, group.head);
    look_for(view, group.modal, TriggerKind::kModal, {v, kNobody}, group.head);
  }
  for (Id n = 0; n < Id(clauses_.nouns.size()); ++n) {
    const NounChunk& chunk = clauses_.nouns[n];
    if (chunk.date || chunk.pronoun) continue;
    if (names_here_) names(view, n);
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
  occupied_ = view.occupied(at);
  known_ = 0;
  in_slots_.clear();
  std::optional<bool> particle;      // asked of few
  for (std::size_t i = first; i < tests.size(); ++i) {
    if (!trace_ && (!tests[i].may_fill(occupied_) || !opens(tests[i]))) continue;
    const Trigger& t = triggers[i];
    frames_.fetch(t);
    traced_.clear();
    const bool bare = kind == TriggerKind::kVerb && t.after_count == 0;
    if (bare && !particle) particle = (particle_follows(head) && opened_with_particle(triggers, head, at)) || opened_apart(triggers, head, at);
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
  const std::string_view w = frames_.lexicon().lemma(clauses_.words[next].lemma);
  if (w == "dead" || w == "home" || w == "go") return true;   // "shot dead", "called home", "let go"
  if (w == "behind" || w == "around") return true;   // "rallied behind him"
  if (clauses_.words[next].tag != Tag::kPreposition && clauses_.words[next].tag != Tag::kAdverb) return false;
  if (w == "up" || w == "off" || w == "out" || w == "down" || w == "away") return true;
  // "handed over the general"
  if (w != "over" && w != "back" && w != "in" && w != "on" && w != "aside") return false;
  const LemmaId verb = clauses_.word(head).lemma;
  return verb != kNoLemma && frames_.lexicon().phrasal(verb, w);
}

// Does a frame ask for the verb with that particle?  Then those of the bare verb mean another thing.
bool Extractor::opened_with_particle(std::span<const Trigger> triggers, Index head, At at) const {
  return std::any_of(triggers.begin(), triggers.end(), [&](const Trigger& t) {
    return t.after_count != 0 && follows(t, head, at);
  });
}

// "shot two men [dead]": likewise, where the object stands between.
bool Extractor::opened_apart(std::span<const Trigger> triggers, Index head, At at) const {
  static constexpr FewWords kApart = {"dead", "home", "packing", "responsible", "accountable", "liable", "answerable"};
  if (at.verb == kNobody || clauses_.verbs[at.verb].object == kNobody) return false;
  // "took Cuba [off] a blacklist": no taking.
  static constexpr FewWords kTake = {"take", "strike", "remove", "drop", "wipe"};
  static constexpr FewWords kOff = {"off"};
  const Index behind = clauses_.nouns[clauses_.verbs[at.verb].object].last - clauses_.base;
  if (clauses_.nouns[clauses_.verbs[at.verb].object].first > head && behind < clauses_.words.size() &&
      frames_.lexicon().is_one_of(clauses_.word(head).lemma, kTake) && frames_.lexicon().is_one_of(clauses_.words[behind].lemma, kOff)) {
    static constexpr FewWords kAir = {"air"};   // a frame of its own
    const Id from = behind + 1 < clauses_.words.size() ? clauses_.noun_of[behind + 1] : kNobody;
    return from == kNobody || !frames_.lexicon().is_one_of(clauses_.nouns[from].lemma, kAir);
  }
  // "strike it [down]": no striking.
  const NounChunk& object = clauses_.nouns[clauses_.verbs[at.verb].object];
  if (object.pronoun && object.first == head + 1 && object.last == head + 2) {
    const Index next = head + 2 - clauses_.base;
    static constexpr FewWords kParticles = {"down", "up", "off", "out", "away", "over", "back", "aside"};
    if (next < clauses_.words.size() && clauses_.words[next].lemma != kNoLemma && clauses_.noun_of[next] == kNobody &&
        frames_.lexicon().is_one_of(clauses_.words[next].lemma, kParticles) &&
        (next + 1 >= clauses_.words.size() || clauses_.noun_of[next + 1] == kNobody)) {
      return true;
    }
  }
  return std::any_of(triggers.begin(), triggers.end(), [&](const Trigger& t) {
    return t.after_count == 1 && frames_.lexicon().is_one_of(frames_.after(t)[0], kApart) && follows(t, head, at);
  });
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

bool Extractor::meets(const View& view, At at, const Need& need) {
  for (const std::uint8_t s : need.slots) {
    if (s == kMood) {
      const LemmaId modal = at.verb != kNobody ? view.verb(at.verb).modal : kNoLemma;
      if (modal != kNoLemma && (need.any || std::find(need.words.begin(), need.words.end(), modal) != need.words.end())) {
        return true;
      }
      continue;
    }
    if (s == kCompModal) {
      if (mood_holds(view, at, need)) return true;
      continue;
    }
    if (s == kCalled) {
      if (called_so(view, at, need)) return true;
      continue;
    }
    for (const Filler& f : slot(view, at, s)) {
      if (s == kInside) {
        if (inside_holds(view, at.noun, need)) return true;
      } else if (view.holds(f, need) || (s == kSubj && !need.refuse && stands_for(view, f, need))) {
        return true;
      }
    }
  }
  return false;
}

// "said [it] was leaving": a pronoun for something of the kinds that are asked for.
bool Extractor::stands_for(const View& view, const Filler& f, const Need& need) const {
  if (f.noun == kNobody || !view.noun(f.noun).pronoun || view.noun(f.noun).mention == kNone) return false;
  const Index entity = document_.mentions[view.noun(f.noun).mention].entity;
  if (entity == kNone) return false;
  const MentionType type = document_.entities[entity].type;
  return takes(need.types, type);
}

// "called the raid in the strait [reckless]", "was described as [deeply unhelpful]": an adjective of no chunk behind the
// object, in the same clause.
bool Extractor::called_so(const View& view, At at, const Need& need) const {
  if (at.verb == kNobody) return false;
  const VerbGroup& g = view.verb(at.verb);
  const bool behind = g.object != kNobody && view.noun(g.object).first >= g.last;
  // "the raid, which he called [reckless]"
  const bool relative = g.link == Link::kRelative && g.object != kNobody;
  if (!behind && !g.passive && !relative) return false;
  const Index end = clauses_.base + Index(clauses_.words.size());
  for (Index t = behind ? view.noun(g.object).last : g.last; t < end; ++t) {
    const Word& w = clauses_.word(t);
    switch (w.tag) {
      case Tag::kComma: case Tag::kStop: case Tag::kSemicolon: case Tag::kColon: case Tag::kDash: case Tag::kModal: case Tag::kTo:
      case Tag::kSubordinator: case Tag::kRelative:
        return false;
      default: break;
    }
    if (clauses_.noun_of[t - clauses_.base] != kNobody || w.lemma == kNoLemma) continue;
    if (need.any && w.tag != Tag::kPreposition) return behind && w.tag == Tag::kAdjective;   // right behind the object and its phrases
    if (w.tag != Tag::kAdjective && w.tag != Tag::kVerb) continue;
    if ((frames_.lists(w.lemma) & need.lists) || std::find(need.words.begin(), need.words.end(), w.lemma) != need.words.end()) return true;
    if (w.entry && w.entry->other != kNoLemma && w.entry->other != w.lemma && (frames_.lists(w.entry->other) & need.lists)) return true;
    if (w.tag == Tag::kVerb) return false;
  }
  return false;
}

// "said Togo [must] pay", "said Togo [has] to pay", "stopped [lending] to Togo".
bool Extractor::mood_holds(const View& view, At at, const Need& need) const {
  const Id complement = view.complement_verb(at);
  const Id v = complement == kNobody && !need.any ? view.gerund(at.verb) : complement;
  if (v == kNobody) return false;
  if (need.any) return true;
  const VerbGroup& g = view.verb(v);
  const bool to = v + 1 < Id(clauses_.verbs.size()) && view.verb(v + 1).infinitive && view.verb(v + 1).parent == v;
  // "insisted that Togo [pay]": a frame names it `subjunctive`, and `that` beside it, which the gate finds in the sentence.
  const bool subjunctive = g.form != 0 && (g.form & kBase) && !(g.form & kPast) && !g.infinitive && g.modal == kNoLemma && g.subject != kNobody &&
                           !view.noun(g.subject).plural && view.noun(g.subject).next_conjunct == kNobody && !view.noun(g.subject).pronoun;
  for (const LemmaId word : need.words) {
    if (subjunctive && frames_.lexicon().lemma(word) == "subjunctive") return true;
    if (word == g.modal || (word == g.lemma && (to || g.infinitive || g.form == kGerund))) return true;
    if (g.infinitive && frames_.lexicon().lemma(word) == "to") return true;
  }
  return false;
}

// Only the words before the head: "[missile] tests".
bool Extractor::inside_holds(const View& view, Id noun, const Need& need) const {
  const NounChunk& n = view.noun(noun);
  for (Index t = n.first; t < n.head; ++t) {
    const Word& w = clauses_.word(t);
    if (w.mention != kNone && n.mention != w.mention) {
      const MentionType type = document_.mentions[w.mention].type;
      for (const MentionType want : need.types) {
        if (is_a(type, want)) return true;
      }
    }
    if (w.lemma == kNoLemma) continue;
    if (frames_.lists(w.lemma) & need.lists) return true;
    if (std::find(need.words.begin(), need.words.end(), w.lemma) != need.words.end()) return true;
  }
  return false;
}

// "out of [Kosovo]", "from Kosovo"
bool Extractor::whence(const NounChunk& n) const {
  if (n.role != NounRole::kPrepositional) return false;
  if (n.prep == Prep::kFrom) return true;
  static const std::uint64_t kOut = fold_hash("out");
  return n.prep == Prep::kOf && n.first >= clauses_.base + 2 && document_.tokens.tokens[n.first - 2].hash == kOut;
}

// Is a pronoun the object that the role asks for?
bool Extractor::stands_by_pronoun(const View& view, At at, const RoleSlots& role) {
  for (const std::uint8_t s : role.slots) {
    if (s != kObj && s != kIobj) continue;
    for (const Filler& f : slot(view, at, s)) {
      if (f.noun != kNobody && view.noun(f.noun).pronoun) return true;
    }
  }
  return false;
}

void Extractor::match(const View& view, std::uint32_t frame_index, At at) {
  current_ = at;
  if (work_) ++work_->matches;
  const Frame& frame = frames_.frames()[frame_index];
  const RelationType& type = schema_.type(frame.type);
  for (const Need& need : frame.needs) {
    if (meets(view, at, need) != need.refuse) continue;
    FrameTry* t = note(view, frame_index, at, need.refuse ? RelationCheck::kRefused : RelationCheck::kNeed);
    if (t) t->need = std::size_t(&need - frame.needs.data());
    return;
  }
  for (std::size_t r = 0; r < type.roles.size(); ++r) {
    filled_[r].clear();
    values_[r].clear();
  }
  if (at.verb != kNobody && type.name == "weapon_test" && struck(view, at.verb)) return;
  const Id blamed = at.noun != kNobody && type.kind == EventKind::kConflict ? blamer(view, at.noun) : kNobody;
  if (blamed != kNobody) {
    std::vector<Filler> on;
    view.prepositional({blamed, kNobody}, Prep::kOn, on);
    for (const Filler& f : on) {
      parties_.clear();
      view.parties(f, type.roles[0].types, parties_);
      for (const Party& p : parties_) filled_[0].push_back(p);
    }
  }
  if (at.noun != kNobody && blamed == kNobody && type.kind == EventKind::kConflict && !type.symmetric) who_is_charged(view, at.noun, type);
  const bool charged = blamed == kNobody && !filled_[0].empty();
  for (const RoleSlots& role : frame.roles) {
    // "Chad's ambassador to [Gabon] was summoned"
    if (role.role == 0 && at.verb != kNobody && frame.name == "envoy_is_summoned") {
      host_of_envoy(view, at.verb, type.roles[0].types);
      if (filled_[0].empty()) return;
      continue;
    }
    const bool own = role.role == 1 && type.is(RelationTrait::kAsks) && at.verb != kNobody && own_people(view, at.verb);
    if (charged && role.role == 0) continue;
    for (const std::uint8_t s : role.slots) {
      // "Peru and Chile signed it in front of Lula": who signed are the parties.
      if (s == kComp && type.symmetric && role.role == frames_.party_roles(frame.type).second &&
          filled_[frames_.party_roles(frame.type).first].size() >= 2) {
        continue;
      }
      if (own && (s == kComp || s == kCompSubj)) continue;
      // "urged [him] to write to Colombo": where he is nobody known, nobody else was urged.
      if ((s == kComp || s == kCompSubj) && role.role > 0 && type.kind == EventKind::kSpeech && filled_[role.role].empty() &&
          stands_by_pronoun(view, at, role)) {
        continue;
      }
      // "Egypt mediated the truce": who brings others together is no party to it.
      if (s == kLightSubj) {
        const bool peaceful = (type.symmetric && type.kind != EventKind::kConflict) || type.name == "release";
        if (peaceful ? mediates(view, at.noun) || (type.name == "ceasefire" && breaks(view, at.noun)) : speaks_of(view, at.noun, type.kind)) continue;
      }
      const std::span<const Filler> fillers = slot(view, at, s);
      for (std::size_t i = 0; i < fillers.size(); ++i) {
        const Filler f = fillers[i];
        const bool more = i + 1 < fillers.size() && fillers[i + 1].also;
        if (s == kComp && type.is(RelationTrait::kAsks) && set_free(view, f)) continue;
        if (s == kComp && role.role == 1 && (type.name == "reject" || type.name == "deny") && within_wish(view, at, f)) break;
        // "signed an agreement to pull out of [Kosovo]": whence, not with whom
        if (s == kComp && f.noun != kNobody && type.name == "agree" && whence(view.noun(f.noun))) continue;
        // "summoned the envoy to complain that [a woman] had died": to the envoy
        if (s == kCompSubj && at.verb != kNobody && view.summoned_to_hear(at.verb) != kNobody) continue;
        // "protested against the hijacking of a ship off [Somalia]": where
        static constexpr FewWords kOff = {"off", "outside", "inside", "along", "across"};
        if (s == kComp && f.noun != kNobody && type.is(RelationTrait::kJudges) && view.noun(f.noun).role == NounRole::kPrepositional &&
            view.noun(f.noun).prep == Prep::kAround && view.follows_one_of(view.noun(f.noun).first, kOff)) {
          continue;
        }
        // "died in fighting [in Togo]": where, not by whom
        if (role.role == 0 && f.noun != kNobody && type.is(RelationTrait::kFells) && view.is_scene(view.noun(f.noun))) continue;
        if (role.role == 1 && blamed != kNobody && f.noun != kNobody && view.noun(f.noun).verb == blamed && view.noun(f.noun).prep == Prep::kOn) continue;
        const std::size_t parties = filled_[role.role].size(), values = values_[role.role].size();
        if (role.value) {
          view.values(f, type.roles[role.role].types, values_[role.role]);
        } else {
          fill_role(view, frame, type, role, f, s != kComp);
        }
        trace_filler(view, role, s, f, parties, values);
        // "train [guards] of Chad's police": a group of no state only if nobody better follows.
        const bool owner = s == kObj && role.role == 0 && role.slots.size() > 1 && role.slots[0] == kObj;
        // "Neighbours agreed to send [a brigade]": whoever sends it, whom nobody knows.
        if (s == kObj && role.role == 0 && !owner && at.verb != kNobody && !view.verb(at.verb).passive && view.verb(at.verb).subject != kNobody &&
            stateless(filled_[0])) {
          filled_[0].clear();
          continue;
        }
        if ((s == kComp || owner) && filled_[role.role].size() > parties && stateless(filled_[role.role])) {
          // "begged for peacekeepers", "promised to send peacekeepers": who is asked for or sent is not whom one tells so.
          if (spare_.empty() && !(s == kComp && (type.is(RelationTrait::kAsks) || type.name == "promise" || type.name == "agree"))) spare_ = filled_[role.role];
          filled_[role.role].clear();
          continue;
        }
        if ((s == kSubj || s == kLightSubj) && role.role == 0 && !type.symmetric && !filled_[0].empty()) {
          const Id deed = at.verb != kNobody ? at.verb : view.carrier(at.noun);
          // "joined [Mali] in attacking Ghana", "in an attack on Ghana"
          const bool in_deed = at.noun != kNobody && deed != kNobody && view.joins_in(view.verb(deed));
          Id joined = in_deed ? view.verb(deed).object : view.joined_in(deed);
          if (joined == kNobody && type.is(RelationTrait::kFollowed)) joined = view.joining(deed);
          if (joined != kNobody) fill_role(view, frame, type, role, {joined}, true);
        }
        if (!filled_[role.role].empty() && s != kMod && !more && !(s >= kFirstPrep && goes_on_behind(view, at, s, f))) break;
        if (role.value && !values_[role.role].empty()) break;
      }
      if (s == role.slots.back() && filled_[role.role].empty()) filled_[role.role] = spare_;
      if (s == kComp || s == role.slots.back()) spare_.clear();
      if (!filled_[role.role].empty() || !values_[role.role].empty()) break;
    }
    // "blames [Togo] for the abduction of two aid workers"
    if (role.role == 0 && !role.value && at.noun != kNobody && filled_[0].empty() && type.kind == EventKind::kConflict) {
      if (const Id judge = view.blamed_for(at.noun); judge != kNobody) {
        fill_role(view, frame, type, role, {view.verb(judge).passive ? view.verb(judge).subject : view.verb(judge).object}, true);
      }
    }
    // "threatened to shut its border if [Ghana] imposed a ban"
    if (role.role == 1 && !role.value && at.verb != kNobody && filled_[1].empty() && type.name == "threaten") {
      for (Id k = at.verb + 1; k < Id(clauses_.verbs.size()) && k < at.verb + 5 && filled_[1].empty(); ++k) {
        if (view.verb(k).link == Link::kConditional && view.verb(k).subject != kNobody && !view.verb(k).passive) {
          fill_role(view, frame, type, role, {view.verb(k).subject}, true);
        }
      }
    }
    if (role.role == 1 && !role.value && at.verb != kNobody && stateless(filled_[1])) provoker(view, type, at);
    if (role.role == 1 && filled_[1].empty() && at.verb != kNobody && type.name == "break_relations" && !frame.echoes) offender(view.verb(at.verb));
    if (role.role == 1 && filled_[1].empty() && at.verb != kNobody && type.name == "suspend" && !frame.echoes) dealt_with_before(view);
    // "Qatar is mediating between them together with [Egypt]": so does Egypt.
    if (role.role == 0 && at.verb != kNobody && type.name == "mediate" && !filled_[0].empty()) {
      for (const Filler& f : slot(view, at, std::uint8_t(kFirstPrep + std::size_t(Prep::kWith)))) does_it_too(view, f);
    }
    if (role.role == 1 && filled_[1].empty() && at.verb != kNobody && type.name == "mediate") whose_settlement(view, at.verb, type.roles[1].types);
    if (role.role == 1 && frame.echoes && filled_[1].empty()) done_before(frame.type);
    if (role.role == 1 && filled_[1].empty() && at.verb != kNobody && type.is(RelationTrait::kAsks)) summoned(view, at.verb, type);
    // "expelled each other's [ambassadors]": nobody's but theirs.
    // "shelled each other's positions in Goma": where it happened is no third
    if (!type.symmetric && role.role == 1 && filled_[0].size() >= 2 && (stateless(filled_[1]) || places_alone(filled_[1])) &&
        ((frame.mutual && filled_[1].empty()) || each_other(view, at, role))) {
      each_to_others();
      continue;
    }
    if (!type.symmetric && type.roles[role.role].required && filled_[role.role].empty() &&
        values_[role.role].empty()) {
      note_role(view, frame_index, at, role.role);
      return;
    }
  }
  if (filled_[1].empty() && at.verb != kNobody && type.name == "bombing") what_it_hit(view, at.verb, type);
  // "moved [troops] to its border": those who are sent are no target
  if (type.name == "exercise_force" && !filled_[1].empty() && stateless(filled_[1])) filled_[1].clear();
  // "Carter watched over a truce": one person alone makes none
  if (type.name == "ceasefire") {
    const auto person = [this](const Party& p) { return document_.entities[p.entity].type == MentionType::kPerson; };
    const auto [a, b] = frames_.party_roles(frame.type);
    if (filled_[b].empty() && filled_[a].size() == 1 && person(filled_[a][0])) return;
  }
  if (at.noun != kNobody && type.name == "clash") {
    const auto [a, b] = frames_.party_roles(frame.type);
    if (filled_[a].empty()) who_fell_in(view, at.noun, type, RoleId(a), RoleId(b));
    // "Malian and Chadian rebels killed ten guards in a battle": with those whom they killed
    if (const Id v = happened_in(view, at.noun); filled_[b].empty() && v != kNobody && !view.verb(v).passive && view.verb(v).object != kNobody) return;
    // "A soldier and a policeman died in the fighting": on one side of it
    if (filled_[b].empty() && filled_[a].size() == 2 && of_one_side(filled_[a][0], filled_[a][1])) return;
  }
  if (filled_[0].empty() && at.noun != kNobody && type.name == "attack") who_did_it_in(view, at.noun, type);
  if (filled_[0].empty() && at.verb != kNobody && type.is(RelationTrait::kFells)) whose_attack(view, at.verb, type);
  // "their ambassadors met [his usurper]": not each other
  static constexpr FewWords kMeet = {"meet"};
  if (type.name == "meet" && at.verb != kNobody && filled_[frames_.party_roles(frame.type).second].empty() &&
      frames_.lexicon().is_one_of(view.verb(at.verb).lemma, kMeet) && !view.verb(at.verb).passive && view.verb(at.verb).object != kNobody) {
    const NounChunk& whom = view.noun(view.verb(at.verb).object);
    if (whom.first >= view.verb(at.verb).last && !whom.pronoun && !whom.date && whom.role == NounRole::kObject && !view.is(whom.lemma, kDeedNoun)) return;
  }
  // "Mali and Chad pledged to fight [terrorism]": not each other
  if (type.name == "clash" && at.verb != kNobody && filled_[frames_.party_roles(frame.type).second].empty()) {
    static constexpr FewWords kFights = {"war", "battle", "duel", "fight", "gunfight", "skirmish", "fire", "blow", "shot", "campaign", "action", "gunfire", "artillery"};
    const VerbGroup& g = view.verb(at.verb);
    const Id what = g.passive ? kNobody : g.object;
    if (what != kNobody && view.noun(what).first >= g.last && view.noun(what).mention == kNone && !view.noun(what).pronoun && !view.noun(what).date &&
        !frames_.lexicon().is_one_of(view.noun(what).lemma, kFights)) {
      return;
    }
  }
  if (type.symmetric && !(type.kind == EventKind::kConflict && joins(view, at.noun))) pair_up(frame.type);
  emit(view, frame_index, type, at);
}

void Extractor::finish() {
  const auto before = [](const Relation& a, const Relation& b) {
    return a.trigger.start != b.trigger.start ? a.trigger.start < b.trigger.start : a.type < b.type;
  };
  std::vector<Relation>& all = document_.relations;
  if (!std::is_sorted(all.begin(), all.end(), before)) std::stable_sort(all.begin(), all.end(), before);
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
