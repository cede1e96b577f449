// Part of dragoman; see LICENSE.
//
// A question is a number and a value hashed together (base/weight_table.h).  Values are
// computed once a token and kept side by side, so that the questions about neighbours only
// read them.  Words go in by the hash they carry; nothing is built as a string.

#include "mention/name_features.h"

#include <algorithm>
#include <array>

#include "base/indices_where.h"
#include "base/word_form.h"
#include "token/fold.h"
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

MentionType type_of_code(std::uint16_t code) { return MentionType(code / 4 - 1); }

constexpr Index kAround = 2;        // the farthest neighbours that are asked about
constexpr Index kMostBetween = 2;   // words between two of one name: "Bank of the Republic"

constexpr std::uint16_t kWrittenAsName = kInitialCapital | kHasDigit | kAllCapitals;

// A rare word that the tables know in names, if somebody forgot the capital.
bool rare_name(WordFacts word) {
  constexpr std::uint32_t kInNames = WordFacts::kWeightMask << WordFacts::kGivenShift |
                                     WordFacts::kWeightMask << WordFacts::kSurnameShift | WordFacts::kStartsName;
  return (unsigned(!word.common()) & unsigned((word.bits & kInNames) != 0)) != 0;
}

// A sentence may start with a word that is no name.
bool starts_without_name(const Token& token) {
  static constexpr auto kNoName = word_set(
      {"the", "a", "an", "this", "that", "these", "those", "he", "she", "it", "they", "we", "you", "i", "his",
       "her", "its", "their", "our", "my", "your", "there", "here", "in", "on", "at", "by", "for", "from",
       "with", "of", "to", "as", "after", "before", "during", "since", "until", "under", "over", "but", "and",
       "or", "if", "when", "while", "where", "what", "who", "why", "how", "which", "some", "many", "most",
       "all", "both", "no", "not", "so", "also", "then", "now", "is", "are", "was", "were", "has", "have",
       "had", "do", "does", "did", "will", "would", "can", "could", "may", "might", "should", "must"});
  return token.has(kInitialCapital) && token.has(kSentenceStart) && kNoName.contains(token.hash);
}

// May a name start or end with a word?  What is read as no name ("Monday", "President", "Syrian") may be in
// one only beside a word that says more.  What the gazetteer alone reads, and not as a person, needs no tagger.
constexpr std::uint8_t kBesideName = 1, kInName = 2, kKnown = 3;

std::uint8_t may_be_in_name(const Token& token, WordFacts word, const NameCodes& codes) {
  const bool written = (token.flags & kWrittenAsName) != 0;
  if (codes.name()) {
    const bool sure = codes.known != 0 && codes.known / 4 != 1 + unsigned(MentionType::kPerson) &&
                      (codes.rule | codes.title | codes.refused) == 0;
    return sure ? kKnown : kInName;
  }
  if (codes.title != 0) return written ? kBesideName : 0;
  return token.word() && (written || rare_name(word)) && !starts_without_name(token) ? kInName : 0;
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
  find_stretches(document, sources.words, whole);
  read_uses(document);
  if (spellings_.empty() || clusters_ != sources.clusters.id()) {
    clusters_ = sources.clusters.id();
    spellings_.assign(kSpellings, Spelling{});
  }
  // Not cleared: what is read has been filled for this document.
  if (forms_.size() < sources.words.size()) forms_.resize(sources.words.size());
  Index filled = 0;
  for (const Stretch& stretch : stretches_) {
    if (stretch.known) continue;
    const Sentence& sentence = document.sentences()[stretch.sentence];
    const Index from = std::max(filled, around(stretch).first);
    filled = around(stretch).second;
    const std::uint32_t style = 1u + sentence.caps + 2u * sentence.title;
    for (Index i = from; i < filled; ++i) fetch_spelling(document.text, document.tokens.tokens[i], forms_[i]);
    for (Index i = from; i < filled; ++i) {
      read_form(document, sources, i, std::uint32_t(i == sentence.first) << 8 | style);
    }
  }
}

// Tokens [first, second) that are asked about a stretch.
std::pair<Index, Index> NameFeatures::around(const Stretch& stretch) const {
  const Sentence& sentence = document_->sentences()[stretch.sentence];
  return {std::max(sentence.first, stretch.first - std::min(stretch.first, kAround)),
          std::min(stretch.last + kAround, sentence.last)};
}

