// Part of dragoman; see LICENSE.
//
// A few words that code asks for by name; nearly all others are told apart by their marks, in a few instructions
// wherever it is asked.
//
//   static constexpr FewWords kArticles = {"the", "a", "an"};
//   if (kArticles.has(word)) ...
//   if (kArticles.may_have(mark) && kArticles.has(word)) ...     // mark: word_mark(word), kept by who asks often

#ifndef DRAGOMAN_BASE_FEW_WORDS_H_
#define DRAGOMAN_BASE_FEW_WORDS_H_

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>

namespace dragoman {

constexpr std::uint32_t word_mark(std::string_view word) {
  std::uint32_t mark = 0x811C9DC5u;
  for (const char c : word) mark = (mark ^ static_cast<unsigned char>(c)) * 0x01000193u;
  return mark ^ mark >> 15;
}

// A word of the code with its mark.
struct MarkedWord {
  consteval MarkedWord(const char* word) : text(word), mark(word_mark(text)) {}
  std::string_view text;
  std::uint32_t mark;
};

bool is_among(std::string_view word, std::span<const std::string_view> words);
// The word in small letters, ASCII alone; it lies in `room`, which is no shorter.
std::string_view lowered(std::string_view word, std::span<char> room);
// The place of a mark among others; their number if it is not there.
std::size_t place_of(std::uint32_t mark, std::span<const std::uint32_t> marks);

template <std::size_t kCount>
class FewWords {
 public:
  template <typename... Words>
  constexpr FewWords(const Words&... words) : words_{std::string_view(words)...} {
    for (std::size_t i = 0; i < kCount; ++i) {
      marks_[i] = word_mark(words_[i]);
      low_ |= std::uint64_t{1} << (marks_[i] & 63);
      high_ |= std::uint64_t{1} << (marks_[i] >> 6 & 63);
    }
  }

  // False for nearly all words that it has not: two shifts of two constants.
  constexpr bool may_have(std::uint32_t mark) const { return (low_ >> (mark & 63) & high_ >> (mark >> 6 & 63) & 1) != 0; }
  bool has(std::string_view word) const { return is_among(word, words_); }
  // The same for a word as it stands in a text, "down", "Down" or "DOWN"; the words here are in small letters.
  bool has_in_any_case(std::string_view word) const {
    if (word.empty() || static_cast<unsigned char>(word[0] - 'A') >= 26) return has(word);
    std::array<char, 16> small;
    return word.size() <= small.size() && has(lowered(word, small));
  }
  std::span<const std::string_view, kCount> words() const { return words_; }
  std::span<const std::uint32_t, kCount> marks() const { return marks_; }   // of the words

 private:
  std::uint64_t low_ = 0, high_ = 0;            // bits: parts of the marks
  std::array<std::uint32_t, kCount> marks_{};
  std::array<std::string_view, kCount> words_;
};
template <typename... Words>
FewWords(const Words&...) -> FewWords<sizeof...(Words)>;

}  // namespace dragoman

#endif  // DRAGOMAN_BASE_FEW_WORDS_H_
