// Part of dragoman; see LICENSE.
//
// One pass over the tokens, whose words the vocabulary has told apart already.  The question
// that everything hangs on is whether a capital says "name".  In running prose it does, except at the start of a sentence or of a
// quotation if the word is a common one.  In capitals, and in headings that capitalise every
// word, case says nothing, so that a word is a name when it is not a common word.

#include "mention/make_units.h"

#include <algorithm>
#include <array>
#include <bit>

#include "base/ascii.h"
#include "mention/number.h"

namespace dragoman {
namespace {

constexpr std::uint64_t bit(Fact fact) { return std::uint64_t{1} << fact; }

// The facts that a mention type of the gazetteer stands for.
constexpr std::array<std::uint64_t, std::size_t(MentionType::kCount)> kFactsOfType = [] {
  std::array<std::uint64_t, std::size_t(MentionType::kCount)> facts{};
  const auto set = [&facts](MentionType type, std::uint64_t f) { facts[std::size_t(type)] = f; };
  set(MentionType::kPerson, bit(kPersonName));
  set(MentionType::kState, bit(kStateName));
  set(MentionType::kCity, bit(kCityName));
  set(MentionType::kPlace, bit(kPlaceName));
  set(MentionType::kOrganisation, bit(kOrganisationName));
  set(MentionType::kGovernmentBody, bit(kGovernmentName) | bit(kOrganisationName));
  set(MentionType::kInternationalOrg, bit(kInternationalName) | bit(kOrganisationName));
  set(MentionType::kArmedGroup, bit(kArmedGroupName) | bit(kOrganisationName));
  set(MentionType::kCompany, bit(kCompanyName) | bit(kOrganisationName));
  set(MentionType::kMedia, bit(kMediaName) | bit(kOrganisationName));
  set(MentionType::kThinkTank, bit(kThinkTankName) | bit(kOrganisationName));
  set(MentionType::kNationality, bit(kNationalityName));
  set(MentionType::kOffice, bit(kOfficeName));
  set(MentionType::kWeapon, bit(kWeaponName));
  set(MentionType::kEvent, bit(kEventName));
  return facts;
}();

std::uint64_t facts_of_types(std::uint32_t types) {
  std::uint64_t facts = 0;
  for (; types != 0; types &= types - 1) facts |= kFactsOfType[std::size_t(std::countr_zero(types))];
  return facts;
}

std::uint64_t facts_of_titles(std::uint8_t titles) {
  if (titles == 0) return 0;
  return bit(kTitle) | (titles & kTitleHonorific ? bit(kHonorific) : 0) |
         (titles & kTitleRank ? bit(kRank) : 0) | (titles & kTitleRole ? bit(kRole) : 0) |
         (titles & kTitleProfession ? bit(kProfession) : 0);
}

void add_punctuation(std::string_view word, const Token* before, const Token& token,
                     const Token* after, UnitForm& f) {
  f.set(kPunctuation_);
  if (token.has(kPossessive)) return f.set(kPossessive_);
  if (token.has(kOpenQuote)) return f.set(kOpenQuote_);
  if (token.has(kCloseQuote)) return f.set(kCloseQuote_);
  switch (word[0]) {
    case ',': return f.set(kComma);
    case '.': case '!': case '?': return f.set(kStop);
    case ':': case ';': return f.set(kColon);
    case '(': case '[': return f.set(kOpenBracket);
    case ')': case ']': return f.set(kCloseBracket);
    case '/': return f.set(kSlash);
    case '&': return f.set(kAmpersand);
    case '%': return f.set(kPercentSign);
    case '$': return f.set(kCurrencySign);
    case '-': case '\xc2': case '\xe2': break;   // dashes, signs of currencies
    default: return;
  }
  if (word == "-" || word == "\u2010" || word == "\u2011" || word == "\u2013" ||
      word == "\u2014" || word == "\u2212" || word == "--") {
    const bool tight = before != nullptr && after != nullptr && word != "\u2014" &&
                       word != "--" && !token.has(kSpaceBefore) && !after->has(kSpaceBefore);
    return f.set(tight ? kHyphen : kDash);
  }
  if (word == "\u20ac" || word == "\u00a3" || word == "\u00a5" || word == "\u20a9" ||
      word == "\u20b9" || word == "\u20bd" || word == "\u20b4" || word == "\u20ba") {
    f.set(kCurrencySign);
  }
}

void add_number(std::string_view word, UnitForm& f) {
  const NumberForm form = number_form(word);
  switch (form.kind) {
    case NumberKind::kPlain:
      f.set(kNumber);
      if (form.is_year()) f.set(kYear);
      if (form.is_day()) f.set(kDayNumber);
      break;
    case NumberKind::kOrdinal: f.set(kOrdinalNumber); break;
    case NumberKind::kDecade: f.set(kDecade); break;
    case NumberKind::kScaled: f.set(kScaledNumber); break;
    case NumberKind::kOther: f.set(kMixed); break;
  }
}

// An initial: "J." as one token or "J" before a full stop (which then is a unit of its own).
bool is_initial(std::string_view word) {
  return !word.empty() && is_ascii_upper(word[0]) &&
         (word.size() == 1 || (word.size() == 2 && word[1] == '.') ||
          (word.size() == 4 && word[1] == '.' && is_ascii_upper(word[2]) && word[3] == '.'));
}

// kLower too where case says nothing.
void add_case(bool cased, bool caps, const Token& token, bool start, WordFacts facts,
              std::string_view word, UnitForm& f, char& gender) {
  if (!cased) f.set(kLower);
  if (!token.has(kInitialCapital) && !caps) return f.set(kLower);
  // Where case tells a name, a common word in front of others is no news.
  const bool says_name = cased && !start;         // does a capital mean something here?
  const bool ask_common = token.has(kInitialCapital) && !says_name;
  const bool common = ask_common && facts.common();
  if (common) f.set(kCommon);
  f.set(kUpper);
  if (says_name || !common) f.set(kCap);
  if (f.has(kCap) || facts.has(WordFacts::kNameWord)) f.set(kNameCap);
  if (cased && token.has(kAllCapitals)) f.set(kAllCaps);
  if (is_initial(word)) f.set(kInitial);
  if (common || !token.has(kInitialCapital)) return;
  const WordFacts::Name name = facts.name(ask_common);
  if (name.given) f.set(kGiven), gender = name.gender;
  if (name.surname) f.set(kSurname);
  if (name.family_first) f.set(kFamilyFirst);
}

// What the sources of a unit say it is.
struct Known {
  std::uint32_t types = 0;
  std::uint8_t titles = 0;
  std::uint64_t facts() const { return facts_of_types(types) | facts_of_titles(titles); }
};

// Not so short that it may be an initial, and no number: all that is said of such a word is in UnitMaker::key_of.
bool plain_letters(const Token& token) {
  return token.word() && !token.has(kHasDigit) &&
         (token.letters > 2 || (token.letters == 2 && token.end - token.start == 2) || token.has(kPossessive));
}

class UnitMaker {
 public:
  UnitMaker(const Text& text, const Tokens& tokens, const Sentence& sentence,
            std::span<const WordFacts> words, std::span<const UnitSource> sources, UnitKinds& kinds)
      : kinds_(kinds), text_(text), all_(tokens.tokens), sentence_(sentence), words_(words), sources_(sources),
        cased_(!sentence.caps && !sentence.title) {}

