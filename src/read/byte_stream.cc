// Part of dragoman; see LICENSE.
//
// stdio, because standard input, pipes and files read alike through it; zlib and libzstd unpack.

#include "read/byte_stream.h"

#include <cerrno>
#include <cstdio>
#include <cstring>
#include <filesystem>
#include <optional>
#include <utility>

#include <fmt/format.h>
#include <zlib.h>
#include <zstd.h>

namespace dragoman {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t kChunk = 1 << 16;
// Small files may grow more: a page of zeros is no attack.
constexpr std::uint64_t kAlwaysFine = 16 << 20;

struct CloseFile {
  void operator()(std::FILE* file) const {
    if (file != stdin) std::fclose(file);
  }
};

// Packed bytes in, unpacked ones out.
class Unpacker {
 public:
  virtual ~Unpacker() = default;
  // Takes from `in` (and shortens it), writes to `to`; bytes written, or why it failed.
  virtual Result<std::size_t> step(std::string_view& in, char* to, std::size_t most) = 0;
  // Is what was given so far complete?
  virtual bool whole() const = 0;
};

class Gunzip : public Unpacker {
 public:
  Gunzip() : ready_(inflateInit2(&z_, 16 + MAX_WBITS) == Z_OK) {}
  ~Gunzip() override { inflateEnd(&z_); }

  Result<std::size_t> step(std::string_view& in, char* to, std::size_t most) override {
    if (!ready_) return Error(ErrorCode::kLimit, "no memory to unpack it");
    if (whole_ && !in.empty()) {
      // Members follow one another; padding with zeros is common after the last (tar, tapes).
      if (in.front() == 0) {
        const std::size_t zeros = in.find_first_not_of('\0');
        in.remove_prefix(zeros == std::string_view::npos ? in.size() : zeros);
        if (in.empty()) return std::size_t{0};
      }
      inflateReset(&z_);
      whole_ = false;
    }
    z_.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(in.data()));
    z_.avail_in = uInt(in.size());
    z_.next_out = reinterpret_cast<Bytef*>(to);
    z_.avail_out = uInt(std::min<std::size_t>(most, 1u << 30));
    const std::size_t room = z_.avail_out;
    const int code = inflate(&z_, Z_NO_FLUSH);
    in.remove_prefix(in.size() - z_.avail_in);
    if (code == Z_STREAM_END) whole_ = true;
    if (code != Z_OK && code != Z_STREAM_END && code != Z_BUF_ERROR) {
      return Error(ErrorCode::kBadData, fmt::format("damaged gzip: {}", z_.msg ? z_.msg : "data error"));
    }
    return room - z_.avail_out;
  }
  bool whole() const override { return whole_; }

 private:
  z_stream z_{};
  bool ready_ = false;
  bool whole_ = false;
};

class Unzstd : public Unpacker {
 public:
  Unzstd() : z_(ZSTD_createDCtx()) {
    // A frame may ask for a window of 2 GB; `zstd` itself refuses above 128 MB unless told.
    if (z_) ZSTD_DCtx_setParameter(z_.get(), ZSTD_d_windowLogMax, 27);
  }

  Result<std::size_t> step(std::string_view& in, char* to, std::size_t most) override {
    if (!z_) return Error(ErrorCode::kLimit, "no memory to unpack it");
    ZSTD_inBuffer source{in.data(), in.size(), 0};
    ZSTD_outBuffer target{to, most, 0};
    const std::size_t left = ZSTD_decompressStream(z_.get(), &target, &source);
    if (ZSTD_isError(left)) {
      return Error(ErrorCode::kBadData, fmt::format("damaged zstd: {}", ZSTD_getErrorName(left)));
    }
    in.remove_prefix(source.pos);
    if (source.pos != 0 || target.pos != 0) whole_ = left == 0;
    return target.pos;
  }
  bool whole() const override { return whole_; }

 private:
  struct Free {
    void operator()(ZSTD_DCtx* z) const { ZSTD_freeDCtx(z); }
  };
  std::unique_ptr<ZSTD_DCtx, Free> z_;
  bool whole_ = false;
};

}  // namespace

struct ByteStream::Impl {
  std::string name;
  std::unique_ptr<std::FILE, CloseFile> file;
  std::uint64_t size = 0;
  std::uint64_t taken = 0, given = 0;
  std::string chunk;
  std::string_view left;          // of the chunk
  bool end = false;               // of the file
  std::unique_ptr<Unpacker> unpacker;
  std::string head;               // read ahead
  std::size_t head_given = 0;
  std::optional<Error> head_error;

  Result<std::size_t> read(char* to, std::size_t most);
  Result<bool> fill() {           // false: nothing more
    if (end) return false;
    chunk.resize(kChunk);
    const std::size_t got = std::fread(chunk.data(), 1, kChunk, file.get());
    if (got < kChunk) {
      if (std::ferror(file.get())) {
        return Error(ErrorCode::kUnreadable, fmt::format("{}: {}", name, std::strerror(errno)));
      }
      end = true;
    }
    taken += got;
    left = std::string_view(chunk).substr(0, got);
    return got > 0;
  }
};

std::string display_name(const std::string& path) { return path == "-" ? "stdin" : path; }

