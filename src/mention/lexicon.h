// Part of dragoman; see LICENSE.
//
// RuleLexicon: what a single word says about itself.
//
//   Features f = lexicon.word(token.hash);         // the word lists it stands in
//   if (f.has(lexicon.bit("MONTH"))) month = lexicon.value(token.hash);
//
// Word lists are those of data/rules/words.yaml, and each word that stands in quotes in a
// rule; each has one bit.  For the questions that are asked of every token there is the
// vocabulary (vocabulary.h), which is made from this.
// Immutable once built.

#ifndef DRAGOMAN_MENTION_LEXICON_H_
#define DRAGOMAN_MENTION_LEXICON_H_

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/byte_stream.h"
#include "base/flat_map.h"
#include "base/flat_table.h"
#include "dragoman/mention.h"
#include "mention/feature.h"
#include "mention/person_names.h"

namespace dragoman {

class RuleLexicon {
 public:
  // The bit of a list or literal; the same bit each time.  None left: nullopt.
  std::optional<Bit> list_bit(std::string_view name);
  // One more than the last bit that list_bit() has given.
  Bit end_bit() const { return Bit(kFirstListBit + list_names_.size()); }

  // The name tagger asks in which combination of lists a word stands, and was trained with its
  // number; a list that it is kept from may be filled without another training.
  void keep_from_tagger(Bit list) { untold_.set(list); }
  std::optional<Bit> find_bit(std::string_view name) const;

  // The bit of list NAME_WORD, or kNeverBit.
  Bit name_word() const { return name_word_; }

  // Puts a word in a list.  value: the number it stands for (months, number words).
  // False if the word has another value already.
  bool add_word(Bit list, std::string_view word, std::int32_t value = kNoValue);

  // The same with a word for a value: "euros" stands for "EUR".
  bool add_word(Bit list, std::string_view word, std::string_view label);

  void add_common(std::string_view word);
  // A word a line; lines that start with # are none.
  void add_common_list(std::string_view lines);
  // Where given names and surnames come from; must outlive the lexicon.
  void use_names(const PersonNames* names) { persons_ = names; }

  // What a word is, by its hash, once combinations are numbered.  One lookup each.
  const Features& word(std::uint64_t hash) const {
    const Word* word = words_.find(hash);
    return word ? combinations_[word->combination] : kNoFeatures;
  }
  std::int32_t value(std::uint64_t hash) const {
    const Word* word = words_.find(hash);
    return word ? word->number : kNoValue;
  }
  std::string_view label(std::uint64_t hash) const {
    const Word* word = words_.find(hash);
    return word ? std::string_view(labels_[word->label]) : std::string_view();
  }

  const PersonNames* persons() const { return persons_; }

  // To be called once all words are in, and once: numbers the combinations of lists that words stand
  // in.  False if one is above `most`.
  bool number_combinations(std::size_t most);
  const std::vector<Features>& combinations() const { return combinations_; }
  // What the name tagger may know of each combination: its own lists, numbered from 1 (0: none) as if there
  // were no others.
  std::span<const std::uint16_t> told() const { return told_; }
  // The lists of a combination.
  const Features& lists_of(std::uint32_t combination) const { return combinations_[combination]; }

  // visit(hash, combination) for each word of a list; visit(hash) for each common word.
  template <typename Visit>
  void each_word(Visit&& visit) const {
    words_.each([&](std::uint64_t hash, const Word& word) { visit(hash, word.combination); });
  }
  template <typename Visit>
  void each_common(Visit&& visit) const {
    common_.each([&](std::uint64_t hash, char) { visit(hash); });
  }
  std::size_t word_count() const { return word_count_; }
  std::size_t common_count() const { return common_.size(); }

  // As bytes and section "rules.words" of a bundle, which must outlive it; without names of persons and common
  // words.  in.ok() says whether it could be read.
  void write(ByteWriter& out, BundleWriter& bundle) const;
  static RuleLexicon read(ByteReader& in, const Bundle& bundle);
  // Lets go of what only the vocabulary is made from: names of persons and common words.
  void forget_sources() {
    persons_ = nullptr;
    common_ = {};
  }

  static constexpr std::int32_t kNoValue = INT32_MIN;

 private:
  // As words are put into lists.
  struct Draft {
    Features lists;
    std::int32_t number = kNoValue;
    std::string label;
  };
  struct Word {
    std::uint32_t combination = 0;
    std::int32_t number = kNoValue;
    std::uint32_t label = 0;                          // of labels_
    std::uint32_t spare = 0;
  };
  Draft& draft(std::string_view word);
  static constexpr Features kNoFeatures{};

  FlatMap<std::uint32_t> draft_of_;                   // of drafts_; both empty once combinations are numbered
  std::vector<Draft> drafts_;
  FlatTable<Word> words_;
  std::size_t word_count_ = 0;
  std::vector<std::string> labels_{""};
  std::vector<Features> combinations_{Features{}};
  std::vector<std::uint16_t> told_{0};                // of each combination
  FlatMap<char> common_;
  const PersonNames* persons_ = nullptr;
  Features untold_;                       // lists that the tagger is kept from
  Bit name_word_ = kNeverBit;
  std::vector<std::string> list_names_;   // bit kFirstListBit + i
};

}  // namespace dragoman

#endif  // DRAGOMAN_MENTION_LEXICON_H_
