// Part of dragoman; see LICENSE.
//
// Most words are right as they are and are copied in runs.  The rest is decided
// locally, by the word's own text and the words that touch it:
//
//   Kim's RUSSIA’S G20's   -> Kim 's                      and  troops' -> troops '
//   don't we'll            -> do n't, we 'll
//   U.S. p.m. Gen. J.      -> with their full stop        (abbreviation.h)
//   Mr.Smith  war.The      -> Mr. Smith, war . The
//   U-S                    -> one token;  Jong-un, KN-23 stay three, joined
//   AT&T  ...  --          -> one token each

#include "token/correct.h"

#include "text/utf8.h"
#include "token/abbreviation.h"
#include "token/describe.h"

namespace dragoman {
namespace {

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c | 0x20) : c; }
bool capital(char c) { return c >= 'A' && c <= 'Z'; }
bool small(char c) { return c >= 'a' && c <= 'z'; }
bool letter(char c) { return small(lower(c)) || static_cast<unsigned char>(c) >= 0x80; }

// Bytes of an apostrophe at text[i], or 0.
std::size_t apostrophe_at(std::string_view text, std::size_t i) {
  if (text[i] == '\'') return 1;
  if (text.substr(i, 3) == "\u2019") return 3;
  return text.substr(i, 2) == "\u02BC" ? 2 : 0;
}

bool single_capital(std::string_view word) { return word.size() == 1 && capital(word[0]); }

// "U" or what a merge has made: "U-S".
bool capitals_and_hyphens(std::string_view word) {
  for (std::size_t i = 0; i < word.size(); ++i) {
    if (i % 2 == 0 ? !capital(word[i]) : word[i] != '-') return false;
  }
  return word.size() % 2 == 1;
}

bool short_capitals(const Token& t) {
  return t.word() && t.letters <= 3 && t.letters == t.end - t.start && !t.has(kHasLower);
}

// A clitic that starts at the apostrophe: its flag, or -1 if there is none.
int clitic(std::string_view tail) {
  const std::string_view s = tail.substr(apostrophe_at(tail, 0));
  const auto is = [&](std::string_view small_form) {
    if (s.size() != small_form.size()) return false;
    for (std::size_t i = 0; i < s.size(); ++i) {
      if (lower(s[i]) != small_form[i]) return false;
    }
    return true;
  };
  if (is("s")) return kPossessive;
  return is("ll") || is("re") || is("ve") || is("d") || is("m") ? 0 : -1;
}

}  // namespace

void Corrector::push(std::uint32_t start, std::uint32_t end, unsigned flags) {
  Token token = describe(text_, start, end);
  token.flags = static_cast<std::uint16_t>(token.flags | flags);
  out_.push_back(token);
}

void Corrector::add(std::span<const Token> words, std::span<const std::uint32_t> special) {
  const auto copy = [&](std::size_t from, std::size_t to) {
    out_.insert(out_.end(), words.data() + from, words.data() + to);
  };
  std::size_t done = 0;
  for (const std::uint32_t i : special) {
    if (i < done) continue;
    if (i != done) copy(done, i);
    done = correct(words, i);
  }
  if (done != words.size()) copy(done, words.size());
}

// Handles words[i] and returns the index of the next word to look at.
std::size_t Corrector::correct(std::span<const Token> words, std::size_t i) {
  const Token& token = words[i];
  if (token.word()) return word(token), i + 1;
  switch (text_[token.start]) {
    case '.':
      return full_stop(words, i);
    case '-':
      return hyphen(words, i);
    case '\'':
      return apostrophe(words, i);
    case '&':
      return ampersand(words, i);
    case '"':
      return quote(token, true), i + 1;
    case '!':
    case '?':
      out_.push_back(token);
      return stop(), i + 1;
    default:
      break;
  }
  if (static_cast<unsigned char>(text_[token.start]) >= 0x80) return beyond_ascii(words, i);
  out_.push_back(token);
  return i + 1;
}

