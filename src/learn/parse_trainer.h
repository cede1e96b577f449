// Part of dragoman; see LICENSE.
//
// Trains the parser: parts of speech and trees together.
//
//   Result<TrainedParser> trained = train_parser(lexicon, clusters, sentences, dev, options, progress);
//   trained->write(out);                            // a model file
//   Parser parser = trained->parser();

#ifndef DRAGOMAN_LEARN_PARSE_TRAINER_H_
#define DRAGOMAN_LEARN_PARSE_TRAINER_H_

#include <filesystem>
#include <functional>
#include <vector>

#include "learn/conllu.h"
#include "syntax/parser.h"

namespace dragoman {

struct ParseTrainerOptions {
  std::uint64_t seed = 1;
  int epochs = 16;
  std::uint32_t width = 64, hidden = 128, layers = 3;
  float rate = 0.002f;            // of the first step; it falls to nothing in a straight line
  std::uint32_t batch = 8;        // sentences a step
  float drop_words = 0.25f, drop_hidden = 0.2f;    // of the numbers there
  float forget = 0.3f;            // a word seen n times is taken for unknown with forget / (forget + n)
  std::uint32_t explore = 90;     // per cent of its own actions followed after the first epoch
  int patience = 0;               // epochs without a better dev score before it stops; 0: all epochs
  std::filesystem::path state;    // written after each epoch; if it is there, training goes on from it
  std::uint32_t least_words = 2, least = 3;       // uses that a word or lemma, another feature needs
};

struct TreeScore {
  std::size_t tokens = 0, upos = 0, tag = 0, head = 0, both = 0;   // all tokens, punctuation too
  double percent(std::size_t right) const { return tokens == 0 ? 0 : 100.0 * double(right) / double(tokens); }
};

struct TrainedParser {
  NetWeights weights;
  std::vector<std::string> tags, relations;
  std::shared_ptr<const WordClusters> clusters;

  Parser parser() const { return Parser(weights, tags, relations, clusters); }
  void write(ByteWriter& out) const { Parser::write(weights, tags, relations, out); }
};

using ParseProgress = std::function<void(int epoch, double loss, const TreeScore& dev)>;

// kBadData if the sentences have more tags or relations than a model holds, or `state` is of another
// training.  Deterministic, stopped and gone on or not.  With dev sentences, the epoch of the best LAS
// is what is returned.
Result<TrainedParser> train_parser(const Lexicon& lexicon, std::shared_ptr<const WordClusters> clusters,
                                   const std::vector<TreeSentence>& train,
                                   const std::vector<TreeSentence>& dev, const ParseTrainerOptions& options,
                                   const ParseProgress& progress);

TreeScore score_trees(const Parser& parser, const Lexicon& lexicon, const std::vector<TreeSentence>& sentences);

}  // namespace dragoman

#endif  // DRAGOMAN_LEARN_PARSE_TRAINER_H_
