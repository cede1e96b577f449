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

// Indented for one article, one line each for several: the first waits for whether a second comes.
class Writer {
 public:
  explicit Writer(const Options& options) : options_(options) {}
  ~Writer() {
    if (first_) print(json(*first_, true));
  }

  void add(Document document) {
    ++count_;
    if (!options_.json) {
      print((count_ > 1 ? "\n" : "") + report(document, terminal_width()));
    } else if (count_ == 1 && options_.input.files.size() == 1) {
      first_ = std::move(document);
    } else {
      if (first_) print(json(*first_, false));
      first_.reset();
      print(json(document, false));
    }
  }

 private:
  std::string json(const Document& document, bool pretty) const {
    return to_json(document, {.offsets = *offset_unit(options_.offsets), .pretty = pretty}) + "\n";
  }

  const Options& options_;
  std::optional<Document> first_;
  std::size_t count_ = 0;
};

ExitCode analyze(const Options& options) {
  bool found = false;
  ExitCode code = kFine;
  {
    Writer writer(options);
    code = for_each_document(options.input, [&](Document document) {
      found = found || !document.relations.empty();
      writer.add(std::move(document));
    });
  }
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
  options->input.add_strict_to(command);
  command.add_flag("--json", options->json,
                   "as JSON: indented for one article, one line each for several");
  command
      .add_option("--offsets", options->offsets, "what JSON offsets count: byte, codepoint, utf16")
      ->check(CLI::IsMember({"byte", "codepoint", "utf16"}))
      ->capture_default_str();
  command.add_flag("--fail-if-empty", options->fail_if_empty, "exit 1 if no relation was found");
  command.footer(
      "\nexamples:\n"
      "  dragoman analyze article.txt --date 2023-09-05\n"
      "  dragoman analyze --json --offsets codepoint article.txt\n"
      "  dragoman analyze --json news/*.txt > news.jsonl\n"
      "  dragoman analyze page.html.gz");
  return [options] { return analyze(*options); };
}

}  // namespace dragoman::cli
