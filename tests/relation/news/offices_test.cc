// Part of dragoman; see LICENSE.
//
// Who holds which office.

#include "relation/news/told.h"

#include <gtest/gtest.h>

namespace dragoman {
namespace {

TEST(NewsOfficesTest, WhoIsDescribedHoldsTheOfficeIfTheTextNamesHim) {
  EXPECT_EQ(offices("William Ruto spoke in Nairobi. \"No mission is more urgent,\" the Kenyan president said."),
            "person:william-ruto as president of KEN");
  EXPECT_EQ(offices("Karel Dosk fled. The Israeli ambassador stayed."), "");
}

TEST(NewsOfficesTest, DeputiesAndFormerHolders) {
  EXPECT_EQ(offices("Raul Reyes, second in command of the FARC, is dead."),
            "person:raul-reyes as second in command of org:revolutionary-armed-forces-of-colombia");
  EXPECT_EQ(offices("Karel Dosk, a former Ghanaian vice-president, spoke."), "person:karel-dosk as vice-president of GHA happened");
  EXPECT_EQ(offices("Karel Dosk of Ghana, the chairman of ECOWAS, spoke."),
            "person:karel-dosk as chairman of org:economic-community-of-west-african-states");
}

TEST(NewsOfficesTest, AnAgeMayStandBetween) {
  EXPECT_EQ(offices("Karel Dosk, 61, a former Ghanaian minister, fled."), "person:karel-dosk as minister of GHA happened");
  EXPECT_EQ(offices("Police held Karel Dosk, 47, leader of Hamas, in Lome."), "person:karel-dosk as leader of org:hamas");
  EXPECT_EQ(offices("Karel Dosk (61), Ghana's finance minister, fled."), "person:karel-dosk as finance minister of GHA");
  EXPECT_EQ(told("Togo condemned the arrest of Karel Dosk, 51, by Ghana."), "criticise: TGO GHA; detain: GHA person:karel-dosk");
  EXPECT_EQ(told("Karel Dosk, 51, and Ana Baran, 40, were jailed by Ghana."), "detain: GHA person:karel-dosk; detain: GHA person:ana-baran");
}


TEST(NewsOfficesTest, TheirLeaderIsOfThoseWhoFight) {
  EXPECT_EQ(offices("Rebels took Bouake. Their leader, Musa Tanoh, fled."),
            "person:musa-tanoh as leader of group:rebels");
  EXPECT_EQ(offices("Police left Bouake. Their leader, Musa Tanoh, fled."), "");
}

TEST(NewsOfficesTest, WhoTakesTheOathIsOfHisState) {
  EXPECT_EQ(offices("Guards left The Gambia after Adama Barrow took the oath as president."), "person:adama-barrow as president of GMB happened");
}

TEST(NewsOfficesTest, InitialsBehindATitle) {
  EXPECT_EQ(offices("Indonesia's President K. J. Habunie spoke."), "person:k-j-habunie as President of IDN");
}

TEST(NewsOfficesTest, ARelativeClauseThatEndsHasAVerb) {
  EXPECT_EQ(offices("Sudan's army, which Abdel Fattah al-Burhan commands, fought on."), "person:abdel-fattah-al-burhan of SDN");
}

TEST(NewsOfficesTest, WhoseCommanderIsHe) {
  EXPECT_EQ(offices("The Lebanese army, whose commander is Joseph Aoun, moved in."),
            "person:joseph-aoun as commander of gov:lebanese-armed-forces");
}

// Whom a name with "of" says that somebody works for; of a party he is a member, if at all.
TEST(NewsOfficesTest, ANameOfABodyBehindAPersonEmploysHim) {
  EXPECT_EQ(told("The truce will hold, said Anna Borg of Uppsala University."), "works_for: person:anna-borg org:uppsala-university ongoing");
  EXPECT_EQ(told("Anna Borg of the Amber Party was pleased."), "");
}

TEST(NewsOfficesTest, AGeneralIsNotOfThePeacekeepersState) {
  EXPECT_EQ(offices("Twenty Fijian peacekeepers were killed in Mogadishu by men of General Ali Warsame."), "");
}

TEST(NewsOfficesTest, WhoLeavesAnOfficeLeavesThatOfHisState) {
  EXPECT_EQ(told("Ali Mensah, the prime minister of Togo, has resigned."), "resign: person:ali-mensah TGO");
  EXPECT_EQ(told("Boris Johnson quit on Monday. Britain is tired."), "resign: person:boris-johnson GBR Monday");
}

TEST(NewsOfficesTest, AttachesServeTheirState) {
  EXPECT_EQ(offices("The Chilean defence attaché, Colonel Juan Rios, left."), "person:juan-rios as defence attaché of CHL");
  EXPECT_EQ(offices("Juan Rios, the Chilean military attache, left."), "person:juan-rios as military attache of CHL");
}

TEST(NewsOfficesTest, TwoSideBySideHaveAnOfficeEach) {
  EXPECT_EQ(offices("The pact was signed by Ali Mensah, secretary of the African Union, and the Chilean security adviser, Juan Rios."),
            "person:ali-mensah as secretary of org:african-union; person:juan-rios as security adviser of CHL");
}

}  // namespace
}  // namespace dragoman
