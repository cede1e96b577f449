// Part of dragoman; see LICENSE.
//
// dragoman convert: a graph file or store in, the same graph in another format out.

#include <memory>

#include <CLI/CLI.hpp>

#include "cli/commands.h"
#include "cli/graph_file.h"
#include "cli/graph_output.h"
#include "cli/options.h"
#include "dragoman/analysis.h"

namespace dragoman::cli {
namespace {

struct Options {
  std::string graph;
  GraphOutput output;
  std::string as_of;
};

ExitCode run(const Options& options) {
  if (const ExitCode code = check(options.output); code != kFine) return code;
  Result<RelationGraph> graph = read_graph_file(options.graph);
  if (!graph.ok()) {
    complain_about(graph.error());
    return exit_code(graph.error());
  }
  if (!options.as_of.empty()) *graph = as_of(*graph, *parse_date(options.as_of));
  return write_graph_file(options.output, *graph);
}

}  // namespace

Action add_convert(CLI::App& app) {
  auto options = std::make_shared<Options>();
  CLI::App& command = *app.add_subcommand("convert", "Write a graph or store in another format");
  command.add_option("GRAPH", options->graph, "json, jsonl or graphml written by dragoman, or a store")
      ->required();
  options->output.add_to(command);
  command.add_option("--as-of", options->as_of, "leave out documents published after this day")
      ->check(check_date);
  command.footer(
      "\nexamples:\n"
      "  dragoman convert news.db --out news.gexf\n"
      "  dragoman convert news.json --as-of 2023-09-01 --out then.ttl\n"
      "  dragoman convert news.json --format neo4j --out tables");
  return [options] { return run(*options); };
}

}  // namespace dragoman::cli
