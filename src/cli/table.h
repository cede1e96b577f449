// Part of dragoman; see LICENSE.
//
// A text table that fits a width: columns as wide as they need, the widest ones wrapped.
//
//   Table table({{"who"}, {"relation"}, {"whom"}, {"evidence", true}});
//   table.add({"Iran", "military_aid", "Russia", "Russia has received ..."});
//   print(table.str(100));
//
// A column marked `below` holds long text: it stands beside the others where at least 32
// columns are left for it, else on lines of its own under each row.  Columns without any
// content are left out.

#ifndef DRAGOMAN_CLI_TABLE_H_
#define DRAGOMAN_CLI_TABLE_H_

#include <cstddef>
#include <string>
#include <vector>

namespace dragoman::cli {

struct Column {
  std::string title;
  bool below = false;
  std::size_t most = 24;      // wrapped beyond
};

class Table {
 public:
  explicit Table(std::vector<Column> columns) : columns_(std::move(columns)) {}

  // cells: one a column; cleaned here, so they may hold anything.
  void add(std::vector<std::string> cells);
  bool empty() const { return rows_.empty(); }
  std::string str(std::size_t width) const;

 private:
  std::vector<std::size_t> widths(std::size_t width) const;

  std::vector<Column> columns_;
  std::vector<std::vector<std::string>> rows_;
};

// Breaks text into lines of at most `width` columns, at spaces where there are any.
std::vector<std::string> wrap(std::string_view text, std::size_t width);

}  // namespace dragoman::cli

#endif  // DRAGOMAN_CLI_TABLE_H_
