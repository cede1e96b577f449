// Part of dragoman; see LICENSE.
//
// Calendar days as one number, so that periods compare as integers.  The C++20
// calendar does the arithmetic.

#include <charconv>
#include <chrono>
#include <string>

#include <fmt/format.h>

#include "dragoman/document.h"

namespace dragoman {
namespace {

// Reads exactly text[at, at + count) as a decimal number; -1 if it is none.
int digits(std::string_view text, std::size_t at, std::size_t count) {
  int value = -1;
  const char* begin = text.data() + at;
  const auto [end, error] = std::from_chars(begin, begin + count, value);
  return error == std::errc() && end == begin + count && *begin != '-' ? value : -1;
}

}  // namespace

Result<Date> parse_date(std::string_view iso) {
  if (iso.size() == 10 && iso[4] == '-' && iso[7] == '-') {
    const Date date{digits(iso, 0, 4), digits(iso, 5, 2), digits(iso, 8, 2)};
    const std::chrono::year_month_day day(std::chrono::year(date.year),
                                          std::chrono::month(unsigned(date.month)),
                                          std::chrono::day(unsigned(date.day)));
    if (date.year >= 0 && date.month >= 0 && date.day >= 0 && day.ok()) return date;
  }
  return Error(ErrorCode::kBadArgument,
               fmt::format("\"{}\" is not a date: expected YYYY-MM-DD, as 2023-09-05", iso));
}

std::string to_string(const Date& date) {
  return fmt::format("{:04}-{:02}-{:02}", date.year, date.month, date.day);
}

std::int32_t to_days(const Date& date) {
  const std::chrono::year_month_day day(std::chrono::year(date.year),
                                        std::chrono::month(unsigned(date.month)),
                                        std::chrono::day(unsigned(date.day)));
  return std::chrono::sys_days(day).time_since_epoch().count();
}

Date from_days(std::int32_t days) {
  const std::chrono::year_month_day day{std::chrono::sys_days(std::chrono::days(days))};
  return {int(day.year()), int(unsigned(day.month())), int(unsigned(day.day()))};
}

std::string_view to_string(DatePrecision precision) {
  switch (precision) {
    case DatePrecision::kDay: return "day";
    case DatePrecision::kWeek: return "week";
    case DatePrecision::kMonth: return "month";
    case DatePrecision::kSeason: return "season";
    case DatePrecision::kYear: return "year";
    case DatePrecision::kVague: return "vague";
  }
  return "";
}

// The short forms stand only for the whole day, month or year, so that nothing is lost:
// "early July" is a month by precision, but not all of it.
std::string to_string(const DateValue& value) {
  const Date from = from_days(value.from);
  const Date to = from_days(value.to);
  if (!value.open_start && !value.open_end) {
    if (value.from == value.to) return to_string(from);
    const bool whole_months = from.day == 1 && from_days(value.to + 1).day == 1;
    if (whole_months && from.year == to.year && from.month == to.month) {
      return fmt::format("{:04}-{:02}", from.year, from.month);
    }
    if (whole_months && from.year == to.year && from.month == 1 && to.month == 12) {
      return fmt::format("{:04}", from.year);
    }
  }
  return fmt::format("{}/{}", value.open_start ? ".." : to_string(from),
                     value.open_end ? ".." : to_string(to));
}

}  // namespace dragoman
