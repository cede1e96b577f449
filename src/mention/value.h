// Part of dragoman; see LICENSE.
//
// What a DATE, MONEY or QUANTITY stands for.
//
//   ValueReader values(lexicon);
//   DateReading july = values.date({text, tokens, lexicon, 0, 9, date}, 4, 6);
//
// Reads the tokens of a mention that a rule found; the word lists MONTH, WEEKDAY, TIME_UNIT,
// NUMBER_WORD ... of words.yaml say what each word means.

#ifndef DRAGOMAN_MENTION_VALUE_H_
#define DRAGOMAN_MENTION_VALUE_H_

#include <cstdint>
#include <optional>
#include <string_view>

#include "dragoman/document.h"
#include "dragoman/mention.h"
#include "dragoman/text.h"
#include "dragoman/token.h"
#include "mention/lexicon.h"

namespace dragoman {

struct ValueContext {
  const Text& text;
  const Tokens& tokens;
  const RuleLexicon& lexicon;          // of the rule set that the reader was made for
  Index sentence_first = 0;        // tokens of the sentence: [first, last)
  Index sentence_last = 0;
  std::optional<Date> date;        // of the document
};

struct DateReading {
  std::optional<DateValue> value;  // none: it depends on something not known
  bool impossible = false;         // no date after all: "Feb. 31"
};

class ValueReader {
 public:
  explicit ValueReader(const RuleLexicon& lexicon);

  // Tokens [first, last) as a date.
  //
  // A bare weekday is the last such day up to the document's date, that date included, as in
  // news; "last" excludes the date, "next", "coming" and a future verb before it ("will meet on
  // Thursday") give the first one after it.  A month without year is the last such month
  // that has begun, or with those words the next.  "Sept. 5" without year is the nearest.
  DateReading date(const ValueContext& context, Index first, Index last) const;

  // Tokens [first, last) as an amount; none if no number is there.  "dozens" is 24 .. 99,
  // "10 to 12" is 10 .. 12; "at least 20" and "nearly 20" are 20.
  std::optional<Amount> amount(const ValueContext& context, Index first, Index last) const;

 private:
  struct Parts;
  struct Words {
    Bit month, weekday, time_unit, number_word, ordinal_word, relative_day, season, scale,
        vague_number, currency, measure, future, reported, day_part, currency_owner, currency_code, ahead;
  };
  struct Hashes {
    std::uint64_t last, previous, next, coming, upcoming, following, this_, past, recent, ago,
        since, until, till, by, before, early, late, mid, earlier, later, end, beginning, start,
        middle, half, a, an, the, of, few, several, couple, from, to, and_, between, weekend,
        dozen, not_;
  };

  Parts read(const ValueContext& context, Index first, Index last) const;
  DateReading resolve(const Parts& parts, const ValueContext& context, Index first) const;
  bool future(const ValueContext& context, Index first) const;

  Words list_;
  Hashes word_;
};

}  // namespace dragoman

#endif  // DRAGOMAN_MENTION_VALUE_H_
