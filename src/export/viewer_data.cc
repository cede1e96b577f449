// Part of dragoman; see LICENSE.
//
// A report of the graph and a relation of a text are the same statement seen twice.  Both carry
// the places of evidence and trigger, by which the page finds one from the other; so the places
// of reports, bytes in the graph, are turned into UTF-16 here, where the texts are at hand.

#include "export/viewer_data.h"

#include <map>
#include <string_view>
#include <utility>

#include "dragoman/happening.h"
#include "dragoman/knowledge.h"
#include "dragoman/version.h"
#include "export/document_json.h"
#include "export/graph_json.h"

namespace dragoman {
namespace {

// "/opt/share/dragoman/data/rules/date.yaml" is data/rules/date.yaml, any other file its name:
// a page is handed on, and says nothing of the folders it was made in.
std::string short_path(std::string_view path) {
  if (const std::size_t at = path.rfind("/data/"); at != path.npos) {
    return std::string(path.substr(at + 1));
  }
  if (path.starts_with("data/")) return std::string(path);
  return std::string(path.substr(path.rfind('/') + 1));
}

// "FILE:LINE RULE", the file shortened.
std::string short_origin(std::string_view origin) {
  const std::size_t colon = origin.rfind(':');
  if (colon == origin.npos) return std::string(origin);
  return short_path(origin.substr(0, colon)) + std::string(origin.substr(colon));
}

void flatten_because(Json& object) {
  const Json& because = object["because"];
  if (!because.is_object()) return;
  object["because"] = short_path(because["file"].get<std::string>()) + ":" +
                      std::to_string(because["line"].get<std::size_t>()) + " " +
                      because["rule"].get<std::string>();
}

struct ShownText {
  std::size_t index = 0;              // into "documents"
  const Document* document = nullptr;
  Positions positions;
};

Json span(const Positions& positions, Span s) {
  return {positions.utf16(s.start), positions.utf16(s.end)};
}

// The text and what was found in it.
void add_text(const ShownText& shown, Json& out) {
  const Document& d = *shown.document;
  DocumentNames names;
  if (d.knowledge != nullptr) {
    names.schema = &d.knowledge->schema();
    names.origin = [&](OriginId id) { return d.knowledge->origin(id); };
  }
  Json json = document_json(d, names, {.offsets = OffsetUnit::kUtf16});
  out["text"] = d.text.view();
  Json& sentences = out["sentences"] = Json::array();
  for (const Sentence& s : d.sentences()) {
    sentences.push_back({shown.positions.utf16(s.span.start), shown.positions.utf16(s.span.end),
                         s.prose ? 1 : 0});
  }
  for (Json& mention : json["mentions"]) {
    mention.erase("text");            // it stands in the text
    flatten_because(mention);
  }
  Json& relations = json["relations"];
  for (std::size_t i = 0; i < relations.size(); ++i) {
    Json& relation = relations[i];
    flatten_because(relation);
    for (const char* part : {"trigger", "evidence"}) {
      relation[part] = {relation[part]["start"], relation[part]["end"]};
    }
    // The page draws from mention to mention, so it needs their places, not their entities.
    relation.erase("arguments");
    Json& fillers = relation["fillers"] = Json::array();
    const RelationType& type = names.schema->type(d.relations[i].type);
    for (const Argument& a : d.relations[i].arguments) {
      if (a.role >= type.roles.size() || a.mention >= d.mentions.size()) continue;
      fillers.push_back({{"role", type.roles[a.role].name},
                         {"mention", a.mention},
                         {"entity", a.entity < d.entities.size() ? Json(d.entities[a.entity].id)
                                                                 : Json()}});
    }
  }
  out["mentions"] = std::move(json["mentions"]);
  out["relations"] = std::move(relations);
}

class Writer {
 public:
  Writer(const RelationGraph& graph, std::span<const Document> documents) : graph_(graph) {
    for (const std::string_view id : graph.document_ids()) place_.emplace(id, place_.size());
    for (const Document& d : documents) {
      const auto at = place_.find(d.info.id);
      if (at == place_.end()) continue;
      texts_.insert_or_assign(at->second, ShownText{at->second, &d, Positions(d.text.view())});
    }
  }

