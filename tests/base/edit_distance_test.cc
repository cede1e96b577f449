// Part of dragoman; see LICENSE.

#include "base/edit_distance.h"

#include <gtest/gtest.h>

namespace dragoman {
namespace {

const std::vector<std::string> kRoles = {"supplier", "recipient", "item", "of"};

TEST(DidYouMeanTest, ExchangedLettersAndOtherCaseAreNear) {
  EXPECT_EQ(did_you_mean("suplpier", kRoles), "; did you mean \"supplier\"?");
  EXPECT_EQ(did_you_mean("ITME", kRoles), "; did you mean \"item\"?");
}

TEST(DidYouMeanTest, TheNearestWinsAndTheFirstOfTwo) {
  EXPECT_EQ(nearest_name("recipent", {"recipe", "recipient"}), "recipient");
  EXPECT_EQ(nearest_name("roll", {"role", "rolf"}), "role");
}

TEST(DidYouMeanTest, NothingIsNearAnotherWord) {
  EXPECT_EQ(did_you_mean("weather", kRoles), "");
  EXPECT_EQ(did_you_mean("by", kRoles), "");        // two letters of two
  EXPECT_EQ(did_you_mean("o", kRoles), "");
  EXPECT_EQ(did_you_mean(std::string(65, 'a'), {std::string(65, 'a') + "b"}), "");
}

}  // namespace
}  // namespace dragoman
