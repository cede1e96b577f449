// Part of dragoman; see LICENSE.
//
// dragoman analyze: articles in, entities and relations out, for people or as JSON.

#include <memory>

#include <CLI/CLI.hpp>

#include "cli/commands.h"
#include "cli/options.h"
#include "cli/output.h"
#include "cli/report.h"
#include "dragoman/export.h"

namespace dragoman::cli {
namespace {

struct Options {
  InputOptions input;
  bool json = false;
  bool fail_if_empty = false;
  std::string offsets = "byte";
};

ExitCode analyze(const Options& options) {
  const bool several = options.input.files.size() > 1;
  bool found = false;
  bool first = true;
  const ExitCode code = for_each_document(options.input, [&](const Document& document) {
    found = found || !document.relations.empty();
    if (options.json) {
      print(to_json(document, {.offsets = *offset_unit(options.offsets), .pretty = !several}));
      print("\n");
    } else {
      if (!first) print("\n");
      print(report(document, terminal_width()));
    }
    first = false;
  });
  if (code == kFine && !found && options.fail_if_empty) {
    complain("no relation found");
    return kNothingFound;
  }
  return code;
}

}  // namespace

Action add_analyze(CLI::App& app) {
  auto options = std::make_shared<Options>();
  CLI::App& command = *app.add_subcommand(
      "analyze", "Find people, states, officials, organisations and relations in articles");
  options->input.add_to(command);
  command.add_flag("--json", options->json,
                   "as JSON: indented for one file, one line each for several");
  command
      .add_option("--offsets", options->offsets, "what JSON offsets count: byte, codepoint, utf16")
      ->check(CLI::IsMember({"byte", "codepoint", "utf16"}))
      ->capture_default_str();
  command.add_flag("--fail-if-empty", options->fail_if_empty, "exit 1 if no relation was found");
  command.footer(
      "\nexamples:\n"
      "  dragoman analyze article.txt --date 2023-09-05\n"
      "  dragoman analyze --json --offsets codepoint article.txt\n"
      "  dragoman analyze --json news/*.txt > news.jsonl");
  return [options] { return analyze(*options); };
}

}  // namespace dragoman::cli
