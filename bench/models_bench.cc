// Part of dragoman; see LICENSE.
//
// The learned models alone on made-up news (corpus.h): the parser over all prose, the tagger of
// names over what gazetteer and rules have read; items are tokens.  With the best vector
// instructions that there are, or with no more than the name says.
//
// Both are timed only if they answer as with plain loops, the tagger also only if it finds the
// person, the place and the organisation of a sentence.

#include <benchmark/benchmark.h>

#include "base/simd.h"
#include "corpus.h"
#include "dragoman/pipeline.h"
#include "mention/find.h"
#include "pipeline/knowledge.h"
#include "syntax/sentence_trees.h"
#include "unit.h"

namespace dragoman {
namespace {

constexpr std::size_t kBytes = 2 << 20;

const Knowledge::Impl& known() {
  static const Pipeline kPipeline = *Pipeline::load();
  return kPipeline.knowledge()->impl();
}

Document document_of(std::string text) {
  Document document;
  document.info.date = Date{2023, 9, 5};
  document.text = *Text::from_utf8(std::move(text));
  document.tokens = tokenize(document.text);
  return document;
}

const std::vector<Document>& news() {
  static const std::vector<Document> kNews = [] {
    std::vector<Document> documents;
    for (std::string& article : bench::articles(kBytes)) documents.push_back(document_of(std::move(article)));
    return documents;
  }();
  return kNews;
}

void icu_word_iterator(benchmark::State& state) {
  std::vector<std::string> articles;
  for (const Document& document : news()) articles.emplace_back(document.text.view());
  bench::icu_words(state, articles);
}

std::int64_t byte_count() {
  std::int64_t count = 0;
  for (const Document& document : news()) count += std::int64_t(document.text.size());
  return count;
}

std::int64_t token_count() {
  std::int64_t count = 0;
  for (const Document& document : news()) count += std::int64_t(document.tokens.tokens.size());
  return count;
}

// Tokens parsed, and a sum that depends on every part of every tree.
struct Parsed {
  std::int64_t tokens = 0;
  std::uint64_t sum = 0;
  bool operator==(const Parsed&) const = default;
};

Parsed parse_all(SentenceTrees& trees, std::size_t documents) {
  Parsed parsed;
  for (const Document& document : std::span(news()).first(documents)) {
    for (const Sentence& sentence : document.sentences()) {
      if (!sentence.prose) continue;
      const SentenceTree tree = trees.read(document, sentence);
      parsed.tokens += tree.last() - tree.first();
      for (Index i = tree.first(); i < tree.last(); ++i) {
        parsed.sum = parsed.sum * 31 + tree.head(i) * 64 + std::uint64_t(tree.arc(i)) + tree.margin(i);
      }
    }
  }
  return parsed;
}

void parser(benchmark::State& state, Simd most) {
  if (!known().parser) return state.SkipWithError("no model");
  SentenceTrees trees(&*known().parser, known().frames.lexicon());
  Parsed plain;
  {
    const SimdLimit limit(Simd::kPlain);
    plain = parse_all(trees, 20);
  }
  const SimdLimit limit(most);
  if (parse_all(trees, 20) != plain) return state.SkipWithError("trees differ from those of plain loops");
  std::int64_t tokens = 0;
  for (auto _ : state) tokens += parse_all(trees, news().size()).tokens;
  state.SetItemsProcessed(tokens);
  state.SetBytesProcessed(state.iterations() * byte_count());
}

bool tagger_right() {
  Document document = document_of("Officials met Marisol Quintero of the Veldmark Transport Company in Upper Tolna on Friday.");
  find_mentions(known().mention_model(), document);
  std::string names;
  for (const Mention& m : document.mentions) {
    if (m.type == MentionType::kDate || m.type == MentionType::kGroup) continue;
    names.append(document.slice(m)).append(";");
  }
  return names == "Marisol Quintero;Veldmark Transport Company;Upper Tolna;";
}

void tagger(benchmark::State& state, Simd most) {
  const SimdLimit limit(most);
  if (!known().names) return state.SkipWithError("no model");
  if (!tagger_right()) return state.SkipWithError("wrong names: a fast wrong answer is no result");
  struct Read {
    std::vector<WordFacts> words;
    std::vector<Reading> readings;
  };
  std::vector<Read> read(news().size());
  for (std::size_t i = 0; i < news().size(); ++i) {
    Document document = news()[i];
    find_readings(known().mention_model(), document, read[i].words, read[i].readings);
  }
  const std::span<const std::uint16_t> told = known().rules.lexicon().told();
  std::vector<TaggedName> names, plain;
  for (std::size_t i = 0; i < 20; ++i) {
    known().names->tag(news()[i], read[i].words, told, read[i].readings, names);
    const SimdLimit narrow(Simd::kPlain);
    known().names->tag(news()[i], read[i].words, told, read[i].readings, plain);
  }
  if (names != plain) return state.SkipWithError("names differ from those of plain loops");
  for (auto _ : state) {
    for (std::size_t i = 0; i < news().size(); ++i) {
      names.clear();
      known().names->tag(news()[i], read[i].words, told, read[i].readings, names);
      benchmark::DoNotOptimize(names.data());
    }
  }
  state.SetItemsProcessed(state.iterations() * token_count());
  state.SetBytesProcessed(state.iterations() * byte_count());
}

BENCHMARK(icu_word_iterator)->UseManualTime()->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(parser, best, Simd::kAvx512)->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(parser, avx2, Simd::kAvx2)->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(parser, sse2, Simd::kSse2)->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(tagger, best, Simd::kAvx512)->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(tagger, avx2, Simd::kAvx2)->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(tagger, plain, Simd::kPlain)->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace dragoman
