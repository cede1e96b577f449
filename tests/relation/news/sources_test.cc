// Part of dragoman; see LICENSE.
//
// Who vouches for what is told.

#include "relation/news/told.h"

#include <gtest/gtest.h>

namespace dragoman {
namespace {

TEST(NewsSourcesTest, WhoSpeaksAtTheEndVouchesBackToAContrast) {
  EXPECT_EQ(sources("Kenya attacked Chad and Mali attacked Togo, Ghana said."), "attack by GHA; attack by GHA");
  EXPECT_EQ(sources("Kenya attacked Chad, while Mali attacked Togo, Ghana said."), "attack; attack by GHA");
  EXPECT_EQ(sources("Kenya attacked Chad; Mali attacked Togo, Ghana said."), "attack; attack by GHA");
}

TEST(NewsSourcesTest, WhoseReportItIsVouchesForIt) {
  EXPECT_EQ(sources("A report by Amnesty International said Kenya attacked Chad."), "attack by org:amnesty-international");
  EXPECT_EQ(sources("A Ghanaian statement said Kenya attacked Chad."), "attack by GHA");
  EXPECT_EQ(sources("A report said Kenya attacked Chad."), "attack");
  EXPECT_EQ(sources("By Ghana's account, Kenya attacked Chad."), "attack by GHA");
  EXPECT_EQ(sources("Kenya attacked Chad, in the view of Ghana."), "attack by GHA");
  EXPECT_EQ(sources("Togo attacked Chad, which Kenya attacked, by Ghana's account."), "attack; attack by GHA");
  EXPECT_EQ(sources("Ghana said that Kenya attacked Chad and that Mali attacked Togo."), "attack by GHA; attack by GHA");
  EXPECT_EQ(sources("Ghana said in a statement carried by state radio that Kenya had attacked Chad."), "attack by GHA");
}

TEST(NewsSourcesTest, WhatIsSaidOfASourceIsNotSaidByIt) {
  EXPECT_EQ(sources("Kenya attacked Chad, according to Mali, which condemned Kenya."), "attack by MLI; criticise");
  EXPECT_EQ(sources("Kenya attacked Chad, according to a report by Mali that Kenya dismissed as propaganda."), "attack by MLI; deny");
}

TEST(NewsSourcesTest, ASourceInCommasHoldsForItsClause) {
  const Document doc = *shipped().analyze("The rebels, armed by Chad according to Niger, attacked Mali.");
  ASSERT_EQ(doc.relations.size(), 2u);
  for (const Relation& r : doc.relations) {
    const bool attack = shipped().knowledge()->schema().type(r.type).name == "attack";
    EXPECT_EQ(r.said_by.has_value(), !attack);
  }
}

}  // namespace
}  // namespace dragoman
