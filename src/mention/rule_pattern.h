// Part of dragoman; see LICENSE.
//
// The pattern language of data/rules: text in, RuleProgram out.
//
//   NATIONALITY? OFFICE<TITLE+> <Cap{1,4}>
//
//   NAME            a fact (feature.h), a word list or a shape of words.yaml
//   "word"          that word, in any case
//   /regex/         RE2, on the text of a token that mixes digits and letters
//   A&B  !A         both; not
//   A|B             either; joins what stands directly left and right of it
//   ( ) ? * + {m} {m,n}
//   <...>           the part that becomes the mention; TYPE<...> gives it another type
//
// Letters mean units: one known name or title, or one token.

#ifndef DRAGOMAN_MENTION_RULE_PATTERN_H_
#define DRAGOMAN_MENTION_RULE_PATTERN_H_

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "dragoman/result.h"
#include "mention/lexicon.h"
#include "mention/rule_program.h"

namespace dragoman {

// What patterns may name besides facts.
struct PatternWorld {
  RuleLexicon* lexicon = nullptr;                                   // gives bits to quoted words
  std::vector<std::pair<std::string, std::string>> shapes;      // name, pattern
  std::vector<std::string> lists;                               // names of word lists
  std::vector<std::pair<std::string, Bit>> regexes;             // filled by the compiler

  const std::string* shape(std::string_view name) const {
    for (const auto& [key, text] : shapes) {
      if (key == name) return &text;
    }
    return nullptr;
  }
};

// Compiles a pattern.  The error's message says what and where in the pattern, without
// file and line, which the caller knows.  type: of marked parts that give none.
Result<RuleProgram> compile_pattern(std::string_view pattern, MentionType type,
                                    PatternWorld& world);

// Compiles alternatives of one unit, as of not_after.
Result<std::vector<Predicate>> compile_atoms(std::string_view atoms, PatternWorld& world);

}  // namespace dragoman

#endif  // DRAGOMAN_MENTION_RULE_PATTERN_H_
