// Part of dragoman; see LICENSE.
//
// Who holds which office by what a text says: whole texts with the shipped data.

#include <gtest/gtest.h>

#include "dragoman/knowledge.h"
#include "dragoman/pipeline.h"
#include "shipped.h"

namespace dragoman {
namespace {

// "holder: office, of" of every holds_office, one a line.
std::string offices(const std::string& text) {
  const Document doc = *shipped().analyze(text, {.id = "", .date = Date{2023, 11, 20}, .outlet = "", .url = ""});
  const Schema& schema = doc.knowledge->schema();
  std::string out;
  for (const Relation& r : doc.relations) {
    if (schema.type(r.type).name != "holds_office") continue;
    std::string holder, office, of;
    for (const Argument& a : r.arguments) {
      const std::string& role = schema.type(r.type).roles[a.role].name;
      if (role == "holder") holder = doc.entities[a.entity].name;
      if (role == "office") office = doc.slice(a);
      if (role == "of") of = doc.entities[a.entity].name;
    }
    out += holder + ": " + office + ", " + of + "\n";
  }
  return out;
}

TEST(OfficesTest, ADescriptionHasTheOfficesName) {
  EXPECT_EQ(offices("Togo was not asked. Its foreign minister, Karl Holm, left."), "Karl Holm: foreign minister, Togo\n");
  EXPECT_EQ(offices("They met Ana Ruiz, a Peruvian minister."), "Ana Ruiz: minister, Peru\n");
}

TEST(OfficesTest, ACounterpartHoldsTheSameOfficeElsewhere) {
  EXPECT_EQ(offices("Peruvian Defence Minister Ana Ruiz met her Chilean counterpart Karl Holm."),
            "Ana Ruiz: Defence Minister, Peru\nKarl Holm: Defence Minister, Chile\n");
  EXPECT_EQ(offices("Peruvian Defence Minister Ana Ruiz met her Chilean counterpart, Karl Holm, in Oslo."),
            "Ana Ruiz: Defence Minister, Peru\nKarl Holm: Defence Minister, Chile\n");
}

TEST(OfficesTest, APersonOfTheTablesIsOfHisOwnState) {
  EXPECT_EQ(offices("Mali and Niger left the bloc. Sergei Lavrov met Malians; its prime minister, Ali Lamine Zeine, waited."),
            "Ali Lamine Zeine: prime minister, Niger\n");
}

TEST(OfficesTest, AnAmbassadorIsNotSentByTheStateThatReceivesHim) {
  EXPECT_EQ(offices("Norway summoned Ambassador Karl Holm on Monday."), "");
}

}  // namespace
}  // namespace dragoman
