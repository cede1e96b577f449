// Part of dragoman; see LICENSE.
//
// The words that values are read by: lists of words.yaml by name, and a handful of function
// words by hash.

#include "mention/value.h"

namespace dragoman {

ValueReader::ValueReader(const RuleLexicon& lexicon) {
  const auto bit = [&](std::string_view name) {
    return lexicon.find_bit(name).value_or(kNeverBit);
  };
  list_ = {bit("MONTH"),        bit("WEEKDAY"), bit("TIME_UNIT"), bit("NUMBER_WORD"),
           bit("ORDINAL_WORD"), bit("RELATIVE_DAY"), bit("SEASON"), bit("SCALE"),
           bit("VAGUE_NUMBER"), bit("CURRENCY"), bit("MEASURE"), bit("FUTURE"),
           bit("REPORTED"), bit("DAY_PART"), bit("CURRENCY_OWNER"),
           bit("CURRENCY_CODE"), bit("AHEAD")};
  const auto h = [](std::string_view word) { return fold_hash(word); };
  word_ = {h("last"),   h("previous"), h("next"),      h("coming"), h("upcoming"),
           h("following"), h("this"),  h("past"),      h("recent"), h("ago"),
           h("since"),  h("until"),    h("till"),      h("by"),     h("before"),
           h("early"),  h("late"),     h("mid"),       h("earlier"), h("later"),
           h("end"),    h("beginning"), h("start"),    h("middle"), h("half"),
           h("a"),      h("an"),       h("the"),       h("of"),     h("few"),
           h("several"), h("couple"),  h("from"),      h("to"),     h("and"),
           h("between"), h("weekend"), h("dozen"),     h("not")};
}

}  // namespace dragoman
