// Part of dragoman; see LICENSE.
//
// Dates in two steps.  First the words of the mention are sorted into parts: month, day, year,
// weekday, unit, count, direction ("last", "next", "ago", "since") and share ("early", "late").
// Then the parts that are there decide: the most exact reading that has all it needs wins.
// All arithmetic is on whole days since 1970-01-01 with the proleptic Gregorian calendar.

#include <algorithm>
#include <chrono>
#include <cmath>

#include "dragoman/document.h"
#include "mention/number.h"
#include "mention/value.h"
#include "token/word_set.h"

namespace dragoman {
namespace {

enum Unit : int {
  kSecond = 0, kMinute, kHour, kDay, kWeek, kMonth, kYearUnit, kDecadeUnit, kCentury,
};

// Directions relative to the document's date.
enum class Side { kNone, kLast, kNext, kThis, kPast, kRecent, kComing };
enum class Share { kNone, kEarly, kMiddle, kLate };

int days_in(int year, int month) {
  using namespace std::chrono;
  return int(unsigned(
      year_month_day_last(std::chrono::year(year),
                          month_day_last(std::chrono::month(unsigned(month)))).day()));
}

std::int32_t day_of(int year, int month, int day) { return to_days({year, month, day}); }

// 1 Monday .. 7 Sunday.
int weekday_of(std::int32_t days) { return int(((days + 3) % 7 + 7) % 7) + 1; }

// Months from year 0, so that adding crosses years.
DateValue month_value(int months, DatePrecision precision = DatePrecision::kMonth) {
  const int year = months / 12, month = months % 12 + 1;
  DateValue v;
  v.from = day_of(year, month, 1);
  v.to = day_of(year, month, days_in(year, month));
  v.precision = precision;
  return v;
}

DateValue year_value(int first, int last) {
  DateValue v;
  v.from = day_of(first, 1, 1);
  v.to = day_of(last, 12, 31);
  v.precision = DatePrecision::kYear;
  return v;
}

DateValue day_value(std::int32_t day) { return {day, day, false, false, DatePrecision::kDay}; }

// The first, second or last third.
void take_share(DateValue& v, Share share) {
  if (share == Share::kNone) return;
  const std::int32_t length = v.to - v.from + 1;
  const std::int32_t third = std::max(1, length / 3);
  if (share == Share::kEarly) v.to = v.from + third - 1;
  if (share == Share::kLate) v.from = v.to - third + 1;
  if (share == Share::kMiddle) {
    v.from += third;
    v.to = std::max(v.from, v.from + third - 1);
  }
}

}  // namespace

struct ValueReader::Parts {
  int month = 0, month2 = 0;
  int day = 0, day2 = 0;
  int year = 0, year2 = 0;
  int decade = 0;
  int weekday = 0;
  int season = 0;                  // 1 spring .. 4 winter
  std::optional<int> relative_day; // -1 yesterday
  int unit = -1;
  double count = 0;                // 0: none given
  bool vague_count = false;        // "several"
  Side side = Side::kNone;
  Share share = Share::kNone;
  bool ago = false;
  bool earlier = false, later = false;
  bool since = false, until = false;
  bool weekend = false;
  bool day_part = false;           // night, morning
  bool plural_unit = false;        // "weeks"
  std::optional<Date> iso;
  bool bad_iso = false;
};

ValueReader::Parts ValueReader::read(const ValueContext& context, Index first,
                                     Index last) const {
  Parts p;
  thread_local std::vector<double> plain;
  plain.clear();
  const auto number = [&](double value) {
    p.count = value;
    plain.push_back(value);
  };
  for (Index i = first; i < last; ++i) {
    const Token& token = context.tokens.tokens[i];
    const std::string_view word = context.text.slice(token.span());
    if (token.has(kHasDigit)) {
      const NumberForm form = number_form(word);
      if (form.kind == NumberKind::kOrdinal) {
        (p.day == 0 ? p.day : p.day2) = int(form.value);
      } else if (form.kind == NumberKind::kDecade) {
        p.decade = form.digits == 2 ? 1900 + int(form.value) : int(form.value);
      } else if (form.kind == NumberKind::kPlain && form.is_year()) {
        (p.year == 0 ? p.year : p.year2) = int(form.value);
        plain.push_back(form.value);
      } else if (form.kind == NumberKind::kPlain) {
        number(form.value);
      } else if (Result<Date> iso = parse_date(word); iso.ok()) {
        p.iso = *iso;
      }
      continue;
    }
    const std::uint64_t h = token.hash;
    const Features& f = context.lexicon.word(h);
    const std::int32_t v = context.lexicon.value(h);
    const auto is = [&](Bit list) { return f.has(list) && v != RuleLexicon::kNoValue; };
    if (is(list_.month)) {
      (p.month == 0 ? p.month : p.month2) = v;
    } else if (is(list_.weekday)) {
      if (p.weekday == 0) p.weekday = v;
    } else if (is(list_.relative_day)) {
      p.relative_day = v;
    } else if (is(list_.season)) {
      p.season = v;
    } else if (f.has(list_.day_part)) {
      p.day_part = true;
    } else if (is(list_.time_unit)) {
      p.unit = v;
      p.plural_unit = word.back() == 's' || word.back() == 'S';
    } else if (h == word_.last || h == word_.previous) {
      p.side = Side::kLast;
    } else if (h == word_.next || h == word_.following) {
      p.side = Side::kNext;
    } else if (h == word_.coming || h == word_.upcoming) {
      p.side = Side::kComing;
    } else if (h == word_.this_) {
      if (p.side == Side::kNone) p.side = Side::kThis;
    } else if (h == word_.past) {
      p.side = Side::kPast;
    } else if (h == word_.recent) {
      p.side = Side::kRecent;
    } else if (h == word_.ago) {
      p.ago = true;
    } else if (h == word_.since) {
      p.since = true;
    } else if (h == word_.until || h == word_.till || h == word_.by || h == word_.before) {
      p.until = true;
    } else if (h == word_.early || h == word_.beginning || h == word_.start) {
      p.share = Share::kEarly;
    } else if (h == word_.late || h == word_.end) {
      p.share = Share::kLate;
    } else if (h == word_.mid || h == word_.middle) {
      p.share = Share::kMiddle;
    } else if (h == word_.earlier) {
      p.earlier = true;
    } else if (h == word_.later) {
      p.later = true;
    } else if (h == word_.weekend) {
      p.weekend = true;
    } else if (h == word_.couple) {
      p.count = 2;
    } else if (f.has(list_.vague_number) || h == word_.few) {
      p.vague_count = true;
    } else if (is(list_.ordinal_word)) {
      if (p.day == 0) p.day = v;
    } else if (is(list_.number_word)) {
      p.count = v;
    } else if ((h == word_.a || h == word_.an) && p.count == 0) {
      p.count = 1;
    }
  }
  if (first > context.sentence_first) {
    // "since" and "until" stand before the mention.
    const std::uint64_t h = context.tokens.tokens[first - 1].hash;
    if (h == word_.since) p.since = true;
    if (h == word_.until || h == word_.till || h == word_.by || h == word_.before) p.until = true;
  }
  if (plain.size() == 3 && p.year != 0 && plain[0] == p.year && p.month == 0) {
    // 2023-09-05
    const Date date{p.year, int(plain[1]), int(plain[2])};
    if (date.month >= 1 && date.month <= 12 && date.day >= 1 &&
        date.day <= days_in(date.year, date.month)) {
      p.iso = date;
    } else {
      p.bad_iso = true;
    }
  } else if (p.month != 0 && p.day == 0) {
    for (double value : plain) {
      if (value < 1 || value > 31 || value != std::floor(value)) continue;
      (p.day == 0 ? p.day : p.day2) = int(value);
    }
  }
  return p;
}

bool ValueReader::future(const ValueContext& context, Index first) const {
  // A verb about the future between the mention and the last verb of saying before it; "is to".
  static constexpr auto kBe = word_set({"is", "are", "was", "were"});
  for (Index i = first, seen = 0; i > context.sentence_first && seen < 24; ++seen) {
    const Features& f = context.lexicon.word(context.tokens.tokens[--i].hash);
    if (f.has(list_.future) || f.has(list_.ahead)) return true;
    if (i > context.sentence_first && context.tokens.tokens[i].hash == word_.to && kBe.contains(context.tokens.tokens[i - 1].hash)) return true;
    if (f.has(list_.reported)) return false;
  }
  return false;
}

DateReading ValueReader::date(const ValueContext& context, Index first, Index last) const {
  const Parts p = read(context, first, last);
  if (p.bad_iso) return {std::nullopt, true};
  if (p.month != 0 && p.day != 0) {
    const int longest = p.year ? days_in(p.year, p.month) : days_in(2024, p.month);
    if (p.day > longest) return {std::nullopt, true};
  }
  DateReading reading = resolve(p, context, first);
  if (!reading.value) return reading;
  DateValue& v = *reading.value;
  if (p.since) v.open_end = true;
  if (p.until) v.open_start = true;
  return reading;
}

DateReading ValueReader::resolve(const Parts& p, const ValueContext& context,
                                 Index first) const {
  const auto known = [](DateValue v) { return DateReading{v, false}; };
  // Absolute ones first: they need no date of the document.
  if (p.iso) return known(day_value(to_days(*p.iso)));
  if (p.year && p.month) {
    const int months = p.year * 12 + p.month - 1;
    if (p.day == 0) {
      DateValue v = month_value(months);
      if (p.month2) v.to = month_value(p.year * 12 + p.month2 - 1).to;
      take_share(v, p.share);
      return known(v);
    }
    DateValue v = day_value(day_of(p.year, p.month, p.day));
    if (p.day2 > p.day && p.day2 <= days_in(p.year, p.month) && !p.month2) {
      v.to = v.from + (p.day2 - p.day);
    }
    return known(v);
  }
  if (p.season && p.year) {
    DateValue v = month_value(p.year * 12 + p.season * 3 - 1, DatePrecision::kSeason);
    v.to = month_value(p.year * 12 + p.season * 3 + 1).to;
    return known(v);
  }
  if (p.decade) {
    DateValue v = year_value(p.decade, p.decade + 9);
    take_share(v, p.share);
    return known(v);
  }
  if (p.year && p.unit < 0 && !p.ago) {
    DateValue v = year_value(p.year, std::max(p.year, p.year2));
    take_share(v, p.share);
    return known(v);
  }

  // Relative ones.
  if (!context.date) return {};
  const std::int32_t today = to_days(*context.date);
  const int this_month = context.date->year * 12 + context.date->month - 1;
  const bool ahead = p.side == Side::kNext || p.side == Side::kComing;

  if (p.month && p.day) {
    // The nearest such day; of two, the past one.
    std::optional<std::int32_t> best;
    for (int year = context.date->year - 1; year <= context.date->year + 1; ++year) {
      if (p.day > days_in(year, p.month)) continue;
      const std::int32_t day = day_of(year, p.month, p.day);
      if (p.side == Side::kLast && day >= today) continue;
      if (ahead && day <= today) continue;
      if (!best || std::abs(day - today) < std::abs(*best - today)) best = day;
    }
    if (!best) return {};
    DateValue v = day_value(*best);
    if (p.day2 > p.day && !p.month2) v.to += p.day2 - p.day;
    return known(v);
  }
  if (p.relative_day) {
    return known(day_value(today + *p.relative_day));
  }
  if (p.weekday && p.unit < 0) {
    const int back = ((weekday_of(today) - p.weekday) % 7 + 7) % 7;
    std::int32_t day = today - back;
    if (ahead || (p.side == Side::kNone && !p.since && future(context, first))) {
      day = back == 0 && !ahead ? today : day + 7;
    } else if (p.side == Side::kThis) {
      if (back != 0 && future(context, first)) day += 7;
    } else if (p.side == Side::kLast && back == 0) {
      day -= 7;
    }
    return known(day_value(day));
  }
  if (p.day_part && p.unit < 0 && p.month == 0) {
    // "last night", "this morning"
    return known(day_value(today - (p.side == Side::kLast ? 1 : 0)));
  }
  if (p.month) {
    int months = context.date->year * 12 + p.month - 1;
    const bool to_come = ahead || (p.side == Side::kNone && (p.until || future(context, first)));
    if (to_come) {
      if (months < this_month || (ahead && months == this_month)) months += 12;
    } else if (p.side == Side::kThis) {
      // of this year
    } else if (months > this_month || (p.side == Side::kLast && months == this_month)) {
      months -= 12;
    }
    DateValue v = month_value(months);
    if (p.month2) {
      v.to = month_value(months + ((p.month2 - p.month) % 12 + 12) % 12).to;
    }
    take_share(v, p.share);
    return known(v);
  }
  if (p.season) {
    int months = context.date->year * 12 + p.season * 3 - 1;
    const bool to_come = ahead || (p.side == Side::kNone && future(context, first));
    if (!to_come && p.side != Side::kThis && months > this_month) months -= 12;
    if (to_come && months + 2 < this_month) months += 12;
    if (p.side == Side::kLast && months <= this_month && this_month <= months + 2) months -= 12;
    DateValue v = month_value(months, DatePrecision::kSeason);
    v.to = month_value(months + 2).to;
    return known(v);
  }
  if (p.weekend) {
    std::int32_t saturday = today - (weekday_of(today) + 1) % 7;
    if (weekday_of(today) == 7) saturday = today - 1;
    if (ahead || ((p.side == Side::kThis || p.side == Side::kNone) && future(context, first))) {
      saturday += weekday_of(today) >= 6 && !ahead ? 0 : 7;
    }
    return known({saturday, saturday + 1, false, false, DatePrecision::kDay});
  }
  if (p.unit < kDay) {
    if (p.unit >= 0 && (p.ago || p.side == Side::kPast || p.side == Side::kLast)) {
      return known({today - 1, today, false, false, DatePrecision::kDay});
    }
    return {};
  }

  static constexpr int kDaysOf[] = {0, 0, 0, 1, 7, 30, 365, 3653, 36525};
  const bool counted = p.count > 0 || p.vague_count || (p.plural_unit && !p.ago);
  const double count = counted && p.count == 0 ? 5 : std::max(1.0, p.count);
  if (p.ago) {
    if (p.vague_count || p.unit >= kDecadeUnit || count != std::floor(count) || count > 2000) {
      const std::int32_t middle = today - std::int32_t(std::min(count * kDaysOf[p.unit], 1e6));
      const std::int32_t slack = std::int32_t(std::min(count * kDaysOf[p.unit] / 2, 5e5));
      return known({middle - slack, std::min(today, middle + slack), false, false,
                    DatePrecision::kVague});
    }
    if (!counted && p.unit != kDay) {
      // "years ago"
      return known({today - 5 * kDaysOf[p.unit], today - kDaysOf[p.unit], false, false,
                    DatePrecision::kVague});
    }
    const int n = int(count);
    switch (p.unit) {
      case kDay: return known(day_value(today - n));
      case kWeek: {
        const std::int32_t monday = today - (weekday_of(today) - 1) - 7 * n;
        return known({monday, monday + 6, false, false, DatePrecision::kWeek});
      }
      case kMonth: return known(month_value(this_month - n));
      default: return known(year_value(context.date->year - n, context.date->year - n));
    }
  }
  if (p.side == Side::kNone) {
    return {};   // a length of time: "for two years", "within months"
  }
  if (counted || p.side == Side::kRecent) {
    // "the past two weeks", "recent months", "the next few days"
    const double n = p.count > 0 ? count : 5;
    const std::int32_t length = std::int32_t(std::min(n * kDaysOf[p.unit], 1e6));
    DateValue v{today - length, today, false, false, DatePrecision::kVague};
    if (ahead) v = {today, today + length, false, false, DatePrecision::kVague};
    return known(v);
  }
  const int step = p.side == Side::kLast || p.side == Side::kPast ? -1
                   : ahead                                          ? 1
                                                                    : 0;
  DateValue v;
  switch (p.unit) {
    case kDay: v = day_value(today + step); break;
    case kWeek: {
      const std::int32_t monday = today - (weekday_of(today) - 1) + 7 * step;
      v = {monday, monday + 6, false, false, DatePrecision::kWeek};
      if (p.weekday) v = day_value(monday + p.weekday - 1);
      break;
    }
    case kMonth: v = month_value(this_month + step); break;
    case kYearUnit: v = year_value(context.date->year + step, context.date->year + step); break;
    case kDecadeUnit: {
      const int decade = context.date->year / 10 * 10 + 10 * step;
      v = p.side == Side::kPast ? year_value(context.date->year - 10, context.date->year)
                                : year_value(decade, decade + 9);
      v.precision = DatePrecision::kVague;
      break;
    }
    default: return {};
  }
  if (p.earlier && v.from < today) v.to = std::min(v.to, today);
  if (p.later && v.to > today) v.from = std::max(v.from, today);
  take_share(v, p.share);
  return known(v);
}

}  // namespace dragoman
