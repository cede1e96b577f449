// Part of dragoman; see LICENSE.
//
// Reading: check, repair if needed, then find and judge the lines.  Valid input is
// moved, not copied.

#include "dragoman/text.h"

#include <cstring>
#include <utility>

#include "text/lines.h"
#include "text/utf8.h"

namespace dragoman {

namespace {

std::string count(std::uint64_t number, const char* one) {
  return std::to_string(number) + " " + one + (number == 1 ? "" : "s");
}

}  // namespace

std::string to_string(const LossReport& loss) {
  std::string out;
  const auto add = [&out](const std::string& part) { out += (out.empty() ? "" : "; ") + part; };
  if (loss.replaced_bytes != 0) {
    add(count(loss.replaced_bytes, "ill-formed byte") + " replaced, the first at byte " +
        std::to_string(loss.first_replaced_at));
  }
  if (loss.nul_bytes != 0) add(count(loss.nul_bytes, "NUL byte"));
  if (loss.unread_lines != 0) {
    add(count(loss.unread_lines, "line") + " (" + count(loss.unread_bytes, "byte") + ") not read as prose");
  }
  return out;
}

void Text::add_loss(const LossReport& before) {
  if (before.replaced_bytes != 0) loss_.first_replaced_at = before.first_replaced_at;
  loss_.replaced_bytes += before.replaced_bytes;
  loss_.replacements += before.replacements;
  loss_.byte_order_mark += before.byte_order_mark;
  loss_.left_out_bytes += before.left_out_bytes;
  if (!before.encoding.empty()) loss_.encoding = before.encoding;
}

Result<Text> Text::from_utf8(std::string bytes) {
  if (bytes.size() > kMaxTextBytes) {
    return Error(ErrorCode::kLimit, "text of " + std::to_string(bytes.size()) +
                                        " bytes, expected at most " +
                                        std::to_string(kMaxTextBytes));
  }
  Text text;
  text.loss_.encoding = "UTF-8";
  if (bytes.starts_with("\xEF\xBB\xBF")) {
    bytes.erase(0, 3);
    text.loss_.byte_order_mark = 3;
  }
  if (first_ill_formed(bytes) != bytes.size()) {
    bytes = repair(bytes, text.loss_);
    if (text.loss_.byte_order_mark != 0) text.loss_.first_replaced_at += 3;
    if (bytes.size() > kMaxTextBytes) {
      return Error(ErrorCode::kLimit,
                   "text that is over " + std::to_string(kMaxTextBytes) +
                       " bytes once its ill-formed bytes are replaced; is it binary?");
    }
  }
  for (const char* p = bytes.data(); const void* nul =
           std::memchr(p, 0, bytes.data() + bytes.size() - p);) {
    ++text.loss_.nul_bytes;
    p = static_cast<const char*>(nul) + 1;
  }
  text.bytes_ = std::move(bytes);
  text.lines_ = split_lines(text.bytes_);
  classify_lines(text.bytes_, text.lines_);
  for (const Line& line : text.lines_) {
    if (line.prose() || line.kind == LineKind::kEmpty) continue;
    ++text.loss_.unread_lines;
    text.loss_.unread_bytes += line.span.size();
  }
  return text;
}

}  // namespace dragoman
