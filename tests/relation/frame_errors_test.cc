// Part of dragoman; see LICENSE.
//
// What a frame file's author is told: file, line, the wrong word and the nearest right one.

#include <gtest/gtest.h>

#include "relation/frame.h"

namespace dragoman {
namespace {

std::string complaint(const std::string& frames, const std::string& lists = "ARMS: [rifle]\n") {
  const Schema schema = *Schema::load(DRAGOMAN_SOURCE_DIR "/data/schema/relations.yaml");
  Lexicon words = *Lexicon::parse("", "words.tsv", "planned: [plan]", "classes.yaml");
  const auto result = Frames::parse(std::move(words), {"lists.yaml", lists}, {{"x.yaml", frames}}, schema, 0);
  return result.ok() ? "" : result.error().message();
}

const std::string kHead = "relation: visit\nframes:\n  - frame: f\n    about: a\n";

TEST(FrameErrorsTest, UnknownRelationType) {
  EXPECT_EQ(complaint("relation: visitt\nframes: []\n"),
            "x.yaml:1: no relation type \"visitt\"; did you mean \"visit\"?");
}
TEST(FrameErrorsTest, UnknownRole) {
  EXPECT_EQ(complaint(kHead + "    triggers: {verb: [tour]}\n    roles: {visiter: subj}\n"),
            "x.yaml:6: frame \"f\": no role \"visiter\" in visit; did you mean \"visitor\"?");
}
TEST(FrameErrorsTest, UnknownSlot) {
  EXPECT_EQ(complaint(kHead + "    triggers: {verb: [tour]}\n    roles: {visitor: sbj}\n"),
            "x.yaml:6: frame \"f\": no slot \"sbj\"; did you mean \"subj\"?");
}
TEST(FrameErrorsTest, UnknownKey) {
  EXPECT_EQ(complaint(kHead + "    trigers: {verb: [tour]}\n"),
            "x.yaml:5: frame \"f\": no key \"trigers\"; did you mean \"triggers\"?");
}
TEST(FrameErrorsTest, UnknownTypeInNeeds) {
  EXPECT_EQ(complaint(kHead + "    triggers: {verb: [tour]}\n    roles: {visitor: subj}\n    needs: {obj: [WEPON]}\n"),
            "x.yaml:7: frame \"f\": no mention type or word list \"WEPON\"; did you mean \"WEAPON\"?");
}
TEST(FrameErrorsTest, EmptyTriggers) {
  EXPECT_EQ(complaint(kHead + "    triggers: {verb: []}\n    roles: {visitor: subj}\n"),
            "x.yaml:5: frame \"f\": triggers: expected at least one word");
}
TEST(FrameErrorsTest, BrokenYaml) {
  EXPECT_EQ(complaint("relation: [visit\n").substr(0, 9), "x.yaml:2:");
}
TEST(FrameErrorsTest, TwoFramesOfOneName) {
  const std::string frame = "  - frame: f\n    about: a\n    triggers: {verb: [tour]}\n    roles: {visitor: subj}\n";
  EXPECT_EQ(complaint("relation: visit\nframes:\n" + frame + frame),
            "x.yaml:7: frame \"f\": the name stands already in x.yaml:3");
}
TEST(FrameErrorsTest, MissingFolder) {
  const Schema schema = *Schema::load(DRAGOMAN_SOURCE_DIR "/data/schema/relations.yaml");
  EXPECT_FALSE(Frames::load("no/such/folder", schema, 0).ok());
}

TEST(FrameOriginTest, OriginsStartWhereTold) {
  const Schema schema = *Schema::load(DRAGOMAN_SOURCE_DIR "/data/schema/relations.yaml");
  const auto frames = Frames::load(DRAGOMAN_SOURCE_DIR "/data", schema, 5000);
  ASSERT_TRUE(frames.ok()) << frames.error().message();
  const Origin first = frames->origin(5000);
  EXPECT_EQ(first.file, "data/frames/accuse.yaml");
  EXPECT_EQ(first.name, "accuse_verb");
  EXPECT_GT(frames->origin_count(), 100u);
}

}  // namespace
}  // namespace dragoman
