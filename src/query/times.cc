// Part of dragoman; see LICENSE.
//
// Questions about days: a pair's timeline, what was known when, what was added since.

#include <algorithm>
#include <set>
#include <tuple>

#include "graph/hops.h"
#include "query/counted.h"

namespace dragoman {

std::vector<TimelineEntry> timeline(const RelationGraph& graph, NodeIndex a, NodeIndex b,
                                    const ReportFilter& filter) {
  const Happenings& happenings = graph.happenings();
  std::set<HappeningIndex> shared;
  each_hop(graph, a, filter.types, Along::kBoth, [&](const Hop& hop) {
    if (hop.to != b) return true;
    for (const std::uint32_t r : counted_reports(graph, hop.edge, filter)) {
      shared.insert(happenings.of(hop.edge, r));
    }
    return true;
  });
  std::vector<TimelineEntry> out;
  for (const HappeningIndex happening : shared) {
    TimelineEntry& entry = out.emplace_back();
    entry.happening = happening;
    for (const HappeningReport& each : happenings[happening].reports) {
      if (filter.admits(graph.reports(each.edge)[each.report])) entry.reports.push_back(each);
    }
  }
  return out;
}

RelationGraph as_of(const RelationGraph& graph, const Date& day) {
  RelationGraph out;
  for (const std::string_view id : graph.document_ids()) {
    const DocumentFacts facts = *graph.facts(id);
    // Facts out of a graph have passed all checks.
    if (facts.document.date && *facts.document.date <= day) (void)out.add(facts).ok();
  }
  return out;
}

std::vector<EdgeChange> changes(const RelationGraph& graph, const Date& from, const Date& to,
                                const ReportFilter& filter) {
  std::vector<EdgeChange> out;
  for (EdgeIndex e = 0; e < graph.edge_count(); ++e) {
    const std::vector<Report> reports = graph.reports(e);
    EdgeChange change;
    change.edge = e;
    bool denied_before = false, denied_after = false;
    Date latest_before{}, latest_after{};
    for (const std::uint32_t i : counted_reports(graph, e, filter)) {
      const Report& r = reports[i];
      if (!r.date || *r.date > to) continue;
      const bool before = *r.date <= from;
      ++(before ? change.reports_before : change.reports_added);
      if (r.polarity == Polarity::kDenied) {
        (before ? denied_before : denied_after) = true;
        continue;
      }
      // Of one day's documents the last by id has the word.
      if (before && *r.date >= latest_before) {
        latest_before = *r.date;
        change.status_before = r.status;
      }
      if (*r.date >= latest_after) {
        latest_after = *r.date;
        change.status_after = r.status;
      }
    }
    change.newly_denied = denied_after && !denied_before;
    if (change.reports_added > 0) out.push_back(change);
  }
  return out;
}

std::vector<Disagreement> disagreements(const RelationGraph& graph, const ReportFilter& filter) {
  std::vector<Disagreement> out;
  const Happenings& happenings = graph.happenings();
  for (HappeningIndex i = 0; i < happenings.size(); ++i) {
    const Happening h = happenings[i];
    if (!h.disputed || !filter.admits(h.type)) continue;
    Disagreement found;
    found.happening = i;
    std::vector<std::string_view> sources[2];
    for (const HappeningReport& each : h.reports) {
      const std::vector<Report> reports = graph.reports(each.edge);
      const Report& r = reports[each.report];
      if (!filter.admits(r)) continue;
      const bool denied = r.polarity == Polarity::kDenied;
      (denied ? found.denied : found.asserted).push_back(each);
      sources[denied].push_back(r.said_by.empty() ? r.outlet : r.said_by);
    }
    // Somebody denies what somebody else asserts.
    const bool differ = std::any_of(sources[1].begin(), sources[1].end(), [&](std::string_view denier) {
      return std::any_of(sources[0].begin(), sources[0].end(),
                         [&](std::string_view other) { return other != denier; });
    });
    if (differ) out.push_back(std::move(found));
  }
  return out;
}

}  // namespace dragoman
