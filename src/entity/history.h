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

#include <algorithm>
#include <vector>

#include "dragoman/document.h"

namespace dragoman {

class History {
 public:
  explicit History(const Document& document) : document_(document) {}

  // To be called for each mention that has its entity, in order.
  void add(Index mention) { seen_.push_back(mention); }

  // fits(const Mention&, const Entity&) -> bool, in what follows.

  // The entity meant at sentence `now`, looking back over `sentences` sentences.  Within
  // each, the earliest that fits (subject preference), or the latest if !subject_first.
  template <typename Fits>
  Index find(Index now, Index sentences, bool subject_first, const Fits& fits) const {
    Index best = kNone;
    Index best_sentence = kNone;
    for (std::size_t k = seen_.size(); k-- > stop();) {
      const Mention& m = document_.mentions[seen_[k]];
      if (m.sentence + sentences < now) break;
      if (best != kNone && m.sentence != best_sentence) break;   // an earlier sentence: decided
      if (!fits(m, document_.entities[m.entity])) continue;
      best = m.entity;
      best_sentence = m.sentence;
      if (!subject_first) break;
    }
    return best;
  }

  // The last two different entities that fit, older first; fewer if there are not two.
  template <typename Fits>
  std::vector<Index> last_two(Index now, Index sentences, const Fits& fits) const {
    std::vector<Index> found;
    for (std::size_t k = seen_.size(); k-- > stop() && found.size() < 2;) {
      const Mention& m = document_.mentions[seen_[k]];
      if (m.sentence + sentences < now) break;
      if (!fits(m, document_.entities[m.entity])) continue;
      if (std::find(found.begin(), found.end(), m.entity) == found.end()) found.push_back(m.entity);
    }
    std::reverse(found.begin(), found.end());
    return found;
  }

 private:
  // No more than so many mentions are looked at, so that a sentence with hundreds of names
  // stays linear.
  static constexpr std::size_t kMostLookedAt = 64;
  std::size_t stop() const { return seen_.size() > kMostLookedAt ? seen_.size() - kMostLookedAt : 0; }

  const Document& document_;
  std::vector<Index> seen_;   // mentions
};

}  // namespace dragoman

#endif  // DRAGOMAN_ENTITY_HISTORY_H_
