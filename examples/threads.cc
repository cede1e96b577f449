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
    for (bool more = true; more;) {
      std::vector<dragoman::RawArticle> raw;      // some at a time: they go through the stages together
      {
        const std::lock_guard guard(reading);
        while (more && raw.size() < 64) {
          if (auto next = reader.next()) raw.push_back(*std::move(next));
          else more = false;
        }
      }
      std::vector<dragoman::Article> articles;
      for (dragoman::RawArticle& one : raw) {
        auto article = dragoman::read_article(std::move(one), reader.options());
        if (article.ok()) articles.push_back(*std::move(article));
        else std::cerr << article.error().message() + "\n";   // named, and the next one is read
      }
      const auto documents = pipeline->analyze_batch(articles);
      const std::lock_guard guard(adding);
      for (const dragoman::Document& document : documents) {
        if (const auto added = graph.add(document); !added.ok()) std::cerr << added.error().message() + "\n";
      }
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
