// Part of dragoman; see LICENSE.
//
// Passives: who does it where it stands far behind or is not said, and clauses that only look like a part of another.

#include "relation/news/told.h"

#include <gtest/gtest.h>

namespace dragoman {
namespace {

TEST(NewsPassivesTest, WhoDoesItStandsBehindTheLastOfThem) {
  EXPECT_EQ(told("Two Fijian traders were arrested and beaten by Tongan police."), "detain: TON FJI; harm: TON FJI");
  EXPECT_EQ(told("Kofi Mensah was beaten and taken away by Togolese soldiers."), "harm: TGO person:kofi-mensah; detain: TGO person:kofi-mensah");
}

TEST(NewsPassivesTest, WhoOrdersStandsBehindWhatIsOrdered) {
  EXPECT_EQ(told("Kofi Mensah was urged to resign by Benin."), "request: BEN person:kofi-mensah; resign: person:kofi-mensah requested");
  EXPECT_EQ(told("Togo was accused of lying by Benin."), "accuse: BEN TGO");
  EXPECT_EQ(told("Malta was thanked for its help by Cyprus."), "praise: CYP MLT");
  EXPECT_EQ(told("Malta was asked for help by Cyprus."), "request: CYP MLT");
}

TEST(NewsPassivesTest, WhoIsFreedNeedsNobodyWhoFreesHim) {
  EXPECT_EQ(told("Two Norwegian engineers were freed on Sunday after a ransom had been paid."), "release: NOR Sunday");
  EXPECT_EQ(told("Gabon jailed Kofi Mensah in May. He was released."), "detain: GAB person:kofi-mensah May; release: GAB person:kofi-mensah");
}

TEST(NewsPassivesTest, WhoIsToFreeThemIsWhoIsAsked) {
  EXPECT_NE(told("Ghana asked Togo for the fishermen to be freed.").find("release: TGO"), std::string::npos);
}

TEST(NewsPassivesTest, WhatWithLeadsInIsAClauseOfItsOwn) {
  EXPECT_EQ(told("Ghana vetoed the plan, with Togo abstaining."), "reject: GHA");
  EXPECT_EQ(told("Ghana talked of new sanctions, with Togo condemning the coup."), told("Ghana talked of new sanctions, with Benin condemning the coup."));
}

TEST(NewsPassivesTest, ABusThatCarriesIsNoTown) {
  EXPECT_EQ(told("Three Somalis were arrested near Goma and a bus carrying Eritreans was stopped by Ugandan police."),
            "detain: SOM; coerce: UGA ERI");
}

TEST(NewsPassivesTest, ADeniedOfficeIsNoDenial) {
  EXPECT_EQ(told("Lawmakers denied Kofi Mensah the governorship."), "reject: group:lawmakers person:kofi-mensah");
  EXPECT_EQ(told("Mexico has given two Bolivian envoys refuge in its embassy."), "concede: MEX BOL");
}

TEST(NewsPassivesTest, OnePersonOfAState) {
  EXPECT_EQ(told("Gunmen killed a Polish docker in Malta."), "kill: group:gunmen POL");
  EXPECT_EQ(told("A patrol shot dead two smugglers."), "kill: group:patrol group:smugglers");
  EXPECT_EQ(told("Parliament elected Kofi Mensah president."), "elect: group:parliament person:kofi-mensah president");
}

TEST(NewsPassivesTest, TheGovernmentIsThatOfWhoAccusesIt) {
  EXPECT_NE(told("Mali jailed a reporter. Georgian opposition parties accused the government of fraud.").find("GEO"), std::string::npos);
  EXPECT_NE(told("Peru sold Malta two ships. The opposition in Valletta accused the government of waste.").find("accuse: group:opposition MLT"), std::string::npos);
}

TEST(NewsPassivesTest, PeopleAreJoinedToPeople) {
  EXPECT_EQ(told("A delegation from Ethiopia and Somali commanders met in Nairobi."), "meet: ETH SOM city:ken-nairobi");
}

TEST(NewsPassivesTest, AnEnvoyByNameIsRecalledByHisState) {
  EXPECT_EQ(told("Kenya's ambassador to Togo, Juan Rios, was recalled on Monday."), "break_relations: KEN TGO Monday");
}

// Particles are told in capitals, too.
TEST(NewsPassivesTest, WiresInCapitalsHaveParticles) {
  EXPECT_EQ(told("MALI URGED ALI BONGO TO STEP DOWN."), "request: MLI person:ali-bongo; resign: person:ali-bongo requested");
}

}  // namespace
}  // namespace dragoman
