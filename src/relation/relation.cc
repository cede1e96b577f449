// Part of dragoman; see LICENSE.
//
// Names of polarity and status, as JSON, frames and queries write them.

#include "dragoman/relation.h"

#include <array>

namespace dragoman {
namespace {

constexpr std::array<std::string_view, 10> kStatusNames = {
    "happened", "ongoing", "planned",  "potential", "requested",
    "offered",  "threatened", "promised", "agreed",  "cancelled"};

}  // namespace

std::string_view to_string(Polarity polarity) {
  return polarity == Polarity::kDenied ? "denied" : "asserted";
}

std::string_view to_string(RelationStatus status) { return kStatusNames[std::size_t(status)]; }

std::optional<RelationStatus> relation_status(std::string_view name) {
  for (std::size_t i = 0; i < kStatusNames.size(); ++i) {
    if (kStatusNames[i] == name) return RelationStatus(i);
  }
  return std::nullopt;
}

}  // namespace dragoman
