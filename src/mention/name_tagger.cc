// Part of dragoman; see LICENSE.
//
// Scores are whole numbers, so that every machine finds the same names.  Of two equally good
// sequences the one of smaller labels is taken.

#include "mention/name_tagger.h"

#include <algorithm>

namespace dragoman {
namespace {

constexpr std::size_t kStride = 32;
constexpr std::size_t kAhead = kNameQuestions / 2;
constexpr std::int32_t kNever = -(1 << 28);

// The labels that may stand before each, as lists.
struct Before {
  std::array<std::array<std::uint8_t, kNameLabels>, kNameLabels> labels{};
  std::array<std::uint8_t, kNameLabels> count{};
};
constexpr Before kBefore = [] {
  Before before;
  for (std::uint32_t b = 0; b < kNameLabels; ++b) {
    for (std::uint32_t a = 0; a < kNameLabels; ++a) {
      if (name_labels_fit(a, b)) before.labels[b][before.count[b]++] = std::uint8_t(a);
    }
  }
  return before;
}();

}  // namespace

Result<NameTagger> NameTagger::load(const std::filesystem::path& file) {
  Result<ModelReader> in = ModelReader::open(file, "ner");
  if (!in.ok()) return in.error();
  return read(*in);
}

Result<NameTagger> NameTagger::read(ModelReader& in) {
  Transitions transitions{};
  for (auto& row : transitions) {
    for (std::int16_t& weight : row) weight = std::int16_t(in.u16());
  }
  Result<WeightTable> weights = WeightTable::read(in);
  if (!weights.ok()) return weights.error();
  if (weights->labels() != kNameLabels || !in.at_end()) return in.error();
  return NameTagger(*std::move(weights), transitions);
}

void NameTagger::write(ModelWriter& out) const {
  for (const auto& row : transitions_) {
    for (const std::int16_t weight : row) out.u16(std::uint16_t(weight));
  }
  weights_.write(out);
}

void NameTagger::tag(const Document& document, std::span<const WordFacts> words,
                     std::span<const Reading> readings, std::vector<TaggedName>& names) const {
  thread_local NameFeatures features;
  thread_local std::vector<std::uint64_t> hashes;
  features.read(document, words, readings);
  for (Index s = 0; s < document.sentences().size(); ++s) {
    const Sentence& sentence = document.sentences()[s];
    if (!sentence.prose) continue;
    features.of(sentence, hashes);
    decode(sentence, s, hashes, names);
  }
}

void NameTagger::decode(const Sentence& sentence, Index number, std::span<const std::uint64_t> hashes,
                        std::vector<TaggedName>& names) const {
  const std::size_t count = sentence.last - sentence.first;
  if (count == 0) return;
  thread_local std::vector<std::array<std::uint8_t, kNameLabels>> back;
  back.resize(count);
  std::array<std::int32_t, kNameLabels> best, next;
  best.fill(kNever);
  best[0] = 0;
  for (std::size_t i = 0; i < std::min(kAhead, hashes.size()); ++i) weights_.prefetch(hashes[i]);
  for (std::size_t i = 0; i < count; ++i) {
    alignas(32) std::int16_t score[kStride] = {};
    for (std::size_t q = i * kNameQuestions; q < (i + 1) * kNameQuestions; ++q) {
      if (q + kAhead < hashes.size()) weights_.prefetch(hashes[q + kAhead]);
      weights_.add<kStride>(hashes[q], score);
    }
    for (std::uint32_t b = 0; b < kNameLabels; ++b) {
      std::int32_t most = kNever * 2;
      std::uint8_t from = 0;
      for (std::uint8_t k = 0; k < kBefore.count[b]; ++k) {
        const std::uint8_t a = kBefore.labels[b][k];
        const std::int32_t with = best[a] + transitions_[a][b];
        if (with > most) {
          most = with;
          from = a;
        }
      }
      next[b] = std::max(most + score[b], kNever);
      back[i][b] = from;
    }
    best = next;
  }
  std::uint32_t label = 0;
  std::int32_t most = kNever * 2;
  for (std::uint32_t a = 0; a < kNameLabels; ++a) {
    if (name_labels_fit(a, 0) && best[a] + transitions_[a][0] > most) {
      most = best[a] + transitions_[a][0];
      label = a;
    }
  }
  const std::size_t begin = names.size();
  Index end = 0;
  for (std::size_t i = count; i-- > 0;) {
    const Index token = sentence.first + Index(i);
    if (label != 0) {
      const TagPart part = part_of_label(label);
      if (part == TagPart::kEnd || part == TagPart::kSingle) end = token + 1;
      if (part == TagPart::kBegin || part == TagPart::kSingle) {
        names.push_back({token, end, number, kind_of_label(label)});
      }
    }
    label = back[i][label];
  }
  std::reverse(names.begin() + std::ptrdiff_t(begin), names.end());
}

}  // namespace dragoman
