// Part of dragoman; see LICENSE.
//
// Reads the project's tables: tab-separated, comment head, one header row
// (docs/data_formats.md).
//
//   Result<Tsv> table = Tsv::open("states.tsv", {"name", "id"}, {"from"});
//   while (table->next()) use(table->cell(0), table->cell(1), table->cell(2));
//   if (table->error()) return *table->error();
//
// Cells are views into the table's own buffer; nothing is copied or allocated a row.

#ifndef DRAGOMAN_MENTION_TSV_H_
#define DRAGOMAN_MENTION_TSV_H_

#include <cstdint>
#include <filesystem>
#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "dragoman/result.h"

namespace dragoman {

class Tsv {
 public:
  using Columns = std::vector<std::string_view>;

  // required: columns that must be there; optional: further ones of interest, "-" where a
  // table lacks them.  cell(i) counts through required, then optional.
  // A file *.jsonl is read as JSON Lines (jsonl_table.h).
  static Result<Tsv> open(const std::filesystem::path& path, const Columns& required,
                          const Columns& optional = {});
  static Result<Tsv> parse(std::string name, std::string content, const Columns& required,
                           const Columns& optional = {});
  static Result<Tsv> parse_jsonl(std::string name, std::string_view content, const Columns& required,
                                 const Columns& optional = {});

  // The next row; false at the end and at the first bad row (then error() is set).
  bool next();
  const std::optional<Error>& error() const { return error_; }

  std::string_view cell(std::size_t column) const { return cells_[column]; }
  // Empty for "-".
  std::string_view value(std::size_t column) const {
    return cells_[column] == "-" ? std::string_view() : cells_[column];
  }
  std::uint32_t line() const { return line_; }
  const std::string& name() const { return name_; }

  // "states.tsv:214: column 2 (code): "PRKK" is not ...": for the reader of a cell.
  Error bad_cell(std::size_t column, std::string_view expected) const;
  // "states.tsv:214: column 8 (more): " and what is wrong there, in full.
  Error wrong(std::size_t column, std::string_view what) const;
  Error bad_row(std::string_view what) const;

  // Where the column stands in the file, from 1; 0: it has none.
  std::size_t column(std::size_t wanted) const;
  std::size_t bytes() const { return content_.size(); }

 private:
  static Result<Tsv> parse_rows(std::string name, std::string content, const Columns& required,
                                const Columns& optional);
  Result<Done> read_header(const Columns& required, const Columns& optional);
  bool next_line(std::string_view& line);
  std::optional<Error> check(std::string_view line) const;   // too long, NUL, not UTF-8

  std::string name_;
  std::string content_;
  std::size_t at_ = 0;
  std::uint32_t line_ = 0;
  std::size_t width_ = 0;                   // columns in the header
  std::vector<std::string_view> header_;    // all column names
  std::vector<std::size_t> source_;         // wanted column -> place in a row; npos: not there
  std::vector<std::string> wanted_;
  std::vector<std::string_view> row_;
  std::vector<std::string_view> cells_;
  std::optional<Error> error_;
};

}  // namespace dragoman

#endif  // DRAGOMAN_MENTION_TSV_H_
