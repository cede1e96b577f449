// Part of dragoman; see LICENSE.

#include "token/word_set.h"

namespace dragoman {

bool in_word_table(const std::uint64_t* slots, unsigned bits, std::uint64_t hash) {
  const std::size_t mask = (std::size_t{1} << bits) - 1;
  for (std::size_t at = hash >> (64 - bits);; at = (at + 1) & mask) {
    if (slots[at] == hash) return true;
    if (slots[at] == 0) return false;
  }
}

}  // namespace dragoman
