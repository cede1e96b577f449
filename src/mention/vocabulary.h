// Part of dragoman; see LICENSE.
//
// Vocabulary: what single words say about themselves, in one table.
//
//   std::vector<WordFacts> words;
//   vocabulary.read(tokens, words);               // one look-up a token, for the whole stage
//   if (words[i].starts_name(token)) match = gazetteer.longest_at(tokens, i, last);
//
// Word lists of the rules, names of persons, common words, and the first words of the
// gazetteer's names and of titles are kept apart where they are loaded (lexicon.h,
// person_names.h, token_trie.h), which would cost a look-up in each.  Here each word stands
// once, with 32 bits.  Immutable once built.

#ifndef DRAGOMAN_MENTION_VOCABULARY_H_
#define DRAGOMAN_MENTION_VOCABULARY_H_

#include <bit>
#include <cstdint>
#include <span>
#include <vector>

#include "base/bundle.h"
#include "base/flat_array.h"
#include "dragoman/mention.h"
#include "dragoman/token.h"
#include "mention/person_names.h"

namespace dragoman {

class RuleLexicon;

// The facts of one word; all zero for an unknown one.
struct WordFacts {
  std::uint32_t bits = 0;

  // Layout: 0-11 word lists, 12-15 and 16-19 weights, then flags.
  static constexpr std::uint32_t kListMask = (1u << 12) - 1;
  static constexpr int kGivenShift = 12, kSurnameShift = 16;
  static constexpr std::uint32_t kWeightMask = 15;
  enum Flag : std::uint32_t {
    kCommonWord = 1u << 20,     // in the list of common English words
    kNameIsWord = 1u << 21,     // the table of names says that it is a word too
    kFamilyFirst = 1u << 22,
    kMale = 1u << 23,
    kFemale = 1u << 24,
    kStartsName = 1u << 25,     // a name of the gazetteer starts with it
    kStartsLower = 1u << 26,    // ... one that may be written without a capital
    kStartsTitle = 1u << 27,
    kCalendar = 1u << 30,       // a month or a day of the week
    kFamousFamily = 1u << 29,   // somebody of that family name holds or held office
    kNameWord = 1u << 28,       // of list NAME_WORD: "de", "bin", where case allows it
  };

  bool has(Flag flag) const { return (bits & flag) != 0; }
  // Which combination of word lists: RuleLexicon::lists_of().
  std::uint32_t lists() const { return bits & kListMask; }
  bool common() const { return has(kCommonWord); }
  // Of persons' names: 0 none, 1-9.
  unsigned given_weight() const { return (bits >> kGivenShift) & kWeightMask; }
  unsigned surname_weight() const { return (bits >> kSurnameShift) & kWeightMask; }
  bool part_of_name() const { return given_weight() + surname_weight() != 0; }
  bool name_is_word() const { return has(kNameIsWord); }
  // Can a name of the gazetteer start at this token, written as it is?
  bool starts_name(const Token& token) const {
    const bool lower = (token.flags & (kInitialCapital | kHasDigit)) == 0;
    static_assert(kStartsLower == kStartsName << 1);
    return (bits >> (std::countr_zero(std::uint32_t{kStartsName}) + lower) & 1) != 0;
  }

  // A part of persons' names; one that is a word must be a frequent name to count.
  // ask_common: whether the list of common words counts too.
  struct Name {
    bool given, surname, family_first;
    char gender;   // m, f, - : of the given name
  };
  Name name(bool ask_common) const {
    constexpr unsigned kLeastWeightOfWord = 3;
    const unsigned least = name_is_word() || (ask_common && common()) ? kLeastWeightOfWord : 1;
    Name n;
    n.given = given_weight() >= least;
    n.surname = surname_weight() >= least;
    n.family_first = n.surname && has(kFamilyFirst);
    n.gender = !n.given ? '-' : has(kMale) ? 'm' : has(kFemale) ? 'f' : '-';
    return n;
  }
};

class Vocabulary {
 public:
  // first, first_lower: hashes of tokens that names start with, and those of names that may
  // start at a word without a capital; titles: that titles start with; families: family names
  // of office holders (entity/famous.h).
  struct Marks {
    std::span<const std::uint64_t> names, names_lower, titles, families;
  };
  Vocabulary(const RuleLexicon& lexicon, const Marks& starts);

  // The same with other word lists and marks; common words and names of persons stay.
  Vocabulary with(const RuleLexicon& lexicon, const Marks& marks) const;

  // As section "vocabulary" of a bundle, and back without copying; the bundle must outlive it.
  // lists: how many combinations of word lists there are.
  void add_to(BundleWriter& bundle) const;
  static Result<Vocabulary> from_bundle(const Bundle& bundle, std::size_t lists);

  WordFacts of(std::uint64_t hash) const {
    const Slot& slot = slots_[locate(hash)];
    return slot.hash == hash ? WordFacts{slot.bits} : WordFacts{};
  }

  // The facts of all tokens, in their order; what `out` held is lost.
  // Some 5 ns a token: what comes later is fetched ahead.
  void read(std::span<const Token> tokens, std::vector<WordFacts>& out) const;
  // And the tokens at which names of the gazetteer and titles can start, written as they are.
  struct Starts {
    std::span<const Index> names, titles;
    std::vector<Index> room[2];              // memory, kept from one document to the next
  };
  void read(std::span<const Token> tokens, std::vector<WordFacts>& out, Starts& starts) const;
  // The names that can start there if all words may be names (no_capitals.h).
  static void start_anywhere(std::span<const WordFacts> words, Starts& starts);

 private:
  struct Slot {
    std::uint64_t hash = 0;
    std::uint32_t bits = 0;       // 0: free
    std::uint32_t reserved = 0;
  };
  class Writer;
  Vocabulary() = default;
  std::size_t locate(std::uint64_t hash) const {
    std::size_t at = hash & mask_;
    while (slots_[at].bits != 0 && slots_[at].hash != hash) at = (at + 1) & mask_;
    return at;
  }

  FlatArray<Slot> slots_;
  std::size_t mask_ = 0;
};

}  // namespace dragoman

#endif  // DRAGOMAN_MENTION_VOCABULARY_H_
