// Part of dragoman; see LICENSE.

#include "token/word_clusters.h"

#include <algorithm>
#include <atomic>

namespace dragoman {
namespace {

constexpr std::uint32_t kMostWords = 1u << 24;

}  // namespace

std::uint64_t WordClusters::next_id() {
  static std::atomic<std::uint64_t> last{0};
  return ++last;
}

WordClusters::WordClusters(std::vector<std::pair<std::uint64_t, std::uint16_t>> words) : begin_(kBuckets + 1) {
  constexpr auto place = [](std::uint64_t hash) { return hash >> 16; };
  std::stable_sort(words.begin(), words.end(),
                   [&](const auto& a, const auto& b) { return place(a.first) < place(b.first); });
  words.erase(std::unique(words.begin(), words.end(),
                          [&](const auto& a, const auto& b) { return place(a.first) == place(b.first); }),
              words.end());
  std::vector<std::uint32_t> keys;
  std::vector<std::uint16_t> clusters;
  keys.reserve(words.size());
  clusters.reserve(words.size());
  for (const auto& [hash, cluster] : words) {
    ++begin_[bucket_of(hash) + 1];
    keys.push_back(std::uint32_t(hash >> 16));
    clusters.push_back(cluster);
  }
  keys_ = PackedNumbers(std::move(keys));
  clusters_ = PackedNumbers(std::move(clusters));
  for (std::uint32_t b = 0; b < kBuckets; ++b) begin_[b + 1] += begin_[b];
}

Result<WordClusters> WordClusters::load(const std::filesystem::path& file) {
  Result<ByteReader> in = open_stream(file, "clusters");
  if (!in.ok()) return in.error();
  return read(*in);
}

Result<std::shared_ptr<const WordClusters>> WordClusters::load_if_there(const std::filesystem::path& file) {
  Result<WordClusters> clusters = load(file);
  if (clusters.ok()) return std::make_shared<const WordClusters>(*std::move(clusters));
  if (clusters.error().code() != ErrorCode::kNotFound) return clusters.error();
  return std::make_shared<const WordClusters>();
}

void WordClusters::write(ByteWriter& out) const {
  out.u32(kMost);
  out.u32(std::uint32_t(keys_.size()));
  for (std::uint32_t b = 0; b < kBuckets; ++b) out.varint(begin_[b + 1] - begin_[b]);
  for (std::size_t i = 0; i < keys_.size(); ++i) out.u32(keys_[i]);
  for (std::size_t i = 0; i < clusters_.size(); ++i) out.u16(clusters_[i]);
}

Result<WordClusters> WordClusters::read(ByteReader& in) {
  if (in.u32() != kMost) return in.error();
  const std::uint32_t count = in.count(0, kMostWords);
  WordClusters read;
  std::uint64_t end = 0;
  for (std::uint32_t b = 0; b < kBuckets; ++b) {
    end += in.varint();
    read.begin_[b + 1] = std::uint32_t(std::min<std::uint64_t>(end, count));
  }
  if (end != count) return in.error();
  read.keys_ = in.packed<std::uint32_t>(count);
  read.clusters_ = in.packed<std::uint16_t>(count);
  if (!in.ok() || !in.at_end()) return in.error();
  std::uint32_t least = kMost, most = 1;   // without a branch, several at a time
  for (std::uint32_t i = 0; i < count; ++i) {
    const std::uint32_t cluster = read.clusters_[i];
    least = std::min(least, cluster);
    most = std::max(most, cluster);
  }
  if (least == kNoCluster || most > kMost) return in.error();
  return read;
}

}  // namespace dragoman
