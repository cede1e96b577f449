// Part of dragoman; see LICENSE.
//
// Dates told from the one named before them: "on Tuesday ... the next day", "two days earlier",
// "that night".  The day of publication says nothing of them.
//
//   find_mentions(...);
//   tell_dates(document);

#ifndef DRAGOMAN_MENTION_STORY_DATES_H_
#define DRAGOMAN_MENTION_STORY_DATES_H_

#include <optional>

#include "dragoman/document.h"

namespace dragoman {

// Gives such mentions their value where a single day was named in the same sentence or the three
// before it.  Linear in the mentions.
void tell_dates(Document& document);

// What tokens [first, last) lead to from a day: "two days after" from the 5th: the 7th.  With `back`
// the way round: what happened two days before the 5th, which was "two days after" it.
std::optional<DateValue> told_from(const Document& document, Index first, Index last, std::int32_t day, bool back);

}  // namespace dragoman

#endif  // DRAGOMAN_MENTION_STORY_DATES_H_
