// Part of dragoman; see LICENSE.
//
// Dependency trees: each word of a sentence gets a head and a relation of Universal Dependencies.
//
//   Result<Parser> parser = Parser::load("data/models/parse.model");
//   std::vector<ParsedArc> arcs;
//   parser->parse(tokens.of(sentence), tags, arcs);     // tags: PosTagger::tag
//   arcs[2].head;                                       // index of a token, or kRootHead
//   parser->relation(arcs[2].relation);                 // "nsubj"
//
// Greedy and projective (parse_state.h): two actions a word, each scored once; the relation is
// scored only when an arc is made.  Immutable once loaded.

#ifndef DRAGOMAN_SYNTAX_PARSER_H_
#define DRAGOMAN_SYNTAX_PARSER_H_

#include <filesystem>
#include <span>
#include <string>
#include <vector>

#include "base/weight_table.h"
#include "dragoman/token.h"
#include "syntax/parse_state.h"

namespace dragoman {

inline constexpr std::uint32_t kRootHead = ~std::uint32_t{0};

struct ParsedArc {
  std::uint32_t head = kRootHead;   // token of the sentence
  std::uint8_t relation = 0;
  friend bool operator==(const ParsedArc&, const ParsedArc&) = default;
};

class Parser {
 public:
  static constexpr std::uint32_t kMostRelations = 62;

  Parser(WeightTable actions, WeightTable relations, std::vector<std::string> names);

  // kNotFound if there is no such file, kBadData if it is no such model.
  static Result<Parser> load(const std::filesystem::path& file);
  static Result<Parser> read(ModelReader& in);
  void write(ModelWriter& out) const;

  // One arc a token; exactly one token has the root as its head.  tags: one a token.
  void parse(std::span<const Token> tokens, std::span<const std::uint8_t> tags,
             std::vector<ParsedArc>& arcs) const;

  const std::string& relation(std::uint8_t number) const { return names_[number]; }
  const std::vector<std::string>& relations() const { return names_; }

 private:
  WeightTable actions_, relations_;
  std::vector<std::string> names_;
};

}  // namespace dragoman

#endif  // DRAGOMAN_SYNTAX_PARSER_H_
