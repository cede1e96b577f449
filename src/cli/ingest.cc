// Part of dragoman; see LICENSE.
//
// dragoman ingest: articles in, a store that grows.

#include <algorithm>
#include <memory>

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include "cli/commands.h"
#include "cli/options.h"
#include "cli/output.h"
#include "cli/progress.h"
#include "dragoman/ingest.h"

namespace dragoman::cli {
namespace {

struct Options {
  InputOptions input;
  std::string db;
  IngestOptions ingest;
  std::size_t show_errors = 20;
};

ExitCode fail(const Error& error) {
  complain_about(error);
  return exit_code(error);
}

std::string summary(const Options& options, const IngestReport& report, const ArticleReader& articles) {
  std::string out = fmt::format("{}: {} added, {} replaced, {} unchanged", options.db, grouped(report.change.added),
                                grouped(report.change.replaced),
                                grouped(report.change.unchanged + report.skipped));
  if (report.error_count != 0) out += fmt::format(", {} failed", grouped(report.error_count));
  if (report.loss_count != 0) out += fmt::format("; {} not read in full", grouped(report.loss_count));
  if (articles.passed_over() != 0) {
    out += fmt::format("; {} files with other endings passed over", grouped(articles.passed_over()));
  }
  return out;
}

ExitCode run(const Options& options) {
  Result<Store> store = Store::open(options.db);
  if (!store.ok()) return fail(store.error());
  const Result<Pipeline> pipeline = load_pipeline(options.input);
  if (!pipeline.ok()) return fail(pipeline.error());
  ArticleReader articles = options.input.reader();
  IngestOptions ingest_options = options.ingest;
  ProgressLine line;
  ingest_options.progress = [&line](const IngestProgress& progress) { return line.show(progress), true; };
  const Result<IngestReport> report = ingest(*pipeline, articles, *store, ingest_options);
  line.clear();
  if (!report.ok()) return fail(report.error());

  ExitCode code = kFine;
  for (std::size_t i = 0; i < report->errors.size(); ++i) {
    const IngestError& error = report->errors[i];
    if (i < options.show_errors) complain(error.message);
    const ExitCode one = exit_code(Error(error.code, ""));
    code = worst(code, one == kUsage ? kBadInput : one);   // an article is no wrong usage
  }
  if (report->error_count > options.show_errors) {
    complain(fmt::format("... and {} more; all of them: SELECT * FROM errors",
                         grouped(report->error_count - options.show_errors)));
  }
  if (options.input.strict) {
    for (std::size_t i = 0; i < std::min(options.show_errors, report->losses.size()); ++i) {
      complain(fmt::format("{}: {}", report->losses[i].place, report->losses[i].what));
    }
    if (report->loss_count > options.show_errors) {
      complain(fmt::format("... and {} more articles with losses", grouped(report->loss_count - options.show_errors)));
    }
    if (report->loss_count != 0 || articles.passed_over() != 0) code = worst(code, kBadInput);
  }
  complain(summary(options, *report, articles));
  return code;
}

}  // namespace

Action add_ingest(CLI::App& app) {
  auto options = std::make_shared<Options>();
  CLI::App& command = *app.add_subcommand("ingest", "Read articles into a store (docs/store.md)");
  command.add_option("--db", options->db, "the store: a SQLite file, made if it is missing")->required();
  options->input.add_to(command);
  options->input.add_strict_to(command);
  command.add_option("--threads", options->ingest.threads, "that analyse; 0: as many as the machine has")
      ->check(CLI::Range(0u, 1024u))
      ->capture_default_str();
  command.add_option("--batch", options->ingest.batch, "articles a transaction; a crash costs one at most")
      ->check(CLI::Range(1u, 1'000'000u))
      ->capture_default_str();
  command.add_flag("--again", options->ingest.again, "also what is done: after a change of tables or rules");
  command.add_option("--show-errors", options->show_errors, "errors listed at the end; the store keeps all")
      ->capture_default_str();
  command.footer(
      "\nexamples:\n"
      "  dragoman ingest --db news.db news/ wire.jsonl.zst --outlet 'Daily Nation'\n"
      "  zcat *.jsonl.gz | dragoman ingest --db news.db --input jsonl -\n"
      "  dragoman query news.db 'MATCH (a:STATE)-[r:arms_transfer]->(b:STATE) RETURN a, b, r.status'");
  return [options] { return run(*options); };
}

}  // namespace dragoman::cli
