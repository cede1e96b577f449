// Part of dragoman; see LICENSE.

#ifndef DRAGOMAN_FUZZ_TEMP_FILE_H_
#define DRAGOMAN_FUZZ_TEMP_FILE_H_

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <string>
#include <string_view>

#include "targets.h"

namespace dragoman::fuzz {

// A folder of this process, in memory where there is such a place; gone at the end.
class TempFolder {
 public:
  TempFolder() {
    std::error_code failed;
    const std::filesystem::path memory = "/dev/shm";
    std::string name = ((std::filesystem::is_directory(memory, failed) ? memory : std::filesystem::temp_directory_path()) /
                        "dragoman-fuzz-XXXXXX").string();
    check(::mkdtemp(name.data()) != nullptr, "a folder for files can be made", name);
    path_ = name;
  }
  ~TempFolder() {
    std::error_code ignored;
    std::filesystem::remove_all(path_, ignored);
  }
  TempFolder(const TempFolder&) = delete;
  TempFolder& operator=(const TempFolder&) = delete;

  std::string write(const char* name, std::string_view bytes) const {
    const std::string path = (path_ / name).string();
    std::ofstream(path, std::ios::binary | std::ios::trunc) << bytes;
    return path;
  }
  std::string operator/(const char* name) const { return (path_ / name).string(); }

 private:
  std::filesystem::path path_;
};

}  // namespace dragoman::fuzz

#endif  // DRAGOMAN_FUZZ_TEMP_FILE_H_
