// Part of dragoman; see LICENSE.
//
// Sources disagree: some take titles into a person's name, some mark no works and events,
// some have spans that nobody decided on.  Where they do, a token gets a set of labels
// instead of one, and the trainer learns from what the set excludes.

#include "learn/name_examples.h"

#include <algorithm>
#include <array>
#include <optional>

#include "pipeline/knowledge.h"
#include "token/word_set.h"

namespace dragoman {
namespace {

std::optional<TagKind> kind_of(const std::string& type) {
  if (type == "PER") return TagKind::kPerson;
  if (type == "LOC") return TagKind::kLocation;
  if (type == "ORG") return TagKind::kOrganisation;
  if (type == "MISC") return TagKind::kOther;
  return std::nullopt;
}

constexpr std::uint32_t bit(std::uint32_t label) { return 1u << label; }
constexpr std::uint32_t kind_bits(TagKind kind) { return 15u << name_label(kind, TagPart::kBegin); }

class Marker {
 public:
  Marker(const Knowledge& knowledge, const AnalysedText& text, const MarkedText& marks)
      : titles_(knowledge.impl().titles), tokens_(text.document.tokens.tokens), text_(text), marks_(marks) {}

  std::vector<std::uint32_t> run() {
    const std::uint32_t outside = marks_.marks_other ? 1u : 1u | kind_bits(TagKind::kOther);
    labels_.assign(tokens_.size(), outside);
    before_title_.assign(tokens_.size(), 0);
    for (const Reading& reading : text_.readings) {
      const Mention& m = reading.mention;
      const bool apart = m.type != MentionType::kPerson && (reading.known || m.type == MentionType::kOffice);
      for (Index i = m.first; apart && i < m.last; ++i) before_title_[i] = 1;
    }
    std::vector<const MarkedSpan*> spans;
    for (const MarkedSpan& span : marks_.names) spans.push_back(&span);
    // The outermost first: it is the one that stands.
    std::stable_sort(spans.begin(), spans.end(), [](const MarkedSpan* a, const MarkedSpan* b) {
      return a->span.start != b->span.start ? a->span.start < b->span.start : a->span.end > b->span.end;
    });
    std::uint32_t reach = 0;
    for (const MarkedSpan* span : spans) {
      if (!span->named || span->span.start < reach) continue;
      if (const auto kind = kind_of(span->type)) {
        mark(span->span, *kind);
        reach = span->span.end;
      }
    }
    for (const MarkedSpan* span : spans) {
      if (!span->named) allow_all(span->span);
    }
    for (const Span span : marks_.ignore) allow_all(span);
    return std::move(labels_);
  }

 private:
  // Tokens that the span touches.
  std::pair<Index, Index> tokens_of(Span span) const {
    const auto first = std::upper_bound(tokens_.begin(), tokens_.end(), span.start,
                                        [](std::uint32_t at, const Token& t) { return at < t.end; });
    const auto last = std::lower_bound(first, tokens_.end(), span.end,
                                       [](const Token& t, std::uint32_t at) { return t.start < at; });
    return {Index(first - tokens_.begin()), Index(last - tokens_.begin())};
  }

  void allow_all(Span span) {
    const auto [first, last] = tokens_of(span);
    // Tokens of a name that is marked keep its labels.
    for (Index i = first; i < last; ++i) {
      if (labels_[i] & 1) labels_[i] = kAllNameLabels;
    }
  }

  void mark(Span span, TagKind kind) {
    static constexpr auto kArticles = word_set({"the", "a", "an", "its", "his", "her", "their", "our", "this",
                                               "that", "these", "those"});
    auto [first, last] = tokens_of(span);
    if (last - first > 1 && kArticles.contains(tokens_[first].hash)) ++first;
    for (const Sentence& sentence : text_.document.sentences()) {
      const Index from = std::max(first, sentence.first), to = std::min(last, sentence.last);
      if (from < to) mark_tokens(from, to, kind);
    }
  }

  void mark_tokens(Index first, Index last, TagKind kind) {
    if (kind == TagKind::kOther && !marks_.marks_other) return;
    Index name = first;   // where it starts: "Iraqi Prime Minister <Haider al-Abadi>"
    if (kind == TagKind::kPerson) {
      for (Index i = first; i < last;) {
        const auto title = titles_.longest_at(tokens_, i, last);
        if (title.info != nullptr) {
          name = i = title.last;
        } else if (before_title_[i]) {
          ++i;
        } else {
          break;
        }
      }
      if (name == last) {   // "the U.S. Secretary of State" names nobody
        for (Index i = first; i < last; ++i) labels_[i] = kAllNameLabels;
        return;
      }
    }
    for (Index i = first; i < last; ++i) {
      std::uint32_t allowed = 0;
      const auto add = [&](Index from) {
        const TagPart part = last - from == 1 ? TagPart::kSingle
                             : i == from      ? TagPart::kBegin
                             : i + 1 == last  ? TagPart::kEnd
                                              : TagPart::kInside;
        if (i >= from) allowed |= bit(name_label(kind, part));
        else allowed |= 1u;
      };
      add(name);
      labels_[i] = allowed;
    }
  }

  const Titles& titles_;
  const std::vector<Token>& tokens_;
  const AnalysedText& text_;
  const MarkedText& marks_;
  std::vector<std::uint32_t> labels_;
  std::vector<char> before_title_;    // tokens of what may stand before a name: states, offices
};

}  // namespace

std::string in_case(std::string text, LetterCase letters) {
  if (letters == LetterCase::kAsWritten) return text;
  const bool up = letters == LetterCase::kUpper;
  for (std::size_t i = 0; i < text.size(); ++i) {
    char& c = text[i];
    if (up && c >= 'a' && c <= 'z') c = char(c - 32);
    else if (!up && c >= 'A' && c <= 'Z') c = char(c + 32);
    else if (std::uint8_t(c) == 0xC3 && i + 1 < text.size()) {   // U+00C0 .. U+00FE
      char& d = text[++i];
      const std::uint8_t b = std::uint8_t(d);
      if (up && b >= 0xA0 && b != 0xB7 && b != 0xBF) d = char(b - 32);
      if (!up && b < 0x9F && b != 0x97) d = char(b + 32);
    }
  }
  return text;
}

AnalysedText analyse_for_names(const std::shared_ptr<const Knowledge>& knowledge, const std::string& text) {
  AnalysedText out;
  out.document.knowledge = knowledge;
  if (Result<Text> read = Text::from_utf8(text); read.ok()) out.document.text = *std::move(read);
  out.document.tokens = tokenize(out.document.text);
  out.told = knowledge->impl().rules.lexicon().told();
  find_readings(knowledge->impl().mention_model(), out.document, out.words, out.readings);
  return out;
}

std::vector<std::uint32_t> allowed_labels(const std::shared_ptr<const Knowledge>& knowledge,
                                          const AnalysedText& text, const MarkedText& marks) {
  return Marker(*knowledge, text, marks).run();
}

}  // namespace dragoman
