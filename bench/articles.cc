// Part of dragoman; see LICENSE.
//
// The made-up news (corpus.h) for programs in other languages, and the time that C++ takes for it.
//
//   articles 1000            one article a line, as JSON strings
//   articles 1000 --time     reads them with the pipeline; prints {"seconds", "bytes", "relations"}, CPU
//                            seconds of this process, loading not counted; and those of ICU's word
//                            iterator ("icu_seconds")

#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <nlohmann/json.hpp>

#include "corpus.h"
#include "dragoman/pipeline.h"
#include "unit.h"

namespace {

int time_them(std::size_t count) {
  const auto pipeline = dragoman::Pipeline::load();
  if (!pipeline.ok()) {
    std::fprintf(stderr, "%s\n", pipeline.error().message().c_str());
    return 1;
  }
  std::vector<std::string> articles;
  for (std::size_t i = 0; i < count; ++i) articles.push_back(dragoman::bench::article(i));
  (void)pipeline->analyze(articles[0]);   // what is made once
  dragoman::DocumentInfo info;
  info.date = dragoman::Date{2023, 9, 5};
  std::size_t bytes = 0, relations = 0;
  const double start = dragoman::bench::cpu_seconds();
  for (const std::string& article : articles) {
    const auto document = pipeline->analyze(article, info);
    if (!document.ok()) return 1;
    bytes += article.size();
    relations += document->relations.size();
  }
  const double seconds = dragoman::bench::cpu_seconds() - start;
  dragoman::bench::IcuUnit icu;
  std::printf("{\"seconds\": %.6f, \"icu_seconds\": %.6f, \"bytes\": %zu, \"relations\": %zu}\n", seconds,
              icu.seconds(articles), bytes, relations);
  return 0;
}

}  // namespace

int main(int argc, char** argv) {
  const long count = argc > 1 ? std::strtol(argv[1], nullptr, 10) : 0;
  if (count < 1) {
    std::fprintf(stderr, "usage: articles COUNT [--time]\n");
    return 2;
  }
  if (argc > 2 && std::strcmp(argv[2], "--time") == 0) return time_them(std::size_t(count));
  for (long i = 0; i < count; ++i) {
    std::puts(nlohmann::json(dragoman::bench::article(std::size_t(i))).dump().c_str());
  }
  return 0;
}
