// Part of dragoman; see LICENSE.
//
// What can be wrong with tables of names and offices.  Nothing here changes how texts are read.
//
//   for (const Finding& f : name_findings(known)) print(f.kind, f.where, f.what);

#ifndef DRAGOMAN_CLI_DOCTOR_CHECKS_H_
#define DRAGOMAN_CLI_DOCTOR_CHECKS_H_

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

#include "dragoman/result.h"
#include "pipeline/knowledge.h"

namespace dragoman::cli {

enum class FindingKind : std::uint8_t {
  kClash,        // one name, one type, several things, and nothing asks for context
  kHidden,       // a row that never wins: another type of that name always goes before
  kCommonWord,   // a single word of every day without guard
  kStale,        // an office without end whose newest fact is old
  kNoSource,     // a table or row that does not say where it comes from
  kCount
};

struct Finding {
  FindingKind kind = FindingKind::kClash;
  std::string where;   // file:line
  std::string what;
};

// Clashes, hidden rows and common words, in the order of the names.  Some 1 µs a row.
std::vector<Finding> name_findings(const Knowledge& known);

// Terms without an end in offices of which nothing newer than `years` before `day` is known.
std::vector<Finding> stale_offices(const Knowledge& known, std::int32_t day, int years);

// Reads the tables again: heads without "# source:", rows whose source is "-".
Result<std::vector<Finding>> rows_without_source(const std::vector<std::filesystem::path>& tables);

}  // namespace dragoman::cli

#endif  // DRAGOMAN_CLI_DOCTOR_CHECKS_H_
