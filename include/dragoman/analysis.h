// Part of dragoman; see LICENSE.
//
// The questions that are asked of a graph most often, as calls.
//
//   const NodeIndex mali = *find_entity(graph, "Mali");
//   for (const Partner& p : top_partners(graph, mali, 10))
//     print(graph.node(p.node).name, p.happenings, p.reports);
//   for (const TimelineEntry& e : timeline(graph, mali, *find_entity(graph, "Turkey")))
//     print(graph.happenings()[e.happening].type, e.reports.size());
//   RelationGraph then = as_of(graph, {2023, 9, 1});       // what was known by that day
//
// Everything counts reports (what documents say) and happenings (what they tell of, each
// once; happening.h).  All results come in a fixed order.  Reading threads may share a graph.

#ifndef DRAGOMAN_ANALYSIS_H_
#define DRAGOMAN_ANALYSIS_H_

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "dragoman/api.h"
#include "dragoman/graph.h"
#include "dragoman/happening.h"
#include "dragoman/result.h"

namespace dragoman {

// Which reports count.  What is empty is not asked; all else must hold.
struct ReportFilter {
  std::vector<std::string> types = {};      // relation types
  std::vector<RelationStatus> statuses = {};
  std::optional<Polarity> polarity = {};
  // When the document was published, both days included; undated documents then do not count.
  std::optional<Date> told_from = {}, told_to = {};
  // When it happened: the period that is told, or the document's date, overlaps these days.
  std::optional<Date> from = {}, to = {};
  std::string said_by = {};                 // an entity's id, or the words of a source
  std::string outlet = {};

  bool empty() const;                          // asks for nothing
  bool admits(std::string_view type) const;    // of a relation
  bool admits(const Report& report) const;  // the type apart
};

// The entity of this id, else of this name, else the only one with this alias; letters' case
// does not matter for names.  kNotFound with a suggestion; kBadArgument with the ids to choose
// from where several entities are called so.  Linear in the nodes but for an id.
DRAGOMAN_EXPORT Result<NodeIndex> find_entity(const RelationGraph& graph, std::string_view words);

// Someone that a node has relations with.
struct Partner {
  NodeIndex node = 0;
  std::vector<EdgeIndex> edges;             // with at least one report that counts
  std::size_t reports = 0;
  std::size_t happenings = 0;
};

// All of them but blank nodes, in the order of their ids.  Linear in the node's reports.
DRAGOMAN_EXPORT std::vector<Partner> neighbours(const RelationGraph& graph, NodeIndex node,
                                                const ReportFilter& filter = {});
// Those with most happenings, then most reports, then the first ids.
DRAGOMAN_EXPORT std::vector<Partner> top_partners(const RelationGraph& graph, NodeIndex node,
                                                  std::size_t most,
                                                  const ReportFilter& filter = {});

struct GraphPath {
  std::vector<NodeIndex> nodes;
  std::vector<EdgeIndex> edges;             // edges[i] joins nodes[i] and nodes[i + 1]
};
struct PathOptions {
  std::size_t most_hops = 3;
  std::size_t most_paths = 1000;            // beyond: kLimit
  std::uint64_t most_work = 100'000'000;    // edges looked at; beyond: kLimit
  bool directed = false;                    // only from doer to target; symmetric edges both ways
  ReportFilter filter = {};
};
// Paths that pass no node twice, the shortest first.  Paths through blank nodes do not exist.
DRAGOMAN_EXPORT Result<std::vector<GraphPath>> paths_between(const RelationGraph& graph,
                                                             NodeIndex from, NodeIndex to,
                                                             const PathOptions& options = {});

struct EgoNetwork {
  struct Member {
    NodeIndex node = 0;
    std::uint32_t distance = 0;
  };
  std::vector<Member> nodes;                // by distance, then id; the first is the node itself
  std::vector<EdgeIndex> edges;             // between any two of them
};
// Whoever is at most so many edges away, in whatever direction, blank nodes left out.  Linear
// in the edges of the nodes that are less than `hops` away.
DRAGOMAN_EXPORT EgoNetwork ego_network(const RelationGraph& graph, NodeIndex node,
                                       std::uint32_t hops, const ReportFilter& filter = {});

// One happening between two nodes, with all of its reports that count: those too that name a
// city or group of one of the two.
struct TimelineEntry {
  HappeningIndex happening = 0;
  std::vector<HappeningReport> reports;     // by document date
};
// What the two had to do with each other, in whatever direction, by day; undated last.
DRAGOMAN_EXPORT std::vector<TimelineEntry> timeline(const RelationGraph& graph, NodeIndex a,
                                                    NodeIndex b, const ReportFilter& filter = {});

// The graph of the documents published on or before that day; undated ones are left out.
// Linear in the graph.
DRAGOMAN_EXPORT RelationGraph as_of(const RelationGraph& graph, const Date& day);

// What documents published after `from`, up to and including `to`, added to an edge.
struct EdgeChange {
  EdgeIndex edge = 0;
  std::size_t reports_before = 0;           // told on or before `from`
  std::size_t reports_added = 0;            // at least one
  // By the latest document that asserts the relation; none: nobody asserted it.
  std::optional<RelationStatus> status_before, status_after;
  bool newly_denied = false;                // first denied in these days
};
// In the order of the edges; linear in the reports of the graph.
DRAGOMAN_EXPORT std::vector<EdgeChange> changes(const RelationGraph& graph, const Date& from,
                                                const Date& to, const ReportFilter& filter = {});

// One happening that some source asserts and another denies.  A source is who is said to say
// so, else the outlet.
struct Disagreement {
  HappeningIndex happening = 0;
  std::vector<HappeningReport> asserted, denied;
};
// By day; linear in the reports of the graph, once its happenings are made.
DRAGOMAN_EXPORT std::vector<Disagreement> disagreements(const RelationGraph& graph,
                                                        const ReportFilter& filter = {});

}  // namespace dragoman

#endif  // DRAGOMAN_ANALYSIS_H_
