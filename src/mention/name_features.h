// Part of dragoman; see LICENSE.
//
// What the name tagger asks of a token: its word and form, its neighbours, what the
// gazetteer and the rules read there, and how the same word is used elsewhere in the document.
//
//   NameFeatures features;                               // kept between documents
//   features.read(document, {words, readings, clusters});   // once a document
//   for (const Stretch& s : features.stretches()) features.of(s, hashes);
//
// Names stand in stretches: around words with a capital and names that the gazetteer or the rules
// read; whole sentences where case says nothing.  What is read as no name, as a date or an office,
// opens none.  Where names of places and bodies stand that the gazetteer is sure of, and nothing else,
// their kind is known (vote_names.h lets it stand whatever the tagger says).  The five sixths of a text outside of them are asked nothing.  The trainer reads whole
// sentences, by the same code, so that it and the tagger cannot differ.

#ifndef DRAGOMAN_MENTION_NAME_FEATURES_H_
#define DRAGOMAN_MENTION_NAME_FEATURES_H_

#include <array>
#include <bit>
#include <cstdint>
#include <span>
#include <string_view>
#include <utility>
#include <vector>

#include "base/flat_map.h"
#include "base/weight_table.h"
#include "dragoman/document.h"
#include "mention/select.h"
#include "mention/vocabulary.h"
#include "token/word_clusters.h"

namespace dragoman {

inline constexpr std::size_t kNameQuestions = 68;

// Labels of the tagger: 0 is outside; the four kinds of name have four each.
enum class TagKind : std::uint8_t { kPerson, kLocation, kOrganisation, kOther };
enum class TagPart : std::uint8_t { kBegin, kInside, kEnd, kSingle };
inline constexpr std::uint32_t kNameLabels = 17;
constexpr std::uint32_t name_label(TagKind kind, TagPart part) {
  return 1 + 4 * std::uint32_t(kind) + std::uint32_t(part);
}
constexpr TagKind kind_of_label(std::uint32_t label) { return TagKind((label - 1) / 4); }
constexpr TagPart part_of_label(std::uint32_t label) { return TagPart((label - 1) % 4); }
// May label b stand after label a?  Before the first and after the last token stands 0.
constexpr bool name_labels_fit(std::uint32_t a, std::uint32_t b) {
  const bool open = a != 0 && (part_of_label(a) == TagPart::kBegin || part_of_label(a) == TagPart::kInside);
  const bool goes_on = b != 0 && (part_of_label(b) == TagPart::kInside || part_of_label(b) == TagPart::kEnd);
  return open == goes_on && (!open || kind_of_label(a) == kind_of_label(b));
}

// The kind of name that a mention type is; none for titles, dates, demonyms ...
std::optional<TagKind> name_kind(MentionType type);

struct Stretch {
  Index first = 0;              // tokens [first, last)
  Index last = 0;
  Index sentence = 0;
  bool known = false;           // nothing in it but names that the gazetteer knows
};

// What is asked besides the document itself.
struct NameSources {
  std::span<const WordFacts> words;         // facts of all tokens
  std::span<const Reading> readings;        // of the gazetteer, the titles and the rules
  const WordClusters& clusters;
  std::span<const std::uint16_t> told;      // RuleLexicon::told()
};

// What the gazetteer and the rules read at a token: type and part of each; 0: none.
struct NameCodes {
  std::uint16_t known = 0;     // gazetteer
  std::uint16_t rule = 0;
  std::uint16_t title = 0;     // title, demonym, group ...
  std::uint16_t refused = 0;   // a name of the gazetteer whose guard did not hold
  bool any() const { return std::bit_cast<std::uint64_t>(*this) != 0; }
  bool name() const { return (known | rule) != 0; }
  friend bool operator==(const NameCodes&, const NameCodes&) = default;
};

// All that is asked about one token.  Equal forms get equal answers to what is asked of a word alone.
struct NameForm {
  std::uint64_t word = 0;
  std::uint64_t spelling = 0;  // hash of the bytes
  NameCodes codes;
  std::uint32_t shape = 0;
  std::uint32_t facts = 0;
  std::uint32_t lists = 0;
  std::uint32_t elsewhere = 0;
  std::uint16_t cluster = 0, coarse = 0;
  std::uint16_t place = 0;     // style of the sentence; 1 << 8: first of it
};

// Of the kNameQuestions those that a word alone answers, for its own token and for its neighbours,
// those that two words answer which stand side by side, and how many others there are.
struct NameQuestionsAlone {
  std::array<std::uint64_t, 30> here;
  std::array<std::uint64_t, 5> before, after;   // asked of the word before and of the word behind
};
struct NameQuestionsOfPair {
  std::array<std::uint64_t, 9> first;           // for the first of the two
  std::array<std::uint64_t, 10> second;
};
inline constexpr std::size_t kNameQuestionsFar = 9;
static_assert((sizeof(NameQuestionsAlone) + sizeof(NameQuestionsOfPair)) / 8 + kNameQuestionsFar == kNameQuestions);

class NameFeatures {
 public:
  // whole: each sentence is one stretch.  Document and sources must outlive the calls of of().
  void read(const Document& document, const NameSources& sources, bool whole = false);

