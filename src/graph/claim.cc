// Part of dragoman; see LICENSE.

#include "graph/claim.h"

#include <algorithm>
#include <limits>

namespace dragoman {
namespace {

bool ahead(RelationStatus status) {
  switch (status) {
    case RelationStatus::kHappened:
    case RelationStatus::kOngoing:
    case RelationStatus::kCancelled: return false;
    default: return true;
  }
}

void set_period(const Report& report, HappeningKind kind, Claim& claim) {
  const std::int32_t before = happening_window(kind).before;
  const std::optional<std::int32_t> day =
      report.date ? std::optional(to_days(*report.date)) : std::nullopt;
  claim.ahead = ahead(report.status);
  claim.status = report.status;
  claim.denied = report.polarity == Polarity::kDenied;
  claim.told_on = day.value_or(std::numeric_limits<std::int32_t>::max());
  if (report.when) {
    claim.dated = claim.told = true;
    claim.from = report.when->from;
    claim.to = report.when->to;
    // "Since May": from then until the document was written, as far as is known.
    if (report.when->open_end) claim.to = std::max(claim.to, day.value_or(claim.to) + (claim.ahead ? kPlanDays : 0));
    if (report.when->open_start) claim.from -= kPlanDays;
    claim.anchor = claim.from;
    return;
  }
  if (!day) return;
  claim.dated = true;
  claim.anchor = claim.from = claim.to = *day;
  if (claim.ahead || report.status == RelationStatus::kCancelled) claim.to += kPlanDays;
  if (!claim.ahead) claim.from -= before;
  if (claim.denied || report.status == RelationStatus::kOngoing) {
    claim.from = std::min(claim.from, *day - before);
    claim.to = std::max(claim.to, *day + before);
  }
}

bool is_place(const GraphNode& node) {
  return !node.blank && (node.type == MentionType::kCity || node.type == MentionType::kPlace);
}

// "ballistic missiles" and "missile" share a word: lower case, without a plural's s.
void add_words(const std::string& role, std::string_view text, Claim& claim) {
  std::string word;
  const auto flush = [&] {
    if (word.size() > 3 && word.back() == 's') word.pop_back();
    if (word.size() > 1) claim.details.emplace_back(role, word);
    word.clear();
  };
  for (const char c : text) {
    const bool letter = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') ||
                        static_cast<unsigned char>(c) >= 0x80;
    if (letter) {
      word += c;
    } else if (c >= 'A' && c <= 'Z') {
      word += char(c - 'A' + 'a');
    } else {
      flush();
    }
  }
  flush();
}

}  // namespace

std::string party(const RelationGraph& graph, NodeIndex index) {
  const GraphNode node = graph.node(index);
  if (node.blank) return {};
  const bool stands_for_state =
      is_place(node) || node.type == MentionType::kGovernmentBody ||
      node.type == MentionType::kGroup || node.type == MentionType::kNationality;
  return std::string(stands_for_state && !node.state.empty() ? node.state : node.id);
}

Claim claim_of(const RelationGraph& graph, EdgeIndex index, std::uint32_t number,
               const Report& report, HappeningKind kind) {
  Claim claim;
  claim.edge = index;
  claim.report = number;
  set_period(report, kind, claim);
  const GraphEdge edge = graph.edge(index);
  const std::string_view source = graph.node(edge.source).id;
  const std::string_view target = graph.node(edge.target).id;
  if (is_place(graph.node(edge.target))) claim.places.emplace_back(target);
  for (const GraphArgument& a : graph.arguments(index)) {
    // Accounts differ in amounts; the parties are compared apart.
    if (a.role == "amount" || (a.entity && (a.filler == source || a.filler == target))) continue;
    const auto node = a.entity ? graph.find_node(a.filler) : std::nullopt;
    if (!node) {
      add_words(a.role, a.filler, claim);
    } else if (is_place(graph.node(*node))) {
      claim.places.push_back(a.filler);
    } else {
      claim.details.emplace_back(a.role, party(graph, *node));
    }
  }
  if (report.where_entity) {
    const auto node = graph.find_node(report.where);
    if (node && is_place(graph.node(*node))) claim.places.emplace_back(report.where);
  }
  std::sort(claim.details.begin(), claim.details.end());
  claim.details.erase(std::unique(claim.details.begin(), claim.details.end()), claim.details.end());
  std::sort(claim.places.begin(), claim.places.end());
  claim.places.erase(std::unique(claim.places.begin(), claim.places.end()), claim.places.end());
  return claim;
}

}  // namespace dragoman
