// Part of dragoman; see LICENSE.

#include "entity/persons.h"

#include <algorithm>
#include <map>
#include <random>

#include <gtest/gtest.h>

namespace dragoman {
namespace {

PersonName name_of(std::uint64_t given, std::uint64_t family) {
  PersonName name;
  name.parts = {given, family};
  name.count = 2;
  name.family = 1;
  return name;
}

// Long lists are kept otherwise than short ones; what they hold is the same.
TEST(PersonIndexTest, ListsHoldEachEntityOnceInTheOrderTheyCame) {
  PersonIndex persons;
  std::map<std::uint64_t, std::vector<Index>> families, givens;
  std::mt19937 random(7);
  const auto add = [](std::vector<Index>& list, Index entity) {
    if (std::find(list.begin(), list.end(), entity) == list.end()) list.push_back(entity);
  };
  for (int i = 0; i < 4000; ++i) {
    const std::uint64_t given = 1 + random() % 3, family = 100 + random() % 40 * (random() % 2);
    const auto entity = Index(random() % 300);
    persons.add(name_of(given, family), entity);
    add(families[family], entity);
    add(givens[given], entity);
  }
  for (const auto& [family, wanted] : families) {
    std::vector<Index> found;
    persons.each_of_family(family, [&](Index entity) { found.push_back(entity); });
    EXPECT_EQ(found, wanted) << family;
  }
  for (const auto& [given, wanted] : givens) {
    std::vector<Index> found;
    persons.each_of_given(given, [&](Index entity) { found.push_back(entity); });
    EXPECT_EQ(found, wanted) << given;
  }
}

TEST(PersonIndexTest, FullNamesAreFoundAgainAmongManyOfTheFamily) {
  PersonIndex persons;
  for (Index i = 0; i < 60; ++i) persons.add(name_of(1000 + i, 5), i);
  for (Index i = 0; i < 60; ++i) EXPECT_EQ(persons.same_as(name_of(1000 + i, 5)), i);
}

// Who was spoken of last is known of a name that very many share, and of those who joined them since.
TEST(PersonIndexTest, WhoOfManyWasSpokenOfLast) {
  PersonIndex persons;
  for (Index i = 0; i < 10; ++i) persons.add(name_of(1000 + i, 5), i);
  persons.spoken_of(3);
  EXPECT_EQ(persons.last_of_family(5), kNone);   // few: the lists are walked
  for (Index i = 10; i < 60; ++i) persons.add(name_of(1000 + i, 5), i);
  EXPECT_EQ(persons.last_of_family(5), kNone);
  for (const Index who : {3u, 59u, 20u}) {
    persons.spoken_of(who);
    EXPECT_EQ(persons.last_of_family(5), who);
  }
  EXPECT_EQ(persons.last_of_given(1003), kNone);
  persons.clear();
  EXPECT_EQ(persons.last_of_family(5), kNone);
}

}  // namespace
}  // namespace dragoman