  void run(Units& out) {
    // Written through a pointer: room for one unit a token and the end.
    out.mixed.clear();
    const std::size_t most = std::size_t(sentence_.last - sentence_.first) + 1;
    if (out.room.size() < most) out.room.resize(most);
    Unit* unit = out.room.data();
    const Token* tokens = all_.data();
    const WordFacts* words = words_.data();
    const char* bytes = text_.view().data();
    constexpr unsigned kSpecial = kInitialCapital | kHasDigit | kPossessive;
    constexpr std::uint16_t kSpecialMark = kHasDigit | kPossessive | kOpenQuote | kCloseQuote;
    static_assert(unsigned(TokenKind::kWord) == 0);
    Index next_source = source_at(sentence_.first);
    for (Index at = sentence_.first;; ++unit) {
      // Most tokens: a plain word in lower case.
      const Index stretch = cased_ ? std::min(next_source, sentence_.last) : at;
      for (; at < stretch && ((tokens[at].flags & kSpecial) | unsigned(tokens[at].kind)) == 0; ++at, ++unit) {
        *unit = {at, at + 1, kinds_.plain(words[at].lists(), start_), '-'};
        start_ = false;
      }
      if (at >= sentence_.last) break;
      const Token& token = tokens[at];
      const bool source_here = next_source == at;
      *unit = {at, at + 1, 0, '-'};
      // Most others that are no names: commas and full stops.
      if (!source_here && !token.word() && (token.flags & kSpecialMark) == 0 && token.end - token.start == 1) {
        const char c = bytes[token.start];
        if (c == ',' || c == '.' || c == '!' || c == '?') {
          unit->kind = kinds_.sign(c == ',' ? kComma : kStop, words[at].lists());
          ++at;
          continue;
        }
      }
      Known known;
      if (source_here) known = add_sources(at, *unit);
      if (unit->last == at + 1 && plain_letters(token)) {
        const UnitKinds::Word& word = word_at(at, known);
        unit->kind = word.kind;
        if (unit->gender == '-') unit->gender = word.gender;
        start_ = false;
        ++at;
        if (source_here) next_source = source_at(at);
        continue;
      }
      UnitForm form;
      form.facts = known.facts();
      describe(at, *unit, form);
      if (form.has(kMixed)) out.mixed.push_back({std::uint32_t(unit - out.room.data()), form});
      unit->kind = kinds_.of(form);
      at = unit->last;
      if (source_here) next_source = source_at(at);
    }
    *unit = {sentence_.last, sentence_.last, kinds_.sign(kStop, 0), '-'};
    out.all = {out.room.data(), unit + 1};
  }

