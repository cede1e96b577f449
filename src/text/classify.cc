// Part of dragoman; see LICENSE.
//
// Judging lines: first landing, by end punctuation and length only.

#include "text/lines.h"

namespace dragoman {

void classify_lines(std::string_view text, std::vector<Line>& lines) {
  for (Line& line : lines) {
    if (line.kind == LineKind::kEmpty) continue;
    const std::string_view s = text.substr(line.span.start, line.span.size());
    std::size_t letters = 0, digits = 0, spaces = 0, commas = 0, percents = 0;
    for (const char c : s) {
      letters += (c | 0x20) >= 'a' && (c | 0x20) <= 'z';
      digits += c >= '0' && c <= '9';
      spaces += c == ' ';
      commas += c == ',';
      percents += c == '%';
    }
    const char last = s.back();
    const bool ends = last == '.' || last == '!' || last == '?' || last == '"' || last == ')' ||
                      static_cast<unsigned char>(last) >= 0x80;
    if (commas >= 2 && letters < 4 * commas && s.find(':') != s.npos) {
      line.kind = LineKind::kTags;
    } else if (!ends && percents >= 2 && s.size() < 80) {
      line.kind = LineKind::kWidget;
    } else if (!ends && spaces <= 3) {
      line.kind = LineKind::kMenu;
    } else if (!ends && spaces < 20 && s.size() < 140) {
      line.kind = LineKind::kHeading;
    }
    static_cast<void>(digits);
  }
}

}  // namespace dragoman
