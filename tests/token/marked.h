// Part of dragoman; see LICENSE.
//
// Tokens and sentences written into their text, so that a failing test shows two
// texts that differ.

#ifndef DRAGOMAN_TESTS_TOKEN_MARKED_H_
#define DRAGOMAN_TESTS_TOKEN_MARKED_H_

#include <string>
#include <string_view>

#include "dragoman/token.h"

namespace dragoman {

// "Kim's men" -> "[Kim]['s] [men]"
inline std::string mark_tokens(std::string_view bytes) {
  const Text text = *Text::from_utf8(std::string(bytes));
  std::string out;
  std::uint32_t at = 0;
  for (const Token& t : tokenize(text).tokens) {
    out.append(text.slice({at, t.start}));
    out.append("[").append(text.slice(t.span())).append("]");
    at = t.end;
  }
  return out.append(text.slice({at, static_cast<std::uint32_t>(text.size())}));
}

// "He left. She stayed." -> "He left.| She stayed."
inline std::string mark_sentences(std::string_view bytes) {
  const Text text = *Text::from_utf8(std::string(bytes));
  const Tokens tokens = tokenize(text);
  std::string out;
  std::uint32_t at = 0;
  for (std::size_t i = 0; i + 1 < tokens.sentences.size(); ++i) {
    const std::uint32_t end = tokens.sentences[i].span.end;
    out.append(text.slice({at, end})).append("|");
    at = end;
  }
  return out.append(text.slice({at, static_cast<std::uint32_t>(text.size())}));
}

}  // namespace dragoman

#endif  // DRAGOMAN_TESTS_TOKEN_MARKED_H_
