// Part of dragoman; see LICENSE.
//
// main() of every benchmark: says with which vector instructions it ran.

#include <benchmark/benchmark.h>

#include "base/simd.h"
#include "dragoman/version.h"

int main(int argc, char** argv) {
  static const char* const kLevels[] = {"plain", "SSE2", "AVX2", "AVX-512"};
  benchmark::AddCustomContext("simd", kLevels[static_cast<int>(dragoman::simd())]);
  benchmark::AddCustomContext("dragoman", DRAGOMAN_VERSION);
#ifdef __clang__
  benchmark::AddCustomContext("compiler", __VERSION__);
#else
  benchmark::AddCustomContext("compiler", "GCC " __VERSION__);
#endif
  benchmark::Initialize(&argc, argv);
  if (benchmark::ReportUnrecognizedArguments(argc, argv)) return 1;
  benchmark::RunSpecifiedBenchmarks();
  benchmark::Shutdown();
  return 0;
}