  // Where names may stand, in order, never touching, none over the end of a sentence.
  std::span<const Stretch> stretches() const { return stretches_; }

  // The labels of a stretch that is known: what the gazetteer says, one a token.
  void known_labels(const Stretch& stretch, std::vector<std::uint8_t>& labels) const;

  // kNameQuestions hashes for each token of a stretch, one after the other.
  void of(const Stretch& stretch, std::vector<std::uint64_t>& hashes) const;

  // The same in three parts, as hashes in no certain order.  What a word alone answers, for a token
  // that is at most one away from a stretch of that sentence; outside of the sentence all are equal:
  void alone(const Sentence& sentence, std::int64_t token, NameQuestionsAlone& hashes) const;
  // what a token and the one before it answer together;
  void pair(const Sentence& sentence, std::int64_t token, NameQuestionsOfPair& hashes) const;
  // and the rest, kNameQuestionsFar a token; the weights of what is asked are brought near.
  void far(const Stretch& stretch, const WeightTable& weights, std::vector<std::uint64_t>& hashes) const;
  const NameForm& form_at(const Sentence& sentence, std::int64_t token) const;

 private:
  // What the bytes of a word say, kept from one document to the next.
  static constexpr std::size_t kSpellings = 1 << 12;
  struct Spelling {
    std::uint64_t hash = 0, word = 0;
    std::uint32_t shape = 0;
    std::uint16_t cluster = 0, unused = 0;
  };
  struct Use {                   // of a word in the document
    std::uint16_t times = 0, lower = 0;
    std::uint32_t marks = 0;
  };

  void read_readings(const Document& document, std::span<const Reading> readings);
  void read_uses(const Document& document);
  void find_stretches(const Document& document, std::span<const WordFacts> words, bool whole);
  bool may_go_on(const std::vector<Token>& tokens, Index i) const;
  std::pair<Index, Index> around(const Stretch& stretch) const;
  void read_form(const Document& document, const NameSources& sources, Index i, std::uint32_t place);
  void fetch_spelling(const Text& text, const Token& token, NameForm& form) const;
  const Spelling& spelling_of(const Text& text, const WordClusters& clusters, const Token& token, std::uint64_t hash);
  std::string_view bytes_at(const Sentence& sentence, std::int64_t token) const;
  std::uint32_t elsewhere(const Token& token) const;

  const Document* document_ = nullptr;
  std::vector<NameCodes> codes_;                 // of all tokens
  std::vector<Stretch> stretches_;
  std::vector<NameForm> forms_;                  // filled two tokens around stretches only
  std::vector<std::uint8_t> known_length_, rule_length_, title_length_;
  std::vector<Index> places_;                    // working memory
  std::vector<std::uint8_t> may_be_in_name_;     // by token; the same
  FlatMap<Use> uses_;
  std::vector<Spelling> spellings_;
  std::uint64_t clusters_ = 0;               // whose they are
};

}  // namespace dragoman

#endif  // DRAGOMAN_MENTION_NAME_FEATURES_H_
