// Part of dragoman; see LICENSE.
//
// The unit of every figure: ICU's word iterator on the same text in the same run, so that figures
// of two machines, or of a busy and an idle hour, compare.  ICU is given its fastest use: text
// converted to UTF-16 beforehand and not timed, one iterator, boundaries counted.

#ifndef DRAGOMAN_BENCH_UNIT_H_
#define DRAGOMAN_BENCH_UNIT_H_

#include <benchmark/benchmark.h>

#include <memory>
#include <span>
#include <string>

namespace dragoman::bench {

// Of this thread on a processor: what others do there does not count.
double cpu_seconds();

class IcuUnit {
 public:
  IcuUnit();
  ~IcuUnit();

  // CPU seconds that ICU takes to find the words of these texts (UTF-8).
  double seconds(std::span<const std::string> texts);

 private:
  struct Words;
  std::unique_ptr<Words> words_;
};

// A benchmark of the unit alone, beside others of the same program.
void icu_words(benchmark::State& state, std::span<const std::string> texts);

}  // namespace dragoman::bench

#endif  // DRAGOMAN_BENCH_UNIT_H_
