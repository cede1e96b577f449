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

fs::path data_in(const fs::path& folder) {
  std::error_code error;
  if (fs::is_regular_file(folder / "dragoman.bundle", error)) return folder / "dragoman.bundle";
  return holds_data(folder / "data") ? folder / "data" : fs::path();
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

fs::path data_near(const fs::path& binary) {
  std::error_code error;
  const fs::path real = fs::canonical(binary, error);
  if (error) return {};
  const fs::path folder = real.parent_path();
  for (const fs::path& base : {folder.parent_path(), folder, folder.parent_path().parent_path()}) {
    if (fs::path data = data_in(base / "share" / "dragoman"); !data.empty()) return data;
  }
  return {};
}

bool default_data_is_named() {
  const char* named = std::getenv("DRAGOMAN_DATA");
  return named != nullptr && *named != 0;
}

fs::path default_data() {
  if (default_data_is_named()) return std::getenv("DRAGOMAN_DATA");
  for (const fs::path& binary : {this_library(), this_program()}) {
    if (fs::path data = data_near(binary); !data.empty()) return data;
  }
  fs::path fallback = DRAGOMAN_FALLBACK_DATA;
  if (!fallback.empty() && holds_data(fallback)) return fallback;
  const fs::path installed = DRAGOMAN_INSTALLED_DATA;
  const fs::path found = data_in(installed);
  return found.empty() ? installed / "dragoman.bundle" : found;
}

}  // namespace dragoman
