// Part of dragoman; see LICENSE.

#ifndef DRAGOMAN_TESTS_QUERY_ROWS_H_
#define DRAGOMAN_TESTS_QUERY_ROWS_H_

#include <string>
#include <string_view>

#include "dragoman/query.h"

namespace dragoman {

// "a|b; c|d": cells by bars, rows by semicolons; or the message.
inline std::string rows_of(const RelationGraph& graph, std::string_view text,
                           const QueryOptions& options = {}) {
  const auto result = query(graph, text, options);
  if (!result.ok()) return result.error().message();
  std::string out;
  for (const QueryRow& row : result->rows) {
    if (!out.empty()) out += "; ";
    for (std::size_t c = 0; c < row.size(); ++c) out += (c ? "|" : "") + row[c].text();
  }
  return out;
}

}  // namespace dragoman

#endif  // DRAGOMAN_TESTS_QUERY_ROWS_H_
