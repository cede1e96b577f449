// Part of dragoman; see LICENSE.
//
// What a graph hands out: copies, so that they stay true when the graph changes.

#ifndef DRAGOMAN_PYTHON_GRAPH_PARTS_H_
#define DRAGOMAN_PYTHON_GRAPH_PARTS_H_

#include <string>
#include <vector>

#include "convert.h"
#include "dragoman/graph.h"
#include "table.h"

namespace dragoman::python {

struct PyNode {
  std::string id, name, type, state;
  std::vector<std::string> aliases;
  bool blank = false;
};

struct PyEdge {
  std::string source, target, type;
  bool symmetric = false;
  std::vector<GraphArgument> arguments;
  std::size_t reports = 0;
};

struct PyPath {
  std::vector<PyNode> nodes;
  std::vector<PyEdge> edges;  // edges[i] leads from nodes[i] to nodes[i + 1], or back
  std::string text;
};

struct PyReport {
  std::string document, outlet, url, said_by, said_by_id, where, where_id, evidence, because;
  std::optional<Date> date;
  std::optional<DateValue> when;
  Polarity polarity = Polarity::kAsserted;
  RelationStatus status = RelationStatus::kHappened;
  bool hearsay = false;
};

PyNode node_of(const RelationGraph& graph, NodeIndex node);
PyEdge edge_of(const RelationGraph& graph, EdgeIndex edge);
PyReport report_of(const RelationGraph& graph, const Report& report);
// The edge again, in a graph that may have changed; none if it is gone.
std::optional<EdgeIndex> find_edge(const RelationGraph& graph, const PyEdge& edge);

Table entity_table(const RelationGraph& graph);
Table relation_table(const RelationGraph& graph);
Table report_table(const RelationGraph& graph);

void bind_graph_parts(nb::module_& module);

}  // namespace dragoman::python

#endif  // DRAGOMAN_PYTHON_GRAPH_PARTS_H_
