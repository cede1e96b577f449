// Part of dragoman; see LICENSE.

#ifndef DRAGOMAN_BASE_FILE_H_
#define DRAGOMAN_BASE_FILE_H_

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "dragoman/result.h"

namespace dragoman {

// A whole file as bytes.  kNotFound if there is none, kUnreadable for a directory or an I/O
// error; the message names the file.
Result<std::string> read_file(const std::filesystem::path& path);

// A file that was read: what messages and origins call it, and its bytes.
struct TextFile {
  std::string name, content;
};

// The files of a folder with that extension, by name; called NAME/file.  kNotFound if there is
// no such folder.
Result<std::vector<TextFile>> read_files(const std::filesystem::path& folder, std::string_view extension,
                                         const std::string& name);

// Written beside the target and moved there: a failure leaves an earlier file as it was and no
// half one, and who has the earlier one open or mapped keeps it.  kUnreadable if it cannot be
// written; the message names the file.
Status write_file(const std::filesystem::path& path, std::string_view bytes);

}  // namespace dragoman

#endif  // DRAGOMAN_BASE_FILE_H_
