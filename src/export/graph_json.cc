// Part of dragoman; see LICENSE.
//
// A graph's parts as JSON.  Besides what a reader wants to see, a node says what each
// document calls it, so that a graph read back can still take documents out again.

#include "export/graph_json.h"

#include <optional>

#include "graph/impl.h"

namespace dragoman {
namespace {

Json or_null(std::string_view text) { return text.empty() ? Json() : Json(text); }

}  // namespace

std::string dump(const Json& json, bool ascii) {
  return json.dump(-1, ' ', ascii, Json::error_handler_t::replace);
}

Json document_info_json(const DocumentInfo& info) {
  return {{"id", info.id},
          {"date", info.date ? Json(to_string(*info.date)) : Json()},
          {"outlet", info.outlet},
          {"url", info.url}};
}

Json node_names_json(const RelationGraph& graph, NodeIndex node) {
  const Frozen& frozen = graph.impl().frozen();
  const Tables& tables = graph.impl().tables;
  Json out = Json::array();
  for (std::uint32_t i = frozen.name_begins[node]; i < frozen.name_begins[node + 1]; ++i) {
    const AliasRow& row = tables.names[frozen.name_rows[i]];
    out.push_back({{"document", tables.documents[row.document]},
                   {"type", to_string(row.type)},
                   {"name", tables.texts[row.name]},
                   {"aliases", unpack(tables.texts[row.aliases])},
                   {"state", or_null(tables.texts[row.state])}});
  }
  return out;
}

Json arguments_json(const RelationGraph& graph, EdgeIndex edge) {
  Json out = Json::array();
  for (const GraphArgument& a : graph.arguments(edge)) {
    out.push_back({{"role", a.role}, {a.entity ? "entity" : "value", a.filler}});
  }
  return out;
}

Json reports_json(const RelationGraph& graph, EdgeIndex edge) {
  Json out = Json::array();
  const Happenings& happenings = graph.happenings();
  const std::vector<Report> reports = graph.reports(edge);
  for (std::uint32_t i = 0; i < reports.size(); ++i) {
    const Report& r = reports[i];
    Json json;
    json["happening"] = happenings.of(edge, i);   // the same number, the same happening; not read back
    json["document"] = r.document;
    json["status"] = to_string(r.status);
    json["polarity"] = to_string(r.polarity);
    json["said_by"] = or_null(r.said_by);
    json["said_by_entity"] = r.said_by_entity;
    json["hearsay"] = r.hearsay;
    json["when"] = Json();
    if (r.when) {
      json["when"] = {{"text", to_string(*r.when)},
                      {"from", to_string(from_days(r.when->from))},
                      {"to", to_string(from_days(r.when->to))},
                      {"open_start", r.when->open_start},
                      {"open_end", r.when->open_end},
                      {"precision", to_string(r.when->precision)}};
    }
    json["where"] = or_null(r.where);
    json["where_entity"] = r.where_entity;
    json["evidence"] = {{"start", r.evidence_span.start}, {"end", r.evidence_span.end},
                        {"text", r.evidence}};
    json["trigger"] = {{"start", r.trigger.start}, {"end", r.trigger.end}};
    json["because"] = r.because;
    out.push_back(std::move(json));
  }
  return out;
}

Json node_json(const RelationGraph& graph, NodeIndex index) {
  const GraphNode node = graph.node(index);
  Json out;
  out["id"] = node.id;
  out["type"] = node.blank ? Json() : Json(to_string(node.type));
  out["name"] = node.name;
  out["aliases"] = graph.aliases(index);
  out["state"] = or_null(node.state);
  out["blank"] = node.blank;
  out["named_in"] = node_names_json(graph, index);
  return out;
}

Json edge_json(const RelationGraph& graph, EdgeIndex index) {
  const GraphEdge edge = graph.edge(index);
  Json out;
  out["source"] = graph.node(edge.source).id;
  out["target"] = graph.node(edge.target).id;
  out["key"] = index;     // tells parallel edges apart; networkx wants it
  out["type"] = edge.type;
  out["symmetric"] = edge.symmetric;
  out["arguments"] = arguments_json(graph, index);
  out["reports"] = reports_json(graph, index);
  return out;
}

}  // namespace dragoman
