// Part of dragoman; see LICENSE.
//
// Token order tells subject and object wherever clauses are short; across insertions, lists and
// relative clauses the tree sees farther.  What token order left open is taken from the tree; what
// it decided is only changed where the tree is surer and gives the old word another place.

#include "syntax/tree_links.h"

#include <algorithm>

namespace dragoman {
namespace {

// Margins (ParsedWord::margin) above which the tree fills a place, and changes what stands in one.
constexpr std::uint16_t kFill = 512, kChange = 512;

class Mender {
 public:
  Mender(const SentenceTree& tree, Clauses& clauses) : tree_(tree), c_(clauses) {}

  void run() {
    // Each noun's verb by its head: verb groups stand in order.
    for (Id n = 0; n < Id(c_.nouns.size()); ++n) {
      const NounChunk& chunk = c_.nouns[n];
      if (chunk.date || chunk.pronoun || chunk.head < tree_.first() || chunk.head >= tree_.last()) continue;
      const Arc arc = tree_.arc(chunk.head);
      if (arc != Arc::kNsubj && arc != Arc::kNsubjPass && arc != Arc::kObj) continue;
      const Index head = tree_.head(chunk.head);
      const auto verb = std::partition_point(c_.verbs.begin(), c_.verbs.end(),
                                             [head](const VerbGroup& g) { return g.head < head; });
      if (verb == c_.verbs.end() || verb->head != head || verb->lemma == kNoLemma) continue;
      const Id v = Id(verb - c_.verbs.begin());
      const std::uint16_t margin = tree_.margin(chunk.head);
      if (arc == Arc::kObj) link(v, n, verb->object, NounRole::kObject, margin);
      else link(v, n, verb->subject, NounRole::kSubject, margin);
    }
  }

 private:
  // Is chunk a in the list that b begins, or the other way round?
  bool same_list(Id a, Id b) const {
    return a == b || c_.nouns[a].first_conjunct == c_.nouns[b].first_conjunct;
  }

  void link(Id v, Id n, Id& place, NounRole role, std::uint16_t margin) {
    NounChunk& chunk = c_.nouns[n];
    if (place == n) return;
    if (place == kNobody) {
      if (margin < kFill || chunk.verb != kNobody || chunk.role != NounRole::kFree) return;
    } else {
      if (margin < kChange || same_list(place, n)) return;
      NounChunk& old = c_.nouns[place];
      if (tree_.head(old.head) == c_.verbs[v].head) return;
      // "the rebels, whom he accused [Russia] of arming": an object of its own stands behind the verb
      const bool ahead = n == c_.verbs[v].parent_noun || chunk.possessor == c_.verbs[v].parent_noun;
      if (role == NounRole::kObject && ahead && c_.verbs[v].parent_noun != kNobody && old.first > c_.verbs[v].first) return;
      if (chunk.role == NounRole::kPossessor || chunk.role == NounRole::kApposition) return;
      if (old.verb == v) {
        old.verb = kNobody;
        old.role = NounRole::kFree;
      }
    }
    place = n;
    if (chunk.role == NounRole::kFree) {
      chunk.role = role;
      chunk.verb = v;
    }
  }

  const SentenceTree& tree_;
  Clauses& c_;
};

}  // namespace

void mend_links(const SentenceTree& tree, Clauses& clauses) {
  if (tree) Mender(tree, clauses).run();
}

}  // namespace dragoman
