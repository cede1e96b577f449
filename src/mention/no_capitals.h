// Part of dragoman; see LICENSE.
//
// Text that is written without capitals, as chat, transcripts and search terms are.

#ifndef DRAGOMAN_MENTION_NO_CAPITALS_H_
#define DRAGOMAN_MENTION_NO_CAPITALS_H_

#include "dragoman/document.h"

namespace dragoman {

// Has at most one word in 32 a capital?  A usual text is known by its first few words.
bool without_capitals(const Document& document);

}  // namespace dragoman

#endif  // DRAGOMAN_MENTION_NO_CAPITALS_H_