void NameFeatures::read_form(const Document& document, const NameSources& sources, Index i, std::uint32_t place) {
  const Token& token = document.tokens.tokens[i];
  NameForm& form = forms_[i];
  const Spelling& spelling = spelling_of(document.text, sources.clusters, token, form.spelling);
  form.word = token.hash;
  form.shape = spelling.shape;
  form.codes = codes_[i];
  form.facts = facts_of(sources.words[i], token);
  form.lists = sources.told[sources.words[i].lists()];
  form.elsewhere = elsewhere(token);
  form.cluster = spelling.cluster;
  form.coarse = WordClusters::coarse(spelling.cluster);
  form.place = std::uint16_t(place);
}

// The hash of a word's bytes; what is known of them comes into the cache meanwhile.
void NameFeatures::fetch_spelling(const Text& text, const Token& token, NameForm& form) const {
  const std::string_view bytes = text.slice(token.span());
  form.spelling = bytes.size() <= 16 && token.start + 16 <= text.view().size() ? hash_short(bytes.data(), bytes.size())
                                                                              : hash_bytes(bytes);
  __builtin_prefetch(&spellings_[form.spelling % kSpellings]);
}

// The words of news are few, and a word's shape and cluster cost a loop and two cache misses.
const NameFeatures::Spelling& NameFeatures::spelling_of(const Text& text, const WordClusters& clusters, const Token& token,
                                                        std::uint64_t hash) {
  Spelling& spelling = spellings_[hash % kSpellings];
  if (spelling.hash != hash || spelling.word != token.hash) {
    spelling = {hash, token.hash, word_shape(text.slice(token.span())), clusters.of(token.hash), 0};
  }
  return spelling;
}

// Does a known name start at token i that may be part of one with the known name before it?
// "Pakistan Taliban", "Republic of Togo"
bool NameFeatures::may_go_on(const std::vector<Token>& tokens, Index i) const {
  const TagPart part = TagPart(codes_[i].known % 4);
  return (part == TagPart::kBegin || part == TagPart::kSingle) &&
         (may_be_in_name_[i - 1] == kKnown || tokens[i - 1].hash == word_hash("of"));
}

// Words that a name may start or end with, and what stands between two of them.
void NameFeatures::find_stretches(const Document& document, std::span<const WordFacts> words, bool whole) {
  const std::vector<Token>& tokens = document.tokens.tokens;
  stretches_.clear();
  may_be_in_name_.assign(tokens.size(), 0);
  for (Index s = 0; s < document.sentences().size(); ++s) {
    const Sentence& sentence = document.sentences()[s];
    if (!sentence.prose || sentence.first == sentence.last) continue;
    if (whole || !case_tells(sentence, tokens)) {
      stretches_.push_back({sentence.first, sentence.last, s});
      continue;
    }
    const auto likely = [&codes = codes_, &tokens, words](Index i) {
      const unsigned written = (tokens[i].flags & kWrittenAsName) != 0;
      return (written | unsigned(codes[i].any()) | unsigned(rare_name(words[i]))) != 0;
    };
    const std::span<const Index> places = indices_where(sentence.first, sentence.last, places_, likely);
    for (const Index i : places) may_be_in_name_[i] = may_be_in_name(tokens[i], words[i], codes_[i]);
    // A hyphen and "'s" stand between two that are side by side.
    const auto beside_name = [&](Index i, Index step) {
      const auto inside = [&](Index at) { return at >= sentence.first && at < sentence.last; };
      Index at = i + step;
      if (inside(at) && (tokens[at].flags & (kJoiner | kPossessive)) != 0) at += step;
      return inside(at) && may_be_in_name_[at] == kInName;
    };
    Index end = kNone;          // of the stretch that is open
    for (const Index i : places) {
      if (may_be_in_name_[i] == 0) continue;
      if (may_be_in_name_[i] == kBesideName && !beside_name(i, Index(-1)) && !beside_name(i, 1)) continue;
      const bool known = may_be_in_name_[i] == kKnown;
      if (end != kNone && i <= end + kMostBetween) {
        Stretch& open = stretches_.back();
        open.last = i + 1;
        open.known = open.known && known && !may_go_on(tokens, i);
      } else {
        stretches_.push_back({i, i + 1, s, known});
      }
      end = i + 1;
    }
  }
}

