// Part of dragoman; see LICENSE.
//
// Trains the tagger of parts of speech.
//
//   Result<PosTagger> tagger = train_pos(lexicon, sentences, dev, options, progress);

#ifndef DRAGOMAN_LEARN_POS_TRAINER_H_
#define DRAGOMAN_LEARN_POS_TRAINER_H_

#include <functional>
#include <vector>

#include "learn/conllu.h"
#include "learn/linear.h"
#include "syntax/pos_tagger.h"

namespace dragoman {

struct PosTrainerOptions {
  LinearOptions linear;
  std::uint64_t seed = 1;
  int epochs = 4;
  std::uint32_t drop = 10;       // per cent of features left out in training
  std::uint32_t bits = 17;
};

struct TagScore {
  std::size_t tokens = 0, upos = 0, tag = 0;
  double percent() const { return tokens == 0 ? 0 : 100.0 * double(upos) / double(tokens); }
};

using PosProgress = std::function<void(int epoch, double error, const TagScore& dev)>;

// kBadData if the sentences have more tags than a model holds.  Deterministic.
Result<PosTagger> train_pos(const Lexicon& lexicon, const std::vector<TreeSentence>& train,
                            const std::vector<TreeSentence>& dev, const PosTrainerOptions& options,
                            const PosProgress& progress);

TagScore score_tags(const PosTagger& tagger, const Lexicon& lexicon, const std::vector<TreeSentence>& sentences);

}  // namespace dragoman

#endif  // DRAGOMAN_LEARN_POS_TRAINER_H_
