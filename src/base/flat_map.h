// Part of dragoman; see LICENSE.
//
// A map from 64-bit hashes to small values: open addressing, linear probing, power-of-two
// size, at most half full.  The keys are hashes already, so they are not hashed again; zero
// is a legal key.  Kept between documents with clear(), which costs only what was used; an empty
// one has no memory.

#ifndef DRAGOMAN_BASE_FLAT_MAP_H_
#define DRAGOMAN_BASE_FLAT_MAP_H_

#include <algorithm>
#include <bit>
#include <cstdint>
#include <vector>

namespace dragoman {

// An index as a key.
constexpr std::uint64_t index_key(std::uint32_t index) {
  return (std::uint64_t{index} + 1) * 0x9E3779B97F4A7C15ull;
}

template <typename Value>
class FlatMap {
 public:
  std::size_t size() const { return used_.size(); }

  // Makes room for `count` keys in all, so that adding them moves nothing.
  void reserve(std::size_t count) {
    if (slots_.size() < count * 2) grow(std::max(kSmallest, std::bit_ceil(count * 2)));
    used_.reserve(count);
  }

  void clear() {
    for (std::uint32_t slot : used_) slots_[slot] = Slot{};
    used_.clear();
  }

  // visit(key, value) for each, in the order in which keys were added.
  template <typename Visit>
  void each(Visit&& visit) const {
    for (std::uint32_t slot : used_) visit(slots_[slot].key, slots_[slot].value);
  }

  // The value of a key, or nullptr.  Valid until the next insertion.
  Value* find(std::uint64_t key) {
    if (used_.empty()) return nullptr;
    Slot& slot = slots_[locate(key)];
    return slot.taken ? &slot.value : nullptr;
  }
  const Value* find(std::uint64_t key) const { return const_cast<FlatMap*>(this)->find(key); }

  // The value of a key, made from Value() if there is none yet.
  Value& operator[](std::uint64_t key) {
    if (slots_.empty()) grow(kSmallest);
    std::size_t at = locate(key);
    if (!slots_[at].taken) {
      if (used_.size() * 2 >= slots_.size()) {
        grow(slots_.size() * 2);
        at = locate(key);
      }
      slots_[at].key = key;
      slots_[at].taken = true;
      used_.push_back(std::uint32_t(at));
    }
    return slots_[at].value;
  }

 private:
  static constexpr std::size_t kSmallest = 64;
  struct Slot {
    std::uint64_t key = 0;
    Value value = Value();
    bool taken = false;
  };

  std::size_t locate(std::uint64_t key) const {
    const std::size_t mask = slots_.size() - 1;
    std::size_t at = (key ^ (key >> 32)) & mask;
    while (slots_[at].taken && slots_[at].key != key) at = (at + 1) & mask;
    return at;
  }

  void grow(std::size_t size) {
    std::vector<Slot> old(size);
    old.swap(slots_);
    std::vector<std::uint32_t> moved;
    moved.reserve(used_.size() + 1);
    for (std::uint32_t from : used_) {
      const std::size_t to = locate(old[from].key);
      slots_[to] = std::move(old[from]);
      moved.push_back(std::uint32_t(to));
    }
    used_.swap(moved);
  }

  std::vector<Slot> slots_;
  std::vector<std::uint32_t> used_;   // in order of insertion
};

}  // namespace dragoman

#endif  // DRAGOMAN_BASE_FLAT_MAP_H_
