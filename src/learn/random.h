// Part of dragoman; see LICENSE.
//
// Random numbers of our own: the same on every machine, for the same seed.
//
//   Random random(7);
//   random.shuffle(order);

#ifndef DRAGOMAN_LEARN_RANDOM_H_
#define DRAGOMAN_LEARN_RANDOM_H_

#include <cstdint>
#include <utility>
#include <vector>

namespace dragoman {

// SplitMix64 (Steele, Lea, Flood 2014).
class Random {
 public:
  explicit Random(std::uint64_t seed) : state_(seed) {}

  std::uint64_t next() {
    std::uint64_t z = state_ += 0x9E3779B97F4A7C15ull;
    z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9ull;
    z = (z ^ (z >> 27)) * 0x94D049BB133111EBull;
    return z ^ (z >> 31);
  }
  // All of it: who sets it goes on where it was read.
  std::uint64_t& state() { return state_; }
  // [0, limit); the bias is below limit / 2^32.
  std::uint32_t below(std::uint32_t limit) { return std::uint32_t((next() >> 32) * limit >> 32); }

  template <typename T>
  void shuffle(std::vector<T>& items) {
    for (std::size_t i = items.size(); i > 1; --i) std::swap(items[i - 1], items[below(std::uint32_t(i))]);
  }

 private:
  std::uint64_t state_;
};

}  // namespace dragoman

#endif  // DRAGOMAN_LEARN_RANDOM_H_
