// Part of dragoman; see LICENSE.
//
// Names of the gazetteer in one document, guards applied and the best reading chosen.

#ifndef DRAGOMAN_MENTION_KNOWN_H_
#define DRAGOMAN_MENTION_KNOWN_H_

#include <vector>

#include "mention/find.h"

namespace dragoman {

// A match that counts, with its best row.
struct KnownName {
  Index first = 0;              // tokens [first, last)
  Index last = 0;
  Index sentence = 0;
  NameEntry entry;
};

// Fills `known`, in order, never overlapping; adds what guards turned away to
// document.rejected.  words: of all tokens; starts: tokens that a name may start with (Vocabulary);
// no_capitals: of the document (no_capitals.h).
void find_known(const MentionModel& model, std::span<const WordFacts> words, std::span<const Index> starts,
                bool no_capitals, Document& document, std::vector<KnownName>& known);

// Does "ethnic" stand before a nationality?  Then it tells of no state.
bool is_ethnic(const Document& document, const KnownName& name);

// The mention that a known name makes.
Mention mention_of(const Gazetteer& gazetteer, const Document& document, const KnownName& name);

}  // namespace dragoman

#endif  // DRAGOMAN_MENTION_KNOWN_H_
