// Part of dragoman; see LICENSE.
//
// dragoman query: a graph file and a pattern in, rows out.

#include <charconv>
#include <memory>
#include <optional>
#include <utility>

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include "cli/commands.h"
#include "cli/graph_file.h"
#include "cli/options.h"
#include "cli/output.h"
#include "cli/rows.h"
#include "dragoman/analysis.h"
#include "dragoman/query.h"
#include "dragoman/store.h"

namespace dragoman::cli {
namespace {

struct Options {
  std::string graph;
  std::string text;
  std::vector<std::string> parameters;
  std::string format = "table";
  std::size_t most_rows = 100'000;
  std::string as_of;
  bool fail_if_empty = false;
};

// k=v: a whole number, true, false or null as such, all else as text; k='3' is text too.
QueryValue parameter_value(const std::string& word) {
  if (word == "true") return true;
  if (word == "false") return false;
  if (word == "null") return {};
  if (word.size() >= 2 && word.front() == '\'' && word.back() == '\'') {
    return word.substr(1, word.size() - 2);
  }
  std::int64_t number = 0;
  const auto [end, error] = std::from_chars(word.data(), word.data() + word.size(), number);
  if (error == std::errc() && end == word.data() + word.size()) return number;
  return word;
}

ExitCode refuse(const Error& error) {
  complain_about(error);
  return exit_code(error);
}

ExitCode run(const Options& options) {
  QueryOptions query_options;
  query_options.most_rows = options.most_rows;
  for (const std::string& pair : options.parameters) {
    const std::size_t equals = pair.find('=');
    if (equals == std::string::npos || equals == 0) {
      complain(fmt::format("--param \"{}\": expected name=value", pair));
      return kUsage;
    }
    query_options.parameters[pair.substr(0, equals)] = parameter_value(pair.substr(equals + 1));
  }
  std::optional<Store> store;
  RelationGraph graph;
  if (options.as_of.empty() && Store::looks_like_one(options.graph)) {
    Result<Store> opened = Store::open(options.graph, {.mode = StoreMode::kRead});
    if (!opened.ok()) return refuse(opened.error());
    store = *std::move(opened);
  } else {
    Result<RelationGraph> read = read_graph_file(options.graph);
    if (!read.ok()) return refuse(read.error());
    graph = options.as_of.empty() ? *std::move(read) : as_of(*read, *parse_date(options.as_of));
  }
  const Result<QueryResult> result =
      store ? query(*store, options.text, query_options) : query(graph, options.text, query_options);
  if (!result.ok()) {
    if (result.error().code() != ErrorCode::kBadArgument && result.error().code() != ErrorCode::kLimit) {
      return refuse(result.error());   // of the store
    }
    complain("query:" + result.error().message());
    return exit_code(result.error());
  }
  print_rows(*result, options.format);
  if (options.fail_if_empty && result->rows.empty()) {
    complain("no row found");
    return kNothingFound;
  }
  return kFine;
}

}  // namespace

Action add_query(CLI::App& app) {
  auto options = std::make_shared<Options>();
  CLI::App& command = *app.add_subcommand("query", "Ask a graph with a pattern (docs/query.md)");
  command.add_option("GRAPH", options->graph, "a store, or a file written by dragoman graph: json, jsonl, graphml")
      ->required();
  command.add_option("QUERY", options->text, "MATCH ... WHERE ... RETURN ...")->required();
  command.add_option("--param", options->parameters, "name=value for $name; may be given repeatedly")
      ->allow_extra_args(false);
  add_row_format(command, options->format);
  command.add_option("--max-rows", options->most_rows, "more rows than this are an error")
      ->capture_default_str();
  command.add_option("--as-of", options->as_of, "ask what was published by this day, YYYY-MM-DD")
      ->check(check_date);
  command.add_flag("--fail-if-empty", options->fail_if_empty, "exit 1 if there is no row");
  command.footer(
      "\nexamples:\n"
      "  dragoman query news.json 'MATCH (a:STATE)-[r:arms_transfer]->(b:STATE)\n"
      "                            RETURN a, b, r.status, r.said_by'\n"
      "  dragoman query news.json 'MATCH (a {id: $who})-[r]->(b) RETURN r.type, b' --param who=PRK\n"
      "  dragoman query news.json 'MATCH (a)-[r:visit|meet]-(b) RETURN a, count(*) AS n\n"
      "                            ORDER BY n DESC LIMIT 10' --format csv");
  return [options] { return run(*options); };
}

}  // namespace dragoman::cli
