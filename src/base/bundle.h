// Part of dragoman; see LICENSE.
//
// Bundle: named arrays in one file, to be mapped and used where they lie.
//
//   BundleWriter writer;
//   writer.add<Edge>("trie.edges", edges);
//   writer.save("dragoman.bundle");
//
//   Result<std::shared_ptr<const Bundle>> bundle = Bundle::open("dragoman.bundle");
//   Result<std::span<const Edge>> edges = (*bundle)->section<Edge>("trie.edges");
//
// Layout (docs/data_formats.md): a header of 64 bytes, a table of sections, the sections, each
// at a multiple of 64 bytes and padded with zeros.  Numbers are little-endian.  The header has
// a checksum of itself and the table, and one of all the rest (XXH3, 64 bits).  The same
// sections give the same bytes.

#ifndef DRAGOMAN_BASE_BUNDLE_H_
#define DRAGOMAN_BASE_BUNDLE_H_

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <filesystem>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

#include "base/mapped_file.h"
#include "dragoman/result.h"

namespace dragoman {

class BundleWriter {
 public:
  // name: up to 31 characters, each name once.  An empty section is one of that element size.  T: no padding, so that bytes are determined.
  template <typename T>
  void add(std::string_view name, std::span<const T> items) {
    static_assert(std::is_trivially_copyable_v<T> && std::has_unique_object_representations_v<T>);
    add_bytes(name, std::as_bytes(items), sizeof(T));
  }

  // bytes: a whole number of elements.
  void add(std::string_view name, std::span<const std::byte> bytes, std::size_t element) {
    add_bytes(name, bytes, element);
  }

  // The whole file's bytes.
  std::vector<std::byte> bytes() const;
  // Writes a file beside `path` and renames it, so that who has the old one mapped keeps it.
  Result<std::uint64_t> save(const std::filesystem::path& path) const;

 private:
  void add_bytes(std::string_view name, std::span<const std::byte> bytes, std::size_t element);
  struct Part {
    std::string name;
    std::vector<std::byte> bytes;
    std::uint32_t element;
  };
  std::vector<Part> parts_;
};

class Bundle {
 public:
  // How much is read before it is trusted.  The header and table always are checked.
  enum class Check { kHeader, kAll };

  // kNotFound, kUnreadable; kBadData: no bundle, of another version, cut off, or a checksum
  // that is wrong.  Time: microseconds, with kAll about 0.1 ms a MB.
  static Result<std::shared_ptr<const Bundle>> open(const std::filesystem::path& path, Check check);
  // The same from memory; `name` stands in messages.
  static Result<std::shared_ptr<const Bundle>> from_bytes(std::string name, std::vector<std::byte> bytes,
                                                          Check check);

  // A section as it lies in the file; valid as long as the bundle.  kBadData if there is none
  // of that name or its elements have another size.
  template <typename T>
  Result<std::span<const T>> section(std::string_view name) const {
    static_assert(std::is_trivially_copyable_v<T>);
    Result<std::span<const std::byte>> bytes = find(name, sizeof(T));
    if (!bytes.ok()) return bytes.error();
    return std::span<const T>(reinterpret_cast<const T*>(bytes->data()), bytes->size() / sizeof(T));
  }
  bool has(std::string_view section) const;
  struct Section {
    std::string_view name;
    std::size_t element;
    std::span<const std::byte> bytes;
  };
  std::vector<Section> sections() const;
  bool checked() const { return checked_; }
  // The error for a section whose content makes no sense.
  Error damaged(std::string_view section) const;
  const std::string& name() const { return name_; }
  std::size_t size() const { return bytes_.size(); }

 private:
  Bundle() = default;
  std::optional<Error> read(Check check);
  std::size_t place(std::string_view name) const;   // in the table; sections_: none
  Result<std::span<const std::byte>> find(std::string_view name, std::size_t element) const;

  std::string name_;
  std::optional<MappedFile> file_;
  std::vector<std::byte> own_;
  std::span<const std::byte> bytes_;
  std::size_t sections_ = 0;
  bool checked_ = false;
};

// Of a section that is soon read all over: maps its pages at once, where the system can, in a third of the time that
// they would take one after another.
void expect_reading(std::span<const std::byte> section);

// Sets size and checksums of what may be a bundle, whatever it says: for tests that spoil one.
void seal_bundle(std::span<std::byte> bytes);

}  // namespace dragoman

#endif  // DRAGOMAN_BASE_BUNDLE_H_
