// Part of dragoman; see LICENSE.
//
// Rows on standard output, as a table, CSV or JSON.

#ifndef DRAGOMAN_CLI_ROWS_H_
#define DRAGOMAN_CLI_ROWS_H_

#include <string>

#include "dragoman/query.h"

namespace CLI {
class App;
}

namespace dragoman::cli {

// --format table|csv|json
void add_row_format(CLI::App& command, std::string& format);
void print_rows(const QueryResult& rows, const std::string& format);

}  // namespace dragoman::cli

#endif  // DRAGOMAN_CLI_ROWS_H_
