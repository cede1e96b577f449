// Part of dragoman; see LICENSE.
//
// Reading rule files and compiling them.

#include "mention/rule_set.h"

#include <algorithm>
#include <fstream>
#include <sstream>

#include <fmt/format.h>
#include <re2/re2.h>

#include "base/file.h"
#include "mention/rule_pattern.h"
#include "mention/value.h"

namespace dragoman {

RuleSet::RuleSet() = default;
RuleSet::RuleSet(RuleSet&&) noexcept = default;
RuleSet& RuleSet::operator=(RuleSet&&) noexcept = default;
RuleSet::~RuleSet() = default;

Result<RuleSet> RuleSet::parse(const std::vector<Source>& files, RuleLexicon lexicon) {
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
  for (const RuleFile& file : read) {
    for (const WordList& list : file.lists) {
      const auto bad = [&](const std::string& what) {
        return Error(ErrorCode::kBadData, fmt::format("{}:{}: {}", list.file, list.line, what));
      };
      const std::optional<Bit> bit = set.lexicon_.list_bit(list.name);
      if (!bit) return bad("too many word lists");
      if (*bit < kFirstListBit) return bad(fmt::format("\"{}\" is the name of a fact", list.name));
      world.lists.push_back(list.name);
      for (const WordList::Word& word : list.words) {
        const bool good = !word.label.empty() ? set.lexicon_.add_word(*bit, word.text, word.label)
                          : word.number       ? set.lexicon_.add_word(*bit, word.text, *word.number)
                                              : set.lexicon_.add_word(*bit, word.text);
        if (!good) {
          return bad(fmt::format("list \"{}\": \"{}\" has another value in another list",
                                 list.name, word.text));
        }
      }
    }
    for (const ShapeText& shape : file.shapes) {
      if (set.lexicon_.find_bit(shape.name) || world.shape(shape.name)) {
        return Error(ErrorCode::kBadData, fmt::format("{}:{}: the name \"{}\" is taken",
                                                      shape.file, shape.line, shape.name));
      }
      world.shapes.emplace_back(shape.name, shape.pattern);
    }
  }
  for (RuleFile& file : read) {
    for (RuleText& text : file.rules) {
      for (const Rule& other : set.rules_) {
        if (other.text.name != text.name) continue;
        return Error(ErrorCode::kBadData,
                     fmt::format("{}:{}: rule \"{}\" stands in {}:{} already", text.file,
                                 text.line, text.name, other.text.file, other.text.line));
      }
      Rule rule;
      const auto bad = [&](const Error& error) {
        return Error(ErrorCode::kBadData, fmt::format("{}:{}: rule \"{}\": {}", text.file,
                                                      text.line, text.name, error.message()));
      };
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
      rule.text = std::move(text);
      set.rules_.push_back(std::move(rule));
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
    if (set.index_.add(rule.program)) continue;
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
  std::vector<std::filesystem::path> paths;
  std::error_code error;
  const std::filesystem::path folder = options.data / "rules";
  for (const auto& entry : std::filesystem::directory_iterator(folder, error)) {
    if (entry.path().extension() == ".yaml") paths.push_back(entry.path());
  }
  if (error) {
    return Error(ErrorCode::kNotFound,
                 fmt::format("{}: {}", folder.string(), error.message()));
  }
  std::sort(paths.begin(), paths.end());
  paths.insert(paths.end(), options.rules.begin(), options.rules.end());
  std::vector<Source> sources;
  for (const std::filesystem::path& path : paths) {
    Result<std::string> content = read_file(path);
    if (!content.ok()) return content.error();
    sources.push_back({path.string(), std::move(content).value()});
  }
  const std::filesystem::path words = options.data / "gazetteer" / "common_words.txt";
  if (std::filesystem::exists(words, error)) {
    Result<std::string> content = read_file(words);
    if (!content.ok()) return content.error();
    std::istringstream lines(*content);
    for (std::string line; std::getline(lines, line);) {
      if (!line.empty() && line[0] != '#') lexicon.add_common(line);
    }
  }
  return parse(sources, std::move(lexicon));
}


}  // namespace dragoman
