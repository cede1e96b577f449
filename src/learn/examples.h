// Part of dragoman; see LICENSE.
//
// Texts with marked names, one JSON object a line:
//
//   {"id": "a1", "text": "Ana met Bo.", "entities": [{"start": 0, "end": 3, "type": "PER"}]}
//
// Offsets count code points, end exclusive.  Types: PER, ORG, LOC, MISC; others are no names.
// "named": false marks a description.  "ignore": spans that nobody should learn from.

#ifndef DRAGOMAN_LEARN_EXAMPLES_H_
#define DRAGOMAN_LEARN_EXAMPLES_H_

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "dragoman/result.h"
#include "dragoman/text.h"

namespace dragoman {

struct MarkedSpan {
  Span span;                 // bytes
  std::string type;
  bool named = true;
};

struct MarkedText {
  std::string id;
  std::string text;
  std::vector<MarkedSpan> names;
  std::vector<Span> ignore;
  // Of the whole file: does it mark names of the kind MISC?  If not, that a word is unmarked
  // does not mean that it is none.
  bool marks_other = true;
};

// kNotFound, kUnreadable, or kBadData at the first bad line: "file:line: ...".
Result<std::vector<MarkedText>> read_marked_texts(const std::filesystem::path& file);
Result<std::vector<MarkedText>> parse_marked_texts(std::string_view lines, const std::string& name);

}  // namespace dragoman

#endif  // DRAGOMAN_LEARN_EXAMPLES_H_
