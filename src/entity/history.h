// Part of dragoman; see LICENSE.
//
// What a reader has in mind at a point of the text: the mentions so far, and which of
// them a pronoun or a description may mean.
//
// The choice follows centering in its simplest form: candidates that agree in type,
// number and gender; those of the current sentence first, then of the two before; within
// a sentence the earliest, which in English is mostly the subject (Grosz, Joshi and
// Weinstein 1995).  No training data, and it explains itself.

#ifndef DRAGOMAN_ENTITY_HISTORY_H_
#define DRAGOMAN_ENTITY_HISTORY_H_

#include <functional>
#include <vector>

#include "dragoman/document.h"

namespace dragoman {

class History {
 public:
  explicit History(const Document& document) : document_(document) {}

  // To be called for each mention that has its entity, in order.
  void add(Index mention);

  using Fits = std::function<bool(const Mention&, const Entity&)>;

  // The entity meant at sentence `now`, looking back over `sentences` sentences.  Within
  // each, the earliest that fits (subject preference), or the latest if !subject_first.
  Index find(Index now, Index sentences, bool subject_first, const Fits& fits) const;

  // The last two different entities that fit, older first; fewer if there are not two.
  std::vector<Index> last_two(Index now, Index sentences, const Fits& fits) const;

 private:
  const Document& document_;
  std::vector<Index> seen_;   // mentions
};

}  // namespace dragoman

#endif  // DRAGOMAN_ENTITY_HISTORY_H_
