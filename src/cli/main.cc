// Part of dragoman; see LICENSE.
//
// The `dragoman` command: parses the command line, runs one subcommand, returns its code.

#include <memory>
#include <utility>
#include <vector>

#include <CLI/CLI.hpp>

#include "cli/commands.h"
#include "cli/output.h"
#include "dragoman/version.h"

namespace {

using namespace dragoman::cli;

constexpr const char* kExamples = R"(
examples:
  dragoman analyze article.txt --date 2023-09-05
  dragoman analyze --json a.txt b.txt > articles.jsonl
  dragoman graph *.txt --out news.json
  dragoman ingest --db news.db news/ wire.jsonl.zst
  dragoman query news.db 'MATCH (a:STATE)-[r:arms_transfer]->(b:STATE) RETURN a, b, r.status'
  dragoman view news.db --out news.html
  dragoman ask timeline news.db "North Korea" Russia
  dragoman explain article.txt --why-not
  dragoman why-not --type arms_transfer --a PRK --b RUS article.txt
  dragoman doctor --unknown-officials article.txt --date 2023-09-05
exit codes: 0 fine, 1 nothing found (with --fail-if-empty), 2 wrong usage,
            3 bad data, 4 a file that cannot be read or written)";

int run(int argc, char** argv) {
  CLI::App app("Text in, sourced relation graph out: who did what to whom, said by whom, and when.",
               "dragoman");
  app.set_version_flag("--version", std::string("dragoman ") + DRAGOMAN_VERSION);
  app.footer(kExamples);
  app.require_subcommand(1);

  const std::pair<const char*, Action> commands[] = {
      {"analyze", add_analyze(app)},
      {"graph", add_graph(app)},
      {"ingest", add_ingest(app)},
      {"convert", add_convert(app)},
      {"query", add_query(app)},
      {"view", add_view(app)},
      {"ask", add_ask(app)},
      {"explain", add_explain(app)},
      {"why-not", add_why_not(app)},
      {"doctor", add_doctor(app)},
      {"compile", add_compile(app)},
      {"train", add_train(app)},
  };
  try {
    app.parse(argc, argv);
  } catch (const CLI::Success& wanted) {   // --help, --version
    app.exit(wanted);
    return finish();
  } catch (const CLI::ParseError& error) {
    complain(error.what());
    complain("see dragoman --help");
    return kUsage;
  }
  for (const auto& [name, action] : commands) {
    if (!app.got_subcommand(name)) continue;
    const ExitCode code = action();
    return worst(code, finish());
  }
  return kUsage;
}

}  // namespace

int main(int argc, char** argv) {
  try {
    return run(argc, argv);
  } catch (const std::exception& error) {   // out of memory, at worst
    complain(error.what());
    return kUnreadable;
  }
}
