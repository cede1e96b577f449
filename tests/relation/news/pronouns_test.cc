// Part of dragoman; see LICENSE.
//
// Whom pronouns mean in news: who does it and whom it is done to, whose is whose, over clauses and sentences.

#include <gtest/gtest.h>

#include "told.h"

namespace dragoman {
namespace {

TEST(NewsPronounsTest, WhoActsIsNotWhomItIsDoneTo) {
  EXPECT_EQ(told("Ghanaian envoys flew to Lome, but Faure Gnassingbe refused to see them."),
            "visit: GHA city:tgo-lome; reject: person:faure-gnassingbe GHA");
  EXPECT_EQ(told("Rebels attacked Benin. Togo sent troops to fight them."),
            "attack: group:rebels BEN; exercise_force: TGO; at_war_with: TGO group:rebels");
  EXPECT_EQ(told("Togo accused Ghana and asked Mali to attack it."), "accuse: TGO GHA; request: TGO MLI; attack: MLI GHA requested");
}

TEST(NewsPronounsTest, HerMayBeAnObject) {
  EXPECT_EQ(told("Aminata Toure landed in Accra, where John Mahama met her."),
            "visit: person:aminata-toure city:gha-accra; meet: person:john-mahama person:aminata-toure");
}

TEST(NewsPronounsTest, ThoseHandedOverMayFlyHome) {
  EXPECT_EQ(told("Togo handed four Malian officers over to Ghana. They flew to Bamako."), "release: TGO MLI; visit: MLI city:mli-bamako");
}

TEST(NewsPronounsTest, WhatIsBlamedIsAnothers) {
  EXPECT_EQ(told("Umaro Embalo of Guinea-Bissau left. Macky Sall accused his government of fraud."),
            "citizen_of: person:umaro-sissoco-embalo GNB ongoing; accuse: person:macky-sall GNB");
  EXPECT_EQ(told("Togo protested to Accra after Ghanaian police had arrested 12 of its fishermen."), "protest: TGO GHA; detain: GHA TGO");
  EXPECT_EQ(told("Togo proposed talks, but Ghana opposed its plan."), "reject: GHA TGO");
}

TEST(NewsPronounsTest, ACapitalThatActsGoesOn) {
  EXPECT_EQ(told("Lome expelled Ghana's ambassador. It later attacked Benin."), "expel: TGO GHA; attack: TGO BEN");
}

TEST(NewsPronounsTest, AnAllyIsOfSomebodyElse) {
  EXPECT_EQ(told("Togo shelled Ghana. Mali, its closest ally, praised Benin."),
            "attack: TGO GHA; ally_of: MLI TGO ongoing; praise: MLI BEN");
  EXPECT_EQ(told("Faure Gnassingbe flew home. His ally John Mahama criticised Benin."),
            "ally_of: person:john-mahama person:faure-gnassingbe ongoing; criticise: person:john-mahama BEN");
}

TEST(NewsPronounsTest, TheTwoWhoMetAgree) {
  EXPECT_EQ(told("Bola Tinubu met Patrice Talon. They agreed on a truce."),
            "meet: person:bola-tinubu person:patrice-talon; agree: person:bola-tinubu person:patrice-talon; "
            "ceasefire: person:bola-tinubu person:patrice-talon agreed");
  EXPECT_NE(told("Togo's minister, Robert Dussey, telephoned his Malian counterpart and they agreed on a truce.")
                .find("agree: person:robert-dussey MLI"),
            std::string::npos);
}

TEST(NewsPronounsTest, WhoWasCaughtIsFreed) {
  EXPECT_EQ(told("Gunmen captured two Ghanaian soldiers. Togo said they had been freed by Mali."),
            "detain: group:gunmen GHA; release: MLI GHA");
}

TEST(NewsPronounsTest, WhoIsNamedAloneSpeaksOfHisOwn) {
  EXPECT_EQ(told("Faure Gnassingbe met Paul Biya. Faure Gnassingbe praised Paul Biya. John Mahama said his troops would attack Benin."),
            "meet: person:faure-gnassingbe person:paul-biya; praise: person:faure-gnassingbe person:paul-biya; attack: GHA BEN planned");
}

TEST(NewsPronounsTest, LawyersSpeakOfTheirClients) {
  EXPECT_EQ(told("Togo jailed Agbeyome Kodjo. His lawyer, Kofi Attah, said he had visited Ghana."),
            "detain: TGO person:agbeyome-kodjo; visit: person:agbeyome-kodjo GHA");
}

TEST(NewsPronounsTest, WhoIsWarnedWouldDoIt) {
  EXPECT_EQ(told("Togo warned Ghana that Mali would attack it if it invaded Benin."),
            "threaten: TGO GHA; attack: MLI GHA planned; invade: GHA BEN potential");
}

TEST(NewsPronounsTest, TheProtestersHaveALeader) {
  EXPECT_EQ(told("Togolese police beat protesters in Lome. Ghana jailed their leader.").find("person:"), std::string::npos);
}

TEST(NewsPronounsTest, FightersAreThoseOfTheGroup) {
  EXPECT_NE(told("Togo declared war on Boko Haram. Benin said its fighters had attacked Ghana.").find("attack: org:boko-haram GHA"),
            std::string::npos);
}

TEST(NewsPronounsTest, OpponentsAccuseHimWhoseTheyAre) {
  EXPECT_EQ(told("John Mahama flew home. His opponents accused him of theft."), "accuse: group:opponents person:john-mahama");
  EXPECT_EQ(told("Togo jailed 20 monks. Their wives asked Ghana to free them."),
            "detain: TGO group:monks; request: group:wives GHA; release: GHA group:monks requested");
}

TEST(NewsPronounsTest, WhoSendsTroopsSendsHisOwn) {
  EXPECT_EQ(told("Faure Gnassingbe threatened John Mahama and sent his troops to Benin.").find("GHA"), std::string::npos);
}

TEST(NewsPronounsTest, WhoAsksForHelpIsHelped) {
  EXPECT_NE(
      told("Mali attacked Benin. Macky Sall asked John Mahama to arm him.").find("arms_transfer: person:john-mahama person:macky-sall"),
      std::string::npos);
  EXPECT_NE(told("Soldiers fled. Malian rebels begged Ghana to send them rockets.").find("arms_transfer: GHA group:malian-rebels"),
            std::string::npos);
}

TEST(NewsPronounsTest, AClauseWithASubjectOfItsOwn) {
  EXPECT_NE(told("Macky Sall left, and John Mahama cut short his trip to meet him.").find("meet: person:john-mahama person:macky-sall"),
            std::string::npos);
}

TEST(NewsPronounsTest, TheTwoAreMediatedBetween) {
  EXPECT_NE(
      told("Alassane Ouattara won, but Laurent Gbagbo stayed. Ghana mediated between them.").find("mediate: GHA person:laurent-gbagbo"),
      std::string::npos);
}

TEST(NewsPronounsTest, BothSidesAreArmyAndGuerrillas) {
  EXPECT_NE(
      told("The army shelled Kara, and guerrillas attacked Lome. Ghana asked both sides to talk.").find("request: GHA group:guerrillas"),
      std::string::npos);
}

TEST(NewsPronounsTest, TwoDeedsToOne) {
  EXPECT_NE(told("Togo accused Ghana of financing and arming Malian rebels.").find("arms_transfer: GHA group:malian-rebels"),
            std::string::npos);
  EXPECT_EQ(told("Ghana criticised Togo for arresting Malian monks."), "criticise: GHA TGO; detain: TGO MLI");
}

TEST(NewsPronounsTest, ASpokesmanSpeaksOfAnother) {
  EXPECT_EQ(told("Omar Touray fled. A police spokesman said that he had been arrested."),
            "detain: person:omar-touray");
  EXPECT_EQ(told("Omar Touray fled. Musa Bello said in an interview on Monday that he had met Evo "
                 "Morales."),
            "meet: person:musa-bello person:evo-morales");
}

TEST(NewsPronounsTest, WhoTellsAnotherSpeaksOfHimself) {
  EXPECT_EQ(told("Omar Touray told Musa Bello on Friday that he had met Evo Morales."),
            "consult: person:omar-touray person:musa-bello Friday; meet: person:omar-touray "
            "person:evo-morales");
}

TEST(NewsPronounsTest, WhomItAccuses) {
  EXPECT_EQ(told("Kenya demanded that Somalia hand over Omar Touray, whom it accuses of murder."),
            "demand: KEN SOM; accuse: KEN person:omar-touray");
}

TEST(NewsPronounsTest, ABodyBesideAClauseInCommasSpeaks) {
  EXPECT_NE(told("Libya let inspectors in. The African Union, whose chairman had been there, "
                 "complained that it had been attacked by Togo.")
                .find("attack: TGO org:african-union"),
            std::string::npos);
}

}  // namespace
}  // namespace dragoman
