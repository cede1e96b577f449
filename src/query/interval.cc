// Part of dragoman; see LICENSE.

#include "query/interval.h"

#include <string>

#include "dragoman/document.h"

namespace dragoman::query_impl {
namespace {

std::optional<std::int32_t> day(std::string_view text) {
  const Result<Date> date = parse_date(text);
  if (!date.ok()) return std::nullopt;
  return to_days(*date);
}

// A year, month or day.
std::optional<Interval> period(std::string_view text) {
  const std::string start(text);
  if (text.size() == 10) {
    const auto only = day(text);
    return only ? std::optional(Interval{*only, *only}) : std::nullopt;
  }
  if (text.size() == 4) {
    const auto first = day(start + "-01-01"), last = day(start + "-12-31");
    return first && last ? std::optional(Interval{*first, *last}) : std::nullopt;
  }
  const auto first = text.size() == 7 ? day(start + "-01") : std::nullopt;
  if (!first) return std::nullopt;
  Date next = from_days(*first);
  if (++next.month == 13) next = {next.year + 1, 1, 1};
  return Interval{*first, to_days(next) - 1};
}

}  // namespace

std::optional<Interval> parse_interval(std::string_view text) {
  const std::size_t slash = text.find('/');
  if (slash == std::string_view::npos) return period(text);
  Interval out;
  const std::string_view first = text.substr(0, slash), last = text.substr(slash + 1);
  if (first == ".." && last == "..") return std::nullopt;
  if (first != "..") {
    const auto from = period(first);
    if (!from) return std::nullopt;
    out.from = from->from;
  }
  if (last != "..") {
    const auto to = period(last);
    if (!to) return std::nullopt;
    out.to = to->to;
  }
  if (out.from > out.to) return std::nullopt;
  return out;
}

}  // namespace dragoman::query_impl
