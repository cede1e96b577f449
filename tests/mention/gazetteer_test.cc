// Part of dragoman; see LICENSE.

#include "dragoman/gazetteer.h"

#include <algorithm>
#include <random>

#include <gtest/gtest.h>

#include "mention/name_tokens.h"
#include "reference/naive_gazetteer.h"
#include "rounds.h"

namespace dragoman {
namespace {

constexpr const char* kHead = "name\ttype\tid\tkind\tguard\tfrom\tto\tmore\n";

Gazetteer names_from(const std::string& rows) {
  auto names = Gazetteer::parse({{"t.tsv", kHead + rows}});
  EXPECT_TRUE(names.ok()) << names.error().message();
  return *std::move(names);
}

std::string complaint(const std::string& rows) {
  const auto names = Gazetteer::parse({{"t.tsv", kHead + rows}});
  return names.ok() ? "loaded" : names.error().message();
}

// Writes each match into its text as [name | id id].
std::string mark(const Gazetteer& names, const std::string& line) {
  const Text text = *Text::from_utf8(line);
  const Tokens tokens = tokenize(text);
  std::vector<GazetteerMatch> matches;
  names.find(tokens.tokens, 0, Index(tokens.tokens.size()), matches);
  std::string out;
  std::size_t at = 0;
  for (const GazetteerMatch& m : matches) {
    const Span span{tokens.tokens[m.first].start, tokens.tokens[m.last - 1].end};
    out += text.view().substr(at, span.start - at);
    out += "[" + std::string(text.slice(span)) + " |";
    for (const NameEntry& entry : names.entries(m)) out.append(" ").append(names.record(entry.record).id);
    out += "]";
    at = span.end;
  }
  return out + std::string(text.view().substr(at));
}

const char* kKoreas =
    "Korea\tSTATE\tKOR\tshort\t-\t-\t-\t-\n"
    "South Korea\tSTATE\tKOR\tpreferred\t-\t-\t-\t-\n"
    "North Korea\tSTATE\tPRK\tpreferred\t-\t-\t-\t-\n"
    "Kim Jong Un\tPERSON\tperson:kim-jong-un\tpreferred\t-\t-\t-\tstate=PRK;order=family-first;family=Kim;gender=m\n"
    "KN-23\tWEAPON\tweapon:kn-23\tpreferred\t-\t-\t-\tstate=PRK;class=ballistic missile\n";

TEST(GazetteerTest, LongestEntryWins) {
  EXPECT_EQ(mark(names_from(kKoreas), "From North Korea to Korea."),
            "From [North Korea | PRK] to [Korea | KOR].");
}

TEST(GazetteerTest, CaseAccentsAndHyphensDoNotHideAName) {
  const Gazetteer names = names_from(kKoreas);
  EXPECT_EQ(mark(names, "KIM JONG-UN fired a KN 23."),
            "[KIM JONG-UN | person:kim-jong-un] fired a [KN 23 | weapon:kn-23].");
  EXPECT_EQ(mark(names, "Kim Jong-\nno"), "Kim Jong-\nno");
}

TEST(GazetteerTest, ANameWithACapitalIsNotLookedForInLowerCase) {
  EXPECT_EQ(mark(names_from("To\tCITY\tcity:to\tpreferred\t-\t-\t-\t-\n"
                            "al-Qaeda\tARMED_GROUP\torg:q\tpreferred\t-\t-\t-\t-\n"),
                 "to al-Qaeda in To"),
            "to [al-Qaeda | org:q] in [To | city:to]");
}

TEST(GazetteerTest, PossessiveIsNoPartOfAName) {
  EXPECT_EQ(mark(names_from(kKoreas), "North Korea’s army, South Korea's navy"),
            "[North Korea | PRK]’s army, [South Korea | KOR]'s navy");
}

TEST(GazetteerTest, ThingsThatShareANameAreAllGiven) {
  const Gazetteer names = names_from(
      "Georgia\tPLACE\tplace:usa-georgia\tpreferred\tcontext\t-\t-\t-\n"
      "Georgia\tSTATE\tGEO\tpreferred\tcontext\t-\t-\t-\n");
  EXPECT_EQ(mark(names, "in Georgia"), "in [Georgia | place:usa-georgia GEO]");
}

TEST(GazetteerTest, RecordHoldsTheFactsOfItsPreferredRow) {
  const Gazetteer names = names_from(kKoreas);
  const Record kim = names.record(names.record_of("person:kim-jong-un"));
  EXPECT_EQ(kim.name, "Kim Jong Un");
  EXPECT_EQ(kim.family, "Kim");
  EXPECT_EQ(kim.gender, 'm');
  EXPECT_TRUE(kim.family_first);
  EXPECT_EQ(names.record(kim.state).id, "PRK");
  EXPECT_EQ(names.record_of("person:nobody"), kNone);
  EXPECT_EQ(names.name(names.names_of(names.record_of("KOR")).front()), "South Korea");
  EXPECT_EQ(names.origin(kim.origin).line, 5u);
}

TEST(GazetteerTest, LaterTableReplacesTheSameRow) {
  const auto names = Gazetteer::parse(
      {{"a.tsv", kHead + std::string("Chad\tSTATE\tTCD\tpreferred\t-\t-\t-\t-\n")},
       {"b.tsv", kHead + std::string("Chad\tSTATE\tTCD\tpreferred\tcontext\t-\t-\t-\n")}});
  ASSERT_TRUE(names.ok());
  ASSERT_EQ(names->name_count(), 1u);
  const NameEntry entry = names->names_of(0).front();
  EXPECT_EQ(entry.guard, Guard::kContext);
  EXPECT_EQ(names->origin(entry.origin).file, "b.tsv");
}

TEST(GazetteerTest, BadRowSaysWhere) {
  struct Case {
    const char* rows;
    const char* complaint;
  };
  const Case cases[] = {
      {"X\tSTAET\tPRK\tpreferred\t-\t-\t-\t-\n",
       "t.tsv:2: column 2 (type): \"STAET\" is not a mention type, as STATE or PERSON"},
      {"-\tSTATE\tPRK\tpreferred\t-\t-\t-\t-\n",
       "t.tsv:2: column 1 (name): \"-\" is not a name of 1 to 255 bytes"},
      {"X\x01\tSTATE\tPRK\tpreferred\t-\t-\t-\t-\n",
       "t.tsv:2: column 1 (name): \"X\\x01\" is not a name without control characters"},
      {"X\tSTATE\tPRKK\tpreferred\t-\t-\t-\t-\n",
       "t.tsv:2: column 3 (id): \"PRKK\" is not a country code (three letters A-Z)"},
      {"X\tPERSON\tputin\tpreferred\t-\t-\t-\t-\n",
       "t.tsv:2: column 3 (id): \"putin\" is not an id (kind:slug in a-z, 0-9, -, as person:vladimir-putin)"},
      {"X\tSTATE\tPRK\tbest\t-\t-\t-\t-\n",
       "t.tsv:2: column 4 (kind): \"best\" is not a kind of name (preferred, official, alias, ..., removed)"},
      {"X\tSTATE\tPRK\tshort\tmaybe\t-\t-\t-\n",
       "t.tsv:2: column 5 (guard): \"maybe\" is not a guard (-, exact, context)"},
      {"X\tSTATE\tPRK\tformer\t-\t19\t-\t-\n",
       "t.tsv:2: column 6 (from): \"19\" is not YYYY, YYYY-MM or -"},
      {"X\tSTATE\tPRK\tformer\t-\t-\t1990-13\t-\n",
       "t.tsv:2: column 7 (to): \"1990-13\" is not YYYY, YYYY-MM or -"},
      {"X\tCITY\tcity:x\tpreferred\t-\t-\t-\tcapital\n",
       "t.tsv:2: column 8 (more): \"capital\" is not key=value pairs with ; between"},
      {"X\tCITY\tcity:x\tpreferred\t-\t-\t-\tpopulation=many\n",
       "t.tsv:2: column 8 (more): population=many, expected a whole number"},
      {"X\tPERSON\tperson:x\tpreferred\t-\t-\t-\tgender=x\n",
       "t.tsv:2: column 8 (more): gender=x, expected m or f"},
      {"X\tCITY\tcity:x\tpreferred\t-\t-\t-\tcapital=1;state=QQQ\n",
       "t.tsv:2: column 8 (more): state=QQQ: no table has the id \"QQQ\""},
      {"X\tCITY\tcity:x\tpreferred\t-\t-\t-\tactor=QQQ\n",
       "t.tsv:2: column 8 (more): actor=QQQ: no table has the id \"QQQ\""},
      {"X\tSTATE\tPRK\tpreferred\t-\t-\t-\t-\nY\tSTATE\tPRK\tpreferred\t-\t-\t-\t-\n",
       "t.tsv:3: a second preferred name of PRK, the first is in line 2"},
      {"X\tSTATE\tPRK\tpreferred\t-\t-\t-\t-\nY\tSTATE\tPKR\tshort\t-\t-\t-\t-\n",
       "t.tsv:3: no table has a preferred name of \"PKR\""},
      {"X\tSTATE\tPRK\n",
       "t.tsv:2: 3 columns, expected 8 (name, type, id, kind, guard, from, to, more): \"X\\x09STATE\\x09PRK\""},
  };
  for (const Case& c : cases) EXPECT_EQ(complaint(c.rows), c.complaint);
}

// Few words make many names that overlap, contain and repeat each other; lower and upper
// case, hyphens, accents, abbreviations, apostrophes and numbers among them.
class Scribble {
 public:
  explicit Scribble(unsigned seed) : random_(seed) {}

