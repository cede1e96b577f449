// Part of dragoman; see LICENSE.
//
// Documents as one flat table: a row for each report of a relation, with all that a graph of many
// documents needs to know of its parties.  This is what engines for large data take (dragoman.spark).
//
// Each document makes a graph of its own, so that ends, argument order and blank parties are those
// of RelationGraph; rows of any number of machines then group into the graph of all documents.

#include "relation_rows.h"

#include <utility>

#include "analysis.h"
#include "dragoman/graph.h"
#include "dragoman/happening.h"
#include "graph/claim.h"
#include "table.h"

namespace dragoman::python {
namespace {

using Kind = Column::Kind;

struct ColumnDefinition {
  const char* name;
  Kind kind;
};

// In the order of the table.
enum At : std::size_t {
  kDocument, kDate, kOutlet, kUrl, kRelation, kType, kKind, kSymmetric, kSource, kTarget,
  kSourceParty, kTargetParty, kArguments, kStatus, kPolarity, kSaidBy, kSaidById, kHearsay, kWhen,
  kFromDay, kToDay, kWhere, kWhereId, kEvidence, kEvidenceStart, kEvidenceEnd, kTriggerStart,
  kTriggerEnd, kBecause, kError, kColumns
};

constexpr ColumnDefinition kDefinitions[kColumns] = {
    {"document", Kind::kText}, {"date", Kind::kDay}, {"outlet", Kind::kText}, {"url", Kind::kText},
    {"relation", Kind::kInt}, {"type", Kind::kText}, {"kind", Kind::kText},
    {"symmetric", Kind::kTruth}, {"source", Kind::kText}, {"target", Kind::kText},
    {"source_party", Kind::kText}, {"target_party", Kind::kText}, {"arguments", Kind::kList},
    {"status", Kind::kText}, {"polarity", Kind::kText}, {"said_by", Kind::kText},
    {"said_by_id", Kind::kText}, {"hearsay", Kind::kTruth}, {"when", Kind::kText},
    {"from_day", Kind::kDay}, {"to_day", Kind::kDay}, {"where", Kind::kText},
    {"where_id", Kind::kText}, {"evidence", Kind::kText}, {"evidence_start", Kind::kInt},
    {"evidence_end", Kind::kInt}, {"trigger_start", Kind::kInt}, {"trigger_end", Kind::kInt},
    {"because", Kind::kText}, {"error", Kind::kText}};

// role, filler, and of an entity its name, type and state.
Column arguments_column() {
  std::vector<Column> fields;
  for (const char* name : {"role", "filler", "name", "type", "state"}) {
    fields.emplace_back(name, Kind::kText);
  }
  std::vector<Column> item;
  item.emplace_back("item", Kind::kStruct, std::move(fields));
  return Column("arguments", Kind::kList, std::move(item));
}

class Rows {
 public:
  Rows() {
    for (const ColumnDefinition& d : kDefinitions) {
      columns_.push_back(d.kind == Kind::kList ? arguments_column() : Column(d.name, d.kind));
    }
  }

  void add(const Analysis& analysis) {
    RelationGraph graph;
    value_or_raise(graph.add(analysis.document()));
    std::int64_t number = 0;
    for (EdgeIndex edge = 0; edge < graph.edge_count(); ++edge) {
      for (const Report& report : graph.reports(edge)) add(analysis, graph, edge, report, number++);
    }
  }

  // A row for what could not be read.
  void add_error(std::string_view document, std::string_view message) {
    for (std::size_t i = 0; i < kColumns; ++i) {
      if (i == kDocument) columns_[i].text_or_null(document);
      else if (i == kError) columns_[i].text(message);
      else columns_[i].null();
    }
  }

  Table finish() { return Table(std::move(columns_)); }

 private:
  void day(At at, bool known, std::int32_t days) {
    if (known) columns_[at].integer(days);
    else columns_[at].null();
  }
  void text(At at, std::string_view value) { columns_[at].text_or_null(value); }
  void place(At at, const Analysis& analysis, std::uint32_t byte) {
    columns_[at].integer(std::int64_t(analysis.code_point(byte)));
  }

