// Part of dragoman; see LICENSE.
//
// dragoman graph: articles in, one relation graph out.

#include <memory>

#include <CLI/CLI.hpp>

#include "cli/commands.h"
#include "cli/graph_output.h"
#include "cli/options.h"
#include "cli/output.h"

namespace dragoman::cli {
namespace {

struct Options {
  InputOptions input;
  GraphOutput output;
  bool fail_if_empty = false;
};

ExitCode graph(const Options& options) {
  if (const ExitCode code = check(options.output); code != kFine) return code;
  RelationGraph graph;
  ExitCode refused = kFine;
  ExitCode code = for_each_document(options.input, [&](const Document& document) {
    const Status added = graph.add(document);
    if (added.ok()) return;
    complain_about(added.error());
    refused = kBadInput;
  });
  code = worst(code, refused);
  if (graph.document_ids().empty()) return worst(code, kBadInput);   // said already why
  code = worst(code, write_graph_file(options.output, graph));
  if (code == kFine && options.fail_if_empty && graph.edge_count() == 0) {
    complain("no relation found");
    return kNothingFound;
  }
  return code;
}

}  // namespace

Action add_graph(CLI::App& app) {
  auto options = std::make_shared<Options>();
  CLI::App& command = *app.add_subcommand("graph", "Write the relation graph of articles");
  options->input.add_to(command);
  options->input.add_strict_to(command);
  options->output.add_to(command);
  command.add_flag("--fail-if-empty", options->fail_if_empty, "exit 1 if no relation was found");
  command.footer(
      "\nexamples:\n"
      "  dragoman graph news/*.txt --out news.json\n"
      "  dragoman graph article.txt --date 2023-09-05 --out article.graphml\n"
      "  dragoman graph news/*.txt --format neo4j --out tables\n"
      "  dragoman graph article.txt --format dot | dot -Tsvg > article.svg");
  return [options] { return graph(*options); };
}

}  // namespace dragoman::cli
