// Part of dragoman; see LICENSE.
//
// Deeds by their nouns and what they tell of their doers: "the request", "the coup", "an attack
// that left six dead"; and each deed once.

#include "relation/news/told.h"

#include <gtest/gtest.h>

namespace dragoman {
namespace {

TEST(NewsDeedsTest, WhatWasAskedForStandsForWhoAsked) {
  EXPECT_EQ(told("Uruguay asked Argentina for gas. Buenos Aires turned down the request."), "request: URY ARG; reject: ARG URY");
  EXPECT_EQ(told("Soldiers toppled President Mohamed Bazoum in Niger. France condemned the coup."),
            "resign: person:mohamed-bazoum NER; criticise: FRA NER");
  EXPECT_EQ(told("Israel struck Beirut. The strike was condemned by Egypt."), "attack: ISR city:lbn-beirut; criticise: EGY ISR");
}

TEST(NewsDeedsTest, AnAccordIsOfBothWhoMadeIt) {
  EXPECT_EQ(told("Kenya and Somalia signed a treaty. Chad denounced the treaty."), "agree: KEN SOM; criticise: TCD KEN; criticise: TCD SOM");
  EXPECT_EQ(told("Kenya and Somalia signed a treaty. Kenya praised the treaty."), "agree: KEN SOM");
}

TEST(NewsDeedsTest, SeveralWhoProposeATruceAreNoPartiesOfIt) {
  EXPECT_EQ(told("Kenya, Egypt and Qatar proposed a three-month truce."), "");
}

TEST(NewsDeedsTest, TheDecisionOfSomebodyIsHis) {
  EXPECT_EQ(told("Nigeria regretted the decision of Mali to leave ECOWAS."),
            "criticise: NGA MLI; withdraw: MLI org:economic-community-of-west-african-states planned");
}

TEST(NewsDeedsTest, WhoeverIsBlamedForADeedDidIt) {
  EXPECT_EQ(told("Zambia thanked Malawi for the release of six fishermen."), "praise: ZMB MWI; release: MWI group:fishermen");
  EXPECT_EQ(told("Zambia blames the shelling of Chipata on Malawi."), "accuse: ZMB MWI; attack: MWI city:zmb-chipata");
  EXPECT_EQ(told("Zambia did not blame Malawi for the murder of a judge."), "accuse: ZMB MWI denied; kill: group:a-judge");
}

TEST(NewsDeedsTest, WhosePlotItIs) {
  EXPECT_EQ(told("Kenya uncovered a Somali plot to kidnap Chadian diplomats."), "detain: SOM TCD planned");
}

TEST(NewsDeedsTest, AWithdrawalIsNoBombing) {
  EXPECT_EQ(told("Israel bombed Damascus. Chad condemned the withdrawal."), "attack: ISR city:syr-damascus");
}

TEST(NewsDeedsTest, AnAttackThatKilledIsTheAttackNotItsTarget) {
  EXPECT_EQ(told("Chad condemned Boko Haram's attack on a school that left six people dead."),
            "criticise: TCD org:boko-haram; kill: org:boko-haram group:people");
}

TEST(NewsDeedsTest, ShotAndKilledIsOneKilling) {
  EXPECT_EQ(told("Kenyan police shot and killed two Iranian suspects."), "kill: KEN IRN");
}

TEST(NewsDeedsTest, WhoFellOnBothSidesFoughtEachOther) {
  EXPECT_EQ(told("Ten Chadian soldiers and 44 Boko Haram fighters were killed in clashes."),
            "kill: TCD; kill: org:boko-haram; clash: TCD org:boko-haram");
}

TEST(NewsDeedsTest, FightingBreaksOut) {
  EXPECT_EQ(told("Fighting broke out between Peru and Chile."), "clash: PER CHL");
}

TEST(NewsDeedsTest, WhoSuffersADeedIsNotBlamedForIt) {
  EXPECT_EQ(told("India condemned the arrest of Chinmoy Das, a Hindu monk, by Bangladesh."), "criticise: IND BGD; detain: BGD person:chinmoy-das");
  EXPECT_EQ(told("Peru condemned the killing of a Chilean journalist in Mexico."), "kill: CHL");
}

TEST(NewsDeedsTest, WhoDidItStandsBehindWhatDescribesTheVictim) {
  EXPECT_EQ(told("Peru denounced the murder of Ama Mensah, a critic of the court, by Chadian gunmen."),
            "criticise: PER group:chadian-gunmen; kill: group:chadian-gunmen person:ama-mensah");
}

TEST(NewsDeedsTest, WhoDemandsThatOthersDoItDoesNot) {
  EXPECT_EQ(told("Kenya demanded the release of two soldiers held by Somalia."),
            "demand: KEN SOM; release: SOM group:soldiers requested; detain: SOM group:soldiers");
}

TEST(NewsDeedsTest, WhoIsPaidBackDidIt) {
  EXPECT_EQ(told("Kenya bombed Somalia in retaliation for the abduction of two Spanish nuns."), "attack: KEN SOM; detain: SOM ESP");
}

TEST(NewsDeedsTest, WhoeverAnnouncesItDoesNotDoIt) {
  EXPECT_EQ(told("Somalia's release of ten Kenyan prisoners, announced by Chad, was praised in Mali."), "release: SOM KEN");
}

TEST(NewsDeedsTest, AListBehindAPhraseInFrontIsTheSubject) {
  EXPECT_EQ(told("After talks in Oslo, Kenya and Somalia signed a treaty."), "negotiate: KEN SOM; agree: KEN SOM");
  EXPECT_EQ(told("After rebels in Goma, Bukavu and Uvira rose, Kenya and Somalia signed a treaty."), "agree: KEN SOM");
}

TEST(NewsDeedsTest, DeedsThatShareTheirDoerOrTheirVictim) {
  EXPECT_EQ(told("Chad's arrest and deportation of two French priests angered Mali."), "detain: TCD FRA; expel: TCD FRA");
  EXPECT_EQ(told("The rebels' murder of a Chadian general and abduction of a French nun angered Mali."),
            "kill: group:rebels TCD; detain: group:rebels FRA");
  EXPECT_EQ(told("The Kenyan and Ethiopian bombardment of Mogadishu went on."), "attack: ETH city:som-mogadishu; attack: KEN city:som-mogadishu");
}

TEST(NewsDeedsTest, WhoWasKilledIsNotInvestigated) {
  EXPECT_EQ(told("The United Nations opened an inquiry into the killing of Rwandan nuns."), "kill: RWA");
}

TEST(NewsDeedsTest, WhoIsPunishedForADeedDidIt) {
  EXPECT_EQ(told("Kenya lifted the sanctions imposed on Eritrea for invading Ethiopia."),
            "sanction: KEN ERI cancelled; invade: ERI ETH");
  EXPECT_EQ(told("Kenya lifted its sanctions on Eritrea for invading Ethiopia."),
            "sanction: KEN ERI cancelled; invade: ERI ETH");
}

TEST(NewsDeedsTest, UnderSanctionsByWhom) { EXPECT_EQ(told("Chad was placed under sanctions by Ghana."), "sanction: GHA TCD"); }

TEST(NewsDeedsTest, WhoIsTakenToCourtForIt) {
  EXPECT_EQ(told("Peru took Chile to court for polluting a river of Bolivia's."), "investigate: PER CHL");
  EXPECT_EQ(told("Togo held talks with visiting Ghanaian minister Kofi Mensah."), "negotiate: TGO person:kofi-mensah");
}

TEST(NewsDeedsTest, WhoBringsAboutAReleaseDoesNotRelease) {
  EXPECT_EQ(told("Togo mediated the release of Ivorian soldiers."), "mediate: TGO CIV");
  EXPECT_EQ(told("The talks ended without a deal between Iran and Oman."), "agree: IRN OMN denied");
}

TEST(NewsDeedsTest, AMoveIsWhateverWasDoneBeforeIt) {
  EXPECT_EQ(told("Togo attacked Benin, a move condemned by Ghana."), "attack: TGO BEN; criticise: GHA TGO");
  EXPECT_EQ(told("Togo expelled Benin's envoy, a decision that was criticised by Ghana."), "expel: TGO BEN; criticise: GHA TGO");
}

TEST(NewsDeedsTest, WhoImposedItIsToldInTheRelativeClause) {
  EXPECT_EQ(told("The sanctions that Washington imposed on Mali were condemned by Egypt."), "sanction: USA MLI; criticise: EGY USA");
  EXPECT_EQ(told("The sanctions Washington imposed on Mali were condemned by Egypt."), "sanction: USA MLI; criticise: EGY USA");
}
TEST(NewsDeedsTest, AShootingOrAbductionIsJudged) {
  EXPECT_EQ(told("Greek soldiers opened fire on a Turkish boat. Ankara condemned the shooting."), "attack: GRC TUR; criticise: TUR GRC");
  EXPECT_EQ(told("Boko Haram abducted six Chadian nurses. Niger condemned the abduction."), "detain: org:boko-haram TCD; criticise: NER org:boko-haram");
}

TEST(NewsDeedsTest, WhoDeniesAChargeDidNotMakeIt) {
  EXPECT_EQ(told("The Malian army and the MNLA accused each other of lying. The army denied the accusation."),
            "accuse: MLI org:national-movement-for-the-liberation-of-azawad; accuse: org:national-movement-for-the-liberation-of-azawad MLI; "
            "deny: MLI org:national-movement-for-the-liberation-of-azawad");
}

TEST(NewsDeedsTest, WhichHeDeniesIsTheCharge) {
  EXPECT_EQ(told("Rwanda accused Burundi of training rebels, which Burundi denies."),
            "accuse: RWA BDI; military_aid: BDI group:rebels; deny: BDI RWA");
}

TEST(NewsDeedsTest, WhoIsToBeSentIsPromisedNothing) {
  EXPECT_EQ(told("Ghana promised to send peacekeepers."), "");
}

TEST(NewsDeedsTest, AStrikeThatWasTheAnswerKills) {
  EXPECT_EQ(told("Hezbollah responded with a rocket attack that killed two Israeli soldiers."), "kill: org:hezbollah ISR");
}

TEST(NewsDeedsTest, ACrackdownIsJudged) {
  EXPECT_EQ(told("Georgian police beat protesters. Norway condemned the crackdown."), "harm: GEO group:protesters; criticise: NOR GEO");
}

TEST(NewsDeedsTest, WhoIsSummonedHearsTheProtest) {
  EXPECT_EQ(told("Zambia summoned the Malawian envoy on Tuesday to protest against the arrest of a journalist in Lusaka."),
            "criticise: ZMB MWI Tuesday; protest: ZMB MWI Tuesday; detain: group:a-journalist Tuesday");
}

TEST(NewsDeedsTest, WhatTheAccusedDidHasItsVictims) {
  EXPECT_EQ(told("Vietnam accused Cambodia of firing rockets at a boat carrying rice, wounding three fishermen."),
            "accuse: VNM KHM; harm: KHM group:fishermen");
}

TEST(NewsDeedsTest, AnAttackOnABusCarryingPeopleKillsThem) {
  EXPECT_EQ(told("Togo condemned an attack on a bus carrying Ghanaian teachers that killed six people.").find("kill: GHA"), std::string::npos);
}

TEST(NewsDeedsTest, MoneyInSupport) {
  EXPECT_EQ(told("Japan said it would provide $30 million in budget support to Laos."), "economic_aid: JPN LAO $30 million planned");
}

TEST(NewsDeedsTest, WhoAnswersARequestWasToDoIt) {
  EXPECT_EQ(told("Georgia declined a Turkish request to send troops to Libya.").find("military_aid: TUR"), std::string::npos);
  EXPECT_EQ(told("Oman rejected a demand by Iran to expel the envoy of Israel.").find("expel: IRN"), std::string::npos);
}

TEST(NewsDeedsTest, WhoeverCallsItSoIsNotConcerned) {
  EXPECT_EQ(told("Cuba and Bolivia called on Brazil to lift what they described as unfair tariffs on Peru.").find("concede: BRA CUB"), std::string::npos);
}

TEST(NewsDeedsTest, NoPersonIsAWhich) {
  EXPECT_EQ(told("Benin protested against a raid on Togo's embassy to arrest Jorge Glas, which led Mali to cut ties.").find("holds_office"), std::string::npos);
}

TEST(NewsDeedsTest, OnAnOfficialVisit) {
  EXPECT_EQ(told("Sergei Lavrov, on his first official visit to Hanoi, signed an accord with Laos."),
            "visit: person:sergei-lavrov city:vnm-hanoi; agree: person:sergei-lavrov LAO");
}

TEST(NewsDeedsTest, OneOfTheFewIsTheSubject) {
  EXPECT_EQ(told("Eswatini, one of the few countries that still recognise Taiwan, has expelled a Chinese diplomat."), "expel: SWZ CHN");
  EXPECT_EQ(told("Malawi, one of the countries, has attacked Zambia."), "attack: MWI ZMB");
}

TEST(NewsDeedsTest, AGangActsForNoState) {
  EXPECT_EQ(told("A Venezuelan gang killed Ana Ruiz in Chile.").find("VEN"), std::string::npos);
}

TEST(NewsDeedsTest, EachOfTwoAttacksTheOther) {
  EXPECT_EQ(told("Gambian and Senegalese troops shelled each other's positions in Ziguinchor."), "attack: GMB SEN; attack: SEN GMB");
}

TEST(NewsDeedsTest, ABombIsForWhomItKilled) {
  EXPECT_EQ(told("Al-Qaeda planted the bomb that killed six people in Istanbul."),
            "bombing: org:al-qaeda city:tur-istanbul; kill: org:al-qaeda group:people");
  EXPECT_EQ(told("Hezbollah set off the mine that wrecked a Turkish lorry."), "bombing: org:hezbollah TUR");
}

TEST(NewsDeedsTest, ThoseOfOneSideDidNotFightEachOther) {
  EXPECT_EQ(told("Two soldiers and a policeman died in fighting in Togo."), "");
  EXPECT_EQ(told("Two soldiers and ten rebels died in fighting in Togo."), "clash: group:soldiers group:rebels");
}

TEST(NewsDeedsTest, WhoIsTalkedIntoItDoesIt) {
  EXPECT_EQ(told("Bolivia talked Peru and Chile into withdrawing from the Antarctic."),
            "consult: BOL PER; consult: BOL CHL; withdraw: PER place:antarctic; withdraw: CHL place:antarctic");
}

TEST(NewsDeedsTest, SoldiersWithRiflesWereNotGivenThemThere) {
  EXPECT_EQ(told("Soldiers armed with rifles attacked a camp in Chad."), "attack: group:soldiers TCD");
}

TEST(NewsDeedsTest, SoldiersFightInAClash) {
  EXPECT_EQ(told("Indian and Nepalese soldiers fought with fists and stones."), "clash: IND NPL");
  EXPECT_EQ(told("Iran and Iraq fought for eight years."), "at_war_with: IRN IRQ");
}

TEST(NewsDeedsTest, AStateOfWar) {
  EXPECT_EQ(told("Mali is in a state of war with Niger."), "at_war_with: MLI NER ongoing");
}

TEST(NewsDeedsTest, WhoIsBlamedForItDidIt) {
  EXPECT_EQ(told("Kenya blames Hezbollah for the abduction of two Spanish nurses."), "accuse: KEN org:hezbollah; detain: org:hezbollah ESP");
  EXPECT_EQ(told("A judge convicted Ana Ruiz of the murder of a Peruvian senator."), "detain: group:a-judge person:ana-ruiz; kill: person:ana-ruiz PER");
}

TEST(NewsDeedsTest, WhoComesInToLandKillsNobody) {
  EXPECT_EQ(told("Angolan rebels shot down a Zambian plane as it came in to land, killing six nurses."), "attack: group:angolan-rebels ZMB; kill: group:angolan-rebels group:nurses");
}

TEST(NewsDeedsTest, OneOfThemIsNoSubject) {
  EXPECT_EQ(told("A driver died after Kenyan jets, one of them new, struck a Somali convoy.").find("attack: KEN SOM") != std::string::npos, true);
}

TEST(NewsDeedsTest, WhoRepelsAnAssaultIsOnOneSide) {
  EXPECT_EQ(told("Ghanaian and Togolese troops repelled an assault by Beninese soldiers.").find("clash: GHA TGO"), std::string::npos);
}

TEST(NewsDeedsTest, WarningShotsAreShots) {
  EXPECT_EQ(told("South Korea fired warning shots at a Japanese patrol boat."), "attack: KOR JPN");
}

TEST(NewsDeedsTest, ShotDeadAtLeastSoMany) {
  EXPECT_EQ(told("Israeli soldiers shot dead at least 58 Jordanians."), "kill: ISR JOR");
}

TEST(NewsDeedsTest, TheyFoughtWithWhomTheyKilled) {
  EXPECT_EQ(told("Tajik rebels and Afghan soldiers stormed a Russian border post, killing 25 guards in a long battle.").find("clash"), std::string::npos);
}

TEST(NewsDeedsTest, WhoMadeADroneDoesNotFireIt) {
  EXPECT_EQ(told("An Omani-built drone hit Mogadishu."), "attack: city:som-mogadishu");
  EXPECT_EQ(told("An Omani drone hit Mogadishu."), "attack: OMN city:som-mogadishu");
}

TEST(NewsDeedsTest, WhatIsLaidDownIsNotOfToLie) {
  EXPECT_EQ(told("Nepal and Bhutan agreed to lay down their arms."), "agree: NPL BTN; ceasefire: NPL BTN agreed");
}

TEST(NewsDeedsTest, WhoComplainsLastComplainsOfWhoDidIt) {
  EXPECT_EQ(told("Nepal was dragging its feet, Bhutan complained."), "criticise: BTN NPL");
  EXPECT_EQ(told("Lorries of Nepal were held up, Bhutan complained."), "");
}

TEST(NewsDeedsTest, ArmouredCarsAreHandedOver) {
  EXPECT_EQ(told("Jordan sent armoured personnel carriers to Kenya."), "arms_transfer: JOR KEN armoured personnel carriers");
  EXPECT_EQ(told("Jordan sent an armoured brigade to Kenya.").find("arms_transfer"), std::string::npos);
}

TEST(NewsDeedsTest, BombersWithWingsSetOffNoBomb) {
  EXPECT_EQ(told("American bombers struck targets in Tripoli and Benghazi.").find("bombing"), std::string::npos);
}

TEST(NewsDeedsTest, WhoIsBehindADeedDidIt) {
  EXPECT_EQ(told("Kenya was behind the killing of Kofi Mensah."), "kill: KEN person:kofi-mensah");
  EXPECT_EQ(told("Kenya is believed to be behind the attack on Mali."), "attack: KEN MLI ongoing");
  EXPECT_EQ(told("Togo lies behind the border with Ghana."), "");
}

}  // namespace
}  // namespace dragoman
