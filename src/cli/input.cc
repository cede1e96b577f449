// Part of dragoman; see LICENSE.
//
// stdio, because standard input, pipes and files read alike through it.  The size of a
// regular file is looked at first, so that a huge one is refused before it is read; a pipe
// is read up to the limit and no further.

#include "cli/input.h"

#include <cerrno>
#include <cstdio>
#include <cstring>
#include <filesystem>
#include <memory>

#include <fmt/format.h>

namespace dragoman::cli {
namespace {

namespace fs = std::filesystem;

Error too_large(const std::string& name, const std::string& size, std::uint64_t max_bytes) {
  return Error(ErrorCode::kLimit,
               fmt::format("{}: {} bytes, expected at most {}; raise it with --max-size", name,
                           size, max_bytes));
}

Result<std::string> read_stream(std::FILE* in, const std::string& name, std::uint64_t max_bytes) {
  std::string bytes;
  char buffer[1 << 16];
  for (std::size_t got; (got = std::fread(buffer, 1, sizeof buffer, in)) > 0;) {
    if (bytes.size() + got > max_bytes) {
      return too_large(name, fmt::format("more than {}", max_bytes), max_bytes);
    }
    bytes.append(buffer, got);
  }
  if (std::ferror(in)) {
    return Error(ErrorCode::kUnreadable, fmt::format("{}: {}", name, std::strerror(errno)));
  }
  if (bytes.empty()) return Error(ErrorCode::kBadData, fmt::format("{}: empty, expected text", name));
  return bytes;
}

}  // namespace

std::string display_name(const std::string& path) { return path == "-" ? "stdin" : path; }

Result<std::string> read_file(const std::string& path, std::uint64_t max_bytes) {
  const std::string name = display_name(path);
  if (path == "-") return read_stream(stdin, name, max_bytes);
  std::error_code failed;
  const fs::file_status status = fs::status(path, failed);
  if (status.type() == fs::file_type::not_found) {
    return Error(ErrorCode::kNotFound, fmt::format("{}: no such file", name));
  }
  if (fs::is_directory(status)) {
    return Error(ErrorCode::kUnreadable, fmt::format("{}: a directory, expected a file", name));
  }
  if (fs::is_regular_file(status)) {
    const std::uintmax_t size = fs::file_size(path, failed);
    if (!failed && size > max_bytes) return too_large(name, fmt::format("{}", size), max_bytes);
  }
  const std::unique_ptr<std::FILE, int (*)(std::FILE*)> in(std::fopen(path.c_str(), "rb"),
                                                           &std::fclose);
  if (in == nullptr) {
    return Error(ErrorCode::kUnreadable, fmt::format("{}: {}", name, std::strerror(errno)));
  }
  return read_stream(in.get(), name, max_bytes);
}

Result<Text> read_text(const std::string& path, const std::string& encoding,
                       std::uint64_t max_bytes) {
  const std::string name = display_name(path);
  Result<std::string> bytes = read_file(path, max_bytes);
  if (!bytes.ok()) return bytes.error();
  const std::size_t size = bytes->size();
  Result<Text> text = encoding.empty()
                          ? Text::from_utf8(*std::move(bytes))
                          : Text::decode(*bytes, encoding == "auto" ? "" : encoding);
  if (!text.ok()) {
    return Error(text.error().code(), fmt::format("{}: {}", name, text.error().message()));
  }
  const LossReport& loss = text->loss();
  if (loss.nul_bytes > 0) {
    return Error(ErrorCode::kBadData,
                 fmt::format("{}: binary: {} NUL bytes, expected text{}", name, loss.nul_bytes,
                             encoding.empty() ? "; for UTF-16 say --encoding auto" : ""));
  }
  if (loss.replaced_bytes * 10 > size) {
    return Error(ErrorCode::kBadData,
                 fmt::format("{}: {} of {} bytes are not {}, expected text; name its encoding with "
                             "--encoding, or say --encoding auto",
                             name, loss.replaced_bytes, size,
                             encoding.empty() || encoding == "auto" ? "UTF-8" : encoding));
  }
  return text;
}

}  // namespace dragoman::cli
