// Part of dragoman; see LICENSE.
//
// "Jr." and "Sr." behind a name: part of it, and never what somebody is called for short.

#ifndef DRAGOMAN_SRC_TOKEN_GENERATION_H_
#define DRAGOMAN_SRC_TOKEN_GENERATION_H_

#include <cstdint>
#include <string_view>

#include "token/fold.h"
#include "token/word_set.h"

namespace dragoman {

// hash: of a token.
inline bool is_generation(std::uint64_t hash) {
  static constexpr auto kGenerations = word_set({"jr", "sr", "jnr", "snr"});
  return kGenerations.contains(hash);
}

// "Gilberto Teodoro" of "Gilberto Teodoro Jr."
inline std::string_view without_generation(std::string_view name) {
  const std::size_t space = name.find_last_of(' ');
  if (space == std::string_view::npos || space == 0 || !is_generation(fold_hash(name.substr(space + 1)))) return name;
  name = name.substr(0, space);
  return name.ends_with(',') ? name.substr(0, name.size() - 1) : name;
}

}  // namespace dragoman

#endif  // DRAGOMAN_SRC_TOKEN_GENERATION_H_
