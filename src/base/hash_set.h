// Part of dragoman; see LICENSE.
//
// A set of 64-bit hashes: one bitmap that stays in a few cache lines turns away nearly all, a
// flat table answers the rest.  Words that the code names are a WordSet (token/word_set.h).
//
//   HashSet known;
//   known.insert(index_key(entity));
//   if (known.contains(index_key(other))) ...

#ifndef DRAGOMAN_BASE_HASH_SET_H_
#define DRAGOMAN_BASE_HASH_SET_H_

#include <array>
#include <cstdint>

#include "base/flat_map.h"

namespace dragoman {

class HashSet {
 public:
  void insert(std::uint64_t hash) {
    bitmap_[(hash >> 6) & (kWords - 1)] |= std::uint64_t{1} << (hash & 63);
    members_[hash] = true;
  }
  bool contains(std::uint64_t hash) const {
    if (((bitmap_[(hash >> 6) & (kWords - 1)] >> (hash & 63)) & 1) == 0) return false;
    return members_.find(hash) != nullptr;
  }

 private:
  static constexpr std::size_t kWords = 16;   // 1024 bits
  std::array<std::uint64_t, kWords> bitmap_{};
  FlatMap<bool> members_;
};

}  // namespace dragoman

#endif  // DRAGOMAN_BASE_HASH_SET_H_
