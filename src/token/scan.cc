// Part of dragoman; see LICENSE.
//
// The rules of UAX #29 for ASCII ask only for a character and its two neighbours, so
// they are a few operations on masks with one bit a byte, 64 bytes at a time:
//
//   in a word:  letters, @, digits, _ , and  . '  between two letters,  . ' , ;  between
//               two digits
//   boundary:   wherever not both neighbours are in a word
//
// Letters with accents, Greek, Cyrillic, curly quotes and dashes obey the same rules;
// they are looked up one by one and set the same bits for all of their bytes.  For any
// other character (marks, emoji, Han, Thai, Hebrew) ICU reads the stretch around it,
// out to places where a boundary stands whatever is on the other side: behind a line
// feed, or behind a blank and before a character of the kinds above.
//
// The lower-case copy of the piece and the masks of capitals, small letters and digits
// then give hash, kind and flags of a word in some twenty operations without a loop.
// Pieces of 2 KB keep all of it in the first-level cache.

#include "token/scan.h"

#include <algorithm>
#include <array>

#include "text/blocks.h"
#include "text/clones.h"
#include "text/utf8.h"
#include "token/char_class.h"
#include "token/describe.h"
#include "token/fold.h"
#include "token/words.h"

namespace dragoman {
namespace {

constexpr std::size_t kPiece = 2048;
constexpr std::size_t kBlocks = kPiece / 64;
constexpr std::size_t kPadding = 64;

bool ascii_blank(char c) {
  return static_cast<unsigned char>(c) <= ' ' || c == 0x7F;
}

// A character after which, with a blank before it, anything may be cut off: it joins
// nothing to the left.
bool simple_start(std::string_view text, std::size_t i) {
  const auto c = static_cast<unsigned char>(text[i]);
  if (c < 0x80) return !ascii_blank(text[i]);
  const CharClass k = char_class(next_code_point(text, i));
  return k != CharClass::kComplex && k != CharClass::kBlank;
}

// May text be cut before i?
bool safe(std::string_view text, std::size_t i) {
  if (i == 0 || i >= text.size()) return true;
  const char before = text[i - 1];
  return before == '\n' || (ascii_blank(before) && before != '\r' && simple_start(text, i));
}

bool letter_at(std::string_view text, std::size_t i) {
  const char c = text[i];
  if (static_cast<unsigned char>(c) < 0x80) {
    return static_cast<unsigned char>((c | 0x20) - 'a') < 26 || c == '@';
  }
  const CharClass k = char_class(next_code_point(text, i));
  return k == CharClass::kUpper || k == CharClass::kLower;
}

bool digit_at(std::string_view text, std::size_t i) { return text[i] >= '0' && text[i] <= '9'; }

// Does a middle character at [begin, end) stand between two letters or two digits?
bool joins_neighbours(std::string_view text, std::size_t begin, std::size_t end) {
  if (begin == 0 || end >= text.size()) return false;
  std::size_t before = begin - 1;
  while (is_continuation(text[before])) --before;
  return (letter_at(text, before) && letter_at(text, end)) ||
         (digit_at(text, before) && digit_at(text, end));
}

// One bit a byte, with a spare word so that bits can be read across the end.
struct Bits {
  std::array<std::uint64_t, kBlocks + 2> words{};