ByteStream::ByteStream(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
ByteStream::ByteStream(ByteStream&&) noexcept = default;
ByteStream& ByteStream::operator=(ByteStream&&) noexcept = default;
ByteStream::~ByteStream() = default;

std::uint64_t ByteStream::taken() const { return impl_->taken - impl_->left.size(); }
std::uint64_t ByteStream::file_size() const { return impl_->size; }
bool ByteStream::packed() const { return impl_->unpacker != nullptr; }

Result<ByteStream> ByteStream::open(const std::string& path) {
  auto impl = std::make_unique<Impl>();
  impl->name = display_name(path);
  if (path == "-") {
    impl->file.reset(stdin);
  } else {
    std::error_code failed;
    const fs::file_status status = fs::status(path, failed);
    if (status.type() == fs::file_type::not_found) {
      return Error(ErrorCode::kNotFound, fmt::format("{}: no such file", impl->name));
    }
    if (fs::is_directory(status)) {
      return Error(ErrorCode::kUnreadable, fmt::format("{}: a directory, expected a file", impl->name));
    }
    if (fs::is_regular_file(status)) {
      const std::uintmax_t size = fs::file_size(path, failed);
      if (!failed) impl->size = size;
    }
    impl->file.reset(std::fopen(path.c_str(), "rb"));
    if (impl->file == nullptr) {
      return Error(ErrorCode::kUnreadable, fmt::format("{}: {}", impl->name, std::strerror(errno)));
    }
  }
  const Result<bool> some = impl->fill();
  if (!some.ok()) return some.error();
  if (impl->left.starts_with("\x1F\x8B")) impl->unpacker = std::make_unique<Gunzip>();
  if (impl->left.starts_with("\x28\xB5\x2F\xFD")) impl->unpacker = std::make_unique<Unzstd>();
  std::string& head = impl->head;
  for (head.resize(kChunk);;) {
    const Result<std::size_t> got = impl->read(head.data() + impl->head_given, kChunk - impl->head_given);
    if (!got.ok()) impl->head_error = got.error();
    if (!got.ok() || *got == 0) break;
    impl->head_given += *got;
  }
  head.resize(std::exchange(impl->head_given, 0));
  return ByteStream(std::move(impl));
}

std::string_view ByteStream::head() const { return impl_->head; }

Result<std::size_t> ByteStream::read(char* to, std::size_t most) {
  Impl& s = *impl_;
  if (s.head_given < s.head.size()) {
    const std::size_t got = s.head.copy(to, most, s.head_given);
    s.head_given += got;
    return got;
  }
  if (s.head_error) return *s.head_error;
  return s.read(to, most);
}

Result<std::size_t> ByteStream::Impl::read(char* to, std::size_t most) {
  if (most == 0) return std::size_t{0};
  for (;;) {
    if (left.empty()) {
      const Result<bool> more = fill();
      if (!more.ok()) return more.error();
    }
    if (!unpacker) {
      const std::size_t got = std::min(most, left.size());
      std::memcpy(to, left.data(), got);
      left.remove_prefix(got);
      return got;
    }
    const bool last = left.empty();
    const Result<std::size_t> got = unpacker->step(left, to, most);
    if (!got.ok()) return Error(got.error().code(), fmt::format("{}: {}", name, got.error().message()));
    given += *got;
    if (given > kAlwaysFine && given / kMostGrowth > taken) {
      return Error(ErrorCode::kLimit,
                   fmt::format("{}: unpacks to more than {} times its size; is it a bomb?", name, kMostGrowth));
    }
    if (*got > 0) return *got;
    if (last) {
      if (unpacker->whole()) return std::size_t{0};
      return Error(ErrorCode::kBadData, fmt::format("{}: packed, and it ends too early", name));
    }
  }
}

namespace {

Error too_large(const std::string& name, const std::string& size, std::uint64_t max_bytes) {
  return Error(ErrorCode::kLimit, fmt::format("{}: {} bytes, expected at most {}", name, size, max_bytes));
}

}  // namespace

Result<std::string> read_all(ByteStream& stream, const std::string& path, std::uint64_t max_bytes) {
  const std::string name = display_name(path);
  if (!stream.packed() && stream.file_size() > max_bytes) {
    return too_large(name, fmt::format("{}", stream.file_size()), max_bytes);
  }
  std::string bytes;
  for (;;) {
    const std::size_t there = bytes.size();
    bytes.resize(there + kChunk);
    const Result<std::size_t> got = stream.read(bytes.data() + there, kChunk);
    if (!got.ok()) return got.error();
    bytes.resize(there + *got);
    if (*got == 0) break;
    if (bytes.size() > max_bytes) return too_large(name, fmt::format("more than {}", max_bytes), max_bytes);
  }
  if (bytes.empty()) return Error(ErrorCode::kBadData, fmt::format("{}: empty, expected text", name));
  return bytes;
}

Result<std::string> read_all(const std::string& path, std::uint64_t max_bytes) {
  Result<ByteStream> stream = ByteStream::open(path);
  if (!stream.ok()) return stream.error();
  return read_all(*stream, path, max_bytes);
}

}  // namespace dragoman
