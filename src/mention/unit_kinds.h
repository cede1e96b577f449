// Part of dragoman; see LICENSE.
//
// UnitKinds: the kinds of unit that a rule set has met, and what its rules do with each.
//
//   kinds.prepare(index);
//   const std::uint32_t kind = kinds.of(form);
//   kinds.rows()[kind * kinds.row_size()];   // the first 64 rules: which may start at such a unit
//   kinds.accepted(rule, units)[0];          // positions of the rule that accept units[0]
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
#include <span>
#include <vector>

#include "base/flat_map.h"
#include "mention/feature.h"
#include "mention/rule_program.h"
#include "mention/unit.h"

namespace dragoman {

class RuleIndex;

inline constexpr std::size_t kMaxRules = 256;
inline constexpr std::size_t kMaxNeeds = 256;
inline constexpr std::size_t kMaxNeedWords = kMaxNeeds / 64;

class UnitKinds {
  static constexpr std::uint32_t kFree = ~std::uint32_t{0};

 public:
  // Makes it ready for the rules of `index`; forgets what it knows of others, and all if it
  // holds very many kinds.  Numbers of kinds are valid until the next call.
  void prepare(const RuleIndex& index);

  std::uint32_t of(const UnitForm& form) {
    for (std::size_t at = hash(form) & mask_;; at = (at + 1) & mask_) {
      const Slot& slot = slots_[at];
      if (slot.form == form && slot.kind != kFree) return slot.kind;
      if (slot.kind == kFree) return make(form);
    }
  }

  // The same for UnitForm::kPlain, of which kStart may be true: most units, without a hash.
  std::uint32_t plain(std::uint32_t lists, bool start) {
    std::uint32_t& kind = plain_[2 * lists + start];
    if (kind == kFree) {
      UnitForm form;
      form.facts = UnitForm::kPlain | std::uint64_t(start) << kStart;
      form.lists = lists;
      kind = of(form);
    }
    return kind;
  }

  // The same for a comma (kComma) or a mark that ends a sentence (kStop) of which nothing else is true.
  std::uint32_t sign(Fact fact, std::uint32_t lists) {
    Sign& sign = signs_[fact == kComma];
    if (sign.kind == kFree || sign.lists != lists) {
      UnitForm form;
      form.facts = UnitForm::kSign | std::uint64_t{1} << fact;
      form.lists = lists;
      sign = {lists, of(form)};
    }
    return sign.kind;
  }

  // The kind of a word and the gender it tells, under a key of all that both hang on; describe() makes what is not kept.
  struct Word {
    std::uint64_t key = 0;
    std::uint32_t kind = kFree;
    char gender = '-';
  };
  template <typename Describe>
  const Word& word(std::uint64_t key, const Describe& describe) {
    Word& word = words_[(key * 0x9E3779B97F4A7C15ull) >> (64 - kWordBits)];
    if (word.key != key || word.kind == kFree) word = describe();
    return word;
  }

  const Features& features(std::uint32_t kind) const { return features_[kind]; }

  // Of each kind four sets side by side, rows() + kind * row_size(): the rules that may start
  // at such a unit; of those, the ones that may end with it; the rules whose second unit it may
  // be; the needs (RuleIndex) that it meets.
  const std::uint64_t* rows() const { return rows_.data(); }
  // Each of so many words: two do for up to 128 rules and needs, as those that are shipped; else four.
  std::size_t set_words() const { return set_words_; }
  std::size_t row_size() const { return 4 * set_words_; }
  static constexpr std::size_t single_at(std::size_t words) { return words; }
  static constexpr std::size_t second_at(std::size_t words) { return 2 * words; }
  static constexpr std::size_t needs_at(std::size_t words) { return 3 * words; }

  // Of each kind two sets: the rules that must not stand behind such a unit, and those that must not stand in front of it.
  const std::uint64_t* barred_behind(std::uint32_t kind) const { return barred_.data() + kind * 2 * set_words_; }
  bool barred_in_front(std::uint32_t kind, std::size_t rule) const {
    return (barred_behind(kind)[set_words_ + rule / 64] >> (rule % 64) & 1) != 0;
  }

  // Of one rule, for the units whose kinds these are.
  AcceptedPositions accepted(std::size_t rule, const Unit* units) const {
    return {accepted_.data() + rule, rules_, units};
  }

