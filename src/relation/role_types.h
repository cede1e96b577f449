// Part of dragoman; see LICENSE.
//
// What a role may hold, held against what something is.

#ifndef DRAGOMAN_RELATION_ROLE_TYPES_H_
#define DRAGOMAN_RELATION_ROLE_TYPES_H_

#include <algorithm>
#include <vector>

#include "dragoman/mention.h"

namespace dragoman {

// Is it of one of the types, or of a type below one?
inline bool takes(const std::vector<MentionType>& types, MentionType type) {
  return std::any_of(types.begin(), types.end(), [type](MentionType t) { return is_a(type, t); });
}
// Is the type itself among them?
inline bool allows(const std::vector<MentionType>& types, MentionType type) {
  return std::find(types.begin(), types.end(), type) != types.end();
}

}  // namespace dragoman

#endif  // DRAGOMAN_RELATION_ROLE_TYPES_H_
