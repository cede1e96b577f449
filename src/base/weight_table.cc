// Part of dragoman; see LICENSE.
//
// On disk a row is its place, its mark, a bit a label that says which weights are not zero,
// and these: about 8 bytes instead of 32.

#include "base/weight_table.h"

namespace dragoman {
WeightTable::WeightTable(std::uint32_t labels, std::uint32_t bits)
    : labels_(labels), bits_(bits), stride_(stride_for(labels)), own_(std::size_t{1} << bits), lines_(own_) {}

bool WeightTable::put(std::uint64_t feature, const std::int8_t* weights) {
  std::int8_t* at = own_[index(feature)].at;
  const std::uint16_t mark = mark_of(feature);
  for (std::size_t slot = 0; slot < kLine / stride_; ++slot, at += stride_) {
    std::uint16_t found;
    std::memcpy(&found, at + stride_ - 2, 2);
    if (found == mark) return false;
    if (found != 0) continue;
    std::memcpy(at, weights, labels_);
    std::memcpy(at + stride_ - 2, &mark, 2);
    return true;
  }
  return false;
}

void WeightTable::write(ByteWriter& out) const {
  out.u32(labels_);
  out.u32(bits_);
  const std::size_t per_line = kLine / stride_;
  const auto row = [&](std::size_t i) { return lines_[i / per_line].at + i % per_line * stride_; };
  std::vector<std::uint32_t> used;
  for (std::size_t i = 0; i < lines_.size() * per_line; ++i) {
    if (row(i)[stride_ - 2] != 0 || row(i)[stride_ - 1] != 0) used.push_back(std::uint32_t(i));
  }
  out.u32(std::uint32_t(used.size()));
  std::uint32_t before = 0;
  for (const std::uint32_t i : used) {
    const std::int8_t* at = row(i);
    out.varint(i - before);
    before = i;
    out.u8(std::uint8_t(at[stride_ - 2]));
    out.u8(std::uint8_t(at[stride_ - 1]));
    for (std::uint32_t l = 0; l < labels_; l += 8) {
      std::uint8_t bits = 0;
      for (std::uint32_t k = l; k < labels_ && k < l + 8; ++k) bits |= std::uint8_t((at[k] != 0) << (k - l));
      out.u8(bits);
    }
    for (std::uint32_t l = 0; l < labels_; ++l) {
      if (at[l] != 0) out.u8(std::uint8_t(at[l]));
    }
  }
}

void WeightTable::add_to(BundleWriter& bundle, const std::string& name) const {
  const std::uint32_t shape[2] = {labels_, bits_};
  bundle.add(name + ".shape", std::span<const std::uint32_t>(shape));
  bundle.add(name + ".lines", lines_);
}

Result<WeightTable> WeightTable::from_bundle(const Bundle& bundle, const std::string& name) {
  const auto shape = bundle.section<std::uint32_t>(name + ".shape");
  if (!shape.ok()) return shape.error();
  const auto lines = bundle.section<Line>(name + ".lines");
  if (!lines.ok()) return lines.error();
  const bool right = shape->size() == 2 && (*shape)[0] >= 1 && (*shape)[0] <= kMostLabels && (*shape)[1] <= kMostBits &&
                     lines->size() == std::size_t{1} << (*shape)[1];
  if (!right) return bundle.damaged(name);
  WeightTable table((*shape)[0]);
  table.bits_ = (*shape)[1];
  table.own_.clear();
  table.lines_ = *lines;
  expect_reading(std::as_bytes(*lines));   // a sentence's features lie all over it
  return table;
}

Result<WeightTable> WeightTable::read(ByteReader& in) {
  const std::uint32_t labels = in.count(1, kMostLabels);
  const std::uint32_t bits = in.count(0, kMostBits);
  if (!in.ok()) return in.error();
  WeightTable table(labels, bits);
  const std::size_t per_line = kLine / table.stride_;
  const std::size_t rows = table.lines_.size() * per_line;
  const std::uint32_t used = in.count(0, std::uint32_t(rows));
  std::size_t i = 0;
  for (std::uint32_t n = 0; n < used && in.ok(); ++n) {
    i += in.varint();
    if (i >= rows) return in.error();
    std::int8_t* at = table.own_[i / per_line].at + i % per_line * table.stride_;
    at[table.stride_ - 2] = std::int8_t(in.u8());
    at[table.stride_ - 1] = std::int8_t(in.u8());
    std::uint8_t masks[kMostLabels / 8 + 1] = {};
    for (std::uint32_t l = 0; l < labels; l += 8) masks[l / 8] = in.u8();
    for (std::uint32_t l = 0; l < labels; ++l) {
      if (masks[l / 8] >> (l % 8) & 1) at[l] = std::int8_t(in.u8());
    }
  }
  if (!in.ok()) return in.error();
  return table;
}

}  // namespace dragoman
