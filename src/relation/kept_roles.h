// Part of dragoman; see LICENSE.
//
// Who fills the roles of what was matched, kept until it is reported: taken out in the order in which it was put in.
//
//   KeptRoles kept;
//   kept.put(roles, filled, values, pairs);
//   kept.take(roles, filled, values, pairs);    // the first that was put and not yet taken

#ifndef DRAGOMAN_RELATION_KEPT_ROLES_H_
#define DRAGOMAN_RELATION_KEPT_ROLES_H_

#include <cstdint>
#include <utility>
#include <vector>

#include "relation/view.h"

namespace dragoman {

class KeptRoles {
 public:
  using Pairs = std::vector<std::pair<Party, Party>>;

  void clear() {
    counts_.clear();
    parties_.clear();
    values_.clear();
    pairs_.clear();
    next_count_ = next_party_ = next_value_ = next_pair_ = 0;
  }
  // roles: how many the type has.
  void put(std::size_t roles, const std::vector<std::vector<Party>>& filled, const std::vector<std::vector<Index>>& values, const Pairs& pairs) {
    for (std::size_t r = 0; r < roles; ++r) {
      append(filled[r], parties_);
      append(values[r], values_);
    }
    append(pairs, pairs_);
  }
  void take(std::size_t roles, std::vector<std::vector<Party>>& filled, std::vector<std::vector<Index>>& values, Pairs& pairs) {
    for (std::size_t r = 0; r < roles; ++r) {
      take_next(parties_, next_party_, filled[r]);
      take_next(values_, next_value_, values[r]);
    }
    take_next(pairs_, next_pair_, pairs);
  }

 private:
  template <typename T>
  void append(const std::vector<T>& some, std::vector<T>& all) {
    counts_.push_back(std::uint32_t(some.size()));
    for (const T& one : some) all.push_back(one);
  }
  template <typename T>
  void take_next(const std::vector<T>& all, std::size_t& next, std::vector<T>& some) {
    some.clear();
    for (std::uint32_t count = counts_[next_count_++]; count > 0; --count) some.push_back(all[next++]);
  }

  std::vector<std::uint32_t> counts_;    // of all that follow, in their order
  std::vector<Party> parties_;
  std::vector<Index> values_;
  Pairs pairs_;
  std::size_t next_count_ = 0, next_party_ = 0, next_value_ = 0, next_pair_ = 0;
};

}  // namespace dragoman

#endif  // DRAGOMAN_RELATION_KEPT_ROLES_H_
