// Part of dragoman; see LICENSE.
//
// Folding makes one form of the many that news writes: "RUSSIA’S" and "Russia's",
// "Erdoğan" and "Erdogan", "U.S.", "U-S" and "US".  Plain ASCII words (all but a few
// of a text) are lower-cased on the stack; the rest goes through ICU: NFKC case
// folding, decomposition, marks U+0300..U+036F dropped, composition.
//
// The hash multiplies 64 by 64 bits and folds the halves of the product together;
// this family of mixers passes the usual tests of avalanche, reads 16 bytes a step
// and costs some 3 ns a word.

#include "token/fold.h"

#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <array>
#include <atomic>

#include "text/utf8.h"

namespace dragoman {
namespace {

bool ascii(std::string_view s) {
  for (const char c : s) {
    if (static_cast<unsigned char>(c) >= 0x80) return false;
  }
  return true;
}

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c | 0x20) : c; }

// Apostrophes, dashes and double quotes each become the ASCII one.
char32_t plain_mark(char32_t c) {
  switch (c) {
    case '`': case 0x2018: case 0x2019: case 0x201B: case 0x2032: case 0x02BC: case 0x02B9:
    case 0x02BB:
      return '\'';
    case 0x2010: case 0x2011: case 0x2012: case 0x2013: case 0x2014: case 0x2015: case 0x2212:
    case 0xFE58: case 0xFE63:
      return '-';
    case 0x201C: case 0x201D: case 0x201E: case 0x201F: case 0x00AB: case 0x00BB: case 0x2033:
      return '"';
    default:
      return c;
  }
}

bool dropped_mark(char32_t c) { return c >= 0x0300 && c <= 0x036F; }

// Words of tables and rules need not be valid UTF-8; those of a text are.
bool well_formed(std::string_view word) { return first_ill_formed(word) == word.size(); }

std::string fold_unicode(std::string_view word) {
  if (!well_formed(word)) {
    LossReport unused;
    return fold_unicode(repair(word, unused));
  }
  UErrorCode status = U_ZERO_ERROR;
  const icu::Normalizer2* const casefold = icu::Normalizer2::getNFKCCasefoldInstance(status);
  const icu::Normalizer2* const nfd = icu::Normalizer2::getNFDInstance(status);
  const icu::Normalizer2* const nfc = icu::Normalizer2::getNFCInstance(status);
  if (U_FAILURE(status)) return std::string(word);

  icu::UnicodeString marks;
  for (std::size_t i = 0; i < word.size();) {
    marks.append(static_cast<UChar32>(plain_mark(next_code_point(word, i))));
  }
  const icu::UnicodeString apart = nfd->normalize(casefold->normalize(marks, status), status);
  icu::UnicodeString bare;
  for (std::int32_t i = 0; i < apart.length();) {
    const UChar32 c = apart.char32At(i);
    if (!dropped_mark(static_cast<char32_t>(c))) {
      bare.append(static_cast<UChar32>(plain_mark(static_cast<char32_t>(c))));
    }
    i += U16_LENGTH(c);
  }
  std::string out;
  nfc->normalize(bare, status).toUTF8String(out);
  return out;
}

// Folded forms of single characters: Latin, Greek and Cyrillic letters and the marks of
// print.  Without combining marks around, folding a word is folding its characters one
// by one.  Filled character by character at first need, so that no start-up time is
// paid; an entry is one word, written whole, so threads may race to write the same.
class CharFolds {
 public:
  // Up to six bytes of UTF-8 with their number in the top byte; 0: not in the table.
  std::uint64_t get(char32_t c) {
    std::size_t slot;
    if (c < kEndOfLow) {
      slot = c;
    } else if (c >= kHigh && c < kEndOfHigh) {
      slot = kEndOfLow + (c - kHigh);
    } else {
      return 0;
    }
    const std::uint64_t known = slots_[slot].load(std::memory_order_relaxed);
    return known != 0 ? known : make(c, slot);
  }

 private:
  static constexpr char32_t kEndOfLow = 0x530, kHigh = 0x1E00, kEndOfHigh = 0x2100;

  std::uint64_t make(char32_t c, std::size_t slot) {
    if ((U_GET_GC_MASK(static_cast<UChar32>(c)) & U_GC_M_MASK) != 0) return 0;
    std::string bytes;
    append_code_point(bytes, c);
    const std::string folded = fold_unicode(bytes);
    if (folded.size() > 6) return 0;
    std::uint64_t entry = std::uint64_t{folded.size() | 0x80} << 56;
    for (std::size_t i = 0; i < folded.size(); ++i) {
      entry |= static_cast<std::uint64_t>(static_cast<unsigned char>(folded[i])) << (8 * i);
    }
    slots_[slot].store(entry, std::memory_order_relaxed);
    return entry;
  }

  std::array<std::atomic<std::uint64_t>, kEndOfLow + (kEndOfHigh - kHigh)> slots_{};
};

