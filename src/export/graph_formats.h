// Part of dragoman; see LICENSE.
//
// One writer and one reader a format; export/graph.cc chooses.

#ifndef DRAGOMAN_EXPORT_GRAPH_FORMATS_H_
#define DRAGOMAN_EXPORT_GRAPH_FORMATS_H_

#include <string>
#include <string_view>

#include "dragoman/graph.h"

namespace dragoman {

std::string write_node_link(const RelationGraph& graph);
Result<RelationGraph> read_node_link(std::string_view bytes, std::string_view name);

std::string write_json_lines(const RelationGraph& graph);
Result<RelationGraph> read_json_lines(std::string_view bytes, std::string_view name);

std::string write_graphml(const RelationGraph& graph);
Result<RelationGraph> read_graphml(std::string_view bytes, std::string_view name);

std::string write_dot(const RelationGraph& graph);
std::string write_gexf(const RelationGraph& graph);
std::string write_turtle(const RelationGraph& graph);
std::string write_json_ld(const RelationGraph& graph);

}  // namespace dragoman

#endif  // DRAGOMAN_EXPORT_GRAPH_FORMATS_H_
