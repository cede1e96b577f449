// Part of dragoman; see LICENSE.
//
// The C interface: each function runs its work in guarded(), which turns errors and exceptions
// into text.  Nothing else is decided here.

#include "dragoman/c.h"

#include <cstdlib>
#include <cstring>
#include <exception>
#include <string>
#include <utility>

#include <nlohmann/json.hpp>

#include "dragoman/export.h"
#include "dragoman/pipeline.h"
#include "dragoman/query.h"
#include "dragoman/version.h"

struct dragoman_pipeline {
  dragoman::Pipeline pipeline;
};
struct dragoman_document {
  dragoman::Document document;
};
struct dragoman_graph {
  dragoman::RelationGraph graph;
};

namespace dragoman {
namespace {

using Json = nlohmann::json;

// What a function's work throws to fail; guarded() catches it.
struct Failure {
  std::string message;
};

// With malloc, as the text may be of any function and memory may have run out.
char* copy(std::string_view text) {
  char* out = static_cast<char*>(std::malloc(text.size() + 1));
  if (out == nullptr) return nullptr;
  if (!text.empty()) std::memcpy(out, text.data(), text.size());
  out[text.size()] = '\0';
  return out;
}

void tell(char** error, std::string_view message) {
  if (error != nullptr) *error = copy(message);
}

// The result of `work`, or T{} (NULL, 0) and the message.
template <typename Work>
auto guarded(char** error, Work work) noexcept -> decltype(work()) {
  try {
    return work();
  } catch (const Failure& failure) {
    tell(error, failure.message);
  } catch (const std::bad_alloc&) {
    tell(error, "out of memory");
  } catch (const std::exception& thrown) {
    tell(error, thrown.what());
  }
  return {};
}

template <typename T>
T value_or_fail(Result<T> result) {
  if (!result.ok()) throw Failure{result.error().message()};
  return *std::move(result);
}

template <typename T>
T& present(T* pointer, const char* what) {
  if (pointer == nullptr) throw Failure{std::string(what) + " is NULL"};
  return *pointer;
}

std::string_view text(const char* pointer, const char* what) { return &present(pointer, what); }

char* copy_or_fail(std::string_view text) {
  char* out = copy(text);
  if (out == nullptr) throw std::bad_alloc();
  return out;
}

Json options_of(const char* options, const char* what) {
  if (options == nullptr) return Json::object();
  Json read;
  try {
    read = Json::parse(options);
  } catch (const Json::parse_error& error) {
    throw Failure{std::string(what) + ": not JSON at byte " + std::to_string(error.byte) + ": \"" +
                  options + "\""};
  }
  if (!read.is_object()) throw Failure{std::string(what) + ": expected a JSON object"};
  return read;
}

// Takes the value of `key` out of the options; what remains at the end does not exist.
template <typename T>
T take(Json& options, const char* what, const char* key, const char* expected, T otherwise) {
  const auto found = options.find(key);
  if (found == options.end() || found->is_null()) {
    options.erase(key);
    return otherwise;
  }
  try {
    T value = found->get<T>();
    options.erase(found);
    return value;
  } catch (const Json::exception&) {
    throw Failure{std::string(what) + ": \"" + key + "\" is " + found->dump() + ": expected " +
                  expected};
  }
}

void nothing_left(const Json& options, const char* what, const char* known) {
  if (options.empty()) return;
  throw Failure{std::string(what) + ": no key \"" + options.begin().key() + "\": expected " +
                known};
}

QueryValue parameter(const std::string& name, const Json& value) {
  if (value.is_null()) return {};
  if (value.is_boolean()) return value.get<bool>();
  if (value.is_number_unsigned() && value.get<std::uint64_t>() > std::uint64_t(INT64_MAX))
    return value.get<double>();
  if (value.is_number_integer()) return value.get<std::int64_t>();
  if (value.is_number()) return value.get<double>();
  if (value.is_string()) return value.get<std::string>();
  if (!value.is_array())
    throw Failure{"parameter $" + name + ": expected a plain value or a list of these"};
  QueryValue::List list;
  for (const Json& item : value) list.push_back(parameter(name, item));
  return list;
}

GraphFormat format_of(const char* name) {
  const auto format = graph_format(text(name, "format"));
  if (!format)
    throw Failure{"no graph format \"" + std::string(name) +
                  "\": expected json, jsonl, graphml or dot"};
  return *format;
}

}  // namespace
}  // namespace dragoman

using namespace dragoman;

