// Part of dragoman; see LICENSE.
//
// The sorted, readable form of the tables: Boost's compressed sparse rows for structure,
// and beside it an index of each node's edges by type, because Boost finds the edges of
// one type at a hub only by walking all of them.
//
// Cost an edge: 12 bytes in Boost's rows (both directions), 16 for its row number, its
// places in the two orders and its reports' start; the tables below hold 16 more and a
// hash slot of 6 to 12.

#ifndef DRAGOMAN_GRAPH_FROZEN_H_
#define DRAGOMAN_GRAPH_FROZEN_H_

#include <cstdint>
#include <span>
#include <vector>

#include "dragoman/boost_graph.h"
#include "graph/tables.h"

namespace dragoman {

// Edges of one node, sorted by type: where each type's run begins.
class TypeRuns {
 public:
  // order: edges grouped by node, and by type within a node.  begins: of each node, plus end.
  template <typename TypeOf>
  void build(std::vector<EdgeIndex> order, std::vector<std::uint32_t> begins, TypeOf type_of);

  std::span<const EdgeIndex> of(NodeIndex node) const {
    return std::span(order_).subspan(begins_[node], begins_[node + 1] - begins_[node]);
  }
  std::span<const EdgeIndex> of(NodeIndex node, std::uint16_t type) const;
  std::size_t bytes() const {
    return (order_.capacity() + begins_.capacity() + run_begins_.capacity()) * sizeof(std::uint32_t) +
           runs_.capacity() * sizeof(Run);
  }

 private:
  struct Run {
    std::uint32_t begin;
    std::uint16_t type;
  };
  std::vector<EdgeIndex> order_;
  std::vector<std::uint32_t> begins_;       // into order_, by node
  std::vector<Run> runs_;
  std::vector<std::uint32_t> run_begins_;   // into runs_, by node
};

struct FrozenNode {
  std::uint32_t number = 0;                 // into Tables::ids
  StringId name = 0;
  StringId state = 0;
  std::uint32_t first_alias = 0;            // into Frozen::aliases
  MentionType type = MentionType::kPerson;
  bool blank = false;
};

struct Frozen {
  explicit Frozen(const Tables& tables);

  std::vector<FrozenNode> nodes;            // by id; one more at the end, for its first_alias
  std::vector<NodeIndex> node_of;           // by number in Tables::ids; kNoNode: dead
  std::vector<std::string_view> aliases;    // in the pool, by node
  std::vector<std::uint32_t> name_rows;     // live Tables::names, by node, then document id
  std::vector<std::uint32_t> name_begins;   // into name_rows, by node

  std::vector<std::uint32_t> edges;         // rows of Tables::edges, in order
  std::vector<std::uint32_t> report_begins; // by edge, plus end
  std::vector<std::uint32_t> reports;       // rows of Tables::reports, by edge
  BoostGraph structure;
  TypeRuns out, in;

  std::vector<std::uint32_t> documents;     // live ones, by id
  std::vector<std::uint16_t> types;         // live ones, by name; edges of a type carry its place
  std::vector<std::uint16_t> type_rank;     // by number in Tables::types

  // Of all that grows with the edges; Boost's rows hold a target and a source each, and the
  // number of the edge.
  std::size_t edge_bytes() const {
    return (edges.capacity() + report_begins.capacity()) * sizeof(std::uint32_t) + out.bytes() + in.bytes() +
           (3 * edges.size() + 2 * nodes.size()) * sizeof(std::uint32_t);
  }

  static constexpr NodeIndex kNoNode = ~NodeIndex{0};

 private:
  void sort_documents(const Tables& tables);
  std::vector<std::uint32_t> count_reports(const Tables& tables);
  void sort_nodes(const Tables& tables, const std::vector<std::uint32_t>& report_counts);
  void vote(const Tables& tables);
  void sort_edges(const Tables& tables, const std::vector<std::uint32_t>& report_counts);
  void sort_reports(const Tables& tables);
  void link(const Tables& tables);
};

}  // namespace dragoman

#endif  // DRAGOMAN_GRAPH_FROZEN_H_
