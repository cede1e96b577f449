// Part of dragoman; see LICENSE.
//
// Counts work without a clock: the stages from mentions to relations are compiled once more for this test
// program, and each of their basic blocks says when it runs (-fsanitize-coverage=trace-pc).  So no loop needs a
// counter of its own, none can be forgotten, and the library that is shipped has none.
//
//   const Work work = count_work([&] { pipeline.analyze(text); });
//   work.total;                     // basic blocks, the same on every run
//   work.blocks;                    // by address, for who asks where they ran

#ifndef DRAGOMAN_TESTS_COST_COUNTED_WORK_H_
#define DRAGOMAN_TESTS_COST_COUNTED_WORK_H_

#include <cstdint>
#include <functional>
#include <string>
#include <unordered_map>

namespace dragoman {

struct Work {
  std::uint64_t total = 0;
  std::unordered_map<std::uintptr_t, std::uint64_t> blocks;
};

Work count_work(const std::function<void()>& run);

// What the block that grew most did beyond `times` what it did before.  A loop that walks through all that stands
// before it shows here long before it shows in the total.
double steepest(const Work& less, const Work& more, double times);

// The lines where `more` did most of what goes beyond `times` what `less` did, with their counts.
std::string grown(const Work& less, const Work& more, double times);

}  // namespace dragoman

#endif  // DRAGOMAN_TESTS_COST_COUNTED_WORK_H_
