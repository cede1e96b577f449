// Part of dragoman; see LICENSE.

#include "cli/rows.h"

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include "cli/output.h"
#include "cli/table.h"

namespace dragoman::cli {
namespace {

std::string as_table(const QueryResult& result) {
  std::vector<Column> columns;
  for (const std::string& name : result.columns) {
    const bool long_text = name.ends_with("evidence") || name.ends_with("because");
    columns.push_back({.title = printable(name), .below = long_text, .most = 40});
  }
  Table table(std::move(columns));
  for (const QueryRow& row : result.rows) {
    std::vector<std::string> cells;
    for (const QueryValue& value : row) cells.push_back(value.text());
    table.add(std::move(cells));
  }
  return table.str(terminal_width()) +
         fmt::format("({} {})\n", result.rows.size(), result.rows.size() == 1 ? "row" : "rows");
}

}  // namespace

void add_row_format(CLI::App& command, std::string& format) {
  command.add_option("--format", format, "table, csv or json")
      ->check(CLI::IsMember({"table", "csv", "json"}))
      ->capture_default_str();
}

void print_rows(const QueryResult& rows, const std::string& format) {
  print(format == "json" ? to_json(rows) : format == "csv" ? to_csv(rows) : as_table(rows));
}

}  // namespace dragoman::cli
