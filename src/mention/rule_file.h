// Part of dragoman; see LICENSE.
//
// Rule files: data/rules/*.yaml as they are written.
//
// A file whose root is a list holds rules:
//
//   - rule: person_titled
//     about: A title before a name.
//     type: PERSON
//     pattern: OFFICE<TITLE+> <Cap{1,4}>
//     finds: ["[OFFICE President] [PERSON Vladimir Putin] spoke.", ...]     # two or more
//     ignores: ["The president spoke."]                                     # one or more
//     form: nominal        # or named (default), pronominal
//     stands_for: country  # what a nominal or pronoun can mean; see NominalKind
//     number: plural
//     gender: f            # or m, n; default: what titles and given names say
//     value: date          # or amount
//     not_after: HYPHEN    # no match if such a unit stands before it
//     not_before: HYPHEN   # ... or after it
//
// A file of the user may replace a rule by one of the same name, and remove one:
//
//   - rule: person_titled
//     removed: true
//
// A file whose root is a map holds `words:` (list name -> words, or word -> value) and
// `shapes:` (name -> pattern).  Lists under `group_words:` are the same, but the name tagger does
// not ask for them (lexicon.h).

#ifndef DRAGOMAN_MENTION_RULE_FILE_H_
#define DRAGOMAN_MENTION_RULE_FILE_H_

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "dragoman/mention.h"
#include "dragoman/result.h"
#include "mention/candidate.h"

namespace dragoman {

enum class ValueKind : std::uint8_t { kNone, kDate, kAmount };

struct RuleText {
  std::string name;
  std::string about;
  std::string file;
  std::uint32_t line = 0;
  MentionType type = MentionType::kPerson;
  std::string pattern;
  std::string not_after, not_before;   // atoms, or empty
  MentionForm form = MentionForm::kNamed;
  NominalKind nominal = NominalKind::kNone;
  bool plural = false;
  char gender = '-';
  ValueKind value = ValueKind::kNone;
  bool for_tagger = true;              // may the name tagger ask for the words that it quotes?
  bool removed = false;                // takes a rule of an earlier file away; all else is empty
  std::vector<std::string> finds;
  std::vector<std::string> ignores;
};

struct WordList {
  std::string name;
  std::string file;
  std::uint32_t line = 0;
  struct Word {
    std::string text;
    std::optional<std::int32_t> number;
    std::string label;
  };
  std::vector<Word> words;
  bool for_tagger = true;              // may the name tagger ask for it?
};

struct ShapeText {
  std::string name;
  std::string pattern;
  std::string file;
  std::uint32_t line = 0;
};

struct RuleFile {
  std::vector<RuleText> rules;
  std::vector<WordList> lists;
  std::vector<ShapeText> shapes;
};

// Reads one file's content; `name` stands in messages.  kBadData: "name:line: what".
Result<RuleFile> parse_rule_file(std::string_view name, const std::string& content);

}  // namespace dragoman

#endif  // DRAGOMAN_MENTION_RULE_FILE_H_
