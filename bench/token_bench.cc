// Part of dragoman; see LICENSE.
//
// Reading and tokenizing made-up news (corpus.h), against ICU's word iterator on the
// same text in the same run (unit.h).  Bytes are of UTF-8.
//
// The token benchmark first compares every token and sentence with the slow way.

#include <benchmark/benchmark.h>

#include "base/simd.h"
#include "corpus.h"
#include "reference/slow_tokens.h"
#include "text/lines.h"
#include "text/utf8.h"
#include "unit.h"

namespace dragoman {
namespace {

const std::vector<Text>& news(std::size_t megabytes) {
  static std::vector<Text> all[64];
  std::vector<Text>& texts = all[megabytes % 64];
  if (texts.empty()) {
    for (std::string& article : bench::articles(megabytes << 20)) {
      texts.push_back(*Text::from_utf8(std::move(article)));
    }
  }
  return texts;
}

std::int64_t bytes_of(const std::vector<Text>& texts) {
  std::int64_t sum = 0;
  for (const Text& text : texts) sum += static_cast<std::int64_t>(text.size());
  return sum;
}

bool tokens_right(const std::vector<Text>& texts) {
  for (const Text& text : texts) {
    const Tokens fast = tokenize(text), slow = slow_tokenize(text);
    const auto equal = [](const auto& a, const auto& b) { return same(a, b); };
    if (!std::equal(fast.tokens.begin(), fast.tokens.end(), slow.tokens.begin(),
                    slow.tokens.end(), equal) ||
        !std::equal(fast.sentences.begin(), fast.sentences.end(), slow.sentences.begin(),
                    slow.sentences.end(), equal)) {
      return false;
    }
  }
  return true;
}

void icu_word_iterator(benchmark::State& state) {
  std::vector<std::string> articles;
  for (const Text& text : news(static_cast<std::size_t>(state.range(0)))) articles.emplace_back(text.view());
  bench::icu_words(state, articles);
}
BENCHMARK(icu_word_iterator)->Arg(1)->Arg(20)->UseManualTime()->Unit(benchmark::kMillisecond);

// With the best vector instructions that there are, or with no more than the name says.
void tokens_and_sentences(benchmark::State& state, Simd most) {
  const SimdLimit limit(most);
  const std::vector<Text>& texts = news(static_cast<std::size_t>(state.range(0)));
  if (!tokens_right(texts)) {
    return state.SkipWithError("tokens differ from the slow way: a fast wrong answer is no result");
  }
  std::int64_t count = 0;
  for (auto _ : state) {
    count = 0;
    for (const Text& text : texts) {
      const Tokens tokens = tokenize(text);
      count += static_cast<std::int64_t>(tokens.tokens.size());
      benchmark::DoNotOptimize(tokens.tokens.data());
    }
  }
  state.SetBytesProcessed(state.iterations() * bytes_of(texts));
  state.SetItemsProcessed(state.iterations() * count);
}
BENCHMARK_CAPTURE(tokens_and_sentences, best, Simd::kAvx512)->Arg(1)->Arg(20)->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(tokens_and_sentences, avx2, Simd::kAvx2)->Arg(20)->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(tokens_and_sentences, plain, Simd::kPlain)->Arg(20)->Unit(benchmark::kMillisecond);

void words_only(benchmark::State& state) {
  const std::vector<Text>& texts = news(static_cast<std::size_t>(state.range(0)));
  for (const Text& text : texts) {
    if (uax29_words(text.view()) != uax29_words_by_icu(text.view())) {
      return state.SkipWithError("words differ from ICU's");
    }
  }
  for (auto _ : state) {
    for (const Text& text : texts) {
      WordScanner scanner(text.view());
      while (scanner.next()) benchmark::DoNotOptimize(scanner.words().data());
    }
  }
  state.SetBytesProcessed(state.iterations() * bytes_of(texts));
}
BENCHMARK(words_only)->Arg(20)->Unit(benchmark::kMillisecond);

void check_utf8(benchmark::State& state) {
  const std::vector<Text>& texts = news(static_cast<std::size_t>(state.range(0)));
  for (auto _ : state) {
    for (const Text& text : texts) {
      if (first_ill_formed(text.view()) != text.size()) state.SkipWithError("valid text refused");
    }
  }
  state.SetBytesProcessed(state.iterations() * bytes_of(texts));
}
BENCHMARK(check_utf8)->Arg(20)->Unit(benchmark::kMillisecond);

// What corpus.h says of each article: two lines of a menu, a heading, paragraphs, tags.
bool lines_right(const Text& text, const std::vector<Line>& lines) {
  std::string joined;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    const LineKind wanted = lines[i].span.size() == 0 ? LineKind::kEmpty
                            : i < 2                   ? LineKind::kMenu
                            : i == 3                  ? LineKind::kHeading
                            : i + 1 == lines.size()   ? LineKind::kTags
                                                      : LineKind::kProse;
    if (lines[i].kind != wanted) return false;
    joined.append(text.slice(lines[i].span)).append("\n");
  }
  return joined == text.view();
}

void find_and_judge_lines(benchmark::State& state) {
  const std::vector<Text>& texts = news(static_cast<std::size_t>(state.range(0)));
  for (const Text& text : texts) {
    std::vector<Line> lines = split_lines(text.view());
    classify_lines(text.view(), lines);
    if (!lines_right(text, lines)) return state.SkipWithError("lines are not what the text has");
  }
  for (auto _ : state) {
    for (const Text& text : texts) {
      std::vector<Line> lines = split_lines(text.view());
      classify_lines(text.view(), lines);
      benchmark::DoNotOptimize(lines.data());
    }
  }
  state.SetBytesProcessed(state.iterations() * bytes_of(texts));
}
BENCHMARK(find_and_judge_lines)->Arg(20)->Unit(benchmark::kMillisecond);

// The whole stage text: bytes in, a Text out.
void text_from_utf8(benchmark::State& state) {
  const std::vector<Text>& texts = news(static_cast<std::size_t>(state.range(0)));
  std::vector<std::string> bytes;
  for (const Text& text : texts) bytes.emplace_back(text.view());
  for (std::size_t i = 0; i < texts.size(); ++i) {
    if (!lines_right(texts[i], texts[i].lines())) return state.SkipWithError("lines are not what the text has");
  }
  for (auto _ : state) {
    for (const std::string& article : bytes) benchmark::DoNotOptimize(Text::from_utf8(article));
  }
  state.SetBytesProcessed(state.iterations() * bytes_of(texts));
}
BENCHMARK(text_from_utf8)->Arg(20)->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace dragoman
