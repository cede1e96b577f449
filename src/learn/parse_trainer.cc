// Part of dragoman; see LICENSE.
//
// The parser follows its own actions while it learns, and the oracle says in each state which
// actions are still right (parse_oracle.h): so it learns to go on after an error.  Parts of
// speech are learned by the same layers, which the tree gains from, and no tagger is needed.

#include "learn/parse_trainer.h"

#include <algorithm>
#include <bit>
#include <cmath>
#include <map>
#include <numeric>

#include <fmt/format.h>

#include "base/flat_map.h"
#include "learn/float_net.h"
#include "learn/linear.h"
#include "learn/parse_oracle.h"
#include "learn/training_state.h"

namespace dragoman {
namespace {

// A sentence as the network learns it.
struct Lesson {
  std::vector<WordRows> words;
  std::vector<std::uint32_t> uses;       // of each word in all lessons
  std::vector<std::uint8_t> tags, relations;
  std::vector<std::uint32_t> heads;      // of node i at i
};

// Numbers names in the order of the alphabet.
std::map<std::string, std::uint8_t> number(const std::vector<TreeSentence>& sentences,
                                           std::vector<std::string> TreeSentence::*names) {
  std::map<std::string, std::uint8_t> numbers;
  for (const TreeSentence& sentence : sentences) {
    for (const std::string& name : sentence.*names) numbers[name] = 0;
  }
  std::uint8_t next = 0;
  for (auto& [name, at] : numbers) at = next++;
  return numbers;
}

std::vector<std::string> names_of(const std::map<std::string, std::uint8_t>& numbers) {
  std::vector<std::string> names;
  names.reserve(numbers.size());
  for (const auto& [name, at] : numbers) names.push_back(name);
  return names;
}

// The features that are learned, each with a row.
class Features {
 public:
  void count(const WordFeatureKeys& keys) {
    for (std::size_t f = 0; f < kWordFeatures; ++f) {
      Known& known = known_[keys[f]];
      ++known.uses;
      known.feature = std::uint8_t(f);
    }
  }

  // Gives rows to features that were used often enough; returns their shortened keys.
  std::vector<std::uint32_t> settle(std::uint32_t least_words, std::uint32_t least) {
    // Two that share a shortened key cannot be told apart, and share a row.
    std::map<std::uint32_t, std::vector<std::uint64_t>> order;
    known_.each([&](std::uint64_t key, const Known& known) {
      const bool word = known.feature == kWordFeature || known.feature == kLemmaFeature;
      if (known.uses >= (word ? least_words : least)) order[std::uint32_t(key >> 32)].push_back(key);
    });
    std::vector<std::uint32_t> keys;
    for (const auto& [short_key, sharing] : order) {
      for (const std::uint64_t key : sharing) known_[key].row = std::uint32_t(kWordFeatures + keys.size());
      keys.push_back(short_key);
    }
    return keys;
  }

  std::uint32_t row(std::uint64_t key, std::size_t feature) const {
    const Known* known = known_.find(key);
    return known == nullptr || known->row == 0 ? std::uint32_t(feature) : known->row;
  }
  std::uint32_t uses(std::uint64_t key) const {
    const Known* known = known_.find(key);
    return known == nullptr ? 0 : known->uses;
  }

 private:
  struct Known {
    std::uint32_t uses = 0, row = 0;
    std::uint8_t feature = 0;
  };
  FlatMap<Known> known_;
};

class Trainer {
 public:
  Trainer(const ParseTrainerOptions& options, const NetSizes& sizes, std::uint32_t tags, std::uint32_t relations,
          std::size_t lessons)
      : o_(options), tags_(tags), relations_(relations), random_(options.seed), net_(sizes, random_),
        steps_(std::size_t(options.epochs) * (lessons / options.batch + 1)) {}

