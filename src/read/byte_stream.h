// Part of dragoman; see LICENSE.
//
// The bytes of a file or of standard input, unpacked where they are gzip (any number of members)
// or Zstandard: that is seen from their first bytes, not from the name.
//
// A packed file may be a bomb: it may unpack to at most kMostGrowth times its size.  Who keeps what
// was read sets limits of their own.

#ifndef DRAGOMAN_READ_BYTE_STREAM_H_
#define DRAGOMAN_READ_BYTE_STREAM_H_

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

#include "dragoman/result.h"

namespace dragoman {

// Text packs to a fifth, lists of one word to a hundredth; deflate cannot pack below 1/1032.
inline constexpr std::uint64_t kMostGrowth = 400;

// How a path is called in messages and output: "stdin" for "-".
std::string display_name(const std::string& path);

class ByteStream {
 public:
  // "-" is standard input.  kNotFound, kUnreadable for a directory or without permission.
  static Result<ByteStream> open(const std::string& path);

  // Up to `most` bytes; 0 at the end.  kUnreadable for an I/O error, kBadData for what does not unpack,
  // kLimit for a bomb.
  Result<std::size_t> read(char* to, std::size_t most);

  // How it begins, up to 64 KB: what read() will give first.  Empty for what cannot be unpacked.
  std::string_view head() const;

  // Of the file itself: bytes taken so far, and its size (0: not known).
  std::uint64_t taken() const;
  std::uint64_t file_size() const;
  bool packed() const;

  ByteStream(ByteStream&&) noexcept;
  ByteStream& operator=(ByteStream&&) noexcept;
  ~ByteStream();

 private:
  struct Impl;
  explicit ByteStream(std::unique_ptr<Impl> impl);
  std::unique_ptr<Impl> impl_;
};

// All of it.  kLimit above max_bytes, known before reading where the file says its size; kBadData if
// there is nothing.
Result<std::string> read_all(const std::string& path, std::uint64_t max_bytes);
Result<std::string> read_all(ByteStream& stream, const std::string& path, std::uint64_t max_bytes);

}  // namespace dragoman

#endif  // DRAGOMAN_READ_BYTE_STREAM_H_
