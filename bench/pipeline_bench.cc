// Part of dragoman; see LICENSE.
//
// The whole pipeline, and each stage's share of it, with gazetteer and rules alone, then with
// the learned tagger of names, then with the parser too, on made-up news (corpus.h).  Each row runs
// the stages up to its own, and says which share of its time each of them took.
//
// Piece by piece, ICU's word iterator reads the same text before (unit.h); icu is how many times as
// fast as it a row is: CPU time against CPU time, on one core.  peak_MB is the largest resident set
// of the process so far; the other counters are per KB of text.
//
// Arguments: which of kReadings; 0 news, 1 dense news.  Before it is timed, the pipeline must find
// what a sentence says.

#include <benchmark/benchmark.h>
#include <sys/resource.h>

#include <algorithm>
#include <atomic>
#include <chrono>
#include <cstdio>
#include <map>
#include <numeric>
#include <thread>

#include "corpus.h"
#include "dragoman/pipeline.h"
#include "entity/link.h"
#include "mention/find.h"
#include "pipeline/knowledge.h"
#include "relation/extract.h"
#include "unit.h"

namespace dragoman {
namespace {

using Piece = std::vector<std::string>;

// Documents of a shape, and how many pieces of them.
struct Reading {
  const char* name;
  bench::Shape shape;
  std::size_t pieces;
};
enum : std::int64_t { kWord, k1KB, kArticle, k100KB, k10MB, k200MB };
constexpr Reading kReadings[] = {
    {"documents of one word", bench::Shape::kWords, 1},
    {"documents of 1 KB", bench::Shape::kKilobytes, 4},
    {"10 MB of articles", bench::Shape::kArticles, 10},
    {"documents of 100 KB", bench::Shape::k100Kilobytes, 4},
    {"one document of 10 MB", bench::Shape::k10Megabytes, 1},
    {"200 MB of articles", bench::Shape::kArticles, 200},
};

// Made once; but 200 MB piece by piece, as they would come from a disk.
const Piece& piece_of(const Reading& reading, bench::Density density, std::size_t number) {
  static Piece last;
  if (reading.pieces > 10) return last = bench::piece(number, reading.shape, density);
  static std::map<std::pair<const Reading*, bench::Density>, std::vector<Piece>> made;
  std::vector<Piece>& pieces = made[{&reading, density}];
  while (pieces.size() <= number) pieces.push_back(bench::piece(pieces.size(), reading.shape, density));
  return pieces[number];
}

std::int64_t bytes_of(const Piece& documents) {
  std::int64_t sum = 0;
  for (const std::string& document : documents) sum += std::int64_t(document.size());
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

enum Stage { kTokens, kMentions, kEntities, kSyntax, kRelations };

// Where the time of a run goes: by clocks between the stages of each batch, elapsed, which cost next to nothing.
// (A difference between rows would lay on a stage what it costs the others by using the same caches.)
class Split {
 public:
  void begin() { last_ = std::chrono::steady_clock::now(); }
  void end(Stage stage) {
    const auto now = std::chrono::steady_clock::now();
    seconds_[stage] += std::chrono::duration<double>(now - last_).count();
    last_ = now;
  }
  // Syntax works within the relation stage, which says how long.
  void was_syntax(std::chrono::duration<double> time) {
    seconds_[kSyntax] += time.count();
    seconds_[kRelations] -= time.count();
  }
  double share(Stage stage) const {
    return seconds_[stage] / std::accumulate(std::begin(seconds_), std::end(seconds_), 0.0);
  }

 private:
  std::chrono::steady_clock::time_point last_;
  double seconds_[kRelations + 1] = {};
};

// As Pipeline::analyze_batch() does it; bytes = 1: one document after the other, as Pipeline::analyze().
void stages(benchmark::State& state, Stage last, Models models, std::size_t bytes_together = Pipeline::kBatchBytes) {
  const Pipeline& with = pipeline(models != kNoModel);
  if (!right(with)) return state.SkipWithError("wrong relations: a fast wrong answer is no result");
  const Knowledge::Impl& known = with.knowledge()->impl();
  const Parser* parser = models == kTaggerAndParser && known.parser ? &*known.parser : nullptr;
  const Reading& reading = kReadings[state.range(0)];
  const auto density = bench::Density(state.range(1));
  bench::IcuUnit icu;
  double own_seconds = 0, icu_seconds = 0;
  std::int64_t bytes = 0, mentions = 0, entities = 0, relations = 0;
  Split split;
  for (auto _ : state) {
    double round = 0;
    for (std::size_t i = 0; i < reading.pieces; ++i) {
      const Piece& documents = piece_of(reading, density, i);
      icu_seconds += icu.seconds(documents);
      const double start = bench::cpu_seconds();
      for (const std::span<const std::string> batch : bench::batches(documents, bytes_together)) {
        split.begin();
        std::vector<Document> read(batch.size());
        for (std::size_t d = 0; d < batch.size(); ++d) {
          read[d].info.date = Date{2023, 9, 5};
          read[d].text = *Text::from_utf8(batch[d]);
        }
        for (Document& document : read) document.tokens = tokenize(document.text);
        split.end(kTokens);
        if (last >= kMentions) {
          for (Document& document : read) find_mentions(known.mention_model(), document);
        }
        split.end(kMentions);
        if (last >= kEntities) {
          for (Document& document : read) link_entities(known.link_model(), document);
        }
        split.end(kEntities);
        RelationWork work;
        if (last >= kRelations) {
          for (Document& document : read) find_relations(known.frames, known.schema, document, &known.gazetteer, &work, parser);
          for (Document& document : read) document.events = find_events(document, known.schema);
        }
        split.end(kRelations);
        split.was_syntax(work.syntax);
        for (const Document& document : read) {
          mentions += std::int64_t(document.mentions.size());
          entities += std::int64_t(document.entities.size());
          relations += std::int64_t(document.relations.size());
        }
      }
      round += bench::cpu_seconds() - start;
      bytes += bytes_of(documents);
    }
    own_seconds += round;
    state.SetIterationTime(round);
  }
  state.SetLabel(reading.name);
  state.SetBytesProcessed(bytes);
  const double kilobytes = double(bytes) / 1024;
  state.counters["icu"] = icu_seconds / own_seconds;
  state.counters["mentions"] = double(mentions) / kilobytes;
  state.counters["entities"] = double(entities) / kilobytes;
  state.counters["relations"] = double(relations) / kilobytes;
  state.counters["peak_MB"] = peak_megabytes();
  state.counters["share_tokens"] = split.share(kTokens);
  state.counters["share_mentions"] = split.share(kMentions);
  state.counters["share_entities"] = split.share(kEntities);
  state.counters["share_syntax"] = split.share(kSyntax);
  state.counters["share_relations"] = split.share(kRelations);
}

// One stage alone: what the stages before it made is made anew, untimed, for each round.
void entities_alone(benchmark::State& state) {
  const Pipeline& with = pipeline(true);
  if (!right(with)) return state.SkipWithError("wrong relations: a fast wrong answer is no result");
  const Knowledge::Impl& known = with.knowledge()->impl();
  std::vector<Document> read;
  std::int64_t bytes = 0;
  for (const std::string& article : bench::articles(2 << 20, bench::Density(state.range(0)))) {
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
    const double start = bench::cpu_seconds();
    for (Document& document : documents) link_entities(known.link_model(), document);
    state.SetIterationTime(bench::cpu_seconds() - start);
    for (const Document& document : documents) entities += std::int64_t(document.entities.size());
  }
  state.SetBytesProcessed(std::int64_t(state.iterations()) * bytes);
  state.SetItemsProcessed(entities);
}

// Seconds that this thread stood ready in a queue because every processor was taken by others.
double queued_seconds() {
  unsigned long long ran = 0, waited = 0;
  if (std::FILE* file = std::fopen("/proc/thread-self/schedstat", "r")) {
    if (std::fscanf(file, "%llu %llu", &ran, &waited) != 2) waited = 0;
    std::fclose(file);
  }
  return 1e-9 * double(waited);
}

// Elapsed time in which so many threads read all documents; time in a queue for a processor is left
// out, so that it counts what the threads cost each other, not what other programs do.
double seconds_of(const Pipeline& with, const Piece& documents, std::size_t threads) {
  std::atomic<std::size_t> next{0};
  const std::vector<std::span<const std::string>> batches = bench::batches(documents, Pipeline::kBatchBytes);
  std::vector<double> seconds(threads);
  const auto read = [&](std::size_t thread) {
    const double queued = queued_seconds();
    const auto start = std::chrono::steady_clock::now();
    for (std::size_t i = next++; i < batches.size(); i = next++) {
      std::vector<Article> articles;
      for (const std::string& text : batches[i]) {
        articles.push_back({{.id = "", .date = Date{2023, 9, 5}, .outlet = "", .url = ""}, *Text::from_utf8(text), {}, {}});
      }
      benchmark::DoNotOptimize(with.analyze_batch(articles));
    }
    const std::chrono::duration<double> elapsed = std::chrono::steady_clock::now() - start;
    seconds[thread] = elapsed.count() - (queued_seconds() - queued);
  };
  std::vector<std::thread> others;
  for (std::size_t thread = 0; thread < threads; ++thread) others.emplace_back(read, thread);
  for (std::thread& thread : others) thread.join();
  return *std::max_element(seconds.begin(), seconds.end());
}

// All models; two threads and one take turns.
void threads(benchmark::State& state) {
  const Pipeline& with = pipeline(true);
  if (!right(with)) return state.SkipWithError("wrong relations: a fast wrong answer is no result");
  Piece documents;
  for (std::size_t i = 0; i < 4; ++i) {
    for (const std::string& text : piece_of(kReadings[kArticle], bench::Density::kNews, i)) documents.push_back(text);
  }
  double one = 0, two = 0;
  for (auto _ : state) {
    one += seconds_of(with, documents, 1);
    const double seconds = seconds_of(with, documents, 2);
    two += seconds;
    state.SetIterationTime(seconds);
  }
  state.SetBytesProcessed(std::int64_t(state.iterations()) * bytes_of(documents));
  state.counters["speedup"] = one / two;
}

void load(benchmark::State& state) {
  for (auto _ : state) benchmark::DoNotOptimize(Pipeline::load());
}

void news_and_dense(benchmark::internal::Benchmark* row) {
  row->Args({kArticle, 0})->Args({kArticle, 1})->UseManualTime()->Unit(benchmark::kMillisecond);
}

void every_reading(benchmark::internal::Benchmark* row) {
  for (const std::int64_t reading : {kWord, k1KB, k100KB, k10MB}) row->Args({reading, 0});
  row->UseManualTime()->Unit(benchmark::kMillisecond);
}

void long_reading(benchmark::internal::Benchmark* row) {
  row->Args({k200MB, 0})->Iterations(1)->UseManualTime()->Unit(benchmark::kMillisecond);
}

#define SIZES(name, last, models)                                     \
  BENCHMARK_CAPTURE(stages, name, last, models)->Apply(news_and_dense); \
  BENCHMARK_CAPTURE(stages, name, last, models)->Apply(every_reading); \
  BENCHMARK_CAPTURE(stages, name, last, models)->Apply(long_reading)
SIZES(text_and_tokens, kTokens, kNoModel);
SIZES(whole_pipeline, kRelations, kNoModel);
SIZES(whole_with_tagger, kRelations, kTagger);
SIZES(whole_with_tagger_and_parser, kRelations, kTaggerAndParser);
BENCHMARK_CAPTURE(stages, one_by_one, kRelations, kTaggerAndParser, 1)->Apply(news_and_dense);
BENCHMARK(entities_alone)->Arg(0)->Arg(1)->UseManualTime()->Unit(benchmark::kMillisecond);
BENCHMARK(threads)->UseManualTime()->Unit(benchmark::kMillisecond);
BENCHMARK(load)->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace dragoman