  // Returns the loss of an action.
  double epoch(const std::vector<Lesson>& lessons, std::vector<std::uint32_t>& order, bool explore) {
    random_.shuffle(order);
    loss_ = 0;
    actions_ = 0;
    std::uint32_t in_batch = 0;
    for (std::size_t i = 0; i < order.size(); ++i) {
      learn(lessons[order[i]], explore);
      if (++in_batch == o_.batch || i + 1 == order.size()) {
        step();
        in_batch = 0;
      }
    }
    return loss_ / double(std::max<std::size_t>(actions_, 1));
  }

  NetWeights weights(const std::vector<std::uint32_t>& keys) const { return net_.weights(keys); }

  // Between two epochs.
  void keep(TrainingState& state) {
    state.keep(random_.state());
    state.keep(mean_left_);
    state.keep(square_left_);
    state.keep(step_);
    net_.keep(state);
  }

 private:
  void step() {
    Adam adam;
    mean_left_ *= double(adam.mean_decay);
    square_left_ *= double(adam.square_decay);
    ++step_;
    const double left = 1 - double(step_) / double(steps_ + 1);
    adam.rate = float(double(o_.rate) * left * std::sqrt(1 - square_left_) / (1 - mean_left_));
    net_.step(adam);
  }

  void learn(const Lesson& lesson, bool explore) {
    words_ = lesson.words;
    for (std::size_t i = 0; i < words_.size(); ++i) {
      if (random_share(random_) >= o_.forget / (o_.forget + float(lesson.uses[i]))) continue;
      words_[i][kWordFeature] = kWordFeature;
      if (random_.below(2) == 0) words_[i][kLemmaFeature] = kLemmaFeature;
    }
    net_.read_sentence(words_, random_);
    net_.learn_tags(lesson.tags, tags_);
    state_.start(std::uint32_t(words_.size()));
    while (!state_.done()) act(lesson, explore);
    net_.end_sentence();
  }

  void act(const Lesson& lesson, bool explore) {
    const std::uint32_t legal = state_.legal();
    const std::uint32_t right = cheapest_actions(state_, lesson.heads);
    state_.look(view_);
    net_.judge(view_, random_);
    slope_.fill(0);
    bool learned = false;
    std::uint32_t action = 0;
    if ((legal & (legal - 1)) != 0) {
      const float* scores = net_.compute(0, 16);
      const std::uint32_t own = best(scores, legal), taught = best(scores, right);
      std::array<double, kParseActions> weight{};
      double all = 0, set = 0;
      for (std::uint32_t a = 0; a < kParseActions; ++a) {
        if ((legal >> a & 1) == 0) continue;
        all += weight[a] = own_exp(double(scores[a]) - double(scores[own]));
        if (right >> a & 1) set += weight[a];
      }
      // The best of the right ones is taught fully if all of them count for nothing yet.
      for (std::uint32_t a = 0; a < kParseActions; ++a) {
        if ((legal >> a & 1) == 0) continue;
        const double wanted = (right >> a & 1) == 0 ? 0 : set > 1e-200 ? weight[a] / set : double(a == taught);
        slope_[a] = float(weight[a] / all - wanted);
      }
      loss_ -= std::log(std::max(set / all, 1e-30));
      ++actions_;
      learned = true;
      action = explore && random_.below(100) < o_.explore ? own : taught;
    } else {
      while ((legal >> action & 1) == 0) ++action;
    }
    if (action == kShift) {
      if (learned) net_.learn(view_, slope_.data());
      state_.shift();
      return;
    }
    const std::uint32_t dependent = state_.dependent(), head = state_.head_of(ParseAction(action));
    const std::size_t first = action == kLeft ? FloatNet::kLeftColumn : FloatNet::kRightColumn;
    const float* scores = net_.compute(first, NetWeights::kRelationColumns);
    const auto guess = std::uint8_t(std::max_element(scores, scores + relations_) - scores);
    if (lesson.heads[dependent] == head) {
      std::copy(scores, scores + relations_, slope_.data() + first);
      softmax_slope(slope_.data() + first, relations_, lesson.relations[dependent - 1]);
      learned = true;
    }
    if (learned) net_.learn(view_, slope_.data());
    state_.reduce(ParseAction(action), std::uint8_t(guess + 1));
  }

