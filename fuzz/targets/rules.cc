// Part of dragoman; see LICENSE.

#include "mention/rule_set.h"

#include "mention/rule_world.h"
#include "targets.h"

namespace dragoman::fuzz {
namespace {

const char* const kWords =
    "words:\n"
    "  MONTH: {March: 3, May: 5}\n"
    "  OF: [of, from]\n"
    "shapes:\n"
    "  FullName: Initial* Cap+\n"
    "  Code: /[A-Z]+-?\\d{1,3}/\n";
const char* const kRule =
    "- rule: base\n"
    "  about: a title before a name\n"
    "  type: PERSON\n"
    "  pattern: TITLE <Cap{1,3}>\n"
    "  finds: [\"President [PERSON Ann Lee] spoke.\", \"[OFFICE x] y\"]\n"
    "  ignores: [\"It rained.\"]\n";

void check_rules(const Result<RuleSet>& rules) {
  if (!rules.ok()) {
    check_error(rules.error());
    check(rules.error().code() == ErrorCode::kBadData || rules.error().code() == ErrorCode::kLimit, "a bad rule is bad data");
    check(rules.error().message().find(".yaml:") != std::string::npos, "a bad rule says where", rules.error().message());
    return;
  }
  static const RuleWorld world;
  for (const char* text : {"On 5 March 2023 President Ann Lee of North Korea sent 1,200 shells and \u20ac3bn to Mr. Omar Smith's U.S. office.",
                           "THE MINISTER SAID: \"no\" \u2014 it was in May."}) {
    const std::string marked = world.mark(*rules, text, "");
    check(world.mark(*rules, text, "") == marked, "the same again");
    check(marked.size() >= std::string_view(text).size(), "nothing of a text is lost");
  }
}

}  // namespace

void rules(std::string_view input) {
  const std::string content(input);
  const Result<RuleFile> file = parse_rule_file("mine.yaml", content);
  if (!file.ok()) {
    check_error(file.error());
    check(file.error().message().starts_with("mine.yaml:"), "a bad file says where", file.error().message());
  }
  check_rules(RuleSet::parse({{"words.yaml", kWords}, {"mine.yaml", content}}, RuleWorld::lexicon()));
  check_rules(RuleSet::parse({{"words.yaml", kWords}, {"base.yaml", kRule}, {"mine.yaml", content}}, RuleWorld::lexicon(), 2));
}

}  // namespace dragoman::fuzz
