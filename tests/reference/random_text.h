// Part of dragoman; see LICENSE.
//
// Random text for property tests: the same from the same seed on every machine.

#ifndef DRAGOMAN_TESTS_REFERENCE_RANDOM_TEXT_H_
#define DRAGOMAN_TESTS_REFERENCE_RANDOM_TEXT_H_

#include <cstdint>
#include <string>

#include "text/utf8.h"

namespace dragoman {

class RandomText {
 public:
  explicit RandomText(std::uint64_t seed) : state_(seed * 2 + 1) {}

  std::uint64_t next() {  // splitmix64
    std::uint64_t z = state_ += 0x9E3779B97F4A7C15u;
    z = (z ^ z >> 30) * 0xBF58476D1CE4E5B9u;
    z = (z ^ z >> 27) * 0x94D049BB133111EBu;
    return z ^ z >> 31;
  }
  std::size_t below(std::size_t n) { return static_cast<std::size_t>(next() % n); }

  // Any bytes, half of them from well-formed sequences.
  std::string bytes(std::size_t length) {
    std::string out;
    while (out.size() < length) {
      if (below(2) == 0) {
        out.push_back(static_cast<char>(next()));
      } else {
        append_code_point(out, any());
      }
    }
    return out;
  }

  // Code points from all over Unicode, weighted towards what breaks splitters.
  std::string text(std::size_t code_points) {
    std::string out;
    const std::size_t style = below(4);
    for (std::size_t i = 0; i < code_points; ++i) {
      const std::size_t kind = below(100);
      if (style == 0 ? kind < 99 : style == 1 ? kind < 85 : kind < 40) {
        append_code_point(out, ascii());
      } else if (style < 2 && kind % 2 == 0) {
        append_code_point(out, common());
      } else {
        append_code_point(out, tricky());
      }
    }
    return out;
  }

  char32_t any() {
    while (true) {
      const std::size_t plane = below(4);
      const char32_t c = static_cast<char32_t>(
          plane == 0 ? below(0x80) : plane == 1 ? below(0x800) : plane == 2 ? below(0x10000) : below(0x110000));
      if (c < 0xD800 || c > 0xDFFF) return c;
    }
  }

  char32_t ascii() {
    static constexpr char32_t kMarks[] = U"..,,''\"--:;_!?&$%()/ \n\r\t\v\f";
    const std::size_t kind = below(20);
    if (kind < 9) return U'a' + static_cast<char32_t>(below(26));
    if (kind < 11) return U'A' + static_cast<char32_t>(below(26));
    if (kind < 13) return U'0' + static_cast<char32_t>(below(10));
    if (kind < 16) return U' ';
    if (kind < 19) return kMarks[below(sizeof kMarks / sizeof kMarks[0] - 1)];
    return static_cast<char32_t>(below(0x80));
  }

  // What news in Latin and Cyrillic letters has.
  char32_t common() {
    static constexpr char32_t kMarks[] = U"‘’“”–—…•€£«»·\u00A0\u2011\u2028\u0085\u00AD";
    switch (below(4)) {
      case 0: return static_cast<char32_t>(0xC0 + below(0x100));
      case 1: return static_cast<char32_t>(0x400 + below(0x80));
      case 2: return static_cast<char32_t>(0xA0 + below(0x500));
      default: return kMarks[below(sizeof kMarks / sizeof kMarks[0] - 1)];
    }
  }

  char32_t tricky() {
    switch (below(16)) {
      case 0: return static_cast<char32_t>(0x300 + below(0x70));      // combining marks
      case 1: return static_cast<char32_t>(0x1F1E6 + below(26));      // flags
      case 2: return static_cast<char32_t>(0x1F300 + below(0x300));   // emoji
      case 3: return static_cast<char32_t>(0x1F3FB + below(5));       // skin tones
      case 4: return 0x200D;                                          // joiner
      case 5: return static_cast<char32_t>(0xFE00 + below(16));       // variation selectors
      case 6: return static_cast<char32_t>(0x4E00 + below(0x5000));   // Han
      case 7: return static_cast<char32_t>(0x3040 + below(0xC0));     // kana
      case 8: return static_cast<char32_t>(0xE01 + below(0x5B));      // Thai
      case 9: return static_cast<char32_t>(0x590 + below(0x70));      // Hebrew
      case 10: return static_cast<char32_t>(0x600 + below(0x100));    // Arabic
      case 11: return static_cast<char32_t>(0x900 + below(0x80));     // Devanagari
      case 12: return static_cast<char32_t>(0xAC00 + below(0x2BA4));  // Hangul
      case 13: return static_cast<char32_t>(0x2000 + below(0x70));    // spaces, marks, format
      case 14: return common();
      default: return any();
    }
  }

 private:
  std::uint64_t state_;
};

}  // namespace dragoman

#endif  // DRAGOMAN_TESTS_REFERENCE_RANDOM_TEXT_H_
