// Part of dragoman; see LICENSE.
//
// One pass.  Symbols are single characters but <>, <=, >= and ..; arrows are put together
// by the parser, because "a<-1" and "<-[" begin alike.

#include "query/lexer.h"

#include <charconv>

#include <fmt/format.h>

namespace dragoman::query_impl {
namespace {

bool digit(char c) { return c >= '0' && c <= '9'; }
bool name_start(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' ||
         static_cast<unsigned char>(c) >= 0x80;
}
bool name_part(char c) { return name_start(c) || digit(c); }

std::string shortened(std::string_view text) {
  if (text.size() <= 40) return std::string(text);
  std::size_t end = 40;
  while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0) == 0x80) --end;
  return fmt::format("{}...", text.substr(0, end));
}

class Lexer {
 public:
  explicit Lexer(std::string_view text) : text_(text) {}

  Result<std::vector<Token>> all() {
    while (true) {
      skip_space();
      Token token;
      token.place = place_;
      if (at_ == text_.size()) {
        tokens_.push_back(std::move(token));
        return std::move(tokens_);
      }
      Status status = one(token);
      if (!status.ok()) return status.error();
      tokens_.push_back(std::move(token));
    }
  }

 private:
  char peek(std::size_t ahead = 0) const {
    return at_ + ahead < text_.size() ? text_[at_ + ahead] : '\0';
  }

  void advance() {
    const char c = text_[at_++];
    if (c == '\n') {
      ++place_.line;
      place_.column = 1;
    } else if ((static_cast<unsigned char>(c) & 0xC0) != 0x80) {
      ++place_.column;
    }
  }

  void skip_space() {
    while (at_ < text_.size()) {
      const char c = peek();
      if (c == ' ' || (c >= '\t' && c <= '\r')) {
        advance();
      } else if (c == '/' && peek(1) == '/') {
        while (at_ < text_.size() && peek() != '\n') advance();
      } else {
        return;
      }
    }
  }

  template <typename While>
  std::string take(While more) {
    const std::size_t start = at_;
    while (at_ < text_.size() && more(peek())) advance();
    return std::string(text_.substr(start, at_ - start));
  }

  Status one(Token& token) {
    const char c = peek();
    if (name_start(c)) {
      token.kind = TokenKind::kName;
      token.text = take(name_part);
      return Done{};
    }
    if (digit(c)) return number(token);
    if (c == '\'' || c == '"' || c == '`') return quoted(token);
    if (c == '$') {
      advance();
      token.kind = TokenKind::kParameter;
      token.text = take(name_part);
      if (token.text.empty()) return error_at(token.place, "expected a name after \"$\"");
      return Done{};
    }
    token.kind = TokenKind::kSymbol;
    for (const std::string_view two : {"<>", "<=", ">=", ".."}) {
      if (text_.substr(at_, 2) == two) {
        token.text = two;
        advance();
        advance();
        return Done{};
      }
    }
    if (std::string_view("()[]{}:,.|=<>-*;").find(c) == std::string_view::npos) {
      const std::string shown = static_cast<unsigned char>(c) < 0x20 || c == 0x7F
                                    ? fmt::format("character {:#04x}", unsigned(c))
                                    : fmt::format("\"{}\"", c);
      return error_at(token.place, fmt::format("{} has no place in a query", shown));
    }
    token.text.assign(1, c);
    advance();
    return Done{};
  }

  Status number(Token& token) {
    std::string digits = take(digit);
    token.kind = TokenKind::kInteger;
    if (peek() == '.' && digit(peek(1))) {
      advance();
      digits += '.';
      digits += take(digit);
      token.kind = TokenKind::kNumber;
    }
    token.text = digits;
    const char* end = digits.data() + digits.size();
    const auto read = token.kind == TokenKind::kInteger
                          ? std::from_chars(digits.data(), end, token.integer)
                          : std::from_chars(digits.data(), end, token.number);
    if (read.ec != std::errc()) {
      return error_at(token.place, fmt::format("the number \"{}\" is too large", shortened(digits)));
    }
    if (name_part(peek())) {
      return error_at(place_, fmt::format("unexpected \"{}\" after a number", peek()));
    }
    return Done{};
  }

  Status quoted(Token& token) {
    const char quote = peek();
    token.kind = quote == '`' ? TokenKind::kQuotedName : TokenKind::kString;
    advance();
    while (at_ < text_.size()) {
      const char c = peek();
      if (c == quote) {
        advance();
        return Done{};
      }
      if (c == '\\' && quote != '`') {
        advance();
        const Place place = place_;
        switch (peek()) {
          case 'n': token.text += '\n'; break;
          case 't': token.text += '\t'; break;
          case '\\': case '\'': case '"': token.text += peek(); break;
          default:
            return error_at(place, "unknown escape: expected \\\\ \\' \\\" \\n or \\t");
        }
        advance();
        continue;
      }
      token.text += c;
      advance();
    }
    return error_at(token.place, fmt::format("the quote {} is not closed", quote));
  }

  std::string_view text_;
  std::size_t at_ = 0;
  Place place_;
  std::vector<Token> tokens_;
};

}  // namespace

Error error_at(Place place, const std::string& what) {
  return Error(ErrorCode::kBadArgument, fmt::format("{}:{}: {}", place.line, place.column, what));
}

std::string describe(const Token& token) {
  if (token.kind == TokenKind::kEnd) return "the end of the query";
  if (token.kind == TokenKind::kParameter) return fmt::format("\"${}\"", shortened(token.text));
  return fmt::format("\"{}\"", shortened(token.text));
}

Result<std::vector<Token>> lex(std::string_view text) {
  if (text.size() > kMostQueryBytes) {
    return Error(ErrorCode::kLimit, fmt::format("1:1: a query of {} bytes, expected at most {}; "
                                                "pass long values as parameters",
                                                text.size(), kMostQueryBytes));
  }
  return Lexer(text).all();
}

}  // namespace dragoman::query_impl
