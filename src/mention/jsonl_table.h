// Part of dragoman; see LICENSE.
//
// A table as JSON Lines: one object a row, its keys are the columns.
//
//   {"name": "Kherson", "type": "CITY", "id": "city:ukr-kherson", "kind": "preferred",
//    "more": {"state": "UKR", "population": 279131}}
//
//   Result<std::string> rows = rows_of_jsonl("names.jsonl", content, {"name", "type"});
//
// Each line becomes the row of a table of that many columns (tsv.h), a line each, so that what
// is wrong there is said with the line of the file.

#ifndef DRAGOMAN_MENTION_JSONL_TABLE_H_
#define DRAGOMAN_MENTION_JSONL_TABLE_H_

#include <string>
#include <string_view>
#include <vector>

#include "dragoman/result.h"

namespace dragoman {

// Cells of keys that a line lacks, of null and of "" are "-"; true is "1", false "-"; an object is
// key=value pairs with ; between.  Keys that are no column are passed over.  kBadData with
// file:line for a line that is no object, or a value that no cell can hold.
Result<std::string> rows_of_jsonl(std::string_view file, std::string_view content,
                                  const std::vector<std::string_view>& columns);

}  // namespace dragoman

#endif  // DRAGOMAN_MENTION_JSONL_TABLE_H_
