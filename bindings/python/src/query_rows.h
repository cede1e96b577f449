// Part of dragoman; see LICENSE.
//
// Queries from Python and their answers: parameters in, rows of values and parts of the graph out.

#ifndef DRAGOMAN_PYTHON_QUERY_ROWS_H_
#define DRAGOMAN_PYTHON_QUERY_ROWS_H_

#include <string>
#include <variant>
#include <vector>

#include "convert.h"
#include "dragoman/query.h"
#include "graph_parts.h"

namespace dragoman::python {

// A value of a query's rows, or the parts of the graph that it points at.
struct Cell {
  std::variant<QueryValue, PyNode, PyEdge, PyPath, std::vector<Cell>> value;
};

struct Answer {
  std::vector<std::string> columns;
  std::vector<std::vector<Cell>> rows;
};

QueryOptions query_options(nb::dict parameters);
// Needs no GIL; graph: that which was asked.
Answer answer_of(const RelationGraph& graph, QueryResult result);
// (columns, rows).
nb::tuple to_python(Answer answer);

}  // namespace dragoman::python

#endif  // DRAGOMAN_PYTHON_QUERY_ROWS_H_
