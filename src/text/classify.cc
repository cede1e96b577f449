// Part of dragoman; see LICENSE.
//
// Which lines are news?  A line is judged by its form: how it ends, how many words
// it has, whether it has the small words that sentences have and labels lack, figures,
// separators, and the words of page furniture (line_words.h).  Its neighbours then
// settle what form leaves open: a short line between paragraphs is a heading, one
// among other short lines is a menu.
//
// In doubt a line is prose: to read a menu costs a wrong mention, to skip a paragraph
// costs the news.  Long lines, and lines inside a hard-wrapped paragraph, are prose
// without being looked into, so most of a text costs nothing here.

#include <algorithm>
#include <array>
#include <bit>
#include <cstring>

#include "text/blocks.h"
#include "text/line_words.h"
#include "text/lines.h"

namespace dragoman {
namespace {

constexpr std::uint32_t kLongLine = 256;  // longer ones are prose unseen

struct Form {
  unsigned words = 0;       // with a letter
  unsigned numbers = 0;
  unsigned capitalised = 0;
  unsigned small = 0;       // words in small letters that are no function words
  unsigned function = 0;
  unsigned section = 0;
  unsigned separators = 0;  // > | / between words
  unsigned part_words = 0;  // most words between two separators
  unsigned commas = 0;
  unsigned percents = 0;
  unsigned page_score = 0;
  bool strong = false;      // one cue that hardly occurs in news
  bool phrase = false;      // begins with a page's phrase
  bool label_first = false;
  bool tag_label = false;
  bool month = false;
  bool reporting = false;
  unsigned quoted = 0;      // not 0: there is a quotation
  bool non_ascii = false;
  bool stop = false;        // ends as sentences end
  bool colon = false;       // ends in : , ; or a dash: more follows
  bool copyright = false;
};

bool capital(char c) { return c >= 'A' && c <= 'Z'; }
bool letter(char c) { return static_cast<unsigned char>((c | 0x20) - 'a') < 26; }

// No-break spaces part words as others do.
constexpr std::string_view kNoBreakSpace = "\u00A0";

std::string with_plain_spaces(std::string_view line) {
  std::string out;
  for (std::size_t at = 0; at < line.size();) {
    const std::size_t next = std::min(line.find(kNoBreakSpace, at), line.size());
    out += line.substr(at, next - at);
    if (next < line.size()) out += ' ';
    at = next + kNoBreakSpace.size();
  }
  return out;
}

// How the line ends, closing quotes and brackets aside.
void look_at_end(std::string_view s, Form& form) {
  while (!s.empty()) {
    const char c = s.back();
    if (c == ' ' || c == '\t' || c == '"' || c == '\'' || c == ')' || c == ']' || c == '*') {
      s.remove_suffix(1);
    } else if (s.ends_with("\u201D") || s.ends_with("\u2019") || s.ends_with("\u00BB")) {
      s.remove_suffix(s.ends_with("\u00BB") ? 2 : 3);
    } else {
      break;
    }
  }
  if (s.empty()) return;
  const char c = s.back();
  form.stop = c == '.' || c == '!' || c == '?' || s.ends_with("\u2026") || s.ends_with("\u3002") ||
              s.ends_with("\uFF01") || s.ends_with("\uFF1F") || s.ends_with("\u061F") ||
              s.ends_with("\u06D4") || s.ends_with("\u0964");
  form.colon = c == ':' || c == ',' || c == ';' || c == '-' || s.ends_with("\u2014") ||
               s.ends_with("\u2013");
}

class Reader {
 public:
  explicit Reader(std::string_view line) : s_(line) {}

  Form read() {
    look_at_end(s_, form_);
    count_marks();
    // Bits of bytes that belong to words, 64 at a time; a run of them is a word.
    std::size_t open = kNone;
    const bool whole = each_block([&](std::size_t at, const Block& block) {
      const std::uint64_t letters = block.letters();
      const std::uint64_t high = block.high();
      form_.non_ascii = form_.non_ascii || high != 0;
      const std::uint64_t in = letters | block.digits() | high | inner_marks(block, letters);
      // Walk the changes between word and not word.
      std::uint64_t edges = in ^ (in << 1 | (open != kNone ? 1u : 0u));
      while (edges != 0) {
        const auto bit = static_cast<std::size_t>(__builtin_ctzll(edges));
        edges &= edges - 1;
        if (at + bit >= s_.size()) break;
        if (open == kNone) {
          open = at + bit;
        } else {
          word(open, at + bit);
          if (surely_prose()) return false;
          open = kNone;
          mark(at + bit);
        }
      }
      return true;
    });
    if (!whole) return form_;
    if (open != kNone) word(open, s_.size());
    form_.part_words = std::max(form_.part_words, in_part_);
    return form_;
  }

