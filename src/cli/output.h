// Part of dragoman; see LICENSE.
//
// Data goes to standard output, messages to standard error.  Nothing that came from a text
// reaches a terminal raw: printable() shows control characters instead of sending them.

#ifndef DRAGOMAN_CLI_OUTPUT_H_
#define DRAGOMAN_CLI_OUTPUT_H_

#include <string>
#include <string_view>

#include "cli/exit_code.h"

namespace dragoman::cli {

// White space of any kind becomes one space; other control characters (C0, DEL, C1) become
// their pictures or U+FFFD, and invisible direction marks U+FFFD, so that text cannot move the
// cursor, change colours or reorder a line.  Ill-formed UTF-8 becomes U+FFFD.
std::string printable(std::string_view text);

// Columns that the text takes on a terminal: wide East Asian characters and emoji count
// two, combining marks none.  For printable() text.
std::size_t display_width(std::string_view text);

// The longest prefix within `columns`.
std::string_view prefix_within(std::string_view text, std::size_t columns);

// Writes to standard output.  A reader that went away (head) ends the program quietly; any
// other failure is reported and kept for finish().
void print(std::string_view data);

// Flushes standard output.  kUnreadable if something could not be written.
ExitCode finish();

// "dragoman: MESSAGE" on standard error.
void complain(std::string_view message);

// Width of the terminal on standard output, within 60..140; 100 where it is none.
std::size_t terminal_width();

}  // namespace dragoman::cli

#endif  // DRAGOMAN_CLI_OUTPUT_H_
