// Part of dragoman; see LICENSE.
//
// Does a match of the gazetteer count?  Looks at how the name is written and, for names
// that are also common words or persons' names, at what stands around it.

#ifndef DRAGOMAN_MENTION_GUARD_H_
#define DRAGOMAN_MENTION_GUARD_H_

#include "base/flat_map.h"
#include "dragoman/document.h"
#include "mention/vocabulary.h"

namespace dragoman {

// Judges the matches of one document.
class NameGuard {
 public:
  // words: of all tokens of the document.
  // no_capitals: of the document (no_capitals.h).  states: working memory; what it held is lost.
  using States = FlatMap<int>;     // record of a state -> how often it is spoken of
  NameGuard(const Gazetteer& gazetteer, std::span<const WordFacts> words, bool no_capitals, const Document& document,
            States& states);

  // Is the match written as this row asks?  Why::kNotSaid if so, else the reason.
  Why check_form(const GazetteerMatch& match, const NameEntry& entry,
                 const Sentence& sentence) const;

  // Counts a match that is beyond doubt, as evidence for the doubtful ones.
  void add_evidence(Index record);

  // How much support a row needs: 0, it stands by itself; else support() must reach it.
  int needed(const GazetteerMatch& match, const NameEntry& entry, const Sentence& sentence) const;

  // How well the neighbourhood and the document support a reading.  Call after all evidence
  // was added.
  int support(const GazetteerMatch& match, const NameEntry& entry, const Sentence& sentence) const;

  // Of several rows that fit, the best: by type, then by what the document speaks of,
  // then by fame.  Returns an index into `rows`.
  std::size_t best(const std::vector<NameEntry>& rows) const;

  // Does the sentence or the document speak of the politics or places of the United States?
  bool american(const Sentence& sentence) const;

 private:
  bool spoken_as_word(Index token) const;
  bool of_somebody(const GazetteerMatch& match, const Sentence& sentence) const;
  bool after_article(const GazetteerMatch& match) const;
  bool part_of_longer_name(const GazetteerMatch& match, const Sentence& sentence) const;
  bool neighbour_is_name(Index token, const Sentence& sentence) const;
  int state_weight(Index state_record) const;

  const Gazetteer& gazetteer_;
  const Gazetteer::Impl& records_;
  std::span<const WordFacts> words_;
  const Document& document_;
  const bool no_capitals_;       // the whole text
  States& states_;
  int state_names_ = 0;
  int american_places_ = 0;
  Index usa_ = kNone;
};

}  // namespace dragoman

#endif  // DRAGOMAN_MENTION_GUARD_H_
