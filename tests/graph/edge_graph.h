// Part of dragoman; see LICENSE.
//
// Graphs for tests of walks, written as a list of edges: "a visit b, b meet c".  meet and
// ally_of are symmetric; names are ids in capitals.

#ifndef DRAGOMAN_TESTS_GRAPH_EDGE_GRAPH_H_
#define DRAGOMAN_TESTS_GRAPH_EDGE_GRAPH_H_

#include <set>
#include <sstream>
#include <string>

#include "dragoman/graph.h"

namespace dragoman {

inline RelationGraph edge_graph(const std::string& edges) {
  DocumentFacts facts;
  facts.document = {.id = "d", .date = Date{2024, 3, 1}, .outlet = "Daily Nation", .url = ""};
  std::set<std::string> ids;
  std::stringstream list(edges);
  for (std::string one; std::getline(list, one, ',');) {
    std::stringstream words(one);
    std::string source, type, target;
    words >> source >> type >> target;
    DocumentFacts::Edge e;
    e.type = type;
    e.symmetric = type == "meet" || type == "ally_of";
    e.source = source;
    e.target = target;
    e.arguments = {{e.symmetric ? "party_a" : "agent", source, true},
                   {e.symmetric ? "party_b" : "target", target, true}};
    facts.edges.push_back(e);
    ids.insert({source, target});
  }
  for (const std::string& id : ids) {
    std::string name = id;
    for (char& c : name) c = char(c >= 'a' && c <= 'z' ? c - 'a' + 'A' : c);
    facts.nodes.push_back({id, MentionType::kState, name, {}, ""});
  }
  RelationGraph graph;
  (void)graph.add(facts).ok();
  return graph;
}

}  // namespace dragoman

#endif  // DRAGOMAN_TESTS_GRAPH_EDGE_GRAPH_H_
