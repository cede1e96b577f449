// Part of dragoman; see LICENSE.
//
// The whole pipeline, and each stage's share of it, with gazetteer and rules alone, then with
// the learned tagger of names, then with the parser too, on made-up news (corpus.h), beside the
// ICU word iterator on the same text in the same run: ICU's time is the unit.  Each row runs
// the stages up to its own, so that a stage costs the difference to the row above.  One
// core.  peak_MB is the largest resident set of the process so far; the other counters are
// per KB of text.  /0: news, /1: dense news.
//
// Before it is timed, the pipeline must find what a sentence says.

#include <benchmark/benchmark.h>
#include <sys/resource.h>
#include <unicode/brkiter.h>
#include <unicode/unistr.h>

#include <ctime>
#include <memory>
#include <span>

#include "corpus.h"
#include "dragoman/pipeline.h"
#include "entity/link.h"
#include "mention/find.h"
#include "pipeline/knowledge.h"
#include "relation/extract.h"

namespace dragoman {
namespace {

constexpr std::size_t kMegabytes = 20;

// Of the density that the benchmark asks for.
const std::vector<std::string>& news(const benchmark::State& state) {
  static const std::vector<std::string> kNews[2] = {
      bench::articles(kMegabytes << 20, bench::Density::kNews),
      bench::articles(kMegabytes << 20, bench::Density::kDense)};
  return kNews[state.range(0)];
}

std::int64_t bytes_of(const std::vector<std::string>& articles) {
  std::int64_t sum = 0;
  for (const std::string& article : articles) sum += std::int64_t(article.size());
  return sum;
}

// Gazetteer and rules alone; the learned tagger of names with them; and the parser too.
enum Models { kNoModel, kTagger, kTaggerAndParser };

const Pipeline& pipeline(bool models) {
  static const Pipeline kPipelines[2] = {
      *Pipeline::load({.data = {}, .overlays = {}, .models = false}), *Pipeline::load()};
  return kPipelines[models];
}

// Does it still read?
bool right(const Pipeline& pipeline) {
  const auto doc = pipeline.analyze("North Korea shipped artillery shells to Russia last year.",
                                      {.id = "", .date = Date{2023, 9, 5}, .outlet = "", .url = ""});
  if (!doc.ok() || doc->relations.size() != 1) return false;
  const Relation& r = doc->relations.front();
  return pipeline.knowledge()->schema().type(r.type).name == "arms_transfer" &&
         doc->entities[r.arguments[0].entity].id == "PRK" && doc->entities[r.arguments[1].entity].id == "RUS";
}

double peak_megabytes() {
  rusage usage{};
  getrusage(RUSAGE_SELF, &usage);
  return double(usage.ru_maxrss) / 1024;
}

void icu_word_iterator(benchmark::State& state) {
  std::vector<icu::UnicodeString> units;
  for (const std::string& text : news(state)) units.push_back(icu::UnicodeString::fromUTF8(text));
  UErrorCode error = U_ZERO_ERROR;
  const std::unique_ptr<icu::BreakIterator> words(
      icu::BreakIterator::createWordInstance(icu::Locale::getEnglish(), error));
  std::size_t boundaries = 0;
  for (auto _ : state) {
    for (const icu::UnicodeString& text : units) {
      words->setText(text);
      while (words->next() != icu::BreakIterator::DONE) ++boundaries;
    }
  }
  benchmark::DoNotOptimize(boundaries);
  state.SetBytesProcessed(std::int64_t(state.iterations()) * bytes_of(news(state)));
}

enum Stage { kTokens, kMentions, kEntities, kRelations };

void stages(benchmark::State& state, Stage last, Models models) {
  const Pipeline& with = pipeline(models != kNoModel);
  if (!right(with)) return state.SkipWithError("wrong relations: a fast wrong answer is no result");
  const Knowledge::Impl& known = with.knowledge()->impl();
  const Parser* parser = models == kTaggerAndParser && known.parser ? &*known.parser : nullptr;
  std::size_t mentions = 0, entities = 0, relations = 0;
  for (auto _ : state) {
    mentions = entities = relations = 0;
    for (const std::string& article : news(state)) {
      Document document;
      document.info.date = Date{2023, 9, 5};
      document.text = *Text::from_utf8(article);
      document.tokens = tokenize(document.text);
      if (last >= kMentions) find_mentions(known.mention_model(), document);
      if (last >= kEntities) link_entities(known.link_model(), document);
      if (last >= kRelations) find_relations(known.frames, known.schema, document, &known.gazetteer, nullptr, parser);
      mentions += document.mentions.size();
      entities += document.entities.size();
      relations += document.relations.size();
    }
  }
  state.SetBytesProcessed(std::int64_t(state.iterations()) * bytes_of(news(state)));
  const double kilobytes = double(bytes_of(news(state))) / 1024;
  state.counters["mentions"] = double(mentions) / kilobytes;
  state.counters["entities"] = double(entities) / kilobytes;
  state.counters["relations"] = double(relations) / kilobytes;
  state.counters["peak_MB"] = peak_megabytes();
}

// One stage alone: what the stages before it made is made anew, untimed, for each round.
void entities_alone(benchmark::State& state) {
  const Pipeline& with = pipeline(true);
  if (!right(with)) return state.SkipWithError("wrong relations: a fast wrong answer is no result");
  const Knowledge::Impl& known = with.knowledge()->impl();
  std::vector<Document> read;
  std::int64_t bytes = 0;
  for (const std::string& article : std::span(news(state)).first(news(state).size() / 10)) {
    Document& document = read.emplace_back();
    document.info.date = Date{2023, 9, 5};
    document.text = *Text::from_utf8(article);
    document.tokens = tokenize(document.text);
    find_mentions(known.mention_model(), document);
    bytes += std::int64_t(article.size());
  }
  std::int64_t entities = 0;
  for (auto _ : state) {
    std::vector<Document> documents = read;
    const std::clock_t start = std::clock();   // of the processor, as others may use it too
    for (Document& document : documents) link_entities(known.link_model(), document);
    state.SetIterationTime(double(std::clock() - start) / CLOCKS_PER_SEC);
    for (const Document& document : documents) entities += std::int64_t(document.entities.size());
  }
  state.SetBytesProcessed(std::int64_t(state.iterations()) * bytes);
  state.SetItemsProcessed(entities);
}

void load(benchmark::State& state) {
  for (auto _ : state) benchmark::DoNotOptimize(Pipeline::load());
}

BENCHMARK(icu_word_iterator)->Arg(0)->Arg(1)->Unit(benchmark::kMillisecond);
#define STAGES(name, last, models) \
  BENCHMARK_CAPTURE(stages, name, last, models)->Arg(0)->Arg(1)->Unit(benchmark::kMillisecond)
STAGES(text_and_tokens, kTokens, kNoModel);
STAGES(and_mentions, kMentions, kNoModel);
STAGES(and_entities, kEntities, kNoModel);
STAGES(whole_pipeline, kRelations, kNoModel);
STAGES(mentions_with_tagger, kMentions, kTagger);
STAGES(whole_with_tagger, kRelations, kTagger);
STAGES(whole_with_tagger_and_parser, kRelations, kTaggerAndParser);
BENCHMARK(entities_alone)->Arg(0)->Arg(1)->UseManualTime()->Unit(benchmark::kMillisecond);
BENCHMARK(load)->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace dragoman

BENCHMARK_MAIN();
