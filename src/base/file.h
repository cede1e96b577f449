// Part of dragoman; see LICENSE.

#ifndef DRAGOMAN_BASE_FILE_H_
#define DRAGOMAN_BASE_FILE_H_

#include <filesystem>
#include <string>

#include "dragoman/result.h"

namespace dragoman {

// A whole file as bytes.  kNotFound if there is none, kUnreadable for a directory or an I/O
// error; the message names the file.
Result<std::string> read_file(const std::filesystem::path& path);

}  // namespace dragoman

#endif  // DRAGOMAN_BASE_FILE_H_
