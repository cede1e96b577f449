// Part of dragoman; see LICENSE.
//
// Makes the names of one document agree.
//
//   agree_on_names(document, words, names);
//
// The same words are mostly the same thing throughout an article: where the tagger says so
// once clearly and hesitates elsewhere, the clear reading counts.

#ifndef DRAGOMAN_MENTION_NAME_AGREEMENT_H_
#define DRAGOMAN_MENTION_NAME_AGREEMENT_H_

#include <span>
#include <vector>

#include "mention/name_tagger.h"

namespace dragoman {

// names: in order, not overlapping; stays so.  Linear time.
void agree_on_names(const Document& document, std::span<const WordFacts> words, std::vector<TaggedName>& names);

}  // namespace dragoman

#endif  // DRAGOMAN_MENTION_NAME_AGREEMENT_H_
