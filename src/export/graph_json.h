// Part of dragoman; see LICENSE.
//
// The parts of a graph as JSON, shared by node-link JSON, JSON Lines and GraphML.

#ifndef DRAGOMAN_EXPORT_GRAPH_JSON_H_
#define DRAGOMAN_EXPORT_GRAPH_JSON_H_

#include <map>
#include <string>
#include <string_view>

#include <nlohmann/json.hpp>

#include "dragoman/graph.h"

namespace dragoman {

using Json = nlohmann::ordered_json;

inline constexpr int kGraphVersion = 1;

Json document_info_json(const DocumentInfo& info);
// What each document calls a node: [{"document", "type", "name", "aliases", "state"}].
Json node_names_json(const RelationGraph& graph, NodeIndex node);
Json arguments_json(const RelationGraph& graph, EdgeIndex edge);
Json reports_json(const RelationGraph& graph, EdgeIndex edge);

Json node_json(const RelationGraph& graph, NodeIndex node);
Json edge_json(const RelationGraph& graph, EdgeIndex edge);

std::string dump(const Json& json, bool ascii = false);

// The other way: parts come in any order, documents() gives them sorted back into what
// each document said.  Each call that fails says what was expected, without a place.
class FactsBuilder {
 public:
  Status add_document(const Json& json);
  // names: as node_names_json(); nothing for a blank node.
  Status add_node(const Json& id, const Json& names);
  struct Edge {
    Json source, target, type, symmetric, arguments, reports;
  };
  Status add_edge(const Edge& edge);
  Result<RelationGraph> graph() const;

 private:
  Result<DocumentFacts*> document(const Json& id);
  std::map<std::string, DocumentFacts, std::less<>> facts_;
};

}  // namespace dragoman

#endif  // DRAGOMAN_EXPORT_GRAPH_JSON_H_
