// Part of dragoman; see LICENSE.
//
// Which states may be called neighbours of each other.
//
//   may_border("NGA", "NER");   // true
//   may_border("NGA", "FRA");   // false: both have borders on land, and none with the other

#ifndef DRAGOMAN_ENTITY_BORDERS_H_
#define DRAGOMAN_ENTITY_BORDERS_H_

#include <string_view>

namespace dragoman {

// a, b: ISO 3166-1 alpha-3 codes.  True for two states with a border on land, or a narrow sea between them, and where
// either is an island or unknown here: who its neighbours are, no table settles.
bool may_border(std::string_view a, std::string_view b);

}  // namespace dragoman

#endif  // DRAGOMAN_ENTITY_BORDERS_H_
