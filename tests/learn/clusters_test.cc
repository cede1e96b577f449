// Part of dragoman; see LICENSE.
//
// Clusters from vectors: what is near shares one, the file comes back, bad files say where.

#include "learn/cluster_trainer.h"

#include <filesystem>
#include <fstream>
#include <map>

#include <gtest/gtest.h>
#include <unistd.h>

#include "dragoman/token.h"
#include "learn/random.h"

namespace dragoman {
namespace {

namespace fs = std::filesystem;

// Words around `groups` directions far from each other: "w<group>-<number>".
WordVectors around(std::size_t groups, std::size_t each) {
  constexpr std::size_t kWidth = 48;
  Random random(3);
  const auto number = [&random] { return float(random.below(2001)) / 1000.0f - 1.0f; };
  WordVectors vectors;
  vectors.width = kWidth;
  for (std::size_t g = 0; g < groups; ++g) {
    std::vector<float> centre(kWidth);
    for (float& x : centre) x = number();
    for (std::size_t i = 0; i < each; ++i) {
      vectors.words.push_back("w" + std::to_string(g) + "-" + std::to_string(i));
      for (const float x : centre) vectors.numbers.push_back(x + 0.1f * number());
    }
  }
  return vectors;
}

std::uint16_t cluster_of(const WordClusters& clusters, const std::string& word) {
  return clusters.of(fold_hash(word));
}

TEST(ClustersTest, NeighboursShareACluster) {
  const std::size_t kGroups = 80, kEach = 60;      // more groups than coarse clusters
  const WordClusters clusters = train_clusters(around(kGroups, kEach), {});
  ASSERT_EQ(clusters.size(), kGroups * kEach);
  std::size_t together = 0;
  for (std::size_t g = 0; g < kGroups; ++g) {
    std::map<std::uint16_t, std::size_t> coarse;
    for (std::size_t i = 0; i < kEach; ++i) {
      ++coarse[WordClusters::coarse(cluster_of(clusters, "w" + std::to_string(g) + "-" + std::to_string(i)))];
    }
    std::size_t most = 0;
    for (const auto& [id, count] : coarse) most = std::max(most, count);
    together += most;
  }
  EXPECT_GE(together, kGroups * kEach * 95 / 100);
}

TEST(ClustersTest, AnUnknownWordHasNone) {
  const WordClusters clusters = train_clusters(around(3, 4), {});
  EXPECT_EQ(cluster_of(clusters, "elsewhere"), WordClusters::kNoCluster);
  EXPECT_EQ(WordClusters::coarse(WordClusters::kNoCluster), 0);
  EXPECT_EQ(WordClusters().of(fold_hash("w0-0")), WordClusters::kNoCluster);
}

TEST(ClustersTest, CoarseOnesHoldTheFine) {
  EXPECT_EQ(WordClusters::coarse(1), 1);
  EXPECT_EQ(WordClusters::coarse(WordClusters::kFine), 1);
  EXPECT_EQ(WordClusters::coarse(WordClusters::kFine + 1), 2);
  EXPECT_EQ(WordClusters::coarse(WordClusters::kMost), WordClusters::kCoarse);
}

class ClusterFileTest : public testing::Test {
 protected:
  ~ClusterFileTest() override { fs::remove(path_); }
  void write(std::string_view text) { std::ofstream(path_, std::ios::binary) << text; }
  std::string complaint() const {
    const auto read = read_vectors(path_, 1000);
    return read.ok() ? "read" : read.error().message().substr(path_.string().size());
  }
  fs::path path_ = fs::temp_directory_path() / ("dragoman-clusters-" + std::to_string(getpid()));
};

TEST_F(ClusterFileTest, TheSameVectorsGiveTheSameBytesThatComeBack) {
  const WordVectors vectors = around(20, 50);
  ByteWriter one, two;
  const WordClusters clusters = train_clusters(vectors, {});
  clusters.write(one);
  train_clusters(vectors, {}).write(two);
  EXPECT_EQ(one.bytes(), two.bytes());
  ASSERT_TRUE(save_stream(path_, "clusters", one).ok());
  const auto read = WordClusters::load(path_);
  ASSERT_TRUE(read.ok()) << read.error().message();
  for (const std::string& word : vectors.words) EXPECT_EQ(cluster_of(*read, word), cluster_of(clusters, word));
}

TEST_F(ClusterFileTest, EveryCutOrForeignStreamIsAnError) {
  ByteWriter out;
  train_clusters(around(3, 4), {}).write(out);
  for (std::size_t size = 0; size < out.bytes().size(); size += 1 + size / 50) {
    ByteReader in(std::string_view(out.bytes()).substr(0, size), "cut");
    EXPECT_FALSE(WordClusters::read(in).ok()) << size;
  }
  ByteWriter other;
  other.u32(WordClusters::kMost + 1);
  ByteReader in(other.bytes(), "other");
  EXPECT_FALSE(WordClusters::read(in).ok());
}

TEST_F(ClusterFileTest, VectorsAreReadUpToTheNumberAskedFor) {
  write("the 0.5 -1 2e-1\nof 1 2 3\nto 4 5 6\n");
  const auto read = read_vectors(path_, 2);
  ASSERT_TRUE(read.ok());
  EXPECT_EQ(read->width, 3u);
  EXPECT_EQ(read->words, (std::vector<std::string>{"the", "of"}));
  EXPECT_FLOAT_EQ(read->numbers[2], 0.2f);
}

TEST_F(ClusterFileTest, BadLinesSayWhere) {
  write("the 1 2\nof 1\n");
  EXPECT_EQ(complaint(), ":2: 1 numbers, expected 2");
  write("the 1 x\n");
  EXPECT_EQ(complaint(), ":1: column 7: not a number");
  write("the 1 nan\n");
  EXPECT_EQ(complaint(), ":1: column 7: not a number");
  write("the\n");
  EXPECT_EQ(complaint(), ":1: expected a word, a space and numbers");
  write("the 1  2\n");
  EXPECT_EQ(complaint(), ":1: column 7: not a number");
  write("");
  EXPECT_EQ(complaint(), ": no vectors");
  fs::remove(path_);
  EXPECT_EQ(read_vectors(path_, 10).error().code(), ErrorCode::kNotFound);
}

}  // namespace
}  // namespace dragoman
