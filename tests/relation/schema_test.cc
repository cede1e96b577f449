// Part of dragoman; see LICENSE.

#include "dragoman/relation.h"

#include <gtest/gtest.h>

namespace dragoman {
namespace {

TEST(SchemaTest, ShippedListLoads) {
  const auto schema = Schema::load(DRAGOMAN_SOURCE_DIR "/data/schema/relations.yaml");
  ASSERT_TRUE(schema.ok()) << schema.error().message();
  const auto arms = schema->find("arms_transfer");
  ASSERT_TRUE(arms.has_value());
  EXPECT_EQ(schema->type(*arms).roles.front().name, "supplier");
  EXPECT_TRUE(schema->type(*schema->find("meet")).symmetric);
}

TEST(SchemaTest, BadFileSaysWhere) {
  const auto message = [](const char* yaml) {
    const auto schema = Schema::parse(yaml, "r.yaml");
    return schema.ok() ? std::string("loaded") : schema.error().message();
  };
  EXPECT_EQ(message("types:\n  meet:\n    roles: {party_a: STAET}\n"),
            "r.yaml:3: role \"party_a\": no mention type \"STAET\"");
  EXPECT_EQ(message("types:\n  meet:\n    rolls: {}\n"), "r.yaml:3: type \"meet\": no field \"rolls\"");
  EXPECT_EQ(message("types:\n  meet:\n    roles: {party_a: STATE, party: STATE}\n    symmetric: true\n"),
            "r.yaml:4: type \"meet\": symmetric, expected roles party_a and party_b");
  EXPECT_EQ(message("types:\n  kill:\n    instead_of: [harm]\n    roles: {agent: STATE}\n"), "r.yaml:3: type \"kill\": instead_of: no type \"harm\"");
  EXPECT_EQ(message("- a\n"), "r.yaml:1: expected \"types:\"");
  EXPECT_NE(message("types: {meet: ["), "loaded");
  EXPECT_EQ(Schema::load("/no/such.yaml").error().code(), ErrorCode::kNotFound);
}

// What a report counts as in event data: (type, status, polarity) -> PLOVER event and CAMEO code.
TEST(SchemaTest, TraitsAreOfTheirList) {
  const Result<Schema> schema = Schema::parse("types:\n  praise:\n    traits: [judges, no_deed]\n    roles:\n      agent: STATE\n", "r.yaml");
  ASSERT_TRUE(schema.ok()) << schema.error().message();
  EXPECT_TRUE(schema->type(0).is(RelationTrait::kJudges));
  EXPECT_TRUE(schema->type(0).is(RelationTrait::kNoDeed));
  EXPECT_FALSE(schema->type(0).is(RelationTrait::kAsks));
  const Result<Schema> bad = Schema::parse("types:\n  praise:\n    traits: [juges]\n    roles:\n      agent: STATE\n", "r.yaml");
  ASSERT_FALSE(bad.ok());
  EXPECT_EQ(bad.error().message(), "r.yaml:3: type \"praise\": no trait \"juges\"");
}

TEST(SchemaTest, ReportsHaveCodes) {
  const auto schema = Schema::load(DRAGOMAN_SOURCE_DIR "/data/schema/relations.yaml");
  ASSERT_TRUE(schema.ok());
  using S = RelationStatus;
  const auto code = [&](const char* type, S status, Polarity polarity = Polarity::kAsserted) {
    const EventCode* found = schema->event(*schema->find(type), status, polarity);
    return found ? found->plover + " " + found->cameo : std::string("-");
  };
  EXPECT_EQ(code("arms_transfer", S::kHappened), "AID 072");
  EXPECT_EQ(code("arms_transfer", S::kRequested), "DEMAND 020");
  EXPECT_EQ(code("humanitarian_aid", S::kPromised), "AGREE 030");
  EXPECT_EQ(code("visit", S::kPlanned), "AGREE 030");
  EXPECT_EQ(code("visit", S::kOngoing), "CONSULT 042");
  EXPECT_EQ(code("negotiate", S::kHappened, Polarity::kDenied), "REJECT 120");
  EXPECT_EQ(code("trade", S::kCancelled), "SANCTION 160");
  EXPECT_EQ(code("invade", S::kThreatened), "THREATEN 130");
  EXPECT_EQ(code("invade", S::kPlanned), "THREATEN 130");
  EXPECT_EQ(code("attack", S::kHappened, Polarity::kDenied), "-");
  EXPECT_EQ(code("attack", S::kPotential), "-");
  EXPECT_EQ(code("accuse", S::kHappened), "DISAPPROVE 112");
  EXPECT_EQ(code("holds_office", S::kOngoing), "-");
  // Whatever counts has both codes.
  for (std::size_t t = 0; t < schema->types().size(); ++t) {
    const RelationType& type = schema->types()[t];
    if (type.kind == EventKind::kNone) continue;
    EXPECT_FALSE(type.event.plover.empty()) << type.name;
    EXPECT_EQ(type.event.plover.empty(), type.event.cameo.empty()) << type.name;
  }
}

TEST(SchemaTest, BadEventRowSaysWhere) {
  const auto message = [](const char* yaml) {
    const auto schema = Schema::parse(yaml, "r.yaml");
    return schema.ok() ? std::string("loaded") : schema.error().message();
  };
  EXPECT_EQ(message("types: {}\nevents:\n  - {kind: cooperatoin, plover: AID}\n"), "r.yaml:3: events: kind: no \"cooperatoin\"");
  EXPECT_EQ(message("types: {}\nevents:\n  - {kind: speech, status: [done]}\n"), "r.yaml:3: events: no status \"done\"");
  EXPECT_EQ(message("types: {}\nevents:\n  - {knid: speech}\n"), "r.yaml:3: events: no field \"knid\"");
}

}  // namespace
}  // namespace dragoman
