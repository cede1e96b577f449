// Part of dragoman; see LICENSE.

#ifndef DRAGOMAN_GRAPH_HAPPENING_KIND_H_
#define DRAGOMAN_GRAPH_HAPPENING_KIND_H_

#include "dragoman/happening.h"

namespace dragoman {

// Days, by kind.
struct HappeningWindow {
  std::int32_t before;   // what "happened" lies at most this long before its document
  std::int32_t slack;    // two told periods may miss each other by this
};
HappeningWindow happening_window(HappeningKind kind);

// What is planned, promised, threatened .. lies at most this long after its document.
inline constexpr std::int32_t kPlanDays = 180;

}  // namespace dragoman

#endif  // DRAGOMAN_GRAPH_HAPPENING_KIND_H_
