// Part of dragoman; see LICENSE.
//
// Turtle, written by serd.

#include <memory>

#include <serd/serd.h>

#include "export/graph_formats.h"
#include "export/triples.h"

namespace dragoman {
namespace {

const std::uint8_t* bytes(const std::string& text) {
  return reinterpret_cast<const std::uint8_t*>(text.c_str());
}
const std::uint8_t* bytes(const char* text) { return reinterpret_cast<const std::uint8_t*>(text); }

SerdNode serd_node(const Term& term) {
  switch (term.kind) {
    case Term::kIri: return serd_node_from_string(SERD_URI, bytes(term.text));
    case Term::kShort: return serd_node_from_string(SERD_CURIE, bytes(term.text));
    case Term::kBlank: return serd_node_from_string(SERD_BLANK, bytes(term.text));
    case Term::kLiteral: break;
  }
  return serd_node_from_string(SERD_LITERAL, bytes(term.text));
}

std::size_t append(const void* data, std::size_t size, void* out) {
  static_cast<std::string*>(out)->append(static_cast<const char*>(data), size);
  return size;
}

SerdStatus silent(void*, const SerdError*) { return SERD_SUCCESS; }

}  // namespace

std::string write_turtle(const RelationGraph& graph) {
  std::string out;
  const std::unique_ptr<SerdEnv, decltype(&serd_env_free)> env(serd_env_new(nullptr), serd_env_free);
  const auto style = SerdStyle(SERD_STYLE_ABBREVIATED | SERD_STYLE_BULK);
  const std::unique_ptr<SerdWriter, decltype(&serd_writer_free)> writer(
      serd_writer_new(SERD_TURTLE, style, env.get(), nullptr, append, &out), serd_writer_free);
  serd_writer_set_error_sink(writer.get(), silent, nullptr);
  for (const Prefix& prefix : kPrefixes) {
    const SerdNode name = serd_node_from_string(SERD_LITERAL, bytes(prefix.name));
    const SerdNode iri = serd_node_from_string(SERD_URI, bytes(prefix.iri));
    serd_writer_set_prefix(writer.get(), &name, &iri);
  }
  each_triple(graph, [&](const Term& subject, const std::string& predicate, const Term& object) {
    const SerdNode s = serd_node(subject), o = serd_node(object);
    const SerdNode p = serd_node_from_string(SERD_CURIE, bytes(predicate));
    SerdNode datatype = SERD_NODE_NULL;
    if (object.datatype != nullptr) datatype = serd_node_from_string(SERD_CURIE, bytes(object.datatype));
    serd_writer_write_statement(writer.get(), 0, nullptr, &s, &p, &o,
                                object.datatype != nullptr ? &datatype : nullptr, nullptr);
  });
  serd_writer_finish(writer.get());
  return out;
}

}  // namespace dragoman
