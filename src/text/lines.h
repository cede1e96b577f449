// Part of dragoman; see LICENSE.
//
// Finding the lines of a text and judging what each is.

#ifndef DRAGOMAN_SRC_TEXT_LINES_H_
#define DRAGOMAN_SRC_TEXT_LINES_H_

#include <string_view>
#include <vector>

#include "dragoman/text.h"

namespace dragoman {

// Cuts valid UTF-8 at LF, CR LF, CR, U+0085, U+2028 and U+2029.  Every kind is
// kProse or kEmpty.  A text that ends in a break has no further, empty line.
std::vector<Line> split_lines(std::string_view text);

// Judges each line by its own form and by its neighbours.
void classify_lines(std::string_view text, std::vector<Line>& lines);

}  // namespace dragoman

#endif  // DRAGOMAN_SRC_TEXT_LINES_H_
