// Part of dragoman; see LICENSE.
//
// dragoman graph: articles in, one relation graph out.

#include <memory>

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include "base/file.h"
#include "cli/commands.h"
#include "cli/options.h"
#include "cli/output.h"
#include "dragoman/export.h"

namespace dragoman::cli {
namespace {

struct Options {
  InputOptions input;
  std::string out = "-";
  std::string format;
  bool fail_if_empty = false;
};

ExitCode write(const std::string& path, const std::string& bytes) {
  if (path == "-") {
    print(bytes);
    return kFine;
  }
  const Status written = write_file(path, bytes);
  if (written.ok()) return kFine;
  complain_about(written.error());
  return exit_code(written.error());
}

std::optional<GraphFormat> format_of(const Options& options) {
  if (!options.format.empty()) return graph_format(options.format);
  if (options.out == "-") return GraphFormat::kJson;
  const std::size_t dot = options.out.rfind('.');
  return dot == std::string::npos ? std::nullopt : graph_format(options.out.substr(dot + 1));
}

ExitCode graph(const Options& options) {
  const auto format = format_of(options);
  if (!format) {
    complain(fmt::format("{}: no format by that ending: expected .json, .jsonl, .graphml or .dot, "
                         "or say --format", options.out));
    return kUsage;
  }
  RelationGraph graph;
  ExitCode code = for_each_document(options.input, [&](const Document& document) {
    if (const Status added = graph.add(document); !added.ok()) complain(added.error().message());
  });
  if (graph.document_ids().empty()) return worst(code, kBadInput);   // said already why
  code = worst(code, write(options.out, write_graph(graph, *format)));
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
  command.add_option("-o,--out", options->out, "file to write; its ending names the format")
      ->capture_default_str();
  command.add_option("--format", options->format, "json, jsonl, graphml or dot")
      ->check([](const std::string& name) {
        return graph_format(name) ? std::string()
                                  : fmt::format("no format \"{}\": expected json, jsonl, graphml "
                                                "or dot", name);
      });
  command.add_flag("--fail-if-empty", options->fail_if_empty, "exit 1 if no relation was found");
  command.footer(
      "\nexamples:\n"
      "  dragoman graph news/*.txt --out news.json\n"
      "  dragoman graph article.txt --date 2023-09-05 --out article.graphml\n"
      "  dragoman graph article.txt --format dot | dot -Tsvg > article.svg");
  return [options] { return graph(*options); };
}

}  // namespace dragoman::cli
