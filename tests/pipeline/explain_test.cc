// Part of dragoman; see LICENSE.
//
// Explanations through the whole pipeline: slot paths, chains to entities, nearest misses.

#include "dragoman/explain.h"

#include <gtest/gtest.h>

#include "dragoman/knowledge.h"
#include "dragoman/pipeline.h"
#include "shipped.h"

namespace dragoman {
namespace {

Document analyse(const std::string& text) {
  DocumentInfo info;
  info.id = "test";
  info.date = Date{2023, 9, 5};
  return *shipped().analyze(text, info);
}

// "type role=slot:'word'>'word'>id ..." of each relation.
std::string explained(const std::string& text) {
  const Document d = analyse(text);
  std::string out;
  for (const RelationWhy& why : explain_relations(d)) {
    const RelationType& type = d.knowledge->schema().type(d.relations[why.relation].type);
    out += type.name;
    for (const ArgumentWhy& a : why.arguments) {
      out += " " + type.roles[a.role].name + "=" + a.slot + ":";
      for (const LinkStep& step : a.chain) {
        out += "'" + std::string(d.slice(d.mentions[step.mention])) + (step.stands_for ? "'for>" : "'>");
      }
      out += a.entity == kNone ? "-" : d.entities[a.entity].id;
    }
    out += "\n";
  }
  return out;
}

std::string missed(const std::string& text, const std::string& type, const std::string& a, const std::string& b) {
  const Document d = analyse(text);
  const Result<WhyNot> miss = why_not(d, {type, a, b});
  if (!miss.ok()) return miss.error().message();
  return std::string(to_string(miss->check)) + ": " + miss->detail;
}

TEST(ExplainTest, EveryArgumentNamesItsSlot) {
  EXPECT_EQ(explained("Iran supplied Syria with rockets."),
            "arms_transfer supplier=subj:'Iran'>IRN recipient=obj:'Syria'>SYR item=with:'rockets'>-\n");
}

TEST(ExplainTest, PassiveGivesTheSameRolesByTheSameSlots) {
  EXPECT_EQ(explained("Syria was attacked by Israel."), "attack agent=subj:'Israel'>ISR target=obj:'Syria'>SYR\n");
}

TEST(ExplainTest, PronounIsFollowedToTheName) {
  EXPECT_EQ(explained("Sergei Shoigu arrived on Monday. He praised Kim Jong Un."),
            "praise agent=subj:'He'>'Sergei Shoigu'>person:sergei-shoigu target=obj:'Kim Jong Un'>person:kim-jong-un\n");
}

TEST(ExplainTest, GroupActsForItsState) {
  EXPECT_EQ(explained("Russian troops bombed Odesa."),
            "attack agent=subj:'Russian troops'for>'Russian'>RUS target=obj:'Odesa'>city:ukr-odesa\n");
}

TEST(ExplainTest, TitleNeedsNoTrigger) {
  EXPECT_EQ(explained("Turkish Foreign Minister Hakan Fidan smiled at the cameras."),
            "holds_office holder=title:'Hakan Fidan'>person:hakan-fidan office=title:'Foreign Minister'>- "
            "of=title:'Turkish'>TUR\n");
}

TEST(ExplainTest, SecondLookChangesNothing) {
  const Document d = analyse("Russian troops bombed Odesa. North Korea sent Russia shells.");
  const Document before = d;
  (void)explain_relations(d);
  ASSERT_EQ(d.relations.size(), before.relations.size());
  EXPECT_EQ(d.entities.size(), before.entities.size());
}

TEST(WhyNotTest, NoTriggerOfTheType) {
  EXPECT_EQ(missed("North Korea and Russia discussed football.", "arms_transfer", "PRK", "RUS"),
            "no word opens a frame of the type: none of the triggers of arms_transfer stands there");
}

TEST(WhyNotTest, PartyThatIsNotThere) {
  EXPECT_EQ(missed("Iran supplied Syria with rockets.", "arms_transfer", "PRK", "SYR"),
            "the document does not mention a party: \"PRK\" is no entity of the document");
}

TEST(WhyNotTest, NeverInOneSentence) {
  EXPECT_EQ(missed("Iran tested a rocket. Peru signed a treaty with Chile.", "meet", "Iran", "Peru").substr(0, 34),
            "no sentence mentions both parties:");
}

TEST(WhyNotTest, TurnedRound) {
  EXPECT_EQ(missed("Iran supplied Syria with rockets.", "arms_transfer", "SYR", "IRN"),
            "found the other way round: \"supplied\" gave supplier IRN, recipient SYR");
}

TEST(WhyNotTest, Denied) {
  EXPECT_EQ(missed("Iran has not supplied Syria with rockets.", "arms_transfer", "IRN", "SYR"),
            "found, and denied: \"supplied\" gave supplier IRN, recipient SYR");
}

TEST(WhyNotTest, FoundBetweenOthers) {
  EXPECT_EQ(missed("Iran attacked Israel, Jordan said.", "attack", "JOR", "ISR").substr(0, 20), "found between others");
}

TEST(WhyNotTest, WhatTheFrameNeedsIsMissing) {
  const std::string miss = missed("Iran supplied Syria with wheat.", "arms_transfer", "IRN", "SYR");
  EXPECT_NE(miss.find("WEAPON"), std::string::npos) << miss;
}

TEST(WhyNotTest, RelationsOfOtherTypesAreNamed) {
  const Document d = analyse("Iran attacked Israel.");
  const Result<WhyNot> miss = why_not(d, {"sanction", "IRN", "ISR"});
  ASSERT_TRUE(miss.ok());
  ASSERT_EQ(miss->relations.size(), 1u);
  EXPECT_EQ(d.knowledge->schema().type(d.relations[miss->relations[0]].type).name, "attack");
}

TEST(WhyNotTest, UnknownTypeIsAnError) {
  EXPECT_EQ(missed("Iran attacked Israel.", "befriend", "IRN", "ISR"), "no relation type \"befriend\" in the schema");
}

TEST(WhyNotTest, DocumentWithoutKnowledgeIsAnError) {
  EXPECT_FALSE(why_not(Document(), {"attack", "", ""}).ok());
  EXPECT_TRUE(explain_relations(Document()).empty());
}

}  // namespace
}  // namespace dragoman
