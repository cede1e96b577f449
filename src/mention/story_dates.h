// Part of dragoman; see LICENSE.
//
// Dates told from the one named before them: "on Tuesday ... the next day", "two days earlier",
// "that night".  The day of publication says nothing of them.
//
//   find_mentions(...);
//   tell_dates(document);

#ifndef DRAGOMAN_MENTION_STORY_DATES_H_
#define DRAGOMAN_MENTION_STORY_DATES_H_

#include "dragoman/document.h"

namespace dragoman {

// Gives such mentions their value where a single day was named in the same sentence or the three
// before it.  Linear in the mentions.
void tell_dates(Document& document);

}  // namespace dragoman

#endif  // DRAGOMAN_MENTION_STORY_DATES_H_
