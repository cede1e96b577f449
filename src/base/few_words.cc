// Part of dragoman; see LICENSE.

#include "base/few_words.h"

#include <algorithm>

#include "base/ascii.h"

namespace dragoman {

bool is_among(std::string_view word, std::span<const std::string_view> words) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

std::string_view lowered(std::string_view word, std::span<char> room) {
  std::transform(word.begin(), word.end(), room.begin(), ascii_lower);
  return {room.data(), word.size()};
}

std::size_t place_of(std::uint32_t mark, std::span<const std::uint32_t> marks) {
  return std::size_t(std::find(marks.begin(), marks.end(), mark) - marks.begin());
}

}  // namespace dragoman
