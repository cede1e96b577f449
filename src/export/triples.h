// Part of dragoman; see LICENSE.
//
// A graph as RDF: what Turtle and JSON-LD both say.  An edge is a resource, and so is each of
// its reports, because a report is not a fact: that Turkey supplies Mali is nowhere stated,
// only that a document reports it, with status and polarity.
//
//   <urn:dragoman:entity:TUR>   a d:Entity, d:STATE; rdfs:label "Turkey"; skos:altLabel "Ankara".
//   <urn:dragoman:relation:0>   a d:Relation, d:arms_transfer; d:source <..TUR>; d:target <..MLI>;
//                               d:supplier <..TUR>; d:recipient <..MLI>; d:item "drone".
//   <urn:dragoman:report:0.0>   a d:Report; d:relation <urn:dragoman:relation:0>;
//                               d:status "planned"; d:polarity "asserted"; d:saidBy <..>; ...
//   <urn:dragoman:document:a.txt>  a d:Document; dcterms:date "2024-03-01"^^xsd:date; ...
//
// A party that nobody named is a blank node.

#ifndef DRAGOMAN_EXPORT_TRIPLES_H_
#define DRAGOMAN_EXPORT_TRIPLES_H_

#include <functional>
#include <string>
#include <string_view>

#include "dragoman/graph.h"

namespace dragoman {

struct Term {
  enum Kind : std::uint8_t { kIri, kShort, kBlank, kLiteral } kind = kLiteral;   // kShort: prefix:name
  std::string text;
  const char* datatype = nullptr;      // prefix:name; null: a string
};

struct Prefix {
  const char* name;
  const char* iri;
};
inline constexpr Prefix kPrefixes[] = {
    {"d", "urn:dragoman:vocabulary:"},
    {"rdf", "http://www.w3.org/1999/02/22-rdf-syntax-ns#"},
    {"rdfs", "http://www.w3.org/2000/01/rdf-schema#"},
    {"skos", "http://www.w3.org/2004/02/skos/core#"},
    {"dcterms", "http://purl.org/dc/terms/"},
    {"xsd", "http://www.w3.org/2001/XMLSchema#"},
};

// use(subject, predicate, object); all statements of a subject follow each other, in a fixed order.
using UseTriple = std::function<void(const Term&, const std::string&, const Term&)>;
void each_triple(const RelationGraph& graph, const UseTriple& use);

}  // namespace dragoman

#endif  // DRAGOMAN_EXPORT_TRIPLES_H_
