// Part of dragoman; see LICENSE.
//
// dragoman ask WHAT GRAPH ...: the questions of analysis.h.

#include <functional>
#include <memory>

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include "cli/ask_rows.h"
#include "cli/commands.h"
#include "cli/graph_file.h"
#include "cli/options.h"
#include "cli/output.h"
#include "cli/rows.h"

namespace dragoman::cli {
namespace {

struct Options {
  std::string graph, who, whom;
  std::vector<std::string> types, statuses;
  std::string polarity, said_by, outlet, told_from, told_to, from, to, as_of;
  std::string since, until;
  std::string format = "table";
  std::size_t most = 20;
  std::uint32_t path_hops = 3, ego_hops = 1;
  bool directed = false, each = false, fail_if_empty = false;
};

using Ask = std::function<Result<QueryResult>(const RelationGraph&, const ReportFilter&, const Options&)>;

Result<QueryResult> partners(const RelationGraph& graph, const ReportFilter& filter, const Options& o) {
  const Result<NodeIndex> who = find_entity(graph, o.who);
  if (!who.ok()) return who.error();
  return partner_rows(graph, top_partners(graph, *who, o.most, filter));
}

Result<QueryResult> timelines(const RelationGraph& graph, const ReportFilter& filter, const Options& o) {
  const Result<NodeIndex> who = find_entity(graph, o.who), whom = find_entity(graph, o.whom);
  if (!who.ok()) return who.error();
  if (!whom.ok()) return whom.error();
  return timeline_rows(graph, timeline(graph, *who, *whom, filter));
}

Result<QueryResult> paths(const RelationGraph& graph, const ReportFilter& filter, const Options& o) {
  const Result<NodeIndex> who = find_entity(graph, o.who), whom = find_entity(graph, o.whom);
  if (!who.ok()) return who.error();
  if (!whom.ok()) return whom.error();
  PathOptions options;
  options.most_hops = o.path_hops;
  options.directed = o.directed;
  options.filter = filter;
  const auto found = paths_between(graph, *who, *whom, options);
  if (!found.ok()) return found.error();
  return path_rows(graph, *found);
}

Result<QueryResult> ego(const RelationGraph& graph, const ReportFilter& filter, const Options& o) {
  const Result<NodeIndex> who = find_entity(graph, o.who);
  if (!who.ok()) return who.error();
  return ego_rows(graph, ego_network(graph, *who, o.ego_hops, filter));
}

ReportFilter filter_of(const RelationGraph& graph, const Options& o) {
  ReportFilter filter;
  filter.types = o.types;
  for (const std::string& status : o.statuses) filter.statuses.push_back(*relation_status(status));
  if (!o.polarity.empty()) filter.polarity = o.polarity == "denied" ? Polarity::kDenied : Polarity::kAsserted;
  const auto day = [](const std::string& text) {
    return text.empty() ? std::nullopt : std::optional(*parse_date(text));
  };
  filter.told_from = day(o.told_from);
  filter.told_to = day(o.told_to);
  filter.from = day(o.from);
  filter.to = day(o.to);
  filter.outlet = o.outlet;
  if (!o.said_by.empty()) {
    // A source is an entity of the graph, or words such as "officials".
    const Result<NodeIndex> source = find_entity(graph, o.said_by);
    filter.said_by = source.ok() ? std::string(graph.node(*source).id) : o.said_by;
  }
  return filter;
}

ExitCode run(const Options& options, const Ask& ask) {
  Result<RelationGraph> graph = read_graph_file(options.graph);
  if (!graph.ok()) {
    complain_about(graph.error());
    return exit_code(graph.error());
  }
  if (!options.as_of.empty()) *graph = as_of(*graph, *parse_date(options.as_of));
  const Result<QueryResult> rows = ask(*graph, filter_of(*graph, options), options);
  if (!rows.ok()) {
    complain_about(rows.error());
    // Who is not in the graph was asked for in vain; no file is missing.
    return rows.error().code() == ErrorCode::kNotFound ? kUsage : exit_code(rows.error());
  }
  print_rows(*rows, options.format);
  if (options.fail_if_empty && rows->rows.empty()) {
    complain("no row found");
    return kNothingFound;
  }
  return kFine;
}

void add_filter(CLI::App& command, Options& o) {
  command.add_option("--type", o.types, "only these relation types")->allow_extra_args(false);
  command.add_option("--status", o.statuses, "only reports of this status")->allow_extra_args(false)
      ->check([](const std::string& name) {
        return relation_status(name) ? std::string() : fmt::format("no status \"{}\"", name);
      });
  command.add_option("--polarity", o.polarity, "asserted or denied")->check(CLI::IsMember({"asserted", "denied"}));
  command.add_option("--said-by", o.said_by, "only what this source says");
  command.add_option("--outlet", o.outlet, "only what this outlet reports");
  for (const auto& [name, day, about] :
       {std::tuple("--from", &o.from, "happened on this day or later"),
        std::tuple("--to", &o.to, "happened on this day or earlier"),
        std::tuple("--told-from", &o.told_from, "published on this day or later"),
        std::tuple("--told-to", &o.told_to, "published on this day or earlier"),
        std::tuple("--as-of", &o.as_of, "leave out documents published after this day")}) {
    command.add_option(name, *day, about)->check(check_date);
  }
  add_row_format(command, o.format);
  command.add_flag("--fail-if-empty", o.fail_if_empty, "exit 1 if there is no row");
}

}  // namespace

Action add_ask(CLI::App& app) {
  auto options = std::make_shared<Options>();
  auto chosen = std::make_shared<Ask>();
  CLI::App& command = *app.add_subcommand("ask", "Ask a graph what is asked most often (docs/query.md)");
  command.require_subcommand(1);
  const auto add = [&](const char* name, const char* about, const Ask& ask) -> CLI::App& {
    CLI::App& sub = *command.add_subcommand(name, about);
    sub.add_option("GRAPH", options->graph, "file written by dragoman graph, or a store")->required();
    add_filter(sub, *options);
    sub.callback([chosen, ask] { *chosen = ask; });
    return sub;
  };
  const auto who = [&](CLI::App& sub) { sub.add_option("WHO", options->who, "an id, name or alias")->required(); };
  const auto whom = [&](CLI::App& sub) { sub.add_option("WHOM", options->whom, "an id, name or alias")->required(); };
  const auto hops = [&](CLI::App& sub, std::uint32_t& most) {
    sub.add_option("--hops", most, "at most so many relations apart")->capture_default_str()
        ->check(CLI::Range(1, 64));
  };

  CLI::App& p = add("partners", "with whom somebody has most happenings", partners);
  who(p);
  p.add_option("--most", options->most, "at most so many rows")->capture_default_str();
  CLI::App& t = add("timeline", "what two had to do with each other, by day", timelines);
  who(t);
  whom(t);
  CLI::App& w = add("paths", "how two are connected", paths);
  who(w);
  whom(w);
  hops(w, options->path_hops);
  w.add_flag("--directed", options->directed, "only from doer to target");
  CLI::App& e = add("ego", "who is near somebody", ego);
  who(e);
  hops(e, options->ego_hops);
  CLI::App& h = add("happenings", "what happened, each happening once",
                    [](const RelationGraph& graph, const ReportFilter& filter, const Options& o) {
                      return Result<QueryResult>(happening_rows(graph, filter, o.each));
                    });
  h.add_flag("--reports", options->each, "each report, and why it belongs there");
  add("disputes", "what one source asserts and another denies",
      [](const RelationGraph& graph, const ReportFilter& filter, const Options&) {
        return Result<QueryResult>(dispute_rows(graph, disagreements(graph, filter)));
      });
  CLI::App& c = add("changes", "what documents of a period added",
                    [](const RelationGraph& graph, const ReportFilter& filter, const Options& o) {
                      return Result<QueryResult>(change_rows(
                          graph, changes(graph, *parse_date(o.since), *parse_date(o.until), filter)));
                    });
  c.add_option("SINCE", options->since, "published after this day, YYYY-MM-DD")->required()->check(check_date);
  c.add_option("UNTIL", options->until, "and on or before this one")->required()->check(check_date);
  command.footer(
      "\nexamples:\n"
      "  dragoman ask timeline news.json \"North Korea\" Russia --type visit --type meet\n"
      "  dragoman ask partners news.json PRK --from 2023-01-01 --format csv\n"
      "  dragoman ask happenings news.json --reports\n"
      "  dragoman ask changes news.json 2023-07-31 2023-08-31");
  return [options, chosen] { return run(*options, *chosen); };
}

}  // namespace dragoman::cli
