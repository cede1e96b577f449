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
  trie.starts_ = StartFilter::of(first_);
  trie.starts_lower_ = StartFilter::of(first_lower_);
  trie.first_ = std::move(first_);
  trie.first_lower_ = std::move(first_lower_);
  return trie;
}

// Eight bits a first token keep false positives near 1 in 8 and the filter in the cache.
TokenTrie::StartFilter TokenTrie::StartFilter::of(const std::vector<std::uint64_t>& hashes) {
  std::vector<std::uint64_t> words(std::bit_ceil(std::max<std::size_t>(hashes.size() / 8, 1)));
  const std::uint64_t mask = words.size() * 64 - 1;
  for (const std::uint64_t hash : hashes) words[(hash & mask) >> 6] |= std::uint64_t{1} << (hash & 63);
  return StartFilter(std::move(words));
}

void TokenTrie::add_to(BundleWriter& bundle, const std::string& name) const {
  bundle.add(name + ".edges", slots_.span());
  bundle.add(name + ".filter", starts_.bits().span());
  bundle.add(name + ".filter_lower", starts_lower_.bits().span());
  bundle.add(name + ".first", first_.span());
  bundle.add(name + ".first_lower", first_lower_.span());
}

Result<TokenTrie> TokenTrie::from_bundle(const Bundle& bundle, const std::string& name,
                                         std::span<const std::uint32_t> node_begin) {
  const auto edges = bundle.section<Slot>(name + ".edges");
  if (!edges.ok()) return edges.error();
  const auto bad = [&] {
    return Error(ErrorCode::kBadData, bundle.name() + ": \"" + name + "\" is damaged: compile it anew");
  };
  TokenTrie trie;
  std::span<const std::uint64_t> words[4];
  const char* const kParts[4] = {".filter", ".filter_lower", ".first", ".first_lower"};
  for (int i = 0; i < 4; ++i) {
    const auto part = bundle.section<std::uint64_t>(name + kParts[i]);
    if (!part.ok()) return part.error();
    words[i] = *part;
  }
  if (!std::has_single_bit(edges->size()) || !std::has_single_bit(words[0].size()) ||
      !std::has_single_bit(words[1].size())) {
    return bad();
  }
  if (bundle.checked()) {
    // A search ends at a free slot, so there must be one.
    bool free = false;
    for (const Slot& slot : *edges) {
      free = free || slot.child == kNoNode;
      if (slot.child == kNoNode) continue;
      if (slot.child + std::size_t{1} >= node_begin.size()) return bad();
      if ((slot.flags & kEnds) != 0 && node_begin[slot.child] == node_begin[slot.child + 1]) return bad();
    }
    if (!free) return bad();
  }
  trie.slots_ = *edges;
  trie.mask_ = edges->size() - 1;
  trie.starts_ = StartFilter(FlatArray<std::uint64_t>(words[0]));
  trie.starts_lower_ = StartFilter(FlatArray<std::uint64_t>(words[1]));
  trie.first_ = words[2];
  trie.first_lower_ = words[3];
  return trie;
}

}  // namespace dragoman
