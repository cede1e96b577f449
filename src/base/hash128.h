// Part of dragoman; see LICENSE.

#ifndef DRAGOMAN_BASE_HASH128_H_
#define DRAGOMAN_BASE_HASH128_H_

#include <string>
#include <string_view>

namespace dragoman {

// 16 bytes, the same on every machine (XXH3).  Tells contents apart; no protection against who
// makes two contents of one hash on purpose.
std::string hash128(std::string_view bytes);

}  // namespace dragoman

#endif  // DRAGOMAN_BASE_HASH128_H_
