// Part of dragoman; see LICENSE.

#include "query/collect.h"

#include <algorithm>

namespace dragoman::query_impl {
namespace {

bool aggregate(const Expr& e) { return is_aggregate(e.op); }

}  // namespace

Collector::Collector(const Query& query, const Part& part, const Evaluator& evaluator,
                     std::size_t most_rows)
    : query_(query), part_(part), evaluator_(evaluator), most_rows_(most_rows) {}

// A row of long paths weighs more than one: sixteen elements are a row.
bool Collector::room() {
  full_ = rows_.size() + groups_.size() + kept_values_ + weight_ / 16 > most_rows_;
  return !full_;
}

void Collector::weigh(const QueryRow& row) {
  for (const QueryValue& value : row) {
    if (const auto* list = value.get<QueryValue::List>()) weight_ += list->size();
    if (const auto* path = value.get<QueryValue::Path>()) weight_ += path->nodes.size();
  }
}

bool Collector::add(Bindings& bindings) {
  if (part_.aggregates) return add_to_group(bindings);
  // Nothing that comes later can change the first rows, unless they are to be sorted.
  const bool enough = part_.limit && part_.order.empty() &&
                      rows_.size() >= part_.skip + *part_.limit;
  if (enough) return false;
  Row row;
  for (const ReturnItem& item : part_.items) {
    row.cells.push_back(evaluator_.value(item.expr, bindings));
  }
  if (part_.distinct && !distinct_.insert(row.cells).second) return true;
  for (const OrderItem& item : part_.order) {
    row.keys.push_back(item.column ? row.cells[*item.column]
                                   : evaluator_.value(item.expr, bindings));
  }
  weigh(row.cells);
  rows_.push_back(std::move(row));
  return room();
}

bool Collector::add_to_group(Bindings& bindings) {
  QueryRow key;
  for (const ReturnItem& item : part_.items) {
    if (!aggregate(query_.exprs[item.expr])) key.push_back(evaluator_.value(item.expr, bindings));
  }
  std::vector<Tally>& tallies = groups_[std::move(key)];
  tallies.resize(part_.items.size());
  for (std::size_t i = 0; i < part_.items.size(); ++i) {
    const Expr& e = query_.exprs[part_.items[i].expr];
    if (aggregate(e)) tally(e, bindings, tallies[i]);
  }
  return room();
}

void Collector::tally(const Expr& e, Bindings& bindings, Tally& tally) {
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
    case Op::kSum:
    case Op::kAvg:
      if (const auto* whole = value.get<std::int64_t>()) {
        if (__builtin_add_overflow(tally.whole, *whole, &tally.whole)) {
          tally.real += 0x1p64 * (*whole < 0 ? -1 : 1);   // the sum wrapped round
          tally.has_real = true;
        }
      } else if (const auto* real = value.get<double>()) {
        tally.real += *real;
        tally.has_real = true;
      } else {
        --tally.count;   // neither counts
      }
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
    case Op::kSum:
      return tally.has_real ? QueryValue(tally.real + double(tally.whole)) : QueryValue(tally.whole);
    case Op::kAvg:
      if (tally.count == 0) return {};
      return (tally.real + double(tally.whole)) / double(tally.count);
    default: return tally.extreme;
  }
}

void Collector::finish_groups() {
  const bool keyed = std::any_of(part_.items.begin(), part_.items.end(), [&](const auto& item) {
    return !aggregate(query_.exprs[item.expr]);
  });
  // Counting nothing gives 0, not no row.
  if (groups_.empty() && !keyed) groups_[{}].resize(part_.items.size());
  for (const auto& [key, tallies] : groups_) {
    Row row;
    std::size_t at = 0;
    for (std::size_t i = 0; i < part_.items.size(); ++i) {
      const Expr& e = query_.exprs[part_.items[i].expr];
      row.cells.push_back(aggregate(e) ? total(e, tallies[i]) : key[at++]);
    }
    for (const OrderItem& item : part_.order) row.keys.push_back(row.cells[*item.column]);
    if (part_.distinct && !distinct_.insert(row.cells).second) continue;
    rows_.push_back(std::move(row));
  }
}

QueryResult Collector::result() {
  if (part_.aggregates) finish_groups();
  std::stable_sort(rows_.begin(), rows_.end(), [&](const Row& a, const Row& b) {
    for (std::size_t i = 0; i < part_.order.size(); ++i) {
      const int each = order(a.keys[i], b.keys[i]);
      if (each != 0) return part_.order[i].descending ? each > 0 : each < 0;
    }
    return false;
  });
  QueryResult out;
  for (const ReturnItem& item : part_.items) out.columns.push_back(item.name);
  const std::size_t first = std::min(part_.skip, rows_.size());
  const std::size_t count = std::min(part_.limit.value_or(rows_.size()), rows_.size() - first);
  for (std::size_t i = first; i < first + count; ++i) {
    out.rows.push_back(std::move(rows_[i].cells));
  }
  return out;
}

}  // namespace dragoman::query_impl
