// Part of dragoman; see LICENSE.
//
// GEXF 1.3 with time, for Gephi's timeline: an edge has a spell for each period of its reports.
// Nodes have none, so they are there at any time.  All edges are directed, because readers such
// as networkx refuse a mixture; "symmetric" tells.

#include <fmt/format.h>

#include "export/graph_formats.h"
#include "export/periods.h"
#include "export/summary.h"
#include "export/xml.h"

namespace dragoman {
namespace {

struct Attribute {
  const char* title;
  const char* type;
};
constexpr Attribute kNodeAttributes[] = {
    {"type", "string"}, {"state", "string"}, {"aliases", "string"}, {"blank", "boolean"}};
constexpr Attribute kEdgeAttributes[] = {
    {"symmetric", "boolean"}, {"reports", "integer"}, {"happenings", "integer"}, {"status", "string"},
    {"polarity", "string"},   {"said_by", "string"},  {"when", "string"},        {"outlets", "string"},
    {"documents", "string"},  {"arguments", "string"}, {"evidence", "string"}};

template <std::size_t N>
std::string declared(const char* of, const Attribute (&attributes)[N]) {
  std::string out = fmt::format("<attributes class=\"{}\" mode=\"static\">\n", of);
  for (std::size_t i = 0; i < N; ++i) {
    out += fmt::format("<attribute id=\"{}\" title=\"{}\" type=\"{}\"/>\n", i, attributes[i].title,
                       attributes[i].type);
  }
  return out + "</attributes>\n";
}

std::string values(std::initializer_list<std::string_view> all) {
  std::string out = "<attvalues>";
  std::size_t i = 0;
  for (const std::string_view value : all) {
    if (!value.empty()) out += fmt::format("<attvalue for=\"{}\" value=\"{}\"/>", i, xml_escape(value));
    ++i;
  }
  return out + "</attvalues>";
}

std::string_view word(bool value) { return value ? "true" : "false"; }

std::string spells(const std::vector<Period>& periods) {
  if (periods.empty()) return {};
  std::string out = "<spells>";
  for (const Period& p : periods) {
    out += "<spell";
    if (p.from) out += fmt::format(" start=\"{}\"", to_string(from_days(*p.from)));
    if (p.to) out += fmt::format(" end=\"{}\"", to_string(from_days(*p.to)));
    out += "/>";
  }
  return out + "</spells>";
}

}  // namespace

std::string write_gexf(const RelationGraph& graph) {
  std::string out =
      "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
      "<gexf xmlns=\"http://gexf.net/1.3\" version=\"1.3\">\n"
      "<meta><creator>dragoman</creator></meta>\n"
      "<graph mode=\"dynamic\" defaultedgetype=\"directed\" timeformat=\"date\" "
      "timerepresentation=\"interval\">\n";
  out += declared("node", kNodeAttributes) + declared("edge", kEdgeAttributes) + "<nodes>\n";
  for (NodeIndex n = 0; n < graph.node_count(); ++n) {
    const GraphNode node = graph.node(n);
    std::string aliases;
    for (const std::string_view alias : graph.aliases(n)) {
      aliases += aliases.empty() ? "" : "; ";
      aliases += alias;
    }
    out += fmt::format("<node id=\"{}\" label=\"{}\">{}</node>\n", xml_escape(node.id), xml_escape(node.name),
                       values({node.blank ? std::string_view() : to_string(node.type), node.state, aliases,
                               word(node.blank)}));
  }
  out += "</nodes>\n<edges>\n";
  for (EdgeIndex e = 0; e < graph.edge_count(); ++e) {
    const GraphEdge edge = graph.edge(e);
    const EdgeSummary s = summary_of(graph, e);
    const std::size_t reports = graph.report_count(e);
    out += fmt::format("<edge id=\"{}\" source=\"{}\" target=\"{}\" kind=\"{}\" label=\"{}\" weight=\"{}\">",
                       e, xml_escape(graph.node(edge.source).id), xml_escape(graph.node(edge.target).id),
                       xml_escape(edge.type), xml_escape(edge.type), reports);
    out += values({word(edge.symmetric), std::to_string(reports), std::to_string(s.happenings), s.statuses,
                   s.polarities, s.said_by, s.when, s.outlets, s.documents, s.arguments, s.evidence});
    out += spells(periods_of(graph, e)) + "</edge>\n";
  }
  return out + "</edges>\n</graph>\n</gexf>\n";
}

}  // namespace dragoman
