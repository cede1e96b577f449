// Part of dragoman; see LICENSE.
//
// TokenTrie: sequences of token hashes, found by walking a text token by token.
//
//   TokenTrie::Builder builder(names.token_count());
//   std::uint32_t node = builder.add(names.of(0), names.starts_lower(0));
//   TokenTrie trie = std::move(builder).build(values);   // a number for each node
//   trie.longest_at(tokens, i, last);                    // -> the number, and where it ends
//
// All edges stand in one flat table, in the order of their keys (a hash of the node and the
// token): each as near behind the place that its key asks for as the others let it, so that a
// search mostly reads one cache line, found or not, with six sevenths of the table full.  Most
// tokens start no name and are turned away by a bitmap that stays in the cache.  An edge says
// what may follow it, so that a walk which ends there mostly does not search in vain.  A joining
// hyphen inside a name is skipped on both sides: "Jong-un" = "Jong un".  Keys have 52 bits: of a
// million names one is seen wrongly in some 4 * 10^9 searches.

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
  struct Match {
    std::uint32_t value = 0;
    Index last = 0;              // end token, exclusive; 0: none
    bool found() const { return last != 0; }
  };

  class Builder {
   public:
    // tokens: how many hashes will be added in all, if known.
    explicit Builder(std::size_t tokens = 0);
    // Returns the sequence's last node; the same sequence, the same node; 0, which is never
    // found, for none.  starts_lower: it may start at a word without a capital.
    std::uint32_t add(std::span<const std::uint64_t> hashes, bool starts_lower);
    // Nodes are 0 .. node_count() - 1.
    std::uint32_t node_count() const { return std::uint32_t(nodes_.size()); }
    // values: of each node that a sequence ends at; others' are not read.
    TokenTrie build(std::span<const std::uint32_t> values) &&;

   private:
    struct Slot {                // of the table while names are added; node 0: free
      std::uint64_t key = 0;
      std::uint32_t node = 0;
    };
    struct Node {
      std::uint64_t hash;        // of the token that leads to it
      std::uint32_t parent;
      std::uint32_t flags;
    };
    Slot& locate(std::uint64_t key);
    void resize(std::size_t size);

    std::vector<Slot> slots_;
    std::vector<Node> nodes_{Node{}};
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
    if (at < last && may_start(tokens[at])) each_from(tokens, at, last, visit);
  }

  // The same in steps, of a token that is known to be among first_tokens() or, where it is lower(), among
  // first_lower_tokens(); at < last.  Some tokens ahead prefetch_from() brings the first edge into the
  // cache, and begin_at() the second one.  any_case: a small letter stands for a capital too.
  class Begun;
  Begun begin_at(const std::vector<Token>& tokens, Index at, bool any_case = false) const;
  Match longest_from(Begun begun, const std::vector<Token>& tokens, Index at, Index last) const;

  template <typename Visit>
  void each_from(const std::vector<Token>& tokens, Index at, Index last, Visit&& visit, bool any_case = false) const {
    const Edge* edge = first_edge(tokens[at], any_case);
    if (edge != nullptr) each_behind(edge, tokens, at, last, visit);
  }

 private:
  struct Edge;
  const Edge* first_edge(const Token& token, bool any_case) const {
    const Edge* edge = find(key_of(kRoot, token.hash));
    // The bitmaps let some pass that they should not.
    return edge == nullptr || (!any_case && lower(token) && (edge->flags() & kStartsLower) == 0) ? nullptr : edge;
  }
  template <typename Visit>
  void each_behind(const Edge* edge, const std::vector<Token>& tokens, Index at, Index last, Visit&& visit) const {
    for (Index i = at + 1;; ++i) {
      const std::uint32_t flags = edge->flags();
      const bool goes_on = (flags & kFollowers) != 0;
      if ((flags & kEnds) != 0) visit(Match{goes_on ? values_[edge->number] : edge->number, i});
      if (!goes_on) return;
      while (i < last && tokens[i].has(kJoiner)) ++i;
      if (i >= last || (flags & follower(tokens[i].hash)) == 0) return;
      edge = find(key_of(edge->number, tokens[i].hash));
      if (edge == nullptr) return;
    }
  }

 public:

  // The tokens that sequences start with, and those that one may start with written without
  // a capital; each once.
  std::span<const std::uint64_t> first_tokens() const { return first_.span(); }
  std::span<const std::uint64_t> first_lower_tokens() const { return first_lower_.span(); }

  // Brings the first edge of a token into the cache.
  void prefetch(const Token& token) const {
    if (may_start(token)) prefetch_from(token);
  }
  void prefetch_from(const Token& token) const {
    __builtin_prefetch(edges_.data() + place(key_of(kRoot, token.hash)));
  }

  // As sections "NAME.edges", "NAME.first" ... of a bundle.
  void add_to(BundleWriter& bundle, const std::string& name) const;
  // kBadData if sections lack or cannot be a trie's.
  static Result<TokenTrie> from_bundle(const Bundle& bundle, const std::string& name);
  // All values, for whoever has to know that they are sound: good(value).
  template <typename Good>
  bool each_value(Good&& good) const {
    for (const Edge& edge : edges_.span()) {
      if ((edge.flags() & kEnds) == 0) continue;
      if (!good((edge.flags() & kFollowers) != 0 ? values_[edge.number] : edge.number)) return false;
    }
    return true;
  }

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

  static constexpr std::uint32_t kRoot = 0;
  static constexpr std::uint32_t kKeyBits = 52;
  // Bits of an edge.
  static constexpr std::uint32_t kEnds = 1;           // a sequence ends with it
  static constexpr std::uint32_t kStartsLower = 2;    // one starts with it at a word without a capital
  static constexpr std::uint32_t kFollowers = 0xFFC;  // which tokens may come next; none: a leaf
  static std::uint32_t follower(std::uint64_t hash) { return 4u << ((hash >> 32) % 10); }

  // Words of 32 bits, as 64 would leave a third empty.
  struct Edge {
    std::uint32_t low, high;     // the key, and 12 bits of flags below it
    std::uint32_t number;        // of a leaf its value, else its node
    std::uint64_t bits() const { return std::uint64_t(high) << 32 | low; }
    std::uint32_t flags() const { return low & 0xFFF; }
  };
  static constexpr Edge kFree = {0xFFFFF000u, 0xFFFFFFFFu, 0};   // greater than any key

  static std::uint64_t mix(std::uint32_t node, std::uint64_t hash) {
    std::uint64_t x = (hash ^ (std::uint64_t(node) * 0x9E3779B97F4A7C15ull)) * 0xD6E8FEB86659FD93ull;
    return x ^ (x >> 32);
  }
  static std::uint64_t key_of(std::uint32_t node, std::uint64_t hash) {
    const std::uint64_t key = mix(node, hash) >> (64 - kKeyBits);
    return key - (key == (std::uint64_t{1} << kKeyBits) - 1);
  }
  // Where an edge of that key stands at the earliest.
  std::size_t place(std::uint64_t key) const {
    return std::size_t(static_cast<unsigned __int128>(key) * places_ >> kKeyBits);
  }
  const Edge* find(std::uint64_t key) const {
    for (const Edge* edge = edges_.data() + place(key);; ++edge) {   // the last one is free
      const std::uint64_t here = edge->bits() >> (64 - kKeyBits);
      if (here >= key) return here == key ? edge : nullptr;
    }
  }

  FlatArray<Edge> edges_{std::vector<Edge>{kFree}};
  std::uint64_t places_ = 1;             // edges_ has some more, for those of the end
  FlatArray<std::uint32_t> values_;      // of nodes that others follow; [0]: places_
  StartFilter starts_, starts_lower_;
  FlatArray<std::uint64_t> first_, first_lower_;
};

class TokenTrie::Begun {
  friend class TokenTrie;
  const Edge* edge_ = nullptr;
};

inline TokenTrie::Begun TokenTrie::begin_at(const std::vector<Token>& tokens, Index at, bool any_case) const {
  Begun begun;
  begun.edge_ = first_edge(tokens[at], any_case);
  if (begun.edge_ != nullptr && at + 1 < tokens.size() && (begun.edge_->flags() & follower(tokens[at + 1].hash)) != 0) {
    __builtin_prefetch(edges_.data() + place(key_of(begun.edge_->number, tokens[at + 1].hash)));
  }
  return begun;
}

inline TokenTrie::Match TokenTrie::longest_from(Begun begun, const std::vector<Token>& tokens, Index at, Index last) const {
  Match longest;
  if (begun.edge_ != nullptr) {
    each_behind(begun.edge_, tokens, at, last, [&longest](const Match& match) { longest = match; });
  }
  return longest;
}

}  // namespace dragoman

#endif  // DRAGOMAN_MENTION_TOKEN_TRIE_H_
