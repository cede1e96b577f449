// Part of dragoman; see LICENSE.
//
// What one word or two answer is remembered (name_memory.h); the rows that a token's other questions
// may stand in are brought near before.

#include "mention/name_tagger.h"

#include <algorithm>
#include <atomic>

namespace dragoman {
namespace {

// Sums of labels in vectors that the compiler takes for granted.  (Two registers of AVX2 are no
// faster than three of SSE2.)
class PlainSums {
 public:
  explicit PlainSums(const std::int16_t* sums) { scores_.set(sums); }
  void add(const std::int8_t* row) { scores_.add(row); }
  void store(std::int16_t* out) const { scores_.store(out); }

 private:
  Scores<kNameLabels> scores_;
};

}  // namespace

std::uint64_t NameTagger::next_id() {
  static std::atomic<std::uint64_t> last{0};
  return ++last;
}

NameTagger::NameTagger(WeightTable weights, const NameTransitions& transitions,
                       std::shared_ptr<const WordClusters> clusters)
    : weights_(std::move(weights)), transitions_(transitions), chain_weights_(transitions),
      clusters_(std::move(clusters)) {}

Result<NameTagger> NameTagger::load(const std::filesystem::path& file, std::shared_ptr<const WordClusters> clusters) {
  Result<ByteReader> in = open_stream(file, "names");
  if (!in.ok()) return in.error();
  return read(*in, std::move(clusters));
}

// A model of other questions would answer nonsense.
bool NameTagger::read_transitions(ByteReader& in, NameTransitions& transitions) {
  if (in.u32() != kNameQuestions) return false;
  for (auto& row : transitions) {
    for (std::int16_t& weight : row) weight = std::int16_t(in.u16());
  }
  return in.ok();
}

void NameTagger::write_transitions(ByteWriter& out) const {
  out.u32(kNameQuestions);
  for (const auto& row : transitions_) {
    for (const std::int16_t weight : row) out.u16(std::uint16_t(weight));
  }
}

Result<NameTagger> NameTagger::read(ByteReader& in, std::shared_ptr<const WordClusters> clusters) {
  NameTransitions transitions{};
  if (!read_transitions(in, transitions)) return in.error();
  Result<WeightTable> weights = WeightTable::read(in);
  if (!weights.ok()) return weights.error();
  if (weights->labels() != kNameLabels || !in.at_end()) return in.error();
  return NameTagger(*std::move(weights), transitions, std::move(clusters));
}

void NameTagger::write(ByteWriter& out) const {
  write_transitions(out);
  weights_.write(out);
}

void NameTagger::add_to(BundleWriter& bundle) const {
  ByteWriter out;
  write_transitions(out);
  bundle.add("tagger.transitions", std::span<const char>(out.bytes()));
  weights_.add_to(bundle, "tagger.weights");
}

Result<NameTagger> NameTagger::from_bundle(const std::shared_ptr<const Bundle>& bundle,
                                           std::shared_ptr<const WordClusters> clusters) {
  Result<ByteReader> in = ByteReader::of(bundle, "tagger.transitions");
  if (!in.ok()) return in.error();
  NameTransitions transitions{};
  if (!read_transitions(*in, transitions)) return in->error();
  Result<WeightTable> weights = WeightTable::from_bundle(*bundle, "tagger.weights");
  if (!weights.ok()) return weights.error();
  if (weights->labels() != kNameLabels) return bundle->damaged("tagger.weights");
  return NameTagger(*std::move(weights), transitions, std::move(clusters));
}

void NameTagger::tag(const Document& document, std::span<const WordFacts> words, std::span<const std::uint16_t> told,
                     std::span<const Reading> readings, std::vector<TaggedName>& names) const {
  thread_local NameFeatures features;
  thread_local std::vector<std::uint64_t> hashes;
  thread_local std::vector<std::uint8_t> labels;
  features.read(document, {words, readings, *clusters_, told});
  thread_local NameChain::Room room;
  thread_local NameMemory memory;
  thread_local std::vector<NameSums> sums;
  memory.begin(id_);
  const auto ask = [&](const Stretch& stretch) {
    NameChain chain(chain_weights_, room, stretch.last - stretch.first);
    // A part at a time: half a kilobyte of weights a token, and a stretch may be a whole book.
    constexpr Index kPart = 64;
    for (Index from = stretch.first; from < stretch.last; from += std::min(kPart, stretch.last - from)) {
      const Stretch part{from, from + std::min(kPart, stretch.last - from), stretch.sentence};
      features.far(part, weights_, hashes);
      memory.add(features, weights_, part, document.sentences()[part.sentence], sums);
      score(sums, hashes, chain);
    }
    chain.finish(labels);
  };
  for (const Stretch& stretch : features.stretches()) {
    if (stretch.known) features.known_labels(stretch, labels);
    else ask(stretch);
    Index first = stretch.first;
    for (Index i = 0; i < labels.size(); ++i) {
      const Index token = stretch.first + i;
      if (labels[i] == 0) continue;
      const TagPart part = part_of_label(labels[i]);
      if (part == TagPart::kBegin || part == TagPart::kSingle) first = token;
      if (part == TagPart::kEnd || part == TagPart::kSingle) {
        names.push_back({first, token + 1, stretch.sentence, kind_of_label(labels[i])});
      }
    }
  }
}

template <typename Sums>
[[gnu::always_inline]] inline void NameTagger::score_with(std::span<const NameSums> alone,
                                                          std::span<const std::uint64_t> hashes,
                                                          NameChain& chain) const {
  const std::uint64_t* hash = hashes.data();
  for (const NameSums& token : alone) {
    Sums sums(reinterpret_cast<const std::int16_t*>(token.labels));
    for (std::size_t q = 0; q < kNameQuestionsFar; ++q) sums.add(weights_.row<kNameLabels>(*hash++));
    std::int16_t scores[32];
    sums.store(scores);
    chain.add(scores);
  }
}

#ifdef DRAGOMAN_X86
// Flattened, since only here may the functions of the sums become part of the loop.
[[gnu::flatten]] DRAGOMAN_AVX512
void NameTagger::score_avx512(std::span<const NameSums> alone, std::span<const std::uint64_t> hashes,
                              NameChain& chain) const {
  score_with<Avx512Sums>(alone, hashes, chain);
}
#endif

void NameTagger::score(std::span<const NameSums> alone, std::span<const std::uint64_t> hashes,
                       NameChain& chain) const {
  static_assert(WeightTable::stride_for(kNameLabels) == 32);
#ifdef DRAGOMAN_X86
  if (simd() == Simd::kAvx512) return score_avx512(alone, hashes, chain);
#endif
  score_with<PlainSums>(alone, hashes, chain);
}

}  // namespace dragoman
