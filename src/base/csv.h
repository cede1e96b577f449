// Part of dragoman; see LICENSE.

#ifndef DRAGOMAN_BASE_CSV_H_
#define DRAGOMAN_BASE_CSV_H_

#include <string>
#include <string_view>

namespace dragoman {

// One cell of RFC 4180.  What a spreadsheet would run as a formula (=, +, -, @, tab, carriage
// return in front) is led by an apostrophe.
std::string csv_cell(std::string_view text);

}  // namespace dragoman

#endif  // DRAGOMAN_BASE_CSV_H_
