// Part of dragoman; see LICENSE.
//
// Recursive descent, one function a rule of the grammar:
//
//   query      = "MATCH" path {"," path} {"MATCH" ...} ["WHERE" or] "RETURN" ["DISTINCT"] items
//                ["ORDER" "BY" order] ["SKIP" n] ["LIMIT" n]
//   path       = node {edge node}
//   node       = "(" [name] [":" type {"|" type}] ["{" name ":" value ... "}"] ")"
//   edge       = ["<"] "-" ["[" [name] [":" type {"|" type}] ["{" ... "}"] "]"] "-" [">"]
//   or         = and {"OR" and}      and = not {"AND" not}      not = ["NOT"] compare
//   compare    = primary [("="|"<>"|"<"|...) primary | "IN" primary | "STARTS" "WITH" primary
//                | "IS" ["NOT"] "NULL"]
//   primary    = literal | $name | "[" ... "]" | "(" or ")" | name ["." name] | count(...) ...
//
// Recursion happens in "(", "NOT" and "[" only and is counted, so that a megabyte of
// parentheses is an error, not a crash.  The first error is kept and ends everything: each
// rule then returns at once.

#include "query/parser.h"

#include <algorithm>
#include <unordered_map>

#include <fmt/format.h>

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


class Parser {
 public:
  Parser(std::vector<Token> tokens, const Vocabulary& vocabulary, const QueryOptions& options)
      : tokens_(std::move(tokens)), vocabulary_(vocabulary), options_(options) {}

  Result<Query> query() {
    if (!word("MATCH")) fail("expected MATCH", {"MATCH"});
    do {
      do path(); while (ok() && symbol(","));
    } while (ok() && word("MATCH"));
    if (ok() && word("WHERE")) query_.conditions.push_back(expression());
    if (ok() && !word("RETURN")) fail("expected RETURN", {"WHERE", "RETURN", "MATCH"});
    if (ok()) items();
    if (ok() && word("ORDER")) order();
    if (ok() && word("SKIP")) query_.skip = count();
    if (ok() && word("LIMIT")) query_.limit = count();
    symbol(";");
    if (ok() && peek().kind != TokenKind::kEnd) {
      fail("expected the end of the query", {"ORDER BY", "SKIP", "LIMIT"});
    }
    for (const Expr& e : query_.exprs) {
      if (ok() && e.op >= Op::kCount && !allowed(e)) break;
    }
    if (!ok()) return *error_;
    return std::move(query_);
  }

 private:
  // ---- Tokens.

  const Token& peek(std::size_t ahead = 0) const {
    return tokens_[std::min(at_ + ahead, tokens_.size() - 1)];
  }
  Token take() {
    const Token token = peek();
    if (at_ + 1 < tokens_.size()) ++at_;
    return token;
  }
  bool word(std::string_view upper) {
    if (peek().kind != TokenKind::kName || !same_word(peek().text, upper)) return false;
    take();
    return true;
  }
  bool is_symbol(std::string_view text, std::size_t ahead = 0) const {
    return peek(ahead).kind == TokenKind::kSymbol && peek(ahead).text == text;
  }
  bool symbol(std::string_view text) {
    if (!is_symbol(text)) return false;
    take();
    return true;
  }
  void expect(std::string_view text) {
    if (ok() && !symbol(text)) fail(fmt::format("expected \"{}\"", text));
  }
  bool name_next() const {
    return peek().kind == TokenKind::kName || peek().kind == TokenKind::kQuotedName;
  }

  // ---- Errors.

  bool ok() const { return !error_.has_value(); }
  void fail_at(Place place, const std::string& what) {
    if (ok()) error_ = error_at(place, what);
  }
  // "expected X, not Y"; close: words that Y may be a misspelling of.
  void fail(const std::string& expected, const std::vector<std::string>& close = {}) {
    std::string message = fmt::format("{}, not {}", expected, describe(peek()));
    if (peek().kind == TokenKind::kName) message += suggestion(peek().text, close);
    fail_at(peek().place, message);
  }
  static std::string suggestion(std::string_view word, const std::vector<std::string>& names) {
    const std::string near = nearest(word, names);
    return near.empty() ? "" : fmt::format("; did you mean \"{}\"?", near);
  }

