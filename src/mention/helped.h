// Part of dragoman; see LICENSE.
//
// "Iran-backed militias": whom a state helps is not the state's own.

#ifndef DRAGOMAN_MENTION_HELPED_H_
#define DRAGOMAN_MENTION_HELPED_H_

#include <string_view>

#include "dragoman/document.h"
#include "token/word_set.h"

namespace dragoman {

// "-", or the hyphen that parts no line.
inline bool is_hyphen(const Document& document, Index token) {
  const std::string_view mark = document.slice(document.tokens.tokens[token].span());
  return mark == "-" || mark == "\u2011";
}

// Does the name that ends before token `after` only help what follows, up to `last`?  "a Saudi-led
// coalition" may pass for its leader.
inline bool only_helps(const Document& document, Index after, Index last) {
  static constexpr auto kHelped = word_set({"backed", "armed", "funded", "trained", "sponsored", "supported", "aligned", "allied",
                                           "linked", "financed", "equipped", "friendly", "affiliated", "supplied",
                                           "recognised", "recognized", "dominated", "mandated", "approved", "installed"});
  return after + 1 < last && is_hyphen(document, after) && kHelped.contains(document.tokens.tokens[after + 1].hash);
}

// "an Iranian-made drone": does the name that ends before token `after` only say whose work it is?
inline bool only_makes(const Document& document, Index after) {
  static constexpr auto kMade = word_set({"made", "built", "supplied", "designed", "produced", "manufactured", "provided", "donated", "assembled"});
  const std::vector<Token>& tokens = document.tokens.tokens;
  return after + 1 < tokens.size() && is_hyphen(document, after) && kMade.contains(tokens[after + 1].hash);
}

// "pro-Russian gunmen": does the name that begins at token `first` only say whom they side with?
inline bool sides_with(const Document& document, Index first) {
  static constexpr auto kSides = word_set({"pro", "anti"});
  return first >= 2 && is_hyphen(document, first - 1) && kSides.contains(document.tokens.tokens[first - 2].hash);
}

}  // namespace dragoman

#endif  // DRAGOMAN_MENTION_HELPED_H_
