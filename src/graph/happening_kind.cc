// Part of dragoman; see LICENSE.
//
// Which relation types are states of affairs, which take weeks; all others have a day.

#include "graph/happening_kind.h"

#include <algorithm>
#include <iterator>

namespace dragoman {
namespace {

constexpr std::string_view kStates[] = {
    "ally_of",    "at_war_with", "based_in",  "citizen_of", "family_of",
    "holds_office", "located_in", "member_of", "part_of",    "works_for",
};
constexpr std::string_view kProcesses[] = {
    "arms_transfer",    "cooperate",   "economic_aid", "exercise_force",
    "humanitarian_aid", "investigate", "military_aid", "negotiate",
    "occupy",           "trade",       "violate",
};

}  // namespace

HappeningKind happening_kind(std::string_view type) {
  if (std::find(std::begin(kStates), std::end(kStates), type) != std::end(kStates)) {
    return HappeningKind::kState;
  }
  if (std::find(std::begin(kProcesses), std::end(kProcesses), type) != std::end(kProcesses)) {
    return HappeningKind::kProcess;
  }
  return HappeningKind::kEvent;
}

std::string_view to_string(HappeningKind kind) {
  switch (kind) {
    case HappeningKind::kEvent: return "event";
    case HappeningKind::kProcess: return "process";
    case HappeningKind::kState: return "state";
  }
  return "";
}

// News of an event comes within days; a day of slack is what time zones cost.
HappeningWindow happening_window(HappeningKind kind) {
  return kind == HappeningKind::kProcess ? HappeningWindow{30, 15} : HappeningWindow{3, 1};
}

}  // namespace dragoman
