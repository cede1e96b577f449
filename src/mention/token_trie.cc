// Part of dragoman; see LICENSE.

#include "mention/token_trie.h"

#include <algorithm>
#include <bit>

namespace dragoman {

TokenTrie::Builder::Builder() : edges_(1024, {0, kNoNode}), info_(1, 0) {}

std::uint32_t& TokenTrie::Builder::edge(std::uint64_t key) {
  const std::size_t mask = edges_.size() - 1;
  std::size_t at = key & mask;
  while (edges_[at].second != kNoNode && edges_[at].first != key) at = (at + 1) & mask;
  edges_[at].first = key;
  return edges_[at].second;
}

void TokenTrie::Builder::grow() {
  std::vector<std::pair<std::uint64_t, std::uint32_t>> old(edges_.size() * 2, {0, kNoNode});
  old.swap(edges_);
  for (const auto& [key, node] : old) {
    if (node != kNoNode) edge(key) = node;
  }
}

std::uint32_t TokenTrie::Builder::add(std::span<const std::uint64_t> hashes, bool starts_lower) {
  if (starts_lower && !hashes.empty()) first_lower_.push_back(hashes[0]);
  std::uint32_t node = kRoot;
  for (const std::uint64_t hash : hashes) {
    if ((used_ + 1) * 2 > edges_.size()) grow();
    std::uint32_t& next = edge(mix(node, hash));
    if (next == kNoNode) {
      next = std::uint32_t(info_.size());
      info_.push_back(0);
      info_[node] |= follower(hash);
      ++used_;
      if (node == kRoot) first_.push_back(hash);
    }
    node = next;
  }
  info_[node] |= kTerminal;
  return node;
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

TokenTrie TokenTrie::Builder::build() && {
  TokenTrie trie;
  trie.slots_.resize(edges_.size());
  trie.mask_ = edges_.size() - 1;
  for (std::size_t i = 0; i < edges_.size(); ++i) {
    const std::uint32_t node = edges_[i].second;
    trie.slots_[i] = {edges_[i].first, node, node == kNoNode ? 0 : info_[node]};
  }
  trie.starts_ = StartFilter(first_);
  trie.starts_lower_ = StartFilter(first_lower_);
  return trie;
}

const TokenTrie::Slot* TokenTrie::edge(std::uint32_t node, std::uint64_t hash) const {
  const std::uint64_t key = mix(node, hash);
  std::size_t at = key & mask_;
  while (slots_[at].child != kNoNode) {
    if (slots_[at].key == key) return &slots_[at];
    at = (at + 1) & mask_;
  }
  return nullptr;
}

TokenTrie::Match TokenTrie::longest_at(const std::vector<Token>& tokens, Index at, Index last) const {
  Match longest;
  each_at(tokens, at, last, [&longest](const Match& match) { longest = match; });
  return longest;
}

std::size_t TokenTrie::bytes() const {
  return slots_.size() * sizeof(Slot) + starts_.bytes() + starts_lower_.bytes();
}

}  // namespace dragoman
