// Part of dragoman; see LICENSE.

#include "export/document_json.h"

#include <gtest/gtest.h>

namespace dragoman {
namespace {

// "Élysée 😀 hosts Kagame" with one relation, every offset known.
Document sample() {
  Document d;
  d.info = {.id = "a\xFF.txt", .date = Date{2024, 1, 2}, .outlet = "", .url = ""};
  d.text = *Text::from_utf8("Élysée 😀 hosts Kagame");
  Mention host;
  host.span = {0, 8};
  host.type = MentionType::kGovernmentBody;
  host.entity = 0;
  Mention guest = host;
  guest.span = {20, 26};
  guest.type = MentionType::kPerson;
  guest.entity = 1;
  guest.because = 4;
  d.mentions = {host, guest};
  d.entities.resize(2);
  d.entities[0].id = "gov:elysee";
  d.entities[0].mentions = {0};
  d.entities[1].id = "person:paul-kagame";
  d.entities[1].mentions = {1};
  Relation r;
  r.arguments = {{0, 1, 1}, {1, 0, 0}, {2, 1, kNone}};
  r.trigger = {14, 19};
  r.evidence = {0, 26};
  r.when = When{{to_days({2024, 1, 1}), to_days({2024, 1, 31}), false, false,
                 DatePrecision::kMonth}, kNone};
  d.relations = {r};
  return d;
}

nlohmann::ordered_json json(const DocumentJsonOptions& options) {
  static const auto schema = Schema::parse(
      "types:\n  visit:\n    roles: {visitor: PERSON, host: GOVERNMENT_BODY, item: WEAPON}\n", "s");
  DocumentNames names;
  names.schema = &*schema;
  names.origin = [](OriginId id) { return Origin{"rules.yaml", id, "rule"}; };
  return document_json(sample(), names, options);
}

TEST(DocumentJsonTest, OffsetsCountWhatWasAskedFor) {
  const auto place = [](OffsetUnit unit) {
    const auto m = json({.offsets = unit})["mentions"][1];
    return std::pair(m["start"].get<int>(), m["end"].get<int>());
  };
  EXPECT_EQ(place(OffsetUnit::kByte), std::pair(20, 26));
  EXPECT_EQ(place(OffsetUnit::kCodePoint), std::pair(15, 21));
  EXPECT_EQ(place(OffsetUnit::kUtf16), std::pair(16, 22));
}

TEST(DocumentJsonTest, ArgumentsAreIdsOrWords) {
  const auto r = json({})["relations"][0];
  EXPECT_EQ(r["type"], "visit");
  EXPECT_EQ(r["arguments"]["visitor"], "person:paul-kagame");
  EXPECT_EQ(r["arguments"]["host"], "gov:elysee");
  EXPECT_EQ(r["arguments"]["item"], "Kagame");
  EXPECT_EQ(r["when"], "2024-01");
  EXPECT_EQ(r["trigger"]["text"], "hosts");
  EXPECT_TRUE(r["said_by"].is_null());
}

TEST(DocumentJsonTest, EveryThingNamesItsRule) {
  const auto mentions = json({})["mentions"];
  EXPECT_TRUE(mentions[0]["because"].is_null());
  EXPECT_EQ(mentions[1]["because"]["file"], "rules.yaml");
  EXPECT_EQ(mentions[1]["because"]["line"], 4);
}

TEST(DocumentJsonTest, OutputIsValidWhateverTheIdIs) {
  const std::string bytes = to_json(sample());
  const auto parsed = nlohmann::json::parse(bytes);
  EXPECT_EQ(parsed["document"]["id"], "a\xEF\xBF\xBD.txt");
}

}  // namespace
}  // namespace dragoman