  std::string phrase(unsigned most) {
    static const std::vector<std::string> words = {"Al", "al", "BA", "Ce",  "do",   "\u00c9", "e", "Fu-",
                                                   "G.H.", "7", "d'", "o\u2019x", "R&D", "'s", "Al-"};
    std::string out;
    for (unsigned count = 1 + below(most); count > 0; --count) {
      const std::string& word = words[below(unsigned(words.size()))];
      out += word;
      if (word.back() != '-' && word.back() != '\'') out += ' ';
    }
    while (!out.empty() && (out.back() == ' ' || out.back() == '-' || out.back() == '\'')) out.pop_back();
    return out.empty() ? "Al" : out;
  }
  unsigned below(unsigned n) { return unsigned(random_()) % n; }

 private:
  std::mt19937 random_;
};

std::vector<std::size_t> numbers_of(const Gazetteer& names, const GazetteerMatch& match) {
  std::vector<std::size_t> numbers;
  for (const NameEntry& entry : names.entries(match)) {
    numbers.push_back(std::stoul(std::string(names.record(entry.record).id.substr(6))));
  }
  return numbers;
}

::testing::AssertionResult same(const Gazetteer& names, const std::vector<GazetteerMatch>& fast,
                                const std::vector<NaiveMatch>& slow) {
  for (std::size_t i = 0; i < std::max(fast.size(), slow.size()); ++i) {
    if (i < fast.size() && i < slow.size() && fast[i].first == slow[i].first &&
        fast[i].last == slow[i].last && numbers_of(names, fast[i]) == slow[i].names) {
      continue;
    }
    return ::testing::AssertionFailure() << "match " << i << " differs";
  }
  return ::testing::AssertionSuccess();
}

TEST(GazetteerTest, FindsWhatTheNaiveMatcherFinds) {
  Scribble scribble(20230905);
  for (int round = 0; round < rounds(10000); ++round) {
    std::vector<std::string> names;
    std::string rows;
    for (int i = 0; i < 12; ++i) {
      names.push_back(scribble.phrase(4));
      rows += names.back() + "\tCITY\tcity:c" + std::to_string(i) +
              "\tpreferred\t-\t-\t-\t-\n";
    }
    const Gazetteer fast = names_from(rows);
    const NaiveGazetteer slow(names);
    const Text text = *Text::from_utf8(scribble.phrase(40));
    const std::vector<Token> tokens = tokenize(text).tokens;
    const Index end = Index(tokens.size());
    std::vector<GazetteerMatch> matches;
    fast.find(tokens, 0, end, matches);
    ASSERT_TRUE(same(fast, matches, slow.find(text, tokens))) << rows << text.view();
    const Index at = scribble.below(end), last = at + 1 + scribble.below(end - at);
    matches.clear();
    fast.all_at(tokens, at, last, matches);
    const std::vector<NaiveMatch> all = slow.all_at(text, tokens, at, last);
    ASSERT_TRUE(same(fast, matches, all)) << at << "-" << last << "\n" << rows << text.view();
    const GazetteerMatch longest = fast.longest_at(tokens, at, last);
    ASSERT_EQ(longest.last, all.empty() ? at : all.back().last) << rows << text.view();
    ASSERT_EQ(longest.first, at);
  }
}

// The loader cuts all names in one go and without lines and sentences.
TEST(NameTokensTest, NamesAreCutAsTextsAre) {
  Scribble scribble(7);
  std::vector<std::string> names = {"C\u00f4te d'Ivoire", "AT&T", "Quai d'Orsay", "D.R. Congo", "Gen.", "Inc.",
                                    "U.S.", "U-S", "St. John's", "People's Army", "\u0420\u043e\u0441\u0441\u0438\u044f",
                                    "\u5317\u671d\u9c9c", "9K720", "eBay", "Yahoo!", "\u2026", "\u201cHumpty\u201d"};
  for (int i = 0; i < 2000; ++i) names.push_back(scribble.phrase(6));
  const NameTokens together(std::vector<std::string_view>(names.begin(), names.end()));
  for (std::size_t n = 0; n < names.size(); ++n) {
    std::vector<std::uint64_t> alone;
    for (const Token& token : tokenize(*Text::from_utf8(names[n])).tokens) {
      if (!token.has(kJoiner)) alone.push_back(token.hash);
    }
    const auto of = together.of(n);
    ASSERT_EQ(std::vector<std::uint64_t>(of.begin(), of.end()), alone) << names[n];
  }
}

TEST(GazetteerTest, NamesWithMarksInsideAreFound) {
  const Gazetteer names = names_from(
      "D.R. Congo\tSTATE\tCOD\tpreferred\t-\t-\t-\t-\n"
      "C\u00f4te d'Ivoire\tSTATE\tCIV\tpreferred\t-\t-\t-\t-\n"
      "Guinea\tSTATE\tGIN\tpreferred\t-\t-\t-\t-\n"
      "Guinea-Bissau\tSTATE\tGNB\tpreferred\t-\t-\t-\t-\n"
      "AT&T\tCOMPANY\torg:att\tpreferred\t-\t-\t-\t-\n"
      "Quai d'Orsay\tGOVERNMENT_BODY\tgov:fra-mfa\tpreferred\t-\t-\t-\t-\n"
      "eBay\tCOMPANY\torg:ebay\tpreferred\t-\t-\t-\t-\n");
  EXPECT_EQ(mark(names, "DR Congo, Cote d\u2019Ivoire\u2019s ports, Guinea Bissau, Guinea-led"),
            "[DR Congo | COD], [Cote d\u2019Ivoire | CIV]\u2019s ports, [Guinea Bissau | GNB], [Guinea | GIN]-led");
  EXPECT_EQ(mark(names, "AT&T and EBAY and eBay sued the QUAI D'ORSAY."),
            "[AT&T | org:att] and [EBAY | org:ebay] and [eBay | org:ebay] sued the [QUAI D'ORSAY | gov:fra-mfa].");
}

TEST(GazetteerTest, CapitalsOfAllScriptsAreSeen) {
  const Gazetteer names = names_from(
      "\u0420\u043e\u0441\u0441\u0438\u044f\tSTATE\tRUS\tpreferred\t-\t-\t-\t-\n"
      "\u00e9lectrons\tWEAPON\tweapon:e\tpreferred\t-\t-\t-\t-\n"
      "\u00d6VP\tORGANISATION\torg:ovp\tpreferred\t-\t-\t-\t-\n");
  const auto entry = [&](const char* id) { return names.names_of(names.record_of(id)).front(); };
  EXPECT_TRUE(entry("RUS").has_capital);
  EXPECT_FALSE(entry("RUS").acronym);
  EXPECT_FALSE(entry("weapon:e").has_capital);
  EXPECT_TRUE(entry("org:ovp").acronym);
}

TEST(GazetteerTest, OverlayGivesAnotherPreferredName) {
  const auto names = Gazetteer::parse(
      {{"a.tsv", kHead + std::string("Kiev\tCITY\tcity:kyiv\tpreferred\t-\t-\t-\tpopulation=2900000\n")},
       {"b.tsv", kHead + std::string("Kyiv\tCITY\tcity:kyiv\tpreferred\t-\t-\t-\tcapital=1\n")}});
  ASSERT_TRUE(names.ok()) << names.error().message();
  const Record kyiv = names->record(names->record_of("city:kyiv"));
  EXPECT_EQ(kyiv.name, "Kyiv");
  EXPECT_TRUE(kyiv.capital);
  EXPECT_EQ(kyiv.population, 2900000u);
  const auto rows = names->names_of(0);
  ASSERT_EQ(rows.size(), 2u);
  EXPECT_EQ(names->name(rows[0]), "Kyiv");
  EXPECT_EQ(rows[1].kind, NameKind::kAlias);
}

Result<Gazetteer> with_overlay(const std::string& rows) {
  return Gazetteer::parse({{"t.tsv", kHead + std::string(kKoreas)}, {"mine.tsv", kHead + rows}});
}

TEST(GazetteerTest, OverlayRemovesOneName) {
  const auto names = with_overlay("Korea\tSTATE\tKOR\tremoved\t-\t-\t-\t-\n");
  ASSERT_TRUE(names.ok()) << names.error().message();
  EXPECT_EQ(mark(*names, "From South Korea to Korea."), "From [South Korea | KOR] to Korea.");
  EXPECT_EQ(names->names_of(names->record_of("KOR")).size(), 1u);
}

TEST(GazetteerTest, OverlayRemovesAThingWithAllItsNames) {
  const auto names = with_overlay("*\tSTATE\tKOR\tremoved\t-\t-\t-\t-\n");
  ASSERT_TRUE(names.ok()) << names.error().message();
  EXPECT_EQ(mark(*names, "From North Korea to South Korea."), "From [North Korea | PRK] to South Korea.");
  // What others say of it still leads somewhere.
  EXPECT_EQ(names->record(names->record_of("KOR")).name, "South Korea");
}

TEST(GazetteerTest, RemovedNameComesBackWithALaterTable) {
  const std::string row = "Korea\tSTATE\tKOR\t";
  const auto names = Gazetteer::parse({{"t.tsv", kHead + std::string(kKoreas)},
                                       {"a.tsv", kHead + row + "removed\t-\t-\t-\t-\n"},
                                       {"b.tsv", kHead + row + "alias\t-\t-\t-\t-\n"}});
  ASSERT_TRUE(names.ok()) << names.error().message();
  EXPECT_EQ(mark(*names, "To Korea."), "To [Korea | KOR].");
}

TEST(GazetteerTest, WhatIsNotThereCannotBeRemoved) {
  EXPECT_EQ(with_overlay("Corea\tSTATE\tKOR\tremoved\t-\t-\t-\t-\n").error().message(),
            "mine.tsv:2: column 1 (name): \"Corea\" is not a STATE name of KOR that a table before has");
  EXPECT_EQ(with_overlay("*\tCITY\tcity:kor-busan\tremoved\t-\t-\t-\t-\n").error().message(),
            "mine.tsv:2: column 3 (id): \"city:kor-busan\" is not the id of a thing that a table before has");
}

TEST(GazetteerTest, NationalityAndMetonymBelongToTheirState) {
  const Gazetteer names = names_from(
      "Kenyan\tNATIONALITY\tKEN\tadjective\t-\t-\t-\t-\n"
      "Nairobi\tCITY\tcity:nairobi\tpreferred\t-\t-\t-\tstate=KEN;actor=KEN;capital=1\n"
      "Kenya\tSTATE\tKEN\tpreferred\t-\t1963-12\t-\t-\n");
  const Record city = names.record(names.record_of("city:nairobi"));
  EXPECT_EQ(names.record(city.actor).id, "KEN");
  EXPECT_EQ(names.record(city.actor).type, MentionType::kState);
  const auto rows = names.names_of(city.state);
  ASSERT_EQ(rows.size(), 2u);
  EXPECT_EQ(rows[0].from, (YearMonth{1963, 12}));
  EXPECT_EQ(rows[1].type, MentionType::kNationality);
  EXPECT_EQ(rows[1].kind, NameKind::kAdjective);
}

TEST(GazetteerTest, NoTablesFindNothing) {
  const auto names = Gazetteer::load({});
  ASSERT_TRUE(names.ok());
  EXPECT_EQ(mark(*names, "Nothing is known."), "Nothing is known.");
  EXPECT_TRUE(names->names_of(0).empty());
  EXPECT_EQ(names->origin(0).line, 0u);
  EXPECT_EQ(Gazetteer::load({"no/such/table.tsv"}).error().code(), ErrorCode::kNotFound);
}

}  // namespace
}  // namespace dragoman
