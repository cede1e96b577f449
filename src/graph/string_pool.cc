// Part of dragoman; see LICENSE.
//
// Open addressing.  A slot keeps the hash beside the number, so growing touches no string
// and a miss seldom compares one.

#include "graph/string_pool.h"

#include <functional>
#include <utility>

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
  for (; slots_[at].id != kFree; at = (at + 1) & mask) {
    if (slots_[at].hash == hash && (*this)[slots_[at].id] == text) break;
  }
  return at;
}

std::optional<StringId> StringPool::find(std::string_view text) const {
  const StringId id = slots_[locate(text, hash_of(text))].id;
  if (id == kFree) return std::nullopt;
  return id;
}

StringId StringPool::intern(std::string_view text, std::uint32_t hash) {
  Slot& slot = slots_[locate(text, hash)];
  if (slot.id == kFree) {
    entries_.push_back(store(text));
    slot = {std::uint32_t(entries_.size() - 1), hash};
  }
  return slot.id;
}

StringId StringPool::intern(std::string_view text) {
  grow(1);
  return intern(text, hash_of(text));
}

// Each pass asks for the memory that the next one reads.
std::vector<StringId> StringPool::intern(std::span<const std::string_view> texts) {
  grow(texts.size());
  const std::size_t mask = slots_.size() - 1;
  std::vector<std::uint32_t> hashes(texts.size());
  for (std::size_t i = 0; i < texts.size(); ++i) {
    hashes[i] = hash_of(texts[i]);
    __builtin_prefetch(&slots_[hashes[i] & mask]);
  }
  std::vector<StringId> likely(texts.size(), kFree);
  for (std::size_t i = 0; i < texts.size(); ++i) {
    std::size_t at = hashes[i] & mask;
    while (slots_[at].id != kFree && slots_[at].hash != hashes[i]) at = (at + 1) & mask;
    likely[i] = slots_[at].id;
    if (likely[i] != kFree) __builtin_prefetch(&entries_[likely[i]]);
  }
  for (const StringId id : likely) {
    if (id != kFree) __builtin_prefetch(entries_[id]);
  }
  std::vector<StringId> ids(texts.size());
  for (std::size_t i = 0; i < texts.size(); ++i) ids[i] = intern(texts[i], hashes[i]);
  return ids;
}

const char* StringPool::store(std::string_view text) {
  const std::uint32_t size = std::uint32_t(text.size());
  char* at = take(sizeof size + text.size());
  std::memcpy(at, &size, sizeof size);
  if (size != 0) std::memcpy(at + sizeof size, text.data(), size);
  return at;
}

char* StringPool::take(std::size_t size) {
  if (size > room_) {
    const bool alone = size > kChunk / 8;   // a long one has its own; the open chunk stays open
    chunks_.push_back(std::make_unique<char[]>(alone ? size : kChunk));
    chunk_bytes_ += alone ? size : kChunk;
    if (alone) return chunks_.back().get();
    free_ = chunks_.back().get();
    room_ = kChunk;
  }
  room_ -= size;
  return std::exchange(free_, free_ + size);
}

void StringPool::grow(std::size_t more) {
  std::size_t size = slots_.size();
  while ((entries_.size() + more) * 3 > size * 2) size *= 2;
  if (size == slots_.size()) return;
  std::vector<Slot> slots(size);
  for (const Slot& slot : slots_) {
    if (slot.id == kFree) continue;
    std::size_t at = slot.hash & (size - 1);
    while (slots[at].id != kFree) at = (at + 1) & (size - 1);
    slots[at] = slot;
  }
  slots_ = std::move(slots);
}

}  // namespace dragoman
