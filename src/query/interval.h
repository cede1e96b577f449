// Part of dragoman; see LICENSE.
//
// Periods as text: "2023", "2023-07", "2023-07-05", "2023-07-01/2023-07-15", "2022-02-24/..".
// What the field r.when says, a query may say too.

#ifndef DRAGOMAN_QUERY_INTERVAL_H_
#define DRAGOMAN_QUERY_INTERVAL_H_

#include <cstdint>
#include <limits>
#include <optional>
#include <string_view>

namespace dragoman::query_impl {

// Days since 1970-01-01, both included.
struct Interval {
  static constexpr std::int32_t kOpenStart = std::numeric_limits<std::int32_t>::min();
  static constexpr std::int32_t kOpenEnd = std::numeric_limits<std::int32_t>::max();
  std::int32_t from = kOpenStart;
  std::int32_t to = kOpenEnd;
};

std::optional<Interval> parse_interval(std::string_view text);

}  // namespace dragoman::query_impl

#endif  // DRAGOMAN_QUERY_INTERVAL_H_
