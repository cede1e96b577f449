// Part of dragoman; see LICENSE.
//
// JSON Lines: the objects of node-link JSON, one a line, each with its "kind".  Documents
// stand first, then nodes, then edges, so a reader can stream it.

#include <fmt/format.h>

#include "export/graph_formats.h"
#include "export/graph_json.h"

namespace dragoman {
namespace {

std::string line(std::string_view kind, const Json& json) {
  Json out;
  out["kind"] = kind;
  out.update(json);
  return dump(out) + "\n";
}

Json field(const Json& object, const char* name) {
  return object.contains(name) ? object[name] : Json();
}

Status add(FactsBuilder& builder, const Json& json) {
  const Json kind = json.is_object() ? field(json, "kind") : Json();
  if (kind == "document") return builder.add_document(json);
  if (kind == "node") return builder.add_node(field(json, "id"), field(json, "named_in"));
  if (kind == "edge") {
    return builder.add_edge({field(json, "source"), field(json, "target"), field(json, "type"),
                             field(json, "symmetric"), field(json, "arguments"),
                             field(json, "reports")});
  }
  return Error(ErrorCode::kBadData,
               "expected an object with \"kind\": \"document\", \"node\" or \"edge\"");
}

}  // namespace

std::string write_json_lines(const RelationGraph& graph) {
  std::string out;
  for (const std::string_view id : graph.document_ids()) {
    out += line("document", document_info_json(graph.facts(id)->document));
  }
  for (NodeIndex n = 0; n < graph.node_count(); ++n) out += line("node", node_json(graph, n));
  for (EdgeIndex e = 0; e < graph.edge_count(); ++e) out += line("edge", edge_json(graph, e));
  return out;
}

Result<RelationGraph> read_json_lines(std::string_view bytes, std::string_view name) {
  FactsBuilder builder;
  std::size_t number = 0;
  while (!bytes.empty()) {
    ++number;
    const std::string_view text = bytes.substr(0, bytes.find('\n'));
    bytes.remove_prefix(std::min(bytes.size(), text.size() + 1));
    if (text.find_first_not_of(" \t\r") == std::string_view::npos) continue;
    const auto fail = [&](const std::string& what) {
      return Error(ErrorCode::kBadData, fmt::format("{}:{}: {}", name, number, what));
    };
    try {
      if (Status s = add(builder, Json::parse(text)); !s.ok()) return fail(s.error().message());
    } catch (const Json::exception& error) {
      return fail(fmt::format("not JSON: {}", error.what()));
    }
  }
  Result<RelationGraph> graph = builder.graph();
  if (graph.ok()) return graph;
  return Error(ErrorCode::kBadData, fmt::format("{}: {}", name, graph.error().message()));
}

}  // namespace dragoman
