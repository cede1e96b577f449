// Part of dragoman; see LICENSE.
//
// Messages quote what was read, and that may be anything; who shows them may take valid UTF-8 for granted.

#include "dragoman/result.h"

#include "text/utf8.h"

namespace dragoman {

Error::Error(ErrorCode code, std::string message) : code_(code), message_(std::move(message)) {
  if (first_ill_formed(message_) != message_.size()) {
    LossReport unused;
    message_ = repair(message_, unused);
  }
  for (char& c : message_) {
    if ((c >= 0 && c < ' ') || c == 0x7F) c = ' ';
  }
}

}  // namespace dragoman
