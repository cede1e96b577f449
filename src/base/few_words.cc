// Part of dragoman; see LICENSE.

#include "base/few_words.h"

#include <algorithm>

namespace dragoman {

bool is_among(std::string_view word, std::span<const std::string_view> words) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

}  // namespace dragoman
