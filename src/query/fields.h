// Part of dragoman; see LICENSE.
//
// What can stand after the dot: fields of nodes, of edges and of reports, and the roles of
// relations.

#ifndef DRAGOMAN_QUERY_FIELDS_H_
#define DRAGOMAN_QUERY_FIELDS_H_

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "dragoman/query.h"

namespace dragoman::query_impl {

enum class FieldKind : std::uint8_t {
  // nodes
  kId, kName, kType, kState, kAliases, kBlank,
  // edges
  kEdgeType, kSymmetric, kReports, kHappenings, kRole,
  // reports
  kStatus, kPolarity, kSaidBy, kSaidById, kHearsay, kDate, kWhen, kFrom, kTo, kWhere, kOutlet,
  kUrl, kDocument, kEvidence, kBecause, kHappening,
};

struct Field {
  FieldKind kind = FieldKind::kId;
  std::string role;                 // kRole
  bool of_report() const { return kind >= FieldKind::kStatus; }
};

std::optional<Field> node_field(std::string_view name);
std::optional<Field> edge_field(std::string_view name);   // roles apart

std::vector<std::string> node_field_names();
std::vector<std::string> edge_field_names();

QueryValue node_value(const RelationGraph& graph, NodeIndex node);
QueryValue field_of_node(const RelationGraph& graph, NodeIndex node, const Field& field);
QueryValue field_of_edge(const RelationGraph& graph, EdgeIndex edge, const Field& field);
// number: which of the edge's reports.
QueryValue field_of_report(const RelationGraph& graph, EdgeIndex edge, std::uint32_t number,
                           const Report& report, const Field& field);

}  // namespace dragoman::query_impl

#endif  // DRAGOMAN_QUERY_FIELDS_H_
