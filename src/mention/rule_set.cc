// Part of dragoman; see LICENSE.
//
// Reading rule files and compiling them.

#include "mention/rule_set.h"

#include <algorithm>

#include <fmt/format.h>
#include <re2/re2.h>

#include "base/file.h"
#include "mention/rule_pattern.h"
#include "mention/value.h"

namespace dragoman {
namespace {

// False if it has another value in another list.
bool add_word(RuleLexicon& lexicon, Bit list, const WordList::Word& word) {
  if (!word.label.empty()) return lexicon.add_word(list, word.text, word.label);
  return word.number ? lexicon.add_word(list, word.text, *word.number) : lexicon.add_word(list, word.text);
}

Error other_value(const WordList& list, const WordList::Word& word) {
  return Error(ErrorCode::kBadData, fmt::format("{}:{}: list \"{}\": \"{}\" has another value in another list",
                                                list.file, list.line, list.name, word.text));
}

}  // namespace

RuleSet::RuleSet() = default;
RuleSet::RuleSet(RuleSet&&) noexcept = default;
RuleSet& RuleSet::operator=(RuleSet&&) noexcept = default;
RuleSet::~RuleSet() = default;

Result<RuleSet> RuleSet::parse(const std::vector<Source>& files, RuleLexicon lexicon,
                               std::size_t first_overlay) {
  std::vector<RuleFile> read;
  for (const Source& file : files) {
    Result<RuleFile> one = parse_rule_file(file.name, file.content);
    if (!one.ok()) return one.error();
    read.push_back(std::move(one).value());
  }
  RuleSet set;
  set.lexicon_ = std::move(lexicon);
  PatternWorld world;
  world.lexicon = &set.lexicon_;
  std::vector<std::pair<const WordList*, Bit>> late;
  // Of words that came after its training the tagger of names is not told: the user's, and what says so.
  const auto told = [first_overlay](std::size_t file) { return file < first_overlay; };
  Bit shipped_end = 0;
  for (std::size_t number = 0; number < read.size(); ++number) {
    const RuleFile& file = read[number];
    for (const WordList& list : file.lists) {
      const auto bad = [&](const std::string& what) {
        return Error(ErrorCode::kBadData, fmt::format("{}:{}: {}", list.file, list.line, what));
      };
      const std::optional<Bit> bit = set.lexicon_.list_bit(list.name);
      if (!bit) return bad("too many word lists");
      if (*bit < kFirstListBit) return bad(fmt::format("\"{}\" is the name of a fact", list.name));
      world.lists.push_back(list.name);
      // Last, so that the numbers of the tagger's combinations do not depend on them.
      // The user's words in a list that is shipped are told, the user's own lists are not.
      if (!list.for_tagger || (!told(number) && *bit >= shipped_end)) {
        late.emplace_back(&list, *bit);
        continue;
      }
      for (const WordList::Word& word : list.words) {
        if (!add_word(set.lexicon_, *bit, word)) return other_value(list, word);
      }
    }
    if (told(number)) shipped_end = set.lexicon_.end_bit();
    for (const ShapeText& shape : file.shapes) {
      if (set.lexicon_.find_bit(shape.name) || world.shape(shape.name)) {
        return Error(ErrorCode::kBadData, fmt::format("{}:{}: the name \"{}\" is taken",
                                                      shape.file, shape.line, shape.name));
      }
      world.shapes.emplace_back(shape.name, shape.pattern);
    }
  }
  for (std::size_t number = 0; number < read.size(); ++number) {
    for (RuleText& text : read[number].rules) {
      const auto same = std::find_if(set.rules_.begin(), set.rules_.end(),
                                     [&text](const Rule& other) { return other.text.name == text.name; });
      const bool replaces = same != set.rules_.end() && number >= first_overlay && same->text.file != text.file;
      if (same != set.rules_.end() && !replaces) {
        return Error(ErrorCode::kBadData,
                     fmt::format("{}:{}: rule \"{}\" stands in {}:{} already", text.file,
                                 text.line, text.name, same->text.file, same->text.line));
      }
      if (text.removed) {
        if (!replaces) {
          return Error(ErrorCode::kBadData, fmt::format("{}:{}: no file before has the rule \"{}\" to remove",
                                                        text.file, text.line, text.name));
        }
        set.rules_.erase(same);
        continue;
      }
      Rule rule;
      const auto bad = [&](const Error& error) {
        return Error(ErrorCode::kBadData, fmt::format("{}:{}: rule \"{}\": {}", text.file,
                                                      text.line, text.name, error.message()));
      };
      const Bit first_bit = set.lexicon_.end_bit();
      Result<RuleProgram> program = compile_pattern(text.pattern, text.type, world);
      if (!program.ok()) return bad(program.error());
      rule.program = std::move(program).value();
      for (const auto& [atom, slot] : {std::pair(&text.not_after, &rule.not_after),
                                       std::pair(&text.not_before, &rule.not_before)}) {
        if (atom->empty()) continue;
        Result<std::vector<Predicate>> atoms = compile_atoms(*atom, world);
        if (!atoms.ok()) return bad(atoms.error());
        *slot = std::move(atoms).value();
      }
      if (!text.for_tagger || !told(number)) {
        for (Bit bit = first_bit; bit < set.lexicon_.end_bit(); ++bit) set.lexicon_.keep_from_tagger(bit);
      }
      rule.text = std::move(text);
      if (replaces) *same = std::move(rule);
      else set.rules_.push_back(std::move(rule));
    }
  }
  for (const auto& [list, bit] : late) {
    set.lexicon_.keep_from_tagger(bit);
    for (const WordList::Word& word : list->words) {
      if (!add_word(set.lexicon_, bit, word)) return other_value(*list, word);
    }
  }
  if (set.rules_.size() > kMaxRules) {
    return Error(ErrorCode::kLimit,
                 fmt::format("{} rules; at most {}", set.rules_.size(), kMaxRules));
  }

  for (const auto& [source, bit] : world.regexes) {
    set.regexes_.emplace_back(std::make_unique<re2::RE2>(source, RE2::Quiet), bit);
  }
  if (set.regexes_.size() > kMaxRegexes) {
    return Error(ErrorCode::kLimit, fmt::format("{} different regexes in rules; at most {}",
                                                set.regexes_.size(), kMaxRegexes));
  }
  if (!set.lexicon_.number_combinations(WordFacts::kListMask)) {
    return Error(ErrorCode::kLimit, fmt::format("words of rules stand in more than {} combinations of lists",
                                                WordFacts::kListMask));
  }
  for (const Rule& rule : set.rules_) {
    if (set.index_.add(rule.program, rule.not_after, rule.not_before)) continue;
    return Error(ErrorCode::kLimit, fmt::format("{}:{}: rules need more than {} different words or facts",
                                                rule.text.file, rule.text.line, kMaxNeeds));
  }
  std::vector<Bit> regex_bits;
  for (const auto& [regex, bit] : set.regexes_) regex_bits.push_back(bit);
  set.index_.set_meaning(set.lexicon_.combinations(), std::move(regex_bits));
  set.values_ = std::make_unique<const ValueReader>(set.lexicon_);
  return set;
}

Result<RuleSet> RuleSet::load(const RuleSetOptions& options, RuleLexicon lexicon) {
  const Result<std::vector<TextFile>> files = read_files(options.data / "rules", ".yaml", "data/rules");
  if (!files.ok()) return files.error();
  const std::filesystem::path words = options.data / "gazetteer" / "common_words.txt";
  std::error_code error;
  if (std::filesystem::exists(words, error)) {
    const Result<std::string> content = read_file(words);
    if (!content.ok()) return content.error();
    lexicon.add_common_list(*content);
  }
  return parse(*files, std::move(lexicon));
}

}  // namespace dragoman
