// Part of dragoman; see LICENSE.
//
// JSON-LD 1.1: the same statements as the Turtle, one subject a line.

#include "export/graph_formats.h"
#include "export/graph_json.h"
#include "export/triples.h"

namespace dragoman {
namespace {

Json value_of(const Term& term) {
  switch (term.kind) {
    case Term::kIri:
    case Term::kShort: return {{"@id", term.text}};
    case Term::kBlank: return {{"@id", "_:" + term.text}};
    case Term::kLiteral: break;
  }
  if (term.datatype == nullptr) return {{"@value", term.text}};
  return {{"@type", term.datatype}, {"@value", term.text}};
}

std::string subject_of(const Term& term) { return (term.kind == Term::kBlank ? "_:" : "") + term.text; }

}  // namespace

std::string write_json_ld(const RelationGraph& graph) {
  Json context;
  for (const Prefix& prefix : kPrefixes) context[prefix.name] = {{"@id", prefix.iri}, {"@prefix", true}};
  context["@version"] = 1.1;
  std::string out = "{\"@context\":" + dump(context) + ",\n\"@graph\":[";
  Json current;
  std::string_view separator = "\n";
  const auto flush = [&] {
    if (current.is_null()) return;
    out += separator;
    out += dump(current);
    separator = ",\n";
    current = Json();
  };
  each_triple(graph, [&](const Term& subject, const std::string& predicate, const Term& object) {
    const std::string id = subject_of(subject);
    if (current.is_null() || current["@id"] != id) {
      flush();
      current["@id"] = id;
    }
    if (predicate == "rdf:type") {
      current["@type"].push_back(object.text);
    } else {
      current[predicate].push_back(value_of(object));
    }
  });
  flush();
  return out + "\n]}\n";
}

}  // namespace dragoman
