// Part of dragoman; see LICENSE.
//
// From a trigger up to the main verb: what governs it, and whether the sentence reports it or
// only adds it ("talks began *after rebels took the town*").
//
//   const Above above = look_up(view, at, [&](At governor) { return stops(governor); });

#ifndef DRAGOMAN_RELATION_ABOVE_H_
#define DRAGOMAN_RELATION_ABOVE_H_

#include "relation/view.h"

namespace dragoman {

struct Above {
  bool background = false;
};

// Visits the nouns and verb groups that govern a trigger, the nearest first, until
// visit(At) is true.  At most a dozen steps.
template <typename Visit>
Above look_up(const View& view, At at, Visit&& visit) {
  Above above;
  for (int steps = 0; steps < 12; ++steps) {
    if (at.verb != kNobody) {
      const VerbGroup& g = view.verb(at.verb);
      switch (g.link) {
        case Link::kRelative: case Link::kReduced: case Link::kParticiple: case Link::kAdverbial:
        case Link::kConditional: case Link::kPurpose:
          above.background = true;
          if (g.link != Link::kPurpose) return above;
          break;
        default: break;
      }
      if (g.parent_noun != kNobody && g.link != Link::kReduced && g.link != Link::kRelative) {
        at = {kNobody, g.parent_noun};
      } else {
        if (g.parent == kNobody || g.parent == at.verb) return above;
        at = {g.parent, kNobody};
      }
    } else {
      const NounChunk& chunk = view.noun(at.noun);
      const NounChunk& first = view.noun(chunk.first_conjunct);
      if (const Id light = view.carrier(at.noun); light != kNobody) {
        at = {light, kNobody};
      } else if (first.role == NounRole::kPrepositional && first.noun != kNobody) {
        if (first.prep != Prep::kOf && first.prep != Prep::kFor) above.background = true;
        at = {kNobody, first.noun};
      } else if (first.verb != kNobody) {
        if (first.role == NounRole::kPrepositional) above.background = true;
        at = {first.verb, kNobody};
      } else if (first.apposition_of != kNobody) {
        above.background = true;
        at = {kNobody, first.apposition_of};
      } else {
        return above;
      }
    }
    if (visit(at)) return above;
  }
  return above;
}

}  // namespace dragoman

#endif  // DRAGOMAN_RELATION_ABOVE_H_
