// Part of dragoman; see LICENSE.
//
// What became of each frame that a word might have opened: kept only when somebody asks.

#ifndef DRAGOMAN_RELATION_TRACE_H_
#define DRAGOMAN_RELATION_TRACE_H_

#include <vector>

#include "dragoman/explain.h"

namespace dragoman {

struct TracedRole {
  RoleId role = 0;
  std::uint8_t slot = 0;
  Index mention = kNone, entity = kNone;   // both kNone: words that the role does not take
  Span words;
};

struct FrameTry {
  std::uint32_t frame = 0;
  Index sentence = 0;
  Span trigger;
  RelationCheck check = RelationCheck::kFound;
  std::size_t need = 0;                    // kNeed, kRefused: which of the frame's
  std::uint64_t slots = 0;                 // kSlotEmpty: bits, one of which must be filled
  RoleId role = 0;                         // kRoleEmpty, kRoleType
  bool denied = false;
  std::vector<TracedRole> roles;           // that were looked at
};

struct RelationTrace {
  std::vector<FrameTry> tries;
};

}  // namespace dragoman

#endif  // DRAGOMAN_RELATION_TRACE_H_
