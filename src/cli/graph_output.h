// Part of dragoman; see LICENSE.
//
// Writes a graph where the user wants it.

#ifndef DRAGOMAN_CLI_GRAPH_OUTPUT_H_
#define DRAGOMAN_CLI_GRAPH_OUTPUT_H_

#include <string>

#include "cli/exit_code.h"
#include "dragoman/graph.h"

namespace CLI {
class App;
}

namespace dragoman::cli {

// Where a graph goes, and in which format.
struct GraphOutput {
  std::string out = "-";
  std::string format;

  void add_to(CLI::App& command);   // --out, --format
};
// kUsage, and says so, where the format cannot be told or needs a folder.
ExitCode check(const GraphOutput& output);
ExitCode write_graph_file(const GraphOutput& output, const RelationGraph& graph);

}  // namespace dragoman::cli

#endif  // DRAGOMAN_CLI_GRAPH_OUTPUT_H_
