// Part of dragoman; see LICENSE.
//
// Options that several subcommands share, and what the command line made of them.

#ifndef DRAGOMAN_CLI_OPTIONS_H_
#define DRAGOMAN_CLI_OPTIONS_H_

#include <cstdint>
#include <string>
#include <vector>

#include "cli/exit_code.h"
#include "dragoman/article.h"
#include "dragoman/pipeline.h"

namespace CLI {
class App;
}

namespace dragoman::cli {

struct InputOptions {
  std::vector<std::string> files;       // or folders; "-" is standard input
  std::string format = "auto";
  std::string date;                     // YYYY-MM-DD, checked by the parser
  std::string outlet;
  std::string encoding;
  std::vector<std::string> data;        // --data: a bundle or folder, and files laid over it
  std::uint64_t max_size = std::uint64_t{64} << 20;
  bool strict = false;

  void add_to(CLI::App& command);
  void add_strict_to(CLI::App& command);
  ArticleReader reader() const;
  // Articles to analyse together: one where somebody may wait for what standard input brings.
  std::size_t most_at_once() const;
};

// Analyses each article and hands the document over; one that fails is complained about
// and the next one follows.  Returns the worst code.
template <typename Use>
ExitCode for_each_document(const InputOptions& options, Use use);

// Adds --data to a command.
void add_data_option(CLI::App& command, std::vector<std::string>& data);
// What --data named: at most one bundle or folder, all else is laid over it.
Result<KnowledgeOptions> knowledge_options(const std::vector<std::string>& data);
Result<Pipeline> load_pipeline(const InputOptions& options);
// The next articles of the reader, analysed together; none at the end.  At most `most` articles, and some
// 256 KB, or one longer article.
struct Analysed {
  std::string place;
  Result<Document> document;
};
std::vector<Analysed> analyze_next(const Pipeline& pipeline, ArticleReader& reader, std::size_t most);
void complain_about(const Error& error);
// For --strict: kBadInput if something was lost, after saying what.
ExitCode complain_about_loss(const std::string& place, const LossReport& loss);
ExitCode complain_about_passed_over(const ArticleReader& reader);
// Why a day on the command line is none, or nothing.
std::string check_date(const std::string& value);

template <typename Use>
ExitCode for_each_document(const InputOptions& options, Use use) {
  const Result<Pipeline> pipeline = load_pipeline(options);
  if (!pipeline.ok()) {
    complain_about(pipeline.error());
    return exit_code(pipeline.error());
  }
  ExitCode code = kFine;
  ArticleReader reader = options.reader();
  for (;;) {
    std::vector<Analysed> batch = analyze_next(*pipeline, reader, options.most_at_once());
    if (batch.empty()) break;
    for (Analysed& next : batch) {
      if (next.document.ok()) {
        if (options.strict) code = worst(code, complain_about_loss(next.place, next.document->text.loss()));
        use(*std::move(next.document));
      } else {
        complain_about(next.document.error());
        code = worst(code, exit_code(next.document.error()));
      }
    }
  }
  if (options.strict) code = worst(code, complain_about_passed_over(reader));
  return code;
}

}  // namespace dragoman::cli

#endif  // DRAGOMAN_CLI_OPTIONS_H_
