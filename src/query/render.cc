// Part of dragoman; see LICENSE.
//
// A result as JSON and as CSV.

#include <nlohmann/json.hpp>

#include "base/csv.h"
#include "dragoman/query.h"

namespace dragoman {
namespace {

using Json = nlohmann::ordered_json;

Json json_of(const QueryValue& value) {
  if (const auto* v = value.get<bool>()) return *v;
  if (const auto* v = value.get<std::int64_t>()) return *v;
  if (const auto* v = value.get<double>()) return *v;
  if (const auto* v = value.get<std::string>()) return *v;
  if (const auto* v = value.get<QueryValue::Node>()) return {{"id", v->id}, {"name", v->name}};
  if (const auto* v = value.get<QueryValue::Edge>()) return {{"edge", v->index}, {"type", v->type}};
  if (const auto* v = value.get<QueryValue::List>()) {
    Json list = Json::array();
    for (const QueryValue& each : *v) list.push_back(json_of(each));
    return list;
  }
  if (const auto* v = value.get<QueryValue::Path>()) {
    Json nodes = Json::array(), edges = Json::array();
    for (const QueryValue::Node& each : v->nodes) nodes.push_back(json_of(each));
    for (std::size_t i = 0; i < v->edges.size(); ++i) {
      Json edge = json_of(v->edges[i]);
      edge["direction"] = v->directions[i] == QueryValue::Direction::kNone       ? "none"
                          : v->directions[i] == QueryValue::Direction::kForward ? "forward"
                                                                                : "backward";
      edges.push_back(std::move(edge));
    }
    return {{"nodes", std::move(nodes)}, {"edges", std::move(edges)}};
  }
  return nullptr;
}

// A number stays a number, "-3" included.
std::string cell(const QueryValue& value) {
  const bool number = value.get<std::int64_t>() || value.get<double>();
  return number ? value.text() : csv_cell(value.text());
}

}  // namespace

std::string to_json(const QueryResult& result) {
  std::string out("[");
  for (std::size_t i = 0; i < result.rows.size(); ++i) {
    Json row = Json::object();
    for (std::size_t c = 0; c < result.columns.size(); ++c) {
      row[result.columns[c]] = json_of(result.rows[i][c]);
    }
    out += i == 0 ? "\n" : ",\n";
    out += row.dump(-1, ' ', false, Json::error_handler_t::replace);
  }
  out += result.rows.empty() ? "]\n" : "\n]\n";
  return out;
}

std::string to_csv(const QueryResult& result) {
  std::string out;
  const auto line = [&](const auto& cells, auto cell_of) {
    for (std::size_t c = 0; c < cells.size(); ++c) {
      if (c > 0) out += ',';
      out += cell_of(cells[c]);
    }
    out += "\r\n";
  };
  line(result.columns, [](const std::string& name) { return csv_cell(name); });
  for (const QueryRow& row : result.rows) line(row, cell);
  return out;
}

}  // namespace dragoman
