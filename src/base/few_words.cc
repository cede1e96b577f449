// Part of dragoman; see LICENSE.

#include "base/few_words.h"

namespace dragoman {

bool is_among(std::string_view word, std::span<const std::string_view> words) {
  for (const std::string_view one : words) {
    if (one == word) return true;
  }
  return false;
}

}  // namespace dragoman
