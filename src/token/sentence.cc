// Part of dragoman; see LICENSE.
//
// Lines come first: a blank line, a change of kind, a heading or a bullet ends a
// sentence whatever the words say, and a single break inside a hard-wrapped
// paragraph does not.  Within that, each token that may end a sentence (the
// corrector lists them: . ! ? … and abbreviations) is judged by what follows it.

#include "token/sentence.h"

#include <algorithm>
#include <array>
#include <cstddef>

#include "token/abbreviation.h"
#include "token/word_set.h"

namespace dragoman {
namespace {

// Words that begin sentences and hardly ever stand, capitalised, inside a name.
class Starters {
 public:
  Starters() {
    for (const char* word :
         {"the", "a", "an", "he", "she", "it", "they", "we", "i", "you", "this", "that", "these",
          "those", "but", "and", "or", "in", "on", "at", "for", "with", "after", "before", "as",
          "when", "while", "if", "however", "meanwhile", "his", "her", "its", "their", "our", "my",
          "there", "here", "what", "why", "who", "how", "some", "many", "most", "all", "both",
          "each", "such", "so", "yet", "still", "also", "then", "now", "since", "until", "under",
          "over", "among", "according", "earlier", "later", "last", "no", "not", "by", "from",
          "to", "during", "although", "though", "because", "once", "instead", "despite", "without",
          "against", "about", "more", "other", "another", "one", "two", "three", "several", "asked",
          "officials", "where", "which", "is", "are", "was", "were", "will", "would", "has", "have"}) {
      const std::uint64_t hash = fold_hash(word);
      std::size_t i = hash % kSize;
      while (slots_[i] != 0) i = (i + 1) % kSize;
      slots_[i] = hash;
    }
  }
  bool has(std::uint64_t hash) const {
    for (std::size_t i = hash % kSize; slots_[i] != 0; i = (i + 1) % kSize) {
      if (slots_[i] == hash) return true;
    }
    return false;
  }

 private:
  static constexpr std::size_t kSize = 512;
  std::array<std::uint64_t, kSize> slots_{};
};

class Splitter {
 public:
  Splitter(const Text& text, std::span<const std::uint32_t> stops, std::vector<Token>& tokens, std::vector<Sentence>& out)
      : text_(text), bytes_(text.view()), stops_(stops), tokens_(tokens), out_(out) {}

  void run() {
    const std::vector<Line>& lines = text_.lines();
    std::size_t token = 0;
    for (std::size_t i = 0; i < lines.size(); ++i) {
      const std::size_t first = token;
      token = first_from(token, lines[i].span.end);
      if (first == token) continue;
      tokens_[first].flags |= kLineStart;
      if (first > begin_ && !continues(lines, i, first)) close(first);
      prose_ = lines[i].prose();
      heading_ = lines[i].kind == LineKind::kHeading;
      if (prose_) stops_in(first, token);
      last_line_ = i;
    }
    close(tokens_.size());
  }

 private:
  static constexpr std::uint32_t kShortestWrap = 40;
  static constexpr std::uint32_t kLongestWrap = 120;

  // Index of the first token at or behind byte `end`, from `token` on.  Guessed from the
  // text's tokens a byte, then walked to: of a long line's tokens few are looked at, and
  // all guesses together are wrong by no more than the text has tokens.
  std::size_t first_from(std::size_t token, std::uint32_t end) const {
    if (token == tokens_.size() || tokens_[token].start >= end) return token;
    const std::uint64_t more = std::uint64_t{end - tokens_[token].start} * tokens_.size() / bytes_.size();
    std::size_t i = std::min<std::size_t>(token + more, tokens_.size());
    while (i < tokens_.size() && tokens_[i].start < end) ++i;
    while (tokens_[i - 1].start >= end) --i;
    return i;
  }