  Json write(std::string title) const {
    Json out;
    out["format"] = "dragoman-view";
    out["version"] = kViewerVersion;
    out["made_by"] = std::string("dragoman ") + DRAGOMAN_VERSION;
    out["title"] = title.empty() ? default_title() : std::move(title);
    out["documents"] = documents();
    out["relation_types"] = relation_types();
    out["nodes"] = Json::array();
    for (NodeIndex n = 0; n < graph_.node_count(); ++n) {
      Json node = node_json(graph_, n);
      node.erase("named_in");
      out["nodes"].push_back(std::move(node));
    }
    out["edges"] = Json::array();
    for (EdgeIndex e = 0; e < graph_.edge_count(); ++e) out["edges"].push_back(edge(e));
    add_happenings(out);
    return out;
  }

 private:
  std::string default_title() const {
    if (place_.empty()) return "Nothing";
    const std::string_view first = place_.begin()->first;
    std::string title(first.substr(first.rfind('/') + 1));
    if (place_.size() > 1) title += " and " + std::to_string(place_.size() - 1) + " more";
    return title;
  }

  Json documents() const {
    Json out = Json::array();
    for (const auto& [id, index] : place_) {
      Json json = document_info_json(graph_.facts(id)->document);
      if (const auto text = texts_.find(index); text != texts_.end()) add_text(text->second, json);
      out.push_back(std::move(json));
    }
    return out;
  }

  // What the types that occur mean, where a text brings the schema along.
  Json relation_types() const {
    Json out = Json::object();
    if (texts_.empty() || texts_.begin()->second.document->knowledge == nullptr) return out;
    const Schema& schema = texts_.begin()->second.document->knowledge->schema();
    for (const std::string_view name : graph_.relation_types()) {
      if (const auto id = schema.find(name)) out[std::string(name)] = schema.type(*id).definition;
    }
    return out;
  }

  Json edge(EdgeIndex index) const {
    Json out = edge_json(graph_, index);
    out.erase("key");
    const std::vector<Report> reports = graph_.reports(index);
    for (std::size_t i = 0; i < reports.size(); ++i) place_report(reports[i], out["reports"][i]);
    return out;
  }

  // Reports carry the number of their happening (edge_json) and why it is theirs.
  void add_happenings(Json& out) const {
    const Happenings& all = graph_.happenings();
    Json& list = out["happenings"] = Json::array();
    for (HappeningIndex i = 0; i < all.size(); ++i) {
      const Happening h = all[i];
      list.push_back({{"type", h.type},
                      {"symmetric", graph_.edge(h.reports.front().edge).symmetric},
                      {"source", graph_.node(h.source).id},
                      {"target", graph_.node(h.target).id},
                      {"from", h.from ? Json(to_string(from_days(*h.from))) : Json()},
                      {"to", h.to ? Json(to_string(from_days(*h.to))) : Json()},
                      {"status", to_string(h.status)},
                      {"denied", h.denied},
                      {"disputed", h.disputed}});
      for (const HappeningReport& r : h.reports) out["edges"][r.edge]["reports"][r.report]["together"] = reasons(r);
    }
  }

  void place_report(const Report& report, Json& json) const {
    const std::size_t document = place_.find(report.document)->second;
    json["document"] = document;
    json["evidence"] = report.evidence;
    json["because"] = short_origin(report.because);
    // The trigger within its sentence; a graph file may be wrong about it.
    const Span evidence = report.evidence_span, trigger = report.trigger;
    json["trigger"] = Json();
    if (trigger.start < trigger.end && trigger.start >= evidence.start &&
        trigger.end - evidence.start <= report.evidence.size()) {
      json["trigger"] = span(Positions(report.evidence),
                             {trigger.start - evidence.start, trigger.end - evidence.start});
    }
    // Where the sentence stands in the text, if that is the text it was taken from.
    json["place"] = Json();
    const auto shown = texts_.find(document);
    if (shown == texts_.end()) return;
    const std::string_view text = shown->second.document->text.view();
    if (evidence.end > text.size() || evidence.start > evidence.end ||
        text.substr(evidence.start, evidence.end - evidence.start) != report.evidence) {
      return;
    }
    json["place"] = span(shown->second.positions, evidence);
  }

  const RelationGraph& graph_;
  std::map<std::string, std::size_t, std::less<>> place_;   // documents by id, in byte order
  std::map<std::size_t, ShownText> texts_;
};

}  // namespace

Json viewer_data(const RelationGraph& graph, std::span<const Document> documents,
                 std::string title) {
  return Writer(graph, documents).write(std::move(title));
}

std::string script_json(const Json& json) {
  const std::string bytes = dump(json);
  std::string out;
  out.reserve(bytes.size() + bytes.size() / 64);
  for (const char c : bytes) {
    if (c == '<') {
      out += "\\u003c";
    } else {
      out += c;
    }
  }
  return out;
}

}  // namespace dragoman
