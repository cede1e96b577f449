// Part of dragoman; see LICENSE.

#include "cli/options.h"

#include <CLI/CLI.hpp>

#include "cli/input.h"
#include "cli/output.h"

namespace dragoman::cli {

void InputOptions::add_to(CLI::App& command) {
  command.add_option("FILE", files, "articles as plain text; - is standard input")->required();
  command
      .add_option("--date", date,
                  "day of publication, YYYY-MM-DD: relative dates and offices need it")
      ->check(check_date);
  command.add_option("--outlet", outlet, "who published it");
  command.add_option("--encoding", encoding,
                     "of the files: auto, or a name such as windows-1251 (default: UTF-8)");
  command.add_option("--data", data, "folder with gazetteer/, rules/, frames/, schema/");
  command
      .add_option("--table", tables, "further name table, TSV or JSON Lines, read after the shipped ones")
      ->allow_extra_args(false);
  command.add_option("--rules", rules, "further rule file, read after the shipped ones")->allow_extra_args(false);
  command
      .add_option("--max-size", max_size,
                  "largest file, in bytes or with a unit: 500K, 64M, 1G")
      ->transform(CLI::AsSizeValue(false))
      ->default_str("64M");
}

std::string check_date(const std::string& value) {
  const Result<Date> parsed = parse_date(value);
  return parsed.ok() ? std::string() : parsed.error().message();
}

void complain_about(const Error& error) { complain(error.message()); }

Result<Pipeline> load_pipeline(const InputOptions& options) {
  KnowledgeOptions knowledge;
  knowledge.data = options.data;
  for (const std::string& table : options.tables) knowledge.tables.emplace_back(table);
  for (const std::string& file : options.rules) knowledge.rules.emplace_back(file);
  return Pipeline::load(knowledge);
}

Result<Document> analyze_file(const Pipeline& pipeline, const InputOptions& options,
                              const std::string& path) {
  Result<Text> text = read_text(path, options.encoding, options.max_size);
  if (!text.ok()) return text.error();
  DocumentInfo info{.id = display_name(path), .date = {}, .outlet = options.outlet, .url = {}};
  if (!options.date.empty()) info.date = *parse_date(options.date);
  Result<Document> document = pipeline.analyze(*std::move(text), std::move(info));
  if (document.ok()) return document;
  return Error(document.error().code(), display_name(path) + ": " + document.error().message());
}

}  // namespace dragoman::cli
