// Part of dragoman; see LICENSE.
//
// At each kilobyte the numbers of code points and UTF-16 units before it are kept;
// a conversion finds its kilobyte by division or binary search and counts the rest.
// Counting looks at bytes only: a byte that is no continuation starts a code point,
// and one that leads four bytes is two units of UTF-16.

#include <algorithm>

#include "dragoman/text.h"
#include "text/lines.h"
#include "text/utf8.h"

namespace dragoman {
namespace {

constexpr std::size_t kStep = 1024;

struct Counts {
  std::size_t code_points = 0;
  std::size_t utf16 = 0;
};

Counts count(std::string_view bytes) {
  Counts counts;
  std::size_t astral = 0;
  for (const char c : bytes) {
    counts.code_points += !is_continuation(c);
    astral += static_cast<unsigned char>(c) >= 0xF0;
  }
  counts.utf16 = counts.code_points + astral;
  return counts;
}

}  // namespace

Positions::Positions(std::string_view utf8) : text_(utf8) {
  marks_.reserve(utf8.size() / kStep + 1);
  Counts sum;
  for (std::size_t at = 0; at <= utf8.size(); at += kStep) {
    marks_.push_back({static_cast<std::uint32_t>(sum.code_points),
                      static_cast<std::uint32_t>(sum.utf16)});
    const Counts here = count(utf8.substr(at, kStep));
    sum.code_points += here.code_points;
    sum.utf16 += here.utf16;
  }
  ascii_ = sum.code_points == utf8.size();
  line_starts_.push_back(0);
  const std::vector<Line> lines = split_lines(utf8);
  for (std::size_t i = 1; i < lines.size(); ++i) line_starts_.push_back(lines[i].span.start);
  // After a final break the position at the end stands on a new line.
  if (!lines.empty() && lines.back().span.end != utf8.size()) {
    line_starts_.push_back(static_cast<std::uint32_t>(utf8.size()));
  }
}

Position Positions::at_byte(std::size_t byte) const {
  byte = std::min(byte, text_.size());
  while (byte < text_.size() && byte > 0 && is_continuation(text_[byte])) --byte;
  Position position;
  position.byte = byte;
  position.code_point = code_point(byte);
  position.utf16 = utf16(byte);
  const auto after = std::upper_bound(line_starts_.begin(), line_starts_.end(), byte);
  position.line = static_cast<std::size_t>(after - line_starts_.begin());
  position.column = position.code_point - code_point(*(after - 1)) + 1;
  return position;
}

std::size_t Positions::code_point(std::size_t byte) const {
  byte = std::min(byte, text_.size());
  if (ascii_) return byte;
  while (byte < text_.size() && byte > 0 && is_continuation(text_[byte])) --byte;
  const std::size_t mark = byte / kStep;
  return marks_[mark].code_points + count(text_.substr(mark * kStep, byte % kStep)).code_points;
}

std::size_t Positions::utf16(std::size_t byte) const {
  byte = std::min(byte, text_.size());
  if (ascii_) return byte;
  while (byte < text_.size() && byte > 0 && is_continuation(text_[byte])) --byte;
  const std::size_t mark = byte / kStep;
  return marks_[mark].utf16 + count(text_.substr(mark * kStep, byte % kStep)).utf16;
}

std::size_t Positions::byte_of_code_point(std::size_t code_point) const {
  if (ascii_) return std::min(code_point, text_.size());
  const auto after = std::upper_bound(
      marks_.begin(), marks_.end(), code_point,
      [](std::size_t wanted, const Mark& mark) { return wanted < mark.code_points; });
  std::size_t mark = static_cast<std::size_t>(after - marks_.begin()) - 1;
  std::size_t at = mark * kStep;
  std::size_t seen = marks_[mark].code_points;
  while (at < text_.size() && is_continuation(text_[at])) ++at;
  while (seen < code_point && at < text_.size()) {
    next_code_point(text_, at);
    ++seen;
  }
  return std::min(at, text_.size());
}

std::size_t Positions::byte_of_utf16(std::size_t utf16) const {
  if (ascii_) return std::min(utf16, text_.size());
  const auto after =
      std::upper_bound(marks_.begin(), marks_.end(), utf16,
                       [](std::size_t wanted, const Mark& mark) { return wanted < mark.utf16; });
  std::size_t mark = static_cast<std::size_t>(after - marks_.begin()) - 1;
  std::size_t at = mark * kStep;
  std::size_t seen = marks_[mark].utf16;
  while (at < text_.size() && is_continuation(text_[at])) ++at;
  while (seen < utf16 && at < text_.size()) {
    const std::size_t here = at;
    const std::size_t units = next_code_point(text_, at) >= 0x10000 ? 2 : 1;
    if (seen + units > utf16) return here;  // between two surrogates: the character's start
    seen += units;
  }
  return std::min(at, text_.size());
}

}  // namespace dragoman
