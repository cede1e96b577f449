// Part of dragoman; see LICENSE.
//
// Who does what where relative clauses, insertions, participles and phrases stand between a verb
// and its subject.

#include "relation/news/told.h"

#include <gtest/gtest.h>

namespace dragoman {
namespace {

TEST(NewsClausesTest, WhoeverIsNamedInCommasDoesWhatIsSaidOfHim) {
  EXPECT_EQ(told("Benin said the president of Togo, Karel Dosk, had attacked Ghana."),
            "attack: person:karel-dosk GHA");
  EXPECT_EQ(told("Benin says the rebel leader, Karel Dosk, attacked Ghana."), "attack: person:karel-dosk GHA");
}

TEST(NewsClausesTest, ARelativeClauseWithWhoseLeavesTheMainSubject) {
  EXPECT_EQ(told("Guyana, whose president, Irfaan Ali, rejects the claim, withdrew its ambassador from Venezuela."),
            "deny: person:irfaan-ali; break_relations: GUY VEN");
}

TEST(NewsClausesTest, WhatARelativeClauseLacksStandsBeforeIt) {
  EXPECT_EQ(told("The rockets that Iran sold to Venezuela in 2012 were shown on television."),
            "arms_transfer: IRN VEN rockets 2012");
}

TEST(NewsClausesTest, WhoMadeItStandsInTheRelativeClause) {
  EXPECT_EQ(told("The sanctions, which Kenya imposed on Burundi, were extended."), "sanction: KEN BDI");
  EXPECT_EQ(told("The talks that Chad held with Libya ended."), "negotiate: TCD LBY");
  EXPECT_EQ(told("The deal that Chad signed with Libya was rejected by Kenya."), "agree: TCD LBY; reject: KEN");
}

TEST(NewsClausesTest, APhraseWithItsOwnClauseLeavesTheSubject) {
  EXPECT_EQ(told("Peru's president, in a speech to farmers on Wednesday that lasted two hours, accused Chile of spying on its navy."),
            "accuse: PER CHL");
}

TEST(NewsClausesTest, APhraseThatOpensAClauseLeavesTheSubject) {
  EXPECT_EQ(told("In response Peru expelled the Chilean envoy."), "expel: PER CHL");
  EXPECT_EQ(told("Chile recalled its envoy, and in retaliation Peruvian troops shelled Arica."),
            "attack: PER city:chl-arica");
  EXPECT_EQ(told("For years Pakistan has armed the Taliban."), "arms_transfer: PAK org:taliban");
}

TEST(NewsClausesTest, WhatIsInsertedLeavesTheSubject) {
  EXPECT_EQ(told("Cambodian rockets, says Thailand, struck Bangkok."), "attack: KHM city:tha-bangkok");
  EXPECT_EQ(told("Washington has neither armed nor bombed Egypt."), "arms_transfer: USA EGY denied; attack: USA EGY denied");
}

TEST(NewsClausesTest, WhatCameBeforeIsTheSubjectsAndHappened) {
  EXPECT_EQ(told("Hours after meeting Salva Kiir, William Ruto urged Chad to stop the war."),
            "meet: person:william-ruto person:salva-kiir; request: person:william-ruto TCD");
  EXPECT_EQ(told("William Ruto condemned Chad after meeting Salva Kiir."),
            "criticise: person:william-ruto TCD; meet: person:william-ruto person:salva-kiir");
}

TEST(NewsClausesTest, APastVerbBeforeAParticipleWithItsDoer) {
  EXPECT_EQ(told("Peru and Chile met in Quito for a summit hosted by Brazil."), "meet: PER CHL city:ecu-quito; mediate: BRA PER; mediate: BRA CHL");
  EXPECT_EQ(told("A panel set up by Rwanda accused Uganda of murder."), "accuse: group:panel UGA");
}

TEST(NewsClausesTest, AParticipleBehindADescriptionIsWhomItDescribes) {
  EXPECT_EQ(told("George Speight, the businessman holding Mahendra Chaudhry in parliament, flew to Fiji."),
            "detain: person:george-speight person:mahendra-chaudhry; visit: person:george-speight FJI");
}

TEST(NewsClausesTest, WhatIsDoneBySomebodyIsDoneToThem) {
  EXPECT_EQ(told("The rebels, armed by Chad since May, attacked Niger."),
            "arms_transfer: TCD group:rebels May; attack: group:rebels NER");
  EXPECT_EQ(told("Sanctions on Zimbabwe imposed by the European Union were extended."), "sanction: org:european-union ZWE");
}

TEST(NewsClausesTest, WhatIsDoneBySomebodyBehindTheClauseIsDoneToWhatItNamed) {
  EXPECT_EQ(told("Benin bombed the rebels, armed by Chad."), "attack: BEN group:rebels; arms_transfer: TCD group:rebels");
  EXPECT_EQ(told("Kenya and Somalia signed a truce, mediated by Qatar."), "agree: KEN SOM; ceasefire: KEN SOM; mediate: QAT KEN; mediate: QAT SOM");
  EXPECT_EQ(told("Peru signed a deal with Chile, brokered by Brazil."), "agree: PER CHL; mediate: BRA CHL");
}

TEST(NewsClausesTest, WhoVetoesAResolutionDoesNotSayWhatItSays) {
  EXPECT_EQ(told("Hungary blocked a European Union statement condemning Serbia."), "criticise: org:european-union SRB");
  EXPECT_EQ(told("Togo issued a statement condemning Ghana."), "criticise: TGO GHA");
  EXPECT_EQ(told("Mali welcomed a resolution urging Togo to leave Ghana."), "withdraw: TGO GHA requested");
  EXPECT_NE(told("Mali rejected a report accusing it of attacking Ghana.").find("attack: MLI GHA"), std::string::npos);
}

TEST(NewsClausesTest, WhatWasLeftUndoneIsDenied) {
  EXPECT_EQ(told("Togo invaded Mali without consulting Ghana."), "invade: TGO MLI; consult: TGO GHA denied");
  EXPECT_EQ(told("Togo bombed Mali without first consulting Ghana."), "attack: TGO MLI; consult: TGO GHA denied");
  EXPECT_EQ(told("Instead of attacking Ghana, Togo attacked Mali."), "attack: TGO GHA denied; attack: TGO MLI");
  EXPECT_EQ(told("Far from condemning Ghana, Togo praised it."), "criticise: TGO GHA denied; praise: TGO GHA");
  EXPECT_EQ(told("Togo was cleared of attacking Ghana."), "attack: TGO GHA denied");
  EXPECT_EQ(told("Togo is no longer at war with Ghana."), "at_war_with: TGO GHA denied ongoing");
}

TEST(NewsClausesTest, ToWhomItIsDoneMayBeAnybody) {
  EXPECT_EQ(told("Serbia jailed teachers."), "detain: SRB group:teachers");
  EXPECT_EQ(told("Ethiopian troops killed civilians in Mekelle."), "kill: ETH group:civilians");
  EXPECT_EQ(told("Rebels freed jailed teachers in Goma."), "release: group:rebels group:jailed-teachers");
}

TEST(NewsClausesTest, WhoFiredWhatHitOrCarriedOutWhatKilled) {
  EXPECT_EQ(told("Libya fired a rocket that hit a school in Chad."), "attack: LBY TCD");
  EXPECT_EQ(told("Eritrea carried out a raid which killed nine Ethiopians."), "kill: ERI ETH");
  EXPECT_EQ(told("Iran fired a missile that fell into the sea."), "weapon_test: IRN missile");
}

TEST(NewsClausesTest, WhoseSubjectTheNextClauseHasIsNoTarget) {
  EXPECT_EQ(told("Kenya froze its aid, while Chad's Mahamat Deby called for calm.").find("suspend"), std::string::npos);
}

TEST(NewsClausesTest, ACoordinatedVerbBehindAConjunctionIsOfItsClause) {
  EXPECT_EQ(told("Caracas seethed after Colombian commandos slipped into Ecuador and killed Raul Reyes."),
            "kill: COL person:raul-reyes");
}

TEST(NewsClausesTest, BackIsAVerbBeforeWhomOneBacks) {
  EXPECT_EQ(told("Rwanda, whose troops back the M23 rebels, attacked Burundi."), "military_aid: RWA org:m23 ongoing; attack: RWA BDI");
  EXPECT_EQ(told("Turkey sent the refugees back to Syria."), "expel: TUR group:refugees");
}

TEST(NewsClausesTest, ThereMaySayWhereItWas) {
  EXPECT_EQ(told("Togo spoke after its embassy there was attacked by Chad."), "attack: TCD TGO");
}

TEST(NewsClausesTest, AboutAHundredIsANumber) {
  EXPECT_EQ(told("About 100 Chadian soldiers crossed into Sudan."), "invade: TCD SDN");
  EXPECT_EQ(told("More than 1,000 Chadian soldiers crossed into Sudan."), "invade: TCD SDN");
  EXPECT_EQ(told("Peru held talks about 100 prisoners with Chile."), "negotiate: PER CHL");
}

TEST(NewsClausesTest, CripplingSanctionsAreSanctions) {
  EXPECT_EQ(told("The United States imposed crippling sanctions on Iran."), "sanction: USA IRN");
  EXPECT_EQ(told("Kuwaiti soldiers shelled advancing Iraqi troops."), "attack: KWT IRQ");
  EXPECT_EQ(told("Iraq stopped shelling Iranian troops."), "ceasefire: IRQ; attack: IRQ IRN cancelled");
}

TEST(NewsClausesTest, Headlines) {
  EXPECT_EQ(told("Mali junta kicks out UN peacekeepers"), "expel: MLI org:united-nations");
  EXPECT_EQ(told("Pakistan hits back at India with air strikes"), "attack: PAK IND");
  EXPECT_EQ(told("PERU, CHILE AGREE TO EXTEND TRUCE BY ONE DAY"), "agree: PER CHL ongoing; ceasefire: PER CHL agreed");
}

TEST(NewsClausesTest, ARelativeClauseMayLackItsPronoun) {
  EXPECT_EQ(told("The drones Turkey sold Ethiopia were shown in Mekele."), "arms_transfer: TUR ETH drones");
  EXPECT_EQ(told("The missiles North Korea sold to Russia were old."), "arms_transfer: PRK RUS missiles");
  EXPECT_EQ(told("The deal Serbia signed with Kosovo collapsed."), "agree: SRB XKX");
  EXPECT_EQ(told("The envoys Russia expelled visited Paris on Tuesday."), "expel: RUS group:envoys; visit: group:envoys city:fra-paris Tuesday");
  EXPECT_EQ(told("The drones that Turkey sold Ethiopia were shown in Mekele."), "arms_transfer: TUR ETH drones");
}

TEST(NewsClausesTest, ANameBehindItsKindBeginsNoRelativeClause) {
  EXPECT_EQ(told("The militia Hezbollah attacked Israel on Monday."), "attack: org:hezbollah ISR Monday");
  EXPECT_EQ(told("Lebanon told the reporters Israel had attacked Syria."), "attack: ISR SYR");
}

TEST(NewsClausesTest, AParenthesisOfSpeechMaySayWhenAndWhere) {
  EXPECT_EQ(told("Togo, Ghana said in Accra on Monday, attacked Benin."), "attack: TGO BEN");
  EXPECT_EQ(sources("Togo, Ghana said in Accra on Monday, attacked Benin."), "attack by GHA");
  EXPECT_EQ(sources("Togo, Ghana said, attacked Benin."), "attack by GHA");
}

TEST(NewsClausesTest, TwoParticiplesInFrontAreOfOneSubject) {
  EXPECT_EQ(told("Condemned by Ghana and shunned by Benin, Togo left Mali."), "criticise: GHA TGO; reject: BEN TGO; withdraw: TGO MLI");
}

TEST(NewsClausesTest, WhatCameOfItHappened) {
  EXPECT_EQ(told("Togo attacked Benin, only to be bombed by Ghana."), "attack: TGO BEN; attack: GHA TGO");
}

TEST(NewsClausesTest, APresentBehindADescriptionIsAVerb) {
  EXPECT_EQ(told("Jan Lindqvist, an envoy, flies to Asmara on Sunday."), "visit: person:jan-lindqvist city:eri-asmara planned Sunday");
  EXPECT_EQ(told("Syria's ally, Iran, returns to Iraq."), "ally_of: IRN SYR ongoing; visit: IRN IRQ ongoing");
}

TEST(NewsClausesTest, AWordBetweenSubjectAndVerbLeavesBoth) {
  EXPECT_EQ(told("Togo either attacked Benin or fled."), "attack: TGO BEN");
  EXPECT_EQ(told("Benin, itself attacked by Togo, accused Ghana."), "attack: TGO BEN; accuse: BEN GHA");
}

TEST(NewsClausesTest, WhoStandsAccusedIsAccused) {
  EXPECT_EQ(told("Togo stands accused by Ghana of many crimes."), "accuse: GHA TGO");
}

TEST(NewsClausesTest, ADescriptionWithAParticipleDescribes) {
  EXPECT_EQ(told("Troops of the Rapid Support Forces, a militia led by Mohamed Hamdan Dagalo, left Khartoum."),
            "withdraw: org:rapid-support-forces city:sdn-khartoum");
}

TEST(NewsClausesTest, WhatTheyAreCalledActsForNobody) {
  EXPECT_EQ(told("The gunmen, whom the army calls bandits, freed the pupils."), "criticise: group:the-army group:gunmen; release: group:gunmen group:pupils");
}
TEST(NewsClausesTest, WhereTheyAgreedStandsBetween) {
  EXPECT_EQ(told("Ghana and Togo agreed in Accra to a six-month truce."), "agree: GHA TGO; ceasefire: GHA TGO agreed");
}

TEST(NewsClausesTest, AnOfficerKnownAsSomebodyIsInApposition) {
  EXPECT_EQ(told("Rebels loyal to Joseph Kony, a preacher known as Tiger, attacked Malian soldiers."), "attack: group:rebels MLI");
}

TEST(NewsClausesTest, WhatTheyAreKnownAsActsNot) {
  EXPECT_EQ(told("A gang known as the Boys attacked Kenyan soldiers."), "attack: group:gang KEN");
}

TEST(NewsClausesTest, AVerbInMarksIsAVerb) {
  EXPECT_EQ(told("Togo ordered its army to \"attack\" Beninese rebels."), told("Togo ordered its army to attack Beninese rebels."));
}

TEST(NewsClausesTest, WhatIsLaunchedFromTwoLandsIsOneSubject) {
  EXPECT_EQ(told("Iranian missiles launched from Iran and Iraq struck a base in Erbil."), "attack: IRN city:irq-erbil");
}

TEST(NewsClausesTest, WhatHasBeenDoneIsNotSaid) {
  EXPECT_EQ(told("Israel says Iran arms Hezbollah, and has bombed Syria.").find("attack: IRN"), std::string::npos);
}

TEST(NewsClausesTest, ANeighbourIsAnother) {
  EXPECT_EQ(told("Chad said its neighbour had shelled Abeche."), "attack: city:tcd-abeche");
}

TEST(NewsClausesTest, WhatIsSaidOfANameInCommasMayHaveAParticiple) {
  EXPECT_EQ(told("Kofi Mensah, a singer jailed in Togo over a song, flew to Ghana."),
            "detain: TGO person:kofi-mensah; visit: person:kofi-mensah GHA");
  EXPECT_EQ(told("Cuba convicted a Salvadoran, Raul Mensah, of theft."), "detain: CUB person:raul-mensah; citizen_of: person:raul-mensah SLV ongoing");
  EXPECT_EQ(told("China jailed an Australian mining executive, Kofi Mensah."), "detain: CHN person:kofi-mensah");
}

TEST(NewsClausesTest, AdverbsAndTimesLeaveTheSubjectToTheSecondVerb) {
  EXPECT_EQ(told("Macky Sall was sworn in and at once named Kofi Mensah as prime minister."),
            "appoint: person:macky-sall; appoint: person:macky-sall person:kofi-mensah prime minister");
  EXPECT_EQ(told("Kenya arrested Kofi Mensah and within hours expelled two Ghanaian diplomats."), "detain: KEN person:kofi-mensah; expel: KEN GHA");
  EXPECT_EQ(told("Crowds cheered in Ghana after Jerry Rawlings stepped down."), "resign: person:jerry-rawlings GHA");
  EXPECT_EQ(told("Spain, whose banks have lent heavily there, accused Togo of theft."), "accuse: ESP TGO");
}

TEST(NewsClausesTest, AClauseOnWhatIsCutNamesWhoLosesIt) {
  EXPECT_EQ(told("Nigeria has halted the flights that it runs to Togo."), "suspend: NGA TGO");
  EXPECT_EQ(told("Togo froze the loans it had promised Mali."), "suspend: TGO MLI; economic_aid: TGO MLI promised; promise: TGO MLI");
  EXPECT_EQ(told("Kenya recalled its ambassador to Togo, joining Ghana and Mali."),
            "break_relations: KEN TGO; break_relations: GHA TGO; break_relations: MLI TGO");
}

TEST(NewsClausesTest, WhatIsInsertedBehindAndLeavesTheListOfVerbs) {
  EXPECT_NE(told("Togo cut its trade with Ghana and, without informing Mali, expelled its envoy.").find("expel: TGO"), std::string::npos);
  EXPECT_EQ(told("Togo agreed to talks with Ghana but, angered by a raid, shelled Accra."),
            "agree: TGO GHA; negotiate: TGO GHA agreed; attack: TGO city:gha-accra");
  EXPECT_EQ(told("Togo signed a pact with Ghana and, along with Mali, attacked Benin."), "agree: TGO GHA; attack: TGO BEN");
  EXPECT_EQ(told("Togo shelled Goma and, according to the rebels, bombed Kisangani."), "attack: TGO city:cod-goma; attack: TGO city:cod-kisangani");
  EXPECT_EQ(told("Togo expelled Ghana's envoy and, from a ship on its way to Mali, shelled Benin."), "expel: TGO GHA; attack: TGO BEN");
}

TEST(NewsClausesTest, SubjectsWaitForTheirVerbBehindWhatIsSaidOfThem) {
  EXPECT_EQ(told("Kenya - which has expelled Ghana's envoy - has asked Mali to send troops."), "expel: KEN GHA; request: KEN MLI; exercise_force: MLI requested");
  EXPECT_EQ(told("Kofi Mensah, sent by Ghana to persuade Togo to free two sailors, met Macky Sall."),
            "request: person:kofi-mensah TGO; release: TGO group:sailors requested; meet: person:kofi-mensah person:macky-sall");
  EXPECT_EQ(told("Soldiers accused by monks of arming rebels when Togo fell have attacked Mali."),
            "accuse: group:monks group:soldiers; arms_transfer: group:soldiers group:rebels; attack: group:soldiers MLI");
  EXPECT_EQ(told("Togo, furious that Ghana had attacked Mali, expelled Ghana's envoy."), "attack: GHA MLI; expel: TGO GHA");
  EXPECT_EQ(told("Macky Sall fled as Kofi Mensah, after meeting Alassane Ouattara, attacked Togo."),
            "meet: person:kofi-mensah person:alassane-ouattara; attack: person:kofi-mensah TGO");
  EXPECT_EQ(told("Togo bombed Goma and Bukavu, and Kenya's president, William Ruto, who called it a crime, expelled Togo's envoy."),
            "attack: TGO city:cod-goma; attack: TGO city:cod-bukavu; criticise: person:william-ruto TGO; expel: person:william-ruto TGO");
}

TEST(NewsClausesTest, ParticiplesInFrontAndInLists) {
  EXPECT_EQ(told("Told by Ghana to free sailors held by rebels, Togo expelled its envoy."),
            "demand: GHA TGO; release: TGO group:sailors requested; detain: group:rebels group:sailors; expel: TGO GHA");
  EXPECT_EQ(told("Having denied that its jets had bombed Mali, Togo attacked Ghana."), "deny: TGO; attack: TGO MLI denied; attack: TGO GHA");
  EXPECT_EQ(told("The rebels, armed and trained by Togo, attacked Ghana."), "arms_transfer: TGO group:rebels; attack: group:rebels GHA");
  EXPECT_EQ(told("Kofi Mensah, arrested and condemned by Togo, left Ghana.").find("detain: TGO person:kofi-mensah"), 0u);
  EXPECT_EQ(told("Gunmen attacked a convoy in Mali on Friday killing six villagers."), "attack: group:gunmen group:convoy Friday; kill: group:gunmen group:villagers Friday");
  EXPECT_EQ(told("Togo arrested men who had rammed a bus, killing six villagers."), "detain: TGO group:men; kill: group:men group:villagers");
  EXPECT_EQ(told("A Togolese ferry sank off Ghana, killing six villagers."), "kill: group:villagers");
}

TEST(NewsClausesTest, WhomOthersObeyOrWhatTheyAskLeaveFor) {
  EXPECT_EQ(told("Togo asked Congress for permission to arm Ghana."), "request: TGO gov:us-congress; arms_transfer: TGO GHA requested");
  EXPECT_EQ(told("Togo pressed Ghana, which refuses to discuss the island, to withdraw its troops from Mali."), "demand: TGO GHA; withdraw: GHA MLI requested");
  EXPECT_EQ(told("Macky Sall ordered his warships to shell Togo."), "attack: person:macky-sall TGO requested");
  EXPECT_EQ(told("Macky Sall had Kofi Mensah arrested."), "detain: person:macky-sall person:kofi-mensah");
  EXPECT_EQ(told("Ghana rejected a plea by Togo not to attack Mali."), "reject: GHA TGO; request: TGO GHA; attack: GHA MLI denied requested");
  EXPECT_EQ(told("Togo armed the rebels, which, Macky Sall said, Ghana had trained."), "arms_transfer: TGO group:rebels; military_aid: GHA group:rebels");
}

TEST(NewsClausesTest, WordsThatLookLikeOthers) {
  EXPECT_EQ(told("NATO suspended co-operation with Belarus.").find("suspend: org:nato BLR"), 0u);
  EXPECT_EQ(told("Togo authorised sending U.S. missiles to Ghana.").find("arms_transfer: TGO USA"), std::string::npos);
  EXPECT_EQ(told("Togo attacked Mali and continues to arm rebels in Ghana."), "attack: TGO MLI; arms_transfer: TGO group:rebels ongoing");
  EXPECT_EQ(told("A convoy was attacked by the militant group Boko Haram east of the town of Diffa."), "attack: org:boko-haram group:convoy");
  EXPECT_EQ(told("Visiting Zambian Foreign Minister Kofi Mensah on Monday met Macky Sall."), "meet: person:kofi-mensah person:macky-sall Monday");
  EXPECT_EQ(told("Chinese coast guard ships used cannon.").find("arms_transfer"), std::string::npos);
  EXPECT_EQ(told("Togo suggested that Ghana was arming rebels.").find("request"), std::string::npos);
}

TEST(NewsClausesTest, KinWithANameBehindAfterActThemselves) {
  EXPECT_EQ(told("Joseph Kabila took over after his uncle, General Pierre Nsimba, had been arrested by soldiers."),
            "family_of: person:pierre-nsimba person:joseph-kabila ongoing; detain: group:soldiers person:pierre-nsimba");
}

TEST(NewsClausesTest, SomeOfThoseWhoAreToldOfLeaveThemTheSubject) {
  EXPECT_EQ(told("Kenya said nine porters, including a boy, were killed by rebels in Somalia."), "kill: group:rebels group:porters");
  EXPECT_EQ(told("Kenya said nine porters were killed by rebels in Somalia."), "kill: group:rebels group:porters");
}

TEST(NewsClausesTest, AParticipleOfHarmBelongsToTheBlastOrTheRocket) {
  EXPECT_EQ(told("A Tamil bomber blew himself up as Indian soldiers were chasing him, killing three farmers."),
            "bombing: group:tamil-bomber; coerce: IND group:tamil-bomber; kill: group:tamil-bomber group:farmers");
}

TEST(NewsClausesTest, ANameBehindAVerbWithoutAClauseStandsBeforeItsNoun) {
  EXPECT_EQ(told("Togo condemned Malian and French strikes on Kidal."),
            "criticise: TGO MLI; attack: FRA city:mli-kidal; attack: MLI city:mli-kidal");
  EXPECT_EQ(told("Estonia must meet NATO demands for more tanks, Finland said."),
            "demand: FIN EST; concede: EST org:nato potential; demand: org:nato EST");
}

TEST(NewsClausesTest, HostagesAreNamedBehindTheirCaptors) {
  EXPECT_EQ(told("Hostages held by Malian rebels, including three French engineers, were freed on Monday."),
            "detain: group:malian-rebels group:hostages; release: group:malian-rebels group:hostages Monday");
}

TEST(NewsClausesTest, ThoseAmongThemAndThoseWhoAct) {
  EXPECT_EQ(told("Togo freed ten sailors, among them two captains captured in Mali."), "release: TGO group:sailors; detain: group:captains");
  EXPECT_EQ(told("Kofi Mensah was arrested late on Friday by police acting on a warrant."), "detain: group:police person:kofi-mensah Friday");
  EXPECT_EQ(told("Ten sailors, freed by Togo thanks to Ghana, reached Mali."), "release: TGO group:sailors");
  EXPECT_EQ(told("Soldiers led by a captain attacked Togo."), "attack: group:soldiers TGO");
}

// "has" and "is" go on with one, "have" and "are" with many.
TEST(NewsClausesTest, AVerbGoesOnWithASubjectOfItsNumber) {
  EXPECT_EQ(told("Togo threatened Mali after rebels attacked Ghana in May and has armed Benin."),
            "threaten: TGO MLI; attack: group:rebels GHA May; arms_transfer: TGO BEN");
  EXPECT_EQ(told("Togo threatened Mali after rebels attacked Ghana and have taken Accra."),
            "threaten: TGO MLI; attack: group:rebels GHA; occupy: group:rebels city:gha-accra");
}

TEST(NewsClausesTest, WhoGotWhatARelativeClauseTellsOf) {
  EXPECT_EQ(told("Kenya bombed tanks that Iran gave Syria."), "arms_transfer: IRN SYR tanks");
  EXPECT_EQ(told("Kenya bombed the tanks Iran sold Syria in 2012."), "arms_transfer: IRN SYR tanks 2012");
  EXPECT_EQ(told("Kenya said that Iran gave Syria tanks."), "arms_transfer: IRN SYR tanks");
  EXPECT_EQ(told("Mali called off the painting of missiles that it had bought from Peru."), "arms_transfer: PER MLI missiles");
  EXPECT_EQ(told("Mali told reporters that missiles would be sold to Peru."), "arms_transfer: PER missiles planned");
}

TEST(NewsClausesTest, WhomSomebodyAsksIsAsked) {
  EXPECT_EQ(told("Kofi Mensah, whom the African Union has asked to mediate in Mali, flies to Lagos on Friday."),
            "request: org:african-union person:kofi-mensah; mediate: person:kofi-mensah MLI requested; "
            "visit: person:kofi-mensah city:nga-lagos planned Friday");
}

}  // namespace
}  // namespace dragoman
