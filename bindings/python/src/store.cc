// Part of dragoman; see LICENSE.
//
// The store. A dragoman::Store is for one thread at a time: a lock says so, and is waited for
// without the GIL.

#include "store.h"

#include <mutex>
#include <utility>

#include "analysis.h"
#include "dragoman/graph.h"
#include "dragoman/store.h"
#include "py_graph.h"
#include "query_rows.h"

namespace dragoman::python {
namespace {

struct PyStore {
  std::optional<Store> store;  // none: closed
  std::string path;
  std::mutex mutex;
};

template <typename Work>
auto with(PyStore& self, Work work) {
  const nb::gil_scoped_release release;
  const std::lock_guard lock(self.mutex);
  if (!self.store) throw DataError(self.path + ": the store is closed");
  return work(*self.store);
}

StoreFilter filter(nb::handle from, nb::handle to, const std::vector<std::string>& outlets) {
  return {.from = date_of(from), .to = date_of(to), .outlets = outlets};
}

void open(PyStore* self, const std::string& path, const std::string& mode, bool sync) {
  const std::pair<const char*, StoreMode> modes[] = {
      {"r", StoreMode::kRead}, {"w", StoreMode::kWrite}, {"a", StoreMode::kCreate}};
  for (const auto& [name, value] : modes) {
    if (mode != name) continue;
    const nb::gil_scoped_release release;
    Store store = value_or_raise(Store::open(path, {.mode = value, .sync = sync}));
    new (self) PyStore{std::move(store), path, {}};
    return;
  }
  throw DataError("mode is " + in_quotes(mode) +
                  ": expected \"r\" (read), \"w\" (write) or \"a\" (write, made if missing)");
}

nb::tuple put(PyStore& self, nb::list documents) {
  std::vector<Shared> shared;
  for (nb::handle document : documents)
    shared.push_back(nb::cast<const PyDocument&>(document).analysis);
  const StoreChange change = with(self, [&](Store& store) {
    std::vector<DocumentFacts> facts;
    facts.reserve(shared.size());
    for (const Shared& document : shared) facts.push_back(facts_of(document->document()));
    return value_or_raise(store.put(facts));
  });
  return nb::make_tuple(change.added, change.replaced, change.unchanged);
}

void fill(PyStore& self, PyGraph& graph, nb::handle from, nb::handle to,
          const std::vector<std::string>& outlets) {
  const StoreFilter wanted = filter(from, to, outlets);
  with(self, [&](Store& store) {
    RelationGraph read = value_or_raise(store.graph(wanted));
    const std::unique_lock lock(graph.mutex);
    graph.graph = std::move(read);
    return 0;
  });
}

nb::tuple run_query(PyStore& self, const std::string& text, nb::dict parameters) {
  const QueryOptions options = query_options(parameters);
  return to_python(with(self, [&](Store& store) {
    RelationGraph part;
    QueryResult result = value_or_raise(query(store, text, options, &part));
    return answer_of(part, std::move(result));
  }));
}

}  // namespace

void bind_store(nb::module_& module) {
  nb::class_<PyStore>(module, "Store",
                      "Documents' facts in one SQLite file; dragoman.Store is the public class.")
      .def("__init__", &open, "path"_a, "mode"_a, "sync"_a)
      .def("_put", &put, "documents"_a,
           nb::sig("def _put(self, documents: list[Document]) -> tuple[int, int, int]"))
      .def(
          "remove",
          [](PyStore& self, const std::string& id) {
            return with(self, [&](Store& store) { return value_or_raise(store.remove(id)); });
          },
          "document_id"_a, "Forget a document. False if there is none of that id.")
      .def(
          "__contains__",
          [](PyStore& self, const std::string& id) {
            return with(self, [&](Store& store) { return value_or_raise(store.has_document(id)); });
          },
          "document_id"_a, "Is there a document of that id?")
      .def(
          "_documents",
          [](PyStore& self, nb::handle from, nb::handle to,
             const std::vector<std::string>& outlets) {
            const StoreFilter wanted = filter(from, to, outlets);
            return with(self,
                        [&](Store& store) { return value_or_raise(store.document_ids(wanted)); });
          },
          "from_date"_a.none(), "to_date"_a.none(), "outlets"_a)
      .def("_fill", &fill, "graph"_a, "from_date"_a.none(), "to_date"_a.none(), "outlets"_a)
      .def("_query", &run_query, "text"_a, "parameters"_a,
           nb::sig("def _query(self, text: str, parameters: dict[str, object]) -> "
                   "tuple[list[str], list[tuple[object, ...]]]"))
      .def("_counts",
           [](PyStore& self) {
             const StoreCounts n =
                 with(self, [](Store& store) { return value_or_raise(store.counts()); });
             return std::vector<std::uint64_t>{n.documents, n.entities, n.relations, n.reports,
                                               n.sentences};
           })
      .def(
          "close",
          [](PyStore& self) {
            const nb::gil_scoped_release release;
            const std::lock_guard lock(self.mutex);
            self.store.reset();
          },
          "Give the file free. Closing twice does nothing.")
      .def_ro("path", &PyStore::path, "Of the file.");
}

}  // namespace dragoman::python
