// Part of dragoman; see LICENSE.
//
// RelationGraph: building from facts, freezing, and finding the edges of one type at a hub,
// beside a raw boost::adjacency_list that holds ends and a number only.  Nodes are skewed:
// a tenth of all edges touch one hub.

#include <algorithm>
#include <memory>
#include <random>
#include <string>
#include <vector>

#include <benchmark/benchmark.h>
#include <boost/graph/adjacency_list.hpp>

#include "dragoman/happening.h"
#include "graph/impl.h"

namespace dragoman {
namespace {

constexpr const char* kTypes[] = {"visit", "arms_transfer", "accuse", "sanction", "attack"};
constexpr std::size_t kPerDocument = 20;

struct Raw {
  std::uint32_t source, target, type;
};

std::vector<Raw> raw_edges(std::size_t nodes, std::size_t edges) {
  std::mt19937 random(42);
  std::uniform_int_distribution<std::uint32_t> any(1, std::uint32_t(nodes - 1));
  std::vector<Raw> out;
  for (std::size_t i = 0; i < edges; ++i) {
    out.push_back({random() % 10 == 0 ? 0 : any(random), any(random), std::uint32_t(random() % 5)});
  }
  return out;
}

std::string id_of(std::uint32_t node) { return "n" + std::to_string(node); }

std::vector<DocumentFacts> documents_of(const std::vector<Raw>& edges) {
  std::vector<DocumentFacts> out;
  for (std::size_t first = 0; first < edges.size(); first += kPerDocument) {
    DocumentFacts& d = out.emplace_back();
    d.document.id = "d" + std::to_string(first);
    std::vector<std::uint32_t> nodes;
    for (std::size_t i = first; i < std::min(edges.size(), first + kPerDocument); ++i) {
      nodes.push_back(edges[i].source);
      nodes.push_back(edges[i].target);
      DocumentFacts::Edge& e = d.edges.emplace_back();
      e.type = kTypes[edges[i].type];
      e.source = id_of(edges[i].source);
      e.target = id_of(edges[i].target);
      e.arguments = {{"agent", e.source, true}, {"target", e.target, true}};
      e.report.evidence = "Sentence " + std::to_string(i);
    }
    std::sort(nodes.begin(), nodes.end());
    nodes.erase(std::unique(nodes.begin(), nodes.end()), nodes.end());
    for (const std::uint32_t n : nodes) {
      d.nodes.push_back({id_of(n), MentionType::kState, "Name " + std::to_string(n), {}, ""});
    }
  }
  return out;
}

// Bytes an edge takes in a graph that is ready to read, but for its reports and their words.
double bytes_an_edge(const RelationGraph& graph) {
  const Tables& tables = graph.impl().tables;
  return double(tables.edge_bytes() + graph.impl().frozen().edge_bytes()) / double(graph.edge_count());
}

// From facts, which are handed over as a pipeline does, until the first read.
void build(benchmark::State& state) {
  const std::size_t count = std::size_t(state.range(1));
  const auto raw = raw_edges(std::size_t(state.range(0)), count);
  for (auto _ : state) {
    state.PauseTiming();
    auto documents = documents_of(raw);
    auto graph = std::make_unique<RelationGraph>();
    state.ResumeTiming();
    for (DocumentFacts& d : documents) {
      if (!graph->add(std::move(d)).ok()) return state.SkipWithError("facts were refused");
    }
    benchmark::DoNotOptimize(graph->node_count());
    state.PauseTiming();
    if (graph->report_count() < count * 99 / 100) return state.SkipWithError("reports are missing");
    state.counters["bytes_an_edge"] = bytes_an_edge(*graph);
    state.counters["report_bytes"] = double(graph->impl().tables.report_bytes()) / double(graph->report_count());
    state.counters["all_text_bytes"] = double(graph->impl().tables.texts.bytes()) / double(graph->edge_count());
    graph.reset();
    documents.clear();
    state.ResumeTiming();
  }
  state.SetItemsProcessed(state.iterations() * state.range(1));
}
BENCHMARK(build)
    ->Args({10'000, 100'000})
    ->Args({100'000, 1'000'000})
    ->Args({1'000'000, 5'000'000})
    ->Unit(benchmark::kMillisecond);

using RawGraph = boost::adjacency_list<boost::vecS, boost::vecS, boost::bidirectionalS,
                                       boost::no_property, std::uint32_t>;

RawGraph raw_graph(const std::vector<Raw>& edges, std::size_t nodes) {
  RawGraph graph(nodes);
  for (const Raw& e : edges) boost::add_edge(e.source, e.target, e.type, graph);
  return graph;
}

void build_raw_adjacency_list(benchmark::State& state) {
  const auto edges = raw_edges(std::size_t(state.range(0)), std::size_t(state.range(1)));
  for (auto _ : state) {
    benchmark::DoNotOptimize(num_edges(raw_graph(edges, std::size_t(state.range(0)))));
  }
  state.SetItemsProcessed(state.iterations() * state.range(1));
}
BENCHMARK(build_raw_adjacency_list)
    ->Args({100'000, 1'000'000})
    ->Args({1'000'000, 5'000'000})
    ->Unit(benchmark::kMillisecond);

constexpr std::size_t kHubNodes = 1'000'000, kHubEdges = 5'000'000;   // half a million at the hub

// All edges of one type from the hub to one node.
void find_at_hub(benchmark::State& state) {
  const auto edges = raw_edges(kHubNodes, kHubEdges);
  RelationGraph graph;
  for (DocumentFacts& d : documents_of(edges)) (void)graph.add(std::move(d)).ok();
  const NodeIndex hub = *graph.find_node("n0");
  std::vector<NodeIndex> targets;
  for (const EdgeIndex e : graph.out(hub, "visit")) targets.push_back(graph.edge(e).target);
  std::shuffle(targets.begin(), targets.end(), std::mt19937(1));
  std::size_t i = 0;
  for (auto _ : state) {
    const auto found = graph.between(hub, targets[i], "visit");
    if (found.empty()) return state.SkipWithError("the edge was not found");
    benchmark::DoNotOptimize(found.data());
    i = i + 1 == targets.size() ? 0 : i + 1;
  }
}
BENCHMARK(find_at_hub);

void find_at_hub_raw_adjacency_list(benchmark::State& state) {
  const auto edges = raw_edges(kHubNodes, kHubEdges);
  const RawGraph graph = raw_graph(edges, kHubNodes);
  std::vector<std::uint32_t> targets;
  for (const Raw& e : edges) {
    if (e.source == 0) targets.push_back(e.target);
  }
  std::size_t i = 0;
  for (auto _ : state) {
    const auto found = boost::edge(0, targets[i], graph);
    if (!found.second) return state.SkipWithError("the edge was not found");
    benchmark::DoNotOptimize(found);
    i = i + 1 == targets.size() ? 0 : i + 1;
  }
}
BENCHMARK(find_at_hub_raw_adjacency_list);

// All reports brought together, once the graph can be read.
void group_happenings(benchmark::State& state) {
  const auto raw = raw_edges(std::size_t(state.range(0)), std::size_t(state.range(1)));
  for (auto _ : state) {
    state.PauseTiming();
    auto graph = std::make_unique<RelationGraph>();
    for (DocumentFacts& d : documents_of(raw)) (void)graph->add(std::move(d)).ok();
    benchmark::DoNotOptimize(graph->edge_count());
    state.ResumeTiming();
    if (graph->happenings().size() == 0) return state.SkipWithError("no happenings");
    state.PauseTiming();
    graph.reset();
    state.ResumeTiming();
  }
  state.SetItemsProcessed(state.iterations() * state.range(1));
}
BENCHMARK(group_happenings)->Args({10'000, 100'000})->Args({100'000, 1'000'000})->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace dragoman
