// Part of dragoman; see LICENSE.
//
// Where the data is, when the caller did not say.
//
//   const std::filesystem::path data = default_data();   // a bundle, or a folder

#ifndef DRAGOMAN_BASE_PATHS_H_
#define DRAGOMAN_BASE_PATHS_H_

#include <filesystem>

namespace dragoman {

// $DRAGOMAN_DATA if set and not empty, whether it exists or not; else the first of these that
// exists: the data installed (or made by the build) near the shared library or program that holds
// this code; that of the configured prefix.  When none exists, the last is returned, so that the
// reader's message can name a place.  Cost: a few system calls; call once.
std::filesystem::path default_data();
// Does $DRAGOMAN_DATA say which?
bool default_data_is_named();

// The search from one binary's place: share/dragoman one or two folders above it (PREFIX/bin,
// PREFIX/lib/ARCH), or beside it (a build tree, a wheel); there dragoman.bundle, else the folder
// data.  Empty if there is none.
std::filesystem::path data_near(const std::filesystem::path& binary);

}  // namespace dragoman

#endif  // DRAGOMAN_BASE_PATHS_H_
