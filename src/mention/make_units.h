// Part of dragoman; see LICENSE.
//
// Turns a sentence into units.
//
//   kinds.prepare(index);
//   make_units(input, sentence, sources, kinds, units);
//   for (const Unit& unit : units.all) use(kinds.features(unit.kind));

#ifndef DRAGOMAN_MENTION_MAKE_UNITS_H_
#define DRAGOMAN_MENTION_MAKE_UNITS_H_

#include <span>
#include <vector>

#include "dragoman/text.h"
#include "dragoman/token.h"
#include "mention/unit.h"
#include "mention/unit_kinds.h"
#include "mention/vocabulary.h"

namespace dragoman {

// The units of a sentence, and the forms of those that mix digits and letters ("152mm"): which
// regexes these match is for the caller to add, who then gives them a new kind.
struct Units {
  std::span<Unit> all;
  struct Mixed {
    std::uint32_t unit;
    UnitForm form;
  };
  std::vector<Mixed> mixed;
  std::vector<Unit> room;     // memory of `all`, kept from one sentence to the next
};

// Fills `out` with the units of one sentence and one more, of no tokens, which stands for its
// end and is a full stop, so that a rule can ask what comes next.  words: of all tokens of
// the document (Vocabulary::read).  sources: sorted by first token; those in front of the sentence
// are passed by one after the other; where two overlap, the longer one (then the earlier one) makes the unit,
// and those of the same tokens add up.  Linear time.
void make_units(const Text& text, const Tokens& tokens, const Sentence& sentence,
                std::span<const WordFacts> words, std::span<const UnitSource> sources,
                UnitKinds& kinds, Units& out);

}  // namespace dragoman

#endif  // DRAGOMAN_MENTION_MAKE_UNITS_H_
