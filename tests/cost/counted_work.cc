// Part of dragoman; see LICENSE.
//
// This file is not counted itself, or it would count for ever.

#include "cost/counted_work.h"

#include <dlfcn.h>

#include <algorithm>
#include <cstdio>
#include <string_view>
#include <vector>

#include <fmt/format.h>

namespace {

// A table that never grows: the stages have some 50,000 blocks.
constexpr std::size_t kSlots = std::size_t{1} << 18;
struct Slot {
  std::uintptr_t block = 0;
  std::uint64_t count = 0;
};
Slot slots[kSlots];
bool counting = false;

}  // namespace

// What the compiler puts into each basic block.
extern "C" void __sanitizer_cov_trace_pc() {
  if (!counting) return;
  const auto block = reinterpret_cast<std::uintptr_t>(__builtin_return_address(0));
  std::size_t at = (block * 0x9E3779B97F4A7C15ull) >> 46;
  while (slots[at].block != block && slots[at].block != 0) at = (at + 1) % kSlots;
  slots[at].block = block;
  ++slots[at].count;
}

namespace dragoman {

Work count_work(const std::function<void()>& run) {
  std::fill(std::begin(slots), std::end(slots), Slot{});
  counting = true;
  run();
  counting = false;
  Work work;
  for (const Slot& slot : slots) {
    if (slot.block == 0) continue;
    work.total += slot.count;
    work.blocks[slot.block] = slot.count;
  }
  return work;
}

namespace {

struct Growth {
  std::uintptr_t block;
  std::uint64_t from, to;
  double beyond;
};
// Most first.  Blocks that did not run before are left out: memory that grew once.
std::vector<Growth> growths(const Work& less, const Work& more, double times) {
  std::vector<Growth> all;
  for (const auto& [block, to] : more.blocks) {
    const auto known = less.blocks.find(block);
    if (known == less.blocks.end()) continue;
    const double beyond = double(to) - times * double(known->second);
    if (beyond > 0) all.push_back({block, known->second, to, beyond});
  }
  std::sort(all.begin(), all.end(), [](const Growth& a, const Growth& b) { return a.beyond > b.beyond; });
  return all;
}

// "dragoman::Anaphora::pronoun(unsigned int) at src/entity/anaphora_pronoun.cc:291", if the machine has addr2line.  Of
// what was put inline, the innermost that is ours.
std::string where(std::uintptr_t block) {
  Dl_info file;
  if (dladdr(reinterpret_cast<void*>(block), &file) == 0) return "?\n";
  const std::string command = fmt::format("addr2line -Cfpie {} {:#x} 2>/dev/null", file.dli_fname,
                                          block - 1 - reinterpret_cast<std::uintptr_t>(file.dli_fbase));
  std::string found = "?\n";
  if (FILE* answer = popen(command.c_str(), "r")) {
    char line[4096];
    for (bool first = true; std::fgets(line, sizeof line, answer) != nullptr; first = false) {
      if (!first && std::string_view(line).find("/src/") == std::string_view::npos) continue;
      found = line;
      if (std::string_view(line).find("/src/") != std::string_view::npos) break;
    }
    pclose(answer);
  }
  return found;
}

}  // namespace

double steepest(const Work& less, const Work& more, double times) {
  const std::vector<Growth> all = growths(less, more, times);
  return all.empty() ? 0 : all.front().beyond;
}

std::string grown(const Work& less, const Work& more, double times) {
  const std::vector<Growth> all = growths(less, more, times);
  std::string out = "\n";
  for (std::size_t i = 0; i < std::min<std::size_t>(all.size(), 8); ++i) {
    out += fmt::format("{:>12} -> {:>12}  {}", all[i].from, all[i].to, where(all[i].block));
  }
  return out;
}

}  // namespace dragoman
