// Part of dragoman; see LICENSE.

#include "syntax/word_features.h"

#include "base/weight_table.h"
#include "base/word_form.h"

namespace dragoman {
namespace {

// What the lexicon knows, as one number: shares in coarse steps, forms, closed class.
std::uint64_t known_of(const Entry& entry) {
  const auto step = [](std::uint8_t share) { return share == 0 ? 0u : share <= 2 ? 1u : share <= 6 ? 2u : 3u; };
  return 1u | step(entry.noun_share) << 1 | step(entry.verb_share) << 3 | step(entry.adjective_share) << 5 |
         step(entry.adverb_share) << 7 | std::uint64_t(entry.verb_forms) << 9 |
         std::uint64_t(entry.noun_forms) << 14 | std::uint64_t(entry.closed) << 16;
}

// A lemma by its letters, not by its number: numbers depend on what was read before.
std::uint64_t lemma_of(const Entry& entry, const Lexicon& lexicon) {
  const LemmaId id = entry.verb != kNoLemma ? entry.verb : entry.noun != kNoLemma ? entry.noun : entry.other;
  if (id == kNoLemma) return 0;
  std::uint64_t value = entry.verb != kNoLemma ? 1 : entry.noun != kNoLemma ? 2 : 3;
  for (const char c : lexicon.lemma(id)) value = (value ^ std::uint8_t(c)) * 0x100000001B3ull;
  return value;
}

}  // namespace

WordFeatureKeys word_features(std::string_view bytes, std::uint64_t hash, const Lexicon& lexicon,
                              const WordClusters& clusters) {
  const Entry* entry = lexicon.find(hash);
  const std::uint16_t cluster = clusters.of(hash);
  const WordEnds<4> ends(bytes);
  const auto key = [](WordFeature feature, std::uint64_t value) { return feature_hash(feature, value); };
  return {key(kWordFeature, hash),
          key(kLemmaFeature, entry == nullptr ? 0 : lemma_of(*entry, lexicon)),
          key(kEnd2Feature, ends.suffix(2)),
          key(kEnd3Feature, ends.suffix(3)),
          key(kEnd4Feature, ends.suffix(4)),
          key(kBegin3Feature, ends.prefix(3)),
          key(kShapeFeature, word_shape(bytes)),
          key(kKnownFeature, entry == nullptr ? 0 : known_of(*entry)),
          key(kClusterFeature, cluster),
          key(kCoarseFeature, WordClusters::coarse(cluster))};
}

}  // namespace dragoman
