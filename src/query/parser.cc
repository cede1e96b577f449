// Part of dragoman; see LICENSE.
//
// Recursive descent, one function a rule of the grammar; patterns and expressions stand in
// files of their own:
//
//   query      = matches {"WITH" items ["WHERE" or] [matches]} "RETURN" items
//   matches    = "MATCH" path {"," path} {"MATCH" ...} ["WHERE" or]
//   items      = ["DISTINCT"] or ["AS" name] {"," ...}
//                ["ORDER" "BY" order] ["SKIP" n] ["LIMIT" n]

#include "query/parser.h"

#include <algorithm>

#include <fmt/format.h>

#include "query/parse_pattern.h"

namespace dragoman::query_impl {
namespace {

constexpr std::size_t kMostParts = 16;

class Parser : public PatternParser {
 public:
  using PatternParser::PatternParser;

  Result<Query> query() {
    if (!is_word("MATCH")) fail("expected MATCH", {"MATCH"});
    matches();
    while (ok() && word("WITH")) {
      items(true);
      if (query_.parts.size() >= kMostParts) fail_at(peek().place, fmt::format("more than {} WITH", kMostParts - 1));
      if (ok()) next_part();
      if (ok() && word("WHERE")) part().conditions.push_back(expression());
      if (ok() && is_word("MATCH")) matches();
    }
    if (ok() && !word("RETURN")) fail("expected RETURN", {"WHERE", "RETURN", "MATCH", "WITH"});
    if (ok()) items(false);
    symbol(";");
    if (ok() && peek().kind != TokenKind::kEnd) {
      fail("expected the end of the query", {"ORDER BY", "SKIP", "LIMIT"});
    }
    for (const Expr& e : query_.exprs) {
      if (ok() && is_aggregate(e.op) && !allowed(e)) break;
    }
    if (!ok()) return *error_;
    return std::move(query_);
  }

 private:
  void matches() {
    while (ok() && word("MATCH")) {
      do path(); while (ok() && symbol(","));
    }
    if (ok() && word("WHERE")) part().conditions.push_back(expression());
  }

  void items(bool with) {
    part().distinct = word("DISTINCT");
    do item(with); while (ok() && symbol(","));
    if (ok() && word("ORDER")) order();
    if (ok() && word("SKIP")) part().skip = count();
    if (ok() && word("LIMIT")) part().limit = count();
  }

  void item(bool with) {
    const std::size_t first = at();
    const ExprId expr = expression();
    ReturnItem item{expr, {}, 0};
    if (ok() && word("AS")) {
      if (!name_next()) return fail("expected a name after AS");
      item.name = take().text;
    } else {
      item.name = written(first);
      if (ok() && with && query_.exprs[expr].op != Op::kVariable) {
        return fail_at(place_of(first), fmt::format("after WITH, \"{}\" needs a name: say AS",
                                                    item.name));
      }
    }
    for (const ReturnItem& other : part().items) {
      if (ok() && other.name == item.name) {
        fail_at(place_of(first), fmt::format("two columns are called \"{}\"; name one with AS",
                                             item.name));
      }
    }
    if (ok() && is_aggregate(query_.exprs[expr].op)) {
      part().aggregates = true;
      aggregates_.push_back(expr);
    }
    part().items.push_back(std::move(item));
  }

  // From here on only what WITH named is in sight.
  void next_part() {
    variables_.clear();
    for (ReturnItem& item : part().items) {
      const Expr& e = query_.exprs[item.expr];
      const Place place = e.place;
      Kind kind = Kind::kValue;
      if (e.op == Op::kVariable) {
        const Kind of = query_.variables[e.variable].kind;
        if (of == Kind::kNode || of == Kind::kEdge) kind = of;
      }
      const std::uint32_t from = e.variable;
      item.variable = new_variable(item.name, kind, place);
      if (ok() && kind == Kind::kEdge) query_.variables[item.variable].origin = from;
    }
    query_.parts.emplace_back();
  }

  // Aggregates stand alone in RETURN or name a column in ORDER BY.
  bool allowed(const Expr& e) {
    const ExprId id = ExprId(&e - query_.exprs.data());
    if (std::find(aggregates_.begin(), aggregates_.end(), id) != aggregates_.end()) return true;
    fail_at(e.place, "count, min, max, sum, avg and collect stand alone in RETURN or WITH; name one "
                     "with AS to order by it");
    return false;
  }

  void order() {
    if (!word("BY")) return fail("expected BY after ORDER");
    do {
      OrderItem item;
      const std::size_t first = at();
      // A column's name, alone, is that column.
      if (name_next() && !is_symbol(".", 1) && !is_symbol("(", 1) && !is_symbol("[", 1)) {
        item.column = column(peek().text);
      }
      if (item.column) {
        take();
      } else {
        const std::size_t exprs = query_.exprs.size();
        item.expr = expression();
        item.column = column(written(first));
        if (item.column) {
          query_.exprs.resize(exprs);   // said twice, meant once
        } else if (ok() && (part().aggregates || part().distinct)) {
          fail_at(place_of(first),
                  "after DISTINCT or an aggregate, ORDER BY takes columns of RETURN only");
        }
      }
      if (word("DESC") || word("DESCENDING")) {
        item.descending = true;
      } else if (!word("ASC")) {
        word("ASCENDING");
      }
      part().order.push_back(item);
    } while (ok() && symbol(","));
  }

  std::optional<std::size_t> column(const std::string& name) {
    for (std::size_t c = 0; c < part().items.size(); ++c) {
      if (part().items[c].name == name) return c;
    }
    return std::nullopt;
  }

  std::size_t count() {
    const ExprId id = value();
    if (!ok()) return 0;
    const auto* number = query_.exprs[id].op == Op::kValue
                             ? query_.exprs[id].value.get<std::int64_t>() : nullptr;
    if (number == nullptr || *number < 0) {
      fail_at(query_.exprs[id].place, "expected a whole number, not below 0");
      return 0;
    }
    return std::size_t(*number);
  }

  std::vector<ExprId> aggregates_;
};

}  // namespace

Result<Query> parse(std::string_view text, const Vocabulary& vocabulary,
                    const QueryOptions& options) {
  Result<std::vector<Token>> tokens = lex(text);
  if (!tokens.ok()) return tokens.error();
  return Parser(*std::move(tokens), vocabulary, options).query();
}

}  // namespace dragoman::query_impl
