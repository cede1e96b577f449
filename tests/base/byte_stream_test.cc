// Part of dragoman; see LICENSE.

#include "base/byte_stream.h"

#include <filesystem>
#include <fstream>

#include <gtest/gtest.h>
#include <unistd.h>

#include "base/weight_table.h"

namespace dragoman {
namespace {

namespace fs = std::filesystem;

std::string small_stream() {
  ByteWriter out;
  out.u32(70000);
  out.varint(300);
  out.text("VERB");
  out.u64(0x0123456789abcdefull);
  return out.bytes();
}

TEST(ByteStreamTest, NumbersAndTextsComeBack) {
  const std::string bytes = small_stream();
  ByteReader in(bytes, "m");
  EXPECT_EQ(in.u32(), 70000u);
  EXPECT_EQ(in.varint(), 300u);
  EXPECT_EQ(in.text(), "VERB");
  EXPECT_EQ(in.u64(), 0x0123456789abcdefull);
  EXPECT_TRUE(in.ok());
  EXPECT_TRUE(in.at_end());
}

TEST(ByteStreamTest, ReadingPastTheEndIsNoted) {
  const std::string bytes = small_stream();
  ByteReader in(bytes, "m");
  for (int i = 0; i < 100; ++i) in.u32();
  EXPECT_FALSE(in.ok());
  EXPECT_EQ(in.u32(), 0u);
  EXPECT_EQ(in.error().code(), ErrorCode::kBadData);
}

TEST(ByteStreamTest, TextThatIsLongerThanTheStreamIsNoted) {
  ByteWriter out;
  out.u32(0xFFFFFFFF);
  ByteReader in(out.bytes(), "m");
  EXPECT_EQ(in.text(), "");
  EXPECT_FALSE(in.ok());
}

class StreamFileTest : public testing::Test {
 protected:
  ~StreamFileTest() override { fs::remove(path_); }
  std::string complaint(std::string_view section) const {
    const auto in = open_stream(path_, section);
    return in.ok() ? "read" : in.error().message().substr(path_.string().size());
  }
  void write(const std::string& bytes) const { std::ofstream(path_, std::ios::binary) << bytes; }
  const fs::path path_ = fs::path(testing::TempDir()) / ("dragoman_stream_" + std::to_string(::getpid()));
};

TEST_F(StreamFileTest, ComesBack) {
  ByteWriter out;
  out.text("VERB");
  ASSERT_TRUE(save_stream(path_, "tags", out).ok());
  auto in = open_stream(path_, "tags");
  ASSERT_TRUE(in.ok()) << in.error().message();
  EXPECT_EQ(in->text(), "VERB");
  EXPECT_EQ(complaint("names"), ": has no section \"names\": compile it anew");
}

TEST_F(StreamFileTest, OtherFilesAreRefused) {
  write("<!doctype html><title>Not found</title><p>Nothing is here.</p><p>Nor anywhere else.</p>");
  EXPECT_EQ(complaint("tags"), ": is no dragoman bundle");
  fs::remove(path_);
  EXPECT_EQ(open_stream(path_, "tags").error().code(), ErrorCode::kNotFound);
}

TEST_F(StreamFileTest, DamagedFilesAreRefused) {
  ByteWriter out;
  out.text("VERB");
  ASSERT_TRUE(save_stream(path_, "tags", out).ok());
  std::fstream file(path_, std::ios::in | std::ios::out | std::ios::binary);
  file.seekp(128 + 5);
  file.put('?');
  file.close();
  EXPECT_EQ(complaint("tags"), ": the checksum is wrong");
}

TEST(WeightTableTest, KnownFeaturesAddTheirRowOthersNothing) {
  WeightTable table(17, 4);
  std::int8_t row[17] = {};
  row[0] = 5;
  row[16] = -7;
  ASSERT_TRUE(table.put(feature_hash(1, 42), row));
  Scores<17> score;
  EXPECT_TRUE(table.add(feature_hash(1, 42), score));
  EXPECT_FALSE(table.add(feature_hash(2, 42), score));
  EXPECT_EQ(score[0], 5);
  EXPECT_EQ(score[16], -7);
}

#ifdef DRAGOMAN_X86
template <typename Sums>
void expect_sums_equal(const WeightTable& table) {
  Scores<17> plain;
  alignas(64) const std::int16_t front[32] = {3, -4, 5};
  Sums wide(front);
  for (std::uint64_t i = 0; i < 300; ++i) {
    table.add(feature_hash(1, i), plain);
    wide.add(table.row<17>(feature_hash(1, i)));
  }
  std::int16_t sums[32];
  wide.store(sums);
  for (std::size_t l = 0; l < 17; ++l) EXPECT_EQ(sums[l], plain[l] + front[l]) << l;
}
DRAGOMAN_AVX512 void expect_avx512_sums_equal(const WeightTable& table) { expect_sums_equal<Avx512Sums>(table); }

TEST(WeightTableTest, WideSumsAreThePlainOnes) {
  WeightTable table(17, 7);
  for (std::uint64_t i = 0; i < 200; ++i) {
    std::int8_t row[17];
    for (std::size_t l = 0; l < 17; ++l) row[l] = std::int8_t(int(i * 37 + l * 101) % 256 - 128);
    table.put(feature_hash(1, i), row);
  }
  if (simd() >= Simd::kAvx512) expect_avx512_sums_equal(table);
}
#endif

TEST(WeightTableTest, FullLineTakesNoMore) {
  WeightTable table(3, 0);     // one line of eight rows
  const std::int8_t row[3] = {1, 2, 3};
  int taken = 0;
  for (std::uint64_t i = 0; i < 20; ++i) taken += table.put(feature_hash(0, i), row);
  EXPECT_EQ(taken, 8);
}

TEST(WeightTableTest, ComesBackFromAFile) {
  WeightTable table(17, 6);
  for (std::uint64_t i = 0; i < 50; ++i) {
    std::int8_t row[17] = {};
    row[i % 17] = std::int8_t(i - 25);
    table.put(feature_hash(3, i), row);
  }
  ByteWriter out;
  table.write(out);
  ByteReader in(out.bytes(), "m");
  const auto again = WeightTable::read(in);
  ASSERT_TRUE(again.ok());
  for (std::uint64_t i = 0; i < 60; ++i) {
    Scores<17> a, b;
    EXPECT_EQ(table.add(feature_hash(3, i), a), again->add(feature_hash(3, i), b));
    for (std::size_t l = 0; l < 17; ++l) EXPECT_EQ(a[l], b[l]);
  }
}

// The checksum finds damage; a file that was made to deceive is bounded by its own counts.
TEST(WeightTableTest, ImpossibleCountsAreRefused) {
  const auto read = [](std::uint32_t labels, std::uint32_t bits, std::uint32_t used, std::uint32_t gap) {
    ByteWriter out;
    out.u32(labels);
    out.u32(bits);
    out.u32(used);
    for (int i = 0; i < 4; ++i) out.varint(gap);
    ByteReader in(out.bytes(), "m");
    return WeightTable::read(in).ok();
  };
  EXPECT_FALSE(read(0, 4, 1, 0));
  EXPECT_FALSE(read(63, 4, 1, 0));
  EXPECT_FALSE(read(17, 31, 1, 0));
  EXPECT_FALSE(read(17, 4, 1u << 30, 0));
  EXPECT_FALSE(read(17, 4, 2, 1u << 30));
  EXPECT_FALSE(read(17, 4, 2, 1));          // rows are missing
}

}  // namespace
}  // namespace dragoman
