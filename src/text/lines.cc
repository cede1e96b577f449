// Part of dragoman; see LICENSE.
//
// Line breaks are found by looking, 64 bytes at a time, for the few bytes that can
// start one.

#include "text/lines.h"

#include <cstring>

#include "text/blocks.h"

namespace dragoman {

namespace {

bool blank(std::string_view line) { return line.find_first_not_of(" \t") == line.npos; }

// Bytes of the line break at text[i], or 0.
std::size_t break_at(std::string_view text, std::size_t i) {
  switch (static_cast<unsigned char>(text[i])) {
    case '\n':
      return 1;
    case '\r':
      return text.substr(i + 1, 1) == "\n" ? 2 : 1;
    case 0xC2:
      return text.substr(i, 2) == "\u0085" ? 2 : 0;
    case 0xE2:
      return text.substr(i, 3) == "\u2028" || text.substr(i, 3) == "\u2029" ? 3 : 0;
    default:
      return 0;
  }
}

}  // namespace

std::vector<Line> split_lines(std::string_view text) {
  std::vector<Line> lines;
  std::size_t start = 0;
  const auto close = [&](std::size_t end, std::size_t next) {
    lines.push_back({{static_cast<std::uint32_t>(start), static_cast<std::uint32_t>(end)},
                     blank(text.substr(start, end - start)) ? LineKind::kEmpty : LineKind::kProse});
    start = next;
  };
  for (std::size_t at = 0; at < text.size(); at += 64) {
    char padded[64];
    const char* p = text.data() + at;
    if (text.size() - at < 64) {
      std::memset(padded, 0, sizeof padded);
      std::memcpy(padded, p, text.size() - at);
      p = padded;
    }
    const Block block(p);
    std::uint64_t bits =
        block.equal('\n') | block.equal('\r') | block.equal('\xC2') | block.equal('\xE2');
    for (; bits != 0; bits &= bits - 1) {
      const std::size_t i = at + static_cast<std::size_t>(__builtin_ctzll(bits));
      if (i < start) continue;  // the LF of a CR LF
      if (const std::size_t length = break_at(text, i)) close(i, i + length);
    }
  }
  if (start < text.size()) close(text.size(), text.size());
  return lines;
}

}  // namespace dragoman
