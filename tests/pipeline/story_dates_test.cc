// Part of dragoman; see LICENSE.
//
// Dates that are told from the day named before them.

#include <gtest/gtest.h>

#include "dragoman/pipeline.h"
#include "shipped.h"

namespace dragoman {
namespace {

// The dates of a text of Wednesday, 15 May 2024.
std::string dates(const std::string& text) {
  const Document d = *shipped().analyze(text, {.id = "a", .date = Date{2024, 5, 15}, .outlet = "", .url = ""});
  std::string out;
  for (const Mention& m : d.mentions) {
    if (m.type == MentionType::kDate) out += m.value == kNone ? "- " : to_string(d.dates[m.value]) + " ";
  }
  return out;
}

TEST(StoryDatesTest, TheNextDayFollowsTheDayThatWasNamed) {
  EXPECT_EQ(dates("The army took the port on Friday. The envoy left the next day."), "2024-05-10 2024-05-11 ");
  EXPECT_EQ(dates("The army took the port on Friday. Two days later the envoy left."), "2024-05-10 2024-05-12 ");
  EXPECT_EQ(dates("The army took the port on Friday. The envoy had left the day before."), "2024-05-10 2024-05-09 ");
  EXPECT_EQ(dates("The army took the port on Friday. That night the envoy left."), "2024-05-10 2024-05-10 ");
  EXPECT_EQ(dates("The army took the port on 3 March 2011. A year later the envoy left."), "2011-03-03 2012 ");
}

// When the events of a text of 15 May 2024 were, in the order of their triggers.
std::string whens(const std::string& text) {
  const Document d = *shipped().analyze(text, {.id = "a", .date = Date{2024, 5, 15}, .outlet = "", .url = ""});
  std::string out;
  for (const Relation& r : d.relations) out += (r.when ? to_string(r.when->value) : "-") + " ";
  return out;
}

TEST(StoryDatesTest, AClauseIsToldFromTheDayOfTheOther) {
  EXPECT_EQ(whens("Peru attacked Chile on Friday, two days after Togo had attacked Benin."), "2024-05-10 2024-05-08 ");
  EXPECT_EQ(whens("A day after Togo attacked Benin, Peru attacked Chile on Friday."), "2024-05-09 2024-05-10 ");
}

TEST(StoryDatesTest, WhatIsToldFromTodayStays) {
  EXPECT_EQ(dates("The army took the port on Friday. The envoy will leave next month."), "2024-05-10 2024-06 ");
  EXPECT_EQ(dates("The army took the port on Friday. The envoy left two weeks ago."), "2024-05-10 2024-04-29/2024-05-05 ");
}

TEST(StoryDatesTest, WithoutADayNothingIsTold) { EXPECT_EQ(dates("The army took the port. The envoy left a day later."), "- "); }

}  // namespace
}  // namespace dragoman
