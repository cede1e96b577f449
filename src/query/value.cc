// Part of dragoman; see LICENSE.
//
// Values: equality and order.  Order over kinds is nodes, edges, text, numbers, truth values,
// lists, paths, nothing last, so that ORDER BY never fails.

#include "query/value.h"

#include <compare>

#include <fmt/format.h>

namespace dragoman {
namespace query_impl {
namespace {

int kind_of(const QueryValue& v) {
  if (v.get<QueryValue::Node>()) return 0;
  if (v.get<QueryValue::Edge>()) return 1;
  if (v.get<std::string>()) return 2;
  if (v.get<std::int64_t>() || v.get<double>()) return 3;
  if (v.get<bool>()) return 4;
  if (v.get<QueryValue::List>()) return 5;
  if (v.get<QueryValue::Path>()) return 6;
  return 7;
}

double number(const QueryValue& v) {
  const auto* integer = v.get<std::int64_t>();
  return integer ? double(*integer) : *v.get<double>();
}

template <typename T>
int three_way(const T& a, const T& b) {
  return a < b ? -1 : b < a ? 1 : 0;
}

}  // namespace

int order(const QueryValue& a, const QueryValue& b) {
  const int kind = kind_of(a);
  if (const int other = kind_of(b); kind != other) return three_way(kind, other);
  switch (kind) {
    case 0: {
      const auto &x = *a.get<QueryValue::Node>(), &y = *b.get<QueryValue::Node>();
      if (const int by_name = three_way(x.name, y.name)) return by_name;
      return three_way(x.index, y.index);
    }
    case 1: {
      const auto &x = *a.get<QueryValue::Edge>(), &y = *b.get<QueryValue::Edge>();
      if (const int by_index = three_way(x.index, y.index)) return by_index;
      return three_way(x.report, y.report);
    }
    case 2: return three_way(*a.get<std::string>(), *b.get<std::string>());
    case 3:
      if (a.get<std::int64_t>() && b.get<std::int64_t>()) {
        return three_way(*a.get<std::int64_t>(), *b.get<std::int64_t>());
      }
      return three_way(number(a), number(b));
    case 4: return three_way(*a.get<bool>(), *b.get<bool>());
    case 5: {
      const auto &x = *a.get<QueryValue::List>(), &y = *b.get<QueryValue::List>();
      for (std::size_t i = 0; i < x.size() && i < y.size(); ++i) {
        if (const int each = order(x[i], y[i])) return each;
      }
      return three_way(x.size(), y.size());
    }
    case 6: {
      // By length, so that ORDER BY p gives the short ones first; then by what they pass.
      const auto &x = *a.get<QueryValue::Path>(), &y = *b.get<QueryValue::Path>();
      if (const int by_length = three_way(x.edges.size(), y.edges.size())) return by_length;
      for (std::size_t i = 0; i < x.nodes.size(); ++i) {
        if (const int each = three_way(x.nodes[i].index, y.nodes[i].index)) return each;
      }
      for (std::size_t i = 0; i < x.edges.size(); ++i) {
        if (const int each = three_way(x.edges[i].index, y.edges[i].index)) return each;
      }
      return 0;
    }
    default: return 0;
  }
}

// A node or edge against text compares by name or type, so that r.item = 'missile' and
// r.supplier = 'North Korea' read the same.
std::optional<int> compare(const QueryValue& a, const QueryValue& b) {
  if (a.null() || b.null()) return std::nullopt;
  const auto* node_a = a.get<QueryValue::Node>();
  const auto* node_b = b.get<QueryValue::Node>();
  if (node_a && b.get<std::string>()) return three_way(node_a->name, *b.get<std::string>());
  if (node_b && a.get<std::string>()) return three_way(*a.get<std::string>(), node_b->name);
  if (kind_of(a) != kind_of(b)) return std::nullopt;
  return order(a, b);
}

}  // namespace query_impl

std::string QueryValue::text() const {
  if (const auto* v = get<bool>()) return *v ? "true" : "false";
  if (const auto* v = get<std::int64_t>()) return fmt::format("{}", *v);
  if (const auto* v = get<double>()) return fmt::format("{}", *v);
  if (const auto* v = get<std::string>()) return *v;
  if (const auto* v = get<Node>()) return v->name;
  if (const auto* v = get<Edge>()) return v->type;
  std::string out;
  if (const auto* v = get<Path>()) {
    for (std::size_t i = 0; i < v->nodes.size(); ++i) {
      // Who is not named is an empty pair of brackets.
      out += v->nodes[i].name.empty() ? "()" : v->nodes[i].name;
      if (i >= v->edges.size()) break;
      out += fmt::format(" {}[{}]{} ", v->directions[i] == Direction::kBackward ? "<-" : "-",
                         v->edges[i].type, v->directions[i] == Direction::kForward ? "->" : "-");
    }
  }
  if (const auto* v = get<List>()) {
    for (const QueryValue& each : *v) {
      if (!out.empty()) out += ", ";
      out += each.text();
    }
  }
  return out;
}

}  // namespace dragoman
