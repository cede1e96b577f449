// Part of dragoman; see LICENSE.

#include "targets.h"

#include <cstdio>
#include <cstdlib>

#include "text/utf8.h"

namespace dragoman::fuzz {

void check(bool held, std::string_view promise, std::string_view about) {
  if (held) return;
  std::fprintf(stderr, "broken: %.*s%s%.*s\n", int(promise.size()), promise.data(), about.empty() ? "" : ": ",
               int(about.size()), about.data());
  std::abort();
}

void check_error(const Error& error) {
  const std::string& message = error.message();
  check(!message.empty(), "an error has a message");
  check(first_ill_formed(message) == message.size(), "a message is valid UTF-8", message);
  check(message.find('\n') == std::string::npos, "a message is one line", message);
}

}  // namespace dragoman::fuzz
