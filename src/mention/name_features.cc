// Part of dragoman; see LICENSE.
//
// A question is a number and a value hashed together (base/weight_table.h).  Values are
// computed once a token and kept side by side, so that the questions about neighbours only
// read them.  Words go in by the hash they carry; nothing is built as a string.

#include "mention/name_features.h"

#include <algorithm>
#include <array>

#include "base/word_form.h"
#include "token/word_set.h"

namespace dragoman {
namespace {

std::uint32_t step(unsigned weight) { return weight == 0 ? 0 : weight <= 2 ? 1 : weight <= 5 ? 2 : 3; }

std::uint32_t facts_of(WordFacts word, const Token& token) {
  return step(word.given_weight()) | step(word.surname_weight()) << 2 |
         std::uint32_t(word.common()) << 4 | std::uint32_t(word.name_is_word()) << 5 |
         std::uint32_t(word.has(WordFacts::kStartsName)) << 6 |
         std::uint32_t(word.has(WordFacts::kNameWord)) << 7 |
         std::uint32_t(token.kind) << 8;
}

// Type and part of a token within a reading.
std::uint16_t code(MentionType type, Index first, Index last, Index i) {
  const TagPart part = last - first == 1 ? TagPart::kSingle
                        : i == first      ? TagPart::kBegin
                        : i + 1 == last   ? TagPart::kEnd
                                          : TagPart::kInside;
  return std::uint16_t((std::uint32_t(type) + 1) * 4 + std::uint32_t(part));
}

constexpr Index kAround = 2;        // the farthest neighbours that are asked about
constexpr Index kMostBetween = 2;   // words between two of one name: "Bank of the Republic"

// May a name start or end with it?  By a capital, unless a sentence starts with a word that is
// no name; or as a rare word that the tables know in names, if somebody forgot the capital.
bool may_be_in_name(const Token& token, WordFacts word) {
  static const HashSet kNoName = word_set(
      {"the", "a", "an", "this", "that", "these", "those", "he", "she", "it", "they", "we", "you", "i", "his",
       "her", "its", "their", "our", "my", "your", "there", "here", "in", "on", "at", "by", "for", "from",
       "with", "of", "to", "as", "after", "before", "during", "since", "until", "under", "over", "but", "and",
       "or", "if", "when", "while", "where", "what", "who", "why", "how", "which", "some", "many", "most",
       "all", "both", "no", "not", "so", "also", "then", "now", "is", "are", "was", "were", "has", "have",
       "had", "do", "does", "did", "will", "would", "can", "could", "may", "might", "should", "must"});
  if (!token.word()) return false;
  if (token.has(kInitialCapital)) return !token.has(kSentenceStart) || !kNoName.contains(token.hash);
  return token.has(kHasDigit) || token.has(kAllCapitals) ||
         (!word.common() && (word.part_of_name() || word.has(WordFacts::kStartsName)));
}

// Does a capital say that a word may be a name?  Not in a sentence in capitals, nor in one whose
// first word has none.
bool case_tells(const Sentence& sentence, const std::vector<Token>& tokens) {
  if (sentence.caps) return false;
  for (Index i = sentence.first; i < sentence.last; ++i) {
    if (tokens[i].word()) return tokens[i].has(kInitialCapital);
  }
  return true;
}

// How a word is used somewhere in the document.
enum Mark : std::uint32_t {
  kInPerson = 1,            // part of a person of several words
  kInLocation = 1 << 1,
  kInOrganisation = 1 << 2,
  kIsPerson = 1 << 3,       // a whole name
  kIsLocation = 1 << 4,
  kIsOrganisation = 1 << 5,
  kAfterTitle = 1 << 6,
  kAfterPlaceWord = 1 << 7, // in, at, from, to
  kAfterArticle = 1 << 8,
  kInCapitals = 1 << 9,     // in a sentence that is not
  kInBrackets = 1 << 10,
};

}  // namespace

std::optional<TagKind> name_kind(MentionType type) {
  switch (type) {
    case MentionType::kPerson: return TagKind::kPerson;
    case MentionType::kState:
    case MentionType::kCity:
    case MentionType::kPlace: return TagKind::kLocation;
    case MentionType::kEvent: return TagKind::kOther;
    default:
      if (is_a(type, MentionType::kOrganisation)) return TagKind::kOrganisation;
      return std::nullopt;
  }
}

void NameFeatures::read(const Document& document, const NameSources& sources, bool whole) {
  document_ = &document;
  read_readings(document, sources.readings);
  read_uses(document);
  find_stretches(document, sources.words, whole);
  // Not cleared: what is read has been filled for this document.
  if (forms_.size() < sources.words.size()) forms_.resize(sources.words.size());
  Index filled = 0;
  for (const Stretch& stretch : stretches_) {
    const Sentence& sentence = document.sentences()[stretch.sentence];
    const Index from = std::max({sentence.first, filled, stretch.first - std::min(stretch.first, kAround)});
    filled = std::min(stretch.last + kAround, sentence.last);
    for (Index i = from; i < filled; ++i) read_form(document, sources, i);
  }
}

void NameFeatures::read_form(const Document& document, const NameSources& sources, Index i) {
  const Token& token = document.tokens.tokens[i];
  const std::string_view bytes = document.text.slice(token.span());
  Form& form = forms_[i];
  form.word = token.hash;
  form.shape = word_shape(bytes);
  const WordEnds<4> ends(bytes);
  form.suffix2 = ends.suffix(2);
  form.suffix3 = ends.suffix(3);
  form.suffix4 = ends.suffix(4);
  form.prefix2 = ends.prefix(2);
  form.prefix3 = ends.prefix(3);
  form.prefix4 = ends.prefix(4);
  form.codes = codes_[i];
  form.facts = facts_of(sources.words[i], token);
  form.lists = sources.words[i].lists();
  form.elsewhere = elsewhere(token);
  form.cluster = sources.clusters.of(token.hash);
  form.coarse = WordClusters::coarse(form.cluster);
}

// Words that a name may start or end with, and what stands between two of them.
void NameFeatures::find_stretches(const Document& document, std::span<const WordFacts> words, bool whole) {
  const std::vector<Token>& tokens = document.tokens.tokens;
  stretches_.clear();
  for (Index s = 0; s < document.sentences().size(); ++s) {
    const Sentence& sentence = document.sentences()[s];
    if (!sentence.prose || sentence.first == sentence.last) continue;
    if (whole || !case_tells(sentence, tokens)) {
      stretches_.push_back({sentence.first, sentence.last, s});
      continue;
    }
    Index end = kNone;          // of the stretch that is open
    for (Index i = sentence.first; i < sentence.last; ++i) {
      if (!codes_[i].any() && !may_be_in_name(tokens[i], words[i])) continue;
      if (end != kNone && i <= end + kMostBetween) {
        stretches_.back().last = i + 1;
      } else {
        stretches_.push_back({i, i + 1, s});
      }
      end = i + 1;
    }
  }
}

void NameFeatures::read_readings(const Document& document, std::span<const Reading> readings) {
  const std::size_t count = document.tokens.tokens.size();
  codes_.assign(count, Codes{});
  known_length_.assign(count, 0);
  rule_length_.assign(count, 0);
  title_length_.assign(count, 0);
  const auto note = [](std::vector<std::uint8_t>& lengths, auto set, const Mention& m) {
    const auto length = std::uint8_t(std::min<Index>(m.last - m.first, 255));
    for (Index i = m.first; i < m.last; ++i) {
      if (lengths[i] >= length) continue;
      lengths[i] = length;
      set(i);
    }
  };
  for (const Reading& reading : readings) {
    const Mention& m = reading.mention;
    if (m.form != MentionForm::kNamed || m.type == MentionType::kGroup) continue;
    const bool name = name_kind(m.type).has_value();
    if (name && reading.known) {
      note(known_length_, [&](Index i) { codes_[i].known = code(m.type, m.first, m.last, i); }, m);
    } else if (name) {
      note(rule_length_, [&](Index i) { codes_[i].rule = code(m.type, m.first, m.last, i); }, m);
    } else {
      note(title_length_, [&](Index i) { codes_[i].title = code(m.type, m.first, m.last, i); }, m);
    }
  }
  for (const Rejected& rejected : document.rejected) {
    const Mention& m = rejected.mention;
    for (Index i = m.first; i < m.last; ++i) {
      if (codes_[i].refused == 0) codes_[i].refused = code(m.type, m.first, m.last, i);
    }
  }
}

void NameFeatures::read_uses(const Document& document) {
  static const HashSet kPlaceWords = word_set({"in", "at", "from", "to", "near"});
  static const std::uint64_t kThe = fold_hash("the");
  const std::vector<Token>& tokens = document.tokens.tokens;
  const auto kind_mark = [](std::uint16_t code) -> std::uint32_t {
    if (code == 0) return 0;
    const auto kind = name_kind(MentionType(code / 4 - 1));
    if (!kind || *kind == TagKind::kOther) return 0;
    const bool whole = TagPart(code % 4) == TagPart::kSingle;
    return 1u << (std::uint32_t(*kind) + (whole ? 3 : 0));
  };
  uses_.clear();
  // Words with a capital first; the others count only where they are the same word.
  std::array<std::uint64_t, 64> seen{};      // a bit a word with a capital, by its hash
  for (const Sentence& sentence : document.sentences()) {
    if (!sentence.prose || sentence.caps) continue;
    for (Index i = sentence.first; i < sentence.last; ++i) {
      const Token& token = tokens[i];
      if (!token.word() || !token.has(kInitialCapital)) continue;
      seen[token.hash >> 58] |= 1ull << (token.hash >> 52 & 63);
      Use& use = uses_[token.hash];
      if (use.times < 60000) ++use.times;
      use.marks |= kind_mark(codes_[i].known) | kind_mark(codes_[i].rule);
      if (i == sentence.first) continue;
      if (!sentence.title) use.marks |= kInCapitals;
      const Token& before = tokens[i - 1];
      if (codes_[i - 1].title != 0 && !before.has(kPossessive)) use.marks |= kAfterTitle;
      if (kPlaceWords.contains(before.hash)) use.marks |= kAfterPlaceWord;
      if (before.hash == kThe) use.marks |= kAfterArticle;
      if (document.text.view()[before.start] == '(') use.marks |= kInBrackets;
    }
  }
  for (const Sentence& sentence : document.sentences()) {
    if (!sentence.prose || sentence.caps) continue;
    for (Index i = sentence.first; i < sentence.last; ++i) {
      const Token& token = tokens[i];
      if (!token.word() || token.has(kInitialCapital)) continue;
      if ((seen[token.hash >> 58] >> (token.hash >> 52 & 63) & 1) == 0) continue;
      if (Use* use = uses_.find(token.hash); use != nullptr && use->lower < 60000) ++use->lower;
    }
  }
}

std::uint32_t NameFeatures::elsewhere(const Token& token) const {
  if (!token.has(kInitialCapital)) return 0;
  const Use* use = uses_.find(token.hash);
  if (use == nullptr) return 0;
  const unsigned alone = use->times + use->lower < 2 ? 1u << 11 : 0;
  return 1u << 14 | use->marks | alone | (use->lower > 0 ? 1u << 12 : 0) |
         (use->lower > use->times ? 1u << 13 : 0);
}

void NameFeatures::of(const Stretch& stretch, std::vector<std::uint64_t>& hashes) const {
  static const Form kEdge = [] {
    Form form;
    form.word = 1;
    form.shape = 2;
    form.facts = 1u << 12;
    return form;
  }();
  const Sentence& sentence = document_->sentences()[stretch.sentence];
  const Index first = sentence.first, last = sentence.last;
  hashes.resize(std::size_t(stretch.last - stretch.first) * kNameQuestions);
  std::uint64_t* out = hashes.data();
  const std::uint64_t style = 1u + sentence.caps + 2u * sentence.title;
  for (Index i = stretch.first; i < stretch.last; ++i) {
    const Form& a = forms_[i];
    const Form& b1 = i > first ? forms_[i - 1] : kEdge;
    const Form& b2 = i > first + 1 ? forms_[i - 2] : kEdge;
    const Form& c1 = i + 1 < last ? forms_[i + 1] : kEdge;
    const Form& c2 = i + 2 < last ? forms_[i + 2] : kEdge;
    const std::uint64_t gaz = std::uint64_t(a.codes.known) << 16 | a.codes.rule;
    const std::uint64_t gaz_b = std::uint64_t(b1.codes.known) << 16 | b1.codes.rule;
    const std::uint64_t gaz_c = std::uint64_t(c1.codes.known) << 16 | c1.codes.rule;
    std::uint32_t q = 0;
    const auto ask = [&](std::uint64_t value) {
      *out++ = feature_hash(q++, value);
    };
    ask(style);
    ask(a.word);
    ask(b1.word);
    ask(c1.word);
    ask(b2.word);
    ask(c2.word);
    ask(join_hash(b1.word, a.word));
    ask(join_hash(a.word, c1.word));
    ask(join_hash(a.word, a.shape));
    ask(a.shape);
    ask(b1.shape);
    ask(c1.shape);
    ask(join_hash(b1.shape, a.shape));
    ask(join_hash(a.shape, c1.shape));
    ask(join_hash(join_hash(b1.shape, a.shape), c1.shape));
    ask(a.suffix2);
    ask(a.suffix3);
    ask(a.suffix4);
    ask(a.prefix2);
    ask(a.prefix3);
    ask(a.prefix4);
    ask(b1.suffix3);
    ask(c1.suffix3);
    // what the gazetteer and the rules say
    ask(a.codes.known);
    ask(a.codes.rule);
    ask(gaz);
    ask(join_hash(gaz, a.shape));
    ask(join_hash(gaz, a.word));
    ask(join_hash(gaz_b, gaz));
    ask(join_hash(gaz, gaz_c));
    ask(gaz_b << 1 | 1);
    ask(gaz_c << 1 | 1);
    ask(join_hash(gaz, b1.word));
    ask(join_hash(gaz, c1.word));
    ask(std::uint64_t(a.codes.title) << 16 | a.shape);
    ask(std::uint64_t(b1.codes.title) << 32 | a.shape);
    ask(std::uint64_t(c1.codes.title) << 32 | a.shape);
    ask(join_hash(std::uint64_t(b1.codes.title) << 16 | c1.codes.title, gaz));
    ask(std::uint64_t(a.codes.refused) << 32 | a.shape);
    ask(join_hash(a.codes.refused, std::uint64_t(b1.codes.title) << 32 | gaz));
    // what kind of word it is
    ask(a.facts);
    ask(std::uint64_t(a.facts) << 32 | a.shape);
    ask(std::uint64_t(b1.facts) << 32 | a.facts);
    ask(std::uint64_t(a.facts) << 32 | c1.facts);
    ask(join_hash(std::uint64_t(b1.facts) << 32 | a.facts, c1.facts));
    ask(join_hash(a.facts, gaz));
    ask(a.lists);
    ask(std::uint64_t(b1.lists) << 32 | a.shape);
    ask(std::uint64_t(c1.lists) << 32 | a.shape);
    // how the document uses it
    ask(a.elsewhere);
    ask(std::uint64_t(a.elsewhere) << 32 | a.shape);
    ask(join_hash(a.elsewhere, gaz));
    ask(std::uint64_t(b1.elsewhere) << 32 | a.elsewhere);
    ask(std::uint64_t(a.elsewhere) << 32 | c1.elsewhere);
    // which words stand in like places
    const std::uint64_t coarse = std::uint64_t(a.coarse) << 32;
    ask(a.cluster);
    ask(b1.cluster);
    ask(c1.cluster);
    ask(std::uint64_t(a.cluster) << 32 | a.shape);
    ask(coarse | a.shape);
    ask(std::uint64_t(b2.cluster) << 16 | b1.coarse);
    ask(std::uint64_t(c2.cluster) << 16 | c1.coarse);
    ask(std::uint64_t(b1.cluster) << 32 | a.shape);
    ask(std::uint64_t(c1.cluster) << 32 | a.shape);
    ask(join_hash(std::uint64_t(b1.coarse) << 16 | c1.coarse, coarse | a.shape));
    ask(join_hash(a.cluster, gaz));
    ask(join_hash(std::uint64_t(b1.cluster) << 16 | c1.cluster, gaz));
    // where it stands
    ask(join_hash(std::uint64_t(i == first) << 8 | style, a.shape));
    ask(join_hash(std::uint64_t(i == first) << 8 | style, a.facts));
    static_assert(kNameQuestions == 68);
  }
}

}  // namespace dragoman
