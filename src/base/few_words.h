// Part of dragoman; see LICENSE.
//
// A few words that code asks for by name; nearly all others are told apart by length and first letter.
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

template <std::size_t kCount>
class FewWords {
 public:
  template <typename... Words>
  constexpr FewWords(const Words&... words) : words_{std::string_view(words)...} {
    for (const std::string_view word : words_) initials_[length(word)] |= initial(word);
  }

  constexpr bool has(std::string_view word) const {
    return (initials_[length(word)] & initial(word)) != 0 && std::find(words_.begin(), words_.end(), word) != words_.end();
  }

 private:
  static constexpr std::size_t length(std::string_view word) { return std::min<std::size_t>(word.size(), 15); }
  static constexpr std::uint32_t initial(std::string_view word) {
    return word.empty() ? 0 : std::uint32_t{1} << (static_cast<unsigned char>(word[0]) & 31);
  }

  std::array<std::uint32_t, 16> initials_{};       // by length
  std::array<std::string_view, kCount> words_;
};
template <typename... Words>
FewWords(const Words&...) -> FewWords<sizeof...(Words)>;

}  // namespace dragoman

#endif  // DRAGOMAN_BASE_FEW_WORDS_H_
