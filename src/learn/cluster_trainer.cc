// Part of dragoman; see LICENSE.
//
// Centres start at words chosen at random; one that loses all its words starts anew at the word
// that lies farthest from its own centre.  Products are those of net_math.h, so that sums are
// added up in one order.

#include "learn/cluster_trainer.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <numeric>
#include <span>

#include <fmt/format.h>

#include "base/file.h"
#include "dragoman/token.h"
#include "learn/net_math.h"

namespace dragoman {
namespace {

void to_unit_length(float* vector, std::size_t width) {
  float square = 0;
  for (std::size_t d = 0; d < width; ++d) square += vector[d] * vector[d];
  if (square <= 0) return;
  const float scale = 1.0f / std::sqrt(square);
  for (std::size_t d = 0; d < width; ++d) vector[d] *= scale;
}

// k-means of vectors of unit length.
class Means {
 public:
  Means(std::vector<float> points, std::size_t width, std::size_t centres)
      : points_(std::move(points)), width_(width), count_(points_.size() / width), centres_(centres),
        columns_((centres + 7) / 8 * 8), by_dimension_(width * columns_), nearest_(count_), likeness_(count_) {}

  void start(Random& random) {
    std::vector<std::uint32_t> order(count_);
    std::iota(order.begin(), order.end(), 0u);
    random.shuffle(order);
    for (std::size_t c = 0; c < centres_; ++c) set_centre(c, point(order[c % count_]));
  }

  void round() {
    assign();
    std::vector<float> sum(centres_ * width_);
    std::vector<std::uint32_t> size(centres_);
    for (std::size_t i = 0; i < count_; ++i) {
      ++size[nearest_[i]];
      float* to = &sum[nearest_[i] * width_];
      for (std::size_t d = 0; d < width_; ++d) to[d] += point(i)[d];
    }
    for (std::size_t c = 0; c < centres_; ++c) {
      if (size[c] == 0) {
        const std::size_t far =
            std::size_t(std::min_element(likeness_.begin(), likeness_.end()) - likeness_.begin());
        likeness_[far] = 1;
        set_centre(c, point(far));
        continue;
      }
      to_unit_length(&sum[c * width_], width_);
      set_centre(c, &sum[c * width_]);
    }
  }

  // To the nearest centre; the lower number of equals.
  void assign() {
    constexpr std::size_t kBatch = 64;
    std::vector<float> scores(kBatch * columns_);
    for (std::size_t i = 0; i < count_; i += kBatch) {
      const std::size_t rows = std::min(kBatch, count_ - i);
      std::fill(scores.begin(), scores.end(), 0.0f);
      add_product(rows, width_, columns_, point(i), width_, 1, by_dimension_.data(), columns_, scores.data(),
                  columns_);
      for (std::size_t r = 0; r < rows; ++r) {
        const float* row = &scores[r * columns_];
        const float* best = std::max_element(row, row + centres_);
        nearest_[i + r] = std::uint32_t(best - row);
        likeness_[i + r] = *best;
      }
    }
  }

  const std::vector<std::uint32_t>& nearest() const { return nearest_; }

 private:
  const float* point(std::size_t i) const { return &points_[i * width_]; }
  void set_centre(std::size_t c, const float* vector) {
    for (std::size_t d = 0; d < width_; ++d) by_dimension_[d * columns_ + c] = vector[d];
  }

  std::vector<float> points_;
  std::size_t width_, count_, centres_, columns_;
  std::vector<float> by_dimension_;          // centres, one column each
  std::vector<std::uint32_t> nearest_;
  std::vector<float> likeness_;
};

// Each point's number among `centres`.
std::vector<std::uint32_t> means_of(std::vector<float> points, std::size_t width, std::size_t centres,
                                    const ClusterOptions& options, Random& random) {
  if (points.size() / width <= centres) {
    std::vector<std::uint32_t> each(points.size() / width);
    std::iota(each.begin(), each.end(), 0u);
    return each;
  }
  Means means(std::move(points), width, centres);
  means.start(random);
  for (int r = 0; r < options.rounds; ++r) means.round();
  means.assign();
  return means.nearest();
}

}  // namespace

Result<WordVectors> read_vectors(const std::filesystem::path& file, std::size_t most) {
  const Result<std::string> read = read_file(file);
  if (!read.ok()) return read.error();
  WordVectors vectors;
  const std::string_view text = *read;
  std::size_t line = 0;
  for (std::size_t at = 0; at < text.size() && vectors.words.size() < most;) {
    ++line;
    const std::size_t end = std::min(text.find('\n', at), text.size());
    const std::string_view row = text.substr(at, end - at);
    at = end + 1;
    const auto bad = [&](std::string_view what) {
      return Error(ErrorCode::kBadData, fmt::format("{}:{}: {}", file.string(), line, what));
    };
    const std::size_t space = row.find(' ');
    if (space == 0 || space == std::string_view::npos) return bad("expected a word, a space and numbers");
    const std::size_t before = vectors.numbers.size();
    const char* p = row.data() + space;
    const char* const last = row.data() + row.size();
    while (p != last) {
      float number = 0;
      const auto [next, error] = std::from_chars(p + 1, last, number);
      if (error != std::errc() || (next != last && *next != ' ') || !std::isfinite(number)) {
        return bad(fmt::format("column {}: not a number", p + 1 - row.data() + 1));
      }
      vectors.numbers.push_back(number);
      p = next;
    }
    const std::size_t width = vectors.numbers.size() - before;
    if (vectors.words.empty()) vectors.width = width;
    if (width != vectors.width) return bad(fmt::format("{} numbers, expected {}", width, vectors.width));
    vectors.words.emplace_back(row.substr(0, space));
  }
  if (vectors.words.empty()) return Error(ErrorCode::kBadData, file.string() + ": no vectors");
  return vectors;
}

WordClusters train_clusters(const WordVectors& vectors, const ClusterOptions& options,
                            const std::function<void(double)>& progress) {
  const std::size_t width = vectors.width;
  std::vector<float> points = vectors.numbers;
  for (std::size_t i = 0; i < vectors.words.size(); ++i) to_unit_length(&points[i * width], width);
  Random random(options.seed);
  const std::vector<std::uint32_t> coarse = means_of(points, width, WordClusters::kCoarse, options, random);
  if (progress) progress(0.6);
  std::vector<std::pair<std::uint64_t, std::uint16_t>> clusters;
  for (std::uint32_t c = 0; c < WordClusters::kCoarse; ++c) {
    std::vector<std::uint32_t> members;
    std::vector<float> inside;
    for (std::uint32_t i = 0; i < coarse.size(); ++i) {
      if (coarse[i] != c) continue;
      members.push_back(i);
      inside.insert(inside.end(), &points[i * width], &points[i * width] + width);
    }
    const std::vector<std::uint32_t> fine = means_of(std::move(inside), width, WordClusters::kFine, options, random);
    for (std::size_t m = 0; m < members.size(); ++m) {
      clusters.emplace_back(fold_hash(vectors.words[members[m]]),
                            std::uint16_t(1 + c * WordClusters::kFine + fine[m]));
    }
    if (progress) progress(0.6 + 0.4 * (c + 1) / WordClusters::kCoarse);
  }
  return WordClusters(std::move(clusters));
}

}  // namespace dragoman
