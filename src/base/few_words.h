// Part of dragoman; see LICENSE.
//
// A few words that code asks for by name; nearly all others are told apart by their outline: length, first
// and last letter.
//
//   static constexpr FewWords kArticles = {"the", "a", "an"};
//   if (kArticles.has(word)) ...

#ifndef DRAGOMAN_BASE_FEW_WORDS_H_
#define DRAGOMAN_BASE_FEW_WORDS_H_

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace dragoman {

// Length (4 bits), first and last letter (5 bits each), as kept by who asks of one word often.
constexpr std::uint32_t word_outline(std::string_view word) {
  if (word.empty()) return 0;
  const auto letter = [](char c) { return static_cast<unsigned char>(c) & 31u; };
  return std::uint32_t(std::min<std::size_t>(word.size(), 15)) | letter(word.front()) << 4 | letter(word.back()) << 9;
}

template <std::size_t kCount>
class FewWords {
 public:
  template <typename... Words>
  constexpr FewWords(const Words&... words) : words_{std::string_view(words)...} {
    for (const std::string_view word : words_) {
      const std::uint32_t outline = word_outline(word);
      initials_[outline & 15] |= std::uint32_t{1} << (outline >> 4 & 31);
      finals_[outline & 15] |= std::uint32_t{1} << (outline >> 9 & 31);
    }
  }

  // False for nearly all words that it has not, by word_outline().
  constexpr bool may_have(std::uint32_t outline) const {
    return ((initials_[outline & 15] >> (outline >> 4 & 31)) & (finals_[outline & 15] >> (outline >> 9 & 31)) & 1) != 0;
  }
  constexpr bool has(std::string_view word) const {
    return may_have(word_outline(word)) && std::find(words_.begin(), words_.end(), word) != words_.end();
  }

 private:
  std::array<std::uint32_t, 16> initials_{}, finals_{};       // letters, by length
  std::array<std::string_view, kCount> words_;
};
template <typename... Words>
FewWords(const Words&...) -> FewWords<sizeof...(Words)>;

}  // namespace dragoman

#endif  // DRAGOMAN_BASE_FEW_WORDS_H_