  // Does line i go on with the sentence that the line before left open?
  bool continues(const std::vector<Line>& lines, std::size_t i, std::size_t first) const {
    if (last_line_ + 1 != i) return false;  // a blank line between
    const Line& above = lines[i - 1];
    const Line& line = lines[i];
    if (above.kind != LineKind::kProse || line.kind != LineKind::kProse) return false;
    if (bullet(first)) return false;
    const std::uint32_t width = above.span.size();
    if (width > kLongestWrap) return false;
    const char c = bytes_[tokens_[first].start];
    if (c >= 'a' && c <= 'z') return true;
    if (width < kShortestWrap) return false;
    // Wrapped, if the next word would not have fit.
    std::uint32_t widest = std::max(width, line.span.size());
    for (std::size_t k = i; k < lines.size() && k < i + 8 && lines[k].kind == LineKind::kProse; ++k) {
      widest = std::max(widest, lines[k].span.size());
    }
    if (widest > kLongestWrap) return false;
    const std::size_t space = bytes_.find_first_of(" \n", tokens_[first].start);
    const auto word = std::min<std::size_t>(space, line.span.end) - tokens_[first].start;
    return width + 1 + word > widest || width + 12 > widest;
  }

  bool bullet(std::size_t first) const {
    const Token& t = tokens_[first];
    const std::string_view s = bytes_.substr(t.start, t.end - t.start);
    if (s == "-" || s == "*" || s == "\u2022" || s == "\u2013" || s == "\u2014" || s == "\u25AA" || s == "\u25CF" || s == "\u00B7") return true;
    return t.kind == TokenKind::kNumber && s.size() <= 2 && first + 1 < tokens_.size() &&
           tokens_[first + 1].start == t.end &&
           (bytes_[t.end] == '.' || bytes_[t.end] == ')');
  }

  void stops_in(std::size_t first, std::size_t last) {
    while (next_stop_ < stops_.size() && stops_[next_stop_] < first) ++next_stop_;
    for (; next_stop_ < stops_.size() && stops_[next_stop_] < last; ++next_stop_) {
      const std::size_t stop = stops_[next_stop_];
      if (stop < begin_) continue;
      if (const std::size_t end = sentence_end(stop, first, last)) close(end);
    }
  }

  // Index behind the sentence that ends at stop, or 0 if none does.  Tokens of the
  // stop's line: [first, last).
  std::size_t sentence_end(std::size_t stop, std::size_t first, std::size_t last) const {
    const Token& mark = tokens_[stop];
    std::size_t end = stop + 1;
    bool quoted = false;
    while (end < last && !tokens_[end].has(kSpaceBefore) && closing(tokens_[end])) {
      quoted = quoted || !tokens_[end].has(kAbbreviation);
      ++end;
    }
    // The next token may be on the next line; what a line break means there is
    // decided by continues().
    if (end >= tokens_.size()) return end;
    const Token& next = tokens_[end];
    if (!next.has(kSpaceBefore) && !next.has(kOpenQuote) && next.start == tokens_[end - 1].end) {
      const bool glued = mark.end - mark.start == 1 && next.has(kInitialCapital) &&
                         stop > first && tokens_[stop - 1].has(kHasLower);
      if (!glued) return 0;
    }
    const char c = bytes_[next.start];
    if (c == ',' || c == ';' || c == ':' || c == ')') return 0;
    if (lower_start(end)) return 0;
    if (mark.has(kAbbreviation)) return after_abbreviation(stop, end) ? end : 0;
    if (bytes_[mark.start] == '.' && stop == first + 1 && begin_ == first &&
        tokens_[first].kind == TokenKind::kNumber && mark.end - mark.start == 1) {
      return 0;  // "1. ", a list's number
    }
    return end;
  }

  bool closing(const Token& t) const {
    if (t.has(kCloseQuote) || t.has(kPossessive)) return t.end - t.start <= 3 && t.letters == 0;
    const char c = bytes_[t.start];
    return c == ')' || c == ']' || c == '.' || c == '!' || c == '?';
  }

  // Begins with a small letter, and not as "al-Shabaab" does.
  bool lower_start(std::size_t i) const {
    const Token& t = tokens_[i];
    if (!t.word() || t.has(kInitialCapital) || !t.has(kHasLower)) return false;
    return !(i + 2 < tokens_.size() && tokens_[i + 1].has(kJoiner) &&
             tokens_[i + 2].has(kInitialCapital));
  }

