// Part of dragoman; see LICENSE.

#include "relation/role_types.h"

namespace dragoman {

TypeSet::TypeSet(const std::vector<MentionType>& types) {
  for (const MentionType type : types) add(type);
}

}  // namespace dragoman
