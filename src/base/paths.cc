// Part of dragoman; see LICENSE.
//
// The data travels with the library: an installed tree may be moved or unpacked anywhere, so the
// search starts at the file that holds this code, found by asking the dynamic linker, and only
// then falls back to the prefix it was configured with.

#include "base/paths.h"

#include <cstdlib>
#include <system_error>

#include <dlfcn.h>

namespace dragoman {
namespace {

namespace fs = std::filesystem;

bool holds_data(const fs::path& folder) {
  std::error_code error;
  return fs::is_regular_file(folder / "schema" / "relations.yaml", error);
}

// The shared object that contains this function.  For a statically linked program the linker
// answers argv[0], which says nothing reliable, so only an absolute path counts.
fs::path this_library() {
  Dl_info info;
  if (dladdr(reinterpret_cast<const void*>(&this_library), &info) == 0 || !info.dli_fname) return {};
  const fs::path path = info.dli_fname;
  return path.is_absolute() ? path : fs::path();
}

fs::path this_program() {
  std::error_code error;
  return fs::read_symlink("/proc/self/exe", error);
}

}  // namespace

fs::path data_dir_near(const fs::path& binary) {
  std::error_code error;
  const fs::path real = fs::canonical(binary, error);
  if (error) return {};
  const fs::path folder = real.parent_path();
  for (const fs::path& base : {folder.parent_path(), folder, folder.parent_path().parent_path()}) {
    const fs::path data = base / "share" / "dragoman" / "data";
    if (holds_data(data)) return data;
  }
  return {};
}

fs::path default_data_dir() {
  if (const char* named = std::getenv("DRAGOMAN_DATA"); named && *named) return named;
  for (const fs::path& binary : {this_library(), this_program()}) {
    if (fs::path data = data_dir_near(binary); !data.empty()) return data;
  }
  const fs::path fallback = DRAGOMAN_FALLBACK_DATA;
  if (!fallback.empty() && holds_data(fallback)) return fallback;
  return DRAGOMAN_INSTALLED_DATA;
}

}  // namespace dragoman