const char* dragoman_version(void) { return DRAGOMAN_VERSION; }

void dragoman_string_free(char* string) { std::free(string); }

dragoman_pipeline* dragoman_load(const char* options, char** error) {
  return guarded(error, [&] {
    using List = std::vector<std::string>;
    Json given = options_of(options, "options");
    KnowledgeOptions wanted;
    wanted.data = take<std::string>(given, "options", "data", "a path", "");
    const List tables = take<List>(given, "options", "tables", "a list of paths", {});
    const List rules = take<List>(given, "options", "rules", "a list of paths", {});
    wanted.overlays.assign(tables.begin(), tables.end());
    wanted.overlays.insert(wanted.overlays.end(), rules.begin(), rules.end());
    wanted.models = take<bool>(given, "options", "models", "true or false", true);
    nothing_left(given, "options", "data, tables, rules or models");
    return new dragoman_pipeline{value_or_fail(Pipeline::load(wanted))};
  });
}

void dragoman_pipeline_free(dragoman_pipeline* pipeline) { delete pipeline; }

dragoman_document* dragoman_analyze(const dragoman_pipeline* pipeline, const char* bytes,
                                    size_t size, const char* info, char** error) {
  return guarded(error, [&] {
    const Pipeline& nlp = present(pipeline, "pipeline").pipeline;
    std::string article = size == 0 ? std::string() : std::string(&present(bytes, "text"), size);
    Json given = options_of(info, "info");
    DocumentInfo known;
    known.id = take<std::string>(given, "info", "id", "text", "");
    known.outlet = take<std::string>(given, "info", "outlet", "text", "");
    known.url = take<std::string>(given, "info", "url", "text", "");
    const std::string date = take<std::string>(given, "info", "date", "a date as 2023-09-05", "");
    if (!date.empty()) known.date = value_or_fail(parse_date(date));
    nothing_left(given, "info", "id, date, outlet or url");
    return new dragoman_document{value_or_fail(nlp.analyze(std::move(article), std::move(known)))};
  });
}

void dragoman_document_free(dragoman_document* document) { delete document; }

char* dragoman_document_json(const dragoman_document* document, const char* offsets, char** error) {
  return guarded(error, [&] {
    const auto unit = offset_unit(text(offsets, "offsets"));
    if (!unit)
      throw Failure{"offsets are \"" + std::string(offsets) +
                    "\": expected byte, codepoint or utf16"};
    return copy_or_fail(to_json(present(document, "document").document, {.offsets = *unit}));
  });
}

dragoman_graph* dragoman_graph_new(char** error) {
  return guarded(error, [] { return new dragoman_graph{}; });
}

dragoman_graph* dragoman_graph_read(const char* bytes, size_t size, const char* format,
                                    char** error) {
  return guarded(error, [&] {
    const std::string_view view =
        size == 0 ? std::string_view() : std::string_view(&present(bytes, "bytes"), size);
    return new dragoman_graph{value_or_fail(read_graph(view, format_of(format)))};
  });
}

void dragoman_graph_free(dragoman_graph* graph) { delete graph; }

int dragoman_graph_add(dragoman_graph* graph, const dragoman_document* document, char** error) {
  return guarded(error, [&] {
    value_or_fail(present(graph, "graph").graph.add(present(document, "document").document));
    return 1;
  });
}

int dragoman_graph_remove(dragoman_graph* graph, const char* document_id, char** error) {
  return guarded(error, [&] {
    present(graph, "graph").graph.remove(text(document_id, "document_id"));
    return 1;
  });
}

int dragoman_graph_merge(dragoman_graph* graph, const dragoman_graph* other, char** error) {
  return guarded(error, [&] {
    present(graph, "graph");
    present(other, "other");
    if (graph != other) graph->graph.merge(other->graph);
    return 1;
  });
}

char* dragoman_graph_query(const dragoman_graph* graph, const char* question,
                           const char* parameters, char** error) {
  return guarded(error, [&] {
    QueryOptions options;
    const Json given = options_of(parameters, "parameters");
    for (const auto& [name, value] : given.items()) {
      options.parameters.emplace(name, parameter(name, value));
    }
    return copy_or_fail(to_json(
        value_or_fail(query(present(graph, "graph").graph, text(question, "query"), options))));
  });
}

char* dragoman_graph_write(const dragoman_graph* graph, const char* format, char** error) {
  return guarded(error, [&] {
    return copy_or_fail(write_graph(present(graph, "graph").graph, format_of(format)));
  });
}
