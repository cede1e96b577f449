// Part of dragoman; see LICENSE.
//
// DOT for the eye: a shape and colour by type, an edge label of relation and status; denied
// reports are dotted, what has not happened dashed.  Blank nodes are points.

#include <fmt/format.h>

#include "export/graph_formats.h"
#include "export/summary.h"

namespace dragoman {
namespace {

// A quoted DOT string: only the quote and the backslash mean anything in it, and control
// characters nothing that can be seen.
std::string dot_string(std::string_view text) {
  std::string out = "\"";
  for (const char c : text) {
    if (c == '"' || c == '\\') out += '\\';
    if (static_cast<unsigned char>(c) < 0x20 || c == 0x7F) {
      out += ' ';
    } else {
      out += c;
    }
  }
  return out + "\"";
}

std::string_view look(const GraphNode& node) {
  if (node.blank) return "shape=point, label=\"\"";
  if (is_a(node.type, MentionType::kOrganisation)) return "shape=box, fillcolor=\"#dfe7f3\"";
  switch (node.type) {
    case MentionType::kPerson: return "shape=ellipse, fillcolor=\"#fdf3d8\"";
    case MentionType::kState: return "shape=box, fillcolor=\"#dcefdc\", penwidth=2";
    case MentionType::kCity:
    case MentionType::kPlace: return "shape=hexagon, fillcolor=\"#eeeeee\"";
    case MentionType::kEvent: return "shape=note, fillcolor=\"#f3e3ee\"";
    default: return "shape=box, style=\"rounded,filled\", fillcolor=\"#f7f7f7\"";
  }
}

std::string_view line_style(const EdgeSummary& summary) {
  if (summary.polarities == "denied") return "dotted";
  const bool done = summary.statuses.find("happened") != std::string::npos ||
                    summary.statuses.find("ongoing") != std::string::npos;
  return done ? "solid" : "dashed";
}

}  // namespace

std::string write_dot(const RelationGraph& graph) {
  std::string out =
      "digraph dragoman {\n"
      "  graph [charset=\"UTF-8\", rankdir=LR, overlap=false];\n"
      "  node [style=filled, fontname=\"Helvetica\", fontsize=11];\n"
      "  edge [fontname=\"Helvetica\", fontsize=9];\n";
  for (NodeIndex n = 0; n < graph.node_count(); ++n) {
    const GraphNode node = graph.node(n);
    out += fmt::format("  n{} [{}", n, look(node));
    if (!node.blank) out += fmt::format(", label={}", dot_string(node.name));
    out += fmt::format(", tooltip={}];\n", dot_string(node.id));
  }
  for (EdgeIndex e = 0; e < graph.edge_count(); ++e) {
    const GraphEdge edge = graph.edge(e);
    const EdgeSummary summary = summary_of(graph, e);
    const std::string label = fmt::format("{} ({}{})", edge.type, summary.statuses,
                                          summary.polarities == "asserted" ? "" : ", denied");
    out += fmt::format("  n{} -> n{} [label={}, style={}{}, tooltip={}];\n", edge.source,
                       edge.target, dot_string(label), line_style(summary),
                       edge.symmetric ? ", dir=none" : "", dot_string(summary.evidence));
  }
  return out + "}\n";
}

}  // namespace dragoman
