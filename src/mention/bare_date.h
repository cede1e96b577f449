// Part of dragoman; see LICENSE.
//
// "on Tuesday", "on July 26": days that name no week and no year.  The nearest is taken when mentions are read; which one is meant is
// told by the tense of what happened then, which is known later.

#ifndef DRAGOMAN_MENTION_BARE_DATE_H_
#define DRAGOMAN_MENTION_BARE_DATE_H_

#include <cstdint>

#include "dragoman/document.h"

namespace dragoman {

enum class Tense : std::uint8_t { kPast, kToCome };

// A bare weekday, with a part of the day or without.
bool is_bare_weekday(const Document& document, const Mention& mention);

// Moves the value of such a mention to the side of `today` (days since 1970-01-01) that the tense asks for: a weekday by a week, a day
// of a month by a year.  Others stay; true if it moved.
bool take_tense(Document& document, const Mention& mention, Tense tense, std::int32_t today);

}  // namespace dragoman

#endif  // DRAGOMAN_MENTION_BARE_DATE_H_
