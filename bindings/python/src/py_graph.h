// Part of dragoman; see LICENSE.

#ifndef DRAGOMAN_PYTHON_PY_GRAPH_H_
#define DRAGOMAN_PYTHON_PY_GRAPH_H_

#include <shared_mutex>

#include "dragoman/graph.h"

namespace dragoman::python {

// dragoman.Graph. Many threads may read it, one changes it.
struct PyGraph {
  RelationGraph graph;
  mutable std::shared_mutex mutex;
};

}  // namespace dragoman::python

#endif  // DRAGOMAN_PYTHON_PY_GRAPH_H_
