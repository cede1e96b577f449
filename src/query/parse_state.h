// Part of dragoman; see LICENSE.
//
// What all parts of the parser share: the tokens, the query as far as it is read, the names
// in sight, and the first error, which is kept and ends everything: each rule then returns
// at once.

#ifndef DRAGOMAN_QUERY_PARSE_STATE_H_
#define DRAGOMAN_QUERY_PARSE_STATE_H_

#include <string>
#include <unordered_map>
#include <vector>

#include "query/ast.h"
#include "query/vocabulary.h"

namespace dragoman::query_impl {

class ParseState {
 public:
  ParseState(std::vector<Token> tokens, const Vocabulary& vocabulary, const QueryOptions& options)
      : vocabulary_(vocabulary), options_(options), tokens_(std::move(tokens)) {
    query_.parts.emplace_back();
  }

 protected:
  // ---- Tokens.

  const Token& peek(std::size_t ahead = 0) const {
    return tokens_[std::min(at_ + ahead, tokens_.size() - 1)];
  }
  Token take();
  bool is_word(std::string_view upper, std::size_t ahead = 0) const;
  bool word(std::string_view upper);
  bool is_symbol(std::string_view text, std::size_t ahead = 0) const {
    return peek(ahead).kind == TokenKind::kSymbol && peek(ahead).text == text;
  }
  bool symbol(std::string_view text);
  void expect(std::string_view text);
  bool name_next() const {
    return peek().kind == TokenKind::kName || peek().kind == TokenKind::kQuotedName;
  }
  std::size_t at() const { return at_; }
  // The tokens from `first` up to here, as a column is called.
  std::string written(std::size_t first) const;
  Place place_of(std::size_t token) const { return tokens_[token].place; }

  // ---- Errors.

  bool ok() const { return !error_.has_value(); }
  void fail_at(Place place, const std::string& what);
  // "expected X, not Y"; close: words that Y may be a misspelling of.
  void fail(const std::string& expected, const std::vector<std::string>& close = {});
  static std::string suggestion(std::string_view word, const std::vector<std::string>& names);

  // Recursion is counted, so that a megabyte of parentheses is an error, not a crash.
  struct Deeper {
    explicit Deeper(ParseState& state);
    ~Deeper() { --parser.depth_; }
    ParseState& parser;
  };

  // ---- The query.

  ExprId make(Op op, Place place, std::vector<ExprId> operands = {});
  Part& part() { return query_.parts.back(); }
  std::uint32_t new_variable(std::string name, Kind kind, Place place);
  // Makes the fields of reports of this edge's variable rows of their own.
  void range_over_reports(std::uint32_t variable);

  const Vocabulary& vocabulary_;
  const QueryOptions& options_;
  Query query_;
  std::unordered_map<std::string, std::uint32_t> variables_;   // in sight
  std::optional<Error> error_;

 private:
  std::vector<Token> tokens_;
  std::size_t at_ = 0;
  int depth_ = 0;
};

}  // namespace dragoman::query_impl

#endif  // DRAGOMAN_QUERY_PARSE_STATE_H_
