// Part of dragoman; see LICENSE.

#include "cli/graph_output.h"

#include <filesystem>
#include <optional>

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include "base/file.h"
#include "cli/options.h"
#include "cli/output.h"
#include "dragoman/export.h"

namespace dragoman::cli {
namespace {

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

std::optional<GraphFormat> format_of(const GraphOutput& output) {
  if (!output.format.empty()) return graph_format(output.format);
  if (output.out == "-") return GraphFormat::kJson;
  const std::size_t dot = output.out.rfind('.');
  return dot == std::string::npos ? std::nullopt : graph_format(output.out.substr(dot + 1));
}

// Neo4j's tables are several files: they go into a folder.
ExitCode write_tables(const std::string& folder, const RelationGraph& graph) {
  std::error_code error;
  std::filesystem::create_directories(folder, error);
  if (error) {
    complain(fmt::format("{}: the folder cannot be made: {}", folder, error.message()));
    return kUnreadable;
  }
  ExitCode code = kFine;
  for (const ExportFile& file : write_neo4j(graph)) {
    code = worst(code, write((std::filesystem::path(folder) / file.name).string(), file.bytes));
  }
  return code;
}

}  // namespace

void GraphOutput::add_to(CLI::App& command) {
  command.add_option("-o,--out", out, "file to write; its ending names the format (neo4j: a folder)")
      ->capture_default_str();
  command.add_option("--format", format, "json, jsonl, graphml, gexf, dot, ttl, jsonld or neo4j")
      ->check([](const std::string& name) {
        return graph_format(name) || name == "neo4j"
                   ? std::string()
                   : fmt::format("no format \"{}\": expected json, jsonl, graphml, gexf, dot, ttl, "
                                 "jsonld or neo4j", name);
      });
}

ExitCode check(const GraphOutput& output) {
  if (output.format == "neo4j") {
    if (output.out != "-") return kFine;
    complain("--format neo4j writes several files: name a folder with --out");
    return kUsage;
  }
  if (format_of(output)) return kFine;
  complain(fmt::format("{}: no format by that ending: expected .json, .jsonl, .graphml, .gexf, .dot, "
                       ".ttl or .jsonld, or say --format", output.out));
  return kUsage;
}

ExitCode write_graph_file(const GraphOutput& output, const RelationGraph& graph) {
  if (output.format == "neo4j") return write_tables(output.out, graph);
  return write(output.out, write_graph(graph, *format_of(output)));
}

}  // namespace dragoman::cli
