// Part of dragoman; see LICENSE.

#include "learn/examples.h"

#include <algorithm>

#include <gtest/gtest.h>

#include "learn/name_examples.h"

namespace dragoman {
namespace {

std::string complaint(std::string_view lines) {
  const auto texts = parse_marked_texts(lines, "names.jsonl");
  return texts.ok() ? "read" : texts.error().message();
}

TEST(MarkedTextsTest, OffsetsBecomeBytes) {
  const auto texts = parse_marked_texts(
      R"({"id": "1", "text": "São Tomé thanked Angola.", "entities": [{"start": 17, "end": 23, "type": "LOC"}]})",
      "names.jsonl");
  ASSERT_TRUE(texts.ok());
  ASSERT_EQ(texts->size(), 1u);
  const MarkedText& text = (*texts)[0];
  EXPECT_EQ(text.text.substr(text.names[0].span.start, text.names[0].span.size()), "Angola");
  EXPECT_TRUE(text.names[0].named);
}

TEST(MarkedTextsTest, BadLineSaysWhere) {
  const std::string good = R"({"id": "1", "text": "Ghana won."})" "\n";
  EXPECT_EQ(complaint(good + "\n{oops"), "names.jsonl:3: no JSON");
  EXPECT_EQ(complaint(good + "[1]"), "names.jsonl:2: expected a JSON object");
  EXPECT_EQ(complaint(R"({"text": "Ghana won."})"), "names.jsonl:1: expected \"id\", a string");
  EXPECT_EQ(complaint(R"({"id": "1", "text": "Ghana", "entities": [{"start": 0, "end": 9, "type": "LOC"}]})"),
            "names.jsonl:1: \"entities\": expected \"start\" < \"end\" <= 5, found {\"end\":9,\"start\":0,\"type\":\"LOC\"}");
  EXPECT_EQ(complaint(R"({"id": "1", "text": "Ghana", "ignore": [{"start": 3, "end": 3}]})"),
            "names.jsonl:1: \"ignore\": expected \"start\" < \"end\" <= 5, found {\"end\":3,\"start\":3}");
  EXPECT_EQ(complaint(R"({"id": "1", "text": "Ghana", "entities": [{"start": 0, "end": 5}]})"),
            "names.jsonl:1: \"entities\": expected \"type\", a string");
}

TEST(MarkedTextsTest, SourceThatMarksNoOthersIsKnown) {
  const auto texts = parse_marked_texts(
      R"({"id": "1", "text": "Ghana won.", "entities": [{"start": 0, "end": 5, "type": "LOC"}]})", "names.jsonl");
  ASSERT_TRUE(texts.ok());
  EXPECT_FALSE((*texts)[0].marks_other);
}

TEST(LetterCaseTest, LengthsHold) {
  EXPECT_EQ(in_case("Peña met Ólafur in 2021.", LetterCase::kUpper), "PEÑA MET ÓLAFUR IN 2021.");
  EXPECT_EQ(in_case("PEÑA MET ÓLAFUR", LetterCase::kLower), "peña met ólafur");
  EXPECT_EQ(in_case("Straße × ÷ ÿ", LetterCase::kUpper).size(), std::string("Straße × ÷ ÿ").size());
}

// What each token may be, as letters: O outside, P L G M kinds, * anything.
std::string allowed(std::string line) {
  std::replace(line.begin(), line.end(), '\n', ' ');
  static const auto knowledge = *Knowledge::load({.data = DRAGOMAN_SOURCE_DIR "/data", .overlays = {}, .models = false});
  const auto texts = *parse_marked_texts(line, "names.jsonl");
  const AnalysedText text = analyse_for_names(knowledge, texts[0].text);
  std::string out;
  for (const std::uint32_t labels : allowed_labels(knowledge, text, texts[0])) {
    if (labels == kAllNameLabels) out += '*';
    else if (labels & 1) out += 'O';
    else for (int kind = 0; kind < 4; ++kind) {
      for (int part = 0; part < 4; ++part) {
        if (labels == 1u << name_label(TagKind(kind), TagPart(part))) {
          out += "PLGM"[kind];
          out += "bies"[part];
        }
      }
    }
    out += ' ';
  }
  return out;
}

TEST(AllowedLabelsTest, ArticlesAndTitlesStandOutside) {
  EXPECT_EQ(allowed(R"({"id": "1", "text": "President Amara Diallo left the Niger Delta .",
                        "entities": [{"start": 0, "end": 22, "type": "PER"}, {"start": 28, "end": 43, "type": "LOC"}]})"),
            "O Pb Pe O O Lb Le O ");
}

TEST(AllowedLabelsTest, DoubtfulSpansAllowAll) {
  EXPECT_EQ(allowed(R"({"id": "1", "text": "Rebels near Oduma fled .",
                        "entities": [{"start": 0, "end": 6, "type": "ORG", "named": false}],
                        "ignore": [{"start": 12, "end": 17}]})"),
            "* O * O O ");
}

TEST(AllowedLabelsTest, OutermostNameStands) {
  EXPECT_EQ(allowed(R"({"id": "1", "text": "Bank of Oduma rose .",
                        "entities": [{"start": 8, "end": 13, "type": "LOC"}, {"start": 0, "end": 13, "type": "ORG"}]})"),
            "Gb Gi Ge O O ");
}

}  // namespace
}  // namespace dragoman
