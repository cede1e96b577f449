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
// The 64 bytes are a window that begins where a word does, so nothing is carried from
// window to window: words that the window cuts are read again by the next.
//
// Facts about words (has a small letter, a digit ...) are found for all words of a
// window at once by an addition, see Runs.  With them and a lower-case copy of the
// piece each word gets its hash, kind and flags in some fifty instructions without a
// branch.  The few words of which this is not true are then described anew.  Pieces of
// 4 KB keep most of it in the first-level cache.

#include "token/scan.h"

#include <algorithm>
#include <array>

#include "base/simd.h"
#include "text/blocks.h"
#include "text/utf8.h"
#include "token/avx512_block.h"
#include "token/char_class.h"
#include "token/describe.h"
#include "token/fold.h"
#include "token/wide_block.h"
#include "token/word_tables.h"
#include "token/words.h"

namespace dragoman {
namespace {

constexpr std::size_t kPiece = 4096;
constexpr std::size_t kPadding = 64;
constexpr std::size_t kAhead = 2048;   // bytes; 1024 to 4096 do as well

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

// Words as runs of bits.  Says for all of them at once whether they have one of some bits:
// add to a run without its last bit any number that is not 0, and the last bit is set.
struct Runs {
  std::uint64_t inner;  // every byte of a word but the last

  // Set, for each word that has a bit of `some`, at the byte behind it.  What other bits
  // hold is of no meaning.
  std::uint64_t with(std::uint64_t some) const { return ((inner + (some & inner)) | some) << 1; }

  // The same for words of more than 16 bytes.
  std::uint64_t long_ones() const {
    std::uint64_t r = inner;
    r &= r >> 1, r &= r >> 2, r &= r >> 4, r &= r >> 8;
    return r == 0 ? 0 : with(r);
  }
};

bool bit(std::uint64_t bits, std::size_t i) { return (bits >> i & 1) != 0; }

// Marks that no correction looks at, when they are words of their own.
constexpr std::array<bool, 128> kDull = [] {
  std::array<bool, 128> dull{};
  dull.fill(true);
  for (const char c : {'.', '-', '\'', '&', '"', '!', '?'}) dull[static_cast<unsigned char>(c)] = false;
  return dull;
}();

// May a correction look at the word?  Numbers stay as they are.
inline bool interesting(std::string_view word) {
  const auto lead = static_cast<unsigned char>(word[0]);
  if (lead >= 0x80) return true;
  return word.size() == 1 ? !kDull[lead] : kKindOfFirst[lead] != TokenKind::kNumber;
}

}  // namespace

struct WordScanner::Buffers {
  std::array<char, kPiece + kPadding> folded{};
  // Written a few at a time, so with room behind the last.
  std::array<OddWord, kPiece + kPadding> odd;
  std::array<Token, kPiece + 16> words;
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

namespace {

// Lists the odd words of a window: their indexes from `count` on.  Four at a time whether there
// are as many or not: a loop whose length is guessed wrong costs more.
[[gnu::always_inline]] inline void list_odd_words(std::uint64_t odd, std::uint64_t slow, std::uint64_t ends,
                                                  std::size_t count, std::size_t odd_count, OddWord* out) {
  for (std::size_t done = 0; done < odd_count; done += 4) {
    for (std::size_t i = done; i < done + 4; ++i) {
      const std::uint64_t lowest = odd & -odd;
      out[i] = {static_cast<std::uint32_t>(count + static_cast<std::size_t>(__builtin_popcountll(ends & (lowest - 1)))),
                (slow & lowest) != 0};
      odd &= odd - 1;
    }
  }
}

template <class Facts>
[[gnu::always_inline]] inline void describe_words(WordWindow w, const Facts& facts, Token* token) {
  for (; w.ends != 0; w.ends &= w.ends - 1, w.starts &= w.starts - 1, ++token) {
    const auto s = static_cast<std::size_t>(__builtin_ctzll(w.starts));
    const auto e = static_cast<std::size_t>(__builtin_ctzll(w.ends));
    const std::size_t length = e - s;
    const std::uint64_t range = (std::uint64_t{1} << length) - 1;
    const auto letters = static_cast<unsigned>(__builtin_popcountll(w.letters >> s & range));
    token->start = w.base + static_cast<std::uint32_t>(s);
    token->end = w.base + static_cast<std::uint32_t>(e);
    token->hash = hash_short(w.folded + s, length);
    token->kind = kKindOfFirst[static_cast<unsigned char>(w.folded[s]) & 0x7F];
    token->letters = static_cast<std::uint8_t>(letters);
    token->flags = kFlagsOfFacts[facts.at(e) | (letters > 1 ? 16 : 0)];
  }
}

// What differs between processors: the masks of a block, whether a piece is made lower case
// beforehand, and how the words of a window are described.
struct NarrowMasks {
  using Block = dragoman::Block;
  using Facts = dragoman::Facts;
  static constexpr bool kFoldPiece = true;

