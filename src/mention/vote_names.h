// Part of dragoman; see LICENSE.
//
// Where gazetteer, rules and tagger vote on names.

#ifndef DRAGOMAN_MENTION_VOTE_NAMES_H_
#define DRAGOMAN_MENTION_VOTE_NAMES_H_

#include <span>
#include <vector>

#include "mention/name_tagger.h"

namespace dragoman {

struct NameVote {
  const NameTagger& tagger;
  std::span<const WordFacts> words;   // of all tokens
  std::span<const std::uint16_t> told;   // RuleLexicon::told()
  OriginId origin;                    // of names that only the tagger found
};

// Marks the readings that the tagger agrees with and adds the names that only it finds behind
// them; vote_names.cc gives the order.  Returns where the added ones start.
std::size_t vote_names(const NameVote& vote, Document& document, std::vector<Reading>& readings);

}  // namespace dragoman

#endif  // DRAGOMAN_MENTION_VOTE_NAMES_H_
