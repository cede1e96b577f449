// Part of dragoman; see LICENSE.

#include <algorithm>

#include "dragoman/analysis.h"

namespace dragoman {

bool ReportFilter::empty() const {
  return types.empty() && statuses.empty() && !polarity && !told_from && !told_to && !from && !to &&
         said_by.empty() && outlet.empty();
}

bool ReportFilter::admits(std::string_view type) const {
  return types.empty() || std::find(types.begin(), types.end(), type) != types.end();
}

bool ReportFilter::admits(const Report& report) const {
  if (!statuses.empty() &&
      std::find(statuses.begin(), statuses.end(), report.status) == statuses.end()) {
    return false;
  }
  if (polarity && report.polarity != *polarity) return false;
  if (!said_by.empty() && report.said_by != said_by) return false;
  if (!outlet.empty() && report.outlet != outlet) return false;
  if (told_from && (!report.date || *report.date < *told_from)) return false;
  if (told_to && (!report.date || *told_to < *report.date)) return false;
  if (!from && !to) return true;
  if (!report.when && !report.date) return false;
  const std::int32_t first = report.when ? report.when->from : to_days(*report.date);
  const std::int32_t last = report.when ? report.when->to : first;
  const bool open_start = report.when && report.when->open_start;
  const bool open_end = report.when && report.when->open_end;
  if (from && !open_end && last < to_days(*from)) return false;
  if (to && !open_start && first > to_days(*to)) return false;
  return true;
}

}  // namespace dragoman
