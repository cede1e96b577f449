// Part of dragoman; see LICENSE.
//
// A file mapped into memory for reading.

#ifndef DRAGOMAN_BASE_MAPPED_FILE_H_
#define DRAGOMAN_BASE_MAPPED_FILE_H_

#include <cstddef>
#include <filesystem>
#include <span>

#include "dragoman/result.h"

namespace dragoman {

class MappedFile {
 public:
  // kNotFound if there is none, kUnreadable for what is no regular file or cannot be mapped.
  // Costs microseconds whatever the size; pages are read when they are first looked at.
  static Result<MappedFile> open(const std::filesystem::path& path);

  MappedFile(MappedFile&& other) noexcept;
  MappedFile& operator=(MappedFile&& other) noexcept;
  ~MappedFile();

  std::span<const std::byte> bytes() const { return bytes_; }

 private:
  explicit MappedFile(std::span<const std::byte> bytes) : bytes_(bytes) {}
  std::span<const std::byte> bytes_;
};

}  // namespace dragoman

#endif  // DRAGOMAN_BASE_MAPPED_FILE_H_
