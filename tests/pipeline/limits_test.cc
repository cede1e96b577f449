// Part of dragoman; see LICENSE.
//
// The limits of docs/limits.md that the whole pipeline keeps: how large, how long, how strange a text may be.

#include <gtest/gtest.h>

#include "dragoman/article.h"
#include "dragoman/export.h"
#include "dragoman/pipeline.h"
#include "mention/rule_world.h"
#include "reference/valid_document.h"
#include "rounds.h"
#include "shipped.h"

namespace dragoman {
namespace {

Document analyze(std::string text) {
  Document document = *shipped().analyze(std::move(text), {.id = "a", .date = Date{2023, 9, 5}, .outlet = "", .url = ""});
  EXPECT_EQ(why_invalid(document), "");
  return document;
}

// "arms_transfer NOR KEN; ..."
std::string relations(const Document& d) {
  std::string out;
  for (const Relation& r : d.relations) {
    out += (out.empty() ? "" : "; ") + d.knowledge->schema().type(r.type).name;
    for (const Argument& a : r.arguments) {
      if (a.entity != kNone) out += " " + d.entities[a.entity].id;
    }
  }
  return out;
}

std::string ids(const Document& d) {
  std::string out;
  for (const Entity& e : d.entities) out += (out.empty() ? "" : " ") + e.id;
  return out;
}

const std::string kFirst = "Norway delivered missiles to Kenya. ";
const std::string kLast = " Mexico accused Cuba of spying.";
const std::string kBoth = "arms_transfer NOR KEN; accuse MEX CUB";

TEST(LimitsTest, ATextOver2GBIsRefused) {
  if (rounds(100) != 100) GTEST_SKIP() << "takes 2 GB, and several times that under a sanitizer";
  const Result<Text> text = Text::from_utf8(std::string(kMaxTextBytes + 1, 'x'));
  ASSERT_FALSE(text.ok());
  EXPECT_EQ(text.error().code(), ErrorCode::kLimit);
  EXPECT_EQ(text.error().message(), "text of 2147483648 bytes, expected at most 2147483647");
}

TEST(LimitsTest, ATokenOfAMegabyteHidesNothing) {
  const std::size_t size = std::size_t(rounds(1'000'000));
  EXPECT_EQ(relations(analyze(kFirst + std::string(size, 'x') + "." + kLast)), kBoth);
  EXPECT_EQ(relations(analyze(kFirst + "\n\n" + std::string(size, '-') + "\n\n" + kLast)), kBoth);
  // Letters of no space between them, for which ICU asks a dictionary.
  std::string thai;
  for (std::size_t i = 0; i < size / 30; ++i) thai += "\u0e44\u0e17\u0e22";
  EXPECT_EQ(relations(analyze(kFirst + "\n\n" + thai + "\n\n" + kLast)), kBoth);
}

TEST(LimitsTest, ASentenceOfTenThousandsOfWordsHidesNothing) {
  std::string words = "It rained";
  for (int i = 0; i < rounds(30'000); ++i) words += ", and the people in the town went home";
  EXPECT_EQ(relations(analyze(kFirst + words + "." + kLast)), kBoth);
  std::string names = "They spoke of Norway";
  for (int i = 0; i < rounds(5'000); ++i) names += ", Mali, Ann Lee and Omar Smith";
  const Document document = analyze(kFirst + names + "." + kLast);
  EXPECT_EQ(document.sentences().size(), 3u);
  EXPECT_NE(relations(document).find("accuse MEX CUB"), std::string::npos);
}

TEST(LimitsTest, DeeplyNestedMarksEnd) {
  for (const char* mark : {"(", "\"", "\u201c", "[", "- ", "\u00ab", "that ", "who said ", "of ", "not "}) {
    std::string text = kFirst;
    for (int i = 0; i < rounds(20'000); ++i) text += mark;
    EXPECT_NE(relations(analyze(text + "\n\n" + kLast)).find("accuse MEX CUB"), std::string::npos) << mark;
  }
}

TEST(LimitsTest, MarksThatCannotBeSeenDoNotHideAName) {
  // Soft hyphen, direction marks, overrides and isolates, word joiner: within and around a word.
  for (const char* mark : {"\u00AD", "\u200E", "\u200F", "\u202A", "\u202E", "\u2066", "\u2069", "\u2060", "\u200D"}) {
    const std::string m = mark;
    EXPECT_EQ(relations(analyze("Nor" + m + "way delivered missiles to " + "Ken" + m + "ya." )), "arms_transfer NOR KEN")
        << to_json(analyze("Nor" + m + "way delivered missiles to " + "Ken" + m + "ya."));
    EXPECT_EQ(relations(analyze("Norway" + m + " delivered missiles to Kenya" + m + ".")), "arms_transfer NOR KEN") << m;
  }
  // Zero-width space: where words end, so that it parts a name as a space does.
  EXPECT_EQ(relations(analyze("Norway\u200B delivered missiles to \u200BKenya.")), "arms_transfer NOR KEN");
  EXPECT_EQ(relations(analyze("Nor\u200Bway delivered missiles to Kenya.")).find("NOR"), std::string::npos);
}

TEST(LimitsTest, LettersOfOtherScriptsAreOtherLetters) {
  // Cyrillic o, Greek capital kappa, full-width letters.  Compatibility forms are one letter, look-alikes are not.
  EXPECT_EQ(ids(analyze("N\u043erway is cold.")).find("NOR"), std::string::npos);
  EXPECT_EQ(ids(analyze("They left \u039aenya.")).find("KEN"), std::string::npos);
  EXPECT_NE(ids(analyze("They left \uFF2B\uFF45\uFF4E\uFF59\uFF41.")).find("KEN"), std::string::npos);
}

TEST(LimitsTest, ManyEntitiesOfOneDocumentAreKeptApart) {
  // Names of which no two are spellings of one.
  static constexpr const char* kSyllables[] = {"bar", "dun", "mel", "pos", "tir", "lok"};
  std::string text;
  const int all = rounds(6 * 6 * 6 * 6 * 6);
  for (int i = 0; i < all; ++i) {
    std::string family;
    for (int k = 0, n = i; k < 5; ++k, n /= 6) family += kSyllables[n % 6];
    family[0] = char(family[0] - 32);
    text += "President Kari " + family + " visited Norway on Monday.\n\n";
  }
  std::size_t persons = 0;
  for (const Entity& e : analyze(text).entities) persons += e.type == MentionType::kPerson;
  EXPECT_EQ(persons, std::size_t(all));
}

// ---- Files.

std::string times(int n, const std::string& part) {
  std::string out;
  for (int i = 0; i < n; ++i) out += part;
  return out;
}

TEST(LimitsTest, DeeplyNestedYamlIsRefused) {
  for (const char* part : {"[", "{a: ", "- ", "? ", "a:\n "}) {
    const Result<RuleSet> rules = RuleSet::parse({{"mine.yaml", times(rounds(100'000), part)}}, RuleWorld::lexicon());
    ASSERT_FALSE(rules.ok()) << part;
    EXPECT_EQ(rules.error().message().substr(0, 10), "mine.yaml:") << rules.error().message();
  }
  // Each list holds the one before nine times: a few lines that would be billions of words.
  std::string laughs = "words:\n  A: &a0 [x]\n";
  for (int i = 1; i < 30; ++i) {
    const std::string before = "*a" + std::to_string(i - 1);
    laughs += "  A" + std::to_string(i) + ": &a" + std::to_string(i) + " [" + before + times(8, ", " + before) + "]\n";
  }
  EXPECT_EQ(RuleSet::parse({{"mine.yaml", laughs}}, RuleWorld::lexicon()).error().message(), "mine.yaml:2: a word must be a text");
}

TEST(LimitsTest, DeeplyNestedJsonEnds) {
  const int deep = rounds(1'000'000);
  for (const std::string& line : {times(deep, "["), "{\"id\": " + times(deep, "[") + times(deep, "]") + "}", times(deep, "{\"a\":")}) {
    const auto article = read_article({.place = "w:1", .bytes = line, .format = ArticleFormat::kJsonLines, .error = {}});
    ASSERT_FALSE(article.ok());
    EXPECT_EQ(article.error().message().substr(0, 5), "w:1: ");
  }
  const std::string page = "<script type='application/ld+json'>" + times(deep, "[") + times(deep, "]") +
                           "</script><p>Norway sent boats to Kenya.";
  EXPECT_TRUE(read_article({.place = "p", .bytes = page, .format = ArticleFormat::kHtml, .error = {}}).ok());
}

// ---- Regular expressions of the user's rules.

Result<RuleSet> with_regex(const std::string& regex) {
  return RuleSet::parse({{"mine.yaml",
                          "- rule: mine\n  about: a code\n  type: WEAPON\n  pattern: </" + regex + "/>\n"
                          "  finds: [\"a\", \"b\"]\n  ignores: [\"c\"]\n"}},
                        RuleWorld::lexicon());
}

TEST(LimitsTest, ARegexThatNeedsTooMuchMemoryIsRefused) {
  for (const char* regex : {"((a{100}){100}){100}", "(\\pL{1,500}){1,1000}", "a{100000}"}) {
    const Result<RuleSet> rules = with_regex(regex);
    ASSERT_FALSE(rules.ok()) << regex;
    EXPECT_EQ(rules.error().message().substr(0, 42), "mine.yaml:1: rule \"mine\": bad regex /" + std::string(regex).substr(0, 5)) << rules.error().message();
  }
  EXPECT_FALSE(with_regex("(a)\\1").ok());   // back references: RE2 has none
}

TEST(LimitsTest, ARegexTakesLinearTime) {
  const Result<RuleSet> rules = with_regex("1(x+x+)+y");
  ASSERT_TRUE(rules.ok()) << rules.error().message();
  const RuleWorld world;
  const std::string token = "1" + std::string(std::size_t(rounds(200'000)), 'x');
  const std::string text = "They sent the " + token + " to the town.";
  EXPECT_EQ(world.mark(*rules, text, ""), text);
  EXPECT_EQ(world.mark(*rules, "They sent the 1xxxy to the town.", ""), "They sent the [WEAPON 1xxxy] to the town.");
}

}  // namespace
}  // namespace dragoman
