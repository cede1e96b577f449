// Part of dragoman; see LICENSE.

#ifndef DRAGOMAN_QUERY_VALUE_H_
#define DRAGOMAN_QUERY_VALUE_H_

#include <optional>

#include "dragoman/query.h"

namespace dragoman::query_impl {

// A total order of all values: below, at or above 0.
int order(const QueryValue& a, const QueryValue& b);

// What = and < say; nothing where either side is null or the kinds cannot be compared.
std::optional<int> compare(const QueryValue& a, const QueryValue& b);

}  // namespace dragoman::query_impl

#endif  // DRAGOMAN_QUERY_VALUE_H_
