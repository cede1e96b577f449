// Part of dragoman; see LICENSE.

#include "base/offset_table.h"

#include <gtest/gtest.h>

#include <random>

namespace dragoman {
namespace {

void expect_same(const OffsetTable& table, const std::vector<std::uint32_t>& ends) {
  ASSERT_EQ(table.size(), ends.size());
  for (std::size_t i = 0; i < ends.size(); ++i) {
    ASSERT_EQ(table.begin(i), i == 0 ? 0 : ends[i - 1]) << i;
    ASSERT_EQ(table.end(i), ends[i]) << i;
  }
  EXPECT_TRUE(table.sound(ends.empty() ? 0 : ends.back()));
}

TEST(OffsetTableTest, TellsWhatItWasMadeOf) {
  std::mt19937 random(3);
  for (int round = 0; round < 200; ++round) {
    std::vector<std::uint32_t> ends(random() % 200);
    std::uint32_t end = 0;
    for (std::uint32_t& e : ends) e = end += random() % (round < 100 ? 40 : 20000);
    expect_same(OffsetTable::of(ends), ends);
  }
}

TEST(OffsetTableTest, LongThingsFindRoom) {
  expect_same(OffsetTable::of(std::vector<std::uint32_t>{5, 70000, 70000, 900000}), {5, 70000, 70000, 900000});
}

TEST(OffsetTableTest, ComesBackFromABundle) {
  const std::vector<std::uint32_t> ends = {3, 9, 9, 14};
  BundleWriter writer;
  OffsetTable::of(ends).add_to(writer, "t");
  const auto bundle = Bundle::from_bytes("b", writer.bytes(), Bundle::Check::kAll);
  ASSERT_TRUE(bundle.ok());
  const auto table = OffsetTable::from_bundle(**bundle, "t");
  ASSERT_TRUE(table.ok());
  expect_same(*table, ends);
  EXPECT_FALSE(table->sound(13));
  EXPECT_FALSE(OffsetTable::from_bundle(**bundle, "other").ok());
}

}  // namespace
}  // namespace dragoman
