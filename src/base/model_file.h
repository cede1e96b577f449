// Part of dragoman; see LICENSE.
//
// Files of learned models: a head, then one block of numbers, checked as a whole.
//
//   ModelWriter out("ner");           Result<ModelReader> in = ModelReader::open(path, "ner");
//   out.u32(17);                      if (!in.ok()) return in.error();
//   out.write(path);                  const std::uint32_t labels = in->u32();
//                                     if (!in->ok()) return in->error();
//
// All numbers are little-endian.  The head holds the kind of model, a version, the block's
// size and its checksum, so a cut or damaged file is known before anything is used.

#ifndef DRAGOMAN_BASE_MODEL_FILE_H_
#define DRAGOMAN_BASE_MODEL_FILE_H_

#include <cstdint>
#include <filesystem>
#include <span>
#include <string>
#include <string_view>

#include "dragoman/result.h"

namespace dragoman {

inline constexpr std::uint32_t kModelVersion = 1;

class ModelWriter {
 public:
  explicit ModelWriter(std::string kind) : kind_(std::move(kind)) {}

  void u8(std::uint8_t value) { block_.push_back(char(value)); }
  void u16(std::uint16_t value);
  void u32(std::uint32_t value);
  void i32(std::int32_t value) { u32(std::uint32_t(value)); }
  void varint(std::uint32_t value);
  void text(std::string_view value);

  // The whole file as bytes.
  std::string bytes() const;
  // Written beside the target and moved there.  kUnreadable if it cannot be written.
  Status write(const std::filesystem::path& path) const;

 private:
  std::string kind_;
  std::string block_;
};

// Reads in the order of writing.  After the first read past the end, every read gives 0 and
// ok() is false: one check after a loop over a bounded count is enough.
class ModelReader {
 public:
  // kNotFound, kUnreadable, or kBadData for a file that is no model, of another kind or
  // version, cut short or damaged; the message names the file.
  static Result<ModelReader> open(const std::filesystem::path& path, std::string_view kind);
  // name: for messages.
  static Result<ModelReader> parse(std::string bytes, std::string name, std::string_view kind);

  std::uint8_t u8();
  std::uint16_t u16();
  std::uint32_t u32();
  std::int32_t i32() { return std::int32_t(u32()); }
  std::uint32_t varint();
  std::string text();
  // As many numbers as `numbers` holds.
  void bytes(std::span<std::int8_t> numbers);
  void words(std::span<std::int16_t> numbers);
  void longs(std::span<std::uint32_t> numbers);

  // A count that must be in [least, most].
  std::uint32_t count(std::uint32_t least, std::uint32_t most);

  bool ok() const { return good_; }
  bool at_end() const { return at_ == bytes_.size(); }
  Error error() const;

 private:
  template <typename Number>
  void many(std::span<Number> numbers);

  std::string bytes_;
  std::string name_;
  std::size_t at_ = 0;
  bool good_ = true;
};

}  // namespace dragoman

#endif  // DRAGOMAN_BASE_MODEL_FILE_H_
