// Part of dragoman; see LICENSE.
//
// dragoman doctor: what is doubtful in the tables; and with --unknown-officials, what texts say
// of office holders that the tables lack.

#include <algorithm>
#include <array>
#include <chrono>
#include <memory>

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include "cli/commands.h"
#include "cli/doctor_checks.h"
#include "cli/options.h"
#include "cli/output.h"
#include "cli/table.h"
#include "entity/officials.h"

namespace dragoman::cli {
namespace {

struct Options {
  InputOptions input;          // files: those of --unknown-officials
  std::vector<std::string> only;
  int years = 3;
  std::size_t most = 10;
};

constexpr std::array<std::string_view, std::size_t(FindingKind::kCount)> kKinds = {
    "clash", "hidden", "common-word", "stale", "no-source"};
constexpr std::array<std::string_view, std::size_t(FindingKind::kCount)> kAbout = {
    "one name of one type for several things, none guarded", "rows that never win",
    "everyday words without guard", "offices without end and without news", "no source given"};

std::int32_t today() {
  return std::int32_t(std::chrono::floor<std::chrono::days>(std::chrono::system_clock::now()).time_since_epoch().count());
}

// Tables whose text is there to be looked at: those of a folder, and those laid over it.
std::vector<std::filesystem::path> tables_of(const KnowledgeOptions& options) {
  namespace fs = std::filesystem;
  fs::path data = options.data.empty() ? default_knowledge() : options.data;
  std::error_code error;
  if (fs::is_regular_file(data, error)) data = data.parent_path() / "data";   // beside the bundle
  std::vector<fs::path> tables;
  for (const fs::directory_entry& entry : fs::directory_iterator(data / "gazetteer", error)) {
    if (entry.path().extension() == ".tsv") tables.push_back(entry.path());
  }
  std::sort(tables.begin(), tables.end());
  std::copy_if(options.overlays.begin(), options.overlays.end(), std::back_inserter(tables),
               [](const fs::path& file) { return file.extension() == ".tsv"; });
  return tables;
}

ExitCode check_tables(const Options& options) {
  const Result<Pipeline> pipeline = load_pipeline(options.input);
  if (!pipeline.ok()) {
    complain_about(pipeline.error());
    return exit_code(pipeline.error());
  }
  const Knowledge& known = *pipeline->knowledge();
  const std::int32_t day = options.input.date.empty() ? today() : to_days(*parse_date(options.input.date));
  std::vector<Finding> found = name_findings(known);
  const auto take = [&found](std::vector<Finding> more) {
    found.insert(found.end(), std::make_move_iterator(more.begin()), std::make_move_iterator(more.end()));
  };
  take(stale_offices(known, day, options.years));
  const std::vector<std::filesystem::path> tables = tables_of(*knowledge_options(options.input.data));
  if (tables.empty()) complain("no tables beside the bundle: rows without source are not looked for (--data FOLDER)");
  Result<std::vector<Finding>> lacking = rows_without_source(tables);
  if (!lacking.ok()) {
    complain_about(lacking.error());
    return exit_code(lacking.error());
  }
  take(*std::move(lacking));
  for (std::size_t k = 0; k < kKinds.size(); ++k) {
    if (!options.only.empty() && std::find(options.only.begin(), options.only.end(), kKinds[k]) == options.only.end()) continue;
    std::size_t count = 0;
    std::string rows;
    for (const Finding& f : found) {
      if (f.kind != FindingKind(k)) continue;
      if (++count <= options.most) rows += fmt::format("  {}  {}\n", printable(f.where), printable(f.what));
    }
    print(fmt::format("{}: {} ({})\n{}", kKinds[k], count, kAbout[k], rows));
    if (count > options.most) print(fmt::format("  ... {} more (--most N shows them)\n", count - options.most));
  }
  return kFine;
}

// Tab-separated, so that rows can be put into a table of one's own.
ExitCode list_officials(const Options& options) {
  print("name\ttitle\tstate\tdate\tfile\tline\tlacks\n");
  return for_each_document(options.input, [&](const Document& d) {
    const Positions positions(d.text.view());
    const Knowledge& known = *d.knowledge;
    for (const OfficialPair& pair : unknown_officials(known.impl().link_model(), d)) {
      print(fmt::format("{}\t{}\t{}\t{}\t{}\t{}\t{}\n", printable(d.slice(pair.name)), printable(d.slice(pair.title)),
                        pair.state == kNone ? "-" : known.names().record(pair.state).id,
                        d.info.date ? to_string(*d.info.date) : "-", printable(d.info.id),
                        positions.at_byte(pair.name.start).line, pair.person_known ? "office" : "person"));
    }
  });
}

}  // namespace

Action add_doctor(CLI::App& app) {
  auto options = std::make_shared<Options>();
  CLI::App& command = *app.add_subcommand("doctor", "Say what is doubtful in the tables, or what they lack");
  command.add_option("--unknown-officials", options->input.files,
                     "texts: list the title-name pairs that the tables lack, tab-separated");
  add_data_option(command, options->input.data);
  command.add_option("--date", options->input.date, "day of the texts, or from which offices are old (default: today)")
      ->check(check_date);
  command.add_option("--older-than", options->years, "years after which an open office is stale")
      ->check(CLI::Range(0, 200))->default_str("3");
  command.add_option("--most", options->most, "rows shown of each kind")->default_str("10");
  command.add_option("--only", options->only, "clash, hidden, common-word, stale, no-source")
      ->check(CLI::IsMember(std::vector<std::string>(kKinds.begin(), kKinds.end())))
      ->allow_extra_args(false);
  command.footer(
      "\nexamples:\n"
      "  dragoman doctor --only stale --older-than 5\n"
      "  dragoman doctor --data my_names.tsv --only clash --only common-word\n"
      "  dragoman doctor --unknown-officials *.txt --date 2024-06-14 > to_add.tsv");
  return [options] { return options->input.files.empty() ? check_tables(*options) : list_officials(*options); };
}

}  // namespace dragoman::cli
