// Part of dragoman; see LICENSE.

#ifndef DRAGOMAN_PYTHON_STORE_H_
#define DRAGOMAN_PYTHON_STORE_H_

#include "convert.h"

namespace dragoman::python {

void bind_store(nb::module_& module);

}  // namespace dragoman::python

#endif  // DRAGOMAN_PYTHON_STORE_H_
