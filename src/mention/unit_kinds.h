// Part of dragoman; see LICENSE.
//
// UnitKinds: the kinds of unit that a rule set has met, and what its rules do with each.
//
//   const std::uint32_t kind = kinds.of(unit.form, rules);
//   if (kinds[kind].start.has(rule)) ...
//   kinds.accepted(kind, rule);     // set of the rule's positions that accept such a unit
//
// Two units of the same form are the same to every rule, and a language has few forms: some
// hundreds make up nearly all of the news.  So what the predicates of all rules say of a
// form is found out once, when it is first met, as a lazy automaton does with its states
// (Aho, Sethi, Ullman: Compilers, 3.7).  Belongs to one thread; results do not depend on what
// was met before.

#ifndef DRAGOMAN_MENTION_UNIT_KINDS_H_
#define DRAGOMAN_MENTION_UNIT_KINDS_H_

#include <array>
#include <cstdint>
#include <vector>

#include "mention/feature.h"
#include "mention/rule_program.h"
#include "mention/unit.h"

namespace dragoman {

class RuleIndex;

inline constexpr std::size_t kMaxRules = 256;
inline constexpr std::size_t kMaxNeeds = 256;

// A set of rules, or of needs.
struct RuleBits {
  std::array<std::uint64_t, kMaxRules / 64> words{};

  void set(std::size_t i) { words[i / 64] |= std::uint64_t{1} << (i % 64); }
  bool has(std::size_t i) const { return (words[i / 64] >> (i % 64)) & 1; }
  RuleBits& operator|=(const RuleBits& other) {
    for (std::size_t i = 0; i < words.size(); ++i) words[i] |= other.words[i];
    return *this;
  }
  bool empty() const { return (words[0] | words[1] | words[2] | words[3]) == 0; }
  bool subset_of(const RuleBits& other) const {
    std::uint64_t left = 0;
    for (std::size_t i = 0; i < words.size(); ++i) left |= words[i] & ~other.words[i];
    return left == 0;
  }
};
static_assert(kMaxRules == 256 && kMaxNeeds == kMaxRules);

class UnitKinds {
 public:
  struct Kind {
    UnitForm form;
    Features features;
    RuleBits start;      // rules that may start at such a unit
    RuleBits single;     // ... and may end with it
    RuleBits second;     // rules whose second unit it may be
    RuleBits needs;      // needs (RuleIndex) that it meets
    bool starts = false;
  };

  // Makes it ready for the rules of `index`; forgets what it knows of others, and all if it
  // holds very many kinds.  Numbers of kinds are valid until the next call.
  void prepare(const RuleIndex& index);

  std::uint32_t of(const UnitForm& form) {
    for (std::size_t at = hash(form) & (slots_.size() - 1);; at = (at + 1) & (slots_.size() - 1)) {
      const std::uint32_t kind = slots_[at];
      if (kind == kFree) return make(form);
      if (kinds_[kind].form == form) return kind;
    }
  }
  const Kind& operator[](std::uint32_t kind) const { return kinds_[kind]; }

  // Of one rule, for the units whose kinds these are.
  AcceptedPositions accepted(std::size_t rule, const std::uint32_t* kind_of_unit) const {
    return {accepted_.data() + rule, rules_, kind_of_unit};
  }
  std::size_t size() const { return kinds_.size(); }

 private:
  static constexpr std::uint32_t kFree = ~std::uint32_t{0};
  static constexpr std::size_t kMostKinds = 1 << 13;

  static std::size_t hash(const UnitForm& form) {
    std::uint64_t x = (form.facts ^ (std::uint64_t(form.lists) << 40) ^
                       (std::uint64_t(form.regexes) << 20)) * 0x9E3779B97F4A7C15ull;
    return std::size_t(x ^ (x >> 32));
  }
  std::uint32_t make(const UnitForm& form);
  void clear();
  void grow();

  const RuleIndex* index_ = nullptr;
  std::uint64_t index_id_ = 0;
  std::size_t rules_ = 0;
  std::vector<Kind> kinds_;
  std::vector<std::uint64_t> accepted_;    // by kind, then rule
  std::vector<std::uint32_t> slots_;
  std::vector<bool> accepts_;              // by predicate; working memory
};

// What the rules of a set ask, once for all of them.
class RuleIndex {
 public:
  // Gives each set its own number, by which UnitKinds tells them apart.
  RuleIndex();

  // False if there are too many different needs.
  bool add(const RuleProgram& program);

  struct Entry {
    const RuleProgram* program;
    std::vector<std::uint16_t> predicates;   // of its positions
    std::uint64_t second = 0;                // positions that may be second
    RuleBits needs;
  };

  std::uint64_t id() const { return id_; }
  const std::vector<Entry>& rules() const { return rules_; }
  const std::vector<Predicate>& predicates() const { return predicates_; }
  const std::vector<std::uint16_t>& needs() const { return needs_; }   // predicates

  // What a form's numbers mean: the lists of each combination, the bit of each regex.
  void set_meaning(std::vector<Features> lists, std::vector<Bit> regexes);
  Features features(const UnitForm& form) const;

 private:
  std::uint16_t number(const Predicate& predicate);

  std::uint64_t id_;
  std::vector<Entry> rules_;
  std::vector<Predicate> predicates_;     // each once
  std::vector<std::uint16_t> needs_;
  std::vector<Features> lists_{Features{}};
  std::vector<Bit> regexes_;
};

}  // namespace dragoman

#endif  // DRAGOMAN_MENTION_UNIT_KINDS_H_
