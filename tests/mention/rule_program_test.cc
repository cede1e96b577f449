// Part of dragoman; see LICENSE.

#include "mention/rule_program.h"

#include <gtest/gtest.h>

#include <random>
#include <string>

#include "mention/lexicon.h"
#include "mention/rule_pattern.h"
#include "reference/slow_rules.h"

namespace dragoman {
namespace {

// Units of one letter each: a..f are the quoted words of the patterns.
struct Letters {
  RuleLexicon lexicon;
  PatternWorld world;

  Letters() { world.lexicon = &lexicon; }

  RuleProgram compile(const std::string& pattern) {
    Result<RuleProgram> p = compile_pattern(pattern, MentionType::kPerson, world);
    if (!p.ok()) ADD_FAILURE() << pattern << ": " << p.error().message();
    return p.ok() ? std::move(p).value() : RuleProgram();
  }
  std::vector<Features> units(const std::string& letters) {
    std::vector<Features> out;
    for (char c : letters) {
      Features& unit = out.emplace_back();
      unit.set(kAny);
      unit.set(*lexicon.list_bit("\"" + std::string(1, c) + "\""));
    }
    return out;
  }
  // "aab" with the marked parts of the first match in brackets.
  std::string mark(const std::string& pattern, const std::string& letters) {
    const RuleProgram p = compile(pattern);
    const std::vector<Features> all = units(letters);
    for (Index at = 0; at < all.size(); ++at) {
      RuleMatch m;
      if (!p.match(all, at, m)) continue;
      std::string out = letters;
      for (int i = m.pieces - 1; i >= 0; --i) {
        out.insert(m.piece[i].last, "]");
        out.insert(m.piece[i].first, "[");
      }
      return out;
    }
    return letters;
  }
};

TEST(RuleProgramTest, LongestMatchWins) {
  Letters l;
  EXPECT_EQ(l.mark(R"(<"a"+ "b"?>)", "caaab"), "c[aaab]");
  EXPECT_EQ(l.mark(R"(<"a"|("a" "b" "c")>)", "abd"), "[a]bd");
  EXPECT_EQ(l.mark(R"(<"a"|("a" "b" "c")>)", "abc"), "[abc]");
}

TEST(RuleProgramTest, ContextIsNotMarked) {
  Letters l;
  EXPECT_EQ(l.mark(R"("a" <"b"+> "c")", "abbc"), "a[bb]c");
  EXPECT_EQ(l.mark(R"("a" <"b"+> "c")", "abb"), "abb");
}

TEST(RuleProgramTest, MarkedPartTakesWhatItCan) {
  Letters l;
  EXPECT_EQ(l.mark(R"("a"? <"a"{1,4}>)", "aaa"), "[aaa]");
  EXPECT_EQ(l.mark(R"(<"a"+> "a"?)", "aaa"), "[aaa]");
}

TEST(RuleProgramTest, SeveralPartsAreMarked) {
  Letters l;
  EXPECT_EQ(l.mark(R"(<"a"+> ("b" <"a"+>)* "c" <"a">)", "aababca"), "aababca");
  EXPECT_EQ(l.mark(R"(<"a"+> ("b" <"a"+>)* "c" <"a">)", "aabaca"), "[aa]b[a]c[a]");
}

TEST(RuleProgramTest, CountsAreHonoured) {
  Letters l;
  EXPECT_EQ(l.mark(R"(<"a"{2,3}> "b")", "aaab"), "[aaa]b");
  EXPECT_EQ(l.mark(R"(<"b" "a"{2,3} "b">)", "baaaab"), "baaaab");
  EXPECT_EQ(l.mark(R"(<"b" "a"{2} "b">)", "baab"), "[baab]");
  EXPECT_EQ(l.mark(R"(<"b" "a"{2} "b">)", "baaab"), "baaab");
  EXPECT_EQ(l.mark(R"(<"b" "a"{2,} "b">)", "baaaaaab"), "[baaaaaab]");
  EXPECT_EQ(l.mark(R"(<"b" "a"{2,} "b">)", "bab"), "bab");
  EXPECT_EQ(l.mark(R"(<"b" ("a" "c"){0,2} "b">)", "bacacb"), "[bacacb]");
}

TEST(RuleProgramTest, AndNotHold) {
  Letters l;
  EXPECT_EQ(l.mark(R"(<Any&!"a"> "b")", "abcb"), "ab[c]b");
  EXPECT_EQ(l.mark(R"(<!"a"&!"b">)", "abc"), "ab[c]");
}

TEST(RuleProgramTest, NeedsAreWhatEveryMatchHolds) {
  Letters l;
  const RuleProgram p = l.compile(R"(<"a"* "b"|"c" "d"?> "e")");
  ASSERT_EQ(p.needs.size(), 2u);
  const std::vector<Features> b = l.units("b"), e = l.units("e"), d = l.units("d");
  EXPECT_TRUE(p.needs[0].accepts(b[0]));
  EXPECT_TRUE(p.needs[1].accepts(e[0]));
  EXPECT_FALSE(p.needs[0].accepts(d[0]) || p.needs[1].accepts(d[0]));
}

// Random patterns on random letters against the recursive matcher.
std::string random_pattern(std::mt19937& random, int depth) {
  const auto pick = [&](int n) { return int(random() % unsigned(n)); };
  std::string out;
  const int parts = 1 + pick(3);
  for (int i = 0; i < parts; ++i) {
    std::string part;
    if (depth > 0 && pick(3) == 0) {
      part = "(" + random_pattern(random, depth - 1) + ")";
    } else {
      part = std::string(pick(5) == 0 ? "!" : "") + "\"" + char('a' + pick(3)) + "\"";
    }
    static const char* const kCounts[] = {"", "", "", "?", "*", "+", "{1,2}", "{2}", "{0,2}"};
    part += kCounts[pick(9)];
    if (pick(4) == 0) part += std::string("|\"") + char('a' + pick(3)) + "\"";
    out += (i ? " " : "") + part;
  }
  return out;
}

TEST(RuleProgramTest, EqualsTheSlowMatcherOnRandomPatterns) {
  std::mt19937 random(20261124);
  int matched = 0, compiled = 0;
  for (int round = 0; round < 3000; ++round) {
    Letters l;
    const std::string pattern = "<" + random_pattern(random, 2) + ">";
    Result<RuleProgram> p = compile_pattern(pattern, MentionType::kPerson, l.world);
    if (!p.ok()) continue;   // empty matches, too many positions
    ++compiled;
    std::string letters;
    for (int i = 0; i < 9; ++i) letters += char('a' + random() % 3);
    const std::vector<Features> units = l.units(letters);
    for (Index at = 0; at < units.size(); ++at) {
      const Index slow = slow_longest(*p, units, at);
      RuleMatch m;
      const bool found = p->match(units, at, m);
      ASSERT_EQ(found, slow != 0) << pattern << " on " << letters << " at " << at;
      if (!found) continue;
      ++matched;
      ASSERT_EQ(m.last, at + slow) << pattern << " on " << letters << " at " << at;
      ASSERT_EQ(m.pieces, 1);
      ASSERT_EQ(m.piece[0].first, at);
      ASSERT_EQ(m.piece[0].last, m.last);
    }
  }
  EXPECT_GT(compiled, 1000);
  EXPECT_GT(matched, 5000);
}

TEST(RuleProgramTest, LongRunsEndAtTheLimit) {
  Letters l;
  const RuleProgram p = l.compile(R"(<"a"+>)");
  RuleMatch m;
  ASSERT_TRUE(p.match(l.units(std::string(1000, 'a')), 0, m));
  EXPECT_EQ(m.last, Index(kMaxMatchUnits));
}

}  // namespace
}  // namespace dragoman
