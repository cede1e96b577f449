// Part of dragoman; see LICENSE.
//
// A small UTF-8 walker serves both cleaning and measuring.  It does not need ICU: what is
// dangerous or wide on a terminal is a short list of ranges.

#include "cli/output.h"

#include <algorithm>
#include <cerrno>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <cstring>

#include <sys/ioctl.h>
#include <unistd.h>

#include <fmt/format.h>

namespace dragoman::cli {
namespace {

bool g_write_failed = false;

struct CodePoint {
  char32_t value;
  std::size_t size;   // bytes; value is U+FFFD for an ill-formed byte
};

CodePoint decode(std::string_view text, std::size_t at) {
  const auto byte = [&](std::size_t i) { return std::uint8_t(text[i]); };
  const std::uint8_t lead = byte(at);
  if (lead < 0x80) return {lead, 1};
  const std::size_t size = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2;
  if (lead < 0xC2 || lead > 0xF4 || at + size > text.size()) return {0xFFFD, 1};
  char32_t value = lead & (0xFF >> (size + 1));
  for (std::size_t i = 1; i < size; ++i) {
    if ((byte(at + i) & 0xC0) != 0x80) return {0xFFFD, 1};
    value = value << 6 | (byte(at + i) & 0x3F);
  }
  const bool overlong = (size == 3 && value < 0x800) || (size == 4 && value < 0x10000);
  if (overlong || value > 0x10FFFF || (value >= 0xD800 && value < 0xE000)) return {0xFFFD, 1};
  return {value, size};
}

bool white(char32_t c) {
  return c == ' ' || (c >= '\t' && c <= '\r') || c == 0x85 || c == 0xA0 || c == 0x1680 ||
         (c >= 0x2000 && c <= 0x200A) || c == 0x2028 || c == 0x2029 || c == 0x202F || c == 0x3000;
}

// Direction marks, overrides, isolates, and what is not there to be seen.
bool treacherous(char32_t c) {
  return c == 0x061C || c == 0x200E || c == 0x200F || (c >= 0x202A && c <= 0x202E) ||
         (c >= 0x2066 && c <= 0x206F) || c == 0xFEFF || (c >= 0xFFF9 && c <= 0xFFFB) ||
         (c >= 0xE0000 && c <= 0xE0FFF);
}

bool combining(char32_t c) {
  return (c >= 0x0300 && c <= 0x036F) || (c >= 0x0483 && c <= 0x0489) ||
         (c >= 0x0591 && c <= 0x05BD) || (c >= 0x0610 && c <= 0x061A) ||
         (c >= 0x064B && c <= 0x065F) || (c >= 0x1AB0 && c <= 0x1AFF) ||
         (c >= 0x1DC0 && c <= 0x1DFF) || (c >= 0x200B && c <= 0x200D) ||
         (c >= 0x20D0 && c <= 0x20FF) || (c >= 0xFE00 && c <= 0xFE0F) ||
         (c >= 0xFE20 && c <= 0xFE2F);
}

bool wide(char32_t c) {
  return (c >= 0x1100 && c <= 0x115F) || (c >= 0x2E80 && c <= 0xA4CF) ||
         (c >= 0xAC00 && c <= 0xD7A3) || (c >= 0xF900 && c <= 0xFAFF) ||
         (c >= 0xFE30 && c <= 0xFE6F) || (c >= 0xFF00 && c <= 0xFF60) ||
         (c >= 0xFFE0 && c <= 0xFFE6) || (c >= 0x1F300 && c <= 0x1FAFF) ||
         (c >= 0x20000 && c <= 0x3FFFD);
}

std::size_t columns_of(char32_t c) { return c < 0x300 ? 1 : combining(c) ? 0 : wide(c) ? 2 : 1; }

void fail(const char* what) {
  if (!g_write_failed) complain(fmt::format("standard output: {}", what));
  g_write_failed = true;
}

}  // namespace

std::string printable(std::string_view text) {
  static constexpr std::string_view kReplacement = "\xEF\xBF\xBD";
  std::string out;
  out.reserve(text.size());
  bool gap = false;
  for (std::size_t at = 0; at < text.size();) {
    const auto [c, size] = decode(text, at);
    if (white(c)) {
      gap = !out.empty();
    } else {
      if (gap) out += ' ';
      gap = false;
      if (c < 0x20) {
        out += {'\xE2', '\x90', char(0x80 + c)};   // U+2400 + c: ESC is shown as ␛
      } else if (c == 0x7F) {
        out += "\xE2\x90\xA1";
      } else if ((c >= 0x80 && c < 0xA0) || c == 0xFFFD || treacherous(c)) {
        out += kReplacement;
      } else {
        out += text.substr(at, size);
      }
    }
    at += size;
  }
  return out;
}

std::size_t display_width(std::string_view text) {
  std::size_t columns = 0;
  for (std::size_t at = 0; at < text.size();) {
    const auto [c, size] = decode(text, at);
    columns += columns_of(c);
    at += size;
  }
  return columns;
}

std::string_view prefix_within(std::string_view text, std::size_t columns) {
  std::size_t at = 0;
  for (std::size_t used = 0; at < text.size();) {
    const auto [c, size] = decode(text, at);
    used += columns_of(c);
    if (used > columns) break;
    at += size;
  }
  return text.substr(0, at);
}

void print(std::string_view data) {
  if (g_write_failed) return;
  if (std::fwrite(data.data(), 1, data.size(), stdout) == data.size()) return;
  // Where SIGPIPE is ignored, a reader that went away shows here.
  if (errno == EPIPE) std::_Exit(kFine);
  fail(std::strerror(errno));
}

ExitCode finish() {
  if (!g_write_failed && std::fflush(stdout) != 0) {
    if (errno == EPIPE) std::_Exit(kFine);
    fail(std::strerror(errno));
  }
  return g_write_failed ? kUnreadable : kFine;
}

void complain(std::string_view message) {
  // Messages quote file names and queries, which may hold anything.
  std::fputs(("dragoman: " + printable(message) + "\n").c_str(), stderr);
}

std::size_t terminal_width() {
  winsize size{};
  if (ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) != 0 || size.ws_col == 0) return 100;
  return std::clamp<std::size_t>(size.ws_col, 60, 140);
}

}  // namespace dragoman::cli
