// Part of dragoman; see LICENSE.
//
// find_relations over news-like text with its mentions given; tokens and mentions are not
// timed.  Half of the sentences hold no trigger, as in news.  ns_per_token is the figure to watch.

#include <benchmark/benchmark.h>

#include <cstdlib>

#include "marked.h"
#include "relation/extract.h"

namespace {

using namespace dragoman;

const char* kParagraph =
    "[Kenyan President | OFFICE] [William Ruto | PERSON | ruto] plans to visit [India | STATE | IND] later in the "
    "year, according to [Kenyan officials | GROUP | group:k | state=KEN | plural=1]. The markets were calm in the "
    "morning, and traders waited for the figures that the bank had promised for the afternoon. "
    "[Turkey | STATE | TUR] shipped [drones | WEAPON] to [Mali | STATE | MLI], and [France | STATE | FRA] condemned "
    "[Turkey | STATE | TUR] for it. It was not clear who would pay for the road, which has been closed since the "
    "rains began and is used by some two thousand lorries a day. [Peru | STATE | PER] and [Chile | STATE | CHL] held "
    "talks in [Lima | CITY | lima] about the border. A spokesman for the port declined to give a date, saying that "
    "the work would take as long as it had to take.\n\n";

void relations(benchmark::State& state) {
  auto schema = Schema::load(DRAGOMAN_SOURCE_DIR "/data/schema/relations.yaml");
  auto frames = Frames::load(DRAGOMAN_SOURCE_DIR "/data", *schema, 0);
  if (!frames.ok()) return state.SkipWithError(frames.error().message().c_str());
  std::string text;
  for (int i = 0; i < state.range(0); ++i) text += kParagraph;
  Document document = marked(text);
  find_relations(*frames, *schema, document);
  if (document.relations.size() != std::size_t(4 * state.range(0))) {
    return state.SkipWithError(("wrong relations, a fast wrong answer is no result: " +
                                std::to_string(document.relations.size())).c_str());
  }
  for (auto _ : state) {
    find_relations(*frames, *schema, document);
    benchmark::DoNotOptimize(document.relations.data());
  }
  state.SetBytesProcessed(state.iterations() * std::int64_t(document.text.size()));
  state.counters["tokens_per_second"] = benchmark::Counter(
      double(state.iterations()) * double(document.tokens.tokens.size()), benchmark::Counter::kIsRate);
}
BENCHMARK(relations)->Arg(1)->Arg(20)->Arg(400);

}  // namespace
