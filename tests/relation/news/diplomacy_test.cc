// Part of dragoman; see LICENSE.
//
// Words and meetings of states: whose request, truce or dispute it is, who judges what, who is called in by whom.

#include <gtest/gtest.h>

#include "relation/news/told.h"

namespace dragoman {
namespace {

TEST(NewsDiplomacyTest, NobodyTurnsDownWhatHeAsksHimself) {
  EXPECT_EQ(told("Gabon said Benin had turned down its offer."), "reject: BEN GAB");
  EXPECT_EQ(told("Senegal complained that Mali had rejected its request for grain."), "criticise: SEN MLI; reject: MLI SEN; request: SEN MLI");
  EXPECT_EQ(told("Benin accused Togo of spurning its plan."), "accuse: BEN TGO; reject: TGO BEN");
}

TEST(NewsDiplomacyTest, WhatIsWantedDoesNotSayWhoWantsIt) {
  EXPECT_EQ(told("Peru ignored an ultimatum to reinstate Manuel Zelaya."), "reject: PER; appoint: PER person:manuel-zelaya requested");
  EXPECT_EQ(told("Iran dismissed as baseless a charge by Oman."), "deny: IRN OMN");
}

TEST(NewsDiplomacyTest, WhoMediatesIsToldWithThoseWhoseTruceItIs) {
  EXPECT_EQ(told("Fiji and Tonga signed a truce brokered by Samoa."), "agree: FJI TON; ceasefire: FJI TON; mediate: WSM FJI; mediate: WSM TON");
  EXPECT_EQ(told("Qatar mediated between Chad and Sudan together with Oman."),
            "mediate: QAT TCD; mediate: QAT SDN; mediate: OMN TCD; mediate: OMN SDN");
  EXPECT_EQ(told("Oman mediated in Chad's dispute with Sudan."), "mediate: OMN TCD; mediate: OMN SDN");
  EXPECT_EQ(told("Chad tore up a truce that Libya brokered."), "mediate: LBY");
  EXPECT_EQ(told("Ghana helped broker a truce in Togo."), "mediate: GHA TGO");
}

TEST(NewsDiplomacyTest, AnEnvoyIsCalledInWhereHeIsPosted) {
  EXPECT_EQ(told("Chad's ambassador to Gabon was summoned over the remarks."), "criticise: GAB TCD");
  EXPECT_EQ(told("Ghana called its envoy to Togo home."), "break_relations: GHA TGO");
}

TEST(NewsDiplomacyTest, TradeIsSuspendedWithWhomOneHasJustDealtWith) {
  EXPECT_EQ(told("Peru expelled Chile's envoy and suspended trade."), "expel: PER CHL; suspend: PER CHL");
}

TEST(NewsDiplomacyTest, WhoIsNamedBehindOnesOwnPeopleIsNotAsked) {
  EXPECT_EQ(told("Denmark urged its citizens to leave Mali."), "");
}

TEST(NewsDiplomacyTest, AndLeadsFromOnePhraseToTheNext) {
  EXPECT_EQ(told("Peru spoke with Chile and with Bolivia."), "consult: PER CHL; consult: PER BOL");
  EXPECT_EQ(told("Mali condemned the pact between Ghana, Togo and Benin, and Niger recalled its envoy from Lome."),
            "criticise: MLI GHA; criticise: MLI TGO; criticise: MLI BEN; agree: GHA TGO; agree: GHA BEN; agree: TGO BEN; break_relations: NER TGO");
}

TEST(NewsDiplomacyTest, PairsAndCounterparts) {
  EXPECT_EQ(told("Kenya and Uganda quarrelled. Each has expelled a diplomat of the other."), "expel: KEN UGA; expel: UGA KEN");
  EXPECT_EQ(told("Kenya and Uganda quarrelled. The two spoke by telephone."), "consult: KEN UGA");
  EXPECT_EQ(told("Emmanuel Macron met Joe Biden and the two praised Togo."),
            "meet: person:emmanuel-macron person:joe-biden; praise: person:emmanuel-macron TGO; praise: person:joe-biden TGO");
  EXPECT_EQ(told("Lula da Silva telephoned his counterparts in Lima and Quito."), "consult: person:lula-da-silva PER; consult: person:lula-da-silva ECU");
}

TEST(NewsDiplomacyTest, ADeedIsJudgedThatTheSentenceBeforeIsAbout) {
  EXPECT_EQ(told("Togo seized a ship of Ghana. Ghana called it piracy."), "coerce: TGO GHA; criticise: GHA TGO");
  EXPECT_EQ(told("Togo closed the border with Ghana after a minister was held by rebels. Ghana regretted the step."),
            "suspend: TGO GHA; detain: group:rebels group:a-minister; criticise: GHA TGO");
  EXPECT_EQ(told("Togo called the raid on the port of Tema by Ghana a crime."), "criticise: TGO GHA; attack: GHA city:gha-tema");
  EXPECT_EQ(told("Togo said Ghana's remarks were an insult."), "criticise: TGO GHA");
}

TEST(NewsDiplomacyTest, OthersDoItToo) {
  EXPECT_EQ(told("Ghana condemned Togo, as did Benin."), "criticise: GHA TGO; criticise: BEN TGO");
  EXPECT_EQ(told("Ghana was joined by Benin in condemning Togo."), "criticise: GHA TGO; criticise: BEN TGO");
  EXPECT_EQ(told("Mali and Niger pledged to fight terrorism together."), "");
}

TEST(NewsDiplomacyTest, ATitleAndItsNameAreNoClause) {
  EXPECT_EQ(told("Malian leader Assimi Goita rejected calls from Togo for talks."), "reject: person:assimi-goita TGO; request: TGO person:assimi-goita");
}

TEST(NewsDiplomacyTest, PhrasesThatAreAdverbsStandBetween) {
  EXPECT_EQ(told("Peru left, and Ghana at once condemned Togo."), "criticise: GHA TGO");
  EXPECT_EQ(told("Ghana raised taxes and for the first time condemned Togo."), "criticise: GHA TGO");
  EXPECT_EQ(told("Benin said Ghana had in turn accused Togo."), "accuse: GHA TGO");
  EXPECT_EQ(told("Ghana once more condemned Togo."), "criticise: GHA TGO");
  EXPECT_EQ(told("Ghana agreed on Monday to Togo's request."), "concede: GHA TGO Monday");
}

TEST(NewsDiplomacyTest, WhomAPhraseInFrontNamesIsSomebodyElse) {
  EXPECT_EQ(told("Emmanuel Macron spoke. In a letter to Vladimir Putin he praised Togo."),
            "consult: person:emmanuel-macron person:vladimir-putin; praise: person:emmanuel-macron TGO");
  EXPECT_EQ(told("Emmanuel Macron wrote to Vladimir Putin asking him to sign."),
            "consult: person:emmanuel-macron person:vladimir-putin; request: person:emmanuel-macron person:vladimir-putin");
  EXPECT_EQ(told("Kenya has quarrelled with Britain, which it accuses of theft."), "accuse: KEN GBR");
}

TEST(NewsDiplomacyTest, WhoCallsAnotherNamesDoesNotTelephone) {
  EXPECT_EQ(told("Emmanuel Macron called Vladimir Putin cruel."), "criticise: person:emmanuel-macron person:vladimir-putin");
}

TEST(NewsDiplomacyTest, WhomOneSeesToAskIsAsked) {
  EXPECT_EQ(told("Ali Mensah met Karl Brandt in Oslo to ask for loans."),
            "meet: person:ali-mensah person:karl-brandt city:nor-oslo; request: person:ali-mensah person:karl-brandt");
  EXPECT_EQ(told("Mali and Togo signed a truce, but each soon accused the other of breaking it."),
            "agree: MLI TGO; ceasefire: MLI TGO; accuse: MLI TGO; accuse: TGO MLI");
}

}  // namespace
}  // namespace dragoman
