// Part of dragoman; see LICENSE.
//
// The parser follows its own actions while it learns, and the oracle says in each state which
// actions are still right (parse_oracle.h): so it learns to go on after an error.  Tags of the
// training sentences come from taggers that were trained on the other parts of them: tags as
// good as those it will meet, not better.

#include "learn/parse_trainer.h"

#include <algorithm>
#include <map>
#include <numeric>

#include <fmt/format.h>

#include "learn/parse_oracle.h"
#include "learn/random.h"

namespace dragoman {
namespace {

constexpr int kTaggerEpochs = 3;

class Trainer {
 public:
  Trainer(const ParseTrainerOptions& options, std::map<std::string, std::uint32_t> numbers)
      : o_(options),
        numbers_(std::move(numbers)),
        actions_(kParseActions, options.linear),
        relations_(std::uint32_t(numbers_.size()), options.linear),
        random_(options.seed) {}

  double epoch(const std::vector<TreeSentence>& train, const std::vector<std::vector<std::uint8_t>>& tags,
               std::vector<std::uint32_t>& order, int number) {
    random_.shuffle(order);
    wrong_ = count_ = 0;
    for (const std::uint32_t s : order) learn(train[s], tags[s], number > 1);
    const bool average = number * 2 > o_.epochs;
    actions_.end_epoch(average);
    relations_.end_epoch(average);
    return double(wrong_) / double(std::max<std::size_t>(count_, 1));
  }

  Parser parser() const {
    std::vector<std::string> names;
    for (const auto& [name, number] : numbers_) names.push_back(name);
    return Parser(actions_.table(o_.action_bits), relations_.table(o_.relation_bits, Parser::kMostRelations),
                  std::move(names));
  }

 private:
  void learn(const TreeSentence& sentence, const std::vector<std::uint8_t>& tags, bool explore) {
    words_.clear();
    for (const Token& token : sentence.tokens) words_.push_back(token.hash);
    heads_.assign(1, 0);
    heads_.insert(heads_.end(), sentence.head.begin(), sentence.head.end());
    state_.start(words_, tags);
    while (!state_.done()) {
      const std::uint32_t legal = state_.legal();
      const std::uint32_t right = cheapest_actions(state_, heads_);
      std::uint32_t action = 0;
      if ((legal & (legal - 1)) != 0) {
        std::uint64_t hashes[kActionQuestions];
        state_.ask(hashes);
        take(actions_, hashes, kActionQuestions);
        actions_.score(ids_, scores_);
        const std::uint32_t own = best(scores_, legal);
        const std::uint32_t taught = best(scores_, right);
        actions_.learn(ids_, scores_, legal, right);
        ++count_;
        wrong_ += (right >> own & 1) == 0;
        action = explore && random_.below(100) < o_.explore ? own : taught;
      } else {
        while ((legal >> action & 1) == 0) ++action;
      }
      if (action == kShift) {
        state_.shift();
        continue;
      }
      const std::uint32_t dependent = state_.dependent(), head = state_.head_of(ParseAction(action));
      std::uint64_t hashes[kRelationQuestions];
      state_.ask_relation(head, dependent, hashes);
      take(relations_, hashes, kRelationQuestions);
      relations_.score(ids_, scores_);
      const std::uint64_t all = (std::uint64_t{1} << numbers_.size()) - 1;
      const std::uint32_t guess = best(scores_, all);
      const std::uint32_t gold = numbers_[sentence.relation[dependent - 1]];
      if (heads_[dependent] == head) relations_.learn(ids_, scores_, all, std::uint64_t{1} << gold);
      state_.reduce(ParseAction(action), std::uint8_t(guess + 1));
    }
  }

  void take(LinearTrainer& linear, const std::uint64_t* hashes, std::size_t count) {
    ids_.clear();
    for (std::size_t i = 0; i < count; ++i) {
      if (random_.below(100) >= o_.drop) ids_.push_back(linear.id(hashes[i]));
    }
  }

