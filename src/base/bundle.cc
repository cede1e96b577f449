// Part of dragoman; see LICENSE.

#include "base/bundle.h"

#include <algorithm>
#include <array>
#include <bit>

#include <sys/mman.h>
#include <unistd.h>

#include <fmt/format.h>

#include "base/file.h"

#define XXH_INLINE_ALL
#include <xxhash.h>

namespace dragoman {
namespace {

static_assert(std::endian::native == std::endian::little, "bundles are little-endian");

constexpr std::array<char, 8> kMagic = {'D', 'R', 'A', 'G', 'O', 'M', 'A', 'N'};
constexpr std::uint32_t kVersion = 2;
constexpr std::size_t kAlign = 64;
constexpr std::uint32_t kMostSections = 4096;

struct Header {
  std::array<char, 8> magic;
  std::uint32_t version;
  std::uint32_t sections;
  std::uint64_t size;              // of the file, bytes
  std::uint64_t content_checksum;  // of what stands behind the table
  std::uint64_t header_checksum;   // of header and table, this field taken as 0
  std::array<std::uint64_t, 3> reserved;
};
static_assert(sizeof(Header) == 64);

struct Entry {
  std::array<char, 32> name;       // padded with zeros
  std::uint64_t offset;            // bytes from the file's start
  std::uint64_t size;              // bytes
  std::uint32_t element;           // bytes of one element
  std::array<std::uint32_t, 3> reserved;
};
static_assert(sizeof(Entry) == 64);

std::uint64_t checksum(std::span<const std::byte> bytes) {
  return XXH3_64bits(bytes.data(), bytes.size());
}

std::size_t aligned(std::size_t size) { return (size + kAlign - 1) / kAlign * kAlign; }

std::uint64_t header_checksum(Header header, std::span<const std::byte> table) {
  header.header_checksum = 0;
  return XXH3_64bits(&header, sizeof header) ^ checksum(table) * 3;
}

}  // namespace

void BundleWriter::add_bytes(std::string_view name, std::span<const std::byte> bytes, std::size_t element) {
  parts_.push_back({std::string(name.substr(0, 31)), {bytes.begin(), bytes.end()}, std::uint32_t(element)});
}

std::vector<std::byte> BundleWriter::bytes() const {
  std::vector<Entry> table;
  std::size_t at = sizeof(Header) + sizeof(Entry) * parts_.size();
  const std::size_t content = at;
  for (const Part& part : parts_) {
    Entry& entry = table.emplace_back();
    entry = {};
    std::copy(part.name.begin(), part.name.end(), entry.name.begin());
    entry.offset = at;
    entry.size = part.bytes.size();
    entry.element = part.element;
    at = aligned(at + part.bytes.size());
  }
  std::vector<std::byte> out(at);
  for (std::size_t i = 0; i < parts_.size(); ++i) {
    std::copy(parts_[i].bytes.begin(), parts_[i].bytes.end(), out.begin() + std::ptrdiff_t(table[i].offset));
  }
  if (!table.empty()) std::memcpy(out.data() + sizeof(Header), table.data(), table.size() * sizeof(Entry));
  Header header{};
  header.magic = kMagic;
  header.version = kVersion;
  header.sections = std::uint32_t(parts_.size());
  header.size = out.size();
  header.content_checksum = checksum(std::span(out).subspan(content));
  header.header_checksum =
      header_checksum(header, std::span(out).subspan(sizeof(Header), content - sizeof(Header)));
  std::memcpy(out.data(), &header, sizeof header);
  return out;
}

Result<std::uint64_t> BundleWriter::save(const std::filesystem::path& path) const {
  const std::vector<std::byte> all = bytes();
  const Status written = write_file(path, {reinterpret_cast<const char*>(all.data()), all.size()});
  if (!written.ok()) return written.error();
  return std::uint64_t(all.size());
}

Result<std::shared_ptr<const Bundle>> Bundle::open(const std::filesystem::path& path, Check check) {
  Result<MappedFile> file = MappedFile::open(path);
  if (!file.ok()) return file.error();
  std::shared_ptr<Bundle> bundle(new Bundle());
  bundle->name_ = path.string();
  bundle->file_.emplace(*std::move(file));
  bundle->bytes_ = bundle->file_->bytes();
  if (std::optional<Error> bad = bundle->read(check)) return *bad;
  if (check == Check::kAll && !bundle->bytes_.empty()) {
    // All pages were looked at; those that are used will come back, mostly without reading.
    ::madvise(const_cast<std::byte*>(bundle->bytes_.data()), bundle->bytes_.size(), MADV_DONTNEED);
  }
  return std::shared_ptr<const Bundle>(std::move(bundle));
}

Result<std::shared_ptr<const Bundle>> Bundle::from_bytes(std::string name, std::vector<std::byte> bytes,
                                                         Check check) {
  std::shared_ptr<Bundle> bundle(new Bundle());
  bundle->name_ = std::move(name);
  bundle->own_ = std::move(bytes);
  bundle->bytes_ = bundle->own_;
  if (std::optional<Error> bad = bundle->read(check)) return *bad;
  return std::shared_ptr<const Bundle>(std::move(bundle));
}

std::optional<Error> Bundle::read(Check check) {
  const auto bad = [this](std::string_view what) {
    return Error(ErrorCode::kBadData, fmt::format("{}: {}", name_, what));
  };
  Header header;
  if (bytes_.size() < sizeof header) return bad("is no dragoman bundle: too short");
  std::memcpy(&header, bytes_.data(), sizeof header);
  if (header.magic != kMagic) return bad("is no dragoman bundle");
  if (header.version != kVersion) {
    return bad(fmt::format("is a bundle of version {}, expected {}: compile it anew", header.version, kVersion));
  }
  if (header.size != bytes_.size()) {
    return bad(fmt::format("has {} bytes, expected {}: cut off or damaged", bytes_.size(), header.size));
  }
  if (header.sections > kMostSections ||
      bytes_.size() < sizeof header + std::size_t(header.sections) * sizeof(Entry)) {
    return bad("the table of sections is damaged");
  }
  const std::size_t content = sizeof header + header.sections * sizeof(Entry);
  const std::span<const std::byte> table = bytes_.subspan(sizeof header, content - sizeof header);
  if (header_checksum(header, table) != header.header_checksum) return bad("the header's checksum is wrong");
  for (std::uint32_t i = 0; i < header.sections; ++i) {
    Entry entry;
    std::memcpy(&entry, table.data() + i * sizeof(Entry), sizeof entry);
    if (entry.name.back() != 0 || entry.element == 0 || entry.offset < content || entry.offset % kAlign != 0 ||
        entry.offset > bytes_.size() || entry.size > bytes_.size() - entry.offset ||
        entry.size % entry.element != 0) {
      return bad(fmt::format("section {} of the table is damaged", i));
    }
  }
  sections_ = header.sections;
  if (check == Check::kAll) {
    if (checksum(bytes_.subspan(content)) != header.content_checksum) return bad("the checksum is wrong");
    checked_ = true;
  }
  return std::nullopt;
}

Error Bundle::damaged(std::string_view section) const {
  return Error(ErrorCode::kBadData, fmt::format("{}: \"{}\" is damaged: compile it anew", name_, section));
}

std::size_t Bundle::place(std::string_view name) const {
  for (std::size_t i = 0; i < sections_; ++i) {
    const char* const entry = reinterpret_cast<const char*>(bytes_.data()) + sizeof(Header) + i * sizeof(Entry);
    if (std::string_view(entry) == name) return i;
  }
  return sections_;
}

std::vector<Bundle::Section> Bundle::sections() const {
  std::vector<Section> all;
  for (std::size_t i = 0; i < sections_; ++i) {
    const std::byte* const at = bytes_.data() + sizeof(Header) + i * sizeof(Entry);
    Entry entry;
    std::memcpy(&entry, at, sizeof entry);
    all.push_back({std::string_view(reinterpret_cast<const char*>(at)), entry.element,
                   bytes_.subspan(entry.offset, entry.size)});
  }
  return all;
}

void expect_reading(std::span<const std::byte> section) {
#ifdef MADV_POPULATE_READ
  const auto page = std::uintptr_t(::sysconf(_SC_PAGESIZE));
  const std::uintptr_t from = reinterpret_cast<std::uintptr_t>(section.data()) & ~(page - 1);
  const std::uintptr_t to = reinterpret_cast<std::uintptr_t>(section.data()) + section.size();
  if (!section.empty()) ::madvise(reinterpret_cast<void*>(from), to - from, MADV_POPULATE_READ);
#else
  static_cast<void>(section);
#endif
}

void seal_bundle(std::span<std::byte> bytes) {
  Header header;
  if (bytes.size() < sizeof header) return;
  std::memcpy(&header, bytes.data(), sizeof header);
  const std::size_t content = sizeof header + std::size_t(header.sections) * sizeof(Entry);
  if (header.sections > kMostSections || content > bytes.size()) return;
  header.magic = kMagic;
  header.version = kVersion;
  header.size = bytes.size();
  header.content_checksum = checksum(bytes.subspan(content));
  header.header_checksum = header_checksum(header, bytes.subspan(sizeof header, content - sizeof header));
  std::memcpy(bytes.data(), &header, sizeof header);
}

bool Bundle::has(std::string_view section) const { return place(section) < sections_; }

Result<std::span<const std::byte>> Bundle::find(std::string_view name, std::size_t element) const {
  if (const std::size_t at = place(name); at < sections_) {
    Entry entry;
    std::memcpy(&entry, bytes_.data() + sizeof(Header) + at * sizeof(Entry), sizeof entry);
    if (entry.element != element) {
      return Error(ErrorCode::kBadData,
                   fmt::format("{}: elements of \"{}\" have {} bytes, expected {}: compile it anew", name_, name,
                               entry.element, element));
    }
    return bytes_.subspan(entry.offset, entry.size);
  }
  return Error(ErrorCode::kBadData, fmt::format("{}: has no section \"{}\": compile it anew", name_, name));
}

}  // namespace dragoman
