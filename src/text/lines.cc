// Part of dragoman; see LICENSE.
//
// Line breaks are found by scanning for the few bytes that can start one.

#include "text/lines.h"

namespace dragoman {

std::vector<Line> split_lines(std::string_view text) {
  std::vector<Line> lines;
  const auto blank = [&](std::size_t begin, std::size_t end) {
    for (; begin != end; ++begin) {
      if (text[begin] != ' ' && text[begin] != '\t') return false;
    }
    return true;
  };
  std::size_t start = 0;
  std::size_t i = 0;
  const auto close = [&](std::size_t next) {
    lines.push_back({{static_cast<std::uint32_t>(start), static_cast<std::uint32_t>(i)},
                     blank(start, i) ? LineKind::kEmpty : LineKind::kProse});
    start = i = next;
  };
  while (i < text.size()) {
    const auto c = static_cast<unsigned char>(text[i]);
    if (c == '\n') {
      close(i + 1);
    } else if (c == '\r') {
      close(i + 1 < text.size() && text[i + 1] == '\n' ? i + 2 : i + 1);
    } else if (c == 0xC2 && static_cast<unsigned char>(text[i + 1]) == 0x85) {
      close(i + 2);
    } else if (c == 0xE2 && text.substr(i, 3) >= "\u2028" && text.substr(i, 3) <= "\u2029") {
      close(i + 3);
    } else {
      ++i;
    }
  }
  if (start < text.size()) close(i);
  return lines;
}

}  // namespace dragoman
