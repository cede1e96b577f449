// Part of dragoman; see LICENSE.
//
// What holds for the whole pipeline, whatever it reads: valid documents of any bytes, the same answer
// each time, and changes of white space, marks and surroundings that must not change what is found.

#include <algorithm>
#include <map>
#include <thread>

#include <gtest/gtest.h>

#include "base/file.h"
#include "dragoman/export.h"
#include "dragoman/pipeline.h"
#include "reference/random_text.h"
#include "reference/valid_document.h"
#include "rounds.h"
#include "shipped.h"

namespace dragoman {
namespace {

Document analyze(std::string text) {
  return *shipped().analyze(std::move(text), {.id = "a", .date = Date{2023, 9, 5}, .outlet = "Daily Nation", .url = ""});
}

std::vector<std::string> articles() {
  std::vector<std::string> all;
  for (const char* file : {"examples/arms_talks.txt", "tests/golden/essequibo.txt", "tests/golden/gulf_thaw.txt",
                           "tests/golden/sahel.txt"}) {
    all.push_back(*read_file(std::string(DRAGOMAN_SOURCE_DIR "/") + file));
  }
  return all;
}

// White space of any kind and length as one space; marks of one meaning as one.
std::string plain(std::string_view text) {
  std::string out;
  for (std::size_t i = 0; i < text.size();) {
    const char32_t c = next_code_point(text, i);
    if (c == ' ' || (c >= '\t' && c <= '\r') || c == 0xA0) {
      if (!out.empty() && out.back() != ' ') out += ' ';
    } else if (c == 0x2018 || c == 0x2019) {
      out += '\'';
    } else if (c == 0x201C || c == 0x201D) {
      out += '"';
    } else {
      append_code_point(out, c);
    }
  }
  return out;
}

// What was found, without where.
std::string found(const Document& d) {
  std::string out;
  for (const Mention& m : d.mentions) {
    out.append(to_string(m.type)).append(" ").append(plain(d.slice(m)));
    if (m.entity != kNone) out += " = " + d.entities[m.entity].id;
    out += "\n";
  }
  for (const Relation& r : d.relations) {
    const RelationType& type = d.knowledge->schema().type(r.type);
    out.append(type.name).append(" ").append(to_string(r.status)).append(" ").append(to_string(r.polarity));
    for (const Argument& a : r.arguments) {
      out += " " + type.roles[a.role].name + "=";
      out += a.entity != kNone ? d.entities[a.entity].id : a.mention != kNone ? plain(d.slice(d.mentions[a.mention])) : "-";
    }
    if (r.when) out += " when " + to_string(r.when->value);
    if (r.said_by) out += " said by " + (r.said_by->entity != kNone ? d.entities[r.said_by->entity].id : std::string("?"));
    out += " \"" + plain(d.slice(r.trigger)) + "\"\n";
  }
  return out;
}

std::string replaced(std::string text, std::string_view what, std::string_view by) {
  for (std::size_t at = 0; (at = text.find(what, at)) != std::string::npos; at += by.size()) text.replace(at, what.size(), by);
  return text;
}

TEST(PropertiesTest, AnyBytesGiveAValidDocument) {
  RandomText random(101);
  const std::vector<std::string> real = articles();
  for (int round = 0; round < rounds(600); ++round) {
    std::string text;
    switch (random.below(3)) {
      case 0: text = random.bytes(random.below(300)); break;
      case 1: text = random.text(random.below(300)); break;
      default: {
        // A piece of news in which some bytes are others.
        const std::string& article = real[random.below(real.size())];
        const std::size_t from = random.below(article.size());
        text = article.substr(from, 1 + random.below(1500));
        for (std::size_t changes = random.below(20); changes > 0; --changes) text[random.below(text.size())] = char(random.next());
      }
    }
    ASSERT_EQ(why_invalid(analyze(text)), "") << text;
  }
}

TEST(PropertiesTest, EachRunThreadAndOrderGivesTheSame) {
  const std::vector<std::string> texts = articles();
  std::vector<std::string> expected;
  for (const std::string& text : texts) expected.push_back(to_json(analyze(text)));
  std::vector<std::vector<std::string>> told(4, std::vector<std::string>(texts.size()));
  std::vector<std::thread> threads;
  for (std::size_t t = 0; t < told.size(); ++t) {
    threads.emplace_back([&texts, &told, t] {
      for (std::size_t i = 0; i < texts.size(); ++i) {
        const std::size_t which = (i + t) % texts.size();
        told[t][which] = to_json(analyze(texts[which]));
      }
    });
  }
  for (std::thread& thread : threads) thread.join();
  for (const auto& one : told) EXPECT_TRUE(one == expected);
  const Pipeline second = *Pipeline::load({.data = DRAGOMAN_SOURCE_DIR "/data", .overlays = {}});
  EXPECT_TRUE(to_json(*second.analyze(texts[0], analyze("").info)) == expected[0]);
}

// Batches of a few words, of nothing and of more text than goes through the stages at once.
TEST(PropertiesTest, ABatchGivesWhatEachArticleGivesAlone) {
  std::vector<std::string> texts = articles();
  texts.insert(texts.begin() + 1, "");
  texts.push_back("Ghana.");
  std::string large;
  while (large.size() < 300 << 10) large += texts[0] + "\n\n";
  texts.push_back(large);
  texts.push_back(texts[2]);
  RandomText random(7);
  for (int i = 0; i < 20; ++i) texts.push_back(random.text(random.below(200)));
  std::vector<Article> batch;
  for (std::size_t i = 0; i < texts.size(); ++i) {
    batch.push_back({{.id = std::to_string(i), .date = Date{2023, 9, 5}, .outlet = {}, .url = {}}, *Text::from_utf8(texts[i]), {}, {}});
  }
  const std::vector<Document> documents = shipped().analyze_batch(batch);
  ASSERT_EQ(documents.size(), texts.size());
  for (std::size_t i = 0; i < texts.size(); ++i) {
    const Document alone = *shipped().analyze(texts[i], {.id = std::to_string(i), .date = Date{2023, 9, 5}, .outlet = {}, .url = {}});
    EXPECT_EQ(to_json(documents[i]), to_json(alone)) << i;
  }
  EXPECT_TRUE(shipped().analyze_batch({}).empty());
}

TEST(PropertiesTest, TheGraphDoesNotDependOnTheOrder) {
  std::vector<Document> documents;
  for (const std::string& text : articles()) {
    documents.push_back(analyze(text));
    documents.back().info.id = "d" + std::to_string(documents.size());
  }
  RelationGraph forward, backward;
  for (const Document& d : documents) ASSERT_TRUE(forward.add(d).ok());
  std::reverse(documents.begin(), documents.end());
  for (const Document& d : documents) ASSERT_TRUE(backward.add(d).ok());
  EXPECT_TRUE(write_graph(forward, GraphFormat::kJsonLines) == write_graph(backward, GraphFormat::kJsonLines));
}

// Articles about other things, one after the other: each says what it said alone.
TEST(PropertiesTest, TextsOneAfterTheOtherSayWhatTheySayAlone) {
  const std::vector<std::string> texts = {
      "Norway delivered patrol boats to Kenya in May 2022. Oslo denied that it had sold missiles to Sudan.\n",
      "Peru's foreign minister visited Chile on Monday. Mexico accused Cuba of spying, Bolivian officials said.\n",
      "Indonesia and Vietnam signed an accord. Thai troops attacked rebels near the border with Laos.\n"};
  std::string all;
  std::vector<std::string> apart, together;
  const auto lines_of = [](const std::string& lines, std::vector<std::string>& out) {
    for (std::size_t at = 0; at < lines.size();) {
      const std::size_t end = lines.find('\n', at);
      out.push_back(lines.substr(at, end - at));
      at = end + 1;
    }
    std::sort(out.begin(), out.end());
  };
  std::string each;
  Tokens shifted;
  for (const std::string& text : texts) {
    const Document document = analyze(text);
    each += found(document);
    const auto at = std::uint32_t(all.size());
    for (Token token : document.tokens.tokens) {
      token.start += at;
      token.end += at;
      shifted.tokens.push_back(token);
    }
    all += text + "\n";
  }
  const Document document = analyze(all);
  ASSERT_EQ(document.tokens.tokens.size(), shifted.tokens.size());
  for (std::size_t i = 0; i < shifted.tokens.size(); ++i) {
    EXPECT_EQ(document.tokens.tokens[i].start, shifted.tokens[i].start);
    EXPECT_EQ(document.tokens.tokens[i].end, shifted.tokens[i].end);
    EXPECT_EQ(document.tokens.tokens[i].hash, shifted.tokens[i].hash);
  }
  lines_of(each, apart);
  lines_of(found(document), together);
  EXPECT_EQ(together, apart);
}

struct Change {
  const char* name;
  const char* what;
  const char* by;
};

class ChangeTest : public testing::TestWithParam<Change> {};

TEST_P(ChangeTest, DoesNotChangeWhatIsFound) {
  for (const std::string& text : articles()) {
    const std::string changed = replaced(text, GetParam().what, GetParam().by);
    ASSERT_NE(changed, text);
    EXPECT_EQ(found(analyze(changed)), found(analyze(text)));
  }
}

INSTANTIATE_TEST_SUITE_P(
    PropertiesTest, ChangeTest,
    testing::Values(Change{"DoubleSpaces", " ", "  "}, Change{"LineEndsOfWindows", "\n", "\r\n"},
                    Change{"SpacesBeforeLineEnds", "\n", " \n"}, Change{"NoBreakSpaces", " ", "\u00A0"},
                    Change{"MoreEmptyLines", "\n\n", "\n\n\n"}),
    [](const auto& info) { return std::string(info.param.name); });

// Marks in front of and behind a text, and how its characters are composed.
TEST(PropertiesTest, FormsOfOneCharacterAreOne) {
  const std::string composed = "S\u00e3o Tom\u00e9 and Pr\u00edncipe's president met C\u00f4te d'Ivoire's envoy. Norway\u2019s \"minister\" visited Peru.";
  std::string apart = composed;
  for (const auto& [one, two] : std::map<const char*, const char*>{{"\u00e3", "a\u0303"}, {"\u00e9", "e\u0301"},
                                                                   {"\u00ed", "i\u0301"}, {"\u00f4", "o\u0302"}}) {
    apart = replaced(apart, one, two);
  }
  const auto ids = [](const std::string& text) {
    std::vector<std::string> all;
    for (const Entity& e : analyze(text).entities) all.push_back(e.id);
    return all;
  };
  EXPECT_EQ(ids(apart), ids(composed));
  EXPECT_GE(ids(composed).size(), 4u);
  EXPECT_EQ(found(analyze("\xEF\xBB\xBF" + composed)), found(analyze(composed)));
  EXPECT_EQ(found(analyze(replaced(composed, "'", "\u2019"))), found(analyze(composed)));
  EXPECT_EQ(found(analyze("\n\n  " + composed + "\n\n\n")), found(analyze(composed)));
}

// Capitals throughout: the states are the same, and so are the relations between them.
TEST(PropertiesTest, CapitalsNameTheSameStates) {
  const std::string text = "Norway delivered missiles to Kenya in May 2022. Mexico accused Cuba of spying. Peru invaded Bolivia.";
  std::string capitals = text;
  for (char& c : capitals) c = char(c >= 'a' && c <= 'z' ? c - 32 : c);
  const auto facts = [](const Document& d) {
    std::vector<std::string> all;
    for (const Relation& r : d.relations) {
      std::string one = d.knowledge->schema().type(r.type).name;
      for (const Argument& a : r.arguments) {
        if (a.entity != kNone) one += " " + d.entities[a.entity].id;
      }
      all.push_back(one);
    }
    return all;
  };
  EXPECT_EQ(facts(analyze(capitals)), facts(analyze(text)));
  EXPECT_EQ(facts(analyze(text)),
            (std::vector<std::string>{"arms_transfer NOR KEN", "accuse MEX CUB", "invade PER BOL"}));
}

}  // namespace
}  // namespace dragoman
