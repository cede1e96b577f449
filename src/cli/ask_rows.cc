// Part of dragoman; see LICENSE.

#include "cli/ask_rows.h"

#include <set>

namespace dragoman::cli {
namespace {

std::string joined(const std::set<std::string>& words) {
  std::string out;
  for (const std::string& word : words) out += (out.empty() ? "" : ", ") + word;
  return out;
}

QueryValue node(const RelationGraph& graph, NodeIndex index) {
  const GraphNode n = graph.node(index);
  return QueryValue::Node{index, std::string(n.id), std::string(n.name)};
}

QueryValue text(std::string_view words) {
  return words.empty() ? QueryValue() : QueryValue(std::string(words));
}

QueryValue days(const Happening& h) {
  if (!h.from) return {};
  const DatePrecision precision = *h.from == *h.to ? DatePrecision::kDay : DatePrecision::kVague;
  return to_string(DateValue{*h.from, *h.to, false, false, precision});
}

std::string status(const Happening& h) {
  return std::string(to_string(h.status)) + (h.denied ? ", denied" : h.disputed ? ", disputed" : "");
}

QueryValue count(std::size_t n) { return std::int64_t(n); }

QueryValue status_or_null(const std::optional<RelationStatus>& status) {
  return status ? QueryValue(std::string(to_string(*status))) : QueryValue();
}

Report report_of(const RelationGraph& graph, const HappeningReport& r) {
  return graph.reports(r.edge)[r.report];
}

std::string outlets(const RelationGraph& graph, std::span<const HappeningReport> reports) {
  std::set<std::string> words;
  for (const HappeningReport& r : reports) {
    if (const std::string_view outlet = report_of(graph, r).outlet; !outlet.empty()) words.emplace(outlet);
  }
  return joined(words);
}

std::string sources(const RelationGraph& graph, const std::vector<HappeningReport>& reports) {
  std::set<std::string> words;
  for (const HappeningReport& r : reports) {
    const Report report = report_of(graph, r);
    words.emplace(report.said_by.empty() ? report.outlet : graph.said_by(report));
  }
  return joined(words);
}

}  // namespace

QueryResult partner_rows(const RelationGraph& graph, const std::vector<Partner>& partners) {
  QueryResult out{{"partner", "id", "happenings", "reports", "relations"}, {}};
  for (const Partner& p : partners) {
    std::set<std::string> types;
    for (const EdgeIndex e : p.edges) types.emplace(graph.edge(e).type);
    out.rows.push_back({node(graph, p.node), text(graph.node(p.node).id), count(p.happenings),
                        count(p.reports), joined(types)});
  }
  return out;
}

QueryResult path_rows(const RelationGraph& graph, const std::vector<GraphPath>& paths) {
  QueryResult out{{"hops", "path"}, {}};
  for (const GraphPath& path : paths) {
    QueryValue::Path value;
    for (const NodeIndex n : path.nodes) value.nodes.push_back(*node(graph, n).get<QueryValue::Node>());
    for (std::size_t i = 0; i < path.edges.size(); ++i) {
      const GraphEdge edge = graph.edge(path.edges[i]);
      value.edges.push_back({path.edges[i], std::string(edge.type)});
      value.directions.push_back(edge.symmetric                     ? QueryValue::Direction::kNone
                                 : edge.source == path.nodes[i] ? QueryValue::Direction::kForward
                                                                : QueryValue::Direction::kBackward);
    }
    out.rows.push_back({count(path.edges.size()), std::move(value)});
  }
  return out;
}

QueryResult ego_rows(const RelationGraph& graph, const EgoNetwork& network) {
  QueryResult out{{"entity", "id", "type", "hops", "relations"}, {}};
  for (const auto& [index, distance] : network.nodes) {
    std::size_t edges = 0;
    for (const EdgeIndex e : network.edges) {
      edges += graph.edge(e).source == index || graph.edge(e).target == index;
    }
    out.rows.push_back({node(graph, index), text(graph.node(index).id),
                        text(to_string(graph.node(index).type)), count(distance), count(edges)});
  }
  return out;
}

QueryResult timeline_rows(const RelationGraph& graph, const std::vector<TimelineEntry>& entries) {
  QueryResult out{{"when", "relation", "who", "whom", "status", "reports", "outlets", "evidence"}, {}};
  for (const TimelineEntry& entry : entries) {
    const Happening h = graph.happenings()[entry.happening];
    out.rows.push_back({days(h), text(h.type), node(graph, h.source), node(graph, h.target), status(h),
                        count(entry.reports.size()), outlets(graph, entry.reports),
                        text(report_of(graph, entry.reports.back()).evidence)});
  }
  return out;
}

QueryResult change_rows(const RelationGraph& graph, const std::vector<EdgeChange>& changes) {
  QueryResult out{{"relation", "who", "whom", "reports before", "reports added", "status before",
                   "status after", "newly denied"}, {}};
  for (const EdgeChange& c : changes) {
    const GraphEdge edge = graph.edge(c.edge);
    out.rows.push_back({text(edge.type), node(graph, edge.source), node(graph, edge.target),
                        count(c.reports_before), count(c.reports_added),
                        status_or_null(c.status_before), status_or_null(c.status_after),
                        c.newly_denied});
  }
  return out;
}

QueryResult dispute_rows(const RelationGraph& graph, const std::vector<Disagreement>& disputes) {
  QueryResult out{{"when", "relation", "who", "whom", "asserted by", "denied by"}, {}};
  for (const Disagreement& d : disputes) {
    const Happening h = graph.happenings()[d.happening];
    out.rows.push_back({days(h), text(h.type), node(graph, h.source), node(graph, h.target),
                        sources(graph, d.asserted), sources(graph, d.denied)});
  }
  return out;
}

QueryResult happening_rows(const RelationGraph& graph, const ReportFilter& filter, bool each) {
  QueryResult out;
  out.columns = each ? std::vector<std::string>{"happening", "when", "relation", "who", "whom", "document",
                                                "reported", "status", "because"}
                     : std::vector<std::string>{"happening", "when", "relation", "who", "whom", "status",
                                                "reports", "outlets"};
  const Happenings& all = graph.happenings();
  for (HappeningIndex i = 0; i < all.size(); ++i) {
    const Happening h = all[i];
    if (!filter.admits(h.type)) continue;
    std::vector<HappeningReport> counted;
    for (const HappeningReport& r : h.reports) {
      if (filter.admits(report_of(graph, r))) counted.push_back(r);
    }
    if (counted.empty()) continue;
    const QueryRow head = {count(i), days(h), text(h.type), node(graph, h.source), node(graph, h.target)};
    if (!each) {
      QueryRow row = head;
      row.insert(row.end(), {status(h), count(counted.size()), outlets(graph, counted)});
      out.rows.push_back(std::move(row));
      continue;
    }
    for (const HappeningReport& r : counted) {
      const Report report = report_of(graph, r);
      QueryRow row = head;
      row.insert(row.end(), {text(report.document), report.date ? QueryValue(to_string(*report.date)) : QueryValue(),
                             std::string(to_string(report.status)) +
                                 (report.polarity == Polarity::kDenied ? ", denied" : ""),
                             reasons(r)});
      out.rows.push_back(std::move(row));
    }
  }
  return out;
}

}  // namespace dragoman::cli
