// Part of dragoman; see LICENSE.

#include "convert.h"

namespace dragoman::python {
namespace {

constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";

std::string class_name(nb::handle object) {
  return nb::cast<std::string>(nb::borrow(object.type()).attr("__name__"));
}

[[noreturn]] void raise_type_error(nb::handle object, const char* what) {
  std::string message = std::string(what) + " must be str, not " + class_name(object);
  if (nb::isinstance<nb::bytes>(object))
    message += ": decode it first, for example with .decode(\"utf-8\")";
  throw nb::type_error(message.c_str());
}

// The place of the first lone surrogate, from the UnicodeEncodeError that is set.
[[noreturn]] void raise_surrogate(const char* what) {
  nb::python_error error;
  const nb::object value = nb::borrow(error.value());
  const auto start = nb::cast<std::size_t>(value.attr("start"));
  throw DataError(
      std::string(what) + ": character " + std::to_string(start) +
      " is a lone surrogate, half of a UTF-16 pair, so this is not Unicode text; decode "
      "the bytes anew, or use text.encode(\"utf-16\", \"surrogatepass\").decode(\"utf-16\", "
      "\"replace\")");
}

int field(nb::handle date, const char* name) { return nb::cast<int>(nb::borrow(date).attr(name)); }

}  // namespace

void raise(const Error& error) { throw DataError(error.message()); }

std::string text_of(nb::handle object, const char* what) {
  if (!nb::isinstance<nb::str>(object)) raise_type_error(object, what);
  Py_ssize_t size = 0;
  const char* utf8 = PyUnicode_AsUTF8AndSize(object.ptr(), &size);
  if (utf8 == nullptr) raise_surrogate(what);
  std::string_view text(utf8, std::size_t(size));
  if (!text.starts_with(kByteOrderMark)) return std::string(text);
  return " " + std::string(text.substr(kByteOrderMark.size()));
}

std::optional<Date> date_of(nb::handle object) {
  if (object.is_none()) return std::nullopt;
  if (nb::isinstance<nb::str>(object)) {
    const Result<Date> date = parse_date(text_of(object, "date"));
    if (!date.ok()) raise(date.error());
    return *date;
  }
  const nb::object day = nb::module_::import_("datetime").attr("date");
  if (!nb::isinstance(object, day)) {
    throw nb::type_error(
        ("date must be \"YYYY-MM-DD\", datetime.date or None, not " + class_name(object)).c_str());
  }
  try {
    return Date{field(object, "year"), field(object, "month"), field(object, "day")};
  } catch (const nb::cast_error&) {  // pandas.NaT is a date without a year
    throw DataError("date is " + nb::cast<std::string>(nb::str(nb::borrow(object))) +
                    ": expected a calendar day, or None if it is not known");
  }
}

nb::object to_python(const std::optional<Date>& date) {
  if (!date || date->year < 1 || date->year > 9999) return nb::none();
  return nb::module_::import_("datetime").attr("date")(date->year, date->month, date->day);
}

nb::object day_to_python(std::int32_t days) {
  return to_python(std::optional<Date>(from_days(days)));
}

nb::str to_python(std::string_view utf8) { return nb::str(utf8.data(), utf8.size()); }

nb::object to_python_or_none(std::string_view utf8) {
  if (utf8.empty()) return nb::none();
  return to_python(utf8);
}

std::string in_quotes(std::string_view utf8) {
  return nb::cast<std::string>(nb::repr(to_python(utf8)));
}

}  // namespace dragoman::python