 private:
  static constexpr std::size_t kNone = ~std::size_t{0};

  // visit(place, 64 bytes; behind the end zeros) until it returns false; then false.
  template <typename Visit>
  bool each_block(Visit&& visit) const {
    std::size_t at = 0;
    for (; at + 64 <= s_.size(); at += 64) {
      if (!visit(at, Block(s_.data() + at))) return false;
    }
    if (at == s_.size()) return true;
    char rest[64] = {};
    std::memcpy(rest, s_.data() + at, s_.size() - at);
    return visit(at, Block(rest));
  }

  // Marks that follow other marks (", ,") carry facts only in tags and menus.
  void count_marks() {
    each_block([this](std::size_t, const Block& block) {
      const std::uint64_t commas = block.equal(','), percents = block.equal('%');
      if (commas != 0) form_.commas += unsigned(std::popcount(commas));
      if (percents != 0) form_.percents += unsigned(std::popcount(percents));
      form_.quoted |= block.equal('"') != 0;
      return true;
    });
  }

  // Can nothing that comes later make this line anything but prose?  A sentence with a word
  // of reporting or a quotation is no page furniture, whatever else it says (by_form).
  bool surely_prose() const {
    return form_.stop && form_.words >= 2 && (form_.reporting || (form_.quoted && !form_.phrase)) &&
           !form_.copyright && form_.commas < form_.words + form_.numbers;
  }

  // Apostrophes and full stops with a letter on both sides; the block's last byte is
  // left out, which splits one word in 64 bytes and does no harm.
  static std::uint64_t inner_marks(const Block& block, std::uint64_t letters) {
    return (block.equal('\'') | block.equal('.')) & letters << 1 & letters >> 1;
  }

  void mark(std::size_t at) {
    sentence_start_ = false;
    // Behind most words stand a blank and another word.
    if (at + 1 < s_.size() && s_[at] == ' ' && letter(s_[at + 1])) return;
    for (std::size_t i = at; i < s_.size() && i < at + 4; ++i) {
      const char c = s_[i];
      if (c == '.' || c == '!' || c == '?') sentence_start_ = true;
      if (c == '|' || c == '>' || (c == '/' && i > at)) {
        separate();
        break;
      }
      if (letter(c)) break;
    }
  }

  void separate() {
    ++form_.separators;
    form_.part_words = std::max(form_.part_words, in_part_);
    in_part_ = 0;
  }

  void word(std::size_t begin, std::size_t end) {
    const char* const p = s_.data() + begin;
    const std::size_t length = end - begin;
    const auto lead = static_cast<unsigned char>(*p);
    if (lead >= '0' && lead <= '9') {
      ++form_.numbers;
      previous_ = 0;
      return;
    }
    if (lead >= 0x80) {
      const std::string_view w(p, length);
      if (w == "\u00BB" || w == "\u203A" || w == "\u00B7" || w == "\u2022") return separate();
      if (w.starts_with("\u201C") || w.starts_with("\u00AB")) form_.quoted = 1;
      if (w == "\u00A9") form_.copyright = form_.copyright || form_.words == 0;
      if (w == "\u2014" || w == "\u2013" || w == "\u00A9" || w == "\u201C") return;
    }
    ++form_.words;
    ++in_part_;
    // In a line that ends with a stop only cues count, and how its sentences begin.
    const bool begins = form_.words <= 2 || sentence_start_ || sentence_start_word_;
    if (form_.stop && !begins && !may_be_cue(p, length)) {
      before_ = {p, length};
      return;
    }
    const std::uint64_t key = line_word_key(p, length);
    const std::uint32_t facts = line_word(key);
    if (capital(*p)) {
      ++form_.capitalised;
    } else if ((facts & kFunctionWord) == 0) {
      ++form_.small;
    }
    if (facts != 0) use(facts, begin);
    if (previous_ != 0 && (form_.words == 2 || sentence_start_word_)) {
      if (page_phrase(previous_, key)) {
        form_.phrase = form_.phrase || form_.words == 2;
        form_.page_score += 2;
        form_.strong = true;
      }
    }
    sentence_start_word_ = form_.words == 1 || sentence_start_;
    sentence_start_ = false;
    previous_ = key;
    before_ = {p, length};
  }

  bool after_this() const {
    return before_.size() == 4 && (before_[0] | 0x20) == 't' && (before_[1] | 0x20) == 'h' && (before_[2] | 0x20) == 'i' && (before_[3] | 0x20) == 's';
  }

