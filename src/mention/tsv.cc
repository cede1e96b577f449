// Part of dragoman; see LICENSE.

#include "mention/tsv.h"

#include <algorithm>

#include <fmt/format.h>

#include "base/file.h"
#include "mention/jsonl_table.h"
#include "text/utf8.h"

namespace dragoman {
namespace {

constexpr std::size_t kNoColumn = ~std::size_t{0};
constexpr std::size_t kLongestLine = 1 << 20;   // a longer one is no table

std::string join(const std::vector<std::string_view>& names) {
  return fmt::format("{}", fmt::join(names, ", "));
}

// For messages: short, valid UTF-8 and without control characters.
std::string quoted(std::string_view text) {
  constexpr std::size_t kLongest = 60;
  const bool cut = text.size() > kLongest;
  if (cut) {
    std::size_t end = kLongest;
    while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0) == 0x80) --end;
    text = text.substr(0, end);
  }
  const bool utf8 = first_ill_formed(text) == text.size();
  std::string out = "\"";
  for (const char c : text) {
    const unsigned byte = static_cast<unsigned char>(c);
    if (byte < 0x20 || byte == 0x7F || (byte >= 0x80 && !utf8)) out += fmt::format("\\x{:02X}", byte);
    else out += c;
  }
  return out + (cut ? "...\"" : "\"");
}

}  // namespace

Result<Tsv> Tsv::open(const std::filesystem::path& path, const Columns& required,
                      const Columns& optional) {
  Result<std::string> content = read_file(path);
  if (!content.ok()) return content.error();
  return parse(path.string(), *std::move(content), required, optional);
}

Result<Tsv> Tsv::parse(std::string name, std::string content, const Columns& required,
                       const Columns& optional) {
  if (name.ends_with(".jsonl")) return parse_jsonl(std::move(name), content, required, optional);
  return parse_rows(std::move(name), std::move(content), required, optional);
}

Result<Tsv> Tsv::parse_rows(std::string name, std::string content, const Columns& required,
                            const Columns& optional) {
  Tsv table;
  table.name_ = std::move(name);
  table.content_ = std::move(content);
  if (table.content_.starts_with("\xEF\xBB\xBF")) table.at_ = 3;
  if (Result<Done> header = table.read_header(required, optional); !header.ok()) {
    return header.error();
  }
  return table;
}

Result<Tsv> Tsv::parse_jsonl(std::string name, std::string_view content, const Columns& required,
                             const Columns& optional) {
  Columns columns = required;
  columns.insert(columns.end(), optional.begin(), optional.end());
  Result<std::string> rows = rows_of_jsonl(name, content, columns);
  if (!rows.ok()) return rows.error();
  std::string header;
  for (const std::string_view column : columns) header.append(header.empty() ? "" : "\t").append(column);
  Result<Tsv> table = parse_rows(std::move(name), header + '\n' + *rows, required, optional);
  if (table.ok()) table->line_ = 0;    // the header is no line of the file
  return table;
}

bool Tsv::next_line(std::string_view& line) {
  if (at_ >= content_.size()) return false;
  const std::size_t end = std::min(content_.find('\n', at_), content_.size());
  line = std::string_view(content_).substr(at_, end - at_);
  if (line.ends_with('\r')) line.remove_suffix(1);
  at_ = end + 1;
  ++line_;
  return true;
}

Result<Done> Tsv::read_header(const Columns& required, const Columns& optional) {
  // A string that fits the small buffer would move its characters with it.
  if (content_.capacity() < 64) content_.reserve(64);
  std::string_view line;
  bool found = false;
  while (!found && next_line(line)) found = !line.empty() && line.front() != '#';
  if (!found) {
    return Error(ErrorCode::kBadData, fmt::format("{}:{}: no header row, expected the columns {}",
                                                  name_, line_ + 1, join(required)));
  }
  if (std::optional<Error> bad = check(line)) return *bad;
  for (std::size_t start = 0; start <= line.size();) {
    const std::size_t tab = std::min(line.find('\t', start), line.size());
    header_.push_back(line.substr(start, tab - start));
    start = tab + 1;
  }
  width_ = header_.size();
  for (std::size_t i = 0; i < header_.size(); ++i) {
    if (std::find(header_.begin(), header_.begin() + std::ptrdiff_t(i), header_[i]) !=
        header_.begin() + std::ptrdiff_t(i)) {
      return bad_row(fmt::format("column {} stands twice in the header", quoted(header_[i])));
    }
  }
  for (const std::string_view column : required) {
    if (std::find(header_.begin(), header_.end(), column) == header_.end()) {
      return bad_row(fmt::format("no column \"{}\" in the header, expected {}", column, join(required)));
    }
  }
  for (const Columns* list : {&required, &optional}) {
    for (const std::string_view column : *list) {
      const auto at = std::find(header_.begin(), header_.end(), column);
      source_.push_back(at == header_.end() ? kNoColumn : std::size_t(at - header_.begin()));
      wanted_.emplace_back(column);
    }
  }
  cells_.assign(source_.size(), "-");
  return Done{};
}

std::optional<Error> Tsv::check(std::string_view line) const {
  if (line.size() > kLongestLine) {
    return bad_row(fmt::format("a line of {} bytes, expected at most {}", line.size(), kLongestLine));
  }
  if (line.find('\0') != std::string_view::npos) return bad_row("a NUL byte: is this a text file?");
  if (const std::size_t bad = first_ill_formed(line); bad < line.size()) {
    return bad_row(fmt::format("byte {} is not UTF-8", bad + 1));
  }
  return std::nullopt;
}

bool Tsv::next() {
  std::string_view line;
  do {
    if (error_ || !next_line(line)) return false;
  } while (line.empty() || line.front() == '#');
  if (std::optional<Error> bad = check(line)) {
    error_ = std::move(bad);
    return false;
  }
  row_.clear();
  for (std::size_t start = 0; start <= line.size();) {
    const std::size_t tab = std::min(line.find('\t', start), line.size());
    row_.push_back(line.substr(start, tab - start));
    start = tab + 1;
  }
  if (row_.size() != width_) {
    error_ = bad_row(fmt::format("{} column{}, expected {} ({}): {}", row_.size(),
                                 row_.size() == 1 ? "" : "s", width_, join(header_), quoted(line)));
    return false;
  }
  for (std::size_t i = 0; i < source_.size(); ++i) {
    if (source_[i] != kNoColumn) cells_[i] = row_[source_[i]];
  }
  return true;
}

std::size_t Tsv::column(std::size_t wanted) const {
  return source_[wanted] == kNoColumn ? 0 : source_[wanted] + 1;
}

Error Tsv::wrong(std::size_t column, std::string_view what) const {
  return bad_row(fmt::format("column {} ({}): {}", this->column(column), wanted_[column], what));
}

Error Tsv::bad_cell(std::size_t column, std::string_view expected) const {
  return wrong(column, fmt::format("{} is not {}", quoted(cells_[column]), expected));
}

Error Tsv::bad_row(std::string_view what) const {
  return Error(ErrorCode::kBadData, fmt::format("{}:{}: {}", name_, line_, what));
}

}  // namespace dragoman
