// Part of dragoman; see LICENSE.
//
// When: which verb a date is of, and which day it is.

#include "relation/news/told.h"

#include <gtest/gtest.h>

namespace dragoman {
namespace {

TEST(NewsDatesTest, ADateWithinAClauseIsThatClauses) {
  EXPECT_EQ(told("Serbia, which had attacked Bosnia in 1992, agreed to a ceasefire with Croatia."),
            "attack: SRB BIH 1992; agree: SRB HRV; ceasefire: SRB HRV agreed");
}

TEST(NewsDatesTest, ADateServesVerbsThatShareIt) {
  EXPECT_EQ(told("Ecuador expelled a Peruvian diplomat and attacked Chile on Sunday."), "expel: ECU PER Sunday; attack: ECU CHL Sunday");
  EXPECT_EQ(told("Two soldiers died on Saturday when Peruvian jets bombed Arica."),
            "kill: PER group:soldiers Saturday; attack: PER city:chl-arica Saturday");
  EXPECT_EQ(told("Peru attacked Arica, the home of the men who in 2012 attacked Bolivia."), "attack: PER city:chl-arica; attack: group:men BOL 2012");
}

TEST(NewsDatesTest, ALengthOfTimeStandsBeforeItsNoun) {
  EXPECT_EQ(told("A Chilean delegation travelled to Peru for a three-day visit."), "visit: CHL PER");
}

TEST(NewsDatesTest, TenseTellsWhichDayIsMeant) {
  const auto day = [](const std::string& text) {
    const Document doc = *shipped().analyze(text, {.id = "", .date = Date{2024, 5, 2}, .outlet = "", .url = ""});   // a Thursday
    return doc.relations.empty() || !doc.relations[0].when ? std::string() : to_string(from_days(doc.relations[0].when->value.from));
  };
  EXPECT_EQ(day("On Tuesday Peru's president will fly to Brasilia."), "2024-05-07");
  EXPECT_EQ(day("On Tuesday Peru's president flew to Brasilia."), "2024-04-30");
  EXPECT_EQ(day("Gustavo Petro flies to Berlin on Monday."), "2024-05-06");
  EXPECT_EQ(day("Soldiers deposed Mohamed Bazoum on July 26."), "2023-07-26");
  EXPECT_EQ(day("Peru will expel the Chilean envoy on July 26."), "2024-07-26");
}

TEST(NewsDatesTest, ADateBeforeANounTellsWhichItIs) {
  EXPECT_EQ(told("Chad on Monday accused Ghana of breaking the 1929 treaty."), "accuse: TCD GHA Monday; violate: GHA");
  EXPECT_EQ(told("The March 3 attack on Mali by Togo angered Chad."), "attack: TGO MLI March 3");
  EXPECT_EQ(told("Togo agreed to arm Mali for six months, after Chad persuaded Ghana to talk."),
            "arms_transfer: TGO MLI agreed; request: TCD GHA");
}

}  // namespace
}  // namespace dragoman