void NameFeatures::known_labels(const Stretch& stretch, std::vector<std::uint8_t>& labels) const {
  labels.clear();
  for (Index i = stretch.first; i < stretch.last; ++i) {
    const std::uint16_t code = codes_[i].known;
    labels.push_back(code == 0 ? 0 : std::uint8_t(name_label(*name_kind(type_of_code(code)), TagPart(code % 4))));
  }
}

void NameFeatures::read_readings(const Document& document, std::span<const Reading> readings) {
  const std::size_t count = document.tokens.tokens.size();
  codes_.assign(count, NameCodes{});
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
  static constexpr auto kPlaceWords = word_set({"in", "at", "from", "to", "near"});
  static constexpr std::uint64_t kThe = word_hash("the");
  const std::vector<Token>& tokens = document.tokens.tokens;
  const auto kind_mark = [](std::uint16_t code) -> std::uint32_t {
    if (code == 0) return 0;
    const auto kind = name_kind(type_of_code(code));
    if (!kind || *kind == TagKind::kOther) return 0;
    const bool whole = TagPart(code % 4) == TagPart::kSingle;
    return 1u << (std::uint32_t(*kind) + (whole ? 3 : 0));
  };
  uses_.clear();
  // By the front of a hash: 1 for words that elsewhere() will be asked about.
  std::array<std::uint8_t, 4096> asked{};
  const Token* const all = tokens.data();
  for (const Stretch& stretch : stretches_) {
    if (stretch.known) continue;
    const auto [first, last] = around(stretch);
    for (Index i = first; i < last; ++i) {
      asked[all[i].hash >> 52] |= std::uint8_t(all[i].has(kInitialCapital));
    }
  }
  const auto met = [all, &asked](Index i) {
    return (unsigned(asked[all[i].hash >> 52]) & unsigned(all[i].word())) != 0;
  };
  Index s = 0;
  for (const Index i : indices_where(0, Index(tokens.size()), places_, met)) {
    while (document.sentences()[s].last <= i) ++s;
    const Sentence& sentence = document.sentences()[s];
    if (!sentence.prose || sentence.caps) continue;
    const Token& token = tokens[i];
    Use& use = uses_[token.hash];
    if (!token.has(kInitialCapital)) {
      if (use.lower < 60000) ++use.lower;
      continue;
    }
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

std::uint32_t NameFeatures::elsewhere(const Token& token) const {
  if (!token.has(kInitialCapital)) return 0;
  const Use* use = uses_.find(token.hash);
  if (use == nullptr || use->times == 0) return 0;
  const unsigned alone = use->times + use->lower < 2 ? 1u << 11 : 0;
  return 1u << 14 | use->marks | alone | (use->lower > 0 ? 1u << 12 : 0) |
         (use->lower > use->times ? 1u << 13 : 0);
}

namespace {

std::uint64_t read_as(const NameForm& form) { return std::uint64_t(form.codes.known) << 16 | form.codes.rule; }

// The questions in groups, ask(number, value).  Of a word alone, wherever it stands:
template <typename Ask>
void ask_here(const NameForm& a, const WordEnds<4>& ends, const Ask& ask) {
  const std::uint64_t gaz = read_as(a);
  ask(0, a.place & 0xFF);
  ask(1, a.word);
  ask(8, join_hash(a.word, a.shape));
  ask(9, a.shape);
  ask(15, ends.suffix(2));
  ask(16, ends.suffix(3));
  ask(17, ends.suffix(4));
  ask(18, ends.prefix(2));
  ask(19, ends.prefix(3));
  ask(20, ends.prefix(4));
  // what the gazetteer and the rules say
  ask(23, a.codes.known);
  ask(24, a.codes.rule);
  ask(25, gaz);
  ask(26, join_hash(gaz, a.shape));
  ask(27, join_hash(gaz, a.word));
  ask(34, std::uint64_t(a.codes.title) << 16 | a.shape);
  ask(38, std::uint64_t(a.codes.refused) << 32 | a.shape);
  // what kind of word it is
  ask(40, a.facts);
  ask(41, std::uint64_t(a.facts) << 32 | a.shape);
  ask(45, join_hash(a.facts, gaz));
  ask(46, a.lists);
  // how the document uses it
  ask(49, a.elsewhere);
  ask(50, std::uint64_t(a.elsewhere) << 32 | a.shape);
  ask(51, join_hash(a.elsewhere, gaz));
  // which words stand in like places
  const std::uint64_t coarse = std::uint64_t(a.coarse) << 32;
  ask(54, a.cluster);
  ask(57, std::uint64_t(a.cluster) << 32 | a.shape);
  ask(58, coarse | a.shape);
  ask(64, join_hash(a.cluster, gaz));
  // where it stands
  ask(66, join_hash(a.place, a.shape));
  ask(67, join_hash(a.place, a.facts));
}

// Of the word before,
template <typename Ask>
void ask_before(const NameForm& b, const WordEnds<4>& ends, const Ask& ask) {
  ask(2, b.word);
  ask(10, b.shape);
  ask(21, ends.suffix(3));
  ask(30, read_as(b) << 1 | 1);
  ask(55, b.cluster);
}

// the word behind,
template <typename Ask>
void ask_after(const NameForm& c, const WordEnds<4>& ends, const Ask& ask) {
  ask(3, c.word);
  ask(11, c.shape);
  ask(22, ends.suffix(3));
  ask(31, read_as(c) << 1 | 1);
  ask(56, c.cluster);
}

// of a token and the one before,
template <typename Ask>
void ask_with_before(const NameForm& b, const NameForm& a, const Ask& ask) {
  const std::uint64_t gaz = read_as(a);
  ask(6, join_hash(b.word, a.word));
  ask(12, join_hash(b.shape, a.shape));
  ask(28, join_hash(read_as(b), gaz));
  ask(32, join_hash(gaz, b.word));
  ask(35, std::uint64_t(b.codes.title) << 32 | a.shape);
  ask(39, join_hash(a.codes.refused, std::uint64_t(b.codes.title) << 32 | gaz));
  ask(42, std::uint64_t(b.facts) << 32 | a.facts);
  ask(47, std::uint64_t(b.lists) << 32 | a.shape);
  ask(52, std::uint64_t(b.elsewhere) << 32 | a.elsewhere);
  ask(61, std::uint64_t(b.cluster) << 32 | a.shape);
}

// of a token and the one behind,
template <typename Ask>
void ask_with_after(const NameForm& a, const NameForm& c, const Ask& ask) {
  const std::uint64_t gaz = read_as(a);
  ask(7, join_hash(a.word, c.word));
  ask(13, join_hash(a.shape, c.shape));
  ask(29, join_hash(gaz, read_as(c)));
  ask(33, join_hash(gaz, c.word));
  ask(36, std::uint64_t(c.codes.title) << 32 | a.shape);
  ask(43, std::uint64_t(a.facts) << 32 | c.facts);
  ask(48, std::uint64_t(c.lists) << 32 | a.shape);
  ask(53, std::uint64_t(a.elsewhere) << 32 | c.elsewhere);
  ask(62, std::uint64_t(c.cluster) << 32 | a.shape);
}

// and of three, or of what stands farther away.
template <typename Ask>
void ask_far(const NameForm& b2, const NameForm& b1, const NameForm& a, const NameForm& c1, const NameForm& c2,
             const Ask& ask) {
  const std::uint64_t gaz = read_as(a);
  ask(4, b2.word);
  ask(5, c2.word);
  ask(14, join_hash(join_hash(b1.shape, a.shape), c1.shape));
  ask(37, join_hash(std::uint64_t(b1.codes.title) << 16 | c1.codes.title, gaz));
  ask(44, join_hash(std::uint64_t(b1.facts) << 32 | a.facts, c1.facts));
  ask(59, std::uint64_t(b2.cluster) << 16 | b1.coarse);
  ask(60, std::uint64_t(c2.cluster) << 16 | c1.coarse);
  ask(63, join_hash(std::uint64_t(b1.coarse) << 16 | c1.coarse, std::uint64_t(a.coarse) << 32 | a.shape));
  ask(65, join_hash(std::uint64_t(b1.cluster) << 16 | c1.cluster, gaz));
}

const NameForm kEdge = [] {
  NameForm form;
  form.word = 1;
  form.shape = 2;
  form.facts = 1u << 12;
  return form;
}();

}  // namespace

const NameForm& NameFeatures::form_at(const Sentence& sentence, std::int64_t i) const {
  return i >= std::int64_t(sentence.first) && i < std::int64_t(sentence.last) ? forms_[std::size_t(i)] : kEdge;
}

std::string_view NameFeatures::bytes_at(const Sentence& sentence, std::int64_t i) const {
  if (&form_at(sentence, i) == &kEdge) return {};
  return document_->text.slice(document_->tokens.tokens[std::size_t(i)].span());
}

namespace {

// Writes hashes into a group, one after the other.
class Into {
 public:
  explicit Into(std::span<std::uint64_t> group) : at_(group.data()) {}
  void operator()(std::uint32_t question, std::uint64_t value) const { *at_++ = feature_hash(question, value); }

 private:
  mutable std::uint64_t* at_;
};

}  // namespace

void NameFeatures::alone(const Sentence& sentence, std::int64_t i, NameQuestionsAlone& hashes) const {
  const NameForm& form = form_at(sentence, i);
  const WordEnds<4> ends(bytes_at(sentence, i));
  ask_here(form, ends, Into(hashes.here));
  ask_before(form, ends, Into(hashes.before));
  ask_after(form, ends, Into(hashes.after));
}

void NameFeatures::pair(const Sentence& sentence, std::int64_t i, NameQuestionsOfPair& hashes) const {
  const NameForm &first = form_at(sentence, i - 1), &second = form_at(sentence, i);
  ask_with_after(first, second, Into(hashes.first));
  ask_with_before(first, second, Into(hashes.second));
}

void NameFeatures::far(const Stretch& stretch, const WeightTable& weights, std::vector<std::uint64_t>& hashes) const {
  const Sentence& sentence = document_->sentences()[stretch.sentence];
  hashes.resize(std::size_t(stretch.last - stretch.first) * kNameQuestionsFar);
  std::uint64_t* out = hashes.data();
  const auto ask = [&out, &weights](std::uint32_t question, std::uint64_t value) {
    const std::uint64_t hash = feature_hash(question, value);
    weights.prefetch(hash);
    *out++ = hash;
  };
  const NameForm *b2 = &form_at(sentence, std::int64_t(stretch.first) - 2), *b1 = &form_at(sentence, std::int64_t(stretch.first) - 1);
  const NameForm *a = &form_at(sentence, stretch.first), *c1 = &form_at(sentence, stretch.first + 1);
  for (std::int64_t i = stretch.first; i < std::int64_t(stretch.last); ++i) {
    const NameForm& c2 = form_at(sentence, i + 2);
    ask_far(*b2, *b1, *a, *c1, c2, ask);
    b2 = b1, b1 = a, a = c1, c1 = &c2;
  }
}

void NameFeatures::of(const Stretch& stretch, std::vector<std::uint64_t>& hashes) const {
  const Sentence& sentence = document_->sentences()[stretch.sentence];
  hashes.resize(std::size_t(stretch.last - stretch.first) * kNameQuestions);
  std::uint64_t* out = hashes.data();
  for (std::int64_t i = stretch.first; i < std::int64_t(stretch.last); ++i, out += kNameQuestions) {
    const NameForm &b1 = form_at(sentence, i - 1), &a = form_at(sentence, i), &c1 = form_at(sentence, i + 1);
    const auto ask = [out](std::uint32_t q, std::uint64_t value) { out[q] = feature_hash(q, value); };
    ask_here(a, WordEnds<4>(bytes_at(sentence, i)), ask);
    ask_before(b1, WordEnds<4>(bytes_at(sentence, i - 1)), ask);
    ask_after(c1, WordEnds<4>(bytes_at(sentence, i + 1)), ask);
    ask_with_before(b1, a, ask);
    ask_with_after(a, c1, ask);
    ask_far(form_at(sentence, i - 2), b1, a, c1, form_at(sentence, i + 2), ask);
  }
}

}  // namespace dragoman
