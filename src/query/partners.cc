// Part of dragoman; see LICENSE.

#include <algorithm>
#include <map>
#include <set>
#include <tuple>

#include "graph/hops.h"
#include "query/counted.h"

namespace dragoman {

std::vector<Partner> neighbours(const RelationGraph& graph, NodeIndex node,
                                const ReportFilter& filter) {
  struct Found {
    Partner partner;
    std::set<HappeningIndex> happenings;
  };
  std::map<NodeIndex, Found> found;
  const Happenings& happenings = graph.happenings();
  each_hop(graph, node, {}, Along::kBoth, [&](const Hop& hop) {
    const auto [e, other] = hop;
    if (graph.node(other).blank) return true;
    const std::vector<std::uint32_t> reports = counted_reports(graph, e, filter);
    if (reports.empty()) return true;
    Found& f = found[other];
    f.partner.edges.push_back(e);
    f.partner.reports += reports.size();
    for (const std::uint32_t r : reports) f.happenings.insert(happenings.of(e, r));
    return true;
  });
  std::vector<Partner> out;
  for (auto& [other, f] : found) {
    f.partner.node = other;
    f.partner.happenings = f.happenings.size();
    std::sort(f.partner.edges.begin(), f.partner.edges.end());
    out.push_back(std::move(f.partner));
  }
  return out;
}

std::vector<Partner> top_partners(const RelationGraph& graph, NodeIndex node, std::size_t most,
                                  const ReportFilter& filter) {
  std::vector<Partner> out = neighbours(graph, node, filter);
  std::stable_sort(out.begin(), out.end(), [](const Partner& a, const Partner& b) {
    return std::tie(a.happenings, a.reports) > std::tie(b.happenings, b.reports);
  });
  if (out.size() > most) out.resize(most);
  return out;
}

}  // namespace dragoman
