// Part of dragoman; see LICENSE.
//
// Does what stands around a trigger meet the needs of a frame?

#include <algorithm>

#include "relation/extractor.h"

namespace dragoman {

// Do the frame's needs hold, and none of what it refuses?
void Extractor::check_needs(const View& view, Candidate& candidate) {
  const Frame& frame = frames_.frames()[candidate.frame];
  const At at = candidate.at;
  if (frame.agentless && !(at.verb != kNobody && view.verb(at.verb).passive && slot(view, at, kSubj).empty())) candidate.fails = RelationCheck::kNeed;
  for (std::size_t i = 0; i < frame.needs.size() && !candidate.fails; ++i) {
    const Need& need = frame.needs[i];
    const bool met = (pass_->given.has(need.thing) || trace_) && need.may_be_met(candidate.occupied) && meets(view, at, need);
    if (met != need.refuse) continue;
    candidate.fails = need.refuse ? RelationCheck::kRefused : RelationCheck::kNeed;
    candidate.need = i;
  }
}

bool Extractor::meets(const View& view, At at, const Need& need) {
  for (const std::uint8_t s : need.slots) {
    if (s == kMood) {
      const LemmaId modal = at.verb != kNobody ? view.verb(at.verb).modal : kNoLemma;
      if (modal != kNoLemma && (need.any || std::ranges::find(need.words, modal) != need.words.end())) {
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
  const Index entity = document_->mentions[view.noun(f.noun).mention].entity;
  if (entity == kNone) return false;
  const MentionType type = document_->entities[entity].type;
  return takes(need.kinds, type);
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
    // right behind the object and its phrases, or where they would be
    if (need.any && w.tag != Tag::kPreposition) return (behind || relative) && w.tag == Tag::kAdjective;
    if (w.tag != Tag::kAdjective && w.tag != Tag::kVerb) continue;
    if ((frames_.lists(w.lemma) & need.lists) || std::ranges::find(need.words, w.lemma) != need.words.end()) return true;
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
  // "suggested that Togo [was arming] rebels": what is said to be so
  const bool indicative = g.finite && g.modal == kNoLemma && (g.past || g.perfect || g.progressive || g.form == kThird || g.form == kPast);
  for (const LemmaId word : need.words) {
    if (indicative && frames_.lexicon().lemma(word) == "indicative") return true;
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
      const MentionType type = document_->mentions[w.mention].type;
      if (takes(need.kinds, type)) return true;
    }
    if (w.lemma == kNoLemma) continue;
    if (frames_.lists(w.lemma) & need.lists) return true;
    if (std::ranges::find(need.words, w.lemma) != need.words.end()) return true;
  }
  return false;
}

}  // namespace dragoman
