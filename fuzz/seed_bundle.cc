// Part of dragoman; see LICENSE.
//
//   seed_bundle SOURCE_DIR SMALL SHIPPED: the small bundle of the tests, as a seed, and that of all data, because
//   tables take long to read under sanitizers.

#include <cstdio>

#include <unistd.h>

#include "dragoman/knowledge.h"
#include "pipeline/small_data.h"

int main(int argc, char** argv) {
  namespace fs = std::filesystem;
  if (argc != 4) return 2;
  const fs::path folder = fs::temp_directory_path() / ("dragoman_seed_" + std::to_string(::getpid())) / "data";
  fs::create_directories(folder);
  dragoman::write_small_data(argv[1], folder);
  const auto small = dragoman::compile_bundle(folder, argv[2]);
  fs::remove_all(folder.parent_path());
  const auto shipped = dragoman::compile_bundle(fs::path(argv[1]) / "data", argv[3]);
  for (const auto* made : {&small, &shipped}) {
    if (!made->ok()) std::fprintf(stderr, "%s\n", made->error().message().c_str());
  }
  return small.ok() && shipped.ok() ? 0 : 1;
}
