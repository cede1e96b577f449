// Part of dragoman; see LICENSE.

#include "reference/slow_tokens.h"
#include "targets.h"
#include "text/utf8.h"

namespace dragoman::fuzz {

void tokens(std::string_view input) {
  const Text text = *Text::from_utf8(std::string(input));
  const Tokens fast = tokenize(text), slow = slow_tokenize(text);
  check(fast.tokens.size() == slow.tokens.size(), "as many tokens as ICU and the slow path find");
  for (std::size_t i = 0; i < fast.tokens.size(); ++i) {
    check(same(fast.tokens[i], slow.tokens[i]), "each token is that of the slow path", text.slice(fast.tokens[i].span()));
  }
  check(fast.sentences.size() == slow.sentences.size(), "as many sentences as the slow path finds");
  std::uint32_t first = 0;
  for (std::size_t i = 0; i < fast.sentences.size(); ++i) {
    check(same(fast.sentences[i], slow.sentences[i]), "each sentence is that of the slow path");
    check(fast.sentences[i].first == first, "sentences cover all tokens");
    first = fast.sentences[i].last;
  }
  check(first == fast.tokens.size(), "sentences reach the end");
  std::uint32_t at = 0;
  for (const Token& token : fast.tokens) {
    check(at <= token.start && token.start < token.end && token.end <= text.size(), "tokens are in order");
    check(!is_continuation(text.view()[token.start]), "a token begins with a character");
    check(token.end == text.size() || !is_continuation(text.view()[token.end]), "a token ends with one");
    at = token.end;
  }
}

}  // namespace dragoman::fuzz
