// Part of dragoman; see LICENSE.

#include "base/model_file.h"

#include <gtest/gtest.h>

#include "base/weight_table.h"

namespace dragoman {
namespace {

std::string small_file() {
  ModelWriter out("pos");
  out.u32(70000);
  out.varint(300);
  out.text("VERB");
  return out.bytes();
}

std::string complaint(std::string bytes, std::string_view kind = "pos") {
  const auto in = ModelReader::parse(std::move(bytes), "m.model", kind);
  return in.ok() ? "read" : in.error().message();
}

TEST(ModelFileTest, NumbersAndTextsComeBack) {
  auto in = ModelReader::parse(small_file(), "m.model", "pos");
  ASSERT_TRUE(in.ok());
  EXPECT_EQ(in->u32(), 70000u);
  EXPECT_EQ(in->varint(), 300u);
  EXPECT_EQ(in->text(), "VERB");
  EXPECT_TRUE(in->ok());
  EXPECT_TRUE(in->at_end());
}

TEST(ModelFileTest, ReadingPastTheEndIsNoted) {
  auto in = ModelReader::parse(small_file(), "m.model", "pos");
  ASSERT_TRUE(in.ok());
  for (int i = 0; i < 100; ++i) in->u32();
  EXPECT_FALSE(in->ok());
  EXPECT_EQ(in->u32(), 0u);
  EXPECT_EQ(in->error().code(), ErrorCode::kBadData);
}

TEST(ModelFileTest, OtherFilesAreRefused) {
  EXPECT_EQ(complaint(""), "m.model: no model file of dragoman");
  EXPECT_EQ(complaint("<!doctype html><title>Not found</title><p>Nothing is here.</p>"),
            "m.model: no model file of dragoman");
  EXPECT_EQ(complaint(small_file(), "ner"), "m.model: a model of kind \"pos\", expected \"ner\"");
}

TEST(ModelFileTest, CutAndDamagedFilesAreRefused) {
  std::string cut = small_file();
  cut.pop_back();
  EXPECT_EQ(complaint(cut), "m.model: 13 bytes, expected 14: cut short or damaged");
  std::string damaged = small_file();
  damaged.back() ^= 4;
  EXPECT_EQ(complaint(damaged), "m.model: damaged: its checksum does not match");
  std::string later = small_file();
  later[16] = 9;
  EXPECT_EQ(complaint(later), "m.model: a model of version 9, expected 1; train it again");
}

TEST(ModelFileTest, MissingFileIsNotFound) {
  const auto in = ModelReader::open("/nowhere/pos.model", "pos");
  ASSERT_FALSE(in.ok());
  EXPECT_EQ(in.error().code(), ErrorCode::kNotFound);
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
  ModelWriter out("pos");
  table.write(out);
  auto in = ModelReader::parse(out.bytes(), "m.model", "pos");
  ASSERT_TRUE(in.ok());
  const auto again = WeightTable::read(*in);
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
    ModelWriter out("pos");
    out.u32(labels);
    out.u32(bits);
    out.u32(used);
    for (int i = 0; i < 4; ++i) out.varint(gap);
    auto in = ModelReader::parse(out.bytes(), "m.model", "pos");
    return WeightTable::read(*in).ok();
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
