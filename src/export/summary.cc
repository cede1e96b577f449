// Part of dragoman; see LICENSE.

#include "export/summary.h"

#include <set>

#include "dragoman/happening.h"

namespace dragoman {
namespace {

class Distinct {
 public:
  void add(std::string_view word) {
    if (!word.empty()) words_.emplace(word);
  }
  std::string joined() const {
    std::string out;
    for (const std::string& word : words_) {
      if (!out.empty()) out += "; ";
      out += word;
    }
    return out;
  }

 private:
  std::set<std::string> words_;
};

}  // namespace

EdgeSummary summary_of(const RelationGraph& graph, EdgeIndex edge) {
  EdgeSummary out;
  out.happenings = graph.happenings().count(edge);
  Distinct statuses, polarities, said_by, outlets, documents;
  for (const Report& r : graph.reports(edge)) {
    statuses.add(to_string(r.status));
    polarities.add(to_string(r.polarity));
    said_by.add(graph.said_by(r));
    outlets.add(r.outlet);
    documents.add(r.document);
    if (r.when) {
      const std::string when = to_string(*r.when);
      if (out.when.empty() || when < out.when) out.when = when;
    }
    if (r.date) {
      const std::string date = to_string(*r.date);
      if (out.first_date.empty() || date < out.first_date) out.first_date = date;
      if (date > out.last_date) out.last_date = date;
    }
    if (out.evidence.empty()) out.evidence = r.evidence;
  }
  out.statuses = statuses.joined();
  out.polarities = polarities.joined();
  out.said_by = said_by.joined();
  out.outlets = outlets.joined();
  out.documents = documents.joined();
  for (const GraphArgument& a : graph.arguments(edge)) {
    if (!out.arguments.empty()) out.arguments += "; ";
    out.arguments += a.role + "=";
    const auto node = a.entity ? graph.find_node(a.filler) : std::nullopt;
    out.arguments += node ? graph.node(*node).name : std::string_view(a.filler);
  }
  return out;
}

}  // namespace dragoman
