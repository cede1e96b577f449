// Part of dragoman; see LICENSE.
//
// What the parser's network asks of a word by itself: the word, its lemma, its ends and
// beginning, its form, what the lexicon knows of it, which words stand in like places.
//
//   const WordFeatureKeys keys = word_features(bytes, token.hash, lexicon, clusters);
//   keys[kWordFeature];            // compared for equality

#ifndef DRAGOMAN_SYNTAX_WORD_FEATURES_H_
#define DRAGOMAN_SYNTAX_WORD_FEATURES_H_

#include <array>
#include <cstdint>
#include <string_view>

#include "syntax/lexicon.h"
#include "token/word_clusters.h"

namespace dragoman {

enum WordFeature : std::uint8_t {
  kWordFeature, kLemmaFeature, kEnd2Feature, kEnd3Feature, kEnd4Feature, kBegin3Feature, kShapeFeature, kKnownFeature,
  kClusterFeature, kCoarseFeature,
  kWordFeatures,
};
using WordFeatureKeys = std::array<std::uint64_t, kWordFeatures>;

// hash: the token's.  No two features share a key.  Costs two look-ups.
WordFeatureKeys word_features(std::string_view bytes, std::uint64_t hash, const Lexicon& lexicon,
                              const WordClusters& clusters);

}  // namespace dragoman

#endif  // DRAGOMAN_SYNTAX_WORD_FEATURES_H_
