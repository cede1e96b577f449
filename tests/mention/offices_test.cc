// Part of dragoman; see LICENSE.

#include "mention/offices.h"

#include <gtest/gtest.h>

#include "dragoman/document.h"
#include "mention/person_names.h"
#include "dragoman/token.h"

namespace dragoman {
namespace {

Gazetteer people() {
  return *Gazetteer::parse({{"p.tsv",
                             "name\ttype\tid\tkind\n"
                             "Russia\tSTATE\tRUS\tpreferred\n"
                             "Sergei Shoigu\tPERSON\tperson:sergei-shoigu\tpreferred\n"
                             "Andrei Belousov\tPERSON\tperson:andrei-belousov\tpreferred\n"}});
}

constexpr const char* kHead = "person\trole\trole_class\torganisation\tstate\tfrom\tto\n";

TEST(OfficesTest, HolderDependsOnTheDay) {
  const Gazetteer names = people();
  const auto offices = Offices::parse(
      "o.tsv",
      std::string(kHead) +
          "person:sergei-shoigu\tMinister of Defence\tdefence_minister\tMinistry of Defence\tRUS\t2012-11\t2024-05\n"
          "person:andrei-belousov\tMinister of Defence\tdefence_minister\t-\tRUS\t2024-05-14\t-\n",
      names);
  ASSERT_TRUE(offices.ok()) << offices.error().message();
  const auto holder = [&](Date date) -> std::string {
    const auto found = offices->holders(names.record_of("RUS"), RoleClass::kDefenceMinister, to_days(date));
    return found.empty() ? std::string("nobody") : std::string(names.record(found.front()->person).name);
  };
  EXPECT_EQ(holder({2023, 7, 27}), "Sergei Shoigu");
  EXPECT_EQ(holder({2024, 6, 19}), "Andrei Belousov");
  EXPECT_EQ(holder({2012, 10, 31}), "nobody");
  EXPECT_EQ(holder({2012, 11, 1}), "Sergei Shoigu");
  EXPECT_EQ(offices->role(*offices->of_person(names.record_of("person:sergei-shoigu")).front()),
            "Minister of Defence");
}

TEST(OfficesTest, KnownEndsStandBeforeUnknownOnes) {
  const Gazetteer names = people();
  const auto offices = Offices::parse(
      "o.tsv",
      std::string(kHead) +
          "person:andrei-belousov\tMinister\tminister\tMinistry of Economy\tRUS\t2012\t?\n"
          "person:sergei-shoigu\tMinister\tminister\tMinistry of Emergencies\tRUS\t2010\t2015-06-30\n",
      names);
  ASSERT_TRUE(offices.ok()) << offices.error().message();
  const Index russia = names.record_of("RUS");
  const auto both = offices->holders(russia, RoleClass::kMinister, to_days({2014, 1, 1}));
  ASSERT_EQ(both.size(), 2u);
  EXPECT_FALSE(both[0]->end_unknown);
  EXPECT_TRUE(both[1]->end_unknown);
  EXPECT_EQ(offices->holders(russia, RoleClass::kMinister, to_days({2015, 7, 1})).size(), 1u);
  const auto there = offices->holders(russia, RoleClass::kMinister, to_days({2014, 1, 1}), "ministry of economy");
  ASSERT_EQ(there.size(), 1u);
  EXPECT_EQ(names.record(there[0]->person).id, "person:andrei-belousov");
  EXPECT_TRUE(offices->holders(kNone, RoleClass::kMinister, 0).empty());
  EXPECT_EQ(offices->file(*there[0]), "o.tsv");
  EXPECT_EQ(there[0]->line, 2u);
}

TEST(OfficesTest, BadRowsSayWhere) {
  const auto complaint = [](const std::string& row) {
    const Gazetteer names = people();
    const auto offices = Offices::parse("o.tsv", kHead + row, names);
    return offices.ok() ? "loaded" : offices.error().message();
  };
  EXPECT_EQ(complaint("person:x\tr\tminister\t-\tRUS\t-\t-\n"),
            "o.tsv:2: column 1 (person): \"person:x\" is not the id of a known person");
  EXPECT_EQ(complaint("person:sergei-shoigu\tr\tminister\t-\tXXX\t-\t-\n"),
            "o.tsv:2: column 5 (state): \"XXX\" is not the code of a known state");
  EXPECT_EQ(complaint("person:sergei-shoigu\tr\tminister\t-\tRUS\t2023-13\t-\n"),
            "o.tsv:2: column 6 (from): \"2023-13\" is not YYYY, YYYY-MM, YYYY-MM-DD or -");
  EXPECT_EQ(complaint("RUS\tr\tminister\t-\tRUS\t-\t-\n"),
            "o.tsv:2: column 1 (person): \"RUS\" is not the id of a known person");
  EXPECT_EQ(complaint("person:sergei-shoigu\tr\tminister\t-\tRUS\t2024\t2023\n"),
            "o.tsv:2: column 7 (to): \"2023\" is not a day after the start of the term");
  EXPECT_EQ(complaint("person:sergei-shoigu\tr\tminister\n"),
            "o.tsv:2: 3 columns, expected 7 (person, role, role_class, organisation, state, from, to): "
            "\"person:sergei-shoigu\\x09r\\x09minister\"");
  EXPECT_EQ(complaint("person:sergei-shoigu\tr\thonorific\t-\tRUS\t-\t-\n"),
            "o.tsv:2: column 3 (role_class): \"honorific\" is not a class of offices");
}

TEST(PersonNamesTest, GivenNamesAndSurnamesShareOneEntry) {
  const auto names = PersonNames::parse(
      "name\tgender\tweight\tcommon\nKim\tf\t3\t-\nJosé\tm\t8\t-\nGrant\tm\t4\t1\n",
      "name\tweight\tcommon\tfamily_first\nKim\t9\t-\t1\n");
  ASSERT_TRUE(names.ok()) << names.error().message();
  const PersonNames::Entry* kim = names->find(fold_hash("KIM"));
  ASSERT_NE(kim, nullptr);
  EXPECT_EQ(kim->given_weight, 3);
  EXPECT_EQ(kim->surname_weight, 9);
  EXPECT_TRUE(kim->family_first);
  EXPECT_EQ(names->find(fold_hash("Jose"))->gender, 'm');
  EXPECT_TRUE(names->find(fold_hash("grant"))->common);
  EXPECT_EQ(names->find(fold_hash("Zzz")), nullptr);
}

TEST(PersonNamesTest, BadRowsSayWhere) {
  const auto complaint = [](const char* given, const char* surnames) {
    const auto names = PersonNames::parse(given, surnames);
    return names.ok() ? "loaded" : names.error().message();
  };
  const char* none = "name\tweight\n";
  EXPECT_EQ(complaint("name\tgender\tweight\nAna\tx\t3\n", none),
            "given_names:2: column 2 (gender): \"x\" is not m, f or u");
  EXPECT_EQ(complaint(none, "name\tweight\nSilva\t10\n"),
            "surnames:2: column 2 (weight): \"10\" is not a weight from 1 to 9");
  EXPECT_EQ(complaint("name\n", none), "given_names:1: no column \"weight\" in the header, expected name, weight");
  EXPECT_EQ(complaint(none, none), "loaded");
}

}  // namespace
}  // namespace dragoman
