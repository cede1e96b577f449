// Part of dragoman; see LICENSE.
//
// Recursive descent that builds the position automaton as it reads: each construct returns
// which of its positions may come first and last and whether it may be empty; sequence and
// repetition add to `follow`.  x{2,4} reads the text of x again for each copy.  Alternatives
// that only list bits share one position, which keeps most patterns far below the limit.

#include "mention/rule_pattern.h"

#include <algorithm>
#include <bit>
#include <charconv>

#include <fmt/format.h>
#include <re2/re2.h>

#include "base/ascii.h"
#include "base/edit_distance.h"

namespace dragoman {
namespace {

struct Fragment {
  std::uint64_t first = 0;
  std::uint64_t last = 0;
  bool nullable = true;
  std::optional<Predicate> atom;   // a bare atom that has no position yet
};

bool name_character(char c) {
  return is_ascii_letter(c) || is_ascii_digit(c) || c == '_';
}

class Compiler {
 public:
  Compiler(std::string_view text, MentionType type, PatternWorld& world)
      : text_(text), type_(type), world_(world) {}

  Result<RuleProgram> run() {
    Fragment all = sequence('\0');
    if (!error_.empty()) return Error(ErrorCode::kBadData, error_);
    if (program_.positions.empty()) return Error(ErrorCode::kBadData, "the pattern is empty");
    if (all.nullable) {
      return Error(ErrorCode::kBadData,
                   "the pattern matches an empty stretch: at least one part must be there "
                   "without ? or *");
    }
    if (program_.marked == 0) {
      return Error(ErrorCode::kBadData,
                   "the pattern marks no mention: put < > around the part that is one");
    }
    program_.first = all.first;
    program_.accept = all.last;
    program_.precede.assign(program_.positions.size(), 0);
    for (std::size_t p = 0; p < program_.positions.size(); ++p) {
      for (std::uint64_t set = program_.follow[p]; set != 0; set &= set - 1) {
        program_.precede[std::countr_zero(set)] |= std::uint64_t{1} << p;
      }
    }
    program_.find_needs();
    return std::move(program_);
  }

  Result<std::vector<Predicate>> run_atoms() {
    std::vector<Predicate> atoms;
    do {
      if (peek() == '|') ++at_;
      skip_space();
      const Fragment one = item();
      skip_space();
      if (error_.empty() && !one.atom) fail("expected atoms joined by \"|\", as COMMA|HYPHEN");
      if (error_.empty()) atoms.push_back(*one.atom);
    } while (error_.empty() && peek() == '|');
    if (error_.empty() && peek() != '\0') fail("expected atoms joined by \"|\", as COMMA|HYPHEN");
    if (!error_.empty()) return Error(ErrorCode::kBadData, error_);
    return atoms;
  }

 private:
  // -- automaton ------------------------------------------------------------------------
  void link(std::uint64_t from, std::uint64_t to) {
    for (; from != 0; from &= from - 1) program_.follow[std::countr_zero(from)] |= to;
  }

  // Gives a bare atom its position.
  void place(Fragment& f) {
    if (!f.atom) return;
    if (program_.positions.size() == kMaxPositions) {
      fail(fmt::format("the pattern has more than {} positions; split the rule or shorten "
                       "its repetitions", kMaxPositions));
      f.atom.reset();
      return;
    }
    const std::uint64_t bit = std::uint64_t{1} << program_.positions.size();
    program_.positions.push_back(*f.atom);
    program_.follow.push_back(0);
    program_.capture.push_back(capture_);
    if (capture_ != 0) program_.marked |= bit;
    f = {bit, bit, false, std::nullopt};
  }

  // -- text -----------------------------------------------------------------------------
  char peek() const { return at_ < text_.size() ? text_[at_] : '\0'; }
  void skip_space() {
    while (peek() == ' ' || peek() == '\n' || peek() == '\t') ++at_;
  }
  void fail(std::string message) {
    if (error_.empty()) error_ = std::move(message);
    at_ = text_.size();
  }
  std::string column() const { return fmt::format("column {} of the pattern", at_ + 1); }