// Quotes, dashes and stops that are not ASCII.
std::size_t Corrector::beyond_ascii(std::span<const Token> words, std::size_t i) {
  const Token& token = words[i];
  std::size_t at = token.start;
  switch (next_code_point(text_, at)) {
    case 0x2019:
      return apostrophe(words, i);
    case 0x2010: case 0x2011: case 0x2013:
      return hyphen(words, i);
    case 0x2018:
      single_open_ = true;
      [[fallthrough]];
    case 0x201C: case 0x201E: case 0xAB:
      out_.push_back(token);
      out_.back().flags |= kOpenQuote;
      break;
    case 0x201D: case 0xBB:
      out_.push_back(token);
      out_.back().flags |= kCloseQuote;
      break;
    case 0x2026: case 0x3002: case 0xFF01: case 0xFF1F: case 0x061F: case 0x06D4: case 0x0964:
      out_.push_back(token);
      stop();
      break;
    default:
      out_.push_back(token);
  }
  return i + 1;
}

std::size_t Corrector::full_stop(std::span<const Token> words, std::size_t i) {
  const Token& token = words[i];
  std::size_t last = i;
  while (last + 1 < words.size() && words[last + 1].start == words[last].end &&
         text_[words[last + 1].start] == '.' && words[last + 1].end - words[last + 1].start == 1) {
    ++last;
  }
  if (last > i) {  // an ellipsis
    push(token.start, words[last].end);
    return stop(), last + 1;
  }
  if (touches_last(token) && out_.back().word() && !out_.back().has(kAbbreviation)) {
    const Token before = out_.back();
    const std::string_view word = slice(before);
    if (abbreviation(before.hash, word, text_.substr(token.end)) != Abbreviation::kNone) {
      // Folding drops a full stop behind a letter, unless it has hyphens to think of.
      if (token.end - token.start == 1 && !before.has(kNonAscii) &&
          letter(word.back()) && word.find('-') == word.npos) {
        out_.back().end = token.end;
        out_.back().flags |= kAbbreviation;
        return stop(), i + 1;
      }
      out_.pop_back();
      push(before.start, token.end, kAbbreviation | (before.flags & kSpaceBefore));
      return stop(), i + 1;
    }
  }
  out_.push_back(token);
  return stop(), i + 1;
}

std::size_t Corrector::hyphen(std::span<const Token> words, std::size_t i) {
  const Token& token = words[i];
  const bool more = i + 1 < words.size() && words[i + 1].start == token.end;
  if (more && text_[token.start] == '-' && text_[words[i + 1].start] == '-') {
    std::size_t last = i + 1;
    while (last + 1 < words.size() && words[last + 1].start == words[last].end &&
           text_[words[last + 1].start] == '-') {
      ++last;
    }
    push(token.start, words[last].end);
    return last + 1;
  }
  const bool joins = more && touches_last(token) && letter(text_[words[i + 1].start]) + (words[i + 1].has(kHasDigit)) != 0 &&
                     (out_.back().letters != 0 || out_.back().has(kHasDigit));
  if (joins && text_[token.start] == '-' && single_capital(slice(words[i + 1])) &&
      capitals_and_hyphens(slice(out_.back())) &&
      (out_.back().start == 0 || out_.size() < 2 || out_[out_.size() - 2].end != out_.back().start ||
       out_[out_.size() - 2].letters + out_[out_.size() - 2].has(kHasDigit) == 0)) {
    const std::uint32_t start = out_.back().start;
    out_.pop_back();
    push(start, words[i + 1].end);
    return i + 2;
  }
  out_.push_back(token);
  if (joins) out_.back().flags |= kJoiner;
  return i + 1;
}

std::size_t Corrector::ampersand(std::span<const Token> words, std::size_t i) {
  const Token& token = words[i];
  if (i + 1 < words.size() && words[i + 1].start == token.end && short_capitals(words[i + 1]) &&
      touches_last(token) && short_capitals(out_.back())) {
    const std::uint32_t start = out_.back().start;
    out_.pop_back();
    push(start, words[i + 1].end);
    return i + 2;
  }
  out_.push_back(token);
  return i + 1;
}

