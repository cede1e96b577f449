// Part of dragoman; see LICENSE.
//
// Names as news writes them: articles, acronyms, weapons by their numbers, places that no table
// has.

#include "relation/news/told.h"

#include <gtest/gtest.h>

namespace dragoman {
namespace {

TEST(NewsNamesTest, ASmallArticleBelongsToTheName) {
  EXPECT_EQ(told("Members of al-Qaeda killed three French soldiers in Mali."), "kill: org:al-qaeda FRA");
}

TEST(NewsNamesTest, WhatABodyIsIsNoPartOfItsName) {
  EXPECT_EQ(told("The West African bloc ECOWAS condemned Mali."), "criticise: org:economic-community-of-west-african-states MLI");
}

TEST(NewsNamesTest, AcronymsThatAreReadAsWords) {
  EXPECT_EQ(told("Unasur condemned Albania."), "criticise: org:union-of-south-american-nations ALB");
  EXPECT_EQ(told("Seats in Albania were taken."), "");
}

TEST(NewsNamesTest, HowManyAndWhichTanks) {
  EXPECT_EQ(told("Kenya supplied 14 Leopard tanks to Mali."), "arms_transfer: KEN MLI tanks");
}

TEST(NewsNamesTest, ArmsByTheirNumbers) {
  EXPECT_EQ(told("Egyptian F-16s bombed Derna."), "attack: EGY city:lby-derna");
  EXPECT_EQ(told("Serbia jailed Albanian teachers."), "detain: SRB ALB");
}

TEST(NewsNamesTest, LettersStandForWhatTheTextSaysTheyDo) {
  EXPECT_EQ(told("The Union of Popular Forces (UPF) accused Togo of fraud. Later the UPF praised Ghana."),
            "accuse: org:union-of-popular-forces TGO; praise: org:union-of-popular-forces GHA");
}

TEST(NewsNamesTest, PlacesThatNoTableHas) {
  EXPECT_EQ(told("Somali forces retook the town of Adan Yabal."), "occupy: SOM place:adan-yabal");
  EXPECT_EQ(told("Chadian tanks rolled into the Donbas region."), "invade: TCD place:donbas");
  EXPECT_EQ(told("Gunmen stormed a hotel in Mogadishu."), "attack: group:gunmen city:som-mogadishu");
}

TEST(NewsNamesTest, RelativesAreNamedWithCommasAndWithout) {
  EXPECT_EQ(told("Bashar al-Assad flew to Moscow with his wife, Asma, on Sunday."),
            "visit: person:bashar-al-assad city:rus-moscow Sunday; family_of: person:asma person:bashar-al-assad ongoing Sunday");
  EXPECT_EQ(told("Iran's envoy met Muammar Gaddafi's son Saif."), "meet: IRN person:saif; family_of: person:saif person:muammar-gaddafi ongoing");
}

TEST(NewsNamesTest, WhoLedAStateSomeYearsAgoNeedsNoGivenName) {
  EXPECT_EQ(told("Trump called Putin."), "consult: person:donald-trump person:vladimir-putin");
  EXPECT_EQ(told("Putin met Xi in Beijing."), "meet: person:vladimir-putin person:xi-jinping city:chn-beijing");
}

TEST(NewsNamesTest, BehindAPlaceARelativeIsNoDescriptionOfIt) {
  EXPECT_EQ(told("In Kampala, Museveni's son, Muhoozi Kainerugaba, threatened Rwanda."),
            "family_of: person:muhoozi-kainerugaba person:yoweri-museveni ongoing; threaten: person:muhoozi-kainerugaba RWA");
}
// Whoever has a "Jr." in the tables is not meant by every "Jr.".
TEST(NewsNamesTest, JuniorIsNoFamilyName) {
  EXPECT_EQ(told("Ferdinand Marcos Jr. met Joe Biden. Marcos praised Japan."),
            "meet: person:bongbong-marcos person:joe-biden; praise: person:bongbong-marcos JPN");
  EXPECT_EQ(told("Carlos Pinto Jr. accused Peru. Pinto praised Chile."), "accuse: person:carlos-pinto-jr PER; praise: person:carlos-pinto-jr CHL");
}

TEST(NewsNamesTest, LettersInABracketAreThoseOfTheNameBeforeThem) {
  EXPECT_EQ(told("TOGO SAID MALI HAD ARMED THE JUSTICE AND EQUALITY MOVEMENT (JEM), A REBEL GROUP, IN ITS ASSAULT ON OMDURMAN."),
            "arms_transfer: MLI org:justice-and-equality-movement; attack: org:justice-and-equality-movement city:sdn-omdurman; "
            "invade: org:justice-and-equality-movement city:sdn-omdurman");
}

TEST(NewsNamesTest, HisWifeIsNobodyElse) {
  EXPECT_EQ(told("Togo recalled its envoy, Kofi Mensah, after Benin had tapped the phones of Ali Bongo and his wife, Sylvi.").find("family_of: person:kofi-mensah"),
            std::string::npos);
}

}  // namespace
}  // namespace dragoman
