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
bool bounded(std::span<const std::int16_t> weights, std::size_t outputs, std::int64_t most) {
  for (std::size_t o = 0; o < outputs; ++o) {
    std::int64_t sum = 0;
    for (std::size_t at = o; at < weights.size(); at += outputs) sum += std::abs(std::int32_t(weights[at]));
    if (sum * most >= std::int64_t{1} << 30) return false;
  }
  return true;
}

// The same of a matrix whose weights stand in pairs.
bool bounded(const IntMatrix& matrix, std::int64_t most) {
  constexpr std::int32_t kMostBias = 32768 << NetWeights::kWeightBits;
  for (std::size_t o = 0; o < matrix.outputs(); ++o) {
    const std::span<const std::int16_t> block = matrix.pairs().subspan(o / 16 * 16 * matrix.inputs(), 16 * matrix.inputs());
    std::int64_t sum = 0;
    for (std::size_t at = o % 16 * 2; at < block.size(); at += 32) {
      sum += std::abs(std::int32_t(block[at])) + std::abs(std::int32_t(block[at + 1]));
    }
    if (sum * most >= std::int64_t{1} << 30 || matrix.bias()[o] > kMostBias || matrix.bias()[o] < -kMostBias) return false;
  }
  return true;
}

std::vector<std::int32_t> wide_bias(const std::vector<std::int16_t>& bias) {
  std::vector<std::int32_t> wide(bias.begin(), bias.end());
  for (std::int32_t& b : wide) b *= 1 << NetWeights::kWeightBits;
  return wide;
}

bool within(std::span<const std::int16_t> numbers, std::int16_t most) {
  return std::all_of(numbers.begin(), numbers.end(), [most](std::int16_t n) { return n <= most && n >= -most; });
}

}  // namespace

void NetWeights::write(ByteWriter& out) const {
  out.u32(width);
  out.u32(hidden);
  out.u32(layers);
  out.u32(std::uint32_t(keys.size()));
  for (const std::uint32_t key : keys) out.u32(key);
  for (const std::int8_t number : rows) out.u8(std::uint8_t(number));
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
  w.rows.resize(std::min(std::size_t(known + kWordFeatures) * w.width, in.left()));
  in.many(std::span(w.rows));
  if (w.rows.size() != std::size_t(known + kWordFeatures) * w.width) return in.error();
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
  std::vector<Slot> slots(size);
  const int shift = 32 - std::countr_zero(size);
  for (std::uint32_t i = 0; i < w.keys.size(); ++i) {
    std::size_t at = w.keys[i] >> shift;
    while (slots[at].row != 0) at = (at + 1) & (size - 1);
    slots[at] = {w.keys[i], i + kWordFeatures};
  }
  use_slots(std::move(slots));
}

void SyntaxNet::use_slots(FlatArray<Slot> slots) {
  slots_ = std::move(slots);
  slot_shift_ = 32 - std::countr_zero(slots_.size());
}

template <typename Net, typename Visit>
void SyntaxNet::each_part(Net& net, Visit&& visit) {
  const std::size_t width = net.width_, hidden = net.hidden_;
  visit(net.start_, width);
  visit(net.edges_, 2 * width);
  visit(net.root_, width);
  visit(net.facts_, ParseView::kFactValues * hidden);
  visit(net.hidden_bias_, hidden);
  visit(net.action_, kParseActions * hidden);
  visit(net.action_bias_, std::size_t{kParseActions});
  for (std::uint32_t l = 0; l < net.layers_; ++l) visit(net.layer_[l], 3 * width, width);
  visit(net.tag_, width, std::size_t{NetWeights::kTagColumns});
  visit(net.seats_, width, NetWeights::seat_at(kSeats, hidden));
  for (auto& side : net.relation_) visit(side, hidden, std::size_t{NetWeights::kRelationColumns});
}

namespace {

// Each part begins at a multiple of so many numbers of 16 bits: a line of the cache.
constexpr std::size_t kLine = 32;

template <typename Number>
void append(std::vector<Number>& all, std::span<const Number> part) {
  all.insert(all.end(), part.begin(), part.end());
  all.resize((all.size() + kLine - 1) / kLine * kLine);
}

// Hands out what append() put together; too little is none.
template <typename Number>
class Parts {
 public:
  explicit Parts(std::span<const Number> all) : all_(all) {}
  std::span<const Number> next(std::size_t count) {
    const std::size_t taken = (count + kLine - 1) / kLine * kLine;
    if (taken > all_.size()) enough_ = false;
    if (!enough_) return {};
    const std::span<const Number> part = all_.first(count);
    all_ = all_.subspan(taken);
    return part;
  }
  bool used_up() const { return enough_ && all_.empty(); }

