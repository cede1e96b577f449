// Part of dragoman; see LICENSE.
//
// "DRAGOMAN", kind, version, size, checksum, block.  The checksum is FNV-1a over 64 bits: it
// finds damage, not malice; what a block says is checked by who reads it.

#include "base/model_file.h"

#include <type_traits>

#include <fmt/format.h>

#include "base/file.h"

namespace dragoman {
namespace {

constexpr std::string_view kMagic = "DRAGOMAN";
constexpr std::size_t kKindSize = 8;
constexpr std::size_t kHead = 8 + kKindSize + 4 + 8 + 8;

std::uint64_t checksum(std::string_view bytes) {
  std::uint64_t hash = 0xcbf29ce484222325ull;
  for (const char c : bytes) hash = (hash ^ std::uint8_t(c)) * 0x100000001b3ull;
  return hash;
}

void put(std::string& out, std::uint64_t value, int bytes) {
  for (int i = 0; i < bytes; ++i) out.push_back(char(value >> (8 * i)));
}

std::uint64_t get(std::string_view in, std::size_t at, int bytes) {
  std::uint64_t value = 0;
  for (int i = 0; i < bytes; ++i) value |= std::uint64_t(std::uint8_t(in[at + std::size_t(i)])) << (8 * i);
  return value;
}

}  // namespace

void ModelWriter::u16(std::uint16_t value) { put(block_, value, 2); }
void ModelWriter::u32(std::uint32_t value) { put(block_, value, 4); }

void ModelWriter::varint(std::uint32_t value) {
  for (; value >= 128; value >>= 7) u8(std::uint8_t(value | 128));
  u8(std::uint8_t(value));
}

void ModelWriter::text(std::string_view value) {
  u32(std::uint32_t(value.size()));
  block_.append(value);
}

std::string ModelWriter::bytes() const {
  std::string out(kMagic);
  std::string kind = kind_;
  kind.resize(kKindSize, ' ');
  out += kind;
  put(out, kModelVersion, 4);
  put(out, block_.size(), 8);
  put(out, checksum(block_), 8);
  return out + block_;
}

Status ModelWriter::write(const std::filesystem::path& path) const { return write_file(path, bytes()); }

Result<ModelReader> ModelReader::open(const std::filesystem::path& path, std::string_view kind) {
  Result<std::string> bytes = read_file(path);
  if (!bytes.ok()) return bytes.error();
  return parse(*std::move(bytes), path.string(), kind);
}

Result<ModelReader> ModelReader::parse(std::string bytes, std::string name, std::string_view kind) {
  const auto bad = [&name](std::string_view what) {
    return Error(ErrorCode::kBadData, fmt::format("{}: {}", name, what));
  };
  if (bytes.size() < kHead || std::string_view(bytes).substr(0, kMagic.size()) != kMagic) {
    return bad("no model file of dragoman");
  }
  std::string_view found = std::string_view(bytes).substr(kMagic.size(), kKindSize);
  found = found.substr(0, found.find_last_not_of(' ') + 1);
  if (found != kind) return bad(fmt::format("a model of kind \"{}\", expected \"{}\"", found, kind));
  std::size_t at = kMagic.size() + kKindSize;
  if (const std::uint64_t version = get(bytes, at, 4); version != kModelVersion) {
    return bad(fmt::format("a model of version {}, expected {}; train it again", version, kModelVersion));
  }
  const std::uint64_t size = get(bytes, at + 4, 8);
  if (size != bytes.size() - kHead) {
    return bad(fmt::format("{} bytes, expected {}: cut short or damaged", bytes.size() - kHead, size));
  }
  if (get(bytes, at + 12, 8) != checksum(std::string_view(bytes).substr(kHead))) {
    return bad("damaged: its checksum does not match");
  }
  ModelReader reader;
  reader.bytes_ = std::move(bytes);
  reader.name_ = std::move(name);
  reader.at_ = kHead;
  return reader;
}

std::uint8_t ModelReader::u8() {
  if (!good_ || at_ >= bytes_.size()) {
    good_ = false;
    return 0;
  }
  return std::uint8_t(bytes_[at_++]);
}

std::uint16_t ModelReader::u16() {
  const std::uint16_t low = u8();
  return std::uint16_t(low | u8() << 8);
}

std::uint32_t ModelReader::u32() {
  const std::uint32_t low = u16();
  return low | std::uint32_t(u16()) << 16;
}

std::uint32_t ModelReader::varint() {
  std::uint32_t value = 0;
  for (int shift = 0; shift < 32; shift += 7) {
    const std::uint8_t byte = u8();
    value |= std::uint32_t(byte & 127) << shift;
    if (byte < 128) return value;
  }
  good_ = false;
  return 0;
}

std::string ModelReader::text() {
  const std::uint32_t size = u32();
  if (!good_ || size > bytes_.size() - at_) {
    good_ = false;
    return {};
  }
  at_ += size;
  return bytes_.substr(at_ - size, size);
}

template <typename Number>
void ModelReader::many(std::span<Number> numbers) {
  if (!good_ || numbers.size_bytes() > bytes_.size() - at_) {
    good_ = false;
    return;
  }
  const auto* from = reinterpret_cast<const unsigned char*>(bytes_.data()) + at_;
  at_ += numbers.size_bytes();
  for (Number& number : numbers) {      // little-endian; compilers make one copy of this
    std::make_unsigned_t<Number> value = 0;
    for (std::size_t b = 0; b < sizeof value; ++b) {
      value = decltype(value)(value | decltype(value)(decltype(value)(*from++) << (8 * b)));
    }
    number = Number(value);
  }
}

void ModelReader::bytes(std::span<std::int8_t> numbers) { many(numbers); }
void ModelReader::words(std::span<std::int16_t> numbers) { many(numbers); }
void ModelReader::longs(std::span<std::uint32_t> numbers) { many(numbers); }

std::uint32_t ModelReader::count(std::uint32_t least, std::uint32_t most) {
  const std::uint32_t value = u32();
  if (value < least || value > most) good_ = false;
  return good_ ? value : 0;
}

Error ModelReader::error() const {
  return Error(ErrorCode::kBadData, fmt::format("{}: not a model of this version near byte {}", name_, at_));
}

}  // namespace dragoman