  ExprId make(Op op, Place place, std::vector<ExprId> operands = {}) {
    Expr& e = query_.exprs.emplace_back();
    e.op = op;
    e.place = place;
    e.operands = std::move(operands);
    return ExprId(query_.exprs.size() - 1);
  }

  // ---- Patterns.

  std::uint32_t variable(const Token* name, bool edge) {
    const Place place = name != nullptr ? name->place : peek().place;
    if (name != nullptr) {
      const auto found = variables_.find(name->text);
      if (found != variables_.end()) {
        if (edge || query_.variables[found->second].edge) {
          fail_at(place, fmt::format("\"{}\" is bound already; an edge can be named once, and not "
                                     "like a node", name->text));
        }
        return found->second;
      }
    }
    if (query_.variables.size() >= kMostVariables) {
      fail_at(place, fmt::format("more than {} nodes and edges in a query", kMostVariables));
      return 0;
    }
    const std::uint32_t number = std::uint32_t(query_.variables.size());
    query_.variables.push_back({name != nullptr ? name->text : std::string(), edge, false, place});
    if (name != nullptr) variables_[name->text] = number;
    return number;
  }

  void path() {
    PathPattern path;
    path.nodes.push_back(node());
    while (ok() && (is_symbol("-") || is_symbol("<"))) {
      path.edges.push_back(edge());
      if (ok()) path.nodes.push_back(node());
    }
    query_.paths.push_back(std::move(path));
  }

  NodePattern node() {
    NodePattern out;
    expect("(");
    if (!ok()) return out;
    const std::optional<Token> name = name_next() ? std::optional(take()) : std::nullopt;
    out.variable = variable(name ? &*name : nullptr, false);
    if (symbol(":")) {
      do {
        const Token token = take();
        const auto type = mention_type(token.text);
        if (!type) {
          std::vector<std::string> names;
          for (int t = 0; t < int(MentionType::kCount); ++t) {
            names.emplace_back(to_string(MentionType(t)));
          }
          fail_at(token.place, fmt::format("no node type {}{}", describe(token),
                                           suggestion(token.text, names)));
        } else {
          out.types.push_back(*type);
        }
      } while (ok() && symbol("|"));
    }
    if (is_symbol("{")) properties(out.variable);
    expect(")");
    return out;
  }

  EdgePattern edge() {
    EdgePattern out;
    const bool left = symbol("<");
    expect("-");
    if (symbol("[")) {
      const std::optional<Token> name = name_next() ? std::optional(take()) : std::nullopt;
      out.variable = variable(name ? &*name : nullptr, true);
      if (symbol(":")) {
        do {
          symbol(":");   // r:visit|:meet is the older way to write it
          out.types.push_back(relation_type());
        } while (ok() && symbol("|"));
      }
      if (ok() && is_symbol("*")) {
        fail_at(peek().place, "paths of variable length are not supported; write each step");
      }
      if (is_symbol("{")) properties(out.variable);
      expect("]");
    } else {
      out.variable = variable(nullptr, true);
    }
    expect("-");
    const bool right = symbol(">");
    out.arrow = left == right ? Arrow::kBoth : left ? Arrow::kLeft : Arrow::kRight;
    return out;
  }

  std::string relation_type() {
    const Token token = take();
    if (!vocabulary_.has_type(token.text)) {
      fail_at(token.place, fmt::format("no relation type {}{}", describe(token),
                                       suggestion(token.text, vocabulary_.all_types())));
    }
    return token.text;
  }

  // {id: 'PRK', state: $s}: each is a condition of its own.
  void properties(std::uint32_t variable) {
    expect("{");
    if (symbol("}")) return;
    do {
      if (!name_next()) return fail("expected a field");
      const Token name = take();
      expect(":");
      const ExprId left = field(variable, name);
      const ExprId right = primary();
      query_.conditions.push_back(make(Op::kEqual, name.place, {left, right}));
    } while (ok() && symbol(","));
    expect("}");
  }