CharFolds char_folds;

// Folds a word into out (three times as long), without the last step, and says whether that could
// have something to do.  Returns the length, or kNoFold if a character needs the general way.
constexpr std::size_t kNoFold = ~std::size_t{0};

[[gnu::always_inline]] inline std::size_t fold_short(std::string_view word, char* out, bool& marks) {
  std::size_t length = 0;
  marks = false;
  bool checked = false;
  for (std::size_t i = 0; i < word.size();) {
    const char c = word[i];
    if (static_cast<unsigned char>(c) < 0x80) {
      out[length++] = c == '`' ? '\'' : lower(c);
      marks |= c == '.' || c == '-';
      ++i;
      continue;
    }
    if (!checked && !well_formed(word)) return kNoFold;
    checked = true;
    const std::uint64_t entry = char_folds.get(next_code_point(word, i));
    if (entry == 0) return kNoFold;
    const std::size_t size = entry >> 56 & 0x7F;
    for (std::size_t k = 0; k < size; ++k) out[length++] = static_cast<char>(entry >> (8 * k));
    const char last = static_cast<char>(entry);
    marks |= last == '.' || last == '-';
  }
  return length;
}

bool letter_byte(char c) {
  return (c >= 'a' && c <= 'z') || static_cast<unsigned char>(c) >= 0x80;
}

// Are all parts between the marks letters only, and at most `longest` of them?
// An empty last part is a final mark and allowed; other empty parts are not.
bool short_parts(std::string_view s, char mark, std::size_t longest) {
  std::size_t in_part = 0;
  for (std::size_t i = 0; i < s.size(); ++i) {
    if (s[i] == mark) {
      if (in_part == 0) return false;
      in_part = 0;
    } else if (!letter_byte(s[i])) {
      return false;
    } else {
      in_part += !is_continuation(s[i]);
      if (in_part > longest) return false;
    }
  }
  return true;
}

// Removes a character and returns the length that is left.
std::size_t erase(char* s, std::size_t length, char what) {
  return static_cast<std::size_t>(std::remove(s, s + length, what) - s);
}

// The last step of folding, on text that is case-folded and without accents: "u.s." and
// "u-s" become "us", "gen." becomes "gen".  Returns the length that is left.
std::size_t drop_abbreviation_marks(char* s, std::size_t length) {
  const std::string_view folded(s, length);
  const std::size_t first_mark = folded.find_first_of(".-");
  if (first_mark == folded.npos) return length;
  if (length > 1 && folded.find_first_not_of('-') == folded.npos) return 1;
  if (first_mark == 0) return length;
  if (folded.back() != '-' && short_parts(folded, '-', 1)) return erase(s, length, '-');
  if (short_parts(folded, '.', 2)) return erase(s, length, '.');
  return folded.back() == '.' && letter_byte(folded[length - 2]) ? length - 1 : length;
}

}  // namespace

std::uint64_t hash_bytes(std::string_view bytes) {
  using namespace hash_detail;
  std::uint64_t h = 0;
  const char* p = bytes.data();
  std::size_t left = bytes.size();
  for (; left > 16; left -= 16, p += 16) h = round(h, load8(p), load8(p + 8));
  char last[16] = {};
  if (left != 0) std::memcpy(last, p, left);
  h = round(h, load8(last), load8(last + 8));
  return finish(h, bytes.size());
}

std::string fold(std::string_view word) {
  std::string out;
  if (ascii(word)) {
    out.reserve(word.size());
    for (const char c : word) out.push_back(c == '`' ? '\'' : lower(c));
  } else {
    out.resize(3 * word.size());
    bool marks = false;
    const std::size_t length = fold_short(word, out.data(), marks);
    if (length == kNoFold) out = fold_unicode(word);
    else out.resize(length);
  }
  const std::size_t kept = drop_abbreviation_marks(out.data(), out.size());
  const bool dropped = kept != out.size();
  out.resize(kept);
  // What stood on both sides of a mark may be one letter now: syllables of Hangul.
  return dropped && !ascii(out) ? fold_unicode(out) : out;
}

std::uint64_t fold_hash(std::string_view word) {
  constexpr std::size_t kShort = 32;
  char folded[3 * kShort + 16];
  if (word.size() > kShort) return hash_bytes(fold(word));
  bool marks = false;
  std::size_t length = fold_short(word, folded, marks);
  if (length == kNoFold) return hash_bytes(fold(word));
  // A hyphen or full stop may have to go, unless it is the whole word.
  if (length > 1 && marks) {
    const std::size_t kept = drop_abbreviation_marks(folded, length);
    if (kept != length && !ascii({folded, kept})) return hash_bytes(fold(word));
    length = kept;
  }
  return length <= 16 ? hash_short(folded, length) : hash_bytes({folded, length});
}

}  // namespace dragoman
