// Part of dragoman; see LICENSE.
//
// Many articles on several threads, one graph, one question.  A test compiles and runs this;
// docs/cpp.md shows it.
//
//   threads FILE...        articles: plain text, web pages, JSON Lines, also packed, or folders of them

#include <algorithm>
#include <iostream>
#include <mutex>
#include <string>
#include <thread>
#include <vector>

#include <dragoman/article.h>
#include <dragoman/graph.h>
#include <dragoman/pipeline.h>
#include <dragoman/query.h>

int main(int argc, char** argv) {
  const auto pipeline = dragoman::Pipeline::load();
  if (!pipeline.ok()) {
    std::cerr << pipeline.error().message() << "\n";
    return 1;
  }
  dragoman::ArticleReader reader({argv + 1, argv + argc});
  dragoman::RelationGraph graph;
  std::mutex reading, adding;   // the reader and the graph are one thread's at a time; the pipeline is everyone's

  const auto work = [&] {
    while (true) {
      std::unique_lock lock(reading);
      auto raw = reader.next();
      lock.unlock();
      if (!raw) return;
      auto article = dragoman::read_article(*std::move(raw), reader.options());
      if (!article.ok()) {
        std::cerr << article.error().message() + "\n";   // named, and the next one is read
        continue;
      }
      const auto document = pipeline->analyze(std::move(article->text), std::move(article->info));
      if (!document.ok()) continue;   // over kMaxTextBytes; nothing else fails
      const std::lock_guard guard(adding);
      if (const auto added = graph.add(*document); !added.ok()) std::cerr << added.error().message() + "\n";
    }
  };
  std::vector<std::thread> threads;
  for (unsigned i = 0; i < std::max(1u, std::thread::hardware_concurrency()); ++i) threads.emplace_back(work);
  for (std::thread& thread : threads) thread.join();

  const auto rows = dragoman::query(
      graph, "MATCH (a:STATE)-[r:arms_transfer]->(b:STATE) WHERE r.status = $s RETURN DISTINCT a, b ORDER BY a, b",
      {.parameters = {{"s", "happened"}}});   // values from outside are parameters, never query text
  if (!rows.ok()) {
    std::cerr << rows.error().message() << "\n";
    return 1;
  }
  for (const dragoman::QueryRow& row : rows->rows) std::cout << row[0].text() << " -> " << row[1].text() << "\n";
}
