// Part of dragoman; see LICENSE.
//
// The obvious way to find names: at each token try every name, word by word.  Slow, and
// easy to believe.

#ifndef DRAGOMAN_TESTS_REFERENCE_NAIVE_GAZETTEER_H_
#define DRAGOMAN_TESTS_REFERENCE_NAIVE_GAZETTEER_H_

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "dragoman/gazetteer.h"
#include "dragoman/token.h"

namespace dragoman {

struct NaiveMatch {
  Index first, last;
  std::vector<std::size_t> names;   // all names of those tokens, in the order given
};

class NaiveGazetteer {
 public:
  explicit NaiveGazetteer(const std::vector<std::string>& names) {
    for (std::size_t n = 0; n < names.size(); ++n) {
      const Text text = *Text::from_utf8(names[n]);
      Name name{n, {}, false};
      for (const Token& token : tokenize(text).tokens) {
        if (token.has(kJoiner)) continue;
        if (name.words.empty()) name.capital = begins_high(token);
        name.words.push_back(fold(text.slice(token.span())));
      }
      if (!name.words.empty()) by_first_word_[name.words[0]].push_back(std::move(name));
    }
  }

  // All names that start at tokens[at], shortest first.
  std::vector<NaiveMatch> all_at(const Text& text, const std::vector<Token>& tokens, Index at,
                                 Index last) const {
    std::map<Index, std::vector<std::size_t>> by_end;
    const auto names = by_first_word_.find(fold(text.slice(tokens[at].span())));
    if (names == by_first_word_.end()) return {};
    // A word in lower case is asked only when some name begins with it in lower case.
    bool asked = begins_high(tokens[at]);
    for (const Name& name : names->second) asked = asked || !name.capital;
    for (const Name& name : names->second) {
      Index i = at;
      std::size_t word = 0;
      while (asked && word < name.words.size() && i < last) {
        if (i > at && tokens[i].has(kJoiner)) {
          ++i;
        } else if (fold(text.slice(tokens[i].span())) == name.words[word]) {
          ++i;
          ++word;
        } else {
          break;
        }
      }
      if (asked && word == name.words.size()) by_end[i].push_back(name.number);
    }
    std::vector<NaiveMatch> all;
    for (auto& [end, numbers] : by_end) all.push_back({at, end, std::move(numbers)});
    return all;
  }

  // The longest at each token, left to right, never overlapping.
  std::vector<NaiveMatch> find(const Text& text, const std::vector<Token>& tokens) const {
    std::vector<NaiveMatch> found;
    for (Index i = 0; i < tokens.size();) {
      std::vector<NaiveMatch> all = all_at(text, tokens, i, Index(tokens.size()));
      i = all.empty() ? i + 1 : all.back().last;
      if (!all.empty()) found.push_back(std::move(all.back()));
    }
    return found;
  }

 private:
  struct Name {
    std::size_t number;
    std::vector<std::string> words;
    bool capital;
  };
  static bool begins_high(const Token& token) {
    return token.has(kInitialCapital) || token.has(kHasDigit);
  }
  std::map<std::string, std::vector<Name>> by_first_word_;
};

}  // namespace dragoman

#endif  // DRAGOMAN_TESTS_REFERENCE_NAIVE_GAZETTEER_H_
