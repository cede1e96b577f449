// Part of dragoman; see LICENSE.
//
// Trains the parser.
//
//   Result<Parser> parser = train_parser(lexicon, sentences, dev, tagger, options, progress);

#ifndef DRAGOMAN_LEARN_PARSE_TRAINER_H_
#define DRAGOMAN_LEARN_PARSE_TRAINER_H_

#include <functional>
#include <vector>

#include "learn/pos_trainer.h"
#include "syntax/parser.h"

namespace dragoman {

struct ParseTrainerOptions {
  LinearOptions linear;
  std::uint64_t seed = 1;
  int epochs = 10;
  std::uint32_t drop = 10;        // per cent of features left out in training
  std::uint32_t explore = 90;     // per cent of its own actions followed after the first epoch
  std::uint32_t action_bits = 17; // 8 rows a line
  std::uint32_t relation_bits = 16;
  std::uint32_t parts = 4;        // the training tags come from taggers that did not see them
};

struct ArcScore {
  std::size_t tokens = 0, head = 0, both = 0;     // all tokens, punctuation too
  double uas() const { return tokens == 0 ? 0 : 100.0 * double(head) / double(tokens); }
  double las() const { return tokens == 0 ? 0 : 100.0 * double(both) / double(tokens); }
};

using ParseProgress = std::function<void(int epoch, double error, const ArcScore& dev)>;

// tagger: the one that will be used with the parser; it tags the dev sentences and numbers the
// tags.  Deterministic.
Result<Parser> train_parser(const Lexicon& lexicon, const std::vector<TreeSentence>& train,
                            const std::vector<TreeSentence>& dev, const PosTagger& tagger,
                            const ParseTrainerOptions& options, const ParseProgress& progress);

ArcScore score_arcs(const Parser& parser, const PosTagger& tagger, const Lexicon& lexicon,
                    const std::vector<TreeSentence>& sentences);

}  // namespace dragoman

#endif  // DRAGOMAN_LEARN_PARSE_TRAINER_H_
