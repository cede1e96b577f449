// Part of dragoman; see LICENSE.
//
// Maps from 64-bit hashes that do not change any more and may lie in a bundle.
//
//   FlatTable<Entry> entries = FlatTable<Entry>::of(map);       // a FlatMap's content
//   const Entry* entry = entries.find(token.hash);
//   FlatLists<Term> terms = FlatLists<Term>::of(lists);         // FlatMap<std::vector<Term>>
//   for (const Term& term : terms.find(hash)) ...
//
// Open addressing, linear probing, at most half full, each slot its key beside its value; key 0
// marks a free one, so a hash of 0 is taken as 1.

#ifndef DRAGOMAN_BASE_FLAT_TABLE_H_
#define DRAGOMAN_BASE_FLAT_TABLE_H_

#include <algorithm>
#include <bit>
#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "base/bundle.h"
#include "base/flat_array.h"
#include "base/flat_map.h"

namespace dragoman {

template <typename Value>
class FlatTable {
 public:
  FlatTable() : slots_(std::vector<Slot>(1)) {}
  // The same content in the same order of insertion gives the same bytes.
  static FlatTable of(const FlatMap<Value>& map) {
    std::vector<Slot> slots(std::bit_ceil(std::max<std::size_t>(2 * map.size(), 2)));
    const std::size_t mask = slots.size() - 1;
    map.each([&](std::uint64_t hash, const Value& value) {
      std::size_t at = place(hash) & mask;
      while (slots[at].key != 0) at = (at + 1) & mask;
      slots[at] = {key(hash), value};
    });
    FlatTable table;
    table.slots_ = std::move(slots);
    return table;
  }

  // For many searches: the compiler keeps it in registers.  The table must stay where it is.
  class Finder;
  Finder finder() const { return Finder(slots_.span()); }

  // nullptr: none.
  const Value* find(std::uint64_t hash) const { return finder().find(hash); }
  // visit(hash, value) for each.
  template <typename Visit>
  void each(Visit&& visit) const {
    for (const Slot& slot : slots_) {
      if (slot.key != 0) visit(slot.key, slot.value);
    }
  }

  // As section `name` of a bundle.
  void add_to(BundleWriter& bundle, const std::string& name) const { bundle.add(name, slots_.span()); }
  // kBadData if there is none, or no search in it would end; of a bundle that was not checked
  // as a whole the latter is believed.
  static Result<FlatTable> from_bundle(const Bundle& bundle, const std::string& name) {
    const auto slots = bundle.section<Slot>(name);
    if (!slots.ok()) return slots.error();
    bool right = std::has_single_bit(slots->size());
    if (right && bundle.checked()) {
      right = std::any_of(slots->begin(), slots->end(), [](const Slot& slot) { return slot.key == 0; });
    }
    if (!right) return bundle.damaged(name);
    FlatTable table;
    table.slots_ = *slots;
    return table;
  }

 private:
  struct Slot {
    std::uint64_t key = 0;
    Value value{};
  };
  static std::uint64_t key(std::uint64_t hash) { return hash + (hash == 0); }
  static std::size_t place(std::uint64_t hash) { return std::size_t(hash ^ (hash >> 32)); }

  FlatArray<Slot> slots_;
};

template <typename Value>
class FlatTable<Value>::Finder {
 public:
  void prefetch(std::uint64_t hash) const { __builtin_prefetch(slots_ + (place(hash) & mask_)); }
  const Value* find(std::uint64_t hash) const {
    const std::uint64_t wanted = key(hash);
    for (std::size_t at = place(hash) & mask_;; at = (at + 1) & mask_) {
      // Most searches end at the first slot; whether with a value is no question for a branch: the lesser is 0 if
      // either is.
      const std::uint64_t found = slots_[at].key;
      if (std::min(found, found ^ wanted) == 0) return found == 0 ? nullptr : &slots_[at].value;
    }
  }

 private:
  friend class FlatTable;
  explicit Finder(std::span<const Slot> slots) : slots_(slots.data()), mask_(slots.size() - 1) {}

  const Slot* slots_;
  std::size_t mask_;
};

template <typename Value>
class FlatLists {
 public:
  static FlatLists of(const FlatMap<std::vector<Value>>& lists) {
    FlatMap<Range> ranges;
    std::vector<Value> values;
    ranges.reserve(lists.size());
    lists.each([&](std::uint64_t hash, const std::vector<Value>& list) {
      ranges[hash] = {std::uint32_t(values.size()), std::uint32_t(list.size())};
      values.insert(values.end(), list.begin(), list.end());
    });
    FlatLists out;
    out.ranges_ = FlatTable<Range>::of(ranges);
    out.values_ = std::move(values);
    return out;
  }

  std::span<const Value> find(std::uint64_t hash) const {
    const Range* range = ranges_.find(hash);
    return range == nullptr ? std::span<const Value>() : values_.span().subspan(range->first, range->size);
  }
  // visit(hash) for each.
  template <typename Visit>
  void each_key(Visit&& visit) const {
    ranges_.each([&](std::uint64_t hash, const Range&) { visit(hash); });
  }
  std::span<const Value> values() const { return values_.span(); }

  void add_to(BundleWriter& bundle, const std::string& name) const {
    ranges_.add_to(bundle, name + ".ranges");
    bundle.add(name + ".values", values_.span());
  }
  static Result<FlatLists> from_bundle(const Bundle& bundle, const std::string& name) {
    Result<FlatTable<Range>> ranges = FlatTable<Range>::from_bundle(bundle, name + ".ranges");
    if (!ranges.ok()) return ranges.error();
    const auto values = bundle.section<Value>(name + ".values");
    if (!values.ok()) return values.error();
    if (bundle.checked()) {
      bool right = true;
      ranges->each([&](std::uint64_t, const Range& range) {
        right = right && range.first <= values->size() && range.size <= values->size() - range.first;
      });
      if (!right) return bundle.damaged(name);
    }
    FlatLists lists;
    lists.ranges_ = *std::move(ranges);
    lists.values_ = *values;
    return lists;
  }

 private:
  struct Range {
    std::uint32_t first = 0, size = 0;
  };
  FlatTable<Range> ranges_;
  FlatArray<Value> values_;
};

}  // namespace dragoman

#endif  // DRAGOMAN_BASE_FLAT_TABLE_H_
