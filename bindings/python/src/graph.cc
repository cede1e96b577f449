// Part of dragoman; see LICENSE.
//
// The graph. Many threads may read it, one changes it: a lock says so, and is waited for without
// the GIL, which a thread that holds the lock may need to go on.

#include "graph.h"

#include <mutex>
#include <shared_mutex>
#include <utility>

#include "analysis.h"
#include "dragoman/export.h"
#include "dragoman/pipeline.h"
#include "dragoman/query.h"
#include "graph_parts.h"
#include "py_graph.h"
#include "query_rows.h"

namespace dragoman::python {
namespace {

// Runs `work` on the graph without the GIL.
template <typename Work>
auto reading(const PyGraph& self, Work work) {
  const nb::gil_scoped_release release;
  const std::shared_lock lock(self.mutex);
  return work(self.graph);
}

template <typename Work>
auto changing(PyGraph& self, Work work) {
  const nb::gil_scoped_release release;
  const std::unique_lock lock(self.mutex);
  return work(self.graph);
}

void add(PyGraph& self, const PyDocument& document) {
  changing(self, [&](RelationGraph& graph) {
    return value_or_raise(graph.add(document.analysis->document()));
  });
}

void merge(PyGraph& self, const PyGraph& other) {
  if (&self == &other) return;
  const nb::gil_scoped_release release;
  const std::scoped_lock lock(self.mutex, other.mutex);
  self.graph.merge(other.graph);
}

// ---- Queries.

nb::tuple run_query(const PyGraph& self, const std::string& text, nb::dict parameters,
                    std::size_t most_rows, std::uint64_t most_work) {
  QueryOptions options = query_options(parameters);
  options.most_rows = most_rows;
  options.most_work = most_work;
  return to_python(reading(self, [&](const RelationGraph& graph) {
    return answer_of(graph, value_or_raise(query(graph, text, options)));
  }));
}

// ---- Parts.

std::optional<MentionType> type_named(const std::optional<std::string>& name) {
  if (!name) return std::nullopt;
  const std::optional<MentionType> type = mention_type(*name);
  if (!type)
    throw DataError("no type " + in_quotes(*name) +
                    ": expected a type of data/schema/types.yaml, as STATE");
  return type;
}

std::vector<PyNode> nodes(const PyGraph& self, const std::optional<std::string>& type) {
  const std::optional<MentionType> wanted = type_named(type);
  return reading(self, [&](const RelationGraph& graph) {
    std::vector<PyNode> out;
    for (NodeIndex i = 0; i < graph.node_count(); ++i) {
      const GraphNode node = graph.node(i);
      if (wanted && (node.blank || !is_a(node.type, *wanted))) continue;
      out.push_back(node_of(graph, i));
    }
    return out;
  });
}

std::vector<PyEdge> edges(const PyGraph& self, const std::optional<std::string>& type) {
  return reading(self, [&](const RelationGraph& graph) {
    std::vector<PyEdge> out;
    for (EdgeIndex i = 0; i < graph.edge_count(); ++i) {
      if (!type || graph.edge(i).type == *type) out.push_back(edge_of(graph, i));
    }
    return out;
  });
}

std::optional<PyNode> find(const PyGraph& self, const std::string& id) {
  return reading(self, [&](const RelationGraph& graph) -> std::optional<PyNode> {
    const std::optional<NodeIndex> node = graph.find_node(id);
    if (!node) return std::nullopt;
    return node_of(graph, *node);
  });
}

std::vector<PyReport> reports(const PyGraph& self, const PyEdge& edge) {
  return reading(self, [&](const RelationGraph& graph) {
    std::vector<PyReport> out;
    if (const std::optional<EdgeIndex> index = find_edge(graph, edge)) {
      for (const Report& report : graph.reports(*index)) out.push_back(report_of(graph, report));
    }
    return out;
  });
}

std::vector<std::string> documents(const PyGraph& self) {
  return reading(self, [](const RelationGraph& graph) {
    const std::vector<std::string_view> ids = graph.document_ids();
    return std::vector<std::string>(ids.begin(), ids.end());
  });
}

// ---- Files.

GraphFormat format_named(const std::string& name) {
  const std::optional<GraphFormat> format = graph_format(name);
  if (!format)
    throw DataError("no graph format " + in_quotes(name) +
                    ": expected json, jsonl, graphml or dot");
  return *format;
}

nb::bytes dump(const PyGraph& self, const std::string& format) {
  const GraphFormat wanted = format_named(format);
  const std::string bytes =
      reading(self, [&](const RelationGraph& graph) { return write_graph(graph, wanted); });
  return nb::bytes(bytes.data(), bytes.size());
}

void parse(PyGraph& self, nb::bytes bytes, const std::string& format, const std::string& name) {
  const GraphFormat wanted = format_named(format);
  const std::string_view view(static_cast<const char*>(bytes.data()), bytes.size());
  changing(self, [&](RelationGraph& graph) {
    graph = value_or_raise(read_graph(view, wanted, name));
    return 0;
  });
}

template <typename Count>
auto counted(Count count) {
  return [count](const PyGraph& self) { return reading(self, count); };
}

}  // namespace

void bind_graph(nb::module_& module) {
  bind_graph_parts(module);
  nb::class_<PyGraph>(module, "Graph",
                      "What many documents say; dragoman.Graph is the public class.")
      .def(nb::init<>())
      .def("add", &add, "document"_a,
           "Add what a document says; one with the same id is replaced. Linear in the document.")
      .def(
          "remove",
          [](PyGraph& self, const std::string& id) {
            return changing(self, [&](RelationGraph& graph) { return graph.remove(id); });
          },
          "document_id"_a,
          "Forget a document. False if there is none of that id; else the graph is as if it had "
          "never been added.")
      .def("merge", &merge, "other"_a,
           "Add all documents of the other graph. Where both have a document of one id, but not "
           "the same facts, that with "
           "more edges stays.")
      .def_prop_ro("documents", &documents, "Ids of its documents, sorted.")
      .def(
          "__contains__",
          [](const PyGraph& self, const std::string& id) {
            return reading(self,
                           [&](const RelationGraph& graph) { return graph.has_document(id); });
          },
          "document_id"_a, "Is there a document of that id?")
      .def_prop_ro("node_count", counted([](const RelationGraph& g) { return g.node_count(); }),
                   "Entities, blank nodes included.")
      .def_prop_ro("edge_count", counted([](const RelationGraph& g) { return g.edge_count(); }),
                   "Relations.")
      .def_prop_ro("report_count", counted([](const RelationGraph& g) { return g.report_count(); }),
                   "Statements of relations; each relation has one or more.")
      .def("find", &find, "id"_a, "The node of that id, or None.")
      .def("nodes", &nodes, "type"_a = nb::none(),
           "Its nodes by id; those of a type, or of types below it (\"ORGANISATION\" finds "
           "\"MEDIA\"), if one is named.")
      .def("edges", &edges, "type"_a = nb::none(),
           "Its relations by source, type and target; those of one type, if one is named.")
      .def("reports", &reports, "edge"_a,
           "Who says so, when and how, by document. Empty if the graph has no such edge any more.")
      .def("_query", &run_query, "text"_a, "parameters"_a, "most_rows"_a, "most_work"_a,
           nb::sig("def _query(self, text: str, parameters: dict[str, object], most_rows: int, "
                   "most_work: int) -> "
                   "tuple[list[str], list[tuple[object, ...]]]"))
      .def("dumps", &dump, "format"_a = "json",
           "The graph in a file's format: \"json\" (node-link), \"jsonl\", \"graphml\" or \"dot\". "
           "Equal graphs give equal bytes.")
      .def("_parse", &parse, "data"_a, "format"_a, "name"_a)
      .def("_entities", [](const PyGraph& self) { return reading(self, &entity_table); })
      .def("_relations", [](const PyGraph& self) { return reading(self, &relation_table); })
      .def("_reports", [](const PyGraph& self) { return reading(self, &report_table); });
}

}  // namespace dragoman::python
