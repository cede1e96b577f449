// Part of dragoman; see LICENSE.
//
// dragoman train: the learned models, from marked texts.

#include <chrono>
#include <cstdio>
#include <memory>

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include "cli/commands.h"
#include "cli/options.h"
#include "cli/output.h"
#include "learn/cluster_trainer.h"
#include "learn/name_trainer.h"
#include "learn/parse_trainer.h"

namespace dragoman::cli {
namespace {

struct Options {
  std::vector<std::string> train, dev, leave_out;
  std::string state;
  std::string vectors;
  std::size_t most_words = 250000;
  ClusterOptions cluster;
  std::string out, data;
  NameTrainerOptions names;
  ParseTrainerOptions parse;
};

// The documents of all files but those whose id starts with one of `leave_out`.  read: of one
// file; id: member that names an item's document.
template <typename T>
Result<std::vector<T>> read_all(Result<std::vector<T>> (*read)(const std::filesystem::path&), std::string T::*id,
                                const std::vector<std::string>& files,
                                const std::vector<std::string>& leave_out) {
  std::vector<T> all;
  for (const std::string& file : files) {
    Result<std::vector<T>> items = read(file);
    if (!items.ok()) return items.error();
    for (T& item : *items) {
      const bool out = std::any_of(leave_out.begin(), leave_out.end(),
                                   [&](const std::string& start) { return (item.*id).starts_with(start); });
      if (!out) all.push_back(std::move(item));
    }
  }
  return all;
}

ExitCode fail(const Error& error) {
  complain_about(error);
  return exit_code(error);
}

// Writes the model; a training that is done leaves no state.
ExitCode finish(const Options& options, std::string_view section, const ByteWriter& out) {
  if (const Status written = save_stream(options.out, section, out); !written.ok()) return fail(written.error());
  std::error_code none;
  if (!options.state.empty()) std::filesystem::remove(options.state, none);
  return kFine;
}

// Epochs so far, the score, and the time left, on standard error.
class Progress {
 public:
  explicit Progress(int epochs) : epochs_(epochs), begin_(std::chrono::steady_clock::now()) {}
  void show(int epoch, double loss, const std::string& score) const {
    const double spent = std::chrono::duration<double>(std::chrono::steady_clock::now() - begin_).count();
    std::fprintf(stderr, "%s", fmt::format("epoch {}/{}  loss {:.4f}  {}  {:.0f} s, {:.0f} s left\n", epoch, epochs_,
                                           loss, score, spent, spent / epoch * (epochs_ - epoch)).c_str());
  }

