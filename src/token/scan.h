// Part of dragoman; see LICENSE.
//
// UAX #29 words and their descriptions, most of them by bit masks.

#ifndef DRAGOMAN_SRC_TOKEN_SCAN_H_
#define DRAGOMAN_SRC_TOKEN_SCAN_H_

#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <string_view>
#include <vector>

#include "dragoman/token.h"

namespace dragoman {

// Reads a text piece by piece; each begins and ends where no later rule looks across.
//
//   WordScanner scanner(text);
//   while (scanner.next()) corrector.add(scanner.words(), scanner.special());
//
// One scanner lives at a time in a thread: they share the thread's buffers.
class WordScanner {
 public:
  explicit WordScanner(std::string_view text);

  // Moves to the next piece.  False at the end of the text.
  bool next();

  // The piece's words, white space left out.  Valid until next().
  std::span<const Token> words() const { return words_; }
  // Indexes of the words that a correction may look at: all with any character but
  // ASCII letters and digits, save single marks as , and (.
  std::span<const std::uint32_t> special() const { return special_; }

 private:
  struct Buffers;
  static Buffers& buffers();

  void by_icu(std::size_t begin, std::size_t end);
  std::size_t by_masks(std::size_t begin, std::size_t end);
  template <class Masks>
  std::size_t masks_of(std::size_t begin, std::size_t end);
  std::size_t by_avx512_masks(std::size_t begin, std::size_t end);
  std::size_t by_wide_masks(std::size_t begin, std::size_t end);
  std::size_t by_narrow_masks(std::size_t begin, std::size_t end);
  void finish(std::size_t count, std::size_t odd);

  std::string_view text_;
  std::size_t at_ = 0;
  Buffers& buffers_;
  std::span<const Token> words_;
  std::span<const std::uint32_t> special_;
};

// Spans of the words of text that are not white space.
std::vector<Span> uax29_words(std::string_view text);

// The same by ICU alone, for comparison.
std::vector<Span> uax29_words_by_icu(std::string_view text);

}  // namespace dragoman

#endif  // DRAGOMAN_SRC_TOKEN_SCAN_H_
