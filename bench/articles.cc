// Part of dragoman; see LICENSE.
//
// The made-up news (corpus.h) for programs in other languages, and the time that C++ takes for it.
//
//   articles 1000            one article a line, as JSON strings
//   articles 1000 --time     reads them with the pipeline; prints {"seconds", "bytes", "relations"}, CPU
//                            seconds of this process, loading not counted; and those of ICU's word
//                            iterator ("icu_seconds")
//   articles FILE --time     the same for the "text" of each line of a JSON Lines file, read 20 times over

#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <fstream>
#include <nlohmann/json.hpp>

#include "corpus.h"
#include "dragoman/pipeline.h"
#include "unit.h"

namespace {

// The texts of a JSON Lines file; none if a line is no object with a text.
std::vector<std::string> texts_of(const char* path) {
  std::ifstream in(path);
  std::vector<std::string> texts;
  for (std::string line; std::getline(in, line);) {
    const nlohmann::json row = nlohmann::json::parse(line, nullptr, false);
    if (!row.is_object() || !row.contains("text") || !row["text"].is_string()) {
      std::fprintf(stderr, "%s:%zu: no \"text\"\n", path, texts.size() + 1);
      return {};
    }
    texts.push_back(row["text"]);
  }
  return texts;
}

std::vector<std::string> made_up(std::size_t count) {
  std::vector<std::string> articles;
  for (std::size_t i = 0; i < count; ++i) articles.push_back(dragoman::bench::article(i));
  return articles;
}

int time_them(const std::vector<std::string>& articles, int rounds) {
  if (articles.empty()) return 1;
  const auto pipeline = dragoman::Pipeline::load();
  if (!pipeline.ok()) {
    std::fprintf(stderr, "%s\n", pipeline.error().message().c_str());
    return 1;
  }
  (void)pipeline->analyze(articles[0]);   // what is made once
  dragoman::DocumentInfo info;
  info.date = dragoman::Date{2023, 9, 5};
  std::size_t bytes = 0, relations = 0;
  double seconds = 0, icu_seconds = 0;
  dragoman::bench::IcuUnit icu;
  for (int round = 0; round < rounds; ++round) {
    const double start = dragoman::bench::cpu_seconds();
    for (const auto& batch : dragoman::bench::batches(articles, dragoman::Pipeline::kBatchBytes)) {
      std::vector<dragoman::Article> some;
      for (const std::string& article : batch) {
        some.push_back({info, *dragoman::Text::from_utf8(article), {}, {}});
        bytes += article.size();
      }
      for (const auto& document : pipeline->analyze_batch(some)) relations += document.relations.size();
    }
    seconds += dragoman::bench::cpu_seconds() - start;
    icu_seconds += icu.seconds(articles);
  }
  std::printf("{\"seconds\": %.6f, \"icu_seconds\": %.6f, \"bytes\": %zu, \"relations\": %zu}\n", seconds, icu_seconds, bytes,
              relations);
  return 0;
}

}  // namespace

int main(int argc, char** argv) {
  const long count = argc > 1 ? std::strtol(argv[1], nullptr, 10) : 0;
  const bool time = argc > 2 && std::strcmp(argv[2], "--time") == 0;
  if (count < 1 && time) return time_them(texts_of(argv[1]), 20);
  if (count < 1) {
    std::fprintf(stderr, "usage: articles COUNT [--time], articles FILE --time\n");
    return 2;
  }
  if (time) return time_them(made_up(std::size_t(count)), 1);
  for (long i = 0; i < count; ++i) {
    std::puts(nlohmann::json(dragoman::bench::article(std::size_t(i))).dump().c_str());
  }
  return 0;
}
