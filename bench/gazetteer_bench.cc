// Part of dragoman; see LICENSE.
//
// Finding names in made-up news (corpus.h): with 1,000 and 10,000 names made from syllables
// and some that the news contains, with all shipped names, and with those and made-up ones,
// together 200,000.
// "find" times the search in tokens alone, "tokenize_and_find" both; bytes are of UTF-8.
//
// Before it is timed, each set of names must find in 200 kB of news exactly what the naive
// matcher finds.

#include <benchmark/benchmark.h>

#include <algorithm>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>
#include <memory>

#include "base/bundle.h"
#include "corpus.h"
#include "dragoman/gazetteer.h"
#include "reference/naive_gazetteer.h"
#include "unit.h"

namespace dragoman {
namespace {

constexpr std::size_t kNewsBytes = std::size_t{8} << 20;
constexpr std::size_t kCheckedBytes = 200'000;
constexpr std::int64_t kShipped = 0;        // Arg: how many names; this: all shipped ones
constexpr std::int64_t kLarge = 200'000;    // beyond 10,000 the shipped ones are among them
constexpr std::int64_t kMillion = 1'000'000;

struct News {
  std::vector<Text> texts;
  std::vector<std::vector<Token>> tokens;
  std::int64_t bytes = 0;
};

const News& news() {
  static const News* all = [] {
    auto* made = new News;
    for (std::string& article : bench::articles(kNewsBytes)) {
      made->texts.push_back(*Text::from_utf8(std::move(article)));
      made->tokens.push_back(tokenize(made->texts.back()).tokens);
      made->bytes += std::int64_t(made->texts.back().size());
    }
    return made;
  }();
  return *all;
}

std::vector<std::filesystem::path> shipped_tables() {
  std::vector<std::filesystem::path> tables;
  for (const char* name : {"states", "demonyms", "metonyms", "organisations", "people", "places", "weapons"}) {
    tables.push_back(std::string(DRAGOMAN_SOURCE_DIR) + "/data/gazetteer/" + name + ".tsv");
  }
  return tables;
}

// Half of the names are of one word, as in the shipped tables; the news' own names first.
std::string made_up_table(std::int64_t count) {
  static const char* const kKnown[] = {"Kenya", "South Korea", "United States", "U.S.", "New Delhi", "Oslo",
                                       "African Union", "Red Cross", "C\u00f4te d\u2019Ivoire", "Min-jae Park",
                                       "Al-Rashid", "Kenyan", "F-16", "artillery shells", "World Food Programme"};
  static const char* const kSyllables[] = {"ba", "den", "ko", "ri", "mas", "ul", "ter", "vin",
                                           "so", "la",  "gor", "ny", "es", "hai", "pu", "cho"};
  std::uint64_t random = 88172645463325252u;
  const auto below = [&random](std::uint64_t n) {
    random ^= random << 13;
    random ^= random >> 7;
    random ^= random << 17;
    return (random >> 11) % n;
  };
  std::string rows = "name\ttype\tid\tkind\n";
  for (std::int64_t n = 0; n < count; ++n) {
    std::string name;
    if (std::size_t(n) < std::size(kKnown)) {
      name = kKnown[n];
    } else {
      for (std::uint64_t words = 1 + below(2) * (1 + below(3)); words > 0; --words) {
        const std::size_t at = name.size();
        for (std::uint64_t parts = 2 + below(3); parts > 0; --parts) name += kSyllables[below(16)];
        name[at] = char(name[at] - 'a' + 'A');
        if (words > 1) name += ' ';
      }
    }
    rows += name + "\tCITY\tcity:made-up-" + std::to_string(n) + "\tpreferred\n";
  }
  return rows;
}

bool right(const Gazetteer& names) {
  std::vector<std::string> all;
  std::vector<std::pair<Index, std::string_view>> rows;   // of each number that the naive matcher gives
  for (Index r = 0; r < names.record_count(); ++r) {
    for (const NameEntry& entry : names.names_of(r)) {
      all.emplace_back(names.name(entry));
      rows.emplace_back(r, names.name(entry));
    }
  }
  const NaiveGazetteer naive(all);
  std::size_t bytes = 0, found = 0;
  for (std::size_t i = 0; i < news().texts.size() && bytes < kCheckedBytes; ++i) {
    const std::vector<Token>& tokens = news().tokens[i];
    std::vector<GazetteerMatch> fast;
    names.find(tokens, 0, Index(tokens.size()), fast);
    const std::vector<NaiveMatch> slow = naive.find(news().texts[i], tokens);
    if (fast.size() != slow.size()) return false;
    for (std::size_t m = 0; m < fast.size(); ++m) {
      if (fast[m].first != slow[m].first || fast[m].last != slow[m].last) return false;
      std::vector<std::pair<Index, std::string_view>> a, b;
      for (const NameEntry& entry : names.entries(fast[m])) a.emplace_back(entry.record, names.name(entry));
      for (const std::size_t number : slow[m].names) b.push_back(rows[number]);
      std::sort(a.begin(), a.end());
      std::sort(b.begin(), b.end());
      if (a != b) return false;
    }
    bytes += news().texts[i].size();
    found += fast.size();
  }
  return found > 0;
}

std::string content_of(const std::filesystem::path& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
}

Result<Gazetteer> made(std::int64_t count) {
  if (count == kShipped) return Gazetteer::load(shipped_tables());
  std::vector<Gazetteer::Table> tables;
  if (count >= kLarge) {
    for (const std::filesystem::path& path : shipped_tables()) {
      tables.push_back({path.string(), content_of(path)});
      count -= std::count(tables.back().content.begin(), tables.back().content.end(), '\n');
    }
  }
  tables.push_back({"made up", made_up_table(count)});
  return Gazetteer::parse(tables);
}

// nullptr: cannot be loaded, or finds what it should not.
const Gazetteer* names_of(std::int64_t count) {
  static std::map<std::int64_t, std::unique_ptr<Gazetteer>> loaded;
  const auto [at, added] = loaded.try_emplace(count);
  if (added) {
    Result<Gazetteer> names = made(count);
    if (!names.ok()) std::fprintf(stderr, "%s\n", names.error().message().c_str());
    if (names.ok() && right(*names)) at->second = std::make_unique<Gazetteer>(*std::move(names));
  }
  return at->second.get();
}

constexpr const char* kWrong = "names differ from the naive matcher's: a fast wrong answer is no result";

void report(benchmark::State& state, const Gazetteer& names, std::size_t found) {
  state.SetBytesProcessed(state.iterations() * news().bytes);
  state.counters["names"] = double(names.name_count());
  state.counters["found_per_kB"] = double(found) * 1000 / double(news().bytes);
}

void icu_word_iterator(benchmark::State& state) {
  std::vector<std::string> articles;
  for (const Text& text : news().texts) articles.emplace_back(text.view());
  bench::icu_words(state, articles);
}
BENCHMARK(icu_word_iterator)->UseManualTime()->Unit(benchmark::kMillisecond);

void find(benchmark::State& state) {
  const Gazetteer* names = names_of(state.range(0));
  if (names == nullptr) return state.SkipWithError(kWrong);
  std::vector<GazetteerMatch> matches;
  std::size_t found = 0;
  for (auto _ : state) {
    found = 0;
    for (const std::vector<Token>& tokens : news().tokens) {
      matches.clear();
      names->find(tokens, 0, Index(tokens.size()), matches);
      found += matches.size();
    }
    benchmark::DoNotOptimize(found);
  }
  report(state, *names, found);
}
BENCHMARK(find)->Arg(1000)->Arg(10000)->Arg(kShipped)->Arg(kLarge)->Arg(kMillion)->Unit(benchmark::kMillisecond);

void tokenize_and_find(benchmark::State& state) {
  const Gazetteer* names = names_of(state.range(0));
  if (names == nullptr) return state.SkipWithError(kWrong);
  std::vector<GazetteerMatch> matches;
  std::size_t found = 0;
  for (auto _ : state) {
    found = 0;
    for (const Text& text : news().texts) {
      const Tokens tokens = tokenize(text);
      matches.clear();
      names->find(tokens.tokens, 0, Index(tokens.tokens.size()), matches);
      found += matches.size();
    }
    benchmark::DoNotOptimize(found);
  }
  report(state, *names, found);
}
BENCHMARK(tokenize_and_find)->Arg(1000)->Arg(10000)->Arg(kShipped)->Arg(kLarge)->Arg(kMillion)->Unit(benchmark::kMillisecond);

// Opening a bundle and finding in it for the first time; all: with every check.
void open_bundle(benchmark::State& state, Bundle::Check check) {
  const Gazetteer* names = names_of(state.range(0));
  if (names == nullptr) return state.SkipWithError(kWrong);
  const std::filesystem::path path = std::filesystem::temp_directory_path() / "dragoman_bench.bundle";
  BundleWriter writer;
  names->add_to(writer);
  const Result<std::uint64_t> size = writer.save(path);
  if (!size.ok()) return state.SkipWithError(size.error().message().c_str());
  std::vector<GazetteerMatch> expected, matches;
  const std::vector<Token>& tokens = news().tokens.front();
  names->find(tokens, 0, Index(tokens.size()), expected);
  for (auto _ : state) {
    auto bundle = Bundle::open(path, check);
    if (!bundle.ok()) return state.SkipWithError(bundle.error().message().c_str());
    const Result<Gazetteer> opened = Gazetteer::from_bundle(*std::move(bundle));
    matches.clear();
    if (opened.ok()) opened->find(tokens, 0, Index(tokens.size()), matches);
    if (matches.size() != expected.size()) return state.SkipWithError(kWrong);
  }
  std::filesystem::remove(path);
  state.counters["names"] = double(names->name_count());
  state.counters["MB"] = double(*size) / 1e6;
}
BENCHMARK_CAPTURE(open_bundle, header, Bundle::Check::kHeader)->Arg(kShipped)->Arg(kMillion)->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(open_bundle, all, Bundle::Check::kAll)->Arg(kShipped)->Arg(kMillion)->Unit(benchmark::kMillisecond);

// Reading the shipped tables; items are names.
void load_shipped(benchmark::State& state) {
  const Gazetteer* names = names_of(kShipped);
  if (names == nullptr) return state.SkipWithError(kWrong);
  const std::vector<std::filesystem::path> tables = shipped_tables();
  std::int64_t bytes = 0;
  for (const std::filesystem::path& table : tables) bytes += std::int64_t(std::filesystem::file_size(table));
  for (auto _ : state) {
    const Result<Gazetteer> loaded = Gazetteer::load(tables);
    benchmark::DoNotOptimize(loaded.ok());
  }
  state.SetBytesProcessed(state.iterations() * bytes);
  state.SetItemsProcessed(state.iterations() * std::int64_t(names->name_count()));
}
BENCHMARK(load_shipped)->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace dragoman
