// Part of dragoman; see LICENSE.
//
// RelationGraph: what many documents say, in one graph.
//
//   RelationGraph graph;
//   for (const Document& d : documents) graph.add(d);        // any order, same graph
//   const auto north = graph.find_node("PRK");
//   for (EdgeIndex e : graph.out(*north, "arms_transfer"))
//     for (const Report& r : graph.reports(e))
//       print(graph.node(graph.edge(e).target).name, to_string(r.status), r.evidence);
//
// Nodes are entities.  An edge is a relation type with its arguments; it runs from the
// doer (the first role) to the next role that an entity fills, and holds one report for
// each time that a document says so.  Edges of the same ends are parallel.
//
//   A symmetric edge (meet, ally_of) is stored once, from the smaller id to the larger.
//   A relation with one known party only (a weapon test, an attack by nobody named) ends
//   or begins in that party's blank node: id "_:PRK", no name, no type, no other edge but
//   of that party.  So it is never read as "PRK attacked PRK", and makes no path between
//   strangers.
//
// The graph is a pure function of the set of its documents: the order of add(), remove()
// and merge() leaves no trace.  A name, type or state on which documents disagree is put
// to the vote, one document one vote; a tie goes to the longer name, then to the first in
// byte order, and to the type that stands first in data/schema/types.yaml.
//
// Reading sorts the graph once after each change (about 0.4 s a million edges) and then
// costs no more than said at each method.  Views and indices hold until the next change.
// Any number of threads may read; none may read while one changes it.

#ifndef DRAGOMAN_GRAPH_H_
#define DRAGOMAN_GRAPH_H_

#include <compare>
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "dragoman/api.h"
#include "dragoman/document.h"
#include "dragoman/relation.h"
#include "dragoman/result.h"

namespace dragoman {

// ---- What one document contributes: plain text, no indices into anything.

// One role's filler.
struct GraphArgument {
  std::string role;        // "supplier"
  std::string filler;      // an entity's id, or the words of a value ("missile", "$4 bn")
  bool entity = false;
  friend auto operator<=>(const GraphArgument&, const GraphArgument&) = default;
};

// One statement of a relation.
struct ReportFact {
  std::string said_by;             // an entity's id, or words; empty: the outlet itself
  bool said_by_entity = false;
  bool hearsay = false;            // "reportedly"
  Polarity polarity = Polarity::kAsserted;
  RelationStatus status = RelationStatus::kHappened;
  std::optional<DateValue> when;
  std::string where;               // an entity's id, or words
  bool where_entity = false;
  std::string evidence;            // the sentence
  Span evidence_span;              // bytes of the document's text
  Span trigger;
  std::string because;             // "data/frames/arms_transfer.yaml:12 supply_active"
};

struct DocumentFacts {
  struct Node {
    std::string id;
    MentionType type = MentionType::kPerson;
    std::string name;
    std::vector<std::string> aliases;
    std::string state;
  };
  struct Edge {
    std::string type;                      // "arms_transfer"
    bool symmetric = false;
    std::string source, target;            // ids; one may be empty: nobody named
    std::vector<GraphArgument> arguments;  // all of them, in the schema's order
    ReportFact report;
  };
  DocumentInfo document;
  std::vector<Node> nodes;
  std::vector<Edge> edges;
};

// A relation whose first two roles are filled more than once gives an edge a pair; one
// that no entity takes part in gives none.
DRAGOMAN_EXPORT DocumentFacts facts_of(const Document& document);

// ---- Reading.

using NodeIndex = std::uint32_t;    // by id, in byte order
using EdgeIndex = std::uint32_t;    // by source, type, target, arguments

struct GraphNode {
  std::string_view id;
  std::string_view name;
  std::string_view state;           // alpha-3 of the state it belongs to, or empty
  MentionType type = MentionType::kPerson;   // says nothing for a blank node
  bool blank = false;
};

struct GraphEdge {
  NodeIndex source = 0;
  NodeIndex target = 0;
  std::string_view type;
  bool symmetric = false;
};

// A report with its document.  said_by() and where() of the graph turn ids into names.
struct Report {
  std::string_view document;        // its id
  std::string_view outlet;
  std::string_view url;
  std::optional<Date> date;         // of the document
  std::string_view said_by;         // an entity's id, or words; empty: the outlet itself
  std::string_view where;
  std::string_view evidence;
  std::string_view because;
  std::optional<DateValue> when;
  Span evidence_span;
  Span trigger;
  Polarity polarity = Polarity::kAsserted;
  RelationStatus status = RelationStatus::kHappened;
  bool said_by_entity = false;
  bool where_entity = false;
  bool hearsay = false;
};

class Happenings;   // dragoman/happening.h

class DRAGOMAN_EXPORT RelationGraph {
 public:
  RelationGraph();
  RelationGraph(RelationGraph&&) noexcept;
  RelationGraph& operator=(RelationGraph&&) noexcept;
  ~RelationGraph();

