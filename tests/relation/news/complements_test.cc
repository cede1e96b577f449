// Part of dragoman; see LICENSE.
//
// Whose an infinitive is: "the first to visit", "telephoned to thank", "due to meet", "urged it to
// help".

#include "relation/news/told.h"

#include <gtest/gtest.h>

namespace dragoman {
namespace {

TEST(NewsComplementsTest, TheFirstToDoSoDidSo) {
  EXPECT_EQ(told("Japan was the first country to congratulate Taiwan."), "praise: JPN TWN");
}

TEST(NewsComplementsTest, TheFirstToDoItDidIt) {
  EXPECT_EQ(told("Yoon Suk Yeol, the first leader to visit Japan in years, accused North Korea of lying."),
            "visit: person:yoon-suk-yeol JPN; accuse: person:yoon-suk-yeol PRK");
  EXPECT_EQ(told("Japan spoke. Its foreign ministry accused Chile of lying."), "accuse: JPN CHL");
}

TEST(NewsComplementsTest, ThanksAreGivenByTelephoning) {
  EXPECT_EQ(told("Fidel Castro telephoned Hugo Chavez to thank him."),
            "consult: person:fidel-castro person:hugo-chavez; praise: person:fidel-castro person:hugo-chavez");
}

TEST(NewsComplementsTest, WhoIsDueToMeetPlansTo) {
  EXPECT_EQ(told("William Ruto and Salva Kiir are due to meet."), "meet: person:william-ruto person:salva-kiir planned");
}

TEST(NewsComplementsTest, WhatDoesNotSpeakDoesNotUrge) {
  EXPECT_EQ(told("The World Food Programme warned that 18 million people were going hungry and urged Sudan to help."),
            "request: org:world-food-programme SDN");
  EXPECT_EQ(told("Peru said the missile was Chilean and blamed Bolivia."), "accuse: PER BOL");
}

TEST(NewsComplementsTest, WhatIsDoneBeforeOrAfterIsAnotherDeed) {
  EXPECT_EQ(told("Raiders burned six trucks before fleeing to Niger."), "visit: group:raiders NER");
  EXPECT_EQ(told("The police raided a shop after arriving from Chad.").find("TCD"), std::string::npos);
}

}  // namespace
}  // namespace dragoman
