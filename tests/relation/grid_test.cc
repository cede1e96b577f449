// Part of dragoman; see LICENSE.
//
// A grid: every construction of grid/verbs.txt with every verb, every plain sentence of grid/plain.txt with several states, sources,
// references and sentences of several deeds, through the pipeline with the shipped data.  What is found depends on the words, not on
// the place where they stand.

#include <gtest/gtest.h>

#include <algorithm>
#include <fstream>
#include <sstream>
#include <string>
#include <utility>
#include <vector>

#include "shipped.h"

namespace dragoman {
namespace {

struct Verb {
  const char *base, *third, *past, *pp, *ger, *type;
};

constexpr Verb kVerbs[] = {
    {"attack", "attacks", "attacked", "attacked", "attacking", "attack"},
    {"invade", "invades", "invaded", "invaded", "invading", "invade"},
    {"bomb", "bombs", "bombed", "bombed", "bombing", "attack"},
    {"strike", "strikes", "struck", "struck", "striking", "attack"},
    {"sanction", "sanctions", "sanctioned", "sanctioned", "sanctioning", "sanction"},
    {"threaten", "threatens", "threatened", "threatened", "threatening", "threaten"},
};

struct Pair {
  const char *a, *b, *an, *bn, *a_id, *b_id;
};

constexpr Pair kPairs[] = {{"Togo", "Ghana", "Togolese", "Ghanaian", "TGO", "GHA"},
                           {"Iran", "Chile", "Iranian", "Chilean", "IRN", "CHL"},
                           {"France", "Peru", "French", "Peruvian", "FRA", "PER"}};

// The lines of a table without comments: before and behind its last bar.
std::vector<std::pair<std::string, std::string>> rows(const std::string& name) {
  std::ifstream file(std::string(DRAGOMAN_SOURCE_DIR "/tests/relation/grid/") + name);
  std::vector<std::pair<std::string, std::string>> out;
  for (std::string line; std::getline(file, line);) {
    if (line.empty() || line[0] == '#') continue;
    const std::size_t bar = line.rfind(" | ");
    if (bar == std::string::npos) out.emplace_back(line, "");
    else out.emplace_back(line.substr(0, bar), line.substr(bar + 3));
  }
  return out;
}

std::string filled(std::string text, const std::vector<std::pair<std::string, std::string>>& words) {
  for (const auto& [slot, word] : words) {
    for (std::size_t at = 0; (at = text.find("{" + slot + "}")) != std::string::npos;) text.replace(at, slot.size() + 2, word);
  }
  text[0] = char(std::toupper(static_cast<unsigned char>(text[0])));
  return text;
}

// The state that an argument is or belongs to.
std::string state_of(const Document& doc, const Argument& a) {
  if (a.entity == kNone) return "";
  const Entity& e = doc.entities[a.entity];
  return e.type == MentionType::kState ? e.id : e.state;
}

// The first relation of a type from A to B.
const Relation* between(const Document& doc, std::string_view type, std::string_view a, std::string_view b) {
  const Schema& schema = shipped().knowledge()->schema();
  for (const Relation& r : doc.relations) {
    if (schema.type(r.type).name != type) continue;
    std::vector<std::string> states;
    for (const Argument& argument : r.arguments) states.push_back(state_of(doc, argument));
    const auto from = std::find(states.begin(), states.end(), a), to = std::find(states.begin(), states.end(), b);
    if (from != states.end() && to != states.end() && (from < to || schema.type(r.type).symmetric)) return &r;
  }
  return nullptr;
}

Document read(const std::string& text) { return *shipped().analyze(text, {.id = "", .date = Date{2024, 5, 2}, .outlet = "", .url = ""}); }

TEST(GridTest, AVerbIsUnderstoodInEveryConstruction) {
  const auto table = rows("verbs.txt");
  ASSERT_GT(table.size(), 120u);
  for (const auto& [construction, told] : table) {
    for (const Verb& v : kVerbs) {
      const std::string text = filled(construction, {{"A", "Togo"}, {"B", "Ghana"}, {"base", v.base}, {"third", v.third}, {"past", v.past}, {"pp", v.pp}, {"ger", v.ger}});
      const Document doc = read(text);
      const Relation* r = between(doc, v.type, "TGO", "GHA");
      if (r == nullptr) {
        ADD_FAILURE() << text << "  no " << v.type;
        continue;
      }
      if (told == "any" || std::string_view(v.type) == "threaten") continue;
      const bool denied = r->polarity == Polarity::kDenied || r->status == RelationStatus::kCancelled;
      EXPECT_EQ(denied, told == "denied" || told == "cancelled") << text;
      if (told.empty()) {
        EXPECT_TRUE(r->status == RelationStatus::kHappened || r->status == RelationStatus::kOngoing) << text << "  " << to_string(r->status);
      } else if (told != "denied") {
        EXPECT_EQ(to_string(r->status), told) << text;
      }
    }
  }
}

void say_what_they_say(const char* file, std::size_t fewest) {
  const auto table = rows(file);
  ASSERT_GT(table.size(), fewest);
  for (const auto& [sentence, type] : table) {
    for (const Pair& p : kPairs) {
      const std::string text = filled(sentence, {{"A", p.a}, {"B", p.b}, {"An", p.an}, {"Bn", p.bn}});
      const Document doc = read(text);
      EXPECT_NE(between(doc, type, p.a_id, p.b_id), nullptr) << text << "  no " << type;
    }
  }
}

TEST(GridTest, PlainSentencesSayWhatTheySay) { say_what_they_say("plain.txt", 120); }

TEST(GridTest, NounsTellOfEvents) { say_what_they_say("nominal.txt", 30); }

TEST(GridTest, WhoSaysSo) {
  for (const auto& [text, told] : rows("sources.txt")) {
    const Document doc = read(text);
    const Relation* r = between(doc, "attack", "TGO", "GHA");
    ASSERT_NE(r, nullptr) << text;
    EXPECT_EQ(r->polarity == Polarity::kDenied, told.ends_with(" denied")) << text;
    if (told == "hearsay") {
      EXPECT_TRUE(r->said_by && r->said_by->hearsay) << text;
      continue;
    }
    const Index source = r->said_by ? r->said_by->entity : kNone;
    ASSERT_NE(source, kNone) << text;
    const Entity& e = doc.entities[source];
    EXPECT_EQ(e.type == MentionType::kState ? e.id : e.state, told.substr(0, 3)) << text;
  }
}

TEST(GridTest, WhomAPronounMeans) {
  for (const auto& [text, nothing] : rows("reference.txt")) EXPECT_NE(between(read(text), "attack", "TGO", "GHA"), nullptr) << text;
}

TEST(GridTest, EachOfSeveralDeeds) {
  for (const auto& [text, told] : rows("several.txt")) {
    const Document doc = read(text);
    std::istringstream all(told);
    for (std::string one; std::getline(all >> std::ws, one, ';');) {
      std::istringstream words(one);
      std::string type, a, b;
      words >> type >> a >> b;
      EXPECT_NE(between(doc, type, a, b), nullptr) << text << "  no " << one;
    }
  }
}

}  // namespace
}  // namespace dragoman
