// Part of dragoman; see LICENSE.
//
// Trees are learned from sentences without datelines; with one, the place becomes the subject.

#include "syntax/sentence_trees.h"

#include <algorithm>

namespace dragoman {
namespace {

constexpr Index kLongestDateline = 16;

}  // namespace

Index behind_dateline(const Document& document, const Sentence& sentence) {
  const std::vector<Token>& tokens = document.tokens.tokens;
  if (!tokens[sentence.first].has(kAllCapitals) || sentence.caps) return sentence.first;
  const Index end = std::min(sentence.last, sentence.first + kLongestDateline);
  bool bracket = false;
  for (Index i = sentence.first + 1; i + 1 < end; ++i) {
    const std::string_view bytes = document.text.slice(tokens[i].span());
    if (bytes == "(") bracket = true;
    // "SOFIA (BTA - 3rd May) Poland's": the bracket ends it where no dash stands behind.
    if (bytes == ")" && bracket) {
      bracket = false;
      const std::string_view next = document.text.slice(tokens[i + 1].span());
      if (tokens[i + 1].has(kInitialCapital) && next.front() != '-') return i + 1;
    }
    if (bracket) continue;
    const bool dash = bytes == "-" || bytes == "--" || bytes == "\xE2\x80\x93" || bytes == "\xE2\x80\x94";
    // A hyphen between two words joins them.
    if (dash && tokens[i].has(kSpaceBefore) && tokens[i + 1].has(kSpaceBefore)) return i + 1;
  }
  return sentence.first;
}

}  // namespace dragoman
