// Part of dragoman; see LICENSE.
//
// dragoman why-not: the nearest miss of a relation that was expected, and what stopped it.

#include <memory>

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include "cli/commands.h"
#include "cli/options.h"
#include "cli/output.h"
#include "cli/report.h"
#include "cli/table.h"
#include "dragoman/explain.h"
#include "dragoman/knowledge.h"

namespace dragoman::cli {
namespace {

struct Options {
  InputOptions input;
  WhyNotQuery query;
};

std::string answer(const Document& d, const WhyNotQuery& query, const WhyNot& miss, std::size_t width) {
  const auto name = [](const std::string& party) { return party.empty() ? std::string("anyone") : printable(party); };
  std::string out = fmt::format("{}: {} {} -> {}\n", printable(d.info.id), printable(query.type), name(query.a), name(query.b));
  const auto line = [&out](std::string_view title, const std::string& words) {
    if (!words.empty()) out += fmt::format("  {:<10} {}\n", title, words);
  };
  line("check", std::string(to_string(miss.check)));
  line("because", printable(miss.detail));
  if (miss.frame != kNoOrigin) {
    const Origin origin = d.knowledge->origin(miss.frame);
    line("frame", fmt::format("{}:{} {}", origin.file, origin.line, origin.name));
  }
  if (miss.sentence < d.sentences().size()) {
    const Span sentence = d.sentences()[miss.sentence].span;
    const Position at = Positions(d.text.view()).at_byte(miss.trigger.size() > 0 ? miss.trigger.start : sentence.start);
    line("at", fmt::format("{}:{}", at.line, at.column));
    for (const std::string& part : wrap(printable(d.slice(sentence)), width - 13)) line("sentence", part);
  }
  for (const Index r : miss.relations) {
    const RelationWords w = words_of(d, d.relations[r]);
    line("joined by", printable(fmt::format("{}  {} -> {}  [{}]", w.relation, w.who, w.whom, w.status)));
  }
  return out;
}

}  // namespace

Action add_why_not(CLI::App& app) {
  auto options = std::make_shared<Options>();
  CLI::App& command = *app.add_subcommand("why-not", "Say what stopped a relation that was expected");
  options->input.add_to(command);
  command.add_option("--type", options->query.type, "relation type, as in data/schema/relations.yaml")->required();
  command.add_option("--a", options->query.a, "id or name of the doer, or of one party");
  command.add_option("--b", options->query.b, "id or name of the other party");
  command.footer("\nexamples:\n"
                 "  dragoman why-not --type arms_transfer --a PRK --b RUS article.txt --date 2023-09-05");
  return [options] {
    ExitCode asked = kFine;
    const ExitCode code = for_each_document(options->input, [&](const Document& document) {
      const Result<WhyNot> miss = why_not(document, options->query);
      if (miss.ok()) return print(answer(document, options->query, *miss, terminal_width()));
      complain_about(miss.error());
      asked = kUsage;
    });
    return worst(code, asked);
  };
}

}  // namespace dragoman::cli
