// Part of dragoman; see LICENSE.
//
// Building.  Names that begin alike share edges, which a hash table finds while names are
// added.  At the end nodes that others follow get small numbers, keys are made of these, and
// the edges are sorted by key and put each at its place or behind the one before.

#include "mention/token_trie.h"

#include <algorithm>
#include <bit>

namespace dragoman {

TokenTrie::Builder::Builder(std::size_t tokens)
    : slots_(std::bit_ceil(std::max<std::size_t>(tokens * 3 / 2, 64))) {
  nodes_.reserve(tokens + 1);
}

TokenTrie::Builder::Slot& TokenTrie::Builder::locate(std::uint64_t key) {
  const std::size_t mask = slots_.size() - 1;
  std::size_t at = key & mask;
  while (slots_[at].node != 0 && slots_[at].key != key) at = (at + 1) & mask;
  return slots_[at];
}

void TokenTrie::Builder::resize(std::size_t size) {
  std::vector<Slot> old(size);
  old.swap(slots_);
  for (const Slot& slot : old) {
    if (slot.node != 0) locate(slot.key) = slot;
  }
}

std::uint32_t TokenTrie::Builder::add(std::span<const std::uint64_t> hashes, bool starts_lower) {
  const std::size_t most = nodes_.size() + hashes.size();
  if (most * 4 > slots_.size() * 3) resize(std::bit_ceil(most * 2));
  std::uint32_t node = kRoot;
  for (const std::uint64_t hash : hashes) {
    const std::uint64_t key = mix(node, hash);
    Slot& slot = locate(key);
    if (slot.node == 0) {
      slot = {key, std::uint32_t(nodes_.size())};
      nodes_.push_back({hash, node, 0});
      if (node == kRoot) first_.push_back(hash);
      else nodes_[node].flags |= follower(hash);
    }
    if (node == kRoot && starts_lower && (nodes_[slot.node].flags & kStartsLower) == 0) {
      nodes_[slot.node].flags |= kStartsLower;
      first_lower_.push_back(hash);
    }
    node = slot.node;
  }
  if (node != kRoot) nodes_[node].flags |= kEnds;
  return node;
}

TokenTrie TokenTrie::Builder::build(std::span<const std::uint32_t> values) && {
  slots_ = {};
  TokenTrie trie;
  std::vector<std::uint32_t> numbers(nodes_.size()), inner{0};
  for (std::uint32_t node = 1; node < nodes_.size(); ++node) {
    const std::uint32_t value = (nodes_[node].flags & kEnds) != 0 ? values[node] : 0;
    if ((nodes_[node].flags & kFollowers) == 0) {
      numbers[node] = value;
    } else {
      numbers[node] = std::uint32_t(inner.size());
      inner.push_back(value);
    }
  }
  struct Keyed {
    std::uint64_t bits;
    std::uint32_t number;
  };
  std::vector<Keyed> sorted;
  sorted.reserve(nodes_.size());
  for (std::uint32_t node = 1; node < nodes_.size(); ++node) {
    const std::uint32_t parent = nodes_[node].parent;
    const std::uint64_t key = key_of(parent == kRoot ? kRoot : numbers[parent], nodes_[node].hash);
    sorted.push_back({key << (64 - kKeyBits) | nodes_[node].flags, numbers[node]});
  }
  std::sort(sorted.begin(), sorted.end(), [](const Keyed& a, const Keyed& b) { return a.bits < b.bits; });
  trie.places_ = std::max<std::size_t>(sorted.size() * 7 / 6, 1);
  std::vector<Edge> edges;
  edges.reserve(trie.places_ + 64);
  for (const Keyed& edge : sorted) {
    const std::size_t at = trie.place(edge.bits >> (64 - kKeyBits));
    if (edges.size() < at) edges.resize(at, kFree);
    edges.push_back({std::uint32_t(edge.bits), std::uint32_t(edge.bits >> 32), edge.number});
  }
  edges.resize(std::max<std::size_t>(edges.size(), trie.places_) + 1, kFree);
  inner[0] = std::uint32_t(trie.places_);
  trie.edges_ = std::move(edges);
  trie.values_ = std::move(inner);
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
  bundle.add(name + ".edges", edges_.span());
  bundle.add(name + ".values", values_.span());
  bundle.add(name + ".filter", starts_.bits().span());
  bundle.add(name + ".filter_lower", starts_lower_.bits().span());
  bundle.add(name + ".first", first_.span());
  bundle.add(name + ".first_lower", first_lower_.span());
}

Result<TokenTrie> TokenTrie::from_bundle(const Bundle& bundle, const std::string& name) {
  const auto edges = bundle.section<Edge>(name + ".edges");
  if (!edges.ok()) return edges.error();
  const auto values = bundle.section<std::uint32_t>(name + ".values");
  if (!values.ok()) return values.error();
  std::span<const std::uint64_t> words[4];
  const char* const kParts[4] = {".filter", ".filter_lower", ".first", ".first_lower"};
  for (int i = 0; i < 4; ++i) {
    const auto part = bundle.section<std::uint64_t>(name + kParts[i]);
    if (!part.ok()) return part.error();
    words[i] = *part;
  }
  // A search starts at one of the places and ends at the last edge, which is free.
  bool right = !values->empty() && !edges->empty() && values->front() > 0 && values->front() < edges->size() &&
               edges->back().bits() == kFree.bits() && std::has_single_bit(words[0].size()) &&
               std::has_single_bit(words[1].size());
  if (right && bundle.checked()) {
    for (const Edge& edge : *edges) {
      right = right && (edge.bits() == kFree.bits() || (edge.flags() & kFollowers) == 0 || edge.number < values->size());
    }
  }
  if (!right) return bundle.damaged(name);
  TokenTrie trie;
  trie.edges_ = *edges;
  trie.values_ = *values;
  trie.places_ = values->front();
  trie.starts_ = StartFilter(FlatArray<std::uint64_t>(words[0]));
  trie.starts_lower_ = StartFilter(FlatArray<std::uint64_t>(words[1]));
  trie.first_ = words[2];
  trie.first_lower_ = words[3];
  return trie;
}

}  // namespace dragoman
