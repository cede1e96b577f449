// Part of dragoman; see LICENSE.
//
// Walks the graph along a plan and hands over each complete binding.

#ifndef DRAGOMAN_QUERY_MATCH_H_
#define DRAGOMAN_QUERY_MATCH_H_

#include <functional>

#include "query/evaluate.h"
#include "query/plan.h"

namespace dragoman::query_impl {

struct Budget {
  std::uint64_t work = 0;
  std::uint64_t most = 0;
  // Counts one step more; false once there were too many.
  bool step() { return ++work <= most; }
  bool spent() const { return work > most; }
};

class Matcher {
 public:
  using Use = std::function<bool(Bindings&)>;

  Matcher(const RelationGraph& graph, const Query& query, const Plan& plan,
          const Evaluator& evaluator, Budget& budget);

  // Starts from what is bound.  `use` returns false to end the walk.  False if it ended early.
  bool run(Bindings& bindings, const Use& use);

 private:
  bool step(std::size_t at);
  bool fits(const NodePattern& pattern, NodeIndex index) const;
  bool try_node(const Step& s, std::size_t at, NodeIndex node);
  bool scan(const Step& s, std::size_t at);
  bool expand(const Step& s, std::size_t at);
  bool expand_to(const Step& s, std::size_t at, EdgeIndex e, NodeIndex to);
  bool walk(const Step& s, std::size_t at);
  bool search(const Step& s, std::size_t at);
  bool arrive(const Step& s, std::size_t at, NodeIndex to, std::vector<EdgeIndex> edges);
  // The node that the step must end in, if it is known.
  enum class End { kAny, kKnown, kNowhere };
  End end_of(const Step& s, NodeIndex& node) const;
  bool admits(const EdgePattern& pattern, EdgeIndex e);

  const RelationGraph& graph_;
  const Query& query_;
  const Plan& plan_;
  const Evaluator& evaluator_;
  Budget& budget_;
  const bool unique_;                 // more than one edge: none may serve twice
  std::vector<bool> used_;            // by edge, with unique_
  Bindings* bindings_ = nullptr;
  const Use* use_ = nullptr;
};

}  // namespace dragoman::query_impl

#endif  // DRAGOMAN_QUERY_MATCH_H_
