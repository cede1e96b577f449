// Part of dragoman; see LICENSE.
//
// RuleSet: all rules and word lists, compiled; finds candidates in a document.
//
//   Result<RuleSet> rules = RuleSet::load({.data = "data"});
//   RuleOutput found;
//   rules->find(text, tokens, sources, date, found);
//   for (const Candidate& c : found.candidates) use(rules->rules()[c.rule].text.name);
//
// Immutable once loaded: any number of threads may call find(), each with its own scratch.

#ifndef DRAGOMAN_MENTION_RULE_SET_H_
#define DRAGOMAN_MENTION_RULE_SET_H_

#include <array>
#include <filesystem>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "dragoman/document.h"
#include "dragoman/result.h"
#include "mention/candidate.h"
#include "mention/lexicon.h"
#include "mention/rule_file.h"
#include "mention/rule_program.h"
#include "mention/unit.h"

namespace re2 { class RE2; }

namespace dragoman {

class ValueReader;

struct Rule {
  RuleText text;
  RuleProgram program;
  std::vector<Predicate> not_after, not_before;   // any of them
};

struct RuleSetOptions {
  // Holds rules/*.yaml and gazetteer/common_words.txt; without the latter, capitals decide.
  std::filesystem::path data;
  // Further rule files of the user, read after the shipped ones.
  std::vector<std::filesystem::path> rules;
};

inline constexpr std::size_t kMaxRules = 256;

// A set of rules.
struct RuleBits {
  std::array<std::uint64_t, kMaxRules / 64> words{};

  void set(std::size_t rule) { words[rule / 64] |= std::uint64_t{1} << (rule % 64); }
  RuleBits& operator|=(const RuleBits& other) {
    for (std::size_t i = 0; i < words.size(); ++i) words[i] |= other.words[i];
    return *this;
  }
  RuleBits& operator&=(const RuleBits& other) {
    for (std::size_t i = 0; i < words.size(); ++i) words[i] &= other.words[i];
    return *this;
  }
  bool empty() const { return (words[0] | words[1] | words[2] | words[3]) == 0; }
};
static_assert(kMaxRules == 256);

// Working memory that a caller keeps between documents.
struct RuleScratch {
  std::vector<Unit> units;
  PredicateMemo memo;
  std::vector<Index> resume;                  // of a rule: where it may start again
  std::vector<Index> last_start;              // ... and the last unit where it makes sense
  std::vector<Index> last_true;               // of a predicate: the last unit it accepts
};

class RuleSet {
 public:
  // Files are read in order of their names, words before rules; rule order is file order,
  // then order in the file.  kBadData with file:line.  Time: some 10 ms.
  // lexicon: empty, or told where the names of persons are (use_names).
  static Result<RuleSet> load(const RuleSetOptions& options, RuleLexicon lexicon = {});

  // The same from memory.
  struct Source {
    std::string name;
    std::string content;
  };
  static Result<RuleSet> parse(const std::vector<Source>& files, RuleLexicon lexicon = {});

  RuleSet(RuleSet&&) noexcept;
  RuleSet& operator=(RuleSet&&) noexcept;
  ~RuleSet();

  const std::vector<Rule>& rules() const { return rules_; }
  const RuleLexicon& lexicon() const { return lexicon_; }

  // Appends the candidates of all prose sentences.  sources: what is known already, sorted
  // by first token.  date: of the document; without it, dates that are relative have no
  // value.  Cannot fail; linear time.
  void find(const Text& text, const Tokens& tokens, std::span<const UnitSource> sources,
            const std::optional<Date>& date, RuleScratch& scratch, RuleOutput& out) const;

  // One sentence of it.
  void find_in(const Text& text, const Tokens& tokens, Index sentence,
               std::span<const UnitSource> sources, const std::optional<Date>& date,
               RuleScratch& scratch, RuleOutput& out) const;

 private:
  RuleSet();
  void add_regexes(const Text& text, const Tokens& tokens, std::vector<Unit>& units) const;
  void index_rules();
  Index last_start(const RuleProgram& program, const Features& all, RuleScratch& scratch) const;
  Index last_true(std::uint16_t predicate, const Features& all, RuleScratch& scratch) const;
  void emit(std::size_t rule, const RuleMatch& match, Index start, const Text& text,
            const Tokens& tokens, Index sentence, const std::optional<Date>& date,
            std::span<const Unit> units, RuleOutput& out) const;

  RuleLexicon lexicon_;
  std::vector<Rule> rules_;
  std::vector<std::pair<std::unique_ptr<re2::RE2>, Bit>> regexes_;
  std::vector<Predicate> predicates_;    // each once
  // By feature bit: the rules that may start at a unit with it, those that one such unit may
  // satisfy alone, those that may go on at one, those whose rarest need it meets.
  std::vector<RuleBits> start_of_bit_, single_of_bit_, second_of_bit_, need_of_bit_;
  RuleBits free_;        // rules without needs
  Features start_any_, second_any_, need_any_;
  std::unique_ptr<const ValueReader> values_;
};

}  // namespace dragoman

#endif  // DRAGOMAN_MENTION_RULE_SET_H_
