// Part of dragoman; see LICENSE.

#include "query/fields.h"

#include <utility>

#include "dragoman/happening.h"

namespace dragoman::query_impl {
namespace {

struct Named {
  const char* name;
  FieldKind kind;
};

constexpr Named kNodeFields[] = {
    {"id", FieldKind::kId},       {"name", FieldKind::kName},       {"type", FieldKind::kType},
    {"state", FieldKind::kState}, {"aliases", FieldKind::kAliases}, {"blank", FieldKind::kBlank},
};

constexpr Named kEdgeFields[] = {
    {"type", FieldKind::kEdgeType},     {"symmetric", FieldKind::kSymmetric},
    {"reports", FieldKind::kReports},   {"happenings", FieldKind::kHappenings},
    {"status", FieldKind::kStatus},
    {"polarity", FieldKind::kPolarity}, {"said_by", FieldKind::kSaidBy},
    {"said_by_id", FieldKind::kSaidById}, {"hearsay", FieldKind::kHearsay},
    {"date", FieldKind::kDate},         {"when", FieldKind::kWhen},
    {"from_day", FieldKind::kFrom},     {"to_day", FieldKind::kTo},
    {"where", FieldKind::kWhere},       {"outlet", FieldKind::kOutlet},
    {"url", FieldKind::kUrl},           {"document", FieldKind::kDocument},
    {"evidence", FieldKind::kEvidence}, {"because", FieldKind::kBecause},
    {"happening", FieldKind::kHappening},
};

template <std::size_t N>
std::optional<Field> find(const Named (&fields)[N], std::string_view name) {
  for (const Named& field : fields) {
    if (field.name == name) return Field{field.kind, {}};
  }
  return std::nullopt;
}

template <std::size_t N>
std::vector<std::string> names(const Named (&fields)[N]) {
  std::vector<std::string> out;
  for (const Named& field : fields) out.emplace_back(field.name);
  return out;
}

// Nothing is null, so that IS NULL finds it.
QueryValue text_or_null(std::string_view text) {
  return text.empty() ? QueryValue() : QueryValue(std::string(text));
}

}  // namespace

std::optional<Field> node_field(std::string_view name) { return find(kNodeFields, name); }

std::optional<Field> edge_field(std::string_view name) { return find(kEdgeFields, name); }

std::vector<std::string> node_field_names() { return names(kNodeFields); }
std::vector<std::string> edge_field_names() { return names(kEdgeFields); }

QueryValue node_value(const RelationGraph& graph, NodeIndex index) {
  const GraphNode node = graph.node(index);
  return QueryValue::Node{index, std::string(node.id), std::string(node.name)};
}

QueryValue field_of_node(const RelationGraph& graph, NodeIndex index, const Field& field) {
  const GraphNode node = graph.node(index);
  switch (field.kind) {
    case FieldKind::kId: return std::string(node.id);
    case FieldKind::kName: return text_or_null(node.name);
    case FieldKind::kType:
      return node.blank ? QueryValue() : QueryValue(std::string(to_string(node.type)));
    case FieldKind::kState: return text_or_null(node.state);
    case FieldKind::kBlank: return node.blank;
    case FieldKind::kAliases: {
      QueryValue::List list;
      for (const std::string_view alias : graph.aliases(index)) list.emplace_back(std::string(alias));
      return list;
    }
    default: return {};
  }
}

QueryValue field_of_edge(const RelationGraph& graph, EdgeIndex edge, const Field& field) {
  switch (field.kind) {
    case FieldKind::kEdgeType: return std::string(graph.edge(edge).type);
    case FieldKind::kSymmetric: return graph.edge(edge).symmetric;
    case FieldKind::kReports: return std::int64_t(graph.report_count(edge));
    case FieldKind::kHappenings: return std::int64_t(graph.happenings().count(edge));
    case FieldKind::kRole: break;
    default: return {};
  }
  // One filler is a value, several are a list.
  QueryValue::List fillers;
  for (const GraphArgument& a : graph.arguments(edge)) {
    if (a.role != field.role) continue;
    const auto node = a.entity ? graph.find_node(a.filler) : std::nullopt;
    fillers.push_back(node ? node_value(graph, *node) : QueryValue(a.filler));
  }
  if (fillers.empty()) return {};
  if (fillers.size() == 1) return fillers.front();
  return fillers;
}

QueryValue field_of_report(const RelationGraph& graph, EdgeIndex edge, std::uint32_t number,
                           const Report& report, const Field& field) {
  switch (field.kind) {
    case FieldKind::kStatus: return std::string(to_string(report.status));
    case FieldKind::kPolarity: return std::string(to_string(report.polarity));
    case FieldKind::kSaidBy: return text_or_null(graph.said_by(report));
    case FieldKind::kSaidById:
      return report.said_by_entity ? text_or_null(report.said_by) : QueryValue();
    case FieldKind::kHearsay: return report.hearsay;
    case FieldKind::kDate: return report.date ? QueryValue(to_string(*report.date)) : QueryValue();
    case FieldKind::kWhen: return report.when ? QueryValue(to_string(*report.when)) : QueryValue();
    case FieldKind::kFrom:
      return report.when && !report.when->open_start
                 ? QueryValue(to_string(from_days(report.when->from))) : QueryValue();
    case FieldKind::kTo:
      return report.when && !report.when->open_end
                 ? QueryValue(to_string(from_days(report.when->to))) : QueryValue();
    case FieldKind::kWhere: return text_or_null(graph.where(report));
    case FieldKind::kOutlet: return text_or_null(report.outlet);
    case FieldKind::kUrl: return text_or_null(report.url);
    case FieldKind::kDocument: return text_or_null(report.document);
    case FieldKind::kEvidence: return text_or_null(report.evidence);
    case FieldKind::kBecause: return text_or_null(report.because);
    case FieldKind::kHappening: return std::int64_t(graph.happenings().of(edge, number));
    default: return {};
  }
}

}  // namespace dragoman::query_impl
