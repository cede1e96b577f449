// Part of dragoman; see LICENSE.
//
// The tags before a word are those that the model gives it while it learns, so that it learns
// to live with its own errors.

#include "learn/pos_trainer.h"

#include <algorithm>
#include <array>
#include <map>
#include <numeric>

#include <fmt/format.h>

#include "learn/random.h"

namespace dragoman {

TagScore score_tags(const PosTagger& tagger, const Lexicon& lexicon, const std::vector<TreeSentence>& sentences) {
  TagScore score;
  std::vector<std::uint8_t> tags;
  for (const TreeSentence& sentence : sentences) {
    tagger.tag(sentence.text, sentence.tokens, lexicon, tags);
    for (std::size_t i = 0; i < tags.size(); ++i) {
      const std::string_view gold = sentence.tag[i];
      ++score.tokens;
      score.tag += tagger.name(tags[i]) == gold;
      score.upos += to_string(tagger.upos(tags[i])) == gold.substr(0, gold.find(':'));
    }
  }
  return score;
}

Result<PosTagger> train_pos(const Lexicon& lexicon, const std::vector<TreeSentence>& train,
                            const std::vector<TreeSentence>& dev, const PosTrainerOptions& options,
                            const PosProgress& progress) {
  std::map<std::string, std::uint32_t> number;
  for (const TreeSentence& sentence : train) {
    for (const std::string& tag : sentence.tag) number[tag] = 0;
  }
  std::vector<std::string> names;
  for (auto& [name, at] : number) {
    at = std::uint32_t(names.size());
    names.push_back(name);
  }
  if (names.empty() || names.size() > PosTagger::kMostTags) {
    return Error(ErrorCode::kBadData, fmt::format("{} different tags, expected 1 to {}", names.size(),
                                                  PosTagger::kMostTags));
  }
  const auto labels = std::uint32_t(names.size());
  const std::uint64_t all = (std::uint64_t{1} << labels) - 1;
  LinearTrainer linear(labels, options.linear);
  Random random(options.seed);
  std::vector<std::uint32_t> order(train.size());
  std::iota(order.begin(), order.end(), 0u);
  PosWords words;
  std::array<std::uint64_t, kPosQuestions> hashes;
  std::vector<std::uint32_t> ids;
  std::vector<float> scores;
  for (int epoch = 1; epoch <= options.epochs; ++epoch) {
    random.shuffle(order);
    std::size_t wrong = 0, count = 0;
    for (const std::uint32_t s : order) {
      const TreeSentence& sentence = train[s];
      words.read(sentence.text, sentence.tokens, lexicon);
      std::uint32_t before = 0, before2 = 0;
      for (std::size_t i = 0; i < sentence.tokens.size(); ++i) {
        words.ask(i, before, before2, hashes.data());
        ids.clear();
        for (const std::uint64_t hash : hashes) {
          if (random.below(100) >= options.drop) ids.push_back(linear.id(hash));
        }
        linear.score(ids, scores);
        const auto best = std::uint32_t(std::max_element(scores.begin(), scores.begin() + labels) - scores.begin());
        const std::uint32_t gold = number[sentence.tag[i]];
        linear.learn(ids, scores, all, std::uint64_t{1} << gold);
        wrong += best != gold;
        ++count;
        before2 = before;
        before = best + 1;
      }
    }
    linear.end_epoch(epoch * 2 > options.epochs);
    TagScore score;
    if (!dev.empty()) score = score_tags(PosTagger(linear.table(options.bits, PosTagger::kMostTags), names), lexicon, dev);
    if (progress) progress(epoch, double(wrong) / double(std::max<std::size_t>(count, 1)), score);
  }
  return PosTagger(linear.table(options.bits, PosTagger::kMostTags), names);
}

}  // namespace dragoman
