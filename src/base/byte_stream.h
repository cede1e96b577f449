// Part of dragoman; see LICENSE.
//
// Numbers and texts one after another, as a section of a bundle: for what is read once and
// rebuilt, where flat arrays (bundle.h) would be used as they lie.
//
//   ByteWriter out;                   Result<ByteReader> in = open_stream(path, "names");
//   out.u32(17);                      if (!in.ok()) return in.error();
//   save_stream(path, "names", out);  const std::uint32_t labels = in->u32();
//                                     if (!in->ok()) return in->error();
//
// All numbers are little-endian.

#ifndef DRAGOMAN_BASE_BYTE_STREAM_H_
#define DRAGOMAN_BASE_BYTE_STREAM_H_

#include <bit>
#include <cstdint>
#include <cstring>
#include <filesystem>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

#include "base/bundle.h"
#include "dragoman/result.h"

namespace dragoman {

class ByteWriter {
 public:
  void u8(std::uint8_t value) { bytes_.push_back(char(value)); }
  void u16(std::uint16_t value);
  void u32(std::uint32_t value);
  void u64(std::uint64_t value);
  void i32(std::int32_t value) { u32(std::uint32_t(value)); }
  void varint(std::uint32_t value);
  void text(std::string_view value);

  const std::string& bytes() const { return bytes_; }

 private:
  std::string bytes_;
};

// Reads in the order of writing.  After the first read past the end, every read gives 0 and
// ok() is false: one check after a loop over a bounded count is enough.
class ByteReader {
 public:
  // bytes: valid as long as the reader; name: for messages.
  ByteReader(std::string_view bytes, std::string name) : bytes_(bytes), name_(std::move(name)) {}
  // A section of a bundle, which is kept as long as the reader.  kBadData if there is none.
  static Result<ByteReader> of(std::shared_ptr<const Bundle> bundle, std::string_view section);

  std::uint8_t u8() { return number<std::uint8_t>(); }
  std::uint16_t u16() { return number<std::uint16_t>(); }
  std::uint32_t u32() { return number<std::uint32_t>(); }
  std::uint64_t u64() { return number<std::uint64_t>(); }
  std::int32_t i32() { return std::int32_t(u32()); }
  std::uint32_t varint();
  std::string text();
  // As many numbers as `numbers` holds.
  template <typename Number>
  void many(std::span<Number> numbers) {
    static_assert(std::is_integral_v<Number> && std::endian::native == std::endian::little);
    if (!good_ || numbers.size_bytes() > left()) {
      good_ = false;
      return;
    }
    if (!numbers.empty()) std::memcpy(numbers.data(), bytes_.data() + at_, numbers.size_bytes());
    at_ += numbers.size_bytes();
  }

  // A count that must be in [least, most].
  std::uint32_t count(std::uint32_t least, std::uint32_t most) {
    const std::uint32_t value = u32();
    if (value < least || value > most) good_ = false;
    return good_ ? value : 0;
  }
  // Bytes that are left.
  std::size_t left() const { return bytes_.size() - at_; }

  bool ok() const { return good_; }
  bool at_end() const { return at_ == bytes_.size(); }
  // From now on nothing can be read: what was read makes no sense.
  void spoil() { good_ = false; }
  Error error() const;

 private:
  template <typename Number>
  Number number() {
    static_assert(std::endian::native == std::endian::little);
    Number value = 0;
    if (good_ && left() >= sizeof value) {
      std::memcpy(&value, bytes_.data() + at_, sizeof value);
      at_ += sizeof value;
    } else {
      good_ = false;
    }
    return value;
  }

  std::shared_ptr<const Bundle> bundle_;
  std::string_view bytes_;
  std::string name_;
  std::size_t at_ = 0;
  bool good_ = true;
};

// A file of one section: how learned models are kept.  kUnreadable if it cannot be written.
Status save_stream(const std::filesystem::path& path, std::string_view section, const ByteWriter& out);
// Checked as a whole.  kNotFound, kUnreadable, kBadData: see Bundle::open.
Result<ByteReader> open_stream(const std::filesystem::path& path, std::string_view section);

}  // namespace dragoman

#endif  // DRAGOMAN_BASE_BYTE_STREAM_H_