  // On their own, since the loop needs all registers there are.
  [[gnu::noinline]] static void describe(const Block&, const WordWindow& w, const Facts& facts, Token* token) {
    describe_words(w, facts, token);
  }
  static void list_odd(std::uint64_t odd, std::uint64_t slow, std::uint64_t ends, std::size_t count,
                       std::size_t odd_count, OddWord* out) {
    list_odd_words(odd, slow, ends, count, odd_count, out);
  }
};

#ifdef DRAGOMAN_X86

struct WideMasks {
  using Block = WideBlock;
  using Facts = WideFacts;
  static constexpr bool kFoldPiece = true;

  [[gnu::noinline]] DRAGOMAN_AVX2 static void describe_on_its_own(const WordWindow& w, const Facts& facts, Token* token) {
    describe_words(w, facts, token);
  }
  DRAGOMAN_AVX2 static void describe(const Block&, const WordWindow& w, const Facts& facts, Token* token) {
    describe_on_its_own(w, facts, token);
  }
  DRAGOMAN_AVX2 static void list_odd(std::uint64_t odd, std::uint64_t slow, std::uint64_t ends, std::size_t count,
                                     std::size_t odd_count, OddWord* out) {
    list_odd_words(odd, slow, ends, count, odd_count, out);
  }
};

struct Avx512Masks {
  using Block = Avx512Block;
  using Facts = Avx512Facts;
  static constexpr bool kFoldPiece = false;

