// Part of dragoman; see LICENSE.

#include <gtest/gtest.h>

#include "dragoman/document.h"

namespace dragoman {
namespace {

TEST(DateTest, EveryDayOfACenturyGoesToDaysAndBack) {
  for (std::int32_t day = -20000; day < 20000; ++day) {
    const Date date = from_days(day);
    ASSERT_EQ(to_days(date), day);
    const Result<Date> parsed = parse_date(to_string(date));
    ASSERT_TRUE(parsed.ok()) << to_string(date);
    ASSERT_EQ(*parsed, date);
  }
}

TEST(DateTest, OnlyRealIsoDatesAreRead) {
  for (const char* bad : {"", "2023", "2023-9-5", "2023-02-30", "2023-13-01", "2023/09/05",
                          "2023-09-05T10", "20230905", "-023-09-05", "2023-+9-05"}) {
    const Result<Date> date = parse_date(bad);
    ASSERT_FALSE(date.ok()) << bad;
    EXPECT_EQ(date.error().code(), ErrorCode::kBadArgument);
  }
  EXPECT_EQ(parse_date("2023-02-30").error().message(),
            "\"2023-02-30\" is not a date: expected YYYY-MM-DD, as 2023-09-05");
}

TEST(DateTest, PeriodsAreWrittenByPrecision) {
  const auto text = [](const char* from, const char* to, bool open_start, bool open_end) {
    return to_string(DateValue{.from = to_days(*parse_date(from)),
                               .to = to_days(*parse_date(to)),
                               .open_start = open_start,
                               .open_end = open_end});
  };
  EXPECT_EQ(text("2023-09-05", "2023-09-05", false, false), "2023-09-05");
  EXPECT_EQ(text("2024-02-01", "2024-02-29", false, false), "2024-02");
  EXPECT_EQ(text("2023-12-01", "2023-12-31", false, false), "2023-12");
  EXPECT_EQ(text("2022-01-01", "2022-12-31", false, false), "2022");
  EXPECT_EQ(text("2023-07-01", "2023-07-15", false, false), "2023-07-01/2023-07-15");
  EXPECT_EQ(text("2023-07-01", "2023-08-31", false, false), "2023-07-01/2023-08-31");
  EXPECT_EQ(text("2022-02-24", "2023-09-05", false, true), "2022-02-24/..");
  EXPECT_EQ(text("2022-01-01", "2022-12-31", true, false), "../2022-12-31");
}

}  // namespace
}  // namespace dragoman
