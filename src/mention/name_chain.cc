// Part of dragoman; see LICENSE.

#include "mention/name_chain.h"

#include <algorithm>

namespace dragoman {

NameChainWeights::NameChainWeights(const NameTransitions& t) {
  for (std::size_t n = 0; n < kClosed; ++n) {
    const std::uint32_t a = label(n);
    outside[n] = t[a][0];
    for (std::uint32_t k = 0; k < 4; ++k) {
      begin[n][k] = t[a][name_label(TagKind(k), TagPart::kBegin)];
      single[n][k] = t[a][name_label(TagKind(k), TagPart::kSingle)];
    }
  }
  for (std::uint32_t k = 0; k < 4; ++k) {
    const auto label = [&](TagPart part) { return name_label(TagKind(k), part); };
    begin_inside[k] = t[label(TagPart::kBegin)][label(TagPart::kInside)];
    inside_inside[k] = t[label(TagPart::kInside)][label(TagPart::kInside)];
    begin_end[k] = t[label(TagPart::kBegin)][label(TagPart::kEnd)];
    inside_end[k] = t[label(TagPart::kInside)][label(TagPart::kEnd)];
  }
}

NameChain::NameChain(const NameChainWeights& weights, Room& room) : weights_(weights), back_(room.back_) {
  begin_ = inside_ = end_ = single_ = PerKind{} + kNever;
}

void NameChain::grow() { back_.resize(std::max<std::size_t>(64, count_ * 2)); }

// Sums stay within 32 bits, however long a sentence is.
void NameChain::lower() {
  const PerKind never = PerKind{} + kNever;
  for (PerKind* sums : {&begin_, &inside_, &end_, &single_}) {
    *sums -= outside_;
    *sums = *sums > never ? *sums : never;
  }
  outside_ = 0;
}

std::uint8_t NameChain::before(std::size_t i, std::uint8_t label) const {
  const Back& back = back_[i];
  if (label == 0) return back.outside;
  const auto kind = std::size_t(kind_of_label(label));
  switch (part_of_label(label)) {
    case TagPart::kBegin: return std::uint8_t(back.begin[kind]);
    case TagPart::kInside: return std::uint8_t(back.inside[kind]);
    case TagPart::kEnd: return std::uint8_t(back.end[kind]);
    case TagPart::kSingle: break;
  }
  return std::uint8_t(back.single[kind]);
}

void NameChain::finish(std::vector<std::uint8_t>& labels) const {
  std::uint8_t label = 0;
  std::int32_t most = 2 * kNever;
  for (std::size_t n = 0; n < NameChainWeights::kClosed; ++n) {
    const std::int32_t sum = closed(n) + weights_.outside[n];
    if (sum > most) {
      most = sum;
      label = NameChainWeights::label(n);
    }
  }
  labels.resize(count_);
  for (std::size_t i = count_; i-- > 0;) {
    labels[i] = label;
    label = before(i, label);
  }
}

}  // namespace dragoman