  static std::uint32_t best(const float* scores, std::uint32_t among) {
    std::uint32_t best = kParseActions;
    for (std::uint32_t a = 0; a < kParseActions; ++a) {
      if ((among >> a & 1) && (best == kParseActions || scores[a] > scores[best])) best = a;
    }
    return best;
  }

  const ParseTrainerOptions& o_;
  std::uint32_t tags_, relations_;
  Random random_;
  FloatNet net_;
  ParseState state_;
  ParseView view_;
  std::vector<WordRows> words_;
  std::array<float, FloatNet::kOutputs> slope_{};
  double loss_ = 0, mean_left_ = 1, square_left_ = 1;
  std::uint64_t step_ = 0;
  std::size_t actions_ = 0, steps_ = 0;
};

WordFeatureKeys keys_of(const TreeSentence& sentence, std::size_t i, const Lexicon& lexicon,
                        const WordClusters& clusters) {
  const Token& token = sentence.tokens[i];
  return word_features(std::string_view(sentence.text).substr(token.start, token.end - token.start), token.hash, lexicon,
                       clusters);
}

// What a training depends on, but for its number of rounds without a better score.
std::uint64_t hash_of(const std::vector<Lesson>& lessons, const std::vector<std::uint32_t>& keys,
                      const ParseTrainerOptions& o) {
  std::uint64_t hash = o.seed;
  const auto add = [&hash](std::uint64_t value) { hash = join_hash(hash, value); };
  for (const std::uint32_t n : {std::uint32_t(o.epochs), o.width, o.hidden, o.layers, o.batch, o.explore}) add(n);
  for (const float x : {o.rate, o.drop_words, o.drop_hidden, o.forget}) add(std::bit_cast<std::uint32_t>(x));
  for (const std::uint32_t key : keys) add(key);
  for (const Lesson& lesson : lessons) {
    for (const WordRows& rows : lesson.words) {
      for (const std::uint32_t row : rows) add(row);
    }
    for (const std::uint32_t head : lesson.heads) add(head);
    for (const std::uint8_t tag : lesson.tags) add(tag);
    for (const std::uint8_t relation : lesson.relations) add(relation);
  }
  return hash;
}

}  // namespace

TreeScore score_trees(const Parser& parser, const Lexicon& lexicon, const std::vector<TreeSentence>& sentences) {
  TreeScore score;
  Parser::Scratch scratch;
  std::vector<ParsedWord> words;
  for (const TreeSentence& sentence : sentences) {
    parser.parse(sentence.text, sentence.tokens, lexicon, scratch, words);
    for (std::size_t i = 0; i < words.size(); ++i) {
      const std::string_view tag = sentence.tag[i];
      const bool head = (words[i].head == kRootHead ? 0 : words[i].head + 1) == sentence.head[i];
      ++score.tokens;
      score.tag += parser.tag_name(words[i].tag) == tag;
      score.upos += to_string(parser.upos(words[i])) == tag.substr(0, tag.find(':'));
      score.head += head;
      score.both += head && parser.relation_name(words[i].relation) == sentence.relation[i];
    }
  }
  return score;
}

Result<TrainedParser> train_parser(const Lexicon& lexicon, std::shared_ptr<const WordClusters> clusters,
                                   const std::vector<TreeSentence>& train,
                                   const std::vector<TreeSentence>& dev, const ParseTrainerOptions& options,
                                   const ParseProgress& progress) {
  const std::map<std::string, std::uint8_t> tags = number(train, &TreeSentence::tag);
  const std::map<std::string, std::uint8_t> relations = number(train, &TreeSentence::relation);
  if (tags.empty() || tags.size() > NetWeights::kTagColumns) {
    return Error(ErrorCode::kBadData,
                 fmt::format("{} different tags, expected 1 to {}", tags.size(), NetWeights::kTagColumns));
  }
  if (relations.size() > NetWeights::kRelationColumns) {
    return Error(ErrorCode::kBadData, fmt::format("{} different relations, expected 1 to {}", relations.size(),
                                                  NetWeights::kRelationColumns));
  }
  Features features;
  for (const TreeSentence& sentence : train) {
    for (std::size_t i = 0; i < sentence.tokens.size(); ++i) features.count(keys_of(sentence, i, lexicon, *clusters));
  }
  const std::vector<std::uint32_t> keys = features.settle(options.least_words, options.least);
  std::vector<Lesson> lessons;
  for (const TreeSentence& sentence : train) {
    Lesson lesson;
    lesson.heads.assign(1, 0);
    lesson.heads.insert(lesson.heads.end(), sentence.head.begin(), sentence.head.end());
    for (std::size_t i = 0; i < sentence.tokens.size(); ++i) {
      const WordFeatureKeys word = keys_of(sentence, i, lexicon, *clusters);
      WordRows rows;
      for (std::size_t f = 0; f < kWordFeatures; ++f) rows[f] = features.row(word[f], f);
      lesson.words.push_back(rows);
      lesson.uses.push_back(features.uses(word[kWordFeature]));
      lesson.tags.push_back(tags.at(sentence.tag[i]));
      lesson.relations.push_back(relations.at(sentence.relation[i]));
    }
    lessons.push_back(std::move(lesson));
  }

  NetSizes sizes;
  sizes.rows = std::uint32_t(kWordFeatures + keys.size());
  sizes.width = options.width;
  sizes.hidden = options.hidden;
  sizes.layers = options.layers;
  sizes.drop_words = options.drop_words;
  sizes.drop_hidden = options.drop_hidden;
  Trainer trainer(options, sizes, std::uint32_t(tags.size()), std::uint32_t(relations.size()), lessons.size());
  std::vector<std::uint32_t> order(lessons.size());
  std::iota(order.begin(), order.end(), 0u);
  TrainedParser trained{{}, names_of(tags), names_of(relations), clusters};
  std::string best;              // the weights, as they are written
  std::uint64_t best_right = 0;  // words of dev with the right head and relation
  int done = 0, best_epoch = 0;
  const auto keep = [&](TrainingState& state) {
    state.keep(done);
    state.keep(best_epoch);
    state.keep(best_right);
    state.keep(best);
    state.keep_all(order);
    trainer.keep(state);
  };
  const std::uint64_t inputs = hash_of(lessons, keys, options);
  if (const Status went = go_on(options.state, inputs, keep); !went.ok()) return went.error();
  for (int epoch = done + 1; epoch <= options.epochs; ++epoch) {
    const double loss = trainer.epoch(lessons, order, epoch > 1);
    done = epoch;
    TreeScore score;
    if (epoch == options.epochs || !dev.empty()) trained.weights = trainer.weights(keys);
    if (!dev.empty()) score = score_trees(trained.parser(), lexicon, dev);
    if (dev.empty() || score.both > best_right) {
      ByteWriter out;
      if (!dev.empty() || epoch == options.epochs) trained.weights.write(out);
      best = out.bytes();
      best_right = score.both;
      best_epoch = epoch;
    }
    if (const Status noted = note_state(options.state, inputs, keep); !noted.ok()) return noted.error();
    if (progress) progress(epoch, loss, score);
    if (!dev.empty() && options.patience > 0 && epoch - best_epoch >= options.patience) break;
  }
  ByteReader in(best, "the best epoch");
  Result<NetWeights> weights = NetWeights::read(in);
  if (!weights.ok()) return weights.error();
  trained.weights = *std::move(weights);
  return trained;
}

}  // namespace dragoman
