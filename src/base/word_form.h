// Part of dragoman; see LICENSE.
//
// The form of a word as learned models ask for it: its shape and its ends, from its bytes.
//
//   word_shape("Jong-un");              // capital, small letters, hyphen, small letters
//   WordEnds<4>("minister").suffix(3);  // the number of "ter"

#ifndef DRAGOMAN_BASE_WORD_FORM_H_
#define DRAGOMAN_BASE_WORD_FORM_H_

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace dragoman {

namespace detail {

struct ByteForms {
  std::array<std::uint8_t, 256> cls{}, small{};   // class of shape; ASCII capitals made small
};
inline constexpr ByteForms kByteForms = [] {
  ByteForms forms;
  for (unsigned b = 0; b < 256; ++b) {
    const bool capital = b >= 'A' && b <= 'Z';
    forms.cls[b] = std::uint8_t(b >= 'a' && b <= 'z' ? 1 : capital ? 2 : b >= '0' && b <= '9' ? 3
                                : b >= 0x80 ? 4 : b == '.' ? 5 : b == '-' ? 6 : 7);
    forms.small[b] = std::uint8_t(capital ? b + 32 : b);
  }
  return forms;
}();

}  // namespace detail

// The first and the last one to kMost bytes of a word as numbers; ASCII capitals count as small
// letters, and a word shorter than asked for is itself.
template <std::size_t kMost>
class WordEnds {
 public:
  static_assert(kMost <= 7);
  explicit WordEnds(std::string_view bytes) : size_(std::min(bytes.size(), kMost)) {
    for (std::size_t i = 0; i < size_; ++i) {
      first_ = first_ << 8 | small(bytes[i]);
      last_ |= small(bytes[bytes.size() - 1 - i]) << (8 * i);
    }
  }
  std::uint64_t prefix(std::size_t n) const {
    n = std::min(n, size_);
    return std::uint64_t(n) << (8 * n) | first_ >> (8 * (size_ - n));
  }
  std::uint64_t suffix(std::size_t n) const {
    n = std::min(n, size_);
    return std::uint64_t(n) << (8 * n) | (last_ & ((1ull << (8 * n)) - 1));
  }

 private:
  static std::uint64_t small(char c) { return detail::kByteForms.small[std::uint8_t(c)]; }
  std::uint64_t first_ = 0, last_ = 0;
  std::size_t size_;
};

// Aa, AA, a, A., 9, Aa-Aa: each byte by its class, of a run the first two.
inline std::uint32_t word_shape(std::string_view bytes) {
  std::uint32_t shape = 1, before = 0, before2 = 0;
  for (const char c : bytes) {
    const std::uint32_t cls = detail::kByteForms.cls[std::uint8_t(c)];
    if (cls == before && cls == before2) continue;
    if (shape >= 1u << 28) break;
    shape = shape * 8 + cls;
    before2 = before;
    before = cls;
  }
  return shape;
}

}  // namespace dragoman

#endif  // DRAGOMAN_BASE_WORD_FORM_H_
