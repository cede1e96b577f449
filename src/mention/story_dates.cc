// Part of dragoman; see LICENSE.

#include "mention/story_dates.h"

#include <charconv>
#include <optional>
#include <string>
#include <string_view>

#include "base/flat_map.h"
#include "dragoman/token.h"

namespace dragoman {
namespace {

// How far a phrase leads from the day that was named.
struct Step {
  int count = 0;
  int days = 0, months = 0;     // of the unit
};

struct Unit {
  int days, months;
};

// What a word says of the step.
enum class Says : std::uint8_t { kUnit, kAhead, kNext, kBack, kSame, kNumber, kNow };
struct WordMeaning {
  Says says = Says::kNow;
  Unit unit = {0, 0};
  int number = 0;
};

// By hash.
FlatMap<WordMeaning> make_meanings() {
  FlatMap<WordMeaning> all;
  const auto add = [&all](const std::string& word, WordMeaning meaning) { all[fold_hash(word)] = meaning; };
  const auto unit = [&add](const std::string& word, Unit what) {
    add(word, {Says::kUnit, what, 0});
    add(word + "s", {Says::kUnit, what, 0});
  };
  for (const char* word : {"day", "night", "morning", "afternoon", "evening"}) unit(word, {1, 0});
  for (const char* word : {"hour", "minute"}) unit(word, {0, 0});
  unit("week", {7, 0});
  unit("month", {0, 1});
  unit("year", {0, 12});
  for (const char* word : {"following", "later", "after", "afterwards", "afterward"}) {
    add(word, {Says::kAhead, {}, 0});
  }
  for (const char* word : {"previous", "earlier", "before", "beforehand"}) add(word, {Says::kBack, {}, 0});
  add("next", {Says::kNext, {}, 0});
  for (const char* word : {"this", "last", "past", "ago", "coming", "recent", "several", "few", "some", "many", "half"}) {
    add(word, {Says::kNow, {}, 0});
  }
  for (const char* word : {"that", "same"}) add(word, {Says::kSame, {}, 0});
  int number = 0;
  for (const char* word : {"one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
                           "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen", "twenty"}) {
    add(word, {Says::kNumber, {}, ++number});
  }
  return all;
}

class Phrase {
 public:
  Phrase(const Document& document, Index first, Index last) : document_(document) {
    for (Index t = first; t < last; ++t) read(document.tokens.tokens[t]);
  }
  // None: the phrase is told from no other day.
  std::optional<Step> step() const {
    // "later this year", "next month": told from the day of publication.
    if (now_ || (next_ && unit_ != nullptr && unit_->days != 1)) return std::nullopt;
    if (unit_ == nullptr || direction_ == 0) {
      if (unit_ != nullptr && same_ && unit_->months == 0 && unit_->days <= 1) return Step{};
      return std::nullopt;
    }
    return Step{direction_ * count_, unit_->days, unit_->months};
  }

 private:
  void read(const Token& token) {
    static const FlatMap<WordMeaning> kMeanings = make_meanings();
    if (const WordMeaning* said = kMeanings.find(token.hash)) {
      switch (said->says) {
        case Says::kUnit: unit_ = &said->unit; break;
        case Says::kAhead: direction_ = 1; break;
        case Says::kNext: direction_ = 1, next_ = true; break;
        case Says::kNow: now_ = true; break;
        case Says::kBack: direction_ = -1; break;
        case Says::kSame: same_ = true; break;
        case Says::kNumber: count_ = said->number; break;
      }
    }
    if (token.has(kHasDigit)) {
      const std::string_view text = document_.slice(token.span());
      int value = 0;
      const std::from_chars_result read = std::from_chars(text.data(), text.data() + text.size(), value);
      if (read.ec == std::errc() && value > 0 && value < 1000) count_ = value;
    }
  }

  const Document& document_;
  const Unit* unit_ = nullptr;
  int direction_ = 0, count_ = 1;
  bool same_ = false, next_ = false, now_ = false;
};

DateValue move(std::int32_t day, const Step& step) {
  DateValue value;
  if (step.months == 0) {
    value.from = value.to = day + step.count * step.days;
    if (step.days == 7) {
      value.from -= 3;
      value.to += 3;
      value.precision = DatePrecision::kWeek;
    }
    return value;
  }
  const Date from = from_days(day);
  const int months = from.year * 12 + from.month - 1 + step.count * step.months;
  const bool year = step.months == 12;
  const int first = year ? months / 12 * 12 : months, next = first + (year ? 12 : 1);
  value.from = to_days({first / 12, first % 12 + 1, 1});
  value.to = to_days({next / 12, next % 12 + 1, 1}) - 1;
  value.precision = year ? DatePrecision::kYear : DatePrecision::kMonth;
  return value;
}

}  // namespace

std::optional<DateValue> told_from(const Document& document, Index first, Index last, std::int32_t day, bool back) {
  std::optional<Step> step = Phrase(document, first, last).step();
  if (!step) return std::nullopt;
  if (back) step->count = -step->count;
  return move(day, *step);
}

void tell_dates(Document& document) {
  constexpr Index kFarthest = 3;   // sentences
  std::optional<std::int32_t> named;
  Index sentence = 0;
  for (Mention& mention : document.mentions) {
    if (mention.type != MentionType::kDate) continue;
    if (named && mention.sentence > sentence + kFarthest) named.reset();
    if (const std::optional<Step> step = Phrase(document, mention.first, mention.last).step(); step) {
      if (!named) continue;
      const DateValue value = move(*named, *step);
      if (mention.value == kNone) {
        mention.value = Index(document.dates.size());
        document.dates.push_back(value);
      } else {
        document.dates[mention.value] = value;
      }
    }
    if (mention.value == kNone) continue;
    const DateValue& value = document.dates[mention.value];
    if (value.from != value.to || value.open_start || value.open_end) continue;
    named = value.from;
    sentence = mention.sentence;
  }
}

}  // namespace dragoman
