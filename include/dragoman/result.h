// Part of dragoman; see LICENSE.
//
// Errors are values.  A function that can fail returns Result<T>: the value, or
// an Error that says where, what was found, what was expected, what to do.
//
//   dragoman::Result<dragoman::Pipeline> pipeline = dragoman::Pipeline::load();
//   if (!pipeline.ok()) return report(pipeline.error().message());
//   dragoman::Document article = *pipeline->analyze(text);
//
// The library never throws across its boundary, never prints and never exits.

#ifndef DRAGOMAN_RESULT_H_
#define DRAGOMAN_RESULT_H_

#include <cstdlib>
#include <string>
#include <utility>
#include <variant>

#include "dragoman/api.h"

namespace dragoman {

enum class ErrorCode {
  kNotFound,     // No such file, entity, field.
  kUnreadable,   // It exists, but cannot be read (permission, a directory, I/O).
  kBadData,      // A data, rule or graph file is not what its format says.
  kBadArgument,  // The caller's value is out of range or malformed.
  kLimit,        // A documented limit was reached (size, work, rows).
};

class DRAGOMAN_EXPORT Error {
 public:
  // What cannot stand in a message is replaced: ill-formed UTF-8 by U+FFFD, control characters by spaces.
  Error(ErrorCode code, std::string message);

  ErrorCode code() const { return code_; }

  // One line of valid UTF-8 without a final full stop, in the form "file:line: what, expected
  // what".  The user's own words stand in quotes.
  const std::string& message() const { return message_; }

 private:
  ErrorCode code_;
  std::string message_;
};

// A value or an Error.  Asking for the side that is not there ends the program,
// so check ok() first.
template <typename T>
class [[nodiscard]] Result {
 public:
  Result(T value) : state_(std::move(value)) {}      // NOLINT: meant to convert
  Result(Error error) : state_(std::move(error)) {}  // NOLINT: meant to convert

  bool ok() const { return std::holds_alternative<T>(state_); }
  explicit operator bool() const { return ok(); }

  const T& value() const& { return get(*this); }
  T& value() & { return get(*this); }
  T&& value() && { return std::move(get(*this)); }
  const T& operator*() const& { return value(); }
  T& operator*() & { return value(); }
  T&& operator*() && { return std::move(*this).value(); }
  const T* operator->() const { return &value(); }
  T* operator->() { return &value(); }

  const Error& error() const {
    if (ok()) std::abort();
    return std::get<Error>(state_);
  }

 private:
  template <typename Self>
  static auto& get(Self& self) {
    if (!self.ok()) std::abort();
    return std::get<T>(self.state_);
  }

  std::variant<T, Error> state_;
};

// The result of an action that returns nothing.
struct Done {};
using Status = Result<Done>;

}  // namespace dragoman

#endif  // DRAGOMAN_RESULT_H_
