// Part of dragoman; see LICENSE.
//
// When an edge was so, as far as its reports tell: for formats that know time.

#ifndef DRAGOMAN_EXPORT_PERIODS_H_
#define DRAGOMAN_EXPORT_PERIODS_H_

#include <optional>
#include <vector>

#include "dragoman/graph.h"

namespace dragoman {

struct Period {
  std::optional<std::int32_t> from, to;   // days, both included; none: open
};

// What the reports tell, else their documents' dates; sorted, and joined where they meet.
std::vector<Period> periods_of(const RelationGraph& graph, EdgeIndex edge);

}  // namespace dragoman

#endif  // DRAGOMAN_EXPORT_PERIODS_H_
