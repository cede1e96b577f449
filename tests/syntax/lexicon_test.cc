// Part of dragoman; see LICENSE.

#include "syntax/lexicon.h"

#include <gtest/gtest.h>

#include "dragoman/token.h"
#include "syntax/inflect.h"

namespace dragoman {
namespace {

TEST(InflectTest, SpellsRegularForms) {
  EXPECT_EQ(regular_past("ship"), "shipped");
  EXPECT_EQ(regular_past("deny"), "denied");
  EXPECT_EQ(regular_past("free"), "freed");
  EXPECT_EQ(regular_past("attack"), "attacked");
  EXPECT_EQ(regular_gerund("seize"), "seizing");
  EXPECT_EQ(regular_gerund("flee"), "fleeing");
  EXPECT_EQ(regular_gerund("die"), "dying");
  EXPECT_EQ(regular_s("ally"), "allies");
  EXPECT_EQ(regular_s("clash"), "clashes");
}

Lexicon small() {
  return *Lexicon::parse("word\tparts\tforms\nsell\tv9\tpast=sold;part=sold\nvisit\tn2v8\t-\n", "words.tsv",
                         "planned: [plan]\n", "classes.yaml");
}

TEST(LexiconTest, FormsLeadToTheirLemma) {
  const Lexicon words = small();
  const Entry* sold = words.find(fold_hash("SOLD"));
  ASSERT_NE(sold, nullptr);
  EXPECT_EQ(words.lemma(sold->verb), "sell");
  EXPECT_EQ(sold->verb_forms, kPast | kPastParticiple);
  const Entry* visits = words.find(fold_hash("visits"));
  ASSERT_NE(visits, nullptr);
  EXPECT_EQ(visits->noun_forms, kPlural);
  EXPECT_EQ(visits->verb_forms, kThird);
}

TEST(LexiconTest, WordsOfTheCodeAreFoundBeforeAndAfterFreezing) {
  static constexpr FewWords kFew = {"visit", "plan"};
  static constexpr FewWords kMore = {"go", "come", "buy", "sell", "give", "take", "plan", "bring", "carry"};
  Lexicon words = small();
  words.intern("vist");
  for (const bool frozen : {false, true}) {
    if (frozen) words.freeze();
    const LemmaId sell = words.find(fold_hash("sold"))->verb, visit = words.find(fold_hash("visits"))->verb;
    EXPECT_TRUE(words.is(sell, "sell"));
    EXPECT_FALSE(words.is(sell, "visit"));
    EXPECT_TRUE(words.is_one_of(visit, kFew));
    EXPECT_FALSE(words.is_one_of(sell, kFew));
    EXPECT_TRUE(words.is_one_of(sell, kMore));
    EXPECT_FALSE(words.is_one_of(visit, kMore));
    EXPECT_FALSE(words.is_one_of(words.id("vist"), kFew));
    EXPECT_FALSE(words.is_one_of(kNoLemma, kFew));
    EXPECT_TRUE(words.is(words.id("plan"), kIsPlanned));
  }
}

TEST(LexiconTest, BadRowSaysWhere) {
  const auto bad = Lexicon::parse("word\tparts\tforms\nsell\tv9\n", "words.tsv", "planned: [plan]", "c.yaml");
  ASSERT_FALSE(bad.ok());
  EXPECT_EQ(bad.error().message(), "words.tsv:2: 2 columns, expected 3 (word, parts, forms)");
}

TEST(LexiconTest, UnknownClassSaysWhatWasMeant) {
  const auto bad = Lexicon::parse("", "words.tsv", "\nplaned: [plan]", "classes.yaml");
  ASSERT_FALSE(bad.ok());
  EXPECT_EQ(bad.error().message(), "classes.yaml:2: no word class \"planed\"; did you mean \"planned\"?");
}

TEST(LexiconTest, ShippedTablesLoad) {
  const auto words = Lexicon::load(DRAGOMAN_SOURCE_DIR "/data/syntax");
  ASSERT_TRUE(words.ok()) << words.error().message();
  const Entry* sought = words->find(fold_hash("sought"));
  ASSERT_NE(sought, nullptr);
  EXPECT_EQ(words->lemma(sought->verb), "seek");
}

}  // namespace
}  // namespace dragoman
