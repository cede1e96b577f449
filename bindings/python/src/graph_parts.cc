// Part of dragoman; see LICENSE.

#include "graph_parts.h"

#include <algorithm>
#include <utility>

namespace dragoman::python {
namespace {

using Kind = Column::Kind;

nb::object period(const std::optional<DateValue>& when) {
  if (!when) return nb::none();
  return nb::make_tuple(when->open_start ? nb::none() : day_to_python(when->from),
                        when->open_end ? nb::none() : day_to_python(when->to));
}

void day(Column& column, bool known, std::int32_t days) {
  if (known)
    column.integer(days);
  else
    column.null();
}

Column arguments_column() {
  std::vector<Column> fields;
  fields.emplace_back("role", Kind::kText);
  fields.emplace_back("filler", Kind::kText);
  fields.emplace_back("entity", Kind::kTruth);
  std::vector<Column> item;
  item.emplace_back("item", Kind::kStruct, std::move(fields));
  return Column("arguments", Kind::kList, std::move(item));
}

void add_arguments(Column& column, const std::vector<GraphArgument>& arguments) {
  Column& item = column.child(0);
  for (const GraphArgument& argument : arguments) {
    item.child(0).text(argument.role);
    item.child(1).text(argument.filler);
    item.child(2).truth(argument.entity);
    item.end_struct();
  }
  column.end_list();
}

nb::dict by_role(const std::vector<GraphArgument>& arguments) {
  nb::dict out;
  for (const GraphArgument& argument : arguments) {
    const nb::str role = to_python(argument.role);
    if (!out.contains(role)) out[role] = nb::list();
    nb::cast<nb::list>(out[role]).append(to_python(argument.filler));
  }
  return out;
}

}  // namespace

PyNode node_of(const RelationGraph& graph, NodeIndex index) {
  const GraphNode node = graph.node(index);
  PyNode out{
      std::string(node.id), std::string(node.name), {}, std::string(node.state), {}, node.blank};
  if (!node.blank) out.type = to_string(node.type);
  for (const std::string_view alias : graph.aliases(index)) out.aliases.emplace_back(alias);
  return out;
}

PyEdge edge_of(const RelationGraph& graph, EdgeIndex index) {
  const GraphEdge edge = graph.edge(index);
  return {std::string(graph.node(edge.source).id),
          std::string(graph.node(edge.target).id),
          std::string(edge.type),
          edge.symmetric,
          graph.arguments(index),
          graph.report_count(index)};
}

PyReport report_of(const RelationGraph& graph, const Report& report) {
  PyReport out;
  out.document = report.document;
  out.outlet = report.outlet;
  out.url = report.url;
  out.said_by = graph.said_by(report);
  if (report.said_by_entity) out.said_by_id = report.said_by;
  out.where = graph.where(report);
  if (report.where_entity) out.where_id = report.where;
  out.evidence = report.evidence;
  out.because = report.because;
  out.date = report.date;
  out.when = report.when;
  out.polarity = report.polarity;
  out.status = report.status;
  out.hearsay = report.hearsay;
  return out;
}

std::optional<EdgeIndex> find_edge(const RelationGraph& graph, const PyEdge& edge) {
  const std::optional<NodeIndex> source = graph.find_node(edge.source);
  const std::optional<NodeIndex> target = graph.find_node(edge.target);
  if (!source || !target) return std::nullopt;
  for (const EdgeIndex index : graph.between(*source, *target, edge.type)) {
    if (graph.arguments(index) == edge.arguments) return index;
  }
  return std::nullopt;
}

Table entity_table(const RelationGraph& graph) {
  Column id("id", Kind::kText), type("type", Kind::kText), name("name", Kind::kText),
      state("state", Kind::kText);
  std::vector<Column> item;
  item.emplace_back("item", Kind::kText);
  Column aliases("aliases", Kind::kList, std::move(item));
  for (NodeIndex i = 0; i < graph.node_count(); ++i) {
    const GraphNode node = graph.node(i);
    if (node.blank) continue;
    id.text(node.id);
    type.text(to_string(node.type));
    name.text(node.name);
    state.text_or_null(node.state);
    for (const std::string_view alias : graph.aliases(i)) aliases.child(0).text(alias);
    aliases.end_list();
  }
  std::vector<Column> columns;
  for (Column* column : {&id, &type, &name, &state, &aliases})
    columns.push_back(std::move(*column));
  return Table(std::move(columns));
}

Table relation_table(const RelationGraph& graph) {
  Column relation("relation", Kind::kInt), type("type", Kind::kText), source("source", Kind::kText),
      target("target", Kind::kText), symmetric("symmetric", Kind::kTruth),
      reports("reports", Kind::kInt);
  Column arguments = arguments_column();
  const auto end = [&graph](Column& column, NodeIndex index) {
    const GraphNode node = graph.node(index);
    if (node.blank)
      column.null();
    else
      column.text(node.id);
  };
  for (EdgeIndex i = 0; i < graph.edge_count(); ++i) {
    const GraphEdge edge = graph.edge(i);
    relation.integer(i);
    type.text(edge.type);
    end(source, edge.source);
    end(target, edge.target);
    symmetric.truth(edge.symmetric);
    add_arguments(arguments, graph.arguments(i));
    reports.integer(std::int64_t(graph.report_count(i)));
  }
  std::vector<Column> columns;
  for (Column* column : {&relation, &type, &source, &target, &symmetric, &arguments, &reports}) {
    columns.push_back(std::move(*column));
  }
  return Table(std::move(columns));
}

Table report_table(const RelationGraph& graph) {
  Column relation("relation", Kind::kInt), document("document", Kind::kText),
      outlet("outlet", Kind::kText), url("url", Kind::kText), date("date", Kind::kDay),
      status("status", Kind::kText), polarity("polarity", Kind::kText),
      said_by("said_by", Kind::kText), said_by_id("said_by_id", Kind::kText),
      hearsay("hearsay", Kind::kTruth), when("when", Kind::kText), from_day("from_day", Kind::kDay),
      to_day("to_day", Kind::kDay), where("where", Kind::kText), where_id("where_id", Kind::kText),
      evidence("evidence", Kind::kText), because("because", Kind::kText);
  for (EdgeIndex i = 0; i < graph.edge_count(); ++i) {
    for (const Report& r : graph.reports(i)) {
      relation.integer(i);
      document.text(r.document);
      outlet.text_or_null(r.outlet);
      url.text_or_null(r.url);
      day(date, r.date.has_value(), r.date ? to_days(*r.date) : 0);
      status.text(to_string(r.status));
      polarity.text(to_string(r.polarity));
      said_by.text_or_null(graph.said_by(r));
      said_by_id.text_or_null(r.said_by_entity ? r.said_by : std::string_view());
      hearsay.truth(r.hearsay);
      when.text_or_null(r.when ? to_string(*r.when) : std::string());
      day(from_day, r.when && !r.when->open_start, r.when ? r.when->from : 0);
      day(to_day, r.when && !r.when->open_end, r.when ? r.when->to : 0);
      where.text_or_null(graph.where(r));
      where_id.text_or_null(r.where_entity ? r.where : std::string_view());
      evidence.text(r.evidence);
      because.text_or_null(r.because);
    }
  }
  std::vector<Column> columns;
  for (Column* column :
       {&relation, &document, &outlet, &url, &date, &status, &polarity, &said_by, &said_by_id,
        &hearsay, &when, &from_day, &to_day, &where, &where_id, &evidence, &because}) {
    columns.push_back(std::move(*column));
  }
  return Table(std::move(columns));
}

void bind_graph_parts(nb::module_& module) {
  nb::class_<PyNode>(module, "Node", "An entity of a graph, as it was when it was asked for.")
      .def_ro("id", &PyNode::id, "\"PRK\", \"person:kim-jong-un\"; \"_:PRK\" for a blank node.")
      .def_ro("name", &PyNode::name, "The name that most documents agree on.")
      .def_ro("type", &PyNode::type, "\"STATE\" ...; empty for a blank node.")
      .def_prop_ro(
          "state", [](const PyNode& n) { return to_python_or_none(n.state); },
          "Alpha-3 code of the state it belongs to.", nb::sig("def state(self) -> str | None"))
      .def_ro("aliases", &PyNode::aliases, "Its other names, sorted.")
      .def_ro("blank", &PyNode::blank,
              "The unknown other party of a relation of which one party is named.")
      .def(
          "__eq__", [](const PyNode& a, const PyNode& b) { return a.id == b.id; },
          nb::is_operator(), nb::sig("def __eq__(self, other: object, /) -> bool"))
      .def("__hash__", [](const PyNode& n) { return std::hash<std::string>()(n.id); })
      .def("__str__", [](const PyNode& n) { return n.name; })
      .def("__repr__", [](const PyNode& n) {
        return n.blank ? "<Node " + n.id + ">"
                       : "<Node " + n.id + " " + n.type + " " + in_quotes(n.name) + ">";
      });

  nb::class_<PyEdge>(module, "Edge",
                     "A relation of a graph, as it was when it was asked for; Graph.reports(edge) "
                     "tells who says so.")
      .def_ro("source", &PyEdge::source, "Id of the node of the doer.")
      .def_ro("target", &PyEdge::target,
              "Id of the node of the other party; \"_:...\" if nobody is named.")
      .def_ro("type", &PyEdge::type, "\"arms_transfer\" ...")
      .def_ro("symmetric", &PyEdge::symmetric, "Has it no direction?")
      .def_prop_ro(
          "arguments", [](const PyEdge& e) { return by_role(e.arguments); },
          "By role the ids of entities, and the words of values.",
          nb::sig("def arguments(self) -> dict[str, list[str]]"))
      .def_ro("report_count", &PyEdge::reports, "How many reports it has.")
      .def(
          "__eq__",
          [](const PyEdge& a, const PyEdge& b) {
            return std::tie(a.source, a.target, a.type, a.arguments) ==
                   std::tie(b.source, b.target, b.type, b.arguments);
          },
          nb::is_operator(), nb::sig("def __eq__(self, other: object, /) -> bool"))
      .def("__hash__",
           [](const PyEdge& e) {
             return std::hash<std::string>()(e.source + ' ' + e.type + ' ' + e.target);
           })
      .def("__str__", [](const PyEdge& e) { return e.type; })
      .def("__repr__", [](const PyEdge& e) {
        return "<Edge " + e.source + (e.symmetric ? " -" : " -[") + e.type +
               (e.symmetric ? "- " : "]-> ") + e.target + ", " + std::to_string(e.reports) +
               (e.reports == 1 ? " report>" : " reports>");
      });

  nb::class_<PyPath>(module, "Path", "A path through a graph, as it was when it was asked for.")
      .def_ro("nodes", &PyPath::nodes, "From its start to its end.")
      .def_ro("edges", &PyPath::edges, "Between them; an edge may be walked against its direction.")
      .def("__len__", [](const PyPath& p) { return p.edges.size(); })
      .def(
          "__eq__", [](const PyPath& a, const PyPath& b) { return a.text == b.text; },
          nb::is_operator(), nb::sig("def __eq__(self, other: object, /) -> bool"))
      .def("__hash__", [](const PyPath& p) { return std::hash<std::string>()(p.text); })
      .def("__str__", [](const PyPath& p) { return p.text; })
      .def("__repr__", [](const PyPath& p) { return "<Path " + p.text + ">"; });

  const auto optional = [](std::string PyReport::*field) {
    return [field](const PyReport& r) { return to_python_or_none(r.*field); };
  };
  nb::class_<PyReport>(module, "Report", "One document's statement of a relation.")
      .def_ro("document", &PyReport::document, "Id of the document.")
      .def_prop_ro("outlet", optional(&PyReport::outlet), "Who published it.",
                   nb::sig("def outlet(self) -> str | None"))
      .def_prop_ro("url", optional(&PyReport::url), "Where it was published.",
                   nb::sig("def url(self) -> str | None"))
      .def_prop_ro(
          "date", [](const PyReport& r) { return to_python(r.date); }, "Day of publication.",
          nb::sig("def date(self) -> datetime.date | None"))
      .def_prop_ro(
          "status", [](const PyReport& r) { return to_python(to_string(r.status)); },
          "\"happened\", \"planned\" ...")
      .def_prop_ro(
          "polarity", [](const PyReport& r) { return to_python(to_string(r.polarity)); },
          "\"asserted\" or \"denied\".")
      .def_prop_ro("said_by", optional(&PyReport::said_by),
                   "Who says so, by name or words; None: the outlet itself.",
                   nb::sig("def said_by(self) -> str | None"))
      .def_prop_ro("said_by_id", optional(&PyReport::said_by_id),
                   "The same by id, if it is an entity.",
                   nb::sig("def said_by_id(self) -> str | None"))
      .def_ro("hearsay", &PyReport::hearsay, "\"Reportedly\": told by nobody named?")
      .def_prop_ro(
          "when",
          [](const PyReport& r) {
            return to_python_or_none(r.when ? to_string(*r.when) : std::string());
          },
          "When it happened: \"2023-09-05\", \"2023-07\", \"2022-02-24/..\".",
          nb::sig("def when(self) -> str | None"))
      .def_prop_ro(
          "period", [](const PyReport& r) { return period(r.when); },
          "First and last day of `when`, both included; None for an open end.",
          nb::sig("def period(self) -> tuple[datetime.date | None, datetime.date | None] | None"))
      .def_prop_ro("where", optional(&PyReport::where), "The place, by name or words.",
                   nb::sig("def where(self) -> str | None"))
      .def_prop_ro("where_id", optional(&PyReport::where_id), "The same by id, if it is an entity.",
                   nb::sig("def where_id(self) -> str | None"))
      .def_ro("evidence", &PyReport::evidence, "The sentence that says so.")
      .def_ro("because", &PyReport::because, "The frame that found it, by file and line.")
      .def("__repr__", [](const PyReport& r) {
        std::string out = "<Report " + std::string(to_string(r.status));
        if (r.polarity == Polarity::kDenied) out += " (denied)";
        if (!r.said_by.empty()) out += " said_by=" + in_quotes(r.said_by);
        if (r.date) out += " " + to_string(*r.date);
        return out + " " + in_quotes(r.evidence) + ">";
      });
}

}  // namespace dragoman::python
