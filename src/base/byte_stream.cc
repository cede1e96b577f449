// Part of dragoman; see LICENSE.

#include "base/byte_stream.h"

#include <fmt/format.h>

namespace dragoman {
namespace {

void put(std::string& out, std::uint64_t value, int bytes) {
  for (int i = 0; i < bytes; ++i) out.push_back(char(value >> (8 * i)));
}

}  // namespace

void ByteWriter::u16(std::uint16_t value) { put(bytes_, value, 2); }
void ByteWriter::u32(std::uint32_t value) { put(bytes_, value, 4); }
void ByteWriter::u64(std::uint64_t value) { put(bytes_, value, 8); }

void ByteWriter::varint(std::uint32_t value) {
  for (; value >= 128; value >>= 7) u8(std::uint8_t(value | 128));
  u8(std::uint8_t(value));
}

void ByteWriter::text(std::string_view value) {
  u32(std::uint32_t(value.size()));
  bytes_.append(value);
}

Result<ByteReader> ByteReader::of(std::shared_ptr<const Bundle> bundle, std::string_view section) {
  const Result<std::span<const char>> bytes = bundle->section<char>(section);
  if (!bytes.ok()) return bytes.error();
  ByteReader reader({bytes->data(), bytes->size()}, fmt::format("{}: \"{}\"", bundle->name(), section));
  reader.bundle_ = std::move(bundle);
  return reader;
}

std::uint32_t ByteReader::varint() {
  std::uint32_t value = 0;
  for (int shift = 0; shift < 32; shift += 7) {
    const std::uint8_t byte = u8();
    value |= std::uint32_t(byte & 127) << shift;
    if (byte < 128) return value;
  }
  good_ = false;
  return 0;
}

std::string ByteReader::text() {
  const std::uint32_t size = u32();
  if (!good_ || size > left()) {
    good_ = false;
    return {};
  }
  at_ += size;
  return std::string(bytes_.substr(at_ - size, size));
}

Error ByteReader::error() const {
  return Error(ErrorCode::kBadData, fmt::format("{}: not of this version near byte {}", name_, at_));
}

Status save_stream(const std::filesystem::path& path, std::string_view section, const ByteWriter& out) {
  BundleWriter bundle;
  bundle.add(section, std::span<const char>(out.bytes()));
  const Result<std::uint64_t> saved = bundle.save(path);
  if (!saved.ok()) return saved.error();
  return Done{};
}

Result<ByteReader> open_stream(const std::filesystem::path& path, std::string_view section) {
  Result<std::shared_ptr<const Bundle>> bundle = Bundle::open(path, Bundle::Check::kAll);
  if (!bundle.ok()) return bundle.error();
  return ByteReader::of(*std::move(bundle), section);
}

}  // namespace dragoman
