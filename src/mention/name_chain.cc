// Part of dragoman; see LICENSE.
//
// A step tries the nine labels that close a name before "begin", "single" and "outside", and
// two before "inside" and "end"; the four kinds go side by side in one vector, without a branch.

#include "mention/name_chain.h"

#include <algorithm>

namespace dragoman {
namespace {

constexpr std::int32_t kNever = -(1 << 28);

PerKind choose(PerKind mask, PerKind yes, PerKind no) { return (mask & yes) | (~mask & no); }

PerKind of_part(const Scores<kNameLabels>& score, TagPart part) {
  return PerKind{score[name_label(TagKind(0), part)], score[name_label(TagKind(1), part)],
                 score[name_label(TagKind(2), part)], score[name_label(TagKind(3), part)]};
}

}  // namespace

NameChainWeights::NameChainWeights(const NameTransitions& t) {
  std::size_t n = 0;
  for (std::uint32_t a = 0; a < kNameLabels; ++a) {
    if (!name_labels_fit(a, 0)) continue;
    closed[n] = std::uint8_t(a);
    outside[n] = t[a][0];
    for (std::uint32_t k = 0; k < 4; ++k) {
      begin[n][k] = t[a][name_label(TagKind(k), TagPart::kBegin)];
      single[n][k] = t[a][name_label(TagKind(k), TagPart::kSingle)];
    }
    ++n;
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

// The sum of the best sequence that ends in the n-th closed label: outside, then end and single
// word of each kind.
std::int32_t NameChain::closed(std::size_t n) const {
  if (n == 0) return outside_;
  return n % 2 == 1 ? end_[n / 2] : single_[n / 2 - 1];
}

void NameChain::add(const Scores<kNameLabels>& score) {
  if (count_ == back_.size()) back_.resize(std::max<std::size_t>(64, count_ * 2));
  Back& from = back_[count_++];
  PerKind begin = PerKind{} + 2 * kNever, single = begin;
  std::int32_t outside = 2 * kNever;
  for (std::size_t n = 0; n < weights_.closed.size(); ++n) {
    const std::int32_t here = closed(n);
    const PerKind label = PerKind{} + weights_.closed[n];
    const PerKind b = weights_.begin[n] + here, s = weights_.single[n] + here;
    from.begin = choose(b > begin, label, from.begin);
    begin = choose(b > begin, b, begin);
    from.single = choose(s > single, label, from.single);
    single = choose(s > single, s, single);
    const std::int32_t o = weights_.outside[n] + here;
    from.outside = o > outside ? weights_.closed[n] : from.outside;
    outside = std::max(o, outside);
  }
  const auto go_on = [](PerKind behind_begin, PerKind behind_inside, PerKind& label) {
    constexpr PerKind kBegin = {name_label(TagKind(0), TagPart::kBegin), name_label(TagKind(1), TagPart::kBegin),
                                name_label(TagKind(2), TagPart::kBegin), name_label(TagKind(3), TagPart::kBegin)};
    const PerKind later = behind_inside > behind_begin;      // -1 or 0
    label = kBegin - later * std::int32_t(TagPart::kInside);
    return choose(later, behind_inside, behind_begin);
  };
  const PerKind inside =
      go_on(begin_ + weights_.begin_inside, inside_ + weights_.inside_inside, from.inside);
  const PerKind end = go_on(begin_ + weights_.begin_end, inside_ + weights_.inside_end, from.end);
  begin_ = begin + of_part(score, TagPart::kBegin);
  inside_ = inside + of_part(score, TagPart::kInside);
  end_ = end + of_part(score, TagPart::kEnd);
  single_ = single + of_part(score, TagPart::kSingle);
  outside_ = outside + score[0];
  if (count_ % 1024 == 0) lower();
}

// Sums stay within 32 bits, however long a sentence is.
void NameChain::lower() {
  const PerKind never = PerKind{} + kNever;
  for (PerKind* sums : {&begin_, &inside_, &end_, &single_}) {
    *sums -= outside_;
    *sums = choose(*sums > never, *sums, never);
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
  for (std::size_t n = 0; n < weights_.closed.size(); ++n) {
    const std::int32_t sum = closed(n) + weights_.outside[n];
    if (sum > most) {
      most = sum;
      label = weights_.closed[n];
    }
  }
  labels.resize(count_);
  for (std::size_t i = count_; i-- > 0;) {
    labels[i] = label;
    label = before(i, label);
  }
}

}  // namespace dragoman
