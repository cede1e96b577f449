// Part of dragoman; see LICENSE.

#include "query/collect.h"

#include <algorithm>

namespace dragoman::query_impl {
namespace {

bool aggregate(const Expr& e) { return e.op >= Op::kCount; }

}  // namespace

Collector::Collector(const Query& query, const Evaluator& evaluator, std::size_t most_rows)
    : query_(query), evaluator_(evaluator), most_rows_(most_rows) {}

bool Collector::room() {
  full_ = rows_.size() + groups_.size() + kept_values_ > most_rows_;
  return !full_;
}

bool Collector::add(const std::vector<Binding>& bindings) {
  if (query_.aggregates) return add_to_group(bindings);
  // Nothing that comes later can change the first rows, unless they are to be sorted.
  const bool enough = query_.limit && query_.order.empty() &&
                      rows_.size() >= query_.skip + *query_.limit;
  if (enough) return false;
  Row row;
  for (const ReturnItem& item : query_.items) {
    row.cells.push_back(evaluator_.value(item.expr, bindings));
  }
  if (query_.distinct && !distinct_.insert(row.cells).second) return true;
  for (const OrderItem& item : query_.order) {
    row.keys.push_back(item.column ? row.cells[*item.column]
                                   : evaluator_.value(item.expr, bindings));
  }
  rows_.push_back(std::move(row));
  return room();
}

bool Collector::add_to_group(const std::vector<Binding>& bindings) {
  QueryRow key;
  for (const ReturnItem& item : query_.items) {
    if (!aggregate(query_.exprs[item.expr])) key.push_back(evaluator_.value(item.expr, bindings));
  }
  std::vector<Tally>& tallies = groups_[std::move(key)];
  tallies.resize(query_.items.size());
  for (std::size_t i = 0; i < query_.items.size(); ++i) {
    const Expr& e = query_.exprs[query_.items[i].expr];
    if (aggregate(e)) tally(e, bindings, tallies[i]);
  }
  return room();
}

void Collector::tally(const Expr& e, const std::vector<Binding>& bindings, Tally& tally) {
  if (e.operands.empty()) {
    ++tally.count;
    return;
  }
  QueryValue value = evaluator_.value(e.operands[0], bindings);
  if (value.null()) return;
  if (e.distinct) {
    if (!tally.seen.insert({value}).second) return;
    ++kept_values_;
  }
  ++tally.count;
  switch (e.op) {
    case Op::kMin:
      if (tally.extreme.null() || order(value, tally.extreme) < 0) tally.extreme = std::move(value);
      break;
    case Op::kMax:
      if (tally.extreme.null() || order(value, tally.extreme) > 0) tally.extreme = std::move(value);
      break;
    case Op::kCollect:
      tally.values.push_back(std::move(value));
      ++kept_values_;
      break;
    default: break;
  }
}

QueryValue Collector::total(const Expr& e, const Tally& tally) const {
  switch (e.op) {
    case Op::kCount: return tally.count;
    case Op::kCollect: return tally.values;
    default: return tally.extreme;
  }
}

void Collector::finish_groups() {
  const bool keyed = std::any_of(query_.items.begin(), query_.items.end(), [&](const auto& item) {
    return !aggregate(query_.exprs[item.expr]);
  });
  // Counting nothing gives 0, not no row.
  if (groups_.empty() && !keyed) groups_[{}].resize(query_.items.size());
  for (const auto& [key, tallies] : groups_) {
    Row row;
    std::size_t at = 0;
    for (std::size_t i = 0; i < query_.items.size(); ++i) {
      const Expr& e = query_.exprs[query_.items[i].expr];
      row.cells.push_back(aggregate(e) ? total(e, tallies[i]) : key[at++]);
    }
    for (const OrderItem& item : query_.order) row.keys.push_back(row.cells[*item.column]);
    if (query_.distinct && !distinct_.insert(row.cells).second) continue;
    rows_.push_back(std::move(row));
  }
}

QueryResult Collector::result() {
  if (query_.aggregates) finish_groups();
  std::stable_sort(rows_.begin(), rows_.end(), [&](const Row& a, const Row& b) {
    for (std::size_t i = 0; i < query_.order.size(); ++i) {
      const int each = order(a.keys[i], b.keys[i]);
      if (each != 0) return query_.order[i].descending ? each > 0 : each < 0;
    }
    return false;
  });
  QueryResult out;
  for (const ReturnItem& item : query_.items) out.columns.push_back(item.name);
  const std::size_t first = std::min(query_.skip, rows_.size());
  const std::size_t count = std::min(query_.limit.value_or(rows_.size()), rows_.size() - first);
  for (std::size_t i = first; i < first + count; ++i) {
    out.rows.push_back(std::move(rows_[i].cells));
  }
  return out;
}

}  // namespace dragoman::query_impl
