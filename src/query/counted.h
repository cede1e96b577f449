// Part of dragoman; see LICENSE.
//
// An edge's reports that a filter admits.

#ifndef DRAGOMAN_QUERY_COUNTED_H_
#define DRAGOMAN_QUERY_COUNTED_H_

#include <vector>

#include "dragoman/analysis.h"

namespace dragoman {

inline std::vector<std::uint32_t> counted_reports(const RelationGraph& graph, EdgeIndex edge,
                                                  const ReportFilter& filter) {
  std::vector<std::uint32_t> out;
  if (!filter.admits(graph.edge(edge).type)) return out;
  const std::vector<Report> reports = graph.reports(edge);
  for (std::uint32_t i = 0; i < reports.size(); ++i) {
    if (filter.admits(reports[i])) out.push_back(i);
  }
  return out;
}

inline bool counts(const RelationGraph& graph, EdgeIndex edge, const ReportFilter& filter) {
  return filter.empty() || !counted_reports(graph, edge, filter).empty();
}

}  // namespace dragoman

#endif  // DRAGOMAN_QUERY_COUNTED_H_
