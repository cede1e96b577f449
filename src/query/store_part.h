// Part of dragoman; see LICENSE.
//
// What a query can reach of a store, so that no more of it is read.

#ifndef DRAGOMAN_QUERY_STORE_PART_H_
#define DRAGOMAN_QUERY_STORE_PART_H_

#include <optional>

#include "dragoman/store.h"
#include "query/ast.h"

namespace dragoman::query_impl {

// Nothing: it may need anything.
std::optional<StorePart> part_of(const Query& query);

}  // namespace dragoman::query_impl

#endif  // DRAGOMAN_QUERY_STORE_PART_H_