 private:
  int epochs_;
  std::chrono::steady_clock::time_point begin_;
};

// The clusters of the data folder; none if there are none.
Result<std::shared_ptr<const WordClusters>> clusters_of(const std::filesystem::path& data) {
  return WordClusters::load_if_there(data / "models" / "clusters.model");
}

ExitCode train_clusters(const Options& options) {
  const Result<WordVectors> vectors = read_vectors(options.vectors, options.most_words);
  if (!vectors.ok()) return fail(vectors.error());
  const WordClusters clusters = dragoman::train_clusters(*vectors, options.cluster, [](double done) {
    std::fprintf(stderr, "%s", fmt::format("{:.0f} per cent\n", 100 * done).c_str());
  });
  ByteWriter out;
  clusters.write(out);
  return finish(options, "clusters", out);
}

ExitCode train_names(Options& options) {
  Result<std::vector<MarkedText>> train = read_all(&read_marked_texts, &MarkedText::id, options.train, options.leave_out);
  if (!train.ok()) return fail(train.error());
  Result<std::vector<MarkedText>> dev = read_all(&read_marked_texts, &MarkedText::id, options.dev, {});
  if (!dev.ok()) return fail(dev.error());
  options.names.train = *std::move(train);
  options.names.state = options.state;
  options.names.dev = *std::move(dev);
  KnowledgeOptions known;
  known.data = options.data;
  known.models = false;
  const Result<std::shared_ptr<const Knowledge>> knowledge = Knowledge::load(known);
  if (!knowledge.ok()) return fail(knowledge.error());
  const auto clusters = clusters_of(options.data);
  if (!clusters.ok()) return fail(clusters.error());
  const Progress progress(options.names.epochs);
  const Result<NameTagger> tagger = dragoman::train_names(
      *knowledge, *clusters, options.names, [&](int epoch, double loss, const NameScore& dev_score) {
        progress.show(epoch, loss, dev_score.marked == 0 ? "" : fmt::format("dev F1 {:.2f}", dev_score.f1()));
      });
  if (!tagger.ok()) return fail(tagger.error());
  ByteWriter out;
  tagger->write(out);
  return finish(options, "names", out);
}

Result<std::vector<TreeSentence>> read_trees(const std::vector<std::string>& files,
                                             const std::vector<std::string>& leave_out) {
  return read_all(&read_conllu, &TreeSentence::document, files, leave_out);
}

ExitCode train_parser(Options& options) {
  options.parse.state = options.state;
  const Result<std::vector<TreeSentence>> train = read_trees(options.train, options.leave_out);
  if (!train.ok()) return fail(train.error());
  const Result<std::vector<TreeSentence>> dev = read_trees(options.dev, {});
  if (!dev.ok()) return fail(dev.error());
  const Result<Lexicon> lexicon = Lexicon::load(std::filesystem::path(options.data) / "syntax");
  if (!lexicon.ok()) return fail(lexicon.error());
  const auto clusters = clusters_of(options.data);
  if (!clusters.ok()) return fail(clusters.error());
  const Progress progress(options.parse.epochs);
  const Result<TrainedParser> trained = dragoman::train_parser(
      *lexicon, *clusters, *train, *dev, options.parse, [&](int epoch, double loss, const TreeScore& score) {
        progress.show(epoch, loss, score.tokens == 0 ? "" : fmt::format("dev UPOS {:.2f} UAS {:.2f} LAS {:.2f}",
                      score.percent(score.upos), score.percent(score.head), score.percent(score.both)));
      });
  if (!trained.ok()) return fail(trained.error());
  ByteWriter out;
  trained->write(out);
  return finish(options, "syntax", out);
}

// What both have.
void add_common(CLI::App& command, const std::shared_ptr<Options>& options, const char* train, const char* dev,
                const char* rounds, int& epochs, std::uint64_t& seed) {
  command.add_option("--train", options->train, train)->required();
  command.add_option("--dev", options->dev, dev);
  command.add_option("--leave-out", options->leave_out, "documents whose id starts with this")->delimiter(',');
  command.add_option("-o,--out", options->out, "the model to write")->required();
  command.add_option("--state", options->state, "written after each epoch and removed at the end; if it is there, the training goes "
                     "on from it");
  command.add_option("--data", options->data, "folder of the data")->required();
  command.add_option("--epochs", epochs, rounds)->capture_default_str();
  command.add_option("--seed", seed, "of the random order")->capture_default_str();
}

}  // namespace

Action add_train(CLI::App& app) {
  auto options = std::make_shared<Options>();
  CLI::App& command = *app.add_subcommand("train", "Train a learned model from marked texts");
  command.require_subcommand(1);
  CLI::App& names = *command.add_subcommand("ner", "the tagger of names, from JSON Lines with entities");
  add_common(names, options, "marked texts to learn from",
             "marked texts to stop by: the epoch that does best on them is kept", "rounds over the texts", options->names.epochs,
             options->names.seed);
  names.add_option("--patience", options->names.patience, "epochs without a better dev score before it stops")
      ->capture_default_str();
  names.add_option("--rate", options->names.rate, "how far a step goes")->capture_default_str();
  names.add_option("--decay", options->names.decay, "of the weights, each epoch")->capture_default_str();
  names.add_option("--drop", options->names.drop, "per cent of features left out")->capture_default_str();
  names.add_option("--least", options->names.least_uses, "uses that a feature needs")->capture_default_str();
  names.add_option("--bits", options->names.bits, "size of the table: 2^bits lines of 64 bytes")->capture_default_str();
  CLI::App& parse = *command.add_subcommand("parse", "parts of speech and dependency trees, from CoNLL-U");
  add_common(parse, options, "trees to learn from, .conllu or .conllu.gz",
             "trees to score each epoch by", "rounds over the sentences", options->parse.epochs,
             options->parse.seed);
  parse.add_option("--patience", options->parse.patience, "epochs without a better dev score before it stops; 0: none")
      ->capture_default_str();
  parse.add_option("--rate", options->parse.rate, "how far the first step goes")->capture_default_str();
  parse.add_option("--width", options->parse.width, "numbers a word")->capture_default_str();
  parse.add_option("--hidden", options->parse.hidden, "numbers of the hidden layer")->capture_default_str();
  parse.add_option("--layers", options->parse.layers, "layers between neighbours")->capture_default_str();
  parse.add_option("--drop-words", options->parse.drop_words, "share of a word's numbers left out")->capture_default_str();
  parse.add_option("--drop-hidden", options->parse.drop_hidden, "share of the hidden layer left out")
      ->capture_default_str();
  parse.add_option("--explore", options->parse.explore, "per cent of its own actions followed")->capture_default_str();
  CLI::App& clusters = *command.add_subcommand("clusters", "clusters of words, from word vectors");
  clusters.add_option("--vectors", options->vectors, "a word and its numbers a line, frequent words first")->required();
  clusters.add_option("--words", options->most_words, "how many of them are read")->capture_default_str();
  clusters.add_option("-o,--out", options->out, "the file to write")->required();
  clusters.add_option("--rounds", options->cluster.rounds, "of k-means")->capture_default_str();
  clusters.add_option("--seed", options->cluster.seed, "of the first centres")->capture_default_str();
  return [options, &names, &clusters] {
    return names.parsed() ? train_names(*options) : clusters.parsed() ? train_clusters(*options) : train_parser(*options);
  };
}

}  // namespace dragoman::cli
