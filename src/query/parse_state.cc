// Part of dragoman; see LICENSE.

#include "query/parse_state.h"

#include <algorithm>

#include <fmt/format.h>

#include "base/edit_distance.h"

namespace dragoman::query_impl {
namespace {

constexpr int kMostDepth = 100;
constexpr std::size_t kMostVariables = 64;

bool same_word(std::string_view a, std::string_view upper) {
  return a.size() == upper.size() &&
         std::equal(a.begin(), a.end(), upper.begin(), [](char x, char y) {
           return (x >= 'a' && x <= 'z' ? char(x - 'a' + 'A') : x) == y;
         });
}

}  // namespace

Token ParseState::take() {
  Token token = peek();
  if (at_ + 1 < tokens_.size()) ++at_;
  return token;
}

bool ParseState::is_word(std::string_view upper, std::size_t ahead) const {
  return peek(ahead).kind == TokenKind::kName && same_word(peek(ahead).text, upper);
}

bool ParseState::word(std::string_view upper) {
  if (!is_word(upper)) return false;
  take();
  return true;
}

bool ParseState::symbol(std::string_view text) {
  if (!is_symbol(text)) return false;
  take();
  return true;
}

void ParseState::expect(std::string_view text) {
  if (ok() && !symbol(text)) fail(fmt::format("expected \"{}\"", text));
}

std::string ParseState::written(std::size_t first) const {
  std::string out;
  for (std::size_t i = first; i < at_; ++i) {
    // Two words that would run together are kept apart.
    const bool words = i > first && tokens_[i].kind == TokenKind::kName &&
                       tokens_[i - 1].kind == TokenKind::kName;
    if (words) out += ' ';
    out += tokens_[i].text;
  }
  return out;
}

void ParseState::fail_at(Place place, const std::string& what) {
  if (ok()) error_ = error_at(place, what);
}

void ParseState::fail(const std::string& expected, const std::vector<std::string>& close) {
  std::string message = fmt::format("{}, not {}", expected, describe(peek()));
  if (peek().kind == TokenKind::kName) message += suggestion(peek().text, close);
  fail_at(peek().place, message);
}

std::string ParseState::suggestion(std::string_view word, const std::vector<std::string>& names) {
  return did_you_mean(word, names);
}

ParseState::Deeper::Deeper(ParseState& state) : parser(state) {
  if (++parser.depth_ > kMostDepth) {
    parser.fail_at(parser.peek().place, fmt::format("nested more than {} deep", kMostDepth));
  }
}

ExprId ParseState::make(Op op, Place place, std::vector<ExprId> operands) {
  Expr& e = query_.exprs.emplace_back();
  e.op = op;
  e.place = place;
  e.operands = std::move(operands);
  return ExprId(query_.exprs.size() - 1);
}

std::uint32_t ParseState::new_variable(std::string name, Kind kind, Place place) {
  if (query_.variables.size() >= kMostVariables) {
    fail_at(place, fmt::format("more than {} nodes, edges and names in a query", kMostVariables));
    return 0;
  }
  Variable& v = query_.variables.emplace_back();
  v.name = std::move(name);
  v.kind = kind;
  v.place = place;
  const std::uint32_t number = std::uint32_t(query_.variables.size() - 1);
  if (!v.name.empty()) variables_[v.name] = number;
  return number;
}

void ParseState::range_over_reports(std::uint32_t variable) {
  query_.variables[variable].per_report = true;
  if (query_.variables[variable].origin) range_over_reports(*query_.variables[variable].origin);
}

}  // namespace dragoman::query_impl