  static std::uint32_t best(const std::vector<float>& scores, std::uint64_t among) {
    std::uint32_t best = 64;
    for (std::uint32_t l = 0; l < 64 && among >> l != 0; ++l) {
      if ((among >> l & 1) && (best == 64 || scores[l] > scores[best])) best = l;
    }
    return best;
  }

  const ParseTrainerOptions& o_;
  std::map<std::string, std::uint32_t> numbers_;
  LinearTrainer actions_, relations_;
  Random random_;
  ParseState state_;
  std::vector<std::uint64_t> words_;
  std::vector<std::uint32_t> heads_, ids_;
  std::vector<float> scores_;
  std::size_t wrong_ = 0, count_ = 0;
};

}  // namespace

ArcScore score_arcs(const Parser& parser, const PosTagger& tagger, const Lexicon& lexicon,
                    const std::vector<TreeSentence>& sentences) {
  ArcScore score;
  std::vector<std::uint8_t> tags;
  std::vector<ParsedArc> arcs;
  for (const TreeSentence& sentence : sentences) {
    tagger.tag(sentence.text, sentence.tokens, lexicon, tags);
    parser.parse(sentence.tokens, tags, arcs);
    for (std::size_t i = 0; i < arcs.size(); ++i) {
      const bool head = (arcs[i].head == kRootHead ? 0 : arcs[i].head + 1) == sentence.head[i];
      ++score.tokens;
      score.head += head;
      score.both += head && parser.relation(arcs[i].relation) == sentence.relation[i];
    }
  }
  return score;
}

Result<Parser> train_parser(const Lexicon& lexicon, const std::vector<TreeSentence>& train,
                            const std::vector<TreeSentence>& dev, const PosTagger& tagger,
                            const ParseTrainerOptions& options, const ParseProgress& progress) {
  std::map<std::string, std::uint32_t> numbers;
  for (const TreeSentence& sentence : train) {
    for (const std::string& relation : sentence.relation) numbers[relation] = 0;
  }
  std::uint32_t next = 0;
  for (auto& [name, number] : numbers) number = next++;
  if (numbers.empty() || numbers.size() > Parser::kMostRelations) {
    return Error(ErrorCode::kBadData, fmt::format("{} different relations, expected 1 to {}", numbers.size(),
                                                  Parser::kMostRelations));
  }

  std::vector<std::vector<std::uint8_t>> tags(train.size());
  for (std::uint32_t part = 0; part < options.parts; ++part) {
    std::vector<TreeSentence> others;
    for (std::size_t i = 0; i < train.size(); ++i) {
      if (i % options.parts != part || options.parts == 1) others.push_back(train[i]);
    }
    PosTrainerOptions pos;
    pos.epochs = kTaggerEpochs;
    pos.seed = options.seed + part;
    const Result<PosTagger> other = train_pos(lexicon, others, {}, pos, nullptr);
    if (!other.ok()) return other.error();
    std::vector<std::uint8_t> to(other->names().size());     // numbers of the tagger to be used
    for (std::size_t t = 0; t < to.size(); ++t) {
      const auto at = std::find(tagger.names().begin(), tagger.names().end(), other->names()[t]);
      to[t] = std::uint8_t(at == tagger.names().end() ? 0 : at - tagger.names().begin());
    }
    for (std::size_t i = part; i < train.size(); i += options.parts) {
      other->tag(train[i].text, train[i].tokens, lexicon, tags[i]);
      for (std::uint8_t& tag : tags[i]) tag = to[tag];
    }
  }

  Trainer trainer(options, std::move(numbers));
  std::vector<std::uint32_t> order(train.size());
  std::iota(order.begin(), order.end(), 0u);
  for (int epoch = 1; epoch <= options.epochs; ++epoch) {
    const double error = trainer.epoch(train, tags, order, epoch);
    ArcScore score;
    if (!dev.empty()) score = score_arcs(trainer.parser(), tagger, lexicon, dev);
    if (progress) progress(epoch, error, score);
  }
  return trainer.parser();
}

}  // namespace dragoman
