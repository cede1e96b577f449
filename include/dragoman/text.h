// Part of dragoman; see LICENSE.
//
// Text: the first stage.  Bytes in, valid UTF-8 out, with its lines judged prose or
// not, and one place that converts positions.
//
//   Text text = Text::from_utf8("Seoul — Kim\xFF spoke.");
//   text.view();                   // "Seoul — Kim\uFFFD spoke."
//   text.loss().replaced_bytes;    // 1
//   Positions at(text.view());
//   at.code_point(8);              // bytes -> code points

#ifndef DRAGOMAN_TEXT_H_
#define DRAGOMAN_TEXT_H_

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "dragoman/api.h"
#include "dragoman/result.h"

namespace dragoman {

// A piece of a text: bytes of UTF-8, end exclusive, always on code point
// boundaries.  Offsets are relative to the document's text.
struct Span {
  std::uint32_t start = 0;
  std::uint32_t end = 0;

  std::uint32_t size() const { return end - start; }
  bool empty() const { return start == end; }
  bool contains(Span other) const { return start <= other.start && other.end <= end; }
  bool overlaps(Span other) const { return start < other.end && other.start < end; }
  friend bool operator==(Span, Span) = default;
};

// What reading had to change or skip; empty for clean input.  Never fatal.
struct LossReport {
  std::uint64_t replaced_bytes = 0;      // ill-formed bytes of the input
  std::uint64_t replacements = 0;        // U+FFFD written for them
  std::uint64_t first_replaced_at = 0;   // byte offset in the input of the first
  std::uint64_t nul_bytes = 0;           // kept, but a sign of binary input
  std::uint64_t byte_order_mark = 0;     // bytes of a leading mark that was dropped
  std::uint64_t unread_lines = 0;        // lines flagged as not prose (kept in the text)
  std::uint64_t unread_bytes = 0;
  std::uint64_t left_out_bytes = 0;      // of a page: text beside its article, as menus and banners
  std::string encoding;                  // what the bytes were decoded from: "UTF-8", ...

  bool lossless() const { return replaced_bytes == 0; }
  // Was the text read as it came, every line of it?  What a page has beside its article does not count.
  bool complete() const { return lossless() && nul_bytes == 0 && unread_lines == 0; }
};

// "3 ill-formed bytes replaced, the first at byte 7; 2 lines (41 bytes) not read as prose"; empty if
// the report is complete().
DRAGOMAN_EXPORT std::string to_string(const LossReport& loss);

// Why a line is not read as prose.
enum class LineKind : std::uint8_t {
  kProse,
  kHeading,     // a short title-like line: read, but as a headline
  kMenu,        // "Skip to main content", "Share", breadcrumbs, lists of labels
  kWidget,      // figures and labels of a page element: "Left 34% Center 32% Right 34%"
  kTags,        // "Tags: , , ,"
  kEmpty,
};

struct Line {
  Span span;  // without its line break
  LineKind kind = LineKind::kProse;

  // Are mentions and relations looked for here?
  bool prose() const { return kind == LineKind::kProse || kind == LineKind::kHeading; }
};

// Largest text: offsets are 32 bits wide.
inline constexpr std::size_t kMaxTextBytes = (std::size_t{1} << 31) - 1;

class DRAGOMAN_EXPORT Text {
 public:
  Text() = default;

  // Takes bytes that should be UTF-8.  A leading byte-order mark is dropped; each
  // maximal ill-formed sequence becomes one U+FFFD (WHATWG practice) and is counted.
  // Valid input is not copied.  Linear time.  Input over kMaxTextBytes is kLimit.
  static Result<Text> from_utf8(std::string bytes);

  // Decodes bytes of another encoding with ICU.  encoding: an IANA name
  // ("windows-1251"), or empty to let ICU's detector choose.  Fails with
  // kBadArgument for an unknown name.  Offsets are of the UTF-8 result.
  static Result<Text> decode(std::string_view bytes, std::string_view encoding);

  std::string_view view() const { return bytes_; }
  std::string_view slice(Span span) const {
    return std::string_view(bytes_).substr(span.start, span.size());
  }
  std::size_t size() const { return bytes_.size(); }

  // In order; together with their line breaks they cover the text.  A line ends at
  // LF, CR LF, CR, U+0085, U+2028 or U+2029.
  const std::vector<Line>& lines() const { return lines_; }
  const LossReport& loss() const { return loss_; }
  // Adds what was lost on the way from the bytes as they came to the bytes that this text was made of.
  void add_loss(const LossReport& before);

 private:
  std::string bytes_;
  std::vector<Line> lines_;
  LossReport loss_;
};

// One position, every way that editors and languages count.  All are zero-based,
// except line and column, which start at 1; column counts code points.
struct Position {
  std::size_t byte = 0;
  std::size_t code_point = 0;
  std::size_t utf16 = 0;
  std::size_t line = 1;
  std::size_t column = 1;
};

// Converts between byte, code point, UTF-16 and line:column positions of one text.
// Built in linear time (a few bytes a kilobyte of text); each call costs at most
// the scan of one kilobyte.  Keeps a view: the text must outlive it.
class DRAGOMAN_EXPORT Positions {
 public:
  explicit Positions(std::string_view utf8);

  // byte: at most size(); inside a character it counts as that character's start.
  Position at_byte(std::size_t byte) const;
  std::size_t code_point(std::size_t byte) const;   // at_byte(byte).code_point, and
  std::size_t utf16(std::size_t byte) const;        // .utf16 alone: cheaper

  // The other way; past the end gives size().
  std::size_t byte_of_code_point(std::size_t code_point) const;
  std::size_t byte_of_utf16(std::size_t utf16) const;

 private:
  struct Mark {
    std::uint32_t code_points;
    std::uint32_t utf16;
  };
  std::string_view text_;
  bool ascii_ = false;
  std::vector<Mark> marks_;             // at each kilobyte
  std::vector<std::uint32_t> line_starts_;
};

}  // namespace dragoman

#endif  // DRAGOMAN_TEXT_H_
