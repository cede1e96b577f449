// Part of dragoman; see LICENSE.

#include "cli/options.h"

#include <algorithm>

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include "cli/output.h"

namespace dragoman::cli {

void InputOptions::add_to(CLI::App& command) {
  command
      .add_option("FILE", files,
                  "articles: plain text, web pages, JSON Lines, also .gz and .zst; folders of them; - is standard input")
      ->required();
  command
      .add_option("--date", date,
                  "day of publication, YYYY-MM-DD, where the article does not say: relative dates and offices need it")
      ->check(check_date);
  command.add_option("--outlet", outlet, "who published it, where the article does not say");
  command.add_option("--encoding", encoding,
                     "of the files: auto, or a name such as windows-1251 (default: UTF-8, or what a page names)");
  command.add_option("--input", format, "what the files are: auto, text, html, jsonl")
      ->check(CLI::IsMember({"auto", "text", "html", "jsonl"}))
      ->capture_default_str();
  add_data_option(command, data);
  command
      .add_option("--max-size", max_size,
                  "largest article, unpacked, in bytes or with a unit: 500K, 64M, 1G")
      ->transform(CLI::AsSizeValue(false))
      ->default_str("64M");
}

void InputOptions::add_strict_to(CLI::App& command) {
  command.add_flag("--strict", strict,
                   "exit 3 if anything was replaced or skipped: ill-formed bytes, lines that are no prose, files with "
                   "other endings; all is still done, and each loss named");
}

void add_data_option(CLI::App& command, std::vector<std::string>& data) {
  command
      .add_option("--data", data,
                  "bundle or folder to use instead of the installed one; or, any number of times, a table (.tsv, "
                  ".jsonl), rules or frames (.yaml) laid over it")
      ->allow_extra_args(false);
}

Result<KnowledgeOptions> knowledge_options(const std::vector<std::string>& data) {
  KnowledgeOptions options;
  for (const std::string& name : data) {
    const std::filesystem::path path(name);
    std::error_code ignored;
    if (path.extension() != ".bundle" && !std::filesystem::is_directory(path, ignored)) {
      options.overlays.push_back(path);
    } else if (options.data.empty()) {
      options.data = path;
    } else {
      return Error(ErrorCode::kBadData, fmt::format("--data {}: {} is given already; one bundle or folder, and files "
                                                    "laid over it", name, options.data.string()));
    }
  }
  return options;
}

std::string check_date(const std::string& value) {
  const Result<Date> parsed = parse_date(value);
  return parsed.ok() ? std::string() : parsed.error().message();
}

void complain_about(const Error& error) { complain(error.message()); }

ExitCode complain_about_loss(const std::string& place, const LossReport& loss) {
  if (loss.complete()) return kFine;
  complain(fmt::format("{}: {}", place, to_string(loss)));
  return kBadInput;
}

ExitCode complain_about_passed_over(const ArticleReader& reader) {
  if (reader.passed_over() == 0) return kFine;
  complain(fmt::format("{} with other endings passed over", reader.passed_over() == 1 ? "1 file" : fmt::format("{} files", reader.passed_over())));
  return kBadInput;
}

Result<Pipeline> load_pipeline(const InputOptions& options) {
  const Result<KnowledgeOptions> knowledge = knowledge_options(options.data);
  if (!knowledge.ok()) return knowledge.error();
  Result<Pipeline> pipeline = Pipeline::load(*knowledge);
  // Kept until the program ends: to take it down piece by piece takes a millisecond.
  static std::shared_ptr<const Knowledge>& kept = *new std::shared_ptr<const Knowledge>();
  if (pipeline.ok()) kept = pipeline->knowledge();
  return pipeline;
}

ArticleReader InputOptions::reader() const {
  ArticleOptions options;
  options.format = format == "text"    ? ArticleFormat::kText
                   : format == "html"  ? ArticleFormat::kHtml
                   : format == "jsonl" ? ArticleFormat::kJsonLines
                                       : ArticleFormat::kAuto;
  options.encoding = encoding;
  options.max_bytes = max_size;
  options.outlet = outlet;
  if (!date.empty()) options.date = *parse_date(date);
  return ArticleReader(files, options);
}

std::size_t InputOptions::most_at_once() const {
  return std::find(files.begin(), files.end(), "-") == files.end() ? 128 : 1;
}

namespace {

Result<Article> read_one(RawArticle raw, const ArticleOptions& options) {
  Result<Article> article = read_article(std::move(raw), options);
  if (article.ok()) return article;
  const std::string limit = std::to_string(options.max_bytes);
  const bool too_large = article.error().code() == ErrorCode::kLimit && article.error().message().ends_with(limit);
  return Error(article.error().code(), article.error().message() + (too_large ? "; raise it with --max-size" : ""));
}

}  // namespace

std::vector<Analysed> analyze_next(const Pipeline& pipeline, ArticleReader& reader, std::size_t most) {
  std::vector<Article> articles;
  std::vector<Analysed> out;       // what cannot be read; the others' documents are put in below
  for (std::size_t bytes = 0; out.size() < most && bytes < Pipeline::kBatchBytes;) {
    std::optional<RawArticle> raw = reader.next();
    if (!raw) break;
    bytes += raw->bytes.size();
    std::string place = raw->place;
    Result<Article> article = read_one(*std::move(raw), reader.options());
    out.push_back({std::move(place), article.ok() ? Result<Document>(Document{}) : Result<Document>(article.error())});
    if (article.ok()) articles.push_back(*std::move(article));
  }
  std::vector<Document> documents = pipeline.analyze_batch(articles);
  auto next = documents.begin();
  for (Analysed& analysed : out) {
    if (analysed.document.ok()) analysed.document = std::move(*next++);
  }
  return out;
}

}  // namespace dragoman::cli
