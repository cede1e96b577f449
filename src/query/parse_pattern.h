// Part of dragoman; see LICENSE.

#ifndef DRAGOMAN_QUERY_PARSE_PATTERN_H_
#define DRAGOMAN_QUERY_PARSE_PATTERN_H_

#include "query/parse_expression.h"

namespace dragoman::query_impl {

class PatternParser : public ExpressionParser {
 protected:
  using ExpressionParser::ExpressionParser;

  void path();   // appends to the last part's paths

 private:
  PathPattern steps();
  PathPattern search(Search kind);
  NodePattern node();
  EdgePattern edge();
  Hops hops();
  std::uint32_t variable(const std::optional<Token>& name, Kind kind);
  std::string relation_type();
  std::vector<ExprId> properties(std::uint32_t variable);
};

}  // namespace dragoman::query_impl

#endif  // DRAGOMAN_QUERY_PARSE_PATTERN_H_
