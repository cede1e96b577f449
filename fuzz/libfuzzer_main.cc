// Part of dragoman; see LICENSE.
//
// One target as a libFuzzer program; DRAGOMAN_FUZZ_TARGET is its name.

#include <cstddef>
#include <cstdint>

#include "targets.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  dragoman::fuzz::DRAGOMAN_FUZZ_TARGET({reinterpret_cast<const char*>(data), size});
  return 0;
}
