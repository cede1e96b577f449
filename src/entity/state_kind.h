// Part of dragoman; see LICENSE.
//
// What a state may be called by a common noun: Jordan is a kingdom, Cuba an island.
//
//   state_may_be("JOR", fold_hash("kingdom"));   // true
//   tells_kind(fold_hash("country"));            // false: any state is one

#ifndef DRAGOMAN_ENTITY_STATE_KIND_H_
#define DRAGOMAN_ENTITY_STATE_KIND_H_

#include <cstdint>
#include <string_view>

namespace dragoman {

// Is the noun one that fits some states only?
bool tells_kind(std::uint64_t noun);

// May the state of that id be called so?  True for a noun that does not tell a kind.
bool state_may_be(std::string_view id, std::uint64_t noun);

}  // namespace dragoman

#endif  // DRAGOMAN_ENTITY_STATE_KIND_H_
