// Part of dragoman; see LICENSE.
//
// Word boundaries of UAX #29, exactly as ICU's root word iterator gives them.

#ifndef DRAGOMAN_SRC_TOKEN_WORDS_H_
#define DRAGOMAN_SRC_TOKEN_WORDS_H_

#include <cstdint>
#include <string_view>
#include <vector>

namespace dragoman {

// Appends to out the boundaries in text after its start: byte offsets plus base,
// the last one text.size() + base.  text must be valid UTF-8 and must start and end
// on boundaries of the whole.  About 60 MB/s.
void icu_words(std::string_view text, std::uint32_t base, std::vector<std::uint32_t>& out);

}  // namespace dragoman

#endif  // DRAGOMAN_SRC_TOKEN_WORDS_H_
