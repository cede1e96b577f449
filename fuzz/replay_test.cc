// Part of dragoman; see LICENSE.
//
// Every fuzz target on its seeds and on the inputs that once broke it, by any compiler.

#include <algorithm>
#include <filesystem>

#include <gtest/gtest.h>

#include "base/file.h"
#include "targets.h"

namespace dragoman::fuzz {
namespace {

namespace fs = std::filesystem;

struct Target {
  const char* name;
  void (*run)(std::string_view);
};
constexpr Target kTargets[] = {{"text", text},   {"tokens", tokens}, {"gazetteer", gazetteer}, {"tables", tables}, {"rules", rules},
                               {"frames", frames}, {"bundle", bundle}, {"query", query}, {"graph_file", graph_file},
                               {"store", store}, {"json", json},     {"html", html},           {"packed", packed}, {"pipeline", pipeline}};

class FuzzReplayTest : public testing::TestWithParam<Target> {};

TEST_P(FuzzReplayTest, KeepsItsPromises) {
  std::vector<fs::path> files;
  for (const char* kind : {"seeds", "regressions"}) {
    const fs::path folder = fs::path(DRAGOMAN_SOURCE_DIR) / "fuzz" / kind / GetParam().name;
    if (!fs::exists(folder)) continue;
    for (const auto& entry : fs::directory_iterator(folder)) files.push_back(entry.path());
  }
  std::sort(files.begin(), files.end());
  for (const fs::path& file : files) {
    SCOPED_TRACE(file.string());
    const Result<std::string> input = read_file(file);
    ASSERT_TRUE(input.ok());
    std::fprintf(stderr, "%s\n", file.c_str());   // the last one is the culprit
    GetParam().run(*input);
  }
  GetParam().run("");
}

INSTANTIATE_TEST_SUITE_P(Targets, FuzzReplayTest, testing::ValuesIn(kTargets),
                         [](const auto& info) { return std::string(info.param.name); });

}  // namespace
}  // namespace dragoman::fuzz
