// Part of dragoman; see LICENSE.
//
// Widths first (natural, then the widest shrunk until the row fits), then rows; a row is
// as high as its highest cell.

#include "cli/table.h"

#include <algorithm>
#include <string_view>

#include "cli/output.h"

namespace dragoman::cli {
namespace {

constexpr std::size_t kGap = 2;
constexpr std::size_t kIndent = 2;
constexpr std::size_t kLeast = 6;
constexpr std::size_t kLeastBelow = 32;

void pad(std::string& line, std::size_t to) {
  const std::size_t used = display_width(line);
  if (used < to) line.append(to - used, ' ');
}

void end_line(std::string& out, std::string line) {
  while (!line.empty() && line.back() == ' ') line.pop_back();
  out += line;
  out += '\n';
}

}  // namespace

std::vector<std::string> wrap(std::string_view text, std::size_t width) {
  width = std::max<std::size_t>(width, 2);   // a wide character fits
  std::vector<std::string> lines;
  while (display_width(text) > width) {
    std::string_view line = prefix_within(text, width);
    std::size_t next = line.size();
    const std::size_t space =
        text[line.size()] == ' ' ? line.size() : line.find_last_of(' ');
    if (space != std::string_view::npos && space > 0) {
      line = line.substr(0, space);
      next = space + 1;
    }
    lines.emplace_back(line);
    text.remove_prefix(next);
  }
  lines.emplace_back(text);
  return lines;
}

void Table::add(std::vector<std::string> cells) {
  cells.resize(columns_.size());
  for (std::string& cell : cells) cell = printable(cell);
  rows_.push_back(std::move(cells));
}

// 0: the column stands below the row, or has nothing in it.
std::vector<std::size_t> Table::widths(std::size_t width) const {
  std::vector<std::size_t> widths(columns_.size(), 0);
  std::size_t total = kIndent;
  for (std::size_t c = 0; c < columns_.size(); ++c) {
    if (columns_[c].below) continue;
    const auto filled = [c](const auto& row) { return !row[c].empty(); };
    if (std::none_of(rows_.begin(), rows_.end(), filled)) continue;   // nothing to show
    widths[c] = display_width(columns_[c].title);
    for (const auto& row : rows_) {
      widths[c] = std::max(widths[c], std::min(display_width(row[c]), columns_[c].most));
    }
    total += widths[c] + kGap;
  }
  total -= kGap;
  while (total > width) {
    auto widest = std::max_element(widths.begin(), widths.end());
    if (*widest <= kLeast) break;
    --*widest;
    --total;
  }
  for (std::size_t c = 0; c < columns_.size(); ++c) {
    if (columns_[c].below && total + kGap + kLeastBelow <= width) {
      widths[c] = width - total - kGap;
      total = width;
    }
  }
  return widths;
}

std::string Table::str(std::size_t width) const {
  const std::vector<std::size_t> widths = this->widths(width);
  std::string out;
  const auto write = [&](const std::vector<std::string>& cells) {
    std::vector<std::vector<std::string>> lines(cells.size());
    std::size_t height = 0;
    for (std::size_t c = 0; c < cells.size(); ++c) {
      if (widths[c] == 0) continue;
      lines[c] = wrap(cells[c], widths[c]);
      height = std::max(height, lines[c].size());
    }
    for (std::size_t i = 0; i < height; ++i) {
      std::string line(kIndent, ' ');
      std::size_t at = kIndent;
      for (std::size_t c = 0; c < cells.size(); ++c) {
        if (widths[c] == 0) continue;
        pad(line, at);
        if (i < lines[c].size()) line += lines[c][i];
        at += widths[c] + kGap;
      }
      end_line(out, std::move(line));
    }
    for (std::size_t c = 0; c < cells.size(); ++c) {
      if (widths[c] != 0 || !columns_[c].below || cells[c].empty()) continue;
      for (const std::string& line : wrap(cells[c], width - 3 * kIndent)) {
        end_line(out, std::string(3 * kIndent, ' ') + line);
      }
    }
  };
  std::vector<std::string> titles, rules;
  for (std::size_t c = 0; c < columns_.size(); ++c) {
    titles.push_back(columns_[c].title);
    rules.emplace_back(widths[c] == 0 ? 0 : widths[c], '-');
  }
  write(titles);
  write(rules);
  for (const auto& row : rows_) write(row);
  return out;
}

}  // namespace dragoman::cli