  void arguments(const RelationGraph& graph, EdgeIndex edge) {
    Column& item = columns_[kArguments].child(0);
    for (const GraphArgument& argument : graph.arguments(edge)) {
      item.child(0).text(argument.role);
      item.child(1).text(argument.filler);
      const auto node = argument.entity ? graph.find_node(argument.filler) : std::nullopt;
      if (node) {
        const GraphNode facts = graph.node(*node);
        item.child(2).text(facts.name);
        item.child(3).text(to_string(facts.type));
        item.child(4).text_or_null(facts.state);
      } else {
        for (const std::size_t i : {2, 3, 4}) item.child(i).null();
      }
      item.end_struct();
    }
    columns_[kArguments].end_list();
  }

  void add(const Analysis& analysis, const RelationGraph& graph, EdgeIndex index, const Report& r,
           std::int64_t number) {
    const GraphEdge edge = graph.edge(index);
    const GraphNode source = graph.node(edge.source), target = graph.node(edge.target);
    columns_[kDocument].text(r.document);
    day(kDate, r.date.has_value(), r.date ? to_days(*r.date) : 0);
    text(kOutlet, r.outlet);
    text(kUrl, r.url);
    columns_[kRelation].integer(number);
    columns_[kType].text(edge.type);
    columns_[kKind].text(to_string(happening_kind(edge.type)));
    columns_[kSymmetric].truth(edge.symmetric);
    text(kSource, source.blank ? std::string_view() : source.id);
    text(kTarget, target.blank ? std::string_view() : target.id);
    text(kSourceParty, party(graph, edge.source));
    text(kTargetParty, party(graph, edge.target));
    arguments(graph, index);
    columns_[kStatus].text(to_string(r.status));
    columns_[kPolarity].text(to_string(r.polarity));
    text(kSaidBy, graph.said_by(r));
    text(kSaidById, r.said_by_entity ? r.said_by : std::string_view());
    columns_[kHearsay].truth(r.hearsay);
    text(kWhen, r.when ? to_string(*r.when) : std::string());
    day(kFromDay, r.when && !r.when->open_start, r.when ? r.when->from : 0);
    day(kToDay, r.when && !r.when->open_end, r.when ? r.when->to : 0);
    text(kWhere, graph.where(r));
    text(kWhereId, r.where_entity ? r.where : std::string_view());
    columns_[kEvidence].text(r.evidence);
    place(kEvidenceStart, analysis, r.evidence_span.start);
    place(kEvidenceEnd, analysis, r.evidence_span.end);
    place(kTriggerStart, analysis, r.trigger.start);
    place(kTriggerEnd, analysis, r.trigger.end);
    text(kBecause, r.because);
    columns_[kError].null();
  }

  std::vector<Column> columns_;
};

Table relation_rows(nb::list documents) {
  std::vector<Shared> analyses;               // null: an error
  std::vector<std::pair<std::string, std::string>> errors;
  for (nb::handle item : documents) {
    if (nb::isinstance<PyDocument>(item)) {
      analyses.push_back(nb::cast<const PyDocument&>(item).analysis);
    } else {
      analyses.push_back(nullptr);
      errors.emplace_back(text_of(item[0], "id"), text_of(item[1], "message"));
    }
  }
  const nb::gil_scoped_release release;
  Rows rows;
  std::size_t error = 0;
  for (const Shared& analysis : analyses) {
    if (analysis) rows.add(*analysis);
    else rows.add_error(errors[error].first, errors[error].second), ++error;
  }
  return rows.finish();
}

}  // namespace

void bind_relation_rows(nb::module_& module) {
  module.def("relation_rows", &relation_rows, "documents"_a,
             nb::sig("def relation_rows(documents: collections.abc.Sequence[Document | tuple[str, str]]) -> Table"),
             "A row for each report of each relation of the documents, and one for each pair (id, "
             "message) of what could not be read; dragoman.arrow.SCHEMA tells the columns.");
}

}  // namespace dragoman::python
