// Part of dragoman; see LICENSE.
//
//   path  = [name "="] (steps | ("shortestPath"|"allShortestPaths") "(" node edge node ")")
//   steps = node {edge node}
//   node  = "(" [name] [":" type {"|" type}] ["{" name ":" value ... "}"] ")"
//   edge  = ["<"] "-" ["[" [name] [":" type {"|" type}] [hops] ["{" ... "}"] "]"] "-" [">"]
//   hops  = "*" [n] [".." [n]]

#include "query/parse_pattern.h"

#include <algorithm>

#include <fmt/format.h>

namespace dragoman::query_impl {

std::uint32_t PatternParser::variable(const std::optional<Token>& name, Kind kind) {
  if (!name) return new_variable({}, kind, peek().place);
  const auto found = variables_.find(name->text);
  if (found == variables_.end()) return new_variable(name->text, kind, name->place);
  if (kind != Kind::kNode || query_.variables[found->second].kind != Kind::kNode) {
    fail_at(name->place, fmt::format("\"{}\" is bound already; only a node can be named again, as a "
                                     "node", name->text));
  }
  return found->second;
}

void PatternParser::path() {
  std::optional<Token> name;
  if (name_next() && is_symbol("=", 1)) {
    name = take();
    take();
    if (variables_.contains(name->text)) return fail_at(name->place, fmt::format("\"{}\" is bound already", name->text));
  }
  PathPattern path = is_word("SHORTESTPATH")      ? search(Search::kShortest)
                     : is_word("ALLSHORTESTPATHS") ? search(Search::kAllShortest)
                                                   : steps();
  if (name && ok()) {
    const std::uint32_t number = new_variable(name->text, Kind::kPath, name->place);
    query_.variables[number].part = std::uint32_t(query_.parts.size() - 1);
    query_.variables[number].path = std::uint32_t(part().paths.size());
  }
  part().paths.push_back(std::move(path));
}

PathPattern PatternParser::steps() {
  PathPattern path;
  path.nodes.push_back(node());
  while (ok() && (is_symbol("-") || is_symbol("<"))) {
    path.edges.push_back(edge());
    if (ok()) path.nodes.push_back(node());
  }
  return path;
}

PathPattern PatternParser::search(Search kind) {
  const Token name = take();
  expect("(");
  PathPattern path = steps();
  expect(")");
  if (!ok()) return path;
  if (path.edges.size() != 1 || !path.edges[0].hops) {
    fail_at(name.place, fmt::format("{0} takes one step of variable length: {0}((a)-[*..4]-(b))",
                                    name.text));
  } else if (path.edges[0].hops->least > 1) {
    fail_at(name.place, fmt::format("{} takes *, *..n, *0..n or *1..n: a shortest path has no least "
                                    "length", name.text));
  }
  path.search = kind;
  return path;
}

NodePattern PatternParser::node() {
  NodePattern out;
  expect("(");
  if (!ok()) return out;
  const std::optional<Token> name = name_next() ? std::optional(take()) : std::nullopt;
  out.variable = variable(name, Kind::kNode);
  if (symbol(":")) {
    do {
      const Token token = take();
      if (const auto type = mention_type(token.text)) {
        out.types.push_back(*type);
        continue;
      }
      fail_at(token.place, fmt::format("no node type {}{}", describe(token),
                                       suggestion(token.text, mention_type_names())));
    } while (ok() && symbol("|"));
  }
  if (is_symbol("{")) {
    for (const ExprId condition : properties(out.variable)) part().conditions.push_back(condition);
  }
  expect(")");
  return out;
}

EdgePattern PatternParser::edge() {
  EdgePattern out;
  const bool left = symbol("<");
  expect("-");
  if (symbol("[")) {
    const std::optional<Token> name = name_next() ? std::optional(take()) : std::nullopt;
    if (symbol(":")) {
      do {
        symbol(":");   // r:visit|:meet is the older way to write it
        out.types.push_back(relation_type());
      } while (ok() && symbol("|"));
    }
    if (ok() && is_symbol("*")) out.hops = hops();
    out.variable = variable(name, out.hops ? Kind::kEdges : Kind::kEdge);
    if (out.hops) out.each = new_variable({}, Kind::kEdge, peek().place);
    if (ok() && is_symbol("{")) {
      const std::vector<ExprId> conditions = properties(out.hops ? out.each : out.variable);
      auto& where = out.hops ? out.each_conditions : part().conditions;
      where.insert(where.end(), conditions.begin(), conditions.end());
    }
    expect("]");
  } else {
    out.variable = variable(std::nullopt, Kind::kEdge);
  }
  expect("-");
  const bool right = symbol(">");
  out.arrow = left == right ? Arrow::kBoth : left ? Arrow::kLeft : Arrow::kRight;
  return out;
}

Hops PatternParser::hops() {
  const Place place = take().place;   // "*"
  Hops hops{1, Hops::kOpen};
  const auto number = [&]() -> std::uint32_t {
    const Token token = take();
    if (token.integer > 1'000'000) fail_at(token.place, "expected at most 1000000 steps");
    return std::uint32_t(token.integer);
  };
  if (peek().kind == TokenKind::kInteger) {
    hops.least = number();
    if (!is_symbol("..")) hops.most = hops.least;
  }
  if (symbol("..")) {
    if (peek().kind == TokenKind::kInteger) {
      hops.most = number();
    }
  }
  if (ok() && hops.most < hops.least) {
    fail_at(place, fmt::format("*{}..{} fits no path: the first number is the least, the second the "
                               "most", hops.least, hops.most));
  }
  return hops;
}

std::string PatternParser::relation_type() {
  const Token token = take();
  if (!vocabulary_.has_type(token.text)) {
    fail_at(token.place, fmt::format("no relation type {}{}", describe(token),
                                     suggestion(token.text, vocabulary_.all_types())));
  }
  return token.text;
}

// {id: 'PRK', state: $s}: each is a condition of its own.
std::vector<ExprId> PatternParser::properties(std::uint32_t variable) {
  std::vector<ExprId> conditions;
  expect("{");
  if (symbol("}")) return conditions;
  do {
    if (!name_next()) {
      fail("expected a field");
      return conditions;
    }
    const Token name = take();
    expect(":");
    const ExprId left = field(variable, name);
    const ExprId right = value();
    conditions.push_back(make(Op::kEqual, name.place, {left, right}));
  } while (ok() && symbol(","));
  expect("}");
  return conditions;
}

}  // namespace dragoman::query_impl
