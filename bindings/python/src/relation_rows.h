// Part of dragoman; see LICENSE.

#ifndef DRAGOMAN_PYTHON_RELATION_ROWS_H_
#define DRAGOMAN_PYTHON_RELATION_ROWS_H_

#include "convert.h"

namespace dragoman::python {

void bind_relation_rows(nb::module_& module);

}  // namespace dragoman::python

#endif  // DRAGOMAN_PYTHON_RELATION_ROWS_H_