 private:
  // What a single word says: asked once for all that are written and known alike.
  const UnitKinds::Word& word_at(Index at, const Known& known) {
    const std::uint64_t key = key_of(all_[at], words_[at], known);
    return kinds_.word(key, [&] {
      Unit unit{at, at + 1, 0, '-'};
      UnitForm form;
      form.facts = known.facts();
      describe(at, unit, form);
      return UnitKinds::Word{key, kinds_.of(form), unit.gender};
    });
  }

  // All that describe() asks about it, one thing beside the other.
  std::uint64_t key_of(const Token& token, WordFacts word, const Known& known) const {
    constexpr std::uint32_t kUnasked = WordFacts::kStartsName | WordFacts::kStartsLower | WordFacts::kStartsTitle |
                                       WordFacts::kFamousFamily | WordFacts::kCalendar;
    constexpr std::uint64_t kWritten = kInitialCapital | kAllCapitals | kPossessive;
    static_assert(kWritten < 1 << 8 && kTitleProfession < 1 << 4 && int(MentionType::kCount) <= 20);
    return (word.bits & ~kUnasked) | std::uint64_t(start_) << 29 | std::uint64_t(sentence_.caps) << 30 |
           std::uint64_t(cased_) << 31 | (token.flags & kWritten) << 32 | std::uint64_t(known.titles) << 40 |
           std::uint64_t(known.types) << 44;
  }

  // The first token, from `at` on, where a source or the rest of one starts; kNone: none.
  Index source_at(Index at) {
    while (next_ < sources_.size() && sources_[next_].first < at) ++next_;
    const Index source = next_ < sources_.size() ? sources_[next_].first : kNone;
    return rest_.first >= at && rest_.last > rest_.first ? std::min(source, rest_.first) : source;
  }

