// Part of dragoman; see LICENSE.
//
// Changing a graph is a matter of its tables; reading one of its frozen form.

#include "dragoman/graph.h"

#include <algorithm>
#include <limits>

#include "graph/impl.h"

namespace dragoman {

RelationGraph::RelationGraph() : impl_(std::make_unique<Impl>()) {}
RelationGraph::RelationGraph(RelationGraph&&) noexcept = default;
RelationGraph& RelationGraph::operator=(RelationGraph&&) noexcept = default;
RelationGraph::~RelationGraph() = default;

// ---- Changing.

Status RelationGraph::add(const Document& document) { return add(facts_of(document)); }

Status RelationGraph::add(const DocumentFacts& facts) { return add(DocumentFacts(facts)); }

Status RelationGraph::add(DocumentFacts&& facts) {
  Status status = impl_->tables.add(std::move(facts));
  if (status.ok()) impl_->changed();
  return status;
}

bool RelationGraph::remove(std::string_view document_id) {
  const bool removed = impl_->tables.remove(valid(document_id));
  if (removed) impl_->changed();
  return removed;
}

void RelationGraph::merge(const RelationGraph& other) {
  if (&other == this) return;
  for (const std::string_view id : other.document_ids()) {
    DocumentFacts theirs = *other.facts(id);
    if (const auto ours = facts(id); ours && !stands_before(theirs, *ours)) continue;
    // Facts out of a graph have passed all checks; only a full graph could refuse them.
    (void)add(std::move(theirs)).ok();
  }
}

// ---- Documents.

bool RelationGraph::has_document(std::string_view id) const { return impl_->tables.alive(valid(id)); }

std::vector<std::string_view> RelationGraph::document_ids() const {
  std::vector<std::string_view> ids;
  const Tables& tables = impl_->tables;
  for (std::uint32_t d = 0; d < tables.document_rows.size(); ++d) {
    if (tables.document_rows[d].alive) ids.push_back(tables.documents[d]);
  }
  std::sort(ids.begin(), ids.end());
  return ids;
}

std::optional<DocumentFacts> RelationGraph::facts(std::string_view document_id) const {
  if (!has_document(document_id)) return std::nullopt;
  return impl_->tables.facts(*impl_->tables.documents.find(valid(document_id)));
}

// ---- Nodes.

std::size_t RelationGraph::node_count() const { return impl_->frozen().nodes.size() - 1; }
std::size_t RelationGraph::edge_count() const { return impl_->frozen().edges.size(); }
std::size_t RelationGraph::report_count() const { return impl_->tables.live_reports; }

std::optional<NodeIndex> RelationGraph::find_node(std::string_view id) const {
  const auto number = impl_->tables.ids.find(id);
  if (!number) return std::nullopt;
  const NodeIndex node = impl_->frozen().node_of[*number];
  if (node == Frozen::kNoNode) return std::nullopt;
  return node;
}

GraphNode RelationGraph::node(NodeIndex index) const {
  const FrozenNode& node = impl_->frozen().nodes[index];
  const Tables& tables = impl_->tables;
  if (node.blank) return {.id = tables.ids[node.number], .name = {}, .state = {}, .blank = true};
  return {.id = tables.ids[node.number],
          .name = tables.texts[node.name],
          .state = tables.texts[node.state],
          .type = node.type};
}

std::vector<std::string_view> RelationGraph::aliases(NodeIndex node) const {
  const Frozen& frozen = impl_->frozen();
  return {frozen.aliases.begin() + frozen.nodes[node].first_alias,
          frozen.aliases.begin() + frozen.nodes[node + 1].first_alias};
}

std::vector<NodeIndex> RelationGraph::nodes_of(MentionType type) const {
  const Frozen& frozen = impl_->frozen();
  std::vector<NodeIndex> found;
  for (NodeIndex n = 0; n + 1 < frozen.nodes.size(); ++n) {
    if (!frozen.nodes[n].blank && is_a(frozen.nodes[n].type, type)) found.push_back(n);
  }
  return found;
}

// ---- Edges.

GraphEdge RelationGraph::edge(EdgeIndex index) const {
  const Frozen& frozen = impl_->frozen();
  const EdgeRow& row = impl_->tables.edges[frozen.edges[index]];
  return {.source = frozen.node_of[row.source],
          .target = frozen.node_of[row.target],
          .type = impl_->tables.types[row.type],
          .symmetric = row.symmetric};
}

std::vector<GraphArgument> RelationGraph::arguments(EdgeIndex index) const {
  const Tables& tables = impl_->tables;
  const EdgeRow& row = tables.edges[impl_->frozen().edges[index]];
  return unpack_arguments(tables.texts[row.arguments], tables.ids[row.source], tables.ids[row.target]);
}

std::size_t RelationGraph::report_count(EdgeIndex edge) const {
  const Frozen& frozen = impl_->frozen();
  return frozen.report_begins[edge + 1] - frozen.report_begins[edge];
}

std::vector<Report> RelationGraph::reports(EdgeIndex edge) const {
  const Frozen& frozen = impl_->frozen();
  const Tables& t = impl_->tables;
  std::vector<Report> reports;
  for (std::uint32_t i = frozen.report_begins[edge]; i < frozen.report_begins[edge + 1]; ++i) {
    const ReportRow& row = t.reports[frozen.reports[i]];
    const DocumentRow& document = t.document_rows[row.document];
    Report& report = reports.emplace_back();
    report.document = t.documents[row.document];
    report.outlet = t.texts[document.outlet];
    report.url = t.texts[document.url];
    if (document.dated) report.date = from_days(document.date);
    report.said_by = t.texts[row.said_by];
    report.where = t.texts[row.where];
    report.evidence = t.texts[row.evidence];
    report.because = t.texts[row.because];
    report.when = row.when();
    copy_claim(row, report);
  }
  return reports;
}

// ---- Edges of a node.

namespace {

// The place of a type among the live ones; none: no edge has it.
std::optional<std::uint16_t> rank_of(const RelationGraph::Impl& impl, std::string_view type) {
  const auto number = impl.tables.types.find(type);
  if (!number) return std::nullopt;
  return impl.frozen().type_rank[*number];
}

}  // namespace

std::span<const EdgeIndex> RelationGraph::out(NodeIndex node) const {
  return impl_->frozen().out.of(node);
}

std::span<const EdgeIndex> RelationGraph::in(NodeIndex node) const {
  return impl_->frozen().in.of(node);
}

std::span<const EdgeIndex> RelationGraph::out(NodeIndex node, std::string_view type) const {
  const auto rank = rank_of(*impl_, type);
  return rank ? impl_->frozen().out.of(node, *rank) : std::span<const EdgeIndex>();
}

std::span<const EdgeIndex> RelationGraph::in(NodeIndex node, std::string_view type) const {
  const auto rank = rank_of(*impl_, type);
  return rank ? impl_->frozen().in.of(node, *rank) : std::span<const EdgeIndex>();
}

std::span<const EdgeIndex> RelationGraph::between(NodeIndex source, NodeIndex target,
                                                  std::string_view type) const {
  const Frozen& frozen = impl_->frozen();
  const std::span<const EdgeIndex> all = out(source, type);
  const auto target_of = [&](EdgeIndex e) {
    return frozen.node_of[impl_->tables.edges[frozen.edges[e]].target];
  };
  const auto first = std::partition_point(all.begin(), all.end(),
                                          [&](EdgeIndex e) { return target_of(e) < target; });
  const auto last = std::partition_point(first, all.end(),
                                         [&](EdgeIndex e) { return target_of(e) == target; });
  return all.subspan(std::size_t(first - all.begin()), std::size_t(last - first));
}

std::vector<std::string_view> RelationGraph::relation_types() const {
  std::vector<std::string_view> names;
  for (const std::uint16_t type : impl_->frozen().types) names.push_back(impl_->tables.types[type]);
  return names;
}

// ---- Names of ids.

namespace {

std::string_view name_of(const RelationGraph& graph, std::string_view words, bool entity) {
  if (!entity) return words;
  const auto node = graph.find_node(words);
  return node ? graph.node(*node).name : words;
}

}  // namespace

std::string_view RelationGraph::said_by(const Report& report) const {
  return name_of(*this, report.said_by, report.said_by_entity);
}

std::string_view RelationGraph::where(const Report& report) const {
  return name_of(*this, report.where, report.where_entity);
}

const BoostGraph& boost_graph(const RelationGraph& graph) { return graph.impl().frozen().structure; }

}  // namespace dragoman
