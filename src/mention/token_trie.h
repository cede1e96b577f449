// Part of dragoman; see LICENSE.
//
// TokenTrie: sequences of token hashes, found by walking a text token by token.
//
//   TokenTrie::Builder builder;
//   std::uint32_t node = builder.add(hashes, starts_lower);   // one node a different sequence
//   TokenTrie trie = builder.build();
//   trie.longest_at(tokens, i, last);             // -> node and end
//
// All edges stand in one flat table keyed by (node, hash); most tokens start no name and
// are turned away by a bitmap that stays in the cache.  A joining hyphen inside a name is
// skipped on both sides: "Jong-un" = "Jong un".  Two different (node, hash) pairs share a
// 64-bit key with chance 2^-64 a look-up, which is taken as never.

#ifndef DRAGOMAN_MENTION_TOKEN_TRIE_H_
#define DRAGOMAN_MENTION_TOKEN_TRIE_H_

#include <cstdint>
#include <span>
#include <vector>

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

  class Builder {
   public:
    Builder();
    // Returns the sequence's terminal node; the same sequence, the same node.
    // starts_lower: it may start at a word without a capital.
    std::uint32_t add(std::span<const std::uint64_t> hashes, bool starts_lower);
    TokenTrie build() &&;

   private:
    std::vector<std::pair<std::uint64_t, std::uint32_t>> edges_;   // open addressing while building
    std::size_t used_ = 0;
    std::vector<std::uint32_t> info_;    // of each node, see Slot::info
    std::vector<std::uint64_t> first_, first_lower_;
    std::uint32_t& edge(std::uint64_t key);
    void grow();
  };

  // Can a sequence start with this token?  False positives about 1 in 8.
  bool may_start(const Token& token) const {
    const bool lower = (token.flags & (kInitialCapital | kHasDigit)) == 0;
    return (lower ? starts_lower_ : starts_).has(token.hash);
  }

  // The longest sequence from tokens[at], ending at or before `last`.
  Match longest_at(const std::vector<Token>& tokens, Index at, Index last) const;

  // Each one that starts there, shortest first: visit(Match).
  template <typename Visit>
  void each_at(const std::vector<Token>& tokens, Index at, Index last, Visit&& visit) const {
    if (at >= last || !may_start(tokens[at])) return;
    const Slot* slot = edge(kRoot, tokens[at].hash);
    for (Index i = at + 1; slot != nullptr; ++i) {
      if (slot->info & kTerminal) visit(Match{slot->child, i});
      while (i < last && tokens[i].has(kJoiner)) ++i;
      if (i >= last || (slot->info & follower(tokens[i].hash)) == 0) return;
      slot = edge(slot->child, tokens[i].hash);
    }
  }

  // Brings the first edge of a token into the cache.
  void prefetch(const Token& token) const {
    if (may_start(token)) __builtin_prefetch(&slots_[mix(kRoot, token.hash) & mask_]);
  }

  std::size_t bytes() const;

 private:
  struct Slot {
    std::uint64_t key = 0;
    std::uint32_t child = kNoNode;
    std::uint32_t info = 0;      // kTerminal, and follower() of each token that may come next
  };
  static constexpr std::uint32_t kTerminal = std::uint32_t{1} << 31;
  static std::uint32_t follower(std::uint64_t hash) {
    return std::uint32_t{1} << ((hash >> 32) % 31);
  }

  // One bit for each possible first token, by the low bits of its hash.
  class StartFilter {
   public:
    explicit StartFilter(const std::vector<std::uint64_t>& hashes);
    bool has(std::uint64_t hash) const {
      const std::uint64_t bit = hash & mask_;
      return (bits_[bit >> 6] >> (bit & 63)) & 1;
    }
    std::size_t bytes() const { return bits_.size() * 8; }

   private:
    std::vector<std::uint64_t> bits_;
    std::uint64_t mask_;
  };

  static std::uint64_t mix(std::uint32_t node, std::uint64_t hash) {
    std::uint64_t x = (hash ^ (std::uint64_t(node) * 0x9E3779B97F4A7C15ull)) * 0xD6E8FEB86659FD93ull;
    return x ^ (x >> 32);
  }

  const Slot* edge(std::uint32_t node, std::uint64_t hash) const;

  std::vector<Slot> slots_;
  std::uint64_t mask_ = 0;
  StartFilter starts_{{}}, starts_lower_{{}};
};

}  // namespace dragoman

#endif  // DRAGOMAN_MENTION_TOKEN_TRIE_H_
