// Part of dragoman; see LICENSE.
//
// A report as happenings see it: who, when at the widest, where, with what.

#ifndef DRAGOMAN_GRAPH_CLAIM_H_
#define DRAGOMAN_GRAPH_CLAIM_H_

#include <string>
#include <utility>
#include <vector>

#include "graph/happening_kind.h"

namespace dragoman {

struct Claim {
  EdgeIndex edge = 0;
  std::uint32_t report = 0;
  std::int32_t from = 0, to = 0;      // days; with dated
  std::int32_t anchor = 0;            // of several that fit, the one nearest to this is meant
  bool dated = false;
  bool told = false;                  // by the text, not by the document's date
  bool ahead = false;                 // planned, promised ..
  bool denied = false;
  RelationStatus status = RelationStatus::kHappened;
  std::int32_t told_on = 0;           // day of the document; the last of all days for none
  // Sorted: "item" and one word of it; a role and an entity.  Places are apart.
  std::vector<std::pair<std::string, std::string>> details;
  std::vector<std::string> places;    // ids of cities and places, and words; sorted
};

Claim claim_of(const RelationGraph& graph, EdgeIndex edge, std::uint32_t number,
               const Report& report, HappeningKind kind);

// Whom a party stands for: a city, body or group for its state; "" for nobody named.
std::string party(const RelationGraph& graph, NodeIndex node);

}  // namespace dragoman

#endif  // DRAGOMAN_GRAPH_CLAIM_H_
