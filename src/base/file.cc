// Part of dragoman; see LICENSE.

#include "base/file.h"

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <cstring>
#include <memory>

#include <fmt/format.h>

namespace dragoman {

Result<std::string> read_file(const std::filesystem::path& path) {
  std::error_code ignored;
  if (!std::filesystem::exists(path, ignored)) {
    return Error(ErrorCode::kNotFound, fmt::format("{}: no such file", path.string()));
  }
  if (std::filesystem::is_directory(path, ignored)) {
    return Error(ErrorCode::kUnreadable, fmt::format("{}: is a directory, expected a file", path.string()));
  }
  const std::unique_ptr<std::FILE, int (*)(std::FILE*)> file(std::fopen(path.c_str(), "rb"), &std::fclose);
  if (!file) {
    return Error(ErrorCode::kUnreadable, fmt::format("{}: {}", path.string(), std::strerror(errno)));
  }
  std::string content;
  const auto size = std::filesystem::file_size(path, ignored);
  if (!ignored) content.reserve(size);
  char buffer[1 << 16];
  for (std::size_t got; (got = std::fread(buffer, 1, sizeof buffer, file.get())) > 0;) {
    content.append(buffer, got);
  }
  if (std::ferror(file.get())) {
    return Error(ErrorCode::kUnreadable, fmt::format("{}: {}", path.string(), std::strerror(errno)));
  }
  return content;
}

Result<std::vector<TextFile>> read_files(const std::filesystem::path& folder, std::string_view extension,
                                         const std::string& name) {
  std::vector<std::filesystem::path> paths;
  std::error_code error;
  for (const auto& entry : std::filesystem::directory_iterator(folder, error)) {
    if (entry.path().extension() == extension) paths.push_back(entry.path());
  }
  if (error) return Error(ErrorCode::kNotFound, fmt::format("{}: {}", folder.string(), error.message()));
  std::sort(paths.begin(), paths.end());
  std::vector<TextFile> files;
  for (const std::filesystem::path& path : paths) {
    Result<std::string> content = read_file(path);
    if (!content.ok()) return content.error();
    files.push_back({name + '/' + path.filename().string(), *std::move(content)});
  }
  return files;
}

Status write_file(const std::filesystem::path& path, std::string_view bytes) {
  const std::string part = path.string() + ".part";
  std::FILE* out = std::fopen(part.c_str(), "wb");
  bool fine = out != nullptr;
  if (fine) {
    fine = std::fwrite(bytes.data(), 1, bytes.size(), out) == bytes.size();
    fine = std::fclose(out) == 0 && fine;
    fine = fine && std::rename(part.c_str(), path.c_str()) == 0;
  }
  if (fine) return Done{};
  const int why = errno;
  std::remove(part.c_str());
  return Error(ErrorCode::kUnreadable,
               fmt::format("{}: cannot be written: {}", path.string(), std::strerror(why)));
}

}  // namespace dragoman