  // ---- Expressions.

  struct Deeper {
    explicit Deeper(Parser& p) : parser(p) {
      if (++parser.depth_ > kMostDepth) {
        parser.fail_at(parser.peek().place,
                       fmt::format("nested more than {} deep", kMostDepth));
      }
    }
    ~Deeper() { --parser.depth_; }
    Parser& parser;
  };

  ExprId expression() {
    const Deeper deeper(*this);
    if (!ok()) return 0;
    std::vector<ExprId> parts = {conjunction()};
    const Place place = peek().place;
    while (ok() && word("OR")) parts.push_back(conjunction());
    return parts.size() == 1 ? parts[0] : make(Op::kOr, place, std::move(parts));
  }

  ExprId conjunction() {
    std::vector<ExprId> parts = {negation()};
    const Place place = peek().place;
    while (ok() && word("AND")) parts.push_back(negation());
    return parts.size() == 1 ? parts[0] : make(Op::kAnd, place, std::move(parts));
  }

  ExprId negation() {
    const Place place = peek().place;
    bool negated = false;
    bool any = false;
    while (word("NOT")) {   // a loop: NOT NOT NOT ... needs no depth
      negated = !negated;
      any = true;
    }
    const ExprId inner = comparison();
    if (!any) return inner;
    const ExprId once = make(Op::kNot, place, {inner});
    return negated ? once : make(Op::kNot, place, {once});
  }

  ExprId comparison() {
    const ExprId left = primary();
    if (!ok()) return left;
    const Place place = peek().place;
    static constexpr std::pair<std::string_view, Op> kSymbols[] = {
        {"=", Op::kEqual}, {"<>", Op::kNotEqual},   {"<=", Op::kLessEqual},
        {">=", Op::kGreaterEqual}, {"<", Op::kLess}, {">", Op::kGreater}};
    for (const auto& [text, op] : kSymbols) {
      if (symbol(text)) return make(op, place, {left, primary()});
    }
    if (word("IN")) return make(Op::kIn, place, {left, primary()});
    if (word("CONTAINS")) return make(Op::kContains, place, {left, primary()});
    for (const auto& [first, op] : {std::pair("STARTS", Op::kStartsWith),
                                    std::pair("ENDS", Op::kEndsWith)}) {
      if (!word(first)) continue;
      if (!word("WITH")) fail(fmt::format("expected WITH after {}", first));
      return make(op, place, {left, primary()});
    }
    if (word("IS")) {
      const bool negated = word("NOT");
      if (!word("NULL")) fail("expected NULL after IS");
      return make(negated ? Op::kIsNotNull : Op::kIsNull, place, {left});
    }
    return left;
  }

  ExprId literal(Place place, QueryValue value) {
    const ExprId id = make(Op::kValue, place);
    query_.exprs[id].value = std::move(value);
    return id;
  }

  ExprId primary() {
    const Deeper deeper(*this);
    if (!ok()) return 0;
    if (is_symbol("(")) {
      take();
      const ExprId inner = expression();
      expect(")");
      return inner;
    }
    if (is_symbol("[")) return list();
    if (is_symbol("-")) return negative();
    const Token token = peek();
    switch (token.kind) {
      case TokenKind::kString: take(); return literal(token.place, token.text);
      case TokenKind::kInteger: take(); return literal(token.place, token.integer);
      case TokenKind::kNumber: take(); return literal(token.place, token.number);
      case TokenKind::kParameter: return parameter();
      case TokenKind::kName:
      case TokenKind::kQuotedName: return named();
      default: break;
    }
    fail("expected a value: text in quotes, a number, a field such as r.status, $parameter or [");
    return 0;
  }

  ExprId negative() {
    const Place place = take().place;
    const Token token = take();
    if (token.kind == TokenKind::kInteger) return literal(place, -token.integer);
    if (token.kind == TokenKind::kNumber) return literal(place, -token.number);
    fail_at(token.place, "expected a number after \"-\"");
    return 0;
  }