  // At least 57 bits from bit i on.
  std::uint64_t from(std::size_t i) const {
#if defined(__BYTE_ORDER__) && __BYTE_ORDER__ == __ORDER_LITTLE_ENDIAN__
    std::uint64_t bits;
    std::memcpy(&bits, reinterpret_cast<const char*>(words.data()) + i / 8, 8);
    return bits >> (i % 8);
#else
    return words[i / 64] >> (i % 64) | words[i / 64 + 1] << 1 << (63 - i % 64);
#endif
  }
};

// What an ASCII word of one character, or beginning with it, is.
constexpr std::array<TokenKind, 128> kKind = [] {
  std::array<TokenKind, 128> kinds{};
  kinds.fill(TokenKind::kPunctuation);
  for (int c = 'a'; c <= 'z'; ++c) kinds[c] = kinds[c - 0x20] = TokenKind::kWord;
  for (int c = '0'; c <= '9'; ++c) kinds[c] = TokenKind::kNumber;
  for (const char c : {'$', '+', '<', '=', '>', '^', '`', '|', '~'}) {
    kinds[static_cast<unsigned char>(c)] = TokenKind::kSymbol;
  }
  return kinds;
}();

// Marks that no correction looks at, when they are words of their own.
constexpr std::array<bool, 128> kDull = [] {
  std::array<bool, 128> dull{};
  dull.fill(true);
  for (const char c : {'.', '-', '\'', '&', '"', '!', '?'}) dull[static_cast<unsigned char>(c)] = false;
  return dull;
}();

// Is a word of several characters, with some that are no letters or digits, nevertheless
// described by the masks?  "1,000" and "Kim's" are; accents and full stops need folding.
inline bool easy(const char* word, std::size_t length) {
  if (kKind[static_cast<unsigned char>(*word) & 0x7F] > TokenKind::kNumber) return false;
  for (std::size_t i = 0; i < length; ++i) {
    if (static_cast<unsigned char>(word[i]) >= 0x80 || word[i] == '.') return false;
  }
  return true;
}

// Writes the positions of the set bits and returns their number.  Eight at a time
// whether there are as many or not: a loop whose length is guessed wrong costs more.
inline std::size_t positions_of(std::uint64_t bits, std::size_t at, std::uint16_t* out) {
  constexpr std::uint64_t kTop = std::uint64_t{1} << 63;
  const auto count = static_cast<std::size_t>(__builtin_popcountll(bits));
  for (std::size_t done = 0; done < count; done += 8) {
    for (std::size_t i = done; i < done + 8; ++i) {
      // Bit 63 stands in when none is left; what is written then is never read.
      out[i] = static_cast<std::uint16_t>(at + static_cast<std::size_t>(__builtin_ctzll(bits | kTop)));
      bits &= bits - 1;
    }
  }
  return count;
}

}  // namespace

struct WordScanner::Buffers {
  // Masks of a piece.
  Bits upper, lower, digit, high, special;
  std::array<char, kPiece + kPadding> folded{};
  std::array<std::uint16_t, kPiece + kPadding> starts, ends;
  std::array<Token, kPiece + 1> words;
  std::array<std::uint32_t, kPiece + 1> special_words;
  // Of a stretch that ICU reads.
  std::vector<std::uint32_t> icu_ends;
  std::vector<Token> icu_words;
  std::vector<std::uint32_t> icu_special;
};

WordScanner::Buffers& WordScanner::buffers() {
  thread_local const std::unique_ptr<Buffers> buffers = std::make_unique<Buffers>();
  return *buffers;
}

WordScanner::WordScanner(std::string_view text) : text_(text), buffers_(buffers()) {}

bool WordScanner::next() {
  if (at_ >= text_.size()) return false;
  std::size_t end = text_.size();
  if (end - at_ > kPiece) {
    end = at_ + kPiece;
    while (end > at_ && !safe(text_, end)) --end;
  }
  const std::size_t done = end == at_ ? at_ : by_masks(at_, end);
  if (done != at_) {
    at_ = done;
    return true;
  }
  // Nothing simple here: a complex character in the first stretch, or no blank in a
  // whole piece.
  std::size_t stretch = std::min(at_ + 1, text_.size());
  while (stretch < text_.size() && !safe(text_, stretch)) ++stretch;
  by_icu(at_, stretch);
  at_ = stretch;
  return true;
}

void WordScanner::by_icu(std::size_t begin, std::size_t end) {
  Buffers& b = buffers_;
  b.icu_ends.clear();
  b.icu_words.clear();
  b.icu_special.clear();
  icu_words(text_.substr(begin, end - begin), static_cast<std::uint32_t>(begin), b.icu_ends);
  std::size_t start = begin;
  for (const std::uint32_t stop : b.icu_ends) {
    std::size_t first = start;
    for (std::size_t i = start; i < stop; first = i) {
      if (!blank(next_code_point(text_, i))) break;
    }
    if (first < stop) {
      b.icu_special.push_back(static_cast<std::uint32_t>(b.icu_words.size()));
      b.icu_words.push_back(describe(text_, static_cast<std::uint32_t>(first), stop));
    }
    start = stop;
  }
  words_ = b.icu_words;
  special_ = b.icu_special;
}

// Reads [begin, end) up to the last safe place before a complex character, and returns
// that place; begin if there is none.
DRAGOMAN_CLONES
std::size_t WordScanner::by_masks(std::size_t begin, std::size_t end) {
  Buffers& b = buffers_;
  const char* const piece = text_.data() + begin;
  std::size_t size = end - begin;
  std::size_t starts = 0, ends = 0;
  std::uint64_t in_word_before = 0;  // 1 if the last byte of the block before was in a word
  std::uint64_t solid_before = 0;    // ... was not blank
  std::uint64_t letter_before = 0, digit_before = 0;

  for (std::size_t at = 0; at < size; at += 64) {
    const std::size_t here = std::min<std::size_t>(64, size - at);
    char padded[64];
    const char* p = piece + at;
    if (here < 64) {
      std::memset(padded, ' ', sizeof padded);
      std::memcpy(padded, p, here);
      p = padded;
    }
    const Block block(p);
    block.folded(b.folded.data() + at);
    const std::uint64_t high = block.high();
    const std::uint64_t ascii_letters = block.letters();
    std::uint64_t upper = block.capitals();
    std::uint64_t lower = ascii_letters & ~upper;
    // For boundaries, all bytes of each; ICU counts @ as a letter there.
    const bool rare = block.any('@', '_', ';');
    std::uint64_t letters = ascii_letters | (rare ? block.equal('@') : 0);
    const std::uint64_t digits = block.digits();
    std::uint64_t blanks = block.blanks();
    std::uint64_t joins = 0;
    std::uint64_t inside = 0;  // bytes that continue a character

    if (high != 0) {
      // Bytes at the start may finish a character of the block before: their bits are
      // carried by reading the character again from its lead.
      for (std::uint64_t rest = high; rest != 0;) {
        const auto bit = static_cast<std::size_t>(__builtin_ctzll(rest));
        std::size_t lead = begin + at + bit;
        while (is_continuation(text_[lead])) --lead;
        std::size_t after = lead;
        const char32_t c = next_code_point(text_, after);
        const auto span = [&](std::size_t from, std::size_t to) {  // bits of [from, to) here
          const std::size_t lo = from > begin + at ? from - begin - at : 0;
          const std::size_t hi = std::min<std::size_t>(to - begin - at, 64);
          return (hi == 64 ? ~std::uint64_t{0} : (std::uint64_t{1} << hi) - 1) &
                 ~((std::uint64_t{1} << lo) - 1);
        };
        const std::uint64_t bytes = span(lead, after);
        const std::uint64_t first = lead >= begin + at ? bytes & -bytes : 0;
        rest &= ~bytes;
        inside |= bytes & ~first;
        switch (char_class(c)) {
          case CharClass::kComplex: {
            std::size_t cut = lead;
            while (cut > begin && !safe(text_, cut)) --cut;
            if (cut == begin) return begin;
            // What stands before the cut is complete; read it again, alone.
            return by_masks(begin, cut);
          }
          case CharClass::kBlank:
            blanks |= bytes;
            break;
          case CharClass::kUpper:
            upper |= first;
            letters |= bytes;
            break;
          case CharClass::kLower:
            lower |= first;
            letters |= bytes;
            break;
          case CharClass::kMiddle:
            if (joins_neighbours(text_, lead, after)) joins |= bytes;
            break;
          case CharClass::kOther:
            break;
        }
      }
    }

    const std::uint64_t both = block.equal('.', '\'');
    const std::uint64_t numeric = both | block.equal(',') | (rare ? block.equal(';') : 0);
    std::uint64_t letter_after = letters >> 1, digit_after = digits >> 1;
    if (numeric >> 63 != 0 && at + 64 < size) {
      letter_after |= static_cast<std::uint64_t>(letter_at(text_, begin + at + 64)) << 63;
      digit_after |= static_cast<std::uint64_t>(digit_at(text_, begin + at + 64)) << 63;
    }
    joins |= both & (letters << 1 | letter_before) & letter_after;
    joins |= numeric & (digits << 1 | digit_before) & digit_after;

    const std::uint64_t in_word = letters | digits | (rare ? block.equal('_') : 0) | joins;
    const std::uint64_t boundaries = ~((in_word & (in_word << 1 | in_word_before)) | inside);
    const std::uint64_t solid = ~blanks;
    std::uint64_t start_bits = boundaries & solid;
    std::uint64_t end_bits = boundaries & (solid << 1 | solid_before);
    in_word_before = in_word >> 63;
    solid_before = solid >> 63;
    letter_before = letters >> 63;
    digit_before = digits >> 63;

    b.upper.words[at / 64] = upper;
    b.lower.words[at / 64] = lower;
    b.digit.words[at / 64] = digits;
    b.high.words[at / 64] = high;
    b.special.words[at / 64] = ~(ascii_letters | digits);

    starts += positions_of(start_bits, at, b.starts.data() + starts);
    ends += positions_of(end_bits, at, b.ends.data() + ends);
  }
  if (ends < starts) b.ends[ends++] = static_cast<std::uint16_t>(size);
  std::memset(b.folded.data() + size, 0, 16);

  describe_words(begin, starts);
  return end;
}

// Fills buffers_.words from the masks of the piece at begin.
DRAGOMAN_CLONES
void WordScanner::describe_words(std::size_t begin, std::size_t count) {
  Buffers& b = buffers_;
  std::size_t special = 0;
  Token* const words = b.words.data();
  const char* const piece = text_.data() + begin;
  bool space_before = begin == 0 || ascii_blank(text_[begin - 1]);
  std::size_t last_end = 0;
  for (std::size_t k = 0; k < count; ++k) {
    const std::size_t s = b.starts[k], length = b.ends[k] - s;
    Token& token = words[k];
    token.start = static_cast<std::uint32_t>(begin + s);
    token.end = static_cast<std::uint32_t>(begin + s + length);
    // Words touch unless something blank, which is no word, stands between.
    if (k != 0) space_before = s != last_end;
    last_end = s + length;

    const std::uint64_t range =
        length >= 57 ? 0 : (std::uint64_t{1} << length) - 1;
    const std::uint64_t odd = b.special.from(s) & range;
    b.special_words[special] = static_cast<std::uint32_t>(k);
    const auto lead = static_cast<unsigned char>(piece[s]);
    // Arithmetic instead of branches, which would be guessed wrong too often.
    const bool is_odd = odd != 0, several = length > 1;
    special += (length >= 57) | (is_odd & (several | !kDull[lead & 0x7F]));
    if ((length > 16) | (is_odd & several && !easy(piece + s, length))) {
      token = describe(text_, token.start, token.end);
      continue;
    }
    const std::uint64_t upper = b.upper.from(s) & range;
    const std::uint64_t lower = b.lower.from(s) & range;
    const std::uint64_t digits = b.digit.from(s) & range;
    const std::uint64_t letters = upper | lower;

    const auto flag = [](bool holds, TokenFlag which) {
      return static_cast<unsigned>(holds) * static_cast<unsigned>(which);
    };
    const unsigned flags = flag(space_before, kSpaceBefore) | flag(lower != 0, kHasLower) |
                           flag((upper & letters & -letters) != 0, kInitialCapital) |
                           flag((lower == 0) & ((upper & (upper - 1)) != 0), kAllCapitals) |
                           flag(digits != 0, kHasDigit);
    token.flags = static_cast<std::uint16_t>(flags);
    token.letters = static_cast<std::uint8_t>(__builtin_popcountll(letters));
    token.kind = kKind[lead & 0x7F];
    token.hash = hash_short(b.folded.data() + s, length);
  }
  words_ = {b.words.data(), count};
  special_ = {b.special_words.data(), special};
}

std::vector<Span> uax29_words(std::string_view text) {
  std::vector<Span> spans;
  WordScanner scanner(text);
  while (scanner.next()) {
    for (const Token& word : scanner.words()) spans.push_back(word.span());
  }
  return spans;
}

std::vector<Span> uax29_words_by_icu(std::string_view text) {
  std::vector<std::uint32_t> ends;
  icu_words(text, 0, ends);
  std::vector<Span> spans;
  std::uint32_t start = 0;
  for (const std::uint32_t end : ends) {
    std::size_t first = start;
    for (std::size_t i = start; i < end; first = i) {
      if (!blank(next_code_point(text, i))) break;
    }
    if (first < end) spans.push_back({static_cast<std::uint32_t>(first), end});
    start = end;
  }
  return spans;
}

}  // namespace dragoman
