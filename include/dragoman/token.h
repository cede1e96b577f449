// Part of dragoman; see LICENSE.
//
// Tokens and sentences.
//
//   Tokens tokens = tokenize(text);
//   for (const Sentence& s : tokens.sentences)
//     for (const Token& t : tokens.of(s)) use(text.slice(t.span()));
//
// Boundaries are those of UAX #29 as ICU gives them, then corrected for news:
// "U.S." and "U-S" are one token, "Kim's" two ("Kim" + "'s"), "don't" two
// ("do" + "n't"), "$1.5bn" two ("$" + "1.5bn"), "U.S.-led" three.

#ifndef DRAGOMAN_TOKEN_H_
#define DRAGOMAN_TOKEN_H_

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "dragoman/api.h"
#include "dragoman/text.h"

namespace dragoman {

enum class TokenKind : std::uint8_t {
  kWord,         // has a letter
  kNumber,       // begins with a digit: 1,000  152mm  1.5bn  3rd
  kPunctuation,
  kSymbol,       // $ % € emoji
};

// Facts about a token's form, set once by the tokenizer.
enum TokenFlag : std::uint16_t {
  kInitialCapital = 1 << 0,  // first letter is upper or title case
  kAllCapitals = 1 << 1,     // at least two letters, all upper case: "NATO", "U.S."
  kHasLower = 1 << 2,
  kHasDigit = 1 << 3,
  kNonAscii = 1 << 4,
  kSpaceBefore = 1 << 5,     // white space or a line break stands before it
  kLineStart = 1 << 6,       // first token of its line
  kPossessive = 1 << 7,      // the token is 's, ’s or a lone ' after a plural
  kAbbreviation = 1 << 8,    // ends in a full stop that belongs to it: "Gen.", "U.S."
  kOpenQuote = 1 << 9,       // decided by what stands around it for straight quotes
  kCloseQuote = 1 << 10,
  kSentenceStart = 1 << 11,
  kJoiner = 1 << 12,         // a hyphen or en dash between two words it touches: KN-23.
                             // A matcher of names may skip it: Jong-un = Jong Un
};

struct Token {
  std::uint32_t start = 0;   // bytes
  std::uint32_t end = 0;
  std::uint64_t hash = 0;    // of the folded form; see fold_hash()
  TokenKind kind = TokenKind::kWord;
  std::uint8_t letters = 0;  // letters in it, at most 255
  std::uint16_t flags = 0;

  Span span() const { return {start, end}; }
  bool has(TokenFlag flag) const { return (flags & flag) != 0; }
  bool word() const { return kind == TokenKind::kWord; }
};

struct Sentence {
  Span span;
  std::uint32_t first = 0;   // tokens [first, last)
  std::uint32_t last = 0;
  bool caps = false;         // written in capitals throughout: case says nothing here
  bool title = false;        // a heading, or Every Word Capitalised: case says little
  bool prose = true;         // false: kept, but no mentions are looked for
};

struct Tokens {
  std::vector<Token> tokens;        // in order, never overlapping; white space is none
  std::vector<Sentence> sentences;  // cover all tokens, in order

  std::span<const Token> of(const Sentence& s) const {
    return std::span<const Token>(tokens).subspan(s.first, s.last - s.first);
  }
};

// Splits a text into tokens and sentences.  Never fails; linear time, 24 bytes a
// token.  A sentence never crosses a blank line nor goes from prose to not-prose.
// Thread-safe: ICU's iterators are cloned once a thread, never made per document.
DRAGOMAN_EXPORT Tokens tokenize(const Text& text);

// The hash that tokens carry, for building word lists that are compared with
// them.  Folding: Unicode NFKC case folding, accents removed (U+0300..U+036F after
// decomposition), all apostrophes and dashes made one, full stops between single
// letters removed ("U.S." = "US" = "us"), so "U-S" folds to "us" as well.
// word: one token's text.  Stable across runs, machines and versions.
DRAGOMAN_EXPORT std::uint64_t fold_hash(std::string_view word);

// The folded form itself, for messages and slow reference code.
DRAGOMAN_EXPORT std::string fold(std::string_view word);

}  // namespace dragoman

#endif  // DRAGOMAN_TOKEN_H_
