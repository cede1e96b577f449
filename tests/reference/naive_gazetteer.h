// Part of dragoman; see LICENSE.
//
// The obvious way to find names: at each token try every name, word by word, and keep the
// longest.  Slow, and easy to believe.

#ifndef DRAGOMAN_TESTS_REFERENCE_NAIVE_GAZETTEER_H_
#define DRAGOMAN_TESTS_REFERENCE_NAIVE_GAZETTEER_H_

#include <string>
#include <vector>

#include "dragoman/gazetteer.h"
#include "dragoman/token.h"

namespace dragoman {

struct NaiveMatch {
  Index first, last;
  std::vector<std::size_t> names;   // all names of those tokens, in the order given
};

inline std::vector<std::string> naive_words(const std::string& text) {
  const Text parsed = *Text::from_utf8(text);
  std::vector<std::string> words;
  for (const Token& token : tokenize(parsed).tokens) {
    if (!token.has(kJoiner)) words.push_back(fold(parsed.slice(token.span())));
  }
  return words;
}

inline bool begins_with_capital(const std::string& name) {
  return (name.front() >= 'A' && name.front() <= 'Z') || name.front() == '\xC3';
}

// At a word without a capital only those names are looked for of which some begin so.
inline bool starts_here(const std::vector<std::string>& names,
                        const std::vector<std::vector<std::string>>& words,
                        const std::vector<std::string>& name, const Token& token) {
  if (token.has(kInitialCapital) || token.has(kHasDigit)) return true;
  for (std::size_t n = 0; n < names.size(); ++n) {
    if (!begins_with_capital(names[n]) && !words[n].empty() && words[n][0] == name[0]) return true;
  }
  return false;
}

inline std::vector<NaiveMatch> naive_find(const std::vector<std::string>& names, const Text& text,
                                          const Tokens& tokens) {
  std::vector<std::vector<std::string>> words;
  for (const std::string& name : names) words.push_back(naive_words(name));
  std::vector<NaiveMatch> found;
  for (Index i = 0; i < tokens.tokens.size();) {
    NaiveMatch best{i, i, {}};
    for (std::size_t n = 0; n < names.size(); ++n) {
      if (words[n].empty() || !starts_here(names, words, words[n], tokens.tokens[i])) continue;
      Index at = i;
      std::size_t word = 0;
      while (word < words[n].size() && at < tokens.tokens.size()) {
        if (at > i && tokens.tokens[at].has(kJoiner)) {
          ++at;
        } else if (fold(text.slice(tokens.tokens[at].span())) == words[n][word]) {
          ++at;
          ++word;
        } else {
          break;
        }
      }
      if (word < words[n].size()) continue;
      if (at > best.last) best = {i, at, {}};
      if (at == best.last) best.names.push_back(n);
    }
    if (best.last > i) found.push_back(best);
    i = best.last > i ? best.last : i + 1;
  }
  return found;
}

}  // namespace dragoman

#endif  // DRAGOMAN_TESTS_REFERENCE_NAIVE_GAZETTEER_H_
