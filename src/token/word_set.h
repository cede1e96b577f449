// Part of dragoman; see LICENSE.
//
// Words of the code, compared by the hashes that tokens carry and known when it is compiled: a set is
// a few cache lines of constants, without a guard in front of it or a line of code to fill it.
//
//   static constexpr auto kArticles = word_set({"the", "this", "that"});
//   if (kArticles.contains(token.hash)) ...
//   if (token.hash == word_hash("and")) ...
//
// Most words asked for are in no set: one bit of a bitmap turns them away, and what is behind it
// is one function for all sets, so that a question costs its caller some 20 bytes of code.

#ifndef DRAGOMAN_TOKEN_WORD_SET_H_
#define DRAGOMAN_TOKEN_WORD_SET_H_

#include <algorithm>
#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "token/fold.h"

namespace dragoman {

// fold_hash() of a word that folding leaves as it is.  Others do not compile: write "senor" for "señor".
consteval std::uint64_t word_hash(std::string_view word) {
  bool mark = false, two_letters = false;
  for (std::size_t i = 0; i < word.size(); ++i) {
    const char c = word[i];
    if (static_cast<unsigned char>(c) >= 0x80 || (c >= 'A' && c <= 'Z') || c == '`') throw "not folded";
    mark |= word.size() > 1 && (c == '.' || c == '-');
    two_letters |= i > 0 && c >= 'a' && c <= 'z' && word[i - 1] >= 'a' && word[i - 1] <= 'z';
    if (word.size() > 1 && (c == '.' || (c == '-' && (i == 0 || i + 1 == word.size())))) throw "not folded";
  }
  if (mark && !two_letters) throw "not folded";   // "u-s"
  std::uint64_t block[2] = {}, h = 0;
  for (std::size_t i = 0; i < word.size(); ++i) {
    if (i > 0 && i % 16 == 0) {
      h = hash_detail::round(h, block[0], block[1]);
      block[0] = block[1] = 0;
    }
    block[i / 8 % 2] |= std::uint64_t(static_cast<unsigned char>(word[i])) << (8 * (i % 8));
  }
  return hash_detail::finish(hash_detail::round(h, block[0], block[1]), word.size());
}

// Is a hash in a table of 1 << bits slots, of which a zero one ends the search?
bool in_word_table(const std::uint64_t* slots, unsigned bits, std::uint64_t hash);

template <std::size_t N>
class WordSet {
 public:
  consteval explicit WordSet(const std::array<std::uint64_t, N>& hashes) {
    for (const std::uint64_t hash : hashes) {
      bitmap_[(hash >> 6) % kWords] |= std::uint64_t{1} << (hash & 63);
      std::size_t at = hash >> (64 - kTableBits);
      while (slots_[at] != 0 && slots_[at] != hash) at = (at + 1) % slots_.size();
      slots_[at] = hash;
    }
  }
  bool contains(std::uint64_t hash) const {
    if (((bitmap_[(hash >> 6) % kWords] >> (hash & 63)) & 1) == 0) return false;
    return in_word_table(slots_.data(), kTableBits, hash);
  }

 private:
  template <std::size_t... M>
  friend consteval auto any_of(const WordSet<M>&... sets);

  // 16 bits or more a word, and slots of which a third and more are free.
  static constexpr std::size_t kWords = std::bit_ceil((N + 3) / 4);
  static constexpr unsigned kTableBits = unsigned(std::bit_width(N + N / 2));
  std::array<std::uint64_t, kWords> bitmap_{};
  std::array<std::uint64_t, std::size_t{1} << kTableBits> slots_{};
};

template <std::size_t N>
consteval WordSet<N> word_set(const char* const (&words)[N]) {
  std::array<std::uint64_t, N> hashes{};
  for (std::size_t i = 0; i < N; ++i) hashes[i] = word_hash(words[i]);
  return WordSet<N>(hashes);
}

// The words of several sets in one, to be asked before each of them is.
template <std::size_t... N>
consteval auto any_of(const WordSet<N>&... sets) {
  std::array<std::uint64_t, (N + ...)> hashes{};
  std::size_t count = 0;
  const auto add = [&](const auto& set) {
    for (const std::uint64_t hash : set.slots_) {
      if (hash != 0) hashes[count++] = hash;
    }
  };
  (add(sets), ...);
  std::fill(hashes.begin() + std::ptrdiff_t(count), hashes.end(), hashes[0]);   // a set may tell a word twice
  return WordSet<(N + ...)>(hashes);
}

}  // namespace dragoman

#endif  // DRAGOMAN_TOKEN_WORD_SET_H_
