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

WordClusters::WordClusters(std::vector<std::pair<std::uint64_t, std::uint16_t>> words) {
  constexpr auto place = [](std::uint64_t hash) { return hash >> 16; };
  std::stable_sort(words.begin(), words.end(),
                   [&](const auto& a, const auto& b) { return place(a.first) < place(b.first); });
  words.erase(std::unique(words.begin(), words.end(),
                          [&](const auto& a, const auto& b) { return place(a.first) == place(b.first); }),
              words.end());
  std::vector<std::uint32_t> begin(kBuckets + 1), keys;
  std::vector<std::uint16_t> clusters;
  keys.reserve(words.size());
  clusters.reserve(words.size());
  for (const auto& [hash, cluster] : words) {
    ++begin[bucket_of(hash) + 1];
    keys.push_back(std::uint32_t(hash >> 16));
    clusters.push_back(cluster);
  }
  for (std::uint32_t b = 0; b < kBuckets; ++b) begin[b + 1] += begin[b];
  begin_ = std::move(begin);
  keys_ = std::move(keys);
  clusters_ = std::move(clusters);
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
  std::vector<std::uint32_t> begin(kBuckets + 1), keys(count);
  std::vector<std::uint16_t> clusters(count);
  std::uint64_t end = 0;
  for (std::uint32_t b = 0; b < kBuckets; ++b) {
    end += in.varint();
    begin[b + 1] = std::uint32_t(std::min<std::uint64_t>(end, count));
  }
  in.many(std::span(keys));
  in.many(std::span(clusters));
  WordClusters read(std::move(begin), std::move(keys), std::move(clusters));
  if (end != count || !in.ok() || !in.at_end() || !read.sound()) return in.error();
  return read;
}

bool WordClusters::sound() const {
  if (begin_.size() != kBuckets + 1 || begin_[0] != 0 || begin_[kBuckets] != keys_.size() ||
      clusters_.size() != keys_.size() || !std::is_sorted(begin_.begin(), begin_.end())) {
    return false;
  }
  std::uint32_t least = kMost, most = 1;   // without a branch, several at a time
  for (const std::uint32_t cluster : clusters_) {
    least = std::min(least, cluster);
    most = std::max(most, cluster);
  }
  return least != kNoCluster && most <= kMost;
}

void WordClusters::add_to(BundleWriter& bundle) const {
  bundle.add("clusters.begin", begin_.span());
  bundle.add("clusters.keys", keys_.span());
  bundle.add("clusters.of", clusters_.span());
}

Result<WordClusters> WordClusters::from_bundle(const Bundle& bundle) {
  const auto begin = bundle.section<std::uint32_t>("clusters.begin");
  if (!begin.ok()) return begin.error();
  const auto keys = bundle.section<std::uint32_t>("clusters.keys");
  if (!keys.ok()) return keys.error();
  const auto clusters = bundle.section<std::uint16_t>("clusters.of");
  if (!clusters.ok()) return clusters.error();
  WordClusters read(*begin, *keys, *clusters);
  if (bundle.checked() ? !read.sound() : begin->size() != kBuckets + 1 || clusters->size() != keys->size()) {
    return bundle.damaged("clusters");
  }
  return read;
}

}  // namespace dragoman