  bool after_abbreviation(std::size_t stop, std::size_t next) const {
    const Token& mark = tokens_[stop];
    const Token& t = tokens_[next];
    const std::string_view word = bytes_.substr(mark.start, mark.end - mark.start - 1);
    const Abbreviation kind = abbreviation(mark.hash, word, bytes_.substr(mark.end));
    const bool number = t.kind == TokenKind::kNumber;
    // "U.S. Under Secretary of State"
    static constexpr std::uint64_t kUnder = word_hash("under");
    const bool title = t.hash == kUnder && next + 1 < tokens_.size() && tokens_[next + 1].has(kInitialCapital);
    const bool starter = t.has(kInitialCapital) && starters().has(t.hash) && !title;
    switch (kind) {
      case Abbreviation::kTitle:
      case Abbreviation::kNumbered:
      case Abbreviation::kOther:
        return false;
      case Abbreviation::kMonth:
        return !number;
      case Abbreviation::kEtc:
        return t.has(kInitialCapital) || t.has(kOpenQuote) || number;
      case Abbreviation::kClock:
        if (stop <= begin_ + 6 && opens_with_time()) return false;
        return (t.has(kInitialCapital) && !t.has(kAllCapitals)) || t.has(kOpenQuote);
      default:
        return starter || t.has(kOpenQuote);
    }
  }

  // "At about 5 a.m. Togo attacked": the time stands in front of what happened then.
  bool opens_with_time() const {
    static constexpr auto kOpeners = word_set({"at", "by", "around", "about", "shortly", "just", "before", "after", "from", "until"});
    return kOpeners.contains(tokens_[begin_].hash);
  }

  static const Starters& starters() {
    static const Starters starters;
    return starters;
  }

  void close(std::size_t end) {
    if (end <= begin_) return;
    Sentence s;
    s.first = static_cast<std::uint32_t>(begin_);
    s.last = static_cast<std::uint32_t>(end);
    s.span = {tokens_[begin_].start, tokens_[end - 1].end};
    s.prose = prose_;
    if (has_small_word(begin_, end)) {
      s.title = heading_;
    } else {
      s.caps = capitals(begin_, end);
      s.title = !s.caps && (heading_ || title_case(begin_, end));
    }
    tokens_[begin_].flags |= kSentenceStart;
    out_.push_back(s);
    begin_ = end;
  }

  // Is a longer word in small letters?  Nearly every sentence has one among its first eight
  // tokens, but where among them cannot be foreseen: so all eight are asked without a branch.
  bool has_small_word(std::size_t first, std::size_t last) const {
    constexpr std::size_t kAtOnce = 8;
    for (std::size_t i = first; i < last; i += kAtOnce) {
      bool small = false;
      if (last - i >= kAtOnce) {
        for (std::size_t k = i; k < i + kAtOnce; ++k) small |= small_word(tokens_[k]);
      } else {
        for (std::size_t k = i; k < last; ++k) small |= small_word(tokens_[k]);
      }
      if (small) return true;
    }
    return false;
  }
  static bool small_word(const Token& t) {
    return (t.letters >= 4) & ((t.flags & (kHasLower | kInitialCapital)) == kHasLower) & (t.kind == TokenKind::kWord);
  }

  // Are most letters capitals?  Asked where no longer word is in small letters.
  bool capitals(std::size_t first, std::size_t last) const {
    std::size_t words = 0, letters = 0, upper = 0;
    for (std::size_t i = first; i < last; ++i) {
      const Token& t = tokens_[i];
      if (t.letters == 0) continue;
      letters += t.letters;
      if (!t.has(kHasLower)) {
        upper += t.letters;
        words += t.word() && t.letters >= 2;
      }
    }
    return words >= 4 && upper * 10 >= letters * 6;
  }

  // Does every longer word begin with a capital?
  bool title_case(std::size_t first, std::size_t last) const {
    std::size_t words = 0;
    for (std::size_t i = first; i < last; ++i) {
      const Token& t = tokens_[i];
      if (!t.word() || t.letters < 4) continue;
      if (!t.has(kInitialCapital)) return false;
      ++words;
    }
    return words >= 4;
  }

  const Text& text_;
  const std::string_view bytes_;
  const std::span<const std::uint32_t> stops_;
  std::vector<Token>& tokens_;
  std::vector<Sentence>& out_;
  std::size_t next_stop_ = 0;
  std::size_t begin_ = 0;      // first token of the open sentence
  std::size_t last_line_ = 0;  // of the open sentence
  bool prose_ = true;
  bool heading_ = false;
};

}  // namespace

void split_sentences(const Text& text, std::span<const std::uint32_t> stops, Tokens& tokens) {
  thread_local std::vector<Sentence> sentences;   // how many there are is known at the end
  sentences.clear();
  Splitter(text, stops, tokens.tokens, sentences).run();
  tokens.sentences.assign(sentences.begin(), sentences.end());
}

}  // namespace dragoman
