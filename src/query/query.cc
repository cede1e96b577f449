// Part of dragoman; see LICENSE.
//
// Parse, match, collect.  Rows come in the order of the graph, which has none of its own
// beyond what things are called, so results are the same every time; ORDER BY sorts stably
// on top.

#include "dragoman/query.h"

#include <set>

#include <fmt/format.h>

#include "pipeline/default_schema.h"
#include "query/collect.h"
#include "query/match.h"
#include "query/parser.h"
#include "query/store_part.h"

namespace dragoman {
namespace {

using namespace query_impl;

// Read once, and only by a query that names what its graph lacks.
const Schema* shipped_schema() {
  static const Result<Schema> schema = default_schema();
  return schema.ok() ? &*schema : nullptr;
}

Vocabulary vocabulary_of(const QueryOptions& options) {
  Vocabulary vocabulary;
  vocabulary.schema = [&options] {
    return options.schema != nullptr ? options.schema : shipped_schema();
  };
  return vocabulary;
}

Vocabulary vocabulary_of(const RelationGraph& graph, const QueryOptions& options) {
  Vocabulary vocabulary = vocabulary_of(options);
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
  return vocabulary;
}

// Runs the parts one after the other: the rows of one bind what the next starts from.
class Run {
 public:
  Run(const RelationGraph& graph, const Query& query, const QueryOptions& options)
      : graph_(graph), query_(query), options_(options), budget_{0, options.most_work},
        evaluator_(graph, query, budget_.work) {}

  Result<QueryResult> all() {
    QueryResult rows;
    rows.rows.emplace_back();   // the first part starts from nothing, once
    for (std::size_t p = 0; p < query_.parts.size(); ++p) {
      Result<QueryResult> next = part(p, rows.rows);
      if (!next.ok()) return next;
      rows = *std::move(next);
    }
    return rows;
  }

 private:
  Result<QueryResult> part(std::size_t number, const std::vector<QueryRow>& starts) {
    const std::vector<ReturnItem> none;
    const std::vector<ReturnItem>& given = number == 0 ? none : query_.parts[number - 1].items;
    std::vector<bool> bound(query_.variables.size(), false);
    for (const ReturnItem& item : given) bound[item.variable] = true;
    const Plan steps = plan(query_, number, bound);
    evaluator_.keep_reports(number + 1 < query_.parts.size());
    Matcher matcher(graph_, query_, steps, evaluator_, budget_);
    Collector collector(query_, query_.parts[number], evaluator_, options_.most_rows);
    for (const QueryRow& start : starts) {
      Bindings bindings(query_.variables.size());
      std::vector<std::vector<Report>> reports(given.size());   // what bindings point at
      bool fits = true;
      for (std::size_t i = 0; i < given.size(); ++i) {
        fits = bind(given[i].variable, start[i], bindings[given[i].variable], reports[i]) && fits;
      }
      if (!fits) continue;
      const bool more = matcher.run(bindings, [&](Bindings& b) { return collector.add(b); });
      if (budget_.spent()) {
        return Error(ErrorCode::kLimit,
                     fmt::format("the query takes more than {} steps; name a type or an id, or add "
                                 "a condition", options_.most_work));
      }
      if (collector.full()) {
        return Error(ErrorCode::kLimit,
                     fmt::format("the answer has more than {} rows; say LIMIT, or count them",
                                 options_.most_rows));
      }
      if (!more) break;
    }
    return collector.result();
  }

  // False for nothing where a node or edge is called for.
  bool bind(std::uint32_t variable, const QueryValue& value, Binding& b,
            std::vector<Report>& reports) const {
    b.bound = true;
    const Variable& v = query_.variables[variable];
    if (v.kind == Kind::kValue) {
      b.value = value;
      return true;
    }
    if (const auto* node = value.get<QueryValue::Node>()) {
      b.index = node->index;
      return true;
    }
    const auto* edge = value.get<QueryValue::Edge>();
    if (edge == nullptr) return false;
    b.index = edge->index;
    if (!v.per_report) return true;
    reports = graph_.reports(edge->index);
    b.report_number = edge->report;
    b.report = &reports[edge->report];
    return true;
  }

  const RelationGraph& graph_;
  const Query& query_;
  const QueryOptions& options_;
  Budget budget_;
  Evaluator evaluator_;
};

}  // namespace

Result<QueryResult> query(const RelationGraph& graph, std::string_view text,
                          const QueryOptions& options) {
  const Vocabulary vocabulary = vocabulary_of(graph, options);
  const Result<Query> parsed = parse(text, vocabulary, options);
  if (!parsed.ok()) return parsed.error();
  return Run(graph, *parsed, options).all();
}

Result<QueryResult> query(const Store& store, std::string_view text, const QueryOptions& options,
                          RelationGraph* part) {
  Result<std::vector<std::string>> types = store.relation_types();
  if (!types.ok()) return types.error();
  Vocabulary vocabulary = vocabulary_of(options);
  vocabulary.relation_types = *std::move(types);
  vocabulary.roles = [&store] {
    Result<std::vector<std::string>> roles = store.roles();
    return roles.ok() ? *std::move(roles) : std::vector<std::string>();
  };
  const Result<Query> parsed = parse(text, vocabulary, options);
  if (!parsed.ok()) return parsed.error();
  const std::optional<StorePart> needed = part_of(*parsed);
  Result<RelationGraph> graph = needed ? store.graph_of(*needed) : store.graph();
  if (!graph.ok()) return graph.error();
  Result<QueryResult> result = Run(*graph, *parsed, options).all();
  if (part != nullptr) *part = *std::move(graph);
  return result;
}

}  // namespace dragoman
