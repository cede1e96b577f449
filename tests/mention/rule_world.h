// Part of dragoman; see LICENSE.
//
// A small world for the tests of rules: what the gazetteer, the titles and the names of
// persons would know about the sentences that stand in rule files, so that these tests fail
// for the rules alone.
//
//   RuleWorld world(rules);
//   world.mark("Kenya's foreign minister left.", {"office"});
//   // "Kenya's [OFFICE foreign minister] left."

#ifndef DRAGOMAN_TESTS_MENTION_RULE_WORLD_H_
#define DRAGOMAN_TESTS_MENTION_RULE_WORLD_H_

#include <algorithm>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "dragoman/document.h"
#include "mention/rule_set.h"

namespace dragoman {

struct WorldName {
  std::uint32_t types = 0;
  std::uint8_t titles = 0;
  char gender = '-';
  bool needs_capital = false;
};

class RuleWorld {
 public:
  RuleWorld() {
    const auto types = [&](MentionType type, std::initializer_list<const char*> names,
                           bool capital = true) {
      for (const char* name : names) add(name).types |= type_bit(type), add(name).needs_capital = capital;
    };
    types(MentionType::kState,
          {"Russia", "North Korea", "South Korea", "Ukraine", "U.S.", "United States", "Ghana",
           "Iran", "Mali", "Ethiopia", "Poland", "Norway", "Nigeria", "Kenya", "China", "Japan",
           "Guyana", "Venezuela", "Zambia"});
    types(MentionType::kNationality,
          {"Russian", "Iranian", "French", "Polish", "Ukrainian", "North Korean", "Turkish",
           "Ethiopian", "Canadian", "Chinese", "Korean", "West African"});
    types(MentionType::kCity, {"Oslo", "Seoul", "Beijing", "Doha", "Boston", "Minsk", "Bakhmut",
                               "Cairo", "Haifa", "Gao", "Accra", "Kyiv", "Tehran", "Nairobi",
                               "Lagos", "Moscow"});
    types(MentionType::kOrganisation, {"Hezbollah", "NATO", "Gazprom"});
    types(MentionType::kWeapon, {"artillery shells", "rockets", "missiles", "tank", "tanks", "shells",
                                 "ballistic missiles", "drones"}, false);
    const auto titles = [&](std::uint8_t bits, std::initializer_list<const char*> names,
                            char gender = '-') {
      for (const char* name : names) add(name).titles |= bits, add(name).gender = gender;
    };
    titles(kTitleRole, {"President", "Presidents", "Defense Minister", "Foreign Minister",
                        "security chief", "Senators", "minister", "Prime Minister", "leader",
                        "secretary of state"});
    titles(kTitleRole, {"spokesman"}, 'm');
    titles(kTitleRole, {"spokeswoman"}, 'f');
    titles(kTitleProfession, {"analyst", "journalist"});
    titles(kTitleRank, {"Gen.", "Colonel"});
    titles(kTitleHonorific, {"Mr.", "Prince"}, 'm');
    titles(kTitleHonorific, {"Ms."}, 'f');
  }

  // The lexicon of this world's names of persons.
  static RuleLexicon lexicon() {
    static const PersonNames names =
        PersonNames::parse(
            "name\tgender\tweight\tcommon\tsource\n"
            "Ahmed\tm\t9\t0\ttest\nAlexander\tm\t9\t0\ttest\nAna\tf\t9\t0\ttest\n"
            "Annalena\tf\t9\t0\ttest\nGrant\tm\t5\t1\ttest\nIlham\tm\t9\t0\ttest\n"
            "Karl\tm\t9\t0\ttest\nMaria\tf\t9\t0\ttest\nMolly\tf\t9\t0\ttest\n"
            "Omar\tm\t9\t0\ttest\nWill\tm\t5\t1\ttest\n",
            "name\tweight\tcommon\tfamily_first\tsource\n"
            "Choe\t5\t0\t1\ttest\nKim\t9\t0\t1\ttest\nKowalski\t9\t0\t0\ttest\n"
            "Long\t5\t1\t0\ttest\nLopes\t9\t0\t0\ttest\nPetersen\t9\t0\t0\ttest\n"
            "Smith\t9\t1\t0\ttest\nWang\t9\t0\t1\ttest\nXi\t5\t0\t1\ttest\n")
            .value();
    RuleLexicon lexicon;
    lexicon.use_names(&names);
    return lexicon;
  }

