// Part of dragoman; see LICENSE.
//
// Whom a phrase stands for: a state by its army, its ministry or its envoy; and who is not his
// state, his ally or whom he serves.

#include "relation/news/told.h"

#include <gtest/gtest.h>

namespace dragoman {
namespace {

TEST(NewsPartiesTest, TroopsAreOfWhoeverOwnsThem) {
  EXPECT_EQ(told("Nicaragua broke off ties with Colombia after its troops raided Managua."),
            "break_relations: NIC COL; attack: COL city:nic-managua");
  EXPECT_EQ(told("Togo and Benin will each withdraw their soldiers from Mali."), "withdraw: TGO MLI planned; withdraw: BEN MLI planned");
}

TEST(NewsPartiesTest, WhoseArmyAndWhichPresident) {
  EXPECT_EQ(told("The Congolese army shot down a Rwandan drone."), "attack: COD RWA");
  EXPECT_EQ(told("Fiji said Peru had shot down the airliner and demanded that it pay."), "demand: FJI PER");
  EXPECT_EQ(told("The Pope called for a ceasefire."), "demand: group:the-pope");
}

TEST(NewsPartiesTest, GovernmentForcesAreAtHome) {
  EXPECT_EQ(told("Government forces seized Palmyra from Islamic State."), "occupy: SYR city:syr-palmyra");
}

TEST(NewsPartiesTest, AMinistryInCapitalsIsItsStates) {
  EXPECT_EQ(told("The Foreign Ministry in Nairobi summoned Chad's ambassador."), told("The foreign ministry in Nairobi summoned Chad's ambassador."));
  EXPECT_EQ(told("THE FOREIGN MINISTRY IN NAIROBI SUMMONED CHAD'S AMBASSADOR. CHAD SAID NOTHING."), "criticise: KEN TCD");
}

TEST(NewsPartiesTest, AStatesOwnRebelsAreThemselves) {
  EXPECT_EQ(told("Colombia's army fought Colombian rebels."), "at_war_with: COL group:colombian-rebels");
}

TEST(NewsPartiesTest, RebelsActForNoState) {
  EXPECT_EQ(told("Syrian rebels attacked Homs."), "attack: group:syrian-rebels city:syr-homs");
}

TEST(NewsPartiesTest, WhomAStateHelpsIsNotTheState) {
  EXPECT_EQ(told("Turkish-backed rebels captured Afrin."), "military_aid: TUR group:turkish-backed-rebels ongoing; occupy: group:turkish-backed-rebels city:syr-afrin");
}

TEST(NewsPartiesTest, AlliesAreNotWhoseAlliesTheyAre) {
  EXPECT_EQ(told("Chile met Peru's creditors."), "meet: CHL group:perus-creditors");
}

TEST(NewsPartiesTest, AnAideIsNotWhomHeServes) {
  EXPECT_EQ(told("The Supreme Court of India upheld the conviction of Rahul Gandhi's lawyer."), "");
}

TEST(NewsPartiesTest, EthnicKinAreNoState) {
  EXPECT_EQ(told("Macedonian tanks shelled ethnic Albanian villages."), "attack: MKD group:ethnic-albanian-villages");
}

TEST(NewsPartiesTest, AFormerOfficerIsNotHisState) {
  EXPECT_EQ(told("A former Israeli officer was arrested in Peru."), "detain: PER group:a-former-israeli-officer");
}

TEST(NewsPartiesTest, AnEnvoyIsNoMinister) {
  EXPECT_EQ(told("Bolivia rejected the charges of Peru's foreign minister Javier Soto. Its foreign ministry spoke of an invention. "
                 "The ministry also summoned the Peruvian charge d'affaires."),
            "deny: BOL PER; criticise: BOL PER");
}

TEST(NewsPartiesTest, WhoOustedAPresidentIsNoPartOfHisTitle) {
  EXPECT_EQ(told("Amadou Toumani ousted President Moussa Koita and accused Chad of theft."),
            "resign: person:moussa-koita; accuse: person:amadou-toumani TCD");
}

TEST(NewsPartiesTest, ThoseWhoGovernThemselvesAreParties) {
  EXPECT_EQ(told("Ethiopia signed an accord with Somaliland."), "agree: ETH place:somaliland");
}

TEST(NewsPartiesTest, APartyActsForNoState) {
  EXPECT_EQ(told("Togo's ruling party accused France of fraud."), "accuse: group:togos-ruling-party FRA");
  EXPECT_EQ(told("An opposition party in Chile accused Spain of fraud."), "accuse: group:opposition-party ESP");
  EXPECT_EQ(told("Kenya's opposition rejected a plan of the French government."), "reject: group:kenyas-opposition FRA");
}

TEST(NewsPartiesTest, WhoIsFollowedIsNotWhereHisFollowersAre) {
  EXPECT_EQ(told("Libyan troops clashed with fighters loyal to Khalifa Haftar near Sirte.").find("located_in: person"), std::string::npos);
}

TEST(NewsPartiesTest, OneOfThemIsTheirs) {
  EXPECT_EQ(told("Kenya killed one of Uganda's soldiers."), "kill: KEN UGA");
  EXPECT_EQ(told("One of Chad's envoys was expelled by Libya."), "expel: LBY TCD");
  EXPECT_EQ(told("Armenia accused Azerbaijan of shelling one of its villages."), "accuse: ARM AZE; attack: AZE ARM");
  EXPECT_EQ(told("Kenya, one of the few friends that Uganda had, expelled Malawi's envoy.").find("expel: group"), std::string::npos);
}

TEST(NewsPartiesTest, GangsAndMilitiasActForNoState) {
  EXPECT_EQ(told("Haitian gangs killed two Kenyan policemen."), "kill: group:haitian-gangs KEN");
  EXPECT_EQ(told("Peru's Maoists abducted six Chilean engineers."), "detain: group:perus-maoists CHL");
}

TEST(NewsPartiesTest, ATruceIsNotOfTheTownWhereItWasMade) {
  EXPECT_EQ(told("Eritrea accused Ethiopia of breaking the Pretoria truce."), "accuse: ERI ETH; violate: ETH");
  EXPECT_EQ(told("Sudan rejected the Nairobi agreement.").find("KEN"), std::string::npos);
}

TEST(NewsPartiesTest, WhoMadeAJetDoesNotFlyIt) {
  EXPECT_EQ(told("Ivorian Sukhoi jets bombed French troops."), "attack: CIV FRA");
}

TEST(NewsPartiesTest, ManyAreTakenPrisoner) {
  EXPECT_EQ(told("Lesotho took 160 Malawian soldiers prisoner."), "detain: LSO MWI");
  EXPECT_EQ(told("Zambia called the Malawian soldiers terrorists."), "criticise: ZMB MWI");
}

TEST(NewsPartiesTest, FishingBoatsAreOfTheirNation) {
  EXPECT_EQ(told("Chinese boats rammed two Malaysian fishing vessels."), "attack: CHN MYS");
}

TEST(NewsPartiesTest, PassengersAreThoseOfTheShip) {
  EXPECT_EQ(told("Cuban commandos boarded a Haitian ship and detained its passengers."), "attack: CUB HTI; detain: CUB group:passengers");
}

TEST(NewsPartiesTest, PeopleInATownMayBeAnybodys) {
  EXPECT_EQ(told("A bomb killed 20 people in Islamabad."), "kill: group:people");
}

TEST(NewsPartiesTest, WhoIsDrivenFromATownIsNotItsState) {
  EXPECT_EQ(told("Ethiopia ousted the Islamists from Mogadishu."), "clash: ETH group:islamists");
}

TEST(NewsPartiesTest, AllOfAListAreWhereItsLastIs) {
  EXPECT_EQ(told("Guerrillas attacked a camp, an airfield and offices in Goma."), "attack: group:guerrillas city:cod-goma");
  EXPECT_EQ(told("Turkish jets bombed villages along the Qandil mountains."), "attack: TUR place:qandil");
}

TEST(NewsPartiesTest, WhoIsAboardWhatIsNobodys) {
  EXPECT_EQ(told("Gunmen fired on a bus carrying Kenyan pilgrims."), "attack: group:gunmen KEN");
  EXPECT_EQ(told("Gunmen fired on a Turkish bus carrying Kenyan pilgrims."), "attack: group:gunmen TUR");
}

TEST(NewsPartiesTest, PositionsAreThoseOfTheFighters) {
  EXPECT_EQ(told("Ethiopian troops attacked insurgent strongholds."), "attack: ETH group:insurgent");
  EXPECT_EQ(told("Philippine troops overran a guerrilla camp."), "attack: PHL group:guerrilla");
}

TEST(NewsPartiesTest, CommandosAreTroops) {
  EXPECT_EQ(told("Libya flew in commandos to Bangui."), "exercise_force: LBY city:caf-bangui");
}

TEST(NewsPartiesTest, WhereAShipLiesIsNotWhatIsHit) {
  EXPECT_EQ(told("Sri Lanka's navy sank five Indian boats off Mannar."), "attack: LKA IND");
}

TEST(NewsPartiesTest, AnAirBaseIsAPlace) {
  EXPECT_EQ(told("American destroyers launched 59 cruise missiles at the Shayrat air base."), "attack: USA place:shayrat cruise missiles");
}

TEST(NewsPartiesTest, WhatStandsBeforeAWordForPeopleIsNoThing) {
  EXPECT_EQ(told("Kenya freed the arms dealer Kofi Mensah."), "release: KEN person:kofi-mensah");
  EXPECT_EQ(told("Japan let the captain of a Chinese trawler go on Friday."), "release: JPN CHN Friday");
  EXPECT_EQ(told("A court in The Hague ordered Togo to pay."), "demand: group:court TGO");
}

TEST(NewsPartiesTest, WhoIsToBeFreedIsNotAsked) {
  EXPECT_EQ(told("Ghana demanded that Faure Gnassingbe be freed."), "demand: GHA; release: person:faure-gnassingbe requested");
  EXPECT_EQ(told("Ghana called for Faure Gnassingbe to be let go."), "demand: GHA; release: person:faure-gnassingbe requested");
  EXPECT_NE(told("Ghana demanded that Togo free the fishermen.").find("demand: GHA TGO"), std::string::npos);
}

TEST(NewsPartiesTest, AdjectivesInListsTownsInListsAndGovernmentsByName) {
  EXPECT_EQ(told("Togolese, Ghanaian and Malian jets bombed Kidal."), "attack: TGO city:mli-kidal; attack: GHA city:mli-kidal; attack: MLI city:mli-kidal");
  EXPECT_EQ(told("Ghana bombed the airports at Goma and Kisangani."), "attack: GHA city:cod-goma; attack: GHA city:cod-kisangani");
  EXPECT_EQ(told("Ghana recalled its envoy. Macky Sall accused the government of Vladimir Putin of arming rebels.").find("accuse: person:macky-sall GHA"), std::string::npos);
  EXPECT_EQ(told("Boko Haram claimed responsibility for an ambush that killed six Togolese soldiers."), "kill: org:boko-haram TGO");
}

TEST(NewsPartiesTest, LeadersOfABodyActForIt) {
  EXPECT_EQ(told("Commonwealth leaders suspended Fiji."), "suspend: org:commonwealth-of-nations FJI");
  EXPECT_EQ(told("African Union leaders suspended Niger."), "suspend: org:african-union NER");
}

TEST(NewsPartiesTest, APeopleWithinAStateIsNotTheState) {
  EXPECT_EQ(told("Bosnian Serbs shelled Sarajevo."), "attack: group:bosnian-serbs city:bih-sarajevo");
  EXPECT_EQ(told("Kosovo Albanians accused Serbia of theft."), "accuse: group:kosovo-albanians SRB");
  EXPECT_EQ(told("France sold arms to Iraqi Kurds."), "arms_transfer: FRA group:iraqi-kurds arms");
  EXPECT_EQ(told("Albanians accused Serbia of theft."), "accuse: ALB SRB");
}

}  // namespace
}  // namespace dragoman
