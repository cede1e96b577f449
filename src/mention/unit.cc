// Part of dragoman; see LICENSE.
//
// One pass over the tokens; each costs one lookup in the small word table, and capitalised
// ones a second in the table of names.  The question that everything hangs on is whether a
// capital says "name".  In running prose it does, except at the start of a sentence or of a
// quotation if the word is a common one.  In capitals, and in headings that capitalise every
// word, case says nothing, so that a word is a name when it is not a common word.

#include "mention/unit.h"

#include "base/ascii.h"
#include "mention/number.h"

namespace dragoman {
namespace {

void add_types(std::uint32_t types, Features& f) {
  static constexpr std::pair<MentionType, Fact> kFacts[] = {
      {MentionType::kPerson, kPersonName},
      {MentionType::kState, kStateName},
      {MentionType::kCity, kCityName},
      {MentionType::kPlace, kPlaceName},
      {MentionType::kOrganisation, kOrganisationName},
      {MentionType::kGovernmentBody, kGovernmentName},
      {MentionType::kInternationalOrg, kInternationalName},
      {MentionType::kArmedGroup, kArmedGroupName},
      {MentionType::kCompany, kCompanyName},
      {MentionType::kMedia, kMediaName},
      {MentionType::kThinkTank, kThinkTankName},
      {MentionType::kNationality, kNationalityName},
      {MentionType::kOffice, kOfficeName},
      {MentionType::kWeapon, kWeaponName},
      {MentionType::kEvent, kEventName}};
  for (const auto& [type, fact] : kFacts) {
    if ((types & type_bit(type)) == 0) continue;
    f.set(fact);
    if (is_a(type, MentionType::kOrganisation)) f.set(kOrganisationName);
  }
}

void add_titles(std::uint8_t titles, Features& f) {
  if (titles == 0) return;
  f.set(kTitle);
  if (titles & kTitleHonorific) f.set(kHonorific);
  if (titles & kTitleRank) f.set(kRank);
  if (titles & kTitleRole) f.set(kRole);
  if (titles & kTitleProfession) f.set(kProfession);
}

void add_punctuation(std::string_view word, const Token* before, const Token& token,
                     const Token* after, Features& f) {
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

void add_number(std::string_view word, Features& f) {
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

void add_case(const Sentence& sentence, bool cased, const Token& token, bool start,
              const RuleLexicon::NameFacts& name, Bit name_word, std::string_view word,
              Unit& unit) {
  Features& f = unit.features;
  if (name.common) f.set(kCommon);
  const bool says_name = cased && !start;         // does a capital mean something here?
  const bool upper = token.has(kInitialCapital) || sentence.caps;
  if (!cased) f.set(kLower);
  if (upper) {
    f.set(kUpper);
    if (says_name || !name.common) f.set(kCap);
    if (f.has(kCap) || f.has(name_word)) f.set(kNameCap);
    if (cased && token.has(kAllCapitals)) f.set(kAllCaps);
    if (is_initial(word)) f.set(kInitial);
    if (says_name || !name.common) {
      if (name.given) f.set(kGiven);
      if (name.surname) f.set(kSurname);
      if (name.family_first) f.set(kFamilyFirst);
      if (name.given) unit.gender = name.gender;
    }
  } else {
    f.set(kLower);
  }
}

}  // namespace

void make_units(const Text& text, const Tokens& tokens, const Sentence& sentence,
                std::span<const UnitSource> sources, const RuleLexicon& lexicon,
                std::vector<Unit>& out) {
  out.clear();
  // The first source that can touch the sentence.
  std::size_t next = 0;
  {
    std::size_t low = 0, high = sources.size();
    while (low < high) {
      const std::size_t middle = (low + high) / 2;
      if (sources[middle].first < sentence.first) low = middle + 1;
      else high = middle;
    }
    next = low;
  }
  const std::vector<Token>& all = tokens.tokens;
  const Bit name_word = lexicon.name_word();
  const bool cased = !sentence.caps && !sentence.title;
  UnitSource rest;   // what is left of a title whose start is a name: "White House | spokesman"
  bool start = true;
  for (Index at = sentence.first; at < sentence.last;) {
    const Token& token = all[at];
    const std::string_view word = text.slice(token.span());
    Unit& unit = out.emplace_back();
    unit.first = at;
    unit.last = at + 1;
    Features& f = unit.features;

    // Sources that start here: the longest decides the unit, unless a longer one starts
    // inside it.
    while (next < sources.size() && sources[next].first < at) ++next;
    if (next < sources.size() && sources[next].first == at) {
      Index last = at;
      for (std::size_t i = next; i < sources.size() && sources[i].first == at; ++i) {
        if (sources[i].last <= sentence.last) last = std::max(last, sources[i].last);
      }
      for (std::size_t i = next; i < sources.size() && sources[i].first < last; ++i) {
        if (sources[i].first > at && sources[i].last > last &&
            sources[i].last <= sentence.last && sources[i].last - sources[i].first > last - at) {
          last = at;   // leave the tokens to the longer one
          break;
        }
      }
      // A title that starts with a name gives way to it and keeps what follows.
      std::uint32_t types = 0;
      Index name_last = at;
      UnitSource title;
      for (std::size_t i = next; i < sources.size() && sources[i].first == at; ++i) {
        if (sources[i].last == last) types |= sources[i].types, title = sources[i];
        if (sources[i].types != 0 && sources[i].last < last) {
          name_last = std::max(name_last, sources[i].last);
        }
      }
      if (last > at && types == 0 && name_last > at) {
        rest = title;
        rest.first = name_last;
        last = name_last;
      }
      if (last > at) {
        unit.last = last;
        for (std::size_t i = next; i < sources.size() && sources[i].first == at; ++i) {
          if (sources[i].last != last) continue;
          add_types(sources[i].types, f);
          add_titles(sources[i].titles, f);
          if (unit.gender == '-') unit.gender = sources[i].gender;
        }
      }
    } else if (rest.first == at && rest.last > at && rest.last <= sentence.last) {
      unit.last = rest.last;
      add_titles(rest.titles, f);
      unit.gender = rest.gender;
    }

    if (unit.last - at > 1) {
      // Several tokens: word lists say nothing; case is that of both ends.
      f.set(kAny);
      f.set(kWord);
      f.set(kMulti);
      const bool upper = sentence.caps || (token.has(kInitialCapital) &&
                                           all[unit.last - 1].has(kInitialCapital));
      f.set(upper ? kUpper : kLower);
      if (unit.gender == '-' && f.has(kPersonName)) {
        unit.gender = lexicon.name(token.hash, false).gender;
      }
      if (upper) f.set(kCap), f.set(kNameCap);
      if (sentence.caps || sentence.title) f.set(kLower);
      if (start) f.set(kStart);
      start = false;
    } else if (token.has(kHasDigit)) {
      f.set(kAny);
      add_number(word, f);
      start = false;
    } else if (token.word()) {
      f |= lexicon.word(token.hash);
      f.set(kAny);
      f.set(kWord);
      if (token.has(kPossessive)) {
        f.set(kPossessive_);
        f.set(kLower);
      } else {
        const bool ask = token.has(kInitialCapital);
        const char gender = unit.gender;
        add_case(sentence, cased, token, start, ask ? lexicon.name(token.hash, start || !cased) : RuleLexicon::NameFacts{},
                 name_word, word, unit);
        if (gender != '-') unit.gender = gender;
        if (start) f.set(kStart);
      }
      start = false;
    } else {
      f |= lexicon.word(token.hash);
      f.set(kAny);
      add_punctuation(word, at > sentence.first ? &all[at - 1] : nullptr, token,
                      at + 1 < sentence.last ? &all[at + 1] : nullptr, f);
      if (f.has(kOpenQuote_) || f.has(kDash) || f.has(kColon)) start = true;
    }
    at = unit.last;
  }
  Unit& end = out.emplace_back();
  end.first = end.last = sentence.last;
  end.features.set(kAny);
  end.features.set(kPunctuation_);
  end.features.set(kStop);
}

}  // namespace dragoman