  void use(std::uint32_t facts, std::size_t begin) {
    const bool first = form_.words == 1;
    // "No 38%" is a label; "NO DEAL" in capitals throughout is not.
    const bool label = capital(s_[begin]) && begin + 1 < s_.size() && !capital(s_[begin + 1]);
    if ((facts & kFunctionWord) && !label) ++form_.function;
    if (facts & kSection) ++form_.section;
    if (facts & kMonthWord) form_.month = form_.month || capital(s_[begin]);
    if (facts & kReporting) form_.reporting = true;
    if (facts & kUiVerb) form_.page_score += 2, form_.strong = true;
    if ((facts & kUiOrder) && (first || sentence_start_)) ++form_.page_score;
    if (facts & kUiNoun) {
      ++form_.page_score;
      ui_nouns_ += 1;
      if (ui_nouns_ >= 2) form_.strong = true;
    }
    if ((facts & kPageNoun) && after_this()) ++form_.page_score;
    if (facts & kPointing) form_.page_score += begin > 0;
    if (facts & kYou) ++form_.page_score;
    if ((facts & kTagLabel) && form_.words <= 2) tag_word_end(begin);
    if ((facts & kLabelOnly) && first) form_.label_first = true;
  }

  // "Tags:", "Related topics:"
  void tag_word_end(std::size_t begin) {
    const std::size_t colon = s_.find(':', begin);
    form_.tag_label = form_.tag_label || (colon != s_.npos && colon < begin + 18);
  }

  std::string_view s_;
  Form form_;
  unsigned in_part_ = 0;
  unsigned ui_nouns_ = 0;
  std::uint64_t previous_ = 0;
  bool sentence_start_ = false;       // the next word begins a sentence
  bool sentence_start_word_ = false;  // the last word did
  std::string_view before_;           // the last word
};

// What form alone says.  kEmpty stands for "ask the neighbours": a short line
// without a stop that may be a heading or a label.
constexpr LineKind kOpen = LineKind::kEmpty;

LineKind by_form(const Form& f, std::uint32_t bytes) {
  if (f.commas >= 3 && f.commas >= f.words + f.numbers) return LineKind::kTags;
  if (f.words == 0) return LineKind::kWidget;
  if (f.tag_label && !f.stop) return LineKind::kTags;
  if (f.copyright && bytes < 200) return LineKind::kMenu;
  if (f.separators >= 1 && !f.stop && !f.colon) {
    if (f.part_words <= 3 && (f.separators >= 2 || f.words <= 6)) return LineKind::kMenu;
    if (f.separators >= 3 && f.words <= 4 * (f.separators + 1)) return LineKind::kMenu;
  }
  if (f.page_score >= 4 && f.strong && !f.reporting && !f.quoted) return LineKind::kMenu;
  if (f.phrase && !f.reporting && (f.words <= 5 || (f.words <= 12 && f.page_score >= 3))) {
    return LineKind::kMenu;
  }
  if (f.stop || f.colon) {
    if (f.colon && f.words <= 2 && f.section + f.label_first > 0) return LineKind::kMenu;
    return LineKind::kProse;
  }
  if (f.label_first && f.words <= 3) return LineKind::kMenu;
  if (f.section == f.words) return LineKind::kMenu;
  if (f.numbers >= 1 && !f.month && f.function == 0) {
    if (f.percents >= 2 && f.words <= 2 * f.numbers + 2) return LineKind::kWidget;
    if (f.numbers >= 2 && f.words <= f.numbers + 1) return LineKind::kWidget;
    if (f.numbers == 1 && f.words <= 2) return LineKind::kWidget;
  }
  // Many short non-Latin scripts have no blanks and no capitals: nothing can be said.
  if (f.non_ascii && f.capitalised == 0 && f.words <= 3) return LineKind::kProse;
  if (f.words > 25 || bytes > 200) return LineKind::kProse;
  if (f.words <= 3) return kOpen;
  return LineKind::kHeading;
}

// "Bias Chart Powered by Example Labs": a credit, in capitals but for its "by".
bool credit(std::string_view line, const Form& f) {
  if (f.stop || f.words > 8 || f.small != 0 || f.function != 1) return false;
  return line.find(" Powered by ") != line.npos || line.find(" Sponsored by ") != line.npos ||
         line.find(" Provided by ") != line.npos;
}

// "By Lena Hartmann and Ali Demir | March 14, 2025": names behind "By", and nothing that a sentence
// would say.
bool byline(std::string_view line) {
  constexpr std::size_t kLongest = 100;
  if (line.size() > kLongest || (!line.starts_with("By ") && !line.starts_with("BY "))) return false;
  const Form f = Reader(line).read();
  return !f.stop && f.words >= 2 && f.words <= 12 && f.small == 0 && f.function <= 3 && !f.reporting;
}

class Judge {
 public:
  Judge(std::string_view text, std::vector<Line>& lines) : text_(text), lines_(lines) {}

