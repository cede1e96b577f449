// Part of dragoman; see LICENSE.
//
// Indices into a document become ids and words.  The first role is where an edge starts;
// the next role that an entity fills is where it ends.  A doer who is not named stays
// unnamed: "Kyiv was shelled" must not start an edge at Kyiv.

#include "graph/facts.h"

#include <unordered_map>
#include <vector>

namespace dragoman {
namespace {

class Facts {
 public:
  Facts(const Document& document, const FactsNames& names) : d_(document), names_(names) {}

  DocumentFacts all() const {
    DocumentFacts out;
    out.document = d_.info;
    // Two entities of one id would be one node twice: the later one's names join the first's.
    std::unordered_map<std::string_view, std::size_t> place;
    for (const Entity& e : d_.entities) {
      if (e.id.empty()) continue;
      const auto [at, fresh] = place.try_emplace(e.id, out.nodes.size());
      if (fresh) {
        out.nodes.push_back({e.id, e.type, e.name, e.aliases, e.state});
        continue;
      }
      std::vector<std::string>& aliases = out.nodes[at->second].aliases;
      aliases.insert(aliases.end(), e.aliases.begin(), e.aliases.end());
      if (e.name != out.nodes[at->second].name) aliases.push_back(e.name);
    }
    if (names_.schema != nullptr) {
      for (const Relation& r : d_.relations) add(r, out.edges);
    }
    return out;
  }

 private:
  bool entity(Index i) const { return i < d_.entities.size() && !d_.entities[i].id.empty(); }

  // Words of a value: the known thing's name where there is one, so that "missiles" and
  // "MISSILES" are one value; else the text with its white space evened.
  std::string words(Index mention) const {
    if (mention >= d_.mentions.size()) return {};
    const Mention& m = d_.mentions[mention];
    if (m.record != kNone && names_.record_name) {
      if (std::string name = names_.record_name(m.record); !name.empty()) return name;
    }
    return evened(d_.slice(m), m.sentence);
  }
  // In a text all in capitals they say nothing: "WEAPONS" is "weapons".
  std::string evened(std::string_view text, Index sentence) const {
    const bool caps = sentence < d_.sentences().size() && d_.sentences()[sentence].caps;
    std::string out;
    for (char c : text) {
      if (caps && c >= 'A' && c <= 'Z') c = char(c - 'A' + 'a');
      const bool space = c == ' ' || (c >= '\t' && c <= '\r');
      if (!space) {
        out += c;
      } else if (!out.empty() && out.back() != ' ') {
        out += ' ';
      }
    }
    return out;
  }

  std::string filler(Index of_entity, Index mention) const {
    return entity(of_entity) ? d_.entities[of_entity].id : words(mention);
  }

  ReportFact report(const Relation& r) const {
    ReportFact out;
    if (r.said_by) {
      out.said_by = filler(r.said_by->entity, r.said_by->mention);
      out.said_by_entity = entity(r.said_by->entity);
      out.hearsay = r.said_by->hearsay;
    }
    out.polarity = r.polarity;
    out.status = r.status;
    if (r.when) out.when = r.when->value;
    if (r.where < d_.mentions.size()) {
      out.where_entity = entity(d_.mentions[r.where].entity);
      out.where = filler(d_.mentions[r.where].entity, r.where);
    }
    out.evidence = d_.slice(r.evidence);
    out.evidence_span = r.evidence;
    out.trigger = r.trigger;
    if (r.because != kNoOrigin && names_.origin) out.because = names_.origin(r.because);
    return out;
  }

  // Ids that fill the role, or one empty id for nobody.
  std::vector<std::string> ends(const Relation& r, std::size_t role) const {
    std::vector<std::string> ids;
    for (const Argument& a : r.arguments) {
      if (a.role == role && entity(a.entity)) ids.push_back(d_.entities[a.entity].id);
    }
    if (ids.empty()) ids.emplace_back();
    return ids;
  }

  void add(const Relation& r, std::vector<DocumentFacts::Edge>& edges) const {
    const RelationType& type = names_.schema->type(r.type);
    std::size_t target_role = type.roles.size();
    for (const Argument& a : r.arguments) {
      if (a.role != 0 && a.role < target_role && entity(a.entity)) target_role = a.role;
    }
    const ReportFact report = this->report(r);
    for (const std::string& source : ends(r, 0)) {
      for (const std::string& target : ends(r, target_role)) {
        if (source.empty() && target.empty()) continue;
        DocumentFacts::Edge edge{type.name, type.symmetric, source, target, {}, report};
        for (const Argument& a : r.arguments) {
          if (a.role >= type.roles.size()) continue;
          GraphArgument argument{type.roles[a.role].name,
                                 a.words.empty() ? filler(a.entity, a.mention) : evened(d_.slice(a), r.sentence),
                                 entity(a.entity)};
          // Of several fillers of an end, this edge has one.
          const bool other = argument.entity && ((a.role == 0 && argument.filler != source) ||
                                                 (a.role == target_role && argument.filler != target));
          if (!other) edge.arguments.push_back(std::move(argument));
        }
        edges.push_back(std::move(edge));
      }
    }
  }

  const Document& d_;
  const FactsNames& names_;
};

}  // namespace

DocumentFacts make_facts(const Document& document, const FactsNames& names) {
  return Facts(document, names).all();
}

}  // namespace dragoman
