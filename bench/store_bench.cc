// Part of dragoman; see LICENSE.
//
// The store: documents and reports written a second, by size of batch; opening it; loading it into a
// graph, whole or as far as a question reaches; beside RelationGraph::add() of the same facts, which
// keeps nothing.  Documents are those of the graph's benchmark in shape: 12 entities, 5 relations,
// sentences of some 100 bytes.

#include <cstdlib>
#include <filesystem>
#include <random>
#include <string>
#include <vector>

#include <benchmark/benchmark.h>

#include "dragoman/query.h"
#include "dragoman/store.h"

namespace dragoman {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t kReports = 5;

std::vector<DocumentFacts> documents(std::size_t count) {
  static const char* const kTypes[] = {"visit", "arms_transfer", "accuse", "sanction", "attack"};
  std::mt19937 random(7);
  std::vector<DocumentFacts> all;
  for (std::size_t i = 0; i < count; ++i) {
    DocumentFacts& d = all.emplace_back();
    d.document = {.id = "news/" + std::to_string(i) + ".txt", .date = from_days(18'000 + int(i % 2000)),
                  .outlet = "Outlet " + std::to_string(i % 40), .url = ""};
    // A few states are in most articles, most people in few.
    for (std::size_t k = 0; k < 12; ++k) {
      const std::size_t wide = k < 6 ? 200 : 50'000;
      const std::string id = std::to_string(k) + "-" + std::to_string(random() % wide);
      d.nodes.push_back({"e" + id, MentionType::kState, "Entity " + id, {"Alias of " + id}, ""});
    }
    for (std::size_t k = 0; k < kReports; ++k) {
      const std::string &a = d.nodes[random() % 6].id, &b = d.nodes[6 + random() % 6].id;
      ReportFact report;
      report.evidence = "Sentence " + std::to_string(i * kReports + k) +
                        " says that officials of one side delivered what the other side had asked for on Monday.";
      report.evidence_span = {std::uint32_t(k * 120), std::uint32_t(k * 120 + 100)};
      report.because = "data/frames/some.yaml:" + std::to_string(random() % 300) + " some_frame";
      report.said_by = "officials";
      d.edges.push_back({kTypes[random() % 5], false, a, b, {{"agent", a, true}, {"target", b, true}}, report});
    }
  }
  return all;
}

class File {
 public:
  File() {
    std::string name = (fs::temp_directory_path() / "dragoman-bench-XXXXXX").string();
    folder_ = ::mkdtemp(name.data());
  }
  ~File() {
    std::error_code ignored;
    fs::remove_all(folder_, ignored);
  }
  fs::path path() const { return folder_ / "news.db"; }

 private:
  fs::path folder_;
};

// Arguments: documents, size of a batch.
void put(benchmark::State& state) {
  const std::vector<DocumentFacts> all = documents(std::size_t(state.range(0)));
  const auto batch = std::size_t(state.range(1));
  std::uintmax_t bytes = 0;
  for (auto _ : state) {
    state.PauseTiming();
    const File file;
    Result<Store> store = Store::open(file.path());
    state.ResumeTiming();
    for (std::size_t at = 0; at < all.size(); at += batch) {
      if (!store->put(std::span(all).subspan(at, std::min(batch, all.size() - at))).ok()) {
        return state.SkipWithError("a batch was refused");
      }
    }
    state.PauseTiming();
    if (store->counts()->reports != all.size() * kReports) return state.SkipWithError("reports are missing");
    store = Store::open(file.path());   // the log is moved into the file
    bytes = fs::file_size(file.path());
    state.ResumeTiming();
  }
  using benchmark::Counter;
  state.counters["documents/s"] = Counter(double(all.size()) * double(state.iterations()), Counter::kIsRate);
  state.counters["reports/s"] = Counter(double(all.size() * kReports) * double(state.iterations()), Counter::kIsRate);
  state.counters["bytes/document"] = double(bytes) / double(all.size());
}
BENCHMARK(put)->Args({5'000, 1})->Args({5'000, 256})->Args({20'000, 256})->Args({80'000, 256})->Args({20'000, 4096})
    ->Unit(benchmark::kMillisecond)->UseRealTime();

// The same documents into a graph in memory.
void add_to_graph(benchmark::State& state) {
  const std::vector<DocumentFacts> all = documents(std::size_t(state.range(0)));
  for (auto _ : state) {
    RelationGraph graph;
    for (const DocumentFacts& d : all) (void)graph.add(d).ok();
    if (graph.report_count() != all.size() * kReports) return state.SkipWithError("reports are missing");
  }
  state.counters["documents/s"] =
      benchmark::Counter(double(all.size()) * double(state.iterations()), benchmark::Counter::kIsRate);
}
BENCHMARK(add_to_graph)->Arg(20'000)->Unit(benchmark::kMillisecond)->UseRealTime();

// The same again: every document is there.
void put_what_is_there(benchmark::State& state) {
  const std::vector<DocumentFacts> all = documents(5'000);
  const File file;
  Result<Store> store = Store::open(file.path());
  if (!store->put(all).ok()) return state.SkipWithError("a batch was refused");
  for (auto _ : state) {
    const auto change = store->put(all);
    if (change->unchanged != all.size()) return state.SkipWithError("something changed");
  }
  state.counters["documents/s"] =
      benchmark::Counter(double(all.size()) * double(state.iterations()), benchmark::Counter::kIsRate);
}
BENCHMARK(put_what_is_there)->Unit(benchmark::kMillisecond)->UseRealTime();

struct Filled {
  File file;
  explicit Filled(std::size_t count) {
    Result<Store> store = Store::open(file.path());
    (void)store->put(documents(count)).ok();
  }
};

void open_store(benchmark::State& state) {
  const Filled filled{std::size_t(state.range(0))};
  for (auto _ : state) {
    const Result<Store> store = Store::open(filled.file.path(), {.mode = StoreMode::kRead});
    if (!store.ok() || !*store->has_document("news/1.txt")) return state.SkipWithError("not opened");
  }
}
BENCHMARK(open_store)->Arg(1'000)->Arg(20'000)->Unit(benchmark::kMicrosecond)->UseRealTime();

void load_graph(benchmark::State& state) {
  const Filled filled{std::size_t(state.range(0))};
  const Result<Store> store = Store::open(filled.file.path(), {.mode = StoreMode::kRead});
  for (auto _ : state) {
    const Result<RelationGraph> graph = store->graph();
    if (!graph.ok() || graph->report_count() != std::size_t(state.range(0)) * kReports) {
      return state.SkipWithError("reports are missing");
    }
  }
  state.counters["reports/s"] = benchmark::Counter(double(state.range(0)) * kReports * double(state.iterations()),
                                                   benchmark::Counter::kIsRate);
}
BENCHMARK(load_graph)->Arg(5'000)->Arg(20'000)->Arg(80'000)->Unit(benchmark::kMillisecond)->UseRealTime();

// One question, and what it reads: the surroundings of an entity, a type, or all (load_graph).
void ask(benchmark::State& state, const char* question) {
  const Filled filled{std::size_t(state.range(0))};
  const Result<Store> store = Store::open(filled.file.path(), {.mode = StoreMode::kRead});
  for (auto _ : state) {
    const Result<QueryResult> result = query(*store, question);
    if (!result.ok() || result->rows.empty()) return state.SkipWithError("no answer");
    state.counters["rows"] = double(result->rows.size());
  }
}
BENCHMARK_CAPTURE(ask, entity, "MATCH (a {id: 'e3-17'})-[r:visit]->(b) RETURN b, r.status, r.evidence")
    ->Arg(20'000)->Arg(80'000)->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(ask, type, "MATCH (a)-[r:visit]->(b) RETURN a, count(*) AS n ORDER BY n DESC LIMIT 10")
    ->Arg(20'000)->Arg(80'000)->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace dragoman
