// Part of dragoman; see LICENSE.

#include "cli/graph_file.h"

#include <cstdint>
#include <optional>
#include <string_view>

#include "dragoman/export.h"
#include "dragoman/store.h"
#include "read/byte_stream.h"

namespace dragoman::cli {
namespace {

std::optional<GraphFormat> format_by_ending(const std::string& path) {
  const std::size_t dot = path.rfind('.');
  return dot == std::string::npos ? std::nullopt : graph_format(path.substr(dot + 1));
}

bool begins_as_graph_lines(std::string_view bytes) { return bytes.starts_with("{\"kind\""); }

}  // namespace

bool is_graph_file(const std::string& path) {
  if (path == "-") return false;
  if (Store::looks_like_one(path)) return true;
  const std::optional<GraphFormat> format = format_by_ending(path);
  if (format != GraphFormat::kJsonLines) return format.has_value();
  const Result<ByteStream> stream = ByteStream::open(path);
  return stream.ok() && begins_as_graph_lines(stream->head());
}

Result<RelationGraph> read_graph_file(const std::string& path) {
  if (Store::looks_like_one(path)) {
    const Result<Store> store = Store::open(path, {.mode = StoreMode::kRead});
    if (!store.ok()) return store.error();
    return store->graph();
  }
  Result<std::string> bytes = read_all(path, std::uint64_t{4} << 30);
  if (!bytes.ok()) return bytes.error();
  std::optional<GraphFormat> format = format_by_ending(path);
  if (!format) {
    const std::size_t first = bytes->find_first_not_of(" \t\r\n");
    const bool xml = first != std::string::npos && (*bytes)[first] == '<';
    format = xml                             ? GraphFormat::kGraphMl
             : begins_as_graph_lines(*bytes) ? GraphFormat::kJsonLines
                                             : GraphFormat::kJson;
  }
  return read_graph(*bytes, *format, display_name(path));
}

}  // namespace dragoman::cli
