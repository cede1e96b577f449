// Part of dragoman; see LICENSE.
//
// Node-link JSON, as d3 and networkx have it.  Written part by part, one node or edge a
// line: a large graph is never held as JSON values a second time, and diffs are readable.

#include <fmt/format.h>

#include "export/graph_formats.h"
#include "export/graph_json.h"

namespace dragoman {
namespace {

Error at(std::string_view name, std::string_view part, std::size_t index, const Error& error) {
  return Error(error.code(), fmt::format("{}: {}[{}]: {}", name, part, index, error.message()));
}

Json field(const Json& object, const char* name) {
  return object.is_object() && object.contains(name) ? object[name] : Json();
}

}  // namespace

std::string write_node_link(const RelationGraph& graph) {
  std::string out = fmt::format(
      "{{\"directed\":true,\"multigraph\":true,\n\"graph\":{{\"format\":\"dragoman-graph\","
      "\"version\":{},\n\"documents\":[",
      kGraphVersion);
  std::string_view separator = "\n";
  for (const std::string_view id : graph.document_ids()) {
    out += separator;
    out += dump(document_info_json(graph.facts(id)->document));
    separator = ",\n";
  }
  out += "]},\n\"nodes\":[";
  separator = "\n";
  for (NodeIndex n = 0; n < graph.node_count(); ++n) {
    out += separator;
    out += dump(node_json(graph, n));
    separator = ",\n";
  }
  out += "],\n\"links\":[";
  separator = "\n";
  for (EdgeIndex e = 0; e < graph.edge_count(); ++e) {
    out += separator;
    out += dump(edge_json(graph, e));
    separator = ",\n";
  }
  out += "]}\n";
  return out;
}

Result<RelationGraph> read_node_link(std::string_view bytes, std::string_view name) {
  Json json;
  try {
    json = Json::parse(bytes);
  } catch (const Json::exception& error) {
    return Error(ErrorCode::kBadData, fmt::format("{}: not JSON: {}", name, error.what()));
  }
  const Json head = field(json, "graph");
  if (field(head, "format") != "dragoman-graph") {
    return Error(ErrorCode::kBadData,
                 fmt::format("{}: not a graph of dragoman: expected \"graph\": {{\"format\": "
                             "\"dragoman-graph\"}}; make one with dragoman graph FILE --out g.json",
                             name));
  }
  if (field(head, "version") != kGraphVersion) {
    return Error(ErrorCode::kBadData, fmt::format("{}: version {}, expected {}", name,
                                                  dump(field(head, "version")), kGraphVersion));
  }
  FactsBuilder builder;
  std::size_t i = 0;
  for (const Json& document : field(head, "documents")) {
    if (Status s = builder.add_document(document); !s.ok()) return at(name, "documents", i, s.error());
    ++i;
  }
  i = 0;
  for (const Json& node : field(json, "nodes")) {
    if (Status s = builder.add_node(field(node, "id"), field(node, "named_in")); !s.ok()) {
      return at(name, "nodes", i, s.error());
    }
    ++i;
  }
  i = 0;
  for (const Json& link : field(json, "links")) {
    const Status s = builder.add_edge({field(link, "source"), field(link, "target"),
                                       field(link, "type"), field(link, "symmetric"),
                                       field(link, "arguments"), field(link, "reports")});
    if (!s.ok()) return at(name, "links", i, s.error());
    ++i;
  }
  Result<RelationGraph> graph = builder.graph();
  if (graph.ok()) return graph;
  return Error(ErrorCode::kBadData, fmt::format("{}: {}", name, graph.error().message()));
}

}  // namespace dragoman
