// Part of dragoman; see LICENSE.
//
// What the command's exit code says.  Of several files' codes the highest one is returned.

#ifndef DRAGOMAN_CLI_EXIT_CODE_H_
#define DRAGOMAN_CLI_EXIT_CODE_H_

#include "dragoman/result.h"

namespace dragoman::cli {

enum ExitCode : int {
  kFine = 0,
  kNothingFound = 1,   // only where the user asked for it: --fail-if-empty
  kUsage = 2,
  kBadInput = 3,       // not text, not a graph, too large, empty
  kUnreadable = 4,     // missing, a directory, no permission; output that cannot be written
};

inline ExitCode exit_code(const Error& error) {
  switch (error.code()) {
    case ErrorCode::kBadArgument: return kUsage;
    case ErrorCode::kNotFound:
    case ErrorCode::kUnreadable: return kUnreadable;
    case ErrorCode::kBadData:
    case ErrorCode::kLimit: return kBadInput;
  }
  return kBadInput;
}

inline ExitCode worst(ExitCode a, ExitCode b) { return a > b ? a : b; }

}  // namespace dragoman::cli

#endif  // DRAGOMAN_CLI_EXIT_CODE_H_
