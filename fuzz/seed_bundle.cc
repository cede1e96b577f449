// Part of dragoman; see LICENSE.
//
//   seed_bundle SOURCE_DIR OUT: the small bundle of the tests, as a seed.

#include <cstdio>

#include <unistd.h>

#include "dragoman/knowledge.h"
#include "pipeline/small_data.h"

int main(int argc, char** argv) {
  namespace fs = std::filesystem;
  if (argc != 3) return 2;
  const fs::path folder = fs::temp_directory_path() / ("dragoman_seed_" + std::to_string(::getpid())) / "data";
  fs::create_directories(folder);
  dragoman::write_small_data(argv[1], folder);
  const auto size = dragoman::compile_bundle(folder, argv[2]);
  fs::remove_all(folder.parent_path());
  if (!size.ok()) std::fprintf(stderr, "%s\n", size.error().message().c_str());
  return size.ok() ? 0 : 1;
}
