// Part of dragoman; see LICENSE.

#include "cli/progress.h"

#include <algorithm>
#include <cstdio>

#include <fmt/format.h>
#include <unistd.h>

namespace dragoman::cli {

std::string grouped(std::uint64_t number) {
  std::string digits = std::to_string(number);
  for (std::size_t at = digits.size(); at > 3;) digits.insert(at -= 3, ",");
  return digits;
}

std::string ProgressLine::text(const IngestProgress& progress, std::chrono::duration<double> since) {
  std::string line = fmt::format("{} articles", grouped(progress.documents + progress.errors));
  if (progress.errors != 0) line += fmt::format(" ({} errors)", grouped(progress.errors));
  const double speed = since.count() > 0 ? double(progress.bytes_read) / since.count() : 0;
  line += fmt::format("  {:.1f} MB/s", speed / 1e6);
  if (progress.bytes_total != 0) {
    const double share = std::min(1.0, double(progress.bytes_read) / double(progress.bytes_total));
    line += fmt::format("  {:.0f}%", share * 100);
    if (speed > 0) {
      const double left = double(progress.bytes_total - std::min(progress.bytes_read, progress.bytes_total)) / speed;
      const auto seconds = std::uint64_t(std::min(left, 359'999.0));
      line += seconds >= 3600 ? fmt::format("  {}:{:02}:{:02} left", seconds / 3600, seconds / 60 % 60, seconds % 60)
                              : fmt::format("  {}:{:02} left", seconds / 60, seconds % 60);
    }
  }
  return line;
}

ProgressLine::ProgressLine() : terminal_(::isatty(STDERR_FILENO) == 1) {}

void ProgressLine::show(const IngestProgress& progress) {
  const Clock::time_point now = Clock::now();
  if (!terminal_ || now - shown_ < std::chrono::milliseconds(100)) return;
  shown_ = now;
  on_ = true;
  std::fputs(("\r\x1b[K" + text(progress, now - start_)).c_str(), stderr);
}

void ProgressLine::clear() {
  if (on_) std::fputs("\r\x1b[K", stderr);
  on_ = false;
}

}  // namespace dragoman::cli