  void run() {
    for (std::size_t i = 0; i < lines_.size();) {
      if (lines_[i].kind == LineKind::kEmpty) {
        ++i;
        continue;
      }
      // A byline ends the headline above it and belongs to nothing below.
      std::size_t end = i + 1;
      if (byline(slice(i))) {
        lines_[i].kind = LineKind::kHeading;
        i = end;
        continue;
      }
      while (end < lines_.size() && lines_[end].kind != LineKind::kEmpty && !byline(slice(end))) ++end;
      block(i, end);
      i = end;
    }
    settle();
  }

 private:
  struct Open {
    std::size_t line;
    Form form;
  };

  std::string_view slice(std::size_t line) const {
    return text_.substr(lines_[line].span.start, lines_[line].span.size());
  }

  // Lines without a blank one between.
  void block(std::size_t begin, std::size_t end) {
    const bool wrapped = end - begin >= 2 && hard_wrapped(begin, end);
    for (std::size_t i = begin; i < end; ++i) {
      if (lines_[i].span.size() > kLongLine) continue;
      if (wrapped && i > begin) continue;
      std::string_view s = slice(i);
      std::string spaced;
      if (s.find(kNoBreakSpace) != s.npos) s = spaced = with_plain_spaces(s);
      const Form form = Reader(s).read();
      LineKind kind = by_form(form, lines_[i].span.size());
      if (wrapped && (kind == LineKind::kHeading || kind == kOpen)) kind = LineKind::kProse;
      if (kind == LineKind::kHeading && credit(s, form)) kind = LineKind::kMenu;
      if (kind == kOpen) {
        open_.push_back({i, form});
        kind = LineKind::kProse;
      }
      lines_[i].kind = kind;
    }
  }

  // All but the last line are about equally long, as an editor breaks them.
  bool hard_wrapped(std::size_t begin, std::size_t end) const {
    std::uint32_t shortest = ~0u, longest = 0;
    for (std::size_t i = begin; i + 1 < end; ++i) {
      shortest = std::min(shortest, lines_[i].span.size());
      longest = std::max(longest, lines_[i].span.size());
    }
    return shortest >= 50 && longest <= 110 && longest - shortest <= 20 &&
           lines_[end - 1].span.size() <= longest + 5;
  }

  // Short lines without a stop: a heading stands alone between prose and has small
  // letters or is followed by a paragraph; labels come in companies.
  void settle() {
    for (std::size_t k = 0; k < open_.size(); ++k) {
      const auto [i, f] = open_[k];
      const bool company = (k > 0 && near(open_[k - 1].line, i)) ||
                           (k + 1 < open_.size() && near(i, open_[k + 1].line));
      const bool sentence_like = f.small + f.function > 0 && f.words >= 2;
      const bool byline = f.words >= 2 && text_.substr(lines_[i].span.start, 3) == "By ";
      const bool in_article = prose_near(i, -1) && prose_near(i, +1);
      if (byline || (sentence_like && !company) || (in_article && !company && f.words >= 2)) {
        lines_[i].kind = LineKind::kHeading;
      } else if (f.month && f.numbers != 0) {
        lines_[i].kind = LineKind::kHeading;  // a date
      } else {
        pending_menu_.push_back(i);
      }
    }
    for (const std::size_t i : pending_menu_) lines_[i].kind = LineKind::kMenu;
  }

  // At most one blank line between.
  bool near(std::size_t above, std::size_t below) const {
    return below - above == 1 ||
           (below - above == 2 && lines_[above + 1].kind == LineKind::kEmpty);
  }

  // Is the next line that is not empty a paragraph of prose?
  bool prose_near(std::size_t i, int step) const {
    for (std::size_t k = i + static_cast<std::size_t>(step); k < lines_.size();
         k += static_cast<std::size_t>(step)) {
      if (lines_[k].kind == LineKind::kEmpty) continue;
      return lines_[k].kind == LineKind::kProse && lines_[k].span.size() >= 60;
    }
    return false;
  }

  std::string_view text_;
  std::vector<Line>& lines_;
  std::vector<Open> open_;
  std::vector<std::size_t> pending_menu_;
};

}  // namespace

void classify_lines(std::string_view text, std::vector<Line>& lines) { Judge(text, lines).run(); }

}  // namespace dragoman
