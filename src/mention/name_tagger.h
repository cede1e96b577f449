// Part of dragoman; see LICENSE.
//
// The learned tagger of names: persons, places, organisations and others.
//
//   Result<NameTagger> tagger = NameTagger::load("data/models/names.model", clusters);
//   std::vector<TaggedName> names;
//   tagger->tag(document, words, readings, names);
//
// Each token of a stretch scores each of 17 labels (begin, inside, end, single of four
// kinds, and outside) by what name_features.h asks; name_chain.h finds the best sequence.
// Immutable once loaded.

#ifndef DRAGOMAN_MENTION_NAME_TAGGER_H_
#define DRAGOMAN_MENTION_NAME_TAGGER_H_

#include <filesystem>
#include <memory>
#include <span>
#include <vector>

#include "base/weight_table.h"
#include "mention/name_chain.h"
#include "mention/name_memory.h"

namespace dragoman {

struct TaggedName {
  Index first = 0;              // tokens [first, last)
  Index last = 0;
  Index sentence = 0;
  TagKind kind = TagKind::kPerson;
  friend bool operator==(const TaggedName&, const TaggedName&) = default;
};

class NameTagger {
 public:
  // clusters: those that it was trained with.
  NameTagger(WeightTable weights, const NameTransitions& transitions, std::shared_ptr<const WordClusters> clusters);

  // kNotFound if there is no such file, kBadData if it is no model of names.
  static Result<NameTagger> load(const std::filesystem::path& file, std::shared_ptr<const WordClusters> clusters);
  static Result<NameTagger> read(ByteReader& in, std::shared_ptr<const WordClusters> clusters);
  void write(ByteWriter& out) const;
  // As sections "tagger.*" of a bundle, and back without copying; the bundle must outlive it.
  void add_to(BundleWriter& bundle) const;
  static Result<NameTagger> from_bundle(const std::shared_ptr<const Bundle>& bundle,
                                        std::shared_ptr<const WordClusters> clusters);

  // Names of the prose of a document, in order, never overlapping.  Linear time.  told: RuleLexicon::told().
  void tag(const Document& document, std::span<const WordFacts> words, std::span<const std::uint16_t> told,
           std::span<const Reading> readings, std::vector<TaggedName>& names) const;

 private:
  static bool read_transitions(ByteReader& in, NameTransitions& transitions);
  void write_transitions(ByteWriter& out) const;
  // Adds tokens: of each the sums of what is remembered, and the other questions.
  void score(std::span<const NameSums> alone, std::span<const std::uint64_t> hashes, NameChain& chain) const;
  template <typename Sums>
  void score_with(std::span<const NameSums> alone, std::span<const std::uint64_t> hashes, NameChain& chain) const;
  void score_avx512(std::span<const NameSums> alone, std::span<const std::uint64_t> hashes, NameChain& chain) const;
  static std::uint64_t next_id();

  std::uint64_t id_ = next_id();             // tells its weights from another's
  WeightTable weights_;
  NameTransitions transitions_;
  NameChainWeights chain_weights_;           // the same, as a step needs them
  std::shared_ptr<const WordClusters> clusters_;
};

}  // namespace dragoman

#endif  // DRAGOMAN_MENTION_NAME_TAGGER_H_
