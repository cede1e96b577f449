// Part of dragoman; see LICENSE.
//
// From UAX #29 words to the tokens that news needs.

#ifndef DRAGOMAN_SRC_TOKEN_CORRECT_H_
#define DRAGOMAN_SRC_TOKEN_CORRECT_H_

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "dragoman/token.h"

namespace dragoman {

// Appends corrected tokens to out, a piece of text after another.
class Corrector {
 public:
  Corrector(std::string_view text, Tokens& out, std::vector<std::uint32_t>& stops)
      : text_(text), out_(out.tokens), stops_(stops) {}

  // words: described UAX #29 words; the piece they come from starts and ends at
  // white space.  special: indexes, in order, of those that a correction may look
  // at; all others are copied as they are.
  void add(std::span<const Token> words, std::span<const std::uint32_t> special);

 private:
  std::size_t correct(std::span<const Token> words, std::size_t i);
  std::size_t beyond_ascii(std::span<const Token> words, std::size_t i);
  std::size_t full_stop(std::span<const Token> words, std::size_t i);
  std::size_t hyphen(std::span<const Token> words, std::size_t i);
  std::size_t apostrophe(std::span<const Token> words, std::size_t i);
  std::size_t ampersand(std::span<const Token> words, std::size_t i);
  void quote(const Token& token, bool doubled);
  void word(const Token& token);

  void push(std::uint32_t start, std::uint32_t end, unsigned flags = 0);
  void stop() { stops_.push_back(static_cast<std::uint32_t>(out_.size() - 1)); }
  bool touches_last(const Token& token) const {
    return !out_.empty() && out_.back().end == token.start;
  }
  std::string_view slice(const Token& t) const { return text_.substr(t.start, t.end - t.start); }

  std::string_view text_;
  std::vector<Token>& out_;
  std::vector<std::uint32_t>& stops_;  // tokens that may end a sentence
  bool single_open_ = false;           // an opening ' without its closing one
  bool double_open_ = false;
};

}  // namespace dragoman

#endif  // DRAGOMAN_SRC_TOKEN_CORRECT_H_
