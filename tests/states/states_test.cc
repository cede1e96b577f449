// Part of dragoman; see LICENSE.
//
// Are names of states found, and only those?  Every English name of ICU in a plain sentence, and
// the hard cases of hard.tsv.  What is wrong is printed and listed in docs/state_names.md.

#include <gtest/gtest.h>
#include <unicode/locdspnm.h>
#include <unicode/locid.h>
#include <unicode/unistr.h>

#include <fstream>
#include <iostream>
#include <memory>
#include <set>

#include "dragoman/pipeline.h"
#include "shipped.h"

namespace dragoman {
namespace {

// The text with each name of a state marked as in hard.tsv.
std::string mark(const std::string& text) {
  const Document doc = *shipped().analyze(text, {});
  std::string out;
  std::size_t at = 0;
  for (const Mention& m : doc.mentions) {
    if (m.type != MentionType::kState || m.record == kNone || m.span.start < at) continue;
    out += text.substr(at, m.span.start - at);
    out += "[" + std::string(doc.slice(m)) + "|" + std::string(doc.knowledge->names().record(m.record).id) + "]";
    at = m.span.end;
  }
  return out + text.substr(at);
}

std::string plain(const std::string& marked) {
  std::string out;
  for (std::size_t i = 0; i < marked.size(); ++i) {
    if (marked[i] == '|') i = marked.find(']', i);
    else if (marked[i] != '[') out += marked[i];
  }
  return out;
}

std::string utf8(const icu::UnicodeString& text) {
  std::string out;
  text.toUTF8String(out);
  return out;
}

TEST(StatesTest, EnglishNamesOfIcu) {
  const Gazetteer& names = shipped().knowledge()->names();
  std::set<std::pair<std::string, std::string>> forms;   // name, code
  for (const char* const* region = icu::Locale::getISOCountries(); *region != nullptr; ++region) {
    const icu::Locale place("", *region);
    const std::string code = place.getISO3Country();
    if (names.record_of(code) == kNone) continue;   // uninhabited, or a group of states
    for (const icu::Locale& english : {icu::Locale("en"), icu::Locale("en", "GB"), icu::Locale("en", "AU")}) {
      for (const UDisplayContext length : {UDISPCTX_LENGTH_FULL, UDISPCTX_LENGTH_SHORT}) {
        UDisplayContext contexts[] = {length};
        const std::unique_ptr<icu::LocaleDisplayNames> display(
            icu::LocaleDisplayNames::createInstance(english, contexts, 1));
        icu::UnicodeString name;
        forms.emplace(utf8(display->regionDisplayName(*region, name)), code);
      }
    }
  }
  int right = 0;
  for (const auto& [name, code] : forms) {
    const std::string marked = "Talks in [" + name + "|" + code + "] ended on Monday.";
    const std::string found = mark(plain(marked));
    // "Myanmar (Burma)" may be read as two names of one state.
    const std::size_t bracket = name.find(" (");
    const std::string twice = bracket == std::string::npos ? marked
        : "Talks in [" + name.substr(0, bracket) + "|" + code + "] ([" +
          name.substr(bracket + 2, name.size() - bracket - 3) + "|" + code + "]) ended on Monday.";
    right += found == marked || found == twice;
    if (found != marked && found != twice) std::cout << "wrong: " << found << "\n";
  }
  std::cout << right << " of " << forms.size() << " names of ICU right\n";
  EXPECT_GE(forms.size(), 240u);
  EXPECT_GE(right * 100, int(forms.size()) * 99);
}

TEST(StatesTest, HardCases) {
  std::ifstream in(DRAGOMAN_SOURCE_DIR "/tests/states/hard.tsv");
  int cases = 0, right = 0;
  bool head = true;
  for (std::string line; std::getline(in, line);) {
    if (line.empty() || line.front() == '#') continue;
    if (std::exchange(head, false)) continue;
    const std::string found = mark(plain(line));
    ++cases;
    right += found == line;
    if (found != line) std::cout << "wrong: " << found << "\n";
  }
  std::cout << right << " of " << cases << " hard cases right\n";
  EXPECT_GE(cases, 200);
  EXPECT_GE(right * 100, cases * 97);
}

}  // namespace
}  // namespace dragoman