  // Adds what a document says; one with the same id is replaced.  kBadArgument without
  // an id, and for facts that name an entity which is not among their nodes: nothing is
  // added then.  Linear in the document.
  Status add(const Document& document);
  Status add(const DocumentFacts& facts);
  Status add(DocumentFacts&& facts);

  // False if there is no such document.  The graph is then as if it had never been added.
  bool remove(std::string_view document_id);

  // Adds all documents of the other graph.  Where both have a document of one id, but not
  // the same facts, that with more edges stays, then the first in a fixed order, so that
  // a.merge(b) and b.merge(a) agree.
  void merge(const RelationGraph& other);

  bool has_document(std::string_view id) const;                  // one hash lookup
  std::vector<std::string_view> document_ids() const;            // sorted
  std::optional<DocumentFacts> facts(std::string_view document_id) const;   // as added; nothing: not there

  std::size_t node_count() const;     // constant, as are the next two
  std::size_t edge_count() const;
  std::size_t report_count() const;

  std::optional<NodeIndex> find_node(std::string_view id) const;   // log n
  GraphNode node(NodeIndex node) const;                            // constant
  std::vector<std::string_view> aliases(NodeIndex node) const;     // names but the chosen one, sorted
  // Nodes whose type is, or stands below, this one; by id.
  std::vector<NodeIndex> nodes_of(MentionType type) const;

  GraphEdge edge(EdgeIndex edge) const;                            // constant
  std::vector<GraphArgument> arguments(EdgeIndex edge) const;      // in the order of the type's roles
  std::vector<Report> reports(EdgeIndex edge) const;    // by document id, then place in it
  std::size_t report_count(EdgeIndex edge) const;                  // constant

  // Edges that start or end at a node, all or of one type: at a hub of a million edges as
  // fast as anywhere (a search among the types of the node).  Symmetric edges start at one
  // of their ends only: ask both ways.
  std::span<const EdgeIndex> out(NodeIndex node) const;
  std::span<const EdgeIndex> out(NodeIndex node, std::string_view type) const;
  std::span<const EdgeIndex> in(NodeIndex node) const;
  std::span<const EdgeIndex> in(NodeIndex node, std::string_view type) const;
  // The edges of that type from source to target: two binary searches more.
  std::span<const EdgeIndex> between(NodeIndex source, NodeIndex target,
                                     std::string_view type) const;

  std::vector<std::string_view> relation_types() const;            // those that occur, sorted

  // The name of an entity of this graph, or the words themselves.
  std::string_view said_by(const Report& report) const;
  std::string_view where(const Report& report) const;   // both: empty where nothing is said

  // Reports of one happening brought together (happening.h).  Made once after each change,
  // about 3 s a million reports; then constant.
  const Happenings& happenings() const;

  struct Impl;                        // src/ only
  const Impl& impl() const { return *impl_; }

 private:
  std::unique_ptr<Impl> impl_;
};

}  // namespace dragoman

#endif  // DRAGOMAN_GRAPH_H_
