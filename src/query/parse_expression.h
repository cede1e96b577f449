// Part of dragoman; see LICENSE.

#ifndef DRAGOMAN_QUERY_PARSE_EXPRESSION_H_
#define DRAGOMAN_QUERY_PARSE_EXPRESSION_H_

#include "query/parse_state.h"

namespace dragoman::query_impl {

class ExpressionParser : public ParseState {
 protected:
  using ParseState::ParseState;

  ExprId expression();
  ExprId value();                                            // without AND, OR, comparison
  ExprId field(std::uint32_t variable, const Token& name);   // a.name

 private:
  ExprId conjunction();
  ExprId negation();
  ExprId comparison();
  ExprId postfix(ExprId of);
  ExprId property(ExprId of, const Token& name);
  ExprId literal(Place place, QueryValue value);
  ExprId negative();
  ExprId list();
  ExprId parameter();
  ExprId named();
  ExprId call(const Token& name);
  ExprId aggregate(const Token& name, Op op);
  ExprId quantified(const Token& name, Op op);
  ExprId comprehension(Place place);
  // Binds the name of "x IN list" while `inside` is read.
  template <typename Inside>
  void with_local(const Token& name, ExprId holder, Inside inside);
  void check_periods(const Expr& call);
};

}  // namespace dragoman::query_impl

#endif  // DRAGOMAN_QUERY_PARSE_EXPRESSION_H_
