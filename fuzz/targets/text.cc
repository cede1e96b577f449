// Part of dragoman; see LICENSE.

#include "dragoman/text.h"

#include <unicode/utf8.h>

#include "targets.h"
#include "text/utf8.h"

namespace dragoman::fuzz {
namespace {

// One U+FFFD for each maximal ill-formed sequence, as ICU reads them.
std::string repaired_by_icu(std::string_view bytes) {
  std::string out;
  const auto size = std::int32_t(bytes.size());
  for (std::int32_t i = 0; i < size;) {
    UChar32 c = 0;
    U8_NEXT(reinterpret_cast<const std::uint8_t*>(bytes.data()), i, size, c);
    append_code_point(out, c < 0 ? U'\uFFFD' : char32_t(c));
  }
  return out;
}

// Every byte's position, counted one after the other.
void check_positions(std::string_view text) {
  const Positions positions(text);
  Position now;
  std::size_t next = 0;   // where the next character begins
  for (std::size_t byte = 0; byte <= text.size(); ++byte) {
    if (byte == next) {
      const Position at = positions.at_byte(byte);
      check(at.byte == byte && at.code_point == now.code_point && at.utf16 == now.utf16, "a position counts right");
      check(at.line == now.line && at.column == now.column, "line and column count right");
      check(positions.code_point(byte) == now.code_point && positions.utf16(byte) == now.utf16, "counts agree");
      check(positions.byte_of_code_point(now.code_point) == byte, "code points lead back");
      check(positions.byte_of_utf16(now.utf16) == byte, "UTF-16 units lead back");
      if (byte == text.size()) break;
      const char32_t c = next_code_point(text, next);
      now.code_point += 1;
      now.utf16 += c > 0xFFFF ? 2 : 1;
      now.column += 1;
      const bool before_lf = c == '\r' && next < text.size() && text[next] == '\n';
      if ((c == '\n' || c == '\r' || c == 0x85 || c == 0x2028 || c == 0x2029) && !before_lf) {
        now.line += 1;
        now.column = 1;
      }
    } else {
      check(positions.code_point(byte) + 1 == now.code_point, "within a character its start counts");
    }
  }
  check(positions.byte_of_code_point(now.code_point + 7) == text.size(), "past the end is the end");
}

void check_text(const Text& text) {
  const std::string_view view = text.view();
  check(first_ill_formed(view) == view.size(), "a text is valid UTF-8");
  std::size_t at = 0;
  for (const Line& line : text.lines()) {
    check(line.span.start >= at && line.span.start <= line.span.end && line.span.end <= view.size(), "lines are in order");
    check(line.span.start - at <= 3, "lines and their breaks cover the text");
    at = line.span.end;
  }
  check(view.size() - at <= 3, "lines reach the end");
  check(text.loss().lossless() == (text.loss().replacements == 0), "replaced bytes and replacements agree");
}

}  // namespace

void text(std::string_view input) {
  const Result<Text> read = Text::from_utf8(std::string(input));
  check(read.ok(), "any bytes are a text");
  check_text(*read);
  std::string_view bytes = input;
  if (bytes.starts_with("\xEF\xBB\xBF")) bytes.remove_prefix(3);
  const std::string expected = repaired_by_icu(bytes);
  check(read->view() == expected, "ill-formed bytes are replaced as ICU does");
  check(read->loss().lossless() == (bytes == expected), "what was changed is counted");
  check_positions(read->view());

  if (input.empty()) return;
  static constexpr const char* kEncodings[] = {"", "windows-1251", "UTF-16", "UTF-16LE", "UTF-32", "Shift_JIS", "GB18030",
                                               "ISO-2022-JP", "UTF-7", "EUC-KR", "SCSU", "Big5", "IMAP-mailbox-name", "HZ"};
  const auto which = std::size_t(static_cast<unsigned char>(input[0])) % (sizeof kEncodings / sizeof kEncodings[0]);
  const Result<Text> decoded = Text::decode(input.substr(1), kEncodings[which]);
  if (decoded.ok()) {
    check_text(*decoded);
  } else {
    check_error(decoded.error());
  }
}

}  // namespace dragoman::fuzz