  ExprId list() {
    const Place place = take().place;
    std::vector<ExprId> parts;
    if (!symbol("]")) {
      do parts.push_back(primary()); while (ok() && symbol(","));
      expect("]");
    }
    return make(Op::kList, place, std::move(parts));
  }

  ExprId parameter() {
    const Token token = take();
    const auto found = options_.parameters.find(token.text);
    if (found != options_.parameters.end()) return literal(token.place, found->second);
    std::vector<std::string> names;
    for (const auto& [name, value] : options_.parameters) names.push_back(name);
    fail_at(token.place, fmt::format("no parameter {} was given{}", describe(token),
                                     suggestion(token.text, names)));
    return 0;
  }

  ExprId named() {
    const Token token = take();
    if (token.kind == TokenKind::kName) {
      if (is_symbol("(")) return call(token);
      if (same_word(token.text, "TRUE")) return literal(token.place, true);
      if (same_word(token.text, "FALSE")) return literal(token.place, false);
      if (same_word(token.text, "NULL")) return literal(token.place, {});
    }
    const auto found = variables_.find(token.text);
    if (found == variables_.end()) {
      std::vector<std::string> names;
      for (const auto& [name, number] : variables_) names.push_back(name);
      std::sort(names.begin(), names.end());
      fail_at(token.place, fmt::format("{} is not bound by MATCH{}; text stands in quotes",
                                       describe(token), suggestion(token.text, names)));
      return 0;
    }
    if (symbol(".")) {
      if (!name_next()) {
        fail("expected a field after \".\"");
        return 0;
      }
      return field(found->second, take());
    }
    const ExprId id = make(Op::kVariable, token.place);
    query_.exprs[id].variable = found->second;
    return id;
  }

  ExprId field(std::uint32_t variable, const Token& name) {
    Variable& v = query_.variables[variable];
    auto field = v.edge ? edge_field(name.text) : node_field(name.text);
    if (!field && v.edge && vocabulary_.has_role(name.text)) field = Field{FieldKind::kRole, name.text};
    if (!field) {
      std::vector<std::string> names = v.edge ? edge_field_names() : node_field_names();
      if (v.edge) {
        const std::vector<std::string> roles = vocabulary_.all_roles();
        names.insert(names.end(), roles.begin(), roles.end());
      }
      std::string message = fmt::format("{} has no field {}", v.edge ? "an edge" : "a node",
                                        describe(name));
      const std::string close = suggestion(name.text, names);
      if (!close.empty()) {
        message += close;
      } else {
        message += fmt::format("; expected {}{}", fmt::join(v.edge ? edge_field_names()
                                                                   : node_field_names(), ", "),
                               v.edge ? " or a role such as supplier" : "");
      }
      fail_at(name.place, message);
      return 0;
    }
    if (field->of_report()) v.per_report = true;
    const ExprId id = make(Op::kField, name.place);
    query_.exprs[id].variable = variable;
    query_.exprs[id].field = *field;
    return id;
  }

