// Part of dragoman; see LICENSE.
//
// Equal strings stored once and known by a 32-bit number, in order of arrival.  Bytes live
// in chunks that never move, so views last as long as the pool.  12 bytes a string and
// 12 to 24 for its hash slot, beside its bytes.
//
// A large pool lies outside the caches, so a string that stands alone waits three times:
// for its slot, for its place, for its bytes.  Many at once wait together.

#ifndef DRAGOMAN_GRAPH_STRING_POOL_H_
#define DRAGOMAN_GRAPH_STRING_POOL_H_

#include <cstdint>
#include <cstring>
#include <memory>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

namespace dragoman {

using StringId = std::uint32_t;

class StringPool {
 public:
  StringPool() : slots_(64) {}

  StringId intern(std::string_view text);
  // The same for each, some three times as fast.
  std::vector<StringId> intern(std::span<const std::string_view> texts);
  std::optional<StringId> find(std::string_view text) const;
  std::string_view operator[](StringId id) const {
    std::uint32_t size;
    std::memcpy(&size, entries_[id], sizeof size);
    return {entries_[id] + sizeof size, size};
  }
  std::size_t bytes() const {
    return entries_.capacity() * sizeof(const char*) + slots_.capacity() * sizeof(Slot) + chunk_bytes_;
  }
  std::uint32_t size() const { return std::uint32_t(entries_.size()); }

 private:
  static constexpr std::uint32_t kFree = ~std::uint32_t{0};
  struct Slot {
    StringId id = kFree;
    std::uint32_t hash = 0;
  };

  std::size_t locate(std::string_view text, std::uint32_t hash) const;
  StringId intern(std::string_view text, std::uint32_t hash);
  const char* store(std::string_view text);
  char* take(std::size_t size);
  // Until there is room for that many more.
  void grow(std::size_t more);

  std::vector<const char*> entries_;                 // the size in four bytes, then the bytes
  std::vector<Slot> slots_;                          // power of two, at most 2/3 full
  std::vector<std::unique_ptr<char[]>> chunks_;
  char* free_ = nullptr;                             // in the last chunk
  std::size_t room_ = 0;
  std::size_t chunk_bytes_ = 0;
};

}  // namespace dragoman

#endif  // DRAGOMAN_GRAPH_STRING_POOL_H_
