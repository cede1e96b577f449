// Part of dragoman; see LICENSE.

#ifndef DRAGOMAN_PYTHON_PIPELINE_H_
#define DRAGOMAN_PYTHON_PIPELINE_H_

#include "convert.h"

namespace dragoman::python {

void bind_pipeline(nb::module_& module);

}  // namespace dragoman::python

#endif  // DRAGOMAN_PYTHON_PIPELINE_H_