  // sequence: choice+ up to `end`.
  Fragment sequence(char end) {
    Fragment all;
    for (skip_space(); peek() != '\0' && peek() != ')' && peek() != '>'; skip_space()) {
      Fragment next = choice();
      if (!error_.empty()) return all;
      place(next);
      link(all.last, next.first);
      if (all.nullable) all.first |= next.first;
      all.last = next.nullable ? all.last | next.last : next.last;
      all.nullable = all.nullable && next.nullable;
    }
    if (end == '\0' && peek() != '\0') {
      fail(fmt::format("\"{}\" at {} closes nothing", peek(), column()));
    } else if (end != '\0' && peek() != end) {
      if (error_.empty()) fail(fmt::format("a \"{}\" is not closed", end == ')' ? '(' : '<'));
    }
    return all;
  }

  Fragment choice() {
    Fragment all = item();
    for (skip_space(); peek() == '|' && error_.empty(); skip_space()) {
      ++at_;
      skip_space();
      Fragment next = item();
      if (!error_.empty()) return all;
      if (all.atom && next.atom && joinable(*all.atom) && joinable(*next.atom)) {
        all.atom->any |= next.atom->any;
        continue;
      }
      place(all);
      place(next);
      all.first |= next.first;
      all.last |= next.last;
      all.nullable = all.nullable || next.nullable;
    }
    return all;
  }

  static bool joinable(const Predicate& p) { return p.none.empty() && !p.has_also; }

  // item: primary with what is said of its number.
  Fragment item() {
    const std::size_t begin = at_;
    Fragment f = primary();
    if (!error_.empty()) return f;
    const char c = peek();
    if (c != '?' && c != '*' && c != '+' && c != '{') return f;
    int low = c == '+' ? 1 : 0;
    int high = c == '?' ? 1 : -1;
    const std::size_t end_of_primary = at_;
    ++at_;
    if (c == '{' && !counts(low, high)) return f;
    const std::size_t after = at_;
    place(f);
    if (!error_.empty()) return f;
    if (c != '{') {
      if (high < 0) link(f.last, f.first);
      if (low == 0) f.nullable = true;
      return f;
    }
    Fragment all = f;
    if (low == 0) all.nullable = true;
    for (int copy = 2; copy <= std::max(high, low); ++copy) {
      at_ = begin;
      Fragment next = primary();
      place(next);
      if (!error_.empty()) return f;
      if (at_ != end_of_primary) return f;
      if (copy > low) next.nullable = true;
      link(all.last, next.first);
      if (all.nullable) all.first |= next.first;
      all.last = next.nullable ? all.last | next.last : next.last;
      all.nullable = all.nullable && next.nullable;
      if (high < 0 && copy == low) link(next.last, next.first);
    }
    if (high < 0 && low <= 1) link(all.last, all.first);
    at_ = after;
    return all;
  }

  // "{2}", "{1,4}", "{2,}"; the brace is read.
  bool counts(int& low, int& high) {
    const auto number = [&](int& value) {
      const char* begin = text_.data() + at_;
      const auto [end, error] = std::from_chars(begin, text_.data() + text_.size(), value);
      if (error != std::errc() || value < 0 || value > kMaxPositions) return false;
      at_ += end - begin;
      return true;
    };
    bool good = number(low);
    high = low;
    if (good && peek() == ',') {
      ++at_;
      high = -1;
      if (peek() != '}') good = number(high) && high >= low;
    }
    if (!good || peek() != '}' || high == 0) {
      fail(fmt::format("bad count at {}: expected {{2}}, {{1,4}} or {{2,}}", column()));
      return false;
    }
    ++at_;
    return true;
  }

