// Part of dragoman; see LICENSE.

#include "query_rows.h"

#include <utility>

namespace dragoman::python {
namespace {

Cell cell(const RelationGraph& graph, QueryValue value) {
  if (const auto* node = value.get<QueryValue::Node>()) return {node_of(graph, node->index)};
  if (const auto* edge = value.get<QueryValue::Edge>()) return {edge_of(graph, edge->index)};
  if (const auto* path = value.get<QueryValue::Path>()) {
    PyPath out;
    out.text = value.text();
    for (const QueryValue::Node& node : path->nodes)
      out.nodes.push_back(node_of(graph, node.index));
    for (const QueryValue::Edge& edge : path->edges)
      out.edges.push_back(edge_of(graph, edge.index));
    return {std::move(out)};
  }
  if (const auto* list = value.get<QueryValue::List>()) {
    std::vector<Cell> out;
    for (const QueryValue& item : *list) out.push_back(cell(graph, item));
    return {std::move(out)};
  }
  return {std::move(value)};
}

struct ToPython {
  nb::object operator()(QueryValue& value) const {
    if (const bool* v = value.get<bool>()) return nb::bool_(*v);
    if (const std::int64_t* v = value.get<std::int64_t>()) return nb::int_(*v);
    if (const double* v = value.get<double>()) return nb::float_(*v);
    if (const std::string* v = value.get<std::string>()) return to_python(*v);
    return nb::none();
  }
  template <typename Part>
  nb::object operator()(Part& part) const {
    return nb::cast(std::move(part));
  }
  nb::object operator()(std::vector<Cell>& cells) const {
    nb::list out;
    for (Cell& cell : cells) out.append(std::visit(*this, cell.value));
    return out;
  }
};

QueryValue parameter(const std::string& name, nb::handle value) {
  if (value.is_none()) return {};
  if (nb::isinstance<nb::bool_>(value)) return nb::cast<bool>(value);
  if (nb::isinstance<nb::int_>(value)) {
    std::int64_t number = 0;
    if (!nb::try_cast(value, number))
      throw DataError("parameter $" + name + " does not fit into 64 bits");
    return number;
  }
  if (nb::isinstance<nb::float_>(value)) return nb::cast<double>(value);
  if (nb::isinstance<nb::str>(value)) return text_of(value, ("parameter $" + name).c_str());
  if (nb::isinstance<PyNode>(value)) return nb::cast<const PyNode&>(value).name;
  if (nb::isinstance(value, nb::module_::import_("datetime").attr("date"))) {
    return nb::cast<std::string>(nb::borrow(value).attr("isoformat")()).substr(0, 10);
  }
  if (nb::isinstance<nb::list>(value) || nb::isinstance<nb::tuple>(value)) {
    QueryValue::List list;
    for (nb::handle item : nb::borrow(value)) list.push_back(parameter(name, item));
    return list;
  }
  throw nb::type_error(("parameter $" + name +
                        " must be str, int, float, bool, a date, None or a list of these, not " +
                        nb::cast<std::string>(nb::type_name(value.type())))
                           .c_str());
}

}  // namespace

QueryOptions query_options(nb::dict parameters) {
  QueryOptions options;
  for (const auto& [key, value] : parameters) {
    const std::string name = text_of(key, "a parameter's name");
    options.parameters.emplace(name, parameter(name, value));
  }
  return options;
}

Answer answer_of(const RelationGraph& graph, QueryResult result) {
  Answer answer{std::move(result.columns), {}};
  answer.rows.reserve(result.rows.size());
  for (QueryRow& row : result.rows) {
    std::vector<Cell>& cells = answer.rows.emplace_back();
    cells.reserve(row.size());
    for (QueryValue& value : row) cells.push_back(cell(graph, std::move(value)));
  }
  return answer;
}

nb::tuple to_python(Answer answer) {
  nb::list out;
  for (std::vector<Cell>& row : answer.rows) {
    nb::list cells;
    for (Cell& value : row) cells.append(std::visit(ToPython(), value.value));
    out.append(nb::tuple(cells));
  }
  return nb::make_tuple(answer.columns, out);
}

}  // namespace dragoman::python
