// Part of dragoman; see LICENSE.

#include "base/bundle.h"

#include <fstream>

#include <gtest/gtest.h>

namespace dragoman {
namespace {

std::vector<std::byte> two_sections() {
  BundleWriter writer;
  const std::vector<std::uint32_t> numbers = {7, 8, 9};
  const std::string letters = "abc";
  writer.add("numbers", std::span<const std::uint32_t>(numbers));
  writer.add("letters", std::span<const char>(letters));
  return writer.bytes();
}

std::string complaint(std::vector<std::byte> bytes) {
  const auto bundle = Bundle::from_bytes("b", std::move(bytes), Bundle::Check::kAll);
  return bundle.ok() ? "opened" : bundle.error().message();
}

TEST(BundleTest, GivesBackWhatWasWritten) {
  const auto bundle = Bundle::from_bytes("b", two_sections(), Bundle::Check::kAll);
  ASSERT_TRUE(bundle.ok()) << bundle.error().message();
  const auto numbers = (*bundle)->section<std::uint32_t>("numbers");
  ASSERT_TRUE(numbers.ok());
  EXPECT_EQ(std::vector<std::uint32_t>(numbers->begin(), numbers->end()), (std::vector<std::uint32_t>{7, 8, 9}));
  const auto letters = (*bundle)->section<char>("letters");
  ASSERT_TRUE(letters.ok());
  EXPECT_EQ(std::string(letters->begin(), letters->end()), "abc");
}

TEST(BundleTest, TheSameSectionsGiveTheSameBytes) { EXPECT_EQ(two_sections(), two_sections()); }

TEST(BundleTest, SectionsAreAskedForByNameAndSize) {
  const auto bundle = Bundle::from_bytes("b", two_sections(), Bundle::Check::kAll);
  ASSERT_TRUE(bundle.ok());
  EXPECT_EQ((*bundle)->section<char>("names").error().message(),
            "b: has no section \"names\": compile it anew");
  EXPECT_EQ((*bundle)->section<std::uint64_t>("numbers").error().message(),
            "b: elements of \"numbers\" have 4 bytes, expected 8: compile it anew");
}

TEST(BundleTest, WhatIsNoBundleIsSaidToBeNone) {
  EXPECT_EQ(complaint({}), "b: is no dragoman bundle: too short");
  EXPECT_EQ(complaint(std::vector<std::byte>(1000, std::byte{'x'})), "b: is no dragoman bundle");
  std::vector<std::byte> later = two_sections();
  later[8] = std::byte{9};
  EXPECT_EQ(complaint(later), "b: is a bundle of version 9, expected 2: compile it anew");
  const auto missing = Bundle::open("no/such.bundle", Bundle::Check::kHeader);
  ASSERT_FALSE(missing.ok());
  EXPECT_EQ(missing.error().code(), ErrorCode::kNotFound);
  EXPECT_EQ(Bundle::open("/", Bundle::Check::kHeader).error().code(), ErrorCode::kUnreadable);
}

TEST(BundleTest, EveryCutAndEveryChangedByteIsNoticed) {
  const std::vector<std::byte> whole = two_sections();
  for (std::size_t size = 0; size < whole.size(); ++size) {
    EXPECT_NE(complaint({whole.begin(), whole.begin() + std::ptrdiff_t(size)}), "opened") << size;
  }
  for (std::size_t i = 0; i < whole.size(); ++i) {
    std::vector<std::byte> changed = whole;
    changed[i] ^= std::byte{0x41};
    EXPECT_NE(complaint(changed), "opened") << i;
  }
}

TEST(BundleTest, SavingReplacesTheFileAtOnce) {
  const std::filesystem::path path = std::filesystem::path(testing::TempDir()) / "dragoman_bundle_test";
  std::ofstream(path) << "an earlier one";
  BundleWriter writer;
  const std::vector<std::uint64_t> one = {1};
  writer.add("one", std::span<const std::uint64_t>(one));
  ASSERT_TRUE(writer.save(path).ok());
  const auto bundle = Bundle::open(path, Bundle::Check::kAll);
  ASSERT_TRUE(bundle.ok()) << bundle.error().message();
  EXPECT_EQ((*bundle)->section<std::uint64_t>("one")->front(), 1u);
  std::filesystem::remove(path);
  EXPECT_EQ(writer.save("no/such/folder/b").error().code(), ErrorCode::kUnreadable);
}

}  // namespace
}  // namespace dragoman
