// Part of dragoman; see LICENSE.
//
// OffsetTable: where each of many short things ends in one long array, at two bytes a thing.
//
//   OffsetTable texts = OffsetTable::of(ends);    // ends: 0 <= ends[0] <= ends[1] ...
//   texts.begin(i), texts.end(i);
//
// Things stand in blocks; a block has its start in full, a thing where it ends behind that.
// Blocks are of 32 things, and of fewer, for all, if one block would be longer than 65,535.

#ifndef DRAGOMAN_BASE_OFFSET_TABLE_H_
#define DRAGOMAN_BASE_OFFSET_TABLE_H_

#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "base/bundle.h"
#include "base/flat_array.h"

namespace dragoman {

class OffsetTable {
 public:
  OffsetTable() = default;

  static OffsetTable of(std::span<const std::uint32_t> ends) {
    for (std::uint32_t shift = kMostShift;; --shift) {
      std::vector<std::uint32_t> starts{shift};
      std::vector<std::uint16_t> steps;
      starts.reserve((ends.size() >> shift) + 2);
      steps.reserve(ends.size());
      bool fits = true;
      for (std::size_t i = 0; i < ends.size() && fits; ++i) {
        if ((i & ((1u << shift) - 1)) == 0) starts.push_back(shift == 0 ? ends[i] : i == 0 ? 0 : ends[i - 1]);
        const std::uint32_t step = ends[i] - starts.back();
        fits = step <= 0xFFFF;
        steps.push_back(std::uint16_t(step));
      }
      if (!fits) continue;       // not with shift 0: then each step is 0
      OffsetTable table;
      table.starts_ = std::move(starts);
      table.steps_ = std::move(steps);
      table.shift_ = shift;
      return table;
    }
  }

  std::size_t size() const { return steps_.size(); }
  std::uint32_t begin(std::size_t i) const { return i == 0 ? 0 : end(i - 1); }
  std::uint32_t end(std::size_t i) const { return starts_[(i >> shift_) + 1] + steps_[i]; }

  // As sections "NAME.starts" and "NAME.steps" of a bundle.
  void add_to(BundleWriter& bundle, const std::string& name) const {
    bundle.add(name + ".starts", starts_.span());
    bundle.add(name + ".steps", steps_.span());
  }
  // kBadData if sections lack or do not fit each other.
  static Result<OffsetTable> from_bundle(const Bundle& bundle, const std::string& name) {
    const auto starts = bundle.section<std::uint32_t>(name + ".starts");
    if (!starts.ok()) return starts.error();
    const auto steps = bundle.section<std::uint16_t>(name + ".steps");
    if (!steps.ok()) return steps.error();
    OffsetTable table;
    table.starts_ = *starts;
    table.steps_ = *steps;
    table.shift_ = starts->empty() ? kMostShift + 1 : starts->front();
    const std::size_t blocks = table.shift_ > kMostShift
                                   ? 0 : (steps->size() + (1u << table.shift_) - 1) >> table.shift_;
    if (table.shift_ > kMostShift || starts->size() != blocks + 1) {
      return bundle.damaged(name);
    }
    return table;
  }
  // Does none end before it begins, and the last at `size`?  Linear time.
  bool sound(std::size_t size) const {
    std::uint64_t before = 0;
    for (std::size_t i = 0; i < this->size(); ++i) {
      const std::uint64_t now = std::uint64_t(starts_[(i >> shift_) + 1]) + steps_[i];
      if (now < before || now > size) return false;
      before = now;
    }
    return before == size;
  }

 private:
  static constexpr std::uint32_t kMostShift = 5;

  FlatArray<std::uint32_t> starts_{std::vector<std::uint32_t>{0}};   // the shift, then of each block
  FlatArray<std::uint16_t> steps_;
  std::uint32_t shift_ = 0;
};

}  // namespace dragoman

#endif  // DRAGOMAN_BASE_OFFSET_TABLE_H_
