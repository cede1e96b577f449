// Part of dragoman; see LICENSE.
//
// Freezing: sort everything by what it is called, never by when it came, so that the result
// depends on the live documents alone.  Counting sorts group rows by node and by edge;
// comparisons of strings happen once an id, not once a row.  O(n log n).

#include "graph/frozen.h"

#include <algorithm>
#include <numeric>
#include <utility>

#include "graph/vote.h"

namespace dragoman {
namespace {

constexpr std::uint32_t kDead = ~std::uint32_t{0};

// counts[i] rows of group i -> where each group begins, plus the end.
std::vector<std::uint32_t> begins_of(const std::vector<std::uint32_t>& counts) {
  std::vector<std::uint32_t> begins(counts.size() + 1, 0);
  std::partial_sum(counts.begin(), counts.end(), begins.begin() + 1);
  return begins;
}

}  // namespace

template <typename TypeOf>
void TypeRuns::build(std::vector<EdgeIndex> order, std::vector<std::uint32_t> begins,
                     TypeOf type_of) {
  order_ = std::move(order);
  begins_ = std::move(begins);
  run_begins_.reserve(begins_.size());
  for (std::size_t node = 0; node + 1 < begins_.size(); ++node) {
    run_begins_.push_back(std::uint32_t(runs_.size()));
    for (std::uint32_t i = begins_[node]; i < begins_[node + 1]; ++i) {
      const std::uint16_t type = type_of(order_[i]);
      if (i == begins_[node] || runs_.back().type != type) runs_.push_back({i, type});
    }
  }
  run_begins_.push_back(std::uint32_t(runs_.size()));
  runs_.shrink_to_fit();
}

std::span<const EdgeIndex> TypeRuns::of(NodeIndex node, std::uint16_t type) const {
  const auto first = runs_.begin() + run_begins_[node];
  const auto last = runs_.begin() + run_begins_[node + 1];
  const auto run = std::lower_bound(first, last, type,
                                    [](const Run& r, std::uint16_t t) { return r.type < t; });
  if (run == last || run->type != type) return {};
  const std::uint32_t end = run + 1 == last ? begins_[node + 1] : (run + 1)->begin;
  return std::span(order_).subspan(run->begin, end - run->begin);
}

Frozen::Frozen(const Tables& tables) {
  sort_documents(tables);
  const std::vector<std::uint32_t> report_counts = count_reports(tables);
  sort_nodes(tables, report_counts);
  vote(tables);
  sort_edges(tables, report_counts);
  sort_reports(tables);
  link(tables);
}

void Frozen::sort_documents(const Tables& tables) {
  for (std::uint32_t d = 0; d < tables.document_rows.size(); ++d) {
    if (tables.document_rows[d].alive) documents.push_back(d);
  }
  std::sort(documents.begin(), documents.end(), [&](std::uint32_t a, std::uint32_t b) {
    return tables.documents[a] < tables.documents[b];
  });
}

// Live reports by edge row; rows of a replaced document are dead though its id lives on.
std::vector<std::uint32_t> Frozen::count_reports(const Tables& tables) {
  std::vector<std::uint32_t> counts(tables.edges.size(), 0);
  for (const std::uint32_t d : documents) {
    const DocumentRow& row = tables.document_rows[d];
    for (std::size_t i = row.first_report; i < row.last_report; ++i) {
      ++counts[tables.reports[i].edge];
    }
  }
  return counts;
}

void Frozen::sort_nodes(const Tables& tables, const std::vector<std::uint32_t>& report_counts) {
  std::vector<bool> live(tables.ids.size(), false);
  for (const std::uint32_t d : documents) {
    const DocumentRow& row = tables.document_rows[d];
    for (std::size_t i = row.first_name; i < row.last_name; ++i) live[tables.names[i].node] = true;
  }
  for (std::size_t e = 0; e < tables.edges.size(); ++e) {
    if (report_counts[e] == 0) continue;
    live[tables.edges[e].source] = true;   // blank nodes have no names
    live[tables.edges[e].target] = true;
  }
  for (std::uint32_t number = 0; number < live.size(); ++number) {
    if (live[number]) {
      nodes.push_back({.number = number, .blank = is_blank(tables.ids[number])});
    }
  }
  std::sort(nodes.begin(), nodes.end(), [&](const FrozenNode& a, const FrozenNode& b) {
    return tables.ids[a.number] < tables.ids[b.number];
  });
  node_of.assign(tables.ids.size(), kNoNode);
  for (NodeIndex i = 0; i < nodes.size(); ++i) node_of[nodes[i].number] = i;
}

// Documents are taken in order of their ids, so the rows of a node are in order too.
void Frozen::vote(const Tables& tables) {
  std::vector<std::uint32_t> counts(nodes.size(), 0);
  const auto each_row = [&](auto use) {
    for (const std::uint32_t d : documents) {
      const DocumentRow& row = tables.document_rows[d];
      for (std::size_t i = row.first_name; i < row.last_name; ++i) use(std::uint32_t(i));
    }
  };
  each_row([&](std::uint32_t i) { ++counts[node_of[tables.names[i].node]]; });
  name_begins = begins_of(counts);
  name_rows.resize(name_begins.back());
  std::vector<std::uint32_t> at(name_begins.begin(), name_begins.end() - 1);
  each_row([&](std::uint32_t i) { name_rows[at[node_of[tables.names[i].node]]++] = i; });
  for (NodeIndex n = 0; n < nodes.size(); ++n) {
    const std::span rows(name_rows.data() + name_begins[n], name_begins[n + 1] - name_begins[n]);
    nodes[n].first_alias = std::uint32_t(aliases.size());
    if (!rows.empty()) elect(tables, rows, nodes[n], aliases);
  }
  nodes.push_back({.first_alias = std::uint32_t(aliases.size())});
}

void Frozen::sort_edges(const Tables& tables, const std::vector<std::uint32_t>& report_counts) {
  types.resize(tables.types.size());
  std::iota(types.begin(), types.end(), 0);
  std::vector<bool> used(types.size(), false);
  for (std::size_t e = 0; e < tables.edges.size(); ++e) {
    if (report_counts[e] != 0) used[tables.edges[e].type] = true;
  }
  std::erase_if(types, [&](std::uint16_t type) { return !used[type]; });
  std::sort(types.begin(), types.end(), [&](std::uint16_t a, std::uint16_t b) {
    return tables.types[a] < tables.types[b];
  });
  type_rank.assign(tables.types.size(), 0);
  for (std::size_t i = 0; i < types.size(); ++i) type_rank[types[i]] = std::uint16_t(i);

  struct Key {
    std::uint64_t source_type;
    NodeIndex target;
    std::uint32_t row;
  };
  std::vector<Key> keys;
  for (std::uint32_t e = 0; e < tables.edges.size(); ++e) {
    if (report_counts[e] == 0) continue;
    const EdgeRow& row = tables.edges[e];
    keys.push_back({std::uint64_t{node_of[row.source]} << 16 | type_rank[row.type],
                    node_of[row.target], e});
  }
  std::sort(keys.begin(), keys.end(), [&](const Key& a, const Key& b) {
    if (a.source_type != b.source_type) return a.source_type < b.source_type;
    if (a.target != b.target) return a.target < b.target;
    const EdgeRow& x = tables.edges[a.row];
    const EdgeRow& y = tables.edges[b.row];
    if (x.arguments != y.arguments) return tables.texts[x.arguments] < tables.texts[y.arguments];
    return x.symmetric < y.symmetric;
  });
  edges.reserve(keys.size());
  for (const Key& key : keys) edges.push_back(key.row);
}

// Documents are taken in order of their ids, so the reports of an edge are in order too.
void Frozen::sort_reports(const Tables& tables) {
  std::vector<std::uint32_t> rank(tables.edges.size(), kDead);
  for (EdgeIndex e = 0; e < edges.size(); ++e) rank[edges[e]] = e;
  std::vector<std::uint32_t> counts(edges.size(), 0);
  for (const std::uint32_t d : documents) {
    const DocumentRow& row = tables.document_rows[d];
    for (std::size_t i = row.first_report; i < row.last_report; ++i) {
      ++counts[rank[tables.reports[i].edge]];
    }
  }
  report_begins = begins_of(counts);
  reports.resize(report_begins.back());
  std::vector<std::uint32_t> at(report_begins.begin(), report_begins.end() - 1);
  for (const std::uint32_t d : documents) {
    const DocumentRow& row = tables.document_rows[d];
    for (std::size_t i = row.first_report; i < row.last_report; ++i) {
      reports[at[rank[tables.reports[i].edge]]++] = std::uint32_t(i);
    }
  }
}

void Frozen::link(const Tables& tables) {
  const std::size_t node_count = nodes.size() - 1;
  std::vector<std::pair<NodeIndex, NodeIndex>> ends;
  ends.reserve(edges.size());
  std::vector<std::uint32_t> out_counts(node_count, 0), in_counts(node_count, 0);
  for (const std::uint32_t row : edges) {
    ends.emplace_back(node_of[tables.edges[row].source], node_of[tables.edges[row].target]);
    ++out_counts[ends.back().first];
    ++in_counts[ends.back().second];
  }
  structure = BoostGraph(boost::edges_are_unsorted_multi_pass, ends.begin(), ends.end(),
                         std::uint32_t(node_count));

  const auto type_of = [&](EdgeIndex e) { return type_rank[tables.edges[edges[e]].type]; };
  std::vector<EdgeIndex> order(edges.size());
  std::iota(order.begin(), order.end(), 0);
  // By type first: the counting sort by target then keeps that order within each node.
  std::vector<std::uint32_t> type_counts(types.size(), 0);
  for (EdgeIndex e = 0; e < edges.size(); ++e) ++type_counts[type_of(e)];
  std::vector<std::uint32_t> next = begins_of(type_counts);
  std::vector<EdgeIndex> by_type(edges.size());
  for (EdgeIndex e = 0; e < edges.size(); ++e) by_type[next[type_of(e)]++] = e;
  std::vector<std::uint32_t> in_begins = begins_of(in_counts);
  std::vector<EdgeIndex> in_order(edges.size());
  std::vector<std::uint32_t> at(in_begins.begin(), in_begins.end() - 1);
  for (const EdgeIndex e : by_type) in_order[at[ends[e].second]++] = e;

  out.build(std::move(order), begins_of(out_counts), type_of);
  in.build(std::move(in_order), std::move(in_begins), type_of);
}

}  // namespace dragoman