 private:
  static constexpr std::size_t kMostKinds = 1 << 13;
  static constexpr int kWordBits = 9;
  struct Slot {
    UnitForm form;
    std::uint32_t kind = kFree;
  };

  static std::size_t hash(const UnitForm& form) {
    const std::uint64_t x = form.facts * 0x9E3779B97F4A7C15ull +
                            (std::uint64_t(form.regexes) << 32 | form.lists) * 0xD6E8FEB86659FD93ull;
    return std::size_t(x >> 40);
  }
  std::uint32_t make(const UnitForm& form);
  void put(const Slot& slot);

  const RuleIndex* index_ = nullptr;
  std::uint64_t index_id_ = 0;
  std::size_t rules_ = 0, set_words_ = 0;
  std::vector<Slot> slots_;
  std::size_t mask_ = 0;                   // of slots_
  std::vector<std::uint32_t> plain_;       // by lists and kStart: the kind of a plain word
  struct Sign {
    std::uint32_t lists = 0, kind = kFree;
  };
  std::array<Sign, 2> signs_;              // kStop, kComma: the last one met
  std::array<Word, 1 << kWordBits> words_; // each in one place; a newer one takes it from an older
  std::vector<Features> features_;         // of each kind
  std::vector<std::uint64_t> rows_;
  std::vector<std::uint64_t> barred_;
  std::vector<std::uint64_t> accepted_;    // by kind, then rule
  std::vector<char> accepts_;              // by predicate; working memory
};

// What the rules of a set ask, once for all of them.
class RuleIndex {
 public:
  // Gives each set its own number, by which UnitKinds tells them apart.
  RuleIndex();

  // False if there are too many rules or different needs.  not_after, not_before: units that must not stand in front of a
  // match, or behind it.
  bool add(const RuleProgram& program, std::span<const Predicate> not_after, std::span<const Predicate> not_before);

  struct Entry {
    const RuleProgram* program;
    std::uint64_t second = 0;                // positions that may be second
  };
  using NeedSet = std::array<std::uint64_t, kMaxNeedWords>;
  // A rule that must not stand behind what the predicate accepts, or must not stand in front of it.
  struct Bar {
    std::uint16_t predicate, rule;
    bool in_front;
  };

  std::uint64_t id() const { return id_; }
  const std::vector<Entry>& rules() const { return rules_; }
  const std::vector<Predicate>& predicates() const { return predicates_; }
  const std::vector<std::uint16_t>& needs() const { return needs_; }   // predicates
  // Those that a bit may meet: no other predicate accepts a form that has this bit alone.
  const std::vector<std::uint16_t>& asking_for(Bit bit) const { return asking_[bit]; }
  const std::vector<Bar>& bars() const { return bars_; }
  const NeedSet& needs_of(std::size_t rule) const { return needs_of_[rule]; }
  // visit(rule, position) for each position that asks for a predicate.
  template <typename Visit>
  void each_use(std::size_t predicate, Visit&& visit) const {
    for (std::uint32_t use = last_use_[predicate]; use != 0; use = uses_[use - 1].before) {
      visit(std::size_t(uses_[use - 1].rule), std::size_t(uses_[use - 1].position));
    }
  }

  // What a form's numbers mean: the lists of each combination, the bit of each regex.
  void set_meaning(std::vector<Features> lists, std::vector<Bit> regexes);
  Features features(const UnitForm& form) const;
  std::size_t combinations() const { return lists_.size(); }

 private:
  std::uint16_t number(const Predicate& predicate);

  std::uint64_t id_;
  std::vector<Entry> rules_;
  std::vector<Predicate> predicates_;     // each once
  struct Use {
    std::uint16_t rule, position;
    std::uint32_t before;                 // of the same predicate: one more than its place in uses_; 0: none
  };
  std::vector<Use> uses_;
  std::vector<std::uint32_t> last_use_;   // of each predicate, as Use::before
  FlatMap<std::uint16_t> numbers_;        // of predicates, by a hash of theirs; of equal hashes the next is taken
  std::array<std::vector<std::uint16_t>, kBitCount> asking_;   // by bit: predicates that have it in `any`
  std::vector<std::uint16_t> needs_;
  std::vector<NeedSet> needs_of_;         // by rule
  std::vector<Bar> bars_;
  std::vector<Features> lists_{Features{}};
  std::vector<Bit> regexes_;
};

}  // namespace dragoman

#endif  // DRAGOMAN_MENTION_UNIT_KINDS_H_