  // Sources that start here: the longest decides the unit, unless a longer one starts
  // inside it.
  Known add_sources(Index at, Unit& unit) {
    if (next_ >= sources_.size() || sources_[next_].first != at) {
      // What is left of a title.
      if (rest_.last > sentence_.last) return {};
      unit.last = rest_.last;
      unit.gender = rest_.gender;
      return {0, rest_.titles};
    }
    // Nearly always there is no other among its tokens.
    const UnitSource& only = sources_[next_];
    if (next_ + 1 == sources_.size() || sources_[next_ + 1].first >= only.last) {
      if (only.last > sentence_.last) return {};
      unit.last = only.last;
      unit.gender = only.gender;
      return {only.types, only.titles};
    }
    Index last = at;
    for (std::size_t i = next_; i < sources_.size() && sources_[i].first == at; ++i) {
      if (sources_[i].last <= sentence_.last) last = std::max(last, sources_[i].last);
    }
    for (std::size_t i = next_; i < sources_.size() && sources_[i].first < last; ++i) {
      if (sources_[i].first > at && sources_[i].last > last &&
          sources_[i].last <= sentence_.last && sources_[i].last - sources_[i].first > last - at) {
        last = at;   // leave the tokens to the longer one
        break;
      }
    }
    // A title that starts with a name gives way to it and keeps what follows.
    std::uint32_t types = 0;
    Index name_last = at;
    UnitSource title;
    for (std::size_t i = next_; i < sources_.size() && sources_[i].first == at; ++i) {
      if (sources_[i].last == last) types |= sources_[i].types, title = sources_[i];
      if (sources_[i].types != 0 && sources_[i].last < last) {
        name_last = std::max(name_last, sources_[i].last);
      }
    }
    if (last > at && types == 0 && name_last > at) {
      rest_ = title;
      rest_.first = name_last;
      last = name_last;
    }
    Known known;
    if (last == at) return known;
    unit.last = last;
    for (std::size_t i = next_; i < sources_.size() && sources_[i].first == at; ++i) {
      if (sources_[i].last != last) continue;
      known.types |= sources_[i].types;
      known.titles |= sources_[i].titles;
      if (unit.gender == '-') unit.gender = sources_[i].gender;
    }
    return known;
  }

  void describe(Index at, Unit& unit, UnitForm& f) {
    const Token& token = all_[at];
    const std::string_view word = text_.slice(token.span());
    f.set(kAny);
    if (unit.last - at > 1) return describe_several(at, unit, f);
    if (token.has(kHasDigit)) {
      add_number(word, f);
      start_ = false;
      return;
    }
    f.lists = words_[at].lists();
    if (!token.word()) {
      add_punctuation(word, at > sentence_.first ? &all_[at - 1] : nullptr, token,
                      at + 1 < sentence_.last ? &all_[at + 1] : nullptr, f);
      if (f.has(kOpenQuote_) || f.has(kDash) || f.has(kColon)) start_ = true;
      return;
    }
    f.set(kWord);
    if (token.has(kPossessive)) {
      f.set(kPossessive_);
      f.set(kLower);
    } else {
      const char gender = unit.gender;
      add_case(cased_, sentence_.caps, token, start_, words_[at], word, f, unit.gender);
      if (gender != '-') unit.gender = gender;
      if (start_) f.set(kStart);
    }
    start_ = false;
  }

  // Several tokens: word lists say nothing; case is that of both ends.
  void describe_several(Index at, Unit& unit, UnitForm& f) {
    const Token& token = all_[at];
    f.set(kWord);
    f.set(kMulti);
    const bool upper = sentence_.caps || (token.has(kInitialCapital) &&
                                          all_[unit.last - 1].has(kInitialCapital));
    f.set(upper ? kUpper : kLower);
    if (unit.gender == '-' && f.has(kPersonName)) unit.gender = words_[at].name(false).gender;
    if (upper) f.set(kCap), f.set(kNameCap);
    if (!cased_) f.set(kLower);
    if (start_) f.set(kStart);
    start_ = false;
  }

  UnitKinds& kinds_;
  const Text& text_;
  const std::vector<Token>& all_;
  const Sentence& sentence_;
  std::span<const WordFacts> words_;
  std::span<const UnitSource> sources_;
  std::size_t next_ = 0;       // the first source that can touch what comes
  UnitSource rest_;            // what is left of a title whose start is a name: "White House | spokesman"
  bool cased_;
  bool start_ = true;
};

}  // namespace

void make_units(const Text& text, const Tokens& tokens, const Sentence& sentence,
                std::span<const WordFacts> words, std::span<const UnitSource> sources,
                UnitKinds& kinds, Units& out) {
  UnitMaker(text, tokens, sentence, words, sources, kinds).run(out);
}

}  // namespace dragoman
