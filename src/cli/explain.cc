// Part of dragoman; see LICENSE.
//
// dragoman explain: which rule or entry made each mention, link and relation, and with
// --why-not what was seen and not taken.

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
  bool why_not = false;
};

std::string origin(const Document& d, OriginId id) {
  if (id == kNoOrigin) return {};
  const Origin origin = d.knowledge->origin(id);
  return fmt::format("{}:{} {}", origin.file, origin.line, origin.name);
}

std::string place(const Positions& positions, Span span) {
  const Position at = positions.at_byte(span.start);
  return fmt::format("{}:{}", at.line, at.column);
}

// "he" -> "Shoigu" -> person:sergei-shoigu, each step with its reason.
std::string chain(const Document& d, const ArgumentWhy& argument) {
  std::string out;
  for (const LinkStep& step : argument.chain) {
    out += fmt::format("{}\"{}\"", out.empty() ? "" : " -> ", d.slice(d.mentions[step.mention]));
    if (step.stands_for) out += " acts for";
    else if (step.why != Why::kNotSaid) out += fmt::format(" ({})", to_string(step.why));
  }
  if (argument.entity < d.entities.size()) out += " -> " + d.entities[argument.entity].id;
  return out;
}

std::string explain(const Document& d, bool why_not, std::size_t width) {
  const Positions positions(d.text.view());
  std::string out = printable(d.info.id) + "\n\nMentions\n";
  Table mentions({{.title = "at"}, {.title = "text", .most = 32}, {.title = "type"},
                  {.title = "entity", .most = 32}, {.title = "found by", .most = 48},
                  {.title = "linked because", .most = 32}});
  for (const Mention& m : d.mentions) {
    mentions.add({place(positions, m.span), std::string(d.slice(m)), std::string(to_string(m.type)),
                  m.entity < d.entities.size() ? d.entities[m.entity].id : "",
                  origin(d, m.because), std::string(to_string(m.link_why))});
  }
  out += mentions.str(width);
  out += "\nRelations\n";
  const std::vector<RelationWhy> whys = explain_relations(d);
  for (std::size_t i = 0; i < d.relations.size(); ++i) {
    const Relation& r = d.relations[i];
    const RelationWords w = words_of(d, r);
    out += printable(fmt::format("{}  {} -> {}  [{}]", w.relation, w.who, w.whom, w.status));
    out += fmt::format("\n  at         {}, trigger \"{}\"\n", place(positions, r.trigger),
                       printable(d.slice(r.trigger)));
    out += fmt::format("  made by    {}\n", printable(origin(d, r.because)));
    const RelationType& type = d.knowledge->schema().type(r.type);
    for (const ArgumentWhy& a : whys[i].arguments) {
      out += fmt::format("  {:<10} {}\n", type.roles[a.role].name,
                         printable(fmt::format("{}{}", a.slot.empty() ? "" : a.slot + ": ", chain(d, a))));
    }
    if (!w.said_by.empty()) out += fmt::format("  said by    {}\n", printable(w.said_by));
    if (!w.when.empty()) out += fmt::format("  when       {}\n", w.when);
    for (const std::string& line : wrap(excerpt(d, r, 400), width - 13)) {
      out += fmt::format("  evidence   {}\n", line);
    }
  }
  if (!why_not) return out;
  out += "\nNot taken\n";
  Table rejected({{.title = "at"}, {.title = "text", .most = 32}, {.title = "type"},
                  {.title = "seen by", .most = 48}, {.title = "not taken because", .most = 48},
                  {.title = "taken instead", .most = 32}});
  for (const Rejected& r : d.rejected) {
    rejected.add({place(positions, r.mention.span), std::string(d.slice(r.mention)),
                  std::string(to_string(r.mention.type)), origin(d, r.mention.because),
                  std::string(to_string(r.why)),
                  std::string(d.slice(r.winner))});
  }
  return out + rejected.str(width);
}

}  // namespace

Action add_explain(CLI::App& app) {
  auto options = std::make_shared<Options>();
  CLI::App& command = *app.add_subcommand(
      "explain", "Say which rule or entry made each mention, link and relation");
  options->input.add_to(command);
  command.add_flag("--why-not", options->why_not, "also what was not taken, and why");
  command.footer(
      "\nexamples:\n"
      "  dragoman explain article.txt --date 2023-09-05\n"
      "  dragoman explain article.txt --why-not | less");
  return [options] {
    return for_each_document(options->input, [&](const Document& document) {
      print(explain(document, options->why_not, terminal_width()));
    });
  };
}

}  // namespace dragoman::cli
