// Part of dragoman; see LICENSE.
//
// dragoman._core: the part of the Python package that is C++.  The package's __init__.py says
// what of it is public.

#include "analysis.h"
#include "dragoman/version.h"
#include "graph.h"
#include "pipeline.h"
#include "relation_rows.h"
#include "store.h"
#include "table.h"

NB_MODULE(_core, module) {
  using namespace dragoman::python;
  module.doc() = "The C++ part of dragoman; import dragoman instead.";
  nb::exception<DataError>(module, "DataError", PyExc_ValueError);
  module.def(
      "version", [] { return DRAGOMAN_VERSION; }, "Of the library: \"0.1.0\".");
  bind_document(module);
  bind_table(module);
  bind_pipeline(module);
  bind_graph(module);
  bind_store(module);
  bind_relation_rows(module);
}
