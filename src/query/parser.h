// Part of dragoman; see LICENSE.

#ifndef DRAGOMAN_QUERY_PARSER_H_
#define DRAGOMAN_QUERY_PARSER_H_

#include "query/ast.h"
#include "query/vocabulary.h"

namespace dragoman::query_impl {

// kBadArgument with line:column.
Result<Query> parse(std::string_view text, const Vocabulary& vocabulary,
                    const QueryOptions& options);

}  // namespace dragoman::query_impl

#endif  // DRAGOMAN_QUERY_PARSER_H_
