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
    return found.empty() ? "nobody" : names.record(found.front()->person).name;
  };
  EXPECT_EQ(holder({2023, 7, 27}), "Sergei Shoigu");
  EXPECT_EQ(holder({2024, 6, 19}), "Andrei Belousov");
  EXPECT_EQ(holder({2012, 10, 31}), "nobody");
  EXPECT_EQ(holder({2012, 11, 1}), "Sergei Shoigu");
  EXPECT_EQ(offices->role(*offices->of_person(names.record_of("person:sergei-shoigu")).front()),
            "Minister of Defence");
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

}  // namespace
}  // namespace dragoman
