// Part of dragoman; see LICENSE.
//
// Lists of names and of verbs: who is in them, and who is not.

#include "relation/news/told.h"

#include <gtest/gtest.h>

namespace dragoman {
namespace {

TEST(NewsListsTest, NamesInCommasAreThePluralBeforeThem) {
  EXPECT_EQ(told("The two foreign ministers, Sergei Lavrov and Wang Yi, met on Monday."),
            "meet: person:sergei-lavrov person:wang-yi Monday");
}

TEST(NewsListsTest, AListOfThoseWhoseStateIsToldBehindThem) {
  EXPECT_EQ(told("Tony Abbott of Australia, Helen Clark of New Zealand and John Key met in Lima."),
            "citizen_of: person:tony-abbott AUS ongoing; citizen_of: person:helen-clark NZL ongoing; "
            "meet: person:tony-abbott person:helen-clark city:per-lima; meet: person:tony-abbott person:john-key city:per-lima; "
            "meet: person:helen-clark person:john-key city:per-lima");
}

TEST(NewsListsTest, AListOfVerbsIsNoInvertedSpeech) {
  EXPECT_EQ(told("Kenya attacked Somalia, accused Libya of theft and urged Togo to help."), "attack: KEN SOM; accuse: KEN LBY; request: KEN TGO");
  EXPECT_EQ(told("Kenya attacked Somalia, warned Chad of war and urged Togo to help."), "attack: KEN SOM; threaten: KEN TCD; request: KEN TGO");
}

TEST(NewsListsTest, SomeOfThemAreNoSubject) {
  EXPECT_EQ(told("Militants kidnapped four nurses, two of them Americans, and threatened Niger."),
            "detain: group:militants group:nurses; threaten: group:militants NER");
}

TEST(NewsListsTest, AlongWithJoinsAsAndDoes) {
  EXPECT_EQ(told("Bolivia, along with Mexico and Cuba, condemned Peru."), "criticise: BOL PER; criticise: MEX PER; criticise: CUB PER");
  EXPECT_EQ(told("France as well as Germany condemned Iran."), "criticise: FRA IRN; criticise: DEU IRN");
}

TEST(NewsListsTest, WhoMetAndSignedSignedWithWhomHeMet) {
  EXPECT_EQ(told("Xi Jinping met Vladimir Putin and signed a deal on gas."),
            "meet: person:xi-jinping person:vladimir-putin; agree: person:xi-jinping person:vladimir-putin");
}

TEST(NewsListsTest, NeitherOfTwoDidIt) {
  EXPECT_EQ(told("Neither Togo nor Benin has ratified the treaty."), "agree: TGO BEN denied");
  EXPECT_EQ(told("Neither Togo nor Benin agreed to attack Ghana."),
            "agree: TGO BEN denied; attack: TGO GHA denied agreed; "
            "attack: BEN GHA denied agreed");
}

TEST(NewsListsTest, WhatWasNotDoneIsNoPartOfTheList) {
  EXPECT_EQ(told("Togo attacked Benin but not Ghana."), "attack: TGO BEN");
}

TEST(NewsListsTest, EachToTheOther) {
  EXPECT_EQ(told("Azerbaijan and Armenia have each accused the other of lying."), "accuse: AZE ARM; accuse: ARM AZE");
  EXPECT_EQ(told("Azerbaijan and Armenia each accused the other of lying."), "accuse: AZE ARM; accuse: ARM AZE");
}

TEST(NewsListsTest, AGovernmentAndItsRebelsAreTwo) {
  EXPECT_EQ(told("The Philippine government and the MILF rebel group, whose talks in Kuala Lumpur broke down, left."),
            "negotiate: PHL org:moro-islamic-liberation-front");
}

TEST(NewsListsTest, TheirBordersAreTheirs) {
  EXPECT_EQ(told("Kenya and Ethiopia have threatened to close their borders with Somalia."),
            "threaten: KEN SOM; threaten: ETH SOM; suspend: KEN SOM threatened; suspend: ETH SOM threatened");
}

TEST(NewsListsTest, WhatOneVerbGivesToSeveral) {
  EXPECT_EQ(told("Ghana sold tanks to Togo and rifles to Mali."), "arms_transfer: GHA TGO tanks rifles; arms_transfer: GHA MLI tanks rifles");
  EXPECT_EQ(told("Ghana sold Togo six tanks and Mali four rifles."), "arms_transfer: GHA TGO tanks rifles; arms_transfer: GHA MLI tanks rifles");
  EXPECT_EQ(told("Kofi Mensah, a reporter for Reuters, and Ama Boateng were freed by Togo."),
            "works_for: person:kofi-mensah org:reuters ongoing; release: TGO person:kofi-mensah; release: TGO person:ama-boateng");
}

TEST(NewsListsTest, SomeOfTheOthersAreTheirs) {
  EXPECT_EQ(told("Togo and Mali each expelled six of the other's diplomats."), "expel: TGO MLI; expel: MLI TGO");
}

TEST(NewsListsTest, AListGoesOnBehindAnArticleAndInARelativeClause) {
  EXPECT_EQ(told("Togo expelled the envoys of Chile, Peru, the Philippines and Mali, ordering their staff to leave."),
            "expel: TGO CHL; expel: TGO PER; expel: TGO PHL; expel: TGO MLI; "
            "demand: TGO CHL; demand: TGO PER; demand: TGO PHL; demand: TGO MLI");
  EXPECT_EQ(told("Chad, which like Benin and Togo has expelled the envoy of Mali, criticised Ghana."), "expel: TCD MLI; criticise: TCD GHA");
}

}  // namespace
}  // namespace dragoman
