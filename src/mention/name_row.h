// Part of dragoman; see LICENSE.
//
// One row of a name table (docs/data_formats.md), cell by cell.
//
//   NameRowReader reader;
//   NameRow row;
//   while (table.next()) {
//     if (std::optional<Error> bad = reader.read(table, row)) return *bad;
//     use(row);
//   }

#ifndef DRAGOMAN_MENTION_NAME_ROW_H_
#define DRAGOMAN_MENTION_NAME_ROW_H_

#include <optional>
#include <string_view>

#include "dragoman/gazetteer.h"
#include "mention/tsv.h"

namespace dragoman {

// Views live as long as the table.
struct NameRow {
  static constexpr std::size_t kName = 0, kType = 1, kId = 2, kKind = 3, kGuard = 4, kFrom = 5,
                               kTo = 6, kMore = 7;
  static const Tsv::Columns kRequired, kOptional;

  std::string_view name, id, more;
  MentionType type = MentionType::kOrganisation;
  NameKind kind = NameKind::kPreferred;
  Guard guard = Guard::kNone;
  YearMonth from, to;
  bool removed = false;       // kind "removed": the name, or all of the id if it is "*", goes
  bool has_capital = false;   // any letter of the name
  bool has_lower = false;
};

// One for each table: it remembers the last row's type, which the next mostly shares.
class NameRowReader {
 public:
  // The error names file, line and column.
  std::optional<Error> read(const Tsv& table, NameRow& row);

 private:
  std::string_view last_type_text_;
  MentionType last_type_ = MentionType::kOrganisation;
};

}  // namespace dragoman

#endif  // DRAGOMAN_MENTION_NAME_ROW_H_
