// Part of dragoman; see LICENSE.
//
//   or         = and {"OR" and}      and = not {"AND" not}      not = ["NOT"] compare
//   compare    = value [("="|"<>"|"<"|...) value | "IN" value | "STARTS" "WITH" value
//                | "IS" ["NOT"] "NULL"]
//   value      = primary {"." name | "[" value "]"}
//   primary    = literal | $name | "(" or ")" | name | function "(" or, ... ")"
//                | "[" or, ... "]" | "[" name "IN" value ["WHERE" or] ["|" or] "]"
//                | ("all"|"any"|"none"|"single") "(" name "IN" value "WHERE" or ")"
//
// Recursion happens in "(", "[" and calls only; NOT NOT NOT ... is a loop.

#include "query/parse_expression.h"

#include <algorithm>

#include <fmt/format.h>

#include "base/ascii.h"
#include "query/interval.h"

namespace dragoman::query_impl {
namespace {

constexpr std::pair<std::string_view, Op> kAggregates[] = {
    {"count", Op::kCount}, {"min", Op::kMin}, {"max", Op::kMax},
    {"sum", Op::kSum},     {"avg", Op::kAvg}, {"collect", Op::kCollect}};
constexpr std::pair<std::string_view, Op> kQuantifiers[] = {
    {"all", Op::kAll}, {"any", Op::kAny}, {"none", Op::kNone}, {"single", Op::kSingle}};

}  // namespace

ExprId ExpressionParser::expression() {
  const Deeper deeper(*this);
  if (!ok()) return 0;
  std::vector<ExprId> parts = {conjunction()};
  const Place place = peek().place;
  while (ok() && word("OR")) parts.push_back(conjunction());
  return parts.size() == 1 ? parts[0] : make(Op::kOr, place, std::move(parts));
}

ExprId ExpressionParser::conjunction() {
  std::vector<ExprId> parts = {negation()};
  const Place place = peek().place;
  while (ok() && word("AND")) parts.push_back(negation());
  return parts.size() == 1 ? parts[0] : make(Op::kAnd, place, std::move(parts));
}

ExprId ExpressionParser::negation() {
  const Place place = peek().place;
  bool negated = false;
  bool any = false;
  while (word("NOT")) {
    negated = !negated;
    any = true;
  }
  const ExprId inner = comparison();
  if (!any) return inner;
  const ExprId once = make(Op::kNot, place, {inner});
  return negated ? once : make(Op::kNot, place, {once});
}

ExprId ExpressionParser::comparison() {
  const ExprId left = value();
  if (!ok()) return left;
  const Place place = peek().place;
  static constexpr std::pair<std::string_view, Op> kSymbols[] = {
      {"=", Op::kEqual}, {"<>", Op::kNotEqual},   {"<=", Op::kLessEqual},
      {">=", Op::kGreaterEqual}, {"<", Op::kLess}, {">", Op::kGreater}};
  for (const auto& [text, op] : kSymbols) {
    if (symbol(text)) return make(op, place, {left, value()});
  }
  if (word("IN")) return make(Op::kIn, place, {left, value()});
  if (word("CONTAINS")) return make(Op::kContains, place, {left, value()});
  for (const auto& [first, op] : {std::pair("STARTS", Op::kStartsWith),
                                  std::pair("ENDS", Op::kEndsWith)}) {
    if (!word(first)) continue;
    if (!word("WITH")) fail(fmt::format("expected WITH after {}", first));
    return make(op, place, {left, value()});
  }
  if (word("IS")) {
    const bool negated = word("NOT");
    if (!word("NULL")) fail("expected NULL after IS");
    return make(negated ? Op::kIsNotNull : Op::kIsNull, place, {left});
  }
  return left;
}

ExprId ExpressionParser::literal(Place place, QueryValue value) {
  const ExprId id = make(Op::kValue, place);
  query_.exprs[id].value = std::move(value);
  return id;
}

ExprId ExpressionParser::value() {
  const Deeper deeper(*this);
  if (!ok()) return 0;
  if (symbol("(")) {
    const ExprId inner = expression();
    expect(")");
    return postfix(inner);
  }
  if (is_symbol("[")) return postfix(list());
  if (is_symbol("-")) return negative();
  const Token token = peek();
  switch (token.kind) {
    case TokenKind::kString: take(); return literal(token.place, token.text);
    case TokenKind::kInteger: take(); return literal(token.place, token.integer);
    case TokenKind::kNumber: take(); return literal(token.place, token.number);
    case TokenKind::kParameter: return postfix(parameter());
    case TokenKind::kName:
    case TokenKind::kQuotedName: return postfix(named());
    default: break;
  }
  fail("expected a value: text in quotes, a number, a field such as r.status, $parameter or [");
  return 0;
}

ExprId ExpressionParser::postfix(ExprId of) {
  for (int steps = 0; ok(); ++steps) {
    if (steps > 8) {
      fail_at(peek().place, "more than 8 steps into a value");
    } else if (symbol(".")) {
      if (!name_next()) {
        fail("expected a field after \".\"");
        return of;
      }
      of = property(of, take());
    } else if (is_symbol("[")) {
      const Place place = take().place;
      const ExprId at = value();
      expect("]");
      of = make(Op::kElement, place, {of, at});
    } else {
      break;
    }
  }
  return of;
}

ExprId ExpressionParser::negative() {
  const Place place = take().place;
  const Token token = take();
  if (token.kind == TokenKind::kInteger) return literal(place, -token.integer);
  if (token.kind == TokenKind::kNumber) return literal(place, -token.number);
  fail_at(token.place, "expected a number after \"-\"");
  return 0;
}

ExprId ExpressionParser::list() {
  const Place place = take().place;
  if (name_next() && is_word("IN", 1)) return comprehension(place);
  std::vector<ExprId> parts;
  if (!symbol("]")) {
    do parts.push_back(value()); while (ok() && symbol(","));
    expect("]");
  }
  return make(Op::kList, place, std::move(parts));
}

ExprId ExpressionParser::parameter() {
  const Token token = take();
  const auto found = options_.parameters.find(token.text);
  if (found != options_.parameters.end()) return literal(token.place, found->second);
  std::vector<std::string> names;
  for (const auto& [name, value] : options_.parameters) names.push_back(name);
  fail_at(token.place, fmt::format("no parameter {} was given{}", describe(token),
                                   suggestion(token.text, names)));
  return 0;
}

ExprId ExpressionParser::named() {
  const Token token = take();
  if (token.kind == TokenKind::kName) {
    if (is_symbol("(")) return call(token);
    const std::string lowered = ascii_lowered(token.text);
    if (lowered == "true") return literal(token.place, true);
    if (lowered == "false") return literal(token.place, false);
    if (lowered == "null") return literal(token.place, {});
  }
  const auto found = variables_.find(token.text);
  if (found == variables_.end()) {
    std::vector<std::string> names;
    for (const auto& [name, number] : variables_) names.push_back(name);
    std::sort(names.begin(), names.end());
    const bool after_with = query_.parts.size() > 1;
    fail_at(token.place, fmt::format("{} is not bound by {}{}; text stands in quotes",
                                     describe(token), after_with ? "WITH or a MATCH after it" : "MATCH",
                                     suggestion(token.text, names)));
    return 0;
  }
  const Kind kind = query_.variables[found->second].kind;
  if (is_symbol(".") && (kind == Kind::kNode || kind == Kind::kEdge)) {
    take();
    if (name_next()) return field(found->second, take());
    fail("expected a field after \".\"");
    return 0;
  }
  if (is_symbol(".") && kind != Kind::kValue) {
    const std::string what = kind == Kind::kPath ? "a path: ask nodes(" : "a list of edges: ask any(e IN ";
    fail_at(peek().place, fmt::format("\"{0}\" is {1}{0}{2}", token.text, what,
                                      kind == Kind::kPath ? fmt::format("), relationships({0}) or length({0})", token.text)
                                                          : " WHERE e.type = ..) or size(..)"));
    return 0;
  }
  const ExprId id = make(Op::kVariable, token.place);
  query_.exprs[id].variable = found->second;
  return id;
}

ExprId ExpressionParser::field(std::uint32_t variable, const Token& name) {
  const bool edge = query_.variables[variable].kind == Kind::kEdge;
  auto field = edge ? edge_field(name.text) : node_field(name.text);
  if (!field && edge && vocabulary_.has_role(name.text)) field = Field{FieldKind::kRole, name.text};
  if (!field) {
    std::vector<std::string> names = edge ? edge_field_names() : node_field_names();
    if (edge) {
      const std::vector<std::string> roles = vocabulary_.all_roles();
      names.insert(names.end(), roles.begin(), roles.end());
    }
    std::string message = fmt::format("{} has no field {}", edge ? "an edge" : "a node",
                                      describe(name));
    const std::string close = suggestion(name.text, names);
    if (!close.empty()) {
      message += close;
    } else {
      message += fmt::format("; expected {}{}", fmt::join(edge ? edge_field_names()
                                                               : node_field_names(), ", "),
                             edge ? " or a role such as supplier" : "");
    }
    fail_at(name.place, message);
    return 0;
  }
  if (field->of_report()) range_over_reports(variable);
  const ExprId id = make(Op::kField, name.place);
  query_.exprs[id].variable = variable;
  query_.exprs[id].field = *field;
  return id;
}

// Of a value: only running the query tells whether it is a node or an edge, so the name has
// to be a field of either.
ExprId ExpressionParser::property(ExprId of, const Token& name) {
  auto field = edge_field(name.text);
  const auto of_node = node_field(name.text);
  if (!field && vocabulary_.has_role(name.text)) field = Field{FieldKind::kRole, name.text};
  if (!field && !of_node) {
    std::vector<std::string> names = node_field_names();
    for (const auto& more : {edge_field_names(), vocabulary_.all_roles()}) {
      names.insert(names.end(), more.begin(), more.end());
    }
    fail_at(name.place, fmt::format("neither a node nor an edge has a field {}{}", describe(name),
                                    suggestion(name.text, names)));
    return 0;
  }
  const ExprId id = make(Op::kProperty, name.place, {of});
  // A field of nodes only is a role that no edge fills.
  query_.exprs[id].field = field.value_or(Field{FieldKind::kRole, name.text});
  query_.exprs[id].of_node = of_node;
  return id;
}

// ---- Calls.

ExprId ExpressionParser::call(const Token& name) {
  const Deeper deeper(*this);
  const std::string lowered = ascii_lowered(name.text);
  for (const auto& [function, op] : kAggregates) {
    if (function == lowered) return aggregate(name, op);
  }
  for (const auto& [function, op] : kQuantifiers) {
    if (function == lowered) return quantified(name, op);
  }
  const FunctionInfo* function = find_function(name.text);
  if (function == nullptr) {
    std::vector<std::string> names = function_names();
    for (const auto& [each, op] : kAggregates) names.emplace_back(each);
    for (const auto& [each, op] : kQuantifiers) names.emplace_back(each);
    fail_at(name.place, fmt::format("no function {}{}", describe(name),
                                    suggestion(name.text, names)));
    return 0;
  }
  expect("(");
  std::vector<ExprId> operands;
  if (!symbol(")")) {
    do operands.push_back(expression()); while (ok() && symbol(","));
    expect(")");
  }
  if (ok() && (operands.size() < function->least || operands.size() > function->most)) {
    const std::string wanted = function->least == function->most
                                   ? fmt::format("{}", function->least)
                                   : fmt::format("{} to {}", function->least, function->most);
    fail_at(name.place, fmt::format("{}() takes {} argument{}, not {}", function->name, wanted,
                                    function->most == 1 ? "" : "s", operands.size()));
  }
  const ExprId id = make(Op::kCall, name.place, std::move(operands));
  query_.exprs[id].function = function->function;
  if (ok()) check_periods(query_.exprs[id]);
  return id;
}

// A period that is written out can be checked before anything runs.
void ExpressionParser::check_periods(const Expr& call) {
  if (call.function < Function::kDate) return;
  for (const ExprId id : call.operands) {
    const Expr& e = query_.exprs[id];
    if (e.op != Op::kValue || e.value.null()) continue;
    const auto* text = e.value.get<std::string>();
    if (text != nullptr && parse_interval(*text)) continue;
    fail_at(e.place, fmt::format("\"{}\" is not a period: expected '2023', '2023-07', '2023-07-05' "
                                 "or '2023-07-01/2023-07-15', with .. for an open end",
                                 e.value.text().substr(0, 40)));
  }
}

ExprId ExpressionParser::aggregate(const Token& name, Op op) {
  expect("(");
  std::vector<ExprId> operands;
  bool distinct = false;
  if (op != Op::kCount || !symbol("*")) {
    distinct = word("DISTINCT");
    operands.push_back(expression());
  }
  expect(")");
  const ExprId id = make(op, name.place, std::move(operands));
  query_.exprs[id].distinct = distinct;
  return id;
}

template <typename Inside>
void ExpressionParser::with_local(const Token& name, ExprId holder, Inside inside) {
  const auto outer = variables_.find(name.text);
  const std::optional<std::uint32_t> hidden =
      outer == variables_.end() ? std::nullopt : std::optional(outer->second);
  const std::uint32_t local = new_variable(name.text, Kind::kValue, name.place);
  query_.exprs[holder].variable = local;
  if (ok()) inside();
  variables_.erase(name.text);
  if (hidden) variables_[name.text] = *hidden;
}

// all(x IN list WHERE condition)
ExprId ExpressionParser::quantified(const Token& name, Op op) {
  expect("(");
  if (ok() && !name_next()) fail(fmt::format("expected a name, as in {}(x IN list WHERE ..)", name.text));
  if (!ok()) return 0;
  const Token local = take();
  if (!word("IN")) fail("expected IN", {"IN"});
  const ExprId list = value();
  const ExprId id = make(op, name.place, {list});
  if (ok() && !word("WHERE")) fail("expected WHERE", {"WHERE"});
  if (!ok()) return id;
  with_local(local, id, [&] {
    const ExprId condition = expression();
    query_.exprs[id].operands.push_back(condition);
  });
  expect(")");
  return id;
}

// [x IN list WHERE condition | value]; "[" is read.
ExprId ExpressionParser::comprehension(Place place) {
  const Token local = take();
  take();   // IN
  const ExprId list = value();
  const ExprId id = make(Op::kFilter, place, {list});
  if (!ok()) return id;
  with_local(local, id, [&] {
    if (word("WHERE")) {
      const ExprId condition = expression();
      query_.exprs[id].operands.push_back(condition);
    }
    if (ok() && symbol("|")) {
      const ExprId mapped = expression();
      query_.exprs[id].operands.push_back(mapped);
      query_.exprs[id].mapped = true;
    }
  });
  expect("]");
  return id;
}

}  // namespace dragoman::query_impl
