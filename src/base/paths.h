// Part of dragoman; see LICENSE.
//
// Where the data folder is, when the caller did not say.
//
//   const std::filesystem::path schema = default_data_dir() / "schema" / "relations.yaml";

#ifndef DRAGOMAN_BASE_PATHS_H_
#define DRAGOMAN_BASE_PATHS_H_

#include <filesystem>

namespace dragoman {

// $DRAGOMAN_DATA if set and not empty, whether it exists or not; else the first of these that
// exists: data installed (or linked by the build) near the shared library or program that holds
// this code; the folder of the configured prefix.  When none exists, the last is returned, so
// that the reader's message can name a place.  Cost: a few system calls; call once.
std::filesystem::path default_data_dir();

// The search from one binary's place: share/dragoman/data one or two folders above it
// (PREFIX/bin, PREFIX/lib/ARCH), or beside it (a build tree).  Empty if there is none.
std::filesystem::path data_dir_near(const std::filesystem::path& binary);

}  // namespace dragoman

#endif  // DRAGOMAN_BASE_PATHS_H_
