// Part of dragoman; see LICENSE.
//
// Query text to tokens.

#ifndef DRAGOMAN_QUERY_LEXER_H_
#define DRAGOMAN_QUERY_LEXER_H_

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "dragoman/result.h"

namespace dragoman::query_impl {

struct Place {
  std::uint32_t line = 1;
  std::uint32_t column = 1;     // code points
};

enum class TokenKind : std::uint8_t {
  kEnd, kName, kQuotedName, kString, kInteger, kNumber, kParameter, kSymbol,
};

struct Token {
  TokenKind kind = TokenKind::kEnd;
  Place place;
  std::string text;             // unescaped; a symbol itself: "<-", "<>", "("
  std::int64_t integer = 0;
  double number = 0;
};

inline constexpr std::size_t kMostQueryBytes = 64 * 1024;

// Ends with a kEnd token.  kBadArgument with line:column.
Result<std::vector<Token>> lex(std::string_view text);

Error error_at(Place place, const std::string& what);
// How a token is called in a message: `"RETRUN"`, `end of query`.
std::string describe(const Token& token);

}  // namespace dragoman::query_impl

#endif  // DRAGOMAN_QUERY_LEXER_H_
