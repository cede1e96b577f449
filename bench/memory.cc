// Part of dragoman; see LICENSE.
//
// Does memory stay as it is over an endless stream of articles?
//
//   memory 200000        reads made-up news (corpus.h) of so many sentences; prints, in MB,
//                        {"loaded", "warm", "largest", "last", "sentences"}
//
// All of it is resident memory: loaded once the data is there, warm after the first tenth, largest and
// last over the rest.  Everything is kept as a caller would: nothing.

#include <unistd.h>

#include <algorithm>
#include <cstdio>
#include <cstdlib>

#include "corpus.h"
#include "dragoman/pipeline.h"

namespace {

double resident_megabytes() {
  long pages = 0, resident = 0;
  if (std::FILE* file = std::fopen("/proc/self/statm", "r")) {
    if (std::fscanf(file, "%ld %ld", &pages, &resident) != 2) resident = 0;
    std::fclose(file);
  }
  return double(resident) * double(sysconf(_SC_PAGESIZE)) / (1 << 20);
}

}  // namespace

int main(int argc, char** argv) {
  const long wanted = argc > 1 ? std::strtol(argv[1], nullptr, 10) : 0;
  if (wanted < 1) {
    std::fprintf(stderr, "usage: memory SENTENCES\n");
    return 2;
  }
  const auto pipeline = dragoman::Pipeline::load();
  if (!pipeline.ok()) {
    std::fprintf(stderr, "%s\n", pipeline.error().message().c_str());
    return 1;
  }
  const double loaded = resident_megabytes();
  double warm = 0, largest = 0;
  std::size_t sentences = 0, relations = 0;
  for (std::size_t i = 0; sentences < std::size_t(wanted); ++i) {
    dragoman::DocumentInfo info;
    info.date = dragoman::Date{2023, 9, 5};
    const auto document = pipeline->analyze(dragoman::bench::article(i), info);
    if (!document.ok()) return 1;
    sentences += document->sentences().size();
    relations += document->relations.size();
    if (i % 64 != 0 || sentences < std::size_t(wanted) / 10) continue;
    const double now = resident_megabytes();
    if (warm == 0) warm = now;
    largest = std::max(largest, now);
  }
  if (relations == 0) {
    std::fprintf(stderr, "no relations: reading nothing needs no memory\n");
    return 1;
  }
  std::printf("{\"loaded\": %.2f, \"warm\": %.2f, \"largest\": %.2f, \"last\": %.2f, \"sentences\": %zu}\n", loaded,
              warm, largest, resident_megabytes(), sentences);
  return 0;
}
