// Part of dragoman; see LICENSE.
//
// A query as a tree.  Expressions live in one vector and name each other by index, so a
// tree is cheap to make, has no deep destructor, and an index doubles as its identity.

#ifndef DRAGOMAN_QUERY_AST_H_
#define DRAGOMAN_QUERY_AST_H_

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "dragoman/query.h"
#include "query/fields.h"
#include "query/lexer.h"

namespace dragoman::query_impl {

using ExprId = std::uint32_t;

enum class Op : std::uint8_t {
  kValue,        // literal or parameter
  kList,         // [a, b]
  kVariable,     // a, r
  kField,        // a.name, r.status
  kNot, kAnd, kOr,
  kEqual, kNotEqual, kLess, kLessEqual, kGreater, kGreaterEqual,
  kIn, kStartsWith, kEndsWith, kContains,
  kIsNull, kIsNotNull,
  kCount, kMin, kMax, kCollect,   // aggregates; kCount without operands is count(*)
};

struct Expr {
  Op op = Op::kValue;
  Place place;
  std::vector<ExprId> operands;
  QueryValue value;               // kValue
  std::uint32_t variable = 0;     // kVariable, kField
  Field field;                    // kField
  bool distinct = false;          // aggregates
};

struct NodePattern {
  std::uint32_t variable = 0;     // every node has one, named or not
  std::vector<MentionType> types; // any of them; empty: any node
};

enum class Arrow : std::uint8_t { kRight, kLeft, kBoth };

struct EdgePattern {
  std::uint32_t variable = 0;
  std::vector<std::string> types; // any of them; empty: all
  Arrow arrow = Arrow::kBoth;
};

// (nodes[0])-[edges[0]]-(nodes[1])-[edges[1]]-(nodes[2])
struct PathPattern {
  std::vector<NodePattern> nodes;
  std::vector<EdgePattern> edges;
};

struct Variable {
  std::string name;               // empty: not named by the user
  bool edge = false;
  bool per_report = false;        // an edge whose report fields are used
  Place place;
};

struct ReturnItem {
  ExprId expr = 0;
  std::string name;
};

struct OrderItem {
  ExprId expr = 0;
  std::optional<std::size_t> column;   // names a column instead
  bool descending = false;
};

struct Query {
  std::vector<Expr> exprs;
  std::vector<Variable> variables;
  std::vector<PathPattern> paths;
  std::vector<ExprId> conditions;      // WHERE and {..}; all must hold
  std::vector<ReturnItem> items;
  bool distinct = false;
  bool aggregates = false;
  std::vector<OrderItem> order;
  std::size_t skip = 0;
  std::optional<std::size_t> limit;
};

}  // namespace dragoman::query_impl

#endif  // DRAGOMAN_QUERY_AST_H_
