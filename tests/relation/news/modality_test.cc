// Part of dragoman; see LICENSE.
//
// What has not happened, is over, planned, threatened or only possible.

#include "relation/news/told.h"

#include <gtest/gtest.h>

namespace dragoman {
namespace {

TEST(NewsModalityTest, NoWeaponsAreNone) {
  EXPECT_EQ(told("Denmark said that it had sold no weapons to Saudi Arabia."), "arms_transfer: DNK SAU weapons denied");
}

TEST(NewsModalityTest, WhatIsCalledByANoIsNotDenied) {
  EXPECT_EQ(told("Fiji and Tonga announced a \"no limits\" partnership."), "ally_of: FJI TON ongoing");
  EXPECT_EQ(told("Fiji and Tonga announced no partnership."), "ally_of: FJI TON denied ongoing");
}

TEST(NewsModalityTest, WhatSomebodyStopsDoing) { EXPECT_EQ(told("Peru stopped lending to Chile."), "suspend: PER CHL"); }

TEST(NewsModalityTest, WhatIsCalledOffIsCancelled) {
  EXPECT_EQ(told("Egypt called off joint exercises with Sudan."), "exercise_force: EGY SDN cancelled");
}

TEST(NewsModalityTest, WhatIsLiftedIsOver) {
  EXPECT_EQ(told("Kenya lifted sanctions on Chad."), "sanction: KEN TCD cancelled");
  EXPECT_EQ(told("ECOWAS lifted the suspension of Guinea."),
            "concede: org:economic-community-of-west-african-states GIN; suspend: org:economic-community-of-west-african-states GIN cancelled");
}

TEST(NewsModalityTest, WhatIsSaidOfOneWhoWasNamedAsideIsOver) {
  EXPECT_EQ(told("Kenya, which once backed Somalia, closed its border. It has also imposed sanctions on Eritrea."),
            "praise: KEN SOM; sanction: KEN ERI");
}

TEST(NewsModalityTest, WhatOneRefusesToCondemnHasHappened) {
  EXPECT_EQ(told("Togo refused to condemn the bombing of Ghana by Benin."),
            "criticise: TGO BEN denied; attack: BEN GHA");
}

TEST(NewsModalityTest, AnyAttackHasNotHappened) {
  EXPECT_EQ(told("A Russian strike on Kharkiv would trigger a response."), "attack: RUS city:ukr-kharkiv potential");
  EXPECT_EQ(told("Any Iranian attack on Qatar will be answered, Oman said."), "attack: IRN QAT potential");
}

TEST(NewsModalityTest, ThreatenedWithSanctionsIsNotSanctioned) {
  EXPECT_EQ(told("The United States threatened Serbia with sanctions."), "threaten: USA SRB; sanction: USA SRB threatened");
}

TEST(NewsModalityTest, WhatIsNotRuledOutMayHappen) {
  EXPECT_EQ(told("France refused to rule out invading Niger."), "invade: FRA NER potential");
  EXPECT_EQ(told("Kenya has not ruled out a strike on Chad."), "attack: KEN TCD potential");
  EXPECT_EQ(told("Russia ruled out invading Latvia."), "reject: RUS LVA; invade: RUS LVA denied");
}

TEST(NewsModalityTest, TalksThatAreToBeResumedAreNotHeld) {
  EXPECT_EQ(told("Egypt urged Ethiopia and Sudan on Monday to resume talks on the dam.").find("ongoing"), std::string::npos);
  EXPECT_EQ(told("Chad and Libya continued talks in Cairo."), "negotiate: TCD LBY ongoing");
}

TEST(NewsModalityTest, WhatIsNotPlannedIsOfWhomItIsSaid) {
  EXPECT_EQ(told("Spain's defence minister Margarita Robles said Madrid would train Kenyan soldiers but had no plans to send tanks to Somalia."),
            "military_aid: ESP KEN planned; arms_transfer: ESP SOM tanks denied planned");
}

TEST(NewsModalityTest, PressureThatIsDefiedWasThere) {
  EXPECT_EQ(told("Austria refused to arm Kenya, despite pressure from Poland.").find("demand: POL AUT denied"), std::string::npos);
}

TEST(NewsModalityTest, WhatIsTalkedOfIsNotDone) {
  EXPECT_EQ(told("Nigeria held talks with Niger on allowing Benin to attack Mali."), "negotiate: NGA NER; concede: NGA BEN potential; attack: BEN MLI potential");
}

TEST(NewsModalityTest, WhatFollowedADepartureDoesNotPlanIt) {
  EXPECT_EQ(told("Ghana and Togo formed a force to fight rebels after quitting ECOWAS.").find("withdraw: GHA org:economic-community-of-west-african-states planned"),
            std::string::npos);
}

TEST(NewsModalityTest, APlanThatIsDroppedIsOff) {
  EXPECT_EQ(told("Togo scrapped a plan to buy tanks from Ghana."), "arms_transfer: GHA TGO tanks cancelled");
  EXPECT_EQ(told("A plan to attack Togo was called off by Ghana."), "attack: TGO cancelled");
}

TEST(NewsModalityTest, WhoIsStoppedDoesNotDoIt) {
  EXPECT_EQ(told("Kenya stopped Togo from bombing Ghana."), "attack: TGO GHA denied");
  EXPECT_EQ(told("Nobody stopped Togo from bombing Ghana."), "attack: TGO GHA");
}

TEST(NewsModalityTest, WhatOneIsCreditedWithIsDone) {
  EXPECT_EQ(told("Kenya is credited with arming Togo."), "arms_transfer: KEN TGO");
}

TEST(NewsModalityTest, AidThatIsCutIsNotGiven) {
  EXPECT_NE(told("Ghana slashed its aid to Togo.").find("economic_aid: GHA TGO cancelled"), std::string::npos);
}

TEST(NewsModalityTest, WhomAnOrderOrAPermissionConcerns) {
  EXPECT_EQ(told("Kenya gave Togo until Friday to leave Ghana.").find("withdraw: KEN"), std::string::npos);
  EXPECT_EQ(told("Sudan, against which Ghana has threatened to impose sanctions, closed its border with Ghana."), "threaten: GHA SDN; sanction: GHA SDN threatened; suspend: SDN GHA");
}

TEST(NewsModalityTest, WhatMayStillBeDecidedAndWhatIsNotDone) {
  EXPECT_EQ(told("Ghana has yet to decide whether to attack Togo."), "attack: GHA TGO potential");
  EXPECT_NE(told("Ghana will not withdraw the troops fighting rebels in Mali.").find("at_war_with: group:troops group:rebels"), std::string::npos);
  EXPECT_EQ(told("Togo stopped short of condemning Ghana for shelling Mali."), "criticise: TGO GHA denied; attack: GHA MLI");
  EXPECT_EQ(told("Togo had no part in the attack on Accra."), "deny: TGO; attack: TGO city:gha-accra denied");
  EXPECT_NE(told("Kenya's parliament voted against sending soldiers to Togo.").find("exercise_force: org:kenyas-parliament TGO denied"), std::string::npos);
  EXPECT_EQ(told("Togo withdrew an offer to sell Ghana rockets."), "arms_transfer: TGO GHA rockets cancelled");
  EXPECT_NE(told("Togo makes shells. Nor has it ever supplied ammunition to Ghana.").find("arms_transfer: TGO GHA ammunition denied"), std::string::npos);
  EXPECT_NE(told("Ghana would neither send troops to Togo nor arm Mali.").find("exercise_force: GHA TGO denied"), std::string::npos);
}

TEST(NewsModalityTest, WhatIsSoughtIsTried) {
  EXPECT_EQ(told("Chad sought to calm tensions between Sudan and Egypt."), "mediate: TCD SDN potential; mediate: TCD EGY potential");
}

TEST(NewsModalityTest, WhatIsAgreedAtAMeetingDoesNotShapeTheMeeting) {
  EXPECT_EQ(told("Kenya and Uganda agreed at a meeting in Entebbe to share water."), "agree: KEN UGA; meet: KEN UGA city:uga-entebbe");
}

TEST(NewsModalityTest, WhatNothingSpeaksForIsDenied) {
  EXPECT_EQ(told("Egyptian officials said there was no evidence of Sudan's involvement in the attack on Aswan."),
            "attack: SDN city:egy-aswan denied");
}

TEST(NewsModalityTest, WhatIsFearedMayBe) {
  EXPECT_EQ(told("Ministers could not go for fear of being arrested by Chad."), "detain: TCD group:ministers potential");
}

TEST(NewsModalityTest, AnEnvoyCalledHomeIsNotAskedToProtest) {
  EXPECT_EQ(told("Ghana called its envoy home from Abuja on Friday to protest against threats by Nigeria."),
            "break_relations: GHA NGA Friday; protest: GHA NGA Friday; threaten: NGA Friday");
}

TEST(NewsModalityTest, OneEventIsToldOnce) {
  EXPECT_EQ(told("The World Bank has approved a $208 million loan for Fiji."), "economic_aid: org:world-bank FJI a $208 million");
  EXPECT_EQ(told("Angola's government and the rebels agreed to a peace deal."), "agree: AGO group:rebels");
  EXPECT_EQ(told("Ethiopian and Eritrean soldiers shot at each other."), "clash: ETH ERI");
}

TEST(NewsModalityTest, NobodyAsksForAKinship) {
  EXPECT_EQ(told("Crowds demanded that Ali Mensah and his brother, Kofi Mensah, leave Chad."),
            "demand: group:crowds person:ali-mensah; demand: group:crowds person:kofi-mensah; family_of: person:kofi-mensah person:ali-mensah ongoing; "
            "withdraw: person:ali-mensah TCD requested; withdraw: person:kofi-mensah TCD requested");
}

}  // namespace
}  // namespace dragoman
