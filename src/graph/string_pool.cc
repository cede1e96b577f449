// Part of dragoman; see LICENSE.
//
// Open addressing over entry numbers.  An entry keeps 32 bits of its hash, so growing
// touches no string and a miss seldom compares one.

#include "graph/string_pool.h"

#include <cstring>
#include <functional>

namespace dragoman {
namespace {

constexpr std::size_t kChunk = std::size_t{1} << 18;

std::uint32_t hash_of(std::string_view text) {
  const std::uint64_t hash = std::hash<std::string_view>()(text);
  return std::uint32_t(hash ^ (hash >> 32));
}

}  // namespace

std::size_t StringPool::locate(std::string_view text, std::uint32_t hash) const {
  const std::size_t mask = slots_.size() - 1;
  std::size_t at = hash & mask;
  for (; slots_[at] != kFree; at = (at + 1) & mask) {
    const Entry& entry = entries_[slots_[at]];
    if (entry.hash == hash && std::string_view(entry.data, entry.size) == text) break;
  }
  return at;
}

std::optional<StringId> StringPool::find(std::string_view text) const {
  const std::uint32_t id = slots_[locate(text, hash_of(text))];
  if (id == kFree) return std::nullopt;
  return id;
}

StringId StringPool::intern(std::string_view text) {
  const std::uint32_t hash = hash_of(text);
  std::size_t at = locate(text, hash);
  if (slots_[at] != kFree) return slots_[at];
  if ((entries_.size() + 1) * 3 > slots_.size() * 2) {
    grow();
    at = locate(text, hash);
  }
  entries_.push_back({store(text), std::uint32_t(text.size()), hash});
  return slots_[at] = std::uint32_t(entries_.size() - 1);
}

const char* StringPool::store(std::string_view text) {
  if (text.empty()) return "";
  if (text.size() > room_) {
    const std::size_t size = text.size() > kChunk / 8 ? text.size() : kChunk;
    chunks_.push_back(std::make_unique<char[]>(size));
    chunk_bytes_ += size;
    if (size == text.size()) {   // a long one has its own; the open chunk stays open
      std::memcpy(chunks_.back().get(), text.data(), text.size());
      return chunks_.back().get();
    }
    free_ = chunks_.back().get();
    room_ = size;
  }
  char* at = free_;
  std::memcpy(at, text.data(), text.size());
  free_ += text.size();
  room_ -= text.size();
  return at;
}

void StringPool::grow() {
  slots_.assign(slots_.size() * 2, kFree);
  const std::size_t mask = slots_.size() - 1;
  for (std::uint32_t id = 0; id < entries_.size(); ++id) {
    std::size_t at = entries_[id].hash & mask;
    while (slots_[at] != kFree) at = (at + 1) & mask;
    slots_[at] = id;
  }
}

}  // namespace dragoman
