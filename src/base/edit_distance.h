// Part of dragoman; see LICENSE.
//
// How far a misspelt name is from a known one: for "did you mean ...?" in messages.
//
//   edit_distance("supplyer", "supplier");   // 1

#ifndef DRAGOMAN_BASE_EDIT_DISTANCE_H_
#define DRAGOMAN_BASE_EDIT_DISTANCE_H_

#include <cstddef>
#include <string>
#include <string_view>

namespace dragoman {

// Fewest bytes inserted, removed or changed (Levenshtein 1966).  Time: product of the lengths.
std::size_t edit_distance(std::string_view a, std::string_view b);

// With ASCII capitals made small, where case is no mistake.
std::string ascii_lowered(std::string_view text);

}  // namespace dragoman

#endif  // DRAGOMAN_BASE_EDIT_DISTANCE_H_
