// Part of dragoman; see LICENSE.

#include "mention/name_chain.h"

namespace dragoman {
namespace {

// The label that closes a name, whose sum is the greatest; of equal ones the smallest.
template <typename Sum>
std::uint8_t best_closed(const Sum& sum) {
  std::size_t best = 0;
  for (std::size_t n = 1; n < NameChainWeights::kClosed; ++n) best = sum(n) > sum(best) ? n : best;
  return NameChainWeights::label(best);
}

}  // namespace

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
    end_outside[k] = t[label(TagPart::kEnd)][0];
    single_outside[k] = t[label(TagPart::kSingle)][0];
    begin_inside[k] = t[label(TagPart::kBegin)][label(TagPart::kInside)];
    inside_inside[k] = t[label(TagPart::kInside)][label(TagPart::kInside)];
    begin_end[k] = t[label(TagPart::kBegin)][label(TagPart::kEnd)];
    inside_end[k] = t[label(TagPart::kInside)][label(TagPart::kEnd)];
  }
}

NameChain::NameChain(const NameChainWeights& weights, Room& room, std::size_t tokens)
    : weights_(weights), sums_(room.sums_) {
  if (sums_.size() <= tokens) sums_.resize(tokens + 1);
  const PerKind never = PerKind{} + kNever;
  sums_[0] = {never, never, never, never, 0};
}

// Sums stay within 24 bits, however long a sentence is.
void NameChain::lower() {
  Sums& last = sums_[count_];
  const PerKind never = PerKind{} + kNever;
  for (PerKind* sums : {&last.begin, &last.inside, &last.end, &last.single}) {
    *sums -= last.outside;
    *sums = *sums > never ? *sums : never;
  }
  last.outside = 0;
}

// sums: of the token before
std::uint8_t NameChain::before(std::uint8_t label, const Sums& sums) const {
  const auto closed = [&](const auto& weights) {
    return best_closed([&](std::size_t n) { return sums.closed(n) + weights(n); });
  };
  if (label == 0) return closed([&](std::size_t n) { return weights_.outside[n]; });
  const auto k = std::size_t(kind_of_label(label));
  const auto part = [&](bool inside) { return std::uint8_t(name_label(TagKind(k), inside ? TagPart::kInside : TagPart::kBegin)); };
  switch (part_of_label(label)) {
    case TagPart::kBegin: return closed([&](std::size_t n) { return weights_.begin[n][k]; });
    case TagPart::kInside:
      return part(sums.inside[k] + weights_.inside_inside[k] > sums.begin[k] + weights_.begin_inside[k]);
    case TagPart::kEnd: return part(sums.inside[k] + weights_.inside_end[k] > sums.begin[k] + weights_.begin_end[k]);
    case TagPart::kSingle: break;
  }
  return closed([&](std::size_t n) { return weights_.single[n][k]; });
}

void NameChain::finish(std::vector<std::uint8_t>& labels) const {
  labels.resize(count_);
  std::uint8_t label = 0;
  for (std::size_t i = count_; i-- > 0;) labels[i] = label = before(label, sums_[i + 1]);
}

}  // namespace dragoman
