// Part of dragoman; see LICENSE.
//
// Trains the tagger of names.
//
//   NameTrainerOptions options;
//   options.train = {"gum-train.jsonl", "wnut17-train.jsonl"};
//   Result<NameTagger> tagger = train_names(knowledge, clusters, options, progress);

#ifndef DRAGOMAN_LEARN_NAME_TRAINER_H_
#define DRAGOMAN_LEARN_NAME_TRAINER_H_

#include <filesystem>
#include <functional>

#include "learn/name_examples.h"

namespace dragoman {

struct NameTrainerOptions {
  std::vector<MarkedText> train, dev;
  std::uint64_t seed = 1;
  int epochs = 3;
  int patience = 3;              // epochs without a better dev score, where dev is given
  float rate = 0.05f;            // AdaGrad's
  float decay = 0.1f;            // of all weights after each epoch
  std::uint32_t drop = 30;       // per cent of features left out in training
  std::uint32_t least_uses = 2;  // features seen less often are left out
  std::filesystem::path state;   // written after each epoch; if it is there, training goes on from it
  std::uint32_t bits = 17;       // 2^bits lines of the table
};

struct NameScore {
  std::size_t right = 0, found = 0, marked = 0;
  double f1() const { return found + marked == 0 ? 0 : 200.0 * double(right) / double(found + marked); }
};

// Called after each epoch.  dev: of PER, LOC and ORG, same span and kind; empty without dev texts.
using NameProgress = std::function<void(int epoch, double loss, const NameScore& dev)>;

// knowledge: loaded without models.  Deterministic: the same texts, options and data give the
// same bytes on every machine.  About 20 s a million features and epoch.
Result<NameTagger> train_names(const std::shared_ptr<const Knowledge>& knowledge, std::shared_ptr<const WordClusters> clusters,
                               const NameTrainerOptions& options, const NameProgress& progress);

NameScore score_names(const NameTagger& tagger, const std::vector<AnalysedText>& texts,
                      const std::vector<std::vector<std::uint32_t>>& allowed);

}  // namespace dragoman

#endif  // DRAGOMAN_LEARN_NAME_TRAINER_H_
