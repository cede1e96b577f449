// Part of dragoman; see LICENSE.

#include "export/periods.h"

#include <algorithm>
#include <limits>

namespace dragoman {

std::vector<Period> periods_of(const RelationGraph& graph, EdgeIndex edge) {
  constexpr std::int32_t kFirst = std::numeric_limits<std::int32_t>::min();
  constexpr std::int32_t kLast = std::numeric_limits<std::int32_t>::max();
  std::vector<std::pair<std::int32_t, std::int32_t>> spans;
  for (const Report& r : graph.reports(edge)) {
    if (r.when) {
      spans.emplace_back(r.when->open_start ? kFirst : r.when->from, r.when->open_end ? kLast : r.when->to);
    } else if (r.date) {
      spans.emplace_back(to_days(*r.date), to_days(*r.date));
    }
  }
  std::sort(spans.begin(), spans.end());
  std::vector<Period> out;
  std::int32_t end = 0;
  for (const auto& [from, to] : spans) {
    const bool meets = !out.empty() && (end == kLast || from <= end + 1);
    end = meets ? std::max(end, to) : to;
    if (!meets) out.push_back({from == kFirst ? std::nullopt : std::optional(from), {}});
    out.back().to = end == kLast ? std::nullopt : std::optional(end);
  }
  return out;
}

}  // namespace dragoman
