// Part of dragoman; see LICENSE.
//
// Capitals that act for their states.  Whole texts go through the pipeline with the shipped data.

#include <gtest/gtest.h>

#include "dragoman/pipeline.h"
#include "shipped.h"

namespace dragoman {
namespace {

// "type: who > whom, by speaker" of each relation, then the ids of entities without mentions.
std::string told(const std::string& text) {
  const Document doc = *shipped().analyze(text, {.id = "", .date = Date{2024, 5, 2}, .outlet = "", .url = ""});
  std::string out;
  for (const Relation& r : doc.relations) {
    out += std::string(shipped().knowledge()->schema().type(r.type).name) + ":";
    for (const Argument& a : r.arguments) {
      out += " " + (a.entity == kNone ? std::string(doc.slice(doc.mentions[a.mention])) : doc.entities[a.entity].id);
    }
    if (r.said_by && r.said_by->entity != kNone) out += ", by " + doc.entities[r.said_by->entity].id;
    out += "; ";
  }
  for (const Entity& e : doc.entities) {
    if (e.mentions.empty()) out += "+" + e.id;
  }
  return out;
}

TEST(SeatsTest, ACapitalThatActsIsItsStateThoughNothingNamesIt) {
  EXPECT_EQ(told("Lima accused Quito of violating the treaty."), "accuse: PER ECU; violate: ECU, by PER; +PER+ECU");
}

TEST(SeatsTest, ACapitalThatIsAPlaceAddsNoState) {
  EXPECT_EQ(told("Chile and Bolivia met in Quito."), "meet: CHL BOL city:ecu-quito; ");
}

TEST(SeatsTest, ACapitalSpeaksForItsStateAndADatelineForNobody) {
  EXPECT_EQ(told("Kenya shipped rifles to Somalia, Mogadishu said."), "arms_transfer: KEN SOM rifles, by SOM; ");
  EXPECT_EQ(told("MOMBASA, May 2 - Kenya shipped rifles to Somalia."), "arms_transfer: KEN SOM rifles; ");
}

TEST(SeatsTest, ASeatOfABodyActsForItUnlessTheStateIsNamed) {
  EXPECT_EQ(told("Brussels accused Serbia of fraud."), "accuse: org:european-union SRB; +org:european-union");
  EXPECT_EQ(told("Belgium has elections. Brussels accused Serbia of fraud."), "accuse: BEL SRB; ");
}

}  // namespace
}  // namespace dragoman
