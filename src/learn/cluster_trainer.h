// Part of dragoman; see LICENSE.
//
// Word clusters (token/word_clusters.h) from word vectors that others made from much text.
//
//   Result<WordVectors> vectors = read_vectors("vectors.txt", 200000);
//   WordClusters clusters = train_clusters(*vectors, {});
//
// Spherical k-means (Dhillon, Modha 2001) twice: all words, then the words of each cluster.

#ifndef DRAGOMAN_LEARN_CLUSTER_TRAINER_H_
#define DRAGOMAN_LEARN_CLUSTER_TRAINER_H_

#include <cstdint>
#include <filesystem>
#include <functional>
#include <string>
#include <vector>

#include "token/word_clusters.h"

namespace dragoman {

struct WordVectors {
  std::size_t width = 0;              // numbers a word
  std::vector<std::string> words;
  std::vector<float> numbers;         // words x width
};

// Text, one word a line: the word, then its numbers, with single spaces between; the most
// frequent words first, of which `most` are read.  kBadData with file:line for a line of another
// width or with something else than numbers.
Result<WordVectors> read_vectors(const std::filesystem::path& file, std::size_t most);

struct ClusterOptions {
  std::uint64_t seed = 1;
  int rounds = 25;                    // of k-means
};

// Deterministic: the same vectors and options give the same clusters on every machine.
// progress: may be empty; called with the share that is done.
WordClusters train_clusters(const WordVectors& vectors, const ClusterOptions& options,
                            const std::function<void(double)>& progress = nullptr);

}  // namespace dragoman

#endif  // DRAGOMAN_LEARN_CLUSTER_TRAINER_H_
