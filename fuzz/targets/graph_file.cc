// Part of dragoman; see LICENSE.

#include "dragoman/export.h"
#include "targets.h"

namespace dragoman::fuzz {

void graph_file(std::string_view input) {
  for (const GraphFormat format : {GraphFormat::kJson, GraphFormat::kJsonLines, GraphFormat::kGraphMl}) {
    const Result<RelationGraph> graph = read_graph(input, format, "g");
    if (!graph.ok()) {
      check_error(graph.error());
      check(graph.error().message().starts_with("g"), "an error says where", graph.error().message());
      continue;
    }
    for (const GraphFormat other : {GraphFormat::kJson, GraphFormat::kJsonLines, GraphFormat::kGraphMl}) {
      const std::string bytes = write_graph(*graph, other);
      const Result<RelationGraph> again = read_graph(bytes, other);
      check(again.ok(), "what was written can be read", again.ok() ? "" : again.error().message());
      check(write_graph(*again, other) == bytes, "and writes the same bytes", to_string(other));
    }
    for (const GraphFormat other : {GraphFormat::kDot, GraphFormat::kGexf, GraphFormat::kTurtle, GraphFormat::kJsonLd}) {
      check(!write_graph(*graph, other).empty(), "every graph can be written");
    }
    write_neo4j(*graph);
  }
}

}  // namespace dragoman::fuzz
