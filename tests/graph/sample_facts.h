// Part of dragoman; see LICENSE.
//
// A small graph that tests of queries and exports share.

#ifndef DRAGOMAN_TESTS_GRAPH_SAMPLE_FACTS_H_
#define DRAGOMAN_TESTS_GRAPH_SAMPLE_FACTS_H_

#include "dragoman/graph.h"

namespace dragoman {

// Two reports of one planned delivery, a meeting, a weapon test with nobody on the other
// side, and a strike by nobody named.
inline RelationGraph sample_graph() {
  DocumentFacts first;
  first.document = {.id = "a.txt", .date = Date{2024, 3, 1}, .outlet = "Daily Nation", .url = ""};
  first.nodes = {{"TUR", MentionType::kState, "Turkey", {"Ankara"}, ""},
                 {"MLI", MentionType::kState, "Mali", {}, ""},
                 {"org:afp", MentionType::kMedia, "AFP", {}, "FRA"},
                 {"person:assimi-goita", MentionType::kPerson, "Assimi Goita", {"Goita"}, "MLI"},
                 {"city:mli-gao", MentionType::kCity, "Gao", {}, "MLI"}};
  ReportFact said;
  said.said_by = "org:afp";
  said.said_by_entity = true;
  said.status = RelationStatus::kPlanned;
  said.when = DateValue{to_days({2024, 4, 1}), to_days({2024, 4, 30}), false, false,
                        DatePrecision::kMonth};
  said.evidence = "Turkey will deliver drones to Mali in April, AFP reported.";
  said.evidence_span = {0, 58};
  said.trigger = {12, 19};
  first.edges.push_back({"arms_transfer", false, "TUR", "MLI",
                         {{"supplier", "TUR", true}, {"recipient", "MLI", true},
                          {"item", "drone", false}}, said});
  ReportFact met;
  met.evidence = "Goita met Turkish officials.";
  first.edges.push_back({"meet", true, "person:assimi-goita", "TUR",
                         {{"party_a", "person:assimi-goita", true}, {"party_b", "TUR", true}}, met});
  ReportFact tested;
  tested.status = RelationStatus::kOngoing;
  first.edges.push_back({"weapon_test", false, "TUR", "",
                         {{"agent", "TUR", true}, {"item", "missile", false}}, tested});
  ReportFact struck;
  struck.polarity = Polarity::kDenied;
  first.edges.push_back({"attack", false, "", "city:mli-gao", {{"target", "city:mli-gao", true}},
                         struck});

  DocumentFacts second;
  second.document = {.id = "b.txt", .date = Date{2024, 5, 2}, .outlet = "Le Soir", .url = ""};
  second.nodes = {{"TUR", MentionType::kState, "Turkey", {"Türkiye"}, ""},
                  {"MLI", MentionType::kState, "Mali", {}, ""}};
  ReportFact happened;
  happened.evidence = "Turkey delivered the drones.";
  second.edges.push_back({"arms_transfer", false, "TUR", "MLI",
                          {{"supplier", "TUR", true}, {"recipient", "MLI", true},
                           {"item", "drone", false}}, happened});
  RelationGraph graph;
  (void)graph.add(first).ok();
  (void)graph.add(second).ok();
  return graph;
}

}  // namespace dragoman

#endif  // DRAGOMAN_TESTS_GRAPH_SAMPLE_FACTS_H_
