// Part of dragoman; see LICENSE.
//
// Equal strings stored once and known by a 32-bit number, in order of arrival.  Bytes live
// in chunks that never move, so views last as long as the pool.  16 bytes a string and
// about 6 for its hash slot, beside its bytes.

#ifndef DRAGOMAN_GRAPH_STRING_POOL_H_
#define DRAGOMAN_GRAPH_STRING_POOL_H_

#include <cstdint>
#include <memory>
#include <optional>
#include <string_view>
#include <vector>

namespace dragoman {

using StringId = std::uint32_t;

class StringPool {
 public:
  StringPool() : slots_(64, kFree) {}

  StringId intern(std::string_view text);
  std::optional<StringId> find(std::string_view text) const;
  std::string_view operator[](StringId id) const { return {entries_[id].data, entries_[id].size}; }
  std::size_t bytes() const {
    return entries_.capacity() * sizeof(Entry) + slots_.capacity() * sizeof(std::uint32_t) + chunk_bytes_;
  }
  std::uint32_t size() const { return std::uint32_t(entries_.size()); }

 private:
  static constexpr std::uint32_t kFree = ~std::uint32_t{0};
  struct Entry {
    const char* data;
    std::uint32_t size;
    std::uint32_t hash;
  };

  std::size_t locate(std::string_view text, std::uint32_t hash) const;
  const char* store(std::string_view text);
  void grow();

  std::vector<Entry> entries_;
  std::vector<std::uint32_t> slots_;                 // power of two, at most 2/3 full
  std::vector<std::unique_ptr<char[]>> chunks_;
  char* free_ = nullptr;                             // in the last chunk
  std::size_t room_ = 0;
  std::size_t chunk_bytes_ = 0;
};

}  // namespace dragoman

#endif  // DRAGOMAN_GRAPH_STRING_POOL_H_
