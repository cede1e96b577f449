// Part of dragoman; see LICENSE.
//
// Picks one reading where several overlap, by one total order, and keeps the losers with
// the reason.
//
// The order, first difference decides:
//   1. a name that the tagger finds in the same tokens (vote_names.h);
//   2. more tokens;
//   3. the gazetteer before a rule;
//   4. the type that stands earlier in kTypeOrder (select.cc);
//   5. the rule that stands earlier;
//   6. further left.
// Names and values exclude each other.  Descriptions (GROUP, nominal)
// are a layer of their own: they may hold names ("[[U.S.] officials]") but
// not cross one, and exclude each other by the same order.  So are offices and
// pronouns, which stand beside names and inside descriptions ("[a political [analyst]]", "[[its] head]").

#ifndef DRAGOMAN_MENTION_SELECT_H_
#define DRAGOMAN_MENTION_SELECT_H_

#include <cstdint>
#include <vector>

#include "dragoman/mention.h"

namespace dragoman {

// A candidate mention with what the order needs to know.
struct Reading {
  Mention mention;
  bool known = false;          // from the gazetteer
  bool voted = false;          // the tagger finds a name in the same tokens
  std::uint16_t rank = 0;      // of its rule
};

// Moves the winners, by position, to `mentions` and the others to `rejected`.
// Time: linear in the tokens and the readings, but for those that overlap.
void select_readings(std::vector<Reading>& readings, std::vector<Mention>& mentions,
                     std::vector<Rejected>& rejected);

}  // namespace dragoman

#endif  // DRAGOMAN_MENTION_SELECT_H_
