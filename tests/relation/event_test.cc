// Part of dragoman; see LICENSE.
//
// Texts as event data codes them: source, event, target.

#include "dragoman/event.h"

#include <gtest/gtest.h>

#include "dragoman/pipeline.h"
#include "shipped.h"

namespace dragoman {
namespace {

// "SVK DEMAND HUN; ..." of the foreground; a state lent by the place stands in brackets.
std::string events(const std::string& text) {
  const Document d = *shipped().analyze(text, {.id = "", .date = Date{2023, 9, 5}, .outlet = "", .url = ""});
  std::string out;
  const auto actor = [](const EventActor& a) {
    return a.state.empty() ? std::string("-") : a.by_place ? "(" + a.state + ")" : a.state;
  };
  for (const Event& e : d.events) {
    if (e.background) continue;
    out += (out.empty() ? "" : "; ") + actor(e.source) + " " + e.code->plover + " " + actor(e.target);
  }
  return out;
}

TEST(EventTest, StatusDecides) {
  EXPECT_EQ(events("Norway sent food aid to Malawi."), "NOR AID MWI");
  EXPECT_EQ(events("Norway will send food aid to Malawi."), "NOR AGREE MWI");
  EXPECT_EQ(events("Norway has refused to send food aid to Malawi."), "NOR REJECT MWI");
  EXPECT_EQ(events("Norway may send food aid to Malawi."), "");
  EXPECT_EQ(events("Rwanda threatened to bomb Burundi."), "RWA THREATEN BDI");
  EXPECT_EQ(events("Rwanda vowed to bomb Burundi."), "RWA THREATEN BDI");
}

TEST(EventTest, WhatFillsOutAnotherReportIsNoEvent) {
  EXPECT_EQ(events("Slovakia demanded that Hungary withdraw its troops from Serbia."), "SVK DEMAND HUN");
  EXPECT_EQ(events("Ghana said on Monday that Togo must free the sailors."), "GHA DEMAND TGO");
}

TEST(EventTest, TheBackgroundStaysThere) {
  EXPECT_EQ(events("Kenya, which invaded Somalia, praised Ethiopia."), "KEN SUPPORT ETH");
}

TEST(EventTest, DirectionSurvivesThePassive) {
  EXPECT_EQ(events("Mali was bombed by Niger."), "NER FIGHT MLI");
  EXPECT_EQ(events("An offer by Angola was rejected by Zambia."), "ZMB REJECT AGO");
}

TEST(EventTest, ActorsAreCodedByState) {
  EXPECT_EQ(events("The United Nations condemned Eritrea."), "IGO DISAPPROVE ERI");
  EXPECT_EQ(events("Rebels in Chad attacked Sudanese soldiers."), "(TCD) FIGHT SDN");
  EXPECT_EQ(events("Students in Bolivia demonstrated on Monday."), "BOL PROTEST (BOL)");
}

TEST(EventTest, ADrillWithAPartnerIsCooperation) {
  EXPECT_EQ(events("Brazil held military drills with Peru."), "BRA COOPERATE PER");
  EXPECT_EQ(events("Brazil held military drills near Peru on Monday."), "BRA MOBILIZE PER");
}

TEST(EventTest, NothingInNothing) { EXPECT_EQ(events("The weather in Peru was fine."), ""); }

}  // namespace
}  // namespace dragoman
