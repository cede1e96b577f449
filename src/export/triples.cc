// Part of dragoman; see LICENSE.

#include "export/triples.h"

#include <fmt/format.h>

#include "dragoman/happening.h"

namespace dragoman {
namespace {

bool unreserved(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' ||
         c == '.' || c == '_' || c == '~' || c == ':';
}

// Any bytes as part of an IRI; different bytes give different IRIs.
std::string percent(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if (unreserved(c)) {
      out += c;
    } else {
      out += fmt::format("%{:02X}", static_cast<unsigned char>(c));
    }
  }
  return out;
}

// Relation types and roles as local names: letters, digits and _ stay.
std::string local(std::string_view name) {
  std::string out = "d:";
  for (const char c : name) {
    const bool plain = unreserved(c) && c != ':' && c != '~' && c != '.' && c != '-';
    out += plain ? std::string(1, c) : fmt::format("u{:02X}", static_cast<unsigned char>(c));
  }
  return out;
}

// NUL ends a string in serd, and XML Schema's string holds no other control character.
Term literal(std::string_view text) {
  std::string out;
  for (const char c : text) {
    const bool control = static_cast<unsigned char>(c) < 0x20 && c != '\t' && c != '\n' && c != '\r';
    if (control) {
      out += "\xEF\xBF\xBD";
    } else {
      out += c;
    }
  }
  return {Term::kLiteral, std::move(out)};
}

Term iri(std::string_view kind, std::string_view id) {
  return {Term::kIri, fmt::format("urn:dragoman:{}:{}", kind, percent(id))};
}

Term shortened(std::string name) { return {Term::kShort, std::move(name)}; }

Term typed(std::string text, const char* datatype) { return {Term::kLiteral, std::move(text), datatype}; }

Term day(std::int32_t days) { return typed(to_string(from_days(days)), "xsd:date"); }

class Writer {
 public:
  Writer(const RelationGraph& graph, const UseTriple& use) : graph_(graph), use_(use) {}

  void all() {
    for (const std::string_view id : graph_.document_ids()) document(graph_.facts(id)->document);
    for (NodeIndex n = 0; n < graph_.node_count(); ++n) node(n);
    for (EdgeIndex e = 0; e < graph_.edge_count(); ++e) edge(e);
  }

 private:
  void begin(Term subject, std::string type) {
    subject_ = std::move(subject);
    say("rdf:type", shortened(std::move(type)));
  }
  void say(const std::string& predicate, const Term& object) { use_(subject_, predicate, object); }
  void say_text(const std::string& predicate, std::string_view text) {
    if (!text.empty()) say(predicate, literal(text));
  }
  void say_flag(const std::string& predicate, bool value) {
    say(predicate, typed(value ? "true" : "false", "xsd:boolean"));
  }

  Term entity(NodeIndex n) const {
    if (graph_.node(n).blank) return {Term::kBlank, fmt::format("nobody{}", n)};
    return iri("entity", graph_.node(n).id);
  }
  Term entity_or_words(std::string_view words, bool is_entity) const {
    return is_entity ? iri("entity", words) : literal(words);
  }

  void document(const DocumentInfo& info) {
    begin(iri("document", info.id), "d:Document");
    say("dcterms:identifier", literal(info.id));
    if (info.date) say("dcterms:date", day(to_days(*info.date)));
    say_text("dcterms:publisher", info.outlet);
    say_text("dcterms:source", info.url);
  }

  void node(NodeIndex n) {
    const GraphNode node = graph_.node(n);
    begin(entity(n), node.blank ? "d:Nobody" : "d:Entity");
    if (node.blank) return;
    for (int t = 0; t < int(MentionType::kCount); ++t) {
      if (is_a(node.type, MentionType(t))) say("rdf:type", shortened(local(to_string(MentionType(t)))));
    }
    say("dcterms:identifier", literal(node.id));
    say_text("rdfs:label", node.name);
    for (const std::string_view alias : graph_.aliases(n)) say_text("skos:altLabel", alias);
    if (!node.state.empty()) say("d:state", iri("entity", node.state));
  }

  void edge(EdgeIndex e) {
    const GraphEdge edge = graph_.edge(e);
    const Term relation = iri("relation", std::to_string(e));
    begin(relation, "d:Relation");
    say("rdf:type", shortened(local(edge.type)));
    say("d:source", entity(edge.source));
    say("d:target", entity(edge.target));
    say_flag("d:symmetric", edge.symmetric);
    for (const GraphArgument& a : graph_.arguments(e)) {
      say(local(a.role), entity_or_words(a.filler, a.entity));
    }
    const std::vector<Report> reports = graph_.reports(e);
    for (std::uint32_t i = 0; i < reports.size(); ++i) report(e, i, relation, reports[i]);
  }

  void report(EdgeIndex e, std::uint32_t i, const Term& relation, const Report& r) {
    begin(iri("report", fmt::format("{}.{}", e, i)), "d:Report");
    say("d:relation", relation);
    say("d:document", iri("document", r.document));
    say("d:happening", iri("happening", std::to_string(graph_.happenings().of(e, i))));
    say("d:status", literal(to_string(r.status)));
    say("d:polarity", literal(to_string(r.polarity)));
    if (!r.said_by.empty()) say("d:saidBy", entity_or_words(r.said_by, r.said_by_entity));
    say_flag("d:hearsay", r.hearsay);
    if (r.when) {
      if (!r.when->open_start) say("d:from", day(r.when->from));
      if (!r.when->open_end) say("d:to", day(r.when->to));
    }
    if (!r.where.empty()) say("d:where", entity_or_words(r.where, r.where_entity));
    say_text("d:evidence", r.evidence);
    say_text("d:because", r.because);
  }

  const RelationGraph& graph_;
  const UseTriple& use_;
  Term subject_;
};

}  // namespace

void each_triple(const RelationGraph& graph, const UseTriple& use) { Writer(graph, use).all(); }

}  // namespace dragoman