  Fragment primary() {
    skip_space();
    const char c = peek();
    if (c == '(') {
      ++at_;
      Fragment f = sequence(')');
      if (error_.empty()) ++at_;
      return f;
    }
    if (c == '<') return marked(type_);
    if (is_ascii_upper(c)) {
      // TYPE<...> or a shape of several units.
      const std::string_view name = name_ahead();
      const std::size_t end = at_ + name.size();
      if (end < text_.size() && text_[end] == '<') {
        const std::optional<MentionType> type = mention_type(name);
        if (!type) {
          fail(fmt::format("no mention type \"{}\"{}", name, did_you_mean(name, mention_type_names())));
          return {};
        }
        at_ = end;
        return marked(*type);
      }
      const std::string* shape = world_.shape(name);
      const bool alone = end >= text_.size() || text_[end] != '&';
      if (shape != nullptr && alone) {
        at_ = end;
        return inner(*shape, name);
      }
    }
    return atom();
  }

  Fragment marked(MentionType type) {
    if (capture_ != 0) {
      fail(fmt::format("\"<\" at {} stands inside another < >", column()));
      return {};
    }
    if (program_.captures.size() == 250) {
      fail("too many marked parts");
      return {};
    }
    ++at_;
    program_.captures.push_back({type});
    capture_ = std::uint8_t(program_.captures.size());
    Fragment f = sequence('>');
    capture_ = 0;
    if (error_.empty()) ++at_;
    if (error_.empty() && f.first == 0) fail("a < > is empty");
    return f;
  }

  // Reads a shape's own text in place.  Shapes name earlier ones only, so this ends.
  Fragment inner(const std::string& shape, std::string_view name) {
    if (++depth_ > 16) {
      fail(fmt::format("shape \"{}\" names itself", name));
      return {};
    }
    const std::string_view text = text_;
    const std::size_t at = at_;
    text_ = shape;
    at_ = 0;
    Fragment f = single_atom_or_sequence();
    if (!error_.empty() && error_.find("shape \"") == std::string::npos) {
      error_ = fmt::format("in shape \"{}\": {}", name, error_);
    }
    text_ = text;
    at_ = error_.empty() ? at : text_.size();
    --depth_;
    return f;
  }

  // A shape that is one bare choice stays an atom, so that it can be joined with others.
  Fragment single_atom_or_sequence() {
    Fragment f = choice();
    skip_space();
    if (!error_.empty() || peek() == '\0') return f;
    place(f);
    Fragment rest = sequence('\0');
    if (!error_.empty()) return f;
    link(f.last, rest.first);
    Fragment all;
    all.first = f.nullable ? f.first | rest.first : f.first;
    all.last = rest.nullable ? f.last | rest.last : rest.last;
    all.nullable = f.nullable && rest.nullable;
    return all;
  }

  std::string_view name_ahead() const {
    std::size_t end = at_;
    while (end < text_.size() && name_character(text_[end])) ++end;
    return text_.substr(at_, end - at_);
  }

  Fragment atom() {
    Predicate p;
    bool has_any = false;
    do {
      if (peek() == '&') ++at_;
      bool negated = false;
      if (peek() == '!') {
        negated = true;
        ++at_;
      }
      Predicate one;
      if (!term(one)) return {};
      if (negated) {
        if (one.has_also || !one.none.empty()) {
          fail(fmt::format("\"!\" before a shape that is more than a list at {}", column()));
          return {};
        }
        p.none |= one.any;
        continue;
      }
      for (const Features* f : {&one.any, one.has_also ? &one.also : nullptr}) {
        if (f == nullptr) continue;
        if (!has_any) {
          p.any = *f;
          has_any = true;
        } else if (!p.has_also) {
          p.also = *f;
          p.has_also = true;
        } else {
          fail(fmt::format("more than two joined by \"&\" at {}", column()));
          return {};
        }
      }
      p.none |= one.none;
    } while (peek() == '&');
    if (!has_any) p.any.set(kAny);
    Fragment f;
    f.nullable = false;
    f.atom = p;
    return f;
  }

