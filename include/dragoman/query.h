// Part of dragoman; see LICENSE.
//
// Questions to a graph, in a subset of openCypher (docs/query.md).
//
//   auto rows = dragoman::query(graph,
//       "MATCH (a:STATE)-[r:arms_transfer]->(b:STATE) WHERE r.status = $s "
//       "RETURN a, b, r.said_by ORDER BY a LIMIT 10",
//       {.parameters = {{"s", "planned"}}});
//   if (!rows.ok()) return report(rows.error().message());    // "1:18: no relation type ..."
//   for (const QueryRow& row : rows->rows) print(row[0].text(), row[1].text());
//
// Values from outside belong into parameters: they are never read as query text.

#ifndef DRAGOMAN_QUERY_H_
#define DRAGOMAN_QUERY_H_

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "dragoman/api.h"
#include "dragoman/graph.h"
#include "dragoman/result.h"
#include "dragoman/store.h"

namespace dragoman {

// One cell: nothing, a truth value, a number, text, a node, an edge, a list, or a path.
class QueryValue {
 public:
  struct Node { NodeIndex index; std::string id, name; };
  // report: which of the edge's reports is meant; kAllReports where the edge as a whole is.
  static constexpr std::uint32_t kAllReports = ~std::uint32_t{0};
  struct Edge { EdgeIndex index; std::string type; std::uint32_t report = kAllReports; };
  using List = std::vector<QueryValue>;
  // edges[i] leads from nodes[i] to nodes[i + 1], so there is one node more than edges.
  enum class Direction : std::uint8_t { kForward, kBackward, kNone };   // kNone: symmetric
  struct Path {
    std::vector<Node> nodes;
    std::vector<Edge> edges;
    std::vector<Direction> directions;    // of each edge, as walked
  };
  using Any =
      std::variant<std::monostate, bool, std::int64_t, double, std::string, Node, Edge, List, Path>;

  QueryValue() = default;                                    // null
  QueryValue(bool value) : value_(value) {}                  // NOLINT: meant to convert
  QueryValue(int value) : value_(std::int64_t{value}) {}     // NOLINT
  QueryValue(std::int64_t value) : value_(value) {}          // NOLINT
  QueryValue(double value) : value_(value) {}                // NOLINT
  QueryValue(std::string value) : value_(std::move(value)) {}         // NOLINT
  QueryValue(const char* value) : value_(std::string(value)) {}       // NOLINT
  QueryValue(Node value) : value_(std::move(value)) {}       // NOLINT
  QueryValue(Edge value) : value_(std::move(value)) {}       // NOLINT
  QueryValue(List value) : value_(std::move(value)) {}       // NOLINT
  QueryValue(Path value) : value_(std::move(value)) {}       // NOLINT

  const Any& any() const { return value_; }
  bool null() const { return std::holds_alternative<std::monostate>(value_); }
  template <typename T>
  const T* get() const { return std::get_if<T>(&value_); }

  // As a table shows it: a node by name, null as nothing, a list with commas, a path as
  // "Turkey -[arms_transfer]-> Mali -[meet]- Chad".
  std::string text() const;

 private:
  Any value_;
};

using QueryRow = std::vector<QueryValue>;

struct QueryResult {
  std::vector<std::string> columns;
  std::vector<QueryRow> rows;      // in a fixed order, also without ORDER BY
};

struct QueryOptions {
  std::map<std::string, QueryValue, std::less<>> parameters;   // $name
  // More rows than this are kLimit, not a silently shortened answer: say LIMIT.
  std::size_t most_rows = 1'000'000;
  // Steps of matching and evaluating; about 100 million a second.  kLimit beyond, so that
  // no query hangs.
  std::uint64_t most_work = 1'000'000'000;
  // Tells a relation type that the graph merely lacks from one that does not exist.  Null:
  // the shipped schema is looked at where that must be known; without one, any type is taken.
  const Schema* schema = nullptr;
};

// kBadArgument for a query that cannot be read, with line:column, what was expected and a
// suggestion for misspelled names; kLimit for too much work or too many rows.
DRAGOMAN_EXPORT Result<QueryResult> query(const RelationGraph& graph, std::string_view text,
                                          const QueryOptions& options = {});

// The same question to the graph of a store, of which no more is read than the question can reach
// (docs/query.md); also fails as Store::graph() does.  What was read goes to `part`, if given: numbers
// in QueryValue::Node and Edge are of that graph.
DRAGOMAN_EXPORT Result<QueryResult> query(const Store& store, std::string_view text,
                                          const QueryOptions& options = {}, RelationGraph* part = nullptr);

// A result as JSON (a list of objects by column), as CSV (RFC 4180; a cell that a
// spreadsheet would run as a formula is led by an apostrophe).
DRAGOMAN_EXPORT std::string to_json(const QueryResult& result);
DRAGOMAN_EXPORT std::string to_csv(const QueryResult& result);

}  // namespace dragoman

#endif  // DRAGOMAN_QUERY_H_
