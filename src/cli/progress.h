// Part of dragoman; see LICENSE.
//
// One line on a terminal that says how far a run is: count, speed, share, time left.  Nothing where
// standard error is no terminal.  (Debian packages no library for this.)

#ifndef DRAGOMAN_CLI_PROGRESS_H_
#define DRAGOMAN_CLI_PROGRESS_H_

#include <chrono>
#include <string>

#include "dragoman/ingest.h"

namespace dragoman::cli {

class ProgressLine {
 public:
  ProgressLine();
  ~ProgressLine() { clear(); }

  void show(const IngestProgress& progress);   // ten times a second at most
  void clear();

  // "12,345 articles  3.4 MB/s  56%  0:42 left"
  static std::string text(const IngestProgress& progress, std::chrono::duration<double> since);

 private:
  using Clock = std::chrono::steady_clock;
  const bool terminal_;
  const Clock::time_point start_ = Clock::now();
  Clock::time_point shown_{};
  bool on_ = false;
};

// 12345 -> "12,345"
std::string grouped(std::uint64_t number);

}  // namespace dragoman::cli

#endif  // DRAGOMAN_CLI_PROGRESS_H_
