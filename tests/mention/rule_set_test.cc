// Part of dragoman; see LICENSE.
//
// The shipped rules against the sentences that stand beside them.

#include "mention/rule_set.h"

#include <gtest/gtest.h>

#include <map>

#include "mention/rule_world.h"

namespace dragoman {
namespace {

const RuleSet& shipped() {
  static const RuleSet* rules = [] {
    Result<RuleSet> loaded =
        RuleSet::load({.data = std::string(DRAGOMAN_SOURCE_DIR) + "/data"},
                      RuleWorld::lexicon());
    if (!loaded.ok()) ADD_FAILURE() << loaded.error().message();
    return new RuleSet(std::move(loaded).value());
  }();
  return *rules;
}

TEST(RuleSetTest, EachRuleFindsWhatItSays) {
  const RuleWorld world;
  for (const Rule& rule : shipped().rules()) {
    for (const std::string& marked : rule.text.finds) {
      EXPECT_EQ(world.mark(shipped(), without_marks(marked), rule.text.name), marked)
          << rule.text.file << ":" << rule.text.line << ": rule " << rule.text.name;
    }
  }
}

TEST(RuleSetTest, EachRuleIgnoresWhatItSays) {
  const RuleWorld world;
  for (const Rule& rule : shipped().rules()) {
    for (const std::string& sentence : rule.text.ignores) {
      EXPECT_EQ(world.mark(shipped(), sentence, rule.text.name), sentence)
          << rule.text.file << ":" << rule.text.line << ": rule " << rule.text.name;
    }
  }
}

TEST(RuleSetTest, ListsOfGroupsChangeNoNumberThatTheTaggerKnows) {
  const std::string words = "words: {COLOUR: [red, blue], SHORT: [red, tin]}\n";
  const auto told = [](const std::vector<RuleSet::Source>& files, std::string_view word) {
    const Result<RuleSet> rules = RuleSet::parse(files, RuleLexicon());
    EXPECT_TRUE(rules.ok());
    std::uint32_t number = 0;
    rules->lexicon().each_word([&](std::uint64_t hash, std::uint32_t lists) {
      if (hash == fold_hash(word)) number = rules->lexicon().told()[lists];
    });
    return number;
  };
  const std::vector<RuleSet::Source> few = {{"w.yaml", words}};
  const std::vector<RuleSet::Source> more = {{"a.yaml", "group_words: {CREW: [tin, crew, blue]}\n"}, {"w.yaml", words}};
  for (const std::string_view word : {"red", "blue", "tin"}) EXPECT_EQ(told(few, word), told(more, word)) << word;
  EXPECT_NE(told(few, "red"), told(few, "tin"));
  EXPECT_EQ(told(more, "crew"), 0u);
}

TEST(RuleSetTest, RulesOfTheUserChangeNoNumberThatTheTaggerKnows) {
  const RuleSet::Source shipped_file = {"w.yaml", "words: {COLOUR: [red, blue], SHORT: [red, tin]}\n"};
  const RuleSet::Source lists = {"lists.yaml", "words: {METAL: [tin, zinc]}\n"};
  const RuleSet::Source own = {"own.yaml",
                               "- rule: tin_can\n"
                               "  about: A can.\n"
                               "  type: WEAPON\n"
                               "  pattern: <\"red\" METAL \"can\">\n"
                               "  finds: [\"A [WEAPON red tin can] fell.\", \"A [WEAPON red zinc can] fell.\"]\n"
                               "  ignores: [\"A can fell.\"]\n"};
  const auto told = [](const std::vector<RuleSet::Source>& files, std::size_t first_overlay) {
    const Result<RuleSet> rules = RuleSet::parse(files, RuleLexicon(), first_overlay);
    EXPECT_TRUE(rules.ok()) << rules.error().message();
    std::map<std::uint64_t, std::uint32_t> numbers;
    rules->lexicon().each_word([&](std::uint64_t hash, std::uint32_t lists) {
      if (const std::uint32_t n = rules->lexicon().told()[lists]; n != 0) numbers[hash] = n;
    });
    return numbers;
  };
  EXPECT_EQ(told({shipped_file}, 1), told({shipped_file, lists, own}, 1));
  EXPECT_NE(told({shipped_file}, 1), told({shipped_file, lists, own}, 3));
}

// In capitals a name that is made of common words alone ("Cold War", "Choe Son Hui") cannot be
// told from words by a rule; all else must be found.
TEST(RuleSetTest, CapitalsFindNearlyAllThatProseFinds) {
  const RuleWorld world;
  int same = 0, all = 0;
  std::string lost;
  for (const Rule& rule : shipped().rules()) {
    for (const std::string& marked : rule.text.finds) {
      const std::string want = upper_cased(marked);
      const std::string got =
          world.mark(shipped(), upper_cased(without_marks(marked)), rule.text.name);
      ++all;
      if (got == want) {
        ++same;
      } else {
        lost += rule.text.name + ": " + want + "\n";
      }
    }
  }
  EXPECT_GE(same * 100, all * 92) << same << " of " << all << "; lost:\n" << lost;
}

}  // namespace
}  // namespace dragoman