  bool term(Predicate& out) {
    const char c = peek();
    if (c == '"') {
      const std::size_t end = text_.find('"', at_ + 1);
      if (end == std::string_view::npos || end == at_ + 1) {
        fail(fmt::format("a quoted word at {} is not closed or empty", column()));
        return false;
      }
      const std::string word(text_.substr(at_ + 1, end - at_ - 1));
      const std::optional<Bit> bit = world_.lexicon->list_bit("\"" + word + "\"");
      if (!bit) {
        fail("too many different quoted words and word lists: put quoted words into lists");
        return false;
      }
      world_.lexicon->add_word(*bit, word);
      out.any.set(*bit);
      at_ = end + 1;
      return true;
    }
    if (c == '/') return regex(out);
    const std::string_view name = name_ahead();
    if (name.empty()) {
      fail(c == '\0' ? std::string("the pattern ends where a part is expected")
                     : fmt::format("unexpected \"{}\" at {}", c, column()));
      return false;
    }
    if (const std::string* shape = world_.shape(name)) {
      at_ += name.size();
      Fragment f = inner(*shape, name);
      if (!error_.empty()) return false;
      if (!f.atom) {
        fail(fmt::format("shape \"{}\" is more than one unit and cannot be joined by \"&\"",
                         name));
        return false;
      }
      out = *f.atom;
      return true;
    }
    std::optional<Bit> bit;
    const auto& lists = world_.lists;
    if (std::find(lists.begin(), lists.end(), name) != lists.end()) {
      bit = world_.lexicon->list_bit(name);
    } else {
      bit = world_.lexicon->find_bit(name);
    }
    if (!bit) {
      fail(fmt::format("no word list, shape or fact \"{}\"{}", name,
                       did_you_mean(name, known_names())));
      return false;
    }
    out.any.set(*bit);
    at_ += name.size();
    return true;
  }

  bool regex(Predicate& out) {
    const std::size_t end = text_.find('/', at_ + 1);
    if (end == std::string_view::npos) {
      fail(fmt::format("a regex at {} is not closed", column()));
      return false;
    }
    const std::string source(text_.substr(at_ + 1, end - at_ - 1));
    const RE2 checked(source, RE2::Quiet);
    if (!checked.ok()) {
      fail(fmt::format("bad regex /{}/: {}", source, checked.error()));
      return false;
    }
    const std::optional<Bit> bit = world_.lexicon->list_bit("/" + source + "/");
    if (!bit) {
      fail("too many different quoted words, regexes and word lists");
      return false;
    }
    const std::pair<std::string, Bit> entry(source, *bit);
    auto& all = world_.regexes;
    if (std::find(all.begin(), all.end(), entry) == all.end()) all.push_back(entry);
    out.any.set(*bit);
    at_ = end + 1;
    return true;
  }

  std::vector<std::string> known_names() const {
    std::vector<std::string> names(kFactNames.begin(), kFactNames.end());
    names.insert(names.end(), world_.lists.begin(), world_.lists.end());
    for (const auto& [name, text] : world_.shapes) names.push_back(name);
    return names;
  }

  std::string_view text_;
  MentionType type_;
  PatternWorld& world_;
  RuleProgram program_;
  std::size_t at_ = 0;
  std::uint8_t capture_ = 0;
  int depth_ = 0;
  std::string error_;
};

}  // namespace

Result<std::vector<Predicate>> compile_atoms(std::string_view atoms, PatternWorld& world) {
  return Compiler(atoms, MentionType::kPerson, world).run_atoms();
}

Result<RuleProgram> compile_pattern(std::string_view pattern, MentionType type,
                                    PatternWorld& world) {
  return Compiler(pattern, type, world).run();
}

}  // namespace dragoman