 private:
  std::span<const Number> all_;
  bool enough_ = true;
};

}  // namespace

void SyntaxNet::add_to(BundleWriter& bundle) const {
  const std::uint32_t shape[3] = {width_, hidden_, layers_};
  std::vector<std::int16_t> numbers;
  std::vector<std::int32_t> bias;
  const auto add = [&]<typename Part>(const Part& part, auto...) {
    if constexpr (std::is_same_v<Part, IntMatrix>) {
      append(numbers, part.pairs());
      append(bias, part.bias());
    } else {
      append(numbers, part.span());
    }
  };
  each_part(*this, add);
  bundle.add("syntax.shape", std::span<const std::uint32_t>(shape));
  bundle.add("syntax.slots", slots_.span());
  bundle.add("syntax.rows", rows_.span());
  bundle.add("syntax.numbers", std::span<const std::int16_t>(numbers));
  bundle.add("syntax.bias", std::span<const std::int32_t>(bias));
}

Result<SyntaxNet> SyntaxNet::from_bundle(const Bundle& bundle, std::uint32_t tags, std::uint32_t relations) {
  const auto shape = bundle.section<std::uint32_t>("syntax.shape");
  if (!shape.ok()) return shape.error();
  const auto slots = bundle.section<Slot>("syntax.slots");
  if (!slots.ok()) return slots.error();
  const auto rows = bundle.section<std::int8_t>("syntax.rows");
  if (!rows.ok()) return rows.error();
  const auto numbers = bundle.section<std::int16_t>("syntax.numbers");
  if (!numbers.ok()) return numbers.error();
  const auto bias = bundle.section<std::int32_t>("syntax.bias");
  if (!bias.ok()) return bias.error();
  const auto in = [](std::uint32_t value, std::uint32_t least, std::uint32_t most) { return value >= least && value <= most; };
  const std::span<const std::uint32_t> s = *shape;
  if (s.size() != 3 || !in(s[0], 16, 256) || s[0] % 16 != 0 || !in(s[1], 32, 512) || s[1] % 32 != 0 ||
      !in(s[2], 1, NetWeights::kMostLayers) || tags > NetWeights::kTagColumns || relations > NetWeights::kRelationColumns ||
      !std::has_single_bit(slots->size()) || slots->size() < 2 || slots->size() > 1u << 22) {
    return bundle.damaged("syntax");
  }
  SyntaxNet net;
  net.width_ = s[0];
  net.hidden_ = s[1];
  net.layers_ = s[2];
  net.tags_ = tags;
  net.relations_ = relations;
  net.use_slots(*slots);
  net.rows_ = *rows;
  Parts<std::int16_t> numbers_left(*numbers);
  Parts<std::int32_t> bias_left(*bias);
  const auto take = [&]<typename Part>(Part& part, auto... sizes) {
    if constexpr (std::is_same_v<Part, IntMatrix>) {
      const auto of = [&](std::size_t inputs, std::size_t outputs) {
        return IntMatrix::of(inputs, outputs, numbers_left.next(inputs * outputs), bias_left.next(outputs));
      };
      part = of(sizes...);
    } else {
      part = numbers_left.next(sizes...);
    }
  };
  each_part(net, take);
  if (!numbers_left.used_up() || !bias_left.used_up() || rows->size() % net.width_ != 0 ||
      rows->size() < kWordFeatures * net.width_ || (bundle.checked() && !net.sound())) {
    return bundle.damaged("syntax");
  }
  return net;
}

bool SyntaxNet::sound() const {
  const std::size_t rows = rows_.size() / width_;
  for (std::uint32_t l = 0; l < layers_; ++l) {
    if (!bounded(layer_[l], 2 * NetWeights::kMostFlow + 1)) return false;
  }
  for (const IntMatrix* matrix : {&tag_, &seats_, &relation_[0], &relation_[1]}) {
    if (!bounded(*matrix, NetWeights::kMostFlow)) return false;
  }
  return std::any_of(slots_.begin(), slots_.end(), [](const Slot& slot) { return slot.row == 0; }) &&
         std::all_of(slots_.begin(), slots_.end(), [rows](const Slot& slot) { return slot.row < rows; }) &&
         bounded(action_.span(), 1, NetWeights::kMostFlow) && within(edges_.span(), NetWeights::kMostFlow) &&
         within(root_.span(), NetWeights::kMostFlow) && within(start_.span(), NetWeights::kMostFlow) &&
         within(facts_.span(), NetWeights::kMostFact) && within(hidden_bias_.span(), NetWeights::kMostFact);
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
