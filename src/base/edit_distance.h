// Part of dragoman; see LICENSE.
//
// How far a misspelt name is from a known one: for "did you mean ...?" in messages.
//
//   edit_distance("supplyer", "supplier");            // 1
//   did_you_mean("supplyer", {"supplier", "item"});   // "; did you mean \"supplier\"?"

#ifndef DRAGOMAN_BASE_EDIT_DISTANCE_H_
#define DRAGOMAN_BASE_EDIT_DISTANCE_H_

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace dragoman {

// Fewest bytes inserted, removed or changed (Levenshtein 1966).  Time: product of the lengths.
std::size_t edit_distance(std::string_view a, std::string_view b);

// The nearest of these names, without regard to ASCII case, within a third of the word's letters (two at
// least, one of a word of up to three); empty if none is near, or for a word over 64 bytes.
std::string nearest_name(std::string_view word, const std::vector<std::string>& names);

// The end of a message: empty if no name is near.
std::string did_you_mean(std::string_view word, const std::vector<std::string>& names);

}  // namespace dragoman

#endif  // DRAGOMAN_BASE_EDIT_DISTANCE_H_
