// Part of dragoman; see LICENSE.
//
// English inflection by rule; irregular forms stand in data/syntax/words.tsv.
//
//   regular_past("stop");   // "stopped"
//   regular_gerund("ally"); // "allying"

#ifndef DRAGOMAN_SYNTAX_INFLECT_H_
#define DRAGOMAN_SYNTAX_INFLECT_H_

#include <string>
#include <string_view>

namespace dragoman {

std::string regular_past(std::string_view verb);
std::string regular_gerund(std::string_view verb);
// Third person of a verb and plural of a noun follow one rule.
std::string regular_s(std::string_view word);

}  // namespace dragoman

#endif  // DRAGOMAN_SYNTAX_INFLECT_H_
