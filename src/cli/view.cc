// Part of dragoman; see LICENSE.
//
// dragoman view: articles or graphs in, one HTML page out.

#include <memory>
#include <utility>
#include <vector>

#include <unistd.h>

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include "base/file.h"
#include "cli/commands.h"
#include "cli/graph_file.h"
#include "cli/options.h"
#include "cli/output.h"
#include "dragoman/export.h"

namespace dragoman::cli {
namespace {

struct Options {
  InputOptions input;
  std::string out = "-";
  ViewerOptions page;
};

constexpr std::size_t kComfortable = 20'000;   // reports

ExitCode view(const Options& options) {
  if (options.out == "-" && isatty(STDOUT_FILENO) != 0) {
    complain("a page is not for a terminal: say --out page.html, or send it into a file");
    return kUsage;
  }
  RelationGraph graph;
  std::vector<Document> documents;
  ExitCode code = kFine;
  InputOptions articles = options.input;
  articles.files.clear();
  for (const std::string& path : options.input.files) {
    if (!is_graph_file(path)) {
      articles.files.push_back(path);
      continue;
    }
    const Result<RelationGraph> read = read_graph_file(path);
    if (read.ok()) {
      graph.merge(*read);
    } else {
      complain_about(read.error());
      code = worst(code, exit_code(read.error()));
    }
  }
  if (!articles.files.empty()) {
    code = worst(code, for_each_document(articles, [&](Document document) {
      if (const Status added = graph.add(document); !added.ok()) {
        complain(added.error().message());
        return;
      }
      documents.push_back(std::move(document));
    }));
  }
  if (graph.document_ids().empty()) return worst(code, kBadInput);   // said already why
  if (graph.report_count() > kComfortable) {
    complain(fmt::format("{} reports: browsers are slow above {}; a smaller choice of articles is "
                         "easier to read", graph.report_count(), kComfortable));
  }
  const Result<std::string> page = viewer_page(graph, documents, options.page);
  if (!page.ok()) {
    complain_about(page.error());
    return worst(code, exit_code(page.error()));
  }
  if (options.out == "-") {
    print(*page);
    return code;
  }
  const Status written = write_file(options.out, *page);
  if (!written.ok()) {
    complain_about(written.error());
    return worst(code, exit_code(written.error()));
  }
  return code;
}

}  // namespace

Action add_view(CLI::App& app) {
  auto options = std::make_shared<Options>();
  CLI::App& command = *app.add_subcommand(
      "view", "Write one HTML page that shows texts, graph and table (docs/viewer.md)");
  options->input.add_to(command);
  command.get_option("FILE")->description(
      "articles as analyze takes them, or graphs: stores, json, jsonl, graphml; - is an article on "
      "standard input");
  command.add_option("-o,--out", options->out, "file to write")->capture_default_str();
  command.add_option("--title", options->page.title, "what the page is called");
  command.add_option("--template", options->page.page_template,
                     "the page without data (default: viewer.html beside the data folder)");
  command.footer(
      "\nexamples:\n"
      "  dragoman view article.txt --date 2023-09-05 --out article.html\n"
      "  dragoman view wire.jsonl --title \"Black Sea, 2022\" --out wire.html\n"
      "  dragoman view news.db --out news.html");
  return [options] { return view(*options); };
}

}  // namespace dragoman::cli
