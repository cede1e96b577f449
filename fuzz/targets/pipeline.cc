// Part of dragoman; see LICENSE.

#include "dragoman/pipeline.h"

#include <nlohmann/json.hpp>

#include "dragoman/export.h"
#include "reference/valid_document.h"
#include "targets.h"

namespace dragoman::fuzz {
namespace {

const Pipeline& shipped() {
  static const Pipeline pipeline = [] {
    Result<Pipeline> loaded = Pipeline::load({.data = DRAGOMAN_FUZZ_KNOWLEDGE, .overlays = {}});
    check(loaded.ok(), "what is shipped loads", loaded.ok() ? "" : loaded.error().message());
    return *std::move(loaded);
  }();
  return pipeline;
}

}  // namespace

void pipeline(std::string_view input) {
  const DocumentInfo info{.id = "a", .date = Date{2023, 9, 5}, .outlet = "Daily Nation", .url = ""};
  const auto document = shipped().analyze(std::string(input), info);
  check(document.ok(), "any bytes are an article");
  const std::string wrong = why_invalid(*document);
  check(wrong.empty(), wrong);
  const std::string json = to_json(*document, {.offsets = OffsetUnit::kCodePoint, .pretty = false, .rejected = true});
  check(nlohmann::json::accept(json), "a document is JSON", json);
  const auto again = shipped().analyze(std::string(input), info);
  check(to_json(*again, {.offsets = OffsetUnit::kCodePoint, .pretty = false, .rejected = true}) == json, "the same again");

  RelationGraph graph;
  const Status added = graph.add(*document);
  check(added.ok(), "a graph takes any document", added.ok() ? "" : added.error().message());
  const std::string lines = write_graph(graph, GraphFormat::kJsonLines);
  const auto read = read_graph(lines, GraphFormat::kJsonLines);
  check(read.ok() && write_graph(*read, GraphFormat::kJsonLines) == lines, "its graph is read back");
  const std::string xml = write_graph(graph, GraphFormat::kGraphMl);
  check(read_graph(xml, GraphFormat::kGraphMl).ok(), "its graph is XML");
}

}  // namespace dragoman::fuzz
