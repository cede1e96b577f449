// Part of dragoman; see LICENSE.
//
// Parse, match, collect.  Rows come in the order of the graph, which has none of its own
// beyond what things are called, so results are the same every time; ORDER BY sorts stably
// on top.

#include "dragoman/query.h"

#include <set>

#include <fmt/format.h>

#include "base/paths.h"
#include "query/collect.h"
#include "query/match.h"
#include "query/parser.h"

namespace dragoman {
namespace {

using namespace query_impl;

// Read once, and only by a query that names what its graph lacks.
const Schema* shipped_schema() {
  static const Result<Schema> schema =
      Schema::load(default_data_dir() / "schema" / "relations.yaml");
  return schema.ok() ? &*schema : nullptr;
}

Vocabulary vocabulary_of(const RelationGraph& graph, const QueryOptions& options) {
  Vocabulary vocabulary;
  for (const std::string_view type : graph.relation_types()) {
    vocabulary.relation_types.emplace_back(type);
  }
  vocabulary.roles = [&graph] {
    std::set<std::string> roles;
    for (EdgeIndex e = 0; e < graph.edge_count(); ++e) {
      for (const GraphArgument& a : graph.arguments(e)) roles.insert(a.role);
    }
    return std::vector<std::string>(roles.begin(), roles.end());
  };
  vocabulary.schema = [&options] {
    return options.schema != nullptr ? options.schema : shipped_schema();
  };
  return vocabulary;
}

}  // namespace

Result<QueryResult> query(const RelationGraph& graph, std::string_view text,
                          const QueryOptions& options) {
  const Vocabulary vocabulary = vocabulary_of(graph, options);
  const Result<Query> parsed = parse(text, vocabulary, options);
  if (!parsed.ok()) return parsed.error();
  std::uint64_t work = 0;
  const Evaluator evaluator(graph, *parsed, work);
  Collector collector(*parsed, evaluator, options.most_rows);
  const bool finished =
      match(graph, *parsed, evaluator, work, options.most_work,
            [&](const std::vector<Binding>& bindings) { return collector.add(bindings); });
  if (!finished) {
    return Error(ErrorCode::kLimit,
                 fmt::format("the query takes more than {} steps; name a type or an id, or add a "
                             "condition", options.most_work));
  }
  if (collector.full()) {
    return Error(ErrorCode::kLimit, fmt::format("the answer has more than {} rows; say LIMIT, or "
                                                "count them", options.most_rows));
  }
  return collector.result();
}

}  // namespace dragoman
