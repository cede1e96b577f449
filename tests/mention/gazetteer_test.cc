// Part of dragoman; see LICENSE.

#include "dragoman/gazetteer.h"

#include <random>

#include <gtest/gtest.h>

#include "reference/naive_gazetteer.h"

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
    for (const NameEntry& entry : names.entries(m)) out += " " + names.record(entry.record).id;
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
  const Record& kim = names.record(names.record_of("person:kim-jong-un"));
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
  const NameEntry& entry = names->names_of(0).front();
  EXPECT_EQ(entry.guard, Guard::kContext);
  EXPECT_EQ(names->origin(entry.origin).file, "b.tsv");
}

TEST(GazetteerTest, BadRowSaysWhere) {
  EXPECT_EQ(complaint("X\tSTAET\tPRK\tpreferred\t-\t-\t-\t-\n"),
            "t.tsv:2: column 2 (type): \"STAET\" is not a mention type, as STATE or PERSON");
  EXPECT_EQ(complaint("X\tSTATE\tPRKK\tpreferred\t-\t-\t-\t-\n"),
            "t.tsv:2: column 3 (id): \"PRKK\" is not a country code (three letters A-Z)");
  EXPECT_EQ(complaint("X\tPERSON\tputin\tpreferred\t-\t-\t-\t-\n"),
            "t.tsv:2: column 3 (id): \"putin\" is not an id (kind:slug, as person:vladimir-putin)");
  EXPECT_EQ(complaint("X\tSTATE\tPRK\tbest\t-\t-\t-\t-\n"),
            "t.tsv:2: column 4 (kind): \"best\" is not a kind of name (preferred, official, alias, ...)");
  EXPECT_EQ(complaint("X\tSTATE\tPRK\tformer\t-\t19\t-\t-\n"),
            "t.tsv:2: column 6 (from): \"19\" is not YYYY, YYYY-MM or -");
  EXPECT_EQ(complaint("X\tCITY\tcity:x\tpreferred\t-\t-\t-\tstate=QQQ\n"),
            "t.tsv:2: column 8 (more): \"state=QQQ\" is not right: no id \"QQQ\" in the tables");
  EXPECT_EQ(complaint("X\tSTATE\tPRK\tpreferred\t-\t-\t-\t-\nY\tSTATE\tPRK\tpreferred\t-\t-\t-\t-\n"),
            "t.tsv:3: a second preferred name of PRK, the first is in line 2");
}

// Few words make many names that overlap, contain and repeat each other.
TEST(GazetteerTest, FindsWhatTheNaiveMatcherFinds) {
  std::mt19937 random(20230905);
  const std::vector<std::string> words = {"Al", "al", "Ba", "Ce", "do", "Do", "É", "Fu-", "G.H.", "7"};
  const auto phrase = [&](int most) {
    std::string out;
    const int count = 1 + int(random() % unsigned(most));
    for (int i = 0; i < count; ++i) {
      const std::string& word = words[random() % words.size()];
      out += word;
      if (word.back() != '-') out += ' ';
    }
    return out + "x";
  };
  for (int round = 0; round < 2000; ++round) {
    std::vector<std::string> names;
    std::string rows;
    for (int i = 0; i < 12; ++i) {
      std::string name = phrase(3);
      name.erase(name.size() - 2);
      if (name.back() == '-' || name.empty()) name += "Al";
      names.push_back(name);
      rows += name + "\tCITY\tcity:c" + std::to_string(i) + "\tpreferred\t-\t-\t-\t-\n";
    }
    const Gazetteer fast = names_from(rows);
    const Text text = *Text::from_utf8(phrase(30));
    const Tokens tokens = tokenize(text);
    std::vector<GazetteerMatch> matches;
    fast.find(tokens.tokens, 0, Index(tokens.tokens.size()), matches);
    const std::vector<NaiveMatch> expected = naive_find(names, text, tokens);
    ASSERT_EQ(matches.size(), expected.size()) << rows << text.view();
    for (std::size_t i = 0; i < matches.size(); ++i) {
      ASSERT_EQ(matches[i].first, expected[i].first) << rows << text.view();
      ASSERT_EQ(matches[i].last, expected[i].last) << rows << text.view();
      std::vector<std::size_t> ids;
      for (const NameEntry& e : fast.entries(matches[i])) {
        ids.push_back(std::stoul(fast.record(e.record).id.substr(6)));
      }
      ASSERT_EQ(ids, expected[i].names) << rows << text.view();
    }
  }
}

}  // namespace
}  // namespace dragoman
