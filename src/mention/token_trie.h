// Part of dragoman; see LICENSE.
//
// TokenTrie: sequences of token hashes, found by walking a text token by token.
//
//   TokenTrie::Builder builder(names.token_count());
//   std::uint32_t node = builder.add(names.of(0), names.starts_lower(0));
//   TokenTrie trie = std::move(builder).build();
//   trie.longest_at(tokens, i, last);             // -> node and end
//
// All edges stand in one flat table keyed by (node, hash); most tokens start no name and
// are turned away by a bitmap that stays in the cache.  An edge says what may follow it, so
// that a walk which ends there mostly does not probe the table in vain.  A joining hyphen inside a name is
// skipped on both sides: "Jong-un" = "Jong un".  Two different (node, hash) pairs share a
// 64-bit key with chance 2^-64 a look-up, which is taken as never.

#ifndef DRAGOMAN_MENTION_TOKEN_TRIE_H_
#define DRAGOMAN_MENTION_TOKEN_TRIE_H_

#include <cstdint>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "base/bundle.h"
#include "base/flat_array.h"
#include "dragoman/mention.h"
#include "dragoman/token.h"

namespace dragoman {

class TokenTrie {
 public:
  static constexpr std::uint32_t kRoot = 0;
  static constexpr std::uint32_t kNoNode = ~std::uint32_t{0};

  struct Match {
    std::uint32_t node = kNoNode;
    Index last = 0;              // end token, exclusive
    bool found() const { return node != kNoNode; }
  };

 private:
  static constexpr std::uint32_t kEnds = std::uint32_t{1} << 31;   // a sequence ends with this edge
  // One starts with this edge at a word without a capital.
  static constexpr std::uint32_t kStartsLower = std::uint32_t{1} << 30;
  // The other bits: which tokens may come next.
  static std::uint32_t follower(std::uint64_t hash) { return std::uint32_t{1} << ((hash >> 32) % 30); }
  struct Slot {
    std::uint64_t key = 0;
    std::uint32_t child = kNoNode;   // kNoNode: the slot is free
    std::uint32_t flags = 0;
  };

 public:
  class Builder {
   public:
    // tokens: how many hashes will be added in all, if known.
    explicit Builder(std::size_t tokens = 0);
    // Returns the sequence's last node; the same sequence, the same node; kRoot for none.
    // starts_lower: it may start at a word without a capital.
    std::uint32_t add(std::span<const std::uint64_t> hashes, bool starts_lower);
    // Nodes are 0 .. node_count() - 1.
    std::uint32_t node_count() const { return nodes_; }
    TokenTrie build() &&;

   private:
    friend class TokenTrie;
    Slot& locate(std::uint64_t key);
    void resize(std::size_t size);

    std::vector<Slot> slots_;
    std::uint32_t nodes_ = 1;
    std::vector<std::uint64_t> first_, first_lower_;
  };

  TokenTrie() = default;

  // A token that a name with a capital cannot start at: no first capital, no digit.
  static bool lower(const Token& token) {
    return (token.flags & (kInitialCapital | kHasDigit)) == 0;
  }

  // Can a sequence start with this token?  False positives about 1 in 8.
  bool may_start(const Token& token) const {
    return (lower(token) ? starts_lower_ : starts_).has(token.hash);
  }

  // The longest sequence from tokens[at], ending at or before `last`.
  Match longest_at(const std::vector<Token>& tokens, Index at, Index last) const {
    Match longest;
    each_at(tokens, at, last, [&longest](const Match& match) { longest = match; });
    return longest;
  }

  // Each one that starts there, shortest first: visit(Match).
  template <typename Visit>
  void each_at(const std::vector<Token>& tokens, Index at, Index last, Visit&& visit) const {
    if (at >= last || !may_start(tokens[at])) return;
    const Slot* slot = &find(mix(kRoot, tokens[at].hash));
    // The bitmaps let some pass that they should not.
    if (lower(tokens[at]) && (slot->flags & kStartsLower) == 0) return;
    for (Index i = at + 1; slot->child != kNoNode; ++i) {
      if ((slot->flags & kEnds) != 0) visit(Match{slot->child, i});
      while (i < last && tokens[i].has(kJoiner)) ++i;
      if (i >= last || (slot->flags & follower(tokens[i].hash)) == 0) return;
      slot = &find(mix(slot->child, tokens[i].hash));
    }
  }

  // The tokens that sequences start with, and those that one may start with written without
  // a capital; each once.
  std::span<const std::uint64_t> first_tokens() const { return first_.span(); }
  std::span<const std::uint64_t> first_lower_tokens() const { return first_lower_.span(); }

  // Brings the first edge of a token into the cache.
  void prefetch(const Token& token) const {
    if (may_start(token)) __builtin_prefetch(&slots_[mix(kRoot, token.hash) & mask_]);
  }

  // As sections "NAME.edges", "NAME.first" ... of a bundle.
  void add_to(BundleWriter& bundle, const std::string& name) const;
  // kBadData if sections lack or cannot be a trie's.  node_begin: something of each node's,
  // side by side; no sequence may end at a node that has none.
  static Result<TokenTrie> from_bundle(const Bundle& bundle, const std::string& name,
                                       std::span<const std::uint32_t> node_begin);

 private:
  // One bit for each possible first token, by the low bits of its hash.
  class StartFilter {
   public:
    StartFilter() : StartFilter(std::vector<std::uint64_t>{0}) {}
    // bits: a power of two of words.
    explicit StartFilter(FlatArray<std::uint64_t> bits)
        : bits_(std::move(bits)), mask_(bits_.size() * 64 - 1) {}
    static StartFilter of(const std::vector<std::uint64_t>& hashes);
    bool has(std::uint64_t hash) const {
      const std::uint64_t bit = hash & mask_;
      return (bits_[bit >> 6] >> (bit & 63)) & 1;
    }
    const FlatArray<std::uint64_t>& bits() const { return bits_; }

   private:
    FlatArray<std::uint64_t> bits_;
    std::uint64_t mask_;
  };

  static std::uint64_t mix(std::uint32_t node, std::uint64_t hash) {
    std::uint64_t x = (hash ^ (std::uint64_t(node) * 0x9E3779B97F4A7C15ull)) * 0xD6E8FEB86659FD93ull;
    return x ^ (x >> 32);
  }

  // The slot of the key, or a free one.
  const Slot& find(std::uint64_t key) const {
    std::size_t at = key & mask_;
    while (slots_[at].child != kNoNode && slots_[at].key != key) at = (at + 1) & mask_;
    return slots_[at];
  }

  FlatArray<Slot> slots_{std::vector<Slot>(1)};
  std::uint64_t mask_ = 0;
  StartFilter starts_, starts_lower_;
  FlatArray<std::uint64_t> first_, first_lower_;
};

}  // namespace dragoman

#endif  // DRAGOMAN_MENTION_TOKEN_TRIE_H_
