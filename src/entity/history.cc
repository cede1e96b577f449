// Part of dragoman; see LICENSE.

#include "entity/history.h"

#include <algorithm>

namespace dragoman {

void History::add(Index mention) { seen_.push_back(mention); }

// Looks at no more than this many mentions back, so that a sentence with hundreds of
// names stays linear.
constexpr std::size_t kMostLookedAt = 64;

Index History::find(Index now, Index sentences, bool subject_first, const Fits& fits) const {
  Index best = kNone;
  Index best_sentence = kNone;
  const std::size_t stop = seen_.size() > kMostLookedAt ? seen_.size() - kMostLookedAt : 0;
  for (std::size_t k = seen_.size(); k-- > stop;) {
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

std::vector<Index> History::last_two(Index now, Index sentences, const Fits& fits) const {
  std::vector<Index> found;
  const std::size_t stop = seen_.size() > kMostLookedAt ? seen_.size() - kMostLookedAt : 0;
  for (std::size_t k = seen_.size(); k-- > stop && found.size() < 2;) {
    const Mention& m = document_.mentions[seen_[k]];
    if (m.sentence + sentences < now) break;
    if (!fits(m, document_.entities[m.entity])) continue;
    if (std::find(found.begin(), found.end(), m.entity) == found.end()) found.push_back(m.entity);
  }
  std::reverse(found.begin(), found.end());
  return found;
}

}  // namespace dragoman
