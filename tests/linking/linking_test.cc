// Part of dragoman; see LICENSE.
//
// Who is meant: sentences of 1990-2025 from all continents, each with the links that a reader
// makes who knows the date.  open.tsv says how a row is written.
//
// DRAGOMAN_LINKING=held.tsv scores another file; every wrong link is printed.

#include <gtest/gtest.h>

#include <cstdlib>
#include <fstream>
#include <iostream>

#include "dragoman/pipeline.h"

namespace dragoman {
namespace {

struct Expected {
  std::size_t start = 0, end = 0;   // bytes of the plain text
  std::string id;
};

struct Case {
  std::string date, text;
  std::vector<Expected> links;
};

// "[The U.S. president|@joe-biden] spoke."
Case read_case(const std::string& line) {
  Case c;
  const std::size_t tab = line.find('\t');
  c.date = line.substr(0, tab);
  for (std::size_t i = tab + 1; i < line.size(); ++i) {
    if (line[i] != '[') {
      c.text += line[i];
      continue;
    }
    const std::size_t bar = line.find('|', i), close = line.find(']', i);
    Expected link;
    link.start = c.text.size();
    c.text += line.substr(i + 1, bar - i - 1);
    link.end = c.text.size();
    link.id = line.substr(bar + 1, close - bar - 1);
    if (link.id.front() == '@') link.id = "person:" + link.id.substr(1);
    c.links.push_back(std::move(link));
    i = close;
  }
  return c;
}

std::vector<Case> read_cases(const std::string& file) {
  std::ifstream in(std::string(DRAGOMAN_SOURCE_DIR "/tests/linking/") + file);
  std::vector<Case> cases;
  bool head = true;
  for (std::string line; std::getline(in, line);) {
    if (line.empty() || line.front() == '#') continue;
    if (!head) cases.push_back(read_case(line));
    head = false;
  }
  return cases;
}

// The link of the mention that shares most bytes with the marked words.  A place that acts is
// written ~STATE, as in the expectation.
std::string link_of(const Document& doc, const Expected& wanted) {
  const Gazetteer& names = doc.knowledge->names();
  std::size_t most = 0;
  std::string id = "-";
  for (const Mention& m : doc.mentions) {
    if (m.entity == kNone || m.type == MentionType::kOffice || m.form == MentionForm::kPronominal) continue;
    const std::size_t from = std::max<std::size_t>(m.span.start, wanted.start);
    const std::size_t to = std::min<std::size_t>(m.span.end, wanted.end);
    const bool person = wanted.id.starts_with("person:");
    const bool is_person = doc.entities[m.entity].type == MentionType::kPerson;
    if (to <= from || to - from < most || (person && !is_person)) continue;
    const Entity& entity = doc.entities[m.entity];
    if (wanted.id == "-") {
      // Only a known thing of the very words counts as wrong here.
      if (m.span.end != wanted.end && !is_person && entity.type != MentionType::kState) continue;
      if (entity.record == kNone || (is_person ? false : m.span.start != wanted.start)) continue;
    }
    most = to - from;
    id = entity.id;
    if (wanted.id.front() == '~' && entity.record != kNone) {
      const Index actor = names.record(entity.record).actor;
      id = "~" + (actor != kNone ? std::string(names.record(actor).id) : entity.id);
    }
  }
  return id;
}

TEST(LinkingTest, WhoIsMeantAtTheDate) {
  const char* other = std::getenv("DRAGOMAN_LINKING");
  const std::vector<Case> cases = read_cases(other != nullptr ? other : "open.tsv");
  const Result<Pipeline> pipeline = Pipeline::load({.data = DRAGOMAN_SOURCE_DIR "/data", .overlays = {}});
  ASSERT_TRUE(pipeline.ok()) << pipeline.error().message();
  int links = 0, right = 0;
  for (const Case& c : cases) {
    const Document doc =
        *pipeline->analyze(c.text, {.id = "", .date = *parse_date(c.date), .outlet = "", .url = ""});
    for (const Expected& wanted : c.links) {
      const std::string found = link_of(doc, wanted);
      ++links;
      right += found == wanted.id;
      if (found == wanted.id) continue;
      std::cout << c.date << " [" << c.text.substr(wanted.start, wanted.end - wanted.start) << "] is "
                << wanted.id << ", found " << found << ": " << c.text << '\n';
    }
  }
  std::cout << right << " of " << links << " links right\n";
  EXPECT_GE(cases.size(), 100u);
  EXPECT_GE(right * 100, links * 95) << "less than 95 % of the links are right";
}

}  // namespace
}  // namespace dragoman
