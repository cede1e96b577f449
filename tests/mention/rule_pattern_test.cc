// Part of dragoman; see LICENSE.
//
// What a rule file may get wrong, and the message for it.

#include "mention/rule_pattern.h"

#include <gtest/gtest.h>

#include "mention/rule_set.h"

namespace dragoman {
namespace {

const char kWords[] = "words:\n  SAY: [said, says]\nshapes:\n  Pair: Cap Cap\n  One: Cap&!SAY\n";

std::string file_with(const std::string& pattern) {
  return "- rule: r\n  about: a\n  type: PERSON\n  pattern: '" + pattern +
         "'\n  finds: [a, b]\n  ignores: [c]\n";
}

std::string error_of(const std::vector<RuleSet::Source>& files) {
  const Result<RuleSet> set = RuleSet::parse(files);
  return set.ok() ? "" : set.error().message();
}

std::string pattern_error(const std::string& pattern) {
  return error_of({{"w.yaml", kWords}, {"r.yaml", file_with(pattern)}});
}

TEST(RulePatternTest, GoodPatternsCompile) {
  for (const char* good : {"<Cap>", "SAY <Cap{1,3}>", "(A|B)? <Cap>", "<Pair>", "<One+> COMMA",
                           "OFFICE<TITLE+> <Cap>", "<\"of\"|SAY Cap>", "</\\d+mm/ WEAPON>"}) {
    const std::string error = pattern_error(good);
    if (std::string(good) == "(A|B)? <Cap>") {
      EXPECT_EQ(error, "r.yaml:1: rule \"r\": no word list, shape or fact \"A\"");
    } else {
      EXPECT_EQ(error, "") << good;
    }
  }
}

TEST(RulePatternTest, BadPatternsSayWhatIsWrong) {
  const std::pair<const char*, const char*> cases[] = {
      {"<Capp>", "no word list, shape or fact \"Capp\"; did you mean \"Cap\"?"},
      {"<Cap> SEY", "no word list, shape or fact \"SEY\"; did you mean \"SAY\"?"},
      {"PERSN<Cap>", "no mention type \"PERSN\"; did you mean \"PERSON\"?"},
      {"(<Cap>", "a \"(\" is not closed"},
      {"<Cap", "a \"<\" is not closed"},
      {"<Cap>)", "\")\" at column 6 of the pattern closes nothing"},
      {"<Cap*>", "the pattern matches an empty stretch: at least one part must be there without "
                 "? or *"},
      {"", "the pattern is empty"},
      {"Cap", "the pattern marks no mention: put < > around the part that is one"},
      {"<Cap <Cap>>", "\"<\" at column 6 of the pattern stands inside another < >"},
      {"<Cap{3,1}>", "bad count at column 9 of the pattern: expected {2}, {1,4} or {2,}"},
      {"<Cap{0}>", "bad count at column 7 of the pattern: expected {2}, {1,4} or {2,}"},
      {"<Cap{40} Cap{40}>", "the pattern has more than 64 positions; split the rule or shorten its "
                            "repetitions"},
      {"<\"of>", "a quoted word at column 2 of the pattern is not closed or empty"},
      {"</[/>", "bad regex /[/: missing ]: ["},
      {"<Cap & SAY>", "unexpected \" \" at column 7 of the pattern"},
      {"<Pair&Cap>", "shape \"Pair\" is more than one unit and cannot be joined by \"&\""},
      {"<!One>", "\"!\" before a shape that is more than a list at column 6 of the pattern"},
      {"<>", "a < > is empty"},
      {"<Cap> |", "the pattern ends where a part is expected"},
  };
  for (const auto& [pattern, message] : cases) {
    EXPECT_EQ(pattern_error(pattern), std::string("r.yaml:1: rule \"r\": ") + message) << pattern;
  }
}

TEST(RulePatternTest, AShapeThatNamesItselfIsAnError) {
  EXPECT_EQ(error_of({{"w.yaml", "shapes: {Loop: Cap Loop}\n"}, {"r.yaml", file_with("<Loop>")}}),
            "r.yaml:1: rule \"r\": shape \"Loop\" names itself");
}

TEST(RulePatternTest, BadFilesSayWhere) {
  const std::pair<const char*, const char*> cases[] = {
      {"- rule: x\n  abuot: y\n", "f.yaml:2: rule \"x\": no key \"abuot\" in a rule; did you mean "
                                  "\"about\"?"},
      {"- rule: x\n", "f.yaml:1: rule \"x\": \"about\" is missing"},
      {"- about: x\n", "f.yaml:1: expected a rule: \"- rule: name\""},
      {"just text\n", "f.yaml:1: expected a list of rules, or a map with \"words\" and \"shapes\""},
      {"wrods: {A: [b]}\n",
       "f.yaml:1: the section is \"wrods\"; expected one of words, shapes, group_words; did you mean \"words\"?"},
      {"words: {A: [\"two words\"]}\n", "f.yaml:1: list \"A\": \"two words\" is not one word"},
      {"words: {Cap: [b]}\n", "f.yaml:1: \"Cap\" is the name of a fact"},
      {"words: {A: {may: 5}, B: {may: 6}}\n",
       "f.yaml:1: list \"B\": \"may\" has another value in another list"},
      {"- rule: x\n  about: y\n  type: PERSN\n  pattern: <Cap>\n  finds: [a, b]\n  ignores: [c]\n",
       "f.yaml:3: rule \"x\": no mention type \"PERSN\"; did you mean \"PERSON\"?"},
      {"- rule: x\n  about: y\n  type: PERSON\n  pattern: <Cap>\n  finds: [a]\n  ignores: [c]\n",
       "f.yaml:5: rule \"x\": expected two sentences that it finds"},
      {"- rule: x\n  about: y\n  type: PERSON\n  pattern: <Cap>\n  finds: [a, b]\n  ignores: []\n",
       "f.yaml:6: rule \"x\": expected a sentence that it ignores"},
      {"- rule: x\n  about: y\n  type: PERSON\n  form: nominl\n  pattern: <Cap>\n  finds: [a, b]\n"
       "  ignores: [c]\n",
       "f.yaml:4: form is \"nominl\"; expected one of named, nominal, pronominal; did you mean "
       "\"nominal\"?"},
  };
  for (const auto& [content, message] : cases) {
    EXPECT_EQ(error_of({{"f.yaml", content}}), message) << content;
  }
  EXPECT_EQ(error_of({{"f.yaml", "- rule: [x\n"}}).substr(0, 20), "f.yaml:2: not YAML: ");
}

TEST(RulePatternTest, TwoRulesOfOneNameAreAnError) {
  EXPECT_EQ(error_of({{"a.yaml", file_with("<Cap>")}, {"b.yaml", file_with("<Cap>")}}),
            "b.yaml:1: rule \"r\" stands in a.yaml:1 already");
}

}  // namespace
}  // namespace dragoman
