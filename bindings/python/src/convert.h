// Part of dragoman; see LICENSE.
//
// What crosses between Python and the library: text, dates, errors.
//
// Python counts code points and allows lone surrogates; the library counts bytes of UTF-8.  Both
// are settled here, once.

#ifndef DRAGOMAN_PYTHON_CONVERT_H_
#define DRAGOMAN_PYTHON_CONVERT_H_

#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>

#include <nanobind/nanobind.h>
#include <nanobind/stl/optional.h>
#include <nanobind/stl/string.h>
#include <nanobind/stl/string_view.h>
#include <nanobind/stl/vector.h>

#include "dragoman/document.h"
#include "dragoman/result.h"

namespace dragoman::python {

namespace nb = nanobind;
using namespace nb::literals;

// Becomes dragoman.DataError, a ValueError.
struct DataError : std::runtime_error {
  using std::runtime_error::runtime_error;
};

[[noreturn]] void raise(const Error& error);

template <typename T>
T value_or_raise(Result<T> result) {
  if (!result.ok()) raise(result.error());
  return *std::move(result);
}

// The UTF-8 of a str, as the library shall read it: a leading U+FEFF, which the library would drop
// as a byte-order mark, becomes a space, so that positions count the same characters.  what: how
// the argument is called in messages.  TypeError for anything but str (bytes are told to decode),
// DataError for a lone surrogate.
std::string text_of(nb::handle object, const char* what);

// "2023-09-05", a datetime.date, or None.
std::optional<Date> date_of(nb::handle object);
nb::object to_python(const std::optional<Date>& date);  // datetime.date or None
// Days since 1970-01-01; None where datetime.date cannot hold it.
nb::object day_to_python(std::int32_t days);

nb::str to_python(std::string_view utf8);
nb::object to_python_or_none(std::string_view utf8);  // None if empty

// As Python writes a str in a repr.
std::string in_quotes(std::string_view utf8);

// Calls dragoman.MODULE.NAME(arguments...): what is easier said in Python.
template <typename... Args>
nb::object call_python(const char* module, const char* name, Args&&... args) {
  return nb::module_::import_(module).attr(name)(std::forward<Args>(args)...);
}

}  // namespace dragoman::python

#endif  // DRAGOMAN_PYTHON_CONVERT_H_
