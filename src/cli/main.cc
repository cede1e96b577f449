// Part of dragoman; see LICENSE.
//
// The `dragoman` command: parses the command line, runs one subcommand, returns its code.

#include <algorithm>
#include <cstdlib>
#include <iterator>
#include <string>
#include <string_view>
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

struct Command {
  std::string_view name;
  Action (*add)(CLI::App&);
};
constexpr Command kCommands[] = {
    {"analyze", add_analyze}, {"graph", add_graph},     {"ingest", add_ingest},   {"convert", add_convert},
    {"query", add_query},     {"view", add_view},       {"ask", add_ask},         {"explain", add_explain},
    {"why-not", add_why_not}, {"doctor", add_doctor},   {"compile", add_compile}, {"train", add_train},
};

ExitCode run(int argc, char** argv) {
  CLI::App app("Text in, sourced relation graph out: who did what to whom, said by whom, and when.",
               "dragoman");
  app.set_version_flag("--version", std::string("dragoman ") + DRAGOMAN_VERSION);
  app.footer(kExamples);
  app.require_subcommand(1);

  // To describe all commands takes 0.6 ms; where the first word names one, it does alone.
  const std::string_view first = argc > 1 ? argv[1] : "";
  const bool named = std::any_of(std::begin(kCommands), std::end(kCommands),
                                 [first](const Command& command) { return command.name == first; });
  std::vector<std::pair<std::string, Action>> actions;
  for (const Command& command : kCommands) {
    if (!named || command.name == first) actions.emplace_back(command.name, command.add(app));
  }
  try {
    app.parse(argc, argv);
  } catch (const CLI::Success& wanted) {   // --help, --version
    app.exit(wanted);
    return kFine;
  } catch (const CLI::ParseError& error) {
    complain(error.what());
    complain("see dragoman --help");
    return kUsage;
  }
  for (const auto& [name, action] : actions) {
    if (app.got_subcommand(name)) return action();
  }
  return kUsage;
}

}  // namespace

int main(int argc, char** argv) {
  ExitCode code = kUnreadable;
  try {
    code = run(argc, argv);
  } catch (const std::exception& error) {   // out of memory, at worst
    complain(error.what());
  }
  code = worst(code, finish());
#ifdef NDEBUG
  // All is written, and files are closed.  Memory is the kernel's to take back at once.  What counts
  // lines or looks for leaks does so at a regular exit, in builds with assertions.
  std::_Exit(code);
#else
  return code;
#endif
}
