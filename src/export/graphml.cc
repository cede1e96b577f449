// Part of dragoman; see LICENSE.
//
// GraphML.  Gephi, networkx and igraph read scalar fields only, so an edge's reports are
// summed up in plain ones; the *_json fields beside them hold everything, in ASCII, and are
// what read_graphml() goes by.

#include <fmt/format.h>

#include "export/graph_formats.h"
#include "export/graph_json.h"
#include "export/graphml_keys.h"
#include "export/summary.h"
#include "export/xml.h"

namespace dragoman {
namespace {

class Xml {
 public:
  void data(const char* key, std::string_view value) {
    if (value.empty()) return;
    out_ += fmt::format("<data key=\"{}\">{}</data>", key, xml_escape(value));
  }
  void flag(const char* key, bool value) { data(key, value ? "true" : "false"); }
  void raw(std::string_view text) { out_ += text; }
  std::string& str() { return out_; }

 private:
  std::string out_;
};

void write_node(const RelationGraph& graph, NodeIndex index, Xml& xml) {
  const GraphNode node = graph.node(index);
  xml.raw(fmt::format("<node id=\"{}\">", xml_escape(node.id)));
  xml.data("n_label", node.name);
  if (!node.blank) xml.data("n_type", to_string(node.type));
  std::string aliases;
  for (const std::string_view alias : graph.aliases(index)) {
    if (!aliases.empty()) aliases += "; ";
    aliases += alias;
  }
  xml.data("n_aliases", aliases);
  xml.data("n_state", node.state);
  xml.flag("n_blank", node.blank);
  xml.data("n_named_in", dump(node_names_json(graph, index), true));
  // XML holds less than JSON: an id that had to be changed is kept here as well.
  xml.data("n_id", dump(Json(node.id), true));
  xml.raw("</node>\n");
}

void write_edge(const RelationGraph& graph, EdgeIndex index, Xml& xml) {
  const GraphEdge edge = graph.edge(index);
  const std::string_view source = graph.node(edge.source).id;
  const std::string_view target = graph.node(edge.target).id;
  const EdgeSummary s = summary_of(graph, index);
  xml.raw(fmt::format("<edge id=\"e{}\" source=\"{}\" target=\"{}\">", index, xml_escape(source),
                      xml_escape(target)));
  xml.data("e_type", edge.type);
  xml.flag("e_symmetric", edge.symmetric);
  xml.data("e_reports", fmt::format("{}", graph.report_count(index)));
  xml.data("e_happenings", fmt::format("{}", s.happenings));
  xml.data("e_status", s.statuses);
  xml.data("e_polarity", s.polarities);
  xml.data("e_said_by", s.said_by);
  xml.data("e_when", s.when);
  xml.data("e_first_date", s.first_date);
  xml.data("e_last_date", s.last_date);
  xml.data("e_outlets", s.outlets);
  xml.data("e_documents", s.documents);
  xml.data("e_arguments", s.arguments);
  xml.data("e_evidence", s.evidence);
  xml.data("e_ends", dump(Json::array({source, target, edge.type}), true));
  xml.data("e_arguments_json", dump(arguments_json(graph, index), true));
  xml.data("e_reports_json", dump(reports_json(graph, index), true));
  xml.raw("</edge>\n");
}

}  // namespace

std::string write_graphml(const RelationGraph& graph) {
  Xml xml;
  xml.raw(
      "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
      "<graphml xmlns=\"http://graphml.graphdrawing.org/xmlns\">\n");
  for (const GraphMlKey& key : kGraphMlKeys) {
    xml.raw(fmt::format("<key id=\"{}\" for=\"{}\" attr.name=\"{}\" attr.type=\"{}\"/>\n", key.id,
                        key.domain, key.name, key.type));
  }
  xml.raw("<graph id=\"dragoman\" edgedefault=\"directed\">\n");
  Json documents = Json::array();
  for (const std::string_view id : graph.document_ids()) {
    documents.push_back(document_info_json(graph.facts(id)->document));
  }
  xml.data("g_version", fmt::format("{}", kGraphVersion));
  xml.data("g_documents", dump(documents, true));
  xml.raw("\n");
  for (NodeIndex n = 0; n < graph.node_count(); ++n) write_node(graph, n, xml);
  for (EdgeIndex e = 0; e < graph.edge_count(); ++e) write_edge(graph, e, xml);
  xml.raw("</graph>\n</graphml>\n");
  return std::move(xml.str());
}

}  // namespace dragoman
