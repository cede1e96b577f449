// Part of dragoman; see LICENSE.
//
// A query as a tree.  Expressions live in one vector and name each other by index, so a
// tree is cheap to make, has no deep destructor, and an index doubles as its identity.
//
// WITH cuts a query into parts: each matches, asks and projects on its own, and the rows of
// one are what the next starts from.

#ifndef DRAGOMAN_QUERY_AST_H_
#define DRAGOMAN_QUERY_AST_H_

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "dragoman/query.h"
#include "query/fields.h"
#include "query/functions.h"
#include "query/lexer.h"

namespace dragoman::query_impl {

using ExprId = std::uint32_t;

enum class Op : std::uint8_t {
  kValue,        // literal or parameter
  kList,         // [a, b]
  kVariable,     // a, r, p
  kField,        // a.name, r.status of a bound variable
  kProperty,     // operands[0] . name, where only the value tells what it is
  kElement,      // operands[0] [ operands[1] ]
  kCall,         // function(operands)
  kFilter,       // [x IN operands[0] WHERE operands[1] | operands[2]]
  kAll, kAny, kNone, kSingle,   // all(x IN operands[0] WHERE operands[1])
  kNot, kAnd, kOr,
  kEqual, kNotEqual, kLess, kLessEqual, kGreater, kGreaterEqual,
  kIn, kStartsWith, kEndsWith, kContains,
  kIsNull, kIsNotNull,
  kCount, kMin, kMax, kSum, kAvg, kCollect,   // aggregates; kCount without operands is count(*)
};

inline bool is_aggregate(Op op) { return op >= Op::kCount; }

struct Expr {
  Op op = Op::kValue;
  Place place;
  std::vector<ExprId> operands;
  QueryValue value;               // kValue
  std::uint32_t variable = 0;     // kVariable, kField; what kFilter, kAll .. bind
  Field field;                    // kField; as of an edge: kProperty
  std::optional<Field> of_node;   // kProperty: the same name as a field of a node
  Function function{};            // kCall
  bool distinct = false;          // aggregates
  bool mapped = false;            // kFilter: operands.back() makes the element
};

struct NodePattern {
  std::uint32_t variable = 0;     // every node has one, named or not
  std::vector<MentionType> types; // any of them; empty: any node
};

enum class Arrow : std::uint8_t { kRight, kLeft, kBoth };

// How many edges a step takes: *1..3.
struct Hops {
  std::uint32_t least = 1;
  std::uint32_t most = 1;
  static constexpr std::uint32_t kOpen = ~std::uint32_t{0};
};

struct EdgePattern {
  std::uint32_t variable = 0;     // an edge; a list of edges with `hops`
  std::vector<std::string> types; // any of them; empty: all
  Arrow arrow = Arrow::kBoth;
  std::optional<Hops> hops;
  // With hops: {..} is asked of each edge, bound to this variable.
  std::uint32_t each = 0;
  std::vector<ExprId> each_conditions;
};

enum class Search : std::uint8_t { kEvery, kShortest, kAllShortest };

// (nodes[0])-[edges[0]]-(nodes[1])-[edges[1]]-(nodes[2])
struct PathPattern {
  std::vector<NodePattern> nodes;
  std::vector<EdgePattern> edges;
  Search search = Search::kEvery;  // else: one edge, with hops
};

enum class Kind : std::uint8_t {
  kNode, kEdge,
  kEdges,      // of a step with hops
  kPath,       // p = (a)-->(b)
  kValue,      // x IN .., count(*) AS n
};

struct Variable {
  std::string name;               // empty: not named by the user
  Kind kind = Kind::kNode;
  bool per_report = false;        // an edge whose report fields are used
  Place place;
  std::optional<std::uint32_t> origin;   // of an edge that WITH hands on
  std::uint32_t part = 0, path = 0;      // kPath
};

struct ReturnItem {
  ExprId expr = 0;
  std::string name;
  std::uint32_t variable = 0;     // what WITH calls it afterwards
};

struct OrderItem {
  ExprId expr = 0;
  std::optional<std::size_t> column;   // names a column instead
  bool descending = false;
};

// MATCH .. WHERE .. up to WITH or RETURN.
struct Part {
  std::vector<PathPattern> paths;
  std::vector<ExprId> conditions;      // WHERE and {..}; all must hold
  std::vector<ReturnItem> items;
  bool distinct = false;
  bool aggregates = false;
  std::vector<OrderItem> order;
  std::size_t skip = 0;
  std::optional<std::size_t> limit;
};

struct Query {
  std::vector<Expr> exprs;
  std::vector<Variable> variables;
  std::vector<Part> parts;             // at least one; all but the last end in WITH
};

}  // namespace dragoman::query_impl

#endif  // DRAGOMAN_QUERY_AST_H_
