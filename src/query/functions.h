// Part of dragoman; see LICENSE.
//
// Functions of values: toLower(x), size(x), overlaps(a, b), nodes(p) ...

#ifndef DRAGOMAN_QUERY_FUNCTIONS_H_
#define DRAGOMAN_QUERY_FUNCTIONS_H_

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "dragoman/query.h"

namespace dragoman::query_impl {

enum class Function : std::uint8_t {
  kToLower, kToUpper, kTrim, kSubstring, kLeft, kRight, kReplace, kSplit,
  kToString, kToInteger, kToFloat, kAbs, kCoalesce,
  kSize, kHead, kLast, kReverse,
  kLength, kNodes, kRelationships, kStartNode, kEndNode, kType, kId, kLabels,
  kDate, kOverlaps, kWithin, kBefore, kDaysBetween,
};

struct FunctionInfo {
  const char* name;             // as documented; any case is taken
  Function function;
  std::uint8_t least, most;     // arguments
};

const FunctionInfo* find_function(std::string_view name);
std::vector<std::string> function_names();

// Nothing (null) for a null argument and for one of another kind, as in openCypher's
// comparisons; coalesce and toString apart.  Adds to work by the length of what it reads.
QueryValue call(const RelationGraph& graph, Function function,
                const std::vector<QueryValue>& arguments, std::uint64_t& work);

}  // namespace dragoman::query_impl

#endif  // DRAGOMAN_QUERY_FUNCTIONS_H_
