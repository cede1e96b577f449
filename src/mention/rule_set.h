// Part of dragoman; see LICENSE.
//
// RuleSet: all rules and word lists, compiled; finds candidates in a document.
//
//   Result<RuleSet> rules = RuleSet::load({.data = "data"});
//   RuleOutput found;
//   rules->find({text, tokens, words, sources, date}, scratch, found);
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
#include "base/file.h"
#include "mention/candidate.h"
#include "mention/lexicon.h"
#include "mention/make_units.h"
#include "mention/rule_file.h"
#include "mention/rule_program.h"
#include "mention/unit_kinds.h"

namespace re2 { class RE2; }

namespace dragoman {

class ValueReader;

struct Rule {
  RuleText text;
  RuleProgram program;
  std::vector<Predicate> not_after, not_before;   // any of them
};

inline constexpr std::size_t kMaxRegexes = 32;

struct RuleSetOptions {
  // Holds rules/*.yaml and gazetteer/common_words.txt; without the latter, capitals decide.
  std::filesystem::path data;
};

// Working memory that a caller keeps between documents.
struct RuleScratch {
  Units units;
  UnitKinds kinds;
  std::vector<std::uint64_t> starts;          // of each unit where rules may start: which
  std::vector<Index> start_units;             // ... and which unit
  std::array<Index, kMaxRules> resume;        // of a rule: where it may start again
};

class RuleSet {
 public:
  // Files are read in order of their names, words before rules; rule order is file order,
  // then order in the file.  kBadData with file:line.  Time: some 10 ms.
  // lexicon: empty, or told where the names of persons are (use_names).
  static Result<RuleSet> load(const RuleSetOptions& options, RuleLexicon lexicon = {});

  // The same from memory.  Files from `first_overlay` on are the user's: their rules replace
  // those of the same name in its place, or remove them; their words add to lists.
  using Source = TextFile;
  static constexpr std::size_t kNoOverlay = ~std::size_t{0};
  static Result<RuleSet> parse(const std::vector<Source>& files, RuleLexicon lexicon = {},
                               std::size_t first_overlay = kNoOverlay);

  // As section "rules" of a bundle, and back: some 0.5 ms.
  void add_to(BundleWriter& bundle) const;
  static Result<RuleSet> from_bundle(const std::shared_ptr<const Bundle>& bundle);
  // See RuleLexicon.
  void forget_sources() { lexicon_.forget_sources(); }

  RuleSet(RuleSet&&) noexcept;
  RuleSet& operator=(RuleSet&&) noexcept;
  ~RuleSet();

  const std::vector<Rule>& rules() const { return rules_; }
  const RuleLexicon& lexicon() const { return lexicon_; }
  const RuleIndex& index() const { return index_; }

  // What a search looks at.  words: of all tokens, by a vocabulary made from lexicon().
  // sources: what is known already, sorted by first token.  date: of the document; without
  // it, dates that are relative have no value.
  struct Input {
    const Text& text;
    const Tokens& tokens;
    std::span<const WordFacts> words;
    std::span<const UnitSource> sources;
    const std::optional<Date>& date;
  };

  // Appends the candidates of all prose sentences.  Cannot fail; linear time.
  void find(const Input& input, RuleScratch& scratch, RuleOutput& out) const;

  // One sentence of it.
  void find_in(const Input& input, Index sentence, RuleScratch& scratch, RuleOutput& out) const;

 private:
  RuleSet();
  void add_regexes(const Input& input, RuleScratch& scratch) const;
  // kWords: UnitKinds::set_words().
  template <std::size_t kWords>
  void try_rules(const Input& input, Index sentence, RuleScratch& scratch, RuleOutput& out) const;
  void emit(std::size_t rule, const RuleMatch& match, Index start, const Input& input,
            Index sentence, const RuleScratch& scratch, RuleOutput& out) const;

  RuleLexicon lexicon_;
  std::vector<Rule> rules_;
  std::vector<std::pair<std::unique_ptr<re2::RE2>, Bit>> regexes_;
  RuleIndex index_;
  std::unique_ptr<const ValueReader> values_;
};

}  // namespace dragoman

#endif  // DRAGOMAN_MENTION_RULE_SET_H_
