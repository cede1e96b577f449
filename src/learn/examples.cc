// Part of dragoman; see LICENSE.
//
// JSON by nlohmann-json, without exceptions; offsets are turned into bytes at once.

#include "learn/examples.h"

#include <algorithm>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "base/file.h"

namespace dragoman {
namespace {

using Json = nlohmann::json;

// A source that marks fewer than one MISC in 20 names does not look for them.
constexpr std::size_t kOneInMarksOther = 20;

class LineReader {
 public:
  LineReader(const std::string& file, std::size_t line) : file_(file), line_(line) {}

  Result<MarkedText> read(std::string_view text) {
    const Json json = Json::parse(text, nullptr, false);
    if (json.is_discarded()) return bad("no JSON");
    if (!json.is_object()) return bad("expected a JSON object");
    MarkedText out;
    const auto id = json.find("id");
    const auto body = json.find("text");
    if (id == json.end() || !id->is_string()) return bad("expected \"id\", a string");
    if (body == json.end() || !body->is_string()) return bad("expected \"text\", a string");
    out.id = id->get<std::string>();
    out.text = body->get<std::string>();
    const Positions positions(out.text);
    const std::size_t length = positions.code_point(out.text.size());
    for (const char* key : {"entities", "ignore"}) {
      const auto list = json.find(key);
      if (list == json.end()) continue;
      if (!list->is_array()) return bad(fmt::format("\"{}\": expected an array", key));
      for (const Json& item : *list) {
        const auto number = [&item](const char* name) -> std::size_t {
          const auto at = item.is_object() ? item.find(name) : item.end();
          return item.is_object() && at != item.end() && at->is_number_unsigned() ? at->get<std::size_t>()
                                                                                  : ~std::size_t{0};
        };
        const std::size_t start = number("start"), end = number("end");
        if (start >= end || end > length) {
          return bad(fmt::format("\"{}\": expected \"start\" < \"end\" <= {}, found {}", key, length, item.dump()));
        }
        const Span span{std::uint32_t(positions.byte_of_code_point(start)),
                        std::uint32_t(positions.byte_of_code_point(end))};
        if (key[0] == 'i') {
          out.ignore.push_back(span);
          continue;
        }
        const auto type = item.find("type");
        if (type == item.end() || !type->is_string()) return bad("\"entities\": expected \"type\", a string");
        const auto named = item.find("named");
        out.names.push_back({span, type->get<std::string>(),
                             named == item.end() || !named->is_boolean() || named->get<bool>()});
      }
    }
    return out;
  }

 private:
  Error bad(std::string_view what) const {
    return Error(ErrorCode::kBadData, fmt::format("{}:{}: {}", file_, line_, what));
  }

  const std::string& file_;
  std::size_t line_;
};

}  // namespace

Result<std::vector<MarkedText>> read_marked_texts(const std::filesystem::path& file) {
  Result<std::string> bytes = read_file(file);
  if (!bytes.ok()) return bytes.error();
  return parse_marked_texts(*bytes, file.string());
}

Result<std::vector<MarkedText>> parse_marked_texts(std::string_view lines, const std::string& name) {
  std::vector<MarkedText> texts;
  std::size_t number = 0;
  while (!lines.empty()) {
    const std::size_t end = lines.find('\n');
    const std::string_view line = lines.substr(0, end);
    lines.remove_prefix(end == std::string_view::npos ? lines.size() : end + 1);
    ++number;
    if (line.find_first_not_of(" \t\r") == std::string_view::npos) continue;
    Result<MarkedText> text = LineReader(name, number).read(line);
    if (!text.ok()) return text.error();
    texts.push_back(*std::move(text));
  }
  std::size_t names = 0, others = 0;
  for (const MarkedText& text : texts) {
    for (const MarkedSpan& span : text.names) {
      names += span.named;
      others += span.named && span.type == "MISC";
    }
  }
  for (MarkedText& text : texts) text.marks_other = others * kOneInMarksOther >= names;
  return texts;
}

}  // namespace dragoman
