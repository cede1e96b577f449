// Part of dragoman; see LICENSE.

#include "dragoman/name_compare.h"

#include <memory>

#include <gtest/gtest.h>
#include <unicode/translit.h>
#include <unicode/unistr.h>
#include <unicode/uversion.h>

#include "entity/latin_letters.h"

namespace dragoman {
namespace {

// "same: another spelling of the same sounds", or "different".
std::string judge(std::string_view a, std::string_view b) {
  const NameLikeness l = compare_names(a, b);
  const NameLikeness back = compare_names(b, a);
  EXPECT_EQ(l.score, back.score) << a << " / " << b;
  EXPECT_EQ(l.reason, back.reason) << a << " / " << b;
  EXPECT_GE(l.score, 0);
  EXPECT_LE(l.score, 1);
  return l.score >= kSamePerson ? "same: " + std::string(to_string(l.reason)) : "different";
}

const std::string kSpelling = "same: another spelling of the same sounds";
const std::string kLetters = "same: the same letters but for case, accents, hyphens or alphabet";

TEST(NameCompareTest, SpellingsOfSlavicNames) {
  EXPECT_EQ(judge("Volodymyr Zelensky", "Volodymyr Zelenskyy"), kSpelling);
  EXPECT_EQ(judge("Volodymyr Zelenskiy", "Volodymyr Zelensky"), kSpelling);
  EXPECT_EQ(judge("Sergei Lavrov", "Sergey Lavrov"), kSpelling);
  EXPECT_EQ(judge("Mikhail Gorbachev", "Michail Gorbatschow").substr(0, 4), "same");
  EXPECT_EQ(judge("Aleksandr Lukashenko", "Alexander Lukashenka"), kSpelling);
}

TEST(NameCompareTest, SpellingsOfArabicAndPersianNames) {
  EXPECT_EQ(judge("Naim Qassem", "Naim Qasim"), kSpelling);
  EXPECT_EQ(judge("Muammar Gaddafi", "Moammar Gadhafi"), kSpelling);
  EXPECT_EQ(judge("Muammar el-Qaddafi", "Muammar Gaddafi"), kSpelling);
  EXPECT_EQ(judge("Mohammed Hussein", "Muhammad Husayn"), kSpelling);
  EXPECT_EQ(judge("Mahmoud Ahmadinejad", "Mahmud Ahmadi-Nejad"), kSpelling);
}

TEST(NameCompareTest, AccentsHyphensAndCase) {
  EXPECT_EQ(judge("Nicolás Maduro", "NICOLAS MADURO"), kLetters);
  EXPECT_EQ(judge("Kim Jong-un", "Kim Jong Un"), kLetters);
  EXPECT_EQ(judge("Kim Jongun", "Kim Jong Un"), kLetters);
  EXPECT_EQ(judge("Recep Tayyip Erdoğan", "Recep Tayyip Erdogan"), kLetters);
  EXPECT_EQ(judge("Peter O'Neill", "Peter O’Neill"), kLetters);
}

TEST(NameCompareTest, OtherAlphabets) {
  EXPECT_EQ(judge("Владимир Путин", "Vladimir Putin"), kLetters);
  EXPECT_EQ(judge("Γιώργος Παπανδρέου", "Giorgos Papandreou").substr(0, 4), "same");
  EXPECT_EQ(judge("Σωκράτης Δημητρίου", "Nikos Dendias"), "different");
}

// The table that spares most names the transliterator.
TEST(NameCompareTest, LatinLettersAreThoseOfIcu) {
  if (U_ICU_VERSION_MAJOR_NUM != 72) GTEST_SKIP() << "made by ICU 72";
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<icu::Transliterator> icus(
      icu::Transliterator::createInstance("Any-Latin; Latin-ASCII; Lower", UTRANS_FORWARD, status));
  ASSERT_TRUE(U_SUCCESS(status));
  int known = 0;
  for (UChar32 c = 0x80; c < 0x3000; ++c) {
    for (const char* const before : {"", "o", "o "}) {
      icu::UnicodeString name(before);
      name.append(c).append("neil");
      std::string utf8, own, expected;
      name.toUTF8String(utf8);
      if (!latin_letters(utf8, own)) continue;
      icus->transliterate(name);
      EXPECT_EQ(own, name.toUTF8String(expected)) << std::hex << c;
      ++known;
    }
  }
  EXPECT_EQ(known, 3 * (400 + 256 + 11));
}

TEST(NameCompareTest, Particles) {
  EXPECT_EQ(judge("Bashar al-Assad", "Bashar Assad"), "same: the same but for a particle or a title of descent");
  EXPECT_EQ(judge("Ursula von der Leyen", "Ursula Leyen"), "same: the same but for a particle or a title of descent");
  EXPECT_EQ(judge("Bongbong Marcos Jr.", "Bongbong Marcos"), "same: the same but for a particle or a title of descent");
}

TEST(NameCompareTest, OrderOfFamilyAndGivenName) {
  EXPECT_EQ(judge("Kerry, John", "John Kerry"), kLetters);
  EXPECT_EQ(judge("Orbán Viktor", "Viktor Orbán"), "same: the family name stands first in one of them");
  EXPECT_EQ(judge("Shinzo Abe", "Abe Shinzo"), "same: the family name stands first in one of them");
  EXPECT_EQ(judge("Ban Ki-moon", "Ki-moon Ban"), "same: the family name stands first in one of them");
}

TEST(NameCompareTest, InitialsAndFurtherNames) {
  EXPECT_EQ(judge("J. Kerry", "John Kerry"), "same: an initial stands for a name");
  EXPECT_EQ(judge("George W. Bush", "George Walker Bush"), "same: an initial stands for a name");
  EXPECT_EQ(judge("Vladimir Putin", "Vladimir Vladimirovich Putin"), "same: one has further names");
  EXPECT_EQ(judge("J. Kerry", "Peter Kerry"), "different");
}

TEST(NameCompareTest, NamesakesStayApart) {
  EXPECT_EQ(judge("Kim Jong Il", "Kim Jong Un"), "different");
  EXPECT_EQ(judge("Kim Jong Un", "Kim Yo Jong"), "different");
  EXPECT_EQ(judge("George Bush", "Jeb Bush"), "different");
  EXPECT_EQ(judge("Laurent Kabila", "Joseph Kabila"), "different");
  EXPECT_EQ(judge("Volodymyr Zelensky", "Olena Zelenska"), "different");
  EXPECT_EQ(judge("Mahmoud Abbas", "Mohammed Abbas"), "different");
  EXPECT_EQ(judge("Niger", "Nigeria"), "different");
}

TEST(NameCompareTest, ASingleWordIsPartOnly) {
  const NameLikeness l = compare_names("Putin", "Vladimir Putin");
  EXPECT_EQ(l.reason, NameReason::kPartOnly);
  EXPECT_LT(l.score, kSamePerson);
  EXPECT_GT(l.score, 0);
}

TEST(NameCompareTest, NothingIsLikeNothing) {
  EXPECT_EQ(compare_names("", "").score, 0);
  EXPECT_EQ(compare_names("", "Omar Touray").score, 0);
  EXPECT_EQ(compare_names("\xFF\xFE", "12 34").score, 0);
  EXPECT_EQ(compare_names("- - '", "Omar Touray").score, 0);
}

TEST(NameCompareTest, AnyBytesAreTaken) {
  std::string noise;
  std::uint32_t state = 7;
  for (int round = 0; round < 2000; ++round) {
    noise.clear();
    for (std::uint32_t i = 0; i < 1 + state % 40; ++i) {
      state = state * 1664525u + 1013904223u;
      noise += char(state >> 24);
    }
    const NameLikeness l = compare_names(noise, "Omar Touray");
    ASSERT_GE(l.score, 0);
    ASSERT_LE(l.score, 1);
    ASSERT_EQ(compare_names("Omar Touray", noise).score, l.score);
  }
  std::string many;
  for (int i = 0; i < 20000; ++i) many += "Omar ";
  EXPECT_LE(compare_names(many, many + "Touray").score, 1);
}

TEST(NameCompareTest, SkeletonsKeepWhatSpellingsShare) {
  EXPECT_EQ(sound_skeleton("qassem"), sound_skeleton("qasim"));
  EXPECT_EQ(sound_skeleton("gaddafi"), sound_skeleton("qadhafi"));
  EXPECT_NE(sound_skeleton("bashar"), sound_skeleton("basel"));
  EXPECT_EQ(sound_skeleton(""), "");
}

}  // namespace
}  // namespace dragoman
