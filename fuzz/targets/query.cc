// Part of dragoman; see LICENSE.

#include "dragoman/query.h"

#include <nlohmann/json.hpp>

#include "graph/sample_facts.h"
#include "targets.h"

namespace dragoman::fuzz {

void query(std::string_view input) {
  static const RelationGraph graph = sample_graph();
  static const Schema schema = *Schema::load(DRAGOMAN_SOURCE_DIR "/data/schema/relations.yaml");
  const QueryOptions options{.parameters = {{"s", "planned"}, {"n", 3}, {"l", QueryValue::List{1, "TUR"}}},
                             .most_rows = 2000, .most_work = 300'000, .schema = &schema};
  const Result<QueryResult> result = dragoman::query(graph, input, options);
  if (!result.ok()) {
    check_error(result.error());
    const ErrorCode code = result.error().code();
    check(code == ErrorCode::kBadArgument || code == ErrorCode::kLimit, "a bad query is the caller's");
    return;
  }
  check(result->rows.size() <= options.most_rows, "no more rows than allowed");
  for (const QueryRow& row : result->rows) check(row.size() == result->columns.size(), "a cell a column");
  const std::string json = to_json(*result);
  check(nlohmann::json::accept(json), "a result is JSON", json);
  const Result<QueryResult> again = dragoman::query(graph, input, options);
  check(again.ok() && to_json(*again) == json && to_csv(*again) == to_csv(*result), "the same question has the same answer");
}

}  // namespace dragoman::fuzz
