// Part of dragoman; see LICENSE.
//
// Each word begins as the sum of the rows of its features.  A few layers follow, each of which
// adds to a word what it and its two neighbours say together (Collobert et al. 2011); the last
// one tells the part of speech.  For each seat that the parser looks at, the word's share of the
// hidden layer is computed once, so an action costs additions only (Chen, Manning 2014), and two
// small products.

#include "syntax/syntax_net.h"

#include <algorithm>
#include <bit>

namespace dragoman {
namespace {

constexpr std::size_t kSeats = ParseView::kSeats;

void write_numbers(ByteWriter& out, const std::vector<std::int16_t>& numbers) {
  for (const std::int16_t number : numbers) out.u16(std::uint16_t(number));
}

void read_numbers(ByteReader& in, std::size_t count, std::vector<std::int16_t>& numbers) {
  numbers.resize(count);
  in.many(std::span(numbers));
}

// Can no sum leave 31 bits, if no input is larger than `most`?
bool bounded(const std::vector<std::int16_t>& weights, std::size_t outputs, std::int64_t most) {
  for (std::size_t o = 0; o < outputs; ++o) {
    std::int64_t sum = 0;
    for (std::size_t at = o; at < weights.size(); at += outputs) sum += std::abs(std::int32_t(weights[at]));
    if (sum * most >= std::int64_t{1} << 30) return false;
  }
  return true;
}

std::vector<std::int32_t> wide_bias(const std::vector<std::int16_t>& bias) {
  std::vector<std::int32_t> wide(bias.begin(), bias.end());
  for (std::int32_t& b : wide) b *= 1 << NetWeights::kWeightBits;
  return wide;
}

bool within(const std::vector<std::int16_t>& numbers, std::int16_t most) {
  return std::all_of(numbers.begin(), numbers.end(), [most](std::int16_t n) { return n <= most && n >= -most; });
}

}  // namespace

void NetWeights::write(ByteWriter& out) const {
  out.u32(width);
  out.u32(hidden);
  out.u32(layers);
  out.u32(std::uint32_t(keys.size()));
  for (const std::uint32_t key : keys) out.u32(key);
  for (std::size_t i = 0; i < rows.size(); ++i) out.u8(std::uint8_t(rows[i]));
  for (const auto* numbers : {&start, &edges, &root}) write_numbers(out, *numbers);
  for (std::uint32_t l = 0; l < layers; ++l) {
    write_numbers(out, layer[l]);
    write_numbers(out, layer_bias[l]);
  }
  for (const auto* numbers : {&tag, &tag_bias, &seats, &facts, &hidden_bias, &action, &action_bias, &relation[0],
                              &relation_bias[0], &relation[1], &relation_bias[1]}) {
    write_numbers(out, *numbers);
  }
}

Result<NetWeights> NetWeights::read(ByteReader& in) {
  NetWeights w;
  w.width = in.count(16, 256);
  w.hidden = in.count(32, 512);
  w.layers = in.count(1, kMostLayers);
  const std::uint32_t known = in.count(0, 1u << 20);
  if (!in.ok() || w.width % 16 != 0 || w.hidden % 32 != 0) return in.error();
  w.keys.resize(known);
  in.many(std::span(w.keys));
  if (!in.ok()) return in.error();
  w.rows = in.packed<std::int8_t>(std::size_t(known + kWordFeatures) * w.width);
  read_numbers(in, w.width, w.start);
  read_numbers(in, 2 * w.width, w.edges);
  read_numbers(in, w.width, w.root);
  bool good = within(w.edges, kMostFlow) && within(w.root, kMostFlow) && within(w.start, kMostFlow);
  for (std::uint32_t l = 0; l < w.layers; ++l) {
    read_numbers(in, std::size_t(3) * w.width * w.width, w.layer[l]);
    read_numbers(in, w.width, w.layer_bias[l]);
    good &= bounded(w.layer[l], w.width, 2 * kMostFlow + 1);
  }
  read_numbers(in, w.width * kTagColumns, w.tag);
  read_numbers(in, kTagColumns, w.tag_bias);
  read_numbers(in, w.width * seat_at(kSeats, w.hidden), w.seats);
  read_numbers(in, ParseView::kFactValues * w.hidden, w.facts);
  read_numbers(in, w.hidden, w.hidden_bias);
  read_numbers(in, w.hidden * kParseActions, w.action);
  read_numbers(in, kParseActions, w.action_bias);
  for (int side = 0; side < 2; ++side) {
    read_numbers(in, w.hidden * kRelationColumns, w.relation[side]);
    read_numbers(in, kRelationColumns, w.relation_bias[side]);
    good &= bounded(w.relation[side], kRelationColumns, kMostFlow);
  }
  good &= bounded(w.tag, kTagColumns, kMostFlow) && bounded(w.seats, seat_at(kSeats, w.hidden), kMostFlow) &&
          bounded(w.action, 1, kMostFlow) && within(w.facts, kMostFact) && within(w.hidden_bias, kMostFact);
  if (!good || !in.ok()) return in.error();
  return w;
}

SyntaxNet::SyntaxNet(NetWeights w, std::uint32_t tags, std::uint32_t relations)
    : width_(w.width), hidden_(w.hidden), layers_(w.layers), tags_(tags), relations_(relations), rows_(std::move(w.rows)),
      start_(std::move(w.start)), edges_(std::move(w.edges)), root_(std::move(w.root)), facts_(std::move(w.facts)),
      hidden_bias_(std::move(w.hidden_bias)),
      tag_(w.width, NetWeights::kTagColumns, w.tag, wide_bias(w.tag_bias)),
      seats_(w.width, NetWeights::seat_at(kSeats, w.hidden), w.seats),
      action_(std::move(w.action)), action_bias_(std::move(w.action_bias)) {
  for (std::uint32_t l = 0; l < layers_; ++l) {
    layer_[l] = IntMatrix(3 * width_, width_, w.layer[l], wide_bias(w.layer_bias[l]));
  }
  for (int side = 0; side < 2; ++side) {
    relation_[side] = IntMatrix(hidden_, NetWeights::kRelationColumns, w.relation[side], wide_bias(w.relation_bias[side]));
  }
  const std::size_t size = std::bit_ceil(std::max<std::size_t>(w.keys.size() * 2, 2));
  slots_.resize(size);
  slot_shift_ = 32 - std::countr_zero(size);
  for (std::uint32_t i = 0; i < w.keys.size(); ++i) {
    std::size_t at = w.keys[i] >> slot_shift_;
    while (slots_[at].row != 0) at = (at + 1) & (size - 1);
    slots_[at] = {w.keys[i], i + kWordFeatures};
  }
}

std::uint32_t SyntaxNet::row_of(std::uint64_t key, WordFeature feature) const {
  const auto wanted = std::uint32_t(key >> 32);
  for (std::size_t at = wanted >> slot_shift_;; at = (at + 1) & (slots_.size() - 1)) {
    if (slots_[at].row == 0) return feature;
    if (slots_[at].key == wanted) return slots_[at].row;
  }
}

void SyntaxNet::read_sentence(std::span<const WordFeatureKeys> words, Scratch& s) const {
  const std::size_t n = words.size(), width = width_;
  s.flow.resize((n + 2) * width);
  s.next.resize((n + 2) * width);
  std::copy_n(edges_.begin(), width, s.flow.begin());
  std::copy_n(edges_.begin() + std::ptrdiff_t(width), width, s.flow.end() - std::ptrdiff_t(width));
  for (const WordFeatureKeys& word : words) {
    for (const std::uint64_t key : word) __builtin_prefetch(&slots_[std::uint32_t(key >> 32) >> slot_shift_]);
  }
  const auto* first_row = reinterpret_cast<const std::int8_t*>(rows_.data());
  for (std::size_t i = 0; i < n; ++i) {
    std::int16_t* x = &s.flow[(i + 1) * width];
    std::copy(start_.begin(), start_.end(), x);
    std::array<const std::int8_t*, kWordFeatures> rows;
    for (std::size_t f = 0; f < kWordFeatures; ++f) {
      rows[f] = first_row + std::size_t(row_of(words[i][f], WordFeature(f))) * width;
    }
    add_rows(rows, width, NetWeights::kPointBits - NetWeights::kRowBits, x);
  }
  for (std::uint32_t l = 0; l < layers_; ++l) {
    layer_[l].multiply(s.flow.data(), width, n, {NetWeights::kWeightBits, 0, NetWeights::kMostFlow},
                       s.next.data() + width);
    if (l > 0) {
      for (std::size_t i = width; i < (n + 1) * width; ++i) {
        s.next[i] = std::min<std::int16_t>(std::int16_t(s.next[i] + s.flow[i]), NetWeights::kMostFlow);
      }
    }
    std::fill_n(s.next.begin(), width, std::int16_t{0});
    std::fill_n(s.next.end() - std::ptrdiff_t(width), width, std::int16_t{0});
    s.flow.swap(s.next);
  }
  s.tags.resize(n * NetWeights::kTagColumns);
  tag_.multiply(s.flow.data() + width, width, n, {.shift = NetWeights::kWeightBits}, s.tags.data());
  s.tag.resize(n);
  for (std::size_t i = 0; i < n; ++i) {
    const std::int16_t* score = &s.tags[i * NetWeights::kTagColumns];
    s.tag[i] = std::uint8_t(std::max_element(score, score + tags_) - score);
  }
  // Node 0 is the root, so the row before the first word is its.
  std::copy(root_.begin(), root_.end(), s.flow.begin());
  s.seats.resize((n + 1) * seats_.outputs());
  seats_.multiply(s.flow.data(), width, n + 1,
                  {NetWeights::kWeightBits, -NetWeights::kMostSeat, NetWeights::kMostSeat}, s.seats.data());
  s.hidden.resize(hidden_);
}

void SyntaxNet::judge(const ParseView& view, Scratch& s) const {
  // Rows of the whole hidden layer, then those of its first half.
  std::array<const std::int16_t*, 1 + kSeats + ParseView::kFacts> rows;
  std::size_t count = 0;
  rows[count++] = hidden_bias_.data();
  for (const std::uint32_t fact : view.fact) rows[count++] = &facts_[fact * hidden_];
  const auto seat_row = [&](std::size_t seat) {
    return &s.seats[view.seat[seat] * seats_.outputs() + NetWeights::seat_at(seat, hidden_)];
  };
  for (std::size_t seat = 0; seat < ParseView::kMainSeats; ++seat) {
    if (view.seat[seat] != ParseView::kNobody) rows[count++] = seat_row(seat);
  }
  const std::size_t whole = count, half = hidden_ / 2;
  for (std::size_t seat = ParseView::kMainSeats; seat < kSeats; ++seat) {
    if (view.seat[seat] != ParseView::kNobody) rows[count++] = seat_row(seat);
  }
  sum_rows(std::span(rows).first(count), half, 0, NetWeights::kMostFlow, s.hidden.data());
  for (std::size_t r = 0; r < whole; ++r) rows[r] += half;
  sum_rows(std::span(rows).first(whole), half, 0, NetWeights::kMostFlow, s.hidden.data() + half);
  for (std::size_t a = 0; a < kParseActions; ++a) {
    s.action[a] = dot(s.hidden.data(), &action_[a * hidden_], hidden_) +
                  action_bias_[a] * (1 << NetWeights::kWeightBits);
  }
}

void SyntaxNet::judge_relation(ParseAction action, Scratch& s) const {
  relation_[action == kLeft ? 0 : 1].multiply_sparse(s.hidden.data(), s.relation.data());
}

}  // namespace dragoman