  DRAGOMAN_AVX512 static void describe(const Block& block, const WordWindow& w, const Facts& facts, Token* token) {
    describe_words(block, w, facts, token);
  }
  DRAGOMAN_AVX512 static void list_odd(std::uint64_t odd, std::uint64_t slow, std::uint64_t ends, std::size_t count,
                                       std::size_t odd_count, OddWord* out) {
    list_odd_words(odd, slow, ends, count, odd_count, out);
  }
};

#endif

}  // namespace

// Reads [begin, end) up to the last safe place before a complex character, and returns
// that place; begin if there is none.
template <class Masks>
[[gnu::always_inline]] inline std::size_t WordScanner::masks_of(std::size_t begin, std::size_t end) {
  using Block = typename Masks::Block;
  Buffers& b = buffers_;
  const char* const piece = text_.data() + begin;
  const std::size_t size = end - begin;
  char padded[64];
  // 64 bytes at a place of the piece, those behind its end without meaning.
  const auto bytes_at = [&](std::size_t at) {
    const std::size_t left = text_.size() - begin - at;
    if (left >= 64) return piece + at;
    std::memset(padded, ' ', sizeof padded);
    std::memcpy(padded, piece + at, left);
    return static_cast<const char*>(padded);
  };
  // What stands before the last safe place is complete; it is read again, alone.
  const auto stop_before = [&](std::size_t i) {
    while (i > begin && !safe(text_, i)) --i;
    return i == begin ? begin : by_masks(begin, i);
  };

  if constexpr (Masks::kFoldPiece) {
    for (std::size_t at = 0; at < size; at += 64) Block(bytes_at(at)).folded(b.folded.data() + at);
  }

  std::size_t count = 0, odd_count = 0;
  bool space_before = begin == 0 || ascii_blank(text_[begin - 1]);
  for (std::size_t at = 0; at < size;) {
    // Each window's place hangs on the words of the one before, so the processor does not see far
    // enough ahead to fetch the text itself.
    __builtin_prefetch(piece + at + kAhead);
    const Block block(bytes_at(at));
    // The piece ends at a safe place, so it is as if blanks came behind it.
    const std::uint64_t valid = size - at >= 64 ? ~std::uint64_t{0} : (std::uint64_t{1} << (size - at)) - 1;
    const std::uint64_t high = block.high() & valid;
    const std::uint64_t ascii_letters = block.letters() & valid;
    const std::uint64_t upper = block.capitals() & valid;
    const std::uint64_t lower = ascii_letters & ~upper;
    const std::uint64_t digits = block.digits() & valid;
    std::uint64_t blanks = block.blanks() | ~valid;
    // For boundaries, all bytes of each; ICU counts @ as a letter there.
    const bool rare = block.any('@', '_', ';');
    std::uint64_t letters = ascii_letters | (rare ? block.equal('@') & valid : 0);
    std::uint64_t joins = 0;
    std::uint64_t inside = 0;  // bytes that continue a character

    for (std::uint64_t rest = high; rest != 0;) {
      const auto lead = static_cast<std::size_t>(__builtin_ctzll(rest));
      std::size_t after = begin + at + lead;
      const char32_t c = next_code_point(text_, after);
      const std::size_t stop = std::min<std::size_t>(after - begin - at, 64);
      const std::uint64_t first = rest & -rest;
      const std::uint64_t bytes = (stop == 64 ? 0 : std::uint64_t{1} << stop) - first;
      rest &= ~bytes;
      inside |= bytes ^ first;
      switch (char_class(c)) {
        case CharClass::kComplex:
          return stop_before(begin + at + lead);
        case CharClass::kBlank:
          blanks |= bytes;
          break;
        case CharClass::kUpper:
        case CharClass::kLower:
          letters |= bytes;
          break;
        case CharClass::kMiddle:
          if (joins_neighbours(text_, begin + at + lead, after)) joins |= bytes;
          break;
        case CharClass::kOther:
          break;
      }
    }

    const std::uint64_t dots = block.equal('.'), both = dots | block.equal('\'');
    const std::uint64_t commas = block.equal(',');
    const std::uint64_t numeric = both | commas | (rare ? block.equal(';') : 0);
    const std::uint64_t marks = both & letters << 1 & letters >> 1;
    joins |= marks | (numeric & digits << 1 & digits >> 1);

    const std::uint64_t in_word = letters | digits | (rare ? block.equal('_') & valid : 0) | joins;
    const std::uint64_t glued = (in_word & in_word << 1) | inside;  // to the byte before
    const std::uint64_t solid = ~blanks;
    std::uint64_t starts = ~glued & solid;
    // Whether byte 63 joins is known by what follows, so words that reach it are left.
    constexpr std::uint64_t kKnown = ~std::uint64_t{0} >> 1;
    const std::uint64_t ends = ~glued & solid << 1 & kKnown;

    const Runs runs{glued >> 1};
    const std::uint64_t spaces = blanks << 1 | (space_before ? 1 : 0);
    const typename Masks::Facts facts(runs.with(starts & spaces), runs.with(starts & upper), runs.with(lower),
                                      runs.with(digits));
    const std::uint64_t number = runs.with(starts & digits);
    const std::uint64_t slow = ends & (runs.with(high | (starts & runs.inner & ~(ascii_letters | digits))) |
                                       (runs.with(marks & dots) & ~number) |
                                       (number & runs.with(upper)) | runs.long_ones());
    const std::uint64_t odd = slow | (ends & runs.with(solid & ~(ascii_letters | digits | commas)));

    const auto odd_here = static_cast<std::size_t>(__builtin_popcountll(odd));
    Masks::list_odd(odd, slow, ends, count, odd_here, b.odd.data() + odd_count);
    odd_count += odd_here;

    Masks::describe(block,
                    {starts, ends, ascii_letters, b.folded.data() + at, static_cast<std::uint32_t>(begin + at)},
                    facts, b.words.data() + count);
    count += static_cast<std::size_t>(__builtin_popcountll(ends));
    // Left are the starts at or behind the last end.
    if (ends != 0) starts &= ~std::uint64_t{0} << (63 - __builtin_clzll(ends));

    if (starts != 0) {
      const auto next = static_cast<std::size_t>(__builtin_ctzll(starts));
      if (next == 0) return stop_before(begin + at);  // a very long word
      space_before = bit(blanks, next - 1);
      at += next;
    } else {
      at += 64;
      while (at < size && is_continuation(piece[at])) ++at;
      space_before = true;
    }
  }
  finish(count, odd_count);
  return end;
}

std::size_t WordScanner::by_narrow_masks(std::size_t begin, std::size_t end) {
  return masks_of<NarrowMasks>(begin, end);
}

#ifdef DRAGOMAN_X86
// Flattened, since only here may the functions of the blocks become part of the loop.
[[gnu::flatten]] DRAGOMAN_AVX2
std::size_t WordScanner::by_wide_masks(std::size_t begin, std::size_t end) {
  return masks_of<WideMasks>(begin, end);
}

[[gnu::flatten]] DRAGOMAN_AVX512
std::size_t WordScanner::by_avx512_masks(std::size_t begin, std::size_t end) {
  return masks_of<Avx512Masks>(begin, end);
}
#endif

std::size_t WordScanner::by_masks(std::size_t begin, std::size_t end) {
#ifdef DRAGOMAN_X86
  if (simd() == Simd::kAvx512) return by_avx512_masks(begin, end);
  if (simd() == Simd::kAvx2) return by_wide_masks(begin, end);
#endif
  return by_narrow_masks(begin, end);
}

// Sees to the odd words of a piece.
void WordScanner::finish(std::size_t count, std::size_t odd_count) {
  Buffers& b = buffers_;
  std::size_t special = 0;
  for (std::size_t k = 0; k < odd_count; ++k) {
    const OddWord odd = b.odd[k];
    Token& token = b.words[odd.index];
    // Folding makes ` an apostrophe.
    if (odd.slow || text_[token.start] == '`') token = describe(text_, token.start, token.end);
    b.special_words[special] = odd.index;
    special += interesting(text_.substr(token.start, token.end - token.start));
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