  std::vector<UnitSource> sources(const Text& text, const Tokens& tokens) const {
    std::vector<UnitSource> out;
    for (const Sentence& s : tokens.sentences) {
      for (Index first = s.first; first < s.last; ++first) {
        std::string key;
        std::optional<UnitSource> longest;
        for (Index last = first; last < std::min(s.last, first + 4); ++last) {
          const Token& token = tokens.tokens[last];
          key += fold(text.slice(token.span())) + " ";
          const auto at = names_.find(key);
          if (at == names_.end()) continue;
          if (at->second.needs_capital && !tokens.tokens[first].has(kInitialCapital)) continue;
          longest = UnitSource{first, last + 1, at->second.types, at->second.titles,
                               at->second.gender};
        }
        if (!longest) continue;
        out.push_back(*longest);
        first = longest->last - 1;
      }
    }
    return out;
  }

  // The sentence with what the named rule (or any, if empty) finds in it.
  std::string mark(const RuleSet& rules, const std::string& sentence, std::string_view rule,
                   std::optional<Date> date = Date{2023, 9, 5}) const {
    const Text text = Text::from_utf8(sentence).value();
    const Tokens tokens = tokenize(text);
    RuleScratch scratch;
    RuleOutput found;
    std::vector<WordFacts> words;
    Vocabulary(rules.lexicon(), {}).read(tokens.tokens, words);
    const std::vector<UnitSource> known = sources(text, tokens);
    rules.find({text, tokens, words, known, date}, scratch, found);
    std::map<std::uint32_t, std::string> open, close;
    for (const Candidate& c : found.candidates) {
      if (!rule.empty() && rules.rules()[c.rule].text.name != rule) continue;
      std::string& mark = open[tokens.tokens[c.first].start];
      mark.assign(1, '[').append(to_string(c.type)).append(1, ' ');
      close[tokens.tokens[c.last - 1].end].assign(1, ']');
    }
    std::string out;
    for (std::uint32_t i = 0; i <= text.size(); ++i) {
      if (close.count(i)) out += close[i];
      if (open.count(i)) out += open[i];
      if (i < text.size()) out += text.view()[i];
    }
    return out;
  }

 private:
  WorldName& add(std::string_view name) {
    std::string key;
    const Text text = Text::from_utf8(std::string(name)).value();
    const Tokens tokens = tokenize(text);
    for (const Token& t : tokens.tokens) key += fold(text.slice(t.span())) + " ";
    return names_[key];
  }

  std::map<std::string, WorldName> names_;
};

// "[PERSON Ann Lee] left" -> "Ann Lee left".
inline std::string without_marks(const std::string& marked) {
  std::string out;
  for (std::size_t i = 0; i < marked.size(); ++i) {
    if (marked[i] == '[' && i + 1 < marked.size() && marked[i + 1] >= 'A' && marked[i + 1] <= 'Z') {
      const std::size_t space = marked.find(' ', i);
      if (space != std::string::npos && mention_type(marked.substr(i + 1, space - i - 1))) {
        i = space;
        continue;
      }
    }
    if (marked[i] == ']') continue;
    out += marked[i];
  }
  return out;
}

// In capitals, marks left alone.
inline std::string upper_cased(const std::string& marked) {
  std::string out;
  for (char c : marked) out += char(c >= 'a' && c <= 'z' ? c - 32 : c);
  return out;
}

}  // namespace dragoman

#endif  // DRAGOMAN_TESTS_MENTION_RULE_WORLD_H_
