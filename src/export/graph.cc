// Part of dragoman; see LICENSE.

#include <fmt/format.h>

#include "dragoman/export.h"
#include "export/graph_formats.h"

namespace dragoman {

std::string_view to_string(GraphFormat format) {
  switch (format) {
    case GraphFormat::kJson: return "json";
    case GraphFormat::kJsonLines: return "jsonl";
    case GraphFormat::kGraphMl: return "graphml";
    case GraphFormat::kDot: return "dot";
    case GraphFormat::kGexf: return "gexf";
    case GraphFormat::kTurtle: return "ttl";
    case GraphFormat::kJsonLd: return "jsonld";
  }
  return "";
}

std::optional<GraphFormat> graph_format(std::string_view name) {
  if (name == "json") return GraphFormat::kJson;
  if (name == "jsonl" || name == "ndjson") return GraphFormat::kJsonLines;
  if (name == "graphml" || name == "xml") return GraphFormat::kGraphMl;
  if (name == "dot" || name == "gv") return GraphFormat::kDot;
  if (name == "gexf") return GraphFormat::kGexf;
  if (name == "ttl" || name == "turtle") return GraphFormat::kTurtle;
  if (name == "jsonld") return GraphFormat::kJsonLd;
  return std::nullopt;
}

std::string write_graph(const RelationGraph& graph, GraphFormat format) {
  switch (format) {
    case GraphFormat::kJson: return write_node_link(graph);
    case GraphFormat::kJsonLines: return write_json_lines(graph);
    case GraphFormat::kGraphMl: return write_graphml(graph);
    case GraphFormat::kDot: return write_dot(graph);
    case GraphFormat::kGexf: return write_gexf(graph);
    case GraphFormat::kTurtle: return write_turtle(graph);
    case GraphFormat::kJsonLd: return write_json_ld(graph);
  }
  return {};
}

Result<RelationGraph> read_graph(std::string_view bytes, GraphFormat format,
                                 std::string_view name) {
  switch (format) {
    case GraphFormat::kJson: return read_node_link(bytes, name);
    case GraphFormat::kJsonLines: return read_json_lines(bytes, name);
    case GraphFormat::kGraphMl: return read_graphml(bytes, name);
    case GraphFormat::kDot:
    case GraphFormat::kGexf:
    case GraphFormat::kTurtle:
    case GraphFormat::kJsonLd: break;
  }
  return Error(ErrorCode::kBadArgument,
               fmt::format("{}: {} is written only; read json, jsonl or graphml", name,
                           to_string(format)));
}

}  // namespace dragoman
