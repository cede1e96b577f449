// Part of dragoman; see LICENSE.

#include "mention/bare_date.h"

#include "token/word_set.h"

namespace dragoman {
namespace {

bool is_bare_day_of_month(const Document& document, const Mention& mention) {
  static constexpr auto kMonths =
      word_set({"january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december",
                "jan", "feb", "mar", "apr", "jun", "jul", "aug", "sept", "sep", "oct", "nov", "dec"});
  bool month = false, day = false;
  for (Index t = mention.first; t < mention.last; ++t) {
    const Token& token = document.tokens.tokens[t];
    if (kMonths.contains(token.hash)) {
      month = true;
    } else if (token.kind == TokenKind::kNumber) {
      const char third = token.end - token.start == 4 ? document.text.view()[token.start + 2] : 't';
      if (third >= '0' && third <= '9') return false;   // a year; "26th" is none
      day = true;
    }
  }
  return month && day;
}

}  // namespace

bool is_bare_weekday(const Document& document, const Mention& mention) {
  static constexpr auto kDays = word_set({"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"});
  static constexpr auto kParts = word_set({"morning", "afternoon", "evening", "night", "noon"});
  if (mention.last - mention.first > 2 || !kDays.contains(document.tokens.tokens[mention.first].hash)) return false;
  return mention.last - mention.first == 1 || kParts.contains(document.tokens.tokens[mention.first + 1].hash);
}

bool take_tense(Document& document, const Mention& mention, Tense tense, std::int32_t today) {
  DateValue& value = document.dates[mention.value];
  if (value.precision != DatePrecision::kDay || value.open_start || value.open_end) return false;
  if (tense == Tense::kToCome ? value.from >= today : value.from <= today) return false;
  if (is_bare_weekday(document, mention)) {
    const int days = tense == Tense::kToCome ? 7 : -7;
    value.from += days;
    value.to += days;
  } else if (is_bare_day_of_month(document, mention)) {
    Date first = from_days(value.from);
    if (first.month == 2 && first.day == 29) return false;
    first.year += tense == Tense::kToCome ? 1 : -1;
    const std::int32_t from = to_days(first);
    value.to += from - value.from;
    value.from = from;
  } else {
    return false;
  }
  return true;
}

}  // namespace dragoman