  ExprId call(const Token& name) {
    static constexpr std::pair<std::string_view, Op> kFunctions[] = {
        {"COUNT", Op::kCount}, {"MIN", Op::kMin}, {"MAX", Op::kMax}, {"COLLECT", Op::kCollect}};
    const Deeper deeper(*this);
    for (const auto& [function, op] : kFunctions) {
      if (!same_word(name.text, function)) continue;
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
    fail_at(name.place, fmt::format("no function {}{}", describe(name),
                                    suggestion(name.text, {"count", "min", "max", "collect"})));
    return 0;
  }

  // ---- RETURN and after.

  void items() {
    query_.distinct = word("DISTINCT");
    do {
      const std::size_t first = at_;
      const ExprId expr = expression();
      ReturnItem item{expr, {}};
      if (ok() && word("AS")) {
        if (!name_next()) return fail("expected a name after AS");
        item.name = take().text;
      } else {
        for (std::size_t i = first; i < at_; ++i) item.name += tokens_[i].text;
      }
      for (const ReturnItem& other : query_.items) {
        if (ok() && other.name == item.name) {
          fail_at(tokens_[first].place, fmt::format("two columns are called \"{}\"; name one with "
                                                    "AS", item.name));
        }
      }
      if (ok() && query_.exprs[expr].op >= Op::kCount) {
        query_.aggregates = true;
        aggregates_.push_back(expr);
      }
      query_.items.push_back(std::move(item));
    } while (ok() && symbol(","));
  }

  // Aggregates stand alone in RETURN or name a column in ORDER BY.
  bool allowed(const Expr& e) {
    const ExprId id = ExprId(&e - query_.exprs.data());
    if (std::find(aggregates_.begin(), aggregates_.end(), id) != aggregates_.end()) return true;
    fail_at(e.place, "count, min, max and collect stand alone in RETURN; name one with AS to "
                     "order by it");
    return false;
  }

  void order() {
    if (!word("BY")) return fail("expected BY after ORDER");
    do {
      OrderItem item;
      const std::size_t first = at_;
      // A column's name, alone, is that column.
      if (name_next() && !is_symbol(".", 1) && !is_symbol("(", 1)) {
        for (std::size_t c = 0; c < query_.items.size(); ++c) {
          if (query_.items[c].name == peek().text) item.column = c;
        }
      }
      if (item.column) {
        take();
      } else {
        const std::size_t exprs = query_.exprs.size();
        item.expr = expression();
        std::string written;
        for (std::size_t i = first; i < at_; ++i) written += tokens_[i].text;
        for (std::size_t c = 0; c < query_.items.size(); ++c) {
          if (query_.items[c].name == written) item.column = c;
        }
        if (item.column) {
          query_.exprs.resize(exprs);   // said twice, meant once
        } else if (ok() && (query_.aggregates || query_.distinct)) {
          fail_at(tokens_[first].place,
                  "after DISTINCT or an aggregate, ORDER BY takes columns of RETURN only");
        }
      }
      if (word("DESC") || word("DESCENDING")) {
        item.descending = true;
      } else if (!word("ASC")) {
        word("ASCENDING");
      }
      query_.order.push_back(item);
    } while (ok() && symbol(","));
  }

  std::size_t count() {
    const ExprId id = primary();
    if (!ok()) return 0;
    const auto* value = query_.exprs[id].op == Op::kValue
                            ? query_.exprs[id].value.get<std::int64_t>() : nullptr;
    if (value == nullptr || *value < 0) {
      fail_at(query_.exprs[id].place, "expected a whole number, not below 0");
      return 0;
    }
    return std::size_t(*value);
  }

  std::vector<Token> tokens_;
  std::size_t at_ = 0;
  int depth_ = 0;
  const Vocabulary& vocabulary_;
  const QueryOptions& options_;
  Query query_;
  std::vector<ExprId> aggregates_;
  std::unordered_map<std::string, std::uint32_t> variables_;
  std::optional<Error> error_;
};

bool has(const std::vector<std::string>& names, const std::string& name) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

}  // namespace

bool Vocabulary::has_type(const std::string& name) const {
  if (has(relation_types, name) || has(all_types(), name)) return true;
  return !schema || schema() == nullptr;   // nobody can tell
}

bool Vocabulary::has_role(const std::string& name) const {
  return has(all_roles(), name) || (roles && has(roles(), name));
}

std::vector<std::string> Vocabulary::all_types() const {
  std::vector<std::string> names = relation_types;
  if (const Schema* all = schema ? schema() : nullptr) {
    for (const RelationType& type : all->types()) names.push_back(type.name);
  }
  return names;
}

std::vector<std::string> Vocabulary::all_roles() const {
  std::vector<std::string> names;
  if (const Schema* all = schema ? schema() : nullptr) {
    for (const RelationType& type : all->types()) {
      for (const Role& role : type.roles) names.push_back(role.name);
    }
  }
  return names;
}

Result<Query> parse(std::string_view text, const Vocabulary& vocabulary,
                    const QueryOptions& options) {
  Result<std::vector<Token>> tokens = lex(text);
  if (!tokens.ok()) return tokens.error();
  return Parser(*std::move(tokens), vocabulary, options).query();
}

}  // namespace dragoman::query_impl
