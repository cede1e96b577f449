// Part of dragoman; see LICENSE.

#include "mention/select.h"

#include <random>

#include <gtest/gtest.h>

namespace dragoman {
namespace {

Reading reading(Index first, Index last, MentionType type, bool known = false, std::uint16_t rank = 0,
                MentionForm form = MentionForm::kNamed) {
  Reading r;
  r.mention.first = first;
  r.mention.last = last;
  r.mention.span = {first * 10, last * 10};
  r.mention.type = type;
  r.mention.form = form;
  r.known = known;
  r.rank = rank;
  return r;
}

// "0-2 PERSON; 3-4 STATE" and the losers behind a bar.
std::string choose(std::vector<Reading> readings) {
  std::vector<Mention> mentions;
  std::vector<Rejected> rejected;
  select_readings(readings, mentions, rejected);
  std::string out;
  for (const Mention& m : mentions) {
    out += std::to_string(m.first) + "-" + std::to_string(m.last) + " " + std::string(to_string(m.type)) + "; ";
  }
  out += "|";
  for (const Rejected& r : rejected) {
    out += " " + std::string(to_string(r.mention.type)) + ": " + std::string(to_string(r.why));
  }
  return out;
}

TEST(SelectTest, NameThatTheTaggerFindsBeatsALongerReading) {
  Reading shorter = reading(1, 3, MentionType::kOrganisation);
  shorter.voted = true;
  EXPECT_EQ(choose({reading(0, 4, MentionType::kPerson), shorter}), "1-3 ORGANISATION; | PERSON: the learned tagger finds another name there");
}

TEST(SelectTest, MoreTokensWin) {
  EXPECT_EQ(choose({reading(0, 1, MentionType::kState, true), reading(0, 2, MentionType::kPerson)}),
            "0-2 PERSON; | STATE: a longer reading covers it");
}

TEST(SelectTest, TheGazetteerGoesBeforeARule) {
  EXPECT_EQ(choose({reading(0, 2, MentionType::kPerson, false), reading(0, 2, MentionType::kCity, true)}),
            "0-2 CITY; | PERSON: another type of the same span stands earlier in the order");
}

TEST(SelectTest, DescriptionsHoldNamesButDoNotCrossThem) {
  EXPECT_EQ(choose({reading(0, 1, MentionType::kState, true), reading(0, 2, MentionType::kGroup)}),
            "0-2 GROUP; 0-1 STATE; |");
  EXPECT_EQ(choose({reading(0, 2, MentionType::kState, true), reading(1, 3, MentionType::kGroup)}),
            "0-2 STATE; | GROUP: another type of the same span stands earlier in the order");
}

TEST(SelectTest, OfficesStandInsideDescriptions) {
  EXPECT_EQ(choose({reading(1, 3, MentionType::kOffice, true),
                    reading(0, 3, MentionType::kPerson, false, 0, MentionForm::kNominal)}),
            "0-3 PERSON; 1-3 OFFICE; |");
}

// No two winners may cross, whatever comes in, and the order of input does not matter.
TEST(SelectTest, AnyInputGivesNestedWinnersAndOneAnswer) {
  std::mt19937 random(7);
  for (int round = 0; round < 3000; ++round) {
    std::vector<Reading> readings;
    const int count = 1 + int(random() % 8);
    for (int i = 0; i < count; ++i) {
      const Index first = random() % 8;
      readings.push_back(reading(first, first + 1 + random() % 4, MentionType(random() % unsigned(MentionType::kCount)),
                                 random() % 2, std::uint16_t(random() % 4),
                                 random() % 3 == 0 ? MentionForm::kNominal : MentionForm::kNamed));
    }
    std::vector<Reading> shuffled = readings;
    std::shuffle(shuffled.begin(), shuffled.end(), random);
    std::vector<Mention> a, b;
    std::vector<Rejected> lost;
    select_readings(readings, a, lost);
    select_readings(shuffled, b, lost);
    ASSERT_EQ(a.size(), b.size());
    for (std::size_t i = 0; i < a.size(); ++i) {
      ASSERT_EQ(a[i].span, b[i].span);
      ASSERT_EQ(a[i].type, b[i].type);
      for (std::size_t k = 0; k < i; ++k) {
        const bool apart = a[k].last <= a[i].first || a[i].last <= a[k].first;
        const bool nested = a[k].span.contains(a[i].span) || a[i].span.contains(a[k].span);
        ASSERT_TRUE(apart || nested);
      }
    }
  }
}

}  // namespace
}  // namespace dragoman
