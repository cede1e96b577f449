// Part of dragoman; see LICENSE.

#include "mention/jsonl_table.h"

#include <algorithm>
#include <optional>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

namespace dragoman {
namespace {

using Json = nlohmann::json;

// nullopt: no cell can hold it.
std::optional<std::string> cell_of(const Json& value, bool nested) {
  std::string cell;
  if (value.is_string()) {
    cell = value.get<std::string>();
  } else if (value.is_number()) {
    cell = value.dump();
  } else if (value.is_boolean()) {
    cell = value.get<bool>() ? "1" : "";
  } else if (value.is_object() && !nested) {
    for (const auto& [key, part] : value.items()) {
      const std::optional<std::string> text = cell_of(part, true);
      if (!text || (key + *text).find_first_of(";=") != std::string::npos) return std::nullopt;
      if (!text->empty()) cell += fmt::format("{}{}={}", cell.empty() ? "" : ";", key, *text);
    }
  } else if (!value.is_null()) {
    return std::nullopt;
  }
  const bool control = std::any_of(cell.begin(), cell.end(), [](char c) { return c == '\t' || c == '\n' || c == '\r'; });
  if (control) return std::nullopt;
  return cell;
}

}  // namespace

Result<std::string> rows_of_jsonl(std::string_view file, std::string_view content,
                                  const std::vector<std::string_view>& columns) {
  std::string rows;
  rows.reserve(content.size());
  if (content.starts_with("\xEF\xBB\xBF")) content.remove_prefix(3);
  for (std::size_t number = 1; !content.empty(); ++number) {
    const std::size_t end = std::min(content.find('\n'), content.size());
    const std::string_view line = content.substr(0, end);
    content.remove_prefix(std::min(end + 1, content.size()));
    const auto bad = [&](const std::string& what) {
      return Error(ErrorCode::kBadData, fmt::format("{}:{}: {}", file, number, what));
    };
    if (line.find_first_not_of(" \t\r") == line.npos) {
      rows += '\n';
      continue;
    }
    const Json row = Json::parse(line, nullptr, false);
    if (!row.is_object()) return bad("not a JSON object");
    for (std::size_t c = 0; c < columns.size(); ++c) {
      if (c > 0) rows += '\t';
      const auto at = row.find(columns[c]);
      const std::optional<std::string> cell = at == row.end() ? std::string() : cell_of(*at, false);
      if (!cell) {
        return bad(fmt::format("\"{}\": a value that no cell can hold: {:.60}", columns[c],
                               at->dump(-1, ' ', true, Json::error_handler_t::replace)));
      }
      rows += cell->empty() ? "-" : *cell;
    }
    rows += '\n';
  }
  return rows;
}

}  // namespace dragoman
