// Part of dragoman; see LICENSE.
//
// WordClusters: to which kind of word a word belongs, by the company it keeps in much text.
//
//   const std::uint16_t cluster = clusters.of(token.hash);    // kNoCluster for unknown words
//   WordClusters::coarse(cluster);                            // the larger cluster around it
//
// Words of one cluster stand in like places ("spokesman", "spokeswoman"; "Kharkiv", "Donetsk"), so
// what a model learns of one holds for those that it never saw (Miller, Guinness, Zamanian
// 2004).  Clusters are of two sizes: kCoarse large ones, each split into kFine.
// Made by learn/cluster_trainer.h.  Immutable once read; any number of threads may use it.

#ifndef DRAGOMAN_TOKEN_WORD_CLUSTERS_H_
#define DRAGOMAN_TOKEN_WORD_CLUSTERS_H_

#include <cstdint>
#include <filesystem>
#include <memory>
#include <utility>
#include <vector>

#include "base/byte_stream.h"
#include "base/flat_array.h"

namespace dragoman {

class WordClusters {
 public:
  static constexpr std::uint16_t kNoCluster = 0;
  static constexpr std::uint32_t kCoarse = 64, kFine = 32;
  static constexpr std::uint32_t kMost = kCoarse * kFine;    // clusters are 1 to kMost

  WordClusters() : begin_(std::vector<std::uint32_t>(kBuckets + 1)) {}
  // Hash and cluster of each word; of two with one key the first counts.
  explicit WordClusters(std::vector<std::pair<std::uint64_t, std::uint16_t>> words);

  // kNotFound if there is no such file, kBadData if it holds no clusters.
  static Result<WordClusters> load(const std::filesystem::path& file);
  // The same; empty clusters if there is no such file.
  static Result<std::shared_ptr<const WordClusters>> load_if_there(const std::filesystem::path& file);
  static Result<WordClusters> read(ByteReader& in);
  void write(ByteWriter& out) const;
  // As sections "clusters.*" of a bundle, and back without copying; the bundle must outlive them.
  void add_to(BundleWriter& bundle) const;
  static Result<WordClusters> from_bundle(const Bundle& bundle);

  // hash: of the folded word (token.h).  One or two cache misses.
  std::uint16_t of(std::uint64_t hash) const {
    const std::uint32_t key = std::uint32_t(hash >> 16);
    const std::uint32_t bucket = bucket_of(hash);
    for (std::uint32_t i = begin_[bucket]; i < begin_[bucket + 1]; ++i) {
      if (keys_[i] == key) return clusters_[i];
    }
    return kNoCluster;
  }
  // 0 of kNoCluster, else 1 to kCoarse.
  static std::uint16_t coarse(std::uint16_t cluster) { return std::uint16_t((cluster + kFine - 1) / kFine); }

  std::size_t size() const { return keys_.size(); }
  // Of equal number, equal clusters: for whoever keeps answers.
  std::uint64_t id() const { return id_; }

 private:
  // Words stand by the upper 16 bits of their hash; the 32 bits below tell them apart.
  static constexpr std::uint32_t kBuckets = 1u << 16;
  static std::uint32_t bucket_of(std::uint64_t hash) { return std::uint32_t(hash >> 48); }

  WordClusters(FlatArray<std::uint32_t> begin, FlatArray<std::uint32_t> keys, FlatArray<std::uint16_t> clusters)
      : begin_(std::move(begin)), keys_(std::move(keys)), clusters_(std::move(clusters)) {}
  static std::uint64_t next_id();
  std::uint64_t id_ = next_id();
  // Is each in its place, and each cluster one?
  bool sound() const;
  FlatArray<std::uint32_t> begin_;        // of each bucket; one more for the end
  FlatArray<std::uint32_t> keys_;
  FlatArray<std::uint16_t> clusters_;
};

}  // namespace dragoman

#endif  // DRAGOMAN_TOKEN_WORD_CLUSTERS_H_