std::size_t Corrector::apostrophe(std::span<const Token> words, std::size_t i) {
  const Token& token = words[i];
  const bool word_before =
      touches_last(token) && (out_.back().letters != 0 || out_.back().has(kHasDigit));
  const bool word_after = i + 1 < words.size() && words[i + 1].start == token.end;
  if (word_before && word_after) {
    const std::string_view tail =
        text_.substr(token.start, words[i + 1].end - token.start);
    if (const int flag = clitic(tail); flag >= 0) {  // "U.S.'s", "G20's"
      push(token.start, words[i + 1].end, static_cast<unsigned>(flag));
      return i + 2;
    }
  }
  if (word_before && !single_open_ && lower(text_[token.start - 1]) == 's') {
    out_.push_back(token);
    out_.back().flags |= kPossessive;
    return i + 1;
  }
  quote(token, false);
  return i + 1;
}

// A quote that opens has something only behind it, one that closes only before it;
// in doubt it closes what is open.
void Corrector::quote(const Token& token, bool doubled) {
  bool& open = doubled ? double_open_ : single_open_;
  out_.push_back(token);
  const bool after_space = token.has(kSpaceBefore) ||
                           (token.start > 0 && (text_[token.start - 1] == '(' || text_[token.start - 1] == '['));
  const bool before_space = token.end >= text_.size() || text_[token.end] == ' ' ||
                            text_[token.end] == '\n' || text_[token.end] == '\r' || text_[token.end] == '\t';
  const bool opens = after_space != before_space ? after_space : !open;
  out_.back().flags |= opens ? kOpenQuote : kCloseQuote;
  open = opens;
}

// A word with a full stop, an apostrophe, an underscore or a letter beyond ASCII.
void Corrector::word(const Token& token) {
  const std::string_view s = slice(token);
  std::size_t apostrophe = 0, stop_at = 0;
  for (std::size_t k = 1; k + 1 < s.size(); ++k) {
    const char c = s[k];
    if (c == '.') stop_at = k;
    if ((c == '\'' || c == '\xE2' || c == '\xCA') && apostrophe_at(s, k) != 0) apostrophe = k;
  }
  if (stop_at != 0 && capital(s[stop_at + 1])) {
    // The last stop with a capital behind it: "Mr.Smith", "J.Smith", "war.The".
    const std::size_t before = s.rfind('.', stop_at - 1) == s.npos ? 0 : s.rfind('.', stop_at - 1) + 1;
    const std::string_view left = s.substr(before, stop_at - before);
    const std::string_view whole = s.substr(0, stop_at);
    const std::string_view right = s.substr(stop_at + 1);
    const bool long_right = right.size() >= 2 && letter(right[1]);
    if (long_right &&
        abbreviation(fold_hash(whole), whole, right) != Abbreviation::kNone) {
      push(token.start, token.start + static_cast<std::uint32_t>(stop_at) + 1, kAbbreviation);
      stop();
      word(describe(text_, token.start + static_cast<std::uint32_t>(stop_at) + 1, token.end));
      return;
    }
    if (long_right && left.size() >= 2 && small(left.back()) && small(right[1])) {
      const auto middle = token.start + static_cast<std::uint32_t>(stop_at);
      word(describe(text_, token.start, middle));
      push(middle, middle + 1);
      stop();
      word(describe(text_, middle + 1, token.end));
      return;
    }
  }
  if (apostrophe != 0) {
    const auto cut = token.start + static_cast<std::uint32_t>(apostrophe);
    if (const int flag = clitic(s.substr(apostrophe)); flag >= 0) {
      push(token.start, cut);
      push(cut, token.end, static_cast<unsigned>(flag));
      return;
    }
    const std::size_t mark = apostrophe_at(s, apostrophe);
    if (s.size() == apostrophe + mark + 1 && lower(s.back()) == 't' && apostrophe >= 2 &&
        lower(s[apostrophe - 1]) == 'n') {
      push(token.start, cut - 1);
      push(cut - 1, token.end);
      return;
    }
  }
  out_.push_back(token);
}

}  // namespace dragoman
