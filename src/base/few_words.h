// Part of dragoman; see LICENSE.
//
// A few words that code asks for by name; nearly all others are told apart by their outline, twelve bits of
// length, first, middle and last letter.  There are hundreds of such lists, and most tests fail: a test is two
// shifts of two constants, and what compares letters stands once, elsewhere, so that the code that asks stays small.
//
//   static constexpr FewWords kArticles = {"the", "a", "an"};
//   if (kArticles.has(word)) ...

#ifndef DRAGOMAN_BASE_FEW_WORDS_H_
#define DRAGOMAN_BASE_FEW_WORDS_H_

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>

namespace dragoman {

// As kept by who asks of one word often: two numbers of six bits.
constexpr std::uint32_t word_outline(std::string_view word) {
  if (word.empty()) return 0;
  const auto letter = [&](std::size_t i) { return std::uint32_t(static_cast<unsigned char>(word[i])); };
  const std::uint32_t shape = std::uint32_t(word.size()) ^ letter(0) << 8 ^ letter(word.size() / 2) << 16 ^ letter(word.size() - 1) << 24;
  return shape * 0x9E3779B1u >> 20;
}

bool is_among(std::string_view word, std::span<const std::string_view> words);

template <std::size_t kCount>
class FewWords {
 public:
  template <typename... Words>
  constexpr FewWords(const Words&... words) : words_{std::string_view(words)...} {
    for (const std::string_view word : words_) {
      low_ |= std::uint64_t{1} << (word_outline(word) & 63);
      high_ |= std::uint64_t{1} << (word_outline(word) >> 6);
    }
  }

  // False for nearly all words that it has not, by word_outline().
  constexpr bool may_have(std::uint32_t outline) const { return (low_ >> (outline & 63) & high_ >> (outline >> 6 & 63) & 1) != 0; }
  bool has(std::string_view word) const { return may_have(word_outline(word)) && is_among(word, words_); }
  constexpr std::span<const std::string_view> words() const { return words_; }

 private:
  std::uint64_t low_ = 0, high_ = 0;            // bits: halves of the outlines
  std::array<std::string_view, kCount> words_;
};
template <typename... Words>
FewWords(const Words&...) -> FewWords<sizeof...(Words)>;

}  // namespace dragoman

#endif  // DRAGOMAN_BASE_FEW_WORDS_H_
