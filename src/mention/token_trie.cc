// Part of dragoman; see LICENSE.
//
// Building.  The builder's table is made for as many edges as there are tokens; names that
// begin alike share edges, so the finished table is made anew, a third to two thirds full.

#include "mention/token_trie.h"

#include <algorithm>
#include <bit>

namespace dragoman {

TokenTrie::Builder::Builder(std::size_t tokens)
    : slots_(std::bit_ceil(std::max<std::size_t>(tokens * 3 / 2, 64))) {}

TokenTrie::Slot& TokenTrie::Builder::locate(std::uint64_t key) {
  const std::size_t mask = slots_.size() - 1;
  std::size_t at = key & mask;
  while (slots_[at].child != kNoNode && slots_[at].key != key) at = (at + 1) & mask;
  return slots_[at];
}

void TokenTrie::Builder::resize(std::size_t size) {
  std::vector<Slot> old(size);
  old.swap(slots_);
  for (const Slot& slot : old) {
    if (slot.child != kNoNode) locate(slot.key) = slot;
  }
}

std::uint32_t TokenTrie::Builder::add(std::span<const std::uint64_t> hashes, bool starts_lower) {
  if (hashes.empty()) return kRoot;
  const std::size_t most = nodes_ + hashes.size();
  if (most * 4 > slots_.size() * 3) resize(std::bit_ceil(most * 2));
  Slot* from = nullptr;   // the edge before
  for (const std::uint64_t hash : hashes) {
    const std::uint64_t key = mix(from == nullptr ? kRoot : from->child, hash);
    Slot* slot = &locate(key);
    if (slot->child == kNoNode) {
      *slot = {key, nodes_++, 0};
      if (from == nullptr) first_.push_back(hash);
      else from->flags |= follower(hash);
    }
    if (from == nullptr && starts_lower && (slot->flags & kStartsLower) == 0) {
      slot->flags |= kStartsLower;
      first_lower_.push_back(hash);
    }
    from = slot;
  }
  from->flags |= kEnds;
  return from->child;
}

TokenTrie TokenTrie::Builder::build() && {
  TokenTrie trie;
  const std::size_t size = std::bit_ceil(std::max<std::size_t>(std::size_t(nodes_) * 3 / 2, 16));
  if (size != slots_.size()) resize(size);
  trie.slots_ = std::move(slots_);
  trie.mask_ = size - 1;
  trie.starts_ = StartFilter(first_);
  trie.starts_lower_ = StartFilter(first_lower_);
  trie.first_ = std::move(first_);
  trie.first_lower_ = std::move(first_lower_);
  return trie;
}

// Eight bits a first token keep false positives near 1 in 8 and the filter in the cache.
TokenTrie::StartFilter::StartFilter(const std::vector<std::uint64_t>& hashes) {
  const std::size_t bits = std::bit_ceil(std::max<std::size_t>(hashes.size() * 8, 64));
  bits_.assign(bits / 64, 0);
  mask_ = bits - 1;
  for (const std::uint64_t hash : hashes) {
    const std::uint64_t bit = hash & mask_;
    bits_[bit >> 6] |= std::uint64_t{1} << (bit & 63);
  }
}

std::size_t TokenTrie::bytes() const {
  return slots_.size() * sizeof(Slot) + starts_.bytes() + starts_lower_.bytes();
}

}  // namespace dragoman
