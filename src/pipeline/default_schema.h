// Part of dragoman; see LICENSE.

#ifndef DRAGOMAN_PIPELINE_DEFAULT_SCHEMA_H_
#define DRAGOMAN_PIPELINE_DEFAULT_SCHEMA_H_

#include "dragoman/relation.h"

namespace dragoman {

// The schema that Knowledge::load() would use by default, without the rest.
Result<Schema> default_schema();

}  // namespace dragoman

#endif  // DRAGOMAN_PIPELINE_DEFAULT_SCHEMA_H_
