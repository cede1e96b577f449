// Part of dragoman; see LICENSE.
//
// dragoman compile: a data folder in, one bundle out that is mapped instead of read.

#include <memory>

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include "cli/commands.h"
#include "cli/options.h"
#include "cli/output.h"
#include "dragoman/knowledge.h"

namespace dragoman::cli {
namespace {

struct Options {
  std::string data;
  std::string out = "dragoman.bundle";
};

ExitCode compile(const Options& options) {
  const std::filesystem::path out = options.out;
  const Result<std::uint64_t> size = compile_bundle(options.data, out);
  if (!size.ok()) {
    complain_about(size.error());
    return exit_code(size.error());
  }
  complain(fmt::format("{}: {:.1f} MB", out.string(), double(*size) / 1e6));
  return kFine;
}

}  // namespace

Action add_compile(CLI::App& app) {
  auto options = std::make_shared<Options>();
  CLI::App& command = *app.add_subcommand("compile", "Compile a data folder to a bundle that loads in milliseconds");
  command.add_option("DATA", options->data, "folder with gazetteer/, rules/, frames/, schema/, syntax/, models/")->required();
  command.add_option("-o,--out", options->out, "bundle to write")->capture_default_str();
  command.footer(
      "\nexamples:\n"
      "  dragoman compile data -o my.bundle\n"
      "  dragoman analyze article.txt --data my.bundle\n");
  return [options] { return compile(*options); };
}

}  // namespace dragoman::cli
