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
#include <vector>

#include "dragoman/token.h"

namespace dragoman {

// The states that an adjective of the phrase limits it to, as codes with spaces between: "the West
// African country".  Empty: none of the words tells.
std::string_view states_described(const std::vector<Token>& tokens, std::uint32_t first, std::uint32_t last);
bool is_of(std::string_view ids, std::string_view id);

// Is the noun one that fits some states only?
bool tells_kind(std::uint64_t noun);

// May the state of that id be called so?  True for a noun that does not tell a kind.
bool state_may_be(std::string_view id, std::uint64_t noun);

}  // namespace dragoman

#endif  // DRAGOMAN_ENTITY_STATE_KIND_H_
