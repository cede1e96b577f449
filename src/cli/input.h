// Part of dragoman; see LICENSE.
//
// Reads the user's files.  Every failure names the file and says what to do.

#ifndef DRAGOMAN_CLI_INPUT_H_
#define DRAGOMAN_CLI_INPUT_H_

#include <cstdint>
#include <string>

#include "dragoman/result.h"
#include "dragoman/text.h"

namespace dragoman::cli {

// The whole file; "-" is standard input.  kNotFound, kUnreadable (a directory, no
// permission, an I/O error), kLimit above max_bytes (known before reading for a regular
// file), kBadData for an empty one.
Result<std::string> read_file(const std::string& path, std::uint64_t max_bytes);

// The text of an article.  encoding: "" takes UTF-8, "auto" lets ICU detect, else an IANA
// name.  kBadData for binary input: NUL bytes, or more than one character in ten ill-formed.
Result<Text> read_text(const std::string& path, const std::string& encoding,
                       std::uint64_t max_bytes);

// How the file is called in output and messages: "stdin" for "-".
std::string display_name(const std::string& path);

}  // namespace dragoman::cli

#endif  // DRAGOMAN_CLI_INPUT_H_
