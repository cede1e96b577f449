// Part of dragoman; see LICENSE.

#include "mention/name_chain.h"

#include <gtest/gtest.h>

#include <random>

namespace dragoman {
namespace {

using Weights = std::vector<std::array<std::int8_t, kNameLabels>>;

std::int64_t sum_of(const NameTransitions& t, const Weights& weights, const std::vector<std::uint8_t>& labels) {
  std::int64_t sum = 0;
  std::uint32_t before = 0;
  for (std::size_t i = 0; i < labels.size(); ++i) {
    if (!name_labels_fit(before, labels[i])) return -(1ll << 40);
    sum += t[before][labels[i]] + weights[i][labels[i]];
    before = labels[i];
  }
  return name_labels_fit(before, 0) ? sum + t[before][0] : -(1ll << 40);
}

// All sequences, one after the other.
std::vector<std::uint8_t> slow_best(const NameTransitions& t, const Weights& weights) {
  std::vector<std::uint8_t> labels(weights.size(), 0), best = labels;
  for (;;) {
    if (sum_of(t, weights, labels) > sum_of(t, weights, best)) best = labels;
    std::size_t i = 0;
    while (i < labels.size() && ++labels[i] == kNameLabels) labels[i++] = 0;
    if (i == labels.size()) return best;
  }
}

std::vector<std::uint8_t> fast_best(const NameTransitions& t, const Weights& weights) {
  const NameChainWeights chain_weights(t);
  NameChain::Room room;
  NameChain chain(chain_weights, room, weights.size());
  for (const auto& token : weights) {
    std::int16_t scores[kNameLabels];
    std::copy(token.begin(), token.end(), scores);
    chain.add(scores);
  }
  std::vector<std::uint8_t> labels;
  chain.finish(labels);
  return labels;
}

TEST(NameChainTest, FindsTheBestOfAllSequences) {
  std::mt19937 random(7);
  for (int round = 0; round < 60; ++round) {
    NameTransitions t{};
    for (auto& row : t) {
      for (std::int16_t& w : row) w = std::int16_t(int(random() % 201) - 100);
    }
    Weights weights(1 + random() % 3);
    for (auto& token : weights) {
      for (std::int8_t& w : token) w = std::int8_t(int(random() % 201) - 100);
    }
    EXPECT_EQ(sum_of(t, weights, fast_best(t, weights)), sum_of(t, weights, slow_best(t, weights)));
  }
}

TEST(NameChainTest, OfEqualSequencesTheSmallestLabelsStand) {
  EXPECT_EQ(fast_best(NameTransitions{}, Weights(4)), std::vector<std::uint8_t>(4, 0));
}

// A million words in one sentence: sums must not run over.
TEST(NameChainTest, EndlessSentenceKeepsItsNames) {
  Weights weights(1 << 20);
  const std::uint32_t single = name_label(TagKind::kOrganisation, TagPart::kSingle);
  for (std::size_t i = 0; i < weights.size(); ++i) weights[i][i % 3 == 0 ? single : 0] = 127;
  const std::vector<std::uint8_t> labels = fast_best(NameTransitions{}, weights);
  std::size_t found = 0;
  for (const std::uint8_t label : labels) found += label == single;
  EXPECT_EQ(found, (weights.size() + 2) / 3);
}

TEST(NameChainTest, NoTokensNoLabels) {
  EXPECT_TRUE(fast_best(NameTransitions{}, {}).empty());
}

}  // namespace
}  // namespace dragoman
