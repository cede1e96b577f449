// Part of dragoman; see LICENSE.
//
// Depth-first over the plan's steps; a step binds one node (and the edges that led to it),
// asks the conditions that can be asked, and goes on.  The depth is that of the pattern, at
// most 64: a step of several edges keeps a stack of its own.  As in openCypher no edge serves
// twice in one match.

#include "query/match.h"

#include <algorithm>

#include "graph/hops.h"
#include "query/reach.h"

namespace dragoman::query_impl {
namespace {

Along along(Arrow arrow) {
  return arrow == Arrow::kRight ? Along::kOut : arrow == Arrow::kLeft ? Along::kIn : Along::kBoth;
}

bool needs_unique(const Plan& plan) {
  std::size_t edges = 0;
  for (const Step& s : plan.steps) edges += s.kind == Step::kWalk ? 2 : s.kind != Step::kScan;
  return edges > 1;
}

}  // namespace

Matcher::Matcher(const RelationGraph& graph, const Query& query, const Plan& plan,
                 const Evaluator& evaluator, Budget& budget)
    : graph_(graph), query_(query), plan_(plan), evaluator_(evaluator), budget_(budget),
      unique_(needs_unique(plan)), used_(unique_ ? graph.edge_count() : 0, false) {}

bool Matcher::run(Bindings& bindings, const Use& use) {
  bindings_ = &bindings;
  use_ = &use;
  if (!evaluator_.holds(plan_.first, bindings)) return !budget_.spent();
  return step(0);
}

// False ends everything.
bool Matcher::step(std::size_t at) {
  if (!budget_.step()) return false;
  if (at == plan_.steps.size()) return (*use_)(*bindings_);
  const Step& s = plan_.steps[at];
  switch (s.kind) {
    case Step::kScan: return scan(s, at);
    case Step::kExpand: return expand(s, at);
    case Step::kWalk: return walk(s, at);
    case Step::kSearch: return search(s, at);
  }
  return false;
}

bool Matcher::fits(const NodePattern& pattern, NodeIndex index) const {
  if (pattern.types.empty()) return true;
  const GraphNode node = graph_.node(index);
  return !node.blank && std::any_of(pattern.types.begin(), pattern.types.end(),
                                    [&](MentionType type) { return is_a(node.type, type); });
}

// Binds the step's node, then goes on; false ends everything.
bool Matcher::try_node(const Step& s, std::size_t at, NodeIndex node) {
  if (!budget_.step()) return false;
  Binding& b = (*bindings_)[s.node->variable];
  if (s.node_bound && b.index != node) return true;
  if (!fits(*s.node, node)) return true;
  b.index = node;
  b.bound = true;
  return evaluator_.holds(s.conditions, *bindings_) ? step(at + 1) : true;
}

bool Matcher::scan(const Step& s, std::size_t at) {
  NodeIndex node = 0;
  switch (end_of(s, node)) {
    case End::kNowhere: return true;
    case End::kKnown: return try_node(s, at, node);
    case End::kAny: break;
  }
  for (NodeIndex n = 0; n < graph_.node_count(); ++n) {
    if (!try_node(s, at, n)) return false;
  }
  return true;
}

bool Matcher::expand(const Step& s, std::size_t at) {
  return each_hop(graph_, (*bindings_)[s.from].index, s.edge->types, along(s.arrow),
                  [&](const Hop& hop) {
                    if (!budget_.step()) return false;
                    if (unique_ && used_[hop.edge]) return true;
                    return expand_to(s, at, hop.edge, hop.to);
                  });
}

bool Matcher::expand_to(const Step& s, std::size_t at, EdgeIndex e, NodeIndex to) {
  // Cheap checks before the reports are looked at.
  if (s.node_bound && (*bindings_)[s.node->variable].index != to) return true;
  if (!fits(*s.node, to)) return true;
  Binding& b = (*bindings_)[s.edge->variable];
  b.index = e;
  b.bound = true;
  if (unique_) used_[e] = true;
  bool go_on = true;
  if (!query_.variables[s.edge->variable].per_report) {
    go_on = try_node(s, at, to);
  } else {
    const std::vector<Report> reports = graph_.reports(e);
    for (std::uint32_t i = 0; go_on && i < reports.size(); ++i) {
      b.report = &reports[i];
      b.report_number = i;
      go_on = try_node(s, at, to);
    }
  }
  if (unique_) used_[e] = false;
  b.report = nullptr;
  b.bound = false;
  return go_on;
}

// ---- Several edges.

Matcher::End Matcher::end_of(const Step& s, NodeIndex& node) const {
  if (s.node_bound) {
    node = (*bindings_)[s.node->variable].index;
    return End::kKnown;
  }
  if (!s.id) return End::kAny;
  const auto found = graph_.find_node(*s.id);
  if (!found) return End::kNowhere;
  node = *found;
  return End::kKnown;
}

// {..} of a step with hops holds for an edge if one of its reports fits all of it.
bool Matcher::admits(const EdgePattern& pattern, EdgeIndex e) {
  if (pattern.each_conditions.empty()) return true;
  Binding& b = (*bindings_)[pattern.each];
  b.index = e;
  if (!query_.variables[pattern.each].per_report) {
    return evaluator_.holds(pattern.each_conditions, *bindings_);
  }
  const std::vector<Report> reports = graph_.reports(e);
  bool any = false;
  for (std::uint32_t i = 0; !any && i < reports.size(); ++i) {
    b.report = &reports[i];
    b.report_number = i;
    any = evaluator_.holds(pattern.each_conditions, *bindings_);
  }
  b.report = nullptr;
  return any;
}

bool Matcher::arrive(const Step& s, std::size_t at, NodeIndex to, std::vector<EdgeIndex> edges) {
  budget_.work += edges.size();
  if (s.backward) std::reverse(edges.begin(), edges.end());
  Binding& b = (*bindings_)[s.edge->variable];
  b.edges = std::move(edges);
  b.bound = true;
  const bool go_on = try_node(s, at, to);
  b.bound = false;
  return go_on;
}

// All trails, the shorter part of each first.  Where the end is known, branches that cannot
// reach it in the hops left are not entered.
bool Matcher::walk(const Step& s, std::size_t at) {
  const NodeIndex from = (*bindings_)[s.from].index;
  const Hops hops = *s.edge->hops;
  NodeIndex end = 0;
  const End known = end_of(s, end);
  if (known == End::kNowhere) return true;
  std::optional<Reach> reach;
  if (known == End::kKnown && hops.most > 2) {
    reach.emplace(graph_, end, s.edge->types, opposite(along(s.arrow)), hops.most, budget_);
    if (budget_.spent()) return false;
  }
  const auto lands = [&](NodeIndex node) { return known == End::kAny || node == end; };

  if (hops.least == 0 && lands(from) && !arrive(s, at, from, {})) return false;
  if (hops.most == 0) return true;

  std::vector<EdgeIndex> trail;
  std::vector<HopCursor> levels;
  const auto enter = [&](NodeIndex node) { levels.emplace_back(graph_, node, s.edge->types, along(s.arrow)); };
  const auto leave = [&] {
    if (trail.empty()) return;
    used_[trail.back()] = false;
    trail.pop_back();
  };
  enter(from);
  bool go_on = true;
  while (go_on && !levels.empty()) {
    Hop hop;
    if (!levels.back().next(hop)) {
      levels.pop_back();
      leave();
      continue;
    }
    go_on = budget_.step();
    const std::uint32_t left = hops.most - std::uint32_t(trail.size()) - 1;
    if (!go_on || used_[hop.edge] || (reach && !reach->within(hop.to, left)) || !admits(*s.edge, hop.edge)) {
      continue;
    }
    used_[hop.edge] = true;
    trail.push_back(hop.edge);
    if (trail.size() >= hops.least && lands(hop.to)) go_on = arrive(s, at, hop.to, trail);
    if (go_on && left > 0) {
      enter(hop.to);
    } else {
      leave();
    }
  }
  for (const EdgeIndex e : trail) used_[e] = false;
  return go_on;
}

// Breadth first; one path, or all of the least length, to each node that fits.
bool Matcher::search(const Step& s, std::size_t at) {
  const NodeIndex from = (*bindings_)[s.from].index;
  const Hops hops = *s.edge->hops;
  NodeIndex end = 0;
  const End known = end_of(s, end);
  if (known == End::kNowhere) return true;
  if (hops.least == 0 && (known == End::kAny || end == from) && !arrive(s, at, from, {})) return false;

  ShortestPaths paths(from, s.all);
  while (paths.depth() < hops.most && !paths.frontier().empty()) {
    if (known == End::kKnown && paths.reached(end)) break;
    for (const NodeIndex node : paths.take_frontier()) {
      const bool go_on = each_hop(graph_, node, s.edge->types, along(s.arrow),
                                  [&](const Hop& hop) {
                                    if (!budget_.step()) return false;
                                    if (unique_ && used_[hop.edge]) return true;
                                    if (paths.wants(hop.to) && admits(*s.edge, hop.edge)) {
                                      paths.add(node, hop.edge, hop.to);
                                    }
                                    return true;
                                  });
      if (!go_on) return false;
    }
  }
  const auto arrive_at = [&](NodeIndex node) {
    return paths.each_to(node, [&](std::vector<EdgeIndex> edges) {
      if (!budget_.step()) return false;
      if (unique_) {
        for (const EdgeIndex e : edges) used_[e] = true;
      }
      const std::vector<EdgeIndex> mine = edges;
      const bool go_on = arrive(s, at, node, std::move(edges));
      if (unique_) {
        for (const EdgeIndex e : mine) used_[e] = false;
      }
      return go_on;
    });
  };
  if (known == End::kKnown) return end == from || !paths.reached(end) || arrive_at(end);
  for (const NodeIndex node : paths.found()) {
    if (!arrive_at(node)) return false;
  }
  return true;
}

}  // namespace dragoman::query_impl
