// Part of dragoman; see LICENSE.
//
// Names in whole sentences, with gazetteer, rules and the shipped tagger together.

#include <gtest/gtest.h>

#include "dragoman/pipeline.h"
#include "shipped.h"

namespace dragoman {
namespace {

// The persons and organisations that are named, "Ana Souza/PERSON ...".
std::string names(const std::string& text) {
  const Result<Document> document = shipped().analyze(text);
  if (!document.ok()) return document.error().message();
  std::string out;
  for (const Mention& m : document->mentions) {
    if (m.form != MentionForm::kNamed) continue;
    if (m.type != MentionType::kPerson && !is_a(m.type, MentionType::kOrganisation)) continue;
    out += std::string(document->slice(m)) + "/" + std::string(to_string(m.type)) + " ";
  }
  return out;
}

TEST(NamesTest, AWordBeforeAWeaponIsNobody) {
  EXPECT_EQ(names("France has promised to sell Armenia 36 Caesar howitzers."), "");
  EXPECT_EQ(names("Caesar Nunes praised the howitzers."), "Caesar Nunes/PERSON ");
}

TEST(NamesTest, ANameEndsBeforeADashBetweenSpaces) {
  EXPECT_EQ(names("The list was sent to Brandon Luna - Analyst, and to nobody else."), "Brandon Luna/PERSON ");
}

TEST(NamesTest, TheTimeOfDayIsNoPrimeMinister) {
  EXPECT_EQ(names("The call began at 6:03 PM Rome time."), "");
}

// A short name of a known person, which the tagger would take for a place.
TEST(NamesTest, ANameOfSomebodyWhoIsNamedInFullIsHis) {
  EXPECT_EQ(names("Mohamed Hamdan Dagalo, known as Hemedti, lost the town. Fighters of Hemedti fled."),
            "Mohamed Hamdan Dagalo/PERSON Hemedti/PERSON Hemedti/PERSON ");
}

// In a text without capitals the names that the tables know are names.
TEST(NamesTest, ATextWithoutCapitalsHasNames) {
  EXPECT_EQ(names("fighters of hezbollah met envoys from iran, and google shut its office in beirut."),
            "hezbollah/ARMED_GROUP google/COMPANY ");
  EXPECT_EQ(names("the state department, the iaea and xinhua said so."),
            "state department/GOVERNMENT_BODY iaea/INTERNATIONAL_ORG xinhua/MEDIA ");
}

TEST(NamesTest, WordsOfATextWithoutCapitalsAreNoNames) {
  EXPECT_EQ(names("please let us know who told it to them, and what the target of the act is."), "");
  EXPECT_EQ(names("The cook told us that a target of the apple trade was met, said Ana Souza."), "Ana Souza/PERSON ");
}

// Names that only context makes names: the capital behind the first word is one, too.
TEST(NamesTest, TheArticleThatOpensASentenceLeavesANameItsCapital) {
  EXPECT_EQ(names("The Commonwealth will send observers."), "Commonwealth/INTERNATIONAL_ORG ");
  EXPECT_EQ(names("The Guardian reported it on Friday."), "Guardian/MEDIA ");
  EXPECT_EQ(names("Guardian angels were seen on Friday."), "");
}

// Firms and bands that no table knows, by what is said of them.
TEST(NamesTest, WhatABodyIsSaysThatAWordIsItsName) {
  EXPECT_EQ(names("Togo hired Veldomira, an oil producer, and the security firm Karsk."), "Veldomira/ORGANISATION Karsk/ORGANISATION ");
  EXPECT_EQ(names("Fighters of the rebel group Ansarat fled."), "Ansarat/ARMED_GROUP ");
}

// "SYRIA SHELLED TURKEY": as in prose, though all is in capitals.
TEST(NamesTest, CapitalsChangeNoStateAndNoForces) {
  const auto states = [](const std::string& text) {
    const Result<Document> document = shipped().analyze(text);
    std::string out;
    for (const Entity& e : document->entities) out += e.type == MentionType::kState ? e.id + " " : std::string();
    return out;
  };
  EXPECT_EQ(states("SYRIA SHELLED TURKEY ON FRIDAY."), "SYR TUR ");
  EXPECT_EQ(states("THE COOK SERVED TURKEY ON FRIDAY."), "");
  EXPECT_EQ(names("ALGERIAN JETS CROSSED THE BORDER."), "");
  EXPECT_EQ(names("MALIAN POLICE ARREST FOUR MEN."), "");
}

}  // namespace
}  // namespace dragoman
