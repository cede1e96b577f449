// Part of dragoman; see LICENSE.
//
// Words by which a page's furniture is told from its news.

#ifndef DRAGOMAN_SRC_TEXT_LINE_WORDS_H_
#define DRAGOMAN_SRC_TEXT_LINE_WORDS_H_

#include <cstdint>
#include <string_view>

namespace dragoman {

// Facts about one word, by its lower-case form.
enum LineWord : std::uint32_t {
  kFunctionWord = 1 << 0,  // the of to in: words that sentences have and labels lack
  kSection = 1 << 1,       // World, Politics, Opinion: names of parts of a site
  kUiVerb = 1 << 2,        // click, subscribe: hardly used but by pages
  kUiOrder = 1 << 3,       // see, read, get: orders when they begin a sentence
  kUiNoun = 1 << 4,        // newsletter, cookies, browser
  kPageNoun = 1 << 5,      // story, article, page: of the page after "this"
  kPointing = 1 << 6,      // here, below, above
  kYou = 1 << 7,
  kReporting = 1 << 8,     // said, told, according: a newsroom speaks
  kMonthWord = 1 << 9,
  kTagLabel = 1 << 10,     // "Tags:", "Topics:"
  kLabelOnly = 1 << 11,    // Advertisement, Menu: a label when nearly alone
};

// What may still make page furniture of a line that ends as sentences do, or news.
inline constexpr std::uint32_t kCue = kUiVerb | kUiOrder | kUiNoun | kPageNoun | kPointing | kYou | kReporting;

// False for nearly all words without a fact of kCue, by their first letters and length; never
// for one that has.
bool may_be_cue(const char* word, std::size_t length);

// Key of a word of any length: its letters in lower case.
std::uint64_t line_word_key(const char* word, std::size_t length);

// The facts, or 0.
std::uint32_t line_word(std::uint64_t key);

// Do the two words, one after the other at a line's start, make a page's phrase?
// "sign up", "most read".
bool page_phrase(std::uint64_t first, std::uint64_t second);

}  // namespace dragoman

#endif  // DRAGOMAN_SRC_TEXT_LINE_WORDS_H_
