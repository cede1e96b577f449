// Part of dragoman; see LICENSE.
//
// The rules step: units, rules, values.  Tokenizing and the gazetteer are not timed; a
// stand-in gives states, nationalities and titles by single token, so that the rules have
// what they need.  Text: made-up news (corpus.h).  Refuses to time if the sentences beside
// the shipped rules are not found.

#include <benchmark/benchmark.h>

#include "corpus.h"
#include "mention/rule_set.h"
#include "mention/rule_world.h"

namespace dragoman {
namespace {

const RuleSet& shipped() {
  static const RuleSet rules =
      RuleSet::load({.data = std::string(DRAGOMAN_SOURCE_DIR) + "/data"},
                    RuleWorld::lexicon())
          .value();
  return rules;
}

bool rules_right() {
  const RuleWorld world;
  for (const Rule& rule : shipped().rules()) {
    for (const std::string& marked : rule.text.finds) {
      if (world.mark(shipped(), without_marks(marked), rule.text.name) != marked) return false;
    }
  }
  return true;
}

struct Article {
  Text text;
  Tokens tokens;
  std::vector<UnitSource> sources;
  std::vector<WordFacts> words;
};

const std::vector<Article>& news() {
  static const std::vector<Article> all = [] {
    std::vector<Article> out;
    const RuleWorld world;
    const Vocabulary vocabulary(shipped().lexicon(), {});
    for (std::string& text : bench::articles(1 << 20)) {
      Article a;
      a.text = *Text::from_utf8(std::move(text));
      a.tokens = tokenize(a.text);
      a.sources = world.sources(a.text, a.tokens);
      vocabulary.read(a.tokens.tokens, a.words);
      out.push_back(std::move(a));
    }
    return out;
  }();
  return all;
}

void report(benchmark::State& state, std::size_t tokens, std::size_t bytes) {
  state.SetBytesProcessed(std::int64_t(state.iterations() * bytes));
  state.counters["ns_per_token"] = benchmark::Counter(
      double(state.iterations() * tokens) / 1e9, benchmark::Counter::kIsRate |
                                                     benchmark::Counter::kInvert);
}

void make_units_of_news(benchmark::State& state) {
  RuleScratch scratch;
  std::size_t tokens = 0, bytes = 0;
  for (const Article& a : news()) tokens += a.tokens.tokens.size(), bytes += a.text.size();
  for (auto _ : state) {
    for (const Article& a : news()) {
      for (const Sentence& s : a.tokens.sentences) {
        if (!s.prose) continue;
        scratch.kinds.prepare(shipped().index());
        make_units(a.text, a.tokens, s, a.words, a.sources, scratch.kinds, scratch.units);
        benchmark::DoNotOptimize(scratch.units.all.data());
      }
    }
  }
  report(state, tokens, bytes);
}
BENCHMARK(make_units_of_news);

void find_rules(benchmark::State& state) {
  if (!rules_right()) return state.SkipWithError("the shipped rules do not find their sentences");
  const std::optional<Date> date = Date{2023, 9, 5};
  RuleScratch scratch;
  RuleOutput found;
  std::size_t tokens = 0, bytes = 0;
  for (const Article& a : news()) tokens += a.tokens.tokens.size(), bytes += a.text.size();
  for (auto _ : state) {
    for (const Article& a : news()) {
      found.clear();
      shipped().find({a.text, a.tokens, a.words, a.sources, date}, scratch, found);
      benchmark::DoNotOptimize(found.candidates.data());
    }
  }
  report(state, tokens, bytes);
}
BENCHMARK(find_rules);

void load_rules(benchmark::State& state) {
  for (auto _ : state) {
    benchmark::DoNotOptimize(
        RuleSet::load({.data = std::string(DRAGOMAN_SOURCE_DIR) + "/data"}));
  }
}
BENCHMARK(load_rules)->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace dragoman
