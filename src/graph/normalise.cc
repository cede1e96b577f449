// Part of dragoman; see LICENSE.
//
// One form for equal statements, so that equal edges meet whoever made the facts.

#include <algorithm>
#include <numeric>
#include <tuple>

#include "graph/tables.h"
#include "text/utf8.h"

namespace dragoman {
namespace {

void turn(DocumentFacts::Edge& edge) {
  const auto holds = [](const std::string& id) {
    return [&id](const GraphArgument& a) { return a.entity && a.filler == id; };
  };
  const auto first = std::find_if(edge.arguments.begin(), edge.arguments.end(), holds(edge.source));
  const auto second = std::find_if(edge.arguments.begin(), edge.arguments.end(), holds(edge.target));
  if (first != edge.arguments.end() && second != edge.arguments.end()) {
    std::swap(first->filler, second->filler);
  }
  std::swap(edge.source, edge.target);
}

// An open end has no date of its own, and dates stay within what YYYY-MM-DD can say.
void tidy(std::optional<DateValue>& when) {
  static const std::int32_t kFirst = to_days({1, 1, 1});
  static const std::int32_t kLast = to_days({9999, 12, 31});
  if (!when) return;
  if (when->open_start && when->open_end) return when.reset();
  if (when->open_start) when->from = when->to;
  if (when->open_end) when->to = when->from;
  when->from = std::clamp(when->from, kFirst, kLast);
  when->to = std::clamp(when->to, when->from, kLast);
}

// The order of the text, then of everything else, so that equal documents have equal rows.
auto order(const DocumentFacts::Edge& edge) {
  const ReportFact& r = edge.report;
  const DateValue when = r.when.value_or(DateValue{});
  return std::tuple(std::tie(r.evidence_span.start, r.evidence_span.end, r.trigger.start,
                             r.trigger.end, edge.type, edge.symmetric, edge.source, edge.target,
                             edge.arguments, r.polarity, r.status, r.said_by, r.said_by_entity,
                             r.hearsay, r.where, r.where_entity, r.evidence, r.because),
                    r.when.has_value(), when.from, when.to, when.open_start, when.open_end,
                    when.precision);
}

void make_valid(std::string& text) {
  LossReport ignored;
  if (first_ill_formed(text) != text.size()) text = repair(text, ignored);
}

}  // namespace

std::string valid(std::string_view text) {
  std::string out(text);
  make_valid(out);
  return out;
}

void make_valid(DocumentFacts& facts) {
  for (std::string* text : {&facts.document.id, &facts.document.outlet, &facts.document.url}) {
    make_valid(*text);
  }
  for (DocumentFacts::Node& node : facts.nodes) {
    for (std::string* text : {&node.id, &node.name, &node.state}) make_valid(*text);
    for (std::string& alias : node.aliases) make_valid(alias);
  }
  for (DocumentFacts::Edge& edge : facts.edges) {
    ReportFact& r = edge.report;
    for (std::string* text : {&edge.type, &edge.source, &edge.target, &r.said_by, &r.where,
                              &r.evidence, &r.because}) {
      make_valid(*text);
    }
    for (GraphArgument& a : edge.arguments) {
      make_valid(a.role);
      make_valid(a.filler);
    }
  }
}

std::string blank_id(std::string_view entity) { return "_:" + std::string(entity); }
bool is_blank(std::string_view id) { return id.starts_with("_:"); }

void sort_nodes(DocumentFacts& facts) {
  const auto less = [](const auto& a, const auto& b) { return a.id < b.id; };
  if (!std::is_sorted(facts.nodes.begin(), facts.nodes.end(), less)) {
    std::sort(facts.nodes.begin(), facts.nodes.end(), less);
  }
}

namespace {

// Edges are large: their numbers are sorted, and each is then moved once.
void sort_edges(std::vector<DocumentFacts::Edge>& edges) {
  std::vector<std::uint32_t> places(edges.size());
  std::iota(places.begin(), places.end(), 0);
  std::sort(places.begin(), places.end(), [&](std::uint32_t a, std::uint32_t b) {
    const DocumentFacts::Edge &x = edges[a], &y = edges[b];
    const Span &s = x.report.evidence_span, &t = y.report.evidence_span;
    if (s.start != t.start) return s.start < t.start;   // most often all there is to ask
    return order(x) < order(y);
  });
  if (std::is_sorted(places.begin(), places.end())) return;
  std::vector<DocumentFacts::Edge> sorted;
  sorted.reserve(edges.size());
  for (const std::uint32_t place : places) sorted.push_back(std::move(edges[place]));
  edges = std::move(sorted);
}

}  // namespace

void normalise(DocumentFacts& facts) {
  for (DocumentFacts::Node& node : facts.nodes) {
    std::sort(node.aliases.begin(), node.aliases.end());
    node.aliases.erase(std::unique(node.aliases.begin(), node.aliases.end()), node.aliases.end());
  }
  sort_nodes(facts);
  for (DocumentFacts::Edge& edge : facts.edges) {
    tidy(edge.report.when);
    // Facts out of a graph name their blank nodes; these keep their side.
    const bool two = !edge.source.empty() && !edge.target.empty() && !is_blank(edge.source) &&
                     !is_blank(edge.target);
    if (edge.symmetric && two && edge.target < edge.source) turn(edge);
    if (edge.source.empty()) edge.source = blank_id(edge.target);
    if (edge.target.empty()) edge.target = blank_id(edge.source);
  }
  // The same statement twice is one report.
  sort_edges(facts.edges);
  const auto same = [](const auto& a, const auto& b) { return order(a) == order(b); };
  facts.edges.erase(std::unique(facts.edges.begin(), facts.edges.end(), same), facts.edges.end());
}

bool stands_before(const DocumentFacts& a, const DocumentFacts& b) {
  if (a.edges.size() != b.edges.size()) return a.edges.size() > b.edges.size();
  const auto node = [](const DocumentFacts::Node& n) {
    return std::tie(n.id, n.type, n.name, n.aliases, n.state);
  };
  const auto head = [](const DocumentInfo& d) { return std::tie(d.date, d.outlet, d.url); };
  if (head(a.document) != head(b.document)) return head(a.document) < head(b.document);
  const auto node_less = [&](const auto& x, const auto& y) { return node(x) < node(y); };
  const auto edge_less = [&](const auto& x, const auto& y) { return order(x) < order(y); };
  if (std::lexicographical_compare(a.nodes.begin(), a.nodes.end(), b.nodes.begin(), b.nodes.end(),
                                   node_less)) {
    return true;
  }
  if (std::lexicographical_compare(b.nodes.begin(), b.nodes.end(), a.nodes.begin(), a.nodes.end(),
                                   node_less)) {
    return false;
  }
  return std::lexicographical_compare(a.edges.begin(), a.edges.end(), b.edges.begin(),
                                      b.edges.end(), edge_less);
}

}  // namespace dragoman
