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
  EXPECT_EQ(message("- a\n"), "r.yaml:1: expected \"types:\"");
  EXPECT_NE(message("types: {meet: ["), "loaded");
  EXPECT_EQ(Schema::load("/no/such.yaml").error().code(), ErrorCode::kNotFound);
}

}  // namespace
}  // namespace dragoman
